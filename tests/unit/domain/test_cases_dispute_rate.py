"""A dispute of a converted payment: what came back is worth more or less than what was taken."""

from dataclasses import replace

import pytest

from tests.unit.domain.movements import GIVEN_BACK, TAKEN, bodies, decided, dispute, effect_of

POUNDS = {"currency": "gbp", "amount": 9500}


def given_back(minor):
    return replace(GIVEN_BACK, amount_minor=minor, net_minor=minor)


@pytest.mark.parametrize(("back", "fx"), [(11900, 100), (12100, -100)])
def test_difference_between_two_rates_is_an_exchange_difference(back, fx):
    made = decided(dispute(TAKEN, given_back(back), status="won", given=POUNDS))
    assert effect_of(made) == {"FEE-DISP": 1500, "FX": fx, "CLR": back - 13500}


def test_same_rate_leaves_no_difference():
    made = decided(dispute(TAKEN, GIVEN_BACK, status="won", given=POUNDS))
    assert effect_of(made) == {"FEE-DISP": 1500, "CLR": -1500}
    assert "FX" not in {line.ledger_code for line in bodies(made)["journal", "reinstated"].lines}


def test_money_of_our_own_currency_that_stays_away_is_no_exchange_difference():
    made = decided(dispute(TAKEN, given_back(11900), status="won"))
    assert effect_of(made) == {"LOSS": 100, "FEE-DISP": 1500, "CLR": -1600}
    assert made.drafts[-1].reason_code == "dispute.won_in_part"


def test_difference_of_what_a_summary_has_taken_is_booked_alone_once_the_dispute_is_won():
    summed = {"txn_taken": "po_1", "txn_given_back": "po_2"}
    facts = dispute(TAKEN, given_back(11900), given=POUNDS, elsewhere=summed, status="under_review")
    assert decided(facts, posting__mode="summary").reason_code == "posting.summary"
    won = dispute(TAKEN, given_back(11900), given=POUNDS, elsewhere=summed, status="won")
    made = decided(won, posting__mode="summary")
    (draft,) = made.drafts
    assert (draft.body.reference, draft.legs, draft.body.date) == ("dp_1.F", (), "2023-11-24")
    assert effect_of(made) == {"DISP": -100, "FX": 100}


def test_same_rate_in_a_summary_needs_no_entry_of_its_own():
    summed = {"txn_taken": "po_1", "txn_given_back": "po_2"}
    facts = dispute(TAKEN, GIVEN_BACK, given=POUNDS, elsewhere=summed, status="won")
    assert decided(facts, posting__mode="summary").reason_code == "posting.summary"
