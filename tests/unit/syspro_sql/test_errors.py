"""Errors of the ODBC driver, by what happens next. The words are those that Microsoft's driver is known to use."""

import pytest

from agent.domain.errors import Misconfigured, NeedsPerson, Transient
from connectors.syspro.sql.errors import converted

MS = "[Microsoft][ODBC Driver 18 for SQL Server]"


@pytest.mark.parametrize(
    ("state", "words", "kind", "code"),
    [
        ("08001", f"{MS}TCP Provider: Error code 0x2749 (10057) (SQLDriverConnect)", Transient, "sql.gone"),
        ("08S01", f"{MS}Communication link failure (0) (SQLFetch)", Transient, "sql.gone"),
        ("HYT00", f"{MS}Login timeout expired (0) (SQLDriverConnect)", Transient, "sql.timeout"),
        ("HYT00", f"{MS}Query timeout expired (0) (SQLExecDirectW)", Transient, "sql.timeout"),
        ("40001", f"{MS}[SQL Server]deadlocked on lock resources (1205)", Transient, "sql.gave_way"),
        ("42000", f"{MS}[SQL Server]Lock request time out period exceeded. (1222)", Transient, "sql.gave_way"),
        ("28000", f"{MS}[SQL Server]Login failed for user 'x'. (18456) (SQLDriverConnect)", Misconfigured, "sql.login"),
        (
            "28000",
            f"{MS}[SQL Server]Login failed for user 'x'. (18456); [28000] Cannot open database \"Y\" (4060)",
            Misconfigured,
            "sql.no_database",
        ),
        ("08001", f"{MS}SSL Provider: certificate verify failed:self-signed certificate (-1)", Misconfigured, "sql.certificate"),
        ("08001", f"{MS}SSL-Anbieter: Zertifikatkette (-2146893019)", Misconfigured, "sql.certificate"),
        ("42000", f"{MS}[SQL Server]The SELECT permission was denied (229)", Misconfigured, "sql.no_right"),
        ("42S22", f"{MS}[SQL Server]Invalid column name 'X'. (207)", Misconfigured, "sql.missing"),
        ("42S02", f"{MS}[SQL Server]Invalid object name 'X'. (208)", Misconfigured, "sql.missing"),
        ("42000", f"{MS}[SQL Server]Snapshot isolation transaction failed (3952)", Misconfigured, "sql.no_snapshot"),
        ("IM002", "[Microsoft][ODBC Driver Manager] Data source name not found (0)", Misconfigured, "sql.no_driver"),
        ("01000", "[unixODBC][Driver Manager]Can't open lib (0)", Misconfigured, "sql.no_driver"),
        ("42000", f"{MS}[SQL Server]Incorrect syntax near 'X'. (102)", NeedsPerson, "sql.refused"),
        ("", "Attempt to use a closed connection.", NeedsPerson, "sql.refused"),
    ],
)  # fmt: skip
def test_an_error_of_the_driver_says_what_happens_next(state, words, kind, code):
    error = converted(Exception(*([state] if state else []), words), server="SRV", database="CompanyA")
    assert (type(error), error.problem.code) == (kind, code)
    assert error.problem.title
    assert "SRV" in error.problem.message or "CompanyA" in error.problem.message or code == "sql.no_driver"


def test_what_the_table_does_not_have_is_said_in_the_servers_words_and_not_at_length():
    error = converted(Exception("42000", "x" * 5000), server="SRV", database="")
    assert "the login's default" in error.problem.message
    assert "xxx" in error.problem.message
    assert len(error.problem.message) < 500
