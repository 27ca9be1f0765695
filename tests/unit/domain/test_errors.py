"""Errors: each says what happens next, and carries what a person needs to read."""

import pytest

from agent.domain import marks
from agent.domain.errors import (
    AgentError,
    Exchange,
    InDoubt,
    Misconfigured,
    NeedsPerson,
    Problem,
    Transient,
    Unavailable,
    no_such_document,
)
from agent.domain.readmodels import Lease
from agent.domain.reports import JobReport

PROBLEM = Problem("SYSPRO is busy", "The order of Ada for 5.00 USD was not sent.", "Nothing to do.", "syspro.busy")


@pytest.mark.parametrize("kind", [Transient, Unavailable, NeedsPerson, InDoubt, Misconfigured])
def test_every_expected_trouble_carries_its_problem_and_its_exchange(kind):
    exchange = Exchange("<order/>", "<error/>")
    error = kind(PROBLEM, exchange=exchange)
    assert isinstance(error, AgentError)
    assert (error.problem, error.exchange) == (PROBLEM, exchange)
    assert str(error) == "SYSPRO is busy: The order of Ada for 5.00 USD was not sent."


@pytest.mark.parametrize("kind", [Transient, Unavailable, NeedsPerson, InDoubt, Misconfigured])
def test_trouble_without_an_exchange_has_an_empty_one(kind):
    assert kind(PROBLEM).exchange == Exchange()


def test_what_can_be_tried_again_may_say_when():
    assert Transient(PROBLEM, retry_after_s=30).retry_after_s == 30
    assert Transient(PROBLEM).retry_after_s is None


def test_what_is_unavailable_can_be_tried_again():
    assert issubclass(Unavailable, Transient)


@pytest.mark.parametrize("kind", [NeedsPerson, InDoubt, Misconfigured])
def test_nothing_else_can_be_tried_again(kind):
    assert not issubclass(kind, Transient)


def test_a_number_that_no_document_has_is_refused_by_its_number():
    assert no_such_document(7).problem.message == "There is no document 7."


@pytest.mark.parametrize(("kind", "stays"), [(Misconfigured, True), (Transient, False)])
def test_the_report_of_a_job_says_what_ended_it_and_whether_that_stays(kind, stays):
    report = JobReport.of(kind(PROBLEM), done=3)
    assert (report.done, report.problem, report.misconfigured, report.more) == (3, PROBLEM, stays, False)


def test_marks_have_names_of_their_own():
    assert len({marks.PAUSED, marks.UNTIL_RESUMED, marks.PROOF, marks.OPENING}) == 4


@pytest.mark.parametrize(("now", "released", "alive"), [(110, False, True), (111, False, False), (100, True, False)])
def test_an_engine_is_alive_as_long_as_its_signs_of_life_are_fresh_and_it_has_not_ended(now, released, alive):
    lease = Lease("e1", "box", "EDU1", taken_at=50, beat_at=100, ttl_s=10, released=released)
    assert lease.alive(now) is alive
