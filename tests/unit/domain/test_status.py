"""One overall state: the worst of all that is the case."""

from dataclasses import replace

import pytest

from agent.domain.errors import Problem
from agent.domain.status import JobStatus, Overall, Situation, judge

CALM = Situation(
    engine_alive=True, missing=(), paused=False, waiting=0, needs_you=0, in_doubt=0, jobs=(), proven_at=0,
    proof_failed=False,
)  # fmt: skip
DOWN = Problem("SYSPRO does not answer", "It is tried again.", code="syspro.down")
WRONG = Problem("The key was refused", "Stripe says 401.", "Set another key.", "stripe.key")


def job(problem=None, *, misconfigured=False):
    return JobStatus("post", 1, 0, problem, misconfigured)


@pytest.mark.parametrize(
    ("change", "overall", "count", "words"),
    [
        ({}, Overall.IDLE, 0, "Nothing to do."),
        ({"proven_at": 5}, Overall.PROVEN, 0, "agree to the cent"),
        ({"waiting": 1}, Overall.WORKING, 1, "1 thing is on the way."),
        ({"waiting": 3}, Overall.WORKING, 3, "3 things are on the way."),
        ({"paused": True}, Overall.PAUSED, 0, "Paused; nothing is read or posted."),
        ({"jobs": (job(DOWN), job())}, Overall.OFFLINE, 1, "SYSPRO does not answer. It is tried again."),
        ({"needs_you": 2}, Overall.NEEDS_YOU, 2, "2 things are waiting for you."),
        ({"proof_failed": True}, Overall.NEEDS_YOU, 1, "Stripe and SYSPRO do not agree"),
        ({"in_doubt": 1}, Overall.IN_DOUBT, 1, "1 thing is in doubt; SYSPRO is searched."),
        ({"demo": True, "missing": ("stripe.key",)}, Overall.IDLE, 0, "Nothing to do."),
        (
            {"demo": True, "engine_alive": False},
            Overall.IDLE,
            0,
            "A finished demo; its sandboxes have ended with it. Nothing",
        ),
        (
            {"demo": True, "missing": ("stripe.key",), "engine_alive": False, "proven_at": 5},
            Overall.PROVEN,
            0,
            "A finished demo; its sandboxes have ended with it. All payments are posted",
        ),
        ({"engine_alive": False}, Overall.STOPPED, 0, "No engine is running"),
        (
            {"jobs": (job(WRONG, misconfigured=True),)},
            Overall.MISCONFIGURED,
            1,
            "The key was refused. Stripe says 401.",
        ),
        ({"missing": ("stripe.key",)}, Overall.MISCONFIGURED, 1, "Not set up yet: stripe.key."),
    ],
)
def test_each_situation_has_its_state_count_and_sentence(change, overall, count, words):
    verdict = judge(replace(CALM, **change))
    assert (verdict.overall, verdict.count) == (overall, count)
    assert words in verdict.sentence


WORST_FIRST = [
    {"missing": ("stripe.key",)},
    {"proof_failed": True},
    {"engine_alive": False},
    {"in_doubt": 1},
    {"needs_you": 1},
    {"jobs": (job(DOWN),)},
    {"paused": True},
    {"waiting": 1},
    {"proven_at": 5},
]


@pytest.mark.parametrize("place", range(len(WORST_FIRST)))
def test_the_worst_wins_whatever_else_is_the_case(place):
    everything_milder = {name: value for change in WORST_FIRST[place:] for name, value in change.items()}
    alone = judge(replace(CALM, **WORST_FIRST[place]))
    assert judge(replace(CALM, **everything_milder)) == alone


def test_nothing_is_green_that_is_not_proven():
    green = {Overall.PROVEN}
    for change in WORST_FIRST[:-1]:
        assert judge(replace(CALM, proven_at=5, **change)).overall not in green
    assert judge(CALM).overall not in green
