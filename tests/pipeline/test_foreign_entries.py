"""What somebody else posts to the clearing account is named, entry by entry, until it is gone or a person accepts it."""

import pytest

from tests.pipeline.company import DAY_S, NOW_AT, Company


@pytest.fixture
def company(tmp_path):
    made = Company(tmp_path)
    made.sale(10_000, "usd", at=NOW_AT - 3 * DAY_S)
    made.run("sweep")
    made.run_all()
    yield made
    made.close()


def put(company, number, reference, cents):
    with company.syspro.locked():
        database = company.syspro.books.connection
        names = [column[1] for column in database.execute("PRAGMA table_info(GenJournalDetail)")]
        own = database.execute("SELECT * FROM GenJournalDetail WHERE trim(GlCode) = '1310-000'").fetchone()
        row = dict(zip(names, own, strict=True)) | {
            "EntryNumber": number, "Reference": reference, "EntryValue": cents, "CurrencyValue": cents,
        }  # fmt: skip
        marks = ",".join("?" * len(row))
        database.execute(f"INSERT INTO GenJournalDetail ({','.join(row)}) VALUES ({marks})", tuple(row.values()))


def take(company, reference):
    with company.syspro.locked():
        sql = "DELETE FROM GenJournalDetail WHERE trim(Reference) = ?"
        assert company.syspro.books.connection.execute(sql, (reference,)).rowcount == 1


def named(company):
    company.run("prove")
    return {row.id: row.message for row in company.store.reports.discrepancies()}


def test_entries_that_cancel_out_are_named_each_and_forgotten_when_they_are_gone(company):
    assert named(company) == {}
    put(company, 901, "JE BANK 77", 5000)
    put(company, 902, "MISTAKE 78", -5000)
    out, into = sorted(named(company).values())
    assert (" -50.00 USD" in out, "reference MISTAKE 78" in out) == (True, True)
    assert (" 50.00 USD" in into, "reference JE BANK 77" in into) == (True, True)
    take(company, "MISTAKE 78")
    assert list(named(company).values()) == [into]
    take(company, "JE BANK 77")
    assert named(company) == {}


def test_what_a_person_accepted_stays_accepted_when_another_entry_comes(company):
    put(company, 901, "JE BANK 77", 5000)
    (number,) = named(company)
    company.ask("accept", number=number, reason="The bank's correction.")
    assert named(company) == {}
    put(company, 902, "MISTAKE 78", -700)
    assert ["MISTAKE 78" in message for message in named(company).values()] == [True]
    assert all(row.holds for row in company.proof())
