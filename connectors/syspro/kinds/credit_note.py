"""The header of a free-form credit note (SORTCH): it has a customer order number of its own, our reference."""

from collections.abc import Sequence
from typing import cast

from agent.domain.attempts import Discrepancy, ErpRow
from agent.domain.documents import Document
from agent.domain.kinds import CreditNote
from connectors.syspro.comparison import Comparison
from connectors.syspro.handling import Compared, Found, Handling, Reading
from connectors.syspro.kinds import orders
from connectors.syspro.tables import same_key
from connectors.syspro.xml import sortch
from connectors.syspro.xml.comfnd import Row, equal


def find(reading: Reading, documents: Sequence[Document]) -> Found:
    """Return the credit notes that carry the reference, cancelled ones too; the right account comes first."""
    rows = _carrying(reading, documents)
    found: dict[int, tuple[ErpRow, ...]] = {}
    for document in documents:
        body = cast("CreditNote", document.draft.body)
        carriers = [row for row in rows if row.text("CustomerPoNumber") == body.reference]
        own = [row for row in carriers if same_key(row.text("Customer"), body.customer)]
        found[document.id] = tuple(ErpRow(row.text("SalesOrder"), orders.described(row)) for row in own or carriers)
    return found


def compare(reading: Reading, documents: Sequence[Document]) -> Compared:
    """Compare customer, day and what else was sent; the lines are documents of their own."""
    rows = _carrying(reading, documents)
    return {document.id: _compared(document, rows) for document in documents}


def _compared(document: Document, rows: list[Row]) -> tuple[Discrepancy, ...]:
    body = cast("CreditNote", document.draft.body)
    comparison = Comparison(document)
    carriers = [row for row in rows if row.text("CustomerPoNumber") == body.reference]
    header = orders.header_of(carriers, document.erp_key) or next(iter(carriers), None)
    if header is None:
        comparison.say("missing", f"SYSPRO has no credit note with the customer order number {body.reference}.")
        return comparison.result()
    if len(carriers) > 1:
        numbers = ", ".join(row.text("SalesOrder") for row in carriers)
        comparison.say("CustomerPoNumber", f"SYSPRO has more than one credit note with {body.reference}: {numbers}.")
    comparison.key("CreditNoteNumber", document.erp_key, header.text("SalesOrder"))
    sent = {
        "Customer": body.customer,
        "OrderDate": body.date,
        "Branch": body.branch,
        "Salesperson": body.salesperson,
        "InvTermsOverride": body.terms_code,
    }
    orders.compare_credit(comparison, header, sent)
    return comparison.result()


def _carrying(reading: Reading, documents: Sequence[Document]) -> list[Row]:
    references = [document.draft.body.reference for document in documents]
    is_credit = equal("DocumentType", orders.CREDIT)
    return reading.tables.matching("SorMaster", orders.COLUMNS, "CustomerPoNumber", references, is_credit)


HANDLING = Handling("Transaction/Post", "SORTCH", sortch.build, sortch.parse, find, compare)
