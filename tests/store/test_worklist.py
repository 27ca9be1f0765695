"""The work list from the store: every row in one tab, pages from anywhere, causes, and flat cost."""

import pytest

from agent.domain.attempts import Discrepancy
from agent.domain.decisions import Note, Outcome
from agent.domain.documents import State
from agent.domain.errors import Problem
from agent.domain.events import Subject
from agent.domain.kinds import Kind
from agent.domain.worklist import Cause, Sort, Tab, WorkFilter
from agent.store import worklist
from tests.store.builders import COMPANY, NOW, POSTED, apply, customer, event, parked, receipt, settle
from tests.store.test_scale import filled, median_ms, say


def rows(store, tab, offset=0, limit=100, **wanted):
    return store.worklist.page(COMPANY, WorkFilter(tab, **wanted), offset=offset, limit=limit)


def names(store, tab, **wanted):
    return [(row.sort, row.what) for row in rows(store, tab, **wanted)]


def fill(store):
    """One of everything that waits for a person, and one posted document."""
    apply(store, receipt("ch_1", lane="a"))
    settle(store, POSTED)
    apply(store, parked(stripe_id="ch_2", lane="b", minor=5000), subject_id="ch_2")
    apply(store, receipt("ch_3", lane="c", state=State.HELD, reason="Look first.", reason_code="approval"),
          subject_id="ch_3")  # fmt: skip
    apply(store, subject_id="ch_4", outcome=Outcome.HELD, reason="No ledger code.", reason_code="unmapped")
    apply(store, subject_id="ch_5", outcome=Outcome.IGNORED, reason="Before the start.", reason_code="early")
    store.inbox.add([event(9, object_id="ch_9")], NOW)
    problem = Problem("Unreadable", "Stripe's answer is not understood.", code="shape")
    store.inbox.postpone(Subject("ch_9", "charge", ("evt_00009",), ("charge.succeeded",), NOW), problem,
                         due_at=None, now=NOW)  # fmt: skip
    store.discrepancies.replace("prove", "1111", [Discrepancy("1111", "clearing.ledger", "It differs.")], NOW)


def test_everything_that_waits_for_a_person_is_in_one_list(store):
    fill(store)
    assert names(store, Tab.NEEDS_YOU) == [
        (Sort.DOCUMENT, "2"),
        (Sort.DOCUMENT, "3"),
        (Sort.DECISION, "ch_4"),
        (Sort.SET_ASIDE, "ch_9"),
        (Sort.DISCREPANCY, "1"),
    ]
    assert store.worklist.count(COMPANY, WorkFilter(Tab.NEEDS_YOU)) == 5
    assert names(store, Tab.POSTED) == [(Sort.DOCUMENT, "1")]
    assert names(store, Tab.WAITING) == []


def test_what_a_flow_tells_stands_in_the_list_until_somebody_has_read_it(store):
    fill(store)
    apply(store, subject_id="ch_7", outcome=Outcome.IGNORED, reason="Early.", notes=(Note("big", "Ann paid a lot."),))
    assert names(store, Tab.NEEDS_YOU)[-1] == (Sort.NOTE, "1")
    [row] = rows(store, Tab.NEEDS_YOU, text="a lot")
    assert (row.stripe_id, row.reason, row.reason_code) == ("ch_7", "Ann paid a lot.", "big")
    assert Cause(Sort.NOTE, "big", 1, "Ann paid a lot.") in store.worklist.causes(COMPANY, WorkFilter(Tab.NEEDS_YOU))
    assert store.notes.seen(1, by="ann", now=NOW)
    assert not store.notes.seen(1, by="ann", now=NOW)
    assert (Sort.NOTE, "1") not in names(store, Tab.NEEDS_YOU)
    assert store.audit.examine().found == 0


def test_a_subject_that_is_decided_again_tells_nothing_twice(store):
    def decided(*notes):
        apply(store, subject_id="ch_7", outcome=Outcome.IGNORED, reason="Early.", notes=notes)
        return [(one.id, one.text) for one in store.notes.list(COMPANY, -1)]

    assert decided(Note("big", "Ann paid 5.")) == [(1, "Ann paid 5.")]
    assert decided(Note("big", "Ann paid 6."), Note("odd", "It is odd.")) == [(2, "It is odd."), (1, "Ann paid 6.")]
    store.notes.seen(1, by="ann", now=NOW)
    assert decided(Note("big", "Ann paid 7.")) == []
    assert decided() == []
    assert store.notes.waiting(COMPANY) == 0


def test_a_page_may_begin_and_end_anywhere(store):
    fill(store)
    whole = names(store, Tab.NEEDS_YOU)
    for offset in range(6):
        for limit in range(1, 6):
            assert names(store, Tab.NEEDS_YOU, offset=offset, limit=limit) == whole[offset : offset + limit]


def test_what_is_ignored_are_cancelled_documents_withdrawn_ones_and_decisions(store):
    fill(store)
    store.outbox.cancel(2, by="Ann", reason="Twice.", now=NOW)
    assert names(store, Tab.IGNORED) == [(Sort.DOCUMENT, "2"), (Sort.DECISION, "ch_5")]
    apply(store, subject_id="ch_3", outcome=Outcome.DOCUMENTS)
    assert names(store, Tab.IGNORED) == [(Sort.DOCUMENT, "3"), (Sort.DOCUMENT, "2"), (Sort.DECISION, "ch_5")]


def test_causes_say_how_many_rows_end_with_them(store):
    fill(store)
    apply(store, parked(stripe_id="ch_6", lane="f"), subject_id="ch_6")
    assert store.worklist.causes(COMPANY, WorkFilter(Tab.NEEDS_YOU)) == [
        Cause(Sort.DOCUMENT, "stock.unknown", 2, "No stock code."),
        Cause(Sort.DOCUMENT, "approval", 1, "Look first.", approves=True),
        Cause(Sort.DISCREPANCY, "clearing.ledger", 1, "It differs."),
        Cause(Sort.SET_ASIDE, "shape", 1, "Stripe's answer is not understood."),
        Cause(Sort.DECISION, "unmapped", 1, "No ledger code."),
    ]
    assert names(store, Tab.NEEDS_YOU, cause="stock.unknown") == [(Sort.DOCUMENT, "4"), (Sort.DOCUMENT, "2")]
    assert store.worklist.causes(COMPANY, WorkFilter(Tab.POSTED)) == [Cause(Sort.DOCUMENT, "", 1, "")]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"text": "CH_2"}, ["2"]),
        ({"text": "ch_4"}, ["ch_4"]),
        ({"text": "%"}, []),
        ({"kind": Kind.RECEIPT}, ["2", "3"]),
        ({"kind": Kind.CUSTOMER}, []),
        ({"currency": "usd"}, ["2", "3"]),
        ({"currency": "eur"}, []),
        ({"least_minor": 5000}, ["2"]),
        ({"most_minor": 4999}, ["3"]),
        ({"since_at": NOW + 1}, []),
        ({"until_at": NOW}, []),
        ({"since_at": NOW, "until_at": NOW + 1, "currency": "usd"}, ["2", "3"]),
    ],
)
def test_filters_leave_the_rows_that_fit(store, wanted, found):
    fill(store)
    assert [what for _, what in names(store, Tab.NEEDS_YOU, **wanted)] == found
    assert store.worklist.count(COMPANY, WorkFilter(Tab.NEEDS_YOU, **wanted)) == len(found)


def test_one_document_is_found_as_a_row(store):
    apply(store, customer())
    found = store.worklist.document(1)
    assert (found.kind, found.state, found.title, found.amount) == (Kind.CUSTOMER, State.PENDING, "Ann", None)
    assert store.worklist.document(2) is None


@pytest.mark.parametrize("tab", list(Tab))
def test_documents_are_found_in_their_index_without_sorting(store, tab):
    part = worklist._parts(WorkFilter(tab, currency="usd", kind=Kind.RECEIPT, cause="c", since_at=1, least_minor=1))[0]
    values = {**worklist._values(COMPANY, WorkFilter(tab)), "offset": 0, "limit": 10}
    sql = f"SELECT id FROM {part.source} ORDER BY {part.order} LIMIT :limit OFFSET :offset"
    plan = [row["detail"] for row in store._connections.all(f"EXPLAIN QUERY PLAN {sql}", values)]
    assert any("COVERING INDEX documents_by_state" in step for step in plan), plan
    assert not any("TEMP B-TREE" in step for step in plan), plan


@pytest.mark.slow
def test_pages_and_counts_stay_fast_with_a_million_documents(tmp_path):
    with filled(tmp_path / "many.sqlite", 1_000_000, 1000) as store:
        wanted = WorkFilter(Tab.WAITING)
        filtered = WorkFilter(Tab.WAITING, currency="eur")

        def page(offset):
            return lambda: store.worklist.page(COMPANY, wanted, offset=offset, limit=100)

        taken = {
            "first page": median_ms(page(0), 3),
            "page in the middle": median_ms(page(500_000), 3),
            "last page": median_ms(page(999_900), 3),
            "count": median_ms(lambda: store.worklist.count(COMPANY, wanted), 3),
            "a filter that fits nothing": median_ms(lambda: store.worklist.count(COMPANY, filtered), 3),
            "causes": median_ms(lambda: store.worklist.causes(COMPANY, WorkFilter(Tab.NEEDS_YOU)), 3),
        }
        say(", ".join(f"{name} {ms:.1f} ms" for name, ms in taken.items()))
        assert all(ms < 200 for ms in taken.values())
