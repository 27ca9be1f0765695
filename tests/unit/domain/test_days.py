"""The calendar of the site: days in its time zone, and the ledger period that a day goes to."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.domain.days import LedgerPeriod, day_at, ledger_period
from agent.domain.json_reader import BadJsonError
from tests.unit.domain.cases import PAID_AT
from tests.unit.domain.movements import DAY, PERIODS

OPEN = LedgerPeriod("2023", "11")
#: Thirteen periods of four weeks; the first of the year ends in its first month.
WEEKS = replace(
    PERIODS, ledger_ends=("2023-01-28", "2023-02-25"), ledger_period=2, ledger_previous_ends=("2022-12-31",)
)


@pytest.mark.parametrize(
    ("zone", "day"),
    [("UTC", DAY), ("Asia/Tokyo", "2023-11-15"), ("America/New_York", DAY), ("Pacific/Kiritimati", "2023-11-15")],
)
def test_a_moment_belongs_to_the_day_of_the_site(zone, day):
    assert day_at(PAID_AT, zone) == day


def test_a_moment_that_no_calendar_has_is_told():
    with pytest.raises(BadJsonError, match="which no calendar has"):
        day_at(10**18, "UTC")


@pytest.mark.parametrize("policy", ["open", "own", "hold"])
def test_a_day_in_the_open_period_goes_there(policy):
    assert ledger_period(DAY, PERIODS, policy) == OPEN


@pytest.mark.parametrize("policy", ["open", "own", "hold"])
def test_where_the_periods_were_not_read_syspro_takes_its_own(policy):
    assert ledger_period(DAY, None, policy) == LedgerPeriod()


@pytest.mark.parametrize(
    ("day", "year", "period"),
    [
        ("2023-10-31", "2023", "10"),
        ("2023-12-01", "2023", "12"),
        ("2022-12-31", "2022", "12"),
        ("2022-01-01", "2022", "1"),
    ],
)
def test_a_day_of_another_period_goes_where_the_site_says(day, year, period):
    assert ledger_period(day, PERIODS, "own") == LedgerPeriod(year, period)
    assert ledger_period(day, PERIODS, "open") == replace(OPEN, moved=True)
    held = ledger_period(day, PERIODS, "hold")
    assert f"{day} belongs to ledger period {period} of {year}, and period 11 of 2023 is open" in held.problem


@pytest.mark.parametrize("day", ["2021-12-31", "2021-06-15", "2024-01-01"])
def test_a_day_beyond_the_calendar_of_syspro_is_in_no_period_that_is_known(day):
    assert ledger_period(day, PERIODS, "own") == OPEN
    assert "belongs to no ledger period that is known" in ledger_period(day, PERIODS, "hold").problem


@pytest.mark.parametrize("day", ["2022-12-31", "2022-06-15"])
def test_a_day_of_last_year_is_not_in_this_years_first_period_where_last_year_is_not_known(day):
    unknown = replace(PERIODS, ledger_previous_ends=())
    assert "no ledger period that is known" in ledger_period(day, unknown, "hold").problem


def test_periods_need_not_be_months():
    assert ledger_period("2023-01-29", WEEKS, "own") == LedgerPeriod("2023", "2")
    assert ledger_period("2023-01-01", WEEKS, "own") == LedgerPeriod("2023", "1")


def test_a_calendar_without_any_period_leaves_the_open_one():
    empty = replace(PERIODS, ledger_ends=(), ledger_previous_ends=())
    assert ledger_period(DAY, empty, "own") == OPEN


@given(st.dates(min_value=date(2022, 1, 1), max_value=date(2023, 12, 31)))
def test_every_day_of_two_years_is_in_the_period_of_its_month(day):
    assert ledger_period(day.isoformat(), PERIODS, "own") == LedgerPeriod(str(day.year), str(day.month))
