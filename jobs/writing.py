"""One round of writing to Stripe, shared by the catalogue, the payment requests and the customers.

What is due is written one after the other: what Stripe refuses is set aside for a person and stands in nobody's way.
Where nobody answers the round ends, and what is not written is due again after a wait.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from agent.domain.errors import NeedsPerson, Problem, Transient
from agent.domain.retry import Waits, back_off_s
from agent.ports import Clock

#: So many refusals in a round that wrote nothing end the writing.
_ALL_REFUSED = 10


@dataclass(slots=True)
class Tally:
    """What a round did.

    Attributes:
        done: What was written.
        calls: Calls that changed something in Stripe, where they are counted.
        refusals: How many Stripe refused.
        refused: Why it refused the last of them.
    """

    done: int = 0
    calls: int = 0
    refusals: int = 0
    refused: Problem | None = None

    @property
    def hopeless(self) -> Problem | None:
        """Why Stripe refused all of many, so that more refusals would tell no more; ``None`` where it did not."""
        return self.refused if not self.done and self.refusals >= _ALL_REFUSED else None


class Tried(Protocol):
    """Something that is due."""

    @property
    def attempts(self) -> int:
        """Writings in vain."""


T = TypeVar("T", bound=Tried)
T_contra = TypeVar("T_contra", bound=Tried, contravariant=True)


class Desk(Protocol[T_contra]):
    """Writes one thing, and remembers what became of it."""

    def write(self, due: T_contra, tally: Tally) -> None:
        """Write it and record that it is written; may raise ``NeedsPerson``, ``Transient`` and ``Misconfigured``."""

    def refused(self, due: T_contra, problem: Problem) -> None:
        """Record that Stripe refused it."""

    def later(self, due: T_contra, due_at: int) -> None:
        """Have it tried again at ``due_at``, Unix seconds UTC."""


@dataclass(frozen=True, slots=True)
class Round:
    """How things are written one after the other.

    Attributes:
        clock: Time of the agent.
        waits: Back-off.
        stopping: Says whether the engine wants to stop.
    """

    clock: Clock
    waits: Waits
    stopping: Callable[[], bool]

    def write(self, due: Sequence[T], desk: Desk[T], tally: Tally) -> None:
        """Write what is due until all is written or the engine wants to stop.

        Args:
            due: What is to be written, in this order.
            desk: Writes each.
            tally: Counts what was done, also where the round is broken off.

        Raises:
            Transient: Nobody answered; what is not written stays due.
            Misconfigured: The key lacks a right; what is not written stays due.
        """
        for one in due:
            if self.stopping():
                return
            try:
                desk.write(one, tally)
            except NeedsPerson as error:
                desk.refused(one, error.problem)
                tally.refusals, tally.refused = tally.refusals + 1, error.problem
            except Transient as error:
                wait_s = error.retry_after_s or back_off_s(one.attempts + 1, self.waits)
                desk.later(one, self.clock.now() + wait_s)
                raise
            else:
                tally.done += 1
