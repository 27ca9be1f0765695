"""SYSPRO's rows, the same however they are read."""

from datetime import date
from decimal import Decimal

import pytest

from agent.domain import erp
from agent.domain.erp import CodeList, FormRow
from agent.domain.errors import Misconfigured
from connectors.syspro.enet_tables import EnetTables
from connectors.syspro.feeds import SOURCES
from connectors.syspro.sql import texts
from connectors.syspro.sql.driver import opened
from connectors.syspro.sql.place import Place
from tests.contract.erp_reader.standin import DATABASE

ODD_CODES = (
    "A/1",
    "it's",
    'say "12"',
    "two  blanks  in it",
    "50% [x]_?*",
    "Größe-€",
    "-dash; DROP TABLE InvMaster--",
    "X" * 30,
    "<&>",
    "\\",
    "0",
    "007",
)


def in_whole(session, feed):
    """Every row of a feed, and the watermark behind them."""
    rows, watermark = [], b""
    for page in session.changes(feed):
        rows += page.rows
        watermark = page.watermark
    return rows, watermark


def test_a_stock_code_comes_with_all_its_fields_trimmed_and_typed(company):
    company.change(
        "InvMaster", ("A180",), LongDesc="Long  words ", AlternateUom="BX", ConvFactAltUom=Decimal("12.5"),
        Decimals=2, StockOnHold="P", SalesOnHold="Y", UserField1="eco", SupercessionDate=date(2027, 1, 31),
        PrcInclGst="Y",
    )  # fmt: skip
    with company.tables().session() as session:
        (row,) = session.rows(erp.STOCK, "stock_code", ["A180"])
    assert (row.stock_code, row.stock_uom, row.tax_code, row.warehouse_to_use) == ("A180", "EA", "A", "FG")
    assert (row.long_description, row.user_field1, row.list_price_code) == ("Long  words", "eco", "A")
    assert (row.alternate_uom, row.alternate_factor, row.alternate_mul_div) == ("BX", Decimal("12.5"), "M")
    assert (row.decimals, row.stock_on_hold, row.sales_on_hold, row.on_hold) == (2, "P", True, True)
    assert (row.price_includes_tax, row.supersession_on, row.kit_type) == (True, date(2027, 1, 31), "N")


@pytest.mark.parametrize("price", ["0", "-1.25", "0.00001", "1234567890.12345"])
def test_zero_negative_and_five_decimal_prices_arrive_exactly(company, price):
    company.change("InvPrice", ("A180", "A"), SellingPrice=Decimal(price))
    with company.tables().session() as session:
        (row,) = [row for row in session.rows(erp.PRICES, "stock_code", ["A180"]) if row.price_code == "A"]
    assert (row.selling_price, row.basis) == (Decimal(price), "S")


def test_odd_stock_codes_are_read_page_by_page_and_one_by_one(company):
    for code in ODD_CODES:
        company.insert("InvMaster", StockCode=code, Description=f"of {code}"[:50])
    with company.tables(syspro__sql_rows="7").session() as session:
        rows, _ = in_whole(session, erp.STOCK)
        keys = [key for page in session.keys(erp.STOCK) for key in page]
        found = session.rows(erp.STOCK, "stock_code", ODD_CODES)
    assert set(ODD_CODES) <= {row.stock_code for row in rows}
    assert len(rows) == len({row.stock_code for row in rows}) == len(keys)
    assert [(row.stock_code,) for row in rows] == keys
    assert {row.stock_code for row in found} == set(ODD_CODES)
    assert {row.description for row in found} == {f"of {code}"[:50].rstrip() for code in ODD_CODES}


def test_what_syspro_cannot_store_matches_nothing_and_disturbs_nothing(company):
    wanted = ["", " ", "☃", "\uff21180", "A180\x00", "X" * 200, "a180", "A180"]
    with company.tables().session() as session:
        assert [row.stock_code for row in session.rows(erp.STOCK, "stock_code", wanted)] == ["A180"]
        assert list(session.rows(erp.STOCK, "stock_code", [])) == []


def test_many_codes_are_looked_for_in_a_few_questions(company):
    with company.tables().session() as session:
        everything, _ = in_whole(session, erp.PRICES)
        codes = sorted({row.stock_code for row in everything})
        found = session.rows(erp.PRICES, "stock_code", codes)
    assert len(codes) > 64
    assert sorted(found, key=erp.PRICES.key_of) == sorted(everything, key=erp.PRICES.key_of)


def test_an_empty_name_is_an_empty_text(company):
    company.insert("InvMaster", StockCode="BLANK", Description=" ")
    with company.tables().session() as session:
        (row,) = session.rows(erp.STOCK, "stock_code", ["BLANK"])
    assert (row.description, row.long_description, row.product_class, row.supersession_on) == ("", "", "", None)


def test_a_customer_comes_with_tables_flags_and_groups(company):
    key = "000000000000004"
    company.change(
        "ArCustomer", (key,), PriceCategoryTable="          B         EUR", BuyingGroup1=" ", BuyingGroup2="COOP",
        BuyingGroup4="MARINE", CreditLimit=Decimal(2500), CompanyTaxNumber="DE 1", ContractPrcReqd="Y", UserField1="x",
    )  # fmt: skip
    with company.tables().session() as session:
        (row,) = session.rows(erp.CUSTOMERS, "customer", ["4"])
        assert session.rows(erp.CUSTOMERS, "company_tax_number", ["DE 1"]) == [row]
        assert session.rows(erp.CUSTOMERS, "email", [row.email]) == [row]
    assert (row.customer, row.name, row.currency) == (key, "Dunmore & Sons Plumbing", "USD")
    assert row.category_price_codes == ("", "B", "EUR", *[""] * 23)
    assert row.buying_groups == ("COOP", "MARINE")
    assert (row.credit_limit, row.contract_pricing, row.on_hold, row.sales_allowed) == (2500, True, False, True)
    assert len(row.sold_to) == len(row.ship_to) == 5
    assert row.sold_to[0]


def test_invoices_of_a_customer_and_an_invoice_by_its_bare_number(company):
    with company.tables().session() as session:
        found = session.rows(erp.INVOICES, "customer", ["1", "000000000000102"])
        (euro,) = session.rows(erp.INVOICES, "invoice", ["100655"])
    assert [row.invoice[-6:] for row in found] == ["100601", "100604", "100655"]
    assert (found[0].value, found[0].balance, found[0].currency) == (Decimal("482.15"), Decimal("482.15"), "USD")
    assert (euro.customer, euro.currency, euro.value, euro.mul_div) == (
        "000000000000102", "EUR", Decimal("1999.00"), "M",
    )  # fmt: skip
    assert isinstance(found[0].invoiced_on, date)


def test_contract_prices_by_holder_and_by_stock_code(company):
    with company.tables().session() as session:
        by_group = session.rows(erp.CONTRACT_PRICES, "holder", ["COOP"])
        by_code = session.rows(erp.CONTRACT_PRICES, "stock_code", ["A180"])
    assert {row.stock_code for row in by_group} == {"BOLT-M8X40", "A180", "SCR#8/1-1/4"}
    assert {(row.contract_type, row.holder) for row in by_code} == {("B", "COOP"), ("C", "000000000000003")}
    assert by_group[0].discounts == (0, 0, 0)
    assert all(row.starts_on < row.expires_on and row.method == "F" for row in by_code)


def test_warehouses_orders_and_their_lines(company):
    company.insert("SorMaster", SalesOrder="015999", Customer="000000000000004", OrderStatus="\\", CancelledFlag="Y",
                   OrderDate=date(2026, 11, 30), Currency="USD", ShipAddress1="1 Road", CustomerPoNumber="PO 7")  # fmt: skip
    for line in (10, 2, 1):
        company.insert("SorDetail", SalesOrder="015999", SalesOrderLine=line, LineType="1", MStockCode="A180",
                       MOrderQty=Decimal("1.5"), MPrice=Decimal("9.12345"), MDiscPct1=Decimal(5))  # fmt: skip
    with company.tables().session() as session:
        (order,) = session.rows(erp.ORDERS, "sales_order", ["15999"])
        lines = session.rows(erp.ORDER_LINES, "sales_order", ["015999"])
        (held,) = session.rows(erp.WAREHOUSE_STOCK, "stock_code", ["BRK/16A"])
        keys = [key for page in session.keys(erp.ORDER_LINES) for key in page]
        assert session.rows(erp.ORDERS, "customer", ["4"]) == [order]
    assert (order.status, order.cancelled, order.ordered_on) == ("\\", True, date(2026, 11, 30))
    assert order.ship_to == ("1 Road", "", "", "", "")
    assert {(line.line, line.ordered, line.price) for line in lines} == {
        (number, Decimal("1.5"), Decimal("9.12345")) for number in (1, 2, 10)
    }
    assert lines[0].discounts == (5, 0, 0)
    assert keys == [("015999", "1"), ("015999", "2"), ("015999", "10")]
    assert (held.warehouse, held.on_hand) == ("FG", 509)


def test_custom_forms_give_the_fields_that_are_set_and_nothing_where_none_is(company):
    company.insert("InvMaster+", StockCode="A180", WEBSHOP="Y", WEBTITLE="Größe")
    with company.tables(syspro__stock_form_fields="WEBTITLE, WEBSHOP").session() as session:
        rows, _ = in_whole(session, erp.STOCK_FORMS)
        assert session.rows(erp.STOCK_FORMS, "key", ["A180", "A150"]) == rows
    assert rows == [FormRow("A180", {"WEBTITLE": "Größe", "WEBSHOP": "Y"})]
    with company.tables().session() as session:
        assert in_whole(session, erp.STOCK_FORMS) == ([], b"")
        assert list(session.rows(erp.STOCK_FORMS, "key", ["A180"])) == []


def test_customer_forms_are_found_by_the_bare_customer_code(company):
    company.insert("ArCustomer+", Customer="000000000000004", STRIPEID="cus_1")
    with company.tables(syspro__customer_form_fields="STRIPEID").session() as session:
        assert session.rows(erp.CUSTOMER_FORMS, "key", ["4"]) == [FormRow("000000000000004", {"STRIPEID": "cus_1"})]


@pytest.mark.parametrize("which", list(CodeList))
def test_every_list_has_its_codes_in_order(company, which):
    with company.tables().session() as session:
        codes = [row.code for row in session.codes(which)]
    assert codes == sorted(set(codes))
    assert all(codes)
    expected = {
        CodeList.CURRENCIES: "EUR", CodeList.BANKS: "STRIPE-USD", CodeList.PRODUCT_CLASSES: "FAST",
        CodeList.PRICE_CODES: "A", CodeList.TAX_CODES: "E", CodeList.WAREHOUSES: "FG",
    }  # fmt: skip
    assert expected.get(which, codes[0]) in codes


def test_ledger_codes_say_which_are_control_accounts(company):
    with company.tables().session() as session:
        codes = {row.code: row for row in session.ledger_codes()}
    assert codes["1100-000"].control
    assert not codes["6110-000"].control
    assert codes["6110-000"].account_type == "E"
    with company.tables(syspro__ledger_company="Z").session() as session:
        assert list(session.ledger_codes()) == []


def test_the_ways_to_read_agree_on_every_row(site, sql):
    other = site._open(EnetTables(sql.values(syspro__stock_form_fields="WEBTITLE"), site.secrets, site.clock))
    fields = {"syspro__stock_form_fields": "WEBTITLE"}
    sql.insert("InvMaster+", StockCode="A180", WEBTITLE="x")
    with sql.tables(**fields).session() as one, other.session() as two:
        for feed in erp.FEEDS:
            by_sql, by_enet = in_whole(one, feed)[0], in_whole(two, feed)[0]
            assert by_sql == by_enet, feed.name
            assert [erp.content_hash(row) for row in by_sql] == [erp.content_hash(row) for row in by_enet]
        assert [one.codes(which) for which in CodeList] == [two.codes(which) for which in CodeList]
        assert one.ledger_codes() == two.ledger_codes()


def test_a_form_field_that_the_site_does_not_have_is_named(company):
    with (
        company.tables(syspro__stock_form_fields="NOSUCH").session() as session,
        pytest.raises(Exception, match="NOSUCH") as caught,
    ):
        in_whole(session, erp.STOCK_FORMS)
    assert company.way == "enet" or isinstance(caught.value, Misconfigured)


@pytest.mark.parametrize("source", list(SOURCES.values()), ids=lambda source: source.feed.name)
def test_every_query_of_a_feed_is_carried_out_by_the_driver(standin, source):
    behind = texts.behind(tuple("1" for _ in source.key))
    key = next(iter(source.key))
    questions = [
        (texts.changed(source), (bytes(8), b"\xff" * 8, 5)),
        (texts.page(source, first=True), (b"\xff" * 8, 5)),
        (texts.page(source, first=False), (b"\xff" * 8, *behind, 5)),
        (texts.keys(source, first=True), (5,)),
        (texts.keys(source, first=False), (*behind, 5)),
        (texts.keys(source, first=True, stamped=True), (5,)),
        (texts.keys(source, first=False, stamped=True), (*behind, 5)),
        *((texts.looked_for(source, field, size), ("1",) * size) for field in source.lookups for size in texts.SIZES),
    ]
    with opened(Place("standin", DATABASE), standin.connect) as database:
        for text, values in questions:
            answer = database.ask(text, *values)
            assert key in answer.columns
