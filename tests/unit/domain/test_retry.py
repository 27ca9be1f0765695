"""What follows from each error and each look-up: the one place where they become states."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.domain.attempts import ErpRow
from agent.domain.documents import TRANSITIONS, Document, DocumentKey, Draft, State
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
from agent.domain.kinds import Kind, SalesOrder
from agent.domain.retry import (
    Waits,
    absent_for_sure,
    after_error,
    after_rows,
    back_off_s,
    is_about_one_object,
    next_reading_at,
    unprovable,
)
from agent.domain.settings import Values

NOW = 1_700_000_000
WAITS = Waits(first_s=5, most_s=900, snooze_s=60, grace_s=180, looks=2)
PROBLEM = Problem("SYSPRO refused the order", "Ann Lee paid 10.00 USD.", "Add the stock code.", "syspro.refused")
WIRE = Exchange("<request/>", "<reply/>")


def after(kind, attempts=1, **rest):
    return after_error(kind(PROBLEM, exchange=WIRE, **rest), attempts, WAITS, NOW)


def document(looks=0):
    body = SalesOrder("ch_1", "2023-11-14", "USD")
    draft = Draft(DocumentKey("EDU1", Kind.SALES_ORDER, "sale", "ch_1"), body, "lane", 1)
    return Document(1, draft, State.IN_DOUBT, "", "", revision=1, due_at=NOW, attempts=1, looks=looks)


@pytest.mark.parametrize(
    ("kind", "state", "wait_s", "counts"),
    [
        (InDoubt, State.IN_DOUBT, 180, True),
        (NeedsPerson, State.PARKED, None, True),
        (Unavailable, State.PENDING, 60, False),
        (Misconfigured, State.PENDING, 60, False),
        (Transient, State.PENDING, 5, True),
    ],
)
def test_each_error_leads_to_one_state_and_one_wait(kind, state, wait_s, counts):
    settlement = after(kind)
    due_at = None if wait_s is None else NOW + wait_s
    assert (settlement.state, settlement.due_at, settlement.counts) == (state, due_at, counts)


@pytest.mark.parametrize("kind", [InDoubt, NeedsPerson, Unavailable, Misconfigured, Transient])
def test_a_document_keeps_what_was_said_and_what_was_sent(kind):
    settlement = after(kind)
    assert settlement.reason == "SYSPRO refused the order. Ann Lee paid 10.00 USD. Add the stock code."
    assert (settlement.reason_code, settlement.exchange) == ("syspro.refused", WIRE)
    assert settlement.state in TRANSITIONS[State.POSTING]


def test_a_wait_that_the_other_side_asked_for_is_kept():
    assert after(Transient, attempts=9, retry_after_s=42).due_at == NOW + 42
    assert after(Transient, attempts=9, retry_after_s=0).due_at == NOW + 5


def test_an_error_without_a_rule_is_a_bug():
    with pytest.raises(TypeError, match=r"AgentError has no rule"):
        after(AgentError)


def test_back_offs_double_up_to_a_bound():
    assert [back_off_s(attempts, WAITS) for attempts in (0, 1, 2, 3, 4, 8, 9, 1000)] == [
        5,
        5,
        10,
        20,
        40,
        640,
        900,
        900,
    ]


@given(st.integers(0, 10**9), st.integers(1, 3600), st.integers(1, 86400))
def test_a_back_off_is_never_shorter_than_the_first_and_never_negative(attempts, first_s, most_s):
    waits = Waits(first_s, most_s, 60, 180, 2)
    assert first_s <= back_off_s(attempts, waits) <= max(first_s, most_s)


def test_the_waits_are_those_of_the_settings():
    texts = {
        "retry.first_s": "1",
        "retry.most_s": "2",
        "retry.snooze_s": "3",
        "resolve.grace_s": "4",
        "resolve.looks": "5",
    }
    assert Waits.of(Values(texts)) == Waits(1, 2, 3, 4, 5)


@pytest.mark.parametrize(("attempts", "at"), [(1, NOW + 5), (2, NOW + 10), (3, None)])
def test_an_object_that_stripe_shows_badly_is_left_to_a_person_after_three_tries(attempts, at):
    bad = Problem("Stripe's answer cannot be used", "It is no JSON.", code="stripe.bad_answer")
    assert is_about_one_object(bad)
    assert next_reading_at(bad, attempts, WAITS, NOW) == at


def test_what_is_about_the_connection_is_tried_for_ever():
    assert not is_about_one_object(PROBLEM)
    assert next_reading_at(PROBLEM, 1000, WAITS, NOW) == NOW + 900


# ---------------------------------------------------------------- look-ups


def test_nothing_found_settles_nothing():
    assert after_rows(document(), (), found_how="before sending") is None


def test_one_row_is_the_document():
    rows = (ErpRow("000042", "Sales order 000042 of customer 7"),)
    settlement = after_rows(document(), rows, found_how="after the answer was lost")
    assert (settlement.state, settlement.erp_key) == (State.POSTED, "000042")
    assert settlement.evidence == "Found after the answer was lost: Sales order 000042 of customer 7"


def test_two_rows_are_for_a_person():
    rows = (ErpRow("1", "Order 1."), ErpRow("2", "Order 2"))
    settlement = after_rows(document(), rows, found_how="before sending")
    assert (settlement.state, settlement.due_at, settlement.erp_key) == (State.IN_DOUBT, None, "")
    assert settlement.reason == ("SYSPRO has 2 records with the reference ch_1. Say which one it is. Order 1. Order 2.")


@pytest.mark.parametrize(("looks", "sure"), [(0, False), (1, True), (2, True)])
def test_only_enough_looks_in_vain_prove_that_nothing_arrived(looks, sure):
    assert absent_for_sure(document(looks), WAITS) is sure


def test_an_object_whose_answers_cannot_be_used_goes_to_a_person_after_three_tries():
    waits = Waits(first_s=5, most_s=900, snooze_s=60, grace_s=180, looks=2)
    bad = Problem("Not an answer of Stripe", "It was a page.", code="stripe.bad_answer")
    assert is_about_one_object(bad)
    assert [next_reading_at(bad, attempts, waits, 100) for attempts in (1, 2, 3)] == [105, 110, None]


def test_a_stripe_that_does_not_answer_is_asked_for_ever():
    waits = Waits(first_s=5, most_s=900, snooze_s=60, grace_s=180, looks=2)
    down = Problem("Stripe does not answer", "It is tried again.", code="stripe.unreachable")
    assert not is_about_one_object(down)
    assert next_reading_at(down, 50, waits, 100) == 1000


def test_document_that_look_ups_cannot_settle_stays_in_doubt_for_a_person():
    settlement = unprovable(document())
    assert (settlement.state, settlement.due_at, settlement.counts) == (State.IN_DOUBT, None, False)
    assert settlement.reason_code == "reference.unprovable"
    assert "ch_1" in settlement.reason
