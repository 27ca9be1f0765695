"""The site's calendar: which ledger period and which receivables period a day belongs to."""

from dataclasses import replace

import pytest

from agent.domain.days import LedgerPeriod, ReceivablesPeriod, ledger_period, receivables_end, receivables_period
from agent.domain.facts import PeriodState

ENDS_2025 = tuple(f"2025-{month:02d}-28" for month in range(1, 13))
ENDS_2026 = (
    "2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30", "2026-07-31", "2026-08-31",
    "2026-09-30", "2026-10-31", "2026-11-30", "2026-12-31", "2026-12-31", "2026-12-31", "2026-12-31",
)  # fmt: skip
NOVEMBER = PeriodState(2026, 11, ENDS_2026, ENDS_2025, 2026, 11)
#: A year from July to June: the first period of 2027 is July 2026.
FINANCIAL = PeriodState(
    2027, 5, tuple(f"2026-{month:02d}-28" for month in range(7, 13)), ENDS_2025, receivables_year=2027, receivables_month=5
)  # fmt: skip


@pytest.mark.parametrize(
    ("day", "letter"),
    [("2026-11-01", "C"), ("2026-11-30", "C"), ("2026-10-31", "P"), ("2026-09-01", "B"), ("2026-09-30", "B")],
)
def test_own_names_the_month_of_the_day_as_far_as_syspro_reaches(day, letter):
    assert receivables_period(day, NOVEMBER, "own", "C") == ReceivablesPeriod(letter)


@pytest.mark.parametrize("day", ["2026-08-31", "2026-12-01", "2027-01-15", "2024-03-01"])
def test_a_day_beyond_reach_goes_to_the_sites_period_and_says_so(day):
    assert receivables_period(day, NOVEMBER, "own", "C") == ReceivablesPeriod("C", moved_from=day)


def test_current_stays_in_the_sites_period_whatever_the_day():
    assert receivables_period("2026-11-20", NOVEMBER, "current", "C") == ReceivablesPeriod("C")
    assert receivables_period("2026-10-31", NOVEMBER, "current", "C") == ReceivablesPeriod("C", moved_from="2026-10-31")
    assert receivables_period("2026-10-31", NOVEMBER, "current", "P") == ReceivablesPeriod("P")


def test_hold_lets_only_the_open_month_pass():
    assert receivables_period("2026-11-20", NOVEMBER, "hold", "C").problem == ""
    found = receivables_period("2026-10-31", NOVEMBER, "hold", "C")
    assert found.problem.startswith("2026-10-31 is in another month than 11 of 2026")


def test_where_the_open_month_is_not_known_the_sites_period_counts():
    assert receivables_period("2026-10-31", None, "own", "B") == ReceivablesPeriod("B")
    assert receivables_period("2026-10-31", PeriodState(2026, 11), "hold", "P") == ReceivablesPeriod("P")


def test_a_january_counts_the_months_of_the_year_before():
    january = PeriodState(2027, 1, ("2027-01-31",), ENDS_2026, 2027, 1)
    assert [receivables_period(day, january, "own", "C").letter for day in ("2026-12-31", "2026-11-30")] == ["P", "B"]


def test_a_financial_year_is_counted_by_the_ledgers_calendar():
    assert [receivables_period(day, FINANCIAL, "own", "C").letter for day in ("2026-11-20", "2026-10-20")] == ["C", "P"]
    assert receivables_end(FINANCIAL) == "2026-11-28"


def test_without_the_ledgers_calendar_months_are_those_of_the_year():
    bare = PeriodState(2026, 11, receivables_year=2026, receivables_month=11)
    assert receivables_period("2026-10-31", bare, "own", "C").letter == "P"
    assert receivables_end(bare) == "2026-11-30"
    assert receivables_end(replace(bare, receivables_month=0)) == ""


def test_the_open_month_ends_on_the_last_day_of_its_period():
    assert receivables_end(NOVEMBER) == "2026-11-30"
    assert receivables_end(replace(NOVEMBER, receivables_year=2025, receivables_month=12)) == "2025-12-28"


def test_a_journal_goes_to_the_open_period_its_own_or_a_person():
    assert ledger_period("2026-11-20", NOVEMBER, "open") == LedgerPeriod("2026", "11")
    assert ledger_period("2026-10-31", NOVEMBER, "open") == LedgerPeriod("2026", "11", moved=True)
    assert ledger_period("2026-10-31", NOVEMBER, "own") == LedgerPeriod("2026", "10")
    assert "belongs to ledger period 10 of 2026" in ledger_period("2026-10-31", NOVEMBER, "hold").problem
    assert "no ledger period that is known" in ledger_period("2027-10-31", NOVEMBER, "hold").problem
    assert ledger_period("2026-10-31", None, "own") == LedgerPeriod()
