"""Rows about what is sold: stock codes, prices, contract prices, and what warehouses hold."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class StockRow:
    """A stock code (InvMaster).

    Attributes:
        stock_code: Up to 30 characters: any of Windows-1252, slashes, quotes and blanks among them.
        description: Description.
        long_description: Long description; may be empty.
        stock_uom: Unit that stock and prices of basis ``S`` are counted in.
        alternate_uom: Unit of prices of basis ``A``.
        other_uom: Unit of prices of basis ``O``.
        alternate_factor: Between stocking and alternate unit; how it is applied says ``alternate_mul_div``.
        alternate_mul_div: M or D.
        other_factor: Between stocking and other unit.
        other_mul_div: M or D.
        decimals: Decimals of quantities, 0 to 6.
        product_class: Product class.
        tax_code: Tax code.
        list_price_code: Price code of the list price.
        price_category: One letter; picks a code of ``CustomerRow.category_price_codes``.
        price_method: ``C`` where prices follow price codes.
        price_includes_tax: Whether the price holds tax (PrcInclGst ``Y``).
        warehouse_to_use: Default warehouse.
        kit_type: ``N``, or the kind of kit.
        stock_on_hold: Empty or ``N`` for none, ``F`` full, ``P`` partial (letters by convention).
        sales_on_hold: Whether sales are on hold.
        user_field1: UserField1, 30 characters.
        supersession_on: Day from which another code replaces it; ``None`` for never.
    """

    stock_code: str
    description: str
    long_description: str
    stock_uom: str
    alternate_uom: str
    other_uom: str
    alternate_factor: Decimal
    alternate_mul_div: str
    other_factor: Decimal
    other_mul_div: str
    decimals: int
    product_class: str
    tax_code: str
    list_price_code: str
    price_category: str
    price_method: str
    price_includes_tax: bool
    warehouse_to_use: str
    kit_type: str
    stock_on_hold: str
    sales_on_hold: bool
    user_field1: str
    supersession_on: date | None

    @property
    def on_hold(self) -> bool:
        """Whether it cannot be sold: a full hold, or a hold of sales; a partial one alone does not stop sales."""
        return self.stock_on_hold in {"F", "Y"} or self.sales_on_hold


@dataclass(frozen=True, slots=True)
class PriceRow:
    """The price of a stock code in a price code (InvPrice), before tax unless the stock code says otherwise.

    Attributes:
        stock_code: Stock code.
        price_code: Price code; which currency it is in, SYSPRO's public columns do not say.
        selling_price: Up to five decimals; may be zero, and nothing stops it from being negative.
        basis: Unit: ``S`` stocking, ``A`` alternate, ``O`` other.
    """

    stock_code: str
    price_code: str
    selling_price: Decimal
    basis: str


@dataclass(frozen=True, slots=True)
class ContractPriceRow:
    """A contract price (SorContractPrice). Its quantity breaks have no sure columns, so SORRSL alone knows them.

    Attributes:
        contract_type: ``C`` for a customer, ``B`` for a buying group.
        holder: That customer, as stored, or buying group.
        stock_code: Stock code.
        contract: Contract.
        starts_on: First day; ``None`` for always.
        expires_on: Last day, which counts whole; ``None`` for never.
        method: ``F`` for a fixed price; others exist.
        fixed_uom: Unit of the fixed price; empty for the stocking unit.
        fixed_price_code: Price code that counts instead.
        fixed_price: Fixed price, in the customer's currency.
        discounts: Three percentages, applied one after the other.
    """

    contract_type: str
    holder: str
    stock_code: str
    contract: str
    starts_on: date | None
    expires_on: date | None
    method: str
    fixed_uom: str
    fixed_price_code: str
    fixed_price: Decimal
    discounts: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class WarehouseRow:
    """What a warehouse holds of a stock code (InvWarehouse), in its stocking unit.

    What of it is available is the site's own formula; usual is ``on_hand - allocated - allocated_to_jobs``.
    """

    stock_code: str
    warehouse: str
    on_hand: Decimal
    allocated: Decimal
    allocated_to_jobs: Decimal
    on_order: Decimal
    on_back_order: Decimal
    in_transit: Decimal
    in_inspection: Decimal
    dispatched: Decimal
    minimum: Decimal
    safety_stock: Decimal
