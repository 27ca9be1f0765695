"""What all kinds share: the names of the kinds, and the declaration that a field carries."""

from dataclasses import MISSING, dataclass, field, fields
from enum import Enum
from typing import Any, Protocol, Self


class Kind(Enum):
    """What is posted. The value is the name in flows, in the database and on the command line."""

    CUSTOMER = "customer"
    """SYSPRO customer, ARSSCS."""
    CUSTOMER_CHANGE = "customer_change"
    """Change of a SYSPRO customer, ARSSCS."""
    CUSTOM_FORM = "custom_form"
    """One custom form field, COMSFM."""
    SALES_ORDER = "sales_order"
    """Sales order, SORTOI."""
    RECEIPT = "receipt"
    """AR payment, ARSTPY."""
    AR_DOCUMENT = "ar_document"
    """AR invoice, debit note or credit note without an order, ARSTIN."""
    ADJUSTMENT = "adjustment"
    """Adjustment of an open AR document, ARSTPY."""
    INVOICE_CREDIT = "invoice_credit"
    """Credit note from an invoice, SORTCI."""
    CREDIT_NOTE = "credit_note"
    """Header of a free-form credit note, SORTCH."""
    CREDIT_NOTE_LINE = "credit_note_line"
    """Line of a free-form credit note, SORTCL."""
    ORDER_INVOICE = "order_invoice"
    """Invoice of an order or credit note, SORTIC."""
    ORDER_CANCEL = "order_cancel"
    """Cancellation of an order, SORTOX."""
    JOURNAL = "journal"
    """General ledger journal, GENTJL."""
    CASH_ENTRY = "cash_entry"
    """Cash book deposit or withdrawal, CSHTWD."""
    BANK_RECEIPT = "bank_receipt"
    """Money into a bank that no customer paid, with the charge that the bank kept, ARSTPY."""


class Body(Protocol):
    """What every kind's dataclass offers."""

    @property
    def kind(self) -> Kind:
        """Which kind this is."""

    @property
    def reference(self) -> str:
        """Our reference: the text by which SYSPRO can be searched for this document."""

    def with_customer(self, customer: str) -> Self:
        """Return the same body for SYSPRO customer ``customer``; kinds without one return themselves."""


@dataclass(frozen=True, slots=True)
class Target:
    """The declaration of one target field.

    Attributes:
        element: SYSPRO's element name; what flows call the field.
        help: One sentence for the person who maps it.
        length: Most characters; 0 where the field is no text.
        whole: Most digits before the point of a number.
        places: Most digits behind it.
        required: Posting is impossible without it.
        table: SYSPRO table that lists the allowed values, or empty.
    """

    element: str
    help: str
    length: int = 0
    whole: int = 0
    places: int = 0
    required: bool = False
    table: str = ""


def target(  # noqa: PLR0913 - mirrors Target, one declaration a field
    element: str,
    help: str,  # noqa: A002 - the declaration's own word
    *,
    length: int = 0,
    digits: tuple[int, int] = (0, 0),
    required: bool = False,
    table: str = "",
    default: Any = MISSING,
) -> Any:
    """Declare a dataclass field together with its :class:`Target`.

    Args:
        element: SYSPRO's element name.
        help: One sentence for the person who maps it.
        length: Most characters of a text.
        digits: Most digits before and behind the point of a number.
        required: Posting is impossible without it.
        table: SYSPRO table that lists the allowed values.
        default: Value where a flow maps nothing.
    """
    declared = Target(element, help, length, digits[0], digits[1], required, table)
    return field(metadata={"target": declared}, **({} if default is MISSING else {"default": default}))


def targets_of(body: type[Any]) -> dict[str, tuple[str, Target]]:
    """Return SYSPRO element -> (attribute name, declaration) of a kind's dataclass, in its order."""
    found = {}
    for attribute in fields(body):
        declared = attribute.metadata.get("target")
        if declared is not None:
            found[declared.element] = (attribute.name, declared)
    return found
