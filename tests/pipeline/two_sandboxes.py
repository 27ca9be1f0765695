"""A site with both sandboxes on loopback sockets and the real jobs in this process; time is the test's."""

import sqlite3
from contextlib import ExitStack, contextmanager
from decimal import Decimal

from agent.bootstrap import commands_job, open_home, outside_jobs
from agent.demo_company import demo_settings
from agent.domain.documents import State
from connectors.sandbox.clock import SandboxClock
from connectors.sandbox.serving import SandboxServer
from connectors.sandbox.stripe.aftermath import generate_course
from connectors.sandbox.stripe.sandbox import open_stripe
from connectors.sandbox.syspro.app import open_syspro
from connectors.sandbox.syspro.warehouse import ship_and_invoice
from tests.databases import empty_home
from tests.fakes import FakeClock

NOW_AT = 1_795_000_000
DAY_S = 86_400

#: Nothing held back, and few slices for weeks in which hardly anything happens.
_QUICK = {"stripe.hold_back_s": "0", "stripe.slice_s": str(30 * DAY_S)}

#: Rounds after which nothing may be left to do.
_MOST_ROUNDS = 60


class SandboxKeys:
    """The key of the Stripe sandbox, without a keyring."""

    def get(self, name):
        return "rk_test_sandbox" if name == "stripe.key" else ""

    def set(self, name, value):
        raise AssertionError(f"No test sets a secret ({name}, {len(value)} characters).")


class TwoSandboxes:
    """Both systems, one agent at a time, and one moment for all of them.

    Args:
        folder: Empty folder.
        days: Days of trade that lie behind the start.
        seed: Same seed, same ids.
        beside: Another site whose Stripe account and time this one shares; SYSPRO is its own.
        choices: Posting mode and route of payouts, as the demo company takes them.
    """

    def __init__(self, folder, *, days=60, seed=1, beside=None, **choices):
        self.stack = ExitStack()
        self.clock = FakeClock(NOW_AT) if beside is None else beside.clock
        self.sandbox_clock = SandboxClock(NOW_AT) if beside is None else beside.sandbox_clock
        for name in ("stripe", "syspro"):
            (folder / name).mkdir(parents=True)
        if beside is None:
            self.stripe = open_stripe(folder / "stripe", seed=seed, clock=self.sandbox_clock)
            self.stack.callback(self.stripe.close)
            self.stripe_url = self.stack.enter_context(SandboxServer(self.stripe.app)).url
        else:
            self.stripe, self.stripe_url = beside.stripe, beside.stripe_url
        self.syspro = open_syspro(folder / "syspro", seed=seed, clock=self.sandbox_clock)
        self.stack.callback(self.syspro.close)
        syspro = self.stack.enter_context(SandboxServer(self.syspro.app))
        self.home = self.stack.enter_context(
            open_home(empty_home(folder / "home"), secrets=SandboxKeys(), clock=self.clock)
        )
        settings = demo_settings(self.stripe_url, syspro.url, now_at=NOW_AT, days=days, **choices)
        for name, text in (settings | _QUICK).items():
            self.home.store.settings.set(name, text, by="test", now=NOW_AT)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stack.close()

    @property
    def store(self):
        return self.home.store

    @property
    def books(self):
        """SYSPRO's own database."""
        return self.syspro.books

    def at(self, moment):
        """Let it be this moment everywhere."""
        self.clock.set(moment)
        self.sandbox_clock.set(moment)

    @contextmanager
    def undone(self):
        """Let all three databases, and the time, be as they were before once this is over."""
        open_ones = [self.books.connection, self.stripe.engine.store._db, self.store._connections.current().conn]
        kept, moment = [sqlite3.connect(":memory:") for _ in open_ones], self.clock.now()
        for database, copy in zip(open_ones, kept, strict=True):
            database.backup(copy)
        try:
            yield self
        finally:
            for database, copy in zip(open_ones, kept, strict=True):
                copy.backup(database)
                copy.close()
            self.at(moment)

    def trade(self, charges, *, seed=1, since_at, until_at):
        """Trade with all that follows, in that stretch; it is its end afterwards."""
        with self.stripe.engine.store.transaction():
            generate_course(self.stripe, charges=charges, seed=seed, since_at=since_at, until_at=until_at)
        self.at(until_at)

    def ship(self, share="0.7", seed=1):
        """The company ships and invoices."""
        with self.syspro.locked():
            ship_and_invoice(self.books, share=Decimal(share), seed=seed)

    def run(self, *names):
        """Run these jobs once each, with the settings of now; return the last one's report."""
        with outside_jobs(self.home, stopping=lambda: False) as jobs:
            return [jobs[name]() for name in names][-1]

    def work(self):
        """Do everything that can be done by now."""
        with outside_jobs(self.home, stopping=lambda: False) as jobs:
            jobs["poll"]()
            for _ in range(_MOST_ROUNDS):
                done = [jobs[name]() for name in ("sweep", "translate", "post", "resolve")]
                assert not any(report.problem for report in done), [report.problem for report in done]
                if not any(report.done for report in done):
                    return
                self.at(self.clock.now() + 5)
        raise AssertionError("The jobs find more and more to do.")

    def carry_out(self):
        """Carry out what people asked for; return the jobs that were woken."""
        woken = []
        commands_job(self.home, woken.extend, lambda: woken.append("reload")).run()
        return woken

    def discrepancies(self):
        """The open ones: subject -> message."""
        return {row.subject: row.message for row in self.store.reports.discrepancies()}

    def proof(self):
        return self.home.service().proof()[0]

    def posted(self):
        return self.store.outbox.counts()[State.POSTED]
