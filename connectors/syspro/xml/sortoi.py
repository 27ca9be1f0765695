"""SORTOI: import a sales order (Transaction/Post).

Source: reference, section 2.1: inputs from SYSPRO's own schemas, replies seen live on SYSPRO 8. ``Process`` is the only
validate switch; ``ValidateOnly`` and ``ApplyIfEntireDocumentValid`` are not parameters of this object.
"""

from collections.abc import Callable
from dataclasses import replace

from agent.domain.fitting import DoesNotFitError, short_reference
from agent.domain.kinds import OrderLine, SalesOrder
from connectors.syspro.xml.build import (
    PRICE_PLACES,
    QUANTITY_PLACES,
    decimal,
    document,
    flag,
    group,
    leaf,
    needed,
    value,
)
from connectors.syspro.xml.reply import Node, Verdict, judge
from connectors.syspro.xml.request import Posted, Request, believable

ROOT = "SalesOrders"
#: Longest TransmissionReference; source: reference, section 2.1.
_TRANSMISSION_LENGTH = 14


def build(order: SalesOrder, *, validate: bool = False) -> Request:
    """Return the parameters and the document that add ``order``.

    Args:
        order: The order, bound to its customer.
        validate: Only ask SYSPRO whether it would take it.

    Raises:
        DoesNotFitError: When a text or number does not fit, or a line is of no known type.
    """
    transmission = leaf("TransmissionReference", short_reference(order.reference, _TRANSMISSION_LENGTH))
    lines = (_LINES[_known(line)](line, number) for number, line in enumerate(order.lines, start=1))
    body = group("Orders", _header(order), group("OrderDetails", *lines))
    return Request(
        _parameters(order, validate=validate), document(ROOT, group("TransmissionHeader", transmission), body)
    )


def parse(root: Node, reference: str) -> Posted:
    """Return what became of the order.

    Args:
        root: The reply.
        reference: The CustomerPoNumber that was sent; a reply about another order is unclear.
    """
    order = root.first("Order")
    key = believable(order.text("SalesOrder")) if order is not None else ""
    judgement = judge(root, ROOT, key=key)
    answered = order.text("CustomerPoNumber") if order is not None else ""
    if judgement.verdict is Verdict.CLEAN and answered and answered.casefold() != reference.casefold():
        why = "The answer is about another customer order number."
        return Posted(replace(judgement, verdict=Verdict.UNCLEAR, why=why))
    return Posted(judgement, key)


def _parameters(order: SalesOrder, *, validate: bool) -> str:
    options = order.options
    described = any(line.description for line in order.lines if line.line_type in {"stock", "non_stock"})
    return document(
        ROOT,
        group(
            "Parameters",
            leaf("Process", "VALIDATE" if validate else "IMPORT"),
            leaf("OrderStatus", order.order_status),
            flag("AllowNonStockItems", yes=options.allow_non_stock),
            flag("AcceptOrdersIfNoCredit", yes=options.accept_if_no_credit),
            # N refuses a second order with our reference: SYSPRO's own guard behind ours.
            leaf("AllowDuplicateOrderNumbers", "N"),
            leaf("CheckForCustomerPoNumbers", "Y"),
            flag("AlwaysUsePriceEntered", yes=options.use_price_entered),
            # Free goods are sold too; it counts only together with AlwaysUsePriceEntered.
            flag("AllowZeroPrice", yes=options.use_price_entered),
            leaf("AllocationAction", options.allocation_action),
            # Without it SYSPRO puts its own description on the line, and the preview would have shown another.
            flag("UseStockDescSupplied", yes=described),
            leaf("IgnoreWarnings", options.ignore_warnings),
            leaf("StatusInProcess", "N"),
        ),
    )


def _header(order: SalesOrder) -> str:
    return group(
        "OrderHeader",
        needed("CustomerPoNumber", order.reference),
        leaf("OrderActionType", "A"),
        needed("Customer", order.customer),
        needed("OrderDate", order.order_date),
        leaf("Currency", order.currency),
        leaf("ShippingInstrs", order.shipping_instructions),
        leaf("CustomerName", order.customer_name),
        leaf("ShipAddress1", order.ship_address_1),
        leaf("ShipAddress2", order.ship_address_2),
        leaf("ShipAddress3", order.ship_address_3),
        leaf("ShipAddress4", order.ship_address_4),
        leaf("ShipAddress5", order.ship_address_5),
        leaf("ShipPostalCode", order.ship_postal_code),
        leaf("Email", order.email),
        leaf("Warehouse", order.warehouse),
        leaf("SpecialInstrs", order.special_instructions),
        leaf("OrderType", order.order_type),
        leaf("AlternateReference", order.alternate_reference),
        leaf("Salesperson", order.salesperson),
        leaf("Branch", order.branch),
        leaf("Area", order.area),
    )


def _stock(line: OrderLine, number: int) -> str:
    stocked = line.line_type == "stock"
    return group(
        "StockLine",
        *_start(number),
        needed("StockCode", line.stock_code),
        leaf("StockDescription", line.description),
        leaf("Warehouse", line.warehouse),
        decimal("OrderQty", line.quantity, QUANTITY_PLACES),
        leaf("OrderUom", line.uom),
        decimal("Price", line.price, PRICE_PLACES),
        leaf("PriceUom", line.uom),
        "" if stocked else leaf("ProductClass", line.product_class),
        _discount(line),
        "" if stocked else flag("NonStockedLine", yes=True),
        "" if stocked else leaf("NsProductClass", line.product_class),
        leaf("StockTaxCode", line.tax_code),
        _untaxed("StockNotTaxable", line),
    )


def _freight(line: OrderLine, number: int) -> str:
    return group(
        "FreightLine",
        *_start(number),
        _amount("FreightValue", line),
        leaf("FreightTaxCode", line.tax_code),
        _untaxed("FreightNotTaxable", line),
    )


def _charge(line: OrderLine, number: int) -> str:
    return group(
        "MiscChargeLine",
        *_start(number),
        _amount("MiscChargeValue", line),
        leaf("MiscProductClass", line.product_class),
        leaf("MiscTaxCode", line.tax_code),
        _untaxed("MiscNotTaxable", line),
        leaf("MiscDescription", line.description),
        leaf("MiscChargeCode", line.charge_code),
    )


def _comment(line: OrderLine, number: int) -> str:
    return group("CommentLine", *_start(number), needed("Comment", line.comment))


_LINES: dict[str, Callable[[OrderLine, int], str]] = {
    "stock": _stock,
    "non_stock": _stock,
    "freight": _freight,
    "charge": _charge,
    "comment": _comment,
}


def _start(number: int) -> tuple[str, str]:
    """Return what every line begins with: its place in the order, and that it is added."""
    return leaf("CustomerPoLine", str(number)), leaf("LineActionType", "A")


def _discount(line: OrderLine) -> str:
    if line.discount is None or not line.discount:
        return ""
    # V is a value for the whole line, U one for each unit.
    return value("LineDiscValue", line.discount) + leaf("LineDiscValFlag", "V")


def _amount(element: str, line: OrderLine) -> str:
    if line.value is None:
        raise DoesNotFitError(f"{element}: the line has no value.")
    return value(element, line.value)


def _untaxed(element: str, line: OrderLine) -> str:
    return flag(element, yes=True) if line.not_taxable else ""


def _known(line: OrderLine) -> str:
    if line.line_type not in _LINES:
        raise DoesNotFitError(f"An order has no lines of the type {line.line_type!r}.")
    return line.line_type
