"""Decisions: one outcome each, and stored in words that a person can read."""

import pytest

from agent.domain.codec import to_plain
from agent.domain.decisions import Decision, Outcome
from agent.domain.documents import DocumentKey, Draft
from agent.domain.kinds import Customer, Kind
from agent.domain.money import Money


@pytest.mark.parametrize("outcome", Outcome)
def test_a_decision_makes_nothing_unless_it_says_so(outcome):
    decision = Decision("ch_1", outcome)
    assert (decision.drafts, decision.links, decision.amount) == ((), (), None)


def test_a_stored_decision_shows_what_is_to_be_posted_and_for_how_much():
    key = DocumentKey("A", Kind.CUSTOMER, "customer-usd", "cus_1")
    draft = Draft(key, Customer("cus_1", "Ada", "USD"), lane="cus_1", order_by=1)
    stored = to_plain(Decision("ch_1", Outcome.DOCUMENTS, drafts=(draft,), amount=Money(500, "usd")))
    assert stored["outcome"] == "documents"
    assert stored["amount"] == {"minor": 500, "currency": "usd"}
    assert stored["drafts"][0]["key"]["kind"] == "customer"
    assert stored["drafts"][0]["body"]["name"] == "Ada"
