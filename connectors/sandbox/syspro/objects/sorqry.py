"""SORQRY: one sales order with its lines (reference, section 2.11; its root is ``SorDetail``)."""

from connectors.sandbox.syspro import keys, made_up, xmlout
from connectors.sandbox.syspro.allocation import COMMENT, FREIGHT, MISCELLANEOUS, NON_STOCKED, STOCKED
from connectors.sandbox.syspro.books import Books, Record
from connectors.sandbox.syspro.calls import BusinessObject, Call
from connectors.sandbox.syspro.orders import is_invoiced, order_lines
from connectors.sandbox.syspro.troubles import Exceptional
from connectors.sandbox.syspro.xmlin import Element

ROOT = "SorDetail"
VERSION = "7.0.045"
"""Version of the object; made up."""

STATUSES = {
    "0": "In process",
    "1": "Open order",
    "2": "Open back order",
    "3": "Released back order",
    "4": "In warehouse",
    "8": "Ready to invoice",
    "9": "Complete",
    "F": "Forward order",
    "S": "In suspense",
    "*": "Cancelled during entry",
    "\\": "Cancelled",
}
"""Order status to its description; only ``*`` was recorded word for word."""

_DOCUMENTS = {"O": "Order", "B": "Billing", "C": "Credit note"}
_SPACES = "xmlns:SALSLS='SALSLS' xmlns:TBLART='TBLART'"
_HEADER = (
    "Salesperson OrderStatus CustomerPoNumber OrderDate ReqShipDate ShippingInstrs SpecialInstrs InvTermsOverride"
    " LastInvoice DateLastInvPrt Branch Area Warehouse OrderType Currency ShipAddress1 ShipAddress2 ShipAddress3"
    " ShipAddress4 ShipAddress5 ShipPostalCode Email MulDiv AlternateKey CancelledFlag"
).split()
_MERCHANDISE = "MStockCode MStockDes MWarehouse MOrderUom MPriceUom MPriceCode MProductClass MTaxCode MContract".split()
_QUANTITIES = "MOrderQty MShipQty MBackOrderQty MQtyDispatched QtyReserved".split()
_OPTION_OF = {
    STOCKED: "IncludeStockedLines",
    NON_STOCKED: "IncludeNonStockedLines",
    FREIGHT: "IncludeFreightLines",
    MISCELLANEOUS: "IncludeMiscLines",
    COMMENT: "IncludeCommentLines",
}


def run(call: Call, books: Books) -> str:
    """Answer with the order asked for by its number or by its last invoice.

    Raises:
        Exceptional: When there is none.
    """
    order = _find(books, call.document)
    option = call.document.child("Option")
    lines = [line for line in order_lines(books, order.text("SalesOrder")) if _wanted(option, line)]
    shown = [xmlout.node("SalesOrderLine", _line(line)) for line in lines]
    fields = _custom(books, order) if option is not None and option.text("IncludeCustomForms") == "Y" else ""
    return xmlout.reply(ROOT, VERSION, _header(books, order), fields, *shown, spaces=_SPACES)


def _find(books: Books, document: Element) -> Record:
    number, invoice = document.text("Key/SalesOrder"), document.text("Key/Invoice")
    if number:
        found = books.row("SorMaster", keys.order_key(books.options, number))
    else:
        billed = books.rows("ArTrnSummary", "Invoice = ? LIMIT 1", keys.invoice_key(books.options, invoice))
        found = books.row("SorMaster", billed[0].text("SalesOrder")) if billed else None
    if found is None:
        raise Exceptional(made_up.NO_RECORD)
    return found


def _wanted(option: Element | None, line: Record) -> bool:
    """Lines are shown unless their option says N; completed ones too."""
    if option is None:
        return True
    if is_invoiced(line) and option.text("IncludeCompletedLines") == "N":
        return False
    name = _OPTION_OF.get(line.text("LineType"))
    return name is None or option.text(name) != "N"


def _header(books: Books, order: Record) -> str:
    customer = books.row("ArCustomer", order.text("Customer"))
    terms = books.row("TblArTerms", order.text("InvTermsOverride"))
    seller = books.row("SalSalesperson", order.text("Branch"), order.text("Salesperson"))
    addresses = [(f"SoldAddr{n}", customer.text(f"SoldToAddr{n}") if customer else "") for n in range(1, 6)]
    kind, status = order.text("DocumentType"), order.text("OrderStatus")
    first = (
        ("SalesOrder", order.text("SalesOrder")),
        ("DocumentType", kind),
        ("DocumentTypeDesc", _DOCUMENTS.get(kind, "")),
        ("Customer", order.text("Customer")),
        ("CustomerName", order.text("CustomerName")),
        ("TaxStatusCode", order.text("TaxExemptFlag")),
        *addresses,
        ("OrderStatusDesc", STATUSES.get(status, "")),
        ("SALSLS:Name", seller.text("Name") if seller else ""),
        ("TBLART:Description", terms.text("Description") if terms else ""),
        ("ExchangeRate", xmlout.padded(order.number("ExchangeRate"), 12, 6)),
    )
    return xmlout.leaves((*first, *((name, order.text(name)) for name in _HEADER)))


def _line(line: Record) -> str:
    kind = line.text("LineType")
    common = xmlout.leaves((("SalesOrderLine", f"{line.whole('SalesOrderLine'):04d}"), ("LineType", kind)))
    if kind in {STOCKED, NON_STOCKED}:
        return xmlout.node("Merchandise", common, _merchandise(line))
    if kind == COMMENT:
        return xmlout.node("CommentLine", common, xmlout.leaf("NComment", line.text("NComment")))
    charge = (
        ("NMscChargeValue", xmlout.padded(line.number("NMscChargeValue"), 14, 2)),
        ("NMscChargeCost", xmlout.padded(line.number("NMscChargeCost"), 14, 2)),
        ("NMscProductCls", line.text("NMscProductCls")),
        ("NMscTaxCode", line.text("NMscTaxCode")),
        ("NComment", line.text("NComment")),
    )
    name = "Freight" if kind == FREIGHT else "MiscCharge"
    return xmlout.node(name, common, xmlout.leaves(charge))


def _merchandise(line: Record) -> str:
    texts = [(name, line.text(name)) for name in _MERCHANDISE]
    numbers = [(name, xmlout.padded(line.number(name), 18, 6)) for name in _QUANTITIES]
    price = ("MPrice", xmlout.padded(line.number("MPrice"), 15, 5))
    cost = ("MUnitCost", xmlout.padded(line.number("MUnitCost"), 15, 5))
    percents = [(f"MDiscPct{n}", xmlout.padded(line.number(f"MDiscPct{n}"), 5, 2)) for n in (1, 2, 3)]
    discount = ("MDiscValue", xmlout.padded(line.number("MDiscValue"), 14, 2))
    return xmlout.leaves((*texts, *numbers, price, cost, *percents, discount))


def _custom(books: Books, order: Record) -> str:
    row = books.row("CusSorMaster+", order.text("SalesOrder"), " ")
    columns = books.schema["CusSorMaster+"].columns[2:-1]
    shown = xmlout.leaves((column.name, row.text(column.name)) for column in columns) if row else ""
    return xmlout.node("CustomForm", shown) if shown else ""


OBJECT = BusinessObject("SORQRY", ("Query/Query",), run)
