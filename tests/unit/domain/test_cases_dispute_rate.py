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
    assert effect_of(made) == {"DISP": 100, "FEE-DISP": 1500, "CLR": -1600}
