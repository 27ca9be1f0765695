import sqlite3

import pytest

from agent.domain.errors import Problem
from agent.domain.events import RETRY, Slice
from agent.store.packing import unpack
from tests.store.builders import NOW, apply, decision, event, facts, subject

LATER = Problem("Stripe does not answer", "It is tried again.", code="stripe.down")


def slice_to(mark_at):
    return Slice(mark_at - 100, mark_at, mark_at)


def ids(subjects):
    return [found.object_id for found in subjects]


def test_a_slice_and_its_watermark_are_stored_together(store):
    assert store.inbox.watermark("events") is None
    assert store.inbox.store_slice("events", slice_to(500), [event(1), event(2)], NOW) == 2
    assert store.inbox.watermark("events") == 500
    assert store.inbox.watermark("balance_transactions") is None


def test_events_that_are_listed_again_add_nothing(store):
    store.inbox.add([event(1)], NOW)
    assert store.inbox.store_slice("events", slice_to(500), [event(1), event(1), event(2)], NOW) == 1
    assert store.reports.inbox().waiting == 2


def test_an_empty_slice_moves_the_watermark_as_well(store):
    assert store.inbox.store_slice("events", slice_to(500), [], NOW) == 0
    assert store.inbox.watermark("events") == 500


def test_the_watermark_never_moves_back(store):
    store.inbox.store_slice("events", slice_to(500), [], NOW)
    store.inbox.store_slice("events", slice_to(400), [], NOW)
    assert store.inbox.watermark("events") == 500


def test_a_slice_that_breaks_in_the_middle_leaves_neither_events_nor_watermark(store):
    broken = event(2)
    object.__setattr__(broken, "type", None)
    with pytest.raises(sqlite3.IntegrityError, match="NOT NULL"):
        store.inbox.store_slice("events", slice_to(500), [event(1), broken], NOW)
    assert store.inbox.watermark("events") is None
    assert store.reports.inbox().waiting == 0


def test_the_payload_is_kept_as_it_came(store):
    text = '{"name": "Łódź \\ud83d\\ude00", "half": "\ud83d"}'
    store.inbox.add([event(1, payload=text), event(2, payload="")], NOW)
    kept = [unpack(row["payload"]) for row in store._connections.all("SELECT payload FROM events ORDER BY id")]
    assert kept == [text, ""]


def test_events_about_one_object_are_one_subject_oldest_first(store):
    store.inbox.add(
        [event(3, object_id="ch_9", created_at=NOW - 5, kind="charge.updated"), event(2, created_at=NOW - 7)], NOW
    )
    store.inbox.add([event(1, object_id="ch_9", created_at=NOW - 9)], NOW)
    first, second = store.inbox.next_subjects(10, NOW)
    assert first.object_id == "ch_9"
    assert first.event_ids == ("evt_00001", "evt_00003")
    assert first.types == ("charge.succeeded", "charge.updated")
    assert (first.created_at, first.attempts, first.object_type) == (NOW - 9, 0, "charge")
    assert second.object_id == "ch_2"


def test_no_more_subjects_than_asked_for(store):
    store.inbox.add([event(number, created_at=NOW + number) for number in range(1, 9)], NOW + 100)
    assert ids(store.inbox.next_subjects(3, NOW + 100)) == ["ch_1", "ch_2", "ch_3"]
    assert store.inbox.next_subjects(0, NOW + 100) == []


def test_an_event_from_the_future_of_our_clock_is_due_at_once(store):
    store.inbox.add([event(1, created_at=NOW + 3600)], NOW)
    assert ids(store.inbox.next_subjects(1, NOW)) == ["ch_1"]


def test_objects_of_different_types_without_an_id_stay_apart(store):
    rows = [event(1, object_type="balance"), event(2, object_type="tax.settings")]
    for row in rows:
        object.__setattr__(row, "object_id", "")
    store.inbox.add(rows, NOW)
    assert [found.event_ids for found in store.inbox.next_subjects(9, NOW)] == [("evt_00001",), ("evt_00002",)]


def test_a_postponed_subject_comes_back_when_it_is_due(store):
    store.inbox.add([event(1), event(2)], NOW)
    first = store.inbox.next_subjects(1, NOW)[0]
    store.inbox.postpone(first, LATER, due_at=NOW + 60, now=NOW)
    assert ids(store.inbox.next_subjects(9, NOW + 59)) == ["ch_2"]
    again = store.inbox.next_subjects(9, NOW + 60)
    assert ids(again) == ["ch_2", "ch_1"]
    assert again[1].attempts == 1


def test_a_new_event_brings_a_postponed_object_back_with_all_its_events(store):
    store.inbox.add([event(1, object_id="ch_9")], NOW)
    store.inbox.postpone(store.inbox.next_subjects(1, NOW)[0], LATER, due_at=NOW + 60, now=NOW)
    store.inbox.add([event(2, object_id="ch_9")], NOW)
    assert store.inbox.next_subjects(1, NOW)[0].event_ids == ("evt_00001", "evt_00002")


def test_what_is_set_aside_waits_for_a_person(store):
    store.inbox.add([event(1)], NOW)
    bad = Problem("Cannot be read", "charge.amount is missing.", code="stripe.shape")
    store.inbox.postpone(store.inbox.next_subjects(1, NOW)[0], bad, due_at=None, now=NOW)
    assert store.inbox.next_subjects(9, NOW + 10**9) == []
    [row] = store.reports.set_aside()
    assert (row.object_id, row.events, row.attempts) == ("ch_1", 1, 1)
    assert (row.reason, row.reason_code) == ("charge.amount is missing.", "stripe.shape")
    assert store.inbox.unfinished("ch_1").event_ids == ("evt_00001",)


def test_a_new_event_of_an_object_that_was_set_aside_answers_both(store):
    store.inbox.add([event(1, object_id="ch_9")], NOW)
    store.inbox.postpone(store.inbox.next_subjects(1, NOW)[0], LATER, due_at=None, now=NOW)
    store.inbox.add([event(2, object_id="ch_9", kind=RETRY)], NOW)
    found = store.inbox.next_subjects(1, NOW)[0]
    assert found.attempts == 0
    store.outbox.apply(decision(subject="ch_9"), facts("ch_9"), found, NOW)
    assert store.reports.inbox().finished == 2
    assert store.inbox.unfinished("ch_9") is None


def test_an_event_that_comes_while_its_object_is_decided_stays_waiting(store):
    store.inbox.add([event(1, object_id="ch_9")], NOW)
    found = store.inbox.next_subjects(1, NOW)[0]
    store.inbox.add([event(2, object_id="ch_9")], NOW)
    store.outbox.apply(decision(subject="ch_9"), facts("ch_9"), found, NOW)
    assert store.inbox.next_subjects(1, NOW)[0].event_ids == ("evt_00002",)


def test_a_finished_event_is_never_postponed(store):
    store.inbox.add([event(1)], NOW)
    found = store.inbox.next_subjects(1, NOW)[0]
    store.outbox.apply(decision(), facts(), found, NOW)
    store.inbox.postpone(found, LATER, due_at=NOW, now=NOW)
    assert store.reports.inbox().finished == 1


def test_a_decision_without_events_finishes_none(store):
    store.inbox.add([event(1)], NOW)
    apply(store)
    assert store.reports.inbox().waiting == 1
    assert store.inbox.unfinished("ch_unknown") is None
    assert subject().event_ids == ()


def test_finding_what_is_due_takes_the_same_steps_however_much_waits(store):
    """A postponed backlog must not be searched through at every look."""

    def steps():
        counted = 0

        def count():
            nonlocal counted
            counted += 1

        db = store._connections.current().conn
        db.set_progress_handler(count, 10)
        store.inbox.next_subjects(50, NOW)
        db.set_progress_handler(None, 0)
        return counted

    store.inbox.add([event(number) for number in range(100)], NOW)
    few = steps()
    store.inbox.add([event(number, created_at=NOW + 1) for number in range(100, 5000)], NOW + 1)
    store.inbox.add([event(number, created_at=NOW - 9) for number in range(5000, 10_000)], NOW)
    assert steps() <= few * 2
