"""Journals (GENTJL): found and compared through the entries of the general ledger that carry our reference."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import cast

from agent.domain.attempts import Discrepancy, ErpRow
from agent.domain.documents import Document
from agent.domain.kinds import Journal
from connectors.syspro.comparison import Comparison
from connectors.syspro.handling import Compared, Found, Handling, Reading
from connectors.syspro.ledger import LedgerJournal, Place, chosen, journals_with, place_of
from connectors.syspro.tables import Tables
from connectors.syspro.xml import gentjl
from connectors.syspro.xml.comfnd import Condition
from connectors.syspro.xml.reply import Node
from connectors.syspro.xml.request import Posted


def find(reading: Reading, documents: Sequence[Document]) -> Found:
    """Return, by document id, the journals whose entries carry the document's reference, posted or not."""
    journals = journals_with(reading.tables, (document.draft.body.reference for document in documents))
    return {
        document.id: tuple(
            ErpRow(journal.key, journal.described()) for journal in journals.get(document.draft.body.reference, ())
        )
        for document in documents
    }


def compare(reading: Reading, documents: Sequence[Document]) -> Compared:
    """Return, by document id, every difference in ledger codes, values, currency, day and state."""
    journals = journals_with(reading.tables, (document.draft.body.reference for document in documents))
    own = {
        document.id: chosen(journals.get(document.draft.body.reference, ()), document.erp_key) for document in documents
    }
    days = _days(reading.tables, (journal.place for journal in own.values() if journal is not None))
    # No journal, no currency to compare.
    local = reading.session.profile().text("LocalCurrencyCode") if journals else ""
    return {
        document.id: _differences(
            document, own[document.id], journals.get(document.draft.body.reference, ()), days, local
        )
        for document in documents
    }


def _days(tables: Tables, places: Iterable[Place]) -> Mapping[Place, str]:
    """Return the day of each journal, CCYY-MM-DD; the ledger keeps it once a journal."""
    alternatives = tuple(
        (
            Condition("GlYear", "EQ", str(year)),
            Condition("GlPeriod", "EQ", str(period)),
            Condition("GlJournal", "EQ", str(journal)),
        )
        for year, period, journal in sorted(set(places))
    )
    rows = tables.alternatives("GenJournalCtl", ("JournalDate",), alternatives)
    days = {place_of(row, "GlJournal"): row.day("JournalDate") for row in rows}
    return {place: day.isoformat() for place, day in days.items() if day is not None}


def _differences(
    document: Document,
    journal: LedgerJournal | None,
    journals: Sequence[LedgerJournal],
    days: Mapping[Place, str],
    local: str,
) -> tuple[Discrepancy, ...]:
    comparison = Comparison(document)
    body = cast("Journal", document.draft.body)
    if journal is None:
        comparison.say("missing", f"SYSPRO has no journal with the reference {body.reference}.")
        return comparison.result()
    comparison.postings([one.key for one in journals], "journal")
    comparison.text("JournalDate", body.date, days.get(journal.place, ""))
    comparison.text("Currency", body.currency, journal.currency(local))
    if body.post and not journal.is_posted:
        comparison.say("PostJournal", f"Journal {journal.key} waits in SYSPRO for somebody to post it.")
    _compare_lines(comparison, body, journal, foreign=body.currency != local)
    return comparison.result()


def _compare_lines(comparison: Comparison, body: Journal, journal: LedgerJournal, *, foreign: bool) -> None:
    sent: dict[str, Decimal] = {}
    for line in body.lines:
        sent[line.ledger_code] = sent.get(line.ledger_code, Decimal(0)) + line.value.to_decimal()
    kept = journal.totals(foreign=foreign)
    for code in sorted({*sent, *kept}):
        where = f"Ledger code {code}"
        comparison.number("EntryAmount", sent.get(code, Decimal(0)), kept.get(code, Decimal(0)), where=where)
    if journal.difference:
        comparison.say("JournalDetails", f"Journal {journal.key} is out of balance by {journal.difference:f}.")


def _parse(root: Node, _: Journal) -> Posted:
    return gentjl.parse(root)


HANDLING = Handling("Transaction/Post", "GENTJL", gentjl.build, _parse, find, compare)
