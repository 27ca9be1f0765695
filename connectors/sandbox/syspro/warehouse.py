"""The site's own warehouse, played: it ships a share of the open orders and invoices them, as SORTIC would."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from connectors.sandbox.syspro.books import Books, Record
from connectors.sandbox.syspro.invoicing import CREDIT, billable_lines, invoice_order
from connectors.sandbox.syspro.periods import Period, period_of

OPERATOR = "WAREHOUSE"
"""Operator on what the warehouse does, so that it is told from the agent's work."""

_OPEN = "OrderStatus IN ('1', '2', '3', '4', '8') AND CancelledFlag <> 'Y' AND DocumentType <> ?"
_READY = "8"


@dataclass(frozen=True, slots=True)
class Shipment:
    """What the warehouse did.

    Attributes:
        open: Open sales orders that it could choose from.
        chosen: How many it took.
        invoiced: How many of them it invoiced, at least in part.
        waiting: How many of them have nothing to ship yet; they stay as they are.
    """

    open: int
    chosen: int
    invoiced: int
    waiting: int


def ship_and_invoice(books: Books, *, share: Decimal, seed: int, before: date | None = None) -> Shipment:
    """Make a share of the open sales orders ready (status 8) and invoice them today, in the current period.

    Args:
        books: The company.
        share: Part of the open orders to take, 0 to 1; their number is rounded half up.
        seed: Same orders and same seed, same choice.
        before: Only orders dated before this day.

    Raises:
        ValueError: When the share is out of range, or the current period is closed; nothing was done.
    """
    if not 0 <= share <= 1:
        raise ValueError(f"The share {share} is not between 0 and 1.")
    if "C" in books.options.closed_periods:
        raise ValueError("The current period is closed.")
    with books.transaction():
        orders = _open_orders(books, before)
        count = int((len(orders) * share).quantize(Decimal(1), ROUND_HALF_UP))
        chosen = sorted(Random(seed).sample(range(len(orders)), count))  # noqa: S311 - a choice, not a secret
        period = period_of(books, "C")
        invoiced = sum(_invoiced(books, orders[place], period) for place in chosen)
    return Shipment(len(orders), count, invoiced, count - invoiced)


def _open_orders(books: Books, before: date | None) -> list[Record]:
    if before is None:
        return books.rows("SorMaster", f"{_OPEN} ORDER BY SalesOrder", CREDIT)
    return books.rows("SorMaster", f"{_OPEN} AND OrderDate < ? ORDER BY SalesOrder", CREDIT, before.isoformat())


def _invoiced(books: Books, order: Record, period: Period) -> bool:
    """Invoice what of an order can be shipped; return whether there was anything."""
    if not billable_lines(books, order):
        return False
    number = order.text("SalesOrder")
    books.update("SorMaster", (number,), {"OrderStatus": _READY, "LastOperator": OPERATOR})
    ready = books.row("SorMaster", number)
    assert ready is not None
    invoice_order(books, ready, books.today(), period, OPERATOR)
    return True
