"""Customers on both sides: who is who, and what each side is told of the other.

A round looks at SYSPRO and at Stripe when it is time, suggests for a batch of SYSPRO customers, and writes a batch of
what is due. Posting never waits for it.
"""

from dataclasses import dataclass, field, replace

from agent.domain.codec import dumps, loads
from agent.domain.customers.kept import Course
from agent.domain.errors import AgentError, Misconfigured, Problem
from agent.domain.marks import CUSTOMERS, CUSTOMERS_WANTED
from agent.domain.reports import JobReport
from agent.domain.settings import Values
from agent.ports import Clock, CustomerStore, EventSource, Marks
from jobs.customers_read import ReadCustomers
from jobs.customers_suggest import SuggestCustomers
from jobs.customers_write import WriteCustomers
from jobs.looking import EVERYTHING, Looking
from jobs.writing import Tally

#: Stripe keeps events for 30 days; what is older is found by listing all customers.
_REACH_S = 29 * 86400


@dataclass(slots=True)
class Customers:
    """One round.

    Attributes:
        looking: When SYSPRO is looked at.
        source: Stripe's events.
        store: What is known.
        marks: How far it is, and what people ask for.
        clock: Time of the agent.
        values: Settings.
        reading: Looks at both sides.
        suggesting: Suggests who is who.
        writing: Writes to both sides.
    """

    looking: Looking
    source: EventSource
    store: CustomerStore
    marks: Marks
    clock: Clock
    values: Values
    reading: ReadCustomers
    suggesting: SuggestCustomers
    writing: WriteCustomers
    _refused: Problem | None = field(default=None, init=False)

    def run(self) -> JobReport:
        """Do what is due; after Stripe has refused the key or a right, nothing until the settings change."""
        if self._refused is not None:
            return JobReport(problem=self._refused, misconfigured=True)
        now, asked, tally = self.clock.now(), self.marks.get(CUSTOMERS_WANTED), Tally()
        looked = self.looking.report(asked, lambda: self._read(asked))
        try:
            problem = self._looked_at_stripe(asked)
            if asked:
                self.marks.set(CUSTOMERS_WANTED, "", now)
            suggested = self.suggesting.round()
            self.writing.round(tally)
        except AgentError as error:
            if isinstance(error, Misconfigured):
                # The engine makes this job anew when a setting changes, and the key is one.
                self._refused = error.problem
            return JobReport.of(error, done=tally.done)
        due = bool(self.store.due(self.writing.rules.company, 1, self.clock.now()))
        more = (suggested == self.suggesting.batch or due) and not self.writing.order.stopping()
        return replace(looked, problem=looked.problem or problem, done=tally.done, more=more)

    def _read(self, asked: str) -> Problem | None:
        course, reading = self._course(), self.reading
        rules = reading.rules.fingerprint
        seen, problem = self.looking.look(
            course, rules, asked, everything=reading.everything, changed=lambda one: (reading.changed(one), None)
        )
        if seen is not None:
            if course.rules != rules:
                self.store.all_due(reading.rules.company, self.clock.now())
            self._keep(seen)
        return problem

    def _looked_at_stripe(self, asked: str) -> Problem | None:
        course, now = self._course(), self.clock.now()
        lists = now - course.listed_at >= self.values.integer("customer_links.list_every_s")
        every_s = self.values.integer("customer_links.every_s")
        if not (lists or asked or now - course.events_at >= every_s):
            return None
        # Events appear late, and a moment of Stripe's clock is over when it is past on it.
        until_at = self.source.server_time()
        since_at = course.events_at - self.values.integer("stripe.look_back_s")
        if lists or asked == EVERYTHING or since_at < until_at - _REACH_S:
            finished, problem = self.reading.listed()
            if finished:
                self._keep(replace(self._course(), listed_at=now, events_at=until_at))
            return problem
        problem = self.reading.told(since_at, until_at + 1)
        self._keep(replace(self._course(), events_at=until_at))
        return problem

    def _course(self) -> Course:
        text = self.marks.get(CUSTOMERS)
        return loads(Course, text) if text else Course()

    def _keep(self, course: Course) -> None:
        self.marks.set(CUSTOMERS, dumps(course), self.clock.now())
