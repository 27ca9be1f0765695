from dataclasses import replace

import pytest

from agent.domain.attempts import Settlement
from agent.domain.decisions import IGNORED_BY_PERSON, Outcome
from agent.domain.documents import DocumentKey, Link, State
from agent.domain.events import RETRY
from agent.domain.fitting import Change
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
    event,
    facts,
    messages,
    moved,
    parked,
    receipt,
    settle,
    state_of,
    states,
    subject,
)


def test_a_document_comes_back_as_it_was_decided(store):
    draft = replace(
        receipt(party="cus_1|usd"),
        changes=(Change("PaymentNarration", "shortened", "a long text \ud83d", "a long"),),
        lineage={"Bank": "receipts.bank of usd"},
        title="Half \ud83d",
    )
    apply(store, draft, revision=7)
    document = store.outbox.get(1)
    kept = replace(document.draft, changes=(), title="")
    # Which legs it posts is a table of its own, which the books ask.
    assert kept == replace(draft, changes=(), title="", legs=())
    assert (document.draft.changes[0].before, document.draft.title) == ("a long text ?", "Half ?")
    assert (document.state, document.revision, document.due_at, document.attempts) == (State.PENDING, 7, NOW, 0)
    assert store.outbox.get(2) is None


def test_the_same_decision_again_changes_nothing(store):
    apply(store, receipt())
    before = store.outbox.get(1)
    apply(store, receipt(), now=NOW + 10)
    assert store.outbox.get(1) == before
    assert states(store) == {State.PENDING: 1}


def test_another_body_replaces_what_has_not_been_sent(store):
    apply(store, receipt())
    apply(store, receipt(minor=200, lane="other"), now=NOW + 10, revision=2)
    document = store.outbox.get(1)
    assert document.draft.body.value == document.draft.amount == Money(200, "usd")
    assert (document.revision, document.due_at) == (2, NOW + 10)
    assert [found.id for found in claim(store, now=NOW + 10)] == [1]
    assert states(store) == {State.POSTING: 1}


def test_a_parked_document_goes_out_when_its_payment_can_be_decided_now(store):
    apply(store, receipt(state=State.PARKED, reason="No stock code.", reason_code="stock.unknown"))
    assert (store.outbox.get(1).reason, store.outbox.get(1).due_at) == ("No stock code.", None)
    assert claim(store) == []
    apply(store, receipt(), now=NOW + 10)
    document = store.outbox.get(1)
    assert (document.state, document.reason, document.due_at) == (State.PENDING, "", NOW + 10)


def test_a_pending_document_is_stopped_when_a_new_decision_objects(store):
    apply(store, receipt())
    apply(store, receipt(state=State.HELD, reason="Over the limit.", reason_code="limit"))
    assert (store.outbox.get(1).state, store.outbox.get(1).reason_code) == (State.HELD, "limit")
    assert claim(store) == []


def test_a_new_reason_takes_the_place_of_the_old_one(store):
    apply(store, receipt(state=State.PARKED, reason="No stock code.", reason_code="stock.unknown"))
    apply(store, receipt(state=State.PARKED, reason="No warehouse.", reason_code="field.missing"))
    assert store.outbox.get(1).reason == "No warehouse."


def test_what_a_person_released_is_not_held_again_for_the_same_body(store):
    held = receipt(state=State.HELD, reason="Over the limit.", reason_code="limit")
    apply(store, held)
    store.outbox.release(1, by="Ann", reason="Looked at it.", now=NOW)
    apply(store, held)
    assert state_of(store) is State.PENDING
    apply(store, receipt(minor=999, state=State.HELD, reason="Over the limit.", reason_code="limit"))
    assert state_of(store) is State.HELD


@pytest.mark.parametrize("after", [None, POSTED, Settlement(State.IN_DOUBT, due_at=NOW + 60)])
def test_another_body_after_sending_is_a_discrepancy_that_names_both(store, after):
    apply(store, receipt())
    for document in claim(store):
        if after:
            store.outbox.settle(document, after, NOW)
    before = store.outbox.get(1)
    apply(store, receipt(minor=250))
    assert store.outbox.get(1) == before
    [message] = messages(store)
    assert "EDU1/receipt/payment/ch_1 was decided differently after it was" in message
    assert "1.00 USD" in message
    assert "2.50 USD" in message
    assert "Fields that differ: value." in message
    apply(store, receipt())
    assert messages(store) == []


def test_a_customer_of_several_payments_is_as_the_earliest_has_it_whatever_is_decided_first(store):
    def name():
        return store.outbox.get(1).draft.body.name

    apply(store, customer(name="Second", order_by=200), subject_id="ch_2")
    apply(store, customer(name="Third", order_by=300), subject_id="ch_3")
    assert name() == "Second"
    apply(store, customer(name="First", order_by=100), subject_id="ch_1")
    assert name() == "First"
    apply(store, customer(name="First, renamed", order_by=100), subject_id="ch_1")
    assert name() == "First, renamed"


def test_a_customer_that_waits_for_a_person_is_replaced_by_what_a_later_payment_knows(store):
    apply(store, parked(customer, name="First", order_by=100), subject_id="ch_1")
    apply(store, customer(name="Second", order_by=200), subject_id="ch_2")
    assert (store.outbox.get(1).draft.body.name, state_of(store)) == ("Second", State.PENDING)


def test_a_document_made_once_is_left_alone_after_posting(store):
    apply(store, replace(receipt(), once=True))
    settle(store, POSTED)
    apply(store, replace(receipt(minor=250), once=True))
    assert messages(store) == []
    assert store.outbox.get(1).draft.body.value == Money(100, "usd")


def test_a_cancelled_document_stays_cancelled(store):
    apply(store, receipt(state=State.HELD, reason="?", reason_code="x"))
    store.outbox.cancel(1, by="Ann", reason="Paid in cash.", now=NOW)
    apply(store, receipt())
    assert (state_of(store), messages(store)) == (State.CANCELLED, [])
    apply(store, receipt(minor=200))
    assert "after it was cancelled" in messages(store)[0]


def test_a_body_that_names_the_linked_customer_is_the_same_body(store):
    apply(store, customer(), receipt(party="cus_1|usd", order_by=2))
    settle(store, POSTED)
    settle(store, POSTED)
    apply(store, receipt(customer="00042", order_by=2))
    assert messages(store) == []
    apply(store, receipt(customer="00077", order_by=2))
    assert "Fields that differ: customer." in messages(store)[0]


def test_a_customer_that_is_linked_already_is_not_made_again(store):
    link = Link("customer", "cus_1|usd", "00007", "email")
    apply(store, customer(), receipt(party="cus_1|usd"), links=(link,))
    assert states(store) == {State.PENDING: 1}
    assert store.links.find(COMPANY, "customer", "cus_1|usd") == link
    assert store.links.find("OTHER", "customer", "cus_1|usd") is None


def test_the_first_link_stays_and_a_second_customer_is_a_discrepancy(store):
    apply(store, customer())
    [document] = claim(store)
    apply(store, links=(Link("customer", "cus_1|usd", "00007", "email"),))
    store.outbox.settle(document, POSTED, NOW)
    assert store.links.find(COMPANY, "customer", "cus_1|usd").erp_key == "00007"
    assert "linked to another SYSPRO customer" in messages(store)[0]


def test_a_document_that_the_new_decision_does_not_make_waits_for_a_person(store):
    apply(store, receipt(), receipt(purpose="extra"))
    apply(store, receipt(), now=NOW + 1)
    extra = store.outbox.get(2)
    assert (extra.state, extra.reason_code) == (State.HELD, "withdrawn")
    assert [document.id for document in claim(store, now=NOW + 1)] == [1]
    apply(store, receipt(), receipt(purpose="extra"), now=NOW + 2)
    assert state_of(store, 2) is State.PENDING


def test_nothing_waits_for_a_document_that_was_withdrawn(store):
    cancel = receipt(purpose="cancel", blocks=True)
    apply(store, cancel, receipt(purpose="money", order_by=2))
    settle(store, Settlement(State.PARKED, "The order is invoiced.", "refused"))
    assert claim(store) == []
    apply(store, receipt(purpose="money", order_by=2))
    [money] = claim(store)
    assert money.draft.key.purpose == "money"
    apply(store, cancel, receipt(purpose="money", order_by=2))
    assert store.outbox.get(1).draft.blocks


def test_a_payment_that_is_ignored_by_now_is_not_posted(store):
    apply(store, customer(), receipt(party="cus_1|usd"))
    apply(store, outcome=Outcome.IGNORED, reason="A test.", reason_code=IGNORED_BY_PERSON)
    assert states(store) == {State.PENDING: 1, State.HELD: 1}
    assert store.outbox.get(2).draft.key.kind is Kind.RECEIPT
    assert store.outbox.ignored_by_person("ch_1")
    assert not store.outbox.ignored_by_person("ch_2")


def test_a_persons_word_that_came_meanwhile_stands_against_a_decision_of_before(store):
    store.inbox.add([event(1)], NOW)
    [read] = store.inbox.next_subjects(1, NOW)
    apply(store, outcome=Outcome.IGNORED, reason="A test.", reason_code=IGNORED_BY_PERSON)
    store.outbox.apply(decision(receipt()), facts(), read, NOW + 1)
    assert states(store) == {}
    assert [row.reason for row in store.reports.decisions("ch_1")] == ["A test."]
    assert store.reports.inbox().finished == 1


def test_a_decision_is_not_stored_where_something_was_sent_that_it_does_not_know_of(store):
    store.inbox.add([event(1)], NOW)
    [read] = store.inbox.next_subjects(1, NOW)
    apply(store, receipt())
    [sent] = claim(store)
    ignored = decision(outcome=Outcome.IGNORED)
    assert not store.outbox.apply(ignored, facts(), read, NOW + 1, sent=frozenset())
    assert [row.outcome for row in store.reports.decisions("ch_1")] == [Outcome.DOCUMENTS]
    assert store.reports.inbox().finished == 0
    assert store.outbox.apply(ignored, facts(), read, NOW + 1, sent=frozenset({sent.draft.key}))
    assert store.reports.decisions("ch_1")[0].outcome is Outcome.IGNORED


def test_a_person_who_asks_again_is_not_held_to_having_ignored_it(store):
    apply(store, outcome=Outcome.IGNORED, reason="A test.", reason_code=IGNORED_BY_PERSON)
    asked = replace(subject(), types=(RETRY,))
    store.outbox.apply(decision(receipt()), facts(), asked, NOW + 1)
    assert states(store) == {State.PENDING: 1}


def test_a_person_may_ignore_what_is_ignored_already(store):
    for reason in ("A test.", "No, a gift."):
        apply(store, outcome=Outcome.IGNORED, reason=reason, reason_code=IGNORED_BY_PERSON)
    assert [row.reason for row in store.reports.decisions("ch_1")] == ["No, a gift.", "A test."]


def test_another_payments_documents_are_not_withdrawn(store):
    apply(store, receipt())
    apply(store, subject_id="ch_2", outcome=Outcome.IGNORED)
    assert state_of(store) is State.PENDING


def test_a_decision_is_stored_whole_or_not_at_all(store):
    with pytest.raises(ValueError, match="No document starts as posted"):
        apply(store, receipt(), receipt(purpose="x", state=State.POSTED))
    assert states(store) == {}
    assert store.reports.decisions("ch_1") == []
    assert store.audit.list() == []


def test_a_new_customer_is_taken_back_when_its_payer_is_found_to_be_another(store):
    party = "cus_1|usd"
    apply(store, customer(party, lane=party), receipt(party=party, lane=party, order_by=2))
    settle(store, Settlement(State.PARKED, "Refused.", "refused"))
    assert claim(store) == []
    found = Link("customer", party, "000042", "email")
    apply(store, receipt(2, lane=party, order_by=3), links=(found,), subject_id="ch_2")
    assert (state_of(store, 1), store.outbox.get(1).reason_code) == (State.HELD, "withdrawn")
    assert [document.id for document in claim(store)] == [2]


def test_what_waits_still_is_stored_again_only_with_another_reason_or_another_movement(store):
    taken, back = moved(1), moved(2, source="ch_1")
    for known, reason in (((taken,), "a"), ((taken,), "a"), ((taken, back), "a"), ((taken, back), "b")):
        apply(store, outcome=Outcome.WAITING, reason_code=reason, known=known)
    assert [row.reason_code for row in store.reports.decisions("ch_1")] == ["b", "a", "a"]


def test_events_of_what_waits_still_are_finished(store):
    apply(store, outcome=Outcome.WAITING)
    store.inbox.add([event(1)], NOW)
    found = store.inbox.next_subjects(1, NOW)[0]
    store.outbox.apply(decision(outcome=Outcome.WAITING), facts(), found, NOW)
    assert store.inbox.unfinished("ch_1") is None


def needing(kind):
    return {"invoice": DocumentKey(COMPANY, kind, "credit", "ch_1")}


def test_a_document_that_needs_another_ones_number_is_another_although_its_body_is_the_same(store):
    apply(store, receipt(needs=needing(Kind.INVOICE_CREDIT)))
    apply(store, receipt(needs=needing(Kind.CREDIT_NOTE)))
    assert store.outbox.get(1).draft.needs == needing(Kind.CREDIT_NOTE)


def test_another_need_after_sending_is_a_discrepancy(store):
    apply(store, receipt(needs=needing(Kind.INVOICE_CREDIT)))
    settle(store, POSTED)
    apply(store, receipt(needs=needing(Kind.CREDIT_NOTE)))
    [message] = messages(store)
    assert "Fields that differ: needs." in message
