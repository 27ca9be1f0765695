"""Sweep: Stripe's balance transactions are the journal of all money; what events missed of it is decided now."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from agent.domain.errors import NeedsPerson
from agent.domain.events import SWEEP, BalanceTransaction, Event, Slice, subject_of
from agent.domain.late import day_of
from agent.domain.marks import OPENING, OPENING_DAYS
from agent.domain.reports import JobReport
from agent.ports import Clock, EventSource, Inbox, Ledger, Marks
from jobs.poll import START
from jobs.poll import WATERMARK as EVENT_WATERMARK

#: Name of the watermark.
WATERMARK = "balance_transactions"

#: Balance transactions show up after their own time stamp; others look back ten minutes, two days cost hardly more.
LOOK_BACK_S = 2 * 86400

#: How many days are listed again to find what came late.
LATE_DAYS = 35

#: Most movements decided by one run.
_BATCH = 1000


@dataclass(slots=True)
class Sweep:
    """One search for what events missed.

    Attributes:
        source: Stripe.
        ledger: Our copy of Stripe's journal.
        inbox: Where what was missed goes.
        marks: Where the opening balance is kept.
        clock: Time of the agent.
    """

    source: EventSource
    ledger: Ledger
    inbox: Inbox
    marks: Marks
    clock: Clock

    def run(self) -> JobReport:
        """Store the balance transactions since the last sweep and see to it that each has a decision to come."""
        problem = None
        try:
            self.bring_up()
        except NeedsPerson as error:
            # All that could be read is stored; the watermark stays, so that the rest is tried again.
            problem = error.problem
        now = self.clock.now()
        missed = self._decide(self.ledger.undecided(_BATCH, now), now)
        return JobReport(done=missed, more=problem is None and missed == _BATCH, problem=problem)

    def due(self) -> JobReport:
        """See to it that payments are decided whose money is available by now; asks nothing of Stripe."""
        now = self.clock.now()
        due = self._decide(self.ledger.due(_BATCH, now), now)
        return JobReport(done=due, more=due == _BATCH)

    def _decide(self, moved: Sequence[BalanceTransaction], now: int) -> int:
        decide_next(self.inbox, moved, now)
        return len(moved)

    def bring_up(self) -> int:
        """Store the balance transactions since the last sweep; return how many were new.

        Raises:
            NeedsPerson: When some could not be read; all others are stored.
        """
        started_at = self.inbox.watermark(START)
        if started_at is None or self.inbox.watermark(EVENT_WATERMARK) is None:
            return 0
        until_at = self.source.server_time()
        self._open(started_at)
        mark = self.inbox.watermark(WATERMARK)
        since_at = started_at if mark is None else max(started_at, mark - LOOK_BACK_S)
        new = 0
        for page in self.source.balance_transactions(since_at, until_at):
            new += self.ledger.store(page, self.clock.now())
        self.inbox.store_slice(WATERMARK, Slice(since_at, until_at, until_at), (), self.clock.now())
        return new

    def _open(self, started_at: int) -> None:
        """Add up, once, all movements before the first day: Stripe's balance did not begin with us."""
        if self.marks.get(OPENING):
            return
        opening: Counter[str] = Counter()
        days: Counter[tuple[str, int]] = Counter()
        since_at = recent_days(started_at)
        for page in self.source.balance_transactions(0, started_at):
            for transaction in page:
                opening[transaction.currency] += transaction.net_minor
                if transaction.created_at >= since_at:
                    days[transaction.currency, day_of(transaction)] += transaction.net_minor
        now = self.clock.now()
        self.marks.set(OPENING_DAYS, json.dumps([[*key, minor] for key, minor in sorted(days.items())]), now)
        self.marks.set(OPENING, json.dumps(opening), now)


def recent_days(started_at: int) -> int:
    """Return the first moment of the days before the first one whose sums are kept one by one, Unix seconds UTC."""
    return max(0, (started_at // 86400 - LATE_DAYS) * 86400)


def decide_next(inbox: Inbox, moved: Sequence[BalanceTransaction], now: int) -> None:
    """Have the subjects of these movements decided, as if Stripe had told us of them just now."""
    inbox.add([_as_event(transaction, now) for transaction in moved], now)


def _as_event(transaction: BalanceTransaction, now: int) -> Event:
    """Return what stands for the event that never came; another one each time, as long as the subject is undecided."""
    subject, object_type = subject_of(transaction)
    return Event(
        id=f"sweep_{subject}_{now}",
        type=SWEEP,
        created_at=transaction.created_at,
        object_id=subject,
        object_type=object_type,
        livemode=False,
    )
