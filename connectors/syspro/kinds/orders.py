"""Rows of SorMaster, which orders and credit notes share, as the kinds of credits need them."""

from collections.abc import Iterable, Mapping

from agent.domain.fitting import bare_key
from agent.domain.kinds import OrderInvoice
from connectors.syspro.comparison import Comparison
from connectors.syspro.tables import Tables, same_key
from connectors.syspro.xml.comfnd import Row

#: Columns that are always read; source: reference, section 3.5 and Appendix A.
COLUMNS = (
    "Customer CustomerPoNumber DocumentType OrderDate OrderStatus CancelledFlag LastInvoice EntInvoice Branch"
    " Salesperson InvTermsOverride"
).split()

#: SorMaster.DocumentType of a credit note; source: reference, section 4.
CREDIT = "C"

#: SorMaster.OrderStatus of a cancelled order, and of one cancelled during entry; source: reference, section 4.
_CANCELLED = frozenset({"\\", "*"})

#: Lengths to which sites pad numeric keys of orders and invoices; source: reference, section 3.3.
_LENGTHS = (6, 15, 20)


def spellings(keys: Iterable[str]) -> set[str]:
    """Return each key as it is and, if it is a number, as sites may store it: a reply may leave out the padding."""
    found: set[str] = set()
    for key in keys:
        bare = bare_key(key)
        padded = {bare.zfill(length) for length in _LENGTHS} | {bare} if bare.isdecimal() else set()
        found |= {key.strip()} | padded
    return found


def headers(tables: Tables, numbers: Iterable[str]) -> list[Row]:
    """Return the rows of SorMaster with these numbers, padded or not.

    Raises:
        BadReplyError: When an answer cannot be read.
        Unavailable: When COMFND is not licensed.
    """
    return tables.matching("SorMaster", COLUMNS, "SalesOrder", spellings(numbers))


def header_of(rows: Iterable[Row], number: str) -> Row | None:
    """Return the row of order ``number``, or ``None``."""
    return next((row for row in rows if same_key(row.text("SalesOrder"), number)), None)


def is_cancelled(row: Row) -> bool:
    """Return whether an order or credit note is cancelled."""
    return row.text("CancelledFlag") == "Y" or row.text("OrderStatus") in _CANCELLED


def described(row: Row) -> str:
    """Return an order or credit note in words."""
    what = "Credit note" if row.text("DocumentType") == CREDIT else "Sales order"
    end = ", cancelled" if is_cancelled(row) else ""
    number, customer, day = row.text("SalesOrder"), row.text("Customer"), row.text("OrderDate")[:10]
    return f"{what} {number} of customer {customer}, dated {day}, status {row.text('OrderStatus')}{end}."


def is_invoiced_as(row: Row, invoice: OrderInvoice) -> bool:
    """Return whether an order, or a credit note where one was to be invoiced, has an invoice."""
    is_credit = row.text("DocumentType") == CREDIT
    return bool(row.text("LastInvoice")) and is_credit == (invoice.order_type == CREDIT)


def compare_credit(comparison: Comparison, header: Row, sent: Mapping[str, str]) -> None:
    """Compare the header of a credit note.

    Args:
        comparison: Takes the differences.
        header: Its row of SorMaster.
        sent: Customer and day as ``Customer`` and ``OrderDate``, and further columns; what is blank was left to SYSPRO.
    """
    if is_cancelled(header):
        comparison.say("CancelledFlag", f"Credit note {header.text('SalesOrder')} was cancelled in SYSPRO.")
    comparison.text("DocumentType", CREDIT, header.text("DocumentType"))
    for column, text in sent.items():
        if column == "OrderDate":
            day = header.day(column)
            comparison.text(column, text, day.isoformat() if day else "")
        elif text and column == "Customer":
            comparison.key(column, text, header.text(column))
        elif text:
            comparison.text(column, text, header.text(column))
