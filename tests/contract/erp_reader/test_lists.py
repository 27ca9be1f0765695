"""The site's own lists through every way to read SYSPRO's tables, as whoever compares codes with them asks."""

import pytest

from agent.domain.lists import Named, SiteList, Verdict, compared
from agent.domain.suggest import Choice, ValueTable
from jobs.read_choices import read_choices
from jobs.site_lists import SiteLists
from tests.fakes import FakeClock


@pytest.fixture
def lists(company):
    return SiteLists(company.tables(), FakeClock(1_795_176_000), 300)


def named(*codes):
    return [Named(which, code, "Place", *warehouse) for which, code, *warehouse in codes]


def test_every_list_that_the_site_has_is_read(company, lists):
    customer = next(iter(company.books.rows("ArCustomer"))).text("Customer")
    stock = next(iter(company.books.rows("InvWarehouse")))
    asked = named(
        (SiteList.BRANCHES, "10"), (SiteList.WAREHOUSES, "FG"), (SiteList.TERMS, "30"), (SiteList.AREAS, "NW"),
        (SiteList.CUSTOMER_CLASSES, "TRD"), (SiteList.CURRENCIES, "EUR"), (SiteList.BANKS, "STRIPE-USD"),
        (SiteList.LEDGER, "6110-000"), (SiteList.CUSTOMERS, customer), (SiteList.CUSTOMERS, customer.lstrip("0")),
        (SiteList.STOCK, stock.text("StockCode"), stock.text("Warehouse")), (SiteList.STOCK, stock.text("StockCode")),
        (SiteList.TAX_CODES, "A"),
    )  # fmt: skip
    known = lists.known(asked)
    assert known.unread == {}
    assert set(known.codes) == {one.list for one in asked}
    wrong = [one.message for one in compared(asked, known) if one.named.list is not SiteList.TAX_CODES]
    assert wrong == []


def test_what_is_missing_has_its_nearest_codes(company, lists):
    stock = next(iter(company.books.rows("InvWarehouse"))).text("StockCode")
    asked = named(
        (SiteList.STOCK, f"{stock}X", "FG"),
        (SiteList.STOCK, stock, "NOWHERE"),
        (SiteList.LEDGER, "1100-000"),
        (SiteList.CUSTOMERS, "999999999999999"),
    )
    absent, elsewhere, control, nobody = compared(asked, lists.known(asked))
    assert (absent.verdict, absent.nearest[0]) == (Verdict.MISSING, stock)
    assert absent.message.startswith(f"Stock code {stock}X does not exist in warehouse FG")
    assert elsewhere.verdict is Verdict.ELSEWHERE
    assert control.verdict is Verdict.CONTROL
    assert nobody.verdict is Verdict.MISSING


def test_what_is_added_meanwhile_is_found_at_the_next_question(company, lists):
    asked = named((SiteList.BRANCHES, "77"))
    assert [one.verdict for one in compared(asked, lists.known(asked))] == [Verdict.MISSING]
    company.insert("SalBranch", Branch="77", Description="New")
    assert compared(asked, lists.known(asked)) == ()


def test_value_tables_are_offered_the_sites_own_codes(company):
    values = company.values(orders__tax_rates='{"A": "20", "X": "7.5"}')
    read = {table: read_choices(company.tables(), table, values) for table in ValueTable}
    taxes = {one.code: one.percent for one in read[ValueTable.TAX_CODES]}
    assert (taxes["A"], taxes["X"]) == ("20", "7.5")
    assert Choice("30", "30 days from invoice") in read[ValueTable.TERMS]
    assert Choice("EUR", "Euro") in read[ValueTable.CURRENCIES]
    ledger = {one.code: one for one in read[ValueTable.LEDGER_CODES]}
    assert (ledger["1100-000"].control, ledger["6110-000"].account_type) == (True, "E")
    assert len(read[ValueTable.STOCK_CODES]) == len(list(company.books.rows("InvMaster")))
    assert all(one.description for one in read[ValueTable.STOCK_CODES])
