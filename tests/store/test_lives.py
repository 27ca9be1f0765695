"""The life of a document: the event that told of it, what was decided and by whom it was changed, the row read back."""

import pytest

from agent.domain.attempts import Discrepancy
from agent.domain.documents import DocumentKey, State
from agent.domain.edits import EditChange
from agent.domain.events import RETRY, Event, Slice, Subject
from agent.domain.kinds import Kind
from agent.domain.life import Life
from tests.store.builders import (
    COMPANY,
    NOW,
    POSTED,
    apply,
    claim,
    decision,
    event,
    facts,
    parked,
    receipt,
    settle,
    state_of,
)

KEY = DocumentKey(COMPANY, Kind.RECEIPT, "payment", "ch_1")


def told(store, *events, now=NOW + 5):
    store.inbox.store_slice("events", Slice(NOW, NOW + 100, NOW + 100), events, now)


def decided(store, *drafts, events=(), now=NOW + 10, types=("charge.succeeded",)):
    """Decide the payment for some events."""
    about = Subject("ch_1", "charge", tuple(events), types, NOW)
    store.outbox.apply(decision(*drafts), facts(), about, now)


def life(store, number=1):
    return store.reports.document(number).life


def titles(store):
    return [step.what for step in life(store)]


def test_a_document_begins_with_the_event_that_told_of_it(store):
    told(store, event(1))
    decided(store, receipt(), events=["evt_00001"])
    first, second = life(store)
    assert (first.at, first.what, first.text, first.read_at) == (
        NOW, Life.TOLD, "charge.succeeded, evt_00001", NOW + 5,
    )  # fmt: skip
    assert (second.at, second.what, second.by) == (NOW + 10, Life.DECIDED, "")


def test_what_stripes_journal_alone_told_is_told_so(store):
    store.inbox.add([Event("sweep_txn_1", "sweep", NOW, "ch_1", "charge", livemode=False)], NOW)
    decided(store, receipt(), events=["sweep_txn_1"])
    assert [(step.what, step.text) for step in life(store)] == [(Life.SWEPT, "sweep"), (Life.DECIDED, "")]


def test_who_asked_for_a_fresh_decision_is_there_and_what_it_changed(store):
    apply(store, parked())
    number = store.commands.add("retry", {"what": "1"}, by="Bea", now=NOW + 20)
    store.inbox.add([Event(f"retry_{number}_ch_1", RETRY, NOW + 20, "ch_1", "charge", livemode=False)], NOW + 20)
    decided(store, receipt(minor=200), events=[f"retry_{number}_ch_1"], now=NOW + 21, types=(RETRY,))
    assert [(step.what, step.by) for step in life(store)] == [
        (Life.DECIDED, ""), (Life.ASKED, "Bea"), (Life.REPLACED, ""),
    ]  # fmt: skip


def test_a_command_that_is_gone_leaves_nobody(store):
    store.inbox.add([Event("retry_99_ch_1", RETRY, NOW, "ch_1", "charge", livemode=False)], NOW)
    decided(store, receipt(), events=["retry_99_ch_1"], types=(RETRY,))
    assert life(store)[0].by == ""


def test_what_people_did_is_there_with_who_and_why(store):
    apply(store, parked())
    store.edits.keep(KEY, [EditChange(0, "JournalNotation", "", "Paid twice")], by="Bea", now=NOW + 1)
    store.outbox.release(1, by="Ann", reason="Approved.", now=NOW + 2)
    assert [(step.what, step.by, step.text) for step in life(store)[1:]] == [
        (Life.EDITED, "Bea", "JournalNotation: '' became 'Paid twice'"),
        (Life.RELEASED, "Ann", "Approved."),
    ]


def test_what_was_given_up_says_who_gave_it_up_and_why(store):
    apply(store, parked())
    store.outbox.cancel(1, by="Ann", reason="A test.", now=NOW + 1)
    assert [(step.what, step.by, step.text) for step in life(store)][1:] == [(Life.IGNORED, "Ann", "A test.")]


def test_what_a_later_decision_makes_no_longer_says_so(store):
    apply(store, parked())
    apply(store, now=NOW + 1)
    assert titles(store) == [Life.DECIDED, Life.WITHDRAWN]


def test_a_program_that_stopped_while_it_was_sent_is_told(store):
    apply(store, receipt())
    claim(store)
    store.outbox.recover(NOW + 60, NOW + 30)
    assert titles(store) == [Life.DECIDED, Life.INTERRUPTED]
    assert state_of(store) is State.IN_DOUBT


@pytest.mark.parametrize("message", ["PaymentDate was sent as 'x', SYSPRO has 'y'.", ""])
def test_how_syspros_row_differs_is_there_while_it_does(store, message):
    apply(store, receipt())
    settle(store, POSTED)
    found = [Discrepancy(str(KEY), "read_back.PaymentDate", message)] if message else []
    document = store.outbox.get(1)
    store.outbox.verified([document], {1: found}, NOW + 9)
    detail = store.reports.document(1)
    assert (detail.verified_at, detail.differences) == (NOW + 9, (message,) if message else ())


def test_the_events_of_a_document_are_found_by_an_index(store):
    from agent.store import lives  # noqa: PLC0415 - only what it asks is looked at

    plan = store._connections.all(f"EXPLAIN QUERY PLAN {lives._EVENTS}", {"subject": "ch_1", "company": COMPANY})
    assert any("events_of_decision" in row["detail"] for row in plan)
