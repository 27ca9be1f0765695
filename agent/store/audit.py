"""The audit: an append-only chain in which every row vouches for all rows before it."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from sqlite_utils import Database

from agent import ports
from agent.domain.audit import Examination
from agent.domain.readmodels import AuditRow
from agent.store.database import Connections

#: Who acts when no person does.
ENGINE = "engine"

_START = "0" * 64
# Made once: every change of a document goes through it.
_encode = json.JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode
_COLUMNS = "id, at, actor, action, subject, detail, hash"
_APPEND = f"INSERT INTO audit ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"


def record(db: Database, *, actor: str, action: str, subject: str, detail: str, now: int) -> None:
    """Append one row inside the caller's transaction."""
    record_all(db, [(actor, action, subject, detail)], now)


def record_all(db: Database, entries: Iterable[tuple[str, str, str, str]], now: int) -> None:
    """Append a row for each actor, action, subject and detail, inside the caller's transaction."""
    last = db.execute("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1").fetchone()
    before, previous = (last["id"], last["hash"]) if last else (0, _START)
    new = []
    for number, entry in enumerate(entries, before + 1):
        content = (number, now, *entry)
        previous = _digest(previous, content)
        new.append((*content, previous))
    db.conn.executemany(_APPEND, new)


def walk(db: Database) -> Iterator[tuple[AuditRow, str]]:
    """Yield every row, oldest first, with what is wrong with it in one sentence, or an empty text.

    After a row that was changed the chain is followed with the hash that stands there, so that each is named alone.
    """
    previous, number = _START, 0
    for found in db.execute(f"SELECT {_COLUMNS} FROM audit ORDER BY id"):
        row = _row(found)
        content = (row.id, row.at, row.actor, row.action, row.subject, row.detail)
        wrong = ""
        if row.id != number + 1:
            wrong = f"Rows {number + 1} to {row.id - 1} before it are missing."
        elif row.hash != _digest(previous, content):
            wrong = "The row, or the hash of the row before it, is not what was written then."
        yield row, wrong
        previous, number = row.hash, row.id


class Audit(ports.Audit):
    """What was changed, by whom and when."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def append(self, actor: str, action: str, subject: str, detail: str, now: int) -> None:
        """Append one row in a transaction of its own."""
        with self._connections.writing() as db:
            record(db, actor=actor, action=action, subject=subject, detail=detail, now=now)

    def hash_of(self, number: int) -> str:
        """Return the hash of row ``number``; empty where there is no such row."""
        row = self._connections.one("SELECT hash FROM audit WHERE id = ?", (number,))
        return str(row["hash"]) if row else ""

    def examine(self) -> Examination:
        """Compare the chain, and every decision, facts, document and revision with what the chain says of it."""
        from agent.store.examination import examine  # noqa: PLC0415 - it stands on this module

        with self._connections.reading() as db:
            return examine(db)

    def list(self, *, subject: str = "", limit: int = 100, before_id: int | None = None) -> Sequence[AuditRow]:
        """Return rows, newest first.

        Args:
            subject: Only this subject; empty means all.
            limit: Most rows.
            before_id: Only rows older than this one: the last of the page before.
        """
        where = "subject = :subject AND" if subject else ""
        # Row numbers have no gaps and are far below this bound.
        values = {"subject": subject, "limit": limit, "before": before_id or 2**62}
        sql = f"SELECT {_COLUMNS} FROM audit WHERE {where} id < :before ORDER BY id DESC LIMIT :limit"
        return [_row(found) for found in self._connections.all(sql, values)]


def _row(found: sqlite3.Row) -> AuditRow:
    return AuditRow(**{name: found[name] for name in found.keys()})  # noqa: SIM118 - a Row iterates over its values


def _digest(previous: str, content: tuple[int | str, ...]) -> str:
    # JSON keeps the fields apart, so that no text can pass for the end of one field and the start of the next.
    return hashlib.sha256(_encode([previous, *content]).encode()).hexdigest()
