"""SYSPRO's tables through read-only SQL (``agent.ports.ErpTables``)."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

from agent.domain.errors import Misconfigured, Problem
from agent.domain.settings import Values
from agent.ports import SecretStore
from connectors.syspro.cells import to_text
from connectors.syspro.sql import texts
from connectors.syspro.sql.checks import refuse_writer
from connectors.syspro.sql.driver import Connect, Database, connect, opened
from connectors.syspro.sql.place import place_of
from connectors.syspro.sql.session import SqlTableSession

#: State of a database that is not a read-only copy; source: SQL Server, DATABASEPROPERTYEX, "Updateability".
_ITSELF = "READ_WRITE"
_SNAPSHOT_ON = "1"


class SqlTables:
    """Opens sessions at SQL Server, each with a connection of its own; several threads may have one each.

    Args:
        values: The settings in force.
        secrets: Where the password of a SQL login is.
        connect: Opens connections; tests pass another one.
    """

    def __init__(self, values: Values, secrets: SecretStore, *, connect: Connect = connect) -> None:
        self._values = values
        self._secrets = secrets
        self._connect = connect
        self._company = values.text("syspro.sql_database")
        self._trusted: set[str] = set()

    @contextmanager
    def session(self) -> Iterator[SqlTableSession]:
        """Open a session and close it at the end.

        Raises:
            Transient: When the server cannot be reached.
            Misconfigured: When a setting is wrong, or the login could write.
        """
        with ExitStack() as stack:
            database = stack.enter_context(self.database(self.company_database()))
            copy = settle(database)
            ledger = self._values.text("syspro.sql_ledger_database")
            once: list[Database] = [] if ledger else [database]

            def open_ledger() -> Database:
                if not once:
                    once.append(stack.enter_context(self.database(ledger)))
                    settle(once[0])
                return once[0]

            yield SqlTableSession(database, open_ledger, self._values, copy=copy)

    @contextmanager
    def database(self, name: str) -> Iterator[Database]:
        """Open a database whose login cannot write, and close it at the end; raises as :meth:`session` does."""
        with opened(place_of(self._values, self._secrets, name), self._connect) as database:
            if name not in self._trusted:
                refuse_writer(database)
                self._trusted.add(name)
            yield database

    def company_database(self) -> str:
        """Return the database of the company: the one that is set, else the one that SysproAdmin names.

        Raises:
            Misconfigured: When SysproAdmin does not have the company.
        """
        if not self._company:
            company, system = self._values.text("syspro.company"), self._values.text("syspro.sql_system_database")
            with self.database(system) as database:
                rows = database.ask(texts.plain("company_database"), company).rows
            if not rows:
                raise Misconfigured(_unknown_company(company, system))
            self._company = to_text(rows[0][0])
        return self._company

    def companies(self) -> Sequence[str]:
        """Return the companies that SysproAdmin has, by id; raises as :meth:`session` does."""
        with self.database(self._values.text("syspro.sql_system_database")) as database:
            found = [to_text(row[0]) for row in database.ask(texts.plain("companies")).rows]
        return [company for company in found if company]

    def close(self) -> None:
        """Do nothing: every session closes its own connection."""


def settle(database: Database) -> bool:
    """Make the reads of a connection harmless to SYSPRO's work; return whether the database is a read-only copy."""
    state = [to_text(cell) for row in database.ask(texts.plain("database_state")).rows for cell in row]
    snapshot, itself = state or ("", "")
    wanted = database.place.isolation
    level = "snapshot" if wanted == "snapshot" or (wanted == "auto" and snapshot == _SNAPSHOT_ON) else "read_committed"
    database.ask(texts.plain(f"isolation_{level}"))
    database.ask(texts.plain("deadlock_priority"))
    return itself != _ITSELF


def _unknown_company(company: str, system: str) -> Problem:
    return Problem(
        title="SYSPRO's company is not in SysproAdmin",
        message=f"The table SysproAdmin of database {system} does not have company {company}.",
        press="Correct syspro.company or syspro.sql_system_database, or name the database in syspro.sql_database.",
        code="sql.no_company",
    )
