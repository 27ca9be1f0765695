"""What was given up is taken back in the store, but for what something rests on by now."""

from dataclasses import replace

import pytest

from agent.domain.documents import Leg, Part, State
from agent.domain.errors import NeedsPerson
from tests.store.builders import NOW, apply, journal, moved, parked, receipt


def refusal(store, number=1):
    with pytest.raises(NeedsPerson) as caught:
        store.outbox.restore(number, by="Ann", now=NOW + 9)
    return caught.value.problem.message


def test_what_another_document_posts_by_now_stays_ignored(store):
    apply(store, parked())
    store.outbox.cancel(1, by="Ann", reason="A slip.", now=NOW)
    apply(store, receipt("ch_9"), subject_id="ch_9")
    with store._connections.writing() as db:
        db.execute("INSERT INTO document_legs (leg, part, document_id) VALUES ('ch_1', 'amount', 2)")
    assert "another document posts its money by now" in refusal(store)


def test_what_was_withdrawn_before_it_was_given_up_stays_ignored(store):
    apply(store, receipt())
    apply(store)
    store.outbox.cancel(1, by="Ann", reason="A slip.", now=NOW + 5)
    assert "a later decision makes it no longer" in refusal(store)


def test_a_manual_payouts_proposal_stays_ignored(store):
    proposal = journal(lane="payout|po_1", state=State.HELD, reason="Look.", reason_code="payout.proposal",
                       legs=(Leg("txn_1", Part.FEES),))  # fmt: skip
    apply(store, proposal, subject_id="po_1")
    store.outbox.cancel(1, by="Ann", reason="A slip.", now=NOW)
    assert "goes with the next payout by now" in refusal(store)


@pytest.mark.parametrize("minor", [99, None])
def test_what_a_payout_left_out_of_its_exchange_differences_stays_ignored(store, minor):
    store.ledger.store([replace(moved(minor=100), payout_id="po_1")], NOW)
    apply(store, replace(parked(), legs=(Leg("ch_1", Part.AMOUNT, minor),)))
    store.outbox.cancel(1, by="Ann", reason="A slip.", now=NOW)
    apply(store, journal("po_1"), subject_id="po_1")
    if minor is None:
        assert store.outbox.restore(1, by="Ann", now=NOW + 9) is State.PARKED
    else:
        assert "its payout was decided without what the exchange rate leaves of it" in refusal(store)
