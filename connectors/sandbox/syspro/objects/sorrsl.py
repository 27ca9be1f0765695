"""SORRSL: what SYSPRO would charge a customer for a stock code (reference, section 2.11; root of reply inferred)."""

from connectors.sandbox.syspro import keys, xmlout
from connectors.sandbox.syspro.books import Books, Record
from connectors.sandbox.syspro.calls import BusinessObject, Call
from connectors.sandbox.syspro.fields import Fields
from connectors.sandbox.syspro.made_up import made_up
from connectors.sandbox.syspro.pricing import Price, price_for
from connectors.sandbox.syspro.troubles import Fault, Refused, cannot_be_spaces, stock_code_not_found
from connectors.sandbox.syspro.xmlin import Element

ROOT = "Build"
VERSION = "7.0.022"
"""Version of the object; made up."""


def run(call: Call, books: Books) -> str:
    """Answer with the price and the defaults of a line."""
    parameters = call.document.child("Parameters") or call.document
    try:
        customer, stock, price = _priced(books, parameters)
    except Refused as refused:
        return xmlout.reply(ROOT, VERSION, xmlout.faults(refused.faults))
    shown = (
        ("StockCode", stock.text("StockCode")),
        ("Description", stock.text("Description")),
        ("Customer", customer.text("Customer")),
        ("Warehouse", parameters.text("Warehouse") or stock.text("WarehouseToUse")),
        ("OrderUom", stock.text("StockUom")),
        ("PriceUom", stock.text("StockUom")),
        ("Currency", customer.text("Currency")),
        ("PriceCode", price.code),
        ("Contract", price.contract),
        ("CurrentPrice", xmlout.padded(price.value, 15, 5)),
        ("PriceBasedOnQty", xmlout.padded(price.value, 15, 5)),
        ("ProductClass", stock.text("ProductClass")),
        ("TaxCode", stock.text("TaxCode")),
    )
    return xmlout.reply(ROOT, VERSION, xmlout.leaves(shown))


def _priced(books: Books, parameters: Element) -> tuple[Record, Record, Price]:
    fields = Fields(parameters)
    code, given = fields.text("StockCode"), fields.text("Customer")
    stock = books.row("InvMaster", code) if code else None
    customer = books.row("ArCustomer", keys.customer_key(books.options, given)) if given else None
    if stock is None:
        fields.refuse("StockCode", stock_code_not_found(code) if code else cannot_be_spaces("Parameters", "StockCode"))
    if customer is None:
        fields.refuse("Customer", made_up("not_on_file", given, "ArCustomer"))
    fields.stop()
    assert stock is not None
    assert customer is not None
    price = price_for(books, customer, stock)
    if price is None:
        raise Refused(Fault(("StockCode",), code, made_up("no_price", code, customer.text("PriceCode"))))
    return customer, stock, price


OBJECT = BusinessObject("SORRSL", ("Transaction/Build",), run)
