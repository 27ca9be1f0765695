"""Documents as rows of the outbox, and back."""

import sqlite3
from typing import Any

from sqlite_utils import Database

from agent.domain.codec import body_from, body_text, dumps, fingerprint, loads
from agent.domain.documents import Document, DocumentKey, Draft, State
from agent.domain.fitting import Change
from agent.domain.kinds import Kind
from agent.domain.money import Money
from agent.store.packing import storable

_FIND = "SELECT * FROM documents WHERE company = ? AND kind = ? AND purpose = ? AND stripe_id = ?"


def by_key(db: Database, key: DocumentKey) -> sqlite3.Row | None:
    """Return the row of a business key inside the caller's transaction, or ``None``."""
    values = (key.company, key.kind.value, key.purpose, key.stripe_id)
    row: sqlite3.Row | None = db.execute(_FIND, values).fetchone()
    return row


def by_id(db: Database, document_id: int) -> sqlite3.Row | None:
    """Return one row inside the caller's transaction, or ``None``."""
    row: sqlite3.Row | None = db.execute("SELECT * FROM documents WHERE id = ?", (document_id,)).fetchone()
    return row


def key_of(row: sqlite3.Row) -> DocumentKey:
    """Return the business key of a row."""
    return DocumentKey(row["company"], Kind(row["kind"]), row["purpose"], row["stripe_id"])


def money_of(row: sqlite3.Row) -> Money | None:
    """Return the amount of a row that has the columns ``amount_minor`` and ``amount_currency``."""
    return None if row["amount_minor"] is None else Money(row["amount_minor"], row["amount_currency"])


def changes_of(row: sqlite3.Row) -> tuple[Change, ...]:
    """Return what had to be changed to fit SYSPRO."""
    return loads(tuple[Change, ...], row["changes"])


def lineage_of(row: sqlite3.Row) -> dict[str, str]:
    """Return target field -> rule as a sentence."""
    return loads(dict[str, str], row["lineage"])


def document_of(row: sqlite3.Row) -> Document:
    """Return a whole row as a document; its customer is not bound yet."""
    return Document(
        id=row["id"],
        draft=_draft_of(row),
        state=State(row["state"]),
        reason=row["reason"],
        reason_code=row["reason_code"],
        revision=row["revision"],
        due_at=row["due_at"],
        attempts=row["attempts"],
        erp_key=row["erp_key"],
        sent_at=row["sent_at"],
        looks=row["looks"],
    )


def columns_of(draft: Draft) -> dict[str, Any]:
    """Return the columns that say what was decided; those of the key and of the later life are not among them."""
    text = storable(body_text(draft.body))
    needs = dumps(draft.needs)
    return {
        "body": text,
        # Whom the body will be bound to is part of what is posted.
        "fingerprint": fingerprint("\n".join((draft.party, text, *([needs] if draft.needs else [])))),
        "needs": needs,
        "lane": draft.lane,
        "order_by": draft.order_by,
        "draft_state": draft.state.value,
        "draft_reason": storable(draft.reason),
        "draft_reason_code": draft.reason_code,
        "party": draft.party,
        "blocks": int(draft.blocks),
        "once": int(draft.once),
        **amount_columns(draft.amount),
        "title": storable(draft.title),
        "flow": draft.flow,
        "changes": storable(dumps(draft.changes)),
        "lineage": dumps(draft.lineage),
    }


def amount_columns(amount: Money | None) -> dict[str, Any]:
    """Return an amount as its two columns."""
    return {
        "amount_minor": None if amount is None else amount.minor,
        "amount_currency": None if amount is None else amount.currency,
    }


def _draft_of(row: sqlite3.Row) -> Draft:
    key = key_of(row)
    return Draft(
        key=key,
        body=body_from(key.kind, row["body"]),
        lane=row["lane"],
        order_by=row["order_by"],
        state=State(row["draft_state"]),
        reason=row["draft_reason"],
        reason_code=row["draft_reason_code"],
        party=row["party"],
        blocks=bool(row["blocks"]),
        once=bool(row["once"]),
        amount=money_of(row),
        title=row["title"],
        flow=row["flow"],
        changes=changes_of(row),
        lineage=lineage_of(row),
        needs=loads(dict[str, DocumentKey], row["needs"]),
    )
