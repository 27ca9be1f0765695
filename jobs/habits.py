"""What was usual before a payment, gathered for its decision; and days without payments, told once they are over."""

from dataclasses import dataclass
from datetime import date, timedelta

from agent.domain.attempts import Discrepancy
from agent.domain.days import closes_at, day_at
from agent.domain.documents import party_key
from agent.domain.facts import Facts
from agent.domain.habits.checks import OFF, wanted
from agent.domain.habits.days import DayCount, quiet
from agent.domain.habits.past import Habits
from agent.domain.json_reader import BadJsonError
from agent.domain.money import UnknownCurrencyError
from agent.domain.payer import payer_of
from agent.domain.payment import payment_of
from agent.domain.reports import JobReport
from agent.domain.settings import Values
from agent.ports import Clock, Discrepancies, HabitStore, Inbox
from jobs.sweep import WATERMARK

#: Area of the warnings about days.
AREA = "habits"

_MOST_OF_PAYER, _MOST_OF_ALL, _MOST_CUSTOMERS = 60, 60, 5

#: Days that are looked at again, and weeks before each.
_DAYS, _WEEKS = 7, 8


def habits_of(facts: Facts, store: HabitStore, policy: Values) -> Habits | None:
    """Return what was usual before a payment; ``None`` where no check asks for it, or it is no payment."""
    checks = wanted(policy)
    if not checks or facts.stripe.subject_type != "charge":
        return None
    try:
        payment, payer = payment_of(facts, policy), payer_of(facts)
    except (BadJsonError, UnknownCurrencyError):
        return None  # decide() meets the same and holds the payment with the reason
    party = party_key(payer.id, payment.amount.currency) if payer.id else ""
    about = (facts.company, party, facts.stripe.subject)
    own = store.of_payer(*about, _MOST_OF_PAYER) if party and checks.keys() & {"amount", "duplicate"} else ()
    everybody = checks.keys() & {"amount", "fees"}
    settled = next((one.currency for one in facts.stripe.balance_transactions), payment.amount.currency)
    rows = store.of_all(settled, payment.created_at, facts.stripe.subject, _MOST_OF_ALL) if everybody else ()
    amounts = tuple(amount for amount, _ in rows) if settled == payment.amount.currency else ()
    customers = store.customers(*about, _MOST_CUSTOMERS) if party and "customer" in checks else ()
    return Habits(tuple(own), amounts, tuple(fee for _, fee in rows), tuple(customers))


@dataclass(frozen=True, slots=True)
class WatchDays:
    """One look at the days of the last week.

    Attributes:
        habits: How many payments each day had.
        inbox: How far Stripe's journal was read.
        discrepancies: Where warnings are opened and closed.
        clock: Time of the agent.
        values: The settings in force.
    """

    habits: HabitStore
    inbox: Inbox
    discrepancies: Discrepancies
    clock: Clock
    values: Values

    def run(self) -> JobReport:
        """Tell of each day of the last week that was without payments, unless it usually is; return how many."""
        now = self.clock.now()
        read_until = self.inbox.watermark(WATERMARK)
        if self.values.text("checks.quiet_day") == OFF or read_until is None:
            return JobReport()
        zone = self.values.text("site.time_zone")
        today = date.fromisoformat(day_at(now, zone))
        told = 0
        for back in range(1, _DAYS + 1):
            day = today - timedelta(days=back)
            if closes_at(day.isoformat(), zone) > read_until:
                continue
            sentence = quiet(self._count(day, zone), self._weeks_before(day, zone))
            found = [Discrepancy(day.isoformat(), f"{AREA}.quiet_day", sentence)] if sentence else []
            self.discrepancies.replace(AREA, day.isoformat(), found, now)
            told += len(found)
        return JobReport(done=told)

    def _weeks_before(self, day: date, zone: str) -> list[DayCount]:
        """Return the same weekday of the weeks before, as far as Stripe's journal goes back."""
        counts = [self._count(day - timedelta(weeks=week), zone) for week in range(1, _WEEKS + 1)]
        while counts and not counts[-1].payments:
            counts.pop()
        return counts

    def _count(self, day: date, zone: str) -> DayCount:
        before = (day - timedelta(days=1)).isoformat()
        count = self.habits.payments_between(closes_at(before, zone), closes_at(day.isoformat(), zone))
        return DayCount(day.isoformat(), count)
