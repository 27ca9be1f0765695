"""SORTCL: line of a free-form credit note (reference, section 2.3; the reply is inferred)."""

from decimal import Decimal

from connectors.sandbox.syspro import xmlout
from connectors.sandbox.syspro.allocation import NON_STOCKED, STOCKED, conversion
from connectors.sandbox.syspro.books import Books, Record, Value
from connectors.sandbox.syspro.calls import BusinessObject, Call, Outcome
from connectors.sandbox.syspro.fields import Fields
from connectors.sandbox.syspro.made_up import made_up
from connectors.sandbox.syspro.money import ZERO
from connectors.sandbox.syspro.order_header import needed_order
from connectors.sandbox.syspro.orders import CANCELLED, COMPLETE
from connectors.sandbox.syspro.postings import run_posting
from connectors.sandbox.syspro.troubles import stock_code_not_found
from connectors.sandbox.syspro.xmlin import Element

ROOT = "socreditnoteline"
VERSION = "7.0.010"
"""Version of the object; made up."""

NON_STOCKED_WAREHOUSE = "**"
"""Warehouse of a non-stocked line (reference, section 2.3)."""


def run(call: Call, books: Books) -> str:
    """Add every line to its credit note."""
    return run_posting(call, books, (ROOT, VERSION), lambda: None, lambda item, _none: _post(books, item))


def _post(books: Books, item: Element) -> Outcome:
    fields = Fields(item)
    note = needed_order(books, fields, "CreditNoteNumber")
    number, status = note.text("SalesOrder"), note.text("OrderStatus")
    if note.text("DocumentType") != "C":
        fields.refuse("CreditNoteNumber", made_up("wrong_document", number, note.text("DocumentType")))
    if status in {CANCELLED, COMPLETE}:
        fields.refuse("CreditNoteNumber", made_up("order_not_open", number, status))
    quantity = fields.number("OrderQty", 6)
    if quantity < 0:
        fields.refuse("OrderQty", made_up("must_be_positive", quantity))
    stocked = fields.text("Warehouse") != NON_STOCKED_WAREHOUSE and not fields.flag("NonStockedLine")
    columns = _stocked(books, fields, note) if stocked else _non_stocked(books, fields)
    price = fields.number("Price", 5)
    fields.stop()
    position = note.whole("NextDetailLine")
    quantities = {"MOrderQty": quantity, "MShipQty": quantity, "MPrice": price}
    key: dict[str, Value] = {"SalesOrder": number, "SalesOrderLine": position, "SalesOrderInitLine": position}
    books.insert("SorDetail", {**columns, **quantities, **key, "CreditReason": fields.text("CreditReason")})
    books.update("SorMaster", (number,), {"NextDetailLine": position + 1})
    shown = (("CreditNoteNumber", number), ("LineNumber", f"{position:04d}"))
    return Outcome(xmlout.node("Key", xmlout.leaves(shown)))


def _stocked(books: Books, fields: Fields, note: Record) -> dict[str, Value]:
    code = fields.needed("StockCode")
    stock = books.row("InvMaster", code) if code else None
    if stock is None:
        if code:
            fields.refuse("StockCode", stock_code_not_found(code))
        return {}
    unit = fields.text("OrderUom") or stock.text("StockUom")
    factor = conversion(stock, unit)
    if factor is None:
        fields.refuse("OrderUom", made_up("uom_unknown", unit, code))
    warehouse = fields.text("Warehouse") or stock.text("WarehouseToUse")
    held = books.row("InvWarehouse", code, warehouse)
    if held is None:
        fields.refuse("Warehouse", made_up("not_in_warehouse", code, warehouse))
    own = stock.text("TaxCode")
    return {
        "LineType": STOCKED,
        "MStockCode": code,
        "MStockDes": stock.text("Description"),
        "MProductClass": stock.text("ProductClass"),
        "MWarehouse": warehouse,
        "MOrderUom": unit,
        "MPriceUom": fields.text("PriceUom") or unit,
        "MConvFactOrdUm": factor or Decimal(1),
        "MUnitCost": held.number("UnitCost") if held else ZERO,
        "MTaxCode": own if own == "E" else books.setting(f"tax_code.{note.text('Currency')}") or own,
    }


def _non_stocked(books: Books, fields: Fields) -> dict[str, Value]:
    unit = fields.text("OrderUom") or "EA"
    return {
        "LineType": NON_STOCKED,
        "MStockCode": fields.needed("StockCode")[:30],
        "MStockDes": fields.text("StockDescription", 50),
        "MProductClass": fields.code(books, "NsProductClass", "SalProductClass"),
        "MWarehouse": NON_STOCKED_WAREHOUSE,
        "MOrderUom": unit,
        "MPriceUom": unit,
        "MConvFactOrdUm": Decimal(1),
    }


OBJECT = BusinessObject("SORTCL", ("Transaction/Post",), run)
