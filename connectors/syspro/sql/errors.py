"""What can go wrong with SQL Server, as rows: SQLSTATE or native error number -> what it means for a read.

Every error of pyodbc is converted here, once. The table is closed by default: what it does not have needs a person.
Sources: ODBC, "Appendix A: ODBC Error Codes"; SQL Server, "Database Engine events and errors".
"""

import re
from dataclasses import dataclass

from agent.domain.errors import AgentError, Misconfigured, NeedsPerson, Problem, Transient

#: What is missing is told better by the tables themselves, see ``connectors.syspro.sql.checks``.
MISSING = "sql.missing"


@dataclass(frozen=True, slots=True)
class _Trouble:
    """One row: numbers are looked for first, then whole states, then their classes (the first two characters)."""

    code: str
    numbers: frozenset[int]
    states: frozenset[str]
    kind: type[AgentError]
    title: str
    message: str
    press: str


def _row(  # noqa: PLR0913, PLR0917 - a row of the table below
    code: str, numbers: str, states: str, kind: type[AgentError], title: str, message: str, press: str = ""
) -> _Trouble:
    listed = frozenset(int(number) for number in numbers.split())
    return _Trouble(code, listed, frozenset(states.split()), kind, title, message, press)


_ROWS = (
    _row(
        "sql.no_database", "911 4060 4064", "", Misconfigured, "The SQL database is not there",
        "SQL Server has no database {database}, or does not let our login into it.",
        "Correct syspro.sql_database, or let the login read that database.",
    ),
    _row(
        "sql.no_right", "229 230 297 300 916", "", Misconfigured, "The SQL login may not read this",
        "SQL Server does not let our login read a table of {database} that is needed.",
        "Give the login the right to read: the role db_datareader of the database is enough.",
    ),
    _row(
        MISSING, "207 208", "42S02 42S22", Misconfigured, "A table or column of SYSPRO is missing",
        "Database {database} lacks a table or column that is read.",
        "Name the right database in syspro.sql_database; `check` lists what is missing.",
    ),
    _row(
        "sql.no_snapshot", "3952", "", Misconfigured, "Snapshot isolation is off",
        "Database {database} does not allow snapshot isolation, which syspro.sql_isolation asks for.",
        "Set syspro.sql_isolation to auto, or have the database administrator switch it on.",
    ),
    _row(
        "sql.gave_way", "1205 1222 3960 3961 3966", "40001", Transient, "SQL Server was busy with the same rows",
        "Our read gave way to other work in {database}; nothing is lost.",
    ),
    _row(
        "sql.certificate", "-2146893019 -2146893022", "", Misconfigured, "SQL Server's certificate is not trusted",
        "The server {server} showed a certificate that nobody on this machine vouches for, so nothing was sent.",
        "Have it trusted on this machine, or set syspro.sql_trust_certificate to yes.",
    ),
    _row(
        "sql.login", "18452 18456 18470 18486 18488", "28000", Misconfigured, "SQL Server refused the login",
        "The server {server} does not accept our login.",
        "Correct syspro.sql_login, syspro.sql_user or the password syspro.sql_password.",
    ),
    _row(
        "sql.timeout", "", "HYT00 HYT01", Transient, "SQL Server did not answer in time",
        "The server {server} gave no answer in time; nothing is lost.",
        "If it happens again and again, raise syspro.sql_timeout_s or ask the database administrator.",
    ),
    _row(
        "sql.gone", "", "08", Transient, "SQL Server cannot be reached",
        "The connection to the server {server} was not made, or it broke; what was read before counts.",
        "Check that the server runs and that syspro.sql_server names it.",
    ),
    _row(
        "sql.no_driver", "", "IM 01000", Misconfigured, "The ODBC driver is missing",
        "The ODBC driver for SQL Server could not be loaded.",
        "Install Microsoft's ODBC Driver 18 for SQL Server, or correct syspro.sql_driver.",
    ),
    _row(
        "sql.refused", "", "", NeedsPerson, "SQL Server refused a query",
        "The server {server} could not carry out a query of ours on {database}.",
        "Send this message to whoever looks after the agent.",
    ),
)  # fmt: skip

#: Only the driver's own words say so where it does not run under Windows.
_CERTIFICATE = re.compile(r"certificate verify failed", re.IGNORECASE)
_MOST_WORDS = 300
_UNKNOWN = _ROWS[-1]


def converted(error: Exception, *, server: str, database: str) -> AgentError:
    """Return what an error of the driver means, in words that name server and database.

    SQL Server's own words stand behind ours where the table does not have the error; they hold no password.
    """
    state, words = _told(error)
    row = _row_of(state, words)
    message = row.message.format(server=server, database=database or "the login's default")
    if row is _UNKNOWN:
        message = f"{message} It says: {words[:_MOST_WORDS]}"
    return row.kind(Problem(row.title, message, row.press, row.code))


def _row_of(state: str, words: str) -> _Trouble:
    numbers = {int(number) for number in re.findall(r"\((-?\d+)\)", words)}
    by_number = (row for row in _ROWS if numbers & row.numbers)
    by_words = (row for row in _ROWS if row.code == "sql.certificate" and _CERTIFICATE.search(words))
    by_state = (row for row in _ROWS if state in row.states or state[:2] in row.states)
    return next((row for found in (by_number, by_words, by_state) for row in found), _UNKNOWN)


def _told(error: Exception) -> tuple[str, str]:
    """Return SQLSTATE and words; some errors of pyodbc's own have words alone."""
    texts = [str(part) for part in error.args]
    return (texts[0], " ".join(texts[1:])) if len(texts) > 1 else ("", " ".join(texts))


def no_pyodbc() -> Misconfigured:
    """Return the error of a machine that lacks the ODBC manager itself; Windows always has it."""
    problem = Problem(
        title="ODBC is missing",
        message="This machine has no ODBC driver manager, through which SQL Server is read.",
        press="Install unixODBC, or set syspro.reader to enet.",
        code="sql.no_odbc",
    )
    return Misconfigured(problem)
