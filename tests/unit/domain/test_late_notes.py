"""What refunds took off the account before SYSPRO invoiced the order is credited on the invoice once it has one."""

from dataclasses import replace

import pytest

from agent.domain.decisions import Outcome
from agent.domain.documents import DocumentKey
from agent.domain.facts import ErpOrder, OpenInvoice
from agent.domain.kinds import Allocation, Kind
from agent.domain.money import Money
from tests.unit.domain.movements import effect, own
from tests.unit.domain.test_allocations import decided, facts, usd

OPEN = ErpOrder("000123", "2", "C1", "INV1")
PAID = own("receipt", "payment", customer="C1", erp_key="2023/11/1")


def invoice(minor, *, number="INV1", whole=1000, tax=200, currency="usd"):
    value, within = (None if part is None else Money(part, currency) for part in (whole, tax))
    return OpenInvoice("C1", number, "I", Money(minor, currency), value=value, tax=within)


def took(minor, name="re_1", *, kind="receipt", purpose="money", state="posted", document="_CRD01", currency="usd"):
    """A document of ours by which a refund took money off a document, or put it back (below zero)."""
    part = Allocation(document, Money(-minor, currency), "C")
    return own(kind, purpose, state, stripe_id=name, customer="C1", allocations=(part,))


def note(minor, purpose="credit", *, kind="ar_document", state="posted"):
    return own(kind, purpose, state, stripe_id="ch_1.P", customer="C1", amount=usd(minor), erp_key="N1")


def settled(number=1, state="posted"):
    return own("receipt", "settle" if number == 1 else f"settle-{number}", state, stripe_id="ch_1.P", customer="C1")


def purposes(made):
    return [(draft.key.kind.value, draft.key.purpose) for draft in made.drafts]


def drafts(made):
    return {(draft.key.kind.value, draft.key.purpose): draft for draft in made.drafts}


ALL = facts(invoice(1000), left=-700, ours=(PAID, took(300)))
CREDIT, SETTLE = ("ar_document", "credit"), ("receipt", "settle")

#: SYSPRO takes 25 % of the line A25: the sale had 2.00 in 10.00.
FREE_FORM = {
    "refunds__credit": "sortch",
    "refunds__product_class": "RTN",
    "refunds__stock_codes": '{"Q": "A25"}',
    "orders__tax_rates": '{"Q": "25"}',
}


def test_the_money_goes_to_the_invoice_and_what_was_given_back_is_credited_with_its_part_of_the_tax():
    made = decided(ALL, refunds__product_class="RTN")
    assert purposes(made) == [("receipt", "allocation"), CREDIT, SETTLE]
    credit, settle = drafts(made)[CREDIT], drafts(made)[SETTLE]
    assert (credit.body.value, credit.body.tax, credit.body.transaction_type) == (usd(300), usd(60), "C")
    assert (credit.body.customer, credit.body.reference, credit.amount) == ("C1", "ch_1.PC", usd(300))
    assert settle.body.allocations == (Allocation("", usd(-300), "C"), Allocation("INV1", usd(300)))
    assert settle.needs == {"allocations": DocumentKey("EDU1", Kind.AR_DOCUMENT, "credit", "ch_1.P")}
    assert (settle.body.value, settle.body.unapplied, settle.amount) == (usd(0), usd(0), None)
    assert "re_1" in credit.title
    assert "INV1" in credit.title


def test_the_notes_move_the_sale_and_nothing_on_clearing():
    made = decided(ALL, refunds__product_class="RTN")
    assert effect(*(draft.body for draft in made.drafts)) == {"AR": -300, "SALES": 240, "TAX": 60}


@pytest.mark.parametrize("kind", ["receipt", "adjustment"])
def test_money_that_left_by_another_way_counts_the_same(kind):
    ours = (PAID, took(300, kind=kind, purpose="money" if kind == "receipt" else "adjustment"))
    assert CREDIT in purposes(decided(replace(ALL, ours=ours), refunds__product_class="RTN"))


def test_a_free_form_credit_note_is_a_line_before_tax_that_is_invoiced():
    made = decided(ALL, **FREE_FORM)
    kinds = [draft.key.kind for draft in made.drafts]
    assert kinds == [Kind.RECEIPT, Kind.CREDIT_NOTE, Kind.CREDIT_NOTE_LINE, Kind.ORDER_INVOICE, Kind.RECEIPT]
    line = drafts(made)["credit_note_line", "credit"].body
    assert (str(line.price), line.stock_code) == ("2.40000", "A25")
    header = DocumentKey("EDU1", Kind.CREDIT_NOTE, "credit", "ch_1.P")
    assert drafts(made)["credit_note_line", "credit"].needs == {"credit_note": header}
    assert drafts(made)["order_invoice", "credit"].needs == {"sales_order": header}
    assert drafts(made)[SETTLE].needs == {"allocations": DocumentKey("EDU1", Kind.ORDER_INVOICE, "credit", "ch_1.P")}


def test_a_cent_that_the_tax_of_the_lines_leaves_is_a_line_of_its_own():
    made = decided(facts(invoice(1000), left=-698, ours=(PAID, took(302))), **FREE_FORM)
    line, cent = (drafts(made)["credit_note_line", purpose] for purpose in ("credit", "rounding"))
    assert (str(line.body.price), str(cent.body.price)) == ("2.41000", "0.01000")
    assert (cent.body.reference, cent.body.product_class, cent.body.stock_code) == ("ch_1.PCR", "ROUND", "REFUND")
    assert cent.needs == line.needs


def test_a_free_form_note_that_would_come_to_another_amount_is_never_made():
    wrong = FREE_FORM | {"refunds__stock_codes": "{}"}
    assert purposes(decided(ALL, **wrong)) == [("receipt", "allocation")]
    made = decided(facts(invoice(300), left=0, ours=(PAID, took(300))), **wrong)
    assert made.outcome is Outcome.HELD
    assert "comes to 2.40 USD in SYSPRO, and 3.00 USD are given back" in made.reason


def test_only_what_stays_open_is_credited_while_more_of_the_order_is_to_be_invoiced():
    made = decided(facts(invoice(800, whole=800), left=-700, ours=(PAID, took(300)), order=OPEN))
    assert drafts(made)[CREDIT].body.value == usd(100)


def test_a_later_invoice_gets_a_note_of_its_own_over_the_rest():
    ours = (PAID, took(300), note(100), settled())
    made = decided(facts(invoice(200, number="INV2", whole=200), left=0, ours=ours, order=OPEN))
    assert purposes(made) == [("ar_document", "credit-2"), ("receipt", "settle-2")]
    assert drafts(made)["ar_document", "credit-2"].body.value == usd(200)
    assert drafts(made)["receipt", "settle-2"].body.reference == "ch_1.PS2"


def test_what_is_credited_is_not_credited_again():
    done = replace(OPEN, status="9")
    made = decided(facts(invoice(0), left=0, order=done, ours=(PAID, took(300), note(300), settled())))
    assert (made.outcome, made.reason_code) == (Outcome.IGNORED, "allocation.nothing_open")


@pytest.mark.parametrize("settle", [(), (settled(state="parked"),)])
def test_a_note_that_was_sent_is_set_against_the_invoice_until_that_is_done(settle):
    ours = (PAID, took(300), note(300, state="in_doubt"), *settle)
    made = decided(facts(invoice(300), left=0, ours=ours))
    assert purposes(made) == [CREDIT, SETTLE]
    assert drafts(made)[SETTLE].body.allocations[1] == Allocation("INV1", usd(300))


def test_a_note_that_was_sent_and_has_nothing_open_any_more_is_left_to_a_person():
    [_, settle] = decided(facts(invoice(0), left=0, ours=(PAID, took(300), note(300)))).drafts
    assert (settle.state.value, settle.reason_code) == ("parked", "allocation.nothing")


def test_a_free_form_note_that_was_sent_stays_one_whatever_the_setting_says_now():
    ours = (PAID, took(300), note(300, kind="credit_note"))
    assert ("order_invoice", "credit") in purposes(decided(facts(invoice(300), left=0, ours=ours)))


def test_a_note_that_a_person_gave_up_is_not_made_again():
    ours = (PAID, took(300), note(300, state="cancelled"), settled(state="cancelled"))
    assert decided(facts(invoice(300), left=0, ours=ours)).drafts == ()


def test_a_refund_that_failed_after_it_was_credited_is_debited_and_the_money_that_came_back_pays_that():
    back = took(0, purpose="returned", document="")
    ours = (PAID, took(300), note(300), settled(), back)
    returned = OpenInvoice("C1", "_CRD02", "C", usd(-300))
    given = facts(invoice(0), left=0, ours=ours)
    made = decided(replace(given, erp=replace(given.erp, on_account=returned)), refunds__product_class="RTN")
    assert purposes(made) == [("ar_document", "debit-2"), ("receipt", "settle-2")]
    debit = made.drafts[0]
    assert (debit.body.transaction_type, debit.body.value, debit.body.tax) == ("D", usd(300), usd(60))
    assert made.drafts[-1].body.allocations == (Allocation("", usd(300), "D"), Allocation("_CRD02", usd(-300), "C"))


def test_the_notes_of_one_invoice_carry_all_of_its_tax_together_to_the_cent():
    # 3 x 3.33 of 9.99 with 2.00 of tax: 0.67, 0.66 and 0.67.
    first = replace(note(333), tax=usd(67))
    other = own("ar_document", "credit", stripe_id="re_2", amount=usd(333), tax=usd(66))
    ours = (PAID, took(333), took(333, "re_3"), first, settled(), other)
    made = decided(facts(invoice(333, whole=999), left=0, ours=ours), refunds__product_class="RTN")
    assert drafts(made)["ar_document", "credit-2"].body.tax == usd(67)


def test_a_debit_note_takes_back_what_the_notes_so_far_have_too_much():
    back = took(0, purpose="returned", document="")
    ours = (PAID, took(333), took(333, "re_2"), replace(note(666), tax=usd(133)), settled(), back)
    given = facts(invoice(0, whole=999), left=0, ours=ours)
    returned = OpenInvoice("C1", "_CRD02", "C", usd(-333))
    made = decided(replace(given, erp=replace(given.erp, on_account=returned)), refunds__product_class="RTN")
    assert drafts(made)["ar_document", "debit-2"].body.tax == usd(66)


def test_a_debit_note_waits_for_the_money():
    ours = (PAID, took(300), note(300), settled(), took(0, purpose="returned", document=""))
    assert decided(facts(invoice(0), left=0, ours=ours)).drafts == ()


def test_money_that_came_back_before_the_invoice_goes_to_it_as_well():
    ours = (PAID, took(300), took(0, purpose="returned", document=""))
    given = facts(invoice(1000), left=-700, ours=ours)
    also = (OpenInvoice("C1", "_CRD02", "C", usd(-300)),)
    [draft] = decided(replace(given, erp=replace(given.erp, also_on_account=also))).drafts
    assert draft.body.allocations == (
        Allocation("_CRD01", usd(-700), "C"), Allocation("_CRD02", usd(-300), "C"), Allocation("INV1", usd(1000)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("state", "code", "again"),
    [(state, "allocation.refund_moving", True) for state in ("pending", "posting", "in_doubt")]
    + [(state, "allocation.refund_stopped", False) for state in ("parked", "held")],
)
def test_it_waits_for_a_refund_that_is_on_its_way(state, code, again):
    made = decided(replace(ALL, ours=(PAID, took(300, state=state))))
    assert (made.outcome, made.reason_code, made.again) == (Outcome.WAITING, code, again)


def test_a_correction_of_a_refund_counts_once():
    ours = (PAID, took(300), took(300, purpose="money#2"))
    assert drafts(decided(replace(ALL, ours=ours)))[CREDIT].body.value == usd(300)


def test_what_a_refund_took_out_of_its_own_credit_note_is_credited_already():
    ours = (PAID, took(300, document=""))
    assert CREDIT not in purposes(decided(facts(invoice(300), left=0, ours=ours)))


def test_without_credit_notes_the_money_is_allocated_and_the_rest_is_told_with_invoice_and_refund():
    assert purposes(decided(ALL, refunds__credit="none")) == [("receipt", "allocation")]
    made = decided(facts(invoice(300), left=0, ours=(PAID, took(300))), refunds__credit="none")
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "allocation.refunded")
    assert all(words in made.reason for words in ("3.00 USD", "INV1", "re_1", "000123"))


def test_where_tax_is_not_known_the_money_is_allocated_and_the_note_is_left_to_a_person():
    unread = invoice(1000, whole=None, tax=None)
    assert purposes(decided(facts(unread, left=-700, ours=(PAID, took(300))))) == [("receipt", "allocation")]
    made = decided(facts(replace(unread, balance=usd(300)), left=0, ours=(PAID, took(300))))
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "allocation.tax_unknown")
    assert all(words in made.reason for words in ("3.00 USD", "INV1", "re_1"))


def test_where_people_allocate_only_the_note_is_made():
    assert purposes(decided(ALL, receipts__allocate="none")) == [CREDIT]
    again = replace(ALL, ours=(PAID, took(300), note(300)))
    assert decided(again, receipts__allocate="none").reason_code == "allocation.by_hand"


@pytest.mark.parametrize(
    ("order", "code"),
    [(replace(OPEN, last_invoice=""), "allocation.not_invoiced"), (None, "allocation.done"),
     (replace(OPEN, cancelled=True), "allocation.done")],
)  # fmt: skip
def test_while_nothing_is_invoiced_there_is_nothing_to_credit(order, code):
    taken = took(1000, currency="jpy")
    made = decided(facts(left=0, order=order, ours=(PAID, taken)))
    assert made.reason_code == code


def test_an_invoice_of_another_customer_is_told():
    other = replace(invoice(300), customer="C2")
    made = decided(facts(other, left=0, ours=(PAID, took(300))))
    assert made.reason_code == "allocation.other_customer"
