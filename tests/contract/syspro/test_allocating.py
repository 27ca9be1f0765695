"""Many orders in one question, bounded allocations, and payments of nothing, at SYSPRO."""

from decimal import Decimal

import pytest

from agent.domain.errors import NeedsPerson
from agent.domain.kinds import Allocation
from agent.domain.money import Money
from tests.contract.syspro import bodies
from tests.contract.syspro.bodies import INVOICE, usd
from tests.contract.syspro.conftest import document
from tests.contract.syspro.receivables import FOREIGN_CUSTOMER, ar_document

PAYER = "000000000000001"


def post(site, body, **settings):
    sent = document(body)
    with site.target(**settings).session() as session:
        key = session.post(sent).erp_key
        return session.read_back([document(body, erp_key=key)])[sent.id]


def own(reference, **changes):
    """A receipt of the customer that has the open invoice."""
    return bodies.receipt(reference, customer=PAYER, **changes)


def paid(site, reference):
    """What a receipt did, by document."""
    rows = site.rows("ArInvoicePay", "Reference = ?", reference)
    return {row.text("Invoice"): row.number("PostValue") for row in rows}


def balance(site, invoice):
    return site.rows("ArInvoice", "Invoice = ?", invoice)[0].number("InvoiceBal1")


def test_many_orders_are_read_at_once_padded_or_not(site):
    with site.target().session() as session:
        numbers = [session.post(document(bodies.order(f"ch_{n}"), number=n)).erp_key for n in range(3)]
    with site.reader().session() as session:
        found = session.orders([numbers[0], numbers[1].lstrip("0"), numbers[2], "999999", ""])
    assert {order.number for order in found} == set(numbers)


def test_a_bounded_allocation_takes_what_is_open_and_leaves_the_rest_on_account(site):
    left = balance(site, INVOICE)
    more = Money.from_decimal(left + 7, "usd")
    body = own("ch_9", value=more, allocations=(Allocation(INVOICE, more, at_most=True),))
    assert post(site, body) == ()
    assert paid(site, "ch_9") == {INVOICE: left, "_CRD01": Decimal(7)}


def test_a_bounded_allocation_takes_no_more_than_was_paid(site):
    body = own("ch_9", value=usd(100), allocations=(Allocation(INVOICE, usd(100), at_most=True),))
    assert post(site, body) == ()
    assert paid(site, "ch_9") == {INVOICE: Decimal(1)}


@pytest.mark.parametrize("invoice", ["", "999999"])
def test_without_its_invoice_all_goes_on_account(site, invoice):
    body = own("ch_9", value=usd(100), allocations=(Allocation(invoice, usd(100), at_most=True),))
    assert post(site, body) == ()
    assert paid(site, "ch_9") == {"_CRD01": Decimal(1)}


def test_a_foreign_balance_that_cannot_be_told_takes_nothing(site):
    made = ar_document("ch_8", transaction_type="I", customer=FOREIGN_CUSTOMER, value=Money(3000, "eur"), tax=None)
    with site.target().session() as session:
        invoice = session.post(document(made)).erp_key
    eur = Money(1000, "eur")
    parts = {"customer": FOREIGN_CUSTOMER, "bank": "STRIPE-EUR", "value": eur}
    first = bodies.receipt("ch_7", **parts, allocations=(Allocation(invoice, eur),))
    post(site, first)
    second = bodies.receipt("ch_9", **parts, allocations=(Allocation(invoice, eur, at_most=True),))
    post(site, second, receipts__foreign_balance="unpaid")
    assert paid(site, "ch_9") == {"_CRD01": Decimal(10)}


def test_a_payment_of_nothing_moves_money_on_account_to_an_invoice(site):
    post(site, own("ch_9", value=usd(100), allocations=()))
    parts = (Allocation("_CRD01", usd(-100), "C"), Allocation(INVOICE, usd(100)))
    before = balance(site, INVOICE)
    assert post(site, own("ch_9.P", value=usd(0), allocations=parts)) == ()
    assert (balance(site, "_CRD01"), before - balance(site, INVOICE)) == (0, 1)
    with site.reader().session() as session:
        rows = session.clearing_rows({"usd": "1310-000"})
    assert sum(row.value.minor for row in rows if row.reference == "ch_9.P") == 0


def test_a_site_that_takes_no_payment_of_nothing_says_so(make_site):
    site = make_site(zero_payments_allowed=False)
    post(site, own("ch_9", value=usd(100), allocations=()))
    parts = (Allocation("_CRD01", usd(-100), "C"), Allocation(INVOICE, usd(100)))
    with pytest.raises(NeedsPerson):
        post(site, own("ch_9.P", value=usd(0), allocations=parts))
