"""A weekday without payments, where there always are some. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from agent.domain.habits.robust import middle

#: Fewest weeks by which a weekday is known.
FEWEST_WEEKS = 6

#: A weekday with fewer payments, in the middle, has none now and then by chance: of five, one week in some 150.
FEWEST_PAYMENTS = 5


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many payments came on one day at the site."""

    day: str
    payments: int


def quiet(today: DayCount, before: Sequence[DayCount]) -> str:
    """Return what is unusual about a day without payments; empty for nothing.

    Args:
        today: The day.
        before: The same weekday of the weeks before, since the agent knows them.
    """
    counts = [one.payments for one in before]
    if today.payments or len(counts) < FEWEST_WEEKS or not all(counts) or middle(counts) < FEWEST_PAYMENTS:
        return ""
    weekday = date.fromisoformat(today.day).strftime("%A")
    return (
        f"No payment came on {weekday}, {today.day}. On each of the last {len(counts)} {weekday}s there were some, at"
        f" least {min(counts)} and {middle(counts)} in the middle. Look whether the shop takes payments."
    )
