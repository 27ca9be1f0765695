"""When SYSPRO's tables are looked at, shared by the catalogue, the payment requests and the customers.

What changed is looked for at one pace, everything at another, and both at once when a person asks. Trouble at SYSPRO
ends the look alone: what is due is written meanwhile.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from agent.domain.errors import AgentError, Problem
from agent.domain.looks import Looks
from agent.domain.reports import JobReport
from agent.domain.settings import Values
from agent.ports import Clock, ErpTables, TableSession

#: What a person may ask for.
CHANGES, EVERYTHING = "changes", "everything"

T = TypeVar("T", bound=Looks)

Look = Callable[[TableSession], tuple[bool, Problem | None]]
"""A look in a session: whether it came to its end, and what a person has to see to."""


@dataclass(slots=True)
class Looking:
    """The pace of one job.

    Attributes:
        tables: SYSPRO's tables.
        clock: Time of the agent.
        values: Settings.
        name: Start of the names of the job's settings, such as ``catalogue``.
    """

    tables: ErpTables
    clock: Clock
    values: Values
    name: str
    # Through e.net every look reads everything, so that the sweep's pace counts.
    _tells_changes: bool = field(default=True, init=False)
    _look_again_at: int = field(default=0, init=False)

    def report(self, asked: str, look: Callable[[], Problem | None]) -> JobReport:
        """Look, unless SYSPRO broke off the last look a short while ago and nobody asks."""
        now = self.clock.now()
        if now < self._look_again_at and not asked:
            return JobReport()
        try:
            return JobReport(problem=look())
        except AgentError as error:
            self._look_again_at = now + self._seconds("every_s")
            return JobReport.of(error)

    def look(
        self, before: T, rules: str, asked: str, *, everything: Look, changed: Look
    ) -> tuple[T | None, Problem | None]:
        """Look at SYSPRO where it is time.

        Args:
            before: The looks so far.
            rules: Fingerprint of the rules of now; others than those of the last sweep have everything looked at.
            asked: What a person asks for; empty for nothing.
            everything: Looks at all rows.
            changed: Looks at what changed.

        Returns:
            The looks after this one, ``None`` where none came to its end; and what a person has to see to.
        """
        now = self.clock.now()
        sweeps = now - before.swept_at >= self._seconds("sweep_every_s")
        whole = sweeps or asked == EVERYTHING or before.rules != rules
        scans = self._tells_changes and now - before.scanned_at >= self._seconds("every_s")
        if not (whole or scans or asked):
            return None, None
        with self.tables.session() as session:
            self._tells_changes = session.tells_changes()
            if whole or (asked and not self._tells_changes):
                finished, problem = everything(session)
                after = replace(before, scanned_at=now, swept_at=now, rules=rules)
            elif self._tells_changes:
                finished, problem = changed(session)
                after = replace(before, scanned_at=now)
            else:
                return None, None
        return after if finished else None, problem

    def _seconds(self, name: str) -> int:
        return self.values.integer(f"{self.name}.{name}")
