"""SORTCI, SORTCH, SORTCL, SORTIC, SORTOX: credits and steps of orders out, numbers in."""

from dataclasses import replace
from decimal import Decimal

import pytest
from lxml import etree

from agent.domain.fitting import DoesNotFitError
from agent.domain.kinds import CreditNote, CreditNoteLine, InvoiceCredit, OrderCancel, OrderInvoice
from connectors.syspro.xml import sortch, sortci, sortcl, sortic, sortox
from connectors.syspro.xml.reply import Verdict
from tests.unit.syspro_xml.golden import check_golden
from tests.unit.syspro_xml.replies import error, reply, status

CREDIT = InvoiceCredit(
    reference="re_3NxxABCDEFGHIJKLMNOPQRST",
    invoice="000000000100701",
    date="2026-11-23",
    sales_order="015563",
    customer="000000000000004",
    credit_reason="RET",
    lines=(1, 12),
)
NOTE = CreditNote(
    reference="re_3Nxx & co",
    date="2026-11-23",
    customer="000000000000004",
    invoice="000000000100701",
    branch="10",
    salesperson="HBL",
    terms_code="30",
)
LINE = CreditNoteLine(
    reference="re_3NxxABC<1>",
    stock_code="REFUND",
    price=Decimal("12.34567"),
    product_class="WEB",
    credit_note="015564",
    credit_reason="RET",
)
INVOICE = OrderInvoice("re_3Nxx.I", "2026-11-23", "C", sales_order="015564", posting_period="P")
CANCEL = OrderCancel("re_3Nxx.X", sales_order="015563", reason_code="STRIPE")

POSTINGS = {
    "sortci_lines": (sortci, CREDIT),
    "sortch": (sortch, NOTE),
    "sortcl": (sortcl, LINE),
    "sortic": (sortic, INVOICE),
    "sortox": (sortox, CANCEL),
    "sortox_lines": (sortox, replace(CANCEL, reference="re_3Nxx.XL", lines=(1, 3))),
}
#: Key of a successful reply, and what our links keep of it.
KEYS = {
    "sortci_lines": ("<CreditNoteNumber>015564</CreditNoteNumber><InvoiceNumber>100701</InvoiceNumber>", "015564"),
    "sortch": ("<CreditNoteNumber>015564</CreditNoteNumber>", "015564"),
    "sortcl": ("<CreditNoteNumber>15564</CreditNoteNumber><LineNumber>0012</LineNumber>", "015564/12"),
    "sortic": ("<SalesOrder>015564</SalesOrder><InvoiceNumber>000000000100702</InvoiceNumber>", "000000000100702"),
    "sortox": ("<SalesOrder>015563</SalesOrder><SalesOrderLine/>", "015563"),
    "sortox_lines": ("<SalesOrder>015563</SalesOrder><SalesOrderLine>1</SalesOrderLine>", "015563"),
}
#: An element of the key that repeats what was sent.
ECHOES = {
    "sortci_lines": "InvoiceNumber",
    "sortch": "CustomerPoNumber",
    "sortcl": "CreditNoteNumber",
    "sortic": "SalesOrder",
    "sortox": "SalesOrder",
    "sortox_lines": "SalesOrder",
}


def answered(name, *inner, **counts):
    xml, body = POSTINGS[name]
    return xml.parse(reply(xml.ROOT.lower(), *inner, status(**counts) if counts else ""), body)


def item(key):
    return f"<Item><Key>{key}</Key><ItemNumber>000001</ItemNumber></Item>"


@pytest.mark.parametrize("name", POSTINGS)
def test_document_and_parameters_are_those_that_somebody_looked_at(name):
    xml, body = POSTINGS[name]
    request = xml.build(body)
    check_golden(f"{name}_parameters", request.parameters)
    check_golden(f"{name}_document", request.document)


def test_whole_invoice_is_credited_without_lines_and_with_what_hangs_on_them():
    request = sortci.build(InvoiceCredit("re_1", "000000000100701", "2026-11-23"))
    check_golden("sortci_whole_parameters", request.parameters)
    check_golden("sortci_whole_document", request.document)


@pytest.mark.parametrize("name", POSTINGS)
def test_validation_changes_nothing_but_the_switch(name):
    xml, body = POSTINGS[name]
    real, tried = xml.build(body), xml.build(body, validate=True)
    assert tried.document == real.document
    assert tried.parameters == real.parameters.replace("<ValidateOnly>N", "<ValidateOnly>Y")


def test_line_has_quantity_one_and_belongs_to_no_warehouse():
    root = etree.fromstring(sortcl.build(LINE).document.encode("cp1252"))
    texts = {node.tag: node.text for node in root.find("Item")}
    assert (texts["OrderQty"], texts["Warehouse"], texts["NonStockedLine"]) == ("1", "**", "Y")
    assert texts["StockDescription"] == LINE.reference


@pytest.mark.parametrize(
    ("name", "attribute", "words"),
    [
        ("sortic", "sales_order", "no order number to invoice"),
        ("sortox", "sales_order", "no order number to cancel"),
        ("sortcl", "credit_note", "no credit note to add the line to"),
    ],
)
def test_step_without_its_record_is_never_sent(name, attribute, words):
    xml, body = POSTINGS[name]
    with pytest.raises(DoesNotFitError, match=words):
        xml.build(replace(body, **{attribute: ""}))


def test_price_that_has_too_many_decimals_is_never_rounded():
    with pytest.raises(DoesNotFitError, match="more than 5 decimals"):
        sortcl.build(replace(LINE, price=Decimal("0.000001")))


@pytest.mark.parametrize("name", POSTINGS)
def test_clean_reply_gives_the_key(name):
    inner, key = KEYS[name]
    posted = answered(name, item(inner), ItemsProcessed="00001", ItemsInvalid="00000")
    assert (posted.judgement.verdict, posted.key) == (Verdict.CLEAN, key)


@pytest.mark.parametrize("name", POSTINGS)
def test_clean_reply_without_a_key_leaves_the_rest_to_a_look_up(name):
    posted = answered(name, ItemsProcessed="00001", ItemsInvalid="00000")
    assert (posted.judgement.verdict, posted.key) == (Verdict.CLEAN, "")


@pytest.mark.parametrize("name", POSTINGS)
def test_damaged_key_is_not_believed(name):
    inner, _ = KEYS[name]
    root = POSTINGS[name][0].ROOT.lower()
    damaged = inner.replace("01556", "01\ufffd56").replace("0012", "0\ufffd12").replace("10070", "10\ufffd70")
    posted = POSTINGS[name][0].parse(reply(root, item(damaged)), POSTINGS[name][1])
    assert (posted.judgement.verdict, posted.key) == (Verdict.CLEAN, "")


@pytest.mark.parametrize("name", POSTINGS)
def test_reply_about_another_record_is_unclear(name):
    posted = answered(name, item(f"<{ECHOES[name]}>000777</{ECHOES[name]}>"))
    assert (posted.judgement.verdict, posted.key) == (Verdict.UNCLEAR, "")
    assert posted.judgement.why == "The answer is about 000777."


@pytest.mark.parametrize("line", ["", "0000", "x", "-1"])
def test_line_without_a_number_has_no_key(line):
    assert sortcl.line_key("015564", line) == ""


@pytest.mark.parametrize("name", POSTINGS)
def test_refusal_names_the_element(name):
    fault = error("SalesOrder", "9", "990004", "not on file")
    posted = answered(name, f"<Item>{fault}</Item>", ItemsProcessed="00000", ItemsInvalid="00001")
    assert posted.judgement.verdict is Verdict.REFUSED
    assert posted.judgement.errors[0].path == "Item/SalesOrder"


def test_order_number_beside_an_error_is_no_sign_of_a_cancellation():
    fault = error("CancelReasonCode", "9", "990004", "not on file")
    posted = answered("sortox", f"<Item><Key><SalesOrder>015563</SalesOrder></Key>{fault}</Item>")
    assert (posted.judgement.verdict, posted.key) == (Verdict.REFUSED, "")


def test_new_number_beside_an_error_is_unclear():
    fault = error("InvoiceDate", "x", "100028", "no date")
    inner = f"<Item><Key><InvoiceNumber>7</InvoiceNumber></Key>{fault}</Item>"
    assert answered("sortic", inner).judgement.verdict is Verdict.UNCLEAR
