"""Payment requests: open SYSPRO invoices of chosen customers as Stripe's payment links or invoices.

A round looks at SYSPRO when it is time and writes a batch of what is due. Posting never waits for it; what a payer pays
comes back through the flow of charges, which finds the invoice by the metadata that the payment carries.
"""

from dataclasses import dataclass, field, replace

from agent.domain.codec import dumps, loads
from agent.domain.errors import AgentError, Misconfigured, Problem
from agent.domain.marks import REQUESTS, REQUESTS_WANTED
from agent.domain.reports import JobReport
from agent.domain.requests.kept import Course
from agent.ports import Clock, Marks, TableSession
from jobs.looking import Looking
from jobs.requests_read import Looked, ReadRequests
from jobs.requests_write import WriteRequests
from jobs.writing import Tally


@dataclass(slots=True)
class Requests:
    """One round.

    Attributes:
        looking: When SYSPRO is looked at.
        marks: How far it is, and what people ask for.
        clock: Time of the agent.
        reading: Looks at SYSPRO.
        writing: Writes to Stripe.
    """

    looking: Looking
    marks: Marks
    clock: Clock
    reading: ReadRequests
    writing: WriteRequests
    _looked_at_stripe: bool = field(default=False, init=False)
    _refused: Problem | None = field(default=None, init=False)

    def run(self) -> JobReport:
        """Do what is due; after Stripe has refused the key or a right, nothing until the settings change."""
        if self._refused is not None:
            return JobReport(problem=self._refused, misconfigured=True)
        tally, looked = Tally(), self._looked()
        try:
            if self._course().scanned_at and not self._looked_at_stripe:
                # Once a process, and only when it is known what SYSPRO has.
                self.writing.find_unknown()
                self._looked_at_stripe = True
            self.writing.round(tally)
        except AgentError as error:
            if isinstance(error, Misconfigured):
                # The engine makes this job anew when a setting changes, and the key is one.
                self._refused = error.problem
            return JobReport.of(error, done=tally.done)
        if tally.hopeless is not None:
            # Most likely something that Stripe takes from no invoice.
            self._refused = _one_after_the_other(tally.hopeless)
            return JobReport(problem=self._refused, misconfigured=True)
        more = (
            bool(self.writing.store.due(self.writing.company, 1, self.clock.now()))
            and not self.writing.order.stopping()
        )
        return replace(looked, done=tally.done, more=more)

    def _looked(self) -> JobReport:
        """Look at SYSPRO where it is time; trouble there stops nothing else."""
        asked = self.marks.get(REQUESTS_WANTED)
        try:
            return self.looking.report(asked, lambda: self._read(asked))
        finally:
            if asked:
                self.marks.set(REQUESTS_WANTED, "", self.clock.now())

    def _read(self, asked: str) -> Problem | None:
        course, rules, looks = self._course(), self.reading.rules.fingerprint, [Looked(finished=False)]

        def look(session: TableSession, after: str) -> tuple[bool, Problem | None]:
            looked = self.reading.look(session, bytes.fromhex(after), course.unknown)
            looks.append(looked)
            return looked.finished, looked.problem

        seen, problem = self.looking.look(
            course, rules, asked, everything=lambda one: look(one, ""), changed=lambda one: look(one, course.watermark)
        )
        if seen is not None:
            self._keep(replace(seen, watermark=looks[-1].watermark.hex(), unknown=looks[-1].unknown))
        return problem

    def _course(self) -> Course:
        text = self.marks.get(REQUESTS)
        return loads(Course, text) if text else Course()

    def _keep(self, course: Course) -> None:
        self.marks.set(REQUESTS, dumps(course), self.clock.now())


def _one_after_the_other(refused: Problem) -> Problem:
    return Problem(
        title="Stripe refuses one request after the other",
        message=f"Stripe refused the request for every invoice of a round, the last one so: {refused.message}",
        press="Correct what Stripe does not take; the requests go on when a setting changes.",
        code="requests.all_refused",
    )
