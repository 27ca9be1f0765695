"""What a resync would do to each document, before it does it."""

import dataclasses

import pytest

from agent.domain.decisions import Decision, Outcome
from agent.domain.documents import Document, State
from agent.domain.resync import Effect, effects_of
from tests.store.builders import receipt


def document(draft, state):
    return Document(1, draft, state, "", "", 1, None, 0)


def decided(*drafts):
    return Decision("ch_1", Outcome.DOCUMENTS, drafts=drafts)


DRAFT = receipt("ch_1", minor=100)
OTHER = dataclasses.replace(DRAFT, body=dataclasses.replace(DRAFT.body, bank="OTHER"))


@pytest.mark.parametrize(
    ("before", "after", "effect"),
    [
        (None, DRAFT, Effect.MADE),
        (document(DRAFT, State.PENDING), DRAFT, Effect.SAME),
        (document(DRAFT, State.PENDING), OTHER, Effect.REPLACED),
        (document(DRAFT, State.PARKED), DRAFT, Effect.REPLACED),
        (document(DRAFT, State.POSTED), OTHER, Effect.POSTED),
        (document(DRAFT, State.IN_DOUBT), DRAFT, Effect.POSTED),
    ],
)
def test_a_document_is_made_replaced_or_left_alone(before, after, effect):
    rows = list(effects_of(decided(after), [before] if before else []))
    assert [row.effect for row in rows] == [effect]


def test_what_was_sent_and_is_not_decided_again_stays_and_what_waits_is_not_told():
    rows = list(effects_of(decided(), [document(DRAFT, State.POSTED)]))
    assert [(row.effect, row.title) for row in rows] == [(Effect.POSTED, DRAFT.title)]
    assert list(effects_of(decided(), [document(DRAFT, State.CANCELLED)])) == []


def test_a_decision_without_documents_says_why():
    held = Decision("ch_1", Outcome.HELD, "No guest customer.", "customer.no_guest")
    (row,) = effects_of(held, [])
    assert (row.effect, row.reason) == (Effect.UNDECIDED, "No guest customer.")
