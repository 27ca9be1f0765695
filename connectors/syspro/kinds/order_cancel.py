"""The cancellation of an order (SORTOX): SYSPRO keeps no reference of ours, the order's own state tells."""

from collections.abc import Sequence
from typing import cast

from agent.domain.attempts import Discrepancy, ErpRow
from agent.domain.documents import Document
from agent.domain.kinds import OrderCancel
from connectors.syspro.comparison import Comparison
from connectors.syspro.handling import Compared, Found, Handling, Reading
from connectors.syspro.kinds import orders
from connectors.syspro.xml import sortox
from connectors.syspro.xml.comfnd import Row


def find(reading: Reading, documents: Sequence[Document]) -> Found:
    """Return the order of each document once it is cancelled, whoever cancelled it."""
    numbers, rows = _orders(reading, documents)
    return {key: _rows(number, orders.header_of(rows, number)) for key, number in numbers.items()}


def compare(reading: Reading, documents: Sequence[Document]) -> Compared:
    """Compare that the order is cancelled, and that nothing of it was invoiced before."""
    numbers, rows = _orders(reading, documents)
    return {document.id: _compared(document, orders.header_of(rows, numbers[document.id])) for document in documents}


def _orders(reading: Reading, documents: Sequence[Document]) -> tuple[dict[int, str], list[Row]]:
    numbers = {document.id: cast("OrderCancel", document.draft.body).sales_order for document in documents}
    return numbers, orders.headers(reading.tables, numbers.values())


def _rows(number: str, header: Row | None) -> tuple[ErpRow, ...]:
    if header is None or not orders.is_cancelled(header):
        return ()
    return (ErpRow(number, orders.described(header)),)


def _compared(document: Document, header: Row | None) -> tuple[Discrepancy, ...]:
    comparison = Comparison(document)
    body = cast("OrderCancel", document.draft.body)
    number = body.sales_order
    if header is None:
        comparison.say("missing", f"SYSPRO has no sales order {number}.")
        return comparison.result()
    if not orders.is_cancelled(header):
        status = header.text("OrderStatus")
        comparison.say("OrderStatus", f"Sales order {number} is not cancelled in SYSPRO, its status is {status}.")
    invoice = header.text("LastInvoice")
    if invoice != body.last_invoice:
        comparison.say("LastInvoice", f"Of sales order {number} invoice {invoice} was made before it was cancelled.")
    return comparison.result()


HANDLING = Handling("Transaction/Post", "SORTOX", sortox.build, sortox.parse, find, compare)
