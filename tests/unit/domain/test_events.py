"""Events: as many types in one request as Stripe allows."""

from hypothesis import given
from hypothesis import strategies as st

from agent.domain.events import MAX_TYPES_PER_REQUEST, groups_of_types


@given(st.frozensets(st.text(max_size=8), max_size=75))
def test_groups_hold_every_type_once_in_order_and_fit_one_request(types):
    groups = groups_of_types(types)
    assert [name for group in groups for name in group] == sorted(types)
    assert all(1 <= len(group) <= MAX_TYPES_PER_REQUEST for group in groups)


def test_only_the_last_group_has_room():
    assert [len(group) for group in groups_of_types({f"type_{number}" for number in range(45)})] == [20, 20, 5]


def test_no_types_make_no_request():
    assert groups_of_types(set()) == ()
