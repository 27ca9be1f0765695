"""Watch disputes: open ones are read again at Stripe, and those to be answered soon ask for attention.

A dispute may be lost without an event that is young enough to be listed; what moved on unnoticed is decided again.
"""

from dataclasses import dataclass

from agent.domain.disputes import DUE, WATCH, Known, alarm, standing_of
from agent.domain.errors import NeedsPerson, Problem
from agent.domain.events import Event, Subject
from agent.domain.facts import StripeFacts
from agent.domain.json_reader import BadJsonError, JsonReader
from agent.domain.kinds import Receipt
from agent.domain.money import UnknownCurrencyError
from agent.domain.reports import JobReport
from agent.domain.settings import Values
from agent.ports import Clock, Discrepancies, Disputes, Inbox, ObjectReader, Outbox, Reports


@dataclass(frozen=True, slots=True)
class WatchDisputes:
    """One look at the open disputes.

    Attributes:
        reader: Stripe's objects.
        disputes: Which of them are open, as far as we know.
        inbox: Where fresh decisions are asked for.
        outbox: Our receipts, for the payers' names.
        discrepancies: Where alarms are opened and closed.
        reports: The alarms that are open.
        clock: Time of the agent.
        values: Settings.
    """

    reader: ObjectReader
    disputes: Disputes
    inbox: Inbox
    outbox: Outbox
    discrepancies: Discrepancies
    reports: Reports
    clock: Clock
    values: Values

    def run(self) -> JobReport:
        """Read each open dispute once; raise, keep or end its alarm; return how many moved on unnoticed."""
        seen, moved_on, problem = set(), 0, None
        for one in self.disputes.open(self.values.text("syspro.company")):
            seen.add(one.id)
            try:
                moved_on += self._watch(one)
            except NeedsPerson as error:
                # The others are watched all the same; its alarm stays as it is.
                problem = error.problem
            except (BadJsonError, UnknownCurrencyError) as error:
                problem = _unusable(one.id, str(error))
        self._end_others(seen)
        return JobReport(done=moved_on, problem=problem)

    def _watch(self, one: Known) -> int:
        now = self.clock.now()
        facts = self.reader.read(Subject(one.id, "dispute", (), (), now))
        if facts is None:
            return 0
        days, zone = self.values.integer("disputes.alarm_days"), self.values.text("site.time_zone")
        found = alarm(facts, payer=self._payer(facts), now=now, days=days, zone=zone)
        self.discrepancies.replace(DUE, one.id, () if found is None else (found,), now)
        standing = standing_of(facts)
        return 0 if standing == one.standing else self.inbox.add([_event(one.id, standing, now)], now)

    def _end_others(self, seen: set[str]) -> None:
        """End the alarms of disputes that an event has told to be over meanwhile."""
        for row in self.reports.discrepancies():
            if row.area == DUE and row.subject not in seen:
                self.discrepancies.replace(DUE, row.subject, (), self.clock.now())

    def _payer(self, facts: StripeFacts) -> str:
        """Return the name on our receipt of the disputed payment; empty where we made none."""
        charge_id = JsonReader(facts.objects.get("dispute"), "dispute").id_of("charge")
        bodies = (document.draft.body for document in self.outbox.about([charge_id]))
        return next((body.narration for body in bodies if isinstance(body, Receipt)), "")


def _event(dispute_id: str, standing: str, now: int) -> Event:
    return Event(
        id=f"{WATCH}_{dispute_id}_{standing}_{now // 86400}",
        type=WATCH,
        created_at=now,
        object_id=dispute_id,
        object_type="dispute",
        livemode=False,
    )


def _unusable(dispute_id: str, why: str) -> Problem:
    return Problem(
        title="A dispute cannot be read",
        message=f"Stripe's answer about {dispute_id} cannot be used: {why}",
        press="Look at the dispute in the Stripe Dashboard.",
        code="dispute.unusable",
    )
