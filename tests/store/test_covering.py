"""Which legs a document keeps from other documents: given-up proposals, given-up payouts, and what SYSPRO may have."""

from dataclasses import replace

from agent.domain.attempts import Settlement
from agent.domain.documents import Leg, Part, State
from tests.store.builders import COMPANY, NOW, apply, journal, moved

FEE = (Leg("txn_1", Part.FEES),)
ABSENT = Settlement(State.PENDING, "", "resolve.absent", evidence="Not in SYSPRO after 3 look-ups.", due_at=NOW)
REFUSED = Settlement(State.PARKED, "The period is closed.", "syspro.refused")
IN_DOUBT = Settlement(State.IN_DOUBT, "No answer.", "syspro.no_answer", due_at=NOW)


def proposed(store, payout="po_1", **changes):
    """One movement with a fee, and a payout's held document that posts the fee."""
    store.ledger.store([replace(moved(1, fee=3), **changes)], NOW)
    apply(store, journal(payout, lane=f"payout|{payout}", legs=FEE, state=State.HELD), subject_id=payout)


def send(store, *outcomes):
    for outcome in outcomes:
        if outcome is not ABSENT:
            [document] = store.outbox.claim(COMPANY, 1, NOW)
        else:
            [document] = store.outbox.in_doubt(COMPANY, 1, NOW)
        store.outbox.settle(document, outcome, NOW)


def give_up(store):
    return store.outbox.cancel(1, by="ann", reason="Cancelled at Stripe.", now=NOW)


def free(store, own="po_2"):
    return [row.id for row in store.ledger.unsettled(COMPANY, "usd", NOW + 1, own)]


def elsewhere(store, own="po_2"):
    return store.summaries.elsewhere(COMPANY, ["txn_1"], "fees", own)


def ignored(store):
    [row] = store.reports.books(COMPANY)
    return row.ignored_minor


def test_a_fee_that_is_proposed_is_no_other_payouts(store):
    proposed(store)
    assert (free(store), elsewhere(store)) == ([], {"txn_1": "po_1"})


def test_a_fee_whose_proposal_was_given_up_is_the_next_payouts_and_not_ignored(store):
    proposed(store)
    mind = give_up(store)
    assert "the fees of 0.03 USD that were proposed with it wait for the next payout" in mind
    assert (free(store), elsewhere(store)) == (["txn_1"], {})
    assert ignored(store) == 0


def test_a_fee_that_was_given_up_with_its_own_payout_stays_given_up(store):
    proposed(store, payout_id="po_1")
    assert give_up(store) == ""
    assert (free(store), elsewhere(store)) == ([], {"txn_1": "po_1"})
    assert ignored(store) == -3


def test_the_fee_of_a_manual_payout_itself_is_given_up_with_it(store):
    own = replace(moved(1, minor=-100, fee=3, kind="payout", source="po_1"))
    store.ledger.store([own], NOW)
    apply(
        store, journal(lane="payout|po_1", legs=(Leg("txn_1", Part.AMOUNT), *FEE), state=State.HELD), subject_id="po_1"
    )
    assert give_up(store) == ""
    assert ignored(store) == -103


def test_a_proposal_that_syspro_refused_and_a_person_gave_up_frees_its_fee(store):
    proposed(store)
    store.outbox.release(1, by="ann", reason="", now=NOW)
    send(store, REFUSED)
    give_up(store)
    assert (free(store), elsewhere(store)) == (["txn_1"], {})


def test_a_proposal_that_syspro_may_have_all_the_same_keeps_its_fee(store):
    proposed(store)
    store.outbox.release(1, by="ann", reason="", now=NOW)
    send(store, IN_DOUBT, ABSENT, REFUSED)
    assert "book them by hand with it" in give_up(store)
    assert (free(store), elsewhere(store)) == ([], {"txn_1": "po_1"})
    assert ignored(store) == -3


def test_what_stripe_names_for_another_payout_is_not_proposed(store):
    store.ledger.store([replace(moved(1, fee=3), payout_id="po_9")], NOW)
    assert free(store) == []


def test_what_its_own_payout_was_booked_without_goes_with_the_next_one(store):
    proposed(store)
    store.ledger.store([replace(moved(1, fee=3), payout_id="po_9")], NOW)
    apply(store, journal("po_9", lane="payout|po_9"), subject_id="po_9")
    give_up(store)
    behind = lambda own: [row.id for row in store.ledger.left_behind(COMPANY, "usd", NOW + 1, own)]  # noqa: E731
    assert (free(store), behind("po_2")) == ([], [])  # po_9 may still be decided again, and has it then
    send(store, replace(REFUSED, state=State.POSTED, erp_key="1"))
    assert (free(store), behind("po_2"), behind("po_9")) == (["txn_1"], ["txn_1"], [])
