"""How far the catalogue is: when both sides were looked at last, and the present stretch of writing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from agent.domain.catalogue.kept import CatalogueStatus, Standing
from agent.domain.looks import Looks


@dataclass(frozen=True, slots=True)
class Course(Looks):
    """What the job remembers from round to round, beside its looks at SYSPRO.

    Attributes:
        checked_at: When all products in Stripe were looked at last, Unix seconds UTC; 0 for never.
        started_at: When the present stretch of writing began: from the first stock code that was due to the last.
        at: When it was looked at last.
        done: Stock codes written since.
        calls: Calls that changed something in Stripe since.
    """

    checked_at: int = 0
    started_at: int = 0
    at: int = 0
    done: int = 0
    calls: int = 0

    def wrote(self, done: int, calls: int, now: int, *, anew: bool) -> "Course":
        """Return the course after a round of writing.

        Args:
            done: Stock codes of the round.
            calls: Calls of the round.
            now: Its end, Unix seconds UTC.
            anew: Whether nothing was left before it.
        """
        if anew:
            return replace(self, started_at=now, at=now, done=done, calls=calls)
        return replace(self, at=now, done=self.done + done, calls=self.calls + calls)


def status_of(course: Course, counts: Mapping[Standing, int]) -> CatalogueStatus:
    """Return how the catalogue stands, with rate and time left."""
    left, passed_s = counts[Standing.WAITING], course.at - course.started_at
    moves = passed_s > 0 and course.done > 0
    return CatalogueStatus(
        counts=counts,
        done=course.done,
        left=left,
        calls=course.calls,
        per_minute=course.done * 60 // passed_s if moves else None,
        left_s=-(-left * passed_s // course.done) if moves and left else None,
        scanned_at=course.scanned_at,
        swept_at=course.swept_at,
        checked_at=course.checked_at,
    )
