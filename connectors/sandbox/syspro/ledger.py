"""The general ledger: balanced journals, their history, and the proof that they balance."""

import sqlite3
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from connectors.sandbox.syspro.books import Books
from connectors.sandbox.syspro.money import ZERO

PERIODS = 15
"""Periods of a general ledger year that ``GenControl`` has room for (reference, section 3.5)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a journal.

    Attributes:
        ledger_code: Account of ``GenMaster``.
        local: Value in local currency; debit positive, credit negative.
        value: The same in the journal's currency.
        comment: Text of the line.
        reference: Reference of the line; blank takes the journal's.
    """

    ledger_code: str
    local: Decimal
    value: Decimal
    comment: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """One journal, whose entries must add up to nothing in local currency.

    Attributes:
        year: General ledger year.
        period: General ledger period, 1 to 15.
        day: Date of the document.
        source: Where it comes from: ``AR`` receivables, ``SA`` sales, ``CS`` cash book, blank the ledger itself.
        reference: The caller's reference, for searching.
        currency: Currency of the entries' ``value``.
        sub_journal: Journal of the module it comes from, 0 for none.
        sub_invoice: Receivables invoice it comes from.
        posted: Whether it counts in the balances; an unposted one waits for review.
    """

    year: int
    period: int
    day: date
    source: str
    reference: str
    notation: str
    currency: str
    operator: str
    entries: tuple[Entry, ...]
    sub_journal: int = 0
    sub_invoice: str = ""
    posted: bool = True


def balanced(entries: list[Entry], difference_code: str) -> tuple[Entry, ...]:
    """Return the entries with what is missing in local currency posted to ``difference_code``; zeros fall out."""
    missing = -sum((entry.local for entry in entries), ZERO)
    if missing:
        entries = [*entries, Entry(difference_code, missing, ZERO, "Difference")]
    return tuple(entry for entry in entries if entry.local or entry.value)


def post_journal(books: Books, journal: Journal) -> int:
    """Write a journal and return its number.

    Raises:
        AssertionError: When it does not balance: a bug of the sandbox, never of a caller.
    """
    assert sum((entry.local for entry in journal.entries), ZERO) == 0, journal
    number = books.next_number("gl_journal")
    _write_control(books, journal, number)
    for position, entry in enumerate(journal.entries, 1):
        _write_entry(books, journal, number, position, entry)
        if journal.posted:
            _add_to_history(books, entry.ledger_code, journal.year, journal.period, entry.local)
    return number


def trial_balance(connection: sqlite3.Connection) -> Decimal:
    """Return the sum of all ledger entries in local currency; anything but 0 is a bug."""
    (cents,) = connection.execute("SELECT COALESCE(SUM(EntryValue), 0) FROM GenJournalDetail").fetchone()
    return Decimal(cents).scaleb(-2)


def ledger_balance(connection: sqlite3.Connection, ledger_code: str) -> tuple[Decimal, Decimal]:
    """Return an account's balance of posted entries: local value, and the plain sum of the currency values."""
    local, value = connection.execute(
        "SELECT COALESCE(SUM(EntryValue), 0), COALESCE(SUM(CurrencyValue), 0) FROM GenJournalDetail"
        " WHERE GlCode = ? AND EntryPosted = 'Y'",
        (ledger_code,),
    ).fetchone()
    return Decimal(local).scaleb(-2), Decimal(value).scaleb(-2)


def _write_control(books: Books, journal: Journal, number: int) -> None:
    state = "Y" if journal.posted else "N"
    books.insert(
        "GenJournalCtl",
        {
            "GlYear": journal.year,
            "GlPeriod": journal.period,
            "GlJournal": number,
            "JournalDate": journal.day,
            "NumOfEntries": len(journal.entries),
            "DebitAmount": sum((entry.local for entry in journal.entries if entry.local > 0), ZERO),
            "CreditAmount": -sum((entry.local for entry in journal.entries if entry.local < 0), ZERO),
            "JnlPostingType": "N",
            "Source": "S" if journal.source else "G",
            "JournalSource": journal.source,
            "Operator": journal.operator,
            "JnlStatus": "2" if journal.posted else "1",
            "Reference": journal.reference,
            "Authorised": state,
            "AuthorisedBy": journal.operator if journal.posted else "",
            "PostedBy": journal.operator if journal.posted else "",
            "PostDate": books.today() if journal.posted else None,
            "Notation": journal.notation,
        },
    )


def _write_entry(books: Books, journal: Journal, number: int, position: int, entry: Entry) -> None:
    books.insert(
        "GenJournalDetail",
        {
            "GlYear": journal.year,
            "GlPeriod": journal.period,
            "Journal": number,
            "EntryNumber": position,
            "EntryType": "D" if entry.local >= 0 else "C",
            "GlCode": entry.ledger_code,
            "Reference": entry.reference or journal.reference,
            "Comment": entry.comment or journal.notation,
            "EntryValue": entry.local,
            "EntryDate": journal.day,
            "EntryPosted": "Y" if journal.posted else "N",
            "CurrencyValue": entry.value,
            "PostCurrency": journal.currency,
            "Source": journal.source,
            "TransactionDate": books.today(),
            "DocumentDate": journal.day,
            "SubModJournal": journal.sub_journal,
            "SubModArInvoice": journal.sub_invoice,
            "Company": books.options.company,
        },
    )


def _add_to_history(books: Books, ledger_code: str, year: int, period: int, local: Decimal) -> None:
    key = _history_of(books, ledger_code, year)
    books.add("GenHistory", key, {f"ClosingBalPer{number}": local for number in range(period, PERIODS + 1)})
    control = books.row("GenControl", books.options.company)
    if control is not None and year < control.whole("GlYear"):
        _carry(books, ledger_code, control.whole("GlYear"), local)


def _carry(books: Books, ledger_code: str, year: int, local: Decimal) -> None:
    """Take what is posted to last year into the open one; inferred: it is the result that goes to retained earnings."""
    account = books.row("GenMaster", books.options.company, ledger_code)
    keeps = account is not None and account.text("AccountType") in "ALC"
    key = _history_of(books, ledger_code if keeps else books.setting("retained_earnings"), year)
    columns = ("BeginYearBalance", *(f"ClosingBalPer{number}" for number in range(1, PERIODS + 1)))
    books.add("GenHistory", key, dict.fromkeys(columns, local))


def _history_of(books: Books, ledger_code: str, year: int) -> tuple[str, str, int]:
    """Return the key of an account's year, whose row is there from now on."""
    key = (books.options.company, ledger_code, year)
    if not books.exists("GenHistory", *key):
        books.insert("GenHistory", {"Company": key[0], "GlCode": ledger_code, "GlYear": year})
    return key
