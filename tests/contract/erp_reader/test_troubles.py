"""What can go wrong with SQL Server, and what a person reads then."""

from itertools import islice

import pyodbc
import pytest

from agent.domain import erp
from agent.domain.errors import Misconfigured, NeedsPerson, Transient
from connectors.syspro.probe import SysproProbe
from connectors.syspro.reading import sql_rights, tables_of
from connectors.syspro.sql.tables import SqlTables
from tests.contract.erp_reader.test_rows import in_whole

GONE = pyodbc.OperationalError(
    "08S01", "[08S01] [Microsoft][ODBC Driver 18 for SQL Server]Communication link failure (0)"
)


def failing_at(turn, error=GONE):
    """Something that fails at the given question."""
    left = [turn]

    def before_each():
        left[0] -= 1
        if left[0] == 0:
            raise error

    return before_each


def test_a_missing_column_is_named_and_everything_else_is_read(sql, standin):
    standin.write("ALTER TABLE InvMaster DROP COLUMN LongDesc")
    standin.write("ALTER TABLE InvMaster DROP COLUMN SupercessionDate")
    with sql.tables().session() as session:
        with pytest.raises(Misconfigured) as caught:
            list(session.changes(erp.STOCK))
        assert caught.value.problem.message == (
            "SYSPRO's table InvMaster has no columns LongDesc, SupercessionDate in database SysproCompanyA."
            " It is needed for: stock. Everything else is read."
        )
        assert in_whole(session, erp.PRICES)[0]
        assert [key for page in session.keys(erp.STOCK) for key in page]


def test_a_missing_table_is_named(sql, standin):
    standin.write("DROP TABLE SorContractPrice")
    with sql.tables().session() as session, pytest.raises(Misconfigured, match="SorContractPrice is not there"):
        session.rows(erp.CONTRACT_PRICES, "stock_code", ["A180"])


def test_a_server_that_goes_in_the_middle_leaves_what_was_read_and_goes_on_behind_it(sql, standin):
    rows, watermark = [], b""
    with sql.tables(syspro__sql_rows="7").session() as session:
        everything, _ = in_whole(session, erp.STOCK)
        standin.before_each = failing_at(5)
        pages = session.changes(erp.STOCK)
        for page in islice(pages, 3):
            rows += page.rows
            watermark = page.watermark
        with pytest.raises(Transient, match="SQL Server cannot be reached"):
            next(pages)
    standin.before_each = lambda: None
    assert len(rows) == 21
    with sql.tables(syspro__sql_rows="7").session() as session:
        for page in session.changes(erp.STOCK, watermark):
            rows += page.rows
    assert rows == everything


def test_a_server_that_goes_while_the_rows_of_a_page_are_fetched_is_the_same(sql, standin):
    class Cursor:
        description = (("StockCode",),)

        def fetchall(self):
            raise GONE

    class Connection:
        def __init__(self, place):
            self._real = standin.connect(place)

        def execute(self, text, /, *values):
            return Cursor() if "[InvMaster]" in text else self._real.execute(text, *values)

        def close(self):
            self._real.close()

    tables = SqlTables(sql.values(), sql.site.secrets, connect=Connection)
    with tables.session() as session, pytest.raises(Transient, match="what was read before counts"):
        list(session.changes(erp.STOCK))


def test_a_server_that_cannot_be_reached_or_refuses_the_login_is_told_apart(sql):
    def refusing(error):
        def connect(place):
            raise error

        return SqlTables(sql.values(), sql.site.secrets, connect=connect)

    with pytest.raises(Transient, match="standin"), refusing(pyodbc.OperationalError("08001", "no (0)")).session():
        pass
    refused = pyodbc.InterfaceError("28000", "Login failed (18456)")
    with pytest.raises(Misconfigured, match="does not accept our login"), refusing(refused).session():
        pass


def test_a_row_with_another_type_than_its_column_should_have_is_named(sql, standin):
    standin.write("ALTER TABLE InvPrice DROP COLUMN PriceBasis")
    standin.write("ALTER TABLE InvMaster DROP COLUMN SupercessionDate")
    standin.write("ALTER TABLE InvMaster ADD COLUMN SupercessionDate TEXT DEFAULT 'soon'")
    with (
        sql.tables().session() as session,
        pytest.raises(NeedsPerson, match=r"InvMaster .* SupercessionDate: holds no date"),
    ):
        list(session.changes(erp.STOCK))


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("INSERT INTO sys_fn_my_permissions VALUES ('UPDATE')", "UPDATE"),
        ("INSERT INTO standin_writable VALUES ('ArCustomer', 'INSERT')", "table ArCustomer"),
        ("INSERT INTO standin_writable SELECT name, 'DELETE' FROM sys_tables", "more"),
    ],
)
def test_a_login_that_could_write_is_refused_before_anything_is_read(sql, standin, statement, named):
    standin.write(statement)
    with pytest.raises(Misconfigured) as caught, sql.tables().session():
        pass
    assert named in caught.value.problem.message
    assert "nothing is read with it" in caught.value.problem.message
    assert "db_datareader" in caught.value.problem.press


def test_the_company_names_its_database(sql, standin):
    tables = sql.tables(syspro__sql_database="")
    with tables.session():
        pass
    with tables.session():
        pass
    assert [place.database for place in standin.opened] == ["SysproDb", "SysproCompanyA", "SysproCompanyA"]
    with pytest.raises(Misconfigured, match="does not have company Q"):
        sql.tables(syspro__sql_database="", syspro__company="Q").company_database()


def test_the_ledger_may_stand_in_another_database(sql, standin):
    with sql.tables(syspro__sql_ledger_database="Ledger").session() as session:
        session.codes(erp.CodeList.BRANCHES)
        assert [place.database for place in standin.opened] == ["SysproCompanyA"]
        assert session.ledger_codes() == session.ledger_codes()
    assert [place.database for place in standin.opened] == ["SysproCompanyA", "Ledger"]


@pytest.mark.parametrize(
    ("wanted", "state", "level"),
    [
        ("auto", 0, "READ COMMITTED"),
        ("auto", 1, "SNAPSHOT"),
        ("snapshot", 0, "SNAPSHOT"),
        ("read_committed", 1, "READ COMMITTED"),
    ],
)
def test_reads_never_hold_writers_up(sql, standin, wanted, state, level):
    standin.write("UPDATE sys_databases SET snapshot_isolation_state = ?", state)
    with sql.tables(syspro__sql_isolation=wanted).session():
        pass
    assert standin.settings == [f"SET TRANSACTION ISOLATION LEVEL {level}", "SET DEADLOCK_PRIORITY LOW"]


def denied(rights):
    return [right for right in rights if not right.granted]


def test_a_probe_names_every_difference_and_what_it_stops(sql, standin):
    rights = sql_rights(sql.values(syspro__reader="sql"), sql.site.secrets, connect=standin.connect)
    assert not denied(rights)
    assert any("InvMaster" in right.name for right in rights)
    standin.write("ALTER TABLE ArCustomer DROP COLUMN Contact")
    standin.write("DROP TABLE TblArTerms")
    changed = sql.values(
        syspro__reader="sql", syspro__customer_form_fields="NOSUCH", syspro__sql_ledger_database="Ledger"
    )
    rights = denied(sql_rights(changed, sql.site.secrets, connect=standin.connect))
    said = {right.needed_for: right.message for right in rights}
    assert said["customers"] == "SYSPRO's table ArCustomer has no column Contact in database SysproCompanyA."
    assert "NOSUCH" in said["customer forms"]
    assert "TblArTerms is not there" in said["list of terms"]
    assert len(said) == 3


def test_a_probe_says_what_stands_in_the_way(sql, standin):
    standin.write("INSERT INTO sys_fn_my_permissions VALUES ('CONTROL')")
    (right,) = sql_rights(sql.values(syspro__reader="sql"), sql.site.secrets, connect=standin.connect)
    assert "The SQL login could write" in right.message
    standin.write("DELETE FROM sys_fn_my_permissions")
    standin.write("UPDATE sys_databases SET updateability = 'READ_ONLY'")
    rights = sql_rights(sql.values(syspro__reader="sql"), sql.site.secrets, connect=standin.connect)
    assert "read-only copy" in " ".join(right.message for right in rights)


def test_the_probe_of_syspro_includes_sql_server_only_where_it_is_used(sql):
    def probed(**changes):
        probe = SysproProbe(sql.site.values(**changes), sql.site.secrets, sql.site.clock)
        try:
            return [right.message for right in probe.probe() if "SQL" in right.name]
        finally:
            probe.close()

    assert probed() == []
    assert "syspro.sql_server" in probed(syspro__reader="sql")[0]


def test_the_setting_chooses_how_tables_are_read(sql, standin):
    for way, tells in (("sql", True), ("enet", False)):
        tables = tables_of(sql.values(syspro__reader=way), sql.site.secrets, sql.site.clock, connect=standin.connect)
        with tables.session() as session:
            assert session.tells_changes() is tells
        tables.close()


def test_custom_forms_that_e_net_does_not_read_at_a_site_are_said(enet):
    tables = enet.tables(syspro__custom_form_tables="no", syspro__stock_form_fields="WEBTITLE")
    with tables.session() as session, pytest.raises(Misconfigured, match=r"syspro\.custom_form_tables"):
        list(session.changes(erp.STOCK_FORMS))


def test_a_service_that_goes_in_the_middle_of_e_net_leaves_what_was_read(enet):
    with enet.tables(syspro__query_rows="60").session() as session:
        everything, _ = in_whole(session, erp.PRICES)
        pages = iter(session.changes(erp.PRICES))
        first = next(pages)
        enet.site.trouble("reset_before", times=9, object="COMFND")
        with pytest.raises(Transient):
            next(pages)
        enet.site.sandbox.faults.clear()
        rest = [row for page in session.changes(erp.PRICES, first.watermark) for row in page.rows]
    assert [*first.rows, *rest] == everything
