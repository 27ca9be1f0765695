"""A sales order (SORTOI). Lengths: SYSPRO 7, SorMaster and SorDetail."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Self

from agent.domain.kinds.base import Kind, target
from agent.domain.money import Money


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One line. ``line_type`` decides which of the others count.

    Attributes:
        line_type: ``stock``, ``non_stock``, ``freight``, ``charge`` or ``comment``.
    """

    line_type: str
    stock_code: str = target("StockCode", "Stock code.", length=30, table="InvMaster", default="")
    description: str = target("StockDescription", "Description.", length=50, default="")
    warehouse: str = target("Warehouse", "Warehouse.", length=10, table="InvWhControl", default="")
    quantity: Decimal = target("OrderQty", "Quantity ordered.", digits=(12, 6), default=Decimal(0), fixed=True)
    uom: str = target("OrderUom", "Unit of the quantity and the price.", length=10, default="", fixed=True)
    price: Decimal = target("Price", "Price of one unit before tax.", digits=(10, 5), default=Decimal(0), fixed=True)
    discount: Money | None = target("LineDiscValue", "Discount on the whole line, before tax.", default=None)
    product_class: str = target("ProductClass", "Product class of a charge or non-stocked line.", length=20, default="")
    charge_code: str = target("MiscChargeCode", "Charge code of a charge line.", length=6, default="")
    tax_code: str = target(
        "StockTaxCode", "Tax code, where the site lets it be changed.", length=3, default="", fixed=True
    )
    not_taxable: bool = target(
        "StockNotTaxable", "Whether SYSPRO computes no tax on the line.", default=False, fixed=True
    )
    freight_value: Money | None = target("FreightValue", "Value of a freight line, before tax.", default=None)
    charge_value: Money | None = target("MiscChargeValue", "Value of a charge line, before tax.", default=None)
    comment: str = target("Comment", "Text of a comment line.", length=100, default="")

    @property
    def value(self) -> Money | None:
        """Value of a freight or charge line, before tax; ``None`` for other lines."""
        return self.freight_value if self.line_type == "freight" else self.charge_value


@dataclass(frozen=True, slots=True)
class OrderOptions:
    """SORTOI parameters that decide how SYSPRO takes the order."""

    allocation_action: str = "A"
    """F, B or A: ship only whole, all to back order, ship what there is."""
    use_price_entered: bool = True
    """Use the price the payer saw; SYSPRO prices the line itself otherwise."""
    accept_if_no_credit: bool = True
    """The goods are paid already, so a credit check should not stop the order."""
    ignore_warnings: str = "W"
    """N warnings are errors, Y they are dropped, W they are reported."""
    allow_non_stock: bool = True
    """Whether non-stocked lines are allowed."""


@dataclass(frozen=True, slots=True)
class SalesOrder:
    """A sales order to add; ``customer`` is empty until it is bound."""

    reference: str = target("CustomerPoNumber", "Our reference; SYSPRO is searched by it.", length=30, required=True)
    order_date: str = target("OrderDate", "Day of the payment at the site, CCYY-MM-DD.", day=True, required=True)
    currency: str = target(
        "Currency",
        "SYSPRO currency code; must be the customer's.",
        length=3,
        required=True,
        table="TblCurrency",
        fixed=True,
    )
    lines: tuple[OrderLine, ...] = ()
    customer: str = target(
        "Customer", "SYSPRO customer; the one linked to the payer when empty.", length=15, default="", fixed=True
    )
    warehouse: str = target("Warehouse", "Warehouse of the order.", length=10, table="InvWhControl", default="")
    branch: str = target("Branch", "Branch.", length=10, table="SalBranch", default="")
    salesperson: str = target("Salesperson", "Salesperson.", length=20, table="SalSalesperson", default="")
    area: str = target("Area", "Geographic area.", length=10, table="SalArea", default="")
    order_type: str = target("OrderType", "Order type.", length=2, default="")
    order_status: str = target(
        "OrderStatus",
        "1 open, 4 in warehouse, 8 ready to invoice, S suspense.",
        length=1,
        default="1",
        choices="1 4 8 S",
    )
    alternate_reference: str = target("AlternateReference", "Second reference.", length=10, default="")
    special_instructions: str = target("SpecialInstrs", "Special instructions.", length=30, default="")
    shipping_instructions: str = target("ShippingInstrs", "Shipping instructions.", length=50, default="")
    email: str = target("Email", "E-mail address on the order.", length=255, default="")
    customer_name: str = target("CustomerName", "Name on the order, for a guest customer.", length=50, default="")
    ship_address_1: str = target("ShipAddress1", "Delivery address line 1.", length=40, default="")
    ship_address_2: str = target("ShipAddress2", "Delivery address line 2.", length=40, default="")
    ship_address_3: str = target("ShipAddress3", "Delivery address line 3.", length=40, default="")
    ship_address_4: str = target("ShipAddress4", "Delivery address line 4.", length=40, default="")
    ship_address_5: str = target("ShipAddress5", "Delivery address line 5.", length=40, default="")
    ship_postal_code: str = target("ShipPostalCode", "Delivery postal code.", length=10, default="")
    options: OrderOptions = OrderOptions()

    @property
    def kind(self) -> Kind:
        """Which kind this is."""
        return Kind.SALES_ORDER

    def with_customer(self, customer: str) -> Self:
        """Return the same order for ``customer``."""
        return replace(self, customer=customer)
