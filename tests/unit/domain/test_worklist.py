from dataclasses import replace

import pytest

from agent.domain.decisions import IGNORED_BY_PERSON
from agent.domain.documents import WITHDRAWN, State
from agent.domain.kinds import Kind
from agent.domain.worklist import Sort, Tab, Verb, WorkFilter, WorkRow, tab_of


def row(sort=Sort.DOCUMENT, state=None, due_at=None):
    kind = Kind.RECEIPT if sort is Sort.DOCUMENT else None
    return WorkRow(sort, "7", "Ann", None, kind, state, "", "", due_at, "", "ch_1", 0)


@pytest.mark.parametrize(
    ("one", "verb"),
    [
        (row(state=State.PARKED), Verb.RETRY),
        (row(state=State.HELD), Verb.APPROVE),
        (row(state=State.IN_DOUBT), Verb.RESOLVE),
        (row(state=State.IN_DOUBT, due_at=5), Verb.NONE),
        (row(state=State.PENDING, due_at=5), Verb.NONE),
        (row(state=State.POSTED), Verb.NONE),
        (row(state=State.CANCELLED), Verb.RESTORE),
        (row(Sort.DECISION), Verb.RETRY),
        (replace(row(Sort.DECISION), reason_code=IGNORED_BY_PERSON), Verb.RESTORE),
        (row(Sort.SET_ASIDE), Verb.RETRY),
        (row(Sort.DISCREPANCY), Verb.ACCEPT),
        (row(Sort.NOTE), Verb.SEEN),
    ],
)
def test_each_row_has_the_one_verb_that_a_person_most_likely_wants(one, verb):
    assert one.verb is verb


def test_kind_and_size_are_asked_of_documents_alone():
    assert not WorkFilter(Tab.NEEDS_YOU, text="x", currency="usd", cause="c", since_at=1).documents_only
    assert WorkFilter(Tab.NEEDS_YOU, kind=Kind.RECEIPT).documents_only
    assert WorkFilter(Tab.NEEDS_YOU, least_minor=1).documents_only
    assert WorkFilter(Tab.NEEDS_YOU, most_minor=1).documents_only


@pytest.mark.parametrize(
    ("one", "tab"),
    [
        (row(state=State.PENDING), Tab.WAITING),
        (row(state=State.POSTED), Tab.POSTED),
        (row(state=State.IN_DOUBT), Tab.IN_DOUBT),
        (row(state=State.CANCELLED), Tab.IGNORED),
        (row(state=State.HELD), Tab.NEEDS_YOU),
        (replace(row(state=State.HELD), reason_code=WITHDRAWN), Tab.IGNORED),
        (row(state=State.PARKED), Tab.NEEDS_YOU),
        (row(Sort.DECISION), Tab.NEEDS_YOU),
    ],
)
def test_a_row_stands_in_one_tab(one, tab):
    assert tab_of(one) is tab
