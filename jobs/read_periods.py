"""Read which months SYSPRO has open, so that people see in time what will not fit before one closes."""

import json
from dataclasses import dataclass

from agent.domain.codec import to_plain
from agent.domain.marks import PERIODS
from agent.domain.reports import JobReport
from agent.ports import Clock, ErpReader, Marks


@dataclass(frozen=True, slots=True)
class ReadPeriods:
    """One look at SYSPRO's open months.

    Attributes:
        erp: SYSPRO.
        marks: Where they are kept.
        clock: Time of the agent.
    """

    erp: ErpReader
    marks: Marks
    clock: Clock

    def run(self) -> JobReport:
        """Ask SYSPRO and keep the answer."""
        with self.erp.session() as session:
            found = session.periods()
        now = self.clock.now()
        self.marks.set(PERIODS, json.dumps({"at": now, "periods": to_plain(found)}), now)
        return JobReport(done=1)
