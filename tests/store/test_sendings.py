"""What was sent that SYSPRO cannot be searched for: noted in the database and in files outside it."""

import pytest

from agent.domain.attempts import Settlement
from agent.domain.documents import STEPS_PER_SECOND, State
from agent.domain.errors import Misconfigured
from agent.domain.restoring import Restored, ask_person
from agent.sendings import NotedSendings
from tests.store.builders import COMPANY, NOW, apply, journal


@pytest.fixture
def files(tmp_path):
    return tmp_path / "beside.json", tmp_path / "machine.json"


@pytest.fixture
def sendings(store, files, clock):
    return lambda: NotedSendings(store.sendings, files, clock)


def claimed(store):
    apply(store, journal(order_by=(NOW - 1) * STEPS_PER_SECOND), subject_id="po_1")
    (document,) = store.outbox.claim(COMPANY, 1, NOW)
    return document


def test_nothing_is_suspected_where_nothing_was_ever_sent_or_all_is_known(store, sendings):
    document = claimed(store)
    assert sendings().suspicion(document) is None
    sendings().note()
    assert sendings().suspicion(document) is None


@pytest.mark.parametrize("text", ["", f"1 {'0' * 64} 1700000000", "no note"])
def test_a_file_that_says_what_the_database_does_not_know_makes_it_an_old_one(store, sendings, files, text):
    document = claimed(store)
    sendings().note()
    for path in files:
        path.unlink() if not text else path.write_text(text, "utf-8")
    restored = sendings().suspicion(document)
    assert restored.found_at == NOW
    assert sendings().suspicion(document) == restored


def test_one_of_two_files_is_enough_to_notice_it_and_none_is_missed_that_agrees(store, sendings, files):
    document = claimed(store)
    sendings().note()
    files[0].unlink()
    assert sendings().suspicion(document) is None
    files[1].write_text(f"99 {'0' * 64} 1700000000", "utf-8")
    assert sendings().suspicion(document) is not None


def test_a_person_is_asked_once_about_a_document(store, sendings, files):
    document = claimed(store)
    files[0].write_text(f"99 {'0' * 64} 1700000000", "utf-8")
    restored = sendings().suspicion(document)
    store.outbox.settle(document, ask_person(document, restored), NOW)
    assert store.outbox.get(document.id).state is State.IN_DOUBT
    assert sendings().suspicion(store.outbox.get(document.id)) is None


def test_a_file_that_cannot_be_written_or_read_stops_what_needs_it(store, files, clock, tmp_path):
    there = NotedSendings(store.sendings, (tmp_path / "no" / "folder.json",), clock)
    with pytest.raises(Misconfigured, match="cannot be used"):
        there.note()
    files[0].mkdir()
    with pytest.raises(Misconfigured, match="nothing is sent there meanwhile"):
        NotedSendings(store.sendings, files, clock)


def test_a_restore_that_an_earlier_version_noticed_is_known_still(store):
    store.marks.set("restored", '{"until_at": 1, "found_at": 2}', NOW)
    assert store.sendings.restored() == Restored(1, 2)


def test_what_was_tried_before_is_no_sign_when_it_is_found(store, sendings):
    document = claimed(store)
    again = Settlement(State.PENDING, due_at=NOW, evidence="Not in SYSPRO after 2 look-ups.", counts=False)
    store.outbox.settle(document, again, NOW)
    sendings().adopted(document)
    assert store.sendings.restored() is None


def test_what_was_never_tried_and_is_there_is_a_sign_once(store, sendings):
    document = claimed(store)
    sendings().adopted(document)
    first = store.sendings.restored()
    assert first.sign == "SYSPRO has Payout (po_1), which it has never sent"
    sendings().adopted(document)
    assert store.sendings.restored() == first
    (told,) = store.reports.discrepancies()
    assert (told.area, told.code) == ("restored", "database.older")
