"""What is said of movements that came late."""

from dataclasses import replace

from agent.domain.late import day_of, late_movement, late_opening, unexplained
from agent.domain.proof import ProofRow
from tests.unit.domain.movements import moved

LATE = moved("late", -500, "other_adjustment")
OTHER = moved("other", 700, "other_adjustment")
PLACE = ("usd", day_of(LATE))


def test_a_late_movement_is_named_with_its_money_and_its_day():
    found = late_movement(LATE)
    assert found.subject == "txn_late"
    assert "txn_late of -5.00 USD (other_adjustment), dated 2023-11-14" in found.message


def test_a_movement_without_a_category_is_called_by_its_type():
    assert "(odd)" in late_movement(moved("x", 1, "", type="odd")).message


def test_an_early_day_names_the_one_movement_that_is_the_difference():
    assert "first read: txn_late." in late_opening(PLACE, -500, [LATE, OTHER]).message


def test_an_early_day_says_how_many_it_could_be_where_none_is_exact():
    assert "one or more of its 2 movements" in late_opening(PLACE, 200, [LATE, OTHER]).message


def test_what_nothing_explains_is_told_with_its_amount():
    row = ProofRow("A", "usd", 0, 0, 0, 0, 0, 0, 0, 0, None, -500, 0)
    assert "Stripe's balance is 5.00 USD less than" in unexplained(row, 35).message
    assert "Stripe's balance is 5.00 USD more than" in unexplained(replace(row, difference_minor=500), 35).message


def test_an_early_day_is_more_or_less_than_it_was():
    assert "add up to 5.00 USD less than" in late_opening(PLACE, -500, [LATE]).message
    assert "add up to 7.00 USD more than" in late_opening(PLACE, 700, [LATE]).message
