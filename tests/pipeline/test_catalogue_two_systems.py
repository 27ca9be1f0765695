"""The catalogue between both sandboxes over real sockets: SYSPRO's own tables by e.net and by SQL, Stripe's products."""

from dataclasses import replace
from decimal import Decimal

import pytest

from agent.bootstrap import real_world
from agent.domain.catalogue.ids import product_id
from agent.domain.catalogue.kept import CatalogueFilter, Standing
from connectors.syspro.reading import tables_of
from tests.contract.erp_reader.standin import DATABASE, StandIn
from tests.pipeline.company import Company

SETTINGS = {
    "catalogue__enabled": "yes",
    "catalogue__price_codes": '{"usd": "A", "eur": "EUR", "jpy": "JPY", "gbp": "GBP"}',
    "stripe__max_requests_per_s": "1000",
    "syspro__sql_server": "standin",
    "syspro__sql_database": DATABASE,
}


@pytest.fixture(params=["enet", "sql"])
def company(request, tmp_path):
    made = Company(tmp_path, syspro__reader=request.param, **SETTINGS)
    if request.param == "sql":
        standin = StandIn(made.syspro.connection.execute("PRAGMA database_list").fetchone()[2])
        connected = lambda home: replace(  # noqa: E731 - a world with another driver
            real_world(home), tables=tables_of(home.values(), home.secrets, home.clock, connect=standin.connect)
        )
        made.home = replace(made.home, connect=connected)
        made.start()
    yield made
    made.close()


def keep(company, after_s=600):
    company.clock.advance(after_s)
    for _ in range(100):
        report = company.jobs["catalogue"]()
        assert report.problem is None, report.problem
        if not report.more:
            return report
    raise AssertionError("The catalogue finds more and more to write.")


def change(company, table, key, **columns):
    with company.syspro.locked(), company.syspro.books.transaction():
        company.syspro.books.update(table, key, columns)


def calls(company):
    return company.stripe.engine.store.rows("SELECT count(*) FROM idempotency")[0][0]


def test_the_demo_companys_stock_is_in_stripe_and_what_changes_travels(company):
    keep(company)
    rows = company.service.catalogue_rows(CatalogueFilter(limit=1000))
    sold = [row for row in rows if row.standing is Standing.SOLD]
    assert len(sold) == sum(row.text("StockOnHold") not in {"F", "Y"} for row in company.rows("InvMaster")) > 50
    product = company.stripe.engine.get(product_id("A", "BOLT-M8X20"))
    assert (product["name"], product["unit_label"]) == ("Hex bolt M8 x 20 zinc", "EA")
    assert company.stripe.engine.get(product["default_price"])["unit_amount"] == 54
    prices = company.stripe.engine.store.all_of("price", product=product["id"])
    assert {price["currency"]: price["unit_amount"] for price in prices} == {"usd": 54, "eur": 51, "jpy": 80, "gbp": 43}

    before = calls(company)
    keep(company, after_s=90_000)
    assert calls(company) == before

    change(company, "InvPrice", ("BOLT-M8X20", "A"), SellingPrice=Decimal("0.59999"))
    change(company, "InvMaster", ("BOLT-M8X40",), Description="Hex bolt, longer")
    keep(company, after_s=90_000)
    assert calls(company) == before + 4
    product = company.stripe.engine.get(product["id"])
    assert company.stripe.engine.get(product["default_price"])["unit_amount_decimal"] == "59.999"
    assert company.stripe.engine.get(product_id("A", "BOLT-M8X40"))["name"] == "Hex bolt, longer"


def test_a_deleted_stock_code_is_archived(company):
    keep(company)
    with company.syspro.locked(), company.syspro.books.transaction():
        company.syspro.books.delete("InvMaster", "NUT-M8")
    keep(company, after_s=90_000)
    assert company.stripe.engine.get(product_id("A", "NUT-M8"))["active"] is False
