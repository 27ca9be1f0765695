"""What the database knows of postings that SYSPRO cannot be searched for, and of backups that were put back."""

from agent import ports
from agent.domain.codec import dumps, loads
from agent.domain.restoring import RESTORED, Noted, Restored, noticed
from agent.store import audit, discrepancies
from agent.store.database import Connections

_MARK = "restored"

_SET = """
INSERT INTO marks (name, value, at) VALUES (?, ?, ?)
ON CONFLICT (name) DO UPDATE SET value = excluded.value, at = excluded.at
"""

_LAST = "SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1"

_NOTED = "SELECT 1 FROM audit WHERE action = ? LIMIT 1"

_ASKED = "SELECT 1 FROM attempts WHERE document_id = ? AND reason_code = ? AND at >= ? LIMIT 1"

_ACTION = "cash_book.sending"


class Sendings(ports.Sendings):
    """See :class:`agent.ports.Sendings`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def note(self, now: int) -> Noted:
        """Append a row to the audit that no loss of power takes away, and return what proves that it is there."""
        with self._connections.writing_durably() as db:
            audit.record(db, actor=audit.ENGINE, action=_ACTION, subject="", detail="", now=now)
            row = db.execute(_LAST).fetchone()
        return Noted(row["id"], row["hash"], now)

    def knows(self, noted: Noted) -> bool:
        """Say whether this database is the one that was noted, or has grown out of it."""
        row = self._connections.one("SELECT hash FROM audit WHERE id = ?", (noted.number,))
        return row is not None and row["hash"] == noted.hash

    def ever_noted(self) -> bool:
        """Say whether anything was ever noted here."""
        return self._connections.one(_NOTED, (_ACTION,)) is not None

    def restored(self) -> Restored | None:
        """Return what is known of the latest restore; ``None`` when there was none."""
        row = self._connections.one("SELECT value FROM marks WHERE name = ?", (_MARK,))
        return loads(Restored, row["value"]) if row is not None else None

    def was_restored(self, restored: Restored, now: int) -> None:
        """Remember that this database is older than what was sent."""
        with self._connections.writing_durably() as db:
            db.execute(_SET, (_MARK, dumps(restored), now))
            told = noticed(restored)
            discrepancies.replace(db, RESTORED, told.subject, (told,), now)
            audit.record(db, actor=audit.ENGINE, action="database.restored", subject="", detail="", now=now)

    def tried(self, document_id: int) -> bool:
        """Say whether sending a document was ever tried, or its outcome looked up, as far as this database knows."""
        return self._connections.one("SELECT 1 FROM attempts WHERE document_id = ? LIMIT 1", (document_id,)) is not None

    def asked(self, document_id: int, since_at: int) -> bool:
        """Say whether a person was asked about a document since then, because of a restore."""
        return self._connections.one(_ASKED, (document_id, RESTORED, since_at)) is not None
