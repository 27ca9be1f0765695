"""Stripe as a stream of notices, and as the journal of its balance. May import: ``agent.domain``, ``agent.ports``."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from agent.domain.errors import Misconfigured, Problem
from agent.domain.events import MAX_TYPES_PER_REQUEST, BalanceTransaction, Event
from agent.domain.json_reader import BadJsonError, JsonReader
from agent.domain.money import Money, UnknownCurrencyError
from connectors.stripe.answers import Member
from connectors.stripe.client import Connection
from connectors.stripe.errors import shortened, unusable
from connectors.stripe.shapes import balance_transaction_of, event_of, minor, moment, unreadable_event

#: What ids of made-up events begin with.
BACKFILL = "backfill_"
#: Lists that replace events which are gone, in the order in which money moves, and the moment that each is asked by. No
#: list tells what changed when. A payout arrives days after it was made, and only then it is known to be paid. What
#: else changes later moves money, so that the journal of the balance shows it; only a dispute is lost in silence.
BACKFILL_LISTS = (
    ("charges", "created"),
    ("refunds", "created"),
    ("disputes", "created"),
    ("payouts", "created"),
    ("payouts", "arrival_date"),
)

# Parts of /v1/balance that are money of ours; `instant_available` is a view of `available`, not more money.
_BALANCE_PARTS = ("available", "pending", "connect_reserved")
_BALANCE_GROUPS = ("issuing", "refund_and_dispute_prefunding", "risk_reserved")

_BACKFILL_TYPES: Mapping[str, Mapping[str, str]] = {
    "charge": {"succeeded": "charge.succeeded", "pending": "charge.pending", "failed": "charge.failed"},
    "refund": {"": "refund.created"},
    "dispute": {"": "charge.dispute.created"},
    "payout": {"paid": "payout.paid", "failed": "payout.failed", "canceled": "payout.canceled", "": "payout.created"},
}
_RECONCILED = "payout.reconciliation_completed"


class StripeSource:
    """``EventSource`` over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def server_time(self) -> int:
        """Return Stripe's own time, Unix seconds UTC."""
        return self._connection.server_time()

    def events(self, since_at: int, until_at: int, types: Sequence[str]) -> Iterator[list[Event]]:
        """Yield pages of the events in ``[since_at, until_at)``, newest first within each group of 20 types.

        A member that cannot be read comes as an event of type ``unreadable``.

        Raises:
            Misconfigured: When live notices answer a test key, or the other way round.
        """
        live, account = self._connection.livemode, self._connection.account
        for group in _groups(types):
            params = _between(since_at, until_at) | ({"types": list(group)} if group else {})
            for page in self._connection.pages("/v1/events", params):
                events = [_event(member, since_at, live=live, account=account) for member in page]
                for event in events:
                    _same_mode(event, live=live)
                yield events

    def backfill(self, since_at: int, until_at: int) -> Iterator[list[Event]]:
        """Yield made-up events for charges, refunds, disputes and payouts created in ``[since_at, until_at)``.

        And for payouts that arrived then: their events' ids name the status as well, so that a payout that was told of
        when it was made is told of again.
        """
        live, account = self._connection.livemode, self._connection.account
        for name, by in BACKFILL_LISTS:
            for page in self._connection.pages(f"/v1/{name}", _between(since_at, until_at, by)):
                events = [_made_up(member, by, since_at, live=live, account=account) for member in page]
                for event in events:
                    _same_mode(event, live=live)
                yield events

    def balance_transactions(self, since_at: int, until_at: int) -> Iterator[list[BalanceTransaction]]:
        """Yield pages of all balance transactions created in ``[since_at, until_at)``.

        Raises:
            NeedsPerson: After the last page, when members could not be read; all others were yielded before.
        """
        bad: list[str] = []
        for page in self._connection.pages("/v1/balance_transactions", _between(since_at, until_at)):
            yield list(_readable(page, bad))
        if bad:
            more = f" And {len(bad) - 3} more." if len(bad) > 3 else ""
            raise unusable(f"{len(bad)} of Stripe's balance transactions", " ".join(bad[:3]) + more)

    def balance(self) -> dict[str, Money]:
        """Return Stripe's balance by currency: everything that the sum of all balance transactions counts.

        Raises:
            NeedsPerson: When a part has a wrong type, or money lies in a currency that is not in Stripe's table.
        """
        try:
            return _balance(JsonReader(self._connection.get("/v1/balance"), "balance"))
        except (BadJsonError, UnknownCurrencyError) as error:
            raise unusable("Stripe's balance", str(error)) from error


def _groups(types: Sequence[str]) -> list[Sequence[str]]:
    """Return the types in groups that one request may name; no types at all are one group without a filter."""
    return [types[at : at + MAX_TYPES_PER_REQUEST] for at in range(0, max(1, len(types)), MAX_TYPES_PER_REQUEST)]


def _between(since_at: int, until_at: int, by: str = "created") -> dict[str, Any]:
    return {by: {"gte": since_at, "lt": until_at}}


def _event(member: Member, since_at: int, *, live: bool, account: str) -> Event:
    try:
        return event_of(member.value, member.text, account)
    except BadJsonError:
        return unreadable_event(member.value, member.text, created_at=since_at, livemode=live, account=account)


def _made_up(member: Member, by: str, since_at: int, *, live: bool, account: str) -> Event:
    try:
        return _event_for(JsonReader(member.value, "object"), by, live=live, account=account)
    except BadJsonError:
        aside = unreadable_event(member.value, member.text, created_at=since_at, livemode=live, account=account)
        return replace(aside, id=f"{BACKFILL}{aside.id}")


def _event_for(found: JsonReader, by: str, *, live: bool, account: str) -> Event:
    """Return the event that would have told of an object; its own state, not the type, decides later."""
    object_id, status = found.text("id"), found.optional_text("status")
    made_up = {
        "id": f"{BACKFILL}{object_id}" if by == "created" else f"{BACKFILL}{object_id}_{status}",
        "object": "event",
        "type": _type_for(found, status),
        "created": moment(found, by),
        # Refunds carry no livemode; the key that listed them tells.
        "livemode": found.raw.get("livemode", live),
        "data": {"object": found.raw},
    }
    return event_of(made_up, json.dumps(made_up, separators=(",", ":")), account)


def _type_for(found: JsonReader, status: str) -> str | None:
    """Return the type of event that says most about an object as it is now; ``None`` for a kind or state unheard of."""
    by_status = _BACKFILL_TYPES.get(found.text("object"), {})
    told = by_status.get(status) or by_status.get("")
    # Then it is known what the payout took along; one that came back is told of as that.
    reconciled = told in {"payout.paid", "payout.created"} and found.optional_text("reconciliation_status")
    return _RECONCILED if reconciled == "completed" else told


def _same_mode(event: Event, *, live: bool) -> None:
    if event.livemode != live:
        modes = ("live", "test") if event.livemode else ("test", "live")
        message = f"Event {event.id} is {modes[0]} money, but the key is for {modes[1]} money. Nothing was read in."
        press = "Check which key is set as stripe.key, and which address as stripe.api_base."
        raise Misconfigured(Problem("Live and test money are mixed", message, press, "stripe.livemode"))


def _readable(page: Sequence[Member], bad: list[str]) -> Iterator[BalanceTransaction]:
    """Yield the members that can be read, and note why the others cannot."""
    for member in page:
        try:
            yield balance_transaction_of(member.value)
        except BadJsonError as error:
            bad.append(shortened(str(error)))


def _balance(balance: JsonReader) -> dict[str, Money]:
    groups = [balance.optional_object(name) for name in _BALANCE_GROUPS]
    entries = chain(
        *(balance.objects(part) for part in _BALANCE_PARTS),
        *(group.objects(part) for group in groups for part in ("available", "pending")),
    )
    sums: dict[str, Money] = {}
    for entry in entries:
        amount, code = minor(entry, "amount"), entry.text("currency")
        if not amount and code not in sums:
            _note_zero(sums, code)
            continue
        sums[code] = sums.get(code, Money.zero(code)) + Money(amount, code)
    return sums


def _note_zero(sums: dict[str, Money], code: str) -> None:
    """Note an empty balance; one in a currency that we do not know hurts nobody."""
    try:
        sums[code] = Money.zero(code)
    except UnknownCurrencyError:
        return
