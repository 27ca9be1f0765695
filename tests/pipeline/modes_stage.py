"""A whole site on loopback: both sandboxes over real sockets, and every job of the agent in this process."""

from contextlib import contextmanager
from decimal import Decimal

from agent.bootstrap import open_home
from agent.demo_company import demo_settings
from agent.domain.documents import State
from agent.domain.readmodels import DocumentFilter
from agent.once import run_once
from connectors.sandbox.clock import SandboxClock
from connectors.sandbox.serving import SandboxServer
from connectors.sandbox.stripe.aftermath import generate_course
from connectors.sandbox.stripe.sandbox import open_stripe
from connectors.sandbox.syspro.app import open_syspro
from connectors.sandbox.syspro.warehouse import ship_and_invoice
from tests.contract.stripe.stage import QuickPause
from tests.databases import empty_home
from tests.fakes import FakeClock

#: 2026-11-20 12:00 UTC.
NOW_AT = 1_795_176_000
DAY_S = 86_400
DAYS = 40

_QUICK = {"retry.first_s": "1", "retry.most_s": "4", "resolve.grace_s": "3", "stripe.look_back_s": "900"}
_MOST_PASSES = 15


class Purse:
    """Secrets in memory (``agent.ports.SecretStore``)."""

    def get(self, name):
        return "rk_test_sandbox" if name == "stripe.key" else ""

    def set(self, *_):
        raise AssertionError("Nobody changes a secret here.")


class Site:
    """One site; `a__b` names the setting `a.b`."""

    def __init__(self, home, clock, stripe, syspro):
        self.home, self.clock, self.stripe, self.syspro = home, clock, stripe, syspro
        self.store = home.store

    def set(self, **settings):
        for name, text in settings.items():
            self.store.settings.set(name.replace("__", "."), text, by="test", now=self.clock.now())

    def at(self, moment):
        """Stand all three clocks at a moment."""
        self.clock.set(moment)
        self.stripe.clock.set(moment)
        return self

    def trade(self, charges, *, days, seed=1):
        """Let the shop trade with everything that follows, up to the present."""
        now = self.clock.now()
        generate_course(self.stripe, charges=charges, seed=seed, since_at=now - days * DAY_S, until_at=now)

    def ship(self, share="0.7"):
        ship_and_invoice(self.syspro.books, share=Decimal(share), seed=1)

    def run(self):
        """Run all jobs until nothing is left to do at this moment."""
        for _ in range(_MOST_PASSES):
            run_once(self.home)
            counts = self.store.outbox.counts()
            moving = counts[State.PENDING] + counts[State.POSTING] + counts[State.IN_DOUBT]
            if not moving and not self.store.reports.inbox().waiting:
                break
            self.clock.advance(30)
        else:
            raise AssertionError(f"Not quiet: {counts}, {self.store.reports.inbox()}")
        return self

    # -- what came of it

    def proof(self):
        """The rows of the latest proof, by currency."""
        run_once(self.home)
        return {row.currency: row for row in self.home.service().proof()[0]}

    def documents(self, **wanted):
        found = self.home.service().documents(DocumentFilter(limit=100_000))
        return [row for row in found if all(getattr(row, name) == value for name, value in wanted.items())]

    def purposes(self):
        """Kind and purpose of every posted document, each once."""
        with self.store._connections.reading() as db:
            return {tuple(row) for row in db.execute("SELECT kind, purpose FROM documents WHERE state = 'posted'")}

    def bodies(self, kind, purpose):
        return [
            document.draft.body
            for row in self.documents()
            if (document := self.store.outbox.get(row.id)) is not None
            and (document.draft.key.kind, document.draft.key.purpose) == (kind, purpose)
        ]

    def codes(self):
        """How many subjects stand at each reason code of their latest decision."""
        sql = """
            SELECT reason_code, count(*) FROM decisions
            WHERE id IN (SELECT max(id) FROM decisions GROUP BY subject) GROUP BY reason_code"""
        with self.store._connections.reading() as db:
            return {row[0]: row[1] for row in db.execute(sql)}

    def subjects(self, code):
        """Subjects whose latest decision has this reason code."""
        sql = """
            SELECT subject FROM decisions
            WHERE reason_code = ? AND id IN (SELECT max(id) FROM decisions GROUP BY subject)"""
        with self.store._connections.reading() as db:
            return [row[0] for row in db.execute(sql, (code,))]

    def settled_subjects(self):
        """Subjects all of whose movements belong to a payout that is posted."""
        sql = """
            SELECT subject FROM balance_transactions WHERE subject NOT LIKE 'po_%' GROUP BY subject
            HAVING min(payout_id IN (SELECT stripe_id FROM documents WHERE purpose = 'payout' AND state = 'posted'))"""
        with self.store._connections.reading() as db:
            return {row[0] for row in db.execute(sql)}

    def code(self, subject):
        return self.store.reports.decisions(subject)[0].reason_code

    def covered_twice(self):
        """Legs that more than one document posts."""
        sql = """
            SELECT leg, part FROM document_legs JOIN documents ON documents.id = document_id
            WHERE state = 'posted' GROUP BY leg, part HAVING count(*) > 1"""
        with self.store._connections.reading() as db:
            return [tuple(row) for row in db.execute(sql)]


@contextmanager
def site_at(folder, moment=NOW_AT, **settings):
    """Open a site whose clocks stand at `moment`."""
    for name in ("agent", "stripe", "syspro"):
        (folder / name).mkdir()
    clock = FakeClock(moment)
    stripe = open_stripe(folder / "stripe", clock=SandboxClock(moment))
    syspro = open_syspro(folder / "syspro", clock=SandboxClock(NOW_AT))
    servers = [SandboxServer(sandbox.app).start() for sandbox in (stripe, syspro)]
    with open_home(empty_home(folder / "agent"), secrets=Purse(), clock=clock, pause=QuickPause()) as home:
        site = Site(home, clock, stripe, syspro)
        texts = demo_settings(servers[0].url, servers[1].url, now_at=NOW_AT, days=DAYS) | _QUICK
        for name, text in (texts | {name.replace("__", "."): text for name, text in settings.items()}).items():
            home.store.settings.set(name, text, by="test", now=moment)
        try:
            yield site
        finally:
            for server in servers:
                server.stop()
            stripe.close()
            syspro.close()
