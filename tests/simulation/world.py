"""One simulated site: Stripe, SYSPRO, a clock, a database file, and the engine's process that may die at any step."""

import shutil
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from agent.bootstrap import Home, new_engine, outside_jobs
from agent.domain.documents import State
from agent.domain.errors import AgentError
from agent.domain.facts import ErpCustomer
from agent.domain.lists import Known, SiteList
from agent.domain.readmodels import DocumentFilter
from agent.store import Store
from agent.world import World
from jobs.carry_out import CarryOut
from jobs.edit_commands import EditCommands
from jobs.note_commands import NoteCommands
from jobs.undo_commands import UndoCommands
from tests.fakes import FakeClock
from tests.simulation import aftermath, trade
from tests.simulation.faults import Faults
from tests.simulation.sim_stripe import SimStripe
from tests.simulation.sim_syspro import SimSyspro
from tests.simulation.steps import Crash, Gathering, Stepped, SteppedSessions, SteppedStore, Steps

COMPANY = "SIM"
GRACE_S = 180
MOST_WAIT_S = 300
SYSPRO_CURRENCIES = {"usd": "USD", "eur": "EUR", "jpy": "YEN"}
BANKS = {currency: f"STRIPE-{currency.upper()}" for currency in SYSPRO_CURRENCIES}
CLEARING_CODES = {currency: f"1-{code}" for currency, code in SYSPRO_CURRENCIES.items()}
ACCOUNTS = ("bank", "fee", "dispute", "dispute_loss", "reserve", "adjustment", "refunds", "transfer")
CODES = tuple(f"2-{account.upper()}" for account in ACCOUNTS)
#: A bank account is in one currency, so each has its own name; its code may be the same here.
LEDGER = dict(zip(ACCOUNTS, CODES, strict=True)) | {f"bank:{currency}": "2-BANK" for currency in SYSPRO_CURRENCIES}
GUESTS = {currency: f"GUEST-{code}" for currency, code in SYSPRO_CURRENCIES.items()}

SETTINGS = {
    "stripe.start_on": "2023-11-14",
    "syspro.base_url": "http://127.0.0.1:1/Rest",
    "syspro.operator": "AGENT",
    "syspro.company": COMPANY,
    "syspro.batch": "3",
    "currencies.to_syspro": str(SYSPRO_CURRENCIES).replace("'", '"'),
    "customers.guest": str(GUESTS).replace("'", '"'),
    "customers.custom_form_field": "STRIPEID",
    "orders.catch_all": "WEB",
    "receipts.bank": str(BANKS).replace("'", '"'),
    "receipts.ledger_code": str(CLEARING_CODES).replace("'", '"'),
    "accounts.ledger": str(LEDGER).replace("'", '"'),
    "refunds.product_class": "WEB",
    "retry.most_s": str(MOST_WAIT_S),
    "resolve.grace_s": str(GRACE_S),
}

#: Jobs in the order in which calm rounds run them.
JOBS = ("poll", "sweep", "disputes", "allocate", "translate", "post", "resolve")


@dataclass(frozen=True)
class Flavour:
    """Which troubles a run meets.

    Attributes:
        faults: Place -> trouble -> weight.
        rate: Part of the calls that meet trouble.
        crashes: How often the process may die.
        restores: Whether an old copy of the database may be put back after a crash.
        silence_s: How long the agent may be off after a crash.
        lost: Part of the notices that never come.
        locked: Part of the writes that find the database locked.
        skew_s: How far Stripe's clock is ahead of ours.
    """

    faults: dict = field(default_factory=dict)
    rate: float = 0.0
    crashes: int = 0
    restores: bool = False
    silence_s: int = 0
    lost: float = 0.0
    locked: float = 0.0
    skew_s: int = 0


class NoSecrets:
    def get(self, _):
        return ""


class Site:
    """Everything outside the process, and what survives its death: the file.

    Args:
        folder: Where the file is.
        template: A database with the settings in place.
        rng: Where chance comes from.
        flavour: Which troubles come.
        charges: What was paid at Stripe; made up when not given.
        company: Makes the SYSPRO; a test may give a broken one.
        later: What followed the payments, payouts left out; made up when not given.
    """

    # Makes what writes outcomes down. No thread of its own, so that a seed always runs alike.
    new_writer = Gathering

    def __init__(self, folder, template, rng, flavour, charges=None, company=SimSyspro, later=None):
        self.clock = FakeClock(trade.START_AT)
        self.rng = rng
        self.flavour = flavour
        self.folder = Path(folder)
        self.path = self.folder / "agent.sqlite"
        self.backup = self.folder / "backup.sqlite"
        shutil.copyfile(template, self.path)
        people = trade.payers(rng, 3)
        self.charges = charges or trade.charges(rng, rng.randint(3, 8), people)
        self.payers = {charge.payer.id: charge.payer for charge in self.charges if charge.payer}
        self.faults = Faults(rng, flavour.rate, flavour.faults)
        bare = aftermath.bare_movements(rng)
        self.later = aftermath.aftermath(rng, self.charges) if later is None else list(later)
        moved = [charge.booking() for charge in self.charges if charge.moves_money]
        moved += [booking for one in self.later for booking in one.movements()]
        self.later += aftermath.payouts(rng, [*moved, *bare])
        told = trade.notices(rng, self.charges, flavour.lost, self.later)
        self.stripe = SimStripe(
            self.clock, self.faults, self.charges, told, flavour.skew_s, later=self.later, bare=bare
        )
        self.syspro = company(self.clock, self.faults, trade.PRICES, self._existing(), GRACE_S)
        self.working = False
        self.recovered = 0

    def _existing(self):
        guests = [ErpCustomer(code, "Guests", "", SYSPRO_CURRENCIES[name]) for name, code in GUESTS.items()]
        known = [
            ErpCustomer(code, payer.name, payer.email, SYSPRO_CURRENCIES[currency])
            for payer in self.payers.values()
            for currency, code in payer.known_as.items()
        ]
        return guests + known

    def locked(self):
        """Tell whether a write finds the file locked; chance is asked only where that can be."""
        return self.working and self.rng.random() < self.flavour.locked

    @staticmethod
    def stopping():
        return False

    def restore(self):
        """Put the old copy back; that takes longer than anything under way at SYSPRO."""
        self.clock.advance(max(self.syspro.settled_at() - self.clock.now(), 0) + GRACE_S)
        for leftover in self.folder.glob("agent.sqlite*"):
            leftover.unlink()
        shutil.copyfile(self.backup, self.path)


class Process:
    """The engine's process: it opens the file, recovers, and runs one job after the other."""

    def __init__(self, site, crash_at=None):
        self.site = site
        self.steps = Steps(crash_at)
        self._stack = ExitStack()
        self.store = self._stack.enter_context(Store.open(site.path))

    def __enter__(self):
        site, steps = self.site, self.steps
        stepped = SteppedStore(self.store, steps, site.locked)
        home = Home(site.folder, stepped, NoSecrets(), site.clock, lambda _: _world(site, steps))
        self.jobs = self._stack.enter_context(outside_jobs(home, stopping=site.stopping, writer=site.new_writer()))
        site.recovered += new_engine(home).recover(GRACE_S)
        wake = lambda _: None  # noqa: E731 - nobody sleeps here
        self.commands = CarryOut(
            stepped.commands,
            stepped.inbox,
            stepped.outbox,
            self.store.discrepancies,
            stepped.marks,
            site.clock,
            COMPANY,
            wake,
            lambda: None,
            further={
                **NoteCommands(self.store.notes).does(),
                **self._editing(stepped, wake).does(),
                **self._undoing(stepped, wake),
            },
        )
        self.service = home.service()
        return self

    def _undoing(self, stepped, wake):
        store = self.store
        return UndoCommands(stepped.outbox, stepped.inbox, store.discrepancies, store.notes, wake).does()

    def _editing(self, stepped, wake):
        stock = Known(codes={SiteList.STOCK: set(self.site.syspro.stock), SiteList.BRANCHES: {"10", "20"}})
        return EditCommands(stepped.outbox, stepped.edits, stepped.inbox, lambda _: stock, wake)

    def __exit__(self, kind, *_):
        self._stack.close()

    def run(self, name):
        """Run one round of a job; what it says of trouble is for the status alone, a bug fails the run."""
        try:
            return self.jobs[name]()
        except AgentError:
            return None

    def ask(self, what):
        """Play the person who presses Retry."""
        self.service.retry(what)
        self.commands.run()

    def done(self):
        """Tell whether everything was noticed, decided, posted and read back."""
        counts = self.store.outbox.counts()
        left = sum(counts.values()) - counts[State.POSTED] + self.store.reports.inbox().waiting
        return counts[State.POSTED] and not left and not self.store.outbox.unverified(COMPANY, 1)

    def stands(self):
        """Where everything stands: what waits is looked at again and again without anything coming of it."""
        decisions = self.store._connections.one("SELECT max(id) FROM decisions")[0]
        inbox = self.store.reports.inbox()
        return self.store.outbox.counts(), len(self.site.syspro.records), decisions, inbox.waiting, inbox.set_aside

    def parked(self):
        return [row.id for row in self.store.reports.documents(DocumentFilter(state=State.PARKED, limit=1000))]


def _world(site, steps):
    stripe = Stepped(site.stripe, steps)
    return World(
        source=stripe,
        reader=stripe,
        target=SteppedSessions(site.syspro, steps),
        erp=SteppedSessions(site.syspro.reader(), steps),
        probes=(),
    )


def make_template(path):
    """Make a database with the settings in place, to be copied for each run."""
    with Store.open(path) as store:
        for name, text in SETTINGS.items():
            store.settings.set(name, text, by="test", now=trade.START_AT)
        store._connections.current().execute("PRAGMA wal_checkpoint(TRUNCATE)")


def simulate(site, process_of=Process):
    """Run through all troubles; then finish."""
    _troubled(site, process_of)
    finish(site, process_of)


def finish(site, process_of=Process):
    """Run on in calm, let a person retry what was refused, and run until nothing is left to do."""
    site.faults.end()
    with process_of(site) as process:
        site.clock.advance(max(site.stripe.ends_at() - site.clock.now(), 0) + trade.HOUR_S)
        _until_quiet(process)
        site.syspro.stock |= {trade.UNKNOWN: site.syspro.stock["BOLT"]}
        _retry_all(process)
        _until_quiet(process)
        process.run("prove")


def run_through(site, crash_at=None):
    """Run the jobs in order until all is posted, dying at one step if told; return how many steps were taken."""
    site.clock.set(site.stripe.ends_at() + trade.HOUR_S)
    process = Process(site, crash_at)
    with suppress(Crash), process:
        names = JOBS
        while not process.done():
            for name in names:
                process.run(name)
            site.clock.advance(GRACE_S)
            names = JOBS[4:]  # all is noticed by now
    return process.steps.taken


def _troubled(site, process_of):
    for _ in range(site.flavour.crashes + 1):
        try:
            with process_of(site, _crash_at(site)) as process:
                site.working = bool(site.flavour.locked)
                for _ in range(40):
                    process.run(site.rng.choice(JOBS))
                    site.clock.advance(site.rng.choice((0, 1, 5, 20, 60, 200, 1800)))
                    _copy_now_and_then(site, process)
        except Crash:
            _after_the_crash(site)
        finally:
            site.working = False


def _crash_at(site):
    return site.rng.randrange(1, 120) if site.flavour.crashes else None


def _copy_now_and_then(site, process):
    if site.flavour.restores and (not site.backup.exists() or site.rng.random() < 0.1):
        site.backup.unlink(missing_ok=True)
        process.store.copy_to(site.backup)


def _after_the_crash(site):
    site.clock.advance(site.rng.randrange(1, 400))
    if site.flavour.silence_s and site.rng.random() < 0.3:
        site.clock.advance(site.flavour.silence_s)
    if site.backup.exists() and site.rng.random() < 0.6:
        site.restore()


def _until_quiet(process, most=60):
    """Run all jobs until nothing moved for longer than any back-off; what waits behind a refused customer may wait."""
    idle, stood = 0, None
    for _ in range(most):
        reports = [process.run(name) for name in JOBS]
        process.site.clock.advance(GRACE_S)
        stands = process.stands()
        quiet = stands == stood and not any(report is None or report.problem for report in reports)
        idle, stood = idle + 1 if quiet else 0, stands
        if idle * GRACE_S > MOST_WAIT_S:
            return
    raise AssertionError(f"Still busy after {most} calm rounds: {process.store.outbox.counts()}")


def _retry_all(process):
    for number in process.parked():
        process.ask(str(number))
    for row in process.store.reports.set_aside():
        process.ask(row.object_id)
    for row in process.store.reports.held(COMPANY):
        process.ask(row.subject)


def chance(seed):
    return Random(seed)
