"""A real SQL Server in the place of the stand-in, where a site has one to try.

``SYSPRO_TEST_ODBC`` is the connection string of somebody who owns an empty database whose name contains "test". The
suite makes SYSPRO's tables there, fills them with the sandbox's company, and reads as a user of its own that may only
read (``EXECUTE AS USER``), so that the refusal of writers holds there too. Nothing here runs without the variable.
It needs SQL Server 2016 or later, and no other right than owning the database: tables are dropped and made anew.
"""

import os
from contextlib import contextmanager
from datetime import datetime

import pyodbc

from connectors.sandbox.syspro import by_hand
from connectors.sandbox.syspro.schema import ROW_VERSION, load_schema
from connectors.syspro.feeds import LEDGER_TABLE, LISTS, SOURCES
from connectors.syspro.sql.tables import SqlTables

VARIABLE = "SYSPRO_TEST_ODBC"
READER = "syspro_stripe_reader"

TABLES = sorted(
    {source.table for source in SOURCES.values()}
    | {entry.table for entry in LISTS.values()}
    | {LEDGER_TABLE, "SysproAdmin"}
)


class ServerCompany:
    """The company on the server; the same methods as ``conftest.Company``."""

    way = "server"

    def __init__(self, site, owner):
        self.site = site
        self._owner = owner
        self._database = owner.execute("SELECT DB_NAME()").fetchval()

    @property
    def books(self):
        """The books that the server was filled from; what is changed on the server alone is not in them."""
        return self.site.sandbox.service.books

    def type(self, *what):
        """Have somebody type something into SYSPRO, and fill the server with what its books are then."""
        with self.site.sandbox.locked():
            by_hand.post(self.books, *what)
        _fill(self._owner, self.books)

    def values(self, **changes):
        given = {"syspro__sql_server": "server", "syspro__sql_database": self._database, "syspro__sql_rows": "60"}
        return self.site.values(**given | {"syspro__query_rows": "60"} | changes)

    def tables(self, **changes):
        return SqlTables(self.values(**changes), self.site.secrets, connect=lambda _: reading())

    def change(self, table, key, **columns):
        described = load_schema()[table]
        listed = ", ".join(f"[{name}] = ?" for name in columns)
        where = " AND ".join(f"[{name}] = ?" for name in described.key)
        self._owner.execute(f"UPDATE [{table}] SET {listed} WHERE {where}", *columns.values(), *key)

    def insert(self, table, **columns):
        names = ", ".join(f"[{name}]" for name in columns)
        marks = ", ".join("?" * len(columns))
        self._owner.execute(f"INSERT INTO [{table}] ({names}) VALUES ({marks})", *columns.values())

    def delete(self, table, *key):
        where = " AND ".join(f"[{name}] = ?" for name in load_schema()[table].key)
        self._owner.execute(f"DELETE FROM [{table}] WHERE {where}", *key)


def owning():
    """Open a connection of the owner, who may write."""
    return pyodbc.connect(os.environ[VARIABLE], autocommit=True)


def reading():
    """Open a connection of the user who may only read."""
    connection = owning()
    connection.execute(f"EXECUTE AS USER = '{READER}'")
    return connection


@contextmanager
def company(site):
    """Make the company anew in the database of the connection string."""
    pyodbc.pooling = False
    owner = owning()
    try:
        _make(owner, site.sandbox.service.books)
        yield ServerCompany(site, owner)
    finally:
        owner.close()


def _make(owner, books):
    name = owner.execute("SELECT DB_NAME()").fetchval()
    assert "test" in name.lower(), f"{VARIABLE} names the database {name}: only one with 'test' in its name is filled."
    _fill(owner, books)
    owner.execute(f"IF USER_ID('{READER}') IS NULL CREATE USER [{READER}] WITHOUT LOGIN")
    owner.execute(f"ALTER ROLE [db_datareader] ADD MEMBER [{READER}]")


def _fill(owner, books):
    for table in TABLES:
        described = load_schema()[table]
        owner.execute(f"DROP TABLE IF EXISTS [dbo].[{table}]")
        owner.execute(create(described))
        columns = [column for column in described.columns if column.name != ROW_VERSION]
        names = ", ".join(f"[{column.name}]" for column in columns)
        rows = [[_value(column, row) for column in columns] for row in books.rows(table)]
        if rows:
            marks = ", ".join("?" * len(columns))
            owner.cursor().executemany(f"INSERT INTO [dbo].[{table}] ({names}) VALUES ({marks})", rows)


def create(described):
    """Return the T-SQL that makes a table as SYSPRO has it."""
    lines = [_declared(column, nullable=described.nullable and column.name not in described.key)
             for column in described.columns]  # fmt: skip
    key = ", ".join(f"[{name}]" for name in described.key)
    return f"CREATE TABLE [dbo].[{described.name}] ({', '.join(lines)}, PRIMARY KEY ({key}))"


def _declared(column, *, nullable):
    if column.kind == "rowversion":
        return f"[{column.name}] rowversion"
    if column.kind == "datetime":
        return f"[{column.name}] datetime NULL"
    if column.kind == "decimal":
        return f"[{column.name}] decimal({column.size}, {column.scale}) {'NULL' if nullable else 'NOT NULL DEFAULT 0'}"
    ending = "NULL" if nullable else "NOT NULL DEFAULT ' '"
    return f"[{column.name}] {column.kind}({column.size}) COLLATE Latin1_General_BIN {ending}"


def _value(column, row):
    raw = row.raw(column.name)
    if raw is None or column.is_text:
        return raw
    return row.number(column.name) if column.kind == "decimal" else datetime.fromisoformat(raw[:10])
