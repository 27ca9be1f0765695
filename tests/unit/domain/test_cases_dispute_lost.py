"""A lost dispute: off the account, credited or a loss; what was booked stays, and is taken back when it is overturned."""

from dataclasses import replace

import pytest

from agent.domain.decisions import Outcome
from agent.domain.facts import ErpOrder, OpenInvoice, OwnDocument
from agent.domain.kinds import Allocation
from agent.domain.money import Money
from agent.domain.posting import NOT_AVAILABLE
from tests.unit.domain.cases import PAID_AT
from tests.unit.domain.movements import (
    CUSTOMER,
    DAY,
    DAY_S,
    GIVEN_BACK,
    INVOICE,
    ORDER,
    TAKEN,
    bodies,
    decided,
    dispute,
    effect_of,
    moved,
    usd,
)
from tests.unit.domain.test_cases_dispute import LATER, SOLD, sold

# ---------------------------------------------------------------- lost before it was sold

LOST = dispute(TAKEN, status="lost", closed_at=PAID_AT + 9 * DAY_S)
ACCOUNT = ("adjustment", "account")
BOUGHT = (
    OwnDocument("receipt", "payment", "ch_1", "posted", "2023/11/7", customer=CUSTOMER),
    OwnDocument("sales_order", "sale", "ch_1", "posted", ORDER),
)


def held(minor=12000, currency="usd"):
    return OpenInvoice(CUSTOMER, "_CRD01", "C", Money(-minor, currency))


def open_order(facts=LOST, *, order=None, account=None, invoices=(), ours=BOUGHT, charge=None, own_documents=()):
    """A lost dispute whose order is open, by default with all of its payment on account."""
    order = order or ErpOrder(ORDER, "1", CUSTOMER)
    erp = replace(facts.erp, order=order, on_account=account or held(), invoices=invoices)
    objects = facts.stripe.objects | ({"charge": charge} if charge else {})
    return replace(facts, ours=(*ours, *own_documents), erp=erp, stripe=replace(facts.stripe, objects=objects))


def about_it(kind, purpose, state="posted", **changes):
    return OwnDocument(kind, purpose, "dp_1", state, "1", customer=CUSTOMER, **changes)


@pytest.mark.parametrize("lost", ["journal", "credit_note"])
def test_what_was_never_invoiced_comes_off_the_account_and_the_order_is_cancelled(lost):
    made = decided(open_order(), disputes__lost=lost)
    assert list(bodies(made)) == [("journal", "withdrawn"), ("order_cancel", "cancel"), ACCOUNT]
    assert effect_of(made) == {"FEE-DISP": 1500, "CLR": -13500, "AR": 12000}
    off = bodies(made)[ACCOUNT]
    assert (off.invoice, off.transaction_type, off.value, off.ledger_code) == ("_CRD01", "C", usd(12000), "DISP")
    assert (off.reference, off.customer) == ("dp_1.BA", CUSTOMER)
    assert bodies(made)[("order_cancel", "cancel")].sales_order == ORDER


@pytest.mark.parametrize(
    ("changes", "settings"),
    [
        ({"account": held(11999)}, {}),
        ({"account": held(currency="eur")}, {}),
        ({"charge": {"id": "ch_1", "amount_captured": 15000}}, {}),
        ({}, {"refunds__cancel_order": "no"}),
    ],
    ids=["too little on account", "another currency", "only a part is disputed", "orders are not cancelled"],
)
def test_else_it_is_a_loss_and_the_order_goes_on(changes, settings):
    made = decided(open_order(**changes), disputes__lost="credit_note", **settings)
    assert list(bodies(made)) == [("journal", "withdrawn"), ("journal", "lost")]


def test_a_cancelled_order_needs_no_cancelling():
    cancelled = ErpOrder(ORDER, "\\", CUSTOMER, cancelled=True)
    part = {"id": "ch_1", "amount_captured": 15000}
    assert list(bodies(decided(open_order(order=cancelled, charge=part)))) == [("journal", "withdrawn"), ACCOUNT]


@pytest.mark.parametrize(("invoiced", "off"), [(0, 12000), (5000, 7000)])
def test_what_came_off_the_account_before_the_database_was_restored_comes_off_again_as_it_did(invoiced, off):
    invoices = (OpenInvoice(CUSTOMER, INVOICE, "I", usd(0), value=usd(invoiced), tax=usd(0)),) if invoiced else ()
    status = ErpOrder(ORDER, "\\", CUSTOMER, last_invoice=INVOICE if invoiced else "", cancelled=True)
    facts = open_order(order=status, invoices=invoices)
    made = decided(replace(facts, erp=replace(facts.erp, on_account=None, taken_from="_CRD01")))
    assert bodies(made)[ACCOUNT].value == usd(off)
    assert bodies(made)[ACCOUNT].invoice == "_CRD01"
    assert ("order_cancel", "cancel") in bodies(made)
    assert (("journal", "lost") in bodies(made)) is bool(invoiced)


def test_money_that_paid_for_no_order_comes_off_the_account():
    facts = open_order(ours=BOUGHT[:1])
    assert list(bodies(decided(facts))) == [("journal", "withdrawn"), ACCOUNT]


PART = replace(SOLD, value=usd(4000), tax=usd(0))
PART_ORDER = ErpOrder(ORDER, "2", CUSTOMER, INVOICE)


@pytest.mark.parametrize(("lost", "account"), [("journal", "LOSS"), ("credit_note", "SALES")])
def test_of_a_part_invoiced_order_that_part_is_lost_and_the_rest_comes_off_the_account(lost, account):
    made = decided(open_order(order=PART_ORDER, account=held(8000), invoices=(PART,)), disputes__lost=lost)
    assert effect_of(made) == {"FEE-DISP": 1500, "CLR": -13500, "AR": 8000, account: 4000}
    assert bodies(made)[("order_cancel", "cancel")].last_invoice == INVOICE


def test_what_a_refund_has_credited_of_the_invoice_is_no_loss_once_more():
    credited = OwnDocument("receipt", "money", "re_1", "posted", "1", allocations=(Allocation("", usd(-1000), "C"),))
    facts = open_order(order=PART_ORDER, account=held(9000), invoices=(PART,), own_documents=(credited,),
                       charge={"id": "ch_1", "amount_captured": 13000})  # fmt: skip
    assert effect_of(decided(facts)) == {"FEE-DISP": 1500, "CLR": -13500, "AR": 9000, "LOSS": 3000}


@pytest.mark.parametrize(
    ("changes", "code", "again"),
    [
        ({"payment_outcome": "undecided"}, "dispute.payment_moving", True),
        ({"payment_outcome": "held", "payment_code": "payer.unknown"}, "dispute.payment_stopped", False),
        ({"payment_outcome": "waiting", "payment_code": NOT_AVAILABLE}, "dispute.payment_not_available", False),
    ],
)
def test_a_loss_waits_for_a_payment_that_has_no_receipt_yet(changes, code, again):
    facts = replace(LOST, ours=(), **changes)
    made = decided(facts)
    assert (made.outcome, made.reason_code, made.again) == (Outcome.WAITING, code, again)
    assert "120.00 USD" in made.reason
    # Only the loss waits: what is withdrawn is booked at once.
    withdrawn = replace(facts, stripe=dispute(TAKEN).stripe)
    assert list(bodies(decided(withdrawn))) == [("journal", "withdrawn")]


@pytest.mark.parametrize("outcome", ["", "ignored", "documents"])
def test_a_loss_waits_for_no_payment_that_was_never_told_of_or_that_nobody_will_post(outcome):
    made = decided(replace(LOST, ours=(), payment_outcome=outcome, payment_code="payment.before_start"))
    assert list(bodies(made)) == [("journal", "withdrawn"), ("journal", "lost")]


@pytest.mark.parametrize(
    ("state", "code"), [("pending", "dispute.payment_moving"), ("parked", "dispute.payment_stopped")]
)
def test_a_loss_waits_for_its_payment_and_for_refunds_of_it(state, code):
    receipt = replace(BOUGHT[0], state=state)
    refunding = OwnDocument("receipt", "money", "re_1", state, "")
    for facts in (open_order(ours=(receipt, BOUGHT[1])), open_order(own_documents=(refunding,))):
        made = decided(facts)
        assert (made.outcome, made.reason_code) == (Outcome.WAITING, code)
        assert "120.00 USD" in made.reason


def test_the_loss_has_the_day_on_which_the_dispute_was_closed():
    made = decided(LOST)
    assert [draft.body.date for draft in made.drafts] == [DAY, "2023-11-23"]
    credit = bodies(decided(replace(sold(), closed_at=PAID_AT + 9 * DAY_S), disputes__lost="credit_note"))
    assert credit[("ar_document", "credit")].date == "2023-11-23"


def test_a_month_that_is_closed_holds_what_goes_into_receivables():
    later = replace(LATER, receivables_year=2024, receivables_month=1)
    facts = open_order()
    made = decided(replace(facts, erp=replace(facts.erp, periods=later)), periods__receivables="hold")
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "period.closed")


# ---------------------------------------------------------------- what was booked, and overturned

OFF = about_it("adjustment", "account", allocations=(Allocation("_CRD01", usd(-12000), "C"),))
CANCELLED = about_it("order_cancel", "cancel")
LOSS = about_it("journal", "lost", amount=usd(12000))
CREDITED = about_it("ar_document", "credit", amount=usd(12000))
CLOSED = about_it("adjustment", "adjustment", allocations=(Allocation("", usd(-12000), "C"),))
WON = dispute(TAKEN, GIVEN_BACK, status="won", closed_at=PAID_AT + 5 * DAY_S)


def test_what_was_booked_stays_as_it_was_whatever_syspro_says_by_now():
    cancelled = ErpOrder(ORDER, "\\", CUSTOMER, cancelled=True)
    made = decided(
        open_order(order=cancelled, account=held(0), own_documents=(OFF, CANCELLED)), disputes__lost="credit_note"
    )
    assert list(bodies(made)) == [("journal", "withdrawn"), ACCOUNT]
    assert bodies(made)[ACCOUNT].invoice == "_CRD01"


def test_an_order_that_could_not_be_cancelled_yet_is_still_to_be():
    waiting = replace(CANCELLED, state="parked")
    assert ("order_cancel", "cancel") in bodies(decided(open_order(own_documents=(OFF, waiting))))
    complete = open_order(order=ErpOrder(ORDER, "9", CUSTOMER, INVOICE), own_documents=(OFF, waiting))
    assert ("order_cancel", "cancel") not in bodies(decided(complete))


def test_a_credit_note_that_was_sent_is_closed_and_never_a_loss_too():
    made = decided(replace(LOST, ours=(*BOUGHT, CREDITED)))
    assert ("adjustment", "adjustment") in bodies(made)
    assert ("journal", "lost") not in bodies(made)
    unnamed = decided(replace(LOST, ours=(*BOUGHT, replace(CREDITED, amount=None))))
    assert bodies(unnamed)[("adjustment", "adjustment")].value == usd(12000)


def test_a_loss_that_is_overturned_is_mirrored_on_the_day_of_the_money():
    made = decided(replace(WON, ours=(*BOUGHT, LOSS)))
    assert effect_of(made) == {"FEE-DISP": 1500, "CLR": -1500}
    assert bodies(made)[("journal", "overturned")].date == "2023-11-24"


def test_the_debit_note_of_an_overturned_dispute_has_the_very_tax_of_its_credit_note():
    facts = replace(sold(), ours=(*BOUGHT, replace(CREDITED, tax=usd(1999)), CLOSED), stripe=WON.stripe)
    assert bodies(decided(facts))[("ar_document", "debit")].tax == usd(1999)


def test_a_credit_note_that_is_overturned_is_debited():
    facts = replace(sold(), ours=(*BOUGHT, CREDITED, CLOSED))
    won = replace(facts, stripe=WON.stripe)
    made = decided(won, disputes__lost="credit_note")
    assert effect_of(made) == {"FEE-DISP": 1500, "CLR": -1500}
    debit = bodies(made)[("ar_document", "debit")]
    assert (debit.transaction_type, debit.value, debit.tax, debit.date) == ("D", usd(12000), usd(2000), "2023-11-24")
    assert bodies(made)[("adjustment", "debit_adjustment")].reference == "dp_1.DA"
    assert made.drafts[-1].needs["invoice"].purpose == "debit"


def test_money_that_came_off_the_account_is_put_back():
    made = decided(replace(WON, ours=(*BOUGHT, OFF, CANCELLED)))
    assert effect_of(made) == {"FEE-DISP": 1500, "CLR": -1500}
    back = bodies(made)[("adjustment", "account_back")]
    assert (back.invoice, back.value, back.transaction_type) == ("_CRD01", usd(-12000), "C")
    assert "its order stays cancelled" in made.drafts[-1].title


def test_of_a_loss_that_came_back_in_part_that_part_is_mirrored():
    part = moved("part", 5000, "dispute_reversal", source="dp_1", at=10 * DAY_S)
    made = decided(replace(dispute(TAKEN, part, status="lost"), ours=(*BOUGHT, LOSS)))
    assert effect_of(made) == {"LOSS": 7000, "FEE-DISP": 1500, "CLR": -8500}


def test_what_was_taken_back_is_decided_the_same_again():
    back = about_it("journal", "overturned", amount=usd(12000))
    first = decided(replace(WON, ours=(*BOUGHT, LOSS)))
    assert decided(replace(WON, ours=(*BOUGHT, LOSS, back))).drafts == first.drafts


TAKEN_AGAIN = moved("again", -12000, "dispute", source="dp_1", at=20 * DAY_S)
POSTED = (about_it("journal", "withdrawn", amount=usd(-13500)), about_it("journal", "reinstated", amount=usd(12000)))


def test_a_dispute_that_is_lost_once_more_is_left_to_a_person():
    back = about_it("journal", "overturned", amount=usd(12000))
    made = decided(replace(LOST, ours=(*BOUGHT, LOSS, back)))
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "dispute.lost_again")
    debited = about_it("ar_document", "debit", amount=None)
    made = decided(replace(LOST, ours=(*BOUGHT, CREDITED, CLOSED, debited, POSTED[0])))
    assert made.reason_code == "dispute.lost_again"
    assert "Book by hand 120.00 USD from the dispute account to dispute losses, then ignore it here." in made.reason


def test_what_a_person_books_of_a_third_movement_is_said_in_amounts():
    overturned = (LOSS, about_it("journal", "overturned", amount=usd(12000)))
    facts = dispute(TAKEN, GIVEN_BACK, TAKEN_AGAIN, status="lost", sent=True)
    made = decided(replace(facts, ours=(*BOUGHT, *POSTED, *overturned)))
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "dispute.lost_again")
    assert made.reason == (
        "The dispute of 120.00 USD was decided once more after its money had come back, which Stripe does not describe."
        " Stripe has moved -135.00 USD (2023-11-14), 120.00 USD (2023-11-24), -120.00 USD (2023-12-04); SYSPRO has"
        " -15.00 USD of that in clearing. Book by hand 120.00 USD out of clearing to the dispute account and 120.00 USD"
        " from the dispute account to dispute losses, then ignore it here."
    )


def test_a_dispute_that_was_won_and_is_taken_again_is_held_as_well():
    facts = dispute(TAKEN, GIVEN_BACK, TAKEN_AGAIN, status="needs_response", sent=True)
    made = decided(replace(facts, ours=(*BOUGHT, *POSTED)))
    assert made.reason_code == "dispute.lost_again"
    assert "Book by hand 120.00 USD out of clearing to the dispute account, then" in made.reason


def test_money_that_came_back_once_more_is_held_the_other_way_round():
    once_more = moved("once_more", 12000, "dispute_reversal", source="dp_1", at=30 * DAY_S)
    lost_twice = (
        *POSTED,
        about_it("journal", "lost", amount=usd(24000)),
        about_it("journal", "overturned", amount=usd(12000)),
    )
    facts = dispute(TAKEN, GIVEN_BACK, TAKEN_AGAIN, once_more, status="won", sent=True)
    sent = (replace(lost_twice[0], amount=usd(-25500)), *lost_twice[1:])
    made = decided(replace(facts, ours=(*BOUGHT, *sent)))
    assert "120.00 USD into clearing from the dispute account and 120.00 USD back from dispute losses" in made.reason


def test_three_movements_that_are_first_seen_together_are_booked_as_a_loss():
    facts = dispute(TAKEN, GIVEN_BACK, TAKEN_AGAIN, status="lost", closed_at=PAID_AT + 21 * DAY_S)
    made = decided(replace(facts, ours=BOUGHT))
    assert effect_of(made) == {"FEE-DISP": 1500, "CLR": -13500, "LOSS": 12000}


@pytest.mark.parametrize("dispute_id", ["du_" + "1" * 24, "dp_" + "x" * 252])
def test_each_document_of_an_overturned_dispute_has_a_reference_of_its_own(dispute_id):
    own_documents = [replace(one, stripe_id=dispute_id) for one in (OFF, CANCELLED, LOSS, CREDITED, CLOSED)]
    facts = dispute(TAKEN, GIVEN_BACK, status="won", given={"id": dispute_id})
    stripe = replace(facts.stripe, subject=dispute_id)
    made = decided(replace(facts, stripe=stripe, ours=(*BOUGHT, *own_documents)))
    references = [draft.body.reference for draft in made.drafts]
    assert len(set(references)) == len(references) > 7
    assert all(len(reference) <= 30 for reference in references)
