"""What the tests of the command line stand on: a home in a temporary folder, and an outside world of their own."""

import json
from contextlib import contextmanager, nullcontext

from click.testing import CliRunner

from agent.cli import main
from agent.cli.surroundings import Surroundings
from agent.domain.erp.lists import LedgerRow
from agent.domain.errors import Exchange
from agent.domain.facts import ClearingRow, PeriodState
from agent.domain.lists import Known
from agent.ports import Accepted, Permission
from agent.store import Store
from agent.world import World
from jobs.carry_out import CarryOut
from jobs.edit_commands import EditCommands
from jobs.map_account import MapAccount
from jobs.undo_commands import UndoCommands

STRIPE_KEY = "rk_test_51Nobody5KeyOfAnInventedAccount"

#: Settings and secrets without which the engine does not start.
SETTINGS = {
    "syspro.base_url": "http://127.0.0.1:9/Rest",
    "syspro.operator": "AGENT",
    "syspro.company": "EDU1",
    "receipts.bank": '{"usd": "STRIPE-USD"}',
}


class FakeSecrets(dict):
    """A secret store that forgets at the end."""

    def get(self, name):
        return super().get(name, "")

    def set(self, name, value):
        self[name] = value


class FakeProbe:
    """Answers with fixed rights, or fails as a whole."""

    def __init__(self, *rights, error=None, system="Stripe"):
        self.rights, self.error, self.system = rights, error, system

    def probe(self):
        if self.error:
            raise self.error
        return self.rights


class FakeStripe:
    """An account in which nothing happened; its balance may be said. Source and reader in one."""

    def __init__(self, clock, balance=None):
        self.clock, self.money = clock, balance or {}

    def server_time(self):
        return self.clock.now()

    def events(self, *_):
        yield []

    def backfill(self, *_):
        yield []

    def balance_transactions(self, *_):
        yield []

    def balance(self):
        return self.money

    def read(self, _):
        return None


class FakeSyspro:
    """Takes every document and remembers its reference. Target, reader and both sessions in one."""

    def __init__(self, error=None):
        self.error, self.taken = error, {}

    @contextmanager
    def session(self):
        if self.error:
            raise self.error
        yield self

    def find(self, _):
        return {}

    def post(self, document):
        self.taken[document.draft.body.reference] = document.draft.amount
        return Accepted(f"{len(self.taken):06}", Exchange("<sent/>", "<reply/>"))

    def read_back(self, documents):
        return {document.id: () for document in documents}

    def receipts(self):
        found = {}
        for money in self.taken.values():
            found[money.currency] = found.get(money.currency, 0) + money.minor
        return found

    def clearing(self, _):
        return {}

    def ledger_codes(self):
        codes = ("5300", "5310", "1300", "1210")
        return [LedgerRow(code, "Any code", "E", control=False) for code in codes]

    def stock_like(self, _):
        return ()

    def booked_on(self, _):
        return ""

    def taken_from(self, _):
        return ""

    def order(self, _):
        return None

    def order_invoices(self, _):
        return ()

    def invoice_lines(self, _):
        return ()

    def ordered_lines(self, _):
        return ()

    def on_account(self, *_):
        return None

    def ar_document(self, *_):
        return None

    def local_currency(self):
        return "usd"

    def periods(self):
        return PeriodState(2026, 11)

    def clearing_rows(self, _):
        return [ClearingRow(reference, "", "receivables", "", money) for reference, money in self.taken.items()]


class Terminal:
    """A person at a terminal, with a home of their own."""

    def __init__(self, home, clock):
        self.path, self.clock = home, clock
        self.secrets = FakeSecrets()
        self.stripe, self.syspro = FakeStripe(clock), FakeSyspro()
        self.probes = (FakeProbe(Permission("charges_read", "Payments", granted=True)),)
        self.pause = self._nobody_waits
        self.demo = None

    def run(self, *arguments, typed=None):
        """Type a command; `--home` comes by itself."""
        surroundings = Surroundings(self.secrets, self.clock, self.connect, self._pause, self.demo)
        line = [*arguments, "--home", str(self.path)]
        return CliRunner().invoke(main, line, obj=surroundings, input=typed)

    def json(self, *arguments, **rest):
        """Type a command with `--json` and return what it printed."""
        result = self.run(*arguments, "--json", **rest)
        assert not result.stderr, result.stderr
        return json.loads(result.stdout.splitlines()[-1])

    @contextmanager
    def store(self):
        """The database, opened beside the command line."""
        self.path.mkdir(parents=True, exist_ok=True)
        with Store.open(self.path / "agent.sqlite") as store:
            yield store

    def set_up(self):
        """Set everything that is required."""
        self.secrets.set("stripe.key", STRIPE_KEY)
        with self.store() as store:
            for name, text in SETTINGS.items():
                store.settings.set(name, text, by="test", now=self.clock.now())

    @contextmanager
    def engine(self, *, deaf=False, further=None):
        """An engine that gives signs of life and, unless it is deaf, carries out commands while somebody waits."""
        with self.store() as store:
            store.lease.hold("engine-1", "machine", "EDU1", now=self.clock.now(), ttl_s=60)
            carry_out = CarryOut(
                store.commands,
                store.inbox,
                store.outbox,
                store.discrepancies,
                store.marks,
                self.clock,
                "EDU1",
                lambda _: None,
                lambda: None,
                mapping=lambda: nullcontext(MapAccount(self.syspro, store.settings, self.clock)),
                further={**self._editing(store).does(), **self._undoing(store), **(further or {})},
            )
            self.pause = (lambda _: None) if deaf else (lambda _: carry_out.run())
            yield store

    @staticmethod
    def _editing(store):
        return EditCommands(store.outbox, store.edits, store.inbox, lambda _: Known(), lambda _: None)

    @staticmethod
    def _undoing(store):
        return UndoCommands(store.outbox, store.inbox, store.discrepancies, store.notes, lambda _: None).does()

    def _pause(self, seconds):
        self.pause(seconds)

    def _nobody_waits(self, _):
        raise AssertionError("The command line waits although no engine runs.")

    def connect(self, _):
        """The outside world of this home."""
        return World(self.stripe, self.stripe, self.syspro, self.syspro, self.probes)
