"""Rows that a decision names: an order, the documents of an order, one document of an account, money on account."""

from collections.abc import Sequence

from agent.domain.errors import NeedsPerson, Problem
from agent.domain.facts import ErpOrder
from agent.domain.fitting import bare_key
from connectors.syspro import balances
from connectors.syspro.receipts import UNAPPLIED
from connectors.syspro.tables import Tables, storable
from connectors.syspro.xml.comfnd import Condition, Row, equal

#: Longest stored key of an order or an invoice; source: reference, section 3.3 and Appendix A (varchar(20)).
_LONGEST = 20
_ORDER = ("OrderStatus", "Customer", "LastInvoice", "CancelledFlag")
#: So many stock codes that begin alike are enough to look for the nearest among them.
_ALIKE_ENOUGH = 10
#: OrderStatus of orders cancelled during entry, and afterwards; source: reference, section 4.
_CANCELLED = frozenset({"*", "\\"})


def spellings(key: str) -> tuple[str, ...]:
    """Return every way in which SYSPRO may store a key: a number with zeros before it, to any length of the field."""
    text, bare = key.strip(), bare_key(key)
    if not bare.isdecimal():
        return (text,)
    return tuple(dict.fromkeys((text, *(bare.zfill(length) for length in range(len(bare), _LONGEST + 1)))))


def stock_like(tables: Tables, code: str) -> list[str]:
    """Return stock codes that begin like one, the longest beginning first of which there are any: a page of each."""
    plain = code.strip()
    found: dict[str, None] = {}
    for size in dict.fromkeys((len(plain) - 1, (len(plain) + 1) // 2, 1)):
        beginnings = sorted({plain[:size], plain[:size].upper(), plain[:size].lower()})
        within = tuple(
            (Condition("StockCode", "GE", start), Condition("StockCode", "LT", _behind(start)))
            for start in beginnings
            if start and storable(start) and storable(_behind(start))
        )
        if within:
            rows, _ = tables.page("InvMaster", ("StockCode",), within, behind=None)
            found |= dict.fromkeys(row.text("StockCode") for row in rows)
        if len(found) >= _ALIKE_ENOUGH:
            break
    return list(found)


def _behind(start: str) -> str:
    """Return the first text behind all that begin with ``start``."""
    return start[:-1] + chr(ord(start[-1]) + 1)


def order(tables: Tables, number: str) -> ErpOrder | None:
    """Return the sales order with this number, as stored or not, in whatever state it is.

    Raises:
        BadReplyError: When an answer cannot be read.
        NeedsPerson: When the number fits several orders.
        Unavailable: When COMFND is not licensed.
    """
    row = _only(tables.matching("SorMaster", _ORDER, "SalesOrder", spellings(number)), "SalesOrder", number)
    return None if row is None else _order(row)


def orders(tables: Tables, numbers: Sequence[str]) -> list[ErpOrder]:
    """Return those of the sales orders that exist; a number that is stored otherwise is searched in all its forms.

    Raises:
        BadReplyError: When an answer cannot be read.
        Unavailable: When COMFND is not licensed.
    """
    found = [_order(row) for row in tables.matching("SorMaster", _ORDER, "SalesOrder", numbers)]
    known = {one.number for one in found}
    others = [form for number in numbers if number.strip() not in known for form in spellings(number)]
    return found + [_order(row) for row in tables.matching("SorMaster", _ORDER, "SalesOrder", others)]


def _order(row: Row) -> ErpOrder:
    status = row.text("OrderStatus")
    return ErpOrder(
        number=row.text("SalesOrder"),
        status=status,
        customer=row.text("Customer"),
        last_invoice=row.text("LastInvoice"),
        cancelled=row.text("CancelledFlag") == "Y" or status in _CANCELLED,
    )


def order_invoices(tables: Tables, number: str) -> Sequence[Row]:
    """Return the invoices of an order, paid or not, with what their balance needs; raises as :func:`order` does."""
    rows = tables.matching(
        "ArInvoice",
        (*balances.COLUMNS, "SalesOrder"),
        "SalesOrder",
        spellings(number),
        equal("DocumentType", "I"),
    )
    return _as_stored(rows, "SalesOrder", number)


def invoice_lines(tables: Tables, invoice: str) -> Sequence[Row]:
    """Return what was invoiced by an invoice, line by line; raises as :func:`orders` does.

    Source: reference, section 3.5 and Appendix A.
    """
    columns = ("SalesOrderLine", "NetSalesValue", "TaxValue")
    rows = tables.matching("ArTrnDetail", columns, "Invoice", spellings(invoice), equal("DocumentType", "I"))
    return _as_stored(rows, "Invoice", invoice)


def ar_document(tables: Tables, customer: str, invoice: str, document_type: str) -> Row | None:
    """Return one document of an account, open or not; raises as :func:`order` does."""
    where = (equal("Customer", customer), equal("DocumentType", document_type))
    rows = tables.matching("ArInvoice", balances.COLUMNS, "Invoice", spellings(invoice), *where)
    return _only(rows, "Invoice", invoice)


def open_invoices(tables: Tables, column: str, value: str) -> list[Row]:
    """Return the invoices with something open whose ``column`` holds ``value``, by customer and number.

    Args:
        tables: Where to search.
        column: ``Customer``, or ``CustomerPoNumber`` for the customer's purchase order.
        value: What it holds, as stored.

    Raises:
        BadReplyError: When an answer cannot be read.
        Unavailable: When COMFND is not licensed.
    """
    where = (equal("DocumentType", "I"), ((Condition("InvoiceBal1", "GT", "0"),),))
    columns = (*balances.COLUMNS, "CustomerPoNumber")
    rows = tables.matching("ArInvoice", columns, column, [value.strip()], *where, many=True)
    return sorted(rows, key=lambda row: (row.text("Customer"), row.text("Invoice")))


def on_account(tables: Tables, reference: str, customer: str) -> Row | None:
    """Return the document on account that a receipt made, if something of it is left.

    Raises:
        BadReplyError: When an answer cannot be read.
        NeedsPerson: When something is left of several documents: which one the money is in is not ours to say.
        Unavailable: When COMFND is not licensed.
    """
    where = (equal("Customer", customer), ((Condition("InvoiceBal1", "NE", "0"),),))
    rows = tables.matching("ArInvoice", balances.COLUMNS, "CustomerPoNumber", [reference], *where)
    left = [row for row in rows if row.text("Invoice").startswith(UNAPPLIED)]
    if len(left) > 1:
        raise NeedsPerson(_several_on_account(reference, customer, left))
    return left[0] if left else None


def taken_from(tables: Tables, references: Sequence[str]) -> str:
    """Return the document that a payment or an adjustment with one of these references was set against.

    Of several the one on account counts; raises as :func:`open_invoices` does.
    """
    rows = tables.matching("ArInvoicePay", ("Reference",), "Reference", references, many=True)
    documents = sorted({row.text("Invoice") for row in rows} - {""})
    return next((one for one in documents if one.startswith(UNAPPLIED)), documents[0] if documents else "")


def _as_stored(rows: list[Row], column: str, key: str) -> list[Row]:
    """Return the rows that hold the key exactly as it was given, or else all: those differ in zeros only."""
    return [row for row in rows if row.text(column) == key.strip()] or rows


def _only(rows: list[Row], column: str, key: str) -> Row | None:
    found = _as_stored(rows, column, key)
    if len(found) > 1:
        raise NeedsPerson(_ambiguous(key, [row.text(column) for row in found]))
    return found[0] if found else None


def _ambiguous(key: str, stored: list[str]) -> Problem:
    return Problem(
        title="A number fits several records of SYSPRO",
        message=f"The number {key} is stored in several ways: {', '.join(stored)}.",
        press="Correct the settings about keys, then press Retry.",
        code="syspro.key_ambiguous",
    )


def _several_on_account(reference: str, customer: str, rows: list[Row]) -> Problem:
    numbers = ", ".join(row.text("Invoice") for row in rows)
    return Problem(
        title="A payment stands on account more than once",
        message=f"Customer {customer} has several documents on account with the reference {reference} of one payment:"
        f" {numbers}.",
        press="Settle all but one of them in SYSPRO, then press Retry.",
        code="syspro.on_account_ambiguous",
    )
