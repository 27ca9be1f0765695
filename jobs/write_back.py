"""Write SYSPRO's numbers to Stripe's metadata, where the site wants that. Posting never waits for it."""

import json
from dataclasses import dataclass, field

from agent.domain.errors import Misconfigured, NeedsPerson, Problem, Transient
from agent.domain.marks import WRITTEN_BACK
from agent.domain.reports import JobReport
from agent.domain.retry import Waits, back_off_s
from agent.domain.write_back import Due, idempotency_key, metadata_of, object_type
from agent.ports import Clock, Marks, MetadataWriter, WriteBacks

#: Most objects written in one round.
_BATCH = 100

#: How far each look for new postings reaches back: a posting is dated a moment before it is stored.
_OVERLAP_S = 300

#: Wait for a document to be read back.
_VERIFIED_IN_S = 60


@dataclass(slots=True)
class WriteBack:
    """One round of writing.

    Attributes:
        writer: Stripe's metadata.
        due: What is to be written.
        marks: How far postings were looked at; it begins with the first round, so that the past stays as it is.
        clock: Time of the agent.
        company: SYSPRO company.
        waits: Back-off.
    """

    writer: MetadataWriter
    due: WriteBacks
    marks: Marks
    clock: Clock
    company: str
    waits: Waits
    _refused: Problem | None = field(default=None, init=False)

    def run(self) -> JobReport:
        """Write what is due; after Stripe has said that the right is missing, nothing until the settings change."""
        if self._refused is not None:
            return JobReport(problem=self._refused, misconfigured=True)
        self._note()
        due = self.due.due(self.company, _BATCH, self.clock.now())
        done = 0
        try:
            for one in due:
                done += self._one(one)
        except Misconfigured as error:
            # The engine makes this job anew when a setting changes, and the key is one.
            self._refused = error.problem
            return JobReport.of(error, done=done)
        except Transient as error:
            return JobReport.of(error, done=done)
        return JobReport(done=done, more=len(due) == _BATCH)

    def _note(self) -> None:
        now = self.clock.now()
        since_at = int(self.marks.get(WRITTEN_BACK) or now) - _OVERLAP_S
        self.due.note(self.company, since_at, now)
        self.marks.set(WRITTEN_BACK, str(now), now)

    def _one(self, one: Due) -> int:
        """Write one object where anything has changed; return whether it was written."""
        documents = self.due.documents(self.company, one.stripe_id)
        if not all(document.verified for document in documents):
            self._later(one, "It is read back first.", self.clock.now() + _VERIFIED_IN_S, counts=False)
            return 0
        metadata = metadata_of(documents, one.stripe_id)
        if not metadata or metadata == json.loads(one.written or "{}"):
            self.due.done(self.company, one.stripe_id, metadata)
            return 0
        key = idempotency_key(self.company, one.stripe_id, metadata, one.attempts)
        try:
            self.writer.write(object_type(one.stripe_id), one.stripe_id, metadata, key)
        except NeedsPerson as error:
            self._later(one, error.problem.message, None, counts=True)
            return 0
        except Transient as error:
            wait_s = back_off_s(one.attempts + 1, self.waits)
            self._later(one, error.problem.message, self.clock.now() + wait_s, counts=True)
            raise
        self.due.done(self.company, one.stripe_id, metadata)
        return 1

    def _later(self, one: Due, reason: str, due_at: int | None, *, counts: bool) -> None:
        self.due.later(self.company, one.stripe_id, due_at=due_at, reason=reason, counts=counts)
