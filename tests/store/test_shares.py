"""What SYSPRO's rates leave over of converted amounts, and with which payout that is booked."""

from dataclasses import replace

from agent.domain.documents import Leg, Part, State
from tests.store.builders import COMPANY, NOW, POSTED, apply, journal, moved, receipt, settle

REFUND = moved(7, minor=-100, kind="refund", source="re_1")
REST = (Leg("txn_7", Part.REST),)


def refunded_at_a_rate(store):
    """A refund without a fee whose document says a cent more than Stripe has settled."""
    store.ledger.store([REFUND], NOW)
    apply(store, replace(receipt("re_1", minor=-99), legs=(Leg("txn_7", Part.AMOUNT, -99),)), subject_id="re_1")
    settle(store, POSTED)


def open_for(store, own):
    found = store.ledger.unsettled(COMPANY, "usd", NOW + 1, own)
    assert set(store.ledger.rests(COMPANY, ["txn_7"], own)) >= {one.id for one in found}
    return [one.id for one in found]


def test_what_a_rate_leaves_of_a_movement_without_a_fee_goes_with_a_payout_without_a_list(store):
    refunded_at_a_rate(store)
    assert open_for(store, "po_2") == ["txn_7"]
    apply(store, journal("po_2", lane="payout|po_2", legs=REST, state=State.HELD), subject_id="po_2")
    assert (open_for(store, "po_2"), open_for(store, "po_3")) == (["txn_7"], [])
    assert store.ledger.rests(COMPANY, ["txn_7"], "po_3") == {}
    document = store.outbox.about(["po_2"])[0]
    mind = store.outbox.cancel(document.id, by="Ann", reason="By hand.", now=NOW)
    assert "exchange differences of rates that were proposed with it wait for the next payout" in mind
    assert open_for(store, "po_3") == ["txn_7"]


def test_what_a_rate_leaves_goes_with_the_payout_that_stripe_names_unless_that_is_booked_without_it(store):
    refunded_at_a_rate(store)
    store.ledger.store([replace(REFUND, payout_id="po_1")], NOW)
    assert open_for(store, "po_2") == []
    assert store.ledger.left_behind(COMPANY, "usd", NOW + 1, "po_2") == []
    apply(store, journal("po_1"), subject_id="po_1")
    assert open_for(store, "po_2") == []
    settle(store, POSTED)
    assert open_for(store, "po_2") == ["txn_7"]
    assert [one.id for one in store.ledger.left_behind(COMPANY, "usd", NOW + 1, "po_2")] == ["txn_7"]


def test_a_proposal_that_had_what_a_rate_leaves_first_keeps_it(store):
    refunded_at_a_rate(store)
    apply(store, journal("po_2", lane="payout|po_2", legs=REST, state=State.HELD), subject_id="po_2")
    store.ledger.store([replace(REFUND, payout_id="po_1")], NOW)
    apply(store, journal("po_1"), subject_id="po_1")
    assert (open_for(store, "po_2"), open_for(store, "po_1"), open_for(store, "po_3")) == (["txn_7"], [], [])
