"""A live test of SYSPRO's SQL Server: driver, login, rights, and every table and column (``agent.ports.Probe``)."""

from collections.abc import Iterator, Sequence

from agent.domain.errors import AgentError
from agent.domain.settings import Values
from agent.ports import Permission, SecretStore
from connectors.syspro.sql.checks import difference, needed
from connectors.syspro.sql.driver import Connect, Database, connect
from connectors.syspro.sql.tables import SqlTables, settle

_ALL = "reading SYSPRO by SQL"


class SqlProbe:
    """Probes the SQL Server of one SYSPRO site; reads only.

    Args:
        values: The settings in force.
        secrets: Where the password of a SQL login is.
        connect: Opens connections; tests pass another one.
    """

    def __init__(self, values: Values, secrets: SecretStore, *, connect: Connect = connect) -> None:
        self._values = values
        self._tables = SqlTables(values, secrets, connect=connect)

    def probe(self) -> Sequence[Permission]:
        """Try the server, the login, its rights, and the columns of every table; never raises for what is found."""
        server = f"SQL Server {self._values.text('syspro.sql_server')}"
        try:
            name = self._tables.company_database()
            with self._tables.database(name) as database:
                copy = settle(database)
                found = [Permission(f"{server}, database {name}", _ALL, granted=True)]
                found.append(Permission("SQL login that can only read", _ALL, granted=True))
                found.append(_row_versions(copy=copy))
                found += self._columns(database)
        except AgentError as error:
            return [_denied(server, error)]
        return found

    def _columns(self, database: Database) -> Iterator[Permission]:
        ledger = self._values.text("syspro.sql_ledger_database")
        wanted = list(needed(self._values))
        yield from (
            _table(database, one.table, one.needed_for, difference(database, one))
            for one in wanted
            if not ledger or not one.ledger
        )
        if ledger:
            with self._tables.database(ledger) as other:
                yield from (
                    _table(other, one.table, one.needed_for, difference(other, one)) for one in wanted if one.ledger
                )


def _table(database: Database, table: str, needed_for: str, message: str) -> Permission:
    return Permission(f"Table {table} of {database.place.database}", needed_for, granted=not message, message=message)


def _row_versions(*, copy: bool) -> Permission:
    message = (
        "This database is a read-only copy, which cannot tell what changed: every reading reads everything. Set"
        " syspro.sql_read_only_intent to no to read the database itself."
    )
    return Permission(
        "Changes by row version", "reading only what changed", granted=True, message=message if copy else ""
    )


def _denied(name: str, error: AgentError) -> Permission:
    message = f"{error.problem.title}. {error.problem.message} {error.problem.press}".strip()
    return Permission(name, _ALL, granted=False, message=message)
