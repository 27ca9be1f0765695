"""Compare the lines of an order with SYSPRO's, whatever SYSPRO put between them."""

from decimal import Decimal

from agent.domain.kinds import OrderLine, SalesOrder
from connectors.syspro.comparison import Comparison
from connectors.syspro.xml.comfnd import Row

#: Columns of SorDetail that the comparison needs.
COLUMNS = (
    "LineType MBomFlag MStockCode MStockDes MOrderQty MOrderUom MPrice MDiscValue MDiscValFlag MWarehouse MTaxCode"
    " NMscChargeValue NMscProductCls NMscTaxCode NComment"
).split()

#: SorDetail.LineType of each line type; source: reference, section 4 (7 for non-stocked is by convention).
_TYPES = {"stock": "17", "non_stock": "17", "freight": "4", "charge": "5", "comment": "6"}
_COMPONENT, _COMMENT = "C", "6"


def compare_lines(comparison: Comparison, order: SalesOrder, rows: list[Row]) -> None:
    """Pair each line that was sent with one of ``rows`` and note what differs.

    SYSPRO may add lines of its own: components of kits and comment texts are no difference, anything else is.
    """
    left = list(rows)
    for number, line in enumerate(order.lines, start=1):
        where = f"Line {number}"
        row = _partner(line, left)
        if row is None:
            comparison.say("OrderDetails", f"{where} ({_named(line)}) is not on SYSPRO's order.")
            continue
        left.remove(row)
        _compare(comparison, order, line, row, where)
    for row in left:
        if row.text("LineType") != _COMMENT and row.text("MBomFlag") != _COMPONENT:
            added = f"line {row.text('SalesOrderLine')} {row.text('MStockCode')}".rstrip()
            comparison.say("OrderDetails", f"SYSPRO's order has a line that was not sent: {added}.")


def _partner(line: OrderLine, left: list[Row]) -> Row | None:
    """Return the first row of the line's type, one that is recognised before any other."""
    same = [row for row in left if row.text("LineType") in _TYPES[line.line_type]]
    return next((row for row in same if _recognised(line, row)), next(iter(same), None))


def _recognised(line: OrderLine, row: Row) -> bool:
    if line.line_type == "comment":
        return row.text("NComment") == line.comment
    if line.line_type in {"stock", "non_stock"}:
        return row.text("MStockCode") == line.stock_code
    return line.value is not None and row.number("NMscChargeValue") == line.value.to_decimal()


def _compare(comparison: Comparison, order: SalesOrder, line: OrderLine, row: Row, where: str) -> None:
    if line.line_type == "comment":
        comparison.text("Comment", line.comment, row.text("NComment"), where=where)
    elif line.line_type in {"stock", "non_stock"}:
        _compare_stock(comparison, order, line, row, where)
    else:
        _compare_value(comparison, line, row, where)


def _compare_stock(comparison: Comparison, order: SalesOrder, line: OrderLine, row: Row, where: str) -> None:
    comparison.text("StockCode", line.stock_code, row.text("MStockCode"), where=where)
    comparison.number("OrderQty", line.quantity, row.number("MOrderQty"), where=where)
    texts = (
        ("StockDescription", line.description, "MStockDes"),
        ("OrderUom", line.uom, "MOrderUom"),
        ("Warehouse", line.warehouse if line.line_type == "stock" else "", "MWarehouse"),
        ("StockTaxCode", line.tax_code, "MTaxCode"),
    )
    for element, sent, column in texts:
        # What was left to SYSPRO is SYSPRO's to fill.
        if sent:
            comparison.text(element, sent, row.text(column), where=where)
    if order.options.use_price_entered:
        comparison.number("Price", line.price, row.number("MPrice"), where=where)
        discount = line.discount.to_decimal() if line.discount is not None else Decimal(0)
        comparison.number("LineDiscValue", discount, row.number("MDiscValue"), where=where)


def _compare_value(comparison: Comparison, line: OrderLine, row: Row, where: str) -> None:
    name = "Freight" if line.line_type == "freight" else "Misc"
    element = "FreightValue" if line.line_type == "freight" else "MiscChargeValue"
    sent = line.value.to_decimal() if line.value is not None else Decimal(0)
    comparison.number(element, sent, row.number("NMscChargeValue"), where=where)
    if line.tax_code:
        comparison.text(f"{name}TaxCode", line.tax_code, row.text("NMscTaxCode"), where=where)
    if line.line_type == "charge" and line.product_class:
        comparison.text("MiscProductClass", line.product_class, row.text("NMscProductCls"), where=where)


def _named(line: OrderLine) -> str:
    return " ".join(part for part in (line.line_type, line.stock_code, line.description, line.comment) if part)
