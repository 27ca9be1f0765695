"""What will not fit into the open month: everything of it, or of earlier ones, that SYSPRO does not have yet. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from agent.domain.days import receivables_end
from agent.domain.facts import Facts, PeriodState
from agent.domain.json_reader import JsonReader
from agent.domain.kinds import Body
from agent.domain.money import Money

#: Attributes of bodies that hold the day of the movement.
_DAYS = ("payment_date", "order_date", "date")


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A document, or a decision without any, that SYSPRO does not have.

    Attributes:
        what: ``document`` or ``decision``.
        name: Number of the document, or the Stripe id that was decided: what retry and ignore take.
        title: Whose money, in words.
        state: ``pending``, ``posting``, ``in_doubt``, ``parked`` or ``held``; for a decision ``waiting`` or ``held``.
        reason: Why it is not posted; empty where it is on its way.
        day: Day of the movement at the site, CCYY-MM-DD.
        amount: The money at stake, if any.
    """

    what: str
    name: str
    title: str
    state: str
    reason: str
    day: str
    amount: Money | None


@dataclass(frozen=True, slots=True)
class Closing:
    """The open months, and what will not fit into them.

    Attributes:
        read_at: When SYSPRO was asked, Unix seconds UTC; 0 before the first time.
        periods: What it said; ``None`` before the first time.
        ledger_end: Last day of the ledger's open period, CCYY-MM-DD; empty where it is not known.
        receivables_end: The same for the receivables' open month.
        rows: What belongs to that time and is not in SYSPRO, oldest day first.
    """

    read_at: int
    periods: PeriodState | None
    ledger_end: str
    receivables_end: str
    rows: tuple[Unfinished, ...]


def closing(periods: PeriodState | None, read_at: int, unfinished: Iterable[Unfinished]) -> Closing:
    """Return the open months with what is dated in them or before; all of it where no end is known.

    Args:
        periods: What SYSPRO said.
        read_at: When, Unix seconds UTC.
        unfinished: Everything that SYSPRO does not have.
    """
    ledger = _ledger_end(periods) if periods else ""
    receivables = receivables_end(periods) if periods else ""
    last = max(ledger, receivables)
    rows = sorted((one for one in unfinished if not last or one.day <= last), key=lambda one: (one.day, one.name))
    return Closing(read_at, periods, ledger, receivables, tuple(rows))


def day_of(body: Body) -> str:
    """Return the day of a document, CCYY-MM-DD; empty for kinds that have none, such as customers."""
    return next((str(getattr(body, name)) for name in _DAYS if hasattr(body, name)), "")


def moved_at(facts: Facts) -> int:
    """Return when the money of a subject moved first, as far as the facts tell; else when they were read."""
    moments = [one.created_at for one in facts.stripe.balance_transactions]
    if moments:
        return min(moments)
    found = JsonReader(facts.stripe.objects.get(facts.stripe.subject_type) or {}, facts.stripe.subject_type)
    created = found.raw.get("created")
    return created if isinstance(created, int) else facts.read_at


def _ledger_end(periods: PeriodState) -> str:
    ends, number = periods.ledger_ends, periods.ledger_period
    return ends[number - 1] if 0 < number <= len(ends) else ""
