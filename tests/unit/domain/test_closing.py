"""What will not fit into the open month."""

import pytest

from agent.domain.closing import Unfinished, closing, day_of, moved_at
from agent.domain.events import BalanceTransaction
from agent.domain.facts import ErpFacts, Facts, PeriodState, StripeFacts
from agent.domain.kinds import Customer, Journal, Receipt
from agent.domain.money import Money

NOVEMBER = PeriodState(2026, 2, ("2026-10-31", "2026-11-30", "2026-12-31"), (), 2026, 2)


def waiting(day, name="1"):
    return Unfinished("document", name, "Receipt", "pending", "", day, None)


def test_what_is_dated_in_the_open_month_or_before_is_listed_by_day():
    rows = [waiting(day) for day in ("2026-12-01", "2026-11-30", "2026-09-01")]
    found = closing(NOVEMBER, 5, rows)
    assert [row.day for row in found.rows] == ["2026-09-01", "2026-11-30"]
    assert (found.ledger_end, found.receivables_end, found.read_at) == ("2026-11-30", "2026-11-30", 5)


@pytest.mark.parametrize("periods", [None, PeriodState(2026, 11)])
def test_everything_is_listed_while_no_end_is_known(periods):
    assert len(closing(periods, 0, [waiting("2030-01-01")]).rows) == 1


def test_kinds_without_a_day_have_none():
    usd = Money(1, "usd")
    assert day_of(Customer(reference="r", reference_field="none", name="Ann", currency="USD")) == ""
    assert day_of(Receipt("ch_1", usd, "2026-11-30", "B")) == "2026-11-30"
    assert day_of(Journal("po_1", "2026-11-29", "USD")) == "2026-11-29"


def facts(objects, *bookings):
    return Facts("A", StripeFacts("ch_1", "charge", objects, bookings), ErpFacts(), read_at=9)


def test_the_moment_of_a_decision_is_that_of_its_money_or_its_object_or_its_reading():
    booking = BalanceTransaction("txn_1", 3, 1, 0, 1, "usd", "charge", "charge", "ch_1")
    assert moved_at(facts({"charge": {"created": 5}}, booking)) == 3
    assert moved_at(facts({"charge": {"created": 5}})) == 5
    assert moved_at(facts({"charge": {"created": "?"}})) == 9
    assert moved_at(facts({})) == 9
