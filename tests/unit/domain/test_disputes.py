"""Disputes that wait for an answer."""

import pytest

from agent.domain.disputes import alarm, is_lost, known, standing_of
from agent.domain.facts import StripeFacts

DUE_AT = 1_700_000_000
DAY_S = 86_400


def facts(**changes):
    body = {"id": "dp_1", "amount": 1200, "currency": "usd", "charge": "ch_1", "reason": "product_not_received"}
    body |= {"status": "needs_response", "evidence_details": {"due_by": DUE_AT}, **changes}
    return StripeFacts("dp_1", "dispute", {"dispute": body})


def said(found, *, now=DUE_AT - DAY_S, payer="Ann", days=3):
    return alarm(found, payer=payer, now=now, days=days, zone="UTC")


def test_it_names_amount_reason_payment_payer_and_day():
    words = said(facts()).message
    for word in ("12.00 USD", "product not received", "payment ch_1 of Ann", "by 2023-11-14"):
        assert word in words


def test_an_inquiry_is_called_one_and_what_is_not_known_is_left_out():
    words = said(facts(status="warning_needs_response", reason=None), payer="").message
    assert words.startswith("Inquiry about 12.00 USD (no reason given), payment ch_1: evidence")


@pytest.mark.parametrize(
    ("changes", "now"),
    [
        ({"status": "under_review"}, DUE_AT),
        ({"status": "lost"}, DUE_AT),
        ({"evidence_details": {"due_by": None}}, DUE_AT),
        ({}, DUE_AT - 4 * DAY_S),
    ],
)
def test_nothing_is_said_while_there_is_time_or_nothing_to_answer(changes, now):
    assert said(facts(**changes), now=now) is None


def test_an_overdue_one_still_asks():
    assert said(facts(), now=DUE_AT + DAY_S, days=0) is not None


def test_a_dispute_is_known_by_its_status_and_movements():
    assert known(facts()).standing == standing_of(facts()) == "needs_response_0"
    assert [known(facts(status=status)).closed for status in ("won", "under_review")] == [True, False]
    assert not known(StripeFacts("dp_1", "dispute", {})).closed


def test_only_a_dispute_that_is_lost_is_lost():
    assert [is_lost(facts(status=status)) for status in ("lost", "won", "needs_response")] == [True, False, False]
    assert not is_lost(StripeFacts("re_1", "refund", {"dispute": {"status": "lost"}}))
