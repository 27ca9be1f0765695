"""Open invoices as SYSPRO has them: those of a customer, and those with a purchase order of the customer's."""

from decimal import Decimal

import pytest

from agent.domain.errors import NeedsPerson
from agent.domain.money import Money

OWNER = "000000000000001"
LONG, SHORT = "000000000100601", "000000000100604"
FOREIGN_CUSTOMER = "000000000000101"


@pytest.fixture
def read(site):
    """Ask a reading session one question; keywords change settings."""

    def ask(question, *arguments, **changes):
        with site.reader(**changes).session() as session:
            return list(getattr(session, question)(*arguments))

    return ask


def change(site, invoice, *, customer=OWNER, **columns):
    with site.sandbox.locked():
        site.sandbox.service.books.update("ArInvoice", (customer, invoice, "I"), columns)


def test_the_open_invoices_of_a_customer_are_read_by_number_with_their_purchase_orders(read):
    found = read("open_invoices", OWNER)
    assert [(one.invoice, one.customer, one.document_type) for one in found] == [
        (LONG, OWNER, "I"),
        (SHORT, OWNER, "I"),
    ]
    assert [(one.balance, one.purchase_order) for one in found] == [
        (Money(48215, "usd"), "PO 0601"),
        (Money(11890, "usd"), "PO 0604"),
    ]


def test_an_invoice_with_nothing_open_is_not_read(site, read):
    change(site, LONG, InvoiceBal1=Decimal(0))
    assert [one.invoice for one in read("open_invoices", OWNER)] == [SHORT]
    change(site, SHORT, InvoiceBal1=Decimal("0.01"))
    assert [one.balance.minor for one in read("open_invoices", OWNER)] == [1]


@pytest.mark.parametrize("customer", ["", "NOPE", "999999999999999", "\u2603"])
def test_a_customer_without_open_invoices_has_none(read, customer):
    assert read("open_invoices", customer) == []


def test_a_purchase_order_finds_the_open_invoices_of_every_customer(site, read):
    change(site, SHORT, CustomerPoNumber="PO-77")
    change(site, "000000000100607", customer="000000000000002", CustomerPoNumber="PO-77")
    found = read("open_invoices_of_order", "PO-77")
    assert [(one.customer, one.invoice, one.purchase_order) for one in found] == [
        (OWNER, SHORT, "PO-77"),
        ("000000000000002", "000000000100607", "PO-77"),
    ]
    assert read("open_invoices_of_order", " PO-77 ") == found
    assert read("open_invoices_of_order", "po-77") == []
    assert read("open_invoices_of_order", "") == []


def test_a_foreign_invoice_that_is_partly_paid_needs_the_setting_that_says_its_currency(site, read):
    invoice = next(one.invoice for one in read("open_invoices", FOREIGN_CUSTOMER))
    change(site, invoice, customer=FOREIGN_CUSTOMER, InvoiceBal1=Decimal("1.23"))
    with pytest.raises(NeedsPerson):
        read("open_invoices", FOREIGN_CUSTOMER)
    assert read("open_invoices", FOREIGN_CUSTOMER, receipts__foreign_balance="invoice")[0].balance.minor == 123
