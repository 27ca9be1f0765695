"""Poll: bring Stripe's events into the inbox, oldest slice first, and never leave a gap.

Events appear late, so each look reaches back behind the watermark, and the watermark stays behind Stripe's clock.
Events are gone after 30 days; what is older is listed from the objects themselves before the events go on.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from agent.domain.allowance import WINDOW_S, Usage, allowance
from agent.domain.events import UNREADABLE, Event, Slice, groups_of_types
from agent.domain.reports import JobReport
from agent.domain.settings import Values
from agent.ports import Allowance, Clock, EventSource, Inbox, Ledger

#: Name of the watermark.
WATERMARK = "events"

#: Name of the mark where everything began: the sweep lists balance transactions from there.
START = "start"

#: Events are asked for at most this far back; Stripe keeps them for 30 days.
EVENT_REACH_S = 29 * 86400


@dataclass(slots=True)
class Poll:
    """One look at Stripe.

    Attributes:
        source: Stripe.
        inbox: Where events go.
        clock: Time of the agent.
        values: Settings.
        types: Event types that some flow wants.
        allowance: Reads that Stripe has seen from us.
        ledger: Payments of the last 30 days, by which Stripe allows reads.
    """

    source: EventSource
    inbox: Inbox
    clock: Clock
    values: Values
    types: frozenset[str]
    allowance: Allowance
    ledger: Ledger

    def run(self) -> JobReport:
        """List every slice from the watermark to Stripe's present and store each with its watermark."""
        until_at = self.source.server_time()
        since_at = self._since(until_at)
        if self.inbox.watermark(START) is None:
            self._store_mark(Slice(since_at, since_at, since_at))
        horizon_at = until_at - EVENT_REACH_S
        new = 0
        for stretch in self._slices(since_at, horizon_at, until_at):
            new += self._store(stretch, self._backfill(stretch))
        for stretch in self._slices(max(since_at, horizon_at), until_at, until_at):
            new += self._store(stretch, self._events(stretch))
        return JobReport(done=new, next_in_s=self._pause_s())

    def _pause_s(self) -> int:
        """Return the pause until the next look: as set, or longer where Stripe's read allowance runs short."""
        now = self.clock.now()
        usage = Usage(
            used=self.allowance.used(now),
            transactions=self.ledger.payments_since(now - WINDOW_S),
            reads_per_poll=len(groups_of_types(self.types)),
        )
        return allowance(
            usage,
            floor=self.values.integer("stripe.read_floor"),
            reads_per_transaction=self.values.integer("stripe.reads_per_transaction"),
            poll_every_s=self.values.integer("stripe.poll_every_s"),
        ).poll_every_s

    def _since(self, until_at: int) -> int:
        mark = self.inbox.watermark(WATERMARK)
        if mark is not None:
            return mark - self.values.integer("stripe.look_back_s")
        day = self.values.day("stripe.start_on")
        zone = ZoneInfo(self.values.text("site.time_zone"))
        if day is None:
            today = datetime.fromtimestamp(until_at, UTC).astimezone(zone)
            return int(today.replace(hour=0, minute=0, second=0, microsecond=0).timestamp())
        return int(datetime(day.year, day.month, day.day, tzinfo=zone).timestamp())

    def _slices(self, since_at: int, end_at: int, until_at: int) -> Iterator[Slice]:
        length_s = self.values.integer("stripe.slice_s")
        latest_mark = until_at - self.values.integer("stripe.hold_back_s")
        for start_at in range(since_at, end_at, length_s):
            stop_at = min(start_at + length_s, end_at)
            yield Slice(start_at, stop_at, min(stop_at, latest_mark))

    def _backfill(self, stretch: Slice) -> Iterator[list[Event]]:
        """Yield what stands for the events that are gone, as far as a flow wants them."""
        wanted = {*self.types, UNREADABLE}
        for page in self.source.backfill(stretch.since_at, stretch.until_at):
            yield [event for event in page if event.type in wanted]

    def _events(self, stretch: Slice) -> Iterator[list[Event]]:
        for group in groups_of_types(self.types):
            yield from self.source.events(stretch.since_at, stretch.until_at, group)

    def _store(self, stretch: Slice, pages: Iterator[list[Event]]) -> int:
        """Store a slice page by page; the watermark moves with the last page, when all of the slice is there."""
        new = 0
        last: list[Event] = []
        for page in pages:
            new += self.inbox.add(last, self.clock.now()) if last else 0
            last = page
        return new + self.inbox.store_slice(WATERMARK, stretch, last, self.clock.now())

    def _store_mark(self, start: Slice) -> None:
        self.inbox.store_slice(START, start, (), self.clock.now())
