"""One suite for every way to read SYSPRO's tables: SQL through SQLite's driver, and COMFND through the sandbox.

With ``SYSPRO_TEST_ODBC`` it runs against a real SQL Server as well; see ``server.py``.
"""

import os

import pytest

from connectors.sandbox.syspro import by_hand
from connectors.syspro.enet_tables import EnetTables
from connectors.syspro.sql.tables import SqlTables
from tests.contract.erp_reader import server
from tests.contract.erp_reader.standin import DATABASE, StandIn
from tests.contract.syspro import conftest as syspro

founded, make_site, site = syspro.founded, syspro.make_site, syspro.site

WAYS = ["sql", "enet", *(["server"] if os.environ.get(server.VARIABLE) else [])]


class Company:
    """A sandbox company that is changed through its own books, and read in one way."""

    def __init__(self, way, site, connect):
        self.way = way
        self.site = site
        self._connect = connect
        self._opened = []

    @property
    def books(self):
        return self.site.sandbox.service.books

    def values(self, **changes):
        given = {"syspro__sql_server": "standin", "syspro__sql_database": DATABASE, "syspro__query_rows": "60"}
        return self.site.values(**given | {"syspro__sql_rows": "60"} | changes)

    def tables(self, **changes):
        values = self.values(**changes)
        if self.way == "enet":
            made = EnetTables(values, self.site.secrets, self.site.clock)
        else:
            made = SqlTables(values, self.site.secrets, connect=self._connect)
        self._opened.append(made)
        return made

    def change(self, table, key, **columns):
        with self.site.sandbox.locked(), self.books.transaction():
            self.books.update(table, key, columns)

    def insert(self, table, **columns):
        with self.site.sandbox.locked(), self.books.transaction():
            self.books.insert(table, columns)

    def delete(self, table, *key):
        with self.site.sandbox.locked(), self.books.transaction():
            self.books.delete(table, *key)

    def type(self, *what):
        """Have somebody type something into SYSPRO."""
        with self.site.sandbox.locked():
            by_hand.post(self.books, *what)

    def close(self):
        for opened in self._opened:
            opened.close()


@pytest.fixture
def standin(site):
    return StandIn(site.sandbox.connection.execute("PRAGMA database_list").fetchone()[2])


@pytest.fixture(params=WAYS)
def company(request, site):
    if request.param == "server":
        with server.company(site) as made:
            yield made
        return
    connect = request.getfixturevalue("standin").connect if request.param == "sql" else None
    made = Company(request.param, site, connect)
    yield made
    made.close()


@pytest.fixture
def sql(site, standin):
    """The company by SQL alone, for what e.net does not have."""
    made = Company("sql", site, standin.connect)
    yield made
    made.close()


@pytest.fixture
def enet(site):
    """The company through e.net alone."""
    made = Company("enet", site, None)
    yield made
    made.close()
