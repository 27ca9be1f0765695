"""What flows told, until somebody has read it."""

import sqlite3
from collections.abc import Sequence

from sqlite_utils import Database

from agent import ports
from agent.domain.decisions import Decision
from agent.domain.readmodels import NoteRow
from agent.store import audit, rows
from agent.store.database import Connections
from agent.store.packing import storable

# A subject that is decided again tells nothing twice; what nobody has read yet says what is true now.
_TELL = """
INSERT INTO flow_notes (company, subject, code, text, flow, amount_minor, amount_currency, decision_id, told_at)
VALUES (:company, :subject, :code, :text, :flow, :amount_minor, :amount_currency, :decision_id, :told_at)
ON CONFLICT (company, subject, code) DO UPDATE SET
    text = excluded.text, flow = excluded.flow, amount_minor = excluded.amount_minor,
    amount_currency = excluded.amount_currency, decision_id = excluded.decision_id
WHERE seen_at IS NULL
"""

# What a later decision tells no more was not true after all; what somebody has read stays.
_TAKE_BACK = "DELETE FROM flow_notes WHERE company = ? AND subject = ? AND seen_at IS NULL AND decision_id <> ?"

_SEEN = "UPDATE flow_notes SET seen_at = ?, seen_by = ? WHERE id = ? AND seen_at IS NULL"

_UNSEEN = "UPDATE flow_notes SET seen_at = NULL, seen_by = '' WHERE id = ? AND seen_at IS NOT NULL"

_UNREAD = "flow_notes WHERE company = ? AND seen_at IS NULL"


def tell(db: Database, decision: Decision, decision_id: int, company: str, now: int) -> None:
    """Keep what a decision tells, once a cause; what an earlier one told and nobody has read goes with it."""
    for note in decision.notes:
        values = {
            "company": company,
            "subject": decision.subject,
            "code": note.code,
            "text": storable(note.text),
            "flow": decision.flow,
            **rows.amount_columns(decision.amount),
            "decision_id": decision_id,
            "told_at": now,
        }
        db.execute(_TELL, values)
    db.execute(_TAKE_BACK, (company, decision.subject, decision_id))


class FlowNotes(ports.FlowNotes):
    """See :class:`agent.ports.FlowNotes`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def waiting(self, company: str) -> int:
        """Return how many nobody has read yet."""
        row = self._connections.one(f"SELECT count(*) FROM {_UNREAD}", (company,))
        assert row is not None
        return int(row[0])

    def list(self, company: str, limit: int) -> Sequence[NoteRow]:
        """Return up to ``limit`` that nobody has read yet, the newest first."""
        return [
            _row(row)
            for row in self._connections.all(f"SELECT * FROM {_UNREAD} ORDER BY id DESC LIMIT ?", (company, limit))
        ]

    def seen(self, number: int, *, by: str, now: int) -> bool:
        """Keep who has read one; return whether it was unread."""
        with self._connections.writing() as db:
            seen = db.execute(_SEEN, (now, by, number)).rowcount > 0
            if seen:
                audit.record(db, actor=by, action="note.seen", subject=str(number), detail="", now=now)
            return seen

    def unseen(self, number: int, *, by: str, now: int) -> bool:
        """Take back that somebody has read one; return whether somebody had."""
        with self._connections.writing() as db:
            unseen = db.execute(_UNSEEN, (number,)).rowcount > 0
            if unseen:
                audit.record(db, actor=by, action="note.unseen", subject=str(number), detail="", now=now)
            return unseen


def _row(row: sqlite3.Row) -> NoteRow:
    return NoteRow(
        id=row["id"],
        subject=row["subject"],
        code=row["code"],
        text=row["text"],
        flow=row["flow"],
        amount=rows.money_of(row),
        told_at=row["told_at"],
    )
