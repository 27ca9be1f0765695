"""Sweep: Stripe's balance transactions are the journal of all money; what events missed of it is decided now."""

from dataclasses import dataclass

from agent.domain.events import BalanceTransaction, Event, Slice
from agent.domain.reports import JobReport
from agent.domain.settings import Values
from agent.ports import Clock, EventSource, Inbox, Ledger
from jobs.poll import START
from jobs.poll import WATERMARK as EVENT_WATERMARK

#: Name of the watermark.
WATERMARK = "balance_transactions"

#: Balance transactions show up minutes after their own time stamp. Source: tap-stripe's look-back of 600 s.
LOOK_BACK_S = 600

#: Most missed payments put into the inbox by one run.
_BATCH = 1000


@dataclass(slots=True)
class Sweep:
    """One search for what events missed.

    Attributes:
        source: Stripe.
        ledger: Our copy of Stripe's journal.
        inbox: Where the missed payments go.
        clock: Time of the agent.
        values: Settings.
    """

    source: EventSource
    ledger: Ledger
    inbox: Inbox
    clock: Clock
    values: Values

    def run(self) -> JobReport:
        """Store the balance transactions since the last sweep and put undecided payments into the inbox."""
        started_at = self.inbox.watermark(START)
        if started_at is None or self.inbox.watermark(EVENT_WATERMARK) is None:
            return JobReport()
        until_at = self.source.server_time()
        mark = self.inbox.watermark(WATERMARK)
        since_at = started_at if mark is None else mark - LOOK_BACK_S
        now = self.clock.now()
        for page in self.source.balance_transactions(since_at, until_at):
            self.ledger.store(page, now)
        missed = self.ledger.undecided_sources(_BATCH)
        self.inbox.add([_as_event(transaction) for transaction in missed], now)
        self.inbox.store_slice(WATERMARK, Slice(since_at, until_at, until_at), (), now)
        return JobReport(done=len(missed), more=len(missed) == _BATCH)


def _as_event(transaction: BalanceTransaction) -> Event:
    return Event(
        id=f"sweep_{transaction.source_id}",
        type="charge.succeeded",
        created_at=transaction.created_at,
        object_id=transaction.source_id,
        object_type="charge",
        livemode=False,
    )
