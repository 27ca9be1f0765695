"""Errors: each says what happens next, and carries what a person needs to read."""

import pytest

from agent.domain.errors import (
    AgentError,
    Exchange,
    InDoubt,
    Misconfigured,
    NeedsPerson,
    Problem,
    Transient,
    Unavailable,
)

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
