"""What a decision says: documents to post, or why there are none. Every event ends in exactly one."""

from dataclasses import dataclass
from enum import Enum

from agent.domain.documents import Draft, Link
from agent.domain.habits.past import Finding
from agent.domain.money import Money

#: Reason code of a decision that a person made: to ignore a subject for good.
IGNORED_BY_PERSON = "ignored_by_person"


#: Stands in the place of an outcome where there is no decision yet, and one is to come.
UNDECIDED = "undecided"


class Outcome(Enum):
    """What became of a subject."""

    DOCUMENTS = "documents"
    """Documents were made; their states tell the rest."""
    WAITING = "waiting"
    """Not yet: something at Stripe has to happen first (capture, settlement, success)."""
    HELD = "held"
    """A person has to decide or change something before any document can be made."""
    IGNORED = "ignored"
    """Nothing to post, with the reason."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something that a flow tells a person; the decision stands whatever the person makes of it.

    Attributes:
        code: The cause in machine form, for grouping.
        text: The sentence.
    """

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Decision:
    """The result of ``decide`` for one subject.

    Attributes:
        subject: Stripe id that was decided.
        outcome: What became of it.
        reason: One sentence; empty when documents were made.
        reason_code: The cause in machine form, for grouping.
        flow: Name of the flow that decided, or empty when none wanted it.
        revision: Mapping revision in force.
        drafts: Documents, in posting order.
        links: Links that were found to be true (a match with an existing customer).
        amount: The money at stake, in its own currency, if any.
        again: Whether what it waits for may be there in a moment, so that it is decided again soon.
        notes: What the flow tells a person beside it.
        warnings: What is unusual about it, and keeps nothing back.
    """

    subject: str
    outcome: Outcome
    reason: str = ""
    reason_code: str = ""
    flow: str = ""
    revision: int = 0
    drafts: tuple[Draft, ...] = ()
    links: tuple[Link, ...] = ()
    amount: Money | None = None
    again: bool = False
    notes: tuple[Note, ...] = ()
    warnings: tuple[Finding, ...] = ()
