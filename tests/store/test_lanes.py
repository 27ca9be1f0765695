import pytest

from agent.domain.attempts import Settlement
from agent.domain.documents import State
from tests.store.builders import COMPANY, NOW, apply, customer, receipt, state_of

REFUSED = Settlement(State.PARKED, "Refused.", "syspro.refused")
POSTED = Settlement(State.POSTED, erp_key="1")
LOST = Settlement(State.IN_DOUBT, due_at=NOW + 60)


def claim(store, limit=10, now=NOW):
    return [document.draft.key.purpose for document in store.outbox.claim(COMPANY, limit, now)]


def settle(store, settlement, number):
    store.outbox.settle(store.outbox.get(number), settlement, NOW)


def three(store, **rest):
    """Documents 1, 2 and 3 of one lane, and 4 of another."""
    drafts = [receipt(purpose=name, order_by=place, **rest) for place, name in enumerate(("a", "b", "c"))]
    apply(store, *drafts, receipt(purpose="z", order_by=9, lane="other"))


def test_a_lane_goes_out_one_after_the_other_and_lanes_beside_each_other(store):
    three(store)
    assert claim(store) == ["a", "z"]
    assert claim(store) == []
    settle(store, POSTED, 1)
    assert claim(store) == ["b"]


def test_lanes_take_turns_by_the_order_of_their_heads(store):
    names = {"late": 30, "early": 10, "middle": 20}
    apply(store, *(receipt(purpose=name, lane=name, order_by=place) for name, place in names.items()))
    assert claim(store, 2) == ["early", "middle"]
    assert claim(store, 2) == ["late"]


def test_equal_places_go_out_in_the_order_they_were_made(store):
    apply(store, receipt(purpose="first"), receipt(purpose="second"))
    assert claim(store) == ["first"]


def test_a_lane_waits_while_its_document_is_in_doubt(store):
    three(store)
    claim(store, 1)
    settle(store, LOST, 1)
    assert claim(store) == ["z"]
    settle(store, POSTED, 1)
    assert claim(store) == ["b"]


def test_a_refused_document_steps_aside(store):
    three(store)
    claim(store, 1)
    settle(store, REFUSED, 1)
    assert claim(store, 1) == ["b"]


def test_a_refused_document_that_others_need_keeps_its_lane_waiting_and_no_other(store):
    apply(store, customer(order_by=0))
    three(store, party="cus_1|usd")
    assert claim(store) == ["customer-usd", "z"]
    settle(store, REFUSED, 1)
    assert claim(store) == []
    store.outbox.release(1, by="Ann", reason="Fixed.", now=NOW)
    assert claim(store) == ["customer-usd"]
    settle(store, POSTED, 1)
    assert claim(store) == ["a"]


def test_a_cancelled_document_that_others_need_lets_them_go(store):
    apply(store, customer(order_by=0, state=State.HELD, reason="?", reason_code="x"))
    three(store)
    assert claim(store) == ["z"]
    store.outbox.cancel(1, by="Ann", reason="Linked by hand.", now=NOW)
    assert claim(store) == ["a"]


def test_a_backed_off_document_keeps_its_place(store):
    three(store)
    claim(store, 1)
    settle(store, Settlement(State.PENDING, due_at=NOW + 60), 1)
    assert claim(store) == ["z"]
    assert claim(store, now=NOW + 59) == []
    assert claim(store, now=NOW + 60) == ["a"]


def test_an_earlier_document_that_comes_late_does_not_pass_one_in_flight(store):
    three(store)
    claim(store, 1)
    settle(store, LOST, 1)
    apply(store, receipt(purpose="sooner", order_by=-1), subject_id="ch_0")
    assert claim(store) == ["z"]
    settle(store, POSTED, 1)
    assert claim(store) == ["sooner"]


def test_a_released_document_goes_back_to_its_place_behind_what_is_in_flight(store):
    three(store)
    claim(store, 1)
    settle(store, REFUSED, 1)
    claim(store)
    store.outbox.release(1, by="Ann", reason="Fixed.", now=NOW)
    assert claim(store) == []
    settle(store, POSTED, 2)
    assert claim(store) == ["a"]


def test_an_earlier_payment_that_is_decided_later_still_finds_its_customer_before_it(store):
    apply(store, customer(order_by=50), receipt(purpose="b", order_by=51))
    apply(store, customer(order_by=10), receipt("ch_0", purpose="a", order_by=11), subject_id="ch_0")
    assert claim(store) == ["customer-usd"]
    settle(store, POSTED, 1)
    assert claim(store) == ["a"]


@pytest.mark.parametrize("on_the_way", [None, LOST], ids=["posting", "in doubt"])
def test_a_customer_in_flight_comes_back_before_the_earlier_payment_that_was_decided_meanwhile(store, on_the_way):
    apply(store, customer(order_by=50), receipt(purpose="b", order_by=51))
    claim(store)
    if on_the_way:
        settle(store, on_the_way, 1)
    apply(store, customer(order_by=10), receipt("ch_0", purpose="a", order_by=11), subject_id="ch_0")
    settle(store, Settlement(State.PENDING, due_at=NOW), 1)
    assert claim(store) == ["customer-usd"]


def test_a_later_payment_does_not_move_the_customer_behind_an_earlier_one(store):
    apply(store, customer(order_by=10), receipt(purpose="a", order_by=11))
    apply(store, customer(order_by=50, name="Ann B."), subject_id="ch_2")
    assert store.outbox.get(1).draft.body.name == "Ann"
    assert claim(store) == ["customer-usd"]


def test_a_document_that_changes_its_lane_leaves_the_old_one_free(store):
    three(store)
    apply(
        store, receipt(minor=7, purpose="a", lane="elsewhere", order_by=0), receipt(purpose="b"), receipt(purpose="c")
    )
    assert claim(store) == ["a", "b"]


def test_lanes_of_two_companies_never_meet(store):
    apply(store, receipt(), company="EDU1")
    apply(store, receipt(company="EDU2"), company="EDU2", subject_id="ch_2")
    assert len(store.outbox.claim("EDU1", 9, NOW)) == 1
    assert len(store.outbox.claim("EDU2", 9, NOW)) == 1


def test_a_lane_without_anything_to_wait_for_is_forgotten(store):
    apply(store, receipt())
    claim(store)
    settle(store, POSTED, 1)
    assert store._connections.all("SELECT * FROM lanes") == []
    assert state_of(store) is State.POSTED


@pytest.mark.parametrize("limit", [0, 1, 3])
def test_no_more_is_claimed_than_asked_for(store, limit):
    apply(store, *(receipt(purpose=str(place), lane=str(place)) for place in range(5)))
    assert len(claim(store, limit)) == limit
