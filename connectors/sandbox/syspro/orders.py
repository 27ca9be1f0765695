"""Sales orders as they stand: what their lines are worth, and what a customer has outstanding because of them."""

from decimal import Decimal

from connectors.sandbox.syspro.allocation import COMMENT, FREIGHT, MISCELLANEOUS, conversion, release
from connectors.sandbox.syspro.books import Books, Record
from connectors.sandbox.syspro.money import ZERO, Currency, currency

CANCELLED = "\\"
"""``SorMaster.OrderStatus`` of a cancelled order: a backslash (reference, section 4)."""

COMPLETE = "9"
"""``SorMaster.OrderStatus`` of a completed order."""

_HUNDRED = Decimal(100)


def order_lines(books: Books, sales_order: str) -> list[Record]:
    """Return the lines of an order by their number."""
    return books.rows("SorDetail", "SalesOrder = ? ORDER BY SalesOrderLine", sales_order)


def is_invoiced(line: Record) -> bool:
    """Return whether nothing of a line is left to invoice."""
    return line.text("NMscInvCharge" if line.text("LineType") in {FREIGHT, MISCELLANEOUS} else "MInvoicePrinted") == "Y"


def line_value(books: Books, order: Record, line: Record, quantity: Decimal, money: Currency) -> Decimal:
    """Return what ``quantity`` (order unit) of a line is worth before tax, in the order's currency."""
    kind = line.text("LineType")
    if kind == COMMENT:
        return ZERO
    if kind in {FREIGHT, MISCELLANEOUS}:
        return money.rounded(line.number("NMscChargeValue"))
    gross = quantity * line.number("MPrice") * _price_factor(books, line)
    for name in ("MDiscPct1", "MDiscPct2", "MDiscPct3"):
        gross -= gross * line.number(name) / _HUNDRED
    discount = line.number("MDiscValue")
    gross -= discount * quantity if line.text("MDiscValFlag") == "U" else discount
    for name in ("DiscPct1", "DiscPct2", "DiscPct3"):
        gross -= gross * order.number(name) / _HUNDRED
    return money.rounded(gross)


def outstanding_value(books: Books, sales_order: str) -> Decimal:
    """Return what is left to invoice of an order before tax; nothing for one that is not active."""
    order = books.row("SorMaster", sales_order)
    if order is None or order.text("CancelledFlag") == "Y" or order.text("DocumentType") == "C":
        return ZERO
    money = currency(books, order.text("Currency"))
    lines = [line for line in order_lines(books, sales_order) if not is_invoiced(line)]
    return sum((line_value(books, order, line, line.number("MOrderQty"), money) for line in lines), ZERO)


def note_outstanding(books: Books, customer: str, change: Decimal, orders: int = 0) -> None:
    """Move a customer's outstanding orders by a value and a count."""
    if change or orders:
        books.add("ArCustomer", (customer,), {"OutstOrdVal": change, "NumOutstOrd": Decimal(orders)})


def cancel_order(books: Books, order: Record) -> None:
    """Cancel what is left of an order and give back its stock."""
    sales_order = order.text("SalesOrder")
    before = outstanding_value(books, sales_order)
    for line in order_lines(books, sales_order):
        if not is_invoiced(line) and order.text("DocumentType") != "C":
            release(books, line)
            none = {"MShipQty": ZERO, "MBackOrderQty": ZERO, "MStockQtyToShp": ZERO}
            books.update("SorDetail", (sales_order, line.whole("SalesOrderLine")), none)
    values = {"OrderStatus": CANCELLED, "CancelledFlag": "Y", "ActiveFlag": "N"}
    books.update("SorMaster", (sales_order,), values)
    if order.text("DocumentType") != "C":
        note_outstanding(books, order.text("Customer"), -before, -1)


def _price_factor(books: Books, line: Record) -> Decimal:
    """Return how many price units an order unit is."""
    if line.text("MPriceUom") == line.text("MOrderUom"):
        return Decimal(1)
    stock = books.row("InvMaster", line.text("MStockCode"))
    per_price = conversion(stock, line.text("MPriceUom")) if stock else None
    return line.number("MConvFactOrdUm") / (per_price or Decimal(1))
