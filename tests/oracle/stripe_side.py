"""What Stripe says, read out of the Stripe sandbox's file. Knows nothing of the product: see `tests/house/layers.py`."""

import json
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Moved:
    """One balance transaction; amounts in minor units of the settlement currency."""

    id: str
    at: int
    amount: int
    fee: int
    net: int
    currency: str
    type: str
    category: str
    source: str
    balance: str
    fees: tuple[tuple[str, int], ...]
    payout: str  # the payout that lists it, empty for none
    available: int


@dataclass
class Account:
    """All that happened, by kind of object; `lost_at` has when each dispute that was lost was closed."""

    moved: list[Moved] = field(default_factory=list)
    charges: dict[str, dict] = field(default_factory=dict)
    refunds: dict[str, dict] = field(default_factory=dict)
    disputes: dict[str, dict] = field(default_factory=dict)
    payouts: dict[str, dict] = field(default_factory=dict)
    intents: dict[str, dict] = field(default_factory=dict)
    customers: dict[str, dict] = field(default_factory=dict)
    lost_at: dict[str, int] = field(default_factory=dict)

    def of(self, source):
        """The movements of one object, oldest first."""
        return self._by_source.get(source, [])

    def movement(self, movement_id):
        return self._by_id[movement_id]

    def booked(self, payouts):
        """The same account with other payouts by movement, where they are said."""
        moved = [replace(one, payout=payouts.get(one.id, one.payout)) for one in self.moved]
        return replace(self, moved=moved)

    def balance(self):
        """Stripe's balance by currency: the sum of all that moved."""
        sums = Counter()
        for one in self.moved:
            sums[one.currency] += one.net
        return dict(sums)

    def __post_init__(self):
        self._by_source = {}
        self._by_id = {one.id: one for one in self.moved}
        for one in self.moved:
            if one.source:
                self._by_source.setdefault(one.source, []).append(one)


_CLOSED = "charge.dispute.closed"

_KINDS = {
    "charge": "charges",
    "refund": "refunds",
    "dispute": "disputes",
    "payout": "payouts",
    "payment_intent": "intents",
    "customer": "customers",
}


def read_account(path):
    """Read the file of a Stripe sandbox."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        payouts = dict(db.execute("SELECT id, payout FROM money WHERE payout IS NOT NULL"))
        rows = db.execute("SELECT body FROM objects WHERE kind = 'balance_transaction' ORDER BY created, seq")
        moved = [_moved(json.loads(body), payouts) for (body,) in rows]
        found = {
            name: {
                thing["id"]: thing
                for (body,) in db.execute("SELECT body FROM objects WHERE kind = ? AND deleted = 0", (kind,))
                for thing in [json.loads(body)]
            }
            for kind, name in _KINDS.items()
        }
        told = [json.loads(body) for (body,) in db.execute("SELECT body FROM events WHERE type = ?", (_CLOSED,))]
        lost = {one["data"]["object"]["id"]: one["created"] for one in told if _says_lost(one)}
    return Account(moved=moved, lost_at=lost, **found)


def _says_lost(event):
    return event["data"]["object"]["status"] == "lost"


def _moved(body, payouts):
    return Moved(
        id=body["id"],
        at=body["created"],
        amount=body["amount"],
        fee=body["fee"],
        net=body["net"],
        currency=body["currency"],
        type=body["type"],
        category=body["reporting_category"],
        source=body["source"] or "",
        balance=body["balance_type"],
        fees=tuple((detail["type"], detail["amount"]) for detail in body["fee_details"]),
        payout=payouts.get(body["id"], ""),
        available=body["available_on"],
    )
