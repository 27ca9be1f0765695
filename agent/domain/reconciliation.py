"""What a reconciliation says: counts and sums, every item that does not match in words, and movements of Stripe's.

Pure values, as the command line and the discrepancies show them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from agent.domain.attempts import Discrepancy
from agent.domain.errors import Problem
from agent.domain.money import Money
from agent.domain.reconcile import DIFFERENT, Item, Standing
from agent.domain.remainders import Remainder

#: Area of the discrepancies about documents, and about rows of SYSPRO with references of ours.
AREA = "reconcile"

#: Area of the discrepancies about Stripe's own movements.
MOVEMENTS = "movements"

#: Standings about which a person has to know.
DIFFERENCES = DIFFERENT | {Standing.UNEXPECTED}


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants to see.

    Attributes:
        since_at: First moment, Unix seconds UTC.
        until_at: First moment after it.
        payout: One payout alone; empty for all.
        matched: Whether what matches is listed, too.
    """

    since_at: int
    until_at: int
    payout: str = ""
    matched: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A wish on its way to the engine, with the number of the command that brought it; 0 for none."""

    command: int
    wish: Wish


@dataclass(frozen=True, slots=True)
class Movement:
    """One balance transaction as reconciliation compares it.

    Attributes:
        id: ``txn_`` id.
        created_at: Unix seconds UTC.
        amount_minor: Gross, signed, minor units of ``currency``.
        fee_minor: Fees, positive when they cost us.
        currency: Settlement currency.
        category: Stripe's ``reporting_category``.
        subject: The object that is decided for it.
        subject_type: Stripe's ``object`` of that.
    """

    id: str
    created_at: int
    amount_minor: int
    fee_minor: int
    currency: str
    category: str
    subject: str
    subject_type: str

    @property
    def net_minor(self) -> int:
        """What it did to the balance."""
        return self.amount_minor - self.fee_minor

    @property
    def money(self) -> tuple[int, int, str]:
        """What must not change any more once Stripe has booked it."""
        return self.amount_minor, self.fee_minor, self.currency


@dataclass(frozen=True, slots=True)
class LegDocument:
    """One document that posts a leg of a movement.

    Attributes:
        part: ``amount`` or ``fees``.
        number: Number of the document.
        kind: Value of its kind.
        state: Value of its state.
        reference: Our reference.
        erp_key: SYSPRO's key once posted.
    """

    part: str
    number: int
    kind: str
    state: str
    reference: str
    erp_key: str


@dataclass(frozen=True, slots=True)
class PayoutLine:
    """One movement that Stripe names for a payout, with the documents that post it."""

    movement: Movement
    documents: tuple[LegDocument, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Legs with one outcome in one currency, of those that no document in SYSPRO posts.

    Attributes:
        currency: Settlement currency.
        outcome: ``waiting``, ``held``, ``ignored``, or ``none`` for legs that were never decided.
        legs: How many.
        minor: Their sum, minor units.
    """

    currency: str
    outcome: str
    legs: int
    minor: int


@dataclass(frozen=True, slots=True)
class Tally:
    """Items of one standing in one currency.

    Attributes:
        standing: Value of the standing.
        currency: Settlement currency.
        count: How many items move money in it.
        expected_minor: What clearing should have moved.
        found_minor: What it has moved.
    """

    standing: str
    currency: str
    count: int
    expected_minor: int
    found_minor: int


@dataclass(frozen=True, slots=True)
class Reread:
    """How far posted documents were read again in SYSPRO.

    Attributes:
        read: How many were read.
        altered: How many of those are not as they were posted.
        since_at: All that were sent since then were read, Unix seconds UTC.
        older: How many were sent before.
        older_read: How many of the older ones had their turn.
        older_up_to_at: When the last of those was sent; 0 where the round over all of them is complete.
        cut_short: Whether the engine was stopped meanwhile, so that some were not read.
    """

    read: int = 0
    altered: int = 0
    since_at: int = 0
    older: int = 0
    older_read: int = 0
    older_up_to_at: int = 0
    cut_short: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """One reconciliation.

    Attributes:
        since_at: First moment that is shown, Unix seconds UTC.
        until_at: First moment after it.
        payout: The payout that is shown alone; empty for all.
        tallies: Counts and sums by standing and currency.
        items: What does not match; with ``matched`` asked for, all.
        outcomes: Legs that no document posts, by their outcome.
        gone: Movements that Stripe no longer lists.
        undecided: Movements that were never decided.
        changed: Movements whose amounts Stripe has changed since we read them last.
        lines: For a payout: every movement that Stripe names, with its documents.
        read_back: How many documents were read again from SYSPRO.
        altered: How many of those are not as they were posted.
        reread: Up to where they were read again.
        remainders: What exchange rates left on accounts that must end at nothing, whenever it came about.
    """

    since_at: int
    until_at: int
    payout: str = ""
    tallies: tuple[Tally, ...] = ()
    items: tuple[Item, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    gone: tuple[Movement, ...] = ()
    undecided: tuple[Movement, ...] = ()
    changed: tuple[Movement, ...] = ()
    lines: tuple[PayoutLine, ...] = ()
    read_back: int = 0
    altered: int = 0
    reread: Reread = Reread()
    remainders: tuple[Remainder, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether everything matches."""
        odd = any(item.standing in DIFFERENCES for item in self.items)
        return not (odd or self.gone or self.undecided or self.changed or self.altered or self.remainders)


@dataclass(frozen=True, slots=True)
class Told:
    """The latest reconciliation, as it is kept.

    Attributes:
        command: Number of the command that asked for it; 0 for the nightly one.
        at: When it began, Unix seconds UTC.
        report: What it found; ``None`` where it could not be made.
        problem: Why it could not be made.
    """

    command: int
    at: int
    report: Report | None
    problem: Problem | None = None


@dataclass(slots=True)
class Tallying:
    """Adds items up while they pass."""

    _sums: dict[tuple[str, str], list[int]] = field(default_factory=dict)

    def add(self, item: Item) -> None:
        """Count one item, once for each currency in which it moves money."""
        for currency in {**item.expected, **item.found}:
            line = self._sums.setdefault((item.standing.value, currency), [0, 0, 0])
            line[0] += 1
            line[1] += item.expected.get(currency, 0)
            line[2] += item.found.get(currency, 0)

    def tallies(self) -> tuple[Tally, ...]:
        """Return the sums, in the order of the standings."""
        order = [standing.value for standing in Standing]
        found = sorted(self._sums.items(), key=lambda one: (order.index(one[0][0]), one[0][1]))
        return tuple(Tally(standing, currency, *sums) for (standing, currency), sums in found)


def discrepancy_of(item: Item) -> Discrepancy:
    """Return the discrepancy of an item that does not match; its text changes only with its cause."""
    return Discrepancy(item.key, f"{AREA}.{item.standing.value}", f"{sentence(item)} {_choice(item)}")


def gone_discrepancy(movement: Movement) -> Discrepancy:
    """Return the discrepancy of a movement that Stripe no longer lists."""
    message = (
        f"Stripe no longer lists the movement {movement.id} ({movement.category.replace('_', ' ')}) of "
        f"{Money(movement.net_minor, movement.currency)} net, which belongs to {movement.subject}. Nothing was undone. "
        "Ask Stripe, then correct it in SYSPRO or accept it."
    )
    return Discrepancy(movement.id, f"{MOVEMENTS}.gone", message)


def undecided_discrepancy(movement: Movement) -> Discrepancy:
    """Return the discrepancy of a movement that has no outcome."""
    message = (
        f"The movement {movement.id} ({movement.category.replace('_', ' ')}) of "
        f"{Money(movement.net_minor, movement.currency)} net has no outcome yet. {movement.subject} is decided next; "
        f"`syspro-stripe retry {movement.subject}` asks for it now."
    )
    return Discrepancy(movement.id, f"{MOVEMENTS}.undecided", message)


def sentence(item: Item) -> str:
    """Return how the two sides of an item stand to each other, with identifiers and amounts of both."""
    whose = f" of {item.stripe_id}" if item.stripe_id else ""
    numbers = " and ".join(map(str, item.documents))
    keys = ", ".join(key for key in item.erp_keys if key) or "no key"
    if item.standing is Standing.UNEXPECTED:
        what = f"document {numbers}{whose} is {_state(item)}" if item.documents else "no document of ours carries it"
        return f"SYSPRO has {_sums(item.found)} in clearing under the reference {item.reference} ({keys}), but {what}."
    head = f"Document{'s' if len(item.documents) > 1 else ''} {numbers}{whose}, reference {item.reference}:"
    if item.standing is Standing.MISSING and item.moves_nothing:
        return (
            f"{head} it set money on account against invoices, and SYSPRO has no row of it any more (posted as {keys})."
        )
    should = f"clearing should have moved {_sums(item.expected)}"
    if not item.found and not item.in_ledger:
        return f"{head} {should}, and SYSPRO has no row of it (posted as {keys})."
    if not item.difference:
        return f"{head} SYSPRO has {_sums(item.found)} as it should ({keys})."
    more = f", more than once ({keys})" if item.doubled else f" ({keys})"
    book = "SYSPRO's receivables agree, its ledger" if item.in_ledger else "SYSPRO"
    return f"{head} {should}, {book} has {_sums(item.found)}{more}; the difference is {_sums(item.difference)}."


def _choice(item: Item) -> str:
    number = max(item.documents, default=0)
    if item.standing is Standing.MISSING and item.moves_nothing:
        return (
            f"`syspro-stripe retry {item.stripe_id}` sets what is on account now against them anew; then accept this."
        )
    if item.standing is Standing.MISSING:
        return f"`syspro-stripe post-again {number} --reason ...` posts it as a new document."
    if item.standing is Standing.DIFFERING:
        return f"`syspro-stripe adjust {number} --to LEDGER-CODE --reason ...` prepares a journal over the difference."
    return "Somebody posted it by hand or from a copy of the database; reverse it in SYSPRO, or accept it."


def _state(item: Item) -> str:
    return "" if item.state is None else item.state.value.replace("_", " ")


def _sums(sums: Mapping[str, int]) -> str:
    return " and ".join(str(Money(minor, currency)) for currency, minor in sorted(sums.items())) or "nothing"
