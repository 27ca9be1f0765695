"""Documents: their states, their keys, and the customer that is filled in at the end."""

import itertools

import pytest

from agent.domain.documents import (
    REPLACEABLE,
    TRANSITIONS,
    Document,
    DocumentKey,
    Draft,
    IllegalTransitionError,
    State,
    check_transition,
    party_key,
)
from agent.domain.kinds import Customer, CustomForm, Kind, OrderInvoice, Receipt, SalesOrder
from agent.domain.money import Money

# The sentence of DESIGN.md section 3, once more.
SENTENCE = (
    "pending -> posting -> posted | parked | pending | in_doubt; in_doubt -> posted | pending; "
    "parked -> pending | cancelled; held -> pending | cancelled; cancelled -> parked | held; pending -> held"
)


def steps(sentence):
    """Every (before, after) that a sentence of arrows allows."""
    for chain in sentence.split("; "):
        stations = [[State(name) for name in station.split(" | ")] for station in chain.split(" -> ")]
        for before, after in itertools.pairwise(stations):
            yield from itertools.product(before, after)


ALLOWED = set(steps(SENTENCE))


@pytest.mark.parametrize(("before", "after"), list(itertools.product(State, State)))
def test_a_document_changes_as_the_sentence_says_and_in_no_other_way(before, after):
    if (before, after) in ALLOWED:
        check_transition(before, after)
    else:
        with pytest.raises(IllegalTransitionError, match=f"that is {before.value} cannot become {after.value}"):
            check_transition(before, after)


def test_every_state_has_its_place_in_the_machine():
    assert set(TRANSITIONS) == set(State)


def test_posted_is_final_and_what_was_given_up_goes_nowhere_by_itself():
    assert {state for state, following in TRANSITIONS.items() if not following} == {State.POSTED}
    assert TRANSITIONS[State.CANCELLED] <= {State.PARKED, State.HELD}


def test_nothing_that_may_have_reached_syspro_is_replaced():
    assert {State.POSTING, State.IN_DOUBT, State.POSTED, State.CANCELLED}.isdisjoint(REPLACEABLE)


def test_a_key_is_read_from_the_general_to_the_special():
    assert str(DocumentKey("A", Kind.SALES_ORDER, "sale", "ch_1")) == "A/sales_order/sale/ch_1"


def test_a_party_has_one_key_in_each_currency():
    assert party_key("cus_1", "usd") == "cus_1|usd"
    assert party_key("cus_1", "usd") != party_key("cus_1", "eur")


def document(body):
    draft = Draft(DocumentKey("A", body.kind, "sale", "ch_1"), body, lane="cus_1", order_by=1)
    return Document(7, draft, State.PENDING, "", "", revision=1, due_at=0, attempts=0)


@pytest.mark.parametrize(
    ("body", "attribute"),
    [
        (SalesOrder("ch_1", "2026-01-31", "USD"), "customer"),
        (Receipt("ch_1", Money(100, "usd"), "2026-01-31", "STRIPE-USD"), "customer"),
        (CustomForm("CUS", "STRIPEID", "cus_1"), "key_field"),
    ],
)
def test_the_customer_is_filled_in_where_the_body_has_room_for_one(body, attribute):
    before = document(body)
    after = before.bound("000000000000042")
    assert getattr(after.draft.body, attribute) == "000000000000042"
    assert getattr(before.draft.body, attribute) == ""
    assert after.draft.key == before.draft.key


def test_a_new_customer_belongs_to_no_other():
    before = document(Customer("cus_1", "Ada", "USD"))
    assert before.bound("000000000000042") == before


def test_the_keys_of_earlier_documents_are_filled_in_when_they_are_known():
    before = document(OrderInvoice("re_1.N", "2026-01-31", "C"))
    assert before.completed({}) is before
    assert before.completed({"sales_order": "777"}).draft.body.sales_order == "777"
