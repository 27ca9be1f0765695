"""What the facts about a Stripe object say of the payment behind it."""

import pytest

from agent.domain.facts import StripeFacts
from tests.unit.domain.movements import moved


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


FIRST = moved("first", -900, "payout", type="payout", source="po_1")
OWN = moved("own", -4100, "payout", type="payout", source="po_2")


@pytest.mark.parametrize(
    ("payout", "own"),
    [
        ({"balance_transaction": OWN.id}, OWN),
        ({"balance_transaction": {"id": OWN.id}}, OWN),
        ({"balance_transaction": None}, None),
        ({"balance_transaction": "txn_unread"}, None),
        ({"balance_transaction": 7}, None),
        (None, None),
    ],
)
def test_a_payout_knows_its_own_movement_among_those_of_other_payouts(payout, own):
    objects = {} if payout is None else {"payout": payout}
    assert StripeFacts("po_2", "payout", objects, (FIRST, OWN)).payout_movement is own
