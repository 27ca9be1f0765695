"""What is known beside names: samples, SYSPRO's own lists, and what the site has posted."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SourceField:
    """One source field that a place in the mapping is wanted for.

    Attributes:
        name: Its path, such as ``metadata.po_no`` or ``line.quantity``.
        samples: Values as texts, as they were seen.
    """

    name: str
    samples: tuple[str, ...] = ()

    @property
    def filled(self) -> tuple[str, ...]:
        """The samples that hold something."""
        return tuple(sample for sample in self.samples if sample.strip())


@dataclass(frozen=True, slots=True)
class Posting:
    """One document that the site has posted.

    Attributes:
        kind: Name of its kind.
        sources: Source path -> value at the time.
        fields: SYSPRO's element -> what was posted.
    """

    kind: str
    sources: Mapping[str, str]
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a site knows.

    Attributes:
        lists: SYSPRO table -> its codes.
        postings: What was posted, in any order.
    """

    lists: Mapping[str, frozenset[str]] = field(default_factory=dict)
    postings: tuple[Posting, ...] = ()

    def agreement(self, kind: str) -> dict[tuple[str, str], tuple[int, int]]:
        """Return (source path, element) -> in how many documents of a kind both were equal, out of how many had both.

        Pairs that never agreed are left out.
        """
        agreed: Counter[tuple[str, str]] = Counter()
        both: Counter[tuple[str, str]] = Counter()
        for posting in self.postings:
            if posting.kind == kind:
                pairs = [(path, element) for path in posting.sources for element in posting.fields]
                both.update(pairs)
                agreed.update(pair for pair in pairs if _same(posting.sources[pair[0]], posting.fields[pair[1]]))
        return {pair: (count, both[pair]) for pair, count in agreed.items()}


@dataclass(frozen=True, slots=True)
class Usual:
    """The value that a field mostly had.

    Attributes:
        of: The value of the other field by which it was asked.
        value: The value.
        agreed: In how many documents.
        seen: Out of how many.
        reason: The same in words.
    """

    of: str
    value: str
    agreed: int
    seen: int
    reason: str

    @property
    def percent(self) -> int:
        """How sure it is: the share, less what few postings leave open; never whole, a person decides."""
        return self.agreed * 100 // (self.seen + 1)


def usual_value(postings: Iterable[Posting], kind: str, element: str, *, by: str, of: str) -> Usual | None:
    """Return what a field of a kind mostly had where the element ``by`` was ``of``; ``None`` where it never was.

    So the bank of a customer: ``usual_value(postings, "receipt", "Bank", by="Customer", of="0000123")`` may say
    "41 of 47 receipts with Customer 0000123 had Bank B2."
    """
    values = Counter(
        posting.fields[element]
        for posting in postings
        if posting.kind == kind and posting.fields.get(by) == of and posting.fields.get(element)
    )
    if not values:
        return None
    value, agreed = min(values.items(), key=lambda pair: (-pair[1], pair[0]))
    seen = values.total()
    return Usual(of, value, agreed, seen, f"{agreed} of {seen} {plural(kind)} with {by} {of} had {element} {value}.")


def plural(kind: str) -> str:
    """Return what documents of a kind are called, such as ``sales orders``."""
    words = kind.replace("_", " ")
    return f"{words[:-1]}ies" if words.endswith("y") else f"{words}s"


def _same(one: str, other: str) -> bool:
    return bool(one.strip()) and one.strip().casefold() == other.strip().casefold()
