"""A line of a free-form credit note (SORTCL): its description is our reference."""

from collections.abc import Sequence
from typing import cast

from agent.domain.attempts import Discrepancy, ErpRow
from agent.domain.documents import Document
from agent.domain.kinds import CreditNoteLine
from connectors.syspro.comparison import Comparison
from connectors.syspro.handling import Compared, Found, Handling, Reading
from connectors.syspro.kinds.orders import spellings
from connectors.syspro.tables import same_key
from connectors.syspro.xml import sortcl
from connectors.syspro.xml.comfnd import Row

#: Columns of SorDetail; source: reference, section 3.5 and Appendix A.
_COLUMNS = ("MStockCode", "MStockDes", "MOrderQty", "MShipQty", "MPrice", "MProductClass", "MOrderUom", "CreditReason")


def find(reading: Reading, documents: Sequence[Document]) -> Found:
    """Return the line of each document's own credit note that is described by our reference."""
    rows = _lines(reading, documents)
    return {document.id: tuple(_row(row) for row in _carriers(document, rows)) for document in documents}


def compare(reading: Reading, documents: Sequence[Document]) -> Compared:
    """Compare price, quantity, product class and what else was sent."""
    rows = _lines(reading, documents)
    return {document.id: _compared(document, _carriers(document, rows)) for document in documents}


def _lines(reading: Reading, documents: Sequence[Document]) -> list[Row]:
    notes = [cast("CreditNoteLine", document.draft.body).credit_note for document in documents]
    return reading.tables.matching("SorDetail", _COLUMNS, "SalesOrder", spellings(notes))


def _carriers(document: Document, rows: list[Row]) -> list[Row]:
    """Return the lines that are the document's.

    Whether SORTCL takes a description for a non-stocked line is inferred. Should a site drop it, a line without any, of
    the same code and price on our own credit note, is taken for ours, so that nothing is credited twice.
    """
    body = cast("CreditNoteLine", document.draft.body)
    own = [row for row in rows if body.credit_note and same_key(row.text("SalesOrder"), body.credit_note)]
    described = [row for row in own if row.text("MStockDes") == body.reference]
    return described or [row for row in own if not row.text("MStockDes") and _is_alike(row, body)]


def _is_alike(row: Row, body: CreditNoteLine) -> bool:
    return row.text("MStockCode") == body.stock_code and row.number("MPrice") == body.price


def _row(row: Row) -> ErpRow:
    note, price = row.text("SalesOrder"), row.number("MPrice")
    key = sortcl.line_key(note, row.text("SalesOrderLine").partition(".")[0])
    return ErpRow(key, f"Line {key} of credit note {note}: {row.text('MStockCode')}, {price:f} before tax.")


def _compared(document: Document, carriers: list[Row]) -> tuple[Discrepancy, ...]:
    body = cast("CreditNoteLine", document.draft.body)
    comparison = Comparison(document)
    if not carriers:
        comparison.say("missing", f"Credit note {body.credit_note} has no line {body.reference} in SYSPRO.")
        return comparison.result()
    row = carriers[0]
    if len(carriers) > 1:
        keys = ", ".join(_row(one).key for one in carriers)
        comparison.say("StockDescription", f"SYSPRO has more than one line {body.reference}: {keys}.")
    texts = (
        ("StockDescription", body.reference, "MStockDes"),
        ("StockCode", body.stock_code, "MStockCode"),
        ("NsProductClass", body.product_class, "MProductClass"),
        ("OrderUom", body.uom, "MOrderUom"),
        ("CreditReason", body.credit_reason, "CreditReason"),
    )
    for element, sent, column in texts:
        # What was left to SYSPRO is SYSPRO's to fill.
        if sent:
            comparison.text(element, sent, row.text(column))
    comparison.number("Price", body.price, row.number("MPrice"))
    # What is shipped is what SORTIC invoices.
    comparison.number("OrderQty", sortcl.QUANTITY, row.number("MOrderQty"))
    comparison.number("OrderQty", sortcl.QUANTITY, row.number("MShipQty"), where="Shipped")
    return comparison.result()


HANDLING = Handling("Transaction/Post", "SORTCL", sortcl.build, sortcl.parse, find, compare)
