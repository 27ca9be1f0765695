"""From the order to the credit note on the customer's account, whole, by lines and in part, all through documents."""

from decimal import Decimal

import pytest

from connectors.sandbox.syspro import trial_balance
from tests.contract.syspro import bodies, sales


@pytest.fixture
def counter(site):
    return sales.Counter(site)


def on_account(site, invoice, document_type):
    """What a document of the customer's account is worth and what of it is open."""
    (row,) = site.rows("ArInvoice", "Invoice = ? AND DocumentType = ?", invoice, document_type)
    assert row.text("Customer") == bodies.CUSTOMER
    return row.number("CurrencyValue"), row.number("InvoiceBal1")


def balance(site):
    (row,) = site.rows("ArCustomerBal", "Customer = ?", bodies.CUSTOMER)
    return row.number("CurrentBalance1")


def agreed(counter, body):
    """Post, look up and read back; return the key."""
    assert counter.found(body) == []
    posted = counter.post(body)
    assert counter.found(body) == [posted.erp_key]
    assert counter.differences(posted) == ()
    return posted.erp_key


def test_whole_invoice_comes_back_as_a_credit_note_of_the_same_value(site, counter):
    before = balance(site)
    order = agreed(counter, sales.sale())
    invoice = agreed(counter, sales.order_invoice(order))
    sold, open_value = on_account(site, invoice, "I")
    assert sold == open_value == balance(site) - before
    # 30.86 + 10.00 + 5.00, and 8.25 % tax on the first
    assert sold == Decimal("48.41")
    note = agreed(counter, sales.invoice_credit(invoice, sales_order=order))
    credited = agreed(counter, sales.order_invoice(note, "C"))
    assert credited != invoice
    assert on_account(site, credited, "C") == (-sold, -sold)
    assert balance(site) == before
    assert trial_balance(site.sandbox.connection) == 0


def test_lines_of_an_invoice_come_back_one_after_the_other(site, counter):
    order = agreed(counter, sales.sale())
    invoice = agreed(counter, sales.order_invoice(order))
    values = []
    for number, lines in enumerate(((1, 3), (2,))):
        reference = f"re_{number}"
        body = sales.invoice_credit(invoice, reference=reference, sales_order=order, lines=lines)
        note = agreed(counter, body)
        credited = agreed(counter, sales.order_invoice(note, "C", reference=f"{reference}.I"))
        values.append(on_account(site, credited, "C")[1])
    assert values == [Decimal("-38.41"), Decimal("-10.00")]
    assert sum(values) == -on_account(site, invoice, "I")[0]


def test_part_of_the_money_comes_back_as_a_free_form_credit_note(site, counter):
    order = agreed(counter, sales.sale())
    invoice = agreed(counter, sales.order_invoice(order))
    note = agreed(counter, sales.credit_note(invoice=invoice))
    assert counter.found(sales.sale()) == [order]
    line = agreed(counter, sales.credit_line(note))
    assert line == f"{note}/1"
    credited = agreed(counter, sales.order_invoice(note, "C"))
    assert on_account(site, credited, "C") == (Decimal("-27.72"), Decimal("-27.72"))
    (row,) = site.rows("ArInvoice", "Invoice = ? AND DocumentType = 'C'", credited)
    assert row.text("CustomerPoNumber") == "re_1"
    assert trial_balance(site.sandbox.connection) == 0


def test_order_that_is_not_invoiced_is_cancelled_and_leaves_the_account_alone(site, counter):
    before = balance(site)
    order = agreed(counter, sales.sale())
    assert agreed(counter, sales.cancel(order)) == order
    assert balance(site) == before
    assert [row.text("OrderStatus") for row in site.rows("SorMaster", "SalesOrder = ?", order)] == ["\\"]
