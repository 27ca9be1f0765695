"""Close days: where summary journals are made by the day, see to it that each day that has ended is decided."""

from dataclasses import dataclass
from datetime import date, timedelta

from agent.domain.cases.day_case import day_id
from agent.domain.days import closes_at, day_at
from agent.domain.events import DAY, DAY_CLOSED, Event
from agent.domain.reports import JobReport
from agent.domain.settings import Values
from agent.ports import Clock, Inbox, Outbox, Summaries
from jobs.poll import WATERMARK


@dataclass(slots=True)
class CloseDays:
    """One look for days that have ended with something left to their journal.

    Attributes:
        inbox: Where the days go.
        outbox: Days that were posted before.
        summaries: What is left to summary journals.
        clock: Time of the agent.
        values: Settings.
    """

    inbox: Inbox
    outbox: Outbox
    summaries: Summaries
    clock: Clock
    values: Values

    def run(self) -> JobReport:
        """Put every day into the inbox that is over, read to its end, and not posted although something is left."""
        last = self._last_closed() if self.values.text("posting.summary") == DAY else ""
        if not last:
            return JobReport()
        zone, now = self.values.text("site.time_zone"), self.clock.now()
        left = self.summaries.left_before(self.values.text("syspro.company"), closes_at(last, zone))
        found = {(day_at(one.moved.created_at, zone), one.moved.currency) for one in left}
        days = sorted({self._open(day, currency, last) for day, currency in found} - {""})
        new = [self._event(subject, now) for subject in days if self.inbox.unfinished(subject) is None]
        self.inbox.add(new, now)
        return JobReport(done=len(new))

    def _last_closed(self) -> str:
        """Return the last day whose end Stripe was read past by more than its look-back; empty for none."""
        read_until = self.inbox.watermark(WATERMARK)
        if read_until is None:
            return ""
        zone, back_s = self.values.text("site.time_zone"), self.values.integer("stripe.look_back_s")
        today = date.fromisoformat(day_at(read_until - back_s, zone))
        return (today - timedelta(days=1)).isoformat()

    def _open(self, day: str, currency: str, last: str) -> str:
        """Return the subject of a day; where it is posted already, of the last day, and empty where that is, too."""
        subjects = (day_id(day, currency), day_id(last, currency))
        return next((subject for subject in subjects if not self._done(subject)), "")

    def _done(self, subject: str) -> bool:
        return self.outbox.sent(subject) is not None or self.outbox.ignored_by_person(subject)

    def _event(self, subject: str, now: int) -> Event:
        return Event(
            id=f"{subject}_{now}",
            type=DAY_CLOSED,
            created_at=now,
            object_id=subject,
            object_type=DAY,
            livemode=False,
        )
