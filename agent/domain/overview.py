"""What the first page shows beside the status: both connections, the day's money, payouts as a list. Pure.

``*_at`` is Unix seconds UTC and ``*_minor`` whole minor units of the currency that stands beside it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from agent.domain.allowance import Allowed
from agent.domain.errors import Problem
from agent.domain.latency import Answers
from agent.domain.money import Money
from agent.domain.status import JobStatus

#: Jobs that talk to each system, those that tell most of the connection first.
_TALKS = {
    "Stripe": ("poll", "sweep", "disputes", "write_back"),
    "SYSPRO": ("post", "resolve", "periods", "allocate"),
}


@dataclass(frozen=True, slots=True)
class Connection:
    """One of the two systems, as our jobs met it last.

    Attributes:
        system: ``Stripe`` or ``SYSPRO``.
        asked_at: When a job met it last, as far as that was kept; 0 when none did yet.
        problem: What was in the way then; ``None`` when nothing was.
        job: The job that says so; empty when none did yet.
    """

    system: str
    asked_at: int
    problem: Problem | None
    job: str


def connections(jobs: Sequence[JobStatus]) -> tuple[Connection, ...]:
    """Return both connections; one job's trouble is the connection's trouble."""
    return tuple(_connection(system, [job for job in jobs if job.name in names]) for system, names in _TALKS.items())


def _connection(system: str, jobs: Sequence[JobStatus]) -> Connection:
    if not jobs:
        return Connection(system, 0, None, "")
    latest = max(jobs, key=lambda job: (job.problem is not None, job.at))
    return Connection(system, latest.at, latest.problem, latest.name)


@dataclass(frozen=True, slots=True)
class MoneyFlow:
    """What moved at Stripe in a stretch of time, in one settlement currency, by what became of it.

    Attributes:
        currency: Settlement currency, lower case.
        posted_minor: In SYSPRO.
        waiting_minor: On its way, or not decided yet.
        held_minor: A person has to decide or change something first.
        in_doubt_minor: Sent, outcome unknown.
        ignored_minor: Not to be posted, with a reason.
        movements: How many movements it was.
    """

    currency: str
    movements: int = 0
    posted_minor: int = 0
    waiting_minor: int = 0
    held_minor: int = 0
    in_doubt_minor: int = 0
    ignored_minor: int = 0

    @property
    def total_minor(self) -> int:
        """What moved at Stripe."""
        return self.posted_minor + self.waiting_minor + self.held_minor + self.in_doubt_minor + self.ignored_minor


def money_flows(legs: Sequence[tuple[str, str, int, int]]) -> tuple[MoneyFlow, ...]:
    """Return a flow a currency, those with most movements first.

    Args:
        legs: Currency, outcome, number of movements and sum in minor units; what was never decided (``none``) counts as
            waiting.
    """
    sums: dict[str, dict[str, int]] = {}
    for currency, outcome, movements, minor in legs:
        name = f"{'waiting' if outcome == 'none' else outcome}_minor"
        found = sums.setdefault(currency, {"movements": 0})
        found["movements"] += movements
        found[name] = found.get(name, 0) + minor
    ordered = sorted(sums, key=lambda currency: (-sums[currency]["movements"], currency))
    return tuple(MoneyFlow(currency, **sums[currency]) for currency in ordered)


@dataclass(frozen=True, slots=True)
class Overview:
    """What the first page shows beside the status.

    Attributes:
        made_at: When it was read.
        flows: Today's money, a row a settlement currency.
        posted_by_hour: Documents posted in each of the last 24 hours, oldest first; the last hour is not over.
        allowed: Stripe's read allowance, and how much of it is used.
        company: SYSPRO company that is posted to.
        answers: System -> how fast it answered lately; empty where the engine has measured nothing yet.
    """

    made_at: int
    flows: tuple[MoneyFlow, ...]
    posted_by_hour: tuple[int, ...]
    allowed: Allowed
    company: str
    answers: Mapping[str, Answers] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PayoutSummary:
    """One line of the list of payouts.

    Attributes:
        payout_id: ``po_`` id.
        at: When it left Stripe's balance.
        day: That day in the site's time zone, CCYY-MM-DD.
        status: Stripe's ``status``; empty when it was not read yet.
        arrival_day: Day on which the bank has it, or is to have it; empty when unknown.
        amount: What is paid out.
        parts: What its movements add up to.
        movements: How many movements Stripe names for it.
        unposted: Movements of them, and its own, whose amount or fee no posted document has yet; none that is
            ignored with a reason.
    """

    payout_id: str
    at: int
    day: str
    status: str
    arrival_day: str
    amount: Money
    parts: Money
    movements: int
    unposted: int

    @property
    def difference(self) -> Money:
        """The parts less the payout; nothing when it ties."""
        return self.parts - self.amount

    @property
    def ties(self) -> bool:
        """Whether its movements are known, add up to it, and are all in SYSPRO or ignored with a reason."""
        return bool(self.movements) and not self.difference and not self.unposted
