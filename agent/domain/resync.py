"""Resync: a person has things decided again, and sees first what that would do. Pure.

What is posted is never posted again: only what is missing is made, and what waits is replaced by what is true now.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from agent.domain.decisions import Decision, Outcome
from agent.domain.documents import Document, DocumentKey, State
from agent.domain.errors import Problem
from agent.domain.money import Money

#: Most subjects of one resync; a longer stretch of time is done in parts.
MOST_SUBJECTS = 2_000

#: Most rows of a preview that are kept.
MOST_ROWS = 500


class Part(Enum):
    """What is decided again."""

    OBJECT = "object"
    """One Stripe object, by its id."""
    CUSTOMER = "customer"
    """All payments of a customer, by SYSPRO's code or Stripe's id."""
    PAYOUT = "payout"
    """A payout with everything that it pays out, by its id."""
    STOCK_CODE = "stock_code"
    """One stock code of the catalogue."""
    DAYS = "days"
    """Everything that moved money in a stretch of time."""


class Effect(Enum):
    """What a resync does to one document or subject."""

    MADE = "made"
    """It does not exist yet, and is made."""
    REPLACED = "replaced"
    """It waits, and is replaced by what is true now."""
    SAME = "same"
    """Nothing changes."""
    POSTED = "posted"
    """It was sent already, and stays as it is."""
    COMPARED = "compared"
    """A stock code is compared with Stripe's product, and written where they differ."""
    UNDECIDED = "undecided"
    """No document comes of it: it waits, is held or ignored, with the reason."""
    UNREADABLE = "unreadable"
    """It cannot be read, with the reason."""


@dataclass(frozen=True, slots=True)
class ResyncWish:
    """What somebody wants decided again.

    Attributes:
        part: What it is.
        what: Its id or code; empty for a stretch of time.
        since_at: First second of a stretch of time, Unix seconds UTC.
        until_at: Its end, not included.
    """

    part: Part
    what: str = ""
    since_at: int = 0
    until_at: int = 0


@dataclass(frozen=True, slots=True)
class ResyncAsked:
    """A wish with the number of the command that brought it."""

    command: int
    wish: ResyncWish


@dataclass(frozen=True, slots=True)
class ResyncRow:
    """What becomes of one document, or of a subject without any.

    Attributes:
        subject: Stripe object it is decided about.
        title: Whose money.
        amount: The money, if any.
        effect: What happens to it.
        reason: Why it would wait or be refused; else empty.
    """

    subject: str
    title: str
    amount: Money | None
    effect: Effect
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ResyncTold:
    """What a resync would do.

    Attributes:
        command: Number of the command that asked.
        at: When it was looked at, Unix seconds UTC.
        subjects: How many things would be decided again.
        rows: What would become of them, at most :data:`MOST_ROWS`.
        counts: Effect -> how many, of all of them.
        problem: What stood in the way; then there is nothing else.
    """

    command: int
    at: int
    subjects: int = 0
    rows: tuple[ResyncRow, ...] = ()
    counts: Mapping[str, int] | None = None
    problem: Problem | None = None


def effects_of(decision: Decision, existing: Sequence[Document]) -> Iterator[ResyncRow]:
    """Yield what applying a decision would do, a row a document.

    Args:
        decision: What is decided now.
        existing: Documents that exist for the Stripe objects of its drafts, and for its subject.
    """
    known: dict[DocumentKey, Document] = {one.draft.key: one for one in existing}
    if decision.outcome is not Outcome.DOCUMENTS:
        yield ResyncRow(decision.subject, decision.subject, decision.amount, Effect.UNDECIDED, decision.reason)
        return
    for draft in decision.drafts:
        before = known.get(draft.key)
        yield ResyncRow(decision.subject, draft.title, draft.amount, _effect(before, draft.body), draft.reason)
    made = {draft.key for draft in decision.drafts}
    for key, document in known.items():
        if key not in made and document.state in _SENT:
            yield ResyncRow(decision.subject, document.draft.title, document.draft.amount, Effect.POSTED)


_SENT = frozenset({State.POSTING, State.IN_DOUBT, State.POSTED})


def _effect(before: Document | None, body: object) -> Effect:
    if before is None:
        return Effect.MADE
    if before.state in _SENT:
        return Effect.POSTED
    return Effect.SAME if before.state is State.PENDING and before.draft.body == body else Effect.REPLACED
