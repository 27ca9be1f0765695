from dataclasses import replace

import pytest

from agent.domain.attempts import Discrepancy, Settlement
from agent.domain.decisions import Outcome
from agent.domain.documents import DocumentKey, IllegalTransitionError, Link, State
from agent.domain.errors import Exchange, NeedsPerson
from agent.domain.kinds import Kind
from agent.domain.money import Money
from tests.store.builders import (
    COMPANY,
    NOW,
    POSTED,
    apply,
    claim,
    customer,
    decision,
    facts,
    messages,
    receipt,
    settle,
    state_of,
    states,
    subject,
)


def actions(store):
    """What happened to documents, oldest first."""
    return [row.action for row in reversed(store.audit.list()) if row.action.startswith("document.")]


# ---------------------------------------------------------------- posting


def test_a_claimed_document_is_posting_before_anybody_sends_it(store):
    apply(store, receipt())
    [document] = claim(store, now=NOW + 5)
    assert (document.state, document.sent_at, document.due_at) == (State.POSTING, NOW + 5, None)
    assert store.outbox.get(1) == document
    assert claim(store, now=NOW + 5) == []


def test_nothing_is_claimed_for_another_company(store):
    apply(store, receipt())
    assert store.outbox.claim("OTHER", 10, NOW) == []


def test_claimed_documents_block_their_lanes_and_stand_in_the_audit_one_by_one(store):
    apply(store, receipt("ch_1", lane="one"), receipt("ch_2", lane="two"))
    numbers = [document.id for document in claim(store)]
    assert len(numbers) == 2
    said = [(row.subject, row.detail) for row in store.audit.list() if row.action == "document.posting"]
    assert sorted(said) == [(str(store.outbox.get(number).draft.key), "pending -> posting") for number in numbers]
    assert store.audit.examine().whole
    assert claim(store) == []


def test_several_documents_are_settled_together_or_not_at_all(store):
    apply(store, receipt("ch_1", lane="one"), receipt("ch_2", lane="two"))
    first, second = claim(store)
    store.outbox.settle(second, Settlement(State.PARKED), NOW)
    with pytest.raises(IllegalTransitionError):
        store.outbox.settle_all([(first, POSTED), (second, POSTED)], NOW)
    assert states(store) == {State.POSTING: 1, State.PARKED: 1}
    assert store.reports.document(first.id).attempts == ()


def test_a_posted_document_has_its_key_its_link_and_its_attempt(store):
    apply(store, receipt())
    settle(store, replace(POSTED, exchange=Exchange("<request/>", "<reply/>")))
    document = store.outbox.get(1)
    assert (document.state, document.erp_key, document.attempts) == (State.POSTED, "00042", 1)
    assert store.links.find(COMPANY, "receipt", "ch_1") == Link("receipt", "ch_1", "00042", "created")
    [attempt] = store.reports.document(1).attempts
    assert (attempt.request, attempt.reply, attempt.evidence) == ("<request/>", "<reply/>", POSTED.evidence)
    assert (attempt.state, attempt.counted, attempt.at) == (State.POSTED, True, NOW)


def test_a_posted_customer_is_linked_to_its_party(store):
    apply(store, customer())
    settle(store, POSTED)
    assert store.links.find(COMPANY, "customer", "cus_1|usd") == Link("customer", "cus_1|usd", "00042", "created")


def test_a_posting_without_a_key_makes_no_link(store):
    apply(store, receipt())
    settle(store, Settlement(State.POSTED))
    assert store.links.find(COMPANY, "receipt", "ch_1") is None


def test_a_snooze_is_no_attempt_and_leaves_no_record(store):
    apply(store, receipt())
    settle(store, Settlement(State.PENDING, "No seat.", "licence", due_at=NOW + 60, counts=False))
    document = store.outbox.get(1)
    assert (document.attempts, document.due_at, document.reason) == (0, NOW + 60, "No seat.")
    assert store.reports.document(1).attempts == ()
    assert claim(store, now=NOW + 59) == []
    assert len(claim(store, now=NOW + 60)) == 1
    assert store.outbox.get(1).reason == ""


def test_a_look_up_that_proves_something_is_kept_though_it_is_no_attempt(store):
    apply(store, receipt())
    settle(store, Settlement(State.IN_DOUBT, due_at=NOW))
    evidence = "Not in SYSPRO after 2 look-ups."
    store.outbox.settle(store.outbox.get(1), Settlement(State.PENDING, evidence=evidence, counts=False), NOW)
    assert store.outbox.get(1).attempts == 1
    assert [(row.evidence, row.counted) for row in store.reports.document(1).attempts] == [
        ("", True),
        (evidence, False),
    ]


def test_a_pending_document_without_a_moment_is_due_now(store):
    apply(store, receipt())
    settle(store, Settlement(State.PENDING))
    assert store.outbox.get(1).due_at == NOW


def test_every_step_that_the_state_machine_lacks_is_refused(store):
    apply(store, receipt())
    [document] = claim(store)
    for after in (State.CANCELLED, State.HELD, State.POSTING):
        with pytest.raises(IllegalTransitionError):
            store.outbox.settle(document, Settlement(after), NOW)
    assert store.outbox.get(1) == document
    assert store.reports.document(1).attempts == ()


def test_a_document_is_settled_once_whatever_two_callers_believe(store):
    apply(store, receipt())
    [document] = claim(store)
    store.outbox.settle(document, Settlement(State.IN_DOUBT, due_at=NOW), NOW)
    with pytest.raises(IllegalTransitionError, match="is in_doubt by now, not posting"):
        store.outbox.settle(document, POSTED, NOW)


def test_a_document_that_was_sent_again_since_it_was_read_is_not_settled(store):
    apply(store, receipt())
    [document] = claim(store)
    store.outbox.settle(document, Settlement(State.PENDING, due_at=NOW), NOW)
    claim(store, now=NOW + 1)
    with pytest.raises(IllegalTransitionError, match="was sent or looked up again"):
        store.outbox.settle(document, POSTED, NOW + 1)
    assert state_of(store) is State.POSTING


def test_two_look_ups_of_one_document_do_not_count_as_one(store):
    apply(store, receipt())
    settle(store, Settlement(State.IN_DOUBT, due_at=NOW))
    document = store.outbox.get(1)
    again = {"looks": 1, "due_at": NOW, "reason": "Not found.", "reason_code": "not_found", "now": NOW}
    store.outbox.still_in_doubt(document, **again)
    with pytest.raises(IllegalTransitionError, match="was sent or looked up again"):
        store.outbox.still_in_doubt(document, **again)


def test_recovering_puts_everything_that_was_being_sent_in_doubt(store):
    apply(store, receipt(), receipt(purpose="second", lane="second"), receipt(purpose="third", lane="third"))
    claim(store, 2)
    assert store.outbox.recover(NOW + 60, NOW + 1) == 2
    assert states(store) == {State.IN_DOUBT: 2, State.PENDING: 1}
    assert store.outbox.in_doubt(COMPANY, 10, NOW + 59) == []
    assert [found.id for found in store.outbox.in_doubt(COMPANY, 10, NOW + 60)] == [1, 2]
    assert store.outbox.in_doubt("OTHER", 10, NOW + 60) == []
    assert store.outbox.recover(NOW + 60, NOW + 1) == 0


def test_a_look_up_in_vain_keeps_the_document_in_doubt(store):
    apply(store, receipt())
    settle(store, Settlement(State.IN_DOUBT, "No answer.", "timeout", due_at=NOW + 60))
    [document] = store.outbox.in_doubt(COMPANY, 10, NOW + 60)
    again = {"reason": "No answer.", "reason_code": "timeout", "now": NOW + 60}
    store.outbox.still_in_doubt(document, looks=1, due_at=NOW + 120, **again)
    assert (store.outbox.get(1).looks, store.outbox.get(1).due_at) == (1, NOW + 120)
    store.outbox.still_in_doubt(store.outbox.get(1), looks=2, due_at=None, **again)
    assert store.outbox.in_doubt(COMPANY, 10, NOW + 10**6) == []
    store.outbox.settle(store.outbox.get(1), Settlement(State.PENDING, due_at=NOW, counts=False), NOW)
    with pytest.raises(IllegalTransitionError):
        store.outbox.still_in_doubt(store.outbox.get(1), looks=3, due_at=None, **again)
    assert len(claim(store)) == 1
    assert store.outbox.get(1).looks == 0


def test_what_was_sent_is_told_with_the_facts_it_was_decided_with(store):
    apply(store, customer(), receipt(party="cus_1|usd"), revision=3)
    assert store.outbox.sent("ch_1") is None
    settle(store, POSTED)
    # The customer alone ties the payment to nothing.
    assert store.outbox.sent("ch_1") is None
    claim(store)
    sent = store.outbox.sent("ch_1")
    assert (sent.facts, sent.revision) == (facts(), 3)
    assert sent.keys == {DocumentKey(COMPANY, Kind.RECEIPT, "payment", "ch_1")}
    assert sent.settled == frozenset()
    assert store.outbox.sent("ch_2") is None


# ---------------------------------------------------------------- reading back


def test_what_was_posted_is_read_back_once(store):
    apply(store, receipt())
    settle(store, POSTED)
    [document] = store.outbox.unverified(COMPANY, 10)
    assert store.outbox.unverified("OTHER", 10) == []
    store.outbox.verified([document], {document.id: ()}, NOW + 9)
    assert store.outbox.unverified(COMPANY, 10) == []
    assert store.reports.document(1).verified_at == NOW + 9


def test_a_batch_is_read_back_in_one_go(store):
    apply(store, receipt("ch_1", lane="one"), receipt("ch_2", lane="two"))
    settle(store, POSTED)
    documents = store.outbox.unverified(COMPANY, 10)
    wrong = Discrepancy(str(documents[1].draft.key), "read_back.value", "Sent 1.00 USD, SYSPRO has 2.00 USD.")
    store.outbox.verified(documents, {documents[0].id: (), documents[1].id: (wrong,)}, NOW)
    assert store.outbox.unverified(COMPANY, 10) == []
    assert [row.subject for row in store.reports.discrepancies()] == [str(documents[1].draft.key)]


def test_a_difference_stays_open_until_it_is_gone(store):
    apply(store, receipt())
    settle(store, POSTED)
    [document] = store.outbox.unverified(COMPANY, 10)
    wrong = Discrepancy(str(document.draft.key), "read_back.value", "Sent 1.00 USD, SYSPRO has 2.00 USD.")
    store.outbox.verified([document], {document.id: (wrong, wrong)}, NOW)
    store.outbox.verified([document], {document.id: (wrong,)}, NOW + 1)
    [row] = store.reports.discrepancies()
    assert (row.area, row.code, row.opened_at) == ("read_back", "read_back.value", NOW)
    store.outbox.verified([document], {document.id: ()}, NOW + 2)
    assert messages(store) == []


def test_reading_back_closes_no_discrepancy_of_another_check(store):
    apply(store, receipt())
    settle(store, POSTED)
    apply(store, receipt(minor=250))
    store.outbox.verified([store.outbox.get(1)], {1: ()}, NOW)
    assert len(messages(store)) == 1


# ---------------------------------------------------------------- by hand


def test_a_person_releases_what_is_parked(store):
    apply(store, receipt())
    settle(store, Settlement(State.PARKED, "Refused.", "syspro.refused"))
    store.outbox.release(1, by="Ann", reason="Credit was raised.", now=NOW + 9)
    document = store.outbox.get(1)
    assert (document.state, document.reason, document.due_at, document.attempts) == (State.PENDING, "", NOW + 9, 1)
    row = store.audit.list(limit=1)[0]
    assert (row.actor, row.action, row.detail) == ("Ann", "document.pending", "parked -> pending: Credit was raised.")


def test_a_person_cancels_what_is_held_and_the_reason_stays(store):
    apply(store, receipt(state=State.HELD, reason="?", reason_code="x"))
    store.outbox.cancel(1, by="Ann", reason="Paid in cash.", now=NOW)
    assert (state_of(store), store.outbox.get(1).reason) == (State.CANCELLED, "Paid in cash.")


@pytest.mark.parametrize("by_hand", ["release", "cancel"])
@pytest.mark.parametrize(
    ("settlement", "sentence"),
    [
        (None, "it is about to be sent"),
        ("claimed", "it is being sent at this moment"),
        (Settlement(State.IN_DOUBT, due_at=NOW), "its outcome is not known yet"),
        (POSTED, "SYSPRO has it already"),
    ],
)
def test_what_is_on_its_way_cannot_be_changed_by_hand(store, by_hand, settlement, sentence):
    apply(store, receipt())
    if settlement:
        [document] = claim(store)
        if settlement != "claimed":
            store.outbox.settle(document, settlement, NOW)
    before = store.outbox.get(1)
    with pytest.raises(NeedsPerson) as refused:
        getattr(store.outbox, by_hand)(1, by="Ann", reason="Please.", now=NOW)
    assert sentence in refused.value.problem.message
    assert refused.value.problem.press
    assert store.outbox.get(1) == before


def test_a_number_that_does_not_exist_is_said_in_words(store):
    with pytest.raises(NeedsPerson, match="there is no such document"):
        store.outbox.release(12, by="Ann", reason="", now=NOW)


# ---------------------------------------------------------------- audit


def test_every_change_of_a_document_is_in_the_audit(store):
    apply(store, receipt())
    apply(store, receipt(minor=200))
    settle(store, Settlement(State.PARKED, "Mr. Smith was refused.", "syspro.refused"))
    store.outbox.release(1, by="Ann", reason="Fixed.", now=NOW)
    claim(store)
    store.outbox.recover(NOW, NOW)
    store.outbox.settle(store.outbox.get(1), POSTED, NOW)
    assert actions(store) == [
        "document.made",
        "document.replaced",
        "document.posting",
        "document.parked",
        "document.pending",
        "document.posting",
        "document.in_doubt",
        "document.posted",
    ]
    assert {row.subject for row in store.audit.list()} == {"EDU1/receipt/payment/ch_1", "ch_1"}
    assert not any("Smith" in row.detail for row in store.audit.list())
    assert store.audit.examine().whole


def test_decisions_are_kept_with_their_facts(store):
    apply(store, receipt(), amount=Money(0, "usd"))
    apply(store, outcome=Outcome.HELD, reason="No \ud83d.", reason_code="x", now=NOW + 1)
    newest, oldest = store.reports.decisions("ch_1")
    assert (newest.outcome, newest.reason, newest.amount) == (Outcome.HELD, "No ?.", None)
    assert (oldest.outcome, oldest.amount, oldest.decided_at) == (Outcome.DOCUMENTS, Money(0, "usd"), NOW)
    assert store.reports.facts(newest.facts_id) == facts()
    assert store.reports.facts(99) is None
    assert decision().subject == subject().object_id
