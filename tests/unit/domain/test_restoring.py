"""A restored database: which documents it may have sent before, and what a person is asked."""

from dataclasses import replace

import pytest

from agent.domain.documents import STEPS_PER_SECOND, Document, State
from agent.domain.kinds import BankReceipt, CashEntry
from agent.domain.money import Money
from agent.domain.restoring import RESTORED, Restored, ask_person, before_it_came_back, may_have_gone, noticed, tells
from tests.store.builders import NOW, customer, journal
from tests.unit.domain.movements import GIVEN_BACK, TAKEN, dispute, failed, movement, own, refunded

USD = Money(100, "usd")
RESTORE = Restored(until_at=NOW, found_at=NOW + 60)


def document(body, moved_at=NOW):
    draft = replace(journal(), body=body, order_by=moved_at * STEPS_PER_SECOND + 3)
    return Document(12, draft, State.POSTING, "", "", revision=1, due_at=None, attempts=0)


@pytest.mark.parametrize(("moved_at", "may"), [(NOW - 1, True), (NOW, True), (NOW + 900, True), (NOW + 901, False)])
def test_money_that_moved_after_the_last_sending_was_not_sent_before_however_the_clock_goes(moved_at, may):
    assert may_have_gone(document(journal().body, moved_at), RESTORE) is may


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (CashEntry("po_1", "STRIPE-USD", "W", USD, "2026-01-31"), "Look at bank STRIPE-USD for the reference po_1."),
        (
            BankReceipt("po_1", "MAIN", "USD", USD, "2026-01-31", "1310-000"),
            "Look at bank MAIN for the reference po_1.",
        ),
        (journal().body, "Look at SYSPRO for the reference po_1."),
    ],
)
def test_a_person_is_told_where_to_look_and_what_to_say(body, place):
    settlement = ask_person(document(body), RESTORE)
    assert (settlement.state, settlement.reason_code, settlement.due_at) == (State.IN_DOUBT, RESTORED, None)
    assert place in settlement.reason
    assert "put back from a backup: up to 2023-11-14" in settlement.reason
    assert "`syspro-stripe resolve 12 --key KEY`" in settlement.reason
    assert "`syspro-stripe resolve 12 --absent`" in settlement.reason


# ---------------------------------------------------------------- as it stood before money came back

WON = dispute(TAKEN, GIVEN_BACK, status="won").stripe


def about(purpose, state="posted", subject="dp_1"):
    return own("journal", purpose, state, stripe_id=subject)


def test_a_failed_refund_is_seen_as_it_was_while_its_money_was_away():
    then = before_it_came_back(failed(refunded()).stripe, ())
    assert then == replace(refunded().stripe, objects=then.objects)
    assert then.objects["refund"]["status"] == "succeeded"
    assert "failure_balance_transaction" not in then.objects["refund"]


def test_a_movement_that_stripe_shows_in_full_is_known_by_its_id():
    stripe = failed(refunded()).stripe
    refund = stripe.objects["refund"] | {"failure_balance_transaction": {"id": "txn_back"}}
    shown = replace(stripe, objects=stripe.objects | {"refund": refund})
    assert before_it_came_back(shown, ()).balance_transactions == refunded().stripe.balance_transactions


def test_a_dispute_whose_money_came_back_may_have_been_lost_before():
    then = before_it_came_back(WON, (about("withdrawn"), about("reinstated")))
    assert then.objects["dispute"]["status"] == "lost"
    assert then.balance_transactions == (TAKEN,)


@pytest.mark.parametrize(
    ("stripe", "ours"),
    [
        (refunded().stripe, ()),
        (failed(refunded()).stripe, (about("money", subject="re_1"),)),
        (dispute(TAKEN).stripe, ()),
        (dispute(TAKEN, GIVEN_BACK, status="lost").stripe, ()),
        (WON, (about("lost"),)),
        (movement(GIVEN_BACK).stripe, ()),
    ],
    ids=["out", "failed and sent", "taken", "lost, a part came back", "loss booked", "no object"],
)
def test_there_is_no_before_where_nothing_came_back_or_we_know_what_was_sent(stripe, ours):
    assert before_it_came_back(stripe, ours) is None


def test_what_another_object_sent_says_nothing_about_this_one():
    assert before_it_came_back(WON, (about("lost", subject="dp_2"), about("lost", "pending"))) is not None


# ---------------------------------------------------------------- what is a sign of a restore


def test_what_carries_our_reference_is_a_sign_and_what_a_person_may_have_made_is_none():
    assert tells(document(journal().body))
    assert not tells(replace(document(journal().body), draft=customer()))


def test_a_person_is_told_what_showed_it_and_what_to_make_sure_of():
    told = noticed(replace(RESTORE, sign="SYSPRO has po_1, which it has never sent"))
    assert (told.subject, told.code) == ("database", "database.older")
    assert "older than what was sent from it: SYSPRO has po_1, which it has never sent." in told.message
    assert "Make sure that no other engine posts for this Stripe account" in told.message
