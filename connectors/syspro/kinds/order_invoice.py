"""The invoice of an order or credit note (SORTIC): SYSPRO keeps no reference of ours, the order knows its invoice."""

from collections.abc import Iterable, Sequence
from typing import cast

from agent.domain.attempts import Discrepancy, ErpRow
from agent.domain.documents import Document
from agent.domain.kinds import OrderInvoice
from connectors.syspro.comparison import Comparison
from connectors.syspro.handling import Compared, Found, Handling, Reading
from connectors.syspro.kinds import orders
from connectors.syspro.tables import same_key
from connectors.syspro.xml import sortic
from connectors.syspro.xml.comfnd import Row, equal

#: Columns of ArInvoice; source: reference, section 3.5.
_INVOICE = ("InvoiceDate", "SalesOrder")


def find(reading: Reading, documents: Sequence[Document]) -> Found:
    """Return the last invoice of each document's order, whoever made it: only an order without any is invoiced."""
    bodies = {document.id: cast("OrderInvoice", document.draft.body) for document in documents}
    rows = orders.headers(reading.tables, (body.sales_order for body in bodies.values()))
    return {number: _rows(body, orders.header_of(rows, body.sales_order)) for number, body in bodies.items()}


def compare(reading: Reading, documents: Sequence[Document]) -> Compared:
    """Compare with the documents on the customers' accounts: there, of the right type and day, of that order."""
    rows = [row for kind in ("C", "I") for row in _invoices(reading, documents, kind)]
    return {document.id: _compared(document, rows) for document in documents}


def _rows(body: OrderInvoice, header: Row | None) -> tuple[ErpRow, ...]:
    if header is None or not orders.is_invoiced_as(header, body):
        return ()
    invoice = header.text("LastInvoice")
    return (ErpRow(invoice, f"Invoice {invoice} of this order. {orders.described(header)}"),)


def _invoices(reading: Reading, documents: Sequence[Document], kind: str) -> Iterable[Row]:
    keys = [document.erp_key for document in documents if _type_of(document) == kind]
    columns, is_kind = _INVOICE, equal("DocumentType", kind)
    return reading.tables.matching("ArInvoice", columns, "Invoice", orders.spellings(keys), is_kind)


def _type_of(document: Document) -> str:
    """Return ArInvoice.DocumentType of the document's invoice."""
    return orders.CREDIT if cast("OrderInvoice", document.draft.body).order_type == orders.CREDIT else "I"


def _compared(document: Document, rows: list[Row]) -> tuple[Discrepancy, ...]:
    body = cast("OrderInvoice", document.draft.body)
    comparison, kind = Comparison(document), _type_of(document)
    same = [row for row in rows if row.text("DocumentType") == kind and same_key(row.text("Invoice"), document.erp_key)]
    # Another customer may have a document of the same number.
    own = [row for row in same if same_key(row.text("SalesOrder"), body.sales_order)]
    found = next(iter(own or same), None)
    if found is None:
        what = "credit note" if kind == orders.CREDIT else "invoice"
        comparison.say("missing", f"SYSPRO has no {what} {document.erp_key} on any customer's account.")
        return comparison.result()
    comparison.key("SalesOrder", body.sales_order, found.text("SalesOrder"))
    day = found.day("InvoiceDate")
    comparison.text("InvoiceDate", body.date, day.isoformat() if day else "")
    return comparison.result()


HANDLING = Handling("Transaction/Post", "SORTIC", sortic.build, sortic.parse, find, compare)
