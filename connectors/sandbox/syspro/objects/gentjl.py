"""GENTJL: general ledger journals (reference, section 2.8)."""

from dataclasses import dataclass
from decimal import Decimal

from connectors.sandbox.syspro import xmlout
from connectors.sandbox.syspro.books import Books
from connectors.sandbox.syspro.calls import BusinessObject, Call, Outcome, needed_items, post_items
from connectors.sandbox.syspro.fields import Fields
from connectors.sandbox.syspro.ledger import Entry, Journal, balanced, post_journal
from connectors.sandbox.syspro.made_up import made_up
from connectors.sandbox.syspro.money import ZERO, Currency, currency, plain
from connectors.sandbox.syspro.periods import ledger_period_open, period_of
from connectors.sandbox.syspro.troubles import Refused
from connectors.sandbox.syspro.xmlin import Element

ROOT = "postgljournal"
VERSION = "7.0.041"
"""Version of the object; made up."""

LEAST_ENTRIES = 2
"""A journal has at least a debit and a credit."""


@dataclass(slots=True)
class _Counts:
    journals: int = 0
    postings: int = 0
    invalid: int = 0


def run(call: Call, books: Books) -> str:
    """Post every journal and answer with their numbers and totals."""
    counts = _Counts()
    try:
        items = needed_items(call)
    except Refused as refused:
        outcomes = [Outcome(xmlout.faults(refused.faults), invalid=True)]
    else:
        outcomes = post_items(call, books, items, lambda item: _post(call, books, item, counts), entire=False)
    refused_items = sum(outcome.invalid for outcome in outcomes)
    body = "".join(xmlout.node("Item", outcome.body) for outcome in outcomes)
    status = xmlout.node(
        "StatusOfItems",
        xmlout.leaf("JournalsProcessed", f"{len(outcomes) - refused_items:06d}"),
        xmlout.leaf("PostingsProcessed", f"{counts.postings:06d}"),
        xmlout.leaf("PostingsInvalid", f"{max(counts.invalid, refused_items):06d}"),
    )
    return xmlout.reply(ROOT, VERSION, body, status)


def _post(call: Call, books: Books, item: Element, counts: _Counts) -> Outcome:
    fields = Fields(item)
    fields.choice("JournalType", "NPUSLAIE", "N")
    fields.choice("AuthorizeJournal", "DAU", "D")
    day = fields.day("JournalDate", books.today())
    year, period = _period(books, fields)
    money = currency(books, fields.code(books, "Currency", "TblCurrency") or books.setting("local_currency"))
    lines = [fields.under(element) for element in item.all("JournalDetails")]
    entries = [_entry(books, line, money) for line in lines]
    counts.invalid += len(fields.found)
    _check_balance(fields, entries)
    fields.stop()
    journal = Journal(
        year=year,
        period=period,
        day=day,
        source="",
        reference=fields.text("JournalReference", 30),
        notation=fields.text("Notation", 100),
        currency=money.code,
        operator=call.operator,
        entries=balanced(entries, books.setting("exchange_variance")),
        posted=fields.flag("PostJournal"),
    )
    number = post_journal(books, journal)
    counts.postings += len(entries)
    return Outcome(_shown(journal, number))


def _period(books: Books, fields: Fields) -> tuple[int, int]:
    current = period_of(books, "C")
    year = int(fields.number("PostingYear", 0, Decimal(current.year)))
    period = int(fields.number("PostingPeriod", 0, Decimal(current.month)))
    if not ledger_period_open(books, year, period):
        fields.refuse("PostingPeriod", made_up("ledger_period", year, period), str(period))
    return year, period


def _entry(books: Books, line: Fields, money: Currency) -> Entry:
    code = line.needed("LedgerCode")
    account = books.row("GenMaster", books.options.company, code) if code else None
    if code and account is None:
        line.refuse("LedgerCode", made_up("not_on_file", code, "GenMaster"))
    elif account is not None and account.text("ControlAccFlag") == "Y" and books.options.control_accounts_blocked:
        line.refuse("LedgerCode", made_up("control_account", code))
    amount = line.number("EntryAmount")
    return Entry(code, money.local(amount), amount, line.text("Comment", 250), line.text("Reference", 30))


def _check_balance(fields: Fields, entries: list[Entry]) -> None:
    total = sum((entry.value for entry in entries), ZERO)
    if len(entries) < LEAST_ENTRIES:
        fields.refuse("JournalDetails", made_up("too_few_entries"), "")
    elif total != 0:
        fields.refuse("JournalDetails", made_up("unbalanced", plain(total)), "")


def _shown(journal: Journal, number: int) -> str:
    key = (("GlYear", journal.year), ("GlPeriod", f"{journal.period:02d}"), ("GlJournal", f"{number:010d}"))
    debit = sum((entry.value for entry in journal.entries if entry.value > 0), ZERO)
    rest = (
        ("JournalDate", journal.day.isoformat()),
        ("NumOfEntries", xmlout.padded(len(journal.entries), 10)),
        ("DebitAmount", xmlout.padded(debit, 14, 2)),
        ("CreditAmount", xmlout.padded(debit, 14, 2)),
        ("JnlPostingType", "N"),
        ("Jnlstatus", "2" if journal.posted else "1"),
        ("Currency", journal.currency),
        ("Authorised", "Y" if journal.posted else "N"),
    )
    return xmlout.node("Transaction", xmlout.node("Key", xmlout.leaves(key)), xmlout.leaves(rest))


OBJECT = BusinessObject("GENTJL", ("Transaction/Post",), run)
