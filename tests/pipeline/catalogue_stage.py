"""A shop whose catalogue is kept: Stripe's sandbox over real sockets, SYSPRO's tables in memory, and the real job."""

from contextlib import ExitStack, contextmanager
from dataclasses import replace
from decimal import Decimal

from agent.bootstrap import open_home, real_world
from agent.catalogue import catalogue_job
from agent.domain.catalogue.ids import product_id
from agent.domain.catalogue.kept import CatalogueFilter
from agent.domain.erp import PRICES, STOCK, STOCK_FORMS, WAREHOUSE_STOCK, FormRow, Page, StampPage
from connectors.sandbox.clock import SandboxClock
from connectors.sandbox.serving import SandboxServer
from connectors.sandbox.stripe import open_stripe
from connectors.stripe.client import Connection
from connectors.stripe.shelf import StripeShelf
from tests.contract.stripe.stage import QuickPause
from tests.pipeline.company import Keyring
from tests.unit.domain.catalogue import rows

NOW_AT = 1_796_119_200
COMPANY = "A"

SETTINGS = {
    "syspro.company": COMPANY,
    "catalogue.enabled": "yes",
    "catalogue.price_codes": '{"usd": "A"}',
    "stripe.max_requests_per_s": "1000",
    "syspro.stock_form_fields": "WEB",
}


class Tables:
    """SYSPRO's tables in memory (`agent.ports.ErpTables`), each row with the number of its last change."""

    def __init__(self, *, page=1000, tells=True):
        self.page, self.tells = page, tells
        self.held = {feed.name: {} for feed in (STOCK, PRICES, WAREHOUSE_STOCK, STOCK_FORMS)}
        self.version = 0
        self.trouble = None
        self.read, self.looked_up = [], []

    # -- what happens in SYSPRO

    def put(self, feed, row):
        self.version += 1
        self.held[feed.name][feed.key_of(row)] = (self.version, row)

    def stock(self, code, amount="0.54", *, price_code="A", **changes):
        self.put(STOCK, rows.stock(code, **changes))
        if amount is not None:
            self.price(code, amount, price_code=price_code)

    def price(self, code, amount, *, price_code="A", basis="S"):
        self.put(PRICES, rows.price(amount, code=code, price_code=price_code, basis=basis))

    def form(self, code, **fields):
        self.put(STOCK_FORMS, FormRow(code, fields))

    def quantity(self, code, warehouse="FG", **quantities):
        self.put(WAREHOUSE_STOCK, rows.warehouse(warehouse, code=code, **quantities))

    def drop(self, code, *feeds):
        for feed in feeds or (STOCK, PRICES, WAREHOUSE_STOCK, STOCK_FORMS):
            for key in [key for key in self.held[feed.name] if key[0] == code]:
                del self.held[feed.name][key]

    # -- the port

    @contextmanager
    def session(self):
        yield self

    def close(self):
        pass

    def tells_changes(self):
        return self.tells

    def changes(self, feed, after=b""):
        since = int(after or b"0") if self.tells else 0
        found = [(number, row) for number, row in self.held[feed.name].values() if number > since]
        found.sort(key=lambda pair: pair[0])
        pages = [found[start : start + self.page] for start in range(0, len(found), self.page)] or [[]]
        mark = after
        for place, page in enumerate(pages):
            self._meet(feed, place)
            mark = str(page[-1][0]).encode() if page else mark
            self.read.append((feed.name, len(page)))
            yield Page(tuple(row for _, row in page), mark, place == len(pages) - 1)

    def keys(self, feed):
        yield tuple(self.held[feed.name])

    def stamps(self, feed):
        return self._stamps(feed) if self.tells else None

    def _stamps(self, feed):
        held = list(self.held[feed.name].items())
        for place, start in enumerate(range(0, len(held) or 1, self.page)):
            self._meet(feed, place)
            page = held[start : start + self.page]
            keys = tuple(zip(*(key for key, _ in page), strict=True)) or ((),) * len(feed.key)
            yield StampPage(keys, [version.to_bytes(8, "big") for _, (version, _) in page])

    def rows(self, feed, field, values):
        self._meet(feed, -1)
        wanted = set(values)
        self.looked_up += [(feed.name, value) for value in values]
        return [row for _, row in self.held[feed.name].values() if getattr(row, field) in wanted]

    def _meet(self, feed, place):
        if self.trouble is not None:
            self.trouble(feed, place)


class CountingApp:
    """An ASGI application that notes every call."""

    def __init__(self, app):
        self.app, self.calls, self.statuses = app, [], set()

    async def __call__(self, scope, receive, send):
        if scope["type"] == "http":
            self.calls.append((scope["method"], scope["path"]))

        async def noted(message):
            self.statuses.add(message.get("status", 200))
            await send(message)

        await self.app(scope, receive, noted)

    def take(self):
        calls, self.calls = self.calls, []
        return calls


class Shop:
    """Everything, opened; close it at the end. `a__b` names the setting `a.b`, `b` alone `catalogue.b`."""

    def __init__(self, folder, *, key="rk_test_sandbox", tables=None, **settings):
        self._stack = ExitStack()
        self.clock = SandboxClock(NOW_AT)
        (folder / "stripe").mkdir(parents=True)
        self.stripe = open_stripe(folder / "stripe", seed=3, clock=self.clock)
        self._stack.callback(self.stripe.close)
        self.app = CountingApp(self.stripe.app)
        url = self._stack.enter_context(SandboxServer(self.app)).url
        self.tables = tables or Tables()
        self.keyring = Keyring(key)
        self.home = self._stack.enter_context(
            open_home(folder / "home", secrets=self.keyring, clock=self.clock, connect=self._connect)
        )
        named = {
            name.replace("__", ".") if "__" in name else f"catalogue.{name}": text for name, text in settings.items()
        }
        for name, text in (SETTINGS | {"stripe.api_base": url} | named).items():
            self.home.store.settings.set(name, text, by="test", now=NOW_AT)
        self.world = None
        self.start()

    def _connect(self, home):
        values = home.values()
        quick = Connection(values, self.keyring, home.store.allowance, self.clock, QuickPause())
        return replace(real_world(home), tables=self.tables, shelf=StripeShelf(quick))

    def start(self, shelf=None):
        """Make the job anew, with the settings of now, as a new process would."""
        if self.world is not None:
            self.world.close()
        self.world = self.home.connect(self.home)
        if shelf is not None:
            self.world = replace(self.world, shelf=shelf(self.world.shelf))
        self.job = catalogue_job(self.home, self.world, lambda: False)

    def set(self, name, text):
        self.home.store.settings.set(name, text, by="test", now=NOW_AT)
        self.start()

    def close(self):
        self.world.close()
        self._stack.close()

    @property
    def store(self):
        return self.home.store.catalogue

    @property
    def service(self):
        return self.home.service()

    def run(self, after_s=600):
        """Run rounds until nothing is due, so many seconds later; return the last report, or the first problem."""
        self.clock.advance(after_s)
        first = report = self.job.run()
        for _ in range(10_000):
            if not report.more or report.problem:
                break
            report = self.job.run()
        return first if first.problem else report

    def calls(self):
        """The calls since this was asked last: (reads, writes as `method path`)."""
        calls = self.app.take()
        reads = [path for method, path in calls if method == "GET"]
        return reads, [path for method, path in calls if method == "POST"]

    def writes(self):
        return len(self.calls()[1])

    # -- what Stripe has

    def product(self, code):
        return self.stripe.engine.get(product_id(COMPANY, code))

    def products(self):
        return self.stripe.engine.store.all_of("product")

    def prices(self, code=None, *, active=True):
        product = {"product": product_id(COMPANY, code)} if code is not None else {}
        return [price for price in self.stripe.engine.store.all_of("price", **product) if price["active"] is active]

    def amount(self, code):
        """The amount of the default price, decimal minor units."""
        return self.stripe.engine.get(self.product(code)["default_price"])["unit_amount_decimal"]

    def edit(self, code, **fields):
        """A person changes the product in the Dashboard."""
        self.stripe._parts.catalogue.update_product(product_id(COMPANY, code), fields, at=self.clock.now())

    # -- what people see

    def row(self, code):
        rows = self.service.catalogue_rows(CatalogueFilter(limit=1000))
        return next(row for row in rows if row.stock_code == code)

    def check_agreement(self):
        """What SYSPRO sells is in Stripe once, with one active price a currency, and the default price is that one."""
        sold = [
            row for row in self.service.catalogue_rows(CatalogueFilter(limit=100_000)) if row.standing.value == "sold"
        ]
        for row in sold:
            active = {price["currency"]: price for price in self.prices(row.stock_code)}
            assert len(active) == len(self.prices(row.stock_code)), f"{row.stock_code} has a price twice."
            shown = {currency: Decimal(text.split()[0]) for currency, text in row.prices.items()}
            assert set(active) == set(shown)
            product = self.product(row.stock_code)
            assert product["active"]
            assert product["name"] == row.name
            if active:
                assert product["default_price"] in {price["id"] for price in active.values()}
                assert all(price["lookup_key"] for price in active.values())
        return len(sold)
