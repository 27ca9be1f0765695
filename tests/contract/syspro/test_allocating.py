"""Many orders in one question, bounded allocations, and payments of nothing, at SYSPRO."""

from decimal import Decimal

import pytest

from agent.domain.errors import NeedsPerson
from agent.domain.kinds import Adjustment, Allocation
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


# ---------------------------------------------------------------- credit notes over another value


def credit_note(site, minor=3000):
    made = ar_document("re_8.C", transaction_type="C", customer=PAYER, value=usd(minor), tax=None)
    with site.target().session() as session:
        return session.post(document(made)).erp_key


def paid_out(number, minor, by):
    if by == "adjustment":
        parts = {"invoice": number, "transaction_type": "C", "customer": PAYER, "ledger_code": "1370-000"}
        return Adjustment("re_8.A", usd(minor), **parts)
    return own("re_8.M", value=usd(-minor), allocations=(Allocation(number, usd(-minor), "C"),))


@pytest.mark.parametrize("by", ["receipt", "adjustment"])
@pytest.mark.parametrize(("minor", "words"), [(3001, "credit the missing 0.01 USD"), (2999, "by 0.01 USD")])
def test_a_credit_note_over_another_value_is_told_with_a_way_out_and_nothing_is_sent(site, by, minor, words):
    number = credit_note(site)
    with pytest.raises(NeedsPerson) as refused:
        post(site, paid_out(number, minor, by))
    problem = refused.value.problem
    assert problem.code == "syspro.credit_note_value"
    assert words in problem.press
    assert number in problem.message
    assert "30.00 USD" in problem.message
    assert not paid(site, f"re_8.{'A' if by == 'adjustment' else 'M'}")


@pytest.mark.parametrize("by", ["receipt", "adjustment"])
def test_a_credit_note_over_the_very_value_is_paid_out(site, by):
    assert post(site, paid_out(credit_note(site), 3000, by)) == ()


def test_a_credit_note_that_is_not_there_is_syspros_to_refuse(site):
    with pytest.raises(NeedsPerson) as refused:
        post(site, paid_out("999999", 3000, "receipt"))
    assert refused.value.problem.code != "syspro.credit_note_value"
