"""What belongs to settling a document: its attempt, its new columns, and the link that it makes."""

import sqlite3
from typing import Any

from sqlite_utils import Database

from agent.domain.attempts import Discrepancy, Settlement
from agent.domain.documents import Link, State
from agent.domain.errors import Exchange
from agent.domain.kinds import Kind
from agent.store import discrepancies, links
from agent.store.packing import pack, storable

_ADD_ATTEMPT = """
INSERT INTO attempts (document_id, at, state, reason, reason_code, evidence, counted, request, reply)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def add_attempt(db: Database, document_id: int, settlement: Settlement, now: int) -> None:
    """Record one attempt, unless there is nothing to tell of it."""
    if not settlement.counts and settlement.exchange == Exchange() and not settlement.evidence:
        return
    values = (
        document_id,
        now,
        settlement.state.value,
        storable(settlement.reason),
        settlement.reason_code,
        storable(settlement.evidence),
        int(settlement.counts),
        pack(settlement.exchange.request),
        pack(settlement.exchange.reply),
    )
    db.execute(_ADD_ATTEMPT, values)


def settled(row: sqlite3.Row, settlement: Settlement, now: int) -> dict[str, Any]:
    """Return the columns of a document that has come to a new state."""
    due_at = settlement.due_at
    if settlement.state is State.PENDING and due_at is None:
        # Only parked and held documents wait for a person; a pending one without a moment goes out at once.
        due_at = now
    return {
        "reason": storable(settlement.reason),
        "reason_code": settlement.reason_code,
        "due_at": due_at,
        "attempts": row["attempts"] + int(settlement.counts),
        "erp_key": settlement.erp_key or row["erp_key"],
        "looks": settlement.looks,
    }


def link_of(row: sqlite3.Row, erp_key: str) -> Link:
    """Return the link that a posted document makes."""
    is_customer = row["kind"] == Kind.CUSTOMER.value
    return Link(row["kind"], row["party"] if is_customer else row["stripe_id"], erp_key, "created")


def add_link(db: Database, company: str, link: Link, now: int) -> None:
    """Add a link; a payer that is linked to another customer already is a discrepancy."""
    stands = not link.stripe_id or links.add(db, company, link, now)
    if stands or link.kind != Kind.CUSTOMER.value:
        # Several documents of one kind may stand for one Stripe object; the first is the one that is linked.
        return
    message = f"{link.stripe_id} is linked to another SYSPRO customer already, and {link.erp_key} stands for it too."
    found = (Discrepancy(link.stripe_id, "two_customers", message),)
    discrepancies.replace(db, "link", link.stripe_id, found, now)
