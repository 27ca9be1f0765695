"""How often somebody may ask, and how long an answer counts."""

import pytest

from connectors.portal.cache import Cache
from connectors.portal.rates import Rates


def test_a_bucket_is_used_up_and_filled_evenly(clock):
    rates = Rates(6, clock)
    assert [rates.take("shop") for _ in range(7)] == [0, 0, 0, 0, 0, 0, 10]
    clock.advance(9)
    assert rates.take("shop") == 1
    clock.advance(1)
    assert (rates.take("shop"), rates.take("shop")) == (0, 10)


def test_a_pause_fills_a_bucket_and_no_more(clock):
    rates = Rates(2, clock)
    rates.take("shop")
    clock.advance(10_000)
    assert [rates.take("shop") for _ in range(3)] == [0, 0, 30]


def test_buckets_are_apart_and_bounded(clock):
    rates = Rates(1, clock, most=2)
    assert [rates.take(name) for name in ("a", "b", "a")] == [0, 0, 60]
    # The one not used for longest is forgotten.
    assert [rates.take(name) for name in ("c", "b")] == [0, 0]


def test_a_clock_that_is_set_back_takes_nothing_away(clock):
    rates = Rates(60, clock)
    rates.take("shop")
    clock.set(clock.now() - 100)
    assert rates.take("shop") == 0


class Asked:
    def __init__(self):
        self.times = 0

    def __call__(self):
        self.times += 1
        return self.times


def test_an_answer_counts_for_its_time(clock):
    cache, ask = Cache(30, clock), Asked()
    assert [cache.get("q", ask), cache.get("q", ask)] == [1, 1]
    clock.advance(30)
    assert cache.get("q", ask) == 2


def test_a_clock_that_is_set_back_gives_no_old_answers(clock):
    cache, ask = Cache(30, clock), Asked()
    cache.get("q", ask)
    clock.set(clock.now() - 1)
    assert cache.get("q", ask) == 2


def test_nothing_is_kept_where_the_site_wants_none(clock):
    cache, ask = Cache(0, clock), Asked()
    assert [cache.get("q", ask), cache.get("q", ask)] == [1, 2]


def test_kept_answers_are_bounded(clock):
    cache, ask = Cache(30, clock, most=2), Asked()
    assert [cache.get(name, ask) for name in ("a", "b", "c", "b", "a")] == [1, 2, 3, 2, 4]


def test_an_error_is_not_kept(clock):
    cache, ask = Cache(30, clock), Asked()

    def fails():
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011
        cache.get("q", fails)
    assert cache.get("q", ask) == 1
