"""One company's database: rows in, rows out, exact, in SYSPRO's tables.

The only module with SQL of its own. One connection, used under the service's lock; nothing here knows a business rule.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from connectors.sandbox.clock import SandboxClock
from connectors.sandbox.syspro.options import SiteOptions
from connectors.sandbox.syspro.schema import ROW_VERSION, Column, Table, create_statements, load_schema

Value = str | int | Decimal | date | None
"""What a column takes: text, a whole number, an exact decimal, a day, or nothing."""

Stored = str | int | bytes | None
"""What SQLite holds for it."""

_OWN_TABLES = (
    "CREATE TABLE _sandbox_numbers (name TEXT PRIMARY KEY, next INTEGER NOT NULL)",
    "CREATE TABLE _sandbox_settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
)
_ROW_VERSION_NUMBER = "row version"


class Record:
    """One row; columns are decoded when they are asked for."""

    __slots__ = ("_table", "_values")

    def __init__(self, table: Table, values: Sequence[Stored]) -> None:
        self._table = table
        self._values = values

    def raw(self, column: str) -> Stored:
        """Return a column as SQLite holds it."""
        return self._values[self._table.position[column]]

    def text(self, column: str) -> str:
        """Return a text or a day without trailing blanks; NULL is blank."""
        value = self.raw(column)
        return "" if value is None else str(value).rstrip()

    def number(self, column: str) -> Decimal:
        """Return a decimal column exactly; NULL is 0."""
        value = self.raw(column)
        assert value is None or isinstance(value, int)
        return Decimal(value or 0).scaleb(-self._table.column(column).scale)

    def whole(self, column: str) -> int:
        """Return a decimal column that has no places."""
        return int(self.number(column))


class Work:
    """What is done in one transaction.

    Attributes:
        keep: Set to ``False``, everything is undone at the end: it was only tried.
    """

    __slots__ = ("keep",)

    def __init__(self) -> None:
        self.keep = True


class Books:
    """The database of one company.

    Args:
        connection: An open connection without automatic transactions.
        options: The site's switches.
        clock: The sandbox's time.
    """

    def __init__(self, connection: sqlite3.Connection, options: SiteOptions, clock: SandboxClock) -> None:
        self.connection = connection
        self.options = options
        self.clock = clock
        self.schema = load_schema()
        self._statements: dict[tuple[str, ...], str] = {}
        self._row_version = self._stored_number(_ROW_VERSION_NUMBER)
        self._saved_version = self._row_version
        self._settings: dict[str, str] = dict(connection.execute("SELECT name, value FROM _sandbox_settings"))

    def today(self) -> date:
        """Return the day of the sandbox's clock, UTC."""
        return datetime.fromtimestamp(self.clock.now(), tz=UTC).date()

    # Reading

    def row(self, table: str, *key: str | int) -> Record | None:
        """Return the row with this key, or ``None``; trailing blanks do not count."""
        described = self.schema[table]
        found = self.connection.execute(f"{described.select} WHERE {described.by_key}", key).fetchone()
        return None if found is None else Record(described, found)

    def rows(self, table: str, where: str = "1", *values: Stored) -> list[Record]:
        """Return the rows under an SQL condition over the table's columns, which may end in ORDER BY and LIMIT."""
        described = self.schema[table]
        found = self.connection.execute(f"{described.select} WHERE {where}", values)
        return [Record(described, values) for values in found]

    def exists(self, table: str, *key: str | int) -> bool:
        """Return whether there is a row with this key."""
        described = self.schema[table]
        statement = f'SELECT 1 FROM "{table}" WHERE {described.by_key}'
        return self.connection.execute(statement, key).fetchone() is not None

    def setting(self, name: str) -> str:
        """Return a setting of the company, such as ``ar_control`` (a ledger code); blank when there is none."""
        return self._settings.get(name, "")

    # Writing

    def insert(self, table: str, values: Mapping[str, Value]) -> None:
        """Add a row; columns left out take SYSPRO's defaults (one blank, 0, NULL).

        Raises:
            sqlite3.IntegrityError: When the key is taken.
        """
        described = self.schema[table]
        names = (*values, ROW_VERSION)
        statement = self._statements.get((table, *names))
        if statement is None:
            listed = ", ".join(f'"{name}"' for name in names)
            statement = f'INSERT INTO "{table}" ({listed}) VALUES ({", ".join("?" * len(names))})'
            self._statements[(table, *names)] = statement
        stored = [encode(described.column(name), value) for name, value in values.items()]
        self.connection.execute(statement, (*stored, self._next_version()))

    def update(self, table: str, key: Sequence[str | int], values: Mapping[str, Value]) -> None:
        """Change columns of the row with this key."""
        described = self.schema[table]
        statement = self._statements.get(("=", table, *values))
        if statement is None:
            listed = ", ".join(f'"{name}" = ?' for name in (*values, ROW_VERSION))
            statement = f'UPDATE "{table}" SET {listed} WHERE {described.by_key}'
            self._statements[("=", table, *values)] = statement
        stored = [encode(described.column(name), value) for name, value in values.items()]
        self.connection.execute(statement, (*stored, self._next_version(), *key))

    def add(self, table: str, key: Sequence[str | int], amounts: Mapping[str, Decimal]) -> None:
        """Add amounts to decimal columns of the row with this key."""
        described = self.schema[table]
        statement = self._statements.get(("+", table, *amounts))
        if statement is None:
            listed = ", ".join(f'"{name}" = "{name}" + ?' for name in amounts)
            statement = f'UPDATE "{table}" SET {listed}, "{ROW_VERSION}" = ? WHERE {described.by_key}'
            self._statements[("+", table, *amounts)] = statement
        stored = [encode(described.column(name), value) for name, value in amounts.items()]
        self.connection.execute(statement, (*stored, self._next_version(), *key))

    def delete(self, table: str, *key: str | int) -> None:
        """Remove the row with this key."""
        self.connection.execute(f'DELETE FROM "{table}" WHERE {self.schema[table].by_key}', key)

    def next_number(self, name: str) -> int:
        """Take the next number of a sequence such as ``order`` or ``invoice``; a new sequence starts at 1."""
        statement = (
            "INSERT INTO _sandbox_numbers VALUES (?, 2)"
            " ON CONFLICT (name) DO UPDATE SET next = next + 1 RETURNING next - 1"
        )
        return int(self.connection.execute(statement, (name,)).fetchone()[0])

    # Transactions

    @contextmanager
    def transaction(self) -> Iterator["Work"]:
        """Do everything or nothing; nothing also when the work says it is not to be kept."""
        self.connection.execute("BEGIN IMMEDIATE")
        work, done = Work(), False
        try:
            yield work
            if work.keep and self._row_version != self._saved_version:
                self._save_version()
            done = work.keep
        finally:
            self.connection.execute("COMMIT" if done else "ROLLBACK")

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """Undo what was done inside when it ends with an exception."""
        self.connection.execute("SAVEPOINT item")
        done = False
        try:
            yield
            done = True
        finally:
            if not done:
                self.connection.execute("ROLLBACK TO item")
            self.connection.execute("RELEASE item")

    def _next_version(self) -> bytes:
        self._row_version += 1
        return self._row_version.to_bytes(8, "big")

    def _save_version(self) -> None:
        statement = "UPDATE _sandbox_numbers SET next = ? WHERE name = ?"
        self.connection.execute(statement, (self._row_version, _ROW_VERSION_NUMBER))
        self._saved_version = self._row_version

    def _stored_number(self, name: str) -> int:
        statement = "SELECT next FROM _sandbox_numbers WHERE name = ?"
        return int(self.connection.execute(statement, (name,)).fetchone()[0])


def open_database(path: Path) -> sqlite3.Connection:
    """Open a company's file for a service that locks by itself; WAL, so that others may read meanwhile.

    Raises:
        sqlite3.DatabaseError: When the file is not a database.
    """
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, cached_statements=512)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def create_tables(connection: sqlite3.Connection, settings: Mapping[str, str], numbers: Mapping[str, int]) -> None:
    """Make every table, empty, with the company's settings and the first numbers of its sequences."""
    for statement in _OWN_TABLES:
        connection.execute(statement)
    for table in load_schema().values():
        for statement in create_statements(table):
            connection.execute(statement)
    connection.executemany("INSERT INTO _sandbox_settings VALUES (?, ?)", settings.items())
    first = {_ROW_VERSION_NUMBER: 2000, **numbers}
    connection.executemany("INSERT INTO _sandbox_numbers VALUES (?, ?)", first.items())


def encode(column: Column, value: Value) -> Stored:
    """Return what SQLite stores: decimals scaled and rounded half up, char padded, blanks as one blank."""
    if value is None:
        return None
    if column.kind == "decimal":
        assert isinstance(value, Decimal | int)
        return int(Decimal(value).scaleb(column.scale).quantize(Decimal(1), ROUND_HALF_UP))
    if column.kind == "datetime":
        return value.isoformat() if isinstance(value, date) else str(value) or None
    text = str(value)[: column.size]
    return text.ljust(column.size) if column.kind == "char" else text.rstrip() or " "
