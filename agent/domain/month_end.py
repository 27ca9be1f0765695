"""The pack of one month: what moved, what is unsettled or in transit, what is open, and whether it is proven.

Pure. Days are texts, CCYY-MM-DD in the site's time zone; ``*_at`` is Unix seconds UTC.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from agent.domain.money import Money, total
from agent.domain.proof import ProofRow
from agent.domain.statements import Group, StatementLine, group_of


@dataclass(frozen=True, slots=True)
class Movement:
    """What moved in one currency in a month, by group.

    Attributes:
        currency: Settlement currency, lower case.
        opening: Stripe's balance when the month began.
        groups: Group -> what it moved, in the order of :class:`Group`; fees apart, as in a statement.
    """

    currency: str
    opening: Money
    groups: tuple[tuple[Group, Money], ...]

    @property
    def closing(self) -> Money:
        """Stripe's balance when the month ended."""
        return self.opening + total([amount for _, amount in self.groups], self.currency)


@dataclass(frozen=True, slots=True)
class PayoutRow:
    """A payout in a list.

    Attributes:
        payout_id: ``po_`` id.
        day: Day on which it left Stripe's balance.
        status: Stripe's ``status``; empty when it was not read yet.
        arrival_day: Day on which the bank is to have it; empty when unknown.
        amount: What is paid out.
    """

    payout_id: str
    day: str
    status: str
    arrival_day: str
    amount: Money


@dataclass(frozen=True, slots=True)
class ExceptionRow:
    """Something that a person has to settle before the month can be closed.

    Attributes:
        what: ``held``, ``parked``, ``in doubt``, ``not read`` or ``discrepancy``.
        number: Document or discrepancy number; empty where there is none.
        subject: Stripe id, or document key.
        title: Whose money, in words; may be empty.
        amount: The money at stake, if known.
        reason: Why, as a sentence.
    """

    what: str
    number: str
    subject: str
    title: str
    amount: Money | None
    reason: str


@dataclass(frozen=True, slots=True)
class Aside:
    """What Stripe keeps in a balance that no payout is paid from.

    Attributes:
        balance: Stripe's name of the balance, such as ``risk_reserved``.
        amount: What was in it.
    """

    balance: str
    amount: Money


@dataclass(frozen=True, slots=True)
class MonthEndPack:
    """What a bookkeeper needs to close a month.

    Attributes:
        company: SYSPRO company id.
        month: CCYY-MM in the site's time zone.
        made_at: When it was made, Unix seconds UTC.
        movements: What moved, a row a currency.
        proof: The latest proof of the clearing accounts, a row a currency.
        proven_at: When it was made, Unix seconds UTC; 0 before the first.
        unsettled: Movements of the payments balance up to the month's end that were in no payout by then, oldest first.
        in_transit: Payouts that had left Stripe and not reached the bank at the month's end, oldest first.
        exceptions: What is open now, whatever month it is of.
        ends_at: First second after the month, Unix seconds UTC.
        aside: What Stripe kept in other balances at the month's end: its reserve, say.
    """

    company: str
    month: str
    made_at: int
    movements: tuple[Movement, ...]
    proof: tuple[ProofRow, ...]
    proven_at: int
    unsettled: tuple[StatementLine, ...]
    in_transit: tuple[PayoutRow, ...]
    exceptions: tuple[ExceptionRow, ...]
    ends_at: int = 0
    aside: tuple[Aside, ...] = ()

    def unsettled_in(self, currency: str) -> Money:
        """Return the net of what was in no payout at the month's end."""
        return total([line.net for line in self.unsettled if line.net.currency == currency], currency)

    def aside_in(self, currency: str) -> Money:
        """Return what Stripe kept in balances that no payout is paid from."""
        return total([one.amount for one in self.aside if one.amount.currency == currency], currency)

    def in_transit_in(self, currency: str) -> Money:
        """Return what was on its way to the bank at the month's end."""
        return total([row.amount for row in self.in_transit if row.amount.currency == currency], currency)

    def unexplained(self, movement: Movement) -> Money:
        """Return Stripe's balance at the month's end, less the unsettled movements and what is kept aside.

        Nothing where every movement before was paid out by a payout that Stripe explains; payouts that a person made
        by hand are not explained by Stripe and stand here, as does a balance from before the first movement we have.
        """
        return movement.closing - self.unsettled_in(movement.currency) - self.aside_in(movement.currency)

    @property
    def proven(self) -> bool:
        """Whether there is a proof and it holds in every currency."""
        return bool(self.proof) and all(row.holds for row in self.proof)

    @property
    def over(self) -> bool:
        """Whether the month was over when the pack was made."""
        return self.made_at >= self.ends_at

    @property
    def proven_since(self) -> bool:
        """Whether the latest proof was made after the month had ended."""
        return self.proven_at >= self.ends_at

    @property
    def can_close(self) -> bool:
        """Whether nothing stands in the way of closing the month."""
        return self.over and self.proven_since and self.proven and not self.exceptions


def movement_of(currency: str, opening: Money, moved: Iterable[tuple[str, int, int]]) -> Movement:
    """Return the movement of one currency.

    Args:
        currency: Settlement currency.
        opening: Stripe's balance when the month began.
        moved: ``(reporting_category, amount, fee)`` in minor units, summed or not.
    """
    sums = dict.fromkeys(Group, 0)
    for category, amount_minor, fee_minor in moved:
        sums[group_of(category)] += amount_minor
        sums[Group.FEES] -= fee_minor
    return Movement(currency, opening, tuple((group, Money(minor, currency)) for group, minor in sums.items()))


def month_bounds(month: str, zone: tzinfo) -> tuple[int, int]:
    """Return the first second of a month and the first second after it, Unix seconds UTC.

    Args:
        month: CCYY-MM.
        zone: The site's time zone.

    Raises:
        ValueError: When it is no month.
    """
    if not re.fullmatch(r"[12][0-9]{3}-(0[1-9]|1[0-2])", month):
        raise ValueError(f"{month!r} is no month such as 2026-11.")
    first = datetime.strptime(month, "%Y-%m").replace(tzinfo=zone)
    after = (first + timedelta(days=31)).replace(day=1)
    return int(first.timestamp()), int(after.timestamp())


def currencies_of(lines: Sequence[StatementLine]) -> tuple[str, ...]:
    """Return the currencies of some lines, sorted."""
    return tuple(sorted({line.net.currency for line in lines}))
