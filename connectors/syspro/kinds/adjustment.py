"""Adjustments at SYSPRO: rows of ArInvoicePay with our reference, among the receipts.

That adjustments stand there, with the sign of receipts (what the document went down by), is inferred.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import cast

from agent.domain.attempts import Discrepancy, ErpRow
from agent.domain.documents import Document
from agent.domain.kinds import Adjustment
from agent.domain.settings import Values
from connectors.syspro.comparison import Comparison
from connectors.syspro.handling import Compared, Found, Handling, Reading
from connectors.syspro.receipts import ReceiptPart, by_posting, of_customer, paid_parts
from connectors.syspro.xml import arstpy_adjustment
from connectors.syspro.xml.reply import Node
from connectors.syspro.xml.request import Posted


def find(reading: Reading, documents: Sequence[Document]) -> Found:
    """Return the postings that carry each document's reference, on whatever account they stand."""
    bodies = {document.id: cast("Adjustment", document.draft.body) for document in documents}
    parts = paid_parts(reading.tables, [("", body.reference) for body in bodies.values()], reading.values)
    return {number: _rows(of_customer(parts.get(body.reference, []), body.customer)) for number, body in bodies.items()}


def compare(reading: Reading, documents: Sequence[Document]) -> Compared:
    """Return where SYSPRO's posting differs: journal, value, currency, and the document that it moved."""
    bodies = [cast("Adjustment", document.draft.body) for document in documents]
    parts = paid_parts(reading.tables, [(body.customer, body.reference) for body in bodies], reading.values)
    return {
        document.id: _compared(reading.values, document, parts.get(document.draft.body.reference, []))
        for document in documents
    }


def _parse(root: Node, _body: Adjustment) -> Posted:
    return arstpy_adjustment.parse(root)


HANDLING = Handling("Transaction/Post", "ARSTPY", arstpy_adjustment.build, _parse, find, compare)


def _rows(parts: list[ReceiptPart]) -> tuple[ErpRow, ...]:
    return tuple(ErpRow(place[1], _words(place, own)) for place, own in by_posting(parts).items())


def _words(place: tuple[str, str], parts: list[ReceiptPart]) -> str:
    documents = ", ".join(part.invoice for part in parts)
    return f"Adjustment {place[1]} of customer {place[0]}: {_raised(parts)} {parts[0].currency} on {documents}."


def _raised(parts: list[ReceiptPart]) -> Decimal:
    """Return what the customer owes more: the rows say what the documents went down by."""
    return sum((-part.value for part in parts), Decimal(0))


def _compared(values: Values, document: Document, parts: list[ReceiptPart]) -> tuple[Discrepancy, ...]:
    comparison = Comparison(document)
    adjustment = cast("Adjustment", document.draft.body)
    if not parts:
        comparison.say("missing", f"SYSPRO has no adjustment with the reference {adjustment.reference}.")
        return comparison.result()
    journals = sorted({part.key for part in parts})
    if len(journals) > 1:
        keys = ", ".join(journals)
        comparison.say("Reference", f"SYSPRO has more than one adjustment {adjustment.reference}: {keys}.")
    if all(journals) and document.erp_key.count("/") == 2 and document.erp_key not in journals:
        comparison.say("Journal", f"SYSPRO answered with {document.erp_key}, and has it as {', '.join(journals)}.")
    comparison.number("AdjustmentValue", adjustment.value.to_decimal(), _raised(parts))
    for part in parts:
        comparison.text("TransactionType", adjustment.transaction_type, part.document_type)
        comparison.key("Invoice", adjustment.invoice, part.invoice)
    currency = values.table("currencies.to_syspro").get(adjustment.value.currency, "")
    comparison.text("PostCurrency", currency, parts[0].currency)
    return comparison.result()
