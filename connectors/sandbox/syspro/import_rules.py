"""The parameters of SORTOI as one value, with their defaults (reference, section 2.1)."""

from dataclasses import dataclass

from connectors.sandbox.syspro.options import SiteOptions
from connectors.sandbox.syspro.xmlin import Element


@dataclass(frozen=True, slots=True)
class ImportRules:
    """What an import is allowed and asked to do.

    Attributes:
        validate: Nothing is kept.
        status: Order status to give: 1, 4, 8 or S.
        order_type: ORD, FWD, SCH, IBT or BIL.
        customer: Customer of orders that name none.
        warehouse: Warehouse of lines and headers that name none.
        duplicates: AllowDuplicateOrderNumbers: N, Y or A.
        po_check: CheckForCustomerPoNumbers: Y mandatory, C as the customer says, N optional.
        allocation: F, B or A.
        ignore_warnings: N, Y or W.
    """

    validate: bool
    status: str
    order_type: str
    customer: str
    warehouse: str
    duplicates: str
    po_check: str
    allocation: str
    ignore_warnings: str
    non_stocked: bool
    price_entered: bool
    zero_price: bool
    without_credit: bool
    warn_on_hold: bool
    manual_number: bool
    own_description: bool


def read_rules(parameters: Element, options: SiteOptions) -> ImportRules:
    """Return the rules that the parameters set; unknown values count as blank, as unknown elements do."""

    def choice(name: str, allowed: str, default: str) -> str:
        value = parameters.text(name)
        return value if value and value in allowed.split() else default

    def flag(name: str, *, default: bool = False) -> bool:
        return choice(name, "Y N", "Y" if default else "N") == "Y"

    order_type = choice("TypeOfOrder", "ORD FWD SCH IBT BIL", "ORD")
    return ImportRules(
        validate=parameters.text("Process").upper() == "VALIDATE",
        # A billing order can only be ready to invoice.
        status="8" if order_type == "BIL" else choice("OrderStatus", "1 4 8 S", "1"),
        order_type=order_type,
        customer=parameters.text("CustomerToUse"),
        warehouse=parameters.text("WarehouseListToUse"),
        duplicates=choice("AllowDuplicateOrderNumbers", "N Y A", "N"),
        po_check=choice("CheckForCustomerPoNumbers", "Y N C", "Y"),
        allocation=choice("AllocationAction", "F B A", "F"),
        ignore_warnings=choice("IgnoreWarnings", "N Y W", "N"),
        non_stocked=choice("AllowNonStockItems", "Y N S", "N") != "N",
        price_entered=flag("AlwaysUsePriceEntered"),
        zero_price=flag("AllowZeroPrice"),
        without_credit=flag("AcceptOrdersIfNoCredit", default=options.accept_without_credit),
        warn_on_hold=flag("WarnIfCustomerOnHold"),
        manual_number=flag("AllowManualOrderNumberToBeUsed"),
        own_description=flag("UseStockDescSupplied"),
    )
