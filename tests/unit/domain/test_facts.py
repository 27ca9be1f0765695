"""What the facts about a Stripe object say of the payment behind it."""

import pytest

from agent.domain.facts import StripeFacts


@pytest.mark.parametrize(
    ("subject", "kind", "value", "payment"),
    [
        ("re_1", "refund", {"charge": "ch_1"}, "ch_1"),
        ("re_1", "refund", {"charge": {"id": "ch_1"}}, "ch_1"),
        ("re_1", "refund", {"charge": None}, ""),
        ("re_1", "refund", {"charge": 7}, ""),
        ("dp_1", "dispute", {"charge": "ch_1"}, "ch_1"),
        ("ch_1.P", "allocation", {}, "ch_1"),
        ("po_1", "payout", {"charge": "ch_1"}, ""),
    ],
)
def test_refunds_disputes_and_allocations_know_their_payment(subject, kind, value, payment):
    assert StripeFacts(subject, kind, {kind: value}).payment == payment
