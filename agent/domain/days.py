"""The calendar of the site: which day a moment belongs to, and which ledger period a day belongs to."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from agent.domain.facts import PeriodState
from agent.domain.json_reader import BadJsonError

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def day_at(at: int, zone: str) -> str:
    """Return the day of a moment at the site, CCYY-MM-DD.

    Args:
        at: Unix seconds UTC.
        zone: Time zone of the site, such as ``Europe/London``.

    Raises:
        BadJsonError: When no calendar has the moment.
    """
    try:
        return (_EPOCH + timedelta(seconds=at)).astimezone(ZoneInfo(zone)).date().isoformat()
    except OverflowError as error:
        raise BadJsonError(f"The moment of the movement is {at}, which no calendar has.") from error


def closes_at(day: str, zone: str) -> int:
    """Return the first moment after a day at the site, Unix seconds UTC.

    Args:
        day: CCYY-MM-DD.
        zone: Time zone of the site.
    """
    following = date.fromisoformat(day) + timedelta(days=1)
    return int(datetime(following.year, following.month, following.day, tzinfo=ZoneInfo(zone)).timestamp())


@dataclass(frozen=True, slots=True)
class LedgerPeriod:
    """Where a journal goes.

    Attributes:
        year: Ledger year; empty leaves it to SYSPRO.
        period: Ledger period of that year; empty leaves it to SYSPRO.
        moved: Whether it is another period than the one of the movement's own day.
        problem: Why it cannot be said; else empty.
    """

    year: str = ""
    period: str = ""
    moved: bool = False
    problem: str = ""


def ledger_period(day: str, periods: PeriodState | None, policy: str) -> LedgerPeriod:
    """Return the ledger period of a day, by the policy for days whose period is not the open one.

    SYSPRO takes journals for its current period; earlier ones are closed, later ones not open yet (reference, section
    4, "Periods"). Sites that keep other periods open say so by the policy ``own``.

    Args:
        day: CCYY-MM-DD.
        periods: What SYSPRO says is open; ``None`` where it was not read.
        policy: ``open`` books in the open period, ``hold`` leaves it to a person, ``own`` names the day's own period.
    """
    if periods is None:
        return LedgerPeriod()
    current = LedgerPeriod(str(periods.ledger_year), str(periods.ledger_period))
    own = _own_period(day, periods)
    if own == (periods.ledger_year, periods.ledger_period):
        return current
    if policy == "own" and own is not None:
        return LedgerPeriod(str(own[0]), str(own[1]))
    if policy == "hold":
        where = f"belongs to ledger period {own[1]} of {own[0]}" if own else "belongs to no ledger period that is known"
        problem = f"{day} {where}, and period {periods.ledger_period} of {periods.ledger_year} is open in SYSPRO."
        return LedgerPeriod(problem=problem)
    return LedgerPeriod(current.year, current.period, moved=own is not None)


#: Months that receivables and cash book may post to: current, previous, before previous (reference, section 2.4).
_LETTERS = "CPB"

#: Receivables have months; a ledger may have further periods for adjustments at the end of its year.
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class ReceivablesPeriod:
    """Where a document of receivables or of the cash book goes.

    Attributes:
        letter: C current, P previous, B before previous.
        moved_from: The document's own day, where its month is another one; else empty.
        problem: Why it cannot be said; else empty.
    """

    letter: str
    moved_from: str = ""
    problem: str = ""


def receivables_period(day: str, periods: PeriodState | None, policy: str, fallback: str) -> ReceivablesPeriod:
    """Return the receivables period of a day, by the policy for days of another month than the open one.

    SYSPRO takes the current month and the two before it, and nothing later than the current one (reference, section 4,
    "Periods"). Which of the earlier ones a site keeps open is not known: one that is closed is refused.

    Args:
        day: CCYY-MM-DD.
        periods: What SYSPRO says is open; ``None`` where it was not read.
        policy: ``current`` books in ``fallback``, ``own`` in the day's own month where SYSPRO still takes it, ``hold``
            leaves it to a person.
        fallback: C, P or B: the period of the site, which counts as well where the open month is not known.
    """
    if periods is None or not periods.receivables_month:
        return ReceivablesPeriod(fallback)
    back = _months_back(day, periods)
    letter = _LETTERS[back] if back is not None and 0 <= back < len(_LETTERS) else ""
    if policy == "hold" and letter != _LETTERS[0]:
        is_open = f"{periods.receivables_month} of {periods.receivables_year}"
        return ReceivablesPeriod(
            fallback, problem=f"{day} is in another month than {is_open}, which SYSPRO's receivables have open."
        )
    chosen = letter if letter and policy == "own" else fallback
    return ReceivablesPeriod(chosen, moved_from="" if chosen == letter else day)


def receivables_end(periods: PeriodState) -> str:
    """Return the last day, CCYY-MM-DD, of the open month of the receivables; empty where it is not known."""
    year, month = periods.receivables_year, periods.receivables_month
    if not month:
        return ""
    calendars = {periods.ledger_year: periods.ledger_ends, periods.ledger_year - 1: periods.ledger_previous_ends}
    ends = calendars.get(year, ())
    return ends[month - 1] if month <= len(ends) else f"{year}-{month:02d}-{monthrange(year, month)[1]}"


def _months_back(day: str, periods: PeriodState) -> int | None:
    """Return how many months before the open one a day is, below 0 for later ones; ``None`` beyond the calendar.

    That receivables number their months as the ledger numbers its periods is inferred; without the ledger's calendar
    they are those of the year.
    """
    has_calendar = bool(periods.ledger_ends or periods.ledger_previous_ends)
    own = _own_period(day, periods) if has_calendar else (int(day[:4]), int(day[5:7]))
    if own is None:
        return None
    current = periods.receivables_year * _MONTHS + periods.receivables_month
    return current - (own[0] * _MONTHS + min(own[1], _MONTHS))


def _own_period(day: str, periods: PeriodState) -> tuple[int, int] | None:
    """Return ledger year and period of a day, or ``None`` where SYSPRO's calendar does not reach."""
    before = ""
    for year, ends in (
        (periods.ledger_year - 1, periods.ledger_previous_ends),
        (periods.ledger_year, periods.ledger_ends),
    ):
        for number, end in enumerate(ends, start=1):
            # The first period that is known has no known beginning; a month is what it may take.
            if (before < day if before else day[:7] == end[:7]) and day <= end:
                return year, number
            before = end
    return None
