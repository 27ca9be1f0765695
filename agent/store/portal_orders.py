"""Orders on account of the portal: each with its document in one transaction, and never beyond the credit."""

import json
import sqlite3

from sqlite_utils import Database

from agent import ports
from agent.domain.account_order import SUBJECT, AccountOrder, NotPlaced, agreed_from, kept_text
from agent.domain.codec import dumps
from agent.domain.decisions import Decision, Outcome
from agent.domain.documents import Draft, State
from agent.domain.facts import ErpFacts, Facts, StripeFacts
from agent.domain.placing import AgreedOrder, OrderPage
from agent.domain.portal import Checkout
from agent.store import deciding, placing
from agent.store.database import Connections
from agent.store.packing import pack

TABLE = """
-- Orders that customers placed in the portal without paying; the document of each carries its id as stripe_id.
CREATE TABLE portal_orders (
    id TEXT PRIMARY KEY,
    company TEXT NOT NULL,
    customer TEXT NOT NULL,
    -- What was asked for, and what it comes to, as JSON.
    wish TEXT NOT NULL,
    agreed TEXT NOT NULL,
    currency TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    placed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- Orders for which a page was opened on which they are paid: such an order is never placed on account as well.
CREATE TABLE portal_checkouts (
    id TEXT PRIMARY KEY,
    opened_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX portal_orders_of ON portal_orders (company, customer, placed_at);
"""

PAGES = """
-- What a page is, for good: a key never opens a second one. Empty until Stripe's answer is known.
ALTER TABLE portal_checkouts ADD COLUMN payer TEXT NOT NULL DEFAULT '';
ALTER TABLE portal_checkouts ADD COLUMN wish TEXT NOT NULL DEFAULT '';
ALTER TABLE portal_checkouts ADD COLUMN agreed TEXT NOT NULL DEFAULT '';
ALTER TABLE portal_checkouts ADD COLUMN currency TEXT NOT NULL DEFAULT '';
ALTER TABLE portal_checkouts ADD COLUMN checkout TEXT NOT NULL DEFAULT '';
ALTER TABLE portal_checkouts ADD COLUMN url TEXT NOT NULL DEFAULT '';
ALTER TABLE portal_checkouts ADD COLUMN expires_at INTEGER NOT NULL DEFAULT 0;
"""

_BY = "portal"

_TO_PAY = """
INSERT INTO portal_checkouts (id, opened_at, payer) VALUES (?, ?, ?)
ON CONFLICT DO UPDATE SET payer = excluded.payer WHERE checkout = ''
"""

_KEEP_PAGE = """
UPDATE portal_checkouts SET wish = ?, agreed = ?, currency = ?, checkout = ?, url = ?, expires_at = ?
WHERE id = ? AND checkout = ''
"""

_FIND = """
SELECT portal_orders.*, documents.state, documents.erp_key
FROM portal_orders CROSS JOIN documents ON documents.stripe_id = portal_orders.id AND documents.kind = 'sales_order'
    AND documents.company = portal_orders.company AND documents.purpose = 'account'
WHERE portal_orders.id = ?
"""

# SYSPRO's figures, which were read since then, need not have an order that was posted meanwhile. A plain join would let
# SQLite begin with all sales orders.
_WAITING = """
SELECT coalesce(sum(portal_orders.amount_minor), 0) AS minor
FROM portal_orders CROSS JOIN documents ON documents.stripe_id = portal_orders.id AND documents.kind = 'sales_order'
    AND documents.company = portal_orders.company AND documents.purpose = 'account'
WHERE portal_orders.company = :company AND portal_orders.customer = :customer AND portal_orders.currency = :currency
    AND documents.state <> 'cancelled' AND (documents.state <> 'posted' OR documents.updated_at >= :since_at)
"""

_ADD = """
INSERT INTO portal_orders VALUES (:id, :company, :customer, :wish, :agreed, :currency, :amount_minor, :placed_at)
"""


class PortalOrders(ports.PortalOrders):
    """See :class:`agent.ports.PortalOrders`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def find(self, order_id: str) -> AccountOrder | None:
        """Return an order as it stands now; ``None`` when nobody placed it."""
        row = self._connections.one(_FIND, (order_id,))
        return _order(row) if row else None

    def page(self, order_id: str) -> OrderPage | None:
        """Return the page on which an order is paid; ``None`` where none was ever asked for."""
        row = self._connections.one("SELECT * FROM portal_checkouts WHERE id = ?", (order_id,))
        if row is None or not row["checkout"]:
            return OrderPage(row["opened_at"], row["payer"]) if row else None
        checkout = Checkout(row["checkout"], row["url"], row["expires_at"])
        order = agreed_from(json.loads(row["agreed"]), row["currency"])
        return OrderPage(row["opened_at"], row["payer"], row["wish"], order, checkout)

    def to_pay(self, order_id: str, payer: str, now: int) -> bool:
        """Note that ``payer`` is to get a page for an order; return whether it is not on account already."""
        with self._connections.writing_durably() as db:
            if db.execute("SELECT 1 FROM portal_orders WHERE id = ?", (order_id,)).fetchone():
                return False
            db.execute(_TO_PAY, (order_id, now, payer))
            return True

    def keep_page(self, order_id: str, wish: str, order: AgreedOrder, checkout: Checkout) -> None:
        """Keep the page of an order for good."""
        agreed = (wish, kept_text(order), order.currency)
        with self._connections.writing_durably() as db:
            db.execute(_KEEP_PAGE, (*agreed, checkout.id, checkout.url, checkout.expires_at, order_id))

    def place(
        self, order: AccountOrder, draft: Draft, left: int | None, since_at: int
    ) -> AccountOrder | NotPlaced:  # fmt: skip
        """Keep an order with its document, or return the one that has its id already, or why there is none."""
        with self._connections.writing_durably() as db:
            row = db.execute(_FIND, (order.id,)).fetchone()
            if row is not None:
                return _order(row)
            if db.execute("SELECT 1 FROM portal_checkouts WHERE id = ?", (order.id,)).fetchone():
                return NotPlaced.TO_PAY
            if left is not None and order.agreed.total.minor + _waiting(db, order, draft, since_at) > left:
                return NotPlaced.NO_CREDIT
            _add(db, order, draft)
            return order

    def waiting(self, order: AccountOrder, draft: Draft, since_at: int) -> int:
        """Return the worth of the customer's other orders that SYSPRO's figures need not have, in minor units."""
        with self._connections.reading() as db:
            return _waiting(db, order, draft, since_at)


def _waiting(db: Database, order: AccountOrder, draft: Draft, since_at: int) -> int:
    values = {"company": draft.key.company, "customer": order.customer, "currency": order.agreed.currency}
    return int(db.execute(_WAITING, values | {"since_at": since_at}).fetchone()["minor"])


def _add(db: Database, order: AccountOrder, draft: Draft) -> None:
    company, now, agreed = draft.key.company, order.placed_at, order.agreed
    values = {"id": order.id, "company": company, "customer": order.customer, "wish": order.wish}
    values |= {"agreed": kept_text(agreed), "currency": agreed.currency}
    db.execute(_ADD, values | {"amount_minor": agreed.total.minor, "placed_at": now})
    decision = Decision(order.subject, Outcome.DOCUMENTS, drafts=(draft,), amount=agreed.total)
    facts = Facts(company, StripeFacts(order.subject, SUBJECT, {}), ErpFacts(), read_at=now)
    number = deciding.add(db, decision, facts, pack(dumps(facts)), now=now, by=_BY)
    placing.place(db, draft, placing.Decided(number, decision.revision, now))


def _order(row: sqlite3.Row) -> AccountOrder:
    return AccountOrder(
        id=row["id"],
        customer=row["customer"],
        wish=row["wish"],
        agreed=agreed_from(json.loads(row["agreed"]), row["currency"]),
        placed_at=row["placed_at"],
        sales_order=row["erp_key"] or "",
        given_up=row["state"] == State.CANCELLED.value,
    )
