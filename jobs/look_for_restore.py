"""Look for restore: whether SYSPRO has documents of ours that this database never sent.

Asked once, before the first entry is sent that SYSPRO cannot be searched for: where a whole machine was put back from a
snapshot, nothing on it tells of that, and such an entry may be in SYSPRO already.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from agent.domain.kinds import IN_CASH_BOOK
from agent.domain.marks import STRANGERS
from agent.domain.reconcile import Item, Standing
from agent.domain.reports import JobReport
from agent.ports import Clock, Marks, NotedSendings, Outbox

#: References that a sign names.
_SHOWN = 3


@dataclass(slots=True)
class LookForRestore:
    """The look, before the post job.

    Attributes:
        items: Compares our documents with SYSPRO's rows.
        sendings: Where a restore is remembered.
        outbox: Says whether such an entry waits.
        marks: Where references are kept that were strange before: they are no news.
        clock: Time of the agent.
        company: SYSPRO company.
    """

    items: Callable[[], Iterable[Item]]
    sendings: NotedSendings
    outbox: Outbox
    marks: Marks
    clock: Clock
    company: str
    _looked: bool = field(default=False, init=False)

    def before(self, run: Callable[[], JobReport]) -> Callable[[], JobReport]:
        """Return the post job, which looks first where it may be about to send such an entry."""

        def looked_run() -> JobReport:
            if not self._looked and self.outbox.pending_of(self.company, IN_CASH_BOOK):
                self._look()
                self._looked = True
            return run()

        return looked_run

    def _look(self) -> None:
        strange = {item.reference for item in self.items() if item.standing is Standing.UNEXPECTED}
        before = set(json.loads(self.marks.get(STRANGERS) or "[]"))
        if new := sorted(strange - before):
            more = f" and {len(new) - _SHOWN} more" if len(new) > _SHOWN else ""
            self.sendings.older(f"SYSPRO has {', '.join(new[:_SHOWN])}{more}, which it has never sent")
        # Kept after the restore is: a crash in between looks again.
        self.marks.set(STRANGERS, json.dumps(sorted(strange)), self.clock.now())
