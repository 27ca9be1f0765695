"""How fast the other systems answer, as the engine measures its calls. Pure."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from statistics import median

#: Calls that the usual time is taken from: the latest so many.
MEASURED = 100


@dataclass(frozen=True, slots=True)
class Answers:
    """How one system answered lately.

    Attributes:
        last_ms: How long the latest call took.
        median_ms: How long a call usually took, of the latest 100.
        answered_at: When the latest answer came, Unix seconds UTC.
        calls: How many calls that is about.
    """

    last_ms: int
    median_ms: int
    answered_at: int
    calls: int


def answers_of(taken_ms: Sequence[int], answered_at: int) -> Answers:
    """Return how a system answered.

    Args:
        taken_ms: How long its latest calls took, oldest first; at least one.
        answered_at: When the latest answer came, Unix seconds UTC.
    """
    latest = taken_ms[-MEASURED:]
    return Answers(latest[-1], round(median(latest)), answered_at, len(latest))


def answers_text(found: Mapping[str, Answers]) -> str:
    """Return what is kept of system -> how it answered."""
    return json.dumps({system: asdict(one) for system, one in sorted(found.items())})


def answers_from(text: str) -> dict[str, Answers]:
    """Return what :func:`answers_text` wrote; nothing for an empty text."""
    return {system: Answers(**one) for system, one in json.loads(text).items()} if text else {}
