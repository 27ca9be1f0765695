"""What people were told, and the texts that are on their way to them."""

import sqlite3
from collections.abc import Mapping, Sequence

from sqlite_utils import Database

from agent import ports
from agent.domain.alerts.keeping import Alert, Trouble
from agent.domain.alerts.notices import Channel, Notice, Text
from agent.domain.codec import dumps, loads
from agent.store.database import Connections

_KEEP = "INSERT INTO alerts (cause, trouble, first_at, seen_at, told_at) VALUES (?, ?, ?, ?, ?)"

_ADD = "INSERT INTO notices (channel, text, made_at, due_at) VALUES (?, ?, ?, ?)"

_DUE = "SELECT * FROM notices WHERE due_at <= ? ORDER BY id LIMIT ?"

_SETTLE = "UPDATE notices SET due_at = ?, tries = ?, sent_at = ?, problem = ? WHERE id = ?"


class Alerts(ports.AlertStore):
    """See :class:`agent.ports.AlertStore`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def alerts(self) -> Mapping[str, Alert]:
        """Return the alerts by cause."""
        rows = self._connections.all("SELECT * FROM alerts ORDER BY cause")
        return {
            row["cause"]: Alert(loads(Trouble, row["trouble"]), row["first_at"], row["seen_at"], row["told_at"])
            for row in rows
        }

    def keep(self, alerts: Sequence[Alert], notices: Sequence[Notice]) -> None:
        """Make ``alerts`` all there are and add new ``notices``, both or neither."""
        with self._connections.writing() as db:
            db.execute("DELETE FROM alerts")
            for one in alerts:
                told = (one.trouble.cause, dumps(one.trouble), one.first_at, one.seen_at, one.told_at)
                db.execute(_KEEP, told)
            _add(db, notices)

    def add(self, notices: Sequence[Notice]) -> None:
        """Put new notices on their way."""
        with self._connections.writing() as db:
            _add(db, notices)

    def due(self, now: int, limit: int) -> Sequence[Notice]:
        """Return up to ``limit`` notices that are to be tried now, oldest first."""
        return [_notice(row) for row in self._connections.all(_DUE, (now, limit))]

    def settle(self, notice: Notice) -> None:
        """Keep what became of one that was tried."""
        with self._connections.writing() as db:
            db.execute(_SETTLE, (notice.due_at, notice.tries, notice.sent_at, notice.problem, notice.id))

    def notices(self, limit: int) -> Sequence[Notice]:
        """Return up to ``limit`` notices, the newest first."""
        return [
            _notice(row) for row in self._connections.all("SELECT * FROM notices ORDER BY id DESC LIMIT ?", (limit,))
        ]

    def purge(self, before_at: int) -> int:
        """Remove notices made before then that are no longer tried; return how many."""
        with self._connections.writing() as db:
            return db.execute("DELETE FROM notices WHERE made_at < ? AND due_at IS NULL", (before_at,)).rowcount


def _add(db: Database, notices: Sequence[Notice]) -> None:
    for notice in notices:
        db.execute(_ADD, (notice.channel.value, dumps(notice.text), notice.made_at, notice.due_at))


def _notice(row: sqlite3.Row) -> Notice:
    return Notice(
        id=row["id"],
        channel=Channel(row["channel"]),
        text=loads(Text, row["text"]),
        made_at=row["made_at"],
        due_at=row["due_at"],
        tries=row["tries"],
        sent_at=row["sent_at"],
        problem=row["problem"],
    )
