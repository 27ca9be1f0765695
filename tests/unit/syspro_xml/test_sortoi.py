"""SORTOI: orders out, order numbers in."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from agent.domain.fitting import DoesNotFitError, fit_text
from agent.domain.kinds import OrderLine, OrderOptions, SalesOrder
from agent.domain.money import Money
from connectors.syspro.xml import sortoi
from connectors.syspro.xml.reply import Verdict
from tests.unit.syspro_xml.golden import check_golden
from tests.unit.syspro_xml.replies import error, reply, status

LINES = (
    OrderLine(
        "stock",
        stock_code="A100",
        description="Bolts & nuts",
        warehouse="FG",
        quantity=Decimal(2),
        uom="EA",
        price=Decimal("12.50"),
        discount=Money(150, "usd"),
        tax_code="A",
    ),
    OrderLine("stock", stock_code="B/20", quantity=Decimal("0.5"), uom="KG", price=Decimal(0), not_taxable=True),
    OrderLine(
        "non_stock",
        stock_code="SERVICE",
        description="Fitting <on site>",
        quantity=Decimal(1),
        uom="EA",
        price=Decimal("10.12345"),
        product_class="WEB",
        discount=Money(0, "usd"),
    ),
    OrderLine("freight", freight_value=Money(500, "usd"), tax_code="F"),
    OrderLine("freight", freight_value=Money(100, "usd"), not_taxable=True),
    OrderLine("charge", charge_value=Money(-3, "usd"), product_class="ROUND", description="Rounding", not_taxable=True),
    OrderLine("charge", charge_value=Money(200, "usd"), charge_code="TIP", tax_code="A"),
    OrderLine("comment", comment="Paid by Stripe, café"),
)
ORDER = SalesOrder(
    reference="ch_3NxxABCDEFGHIJKLMNOPQRST",
    order_date="2026-11-23",
    currency="USD",
    customer="000000000000004",
    lines=LINES,
    warehouse="FG",
    branch="10",
    salesperson="HBL",
    area="NW",
    order_type="WB",
    order_status="1",
    alternate_reference="ALT1",
    special_instructions="Ring twice",
    shipping_instructions="Express",
    email="ada@example.com",
    customer_name="Ada Lovelace",
    ship_address_1="1 Würm Way",
    ship_address_2="Floor 2",
    ship_address_3="Salem",
    ship_address_4="OR",
    ship_address_5="US",
    ship_postal_code="97301",
)
PLAIN = SalesOrder("ch_1", "2026-11-23", "USD", customer="4", lines=LINES[1:2])
PLAIN = replace(
    PLAIN,
    options=OrderOptions(
        "F", use_price_entered=False, accept_if_no_credit=False, ignore_warnings="N", allow_non_stock=False
    ),
)


def test_full_order_is_written_as_the_golden_file_has_it():
    request = sortoi.build(ORDER)
    check_golden("sortoi_full_parameters", request.parameters)
    check_golden("sortoi_full_document", request.document)


def test_plain_order_leaves_to_syspro_what_was_not_mapped():
    request = sortoi.build(PLAIN, validate=True)
    check_golden("sortoi_plain_parameters", request.parameters)
    check_golden("sortoi_plain_document", request.document)


def test_unknown_type_of_line_is_refused():
    with pytest.raises(DoesNotFitError, match="no lines of the type 'gift'"):
        sortoi.build(replace(ORDER, lines=(OrderLine("gift"),)))


def test_freight_without_a_value_is_refused():
    with pytest.raises(DoesNotFitError, match="FreightValue: the line has no value"):
        sortoi.build(replace(ORDER, lines=(OrderLine("freight"),)))


@given(st.text(max_size=40), st.text(max_size=40), st.decimals(0, 10**6, places=5), st.decimals(0, 10**6, places=6))
def test_what_was_mapped_comes_out_of_the_xml_as_it_went_in(name, comment, price, quantity):
    address, told = fit_text(name, 40, "ShipAddress1")[0], fit_text(comment, 100, "Comment")[0]
    stock = OrderLine("stock", stock_code="A", quantity=quantity, uom="EA", price=price)
    order = SalesOrder(
        "ch_1", "2026-11-23", "USD", (stock, OrderLine("comment", comment=told)), "4", ship_address_1=address
    )
    root = etree.fromstring(sortoi.build(order).document.encode("cp1252"))
    assert (root.findtext("Orders/OrderHeader/ShipAddress1") or "") == address
    assert (root.findtext("Orders/OrderDetails/CommentLine/Comment") or "") == told
    assert Decimal(root.findtext("Orders/OrderDetails/StockLine/Price")) == price
    assert Decimal(root.findtext("Orders/OrderDetails/StockLine/OrderQty")) == quantity


def order_reply(number, *inner, reference="ch_1"):
    head = f"<CustomerPoNumber>{reference}</CustomerPoNumber><OrderActionType>A</OrderActionType>"
    return f"<Order>{head}<SalesOrder>{number}</SalesOrder>{''.join(inner)}</Order>"


def counts(processed, rejected):
    return status(ItemsProcessed=f"{processed:06}", ItemsRejectedWithWarnings=f"{rejected:06}")


def test_imported_order_has_its_number_as_the_key():
    warned = "<WarningMessages><WarningDescription>Low stock</WarningDescription></WarningMessages>"
    posted = sortoi.parse(reply("SalesOrders", order_reply("015562", warned), counts(1, 0)), "ch_1")
    assert posted.judgement.verdict is Verdict.CLEAN
    assert posted.judgement.warnings == ("Low stock",)
    assert posted.key == "015562"


def test_clean_import_without_an_order_is_clean_without_a_key():
    posted = sortoi.parse(reply("SalesOrders", counts(1, 0)), "ch_1")
    assert (posted.judgement.verdict, posted.key) == (Verdict.CLEAN, "")


def test_rejected_order_names_the_element_at_fault():
    at_fault = error("StockCode", "1004", "240004", "Stock code '1004' not found")
    inner = order_reply("", f"<StockLine>{at_fault}</StockLine>")
    posted = sortoi.parse(reply("SalesOrders", inner, counts(0, 1)), "ch_1")
    assert posted.judgement.verdict is Verdict.REFUSED
    assert posted.judgement.errors[0].element == "StockCode"


def test_answer_about_another_order_is_unclear():
    posted = sortoi.parse(reply("SalesOrders", order_reply("015562", reference="ch_2"), counts(1, 0)), "ch_1")
    assert (posted.judgement.verdict, posted.key) == (Verdict.UNCLEAR, "")
    assert "another" in posted.judgement.why


def test_error_together_with_a_number_is_unclear():
    inner = order_reply("015562", error("Branch", "X", "1", "no"))
    assert sortoi.parse(reply("SalesOrders", inner), "ch_1").judgement.verdict is Verdict.UNCLEAR


def test_damaged_number_is_no_key():
    assert sortoi.parse(reply("SalesOrders", order_reply("01\ufffd62")), "ch_1").key == ""
