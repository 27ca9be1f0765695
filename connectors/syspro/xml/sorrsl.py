"""SORRSL: what SYSPRO would charge a customer for a stock code (Transaction/Build); nothing is written.

Source: reference, section 2.11: the parameters from SYSPRO's schemas, ``CurrentPrice`` and ``PriceBasedOnQty`` of the
answer from a public code file. The root of the answer is not sure, so the prices are found wherever they stand; its
unit (``PriceUom``) is taken where there is one.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from agent.domain.prices import SysproPrice
from connectors.syspro.xml.build import QUANTITY_PLACES, decimal, document, group, leaf, needed
from connectors.syspro.xml.reply import BadReplyError, Node, error_nodes

CURRENT, BY_QUANTITY = "CurrentPrice", "PriceBasedOnQty"
"""The two prices of an answer."""


@dataclass(frozen=True, slots=True)
class PriceQuestion:
    """A question to SORRSL.

    Attributes:
        customer: Customer as stored.
        stock_code: Stock code.
        warehouse: Warehouse; empty for SYSPRO's own choice.
        quantity: Quantity in ``uom``.
        uom: Unit of the quantity; empty for SYSPRO's own choice.
        on: Day of the order.
    """

    customer: str
    stock_code: str
    warehouse: str
    quantity: Decimal
    uom: str
    on: date


def build(question: PriceQuestion) -> str:
    """Return the ``XmlIn`` of a question; the type of order is an order (``O``).

    Raises:
        DoesNotFitError: When a code cannot be written in Windows-1252, or the quantity has over six decimals.
    """
    parameters = group(
        "Parameters",
        needed("StockCode", question.stock_code),
        leaf("Warehouse", question.warehouse),
        needed("Customer", question.customer),
        "<TypeOfOrder>O</TypeOfOrder>",
        decimal("OrderQuantity", question.quantity, QUANTITY_PLACES),
        leaf("OrderUm", question.uom),
        leaf("OrderDate", question.on.isoformat()),
    )
    return document("Build", parameters)


def parse(root: Node, *, counts: str = CURRENT) -> SysproPrice:
    """Return SYSPRO's price, or its refusal.

    Args:
        root: The answer.
        counts: Which of the two prices of the answer is what SYSPRO charges.

    Raises:
        BadReplyError: When the answer has no such price, or one that is no number.
    """
    if errors := error_nodes(root):
        words = "; ".join(error.description for error in errors if error.description)
        return SysproPrice(None, refusal=words or "SYSPRO gives no reason.")
    price = _number(root, counts)
    if price is None:
        raise BadReplyError(f"SYSPRO's answer about a price has no {counts}.")
    unit = next((node.value for node in root.below("PriceUom")), "")
    return SysproPrice(price, unit, _number(root, BY_QUANTITY))


def _number(root: Node, name: str) -> Decimal | None:
    """Return the first number called ``name``; ``None`` where there is none or it is blank."""
    text = next((node.value for node in root.below(name)), "")
    try:
        number = Decimal(text) if text else None
    except InvalidOperation:
        number = Decimal("NaN")
    if number is not None and not number.is_finite():
        raise BadReplyError(f"SYSPRO's answer about a price holds a {name} that is no number.")
    return number
