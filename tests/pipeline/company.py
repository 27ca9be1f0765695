"""A company of a test's own: both sandboxes on loopback, a home, and the engine's real jobs, run one by one."""

import json
from contextlib import ExitStack
from decimal import Decimal

from agent.bootstrap import commands_job, open_home, outside_jobs
from agent.demo_company import demo_settings
from agent.domain.readmodels import DocumentFilter
from connectors.sandbox.clock import SandboxClock
from connectors.sandbox.serving import SandboxServer
from connectors.sandbox.stripe import open_stripe
from connectors.sandbox.syspro.app import open_syspro
from connectors.sandbox.syspro.warehouse import ship_and_invoice
from tests.contract.stripe.stage import QuickPause
from tests.databases import empty_home

#: 2026-12-01 10:00 UTC: the current month of the demo company is December 2026 then.
NOW_AT = 1_796_119_200
DAY_S = 86_400


class Keyring:
    """Secrets in memory (`agent.ports.SecretStore`)."""

    def __init__(self, key):
        self.secrets = {"stripe.key": key}

    def get(self, name):
        return self.secrets.get(name, "")

    def set(self, name, text):
        self.secrets[name] = text


class Company:
    """Everything, opened; close it at the end.

    Args:
        folder: Where all files are.
        key: Stripe key of the agent.
        options: How the Stripe account behaves.
        front: Puts something before the Stripe sandbox's application.
        settings: `a__b` names the setting `a.b`; they stand before the first job is made.
    """

    def __init__(self, folder, key="rk_test_sandbox", *, options=None, front=lambda app: app, **settings):
        self._stack = ExitStack()
        self.clock = SandboxClock(NOW_AT)
        self.stripe = open_stripe(folder, seed=3, clock=self.clock, options=options)
        self._stack.callback(self.stripe.close)
        self.syspro = open_syspro(folder, clock=self.clock)
        self._stack.callback(self.syspro.close)
        apps = front(self.stripe.app), self.syspro.app
        urls = [self._stack.enter_context(SandboxServer(app)).url for app in apps]
        self.keyring = Keyring(key)
        self.home = self._stack.enter_context(
            open_home(empty_home(folder / "home"), secrets=self.keyring, clock=self.clock, pause=QuickPause())
        )
        texts = demo_settings(*urls, now_at=NOW_AT, days=60)
        # Hardly anything happens in these weeks, so few slices will do.
        texts |= {"site.time_zone": "UTC", "stripe.slice_s": str(30 * DAY_S)}
        for name, text in (texts | {name.replace("__", "."): text for name, text in settings.items()}).items():
            self.home.store.settings.set(name, text, by="test", now=NOW_AT)
        self._jobs = None
        self.start()

    def start(self):
        """Make the jobs anew, with the settings of now."""
        if self._jobs is not None:
            self._jobs.close()
        self._jobs = ExitStack()
        self.jobs = self._jobs.enter_context(outside_jobs(self.home, stopping=lambda: False))

    def stop(self):
        """Give the jobs up, so that a command does the same by itself."""
        self._jobs.close()

    def close(self):
        self.stop()
        self._stack.close()

    @property
    def store(self):
        return self.home.store

    @property
    def service(self):
        return self.home.service()

    # -- what happens outside

    def sale(self, amount=1000, currency="usd", *, at=NOW_AT - 2 * DAY_S, lines="", **fields):
        """Take a guest's payment by card; return its id."""
        metadata = {"syspro_lines": lines} if lines else {}
        charge = self.stripe.trading.charge(amount, currency, at=at, fields={"metadata": metadata, **fields})
        return charge["id"]

    def ship(self, share=1, seed=1):
        with self.syspro.locked():
            return ship_and_invoice(self.syspro.books, share=Decimal(share), seed=seed)

    def rows(self, table, where="1", *values):
        with self.syspro.locked():
            return self.syspro.books.rows(table, where, *values)

    # -- what the engine does

    def set(self, name, text):
        self.home.service().configure(name, text)
        self.start()

    def run(self, *names, after_s=0):
        """Run jobs in order, each once, so many seconds later; return the last one's report."""
        self.clock.advance(after_s)
        report = None
        for name in names:
            report = self.jobs[name]()
        return report

    def run_all(self, rounds=5, after_s=0):
        """Read, decide and post until nothing is left of a payment."""
        self.clock.advance(after_s)
        for _ in range(rounds):
            self.run("poll", "translate", "post", "resolve", after_s=5)

    def ask(self, name, **arguments):
        number = getattr(self.service, name)(**arguments)
        woken = []
        commands_job(self.home, woken.extend, lambda: None).run()
        return self.service.command(number), woken

    # -- what came of it

    def documents(self, **wanted):
        found = self.store.reports.documents(DocumentFilter(limit=1000, **wanted))
        return sorted(found, key=lambda row: row.id)

    def body(self, row):
        return json.loads(self.store.reports.document(row.id).body)

    def decision(self, subject):
        return self.store.reports.decisions(subject)[0]

    def proof(self):
        self.run("prove")
        return self.service.proof()[0]
