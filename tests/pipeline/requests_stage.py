"""A site that asks for its invoices: Stripe's sandbox over a real socket, SYSPRO's tables in memory, the real job."""

import json
from contextlib import ExitStack
from dataclasses import replace

from agent.bootstrap import open_home, real_world
from agent.domain.erp import CUSTOMER_FORMS, CUSTOMERS, INVOICES, FormRow
from agent.domain.requests.kept import RequestFilter
from agent.requests import requests_job
from connectors.sandbox.clock import SandboxClock
from connectors.sandbox.serving import SandboxServer
from connectors.sandbox.stripe import open_stripe
from connectors.stripe.client import Connection
from connectors.stripe.directory import StripeDirectory
from connectors.stripe.requests import StripeRequests
from connectors.stripe.till import StripeTill
from tests.contract.stripe.stage import QuickPause
from tests.pipeline.catalogue_stage import NOW_AT, CountingApp, Tables
from tests.pipeline.company import Keyring
from tests.unit.domain.requests import rows
from tests.unit.domain.requests.rows import OWNER

SETTINGS = rows.SETTINGS | {"requests.enabled": "yes", "stripe.max_requests_per_s": "1000"}


class Receivables(Tables):
    """SYSPRO's customers and invoices in memory."""

    def __init__(self, **options):
        super().__init__(**options)
        self.held = {feed.name: {} for feed in (CUSTOMERS, CUSTOMER_FORMS, INVOICES)}
        self.put(CUSTOMERS, rows.customer())

    def invoice(self, number, balance="100", **changes):
        self.put(INVOICES, rows.invoice(str(number), balance, **changes))

    def customer(self, code, **changes):
        self.put(CUSTOMERS, rows.customer(code, **changes))

    def form(self, code, **fields):
        self.put(CUSTOMER_FORMS, FormRow(code, fields))

    def purge(self, number, customer=OWNER):
        del self.held[INVOICES.name][customer, str(number), "I"]


class Asking:
    """Everything, opened; close it at the end. `a__b` names the setting `a.b`, `b` alone `requests.b`."""

    def __init__(self, folder, *, key="rk_test_sandbox", **settings):
        self._stack = ExitStack()
        self.clock = SandboxClock(NOW_AT)
        (folder / "stripe").mkdir(parents=True)
        self.stripe = open_stripe(folder / "stripe", seed=3, clock=self.clock)
        self._stack.callback(self.stripe.close)
        self.app = CountingApp(self.stripe.app)
        url = self._stack.enter_context(SandboxServer(self.app)).url
        self.tables, self.keyring = Receivables(), Keyring(key)
        self.home = self._stack.enter_context(
            open_home(folder / "home", secrets=self.keyring, clock=self.clock, connect=self._connect)
        )
        named = {
            name.replace("__", ".") if "__" in name else f"requests.{name}": text for name, text in settings.items()
        }
        for name, text in (SETTINGS | {"stripe.api_base": url} | named).items():
            self.home.store.settings.set(name, text, by="test", now=NOW_AT)
        self.world, self.stops = None, False
        self.start()

    def _connect(self, home):
        self.quick = quick = Connection(home.values(), self.keyring, home.store.allowance, self.clock, QuickPause())
        return replace(
            real_world(home),
            tables=self.tables,
            payment_links=StripeRequests(quick, days_until_due=30, collects=False),
            till=StripeTill(quick),
            directory=StripeDirectory(quick),
        )

    def start(self, links=None, till=None):
        """Make the job anew, with the settings of now, as a new process would."""
        if self.world is not None:
            self.world.close()
        self.world = self.home.connect(self.home)
        if links is not None:
            self.world = replace(self.world, payment_links=links(self.world.payment_links))
        if till is not None:
            self.world = replace(self.world, till=till(self.world.till))
        self.job = requests_job(self.home, self.world, lambda: self.stops)

    def set(self, name, text):
        self.home.store.settings.set(name, text, by="test", now=NOW_AT)
        self.start()

    def close(self):
        self.world.close()
        self._stack.close()

    def run(self, after_s=600):
        """Run rounds until nothing is due, so many seconds later; return the last report, or the first problem."""
        self.clock.advance(after_s)
        first = report = self.job.run()
        for _ in range(1000):
            if not report.more or report.problem:
                break
            report = self.job.run()
        return first if first.problem else report

    def calls(self):
        """The calls since this was asked last: (reads, writes as paths)."""
        calls = self.app.take()
        return [path for method, path in calls if method == "GET"], [path for method, path in calls if method == "POST"]

    def links(self, *, active=None):
        found = self.stripe.engine.store.all_of("payment_link")
        return [link for link in found if active is None or link["active"] is active]

    def invoices(self, *, status=None):
        found = self.stripe.engine.store.all_of("invoice")
        return [one for one in found if status is None or one["status"] == status]

    def payable(self):
        """Invoice -> amount in minor units of the one Stripe invoice that can be paid."""
        found = {}
        for one in self.invoices(status="open"):
            number = json.loads(one["metadata"]["syspro_request"])[2]
            assert number not in found, f"Invoice {number} can be paid twice."
            found[number] = one["amount_due"]
        return found

    def pay(self, number):
        return self.stripe.trading.pay_by_link(self.row(number).link)

    def row(self, number):
        found = self.home.service().request_rows(RequestFilter(limit=1000))
        return next(row for row in found if row.invoice == str(number))

    def asked(self):
        """Invoice -> amount in minor units of the one link that can be paid."""
        found = {}
        for link in self.links(active=True):
            number = json.loads(link["metadata"]["syspro_request"])[2]
            assert number not in found, f"Invoice {number} can be paid twice."
            line = self.stripe.engine.row(link["id"]).inner["line_items"][0]
            found[number] = self.stripe.engine.get(line["price"])["unit_amount"]
        return found
