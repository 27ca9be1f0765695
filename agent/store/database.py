"""Connections to the agent's own database: one a thread, and every write one immediate transaction.

WAL lets the window and the command line read while the engine writes. Only two kinds of transactions wait for the disk:
the claim, because a commit of the state ``posting`` that is lost in a power cut would send a document twice, and what a
person asked for. Everything else may be lost with the power: events are listed again, payments decided again, and an
outcome that was not written down leaves its document ``posting``, which is in doubt at the next start and looked up.
"""

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from agent.domain.errors import AgentError, Misconfigured, Problem, Transient

BUSY_TIMEOUT_S = 30

#: Values for one statement, by position or by name.
Parameters = Sequence[Any] | dict[str, Any]

#: SQLite's primary result codes that are no bug of ours: what happens next, the cause, and what to press.
_EXPECTED: dict[int, tuple[type[AgentError], str, str]] = {
    sqlite3.SQLITE_BUSY: (Transient, "another program keeps it locked", ""),
    sqlite3.SQLITE_LOCKED: (Transient, "another program keeps it locked", ""),
    sqlite3.SQLITE_FULL: (Transient, "the disk is full", "Free some space on the disk."),
    sqlite3.SQLITE_IOERR: (Transient, "the disk gave an error", "Check the disk."),
    sqlite3.SQLITE_READONLY: (Misconfigured, "it cannot be written to", "Give the program's account write access."),
    sqlite3.SQLITE_PERM: (Misconfigured, "access is denied", "Give the program's account access to the file."),
    sqlite3.SQLITE_CANTOPEN: (Misconfigured, "it cannot be opened", "Check the path and the rights on its folder."),
    sqlite3.SQLITE_CORRUPT: (Misconfigured, "it is damaged", "Restore the file from a backup."),
    sqlite3.SQLITE_NOTADB: (Misconfigured, "it is no database", "Name another file, or restore it from a backup."),
}

_DAMAGED = sqlite3.SQLITE_CORRUPT
#: How Python's own error begins for a text column whose bytes are no text; it has no code of SQLite's.
_NO_TEXT = "Could not decode to UTF-8"


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about the file, disk and locks into ours; errors in our SQL stay what they are: bugs.

    Raises:
        Transient: The file is locked, or the disk is full or failing; nothing was done.
        Misconfigured: The file cannot be opened or written, is damaged or is no database.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        # The low byte is the primary code; extended codes only say where it happened.
        code = _DAMAGED if _NO_TEXT in str(error) else getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code not in _EXPECTED:
            raise
        kind, cause, press = _EXPECTED[code]
        message = f"The agent's database {path} cannot be used: {cause}."
        name = getattr(error, "sqlite_errorname", "SQLITE_CORRUPT").lower()
        # Python quotes a text that is none, which may be anybody's name.
        quotes = _NO_TEXT in str(error)
        raise kind(Problem("Database cannot be used", message, press, f"store.{name}")) from None if quotes else error


def plain_connection(path: Path, *, wait_s: float = BUSY_TIMEOUT_S) -> Database:
    """Return a connection with explicit transactions and rows by name; it changes nothing in the file.

    Args:
        path: The file.
        wait_s: Seconds to wait for a lock of somebody else.
    """
    connection = sqlite3.connect(
        path, timeout=wait_s, isolation_level=None, check_same_thread=False, cached_statements=256
    )
    connection.row_factory = sqlite3.Row
    # Plug-ins of sqlite-utils are other people's code; none belongs into our file.
    return Database(connection, execute_plugins=False)


def _connect(path: Path) -> Database:
    with ExitStack() as stack:
        db = plain_connection(path)
        stack.callback(db.close)
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA foreign_keys = ON")
        # A long catch-up may grow the WAL; it shrinks again at the next checkpoint.
        db.execute("PRAGMA journal_size_limit = 67108864")
        stack.pop_all()  # it stays open for the caller
    return db


class Connections:
    """Hands each thread its own connection to one file.

    Args:
        path: The database file; it is checked and migrated by :mod:`agent.store.migrations` before.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._opened: list[tuple[threading.Thread, Database]] = []
        self._lock = threading.Lock()
        self._closed = False

    def current(self) -> Database:
        """Return the connection of the calling thread, opened at first use."""
        db: Database | None = getattr(self._local, "database", None)
        if db is None:
            with self._lock:
                if self._closed:
                    raise RuntimeError("The store is closed.")
                self._close_those_of_ended_threads()
                db = self._local.database = _connect(self.path)
                self._opened.append((threading.current_thread(), db))
        return db

    @contextmanager
    def writing_durably(self) -> Iterator[Database]:
        """Run a block as :meth:`writing` does; it is on the disk, with all before it, when the block has ended."""
        self.current().execute("PRAGMA synchronous = FULL")
        try:
            with self.writing() as db:
                yield db
        finally:
            self.current().execute("PRAGMA synchronous = NORMAL")

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """Run a block as one write transaction: committed at its end, or nothing of it.

        The lock is taken at the start, so that what the block reads is still true when it writes. A power cut may take
        the last transactions back, whole; what is then forgotten is done again or looked up (see the module).

        Raises:
            Transient: See :func:`translated`; nothing was done.
            Misconfigured: See :func:`translated`.
        """
        with translated(self.path):
            db = self.current()
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.commit()
            finally:
                # Does nothing after the commit.
                db.rollback()

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """Run a block on one unchanging snapshot.

        Raises:
            Transient: See :func:`translated`.
            Misconfigured: See :func:`translated`.
        """
        with translated(self.path):
            db = self.current()
            db.execute("BEGIN")
            try:
                yield db
            finally:
                db.rollback()

    def all(self, sql: str, parameters: Parameters = ()) -> list[sqlite3.Row]:
        """Return all rows of one query."""
        with translated(self.path):
            return self.current().execute(sql, parameters).fetchall()

    def one(self, sql: str, parameters: Parameters = ()) -> sqlite3.Row | None:
        """Return the first row of one query, or ``None``."""
        with translated(self.path):
            row: sqlite3.Row | None = self.current().execute(sql, parameters).fetchone()
            return row

    def close(self) -> None:
        """Close the connections of all threads; none may use one at that moment."""
        with self._lock:
            self._closed = True
            for _, db in self._opened:
                db.close()
            self._opened.clear()

    def _close_those_of_ended_threads(self) -> None:
        ended = [entry for entry in self._opened if not entry[0].is_alive()]
        for entry in ended:
            entry[1].close()
            self._opened.remove(entry)


def quoted(names: Iterable[str]) -> str:
    """Return names of ours as a list of SQL texts, for statements that are fixed once."""
    return ", ".join(f"'{name}'" for name in sorted(names))
