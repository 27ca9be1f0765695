"""The gap certificate: what happened while nothing was read, counted on both sides, and the difference of nothing.

Pure values, as the store keeps them and people read them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from agent.domain.reconciliation import Outcome

#: Seconds without a reading of Stripe after which a gap gets a certificate.
GAP_S = 86400


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch in which nothing was read: since the last reading, until the first one after it; Unix seconds UTC."""

    since_at: int
    until_at: int


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of one kind: events by type, or documents by kind and state."""

    what: str
    count: int


@dataclass(frozen=True, slots=True)
class MovedSum:
    """Movements in one currency on one side.

    Attributes:
        currency: Settlement currency.
        count: How many balance transactions.
        net_minor: Their sum, minor units.
    """

    currency: str
    count: int
    net_minor: int


@dataclass(frozen=True, slots=True)
class CurrencyLine:
    """One currency of the certificate; sums in minor units.

    Attributes:
        currency: Settlement currency.
        stripe_count: Balance transactions that Stripe lists.
        stripe_minor: Their net.
        ours_count: Those that we have.
        ours_minor: Their net.
        posted_minor: Legs in SYSPRO, or known to be.
        waiting_minor: Legs that wait, those never decided among them.
        held_minor: Legs that are held.
        in_doubt_minor: Legs in doubt.
        ignored_minor: Legs that are ignored with a reason.
    """

    currency: str
    stripe_count: int
    stripe_minor: int
    ours_count: int
    ours_minor: int
    posted_minor: int
    waiting_minor: int
    held_minor: int
    in_doubt_minor: int
    ignored_minor: int

    @property
    def difference_minor(self) -> int:
        """What Stripe lists less the outcomes of all legs; 0 when nothing was lost."""
        outcomes = self.posted_minor + self.waiting_minor + self.held_minor + self.in_doubt_minor + self.ignored_minor
        return self.stripe_minor - outcomes


@dataclass(frozen=True, slots=True)
class Certificate:
    """One certificate.

    Attributes:
        since_at: First moment, Unix seconds UTC.
        until_at: First moment after it.
        written_at: When it was written.
        events: Events and objects by type.
        documents: Documents about what moved, by kind and state.
        lines: One a currency.
        undecided: Legs that were never decided.
    """

    since_at: int
    until_at: int
    written_at: int
    events: tuple[Counted, ...]
    documents: tuple[Counted, ...]
    lines: tuple[CurrencyLine, ...]
    undecided: int

    @property
    def holds(self) -> bool:
        """Whether nothing was lost: both sides have the same movements, and every leg has an outcome."""
        same = all(line.stripe_count == line.ours_count and line.difference_minor == 0 for line in self.lines)
        return same and not self.undecided


def certificate_of(  # noqa: PLR0913 - one argument for each thing that is counted
    gap: Gap,
    written_at: int,
    *,
    stripe: Sequence[MovedSum],
    ours: Sequence[MovedSum],
    outcomes: Sequence[Outcome],
    events: Sequence[Counted],
    documents: Sequence[Counted],
) -> Certificate:
    """Return the certificate of a stretch.

    Args:
        gap: The stretch.
        written_at: Unix seconds UTC.
        stripe: What Stripe lists now.
        ours: What we have stored.
        outcomes: Our legs by outcome.
        events: Events by type.
        documents: Documents about what moved, by kind and state.
    """
    currencies = sorted({*(one.currency for one in (*stripe, *ours)), *(one.currency for one in outcomes)})
    return Certificate(
        since_at=gap.since_at,
        until_at=gap.until_at,
        written_at=written_at,
        events=tuple(events),
        documents=tuple(documents),
        lines=tuple(_line(currency, stripe, ours, outcomes) for currency in currencies),
        undecided=sum(one.legs for one in outcomes if one.outcome == "none"),
    )


def _line(
    currency: str, stripe: Sequence[MovedSum], ours: Sequence[MovedSum], outcomes: Sequence[Outcome]
) -> CurrencyLine:
    none = MovedSum(currency, 0, 0)
    listed = next((one for one in stripe if one.currency == currency), none)
    kept = next((one for one in ours if one.currency == currency), none)
    sums = {one.outcome: one.minor for one in outcomes if one.currency == currency}
    return CurrencyLine(
        currency=currency,
        stripe_count=listed.count,
        stripe_minor=listed.net_minor,
        ours_count=kept.count,
        ours_minor=kept.net_minor,
        posted_minor=sums.get("posted", 0),
        waiting_minor=sums.get("waiting", 0) + sums.get("none", 0),
        held_minor=sums.get("held", 0),
        in_doubt_minor=sums.get("in_doubt", 0),
        ignored_minor=sums.get("ignored", 0),
    )
