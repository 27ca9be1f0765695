"""What every part of the sandbox works with: objects that are made, changed and told about in events."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from connectors.sandbox.clock import SandboxClock
from connectors.sandbox.faults import FaultScript
from connectors.sandbox.stripe.errors import missing
from connectors.sandbox.stripe.event_log import EventLog
from connectors.sandbox.stripe.ids import Ids
from connectors.sandbox.stripe.resources import blank
from connectors.sandbox.stripe.store import Obj, Row, Store

API_VERSION = "2026-10-28.endive"

# How Stripe names an object in "No such ...".
NOUNS: Mapping[str, str] = {
    "payment_intent": "payment_intent",
    "checkout.session": "checkout.session",
    "balance_transaction": "balance transaction",
    "invoice_payment": "invoice payment",
}


@dataclass(slots=True)
class StripeOptions:
    """How this sandbox's account behaves.

    Attributes:
        livemode: Whether its objects and keys are live ones.
        automatic_async: Whether a card's charge first shows ``balance_transaction`` null, as Stripe's default capture
            method does; the money then comes with ``Trading.settle``.
        rate_limits: Whether calls are limited.
        global_per_s: Calls a second for the account; 25 in Stripe's sandboxes (docs.stripe.com/rate-limits).
        endpoint_per_s: Calls a second for one end-point.
        fee_tax_percent: Tax on Stripe's fees, a fee detail of its own; 0 where fees are not taxed.
        fees_with_payment: Whether payments are booked with their fee; else Stripe takes it later by itself.
        account_tail: Ten letters and digits that tell this account's id and objects from another's; empty for those of
            the terms.
        also_held: Further currencies in which the account holds a balance and has a bank, beside those of the terms.
        also_sold: Currencies that it does not hold and sells in once in a while, all with a rate in the terms.
        pay_at: Where the pages of checkout sessions are, without a trailing slash.
        link_at: The same of payment links.
    """

    livemode: bool = False
    automatic_async: bool = True
    rate_limits: bool = False
    global_per_s: int = 25
    endpoint_per_s: int = 25
    fee_tax_percent: int = 0
    fees_with_payment: bool = True
    account_tail: str = ""
    also_held: tuple[str, ...] = ()
    also_sold: tuple[str, ...] = ("gbp",)
    pay_at: str = "https://checkout.stripe.com/c/pay"
    link_at: str = "https://buy.stripe.com"


@dataclass(frozen=True, slots=True)
class Engine:
    """The parts that share one account.

    Attributes:
        store: All state.
        events: The account's events.
        ids: Where new ids come from.
        clock: The sandbox's time.
        faults: The trouble in force.
        options: How the account behaves.
        chance: Source of every random choice beyond ids.
        account_id: The account's own id.
    """

    store: Store
    events: EventLog
    ids: Ids
    clock: SandboxClock
    faults: FaultScript
    options: StripeOptions
    chance: random.Random
    account_id: str

    def moment(self, at: int | None) -> int:
        """Return ``at``, or the clock's present second."""
        return self.clock.now() if at is None else at

    def draft(self, kind: str, at: int, /, **fields: Any) -> Obj:
        """Return a new object of a kind made at ``at``, not stored yet; ``id`` is minted unless given."""
        body = blank(kind)
        if "created" in body:
            body["created"] = at
        if "livemode" in body:
            body["livemode"] = self.options.livemode
        if "id" not in fields:
            body["id"] = self.ids.mint(kind, at)
        body.update(fields)
        return body

    def add(self, body: Obj, event: str | None, *, at: int, inner: Obj | None = None) -> Obj:
        """Store a new object and tell of it."""
        with self.store.transaction():
            self.store.insert(body, inner)
            if event is not None:
                self.events.record(event, body, at=at)
        return body

    def change(self, object_id: str, changes: Obj, event: str | None = None, *, at: int) -> Obj:
        """Change fields of an object and tell of it; ``*.updated`` events carry the old values that differ.

        Returns the object as it now is. No event is made when an ``*.updated`` would say nothing.
        """
        with self.store.transaction():
            body = self.row(object_id).body
            previous = {name: body.get(name) for name, value in changes.items() if body.get(name) != value}
            body.update(changes)
            self.store.update(body)
            if event is not None and (previous or not event.endswith(".updated")):
                self.tell(event, body, at=at, previous=previous if event.endswith(".updated") else None)
        return body

    def tell(self, event: str, body: Obj, *, at: int, previous: Obj | None = None) -> None:
        """Make one more event about an object as it is."""
        self.events.record(event, body, at=at, previous=previous)

    def row(self, object_id: str, kind: str | None = None, *, param: str = "id", status: int = 404) -> Row:
        """Return a stored object, living or deleted.

        Raises:
            StripeRefusal: With ``status`` when there is none of that kind.
        """
        row = self.store.find(object_id)
        if row is None or (kind is not None and row.kind != kind):
            noun = kind or "object"
            raise missing(NOUNS.get(noun, noun), object_id, param=param, status=status)
        return row

    def get(self, object_id: str, kind: str | None = None, *, param: str = "id") -> Obj:
        """Return a stored object's body; raises as ``row`` does."""
        return self.row(object_id, kind, param=param).body
