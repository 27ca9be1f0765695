"""A preview in a few figures: what would be posted, held, refused, why, and what it does to the accounts. Pure."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from agent.domain.decisions import Outcome
from agent.domain.documents import State
from agent.domain.preview import AccountTotal, Preview

#: Most causes and accounts that are kept; the command line shows all.
_MOST_CAUSES, _MOST_ACCOUNTS = 50, 200


@dataclass(frozen=True, slots=True)
class StateSum:
    """Documents in one state and currency.

    Attributes:
        state: Their state, as :class:`~agent.domain.preview.PreviewDocument` has it.
        currency: As Stripe writes it; empty for documents that stand for no money.
        count: How many.
        minor: Their amounts together, in minor units.
    """

    state: State
    currency: str
    count: int
    minor: int


@dataclass(frozen=True, slots=True)
class CauseCount:
    """One reason why something would not be posted.

    Attributes:
        code: The cause in machine form.
        reason: The sentence of the first one.
        example: Whose money the first one is.
        count: How many.
    """

    code: str
    reason: str
    example: str
    count: int


@dataclass(frozen=True, slots=True)
class PreviewSummary:
    """A preview in figures.

    Attributes:
        since_at: Its first second, Unix seconds UTC.
        until_at: When it was made, Unix seconds UTC.
        events: Events that were read.
        movements: Movements of money that were decided.
        held: Movements that somebody would have to decide.
        waiting: Movements that wait for Stripe.
        ignored: Movements that are ignored, with a reason.
        sums: Documents by state and currency.
        causes: Why things would be refused or held, those with most first.
        accounts: Totals of what would be posted.
    """

    since_at: int
    until_at: int
    events: int
    movements: int
    held: int
    waiting: int
    ignored: int
    sums: tuple[StateSum, ...]
    causes: tuple[CauseCount, ...]
    accounts: tuple[AccountTotal, ...]

    def count(self, state: State) -> int:
        """Return how many documents would end in a state."""
        return sum(one.count for one in self.sums if one.state is state)


def summary_of(preview: Preview) -> PreviewSummary:
    """Return a preview in figures."""
    ends = Counter(row.outcome for row in preview.decisions)
    return PreviewSummary(
        since_at=preview.since_at,
        until_at=preview.until_at,
        events=preview.events,
        movements=len(preview.decisions),
        held=ends[Outcome.HELD] + len(preview.unreadable),
        waiting=ends[Outcome.WAITING],
        ignored=ends[Outcome.IGNORED],
        sums=_sums(preview),
        causes=_causes(preview),
        accounts=preview.accounts[:_MOST_ACCOUNTS],
    )


def _sums(preview: Preview) -> tuple[StateSum, ...]:
    found: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for one in preview.documents:
        entry = found[one.state.value, one.amount.currency if one.amount else ""]
        entry[0] += 1
        entry[1] += one.amount.minor if one.amount else 0
    return tuple(StateSum(State(state), currency, *both) for (state, currency), both in sorted(found.items()))


def _causes(preview: Preview) -> tuple[CauseCount, ...]:
    first: dict[str, tuple[str, str]] = {}
    counts: Counter[str] = Counter()
    for code, reason, example in _reasons(preview):
        first.setdefault(code, (reason, example))
        counts[code] += 1
    return tuple(CauseCount(code, *first[code], count) for code, count in counts.most_common(_MOST_CAUSES))


def _reasons(preview: Preview) -> Iterator[tuple[str, str, str]]:
    """Yield code, sentence and example of everything that would wait for a person."""
    for document in preview.documents:
        if document.state in {State.HELD, State.PARKED}:
            yield document.reason_code, document.reason, document.title
    for row in preview.decisions:
        if row.outcome is Outcome.HELD:
            yield row.reason_code, row.reason, row.subject
    for aside in preview.unreadable:
        yield aside.reason_code, aside.reason, aside.object_id
