"""The thesaurus: words of shops and ledgers in several languages, the concepts they stand for, and what fields mean."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from agent.domain.suggest.words import Vocabulary, phrases_of, split

#: Format of the file that is read.
_FORMAT = 1

#: Weight of a concept that says what a value is, and of a word that says it is something else altogether.
_WEIGHT, _ELSEWHERE_WEIGHT = 10, 14

#: Weight of an unknown word.
_UNKNOWN = 5

#: The concept of values that no document takes.
ELSEWHERE = "(elsewhere)"

#: How much a word counts in the last part of a path, and before it, in percent.
LEAF, ABOVE = 100, 50


class BadThesaurusError(ValueError):
    """The thesaurus cannot be read; the message says where."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One word or phrase of a source's name.

    Attributes:
        phrase: As it is known.
        concepts: What it may stand for; empty for an unknown one.
        weight: How much it says, out of 10 for a plain concept.
        near: How much its place in the path counts, in percent.
    """

    phrase: str
    concepts: frozenset[str]
    weight: int
    near: int


@dataclass(frozen=True, slots=True)
class Name:
    """A source's name as it was understood.

    Attributes:
        heard: Its words and phrases.
        in_line: Whether the path lies within a line.
    """

    heard: tuple[Heard, ...]
    in_line: bool


@dataclass(frozen=True, slots=True)
class Meaning:
    """One way in which a name can mean a target field.

    Attributes:
        weights: Concept -> weight.
        most: How sure it is at most, in percent.
    """

    weights: Mapping[str, int]
    most: int = 100


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """All of it, ready to be asked.

    Attributes:
        phrases: Phrase -> concepts.
        called: Concept -> what a person calls it.
        light: Concept -> weight, of those that say little.
        containers: Words that say where a value comes from.
        roots: First parts of paths that say nothing of the field.
        lines: Names of the parts of paths that are lines.
        anywhere: Elements of a line whose values stand with the order as well.
        meanings: Element, or ``kind.element`` -> what means it.
        shapes: Element -> how its values look.
        vocabulary: The words of the phrases.
    """

    phrases: Mapping[tuple[str, ...], frozenset[str]]
    called: Mapping[str, str]
    light: Mapping[str, int]
    containers: frozenset[str]
    roots: frozenset[str]
    lines: frozenset[str]
    anywhere: frozenset[str]
    meanings: Mapping[str, tuple[Meaning, ...]]
    shapes: Mapping[str, str]
    vocabulary: Vocabulary

    def weight(self, concept: str) -> int:
        """Return how much a concept says, out of 10."""
        return self.light.get(concept, _WEIGHT)

    def read(self, path: str) -> Name:
        """Return how the name of a source field is understood; digits alone in a path are places in a list."""
        parts = [part for part in path.replace("[", ".").replace("]", "").split(".") if part and not part.isdigit()]
        if len(parts) > 1 and parts[0].lower() in self.roots:
            parts = parts[1:]
        in_line = any(part.lower() in self.lines for part in parts[:-1])
        # A part that is a container as a whole says nothing, though in a name it may: "data" is Italian for a date.
        parts = [*(part for part in parts[:-1] if part.lower() not in self.containers), *parts[-1:]]
        heard = [self._heard(part, LEAF if place == len(parts) - 1 else ABOVE) for place, part in enumerate(parts)]
        return Name(tuple(chain.from_iterable(heard)), in_line)

    def meaning_of(self, element: str, kind: str) -> tuple[Meaning, ...]:
        """Return what means an element of a kind; its own name where nothing is declared."""
        declared = self.meanings.get(f"{kind}.{element}") or self.meanings.get(element)
        if declared:
            return declared
        own = {concept for one in self._heard(element, LEAF) for concept in one.concepts}
        return (Meaning({concept: self.weight(concept) for concept in own}),) if own else ()

    def _heard(self, part: str, near: int) -> list[Heard]:
        words = list(self.vocabulary.known(split(part)))
        found = [
            self._weighed(phrase, near)
            for phrase in phrases_of(words, self.phrases, 4)
            if not (phrase not in self.phrases and phrase[0] in self.containers)
        ]
        return [one for one in found if near == LEAF or one.concepts]

    def _weighed(self, phrase: tuple[str, ...], near: int) -> Heard:
        concepts = self.phrases.get(phrase, frozenset())
        weight = max((self.weight(concept) for concept in concepts), default=_UNKNOWN)
        if concepts == {ELSEWHERE}:
            weight = _ELSEWHERE_WEIGHT
        return Heard(" ".join(phrase), concepts, weight, near)


def thesaurus_from(text: str) -> Thesaurus:
    """Return the thesaurus of a TOML text.

    Raises:
        BadThesaurusError: When it is no TOML, of another format, or a meaning names an unknown concept.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadThesaurusError(f"The thesaurus is no TOML: {error}.") from error
    if raw.get("format") != _FORMAT:
        raise BadThesaurusError(f"The thesaurus has format {raw.get('format')}, not {_FORMAT}.")
    phrases = _phrases(raw)
    light = {name: int(weight) for name, _, weight in (one.partition("=") for one in raw["light"]["words"].split())}
    known = {concept for concepts in phrases.values() for concept in concepts}
    return Thesaurus(
        phrases,
        {concept: says.split(";")[0].strip() for concept, says in raw["concepts"].items()},
        light,
        frozenset(raw["containers"]["words"].split()),
        frozenset(raw["roots"]["words"].split()),
        frozenset(raw["lines"]["words"].split()),
        frozenset(raw["anywhere"]["elements"].split()),
        {element: _meanings(element, ways, light, known) for element, ways in raw["meanings"].items()},
        raw["shapes"],
        Vocabulary(frozenset(chain.from_iterable(phrases)) | frozenset(raw["containers"]["words"].split())),
    )


def _phrases(raw: Mapping[str, Mapping[str, str]]) -> dict[tuple[str, ...], frozenset[str]]:
    found: dict[tuple[str, ...], set[str]] = {}
    for concept, says in (*raw["concepts"].items(), (ELSEWHERE, raw["elsewhere"]["words"])):
        for phrase in says.split(";"):
            found.setdefault(tuple(phrase.split()), set()).add(concept)
    # A word that a document may take is not only elsewhere.
    return {words: frozenset(concepts - {ELSEWHERE} or concepts) for words, concepts in found.items()}


def _meanings(element: str, ways: str, light: Mapping[str, int], known: set[str]) -> tuple[Meaning, ...]:
    found = []
    for way in ways.split(";"):
        concepts, _, most = way.partition("=")
        if strange := set(concepts.split()) - known:
            raise BadThesaurusError(f"The meaning of {element} names {min(strange)}, which is no concept.")
        found.append(
            Meaning({concept: light.get(concept, _WEIGHT) for concept in concepts.split()}, int(most or "100"))
        )
    return tuple(found)
