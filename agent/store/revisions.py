"""Mapping revisions: append-only; going back is a new revision."""

import sqlite3

from agent import ports
from agent.domain.readmodels import StoredRevision
from agent.store import audit, seals
from agent.store.database import Connections

_COLUMNS = "number, content, author, comment, created_at"
_LATEST = f"SELECT {_COLUMNS} FROM revisions ORDER BY number DESC LIMIT 1"


class Revisions(ports.Revisions):
    """What was in force, and since when."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def latest(self) -> StoredRevision | None:
        """Return the revision in force, or ``None`` before the first."""
        return _revision(self._connections.one(_LATEST))

    def get(self, number: int) -> StoredRevision | None:
        """Return one revision, or ``None``."""
        return _revision(self._connections.one(f"SELECT {_COLUMNS} FROM revisions WHERE number = ?", (number,)))

    def list(self, limit: int) -> list[StoredRevision]:
        """Return the latest revisions, newest first."""
        sql = f"SELECT {_COLUMNS} FROM revisions ORDER BY number DESC LIMIT ?"
        return [StoredRevision(*row) for row in self._connections.all(sql, (limit,))]

    def append(self, content: str, *, author: str, comment: str, now: int) -> int:
        """Put ``content`` in force and return its number; the same content as the latest appends nothing."""
        with self._connections.writing_durably() as db:
            latest = _revision(db.execute(_LATEST).fetchone())
            if latest is not None and latest.content == content:
                return latest.number
            number = latest.number + 1 if latest is not None else 1
            db.execute(
                f"INSERT INTO revisions ({_COLUMNS}) VALUES (?, ?, ?, ?, ?)", (number, content, author, comment, now)
            )
            detail = seals.sealed(comment, seals.of_revision(number, content, author, comment, now))
            audit.record(db, actor=author, action=seals.REVISION_ADDED, subject=str(number), detail=detail, now=now)
            return number


def _revision(row: sqlite3.Row | None) -> StoredRevision | None:
    return StoredRevision(*row) if row else None
