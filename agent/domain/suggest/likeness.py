"""Likeness of meaning: what a model may add where the thesaurus says nothing. The model itself is elsewhere.

It is right too seldom to decide. It is asked where the thesaurus says nothing, and has to be surer of a field than of
all that no document takes; its answers stay far from sure, and beside a better answer they come last.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from agent.domain.suggest.thesaurus import ELSEWHERE, Meaning, Name, Thesaurus
from agent.domain.suggest.words import split

#: How alike, out of 1000, a field has to be at least, and by how much more than anything that no document takes; and
#: how alike one is that is named beside a better one. Learned on the labelled names that may be learned from.
_ALIKE, _BY_MORE, _ALIKE_BESIDE = 700, 100, 600

#: How much a field of a line loses for a name that is none of a line, and the other way round.
_OTHER_PLACE = 150

#: Ways to mean a field that are less sure than this, in percent, say too little of it.
_TELLING = 80


class Likeness(Protocol):
    """A model of meaning that runs on this machine."""

    def ready(self, texts: Iterable[str]) -> None:
        """Read texts that will be asked about in one go, which takes a fraction of the time."""

    def alike(self, text: str, others: Sequence[str]) -> Sequence[int]:
        """Return how alike in meaning a text is to each of others, out of 1000; less than 0 for opposites."""


@dataclass(frozen=True, slots=True)
class Near:
    """A target field that a name is like.

    Attributes:
        element: SYSPRO's element name.
        says: What the name is like, in words.
        alike: How much, out of 1000.
    """

    element: str
    says: str
    alike: int

    @property
    def reason(self) -> str:
        """Why, in a sentence."""
        return f'It is similar in meaning to "{self.says}" ({self.alike // 10} percent).'


class ByMeaning:
    """The fields of one kind, by likeness of meaning.

    Args:
        likeness: The model.
        thesaurus: What fields are called in words, and what no document takes.
        fields: Element, whether it is of a line, and what means it.
    """

    def __init__(
        self, likeness: Likeness, thesaurus: Thesaurus, fields: Iterable[tuple[str, bool, Sequence[Meaning]]]
    ) -> None:
        self._likeness = likeness
        self._said = [
            (element, of_line, says) for element, of_line, ways in fields for says in _called(thesaurus, element, ways)
        ]
        self._texts = tuple(says for _, _, says in self._said)
        self._nothing = tuple(" ".join(words) for words, found in thesaurus.phrases.items() if found == {ELSEWHERE})

    def ready(self, names: Iterable[Name]) -> None:
        """Read names that will be asked about, in one go."""
        self._likeness.ready(filter(None, map(_text, names)))

    def alone(self, name: Name) -> tuple[Near, ...]:
        """Return what a name is like of which the thesaurus knows nothing; empty where it may well be nothing."""
        text = _text(name)
        if not text or any(one.concepts == {ELSEWHERE} for one in name.heard):
            return ()
        near = self._nearest(name, _ALIKE)
        least = max(self._likeness.alike(text, self._nothing), default=0) + _BY_MORE if near else 0
        return tuple(one for one in near if one.alike >= least)

    def beside(self, name: Name) -> tuple[Near, ...]:
        """Return what a name is like that fits something anyhow."""
        return self._nearest(name, _ALIKE_BESIDE)

    def _nearest(self, name: Name, least: int) -> tuple[Near, ...]:
        best: dict[str, Near] = {}
        scores = self._likeness.alike(_text(name), self._texts)
        for (element, of_line, says), score in zip(self._said, scores, strict=True):
            alike = score - (_OTHER_PLACE if of_line != name.in_line else 0)
            if alike >= least and (element not in best or best[element].alike < alike):
                best[element] = Near(element, says, min(alike, 1000))
        return tuple(sorted(best.values(), key=lambda one: (-one.alike, one.element)))


def _text(name: Name) -> str:
    return " ".join(one.phrase for one in name.heard)


def _called(thesaurus: Thesaurus, element: str, ways: Sequence[Meaning]) -> Iterable[str]:
    """Return what a field is called in words: by its own name, and by each sure way to mean it."""
    own = " ".join(split(element))
    ways_said = (" ".join(thesaurus.called[c] for c in way.weights) for way in ways if way.most >= _TELLING)
    return dict.fromkeys((own, *ways_said))
