"""Journals and cash book entries: posted, found by our reference, read back out of the general ledger."""

from dataclasses import replace
from decimal import Decimal

import pytest

from agent.domain.errors import InDoubt, NeedsPerson, Unavailable
from tests.contract.syspro import ledger_bodies as bodies
from tests.contract.syspro.conftest import document

KINDS = {
    "journal": bodies.journal,
    "foreign journal": bodies.euro_journal,
    "withdrawal": bodies.withdrawal,
    "deposit": bodies.deposit,
    "withdrawal in yen": bodies.yen_withdrawal,
    "receipt with a charge": bodies.received,
    "foreign receipt with a charge": bodies.euros_received,
}
OBJECTS = {bodies.journal: "GENTJL", bodies.withdrawal: "CSHTWD", bodies.received: "ARSTPY"}
IN_LEDGER = {"cash_book__in_ledger": "yes"}


class Ledger:
    """One document of the ledger, and the site that keeps it."""

    def __init__(self, site, body, **changes):
        self._site, self._changes = site, {**IN_LEDGER, **changes}
        self.document = document(body, title="Payout of 134.47 USD")

    def post(self):
        with self._site.target(**self._changes).session() as session:
            self.document = replace(self.document, erp_key=session.post(self.document).erp_key)
        return self

    def find(self):
        with self._site.target(**self._changes).session() as session:
            return session.find([self.document])

    def differences(self):
        with self._site.target(**self._changes).session() as session:
            return session.read_back([self.document])[1]

    def codes(self):
        return [found.code for found in self.differences()]

    def rows(self):
        return self._site.rows("GenJournalDetail", "Reference = ?", self.document.draft.body.reference)

    def change(self, ledger_code, **columns):
        row = next(row for row in self.rows() if ledger_code in ("", row.text("GlCode")))
        key = tuple(row.whole(name) for name in ("GlYear", "GlPeriod", "Journal", "EntryNumber"))
        with self._site.sandbox.locked():
            self._site.sandbox.service.books.update("GenJournalDetail", key, columns)
        return self


@pytest.fixture
def ledger(site):
    return lambda body, **changes: Ledger(site, body, **changes)


@pytest.mark.parametrize("make", KINDS.values(), ids=KINDS)
def test_what_was_posted_is_found_by_our_reference_and_agrees(ledger, make):
    kept = ledger(make())
    assert kept.find() == {1: ()}
    kept.post()
    (row,) = kept.find()[1]
    assert row.key == kept.document.erp_key
    assert row.key.startswith("2026/11/")
    assert kept.differences() == ()


@pytest.mark.parametrize("make", OBJECTS)
def test_lost_answer_leaves_document_in_doubt_and_the_row_is_found(site, ledger, make):
    kept = ledger(make())
    site.trouble("reset_after_commit", object=OBJECTS[make])
    with pytest.raises(InDoubt):
        kept.post()
    (row,) = kept.find()[1]
    assert "in local currency" in row.described


@pytest.mark.parametrize("make", OBJECTS)
def test_document_that_never_arrived_is_absent(site, ledger, make):
    kept = ledger(make())
    site.trouble("reset_before", object=OBJECTS[make])
    with pytest.raises(InDoubt):
        kept.post()
    assert kept.find() == {1: ()}


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (bodies.journal(lines=bodies.lines((bodies.BANK, 100), (bodies.CLEARING, -99))), "differ by 0.01"),
        (bodies.journal(lines=bodies.lines((bodies.BANK, 100), ("NONE", -100))), "LedgerCode 'NONE'"),
        (bodies.journal(lines=bodies.lines((bodies.BANK, 100), ("1100-000", -100))), "LedgerCode '1100-000'"),
        (bodies.journal(year="2023", period="12"), "PostingPeriod '12'"),
        (bodies.withdrawal(bank="NOWHERE"), "Bank 'NOWHERE'"),
        (bodies.withdrawal(lines=()), "add up to 0"),
        (bodies.received(bank="NOWHERE"), "Bank 'NOWHERE'"),
        (bodies.received(ledger_code="NONE"), "CreditLedgerCode 'NONE'"),
    ],
)
def test_wrong_document_is_refused_and_nothing_is_posted(ledger, body, words):
    kept = ledger(body)
    with pytest.raises(NeedsPerson) as caught:
        kept.post()
    assert words in caught.value.problem.message
    assert kept.find() == {1: ()}


def test_changed_amount_is_told_with_the_ledger_code_and_both_amounts(ledger):
    kept = ledger(bodies.journal()).post().change(bodies.CLEARING, EntryValue=Decimal("-139.00"))
    amount, balance = kept.differences()
    assert (amount.code, balance.code) == ("read_back.EntryAmount", "read_back.JournalDetails")
    assert amount.message == (
        "Payout of 134.47 USD: Ledger code 1310-000, EntryAmount was sent as '-140.00', SYSPRO has '-139.00'."
    )
    assert balance.message == f"Payout of 134.47 USD: Journal {kept.document.erp_key} is out of balance by 1.00."


@pytest.mark.parametrize(
    ("ledger_code", "columns", "codes"),
    [
        (bodies.BANK, {"GlCode": "1990-000"}, ["read_back.EntryAmount", "read_back.EntryAmount"]),
        (bodies.BANK, {"PostCurrency": "EUR"}, ["read_back.Currency"]),
        (bodies.BANK, {"PostCurrency": " "}, []),
        (bodies.BANK, {"EntryPosted": "N"}, ["read_back.PostJournal"]),
        (bodies.BANK, {"Reference": "other"}, ["read_back.EntryAmount", "read_back.JournalDetails"]),
    ],
)
def test_changed_entry_of_a_journal_is_told(ledger, ledger_code, columns, codes):
    assert ledger(bodies.journal()).post().change(ledger_code, **columns).codes() == codes


def test_changed_entry_of_a_foreign_journal_is_told_in_its_currency(ledger):
    kept = ledger(bodies.euro_journal()).post().change("1320-000", CurrencyValue=Decimal("-66.67"))
    (found,) = kept.differences()
    assert "Ledger code 1320-000, EntryAmount was sent as '-66.66', SYSPRO has '-66.67'." in found.message


def test_changed_day_of_a_journal_is_told(site, ledger):
    kept = ledger(bodies.journal()).post()
    (row,) = site.rows("GenJournalCtl", "Reference = ?", "po_1")
    with site.sandbox.locked():
        key = tuple(row.whole(name) for name in ("GlYear", "GlPeriod", "GlJournal"))
        site.sandbox.service.books.update("GenJournalCtl", key, {"JournalDate": "2023-11-15"})
    (found,) = kept.differences()
    assert "JournalDate was sent as '2023-11-14', SYSPRO has '2023-11-15'" in found.message


@pytest.mark.parametrize("make", OBJECTS)
def test_document_posted_twice_is_told_and_is_two_candidates(ledger, make):
    first = ledger(make()).post()
    second = ledger(make()).post()
    assert [row.key for row in first.find()[1]] == [first.document.erp_key, second.document.erp_key]
    assert first.codes() == ["read_back.Reference"]


@pytest.mark.parametrize("make", OBJECTS)
def test_document_that_is_gone_is_told(ledger, make):
    assert ledger(make()).codes() == ["read_back.missing"]


@pytest.mark.parametrize("make", OBJECTS)
def test_document_with_another_key_is_told(ledger, make):
    kept = ledger(make()).post()
    kept.document = replace(kept.document, erp_key="2023/11/999999")
    assert kept.codes() == ["read_back.Journal"]


def test_journal_that_is_to_be_reviewed_waits_in_syspro_and_agrees(ledger):
    kept = ledger(bodies.journal(post=False)).post()
    (row,) = kept.find()[1]
    assert "not posted yet" in row.described
    assert kept.differences() == ()


def test_many_journals_with_many_lines_are_found_over_several_pages(site, ledger):
    pairs = [pair for number in range(1, 9) for pair in ((bodies.BANK, number), (bodies.CLEARING, -number))]
    postings = [
        document(bodies.journal(f"po_many_{number}", lines=bodies.lines(*pairs)), number=number)
        for number in range(1, 31)
    ]
    with site.target().session() as session:
        posted = [replace(posting, erp_key=session.post(posting).erp_key) for posting in postings]
    with site.target(syspro__url_limit="5000", syspro__query_rows="50").session() as session:
        found = session.find(posted)
        assert [[row.key for row in found[posting.id]] for posting in posted] == [[one.erp_key] for one in posted]
        assert set(session.read_back(posted).values()) == {()}


@pytest.mark.parametrize(
    ("ledger_code", "columns", "codes"),
    [
        (bodies.FEES, {"EntryValue": Decimal("4.00")}, ["read_back.LedgerValue", "read_back.LedgerDistribution"]),
        (bodies.FEES, {"GlCode": "1990-000"}, ["read_back.LedgerValue", "read_back.TransactionValue"]),
        (bodies.CLEARING, {"EntryValue": Decimal("-5.54")}, ["read_back.TransactionValue", "read_back.LedgerDistribution"]),
        (bodies.CLEARING, {"PostCurrency": "EUR"}, ["read_back.PostingCurrency"]),
        (bodies.CLEARING, {"DocumentDate": "2023-11-15"}, ["read_back.TransactionDate"]),
        (bodies.CLEARING, {"DocumentDate": None}, []),
        ("", {"EntryPosted": "N"}, ["read_back.posted"]),
    ],
)  # fmt: skip
def test_changed_entry_of_the_cash_book_is_told(ledger, ledger_code, columns, codes):
    assert ledger(bodies.withdrawal()).post().change(ledger_code, **columns).codes() == codes


@pytest.mark.parametrize(
    ("ledger_code", "columns", "codes"),
    [
        (bodies.CHARGES, {"EntryValue": Decimal("4.00")}, ["read_back.LedgerValue", "read_back.LedgerDistribution"]),
        (bodies.BANK, {"GlCode": bodies.CLEARING}, ["read_back.LedgerValue", "read_back.LedgerValue"]),
        (bodies.CLEARING, {"PostCurrency": "EUR"}, ["read_back.Currency"]),
        (bodies.BANK, {"DocumentDate": "2023-11-15"}, ["read_back.MiscellaneousReceiptDate"]),
        (bodies.BANK, {"DocumentDate": None}, []),
        ("", {"EntryPosted": "N"}, ["read_back.posted"]),
    ],
)
def test_changed_entry_of_a_receipt_into_the_bank_is_told(ledger, ledger_code, columns, codes):
    assert ledger(bodies.received()).post().change(ledger_code, **columns).codes() == codes


def test_a_site_without_deposit_slips_puts_the_money_elsewhere_which_is_told(make_site):
    kept = Ledger(make_site(bank_deposit_slip=False), bodies.euros_received()).post()
    assert [found.message.split(": ")[1].split(" was")[0] for found in kept.differences()] == [
        "Ledger code 1010-000, LedgerValue",
        "Ledger code 1020-000, LedgerValue",
    ]


def test_a_site_that_allows_no_bank_charges_refuses_the_receipt(make_site):
    with pytest.raises(NeedsPerson) as caught:
        Ledger(make_site(bank_charges_allowed=False), bodies.received()).post()
    assert "BankChargeValue" in caught.value.problem.message


@pytest.mark.parametrize("make", [bodies.withdrawal, bodies.received])
def test_absence_of_a_cash_entry_proves_nothing_where_the_ledger_may_lag_behind(ledger, make):
    kept = ledger(make(), cash_book__in_ledger="no")
    assert kept.find() == {}
    assert kept.codes() == ["read_back.unproven"]
    kept.post()
    assert [row.key for row in kept.find()[1]] == [kept.document.erp_key]
    assert kept.differences() == ()


def test_lost_answer_proves_nothing_where_the_ledger_may_lag_behind(site, ledger):
    site.trouble("reset_after_commit", object="CSHTWD")
    kept = ledger(bodies.withdrawal(), cash_book__in_ledger="no")
    with pytest.raises(InDoubt):
        kept.post()
    kept.change("", Reference="other").change("", Reference="other").change("", Reference="other")
    assert kept.find() == {}


@pytest.mark.parametrize("make", OBJECTS)
def test_ledger_cannot_be_searched_without_comfnd(site, ledger, make):
    site.trouble("unlicensed", object="COMFND", times=None)
    with pytest.raises(Unavailable):
        ledger(make()).find()
