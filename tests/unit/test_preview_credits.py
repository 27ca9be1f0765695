"""Credit notes that a preview has sent to nobody: a later decision reads the tax that SYSPRO would reckon."""

from decimal import Decimal

import pytest

from agent.domain.documents import Document, DocumentKey, Draft, State
from agent.domain.facts import OpenInvoice
from agent.domain.kinds import (
    CreditNote,
    CreditNoteLine,
    InvoiceCredit,
    OrderCancel,
    OrderInvoice,
    OrderLine,
    SalesOrder,
)
from agent.domain.money import Money
from agent.preview.notes import Notes

INVOICE = OpenInvoice("C1", "1007", "I", Money(0, "usd"), value=Money(12000, "usd"), tax=Money(2000, "usd"))


def taken(notes, body, amount=None):
    key = DocumentKey("EDU1", body.kind, "credit", "re_1")
    draft = Draft(key, body, "lane", 1, amount=amount and Money(amount, "usd"), title="", flow="")
    return notes.take(Document(1, draft, State.POSTED, "", "", 1, None, 0))


def read(notes, number, invoice=INVOICE):
    return notes.credit_note(number, lambda *key: invoice if key == ("C1", "1007", "I") else None)


@pytest.fixture
def notes():
    return Notes()


def test_a_credit_note_from_an_invoice_has_its_part_of_the_invoices_tax(notes):
    credit = taken(notes, InvoiceCredit("r", "1007", "2026-01-31", customer="C1"), 4000)
    number = taken(notes, OrderInvoice("r", "2026-01-31", "C", credit))
    made = read(notes, number)
    assert (made.document_type, made.value, made.tax) == ("C", Money(4000, "usd"), Money(667, "usd"))
    assert read(notes, number, invoice=None).tax is None


def test_a_free_form_credit_note_has_as_tax_what_its_lines_leave(notes):
    credit = taken(notes, CreditNote("r", "2026-01-31", customer="C1"), 4000)
    for price in ("33.33", "0.02"):
        taken(notes, CreditNoteLine("r", "CREDIT", Decimal(price), "RTN", credit_note=credit))
    made = read(notes, taken(notes, OrderInvoice("r", "2026-01-31", "C", credit)))
    assert (made.value, made.tax) == (Money(4000, "usd"), Money(665, "usd"))


def test_a_number_of_syspros_own_is_no_note_of_the_preview(notes):
    assert read(notes, "1010") is None


def test_lines_that_are_cancelled_are_neither_on_the_order_nor_on_its_invoice(notes):
    lines = (
        OrderLine("stock", stock_code="BOLT", quantity=Decimal(2), price=Decimal("5.00"), tax_code="A"),
        OrderLine("charge", charge_value=Money(300, "usd"), discount=Money(100, "usd")),
    )
    order = taken(notes, SalesOrder("ch_1", "2026-01-31", "USD", customer="C1", lines=lines), 1400)
    assert [(line.number, line.net, line.tax_code) for line in notes.ordered_lines(order)] == [
        (1, Decimal("10.00"), "A"), (2, Decimal("2.00"), ""),
    ]  # fmt: skip
    taken(notes, OrderCancel("re_1.XL", sales_order=order, lines=(1,)), 1200)
    assert [line.number for line in notes.ordered_lines(order)] == [2]
    assert not notes.order(order).cancelled
    taken(notes, OrderInvoice("ch_1", "2026-01-31", "I", order))
    (invoice,) = notes.order_invoices(order)
    assert (invoice.value, invoice.tax) == (Money(200, "usd"), Money(0, "usd"))


def test_lines_of_an_order_of_syspros_own_change_nothing_in_the_preview(notes):
    taken(notes, OrderCancel("re_1.XL", sales_order="015563", lines=(1,)), 1200)
    assert notes.ordered_lines("015563") == []
