"""A refund: the ways of its money, what happens when it fails, and how it is decided again."""

from dataclasses import replace
from decimal import Decimal

import pytest

from agent.domain.decide import decide
from agent.domain.decisions import Outcome
from agent.domain.documents import DocumentKey, State
from agent.domain.kinds import Allocation, Kind
from agent.domain.money import Money
from tests.unit.domain.cases import PAID_AT
from tests.unit.domain.movements import (
    CREDIT,
    DAY,
    FULL,
    INVOICE,
    INVOICED,
    MONEY,
    ON_ACCOUNT,
    OPEN_ORDER,
    ORDERED,
    PAID_INVOICE,
    PART_INVOICED,
    bodies,
    decided,
    effect,
    effect_of,
    failed,
    invoiced,
    legs_of,
    mapping,
    moved,
    needs_of,
    on_account,
    order,
    own,
    receipt_of,
    refund,
    refunded,
    usd,
)

# ---------------------------------------------------------------- the ways of the money

WAYS = {
    "both": refunded(
        FULL, erp=replace(PART_INVOICED, invoices=(invoiced(3000, 500), invoiced(3000, 500, "000000000001008")))
    ),
    "on account": refunded(erp=OPEN_ORDER),
    "credit note": refunded(),
    "paid invoice": refunded(ours=PAID_INVOICE, erp=replace(INVOICED, invoices=(invoiced(),))),
}


@pytest.mark.parametrize("money", ["cashbook", "journal"])
@pytest.mark.parametrize("facts", WAYS.values(), ids=list(WAYS))
@pytest.mark.parametrize("credit", ["auto", "none"])
def test_every_way_of_the_money_does_the_same_to_the_accounts(facts, money, credit):
    by_receipt = decided(facts, refunds__credit=credit)
    by_other = decided(facts, refunds__credit=credit, refunds__money=money)
    assert effect_of(by_other) == effect_of(by_receipt)
    assert legs_of(by_other) == legs_of(by_receipt)
    assert by_other.outcome is by_receipt.outcome


def test_the_cash_book_takes_the_money_out_of_the_clearing_bank():
    made = decided(refunded(), refunds__money="cashbook")
    entry = bodies(made)[("cash_entry", "money")]
    assert (entry.bank, entry.direction, entry.value, entry.date) == ("STRIPE-USD", "W", usd(3000), DAY)
    assert [line.ledger_code for line in entry.lines] == ["REFUNDS"]


def test_an_adjustment_closes_the_credit_note_or_what_is_paid_out():
    note = DocumentKey("EDU1", Kind.AR_DOCUMENT, "credit", "re_1")
    credited = decided(refunded(), refunds__money="journal")
    assert needs_of(credited, "adjustment") == {Kind.ADJUSTMENT: {"invoice": note}}
    by_account = bodies(decided(refunded(erp=OPEN_ORDER), refunds__money="journal"))[("adjustment", "adjustment")]
    assert (by_account.invoice, by_account.transaction_type, by_account.value) == (ON_ACCOUNT, "C", usd(3000))


def test_an_adjustment_opens_the_invoice_where_what_is_on_account_is_too_little():
    erp = replace(INVOICED, on_account=on_account(100))
    made = decided(refunded(ours=PAID_INVOICE, erp=erp), refunds__credit="none", refunds__money="cashbook")
    body = bodies(made)[("adjustment", "adjustment")]
    assert (body.invoice, body.transaction_type) == (INVOICE, "I")


def test_a_journal_names_the_open_period():
    body = bodies(decided(refunded(), refunds__money="journal"))[("journal", "money")]
    assert (body.year, body.period, body.currency, body.date) == ("2023", "11", "USD", DAY)


# ---------------------------------------------------------------- refunds that fail


@pytest.mark.parametrize("money", ["receipt", "cashbook", "journal"])
@pytest.mark.parametrize("facts", WAYS.values(), ids=list(WAYS))
@pytest.mark.parametrize("credit", ["auto", "none"])
def test_a_refund_that_fails_after_it_was_posted_is_taken_back_in_full(facts, money, credit):
    settings = {"refunds__credit": credit, "refunds__money": money}
    before, after = decided(facts, **settings), decided(failed(facts), **settings)
    assert effect_of(after) == {}
    assert [draft.key for draft in after.drafts][: len(before.drafts)] == [draft.key for draft in before.drafts]
    assert legs_of(after) == ([*legs_of(before), ("txn_back", "amount")] if before.drafts else [])


def test_the_reversal_has_the_day_on_which_the_money_came_back():
    made = bodies(decided(failed(refunded())))
    assert made[("ar_document", "debit")].date == made[("receipt", "returned")].payment_date == "2023-11-15"


def test_money_that_comes_back_pays_the_debit_note():
    made = decided(failed(refunded()))
    key = DocumentKey("EDU1", Kind.AR_DOCUMENT, "debit", "re_1")
    assert needs_of(made, "returned") == {Kind.RECEIPT: {"allocations": key}}
    assert bodies(made)[("receipt", "returned")].allocations == (Allocation("", usd(3000), "D"),)


def test_money_that_comes_back_to_an_open_order_is_on_account_again():
    assert bodies(decided(failed(refunded(erp=OPEN_ORDER))))[("receipt", "returned")].allocations == ()


def test_money_that_comes_back_pays_the_invoice_again_that_was_opened():
    made = decided(failed(refunded(ours=PAID_INVOICE)), refunds__credit="none")
    assert bodies(made)[("receipt", "returned")].allocations == (Allocation(INVOICE, usd(3000), "I"),)


# ---------------------------------------------------------------- decided again


def sent(*made):
    """Our own documents of a refund that SYSPRO has."""
    return tuple(own(kind, purpose, stripe_id="re_1", **more) for kind, purpose, more in made)


def test_a_retry_after_the_money_went_out_is_not_held_because_our_own_refund_took_it():
    ours = (*ORDERED, *sent(("receipt", "money", {"document": ON_ACCOUNT})))
    again = refunded(FULL, erp=replace(OPEN_ORDER, on_account=None), ours=ours, sent=True)
    made = decided(again)
    assert made.outcome is Outcome.DOCUMENTS
    assert list(bodies(made)) == [MONEY]
    assert receipt_of(made).allocations == (Allocation(ON_ACCOUNT, usd(-12000), "C"),)


def test_an_order_that_is_invoiced_after_its_money_went_back_gets_no_credit_note_from_a_retry():
    ours = (*ORDERED, *sent(("receipt", "money", {"document": ON_ACCOUNT})))
    assert list(bodies(decided(refunded(ours=ours, sent=True)))) == [MONEY]


@pytest.mark.parametrize(
    ("kind", "credit"), [("ar_document", "sortch"), ("invoice_credit", "arstin"), ("credit_note", "arstin")]
)
def test_a_credit_note_that_was_sent_is_not_made_once_more_in_another_way(kind, credit):
    ours = (*ORDERED, *sent((kind, "credit", {"state": "in_doubt", "amount": None})))
    made = decided(refunded(ours=ours, sent=True), refunds__credit=credit)
    assert kind in {name for name, purpose in bodies(made) if purpose == "credit"}
    others = {"ar_document", "invoice_credit", "credit_note"} - {kind}
    assert not others & {name for name, _ in bodies(made)}
    assert receipt_of(made).allocations == (Allocation("", usd(-3000), "C"),)


def test_what_was_paid_beside_a_credit_note_stays_what_it_was():
    credit = ("invoice_credit", "credit", {"amount": usd(6000)})
    parts = (Allocation("", usd(-6000), "C"), Allocation("_CRD07", usd(-6000), "C"))
    ours = (*ORDERED, *sent(credit, ("receipt", "money", {"allocations": parts})))
    made = decided(refunded(FULL, erp=replace(PART_INVOICED, on_account=None), ours=ours, sent=True))
    assert receipt_of(made).allocations == parts


def test_what_is_to_be_paid_beside_a_credit_note_that_was_sent_comes_off_the_account():
    ours = (*ORDERED, *sent(("invoice_credit", "credit", {"amount": usd(6000)})))
    made = decided(refunded(FULL, erp=PART_INVOICED, ours=ours, sent=True))
    assert receipt_of(made).allocations[1] == Allocation(ON_ACCOUNT, usd(-6000), "C")
    gone = decided(refunded(FULL, erp=replace(PART_INVOICED, on_account=None), ours=ours, sent=True))
    assert receipt_of(gone).allocations[1].invoice == ""


def test_an_invoice_that_was_opened_stays_what_the_money_came_from():
    ours = (*PAID_INVOICE, *sent(("adjustment", "adjustment", {"document": INVOICE})))
    made = decided(refunded(ours=ours, sent=True), refunds__money="cashbook")
    assert bodies(made)[("adjustment", "adjustment")].invoice == INVOICE


def test_what_was_not_sent_is_decided_afresh():
    ours = (*ORDERED, *sent(("receipt", "money", {"state": "parked", "document": ON_ACCOUNT})))
    assert list(bodies(decided(refunded(ours=ours)))) == [CREDIT, MONEY]


def test_a_cancelled_order_does_not_keep_its_refund_from_being_paid():
    ours = (*ORDERED, *sent(("order_cancel", "cancel", {})))
    erp = replace(OPEN_ORDER, order=order(cancelled=True))
    assert list(bodies(decided(refunded(FULL, erp=erp, ours=ours, sent=True)))) == [MONEY]


def test_a_refund_that_is_told_again_is_decided_the_same():
    facts = refunded()
    assert decided(replace(facts, sent=True)).drafts == decided(facts).drafts


# ---------------------------------------------------------------- beside other refunds of the payment


@pytest.mark.parametrize(
    ("state", "outcome"), [("pending", "refund.payment_moving"), ("held", "refund.payment_stopped")]
)
def test_a_refund_waits_for_what_another_refund_of_its_payment_takes(state, outcome):
    other = own("receipt", "money", stripe_id="re_2", state=state)
    assert decided(refunded(ours=(*ORDERED, other))).reason_code == outcome


def test_a_refund_that_was_decided_does_not_wait_for_a_later_one():
    ours = (*ORDERED, *sent(("receipt", "money", {"document": ON_ACCOUNT})))
    later = own("receipt", "money", stripe_id="re_2", state="pending")
    assert decided(refunded(ours=(*ours, later), sent=True)).outcome is Outcome.DOCUMENTS


def test_lines_that_another_refund_took_back_are_credited_in_receivables():
    other = own("invoice_credit", "credit", stripe_id="re_2")
    made = decided(refunded(FULL, ours=(*ORDERED, other)), refunds__credit="sortci")
    assert "invoice_credit" not in {kind for kind, _ in bodies(made)}


# ---------------------------------------------------------------- several, converted, references


def test_several_refunds_of_one_payment_are_documents_of_their_own():
    first = decided(refunded())
    second = decided(refunded(refund(id="re_2", balance_transaction="txn_2"), moves=(moved("2", -3000, "refund"),)))
    keys = [draft.key for made in (first, second) for draft in made.drafts]
    references = [draft.body.reference for made in (first, second) for draft in made.drafts]
    assert len(set(keys)) == len(keys) == 4
    assert len(set(references)) == 4
    assert {draft.lane for draft in first.drafts} == {draft.lane for draft in second.drafts} == {"refund|ch_1"}


@pytest.mark.parametrize("refund_id", ["re_" + "1" * 24, "re_" + "x" * 252, "re_1"])
@pytest.mark.parametrize("settings", [{}, {"refunds__money": "journal"}, {"refunds__money": "cashbook"}])
@pytest.mark.parametrize("credit", [{}, {"refunds__credit": "sortch", "refunds__stock_codes": '{"A": "REFUND"}'}])
def test_every_document_has_a_reference_of_its_own_that_fits_syspro(refund_id, settings, credit):
    # SYSPRO takes 5.38 of 26.92, so that the credit note of 32.31 has a line for a cent.
    made = decided(failed(refunded(refund(id=refund_id, amount=3231))), **credit, **settings)
    found = {(draft.key.kind, draft.key.purpose): draft.body.reference for draft in made.drafts}
    found.pop((Kind.CREDIT_NOTE_LINE, "credit"), None)  # stands on the credit note, under the same reference
    assert len(set(found.values())) == len(found)
    assert all(len(reference) <= 30 for reference in found.values())
    assert all(reference.startswith(refund_id[:12]) for reference in found.values())


def test_a_converted_refund_says_the_rate_of_what_left():
    euro = refund(currency="eur")
    erp = replace(OPEN_ORDER, on_account=on_account(currency="eur"), local_currency="usd")
    out = moved("out", -3333, "refund", source="re_1")
    made = decided(refunded(euro, erp=erp, moves=(out,)))
    receipt = receipt_of(made)
    assert (receipt.value, str(receipt.exchange_rate)) == (Money(-3000, "eur"), "1.111000")
    assert [leg.minor for leg in made.drafts[0].legs] == [None]


def test_what_a_rate_cannot_say_of_a_refund_stays_for_the_payout():
    euro = refund(amount=100_000_000, currency="eur")
    erp = replace(OPEN_ORDER, on_account=on_account(100_000_000, "eur"), local_currency="usd")
    out = moved("out", -33_333_333, "refund", source="re_1")
    [leg] = decided(refunded(euro, erp=erp, moves=(out,))).drafts[-1].legs
    assert leg.minor == -33_333_300


def test_the_refund_of_a_converted_payment_goes_by_receipt_or_not_at_all():
    erp = replace(OPEN_ORDER, on_account=on_account(currency="eur"), local_currency="usd")
    facts = refunded(refund(currency="eur"), erp=erp)
    assert decided(facts, refunds__money="journal").reason_code == "refund.other_settlement"


def converted(erp, *, out=3800, rate="1.250000", **changes):
    """A refund of 30.00 EUR that settles in dollars, of a payment whose receipt said a rate."""
    receipt = replace(ORDERED[1], rate=Decimal(rate), amount=Money(12000, "eur"))
    local = replace(erp, local_currency="usd")
    moves = (moved("out", -out, "refund", source="re_1"),)
    return refunded(refund(currency="eur"), erp=local, ours=(ORDERED[0], receipt), moves=moves, **changes)


#: A free-form credit note whose line SYSPRO taxes as the sale was.
FREE_FORM = {"refunds__credit": "sortch", "refunds__stock_codes": '{"A": "REFUND"}'}

EURO_ACCOUNT = replace(OPEN_ORDER, on_account=on_account(currency="eur"))
EURO_INVOICE = replace(INVOICED, invoices=(invoiced(currency="eur"),))


@pytest.mark.parametrize("money", ["cashbook", "journal"])
def test_money_on_account_is_closed_at_the_rate_of_its_receipt_and_the_rest_is_an_exchange_difference(money):
    made = decided(converted(EURO_ACCOUNT), refunds__money=money)
    assert bodies(made)[("adjustment", "adjustment")].value == Money(3000, "eur")
    kind = "cash_entry" if money == "cashbook" else "journal"
    entry = bodies(made)[(kind, "money")]
    assert effect(entry) == {"REFUNDS": 3750, "FX": 50, "CLR": -3800}
    assert legs_of(made) == [("txn_out", "amount")]
    if money == "journal":
        assert entry.currency == "USD"
    else:
        assert (entry.value, entry.direction) == (usd(3800), "W")


def test_a_converted_refund_that_comes_back_at_another_rate_leaves_nothing_but_the_exchange_difference():
    facts = failed(converted(EURO_ACCOUNT))
    *rest, back = facts.stripe.balance_transactions
    stripe = replace(facts.stripe, balance_transactions=(*rest, replace(back, amount_minor=3700, net_minor=3700)))
    made = decided(replace(facts, stripe=stripe), refunds__money="journal")
    found = bodies(made)
    journals = effect(found[("journal", "money")], found[("journal", "returned")])
    assert journals == {"FX": 100, "CLR": -100}


def test_a_credit_note_says_the_rate_of_its_refund_where_the_site_lets_it():
    assert decided(converted(EURO_INVOICE), refunds__money="cashbook").reason_code == "refund.other_settlement"
    made = decided(converted(EURO_INVOICE), refunds__money="cashbook", refunds__credit_rate="yes")
    assert str(bodies(made)[CREDIT].exchange_rate) == "1.266667"
    assert effect(bodies(made)[("cash_entry", "money")]) == {"REFUNDS": 3800, "CLR": -3800}


@pytest.mark.parametrize(
    ("facts", "settings"),
    [
        (converted(EURO_ACCOUNT, rate="0"), {}),
        (converted(EURO_INVOICE), FREE_FORM | {"refunds__credit_rate": "yes"}),
        (converted(EURO_INVOICE), {"refunds__credit": "none"}),
    ],
    ids=["the receipt said none", "SYSPRO's own rate", "the invoice is opened again"],
)
def test_a_rate_that_is_not_known_holds_a_converted_refund(facts, settings):
    made = decided(facts, refunds__money="cashbook", **settings)
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "refund.other_settlement")


def test_drafts_are_pending_and_come_in_the_order_in_which_syspro_needs_them():
    made = decided(failed(refunded(FULL)))
    places = [draft.order_by for draft in made.drafts]
    assert places == sorted(set(places))
    assert {draft.state for draft in made.drafts} == {State.PENDING}
    assert places[0] // 100 == PAID_AT


def test_a_rate_that_syspro_cannot_hold_holds_the_refund():
    erp = replace(OPEN_ORDER, on_account=on_account(3000, "eur"), local_currency="usd")
    out = moved("out", -(10**13), "refund", source="re_1")
    made = decided(refunded(refund(currency="eur"), erp=erp, moves=(out,)))
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "facts.unusable")
    assert "is no rate that SYSPRO can hold" in made.reason


def test_a_flow_without_the_gate_posts_a_refund_that_is_not_booked_without_any_leg():
    flows = tuple(replace(flow, gates=()) for flow in mapping().flows)
    made = decide(refunded(moves=()), replace(mapping(), flows=flows))
    assert bodies(made)[MONEY].value == usd(-3000)
    assert legs_of(made) == []
