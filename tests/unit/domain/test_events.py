"""Events: as many types in one request as Stripe allows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.domain.events import MAX_TYPES_PER_REQUEST, groups_of_types, subject_of
from tests.unit.domain.movements import moved


@given(st.frozensets(st.text(max_size=8), max_size=75))
def test_groups_hold_every_type_once_in_order_and_fit_one_request(types):
    groups = groups_of_types(types)
    assert [name for group in groups for name in group] == sorted(types)
    assert all(1 <= len(group) <= MAX_TYPES_PER_REQUEST for group in groups)


def test_only_the_last_group_has_room():
    assert [len(group) for group in groups_of_types({f"type_{number}" for number in range(45)})] == [20, 20, 5]


def test_no_types_make_no_request():
    assert groups_of_types(set()) == ()


@pytest.mark.parametrize(
    ("category", "source", "subject"),
    [
        ("charge", "ch_1", ("ch_1", "charge")),
        ("partial_capture_reversal", "ch_1", ("ch_1", "charge")),
        ("refund", "re_1", ("re_1", "refund")),
        ("refund_failure", "re_1", ("re_1", "refund")),
        ("dispute", "dp_1", ("dp_1", "dispute")),
        ("dispute_reversal", "dp_1", ("dp_1", "dispute")),
        ("payout", "po_1", ("po_1", "payout")),
        ("payout_reversal", "po_1", ("po_1", "payout")),
        ("fee", "ch_1", ("txn_1", "balance_transaction")),
        ("charge", "", ("txn_1", "balance_transaction")),
        ("risk_reserved_funds", "rsv_1", ("txn_1", "balance_transaction")),
        ("", "x_1", ("txn_1", "balance_transaction")),
    ],
)
def test_a_movement_belongs_to_the_object_that_moved_the_money_or_to_itself(category, source, subject):
    assert subject_of(moved("1", 100, category, source=source)) == subject
