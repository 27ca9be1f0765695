"""SQLite's ODBC driver in the place of SQL Server's: what stands in for what.

* The file is the SYSPRO sandbox's own, read by the real pyodbc through Debian's ``libsqliteodbc``.
* sqlglot turns each T-SQL text into SQLite's SQL. What that cannot do is done here on the parsed text: the sandbox
  keeps decimals as whole numbers, so they are written with their point; system tables and functions of SQL Server are
  small tables and views of the same names in the file; ``SET`` statements are noted and not carried out.
* ``MIN_ACTIVE_ROWVERSION()``: SQLite has one writer at a time, so the last version that was committed plus one is right;
  for several writers ``standin_active`` holds the lowest version of each open transaction (see ``writers.py``).
* SQLite's driver says ``HY000`` for everything; what it says in words gets SQL Server's SQLSTATE.

What it does not prove: T-SQL's own rules beyond its grammar, locks, plans, SQL Server's types, logins and TLS. A site
proves those with ``SYSPRO_TEST_ODBC`` (see ``server.py``).
"""

import os
import re
import sqlite3
from contextlib import closing
from functools import cache

import pyodbc
import pytest
import sqlglot
from sqlglot import exp

from connectors.sandbox.syspro.schema import load_schema

DATABASE = "SysproCompanyA"

_MADE = (
    "CREATE TABLE IF NOT EXISTS standin_active (writer TEXT PRIMARY KEY, first_version INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS standin_writable (name TEXT, kind TEXT)",
    "CREATE TABLE IF NOT EXISTS sys_fn_my_permissions (permission_name TEXT)",
    "CREATE TABLE IF NOT EXISTS sys_databases (name TEXT, snapshot_isolation_state INTEGER, updateability TEXT)",
    "CREATE VIEW IF NOT EXISTS sys_tables AS SELECT name, 1 AS schema_id FROM sqlite_master WHERE type = 'table'",
    """CREATE VIEW IF NOT EXISTS INFORMATION_SCHEMA_COLUMNS AS
       SELECT 'dbo' AS TABLE_SCHEMA, t.name AS TABLE_NAME, c.name AS COLUMN_NAME, c.cid AS ORDINAL_POSITION
       FROM sqlite_master AS t, pragma_table_info(t.name) AS c WHERE t.type = 'table'""",
    "CREATE VIEW IF NOT EXISTS standin_dbts AS SELECT next + 1 AS version FROM _sandbox_numbers WHERE name = 'row version'",
    """CREATE VIEW IF NOT EXISTS standin_ceiling AS
       SELECT COALESCE((SELECT MIN(first_version) FROM standin_active),
                       (SELECT next + 1 FROM _sandbox_numbers WHERE name = 'row version')) AS version""",
)
_CALLS = {
    "DB_NAME": f"'{DATABASE}'",
    "DATABASEPROPERTYEX": "(SELECT updateability FROM sys_databases)",
    "MIN_ACTIVE_ROWVERSION": "(SELECT version FROM standin_ceiling)",
}
_WRITABLE = "(SELECT COUNT(*) FROM standin_writable AS w WHERE w.name = t.name AND w.kind = {})"


class StandIn:
    """The server: opens connections, and counts and notes what they are asked.

    Attributes:
        asked: SQLite's texts in the order in which they came.
        settings: ``SET`` statements.
        opened: The places that connections were opened to.
        before_each: Called before each question; others work at the server meanwhile.
        trusting: Whether ``MIN_ACTIVE_ROWVERSION()`` answers ``@@DBTS + 1``, as if no transaction were open.
    """

    def __init__(self, path):
        if os.name == "nt":
            pytest.skip("SQLite's ODBC driver is Debian's.")
        self.path = path
        self.asked, self.settings, self.opened = [], [], []
        self.before_each = lambda: None
        self.trusting = False
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            for statement in _MADE:
                connection.execute(statement)
            if not connection.execute("SELECT 1 FROM sys_databases").fetchall():
                connection.execute("INSERT INTO sys_databases VALUES (?, 0, 'READ_WRITE')", (DATABASE,))

    def connect(self, place):
        """Open a connection, as ``connectors.syspro.sql.driver.connect`` does."""
        self.opened.append(place)
        return _Connection(pyodbc.connect(f"DRIVER=SQLite3;Database={self.path}", autocommit=True), self)

    def write(self, text, *values):
        """Change something that SQL Server's administrator would."""
        with closing(sqlite3.connect(self.path, isolation_level=None)) as connection:
            connection.execute(text, values)


class _Connection:
    def __init__(self, connection, standin):
        self._connection = connection
        self._standin = standin

    def execute(self, text, /, *values):
        translated = in_sqlite(text)
        if translated.startswith("SET "):
            self._standin.settings.append(translated)
            return _NoRows()
        self._standin.asked.append(translated)
        self._standin.before_each()
        if self._standin.trusting:
            translated = translated.replace("standin_ceiling", "standin_dbts")
        try:
            cursor = self._connection.execute(translated, *values)
            return _Version(cursor) if "SELECT version FROM" in translated else cursor
        except pyodbc.Error as error:
            raise _as_sql_server(error) from error

    def close(self):
        self._connection.close()


class _NoRows:
    description = None


class _Version:
    """A row version as SQL Server gives it: eight bytes. SQLite has no function that makes bytes of a number."""

    def __init__(self, cursor):
        self.description = cursor.description
        self._rows = cursor.fetchall()

    def fetchall(self):
        return [(int(row[0]).to_bytes(8, "big"),) for row in self._rows]


def parsed(text):
    """Return a T-SQL text parsed; sqlglot does not know that an isolation level may be SNAPSHOT."""
    return sqlglot.parse_one(text.replace("LEVEL SNAPSHOT", "LEVEL READ COMMITTED"), read="tsql")


@cache
def in_sqlite(text):
    """Return a T-SQL text in SQLite's SQL."""
    if "SET " in text and "SELECT" not in text:
        return text[text.index("SET ") :].strip()
    tree = parsed(text)
    tree = tree.transform(_call)
    tree = tree.transform(_table)
    for select in tree.find_all(exp.Select):
        _write_decimals(select)
    return tree.sql("sqlite", comments=False)


def _call(node):
    name = node.name.upper() if isinstance(node, exp.Anonymous) else ""
    if name == "HAS_PERMS_BY_NAME":
        return sqlglot.parse_one(_WRITABLE.format(node.expressions[2].sql()), read="sqlite")
    if name in _CALLS:
        return sqlglot.parse_one(_CALLS[name], read="sqlite")
    return node


def _table(node):
    if not isinstance(node, exp.Table) or not node.args.get("db"):
        return node
    start = node.db if node.db in {"sys", "INFORMATION_SCHEMA"} else ""
    called = node.this.name if isinstance(node.this, exp.Anonymous) else node.name
    name = f"{start}_{called}" if start else called
    return exp.Table(this=exp.to_identifier(name, quoted=True), alias=node.args.get("alias"))


def _write_decimals(select):
    source = select.args.get("from_") or select.args.get("from")
    described = load_schema().get(source.this.name) if source is not None else None
    for column in select.expressions if described else ():
        if isinstance(column, exp.Column) and not column.is_star and described.column(column.name).scale:
            scale = described.column(column.name).scale
            column.replace(exp.alias_(_with_point(column.sql("sqlite"), scale), column.name, quoted=True))


def _with_point(column, scale):
    unit = 10**scale
    return sqlglot.parse_one(
        f"CASE WHEN {column} < 0 THEN '-' ELSE '' END"
        f" || PRINTF('%d.%0{scale}d', ABS({column}) / {unit}, ABS({column}) % {unit})",
        read="sqlite",
    )


def _as_sql_server(error):
    words = " ".join(str(part) for part in error.args)
    for pattern, state in ((r"no such column", "42S22"), (r"no such table", "42S02")):
        if re.search(pattern, words):
            return pyodbc.ProgrammingError(state, f"[{state}] {words}")
    return error
