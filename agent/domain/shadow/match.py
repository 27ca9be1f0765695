"""Which posting of SYSPRO's is for the same money as one the agent would make. Pure; the order of the rows is nothing.

Each posting is taken once. What a person typed counts most, then customer and amount together, then the amount alone,
then the customer alone; the last two only where there is no choice, because amounts and customers come again.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from agent.domain.fitting import bare_key
from agent.domain.shadow.entry import Entry, Rules

BY_NAME = "by what was typed as reference"
BY_CUSTOMER_AND_AMOUNT = "by customer and amount"
BY_AMOUNT = "by the amount alone"
BY_CUSTOMER = "by the customer, with an amount that looks like a slip"

#: Shortest text that names a payment: shorter ones stand in many references.
_SHORTEST = 4

_Key = Callable[[Entry], Hashable]

_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Found:
    """Two postings of the same money, and how they were found."""

    ours: Entry
    theirs: Entry
    found_by: str


def matched(ours: Sequence[Entry], theirs: Sequence[Entry], rules: Rules) -> tuple[Found, ...]:
    """Return the pairs; each posting is in one at most.

    Args:
        ours: What the agent would post, of one side.
        theirs: What SYSPRO has, of the same side; also from some days before and after.
        rules: How far both may be apart.
    """
    left = _Left(sorted(ours, key=lambda one: one.rank), sorted(theirs, key=lambda one: one.rank), rules)
    left.take(_by_name(left), BY_NAME)
    left.take_nearest(lambda one: (account(one), one.value), BY_CUSTOMER_AND_AMOUNT)
    left.take(_only_ones(left, lambda one: (one.value,)), BY_AMOUNT)
    of_customer = _only_ones(left, lambda one: (account(one), one.value.currency, one.value.minor < 0))
    left.take((one for one in of_customer if _mistyped(left.ours[one.ours], left.theirs[one.theirs])), BY_CUSTOMER)
    return tuple(left.found)


def account(entry: Entry) -> str:
    """Return the customer without the zeros that fill it up."""
    return bare_key(entry.customer)


def days_apart(first: Entry, second: Entry) -> int:
    """Return how many days lie between two postings."""
    return abs((date.fromisoformat(first.day) - date.fromisoformat(second.day)).days)


def names_in(entry: Entry) -> frozenset[str]:
    """Return the words of a reference that may name a payment, in lower case."""
    text = entry.reference.lower()
    words = {text.strip(), *_WORD.findall(text), *re.findall(r"\w+", text)}
    return frozenset(word for word in words if len(word) >= _SHORTEST)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Two postings that may be of the same money; ``distance`` is less for those that fit better."""

    distance: tuple[int, ...]
    ours: int
    theirs: int


class _Left:
    """What no pair has taken yet."""

    def __init__(self, ours: Sequence[Entry], theirs: Sequence[Entry], rules: Rules) -> None:
        self.ours = dict(enumerate(ours))
        self.theirs = dict(enumerate(theirs))
        self.rules = rules
        self.found: list[Found] = []

    def take(self, candidates: Iterator[_Candidate], found_by: str) -> None:
        """Take the pairs that fit best, first those nearest to each other."""
        for one in sorted(candidates, key=lambda one: (one.distance, one.ours, one.theirs)):
            if one.ours in self.ours and one.theirs in self.theirs:
                self._pair(one.ours, one.theirs, found_by)

    def take_nearest(self, key: _Key, found_by: str) -> None:
        """Take the pairs with one key, first those of one day, then those a day apart, and so on.

        Days are gone through instead of pairs: on the account of guests thousands of payments have one amount.
        """
        places = self.by_day(self.theirs, key)
        for apart in range(self.rules.far_days + 1):
            for number, ours in list(self.ours.items()):
                day = date.fromisoformat(ours.day).toordinal()
                for other in dict.fromkeys((day - apart, day + apart)):
                    if number in self.ours and (there := places.get((key(ours), other))):
                        self._pair(number, there.pop(0), found_by)

    @staticmethod
    def by_day(entries: Mapping[int, Entry], key: _Key) -> dict[tuple[Hashable, int], list[int]]:
        """Return the numbers of the postings by key and day, in their order."""
        places: dict[tuple[Hashable, int], list[int]] = defaultdict(list)
        for number, entry in entries.items():
            places[key(entry), date.fromisoformat(entry.day).toordinal()].append(number)
        return places

    def _pair(self, ours: int, theirs: int, found_by: str) -> None:
        self.found.append(Found(self.ours.pop(ours), self.theirs.pop(theirs), found_by))


def _by_name(left: _Left) -> Iterator[_Candidate]:
    named: dict[str, list[int]] = defaultdict(list)
    for number, entry in left.ours.items():
        for name in entry.names:
            named[name].append(number)
    for place, theirs in left.theirs.items():
        for number in {number for word in names_in(theirs) for number in named.get(word, ())}:
            ours = left.ours[number]
            apart = (ours.value != theirs.value, account(ours) != account(theirs), days_apart(ours, theirs))
            yield _Candidate(tuple(map(int, apart)), number, place)


def _only_ones(left: _Left, key: _Key) -> Iterator[_Candidate]:
    """Yield the candidates of the same days of which either side has exactly one."""
    ours, theirs = left.by_day(left.ours, key), left.by_day(left.theirs, key)
    days = range(-left.rules.near_days, left.rules.near_days + 1)
    for number, entry in left.ours.items():
        day = date.fromisoformat(entry.day).toordinal()
        there = [place for apart in days for place in theirs.get((key(entry), day + apart), ())[:2]]
        if len(there) == 1:
            other = date.fromisoformat(left.theirs[there[0]].day).toordinal()
            if sum(len(ours.get((key(entry), other + apart), ())) for apart in days) == 1:
                yield _Candidate((abs(other - day),), number, there[0])


def _mistyped(ours: Entry, theirs: Entry) -> bool:
    """Return whether one amount may be the other with a slip: a digit, their order, the point, or a fee taken off."""
    one, other = abs(ours.value.minor), abs(theirs.value.minor)
    digits, typed = str(one), str(other)
    if abs(one - other) * 10 <= max(one, other) or sorted(digits) == sorted(typed):
        return True
    if len(digits) == len(typed):
        return sum(first != second for first, second in zip(digits, typed, strict=True)) == 1
    return digits.rstrip("0") == typed.rstrip("0")
