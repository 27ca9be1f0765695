"""Movements that Stripe shows later than their own moment, in words."""

from collections.abc import Sequence
from datetime import UTC, datetime

from agent.domain.attempts import Discrepancy
from agent.domain.events import BalanceTransaction
from agent.domain.money import Money
from agent.domain.proof import ProofRow

#: Area of the discrepancies that name what came late.
LATE = "late"

#: Area of the differences that nothing explains.
UNEXPLAINED = "proof"

_DAY_S = 86_400


def day_of(moved: BalanceTransaction) -> int:
    """Return the day of a movement as a number, UTC."""
    return moved.created_at // _DAY_S


def late_movement(moved: BalanceTransaction) -> Discrepancy:
    """Return what is to be said of a movement that was not there when its day was read."""
    amount = Money(moved.net_minor, moved.currency)
    message = (
        f"Stripe shows the movement {moved.id} of {amount} ({moved.reporting_category or moved.type}), dated"
        f" {_written(day_of(moved))}, which was not there when that day was read. It is read now and decided like any"
        " other; accept this once you have seen what became of it."
    )
    return Discrepancy(moved.id, "late.movement", message)


def late_opening(place: tuple[str, int], minor: int, listed: Sequence[BalanceTransaction]) -> Discrepancy:
    """Return what is to be said of a day before the first one that is posted, whose movements add up to something else.

    Args:
        place: Currency, and the day as :func:`day_of` gives it.
        minor: What they add up to more than before, minor units.
        listed: The movements of the time before the first day.
    """
    currency, day = place
    of_day = [one for one in listed if (one.currency, day_of(one)) == place]
    exact = [one.id for one in of_day if one.net_minor == minor]
    which = exact[0] if len(exact) == 1 else f"one or more of its {len(of_day)} movements"
    message = (
        f"The movements of {_written(day)}, before the first day that is posted, add up to"
        f" {_more_or_less(minor, currency)} than when they were first read: {which}. It is counted to the"
        " opening balance now; book it by hand if it is not in SYSPRO, then accept this."
    )
    return Discrepancy(f"{currency} {_written(day)}", "late.opening", message)


def unexplained(row: ProofRow, days: int) -> Discrepancy:
    """Return what is to be said of a difference between Stripe's balance and its own list of movements."""
    difference = _more_or_less(row.difference_minor, row.currency)
    message = (
        f"Stripe's balance is {difference} than all its movements that we have read add up to, and the list of the"
        f" last {days} days shows none that is missing. `syspro-stripe reconcile --from CCYY-MM-DD` lists earlier ones."
    )
    return Discrepancy(f"{row.company} {row.currency}", "proof.difference", message)


def _more_or_less(minor: int, currency: str) -> str:
    return f"{Money(abs(minor), currency)} {'more' if minor > 0 else 'less'}"


def _written(day: int) -> str:
    return datetime.fromtimestamp(day * _DAY_S, UTC).date().isoformat()
