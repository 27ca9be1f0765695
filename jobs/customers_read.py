"""Look at the customers of both sides: what changed, what is gone. Nothing is written to either side here."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from agent.domain.customers.kept import StripeCustomer
from agent.domain.customers.rules import Rules
from agent.domain.erp import CUSTOMERS, CustomerRow
from agent.domain.errors import NeedsPerson, Problem
from agent.domain.events import Event
from agent.ports import Clock, CustomerDirectory, CustomerStore, EventSource, TableSession

#: Events that tell of a change of a customer.
EVENTS = (
    "customer.created",
    "customer.updated",
    "customer.deleted",
    "customer.tax_id.created",
    "customer.tax_id.updated",
    "customer.tax_id.deleted",
)

#: So many may always be gone at once, whatever share of all they are.
_ALWAYS_GONE = 10


@dataclass(frozen=True, slots=True)
class ReadCustomers:
    """Looks at both sides.

    Attributes:
        directory: Stripe's customers.
        source: Stripe's events.
        store: What is known.
        clock: Time of the agent.
        rules: The site's rules.
        most_gone: Most SYSPRO customers that may be gone at once, in per cent of those known.
        stopping: Says whether the engine wants to stop.
        seen: Events of the last look, because looks overlap.
    """

    directory: CustomerDirectory
    source: EventSource
    store: CustomerStore
    clock: Clock
    rules: Rules
    most_gone: int
    stopping: Callable[[], bool]
    seen: set[str] = field(default_factory=set)

    def changed(self, session: TableSession) -> bool:
        """Note what changed in SYSPRO since the last look; return whether it came to its end."""
        for page in session.changes(CUSTOMERS, self.store.mark(self.rules.company)):
            if self.stopping():
                return False
            self.note(page.rows)
            self.store.set_mark(self.rules.company, page.watermark)
        return True

    def everything(self, session: TableSession) -> tuple[bool, Problem | None]:
        """Read all SYSPRO customers; return whether it came to its end, and what a person has to see to."""
        # Whatever changes from here on is seen by the next look, even if the reading below misses it.
        if session.tells_changes() and not self.changed(session):
            return False, None
        known = self.store.sources(self.rules.company)
        total = len(known)
        for page in session.changes(CUSTOMERS):
            if self.stopping():
                return False, None
            noted = [self.rules.noted(row) for row in page.rows]
            # Through e.net every reading yields everything: what is known as it is changes nothing.
            self.store.note_erp(self.rules.company, [one for one in noted if known.get(one.customer) != one.source])
            for row in page.rows:
                known.pop(row.customer, None)
        return True, self._gone(sorted(known), total)

    def note(self, rows: Sequence[CustomerRow]) -> None:
        """Note these SYSPRO customers as they were just read."""
        self.store.note_erp(self.rules.company, [self.rules.noted(row) for row in rows])

    def listed(self) -> tuple[bool, Problem | None]:
        """List all of Stripe's customers; return whether it came to its end, and what a person has to see to."""
        began_at = self.clock.now()
        try:
            for page in self.directory.all():
                if self.stopping():
                    return False, None
                self.met(page)
        except NeedsPerson as error:
            # One of them cannot be read, so that none can be said to be missing.
            return True, error.problem
        self.store.missing_stripe(self.rules.company, began_at, self.clock.now())
        return True, None

    def told(self, since_at: int, until_at: int) -> Problem | None:
        """Read again what Stripe's events between two moments (Unix seconds UTC) tell of, each event once.

        Returns:
            What a person has to see to: a customer that cannot be read; it is in nobody's way.
        """
        events, ids = set(), dict[str, None]()
        for page in self.source.events(since_at, until_at, EVENTS):
            events |= {event.id for event in page}
            # One that cannot be read names no customer; a listing finds what it tells of.
            news = [event for event in page if event.id not in self.seen]
            ids |= dict.fromkeys(filter(None, map(_customer_of, news)))
        problem = None
        for stripe_id in ids:
            try:
                self.met([self.read(stripe_id)])
            except NeedsPerson as error:
                problem = error.problem
        self.seen.clear()
        self.seen.update(events)
        return problem

    def read(self, stripe_id: str) -> StripeCustomer:
        """Return a Stripe customer as it is now; one that Stripe does not have at all counts as deleted."""
        try:
            return self.directory.read(stripe_id)
        except NeedsPerson as error:
            if not error.problem.code.startswith("stripe.not_found"):
                raise
            return StripeCustomer(stripe_id, deleted=True)

    def met(self, found: Sequence[StripeCustomer], *, compared: bool = False) -> None:
        """Note Stripe customers as they were just read; ``compared`` where a link is compared with just that."""
        named = [(one, self.rules.named(one.metadata)) for one in found]
        self.store.note_stripe(self.rules.company, named, self.clock.now(), compared=compared)

    def _gone(self, gone: Sequence[str], total: int) -> Problem | None:
        if len(gone) > _ALWAYS_GONE and len(gone) * 100 > self.most_gone * total:
            message = (
                f"SYSPRO company {self.rules.company} shows {total - len(gone):,} of the {total:,} customers that it "
                f"had. {len(gone):,} at once are more than customer_links.most_gone allows ({self.most_gone} per "
                "cent), so no link was closed."
            )
            press = (
                "Look whether SYSPRO's database is complete; where it is right, set customer_links.most_gone to 100."
            )
            return Problem("Many customers are missing", message, press, "customer_links.most_gone")
        for chunk in _chunks(gone):
            self.store.gone_erp(self.rules.company, chunk, self.clock.now())
        return None


def _customer_of(event: Event) -> str:
    """Return the customer that an event tells of; empty for none. A tax id names the customer whose it is."""
    if event.object_type == "customer":
        return event.object_id
    try:
        owner = json.loads(event.payload)["data"]["object"]["customer"] if event.object_type == "tax_id" else ""
    except (ValueError, KeyError, TypeError):
        return ""
    return owner if isinstance(owner, str) else ""


def _chunks(codes: Sequence[str]) -> Iterator[Sequence[str]]:
    return (codes[start : start + 500] for start in range(0, len(codes), 500))
