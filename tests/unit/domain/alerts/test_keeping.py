"""Which troubles are told now, again, or as over: grouped by cause, quiet at night, and never a nag."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.domain.alerts.keeping import Alert, Policy, Trouble, look
from agent.domain.settings import Values

ZONE = ZoneInfo("Europe/Berlin")
AWAKE = Policy(wait_s=600, again_s=86_400, quiet=(time(), time()), quiet_days=frozenset(), zone=ZONE)
NIGHT = Policy(wait_s=600, again_s=86_400, quiet=(time(19), time(7)), quiet_days=frozenset({5, 6}), zone=ZONE)


def at(text):
    return int(datetime.fromisoformat(text).replace(tzinfo=ZONE).astimezone(UTC).timestamp())


#: A Wednesday at noon.
NOON = at("2026-03-04 12:00")


class Teller:
    """Rounds one after the other, each with what the one before left."""

    def __init__(self, policy):
        self.policy, self.kept = policy, {}

    def look(self, now, *troubles):
        found = look(troubles, self.kept, self.policy, now)
        self.kept = {alert.trouble.cause: alert for alert in found.kept}
        return [[alert.trouble.cause for alert in part] for part in (found.new, found.again, found.over)]


DOWN, DIFFER = Trouble("stripe.down", "Stripe does not answer"), Trouble("books.differ", "No", urgent=True)


def test_trouble_is_told_once_when_it_lasts_and_once_more_when_it_is_over():
    teller = Teller(AWAKE)
    assert teller.look(NOON, DOWN) == [[], [], []]
    assert teller.look(NOON + 599, DOWN) == [[], [], []]
    assert teller.look(NOON + 600, DOWN) == [["stripe.down"], [], []]
    assert teller.look(NOON + 3600, DOWN) == [[], [], []]
    assert teller.look(NOON + 3660) == [[], [], []]
    assert teller.look(NOON + 4200) == [[], [], ["stripe.down"]]
    assert teller.kept == {}


def test_trouble_that_is_over_before_it_is_told_is_never_told():
    teller = Teller(AWAKE)
    teller.look(NOON, DOWN)
    assert teller.look(NOON + 60) == [[], [], []]
    assert teller.look(NOON + 700) == [[], [], []]
    assert teller.kept == {}


def test_trouble_that_comes_and_goes_is_told_once():
    teller = Teller(AWAKE)
    told = [teller.look(NOON + 60 * minute, *([DOWN] if minute % 5 else [])) for minute in range(200)]
    assert sum(len(part) for parts in told for part in parts) == 1


def test_what_is_urgent_is_told_at_once_and_at_night():
    teller = Teller(NIGHT)
    assert teller.look(at("2026-03-04 23:00"), DIFFER, DOWN) == [["books.differ"], [], []]
    assert teller.look(at("2026-03-04 23:30"), DIFFER, DOWN) == [[], [], []]
    assert teller.look(at("2026-03-05 07:00"), DIFFER, DOWN) == [["stripe.down"], [], []]


def test_what_stays_is_told_again_after_the_time_that_was_chosen():
    teller = Teller(AWAKE)
    teller.look(NOON, DIFFER)
    assert teller.look(NOON + 86_399, DIFFER) == [[], [], []]
    assert teller.look(NOON + 86_400, DIFFER) == [[], ["books.differ"], []]
    assert teller.look(NOON + 86_460, DIFFER) == [[], [], []]


def test_good_news_waits_until_the_morning():
    teller = Teller(NIGHT)
    teller.look(at("2026-03-04 18:00"), DIFFER)
    assert teller.look(at("2026-03-04 20:00")) == [[], [], []]
    assert teller.look(at("2026-03-05 07:00")) == [[], [], ["books.differ"]]


@pytest.mark.parametrize(
    ("moment", "quiet"),
    [
        ("2026-03-04 18:59", False),
        ("2026-03-04 19:00", True),
        ("2026-03-05 06:59", True),
        ("2026-03-05 07:00", False),
        ("2026-03-07 12:00", True),
        ("2026-03-08 12:00", True),
        ("2026-03-09 12:00", False),
        # The clock goes forward on this Sunday night; the hours are the site's all the same.
        ("2026-03-30 06:59", True),
        ("2026-03-30 07:00", False),
    ],
)
def test_quiet_hours_and_days_are_those_of_the_site(moment, quiet):
    assert NIGHT.is_quiet(at(moment)) is quiet


def test_quiet_hours_within_a_day_begin_and_end_in_it():
    lunch = Policy(600, 600, (time(12), time(13)), frozenset(), ZONE)
    assert [lunch.is_quiet(at(f"2026-03-04 {hour}:30")) for hour in (11, 12, 13)] == [False, True, False]


def test_the_policy_is_what_the_settings_say():
    texts = {
        "site.time_zone": "Europe/Berlin",
        "alerts.wait_s": "5",
        "alerts.again_after_s": "300",
        "alerts.quiet_hours": "20:00-06:30",
        "alerts.quiet_days": "sun, mon",
    }
    assert Policy.of(Values(texts)) == Policy(5, 300, (time(20), time(6, 30)), frozenset({6, 0}), ZONE)
    awake = Policy.of(Values({"alerts.quiet_hours": "", "alerts.quiet_days": ""}))
    assert not awake.quiet_days
    assert not any(awake.is_quiet(NOON + 900 * step) for step in range(96))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("alerts.quiet_hours", "25:00-07:00"),
        ("alerts.quiet_hours", "7-9"),
        ("alerts.quiet_days", "sunday"),
        ("alerts.summary_at", "noon"),
    ],
)
def test_hours_and_days_that_are_none_are_refused(name, text):
    assert Values({name: text}).unusable == (name,)


def test_a_clock_that_is_put_back_tells_nothing_twice():
    teller = Teller(AWAKE)
    teller.look(NOON, DIFFER)
    assert teller.look(NOON - 3600, DIFFER) == [[], [], []]
    assert teller.kept["books.differ"] == Alert(DIFFER, NOON - 3600, NOON - 3600, NOON - 3600)
    assert teller.look(NOON - 3540, DIFFER) == [[], [], []]


def test_a_clock_that_is_put_back_ends_what_is_gone():
    teller = Teller(AWAKE)
    teller.look(NOON, DIFFER)
    assert teller.look(NOON - 3600) == [[], [], ["books.differ"]]


_CAUSES = st.sets(st.sampled_from(["a", "b", "c", "d"]), max_size=4)


@given(st.lists(st.tuples(_CAUSES, st.integers(1, 5000)), max_size=40), st.sampled_from([AWAKE, NIGHT]))
def test_nothing_is_over_that_was_not_told_and_nothing_is_told_twice_within_the_time(rounds, policy):
    """Over any course of rounds: new, again..., over; and at least `again_s` between two tellings of one cause."""
    teller, now, told = Teller(policy), NOON, {}
    for causes, pause_s in rounds:
        now += pause_s
        new, again, over = teller.look(now, *(Trouble(cause, cause, urgent=cause == "a") for cause in causes))
        for cause in new:
            assert cause not in told
            told[cause] = now
        for cause in again:
            assert now - told[cause] >= policy.again_s
            told[cause] = now
        for cause in over:
            assert cause not in causes
            del told[cause]
        assert set(told) <= set(teller.kept)
