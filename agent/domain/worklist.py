"""The work list: everything that was, is or will be posted, and everything that waits for a person, as one list.

Pure read models. ``*_at`` is Unix seconds UTC and ``*_minor`` whole minor units of the currency that stands beside it.
"""

from dataclasses import dataclass
from enum import Enum

from agent.domain.decisions import IGNORED_BY_PERSON
from agent.domain.documents import WITHDRAWN, State
from agent.domain.kinds import Kind
from agent.domain.money import Money


class Tab(Enum):
    """The parts of the work list; everything is in exactly one of them."""

    WAITING = "waiting"
    """On its way: pending or posting."""
    POSTED = "posted"
    """In SYSPRO."""
    NEEDS_YOU = "needs_you"
    """Parked or held documents, held decisions, objects that could not be read, open discrepancies, notes of flows."""
    IN_DOUBT = "in_doubt"
    """Sent, outcome unknown."""
    IGNORED = "ignored"
    """Given up or never to be posted, with a reason."""


class Sort(Enum):
    """What a row of the work list is."""

    DOCUMENT = "document"
    DECISION = "decision"
    SET_ASIDE = "set_aside"
    DISCREPANCY = "discrepancy"
    NOTE = "note"
    """What a flow tells a person."""


class Verb(Enum):
    """The one thing that a person most likely wants to do with a row."""

    RETRY = "retry"
    """Decide again with what both systems say now."""
    APPROVE = "approve"
    """Post as it is."""
    RESOLVE = "resolve"
    """Say whether SYSPRO has it."""
    ACCEPT = "accept"
    """Leave a discrepancy as it is, with a reason."""
    SEEN = "seen"
    """Say that a note has been read."""
    RESTORE = "restore"
    """Take back that it was given up."""
    NONE = "none"
    """Nothing has to be done."""


@dataclass(frozen=True, slots=True)
class WorkFilter:
    """Which rows the work list shows; an empty field filters nothing.

    Attributes:
        tab: The part of the list.
        text: Only documents with all of its words, each the beginning of a word of title, id, key, customer or reason,
            or their amount; of all else what contains it. Capitals and accents do not matter.
        kind: Only documents of this kind.
        currency: Only money in this currency, lower case.
        cause: Only rows with this reason code.
        since_at: Only what changed since then; 0 for all.
        until_at: Only what changed before then; 0 for all.
        least_minor: Only money of at least this size, whichever way it goes; ``None`` for all.
        most_minor: Only money of at most this size; ``None`` for all.
        customer: Only documents of a customer: SYSPRO's code, Stripe's id, or words of the name.
    """

    tab: Tab
    text: str = ""
    kind: Kind | None = None
    currency: str = ""
    cause: str = ""
    since_at: int = 0
    until_at: int = 0
    least_minor: int | None = None
    most_minor: int | None = None
    customer: str = ""

    @property
    def documents_only(self) -> bool:
        """Whether it asks for something that only documents have."""
        sizes = (self.least_minor, self.most_minor)
        return self.kind is not None or sizes != (None, None) or bool(self.customer)


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One row.

    Attributes:
        sort: What it is.
        what: What commands call it: a document's, discrepancy's or note's number, or a Stripe id.
        title: Whose money, in words; may be empty.
        amount: The money, if any.
        kind: Kind of a document; ``None`` for all else.
        state: State of a document; ``None`` for all else.
        reason: Why it stands where it stands, for a person; may be empty.
        reason_code: The cause in machine form; may be empty.
        due_at: Earliest next step by itself; ``None`` waits for a person, or for ever when final.
        erp_key: SYSPRO's key once posted.
        stripe_id: The Stripe object it is about; may be empty.
        updated_at: When it changed last; 0 where nobody kept it.
    """

    sort: Sort
    what: str
    title: str
    amount: Money | None
    kind: Kind | None
    state: State | None
    reason: str
    reason_code: str
    due_at: int | None
    erp_key: str
    stripe_id: str
    updated_at: int

    @property
    def verb(self) -> Verb:
        """What a person most likely wants to do with it."""
        if self.sort is Sort.DISCREPANCY:
            return Verb.ACCEPT
        if self.sort is Sort.NOTE:
            return Verb.SEEN
        if self.sort is not Sort.DOCUMENT:
            return Verb.RESTORE if self.reason_code == IGNORED_BY_PERSON else Verb.RETRY
        if self.state is State.IN_DOUBT and self.due_at is None:
            return Verb.RESOLVE
        return _VERBS.get(self.state, Verb.NONE)


_VERBS: dict[State | None, Verb] = {
    State.PARKED: Verb.RETRY,
    State.HELD: Verb.APPROVE,
    State.CANCELLED: Verb.RESTORE,
}


def tab_of(row: WorkRow) -> Tab:
    """Return the tab in which a document stands; all else that waits needs a person."""
    if row.state is State.HELD and row.reason_code == WITHDRAWN:
        return Tab.IGNORED
    return _TABS.get(row.state, Tab.NEEDS_YOU)


_TABS: dict[State | None, Tab] = {
    State.PENDING: Tab.WAITING,
    State.POSTING: Tab.WAITING,
    State.POSTED: Tab.POSTED,
    State.IN_DOUBT: Tab.IN_DOUBT,
    State.CANCELLED: Tab.IGNORED,
}


@dataclass(frozen=True, slots=True)
class Cause:
    """What several rows have in common: end it once, and all of them go on.

    Attributes:
        sort: What the rows are.
        code: The cause in machine form.
        count: How many rows.
        example: The reason of the newest of them, for a person.
        approves: Whether all of them wait for approval, rather than for something to be put right.
    """

    sort: Sort
    code: str
    count: int
    example: str
    approves: bool = False
