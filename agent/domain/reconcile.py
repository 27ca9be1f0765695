"""Reconciliation: what each document should have moved in clearing, against the rows that SYSPRO has.

Pure. Both sides are streams of small rows: what our documents should have moved, by the legs of Stripe's journal that
they post, and what was read out of SYSPRO, by our references. Documents that post the same leg belong together: a
document that was posted again, or a correction, stands beside the one it replaces, and only their sum counts. Nothing
here changes anything.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from agent.domain.documents import State
from agent.domain.facts import ClearingRow
from agent.domain.kinds import Kind
from agent.domain.money import Money

#: States in which SYSPRO may have a document or not.
_MAY_BE_THERE = frozenset({State.POSTING, State.IN_DOUBT})


class Standing(Enum):
    """How the two sides of one group of documents stand to each other."""

    MATCHED = "matched"
    """SYSPRO has what it should have, to the cent."""
    MISSING = "missing"
    """SYSPRO has no row of ours, although it should."""
    DIFFERING = "differing"
    """SYSPRO has another amount, or has it more than once."""
    UNEXPECTED = "unexpected"
    """SYSPRO has a row with a reference of Stripe's that we did not post."""
    IN_DOUBT = "in_doubt"
    """Sent, outcome unknown: whatever SYSPRO has says nothing yet."""
    UNPROVEN = "unproven"
    """SYSPRO does not show this kind of document one by one at this site."""


#: Standings in which the sums of both sides differ.
DIFFERENT = frozenset({Standing.MISSING, Standing.DIFFERING})


@dataclass(frozen=True, slots=True)
class Expected:
    """One document that posts legs, as our outbox has it.

    Attributes:
        id: Its number.
        key: Its business key as text.
        kind: Value of its kind.
        stripe_id: The Stripe object it exists for.
        reference: Our reference.
        state: Where it stands.
        erp_key: SYSPRO's key once posted.
        amount: The money it stands for in the settlement currency; ``None`` for none.
        made_at: When it was decided, Unix seconds UTC.
    """

    id: int
    key: str
    kind: str
    stripe_id: str
    reference: str
    state: State
    erp_key: str
    amount: Money | None
    made_at: int


@dataclass(frozen=True, slots=True)
class ExpectedLeg:
    """One leg that a document posts.

    Attributes:
        document: Number of the document.
        leg: Key of the leg; rows come in the order of leg and part.
        part: ``amount`` or ``fees``.
        minor: What it moves, minor units; ``None`` while Stripe has not booked it.
        currency: Settlement currency; empty while Stripe has not booked it.
        moved_at: When Stripe moved it, Unix seconds UTC; 0 while it has not.
    """

    document: int
    leg: str
    part: str
    minor: int | None
    currency: str
    moved_at: int


@dataclass(frozen=True, slots=True)
class Item:
    """One group of documents (nearly always a single one) with both of its sides, or a row that belongs to none.

    Attributes:
        standing: How they stand to each other.
        documents: Numbers of the documents, oldest first; empty for a row that we know nothing of.
        key: Business key of the oldest; for a row that we know nothing of its reference.
        stripe_id: The Stripe object, where it is known.
        reference: Our reference, the oldest document's.
        erp_keys: Keys of SYSPRO's rows; where it has none, the key under which the document was posted.
        expected: Currency -> what clearing should have moved, minor units.
        found: Currency -> what it has moved.
        doubled: Whether SYSPRO has one of the references under more than one key.
        in_ledger: Whether ``found`` is what the ledger has, because receivables agree and the ledger does not.
        at: When Stripe moved the money, or the document was decided, Unix seconds UTC; 0 when unknown.
        state: State of the oldest document; ``None`` without one.
    """

    standing: Standing
    documents: tuple[int, ...]
    key: str
    stripe_id: str
    reference: str
    erp_keys: tuple[str, ...]
    expected: Mapping[str, int]
    found: Mapping[str, int]
    doubled: bool = False
    in_ledger: bool = False
    at: int = 0
    state: State | None = None

    @property
    def moves_nothing(self) -> bool:
        """Whether clearing has nothing to do with it on either side, as with receipts that only allocate."""
        return not self.expected and not self.found

    @property
    def difference(self) -> dict[str, int]:
        """By currency what SYSPRO has more (+) or less (-) than it should; nothing where they agree."""
        names = sorted({*self.expected, *self.found})
        found = {name: self.found.get(name, 0) - self.expected.get(name, 0) for name in names}
        return {name: minor for name, minor in found.items() if minor}


def reconcile(
    documents: Iterable[Expected],
    legs: Iterable[ExpectedLeg],
    rows: Iterable[ClearingRow],
    *,
    unprovable: frozenset[str] = frozenset(),
) -> Iterator[Item]:
    """Yield an item for each group of documents, then one for each reference that belongs to none; linear time.

    Args:
        documents: All documents that post legs, and receipts that only allocate, in whatever state, by their numbers.
        legs: Their legs, in the order of leg and part.
        rows: SYSPRO's rows with references of ours.
        unprovable: Values of the kinds that this site does not show one by one: not to find one says nothing.
    """
    sides = _Sides({one.id: one for one in documents})
    sides.expect(legs)
    sides.find(rows)
    yield from sides.items(unprovable)
    yield from sides.strangers()


@dataclass(slots=True)
class _Sides:
    """Both sides while they are read; everything is kept by the number of a document, in flat tables."""

    documents: dict[int, Expected]
    _parent: dict[int, int] = field(default_factory=dict)
    _expected: Counter[tuple[int, str]] = field(default_factory=Counter)
    _unbooked: set[int] = field(default_factory=set)
    _moved_at: dict[int, int] = field(default_factory=dict)
    _found: Counter[tuple[int, str]] = field(default_factory=Counter)
    _in_ledger: dict[int, Counter[str]] = field(default_factory=dict)
    _keys: dict[int, str] = field(default_factory=dict)
    _more_keys: dict[int, list[str]] = field(default_factory=dict)
    _strangers: dict[str, list[ClearingRow]] = field(default_factory=dict)

    def expect(self, legs: Iterable[ExpectedLeg]) -> None:
        """Add up what each document should have moved; a leg that several post counts once."""
        last, owner = ("", ""), 0
        for leg in legs:
            document = self.documents.get(leg.document)
            if document is None or not _counts(document):
                continue
            place = (leg.leg, leg.part)
            if place == last:
                self._join(owner, leg.document)
                continue
            last, owner = place, leg.document
            if leg.minor is None:
                self._unbooked.add(leg.document)
                continue
            self._expected[leg.document, leg.currency] += leg.minor
            known = self._moved_at.get(leg.document)
            self._moved_at[leg.document] = leg.moved_at if known is None else min(known, leg.moved_at)
        for number in self._unbooked:
            self._by_own_amount(self.documents[number])

    def find(self, rows: Iterable[ClearingRow]) -> None:
        """Add up what SYSPRO has, by the document whose reference it carries."""
        by_reference = {one.reference: one.id for one in self.documents.values() if _counts(one)}
        for row in rows:
            number = by_reference.get(row.reference)
            if row.repeats:
                # What receivables have under this reference counts; how much another amount the ledger has is noted.
                if number is not None:
                    self._in_ledger.setdefault(number, Counter())[row.value.currency] += row.value.minor
                continue
            if number is None:
                self._strangers.setdefault(row.reference, []).append(row)
                continue
            self._found[number, row.value.currency] += row.value.minor
            self._note_key(number, row.key)

    def items(self, unprovable: frozenset[str]) -> Iterator[Item]:
        """Yield the groups of documents that SYSPRO has, or should have."""
        shared: dict[int, list[int]] = {}
        for number in self._parent:
            shared.setdefault(self._root(number), []).append(number)
        expected, found = _by_document(self._expected), _by_document(self._found)
        for number, document in self.documents.items():
            if not _counts(document) or self._root(number) != number:
                continue
            together = tuple(sorted({number, *shared.get(number, ())}))
            yield self._item(together, _sum(expected, together), _sum(found, together), unprovable)

    def strangers(self) -> Iterator[Item]:
        """Yield what SYSPRO has under references that we did not post."""
        known = {one.reference: one for one in self.documents.values() if not _counts(one)}
        for reference, rows in self._strangers.items():
            document = known.get(reference)
            total: Counter[str] = Counter()
            for row in rows:
                total[row.value.currency] += row.value.minor
            yield Item(
                standing=Standing.UNEXPECTED,
                documents=() if document is None else (document.id,),
                key=reference if document is None else document.key,
                stripe_id="" if document is None else document.stripe_id,
                reference=reference,
                erp_keys=tuple(sorted({row.key for row in rows if row.key})),
                expected={},
                found=dict(total),
                at=0 if document is None else document.made_at,
                state=None if document is None else document.state,
            )

    def _item(
        self,
        together: tuple[int, ...],
        expected: Mapping[str, int],
        found: Mapping[str, int],
        unprovable: frozenset[str],
    ) -> Item:
        first = self.documents[together[0]]
        keys = [key for number in together for key in (self._keys.get(number, ""), *self._more_keys.get(number, ()))]
        doubled = any(number in self._more_keys for number in together)
        moments = [self._moved_at[number] for number in together if number in self._moved_at]
        ledger = self._as_the_ledger_has_it(together, found)
        right = [_moved(book) == _moved(expected) for book in (found, ledger)]
        # A correction in the ledger puts one of the two books right, and leaves the other as it was.
        matched = any(right) if len(together) > 1 else all(right)
        # One that only allocates moves nothing, so its rows alone show that it is there.
        matched = matched and not self._has_lost_allocation(together)
        in_ledger = right[0] and not matched
        return Item(
            standing=Standing.MATCHED if matched else self._standing(together, unprovable),
            documents=together,
            key=first.key,
            stripe_id=first.stripe_id,
            reference=first.reference,
            erp_keys=tuple(key for key in keys if key) or (first.erp_key,),
            expected=expected,
            found=ledger if in_ledger else found,
            doubled=doubled,
            in_ledger=in_ledger,
            at=min(moments, default=first.made_at),
            state=first.state,
        )

    def _as_the_ledger_has_it(self, together: tuple[int, ...], found: Mapping[str, int]) -> Mapping[str, int]:
        """Return what a group of documents has moved if the ledger's amount counts wherever both books have one."""
        differing = [number for number in together if number in self._in_ledger]
        if not differing:
            return found
        sums = Counter(found)
        for number in differing:
            for currency, minor in self._in_ledger[number].items():
                sums[currency] += minor - self._found[number, currency]
        return dict(sums)

    def _standing(self, together: tuple[int, ...], unprovable: frozenset[str]) -> Standing:
        """Return how documents stand whose two sides do not agree."""
        if any(self.documents[number].state in _MAY_BE_THERE for number in together):
            return Standing.IN_DOUBT
        if any(number in self._keys for number in together):
            return Standing.DIFFERING
        unseen = all(self.documents[number].kind in unprovable for number in together)
        return Standing.UNPROVEN if unseen else Standing.MISSING

    def _has_lost_allocation(self, together: tuple[int, ...]) -> bool:
        """Say whether this is a receipt that posts no leg, and SYSPRO shows nothing of it."""
        number = together[0]
        posts = len(together) > 1 or number in self._moved_at or number in self._unbooked
        return self.documents[number].kind == Kind.RECEIPT.value and not posts and number not in self._keys

    def _note_key(self, number: int, key: str) -> None:
        known = self._keys.get(number)
        if known is None or not known:
            self._keys[number] = key
        elif key and key != known and key not in self._more_keys.get(number, ()):
            self._more_keys.setdefault(number, []).append(key)

    def _by_own_amount(self, document: Expected) -> None:
        """Expect what a document stands for, as long as Stripe has not booked all that it posts."""
        if document.amount is not None:
            self._expected[document.id, document.amount.currency] = document.amount.minor

    def _join(self, one: int, other: int) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        self._parent.setdefault(first, first)
        self._parent[second] = first

    def _root(self, number: int) -> int:
        parent = self._parent.get(number, number)
        while parent != number:
            number, parent = parent, self._parent.get(parent, parent)
        return number


def _counts(document: Expected) -> bool:
    """Say whether SYSPRO has the document, or may have it."""
    return document.state is State.POSTED or document.state in _MAY_BE_THERE


def _moved(sums: Mapping[str, int]) -> dict[str, int]:
    # A receipt that somebody reversed and entered anew stands there three times, and its sum is right.
    return {currency: minor for currency, minor in sums.items() if minor}


def _by_document(sums: Mapping[tuple[int, str], int]) -> dict[int, dict[str, int]]:
    found: dict[int, dict[str, int]] = {}
    for (number, currency), minor in sums.items():
        found.setdefault(number, {})[currency] = minor
    return found


def _sum(sums: Mapping[int, Mapping[str, int]], numbers: tuple[int, ...]) -> Mapping[str, int]:
    if len(numbers) == 1:
        return sums.get(numbers[0], {})
    total: Counter[str] = Counter()
    for number in numbers:
        total.update(sums.get(number, {}))
    return dict(total)
