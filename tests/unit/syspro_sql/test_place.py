"""The way to SQL Server, as settings say it and as the driver gets it."""

import subprocess
import sys
from pathlib import Path

import pytest

from agent.domain.errors import Misconfigured, NeedsPerson
from agent.domain.settings import Values
from connectors.syspro.sql.driver import Answer, connect, opened
from connectors.syspro.sql.place import DRIVERS, Place, connection_string, place_of
from tests.contract.syspro.conftest import FakeSecrets

SECRETS = FakeSecrets(syspro__sql_password="p{a}s;s=word")


def place(**settings):
    given = {"syspro.sql_server": r"SRV\SYSPRO"}
    return place_of(
        Values(given | {f"syspro.sql_{name}": text for name, text in settings.items()}), SECRETS, "CompanyA"
    )


def test_a_windows_login_is_trusted_and_needs_no_password():
    assert connection_string(place(), DRIVERS) == (
        r"DRIVER={ODBC Driver 18 for SQL Server};SERVER=SRV\SYSPRO;DATABASE=CompanyA;Trusted_Connection=yes;"
        "Encrypt=yes;TrustServerCertificate=no;APP=syspro-stripe"
    )


def test_a_sql_login_carries_its_password_where_it_cannot_break_out_and_shows_it_nowhere():
    found = place(login="sql", user="agent")
    text = connection_string(found, DRIVERS)
    assert "UID=agent;PWD={p{a}}s;s=word};" in text
    assert "Trusted_Connection" not in text
    assert "s;s=word" not in repr(found)


def test_options_reach_the_driver():
    text = connection_string(
        place(encrypt="strict", trust_certificate="yes", read_only_intent="yes", connect_timeout_s="3"), DRIVERS
    )
    assert "Encrypt=strict;TrustServerCertificate=yes;ApplicationIntent=ReadOnly;" in text


@pytest.mark.parametrize(
    ("installed", "expected"),
    [(["SQL Server", DRIVERS[1], DRIVERS[0]], DRIVERS[0]), ([DRIVERS[1]], DRIVERS[1])],
)
def test_the_newest_driver_that_is_known_to_work_is_taken(installed, expected):
    assert f"DRIVER={{{expected}}}" in connection_string(Place("server"), installed)


def test_a_database_whose_name_has_signs_in_it_stays_one_name():
    assert "DATABASE={Company; DROP=1};" in connection_string(Place("server", database="Company; DROP=1"), DRIVERS)


@pytest.mark.parametrize("wanted", ["", "ODBC Driver 13 for SQL Server"])
def test_a_machine_without_the_driver_is_told_which_one_to_install(wanted):
    with pytest.raises(Misconfigured, match=r"ODBC Driver 1[378] for SQL Server"):
        connection_string(Place("server", driver=wanted), ["SQL Server", "SQLite3"])


@pytest.mark.parametrize(
    ("settings", "named"),
    [({"server": ""}, "syspro.sql_server"), ({"login": "sql"}, "syspro.sql_user")],
)
def test_what_is_not_set_is_named(settings, named):
    with pytest.raises(Misconfigured) as caught:
        place(**settings)
    assert named in caught.value.problem.press


def test_the_driver_opens_a_connection_that_commits_by_itself_and_gives_rows_with_their_columns(tmp_path):
    there = Place("here", database=str(tmp_path / "company.db"), driver="SQLite3")
    with opened(there, connect) as database:
        assert database.ask("CREATE TABLE t (Code varchar(30), Version BLOB)") == Answer((), ())
        database.ask("INSERT INTO t VALUES (?, ?)", "Größe-€", bytes(8))
    with opened(there, connect) as database:
        answer = database.ask("SELECT Code, Version FROM t")
        assert (answer.columns, [tuple(row) for row in answer.rows]) == (("Code", "Version"), [("Größe-€", bytes(8))])


def test_the_driver_refuses_in_words_of_ours(tmp_path):
    nowhere = Place("here", database=str(tmp_path / "no" / "company.db"), driver="SQLite3")
    with pytest.raises(NeedsPerson, match="connect failed"), opened(nowhere, connect):
        pass


def test_a_machine_without_odbc_still_starts_and_is_told_what_is_missing():
    code = (
        "import sys; sys.modules['pyodbc'] = None\n"
        "from agent.domain.errors import Misconfigured\n"
        "from connectors.syspro.sql.driver import connect\n"
        "from connectors.syspro.sql.place import Place\n"
        "try:\n    connect(Place('server'))\n"
        "except Misconfigured as error:\n    print(error.problem.message)\n"
    )
    top = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", code], cwd=top, check=True, capture_output=True, text=True)
    assert "no ODBC driver manager" in done.stdout
