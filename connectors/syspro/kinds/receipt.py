"""Receipts (ARSTPY): found by their reference, on whatever account they stand."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import cast

from agent.domain.attempts import Discrepancy, ErpRow
from agent.domain.documents import Document
from agent.domain.errors import Unavailable
from agent.domain.kinds import Allocation, Receipt
from agent.domain.settings import Values
from connectors.syspro.comparison import Comparison
from connectors.syspro.handling import Compared, Found, Handling, Reading
from connectors.syspro.kinds.rows import only_if_not_licensed
from connectors.syspro.receipts import Place, ReceiptPart, by_posting, of_customer, paid_parts, receipt_parts
from connectors.syspro.tables import Tables, same_key
from connectors.syspro.xml import arsqry, arstpy
from connectors.syspro.xml.reply import Node
from connectors.syspro.xml.request import Posted

#: How the parts of receipts are read.
_ReadParts = Callable[[Tables, Iterable[Place], Values], dict[str, list[ReceiptPart]]]


def find(reading: Reading, documents: Sequence[Document]) -> Found:
    """Return the rows of receipts, on whatever account they stand.

    The account is no part of the question: a payment that was booked for another customer's invoice, or that a
    person has moved, must not be booked again on the account where it would go today.
    """
    bodies = {document.id: cast("Receipt", document.draft.body) for document in documents}
    places = [("", body.reference) for body in bodies.values()]
    try:
        parts = receipt_parts(reading.tables, places, reading.values)
    except Unavailable as error:
        return _on_statements(reading, bodies, error)
    return {
        number: _receipt_rows(of_customer(parts.get(body.reference, []), body.customer))
        for number, body in bodies.items()
    }


def compare(reading: Reading, documents: Sequence[Document]) -> Compared:
    """Compare with ArInvoicePay; only where that does not agree is money on account searched elsewhere."""
    compared = _compared_with(reading, paid_parts, documents)
    doubtful = [document for document in documents if compared[document.id]]
    return compared | _compared_with(reading, receipt_parts, doubtful)


def _on_statements(reading: Reading, bodies: Mapping[int, Receipt], error: Unavailable) -> Found:
    only_if_not_licensed(error)
    customers = {body.customer for body in bodies.values()}
    statements = {one: arsqry.parse(reading.session.query("ARSQRY", arsqry.build(one))) for one in customers}
    return {number: _statement_rows(statements[body.customer], body) for number, body in bodies.items()}


def _compared_with(reading: Reading, read: _ReadParts, documents: Sequence[Document]) -> Compared:
    receipts = [cast("Receipt", document.draft.body) for document in documents]
    parts = read(reading.tables, [(receipt.customer, receipt.reference) for receipt in receipts], reading.values)
    return {
        document.id: _compared(document, parts.get(document.draft.body.reference, []), reading.values)
        for document in documents
    }


def _receipt_rows(parts: list[ReceiptPart]) -> tuple[ErpRow, ...]:
    return tuple(_receipt_row(place, own) for place, own in by_posting(parts).items())


def _receipt_row(place: tuple[str, str], parts: list[ReceiptPart]) -> ErpRow:
    total = sum(part.value for part in parts)
    invoices = ", ".join(part.invoice for part in parts)
    words = f"Receipt {place[1]} of customer {place[0]}: {total} {parts[0].currency} on {invoices}."
    return ErpRow(place[1], words)


def _statement_rows(statement: arsqry.Statement, body: Receipt) -> tuple[ErpRow, ...]:
    """Return what a statement shows of a receipt: its movements by day, or its document on account."""
    moved = {
        row.text("JournalDate")[:10]: row for row in statement.movements if row.text("Reference") == body.reference
    }
    if moved:
        return tuple(
            ErpRow(f"{body.customer}/{row.text('Invoice')}", f"Receipt of {day} on {row.text('Invoice')}.")
            for day, row in moved.items()
        )
    return tuple(
        ErpRow(f"{body.customer}/{row.text('Invoice')}", f"Payment on account {row.text('Invoice')}.")
        for row in statement.invoices
        if row.text("CustomerPoNumber") == body.reference and row.text("Invoice").startswith("_CRD")
    )


def _compared(document: Document, parts: list[ReceiptPart], values: Values) -> tuple[Discrepancy, ...]:
    comparison = Comparison(document)
    receipt = cast("Receipt", document.draft.body)
    if not parts:
        comparison.say("missing", f"SYSPRO has no receipt with the reference {receipt.reference}.")
        return comparison.result()
    own = of_customer(parts, receipt.customer)
    postings = by_posting(own)
    if len(postings) > 1:
        keys = ", ".join(key for _, key in postings)
        comparison.say("Reference", f"SYSPRO has more than one receipt with the reference {receipt.reference}: {keys}.")
    journals = {part.key for part in own if part.key}
    if document.erp_key.count("/") == 2 and journals and document.erp_key not in journals:
        comparison.say(
            "Journal", f"SYSPRO answered with {document.erp_key}, and has it as {', '.join(sorted(journals))}."
        )
    comparison.key("Customer", receipt.customer, own[0].customer)
    total = sum((part.value for part in own), Decimal(0))
    comparison.number("PaymentValue", receipt.value.to_decimal(), total)
    currency = values.table("currencies.to_syspro").get(receipt.value.currency, "")
    comparison.text("PostCurrency", currency, own[0].currency)
    for allocation in receipt.allocations:
        if allocation.at_most:
            continue  # how much the document could take was known only when it was sent
        kept = sum((part.value for part in own if _is_on(part, allocation)), Decimal(0))
        comparison.number(
            "GrossPaymentValue", allocation.value.to_decimal(), kept, where=f"Invoice {allocation.invoice}"
        )
    return comparison.result()


def _is_on(part: ReceiptPart, allocation: Allocation) -> bool:
    return part.document_type == allocation.document_type and same_key(part.invoice, allocation.invoice)


def _parse(root: Node, _: Receipt) -> Posted:
    return arstpy.parse(root)


HANDLING = Handling("Transaction/Post", "ARSTPY", arstpy.build, _parse, find, compare)
