"""How fast we may ask."""

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.domain.errors import NeedsPerson, Problem, Transient, Unavailable
from connectors.stripe.pace import MOST_WAIT_S, TRIES, Pace, SystemPause, patiently

SECOND_NS = 1_000_000_000


class FakePause:
    """Time that passes only by waiting, and then at once."""

    def __init__(self):
        self.ns = 0
        self.waits = []
        self.lock = threading.Lock()

    def monotonic_ns(self):
        return self.ns

    def wait(self, seconds):
        with self.lock:
            self.waits.append(seconds)
            self.ns += round(seconds * SECOND_NS)


def test_the_first_requests_go_out_together():
    pause = FakePause()
    pace = Pace(10, pause)
    for _ in range(10):
        pace.take()
    assert not pause.waits


def test_one_more_waits_for_the_second_to_pass():
    pause = FakePause()
    pace = Pace(10, pause)
    for _ in range(11):
        pace.take()
    assert pause.waits == [1.0]


@given(st.integers(1, 20), st.lists(st.integers(0, 2 * SECOND_NS), min_size=1, max_size=80))
def test_no_second_ever_has_more_than_allowed(per_second, gaps):
    pause = FakePause()
    pace = Pace(per_second, pause)
    taken = []
    for gap in gaps:
        pause.ns += gap
        pace.take()
        taken.append(pause.ns)
    later = taken[per_second:]
    # A nanosecond may be lost where seconds are told as fractions.
    assert all(then - first >= SECOND_NS - 2 for first, then in zip(taken, later, strict=False))


def test_threads_share_one_pace():
    pause = FakePause()
    pace = Pace(5, pause)
    threads = [threading.Thread(target=pace.take) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert pause.ns >= 3 * SECOND_NS


def failing(*errors):
    """Return a call that raises each error once, then returns how often it was made."""
    left = list(errors)
    made = []

    def call():
        made.append(1)
        if left:
            raise left.pop(0)
        return len(made)

    return call


def weather(seconds=None):
    return Transient(Problem("Weather", "It rains."), retry_after_s=seconds)


def test_a_call_that_works_is_made_once():
    pause = FakePause()
    assert patiently(pause)(failing()) == 1
    assert not pause.waits


def test_weather_is_sat_out():
    pause = FakePause()
    assert patiently(pause)(failing(weather(), weather())) == 3
    assert 1 <= pause.waits[0] <= 1.25
    assert 2 <= pause.waits[1] <= 2.5


def test_the_tries_come_to_an_end():
    with pytest.raises(Transient):
        patiently(FakePause())(failing(*[weather()] * TRIES))
    assert patiently(FakePause())(failing(*[weather()] * (TRIES - 1))) == TRIES


@pytest.mark.parametrize(
    "error", [NeedsPerson(Problem("No", "No.")), Unavailable(Problem("Later", "Later.")), KeyError("bug")]
)
def test_anything_but_weather_comes_through_at_once(error):
    pause = FakePause()
    with pytest.raises(type(error)):
        patiently(pause)(failing(error))
    assert not pause.waits


@pytest.mark.parametrize(("asked", "waits"), [(None, 1), (0, 1), (30, 1), (MOST_WAIT_S, 1), (MOST_WAIT_S + 1, 0)])
def test_a_wait_that_is_asked_for_is_kept_while_it_is_short(asked, waits):
    pause = FakePause()
    call = failing(weather(asked))
    if waits:
        patiently(pause)(call)
        assert pause.waits[0] >= (asked or 1)
    else:
        with pytest.raises(Transient):
            patiently(pause)(call)
    assert len(pause.waits) == waits


def test_the_machines_time_goes_on():
    pause = SystemPause()
    before = pause.monotonic_ns()
    pause.wait(0)
    assert pause.monotonic_ns() >= before
