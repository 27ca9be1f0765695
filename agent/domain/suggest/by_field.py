"""The answers the other way round: for each target field the source fields that fit it best."""

from collections.abc import Iterable
from dataclasses import dataclass

from agent.domain.suggest.advisor import LEAST, Suggestion
from agent.domain.suggest.evidence import SourceField

#: Most source fields for one target field.
_MOST = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """One source field that fits a target field.

    Attributes:
        name: Its path.
        percent: How sure it is.
        reasons: Why, in sentences.
    """

    name: str
    percent: int
    reasons: tuple[str, ...]


def by_field(answers: Iterable[tuple[SourceField, tuple[Suggestion, ...]]]) -> dict[str, tuple[Candidate, ...]]:
    """Return SYSPRO's element -> the source fields that fit it, the surest first, by the elements' names.

    What is only named beside a better field of its source fits nothing here: there it would stand alone.
    """
    found: dict[str, list[Candidate]] = {}
    for source, suggestions in answers:
        for one in (one for one in suggestions if one.percent >= LEAST):
            found.setdefault(one.element, []).append(Candidate(source.name, one.percent, one.reasons))
    return {
        element: tuple(sorted(found[element], key=lambda one: (-one.percent, one.name))[:_MOST])
        for element in sorted(found)
    }
