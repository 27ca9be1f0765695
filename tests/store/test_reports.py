from agent.domain.attempts import Settlement
from agent.domain.decisions import Outcome
from agent.domain.documents import State
from agent.domain.errors import Exchange
from agent.domain.kinds import Kind
from agent.domain.money import Money
from agent.domain.readmodels import DocumentFilter, InboxCounts
from tests.store.builders import COMPANY, NOW, apply, customer, event, parked, receipt


def numbers(store, **wanted):
    return [row.id for row in store.reports.documents(DocumentFilter(**wanted))]


def some(store):
    apply(store, customer(), receipt(order_by=2), parked(purpose="extra", lane="x"))
    apply(store, receipt("ch_2", minor=55, lane="y"), subject_id="ch_2", now=NOW + 5)


def test_documents_are_listed_newest_first(store):
    some(store)
    assert numbers(store) == [4, 3, 2, 1]
    row = store.reports.documents(DocumentFilter(limit=1))[0]
    assert (row.company, row.kind, row.purpose, row.stripe_id) == (COMPANY, Kind.RECEIPT, "payment", "ch_2")
    assert (row.title, row.amount, row.state, row.updated_at) == (
        "Payment of Ann",
        Money(55, "usd"),
        State.PENDING,
        NOW + 5,
    )


def test_documents_are_filtered(store):
    some(store)
    assert numbers(store, state=State.PARKED) == [3]
    assert numbers(store, kind=Kind.CUSTOMER) == [1]
    assert numbers(store, text="CH_2") == [4]
    assert numbers(store, text="payment of ann") == [4, 3, 2]
    assert numbers(store, text="%") == []
    assert numbers(store, text="ann", state=State.PENDING, kind=Kind.RECEIPT, limit=1) == [4]


def test_a_person_is_shown_neither_what_was_withdrawn_nor_what_goes_on_by_itself(store):
    apply(store, parked(), receipt(purpose="second", lane="x"), receipt(purpose="third", lane="y"))
    for document in store.outbox.claim(COMPANY, 2, NOW):
        due_at = NOW + 60 if document.draft.key.purpose == "second" else None
        store.outbox.settle(document, Settlement(State.IN_DOUBT, due_at=due_at), NOW)
    apply(store, receipt("ch_2", lane="z"), parked(stripe_id="ch_2", purpose="held"), subject_id="ch_2")
    apply(store, subject_id="ch_2", outcome=Outcome.HELD, reason="?")
    assert store.outbox.counts()[State.HELD] == store.reports.withdrawn() == 2
    assert numbers(store, for_person=True) == [3, 1]
    assert numbers(store, for_person=True, state=State.HELD) == []


def test_documents_are_counted_whatever_the_page(store):
    some(store)
    assert store.reports.count(DocumentFilter(limit=1, before_id=2)) == 4
    assert store.reports.count(DocumentFilter(state=State.PARKED)) == 1


def test_a_document_names_the_customer_that_its_payer_is_linked_to(store):
    apply(store, customer(), receipt(party="cus_1|usd", order_by=2))
    assert [store.reports.document(number).customer for number in (1, 2)] == ["", ""]
    [document] = store.outbox.claim(COMPANY, 1, NOW)
    store.outbox.settle(document, Settlement(State.POSTED, erp_key="00042"), NOW)
    assert [store.reports.document(number).customer for number in (1, 2)] == ["", "00042"]


def test_the_next_page_begins_where_the_last_one_ended(store):
    some(store)
    assert numbers(store, limit=3) == [4, 3, 2]
    assert numbers(store, limit=3, before_id=2) == [1]


def test_a_search_finds_what_syspro_numbered(store):
    some(store)
    [document] = store.outbox.claim(COMPANY, 1, NOW)
    store.outbox.settle(document, Settlement(State.POSTED, erp_key="SO-778"), NOW)
    assert numbers(store, text="so-778") == [document.id]


def test_one_document_is_told_with_all_that_happened_to_it(store):
    apply(store, receipt(), revision=4)
    for second, reply in enumerate(("timeout", "again")):
        [document] = store.outbox.claim(COMPANY, 1, NOW + second)
        again = Settlement(State.PENDING, "Down.", "down", due_at=NOW, exchange=Exchange("<a/>", reply))
        store.outbox.settle(document, again, NOW + second)
    detail = store.reports.document(1)
    assert (detail.row.id, detail.row.attempts, detail.row.revision, detail.created_at) == (1, 2, 4, NOW)
    assert '"reference":"ch_1"' in detail.body
    assert [attempt.reply for attempt in detail.attempts] == ["timeout", "again"]
    assert (detail.decision.subject, detail.decision.outcome) == ("ch_1", Outcome.DOCUMENTS)
    assert (detail.changes, detail.lineage, detail.party, detail.verified_at) == ((), {}, "", None)
    assert store.reports.document(2) is None


def test_a_replaced_document_names_the_decision_that_made_its_body(store):
    apply(store, receipt())
    apply(store, receipt(minor=5), now=NOW + 7)
    apply(store, receipt(minor=5), now=NOW + 9)
    assert store.reports.document(1).decision.decided_at == NOW + 7


def test_only_the_latest_decision_says_what_is_held(store):
    apply(store, outcome=Outcome.HELD, subject_id="ch_1", reason="?")
    apply(store, outcome=Outcome.HELD, subject_id="ch_2", reason="?")
    apply(store, outcome=Outcome.IGNORED, subject_id="ch_1")
    assert [row.subject for row in store.reports.held(COMPANY)] == ["ch_2"]
    assert store.reports.held("OTHER") == []


def test_the_inbox_is_counted(store):
    assert store.reports.inbox() == InboxCounts(0, 0, 0)
    store.inbox.add([event(1), event(2)], NOW)
    assert store.reports.inbox() == InboxCounts(waiting=2, set_aside=0, finished=0)


def test_documents_are_counted_by_state(store):
    some(store)
    counts = store.outbox.counts()
    assert set(counts) == set(State)
    assert (counts[State.PENDING], counts[State.PARKED], counts[State.POSTED]) == (3, 1, 0)
