"""Commands: what the window and the command line ask of the engine, as rows that it picks up."""

import json
import sqlite3
from collections.abc import Mapping, Sequence

from sqlite_utils import Database

from agent import ports
from agent.domain.readmodels import Command
from agent.store import audit
from agent.store.database import Connections

_COLUMNS = "id, name, arguments, author, added_at, finished_at, ok, result"

# The index commands_waiting holds the unfinished ones alone.
_NEXT = f"SELECT {_COLUMNS} FROM commands WHERE finished_at IS NULL ORDER BY id LIMIT 1"

_FINISH = """
UPDATE commands SET finished_at = :now, ok = :ok, result = :result WHERE id = :id AND finished_at IS NULL
"""


class Commands(ports.Commands):
    """A queue with one reader: the engine that holds the lease."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def add(self, name: str, arguments: Mapping[str, str], *, by: str, now: int) -> int:
        """Ask for ``name``; return the command's number. Arguments carry no secrets: they are kept and audited."""
        return self.add_all(name, [arguments], by=by, now=now)[0]

    def add_all(self, name: str, arguments: Sequence[Mapping[str, str]], *, by: str, now: int) -> tuple[int, ...]:
        """Ask for ``name`` once for each of the arguments, all or nothing; return the commands' numbers."""
        with self._connections.writing_durably() as db:
            return tuple(_add(db, name, one, by=by, now=now) for one in arguments)

    def next(self) -> Command | None:
        """Return the oldest unfinished command; the same one again until it is finished."""
        return _command(self._connections.one(_NEXT))

    def get(self, number: int) -> Command | None:
        """Return one command, or ``None``."""
        return _command(self._connections.one(f"SELECT {_COLUMNS} FROM commands WHERE id = ?", (number,)))

    def finish(self, number: int, *, result: str, ok: bool, now: int) -> None:
        """Record what came of a command; a finished one stays as it is."""
        values = {"id": number, "result": result, "ok": int(ok), "now": now}
        with self._connections.writing() as db:
            if db.execute(_FINISH, values).rowcount:
                action = "command.done" if ok else "command.refused"
                audit.record(db, actor=audit.ENGINE, action=action, subject=str(number), detail=result, now=now)


def _add(db: Database, name: str, arguments: Mapping[str, str], *, by: str, now: int) -> int:
    text = json.dumps(dict(arguments), sort_keys=True, ensure_ascii=False)
    cursor = db.execute(
        "INSERT INTO commands (name, arguments, author, added_at) VALUES (?, ?, ?, ?)", (name, text, by, now)
    )
    number = int(cursor.lastrowid or 0)
    audit.record(db, actor=by, action=f"command.{name}", subject=str(number), detail=text, now=now)
    return number


def _command(row: sqlite3.Row | None) -> Command | None:
    if row is None:
        return None
    return Command(
        id=row["id"],
        name=row["name"],
        arguments=json.loads(row["arguments"]),
        author=row["author"],
        added_at=row["added_at"],
        finished_at=row["finished_at"],
        ok=bool(row["ok"]),
        result=row["result"],
    )
