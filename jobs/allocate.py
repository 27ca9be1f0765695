"""Allocate: when SYSPRO has invoiced the order of a payment, its money on account goes to that invoice by itself.

This job only finds out for whom that is due, many orders in one question; each is then decided like everything else.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from agent.domain.allocations import ALLOCATE, ALLOCATION, OpenReceipt, subject_for
from agent.domain.errors import Problem
from agent.domain.events import Event
from agent.domain.facts import ErpOrder
from agent.domain.fitting import bare_key
from agent.domain.marks import ALLOCATED_UP_TO
from agent.domain.reports import JobReport
from agent.domain.settings import Values
from agent.ports import Clock, ErpReader, Inbox, Marks, OnAccount

#: Most receipts looked at in one round.
_BATCH = 2000

#: Allocations that SYSPRO may refuse before no more are made: it may not take payments of nothing at this site.
_MOST_PARKED = 5

_REFUSED = Problem(
    title="SYSPRO refuses to allocate",
    message=f"SYSPRO has refused {_MOST_PARKED} allocations of money on account or more; no further ones are made.",
    press="See to those that are parked, or set receipts.allocate to none and allocate by hand.",
    code="allocate.refused",
)


@dataclass(slots=True)
class Allocate:
    """One look at the orders behind money on account.

    Attributes:
        erp: SYSPRO's orders.
        receipts: Our receipts that may still be on account.
        inbox: Where decisions are asked for.
        marks: How far the rounds have come; they begin anew at the end.
        clock: Time of the agent.
        values: Settings.
    """

    erp: ErpReader
    receipts: OnAccount
    inbox: Inbox
    marks: Marks
    clock: Clock
    values: Values

    def run(self) -> JobReport:
        """Ask SYSPRO about the orders of the next receipts, and have those decided that are invoiced by now."""
        company = self.values.text("syspro.company")
        if self.receipts.parked(company) >= _MOST_PARKED:
            return JobReport(problem=_REFUSED)
        after_id = int(self.marks.get(ALLOCATED_UP_TO) or 0)
        found = self.receipts.open_receipts(company, after_id, _BATCH)
        # Where people allocate, only what was given back before it was invoiced is to be credited.
        looked_at = found if self.values.text("receipts.allocate") != "none" else [one for one in found if one.refunds]
        due = self._due(looked_at) if looked_at else []
        now = self.clock.now()
        added = self.inbox.add(due, now) if due else 0
        more = len(found) == _BATCH
        if more or after_id:
            self.marks.set(ALLOCATED_UP_TO, str(found[-1].id) if more else "", now)
        return JobReport(done=added, more=more)

    def _due(self, receipts: Sequence[OpenReceipt]) -> list[Event]:
        with self.erp.session() as session:
            orders = {bare_key(order.number): order for order in session.orders([one.sales_order for one in receipts])}
        now = self.clock.now()
        found = ((one, orders.get(bare_key(one.sales_order))) for one in receipts)
        return [_event(one, order, now) for one, order in found if _is_due(order)]


def _is_due(order: ErpOrder | None) -> bool:
    """Return whether there is something to decide; an order that is gone is decided once, so as not to be asked of."""
    return order is None or order.invoiced or order.cancelled


def _event(receipt: OpenReceipt, order: ErpOrder | None, now: int) -> Event:
    """Return the event that asks for a decision: one a day, and more where anything has changed."""
    standing = f"{order.status}_{order.last_invoice}" if order else "gone"
    subject = subject_for(receipt.charge_id)
    return Event(
        id=f"{ALLOCATE}_{subject}_{standing}_{receipt.allocations}_{receipt.refunds}_{now // 86400}",
        type=ALLOCATE,
        created_at=now,
        object_id=subject,
        object_type=ALLOCATION,
        livemode=False,
    )
