"""What people changed on documents: kept by the document's key, each change in the audit with old and new value."""

import json
import sqlite3
from collections.abc import Sequence

from agent import ports
from agent.domain.documents import DocumentKey
from agent.domain.edits import Edit, EditChange, place_of
from agent.domain.kinds import Kind
from agent.store import audit
from agent.store.database import Connections
from agent.store.packing import storable

#: Action of the audit row of each change; none of a document's own, which say its state.
EDITED = "field.edited"

_COLUMNS = "company, stripe_id, kind, purpose, line, element"

_ABOUT = """
SELECT * FROM document_edits WHERE company = ? AND stripe_id IN (SELECT value FROM json_each(?))
ORDER BY stripe_id, kind, purpose, line, element
"""

_KEEP = f"""
INSERT INTO document_edits ({_COLUMNS}, text, author, edited_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT ({_COLUMNS}) DO UPDATE SET text = excluded.text, author = excluded.author, edited_at = excluded.edited_at
"""

_FORGET = """
DELETE FROM document_edits
WHERE company = ? AND stripe_id = ? AND kind = ? AND purpose = ? AND line = ? AND element = ?
"""


class Edits(ports.Edits):
    """See :class:`agent.ports.Edits`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def about(self, company: str, stripe_ids: Sequence[str]) -> tuple[Edit, ...]:
        """Return what people changed on the documents that carry one of these Stripe ids."""
        found = self._connections.all(_ABOUT, (company, json.dumps(list(stripe_ids))))
        return tuple(map(_edit, found))

    def keep(self, key: DocumentKey, changes: Sequence[EditChange], *, by: str, now: int) -> None:
        """Keep, or take back, fields of one document, and say so in the audit; all or none of them."""
        with self._connections.writing_durably() as db:
            for one in changes:
                place = (key.company, key.stripe_id, key.kind.value, key.purpose, one.line, one.element)
                if one.after is None:
                    db.execute(_FORGET, place)
                    said = "is given by the mapping again"
                else:
                    db.execute(_KEEP, (*place, storable(one.after), by, now))
                    said = f"became {one.after!r}"
                detail = storable(f"{place_of(one.line, one.element)}: {one.before!r} {said}")
                audit.record(db, actor=by, action=EDITED, subject=str(key), detail=detail, now=now)


def _edit(row: sqlite3.Row) -> Edit:
    return Edit(
        kind=Kind(row["kind"]),
        purpose=row["purpose"],
        stripe_id=row["stripe_id"],
        line=row["line"],
        element=row["element"],
        text=row["text"],
        by=row["author"],
        at=row["edited_at"],
    )
