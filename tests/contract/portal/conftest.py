"""The portal over real sockets, above a SYSPRO of the test's own, by SQL and through e.net."""

import contextlib
import json
from datetime import date

import httpx
import pytest

from agent.domain.catalogue.quantity import parse
from agent.domain.portal import SCOPES, PortalToken, hash_of
from agent.domain.prices import PriceRules
from agent.domain.settings import Values
from agent.selling import stored_customer
from agent.store import Store
from connectors.portal.access import Access
from connectors.portal.app import Portal, make_app
from connectors.portal.cache import Cache
from connectors.portal.rates import Rates
from connectors.portal.serving import PortalServer
from jobs.ask_prices import AskPrices
from jobs.shop import Counting, TableShop
from tests.contract.erp_reader import conftest as erp_reader
from tests.databases import NAME, empty_database

founded, make_site, site, standin = erp_reader.founded, erp_reader.make_site, erp_reader.site, erp_reader.standin
company = erp_reader.company

KEY, COMPANY = "the signing key of the tests", "A"
RULES = PriceRules({"A": "USD", "B": "USD"}, "after", other_rules=False)


class CountedTables:
    """Tables that count the questions they are asked."""

    def __init__(self, tables):
        self._tables, self.asked = tables, []

    @contextlib.contextmanager
    def session(self):
        with self._tables.session() as session:
            yield CountedSession(session, self.asked)


class CountedSession:
    def __init__(self, session, asked):
        self._session, self._asked = session, asked

    def rows(self, feed, field, values):
        self._asked.append(feed.name)
        return self._session.rows(feed, field, values)


class Stand:
    """A portal in front of a company, and a shop that asks it."""

    def __init__(self, company, clock, store, **limits):
        self.company, self.clock, self.store = company, clock, store
        self.tables = CountedTables(company.tables())
        asking = AskPrices(self.tables, limits.pop("authority", None), RULES, lambda: date(2026, 12, 1))
        self.shop = TableShop(
            self.tables, asking, syspro=limits.pop("syspro", "unsure"),
            counting=Counting(parse("on_hand - allocated")), foreign_balance="unpaid",
        )  # fmt: skip
        access = Access(
            store.portal_tokens, lambda: KEY, COMPANY, lambda code: stored_customer(code, company.values()), clock,
            requests=Rates(limits.pop("requests", 10_000), clock), wrong=Rates(limits.pop("wrong", 10_000), clock),
        )  # fmt: skip
        portal = Portal(
            limits.pop("shop", self.shop),
            access,
            Cache(limits.pop("keep_s", 30), clock),
            limits.pop("at_once", 30),
            200,
            limits.pop("example_page", False),
            limits.pop("patience_s", 30),
        )
        self.server = PortalServer(make_app(portal), Values({"portal.port": "0"})).__enter__()
        self.http = httpx.Client(base_url=self.server.url, timeout=30)
        self._made = 0

    def token(self, *customers, scopes=tuple(SCOPES), expires_at=None, name="", company=COMPANY):
        self._made += 1
        secret = f"spt_{self._made:043}"
        name = name or f"shop {self._made}"
        kept = PortalToken(name, scopes, customers, self.clock.now(), expires_at, company=company)
        assert self.store.portal_tokens.add(kept, hash_of(secret), by="test")
        return secret

    def ask(self, method, path, token="", *, customer="", body=None, **headers):
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        if token:
            given["Authorization"] = f"Bearer {token}"
        if customer:
            given["X-Customer"] = customer
        content = json.dumps(body).encode() if body is not None else None
        return self.http.request(method, path, headers=given, content=content)

    def prices(self, token, *items, **rest):
        asked = [{"stock_code": code, "quantity": quantity} for code, quantity in items]
        return self.ask("POST", "/v1/prices", token, body={"items": asked}, **rest)

    def close(self):
        self.http.close()
        self.server.__exit__()


@pytest.fixture
def make_stand(company, clock, tmp_path):
    with Store.open(empty_database(tmp_path / NAME)) as store:
        made = []

        def make(**limits):
            made.append(Stand(company, clock, store, **limits))
            return made[-1]

        yield make
        for stand in made:
            stand.close()


@pytest.fixture
def stand(make_stand):
    return make_stand()
