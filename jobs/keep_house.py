"""Housekeeping: the engine's sign of life, and finished things that are old enough to go."""

from collections.abc import Callable
from dataclasses import dataclass

from agent.domain.errors import Misconfigured
from agent.domain.reports import JobReport
from agent.domain.settings import Values
from agent.ports import Clock, Housekeeping, LeaseStore


@dataclass(slots=True)
class Beat:
    """The sign of life; without it the tray says that the engine is silent.

    Attributes:
        lease: The right to post.
        clock: Time of the agent.
        lost: Stops the engine when somebody else has taken the right over.
    """

    lease: LeaseStore
    clock: Clock
    lost: Callable[[], None]

    def run(self) -> JobReport:
        """Give one sign of life."""
        try:
            self.lease.beat(self.clock.now())
        except Misconfigured:
            self.lost()
            raise
        return JobReport()


@dataclass(slots=True)
class KeepHouse:
    """Removes what was finished long ago; documents, decisions and the audit stay for ever."""

    housekeeping: Housekeeping
    clock: Clock
    values: Values

    def run(self) -> JobReport:
        """Remove finished events and the wire text of old attempts."""
        before_at = self.clock.now() - self.values.integer("housekeeping.keep_days") * 86400
        return JobReport(done=self.housekeeping.purge(before_at))
