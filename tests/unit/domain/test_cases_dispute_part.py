"""A dispute that is won although Stripe gives back a part alone: the rest is proposed as a loss, and stays decided."""

from dataclasses import replace

import pytest

from agent.domain.decisions import Outcome
from agent.domain.documents import State
from agent.domain.facts import OwnDocument
from tests.unit.domain.movements import DAY_S, GIVEN_BACK, TAKEN, bodies, decided, dispute, effect_of, moved, usd

PART = moved("part", 9000, "dispute_reversal", source="dp_1", at=10 * DAY_S)
LATE = moved("late", 3000, "dispute_reversal", source="dp_1", at=20 * DAY_S)
WON = dispute(TAKEN, PART, status="won")
KEPT = ("journal", "kept")


def own(purpose, minor, state="posted"):
    return OwnDocument("journal", purpose, "dp_1", state, "2023/11/1", amount=usd(minor))


POSTED = (own("withdrawn", -13500), own("reinstated", 9000))


def states(made):
    return {draft.key.purpose: draft.state for draft in made.drafts}


def test_what_came_back_is_posted_and_the_rest_is_proposed_as_a_loss():
    made = decided(WON)
    assert made.outcome is Outcome.DOCUMENTS
    assert states(made) == {"withdrawn": State.PENDING, "reinstated": State.PENDING, "kept": State.HELD}
    assert effect_of(made) == {"FEE-DISP": 1500, "CLR": -4500, "LOSS": 3000}
    kept = made.drafts[-1]
    assert (kept.body.reference, kept.body.date, kept.reason_code) == ("dp_1.K", "2023-11-24", "dispute.won_in_part")
    assert kept.reason == (
        "The dispute of 120.00 USD is won, yet of 120.00 USD that it took Stripe has given back 90.00 USD, and does not say"
        " why. Look at it in Stripe. Proposed is 30.00 USD from the dispute account to dispute losses. Approve it, or"
        " ignore it and book by hand what became of the money."
    )


@pytest.mark.parametrize(
    "facts",
    [
        dispute(TAKEN, status="won"),
        dispute(TAKEN, GIVEN_BACK, status="won"),
        dispute(TAKEN, PART, LATE, status="won"),
        dispute(TAKEN, PART, status="under_review"),
        dispute(TAKEN, PART, status="lost"),
        dispute(TAKEN, PART, status="won", given={"currency": "eur"}),
    ],
)
def test_no_rest_is_proposed_before_the_end_nor_where_nothing_is_left_or_it_is_told_otherwise(facts):
    assert KEPT not in bodies(decided(facts))


def test_the_rest_needs_an_account_of_losses():
    accounts = '{"fee": "FEE", "dispute": "DISP"}'
    assert "map dispute_loss LEDGER-CODE" in decided(WON, accounts__ledger=accounts).reason


def test_a_summary_has_taken_what_moved_and_the_rest_is_proposed_all_the_same():
    summed = replace(WON, elsewhere={"txn_taken": "po_1", "txn_part": "po_2"})
    assert states(decided(summed, posting__mode="summary")) == {"kept": State.HELD}


def test_a_loss_that_was_booked_is_taken_back_before_the_rest_is_proposed():
    made = decided(replace(WON, ours=(*POSTED, own("lost", 12000))))
    assert effect_of(made) == {"FEE-DISP": 1500, "CLR": -4500, "LOSS": 3000}
    assert states(made)["kept"] is State.HELD


def test_the_rest_that_was_booked_is_no_loss_once_more_when_the_dispute_is_lost_after_all():
    booked = (*POSTED, own("kept", 3000))
    assert effect_of(decided(replace(dispute(TAKEN, PART, status="lost"), ours=booked))) == {
        "FEE-DISP": 1500,
        "CLR": -4500,
        "DISP": 3000,
    }
    unsent = (*POSTED, own("kept", 3000, "held"))
    assert effect_of(decided(replace(dispute(TAKEN, PART, status="lost"), ours=unsent)))["LOSS"] == 3000


@pytest.mark.parametrize(
    ("booked", "words"),
    [
        (
            (own("kept", 3000),),
            "Book by hand 30.00 USD into clearing from the dispute account and 30.00 USD back from dispute losses, then",
        ),
        ((), "Book by hand 30.00 USD into clearing from the dispute account, then"),
    ],
)
def test_a_rest_that_comes_back_later_is_left_to_a_person_with_what_is_booked_of_it(booked, words):
    facts = dispute(TAKEN, PART, LATE, status="won", sent=True)
    made = decided(replace(facts, ours=(*POSTED, *booked)))
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "dispute.lost_again")
    assert words in made.reason


def test_of_what_comes_back_bit_by_bit_the_rest_is_said_as_a_loss():
    facts = dispute(TAKEN, PART, replace(LATE, amount_minor=1000, net_minor=1000), status="won", sent=True)
    made = decided(replace(facts, ours=POSTED))
    assert (
        "10.00 USD into clearing from the dispute account and 20.00 USD from the dispute account to dispute losses"
        in made.reason
    )


def test_money_that_is_taken_once_more_after_the_rest_was_booked_is_said_whole():
    again = moved("again", -12000, "dispute", source="dp_1", at=30 * DAY_S)
    facts = dispute(TAKEN, PART, again, status="lost", sent=True)
    made = decided(replace(facts, ours=(*POSTED, own("kept", 3000))))
    assert (
        "120.00 USD out of clearing to the dispute account and 120.00 USD from the dispute account to dispute losses"
        in made.reason
    )
