"""What values are called: the words for currencies, terms, taxes, accounts and goods, and the numbers among them."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from agent.domain.suggest.words import phrases_of, split

_FORMAT = 1

#: Weight of a concept, and of a word that is in no list.
_WEIGHT = 10

_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,4})?)\s*(?:%|per ?cent|pct|prozent|pour ?cent)", re.IGNORECASE)
#: ``2/10 net 30``: so many percent off within so many days.
_SLASH = re.compile(r"\b(\d{1,2})\s*/\s*(\d{1,2})(?=\s*,?\s*(?:net|n)\b)", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")

#: Longest phrase, in words.
_LONGEST = 5


class BadValueWordsError(ValueError):
    """The words of values cannot be read; the message says where."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a text says.

    Attributes:
        concepts: Concepts, and unknown words as they are.
        known: Those of them that are concepts.
        percents: Percentages, in hundredths.
        numbers: Other whole numbers.
    """

    concepts: frozenset[str]
    known: frozenset[str]
    percents: frozenset[int]
    numbers: frozenset[int]


@dataclass(frozen=True, slots=True)
class ValueWords:
    """The words of each kind of value table.

    Attributes:
        phrases: Table -> phrase -> concept.
        light: Concept -> weight, of those that say little.
        account_types: Concept of an account -> SYSPRO's account types that it may have.
    """

    phrases: Mapping[str, Mapping[tuple[str, ...], str]]
    light: Mapping[str, int]
    account_types: Mapping[str, frozenset[str]]

    def read(self, table: str, *texts: str) -> Said:
        """Return what texts say in the words of a table."""
        known = self.phrases[_SPOKEN_OF.get(table, table)]
        concepts: set[str] = set()
        found: set[str] = set()
        percents: set[int] = set()
        numbers: set[int] = set()
        for told in texts:
            text = _SLASH.sub(r"\1% \2 ", told)
            percents |= {hundredths(one) for one in _PERCENT.findall(text)}
            rest = _PERCENT.sub(" ", text)
            numbers |= {int(one) for one in _NUMBER.findall(rest) if one.isdecimal() and len(one) < _MOST_DIGITS}
            for phrase in phrases_of(split(rest), known, _LONGEST):
                concept = known.get(phrase, "")
                concepts.add(concept or " ".join(phrase))
                found |= {concept} - {""}
        return Said(frozenset(concepts), frozenset(found), frozenset(percents), frozenset(numbers))

    def weight(self, concept: str) -> int:
        """Return how much a concept says, out of 10."""
        return self.light.get(concept, _WEIGHT)


#: Kinds of value tables that have no words of their own -> those of the table that theirs are about.
_SPOKEN_OF = {"banks": "currencies"}

_MOST_DIGITS = 10


def hundredths(text: str) -> int:
    """Return a percentage in hundredths: ``8.875`` is 887, cut."""
    whole, _, rest = text.replace(",", ".").partition(".")
    return int(whole or "0") * 100 + int(f"{rest}00"[:2] or "0")


def value_words_from(text: str) -> ValueWords:
    """Return the words of a TOML text.

    Raises:
        BadValueWordsError: When it is no TOML, or of another format.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadValueWordsError(f"The words of values are no TOML: {error}.") from error
    if raw.pop("format", None) != _FORMAT:
        raise BadValueWordsError(f"The words of values have another format than {_FORMAT}.")
    light = {name: int(weight) for name, _, weight in (one.partition("=") for one in raw.pop("light")["words"].split())}
    types = {concept: frozenset(letters.split()) for concept, letters in raw.pop("account_types").items()}
    return ValueWords({name: _phrases(table) for name, table in raw.items()}, light, types)


def _phrases(table: Mapping[str, str]) -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for concept, says in table.items():
        for phrase in says.split(";"):
            found.setdefault(tuple(phrase.split()), concept)
    return found
