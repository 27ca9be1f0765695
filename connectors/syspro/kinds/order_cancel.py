"""The cancellation of an order or of its lines (SORTOX): SYSPRO keeps no reference of ours, the order's state tells.

What SORTOX leaves of a line in SorDetail was not found publicly: a line that is gone, or of which nothing is ordered,
counts as cancelled. A line that was cancelled can be cancelled by nobody again, so a second time would be refused.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from agent.domain.attempts import Discrepancy, ErpRow
from agent.domain.documents import Document
from agent.domain.kinds import OrderCancel
from connectors.syspro.comparison import Comparison
from connectors.syspro.handling import Compared, Found, Handling, Reading
from connectors.syspro.kinds import orders
from connectors.syspro.tables import same_key
from connectors.syspro.xml import sortox
from connectors.syspro.xml.comfnd import Row

_LINE = ("SalesOrder", "SalesOrderLine", "LineType", "MOrderQty")

#: SorDetail.LineType of freight and charges, which have no quantity; source: reference, section 4.
_CHARGES = frozenset("45")


@dataclass(frozen=True, slots=True)
class _Orders:
    """Orders that were to be cancelled, and lines of those of which only lines were."""

    headers: Sequence[Row] = ()
    lines: Sequence[Row] = field(default=())

    def header(self, body: OrderCancel) -> Row | None:
        return orders.header_of(self.headers, body.sales_order)

    def open_lines(self, body: OrderCancel) -> list[int]:
        """Return the lines of ``body`` that are on the order still."""
        own = (row for row in self.lines if same_key(row.text("SalesOrder"), body.sales_order))
        there = {int(row.number("SalesOrderLine")) for row in own if _is_there(row)}
        return [number for number in body.lines if number in there]


def find(reading: Reading, documents: Sequence[Document]) -> Found:
    """Return the order of each document once it, or each of its lines that were to go, is cancelled by anybody."""
    known = _read(reading, documents)
    return {document.id: _rows(_body(document), known) for document in documents}


def compare(reading: Reading, documents: Sequence[Document]) -> Compared:
    """Compare that the order is cancelled, or the lines of it, and that nothing of it was invoiced before."""
    known = _read(reading, documents)
    return {document.id: _compared(document, known) for document in documents}


def _body(document: Document) -> OrderCancel:
    return cast("OrderCancel", document.draft.body)


def _read(reading: Reading, documents: Sequence[Document]) -> _Orders:
    bodies = [_body(document) for document in documents]
    headers = orders.headers(reading.tables, (body.sales_order for body in bodies))
    by_line = orders.spellings(body.sales_order for body in bodies if body.lines)
    return _Orders(headers, reading.tables.matching("SorDetail", _LINE, "SalesOrder", by_line) if by_line else ())


def _is_there(row: Row) -> bool:
    return row.text("LineType") in _CHARGES or bool(row.number("MOrderQty"))


def _rows(body: OrderCancel, known: _Orders) -> tuple[ErpRow, ...]:
    header = known.header(body)
    if header is None or not _is_cancelled(header, body, known):
        return ()
    return (ErpRow(body.sales_order, orders.described(header)),)


def _is_cancelled(header: Row, body: OrderCancel, known: _Orders) -> bool:
    return orders.is_cancelled(header) or bool(body.lines and not known.open_lines(body))


def _compared(document: Document, known: _Orders) -> tuple[Discrepancy, ...]:
    comparison, body = Comparison(document), _body(document)
    number, header = body.sales_order, known.header(body)
    if header is None:
        comparison.say("missing", f"SYSPRO has no sales order {number}.")
        return comparison.result()
    if not _is_cancelled(header, body, known):
        status = header.text("OrderStatus")
        left = ", ".join(map(str, known.open_lines(body)))
        what = f"Line {left} of sales order {number} is" if left else f"Sales order {number} is"
        comparison.say("OrderStatus", f"{what} not cancelled in SYSPRO, its status is {status}.")
    invoice = header.text("LastInvoice")
    # Of an order that lost lines, the others are to be invoiced.
    if not body.lines and invoice != body.last_invoice:
        comparison.say("LastInvoice", f"Of sales order {number} invoice {invoice} was made before it was cancelled.")
    return comparison.result()


HANDLING = Handling("Transaction/Post", "SORTOX", sortox.build, sortox.parse, find, compare)
