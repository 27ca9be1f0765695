"""Cash book entries (CSHTWD): looked for in the general ledger, the only documented place that carries their reference.

Whether a site integrates its cash book at once and entry by entry is the setting ``cash_book.in_ledger``. Where it does
not, what stands in the ledger still counts, but absence proves nothing: such a document gets no entry from ``find``.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import cast

from agent.domain.attempts import Discrepancy, ErpRow
from agent.domain.documents import Document
from agent.domain.kinds import CashEntry
from agent.domain.settings import Values
from connectors.syspro.comparison import Comparison
from connectors.syspro.handling import Compared, Found, Handling, Reading
from connectors.syspro.ledger import LedgerJournal, chosen, journals_with
from connectors.syspro.xml import cshtwd
from connectors.syspro.xml.reply import Node
from connectors.syspro.xml.request import Posted


def find(reading: Reading, documents: Sequence[Document]) -> Found:
    """Return, by document id, the ledger journals with the document's reference; none where absence is not certain."""
    journals = journals_with(reading.tables, (document.draft.body.reference for document in documents))
    found = {
        document.id: tuple(
            ErpRow(journal.key, journal.described()) for journal in journals.get(document.draft.body.reference, ())
        )
        for document in documents
    }
    surely = reading.values.yes("cash_book.in_ledger")
    return {number: rows for number, rows in found.items() if rows or surely}


def compare(reading: Reading, documents: Sequence[Document]) -> Compared:
    """Return, by document id, every difference in ledger codes, values, currency and day."""
    journals = journals_with(reading.tables, (document.draft.body.reference for document in documents))
    # No journal, no currency to compare.
    local = reading.session.profile().text("LocalCurrencyCode") if journals else ""
    return {
        document.id: _differences(document, journals.get(document.draft.body.reference, ()), reading.values, local)
        for document in documents
    }


def say_absent(comparison: Comparison, reference: str, values: Values) -> None:
    """Note that the ledger does not show an entry: gone where it would stand there at once, else only not proven."""
    if values.yes("cash_book.in_ledger"):
        comparison.say("missing", f"SYSPRO's ledger has no entries with the reference {reference}.")
    else:
        comparison.say("unproven", f"SYSPRO's ledger does not show {reference} yet, so it is not proven.")


def _differences(
    document: Document, journals: Sequence[LedgerJournal], values: Values, local: str
) -> tuple[Discrepancy, ...]:
    comparison = Comparison(document)
    body = cast("CashEntry", document.draft.body)
    journal = chosen(journals, document.erp_key)
    if journal is None:
        say_absent(comparison, body.reference, values)
    else:
        comparison.postings([one.key for one in journals], "cash book entry")
        _compare(comparison, body, journal, values, local)
    return comparison.result()


def _compare(comparison: Comparison, body: CashEntry, journal: LedgerJournal, values: Values, local: str) -> None:
    currency = values.table("currencies.to_syspro").get(body.value.currency, "")
    comparison.text("PostingCurrency", currency, journal.currency(local))
    day = journal.rows[0].day("DocumentDate")
    if day is not None:
        comparison.text("TransactionDate", body.date, day.isoformat())
    if not journal.is_posted:
        comparison.say("posted", f"Journal {journal.key} waits in SYSPRO for somebody to post it.")
    # A withdrawal is a debit on its ledger codes and a credit on the bank, a deposit the mirror.
    sign = 1 if body.direction == "W" else -1
    kept = journal.totals(foreign=currency != local)
    for code, sent in sorted(_by_code(body).items()):
        comparison.number("LedgerValue", sent, sign * kept.pop(code, Decimal(0)), where=f"Ledger code {code}")
    # Which ledger code stands for the bank is SYSPRO's to know; all that is left has to be the bank's side.
    bank = -sign * sum(kept.values(), Decimal(0))
    comparison.number("TransactionValue", body.value.to_decimal(), bank, where=f"Bank {body.bank}")
    if journal.difference:
        comparison.say("LedgerDistribution", f"Journal {journal.key} is out of balance by {journal.difference:f}.")


def _by_code(body: CashEntry) -> dict[str, Decimal]:
    sent: dict[str, Decimal] = {}
    for line in body.lines:
        sent[line.ledger_code] = sent.get(line.ledger_code, Decimal(0)) + line.value.to_decimal()
    return sent


def _parse(root: Node, _: CashEntry) -> Posted:
    return cshtwd.parse(root)


HANDLING = Handling("Transaction/Post", "CSHTWD", cshtwd.build, _parse, find, compare)
