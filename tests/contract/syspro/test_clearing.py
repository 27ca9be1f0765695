"""What moved the clearing accounts, and which months are open, read out of SYSPRO."""

from decimal import Decimal

import pytest

from agent.domain.errors import Misconfigured, Transient
from agent.domain.facts import ClearingRow, PeriodState
from agent.domain.money import Money
from connectors.syspro.clearing import periods
from connectors.syspro.errors import Occasion, trouble
from connectors.syspro.xml.comfnd import Row
from tests.contract.syspro import bodies, ledger_bodies
from tests.contract.syspro.conftest import document

CODES = {"usd": "1310-000", "eur": "1320-000", "jpy": "1330-000", "gbp": ""}


@pytest.fixture
def post(site):
    """Post documents and return their keys."""

    def send(*posted):
        with site.target().session() as session:
            return [session.post(document(body, number=number)).erp_key for number, body in enumerate(posted, 1)]

    return send


@pytest.fixture
def read(site):
    """Ask a reading session one question; keywords change settings."""

    def ask(question, *arguments, **changes):
        with site.reader(**changes).session() as session:
            return getattr(session, question)(*arguments)

    return ask


def told(rows):
    return {(row.origin, row.reference): str(row.value) for row in rows}


def test_receipt_counts_once_although_the_ledger_repeats_it(post, read):
    post(bodies.receipt())
    assert told(read("clearing_rows", CODES)) == {("receivables", "ch_receipt_1"): "120.00 USD"}


def test_receipt_that_the_ledger_does_not_have_yet_counts_as_the_receivables_have_it(site, post, read):
    (key,) = post(bodies.receipt())
    with site.sandbox.locked():
        site.sandbox.connection.execute("DELETE FROM GenJournalDetail WHERE Reference = 'ch_receipt_1'")
    assert read("clearing_rows", CODES) == [
        ClearingRow("ch_receipt_1", key, "receivables", bodies.CUSTOMER, Money(12000, "usd"))
    ]


@pytest.mark.parametrize(("change", "kept"), [("EntryValue + 1", "120.01 USD"), ("0", "0.00 USD")])
def test_receipt_that_the_ledger_has_with_another_amount_is_told_where_the_ledger_has_each_one(
    site, post, read, change, kept
):
    post(bodies.receipt())
    assert [row.repeats for row in read("clearing_rows", CODES, receipts__in_ledger="yes")] == [False]
    with site.sandbox.locked():
        sql = f"UPDATE GenJournalDetail SET EntryValue = {change} WHERE Reference = 'ch_receipt_1' AND GlCode = '1310-000'"
        site.sandbox.connection.execute(sql)
    assert told(read("clearing_rows", CODES)) == {("receivables", "ch_receipt_1"): "120.00 USD"}
    rows = read("clearing_rows", CODES, receipts__in_ledger="yes")
    assert [(row.origin, str(row.value), row.repeats) for row in rows] == [
        ("receivables", "120.00 USD", False),
        ("ledger", kept, True),
    ]


def test_converted_receipt_counts_with_what_it_moved_on_the_clearing_account(site, post, read):
    post(bodies.receipt("ch_gbp", customer="000000000000904", value=Money(1000, "gbp"), exchange_rate=Decimal("1.25")))
    assert told(read("clearing_rows", CODES)) == {("ledger", "ch_gbp"): "12.50 USD"}


def test_journals_and_cash_entries_count_where_they_move_a_clearing_code(post, read):
    keys = post(
        ledger_bodies.journal(),
        ledger_bodies.euro_journal(),
        ledger_bodies.withdrawal(),
        ledger_bodies.yen_withdrawal(),
        ledger_bodies.journal("po_2", lines=ledger_bodies.lines(("1010-000", 100), ("6110-000", -100))),
    )
    rows = read("clearing_rows", CODES)
    assert told(rows) == {
        ("ledger", "po_1"): "-140.00 USD",
        ("ledger", "po_eur"): "-66.66 EUR",
        ("ledger", "txn_1"): "-5.53 USD",
        ("ledger", "txn_jpy"): "-1,001 JPY",
    }
    assert {row.reference: row.key for row in rows} == dict(
        zip(("po_1", "po_eur", "txn_1", "txn_jpy"), keys, strict=False)
    )


def test_ledger_rows_have_their_own_value_and_the_companys(post, read):
    post(ledger_bodies.journal(), ledger_bodies.euro_journal())
    rows = read("ledger_rows", ["1310-000", "1320-000", "9999-000"])
    assert [(row.reference, row.ledger_code, row.currency, row.value, row.local_currency) for row in rows] == [
        ("po_1", "1310-000", "USD", Decimal("-140.00"), "USD"),
        ("po_eur", "1320-000", "EUR", Decimal("-66.66"), "USD"),
    ]
    assert rows[0].local == Decimal("-140.00")
    assert rows[1].local != rows[1].value


def test_ledger_rows_without_a_currency_are_in_the_companys(site, post, read):
    post(ledger_bodies.journal())
    with site.sandbox.locked():
        site.sandbox.connection.execute("UPDATE GenJournalDetail SET PostCurrency = ''")
    [row] = read("ledger_rows", ["1310-000"])
    assert (row.currency, row.value) == ("USD", Decimal("-140.00"))


def test_clearing_rows_add_up_to_the_ledgers_balance(post, read):
    post(bodies.receipt(), bodies.paying_receipt(), ledger_bodies.journal(), ledger_bodies.deposit())
    total = sum(row.value.minor for row in read("clearing_rows", CODES))
    assert read("clearing", {"usd": "1310-000"})["usd"].balance == Money(total, "usd")


def test_money_paid_back_counts_as_money_out(post, read):
    post(bodies.receipt("re_1.M", value=Money(-500, "usd")))
    assert told(read("clearing_rows", CODES)) == {("receivables", "re_1.M"): "-5.00 USD"}


def test_adjustments_and_other_peoples_entries_do_not_count(site, post, read):
    post(bodies.receipt("ch_9.A"), bodies.receipt("INV 7"), ledger_bodies.journal("BANK FIX"))
    with site.sandbox.locked():
        # The ledger's rows of an adjustment stand on other codes than the clearing account's.
        connection = site.sandbox.connection
        connection.execute("UPDATE GenJournalDetail SET GlCode = '5000-000' WHERE Reference = 'ch_9.A'")
    assert read("clearing_rows", CODES) == []


def test_more_clearing_rows_than_one_page_are_read_to_the_last(post, read):
    post(*(ledger_bodies.journal(f"po_page_{number}") for number in range(60)))
    assert len(read("clearing_rows", CODES, syspro__query_rows="50")) == 60


def test_receipt_in_a_currency_that_nobody_mapped_is_a_wrong_setting(post, read):
    post(bodies.receipt())
    with pytest.raises(Misconfigured, match="USD"):
        read("clearing_rows", {}, currencies__to_syspro='{"eur": "EUR"}')


def test_open_periods_are_those_of_the_ledger_and_of_the_receivables(read):
    found = read("periods")
    assert (found.ledger_year, found.ledger_period) == (2026, 11)
    assert found.ledger_ends[:2] == ("2026-01-31", "2026-02-28")
    assert found.ledger_previous_ends[11] == "2025-12-31"
    assert (found.receivables_year, found.receivables_month) == (2026, 11)


def test_periods_that_a_site_does_not_use_are_left_out(site, read):
    with site.sandbox.locked():
        unused = {f"CurYrPrdEnd{number}": None for number in (13, 14, 15)}
        site.sandbox.service.books.update("GenControl", ("A",), unused)
    assert len(read("periods").ledger_ends) == 12


def test_company_that_the_ledger_names_otherwise_is_found_by_its_setting(read):
    with pytest.raises(Misconfigured, match=r"company 'S'"):
        read("periods", syspro__ledger_company="S")
    assert read("periods", syspro__ledger_company="A") == read("periods")


def test_periods_are_read_once_a_session(site):
    with site.reader().session() as session:
        first = session.periods()
        with site.sandbox.locked():
            site.sandbox.service.books.update("GenControl", ("A",), {"GlPeriod": Decimal(12)})
        assert session.periods() is first


@pytest.mark.parametrize("columns", ["GenOther", "ArUpdYear"])
def test_receivables_month_is_unknown_where_the_site_does_not_show_it(site, read, columns):
    schema = site.sandbox.service.books.schema
    with site.sandbox.locked():
        hidden = {name: table for name, table in schema.items() if name != "ArControl"}
        if columns == "ArUpdYear":
            hidden["ArControl"] = schema["InvControl"]
        site.sandbox.service.books.schema = hidden
    found = read("periods")
    assert isinstance(found, PeriodState)
    assert (found.receivables_year, found.receivables_month) == (0, 0)


class CutOffBehindTheLedger:
    """Tables whose connection breaks when the receivables are asked."""

    def select(self, table, columns, *_):
        if table == "ArControl":
            raise trouble("syspro.cut_off", Occasion())
        return [Row({column.lower(): "" for column in columns})]


def test_trouble_on_the_way_is_not_taken_for_a_missing_table(site):
    with pytest.raises(Transient, match="broke"):
        periods(CutOffBehindTheLedger(), site.values())


def entry(site, number, reference, **columns):
    """Put a person's entry into the ledger beside one of the receipt's."""
    database = site.sandbox.connection
    with site.sandbox.locked():
        names = [column[1] for column in database.execute("PRAGMA table_info(GenJournalDetail)")]
        own = database.execute("SELECT * FROM GenJournalDetail WHERE GlCode = ?", ("1310-000",)).fetchone()
        row = dict(zip(names, own, strict=True)) | {"EntryNumber": number, "Reference": reference} | columns
        marks = ",".join("?" * len(row))
        database.execute(f"INSERT INTO GenJournalDetail ({','.join(row)}) VALUES ({marks})", tuple(row.values()))


def test_every_entry_of_somebody_else_is_told_by_name(site, post, read):
    post(bodies.receipt())
    entry(site, 901, "JE BANK 77", EntryValue=5000)
    entry(site, 902, "", EntryValue=-5000, EntryDate=None)
    entry(site, 903, "nothing", EntryValue=0)
    account = read("clearing", CODES)["usd"]
    assert account.balance == Money(12000, "usd")
    assert account.own == {"ch_receipt_1"}
    first, second = account.foreign
    assert (first.code, first.entry, first.reference, first.value) == (
        "1310-000",
        901,
        "JE BANK 77",
        Money(5000, "usd"),
    )
    assert (first.day[:2], second.day, second.reference) == ("20", "", "")
    assert first.key == read("clearing_rows", CODES)[0].key


def test_an_entry_in_another_currency_than_the_accounts_is_told_and_not_counted(site, post, read):
    post(bodies.receipt())
    entry(site, 901, "IN POUNDS", GlCode="1320-000", PostCurrency="GBP", EntryValue=700, CurrencyValue=500)
    entry(site, 902, "IN EUROS", GlCode="1320-000", PostCurrency="EUR", EntryValue=110, CurrencyValue=100)
    account = read("clearing", CODES)["eur"]
    assert account.balance == Money(100, "eur")
    assert {one.reference: (str(one.value), one.counts) for one in account.foreign} == {
        "IN POUNDS": ("7.00 USD", False),
        "IN EUROS": ("1.00 EUR", True),
    }
