"""Receipts as SYSPRO keeps them: rows of ArInvoicePay that carry our reference, and unapplied ``_CRDxx`` documents.

Source: reference, sections 2.4, 3.5 and 4: ArInvoicePay.Reference holds ARSTPY's Reference; an unapplied payment
becomes an invoice ``_CRDxx``. Whether that one has a row in ArInvoicePay, too, and with which sign receipts stand there
is not known, so both tables are asked and the sign is a setting.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from agent.domain.settings import Values
from connectors.syspro.tables import Tables, same_key
from connectors.syspro.xml.arstpy import journal_key
from connectors.syspro.xml.comfnd import Row

_UNAPPLIED = "_CRD"
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
    """

    reference: str
    customer: str
    invoice: str
    key: str
    value: Decimal
    currency: str

    @property
    def on_account(self) -> bool:
        """Whether it is an unapplied payment."""
        return self.invoice.startswith(_UNAPPLIED)


def receipt_parts(tables: Tables, references: Iterable[str], values: Values) -> dict[str, list[ReceiptPart]]:
    """Return, by reference, the parts of the receipts that carry it; a reference without any is absent.

    Raises:
        BadReplyError: When an answer cannot be read.
        Unavailable: When COMFND is not licensed.
    """
    wanted = set(references)
    paid = [_paid(row, values) for row in tables.matching("ArInvoicePay", _PAID, "Reference", wanted)]
    known = {(part.reference, part.customer, part.invoice) for part in paid}
    made = [_made(row) for row in tables.matching("ArInvoice", _MADE, "CustomerPoNumber", wanted)]
    # An invoice of the order carries the same purchase order number; only the document of the receipt itself counts.
    fresh = [part for part in made if part.on_account and (part.reference, part.customer, part.invoice) not in known]
    found: dict[str, list[ReceiptPart]] = {}
    for part in (*paid, *fresh):
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
    )


def _whole(row: Row, column: str) -> str:
    return f"{row.number(column):.0f}"
