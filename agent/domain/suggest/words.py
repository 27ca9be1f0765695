"""Words of names: taken apart at points, capitals and the seams of compounds, and forgiven a letter."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from unidecode import unidecode

_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "#": " No "})

#: What joins the parts of German and Dutch compounds.
_JOINTS = ("", "s", "n", "en", "es", "e")

#: Parts of compounds that are shorter than the others may be.
_SHORT_PARTS = frozenset({"po", "nr", "no", "id", "gl", "wh", "kd"})

_SHORTEST_PART, _MOST_PARTS, _LONGEST = 3, 4, 40

#: From this length on one letter that is wrong, missing, additional or swapped with its neighbour is forgiven.
_SPELT = 5


def split(text: str) -> list[str]:
    """Return the words of a name in small letters: ``unitPrice``, ``unit_price`` and ``Unit Price`` alike."""
    return [word.lower() for word in _WORD.findall(unidecode(text.translate(_UMLAUTS)))]


@dataclass(slots=True)
class Vocabulary:
    """The words that are known.

    Attributes:
        words: All of them.
    """

    words: frozenset[str]
    _near: dict[str, str] = field(init=False)
    _seen: dict[str, tuple[str, ...]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._near = {}
        for word in sorted(self.words):
            if len(word) >= _SPELT:
                for form in (word, *_shortened(word)):
                    self._near.setdefault(form, word)

    def known(self, names: Iterable[str]) -> Iterator[str]:
        """Yield the known words that words are or consist of; an unknown one stays as it is."""
        for name in names:
            found = self._seen.get(name)
            if found is None:
                found = self._seen[name] = self._read(name)
            yield from found

    def _read(self, name: str) -> tuple[str, ...]:
        if name in self.words or name.isdigit() or len(name) > _LONGEST:
            return (name,)
        return self._parts(name) or (self._spelt(name) or name,)

    def _parts(self, name: str) -> tuple[str, ...]:
        """Return the fewest known words that a compound consists of; empty where it is none."""
        best: dict[int, tuple[str, ...]] = {0: ()}
        for start in range(len(name)):
            if start not in best:
                continue
            for end in range(start + 2, len(name) + 1):
                part = name[start:end]
                if part in self.words and (len(part) >= _SHORTEST_PART or part in _SHORT_PARTS):
                    _extend(best, name, end, (*best[start], part))
        return best.get(len(name), ())

    def _spelt(self, name: str) -> str:
        if len(name) < _SPELT:
            return ""
        return next((self._near[form] for form in (name, *_shortened(name)) if form in self._near), "")


def _extend(best: dict[int, tuple[str, ...]], name: str, end: int, parts: tuple[str, ...]) -> None:
    if len(parts) > _MOST_PARTS:
        return
    for joint in _JOINTS:
        place = end + len(joint)
        if name.startswith(joint, end) and (place not in best or len(best[place]) >= len(parts)):
            best[place] = parts


def _shortened(word: str) -> list[str]:
    return [word[:place] + word[place + 1 :] for place in range(len(word))]


def phrases_of(words: Sequence[str], known: Container[tuple[str, ...]], longest: int) -> Iterator[tuple[str, ...]]:
    """Yield the longest known phrases that words consist of, from left to right; an unknown word is one of its own."""
    place = 0
    while place < len(words):
        size = next(
            (n for n in range(min(longest, len(words) - place), 1, -1) if tuple(words[place : place + n]) in known), 1
        )
        yield tuple(words[place : place + size])
        place += size
