"""The codes that are nearest to one that is not there, and sentences about them. Pure."""

from collections.abc import Collection, Sequence
from difflib import get_close_matches
from itertools import takewhile

#: Most codes that are named where one is not found.
_NEAREST = 3

#: How alike codes have to be, in percent; codes of two characters may differ in one.
_CLOSE = 50

#: Most codes that are compared letter by letter; of more, those that begin or end alike are taken.
_MOST_COMPARED = 4000


def nearest_codes(code: str, there: Collection[str]) -> tuple[str, ...]:
    """Return the codes that are nearest to one that is not there, the nearest first; few, and none that is far."""
    plain = {one.casefold(): one for one in _alike(code, there)}
    close = get_close_matches(code.casefold(), sorted(plain), _NEAREST, _CLOSE / 100)
    return tuple(plain[one] for one in close)


def absent(what: str, warehouse: str, nearest: Sequence[str]) -> str:
    """Return the sentence that SYSPRO does not have something, with the nearest codes that it has."""
    where = f" in warehouse {warehouse}, nor in any other" if warehouse else " in SYSPRO"
    return f"{what} does not exist{where}.{nearest_said(nearest)}"


def nearest_said(nearest: Sequence[str]) -> str:
    """Return the sentence that names the nearest codes; empty for none."""
    if not nearest:
        return ""
    return f" Nearest {'is' if len(nearest) == 1 else 'are'} {said_together(nearest)}."


def said_together(words: Sequence[str]) -> str:
    """Return words as one says them: a, b and c."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _alike(code: str, there: Collection[str]) -> Sequence[str]:
    """Return the codes among which the nearest are: all, or of very many those that begin or end alike."""
    if len(there) <= _MOST_COMPARED:
        return tuple(there)
    plain = code.casefold()
    start, end = plain[:2], plain[-2:]
    alike = [one for one in there if one.casefold().startswith(start) or one.casefold().endswith(end)]
    return sorted(alike, key=lambda one: (-_shared(plain, one.casefold()), abs(len(one) - len(code))))[:_MOST_COMPARED]


def _shared(one: str, other: str) -> int:
    """Return how many letters two codes begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
