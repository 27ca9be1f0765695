"""What the agent remembers of customers on both sides, and what people are shown of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from agent.domain.customers.compare import Agreed, Conflict, Owner
from agent.domain.customers.fields import Texts
from agent.domain.customers.suggest import Advice, Reason
from agent.domain.looks import Looks
from agent.domain.money import Money


class LinkState(Enum):
    """Where a link stands."""

    IN_STEP = "in_step"
    """Both sides say the same, as far as it is compared."""
    WAITING = "waiting"
    """Something is to be written, or on its way."""
    CONFLICT = "conflict"
    """Both sides changed a field, and a person has to say which counts."""
    REFUSED = "refused"
    """Stripe refused it; it is tried again when either side changes."""
    CLOSED = "closed"
    """One of the two customers is gone; nothing is written any more."""


@dataclass(frozen=True, slots=True)
class ErpNoted:
    """What a look at SYSPRO found of a customer.

    Attributes:
        customer: Code as stored.
        currency: SYSPRO's currency code.
        texts: What it says.
        left_out: Why it does not belong into Stripe; empty where it does.
        source: Hash of all that.
    """

    customer: str
    currency: str
    texts: Texts
    left_out: str
    source: bytes


@dataclass(frozen=True, slots=True)
class StripeCustomer:
    """A customer in Stripe as it was read.

    Attributes:
        id: ``cus_`` id.
        texts: What it says.
        metadata: Its metadata.
        owes: What it owes by its balance; ``None`` for nothing.
        deleted: Whether it is no more.
    """

    id: str
    texts: Texts = field(default_factory=dict)
    metadata: Mapping[str, str] = field(default_factory=dict)
    owes: Money | None = None
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class OnItsWay:
    """A text that is on its way to SYSPRO.

    Attributes:
        before: What SYSPRO said when it was left in the outbox.
        syspro: What SYSPRO is told.
        stripe: What Stripe said.
    """

    before: str
    syspro: str
    stripe: str

    def agreed(self, now: str, known: Agreed | None) -> Agreed:
        """Return the agreement once SYSPRO has taken it.

        Somebody may have changed it there since; then it is a change like all others, and compared. Only where SYSPRO
        says for the second time what it said before, although it was told the same both times, it is left at that.

        Args:
            now: What SYSPRO says now.
            known: The agreement before.
        """
        stubborn = now == self.before and known is not None and known.syspro == self.syspro
        return Agreed(now if stubborn else self.syspro, self.stripe)


@dataclass(frozen=True, slots=True)
class DueLink:
    """A link that is to be looked at.

    Attributes:
        id: Its number.
        customer: SYSPRO customer as stored.
        stripe_id: Stripe customer; empty while it has yet to be made.
        currency: SYSPRO's currency code of the customer.
        syspro: What SYSPRO says.
        agreed: Last agreements by field.
        decided: Field -> side, as a person decided.
        sent: Number of changes that were sent to SYSPRO, the one on its way included.
        waiting: Field -> text of the change that is on its way to SYSPRO.
        begun_at: Since when its Stripe customer is being made, Unix seconds UTC; ``None`` for not.
        attempts: Writings in vain.
        revision: Counts what happened to it.
    """

    id: int
    customer: str
    stripe_id: str
    currency: str
    syspro: Texts
    agreed: Mapping[str, Agreed]
    decided: Mapping[str, Owner]
    sent: int
    waiting: Mapping[str, OnItsWay]
    begun_at: int | None
    attempts: int
    revision: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a link that was looked at.

    Attributes:
        stripe_id: Its Stripe customer.
        agreed: Agreements of now.
        decided: What people decided and is yet to be carried out.
        conflicts: What a person has to decide.
        sent: See :class:`DueLink`.
        waiting: See :class:`DueLink`.
        due_at: When to look again, Unix seconds UTC; ``None`` waits for a change.
        party: Link key by which payments find a customer that was just made; empty for none.
    """

    stripe_id: str
    agreed: Mapping[str, Agreed]
    decided: Mapping[str, Owner]
    conflicts: Sequence[Conflict]
    sent: int
    waiting: Mapping[str, OnItsWay]
    due_at: int | None
    party: str = ""


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link as people see it.

    Attributes:
        customer: SYSPRO customer.
        name: Its name in SYSPRO.
        stripe_id: Stripe customer; empty while it has yet to be made.
        state: Where it stands.
        reason: Why it is refused or closed; empty otherwise.
        conflicts: What a person has to decide.
        origin: Who or what made it.
        made_at: Unix seconds UTC.
    """

    customer: str
    name: str
    stripe_id: str
    state: LinkState
    reason: str
    conflicts: tuple[Conflict, ...]
    origin: str
    made_at: int


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """A suggestion as people see it.

    Attributes:
        customer: SYSPRO customer.
        name: Its name in SYSPRO.
        advice: What is suggested.
        stripe_id: Stripe customer of a match.
        stripe_name: Its name in Stripe.
        score: 0 to 100.
        reasons: Why.
        ambiguous: Whether another one is as likely, or nearly.
    """

    customer: str
    name: str
    advice: Advice
    stripe_id: str
    stripe_name: str
    score: int
    reasons: tuple[Reason, ...]
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class CustomerFilter:
    """Which customers a list shows; an empty field filters nothing.

    Attributes:
        text: Only those whose code, name or Stripe id contains it.
        limit: Most rows.
        offset: Rows that are left out before the first.
        after: The last SYSPRO customer of the page before.
        state: Only links that stand there.
        advice: Only such suggestions.
    """

    text: str = ""
    limit: int = 100
    after: str = ""
    state: LinkState | None = None
    advice: Advice | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Course(Looks):
    """What the job remembers from round to round, beside its looks at SYSPRO; Unix seconds UTC, 0 for never.

    Attributes:
        listed_at: When all of Stripe's customers were listed last.
        events_at: Up to which moment Stripe's events are known.
    """

    listed_at: int = 0
    events_at: int = 0
