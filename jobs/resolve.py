"""Resolve: find out what became of documents in doubt, by searching SYSPRO for our reference. Never by sending again.

Also reads back posted documents that could not be read right after posting.
"""

from dataclasses import dataclass

from agent.domain.attempts import ErpRow, Settlement
from agent.domain.documents import Document, State
from agent.domain.errors import Misconfigured, Transient
from agent.domain.reports import JobReport
from agent.domain.retry import Waits, absent_for_sure, after_rows, unprovable
from agent.ports import Clock, DocumentTarget, Links, Outbox, TargetSession
from jobs.binding import Binding


@dataclass(slots=True)
class Resolve:
    """One round of look-ups.

    Attributes:
        target: SYSPRO.
        outbox: Documents.
        links: Known customers.
        clock: Time of the agent.
        company: SYSPRO company.
        waits: Grace time and number of looks.
        batch: Most documents a round.
    """

    target: DocumentTarget
    outbox: Outbox
    links: Links
    clock: Clock
    company: str
    waits: Waits
    batch: int

    def run(self) -> JobReport:
        """Look up what is due, then read back what is unverified."""
        if not self._doubtful() and not self._unverified():
            return JobReport()
        try:
            with self.target.session() as session:
                # Read again: the wait for the session may have been long, and a person may have decided meanwhile.
                doubtful, unverified = self._doubtful(), self._unverified()
                binding = Binding(self.company, self.links, self.outbox)
                self._look_up(session, [binding.bound(document) for document in doubtful])
                self._verify(session, [binding.bound(document) for document in unverified])
        except (Transient, Misconfigured) as error:
            return JobReport.of(error)
        done = len(doubtful) + len(unverified)
        return JobReport(done=done, more=self.batch in {len(doubtful), len(unverified)})

    def _doubtful(self) -> list[Document]:
        return self.outbox.in_doubt(self.company, self.batch, self.clock.now())

    def _unverified(self) -> list[Document]:
        return self.outbox.unverified(self.company, self.batch)

    def _look_up(self, session: TargetSession, documents: list[Document]) -> None:
        if not documents:
            return
        found = session.find(documents)
        for document in documents:
            self._after_look(document, found.get(document.id))

    def _after_look(self, document: Document, rows: tuple[ErpRow, ...] | None) -> None:
        """Settle ``document`` by its rows; ``None`` means that not finding it proves nothing."""
        now = self.clock.now()
        settlement = after_rows(document, rows or (), found_how="after the answer was lost")
        if settlement is not None and settlement.state is State.POSTED:
            self.outbox.settle(document, settlement, now)
        elif settlement is not None:
            self._ask(document, settlement, now)
        elif absent_for_sure(document, self.waits) and rows is None:
            self._ask(document, unprovable(document), now)
        elif absent_for_sure(document, self.waits):
            evidence = f"Not in SYSPRO after {document.looks + 1} look-ups."
            again = Settlement(State.PENDING, due_at=now, evidence=evidence, counts=False)
            self.outbox.settle(document, again, now)
        else:
            self._wait(document, now)

    def _ask(self, document: Document, settlement: Settlement, now: int) -> None:
        """Leave a document that look-ups cannot settle to a person; it stays in doubt."""
        self.outbox.still_in_doubt(
            document,
            looks=document.looks + 1,
            due_at=None,
            reason=settlement.reason,
            reason_code=settlement.reason_code,
            now=now,
        )

    def _wait(self, document: Document, now: int) -> None:
        self.outbox.still_in_doubt(
            document,
            looks=document.looks + 1,
            due_at=now + self.waits.grace_s,
            reason=document.reason,
            reason_code=document.reason_code,
            now=now,
        )

    def _verify(self, session: TargetSession, documents: list[Document]) -> None:
        if not documents:
            return
        differences = session.read_back(documents)
        self.outbox.verified(documents, differences, self.clock.now())
