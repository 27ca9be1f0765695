"""Read the lines of an order into columns of ``SorDetail`` (reference, section 2.1, OrderDetails)."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from connectors.sandbox.syspro.allocation import COMMENT, FREIGHT, MISCELLANEOUS, NON_STOCKED, STOCKED, conversion
from connectors.sandbox.syspro.books import Books, Record, Value
from connectors.sandbox.syspro.fields import Cautions, Fields
from connectors.sandbox.syspro.import_rules import ImportRules
from connectors.sandbox.syspro.made_up import made_up
from connectors.sandbox.syspro.money import ZERO
from connectors.sandbox.syspro.pricing import Price, price_for
from connectors.sandbox.syspro.troubles import stock_code_not_found

Columns = dict[str, Value]
"""Columns of a line."""


@dataclass(frozen=True, slots=True)
class LineContext:
    """What the lines of one order share.

    Attributes:
        warehouse: Warehouse of the header or the parameters; blank leaves it to the stock code.
        existing: The line being changed, for elements left out; ``None`` for a new one.
        credit: Whether the document is a credit note, for which no stock is set aside.
    """

    books: Books
    customer: Record
    rules: ImportRules
    cautions: Cautions
    warehouse: str
    existing: Record | None = None
    credit: bool = False


def read_line(context: LineContext, fields: Fields) -> Columns:
    """Return the columns of a line element; faults are noted in ``fields``."""
    return _READERS[fields.element.name](context, fields)


def is_line(name: str) -> bool:
    """Return whether an element of OrderDetails is a line."""
    return name in _READERS


def _stock_line(context: LineContext, fields: Fields) -> Columns:
    kept = context.existing
    code = fields.text("StockCode") or (kept.text("MStockCode") if kept else "")
    if fields.flag("NonStockedLine") or (kept is not None and kept.text("LineType") == NON_STOCKED):
        return _non_stocked(context, fields, code)
    stock = context.books.row("InvMaster", code) if code else None
    if stock is None:
        if fields.needed("StockCode"):
            fields.refuse("StockCode", stock_code_not_found(code))
        return {}
    _check_hold(context, fields, stock)
    description = fields.text("StockDescription", 50) if context.rules.own_description else ""
    columns: Columns = {
        "LineType": STOCKED,
        "MStockCode": code,
        "MStockDes": description or stock.text("Description"),
        "MProductClass": stock.text("ProductClass"),
        "MStockingUom": stock.text("StockUom"),
        "MWarehouse": _warehouse(context, fields, stock),
        "MTaxCode": _stock_tax_code(context, fields, stock),
        **_quantity(context, fields, stock),
        **_discounts(fields),
        "MUserDef": fields.text("UserDefined", 4),
        "MCusSupStkCode": fields.text("CustomersPartNumber", 30),
    }
    return {
        **columns,
        **_price(context, fields, stock),
        **_unit_cost(context.books, columns),
        **_dates(context, fields),
    }


def _non_stocked(context: LineContext, fields: Fields, code: str) -> Columns:
    if not context.rules.non_stocked:
        fields.refuse("NonStockedLine", made_up("non_stocked_refused"))
    kept = context.existing
    fields.needed("StockCode")
    product_class = fields.code(
        context.books, "NsProductClass", "SalProductClass", kept.text("MProductClass") if kept else ""
    )
    if not product_class:
        fields.needed("NsProductClass")
    unit = fields.text("OrderUom", 10) or (kept.text("MOrderUom") if kept else "") or fields.needed("OrderUom")
    return {
        "LineType": NON_STOCKED,
        "MStockCode": code[:30],
        "MStockDes": fields.text("StockDescription", 50),
        "MProductClass": product_class,
        "MWarehouse": "**",
        "MOrderQty": _positive(fields, "OrderQty", 6, kept.number("MOrderQty") if kept else None),
        "MOrderUom": unit,
        "MStockingUom": unit,
        "MConvFactOrdUm": Decimal(1),
        "MPrice": fields.number("Price", 5, kept.number("MPrice") if kept else None),
        "MPriceUom": unit,
        "MUnitCost": fields.number("NsUnitCost", 5, ZERO),
        "MTaxCode": _tax_code(context, fields, ("StockTaxCode", "StockNotTaxable"), ""),
        **_discounts(fields),
        **_dates(context, fields),
    }


def _freight_line(context: LineContext, fields: Fields) -> Columns:
    kept = context.existing
    return {
        "LineType": FREIGHT,
        "NMscChargeValue": fields.number("FreightValue", 2, kept.number("NMscChargeValue") if kept else None),
        "NMscChargeCost": fields.number("FreightCost", 2, ZERO),
        "NMscTaxCode": _tax_code(
            context, fields, ("FreightTaxCode", "FreightNotTaxable"), kept.text("NMscTaxCode") if kept else ""
        ),
    }


def _charge_line(context: LineContext, fields: Fields) -> Columns:
    kept = context.existing
    charge = fields.text("MiscChargeCode", 6)
    product_class = fields.code(
        context.books, "MiscProductClass", "SalProductClass", kept.text("NMscProductCls") if kept else ""
    )
    if not charge and not product_class:
        fields.needed("MiscProductClass")
    return {
        "LineType": MISCELLANEOUS,
        "NMscChargeValue": fields.number("MiscChargeValue", 2, kept.number("NMscChargeValue") if kept else None),
        "NMscChargeCost": fields.number("MiscChargeCost", 2, ZERO),
        "NMscChargeQty": fields.number("MiscQuantity", 6, Decimal(1)),
        "NMscProductCls": product_class,
        "NMscTaxCode": _tax_code(
            context, fields, ("MiscTaxCode", "MiscNotTaxable"), kept.text("NMscTaxCode") if kept else ""
        ),
        "NChargeCode": charge,
        "NComment": fields.text("MiscDescription", 100),
    }


def _comment_line(_context: LineContext, fields: Fields) -> Columns:
    return {
        "LineType": COMMENT,
        "NComment": fields.needed("Comment")[:100],
        "NCommentType": fields.choice("CommentType", "IO", "I"),
        "NCommentFromLin": fields.number("AttachedLineNumber", 0, ZERO),
    }


_READERS: dict[str, Callable[[LineContext, Fields], Columns]] = {
    "StockLine": _stock_line,
    "FreightLine": _freight_line,
    "MiscChargeLine": _charge_line,
    "CommentLine": _comment_line,
}


def _check_hold(context: LineContext, fields: Fields, stock: Record) -> None:
    held = stock.text("StockOnHold")
    if held == "F":
        fields.refuse("StockCode", made_up("stock_on_hold", stock.text("StockCode")))
    elif held == "P":
        context.cautions.note(fields, "StockCode", made_up("partial_hold", stock.text("StockCode")))


def _warehouse(context: LineContext, fields: Fields, stock: Record) -> str:
    """Return the warehouse: line, header or parameters, then the stock code's own (reference, section 2.1)."""
    kept = context.existing.text("MWarehouse") if context.existing else ""
    own = stock.text("DistWarehouseToUse") or stock.text("WarehouseToUse")
    warehouse = fields.text("Warehouse") or kept or context.warehouse or own
    if not context.books.exists("InvWarehouse", stock.text("StockCode"), warehouse):
        fields.refuse("Warehouse", made_up("not_in_warehouse", stock.text("StockCode"), warehouse), warehouse)
    return warehouse


def _quantity(context: LineContext, fields: Fields, stock: Record) -> Columns:
    kept = context.existing
    unit = fields.text("OrderUom") or (kept.text("MOrderUom") if kept else "") or fields.needed("OrderUom")
    factor = conversion(stock, unit)
    if unit and factor is None:
        fields.refuse("OrderUom", made_up("uom_unknown", unit, stock.text("StockCode")))
    quantity = _positive(fields, "OrderQty", 6, kept.number("MOrderQty") if kept else None)
    return {"MOrderQty": quantity, "MOrderUom": unit, "MConvFactOrdUm": factor or Decimal(1)}


def _positive(fields: Fields, name: str, places: int, default: Decimal | None) -> Decimal:
    before = len(fields.found)
    value = fields.number(name, places, default)
    if value <= 0 and len(fields.found) == before:
        fields.refuse(name, made_up("must_be_positive", value))
    return value


def _price(context: LineContext, fields: Fields, stock: Record) -> Columns:
    """Return the price per order unit: the one entered where that is allowed, else SYSPRO's own."""
    kept = context.existing
    entered = context.rules.price_entered or fields.flag("AlwaysUsePriceEntered")
    if fields.has("Price") and entered:
        price, unit = fields.number("Price", 5), fields.needed("PriceUom")
        if unit and conversion(stock, unit) is None:
            fields.refuse("PriceUom", made_up("uom_unknown", unit, stock.text("StockCode")))
        if price == 0 and not context.rules.zero_price:
            fields.refuse("Price", made_up("zero_price"))
        return {"MPrice": price, "MPriceUom": unit, "MPriceCode": fields.text("PriceCode", 10), "MContract": ""}
    if kept is not None and not fields.has("Price") and not fields.has("OrderQty"):
        return {"MPrice": kept.number("MPrice"), "MPriceUom": kept.text("MPriceUom")}
    found = price_for(context.books, context.customer, stock)
    if found is None:
        code = context.customer.text("PriceCode")
        fields.refuse("StockCode", made_up("no_price", stock.text("StockCode"), code))
        found = Price(ZERO)
    unit = stock.text("StockUom")
    return {"MPrice": found.value, "MPriceUom": unit, "MPriceCode": found.code, "MContract": found.contract}


def _discounts(fields: Fields) -> Columns:
    percents: Columns = {f"MDiscPct{n}": fields.number(f"LineDiscPercent{n}", 2, ZERO) for n in (1, 2, 3)}
    value = fields.number("LineDiscValue", 2, ZERO)
    flag = fields.choice("LineDiscValFlag", "VU", "V") if value else ""
    return {**percents, "MDiscValue": value, "MDiscValFlag": flag}


def _unit_cost(books: Books, columns: Columns) -> Columns:
    held = books.row("InvWarehouse", str(columns["MStockCode"]), str(columns["MWarehouse"]))
    return {"MUnitCost": held.number("UnitCost") if held else ZERO}


def _dates(context: LineContext, fields: Fields) -> Columns:
    today = context.books.today()
    shipped = fields.day("LineShipDate", today)
    return {"MLineShipDate": shipped, "MCustRequestDat": fields.day("CustRequestDate", shipped)}


def _stock_tax_code(context: LineContext, fields: Fields, stock: Record) -> str:
    """Return the tax code of a stocked line; a given one is dropped unless the site allows it (section 2.1)."""
    if fields.flag("StockNotTaxable") and context.books.options.tax_code_change_allowed:
        return ""
    if fields.has("StockTaxCode") and context.books.options.tax_code_change_allowed:
        return fields.code(context.books, "StockTaxCode", "AdmTax")
    own = stock.text("TaxCode")
    return own if own == "E" else context.books.setting(f"tax_code.{context.customer.text('Currency')}") or own


def _tax_code(context: LineContext, fields: Fields, names: tuple[str, str], default: str) -> str:
    code_name, exempt_name = names
    if fields.flag(exempt_name):
        return ""
    return fields.code(context.books, code_name, "AdmTax", default)
