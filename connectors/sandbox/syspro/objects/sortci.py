"""SORTCI: raise a credit note from an invoice (reference, section 2.3).

The reply's shape was not found publicly; it is inferred: ``Key`` with ``CreditNoteNumber`` and the invoice. The credit
note is a sales order of document type C with status 8, to be invoiced by SORTIC with OrderType C.
"""

from decimal import Decimal

from connectors.sandbox.syspro import keys, xmlout
from connectors.sandbox.syspro.books import Books, Record, Value
from connectors.sandbox.syspro.calls import BusinessObject, Call, Outcome
from connectors.sandbox.syspro.credit_notes import credit_note_columns, new_number
from connectors.sandbox.syspro.fields import Fields
from connectors.sandbox.syspro.made_up import made_up
from connectors.sandbox.syspro.money import ZERO
from connectors.sandbox.syspro.postings import run_posting
from connectors.sandbox.syspro.xmlin import Element

ROOT = "postcreditfrominvoice"
VERSION = "7.0.018"
"""Version of the object; made up."""


def run(call: Call, books: Books) -> str:
    """Raise a credit note for every invoice named."""
    return run_posting(call, books, (ROOT, VERSION), lambda: None, lambda item, _none: _post(call, books, item))


def _post(call: Call, books: Books, item: Element) -> Outcome:
    fields = Fields(item)
    summary = _invoice(books, fields)
    invoice = summary.text("Invoice")
    number = new_number(books, fields)
    asked = [fields.under(line) for line in item.all("Lines")]
    wanted = {int(line.number("LineNumber", 0)): line for line in asked}
    sold = books.rows("ArTrnDetail", "Invoice = ? AND DocumentType = 'I' ORDER BY DetailLine", invoice)
    known = {line.whole("SalesOrderLine") for line in sold}
    for position, line in wanted.items():
        if position not in known:
            line.refuse("LineNumber", made_up("not_on_file", position, "ArTrnDetail"))
    fields.stop()
    chosen = [line for line in sold if not wanted or line.whole("SalesOrderLine") in wanted]
    copied = [(line, left) for line in chosen if (left := _left(books, line)) > 0]
    if not copied:
        fields.refuse("InvoiceNumber", made_up("already_credited", chosen[0].whole("SalesOrderLine"), invoice))
    fields.stop()
    _write(call, books, fields, summary, (number, copied))
    return Outcome(xmlout.node("Key", xmlout.leaves((("CreditNoteNumber", number), ("InvoiceNumber", invoice)))))


def _invoice(books: Books, fields: Fields) -> Record:
    given = fields.needed("InvoiceNumber")
    # An invoice that ARSTIN made has no order to credit.
    where = "Invoice = ? AND DocumentType = 'I' AND SalesOrder <> '' LIMIT 1"
    found = books.rows("ArTrnSummary", where, keys.invoice_key(books.options, given)) if given else []
    customer = fields.text("Customer")
    if given and not found:
        fields.refuse("InvoiceNumber", made_up("not_on_file", given, "ArTrnSummary"))
    elif customer and found[0].text("Customer") != keys.customer_key(books.options, customer):
        fields.refuse("Customer", made_up("not_on_file", customer, "ArTrnSummary"))
    fields.stop()
    return found[0]


def _left(books: Books, sold: Record) -> Decimal:
    """Return how much of an invoiced line no credit note has taken back: a quantity, or 1 for a whole charge."""
    order = books.rows(
        "SorDetail",
        "MCreditOrderNo = ? AND MCreditOrderLine = ?",
        sold.text("Invoice"),
        sold.whole("SalesOrderLine"),
    )
    live = [line for line in order if _counts(books, line)]
    if sold.number("QtyInvoiced") == 0:
        return ZERO if live else Decimal(1)
    taken = sum((line.number("MShipQty") * line.number("MConvFactOrdUm") for line in live), ZERO)
    return sold.number("QtyInvoiced") - taken


def _counts(books: Books, line: Record) -> bool:
    note = books.row("SorMaster", line.text("SalesOrder"))
    return note is not None and note.text("CancelledFlag") != "Y"


def _write(
    call: Call, books: Books, fields: Fields, summary: Record, note: tuple[str, list[tuple[Record, Decimal]]]
) -> None:
    number, copied = note
    customer = books.row("ArCustomer", summary.text("Customer"))
    source = books.row("SorMaster", summary.text("SalesOrder"))
    assert customer is not None
    assert source is not None
    columns = credit_note_columns(books, customer, call.operator)
    taken = ("Branch", "Area", "Salesperson", "Warehouse", "TaxExemptFlag", "CustomerPoNumber", "InvTermsOverride")
    columns.update({name: source.text(name) for name in taken})
    columns.update({f"DiscPct{n}": source.number(f"DiscPct{n}") for n in (1, 2, 3)})
    columns["ExchangeRate"] = summary.number("ExchangeRate")
    columns["OrderDate"] = Fields(call.parameters).day("DocumentDate", books.today())
    last: dict[str, Value] = {"EntInvoice": summary.text("Invoice"), "NextDetailLine": len(copied) + 1}
    books.insert("SorMaster", {**columns, "SalesOrder": number, **last})
    for position, (sold, left) in enumerate(copied, 1):
        line = books.row("SorDetail", summary.text("SalesOrder"), sold.whole("SalesOrderLine"))
        assert line is not None
        key: dict[str, Value] = {"SalesOrder": number, "SalesOrderLine": position, "SalesOrderInitLine": position}
        books.insert(
            "SorDetail", {**_copy(books, line, sold, left), **key, "CreditReason": fields.text("CreditReason")}
        )


def _copy(books: Books, line: Record, sold: Record, left: Decimal) -> dict[str, Value]:
    """Return the columns of a credit line: the order line again, for the quantity that is left."""
    table = books.schema["SorDetail"]
    texts = [column.name for column in table.columns if column.is_text and line.text(column.name)]
    columns: dict[str, Value] = {name: line.text(name) for name in texts}
    numbers = "MPrice MUnitCost MConvFactOrdUm MDiscPct1 MDiscPct2 MDiscPct3 MDiscValue NMscChargeValue NMscChargeCost"
    columns.update({name: line.number(name) for name in numbers.split()})
    columns.update({"MInvoicePrinted": "", "NMscInvCharge": ""})
    columns.update({"MCreditOrderNo": sold.text("Invoice"), "MCreditOrderLine": sold.whole("SalesOrderLine")})
    if sold.number("QtyInvoiced"):
        quantity = left / line.number("MConvFactOrdUm")
        columns.update({"MOrderQty": quantity, "MShipQty": quantity, "MStockQtyToShp": left})
    return columns


OBJECT = BusinessObject("SORTCI", ("Transaction/Post",), run)
