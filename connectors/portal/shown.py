"""Read models as the portal's JSON: numbers with decimals as text, days as CCYY-MM-DD."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from agent.domain.erp import CustomerRow, InvoiceRow, OrderLineRow, OrderRow
from agent.domain.placing import Placed
from agent.domain.prices import PriceAnswer

#: OrderStatus of orders that were cancelled; source: reference, section 4.
_CANCELLED = frozenset({"*", "\\"})

_NOT_SOLD, _UNSURE = "The stock code is not sold.", "No price is known for sure; please ask."


def prices(customer: CustomerRow, answers: Sequence[PriceAnswer]) -> dict[str, Any]:
    """Return the customer's prices; one that is not sure has no price and says why."""
    items = [_price(answer) for answer in answers]
    return {"customer": customer.customer, "currency": customer.currency, "items": items}


def _price(answer: PriceAnswer) -> dict[str, Any]:
    sold = answer.stock is not None and not answer.stock.on_hold
    price = answer.price if sold else None
    if price is not None and price <= 0:
        price = None
    return {
        "stock_code": answer.stock_code,
        "quantity": plain(answer.quantity),
        "description": answer.stock.description if answer.stock and sold else "",
        "price": plain(price),
        "uom": answer.uom if sold else "",
        "includes_tax": bool(answer.stock and sold and answer.stock.price_includes_tax),
        "origin": _origin(answer) if price is not None else "",
        "problem": "" if price is not None else _UNSURE if sold else _NOT_SOLD,
    }


def _origin(answer: PriceAnswer) -> str:
    """Return where a price comes from, without the name of a contract or price code, which are the site's own."""
    if answer.syspro is not None or answer.tables is None:
        return "syspro"
    return answer.tables.origin.name.lower()


def order(row: OrderRow, lines: Sequence[OrderLineRow] | None = None) -> dict[str, Any]:
    """Return an order, with its lines where they are given."""
    shown = {
        "sales_order": row.sales_order,
        "status": row.status,
        "cancelled": row.cancelled or row.status in _CANCELLED,
        "purchase_order": row.purchase_order,
        "ordered_on": day(row.ordered_on),
        "requested_on": day(row.requested_on),
        "last_invoice": row.last_invoice,
        "currency": row.currency,
    }
    return shown if lines is None else {**shown, "lines": [_line(line) for line in lines]}


def _line(line: OrderLineRow) -> dict[str, Any]:
    return {
        "line": line.line,
        "stock_code": line.stock_code,
        "description": line.description or line.comment,
        "ordered": plain(line.ordered),
        "to_ship": plain(line.to_ship),
        "back_ordered": plain(line.back_ordered),
        "uom": line.uom,
        "price": plain(line.price),
        "price_uom": line.price_uom,
        "charge": plain(line.charge),
    }


def placed(customer: str, what: Placed, *, account: bool) -> dict[str, Any]:
    """Return what became of an order; what does not belong to its way of paying is null.

    Args:
        customer: The customer.
        what: What became of it.
        account: Whether whoever asks may order on account at all.
    """
    agreed, checkout = what.order, what.checkout
    lines = [
        {
            "stock_code": line.stock_code,
            "quantity": plain(line.quantity),
            "price": plain(line.price),
            "net": str(line.net.to_decimal()),
            "tax": str(line.tax.to_decimal()),
        }
        for line in agreed.lines
    ]
    return {
        "customer": customer,
        "currency": agreed.currency.upper(),
        "lines": lines,
        "tax": str(agreed.tax.to_decimal()),
        "total": str(agreed.total.to_decimal()),
        "checkout": checkout.id if checkout else None,
        "pay_url": checkout.url if checkout else None,
        "pay_until": datetime.fromtimestamp(checkout.expires_at, UTC).isoformat() if checkout else None,
        "on_account": what.on_account and account,
        "reference": what.reference or None,
        "sales_order": what.sales_order or None,
    }


def invoice(row: InvoiceRow, left: Decimal | None) -> dict[str, Any]:
    """Return a document of the account, and what is open on it; null where that cannot be told."""
    return {
        "invoice": row.invoice,
        "type": row.document_type,
        "invoiced_on": day(row.invoiced_on),
        "sales_order": row.sales_order,
        "purchase_order": row.purchase_order,
        "value": plain(row.value),
        "open": plain(left),
        "currency": row.currency,
    }


def plain(number: Decimal | None) -> str | None:
    """Return a number as text, without zeros at the end of its decimals."""
    if number is None:
        return None
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def day(value: date | None) -> str | None:
    """Return a day as CCYY-MM-DD."""
    return value.isoformat() if value else None
