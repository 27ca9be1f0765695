"""INVQRY: one stock code with its warehouses (reference, section 2.11; recorded with ``StockItem``)."""

from decimal import Decimal

from connectors.sandbox.syspro import made_up, xmlout
from connectors.sandbox.syspro.books import Books, Record
from connectors.sandbox.syspro.calls import BusinessObject, Call
from connectors.sandbox.syspro.money import ZERO
from connectors.sandbox.syspro.troubles import Exceptional
from connectors.sandbox.syspro.xmlin import Element

ROOT = "InvQuery"
VERSION = "7.0.026"
"""Version of the object, as recorded."""

_STOCK = (
    "StockCode Description LongDesc StockUom AlternateUom OtherUom ProductClass PriceCategory PriceMethod TaxCode"
    " ListPriceCode WarehouseToUse KitType TraceableType SerialMethod StockOnHold StockOnHoldReason"
).split()
_QUANTITIES = "QtyOnHand QtyOnOrder QtyOnBackOrder QtyAllocated QtyInTransit QtyAllocatedWip".split()


def run(call: Call, books: Books) -> str:
    """Answer with the stock code and every warehouse the filter lets through.

    Raises:
        Exceptional: When there is no such stock code.
    """
    stock = books.row("InvMaster", call.document.text("Key/StockCode"))
    if stock is None:
        raise Exceptional(made_up.NO_RECORD)
    held = books.rows("InvWarehouse", "StockCode = ? ORDER BY Warehouse", stock.text("StockCode"))
    wanted = _wanted(call.document)
    shown = [row for row in held if wanted is None or row.text("Warehouse") in wanted]
    item = xmlout.node("StockItem", xmlout.leaves(_stock(stock)))
    warehouses = [xmlout.node("WarehouseItem", xmlout.leaves(_warehouse(books, row))) for row in shown]
    return xmlout.reply(ROOT, VERSION, item, *warehouses, _totals(shown))


def _wanted(document: Element) -> set[str] | None:
    choice = document.child("Filter/Warehouse")
    if choice is None or choice.attribute("FilterType").upper() in {"", "A"}:
        return None
    return {part.strip() for part in choice.attribute("FilterValue").split(",")}


def _stock(stock: Record) -> list[tuple[str, str]]:
    factors = ("ConvFactAltUom", "ConvFactOthUom")
    texts = [(name, stock.text(name)) for name in _STOCK]
    return [*texts, *((name, xmlout.padded(stock.number(name), 12, 6)) for name in factors)]


def _available(row: Record) -> Decimal:
    return row.number("QtyOnHand") - row.number("QtyAllocated") - row.number("QtyAllocatedWip")


def _warehouse(books: Books, row: Record) -> list[tuple[str, str]]:
    described = books.row("InvWhControl", row.text("Warehouse"))
    return [
        ("Warehouse", row.text("Warehouse")),
        ("Description", described.text("Description") if described else ""),
        *((name, xmlout.padded(row.number(name), 18, 6)) for name in _QUANTITIES),
        ("AvailableQty", xmlout.padded(_available(row), 18, 6)),
        ("FutureFree", xmlout.padded(_available(row) + row.number("QtyOnOrder"), 18, 6)),
        ("UnitCost", xmlout.padded(row.number("UnitCost"), 15, 5)),
    ]


def _totals(rows: list[Record]) -> str:
    sums = [(name, sum((row.number(name) for row in rows), ZERO)) for name in _QUANTITIES]
    available = ("AvailableQty", sum((_available(row) for row in rows), ZERO))
    return xmlout.node(
        "WarehouseTotals", xmlout.leaves((name, xmlout.padded(value, 18, 6)) for name, value in (*sums, available))
    )


OBJECT = BusinessObject("INVQRY", ("Query/Query",), run)
