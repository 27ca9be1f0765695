"""How many reads Stripe allows, and how polling slows down by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.domain.allowance import SLOWEST_S, WINDOW_S, Usage, allowance

USAGES = st.builds(
    Usage,
    used=st.integers(0, 10**9),
    transactions=st.integers(0, 10**6),
    reads_per_poll=st.integers(1, 5),
    reads_per_transaction=st.integers(0, 20),
)
PACES = st.integers(1, 86_400)


def reckoned(usage, *, pace=300):
    return allowance(usage, floor=10_000, reads_per_transaction=500, poll_every_s=pace)


def test_a_small_account_has_the_floor():
    assert reckoned(Usage(used=0, transactions=19)).reads == 10_000


def test_a_busy_account_has_500_reads_a_transaction():
    assert reckoned(Usage(used=0, transactions=21)).reads == 10_500


def test_polling_every_minute_fits_a_busy_account():
    assert reckoned(Usage(used=0, transactions=200), pace=60).poll_every_s == 60


def test_polling_every_minute_does_not_fit_a_quiet_account():
    slowed = reckoned(Usage(used=0, transactions=0), pace=60)
    assert slowed.poll_every_s > 240
    assert 9_000 < slowed.projected < slowed.reads


def test_nothing_slows_down_below_80_percent():
    assert reckoned(Usage(used=7_999, transactions=0), pace=600).poll_every_s == 600


@pytest.mark.parametrize(("used", "times"), [(8_000, 1), (9_000, 2), (9_500, 4), (9_800, 10)])
def test_polling_slows_with_what_is_used(used, times):
    assert reckoned(Usage(used, transactions=0), pace=600).poll_every_s == 600 * times


def test_a_used_up_allowance_leaves_four_looks_a_day():
    assert reckoned(Usage(used=10_000, transactions=0)).poll_every_s == SLOWEST_S


def test_no_allowance_at_all_is_no_division_by_zero():
    none = allowance(Usage(used=0, transactions=0), floor=0, reads_per_transaction=0, poll_every_s=300)
    assert none.poll_every_s == SLOWEST_S


@given(USAGES, PACES)
def test_polling_is_never_faster_than_set_and_never_slower_than_the_slowest(usage, pace):
    assert pace <= reckoned(usage, pace=pace).poll_every_s <= max(pace, SLOWEST_S)


@given(USAGES, PACES)
def test_the_projection_stays_within_the_allowance_wherever_anything_fits(usage, pace):
    result = reckoned(usage, pace=pace)
    least = usage.transactions * usage.reads_per_transaction + 5 * WINDOW_S // SLOWEST_S
    if least < result.reads * 8 // 10:
        assert result.projected <= result.reads


@given(USAGES, PACES, st.integers(1, 10**6))
def test_more_reads_used_never_speed_polling_up(usage, pace, more):
    worse = Usage(usage.used + more, usage.transactions, usage.reads_per_poll, usage.reads_per_transaction)
    assert reckoned(worse, pace=pace).poll_every_s >= reckoned(usage, pace=pace).poll_every_s


@given(PACES, st.integers(0, 40), st.integers(0, 9_000))
def test_a_quarter_of_a_year_of_polling_never_uses_more_than_allowed(pace, transactions, spent):
    """Day by day, as the store counts: what polling reads today is used tomorrow."""
    days = [spent] + [0] * 29
    for _ in range(90):
        result = reckoned(Usage(sum(days), transactions), pace=pace)
        days = [*days[1:], -(-86_400 // result.poll_every_s)]
        assert sum(days) <= result.reads
