"""Replay: a stored decision is made again on its stored facts, and what comes out otherwise is said. Pure.

With the mapping it was made with, nothing may be different: that the same facts and the same mapping give the same
documents is what dry runs stand on.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from agent.domain.allocations import ALLOCATION
from agent.domain.codec import to_plain
from agent.domain.decide import decide
from agent.domain.decisions import Decision
from agent.domain.documents import DocumentKey, Draft
from agent.domain.events import DAY
from agent.domain.facts import Facts
from agent.domain.mapping import MappingRevision
from agent.domain.money import Money
from agent.domain.readmodels import DecisionRow

#: Subjects of ours, of which Stripe knows nothing.
_OURS = frozenset({ALLOCATION, DAY})


@dataclass(frozen=True, slots=True)
class Different:
    """A decision that comes out otherwise.

    Attributes:
        decision: Number of the decision.
        subject: Stripe id that was decided.
        amount: The money at stake, if any.
        revision: Mapping revision it was made with.
        lines: What is different, in words.
    """

    decision: int
    subject: str
    amount: Money | None
    revision: int
    lines: tuple[str, ...]


def was_decided(row: DecisionRow, facts: Facts) -> bool:
    """Return whether flows decided: not a person, and not something that leads to no movement of money."""
    read = bool(facts.stripe.objects) or facts.stripe.subject_type in _OURS
    return read and row.subject == facts.stripe.subject


def again(row: DecisionRow, facts: Facts, then: MappingRevision, now: MappingRevision) -> Different | None:
    """Return what is different about a decision that is made again with ``now``; ``None`` for nothing.

    Args:
        row: The decision as it was stored.
        facts: What it was based on.
        then: The mapping it was made with.
        now: The mapping to make it with.
    """
    before = decide(facts, then)
    after = before if then is now else decide(facts, now)
    lines = (*_program(row, before), *_decisions(before, after))
    return Different(row.id, row.subject, row.amount, row.revision, lines) if lines else None


def _program(row: DecisionRow, before: Decision) -> Iterator[str]:
    """Say where this program decides otherwise than the one that stored the decision, with the same mapping."""
    if (row.outcome, row.reason_code) != (before.outcome, before.reason_code):
        was, now = _outcome(row.outcome.value, row.reason_code), _outcome(before.outcome.value, before.reason_code)
        yield f"This program decides it otherwise with the same mapping: {was} -> {now}"


def _decisions(before: Decision, after: Decision) -> Iterator[str]:
    was, now = (_outcome(one.outcome.value, one.reason_code) for one in (before, after))
    if was != now:
        yield f"Outcome: {was} -> {now}"
    if before.reason != after.reason:
        yield f"Reason: {before.reason or '(none)'} -> {after.reason or '(none)'}"
    if before.flow != after.flow:
        yield f"Flow: {before.flow or '(none)'} -> {after.flow or '(none)'}"
    yield from _notes(before, after)
    drafts, later = _by_key(before), _by_key(after)
    for key in (*drafts, *(key for key in later if key not in drafts)):
        name = f"{key.kind.value} {key.purpose}"
        if key not in later:
            yield f"{name}: no more made"
        elif key not in drafts:
            yield f"{name}: made as well ({later[key].title})"
        else:
            yield from (f"{name}, {line}" for line in _drafts(drafts[key], later[key]))


def _notes(before: Decision, after: Decision) -> Iterator[str]:
    told, later = ({note.code: note.text for note in one.notes} for one in (before, after))
    for code in dict.fromkeys((*told, *later)):
        if told.get(code) != later.get(code):
            yield f"Told ({code}): {told.get(code, '(nothing)')} -> {later.get(code, '(nothing)')}"


def _by_key(decision: Decision) -> dict[DocumentKey, Draft]:
    return {draft.key: draft for draft in decision.drafts}


def _drafts(before: Draft, after: Draft) -> Iterator[str]:
    was, now = _seen(before), _seen(after)
    for name in now:
        if was[name] != now[name]:
            yield f"{name}: {was[name]!r} -> {now[name]!r}"


def _seen(draft: Draft) -> dict[str, Any]:
    """Return what counts of a document, by name; how its fields came to be is not part of it."""
    body = to_plain(draft.body)
    return {
        "state": draft.state.value,
        "reason": draft.reason,
        "lane": draft.lane,
        "customer's link": draft.party,
        "legs": to_plain(draft.legs),
        "needs": {name: str(key) for name, key in draft.needs.items()},
        **body,
    }


def _outcome(outcome: str, code: str) -> str:
    return f"{outcome} ({code})" if code else outcome
