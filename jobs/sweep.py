"""Sweep: Stripe's balance transactions are the journal of all money; what events missed of it is decided now."""

import json
from collections import Counter
from dataclasses import dataclass

from agent.domain.decisions import Decision, Outcome
from agent.domain.errors import NeedsPerson
from agent.domain.events import BalanceTransaction, Event, Slice, Subject
from agent.domain.facts import ErpFacts, Facts, StripeFacts
from agent.domain.mapping import MappingRevision
from agent.domain.marks import OPENING
from agent.domain.money import Money
from agent.domain.reports import JobReport
from agent.ports import Clock, EventSource, Inbox, Ledger, Marks, Outbox
from jobs.poll import START
from jobs.poll import WATERMARK as EVENT_WATERMARK

#: Name of the watermark.
WATERMARK = "balance_transactions"

#: Balance transactions show up after their own time stamp; others look back ten minutes, two days cost hardly more.
LOOK_BACK_S = 2 * 86400

#: Most movements decided by one run.
_BATCH = 1000


@dataclass(slots=True)
class Sweep:
    """One search for what events missed.

    Attributes:
        source: Stripe.
        ledger: Our copy of Stripe's journal.
        inbox: Where the missed payments go.
        outbox: Where movements that no flow posts are held.
        marks: Where the opening balance is kept.
        clock: Time of the agent.
        mapping: Revision in force.
    """

    source: EventSource
    ledger: Ledger
    inbox: Inbox
    outbox: Outbox
    marks: Marks
    clock: Clock
    mapping: MappingRevision

    def run(self) -> JobReport:
        """Store the balance transactions since the last sweep and see to it that each has a decision to come."""
        problem = None
        try:
            self.bring_up()
        except NeedsPerson as error:
            # All that could be read is stored; the watermark stays, so that the rest is tried again.
            problem = error.problem
        missed = self.ledger.undecided_sources(_BATCH)
        others = self.ledger.undecided_movements(_BATCH)
        now = self.clock.now()
        self.inbox.add([_as_event(transaction, now) for transaction in missed], now)
        for transaction in others:
            self._hold(transaction, now)
        more = problem is None and _BATCH in {len(missed), len(others)}
        return JobReport(done=len(missed) + len(others), more=more, problem=problem)

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
        for page in self.source.balance_transactions(0, started_at):
            for transaction in page:
                opening[transaction.currency] += transaction.net_minor
        self.marks.set(OPENING, json.dumps(opening), self.clock.now())

    def _hold(self, transaction: BalanceTransaction, now: int) -> None:
        """Hold a movement that is no payment, so that it is seen and named, until a flow posts it or a person does."""
        company = self.mapping.company
        stripe = StripeFacts(transaction.id, "balance_transaction", {}, (transaction,))
        amount = Money(transaction.amount_minor, transaction.currency)
        what = transaction.reporting_category.replace("_", " ") or transaction.type.replace("_", " ")
        source = f" ({transaction.source_id})" if transaction.source_id else ""
        decision = Decision(
            transaction.id,
            Outcome.HELD,
            f"Stripe moved {amount} as {what}{source}, which no flow posts yet. Book it by hand and ignore it here, or "
            "leave it.",
            f"no_flow.{transaction.reporting_category}",
            revision=self.mapping.number,
            amount=amount,
        )
        facts = Facts(company, stripe, ErpFacts(), read_at=now)
        subject = Subject(transaction.id, "balance_transaction", (), (), transaction.created_at)
        self.outbox.apply(decision, facts, subject, now)


def _as_event(transaction: BalanceTransaction, now: int) -> Event:
    """Return what stands for the event that never came; another one each day, as long as the payment is undecided."""
    return Event(
        id=f"sweep_{transaction.id}_{now // 86400}",
        type="charge.succeeded",
        created_at=transaction.created_at,
        object_id=transaction.source_id,
        object_type="charge",
        livemode=False,
    )
