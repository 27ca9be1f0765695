"""Stock of order lines: what ships, what is back-ordered, and what a warehouse has set aside for them."""

from collections.abc import Mapping
from decimal import Decimal

from connectors.sandbox.syspro.books import Books, Record, Value
from connectors.sandbox.syspro.money import ZERO

STOCKED, FREIGHT, MISCELLANEOUS, COMMENT, NON_STOCKED = "1", "4", "5", "6", "7"
"""``SorDetail.LineType`` (reference, section 4; 7 by convention)."""


def conversion(stock: Record, unit: str) -> Decimal | None:
    """Return how many stocking units one ``unit`` is, or ``None`` when the stock code does not have it."""
    if unit == stock.text("StockUom"):
        return Decimal(1)
    for name, factor, how in (
        ("AlternateUom", "ConvFactAltUom", "ConvMulDiv"),
        ("OtherUom", "ConvFactOthUom", "MulDiv"),
    ):
        if unit and unit == stock.text(name):
            value = stock.number(factor) or Decimal(1)
            return value if stock.text(how) != "D" else 1 / value
    return None


def allocate(books: Books, columns: Mapping[str, Value], action: str) -> dict[str, Value]:
    """Set stock aside for a merchandise line and return its quantities.

    Args:
        books: Whose warehouses.
        columns: The line: ``LineType``, ``MStockCode``, ``MWarehouse``, ``MOrderQty``, ``MConvFactOrdUm``.
        action: F ships only a full quantity, A what there is, B nothing (reference, section 2.1, AllocationAction).

    Returns:
        ``MShipQty``, ``MBackOrderQty`` in the order's unit and ``MStockQtyToShp`` in the stocking unit.
    """
    ordered, factor = _decimal(columns["MOrderQty"]), _decimal(columns["MConvFactOrdUm"])
    if columns["LineType"] == NON_STOCKED:
        return {"MShipQty": ordered, "MBackOrderQty": ZERO, "MStockQtyToShp": ordered}
    key = (str(columns["MStockCode"]), str(columns["MWarehouse"]))
    held = books.row("InvWarehouse", *key)
    free = held.number("QtyOnHand") - held.number("QtyAllocated") if held else ZERO
    shipped = _shipped(ordered, max(free, ZERO) / factor, action)
    books.add("InvWarehouse", key, {"QtyAllocated": shipped * factor, "QtyOnBackOrder": (ordered - shipped) * factor})
    return {"MShipQty": shipped, "MBackOrderQty": ordered - shipped, "MStockQtyToShp": shipped * factor}


def returned(columns: Mapping[str, Value]) -> dict[str, Value]:
    """Return the quantities of a line of a credit note: all of it comes back, nothing is set aside."""
    quantity = _decimal(columns["MOrderQty"])
    stocking = quantity * _decimal(columns["MConvFactOrdUm"])
    return {"MShipQty": quantity, "MBackOrderQty": ZERO, "MStockQtyToShp": stocking}


def release(books: Books, line: Record) -> None:
    """Give back what a stocked line has set aside."""
    if line.text("LineType") != STOCKED:
        return
    factor = line.number("MConvFactOrdUm")
    shipped, waiting = line.number("MShipQty") * factor, line.number("MBackOrderQty") * factor
    key = (line.text("MStockCode"), line.text("MWarehouse"))
    books.add("InvWarehouse", key, {"QtyAllocated": -shipped, "QtyOnBackOrder": -waiting})


def _shipped(ordered: Decimal, free: Decimal, action: str) -> Decimal:
    if action == "B":
        return ZERO
    if free >= ordered:
        return ordered
    return free.quantize(Decimal("0.000001")) if action == "A" else ZERO


def _decimal(value: Value) -> Decimal:
    assert isinstance(value, Decimal | int)
    return Decimal(value)
