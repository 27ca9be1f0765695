"""The catalogue: SYSPRO's stock codes and prices as Stripe's products and prices.

A round looks at SYSPRO when it is time, at all of Stripe's products when that is wanted, and writes a batch of what is
due. Posting never waits for it.
"""

from dataclasses import dataclass, field, replace

from agent.domain.catalogue.merge import Conflicts
from agent.domain.catalogue.progress import Course
from agent.domain.codec import dumps, loads
from agent.domain.errors import AgentError, Misconfigured, Problem
from agent.domain.marks import CATALOGUE, CATALOGUE_WANTED
from agent.domain.reports import JobReport
from agent.domain.settings import Values
from agent.ports import CatalogueStore, Clock, Marks
from jobs.catalogue_check import CheckCatalogue
from jobs.catalogue_leaving import Leaving
from jobs.catalogue_read import ReadCatalogue
from jobs.catalogue_write import WriteCatalogue
from jobs.looking import Looking
from jobs.writing import Tally

#: What a person may ask for beside looks at SYSPRO: a look at Stripe.
CHECK = "check"


@dataclass(slots=True)
class Catalogue:
    """One round.

    Attributes:
        looking: When SYSPRO is looked at.
        store: What is known of the catalogue.
        marks: How far it is, and what people ask for.
        clock: Time of the agent.
        values: Settings.
        reading: Looks at SYSPRO.
        checking: Looks at Stripe.
        writing: Writes to Stripe.
        leaving: Holds what would empty the shop.
    """

    looking: Looking
    store: CatalogueStore
    marks: Marks
    clock: Clock
    values: Values
    reading: ReadCatalogue
    checking: CheckCatalogue
    writing: WriteCatalogue
    leaving: Leaving
    _refused: Problem | None = field(default=None, init=False)

    def run(self) -> JobReport:
        """Do what is due; after Stripe has refused the key or a right, nothing until the settings change."""
        if self._refused is not None:
            return JobReport(problem=self._refused, misconfigured=True)
        company, tally = self.writing.company, Tally()
        anew = not self.store.left(company)
        looked = self._looked()
        if anew and self.store.left(company):
            self._keep(self._course().wrote(0, 0, self.clock.now(), anew=True))
        try:
            self._write(tally)
            # Afterwards, so that a list that breaks off stands in no writing's way.
            self._checked()
        except AgentError as error:
            if isinstance(error, Misconfigured):
                # The engine makes this job anew when a setting changes, and the key is one.
                self._refused = error.problem
            return JobReport.of(error, done=tally.done)
        if tally.hopeless is not None:
            # Most likely a setting that Stripe does not take.
            self._refused = _one_after_the_other(tally.hopeless)
            return JobReport(problem=self._refused, misconfigured=True)
        held = self.leaving.held()
        due = self.store.due(company, 1, self.clock.now(), leaving=held is None)
        more = bool(due) and not self.writing.order.stopping()
        return replace(looked, done=tally.done, more=more, problem=looked.problem or held)

    def _looked(self) -> JobReport:
        """Look at SYSPRO where it is time; trouble there stops nothing else."""
        wanted = self.marks.get(CATALOGUE_WANTED)
        asked = "" if wanted == CHECK else wanted
        try:
            return self.looking.report(asked, lambda: self._read(asked))
        finally:
            if asked:
                self.marks.set(CATALOGUE_WANTED, "", self.clock.now())

    def _read(self, asked: str) -> Problem | None:
        reading = self.reading
        noted = True
        try:
            seen, problem = self.looking.look(
                self._course(), reading.rules.fingerprint, asked, everything=reading.everything, changed=reading.changed
            )
            noted = seen is not None
        finally:
            # Also of a look that broke off, which may have noted a part.
            if noted:
                self.leaving.forget()
        if seen is not None:
            self._keep(seen)
        return problem

    def _checked(self) -> None:
        """Look at Stripe where it is time; never in the first round, which has written nothing yet."""
        course, now = self._course(), self.clock.now()
        every_s = self.values.integer("catalogue.check_every_s")
        asked = self.marks.get(CATALOGUE_WANTED) == CHECK
        # Where Stripe wins, what people changed there is as it should be.
        timed = every_s and self.writing.policy is not Conflicts.STRIPE
        due = bool(course.checked_at and timed) and now - course.checked_at >= every_s
        if not (asked or due or not course.checked_at):
            return
        finished = self.checking.run() if asked or due else True
        if finished:
            self._keep(replace(course, checked_at=now))
            if asked:
                self.marks.set(CATALOGUE_WANTED, "", now)

    def _write(self, tally: Tally) -> None:
        try:
            self.writing.round(tally, takes_out=self.leaving.held() is None)
        finally:
            if tally.done or tally.calls:
                self._keep(self._course().wrote(tally.done, tally.calls, self.clock.now(), anew=False))

    def _course(self) -> Course:
        text = self.marks.get(CATALOGUE)
        return loads(Course, text) if text else Course()

    def _keep(self, course: Course) -> None:
        self.marks.set(CATALOGUE, dumps(course), self.clock.now())


def _one_after_the_other(refused: Problem) -> Problem:
    return Problem(
        title="Stripe refuses one stock code after the other",
        message=f"Stripe refused every stock code of a round, the last one so: {refused.message}",
        press="Correct what Stripe does not take, such as a code in catalogue.tax_codes; the catalogue goes on then.",
        code="catalogue.all_refused",
    )
