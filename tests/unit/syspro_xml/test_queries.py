"""COMFND, COMFCH, SORQSO, SORQRY, ARSQRY: questions out, rows in."""

from datetime import date
from decimal import Decimal

import pytest

from agent.domain.fitting import DoesNotFitError
from connectors.syspro.xml import arsqry, comfch, comfnd, sorqry, sorqso
from connectors.syspro.xml.comfnd import Condition, Row, Select
from connectors.syspro.xml.reply import BadReplyError
from tests.unit.syspro_xml.golden import check_golden
from tests.unit.syspro_xml.replies import error, reply

HEADER = "<HeaderDetails><TableName>InvMaster</TableName></HeaderDetails>"


def rows(*codes, counted=None):
    found = "".join(f"<Row><StockCode>{code}</StockCode><Price>     2.50000</Price></Row>" for code in codes)
    count = f"<RowsReturned>{counted if counted is not None else len(codes):8}</RowsReturned>"
    return reply("InvMaster", HEADER, found, count)


# ---------------------------------------------------------------- COMFND


def test_simple_query_is_written_as_recorded():
    select = Select("InvMaster", ("StockCode",), (comfnd.equal("StockCode", "02"),), ("StockCode",), 5)
    check_golden("comfnd_simple", comfnd.build(select))


def test_alternatives_and_pages_get_brackets_of_their_own():
    last = Row({"customer": "000000000000004", "invoice": "I & 1"})
    where = (
        tuple((Condition("Reference", "EQ", f"ch_{number}"),) for number in (1, 2, 3)),
        comfnd.after(("Customer", "Invoice"), last),
    )
    check_golden("comfnd_page", comfnd.build(Select("ArInvoicePay", ("Customer", "Invoice"), where, ("Customer",), 50)))


def test_query_without_conditions_has_no_where():
    assert "<Where>" not in comfnd.build(Select("InvMaster", ("StockCode",), (), ("StockCode",), 5))


def test_value_that_nothing_stored_can_equal_is_refused():
    with pytest.raises(DoesNotFitError):
        comfnd.build(Select("ArCustomer", ("Customer",), (((Condition("Email", "EQ", "☃"),),),), ("Customer",), 5))


def test_rows_are_read_by_column_without_case_and_padding():
    first, second = comfnd.parse(rows("02", "03"), "InvMaster")
    assert (first.text("stockcode"), second.text("StockCode")) == ("02", "03")
    assert first.number("Price") == Decimal("2.5")


def test_no_rows_are_believed_from_an_answer_that_names_its_table():
    assert comfnd.parse(rows(), "InvMaster") == ()
    assert comfnd.parse(reply("InvMaster", HEADER), "InvMaster") == ()


@pytest.mark.parametrize(
    "root",
    [
        reply("html", "<body/>"),
        reply("InvMaster"),
        reply("x", HEADER.replace("InvMaster", "ArCustomer")),
        reply("InvMaster", HEADER, error("Column", "Foo", "1", "no")),
        rows("02", counted=2),
        rows(counted="x"),
    ],
    ids=["web page", "no header", "another table", "error", "rows missing", "no count"],
)
def test_no_rows_are_believed_from_anything_else(root):
    with pytest.raises(BadReplyError):
        comfnd.parse(root, "InvMaster")


def test_missing_column_is_our_own_error():
    with pytest.raises(BadReplyError, match="no column Invoice"):
        Row({}).text("Invoice")


@pytest.mark.parametrize("text", ["abc", "NaN", "Infinity"])
def test_number_that_is_none_is_our_own_error(text):
    with pytest.raises(BadReplyError, match="no number"):
        Row({"x": text}).number("X")


def test_blank_number_is_zero_and_blank_day_is_none():
    assert Row({"x": ""}).number("X") == 0
    assert Row({"x": ""}).day("X") is None


@pytest.mark.parametrize("text", ["2026-11-23", "2026/11/23", "2026-11-23T00:00:00"])
def test_day_is_read_without_its_time(text):
    assert Row({"x": text}).day("X") == date(2026, 11, 23)


def test_day_that_is_none_is_our_own_error():
    with pytest.raises(BadReplyError, match="no date"):
        Row({"x": "23.11.2026"}).day("X")


# ---------------------------------------------------------------- COMFCH


def test_fetch_is_written_with_every_part_of_its_key():
    check_golden("comfch", comfch.build("CusSorMaster+", "015562", ""))


def test_record_is_read():
    assert comfch.parse(reply("ArCustomer", "<Customer>4</Customer><Email/>"), "ArCustomer").text("Email") == ""


@pytest.mark.parametrize("root", [reply("html"), reply("ArCustomer", error("Key", "9", "1", "no"))])
def test_what_is_no_record_is_our_own_error(root):
    with pytest.raises(BadReplyError):
        comfch.parse(root, "ArCustomer")


# ---------------------------------------------------------------- SORQSO


def test_order_list_is_asked_for_by_purchase_order():
    check_golden("sorqso", sorqso.build('ch_1 & "two"'))


@pytest.mark.parametrize("name", ["CustomerPoNumber", "CustomerPo", "CustomerPurchaseOrder"])
def test_orders_with_our_reference_are_picked_from_the_list(name):
    inner = "".join(
        f"<SalesOrder><SalesOrder>{number}</SalesOrder><{name}>{po}</{name}></SalesOrder>"
        for number, po in (("1", "ch_1"), ("2", "ch_2"))
    )
    (row,) = sorqso.parse(reply("SorOrderList", inner), "ch_1")
    assert row.text("SalesOrder") == "1"


@pytest.mark.parametrize(
    "root",
    [
        reply("html"),
        reply("SorOrderList", error("Filter", "", "1", "no")),
        reply("SorOrderList", "<Row><SalesOrder>1</SalesOrder></Row>"),
    ],
    ids=["web page", "error", "no purchase order"],
)
def test_list_that_cannot_be_trusted_is_our_own_error(root):
    with pytest.raises(BadReplyError):
        sorqso.parse(root, "ch_1")


# ---------------------------------------------------------------- SORQRY


def test_order_is_asked_for_with_all_its_lines():
    check_golden("sorqry", sorqry.build("015562"))


def test_order_is_read_with_its_lines():
    inner = (
        "<SalesOrder>015562</SalesOrder><Customer>4</Customer>"
        "<SalesOrderLine><Merchandise><MStockCode>A</MStockCode></Merchandise></SalesOrderLine>"
        "<SalesOrderLine><Freight><NMscChargeValue>5.00</NMscChargeValue></Freight><Other/></SalesOrderLine>"
    )
    order = sorqry.parse(reply("SorDetail", inner))
    assert order.header.text("Customer") == "4"
    assert [
        (kind, row.text("MStockCode" if kind == "merchandise" else "NMscChargeValue")) for kind, row in order.lines
    ] == [
        ("merchandise", "A"),
        ("freight", "5.00"),
    ]


@pytest.mark.parametrize(
    "root", [reply("html"), reply("SorDetail"), reply("SorDetail", error("SalesOrder", "9", "1", "no"))]
)
def test_what_is_no_order_is_our_own_error(root):
    with pytest.raises(BadReplyError):
        sorqry.parse(root)


# ---------------------------------------------------------------- ARSQRY


def test_statement_is_asked_for_with_zero_balances_and_movements():
    check_golden("arsqry", arsqry.build("000000000000004"))


def test_statement_is_read_with_the_document_of_each_movement():
    inner = (
        "<Header><Customer>4</Customer></Header>"
        "<InvoiceDetail><DocumentType>I</DocumentType><Invoice>100673</Invoice>"
        "<TransDetail><Reference>ch_1</Reference><TrnValue>  5.00</TrnValue></TransDetail></InvoiceDetail>"
        "<InvoiceDetail><Invoice>_CRD01</Invoice></InvoiceDetail>"
    )
    statement = arsqry.parse(reply("ARStatement", inner))
    assert statement.header.text("Customer") == "4"
    assert [row.text("Invoice") for row in statement.invoices] == ["100673", "_CRD01"]
    (movement,) = statement.movements
    assert (movement.text("Invoice"), movement.text("Reference"), movement.text("JournalDate")) == (
        "100673",
        "ch_1",
        "",
    )


@pytest.mark.parametrize(
    "root", [reply("html"), reply("ARStatement"), reply("ARStatement", "<Header/>", error("Customer", "9", "1", "no"))]
)
def test_what_is_no_statement_is_our_own_error(root):
    with pytest.raises(BadReplyError):
        arsqry.parse(root)
