"""SORQSO: list sales orders by filters (reference, section 2.11: its filters; the reply's shape is inferred)."""

from connectors.sandbox.syspro import keys, xmlout
from connectors.sandbox.syspro.books import Books, Record
from connectors.sandbox.syspro.calls import BusinessObject, Call
from connectors.sandbox.syspro.xmlin import Element

ROOT = "SorOrderList"
VERSION = "7.0.012"
"""Version of the object; made up, as is the root's name."""

_FILTERS = {
    "Salesperson": "Salesperson",
    "Branch": "Branch",
    "Customer": "Customer",
    "OrderType": "OrderType",
    "CustomerPo": "CustomerPoNumber",
    "CustomerPoNumber": "CustomerPoNumber",
    "SalesOrder": "SalesOrder",
    "OrderDate": "OrderDate",
    "OrderStatus": "OrderStatus",
    "AlternateKey": "AlternateKey",
    "GeographicArea": "Area",
    "RequestedShipDate": "ReqShipDate",
}
_SHOWN = (
    "SalesOrder CustomerPoNumber Customer CustomerName OrderStatus CancelledFlag DocumentType OrderType OrderDate"
    " ReqShipDate Branch Area Salesperson Warehouse Currency AlternateKey LastInvoice"
).split()


def run(call: Call, books: Books) -> str:
    """Answer with the orders that pass every filter, oldest number first."""
    filters = call.document.child("Filter")
    conditions: list[str] = []
    values: list[str] = []
    for element in filters or ():
        _add_filter(books, element, conditions, values)
    option = call.document.child("Option")
    if option is None or option.text("IncludeCancelledOrders") != "Y":
        conditions.append("CancelledFlag <> 'Y'")
    if option is not None and option.text("IncludeCompletedOrders") == "N":
        conditions.append("OrderStatus <> '9'")
    where = " AND ".join(conditions) or "1"
    found = books.rows("SorMaster", f"{where} ORDER BY SalesOrder LIMIT 9999", *values)
    orders = [xmlout.node("SalesOrder", _shown(order)) for order in found]
    return xmlout.reply(ROOT, VERSION, *orders, xmlout.leaf("RowsReturned", xmlout.padded(len(orders), 8)))


def _add_filter(books: Books, element: Element, conditions: list[str], values: list[str]) -> None:
    """Add ``<Customer FilterType="S" FilterValue=".."/>``: A all, S one, L a list with commas."""
    column, kind = _FILTERS.get(element.name), element.attribute("FilterType").upper()
    if column is None or kind in {"", "A"}:
        return
    given = element.attribute("FilterValue")
    asked = [part.strip() for part in given.split(",")] if kind == "L" else [given]
    conditions.append(f"{column} IN ({', '.join('?' * len(asked))})")
    padding = {"Customer": keys.customer_key, "SalesOrder": keys.order_key}.get(column)
    values.extend(padding(books.options, part) if padding else part for part in asked)


def _shown(order: Record) -> str:
    return xmlout.leaves((name, order.text(name)) for name in _SHOWN)


OBJECT = BusinessObject("SORQSO", ("Query/Query",), run)
