"""Documents: what is to be posted to SYSPRO, and the states they pass through.

``TRANSITIONS`` is the whole state machine; nothing else may change a state, and a test walks all pairs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from agent.domain.fitting import Change
from agent.domain.kinds import Body, Kind, with_keys
from agent.domain.money import Money


class State(Enum):
    """Where a document stands; the value is what the database and the command line show."""

    PENDING = "pending"
    """Decided, waiting for its turn (or for its back-off to end)."""
    POSTING = "posting"
    """About to be sent, or sent and not answered yet; committed before the call is made."""
    POSTED = "posted"
    """SYSPRO has it: it answered with a key, or its row was found by our reference. Final."""
    PARKED = "parked"
    """Refused, or impossible to send; a person has to change something."""
    IN_DOUBT = "in_doubt"
    """Sent, outcome unknown; looked up in SYSPRO until it is known."""
    HELD = "held"
    """Complete, but waits for a person's approval."""
    CANCELLED = "cancelled"
    """Given up by a person, with a reason; it may wait again as long as nothing rests on that."""


TRANSITIONS: Mapping[State, frozenset[State]] = {
    State.PENDING: frozenset({State.POSTING, State.HELD}),
    State.POSTING: frozenset({State.POSTED, State.PARKED, State.PENDING, State.IN_DOUBT}),
    State.IN_DOUBT: frozenset({State.POSTED, State.PENDING}),
    State.PARKED: frozenset({State.PENDING, State.CANCELLED}),
    State.HELD: frozenset({State.PENDING, State.CANCELLED}),
    State.POSTED: frozenset(),
    State.CANCELLED: frozenset({State.PARKED, State.HELD}),
}

#: What ``order_by`` leaves room for between two movements of one second.
STEPS_PER_SECOND = 100

#: States in which nothing has reached SYSPRO, so that a new decision may replace the body.
REPLACEABLE = frozenset({State.PENDING, State.PARKED, State.HELD})

#: Reason code of a document that a later decision no longer makes.
WITHDRAWN = "withdrawn"

#: States in which SYSPRO has it, or may have it.
SENT = frozenset({State.POSTING, State.IN_DOUBT, State.POSTED})


class IllegalTransitionError(ValueError):
    """Code tried a change of state that ``TRANSITIONS`` does not have: a bug."""


def check_transition(before: State, after: State) -> None:
    """Raise :class:`IllegalTransitionError` unless ``before`` may become ``after``."""
    if after not in TRANSITIONS[before]:
        raise IllegalTransitionError(f"A document that is {before.value} cannot become {after.value}.")


@dataclass(frozen=True, slots=True)
class DocumentKey:
    """The business key: what makes a document the same document.

    Attributes:
        company: SYSPRO company id.
        kind: What is posted.
        purpose: Why, within one Stripe object, such as ``sale`` or ``customer-usd``.
        stripe_id: The Stripe object it exists for.
    """

    company: str
    kind: Kind
    purpose: str
    stripe_id: str

    def __str__(self) -> str:
        return f"{self.company}/{self.kind.value}/{self.purpose}/{self.stripe_id}"


class Part(Enum):
    """Which part of a balance transaction a leg is."""

    AMOUNT = "amount"
    """Its ``amount``: gross."""
    FEES = "fees"
    """All entries of its ``fee_details`` together, with the sign of what they do to the balance."""
    REST = "rest"
    """What a converted amount is more than SYSPRO's rate could say; goes to the exchange difference with the payout."""


@dataclass(frozen=True, slots=True)
class Leg:
    """One part of a movement of Stripe's balance; every leg has exactly one outcome (BOOKS, section 1).

    Attributes:
        key: The balance transaction's id; for the amount of a payment the payment's own id, because its receipt is
            often posted before Stripe has booked it.
        part: Which part.
        minor: What of the amount is posted, in minor units of the settlement currency, where that is not all of it.
        line: Account of the line of a summary journal that it is a part of; empty where the document is its own.
    """

    key: str
    part: Part
    minor: int | None = None
    line: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as a decision makes it, before the outbox gives it a life.

    Attributes:
        key: The business key.
        body: What to post, complete but for the customer of ``party``.
        lane: Documents of one lane go out in order; one customer or payout a lane.
        order_by: Place within the lane and among lanes: larger is later.
        state: ``PENDING``, or ``HELD`` / ``PARKED`` from the start with a reason.
        reason: Why it is held or parked, for a person; else empty.
        reason_code: The same cause in machine form, for grouping; else empty.
        party: Link key (see :func:`party_key`) of the customer the body needs; empty when it names one or needs none.
        blocks: Later documents of the lane need this one; while it is parked or held they wait.
        once: Made once; a later decision with another body leaves a posted one alone without a discrepancy.
        amount: The money it stands for, if any, in the settlement currency.
        title: Whose money, in words: shown in lists and errors.
        flow: Name of the flow that made it.
        changes: What had to be shortened or rewritten to fit SYSPRO.
        lineage: Target field -> rule as a sentence.
        legs: The legs that are posted with it.
        needs: Attribute of the body -> the document whose SYSPRO key goes there when this one is sent.
    """

    key: DocumentKey
    body: Body
    lane: str
    order_by: int
    state: State = State.PENDING
    reason: str = ""
    reason_code: str = ""
    party: str = ""
    blocks: bool = False
    once: bool = False
    amount: Money | None = None
    title: str = ""
    flow: str = ""
    changes: tuple[Change, ...] = ()
    lineage: Mapping[str, str] = field(default_factory=dict)
    legs: tuple[Leg, ...] = ()
    needs: Mapping[str, DocumentKey] = field(default_factory=dict)

    @property
    def moved_at(self) -> int:
        """When Stripe made what it is about, Unix seconds UTC."""
        return self.order_by // STEPS_PER_SECOND


@dataclass(frozen=True, slots=True)
class Document:
    """A row of the outbox.

    Attributes:
        id: Its number in the outbox.
        draft: What was decided; ``draft.state`` is the state it started in.
        state: Where it stands now.
        reason: Why it waits, for a person; empty when nothing is wrong.
        reason_code: The cause in machine form.
        revision: Mapping revision it was decided with.
        due_at: Earliest moment of the next step, Unix seconds UTC; ``None`` waits for a person.
        attempts: Attempts so far.
        erp_key: SYSPRO's key once posted, such as the sales order number; else empty.
        sent_at: Unix seconds UTC of the last time it was sent; 0 when never.
        looks: Look-ups in vain since it is in doubt.
    """

    id: int
    draft: Draft
    state: State
    reason: str
    reason_code: str
    revision: int
    due_at: int | None
    attempts: int
    erp_key: str = ""
    sent_at: int = 0
    looks: int = 0

    def bound(self, customer: str) -> "Document":
        """Return the document with the SYSPRO customer filled into its body."""
        return replace(self, draft=replace(self.draft, body=self.draft.body.with_customer(customer)))

    def completed(self, keys: Mapping[str, str]) -> "Document":
        """Return the document with the SYSPRO keys of the documents it needs filled into its body.

        Args:
            keys: Attribute of the body -> SYSPRO key.
        """
        return replace(self, draft=replace(self.draft, body=with_keys(self.draft.body, keys))) if keys else self


@dataclass(frozen=True, slots=True)
class Link:
    """A Stripe id and the SYSPRO key it stands for.

    Attributes:
        kind: What is linked: ``customer``, or a document kind's value.
        stripe_id: Stripe id or party key.
        erp_key: SYSPRO's key.
        origin: Why we believe it: ``created``, ``metadata``, ``email``, ``tax_id``, ``reference``, ``person``.
    """

    kind: str
    stripe_id: str
    erp_key: str
    origin: str


def party_key(stripe_customer: str, currency: str) -> str:
    """Return the link key of a Stripe customer in one currency: a SYSPRO customer has exactly one currency."""
    return f"{stripe_customer}|{currency}"
