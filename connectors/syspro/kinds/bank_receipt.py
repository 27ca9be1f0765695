"""Money into a bank without a customer (ARSTPY): looked for in the general ledger, as entries of the cash book are.

That miscellaneous receipts stand there with their reference, one by one, is inferred; like the cash book's entries they
prove nothing by their absence unless ``cash_book.in_ledger`` says so.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import cast

from agent.domain.attempts import Discrepancy
from agent.domain.documents import Document
from agent.domain.kinds import BankReceipt
from agent.domain.settings import Values
from connectors.syspro.comparison import Comparison
from connectors.syspro.handling import Compared, Handling, Reading
from connectors.syspro.kinds import cash_entry
from connectors.syspro.ledger import LedgerJournal, chosen, journals_with
from connectors.syspro.xml import arstpy_miscellaneous
from connectors.syspro.xml.reply import Node
from connectors.syspro.xml.request import Posted


def compare(reading: Reading, documents: Sequence[Document]) -> Compared:
    """Return, by document id, every difference in ledger codes, values, currency and day."""
    journals = journals_with(reading.tables, (document.draft.body.reference for document in documents))
    # No journal, no currency to compare.
    local = reading.session.profile().text("LocalCurrencyCode") if journals else ""
    return {
        document.id: _differences(document, journals.get(document.draft.body.reference, ()), reading.values, local)
        for document in documents
    }


def _differences(
    document: Document, journals: Sequence[LedgerJournal], values: Values, local: str
) -> tuple[Discrepancy, ...]:
    comparison = Comparison(document)
    journal = chosen(journals, document.erp_key)
    if journal is None:
        cash_entry.say_absent(comparison, document.draft.body.reference, values)
    else:
        comparison.postings([one.key for one in journals], "receipt")
        _compare(comparison, cast("BankReceipt", document.draft.body), journal, local)
    return comparison.result()


def _compare(comparison: Comparison, body: BankReceipt, journal: LedgerJournal, local: str) -> None:
    comparison.text("Currency", body.currency, journal.currency(local))
    day = journal.rows[0].day("DocumentDate")
    if day is not None:
        comparison.text("MiscellaneousReceiptDate", body.date, day.isoformat())
    if not journal.is_posted:
        comparison.say("posted", f"Journal {journal.key} waits in SYSPRO for somebody to post it.")
    wanted: dict[str, Decimal] = {}
    for line in body.lines:
        wanted[line.ledger_code] = wanted.get(line.ledger_code, Decimal(0)) + line.value.to_decimal()
    kept = journal.totals(foreign=body.currency != local)
    for code in sorted({*wanted, *kept}):
        where = f"Ledger code {code}"
        comparison.number("LedgerValue", wanted.get(code, Decimal(0)), kept.get(code, Decimal(0)), where=where)
    if journal.difference:
        comparison.say("LedgerDistribution", f"Journal {journal.key} is out of balance by {journal.difference:f}.")


def _parse(root: Node, _: BankReceipt) -> Posted:
    return arstpy_miscellaneous.parse(root)


HANDLING = Handling("Transaction/Post", "ARSTPY", arstpy_miscellaneous.build, _parse, cash_entry.find, compare)
