"""Sales orders (SORTOI): found by the customer's order number, which is our reference."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import cast

from agent.domain.attempts import Discrepancy, ErpRow
from agent.domain.documents import Document
from agent.domain.errors import Unavailable
from agent.domain.kinds import SalesOrder, targets_of
from connectors.syspro import order_lines
from connectors.syspro.comparison import Comparison
from connectors.syspro.handling import Compared, Found, Handling, Reading
from connectors.syspro.kinds.rows import grouped, only_if_not_licensed
from connectors.syspro.tables import same_key
from connectors.syspro.xml import sorqso, sortoi
from connectors.syspro.xml.comfnd import Row
from connectors.syspro.xml.reply import Node
from connectors.syspro.xml.request import Posted

_FOUND = ("CustomerPoNumber", "Customer", "OrderStatus", "CancelledFlag", "DocumentType", "OrderDate")

#: Header element -> column of SorMaster, where a text that was sent must stand as it was.
_HEADER = {
    "Currency": "Currency",
    "ShippingInstrs": "ShippingInstrs",
    "CustomerName": "CustomerName",
    "ShipAddress1": "ShipAddress1",
    "ShipAddress2": "ShipAddress2",
    "ShipAddress3": "ShipAddress3",
    "ShipAddress4": "ShipAddress4",
    "ShipAddress5": "ShipAddress5",
    "ShipPostalCode": "ShipPostalCode",
    "Email": "Email",
    "Warehouse": "Warehouse",
    "SpecialInstrs": "SpecialInstrs",
    "OrderType": "OrderType",
    "AlternateReference": "AlternateKey",
    "Salesperson": "Salesperson",
    "Branch": "Branch",
    "Area": "Area",
}
_WRITTEN = (
    *_HEADER.values(), "CustomerPoNumber", "Customer", "OrderDate", "CancelledFlag", "DocumentType", "LastInvoice",
)  # fmt: skip


def find(reading: Reading, documents: Sequence[Document]) -> Found:
    """Return the orders with each document's reference, in whatever state they are."""
    bodies = {document.id: cast("SalesOrder", document.draft.body) for document in documents}
    references = [body.reference for body in bodies.values()]
    try:
        rows = reading.tables.matching("SorMaster", _FOUND, "CustomerPoNumber", references)
    except Unavailable as error:
        rows = _listed(reading, references, error)
    # A credit note of an order carries the order's purchase order number; cancelled orders do exist and count.
    carriers = grouped((row for row in rows if row.text("DocumentType") != "C"), "CustomerPoNumber")
    return {
        number: tuple(_order_row(row) for row in _own(carriers.get(body.reference, []), body.customer))
        for number, body in bodies.items()
    }


def compare(reading: Reading, documents: Sequence[Document]) -> Compared:
    """Compare header and lines with what was sent."""
    references = [document.draft.body.reference for document in documents]
    rows = reading.tables.matching("SorMaster", _WRITTEN, "CustomerPoNumber", references)
    headers = {document.id: _header_of(document, rows) for document in documents}
    numbers = [row.text("SalesOrder") for row in headers.values() if row is not None]
    lines: dict[str, list[Row]] = {}
    for line in reading.tables.matching("SorDetail", order_lines.COLUMNS, "SalesOrder", numbers):
        lines.setdefault(line.text("SalesOrder"), []).append(line)
    return {document.id: _compared(document, rows, lines) for document in documents}


def _listed(reading: Reading, references: Iterable[str], error: Unavailable) -> list[Row]:
    only_if_not_licensed(error)
    listed = (sorqso.parse(reading.session.query("SORQSO", sorqso.build(one)), one) for one in references)
    return [row for rows in listed for row in rows]


def _order_row(row: Row) -> ErpRow:
    key = row.text("SalesOrder")
    cancelled = ", cancelled" if row.text("CancelledFlag") == "Y" else ""
    status, day, customer = row.text("OrderStatus"), row.text("OrderDate")[:10], row.text("Customer")
    return ErpRow(key, f"Sales order {key} of customer {customer}, dated {day}, status {status}{cancelled}.")


def _own(rows: list[Row], customer: str) -> list[Row]:
    """Return the rows of ``customer``; where there are none, all: the record is there, though of somebody else."""
    own = [row for row in rows if same_key(row.text("Customer"), customer)]
    return own or rows


def _header_of(document: Document, rows: list[Row]) -> Row | None:
    """Return the order with the document's reference, the one of its key before any other."""
    carriers = _carriers_of(document, rows)
    keyed = [row for row in carriers if same_key(row.text("SalesOrder"), document.erp_key)]
    return next(iter(keyed or carriers), None)


def _carriers_of(document: Document, rows: list[Row]) -> list[Row]:
    reference = document.draft.body.reference
    return [row for row in rows if row.text("CustomerPoNumber") == reference and row.text("DocumentType") != "C"]


def _compare_number_of_orders(comparison: Comparison, header: Row, rows: list[Row]) -> None:
    """Say where another order carries the reference, too, and is not cancelled."""
    carriers = _carriers_of(comparison.document, rows)
    numbers = {header.text("SalesOrder")}
    numbers |= {row.text("SalesOrder") for row in carriers if row.text("CancelledFlag") != "Y"}
    if len(numbers) > 1:
        reference = comparison.document.draft.body.reference
        comparison.say(
            "CustomerPoNumber",
            f"SYSPRO has more than one order with the customer order number {reference}: {', '.join(sorted(numbers))}.",
        )


def _compared(document: Document, rows: list[Row], lines: Mapping[str, list[Row]]) -> tuple[Discrepancy, ...]:
    comparison, header = Comparison(document), _header_of(document, rows)
    order = cast("SalesOrder", document.draft.body)
    if header is None:
        comparison.say("missing", f"SYSPRO has no sales order with the customer order number {order.reference}.")
        return comparison.result()
    if header.text("CancelledFlag") == "Y":
        comparison.say("CancelledFlag", f"Sales order {header.text('SalesOrder')} was cancelled in SYSPRO.")
    _compare_number_of_orders(comparison, header, rows)
    comparison.key("SalesOrder", document.erp_key, header.text("SalesOrder"))
    comparison.key("Customer", order.customer, header.text("Customer"))
    comparison.text("OrderDate", order.order_date, _iso(header.day("OrderDate")))
    targets = targets_of(SalesOrder)
    for element, column in _HEADER.items():
        sent = str(getattr(order, targets[element][0]))
        # What was left to SYSPRO is SYSPRO's to fill.
        if sent:
            comparison.text(element, sent, header.text(column))
    # As soon as SYSPRO has invoiced of it, the lines say what is still to come.
    if not header.text("LastInvoice"):
        order_lines.compare_lines(comparison, order, lines.get(header.text("SalesOrder"), []))
    return comparison.result()


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _parse(root: Node, order: SalesOrder) -> Posted:
    return sortoi.parse(root, order.reference)


HANDLING = Handling("Transaction/Post", "SORTOI", sortoi.build, _parse, find, compare)
