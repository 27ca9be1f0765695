"""The only module that knows pyodbc: it opens a connection, asks, and converts every error of the driver."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol

from connectors.syspro.cells import Cell
from connectors.syspro.sql.errors import converted, no_pyodbc
from connectors.syspro.sql.place import Place, connection_string

try:
    import pyodbc
except ImportError:
    # Linux without unixODBC. Windows always has an ODBC manager; whoever reads through e.net needs none.
    DRIVER_ERRORS: tuple[type[Exception], ...] = ()
else:
    DRIVER_ERRORS = (pyodbc.Error,)


class Cursor(Protocol):
    """What of a pyodbc cursor is used."""

    @property
    def description(self) -> Sequence[Sequence[Any]] | None:
        """Name and more of each column; ``None`` where a statement has no rows."""

    def fetchall(self) -> Sequence[Sequence[Cell]]:
        """Return all rows."""


class Connection(Protocol):
    """What of a pyodbc connection is used; tests pass another one."""

    def execute(self, text: str, /, *values: object) -> Cursor:
        """Carry out a statement with its values."""

    def close(self) -> None:
        """Close the connection."""


Connect = Callable[[Place], Connection]


def connect(place: Place) -> Connection:
    """Open a connection that commits by itself and has the time limits of ``place``.

    Raises:
        Misconfigured: When there is no ODBC, or no driver that is known to work.
        pyodbc.Error: When the server does not let us in.
    """
    if not DRIVER_ERRORS:
        raise no_pyodbc()
    text = connection_string(place, pyodbc.drivers())
    opened = pyodbc.connect(text, autocommit=True, timeout=place.connect_timeout_s, readonly=True)
    opened.timeout = place.timeout_s
    connection: Connection = opened
    return connection


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows of one query.

    Attributes:
        columns: Names of the columns.
        rows: Rows.
    """

    columns: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]


class Database:
    """One open database."""

    def __init__(self, connection: Connection, place: Place) -> None:
        self._connection = connection
        self.place = place

    def ask(self, text: str, *values: object) -> Answer:
        """Return all rows of a query; nothing stays open at the server afterwards.

        Raises:
            Transient, Misconfigured, NeedsPerson: As the table of :mod:`connectors.syspro.sql.errors` says.
        """
        with _converting(self.place):
            cursor = self._connection.execute(text, *values)
            described = cursor.description
            return Answer(tuple(str(column[0]) for column in described or ()), cursor.fetchall() if described else ())

    def close(self) -> None:
        """Close the connection, also one that is broken."""
        with _converting(self.place):
            self._connection.close()


@contextmanager
def opened(place: Place, connect: Connect) -> Iterator[Database]:
    """Open a database and close it at the end.

    Raises:
        Transient, Misconfigured, NeedsPerson: As the table of :mod:`connectors.syspro.sql.errors` says.
    """
    with _converting(place):
        connection = connect(place)
    database = Database(connection, place)
    try:
        yield database
    finally:
        database.close()


@contextmanager
def _converting(place: Place) -> Iterator[None]:
    try:
        yield
    except DRIVER_ERRORS as error:
        raise converted(error, server=place.server, database=place.database) from error
