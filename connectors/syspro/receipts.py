"""Receipts as SYSPRO keeps them: rows of ArInvoicePay that carry our reference, and unapplied ``_CRDxx`` documents.

Source: reference, sections 2.4, 3.5 and 4: ArInvoicePay.Reference holds ARSTPY's Reference; an unapplied payment
becomes an invoice ``_CRDxx``. Whether that one has a row in ArInvoicePay, too, and with which sign receipts stand there
is not known, so both tables are asked and the sign is a setting.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from agent.domain.kinds import is_adjustment
from agent.domain.settings import Values
from connectors.syspro.tables import Tables, same_key
from connectors.syspro.xml.arstpy import journal_key
from connectors.syspro.xml.comfnd import AnyOf, Condition, Row

#: A customer as stored (empty: any) and our reference.
Place = tuple[str, str]

#: What the number of a document on account begins with.
UNAPPLIED = "_CRD"

#: References and accounts asked for together: so many fit into an address of usual length.
_TOGETHER = 35

_PAID = ("Reference", "TrnYear", "TrnMonth", "Journal", "TrnValue", "PostValue", "PostCurrency")
_MADE = ("CustomerPoNumber", "InvoiceYear", "InvoiceMonth", "CurrencyValue", "PostCurrency")


@dataclass(frozen=True, slots=True)
class ReceiptPart:
    """What one receipt did to one document of the customer's account.

    Attributes:
        reference: Our reference.
        customer: Customer as stored.
        invoice: Document it stands on, ``_CRDxx`` for money on account.
        key: ``year/period/journal``; empty where the row has no journal.
        value: Money received, in units of ``currency``; negative when it went out.
        currency: SYSPRO currency code.
        document_type: Type of the document it stands on: I, C or D.
    """

    reference: str
    customer: str
    invoice: str
    key: str
    value: Decimal
    currency: str
    document_type: str

    @property
    def on_account(self) -> bool:
        """Whether it is an unapplied payment."""
        return self.invoice.startswith(UNAPPLIED)


def receipt_parts(tables: Tables, places: Iterable[Place], values: Values) -> dict[str, list[ReceiptPart]]:
    """Return, by reference, the parts of the receipts that carry it; a reference without any is absent.

    Args:
        tables: Where to search.
        places: What to search for; a place without a customer is searched on all accounts, which no index helps.
        values: The settings in force.

    Raises:
        BadReplyError: When an answer cannot be read.
        Unavailable: When COMFND is not licensed.
    """
    money = {place for place in places if not is_adjustment(place[1])}
    return _grouped(_parts(tables, sorted(money), values))


def all_receipts(tables: Tables, prefixes: Iterable[str], values: Values) -> list[ReceiptPart]:
    """Return the parts of all receipts whose reference begins with one of ``prefixes``, whoever posted them.

    Raises:
        BadReplyError: When an answer cannot be read.
        Unavailable: When COMFND is not licensed.
    """
    starts = tuple(prefixes)
    paid = [_paid(row, values) for row in tables.select("ArInvoicePay", _PAID, _beginning("Reference", starts))]
    known = {(part.reference, part.customer, part.invoice) for part in paid}
    on_account = ((Condition("Invoice", "LIKE", f"{UNAPPLIED}*"),),)
    rows = tables.select("ArInvoice", _MADE, _beginning("CustomerPoNumber", starts), on_account)
    made = [part for part in map(_made, rows) if (part.reference, part.customer, part.invoice) not in known]
    # The sign for any character in LIKE is SYSPRO's own; what it lets through too much is left out here.
    found = [part for part in paid + made if part.reference.startswith(starts)]
    return [part for part in found if not is_adjustment(part.reference)]


def _beginning(column: str, starts: tuple[str, ...]) -> AnyOf:
    return tuple((Condition(column, "LIKE", f"{start}*"),) for start in starts)


def paid_parts(tables: Tables, places: Iterable[Place], values: Values) -> dict[str, list[ReceiptPart]]:
    """Return, by reference, what ArInvoicePay alone says; money on account may be missing, if a site keeps it apart.

    Adjustments are rows there, too: the value is what the document went down by.

    Raises:
        BadReplyError: When an answer cannot be read.
        Unavailable: When COMFND is not licensed.
    """
    rows = _carrying(tables, "ArInvoicePay", _PAID, "Reference", sorted(set(places)))
    return _grouped([_paid(row, values) for row in rows])


def _parts(tables: Tables, places: list[Place], values: Values) -> list[ReceiptPart]:
    paid = [_paid(row, values) for row in _carrying(tables, "ArInvoicePay", _PAID, "Reference", places)]
    known = {(part.reference, part.customer, part.invoice) for part in paid}
    made = [_made(row) for row in _carrying(tables, "ArInvoice", _MADE, "CustomerPoNumber", places)]
    # An invoice of the order carries the same purchase order number; only the document of the receipt itself counts.
    fresh = [part for part in made if part.on_account and (part.reference, part.customer, part.invoice) not in known]
    return paid + fresh


def _carrying(tables: Tables, table: str, columns: tuple[str, ...], column: str, places: list[Place]) -> Iterator[Row]:
    """Yield the rows whose ``column`` holds a reference on its own account.

    References and accounts are two groups, which takes half the room of a pair for each: what the two together find
    too much is left out here.
    """
    wanted = set(places)
    anywhere = {reference for customer, reference in places if not customer}
    for some in _together(places):
        customers = sorted({customer for customer, _ in some})
        accounts = tuple((Condition("Customer", "EQ", customer),) for customer in customers)
        where = () if "" in customers else (accounts,)
        for row in tables.matching(table, columns, column, (reference for _, reference in some), *where):
            reference = row.text(column)
            if reference in anywhere or (row.text("Customer"), reference) in wanted:
                yield row


def _together(places: list[Place]) -> Iterator[list[Place]]:
    """Yield the places in groups that have room in one query: payments of one account share its place there."""
    some: list[Place] = []
    taken: set[str] = set()
    for customer, reference in places:
        taken |= {customer, reference}
        if len(taken) > _TOGETHER:
            yield some
            some, taken = [], {customer, reference}
        some.append((customer, reference))
    if some:
        yield some


def _grouped(parts: list[ReceiptPart]) -> dict[str, list[ReceiptPart]]:
    found: dict[str, list[ReceiptPart]] = {}
    for part in parts:
        found.setdefault(part.reference, []).append(part)
    return found


def of_customer(parts: list[ReceiptPart], customer: str) -> list[ReceiptPart]:
    """Return the parts on ``customer``'s account; where there are none, all: the money is there, though elsewhere."""
    own = [part for part in parts if same_key(part.customer, customer)]
    return own or parts


def by_posting(parts: list[ReceiptPart]) -> Mapping[tuple[str, str], list[ReceiptPart]]:
    """Return the parts by (customer, key) of the posting that made them.

    A part without a journal belongs to the only posting of its customer; else it stands by itself.
    """
    found: dict[tuple[str, str], list[ReceiptPart]] = {}
    for part in sorted(parts, key=lambda part: not part.key):
        postings = [place for place in found if place[0] == part.customer and place[1]]
        own = part.key or (postings[0][1] if len(postings) == 1 else f"{part.customer}/{part.invoice}")
        found.setdefault((part.customer, own), []).append(part)
    return found


def _paid(row: Row, values: Values) -> ReceiptPart:
    value = row.number(values.text("receipts.value_column"))
    return ReceiptPart(
        reference=row.text("Reference"),
        customer=row.text("Customer"),
        invoice=row.text("Invoice"),
        key=journal_key(*(_whole(row, column) for column in ("TrnYear", "TrnMonth", "Journal"))),
        value=-value if values.yes("receipts.rows_negative") else value,
        currency=row.text("PostCurrency"),
        document_type=row.text("DocumentType"),
    )


def _made(row: Row) -> ReceiptPart:
    # A document on account is a credit: money received makes its value negative.
    return ReceiptPart(
        reference=row.text("CustomerPoNumber"),
        customer=row.text("Customer"),
        invoice=row.text("Invoice"),
        key="",
        value=-row.number("CurrencyValue"),
        currency=row.text("PostCurrency"),
        document_type=row.text("DocumentType"),
    )


def _whole(row: Row, column: str) -> str:
    return f"{row.number(column):.0f}"
