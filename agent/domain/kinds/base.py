"""What all kinds share: the names of the kinds, and the declaration that a field carries."""

from collections.abc import Hashable
from dataclasses import MISSING, dataclass, field, fields, replace
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Protocol, Self, cast, get_args, get_type_hints

from agent.domain.money import Money


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


class FieldType(Enum):
    """What kind of value a target field takes."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    DAY = "day"
    """CCYY-MM-DD."""
    YES_NO = "yes/no"


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
        type: What kind of value it takes; by the type of the dataclass's attribute.
        default: Value where a flow maps nothing, as text; empty for none.
        fixed: No person changes it on one document: it says what money moves, where from or to, or which record of
            SYSPRO's it is about.
        choices: The codes that it takes, where SYSPRO takes no others; empty for any.
    """

    element: str
    help: str
    length: int = 0
    whole: int = 0
    places: int = 0
    required: bool = False
    table: str = ""
    type: FieldType = FieldType.TEXT
    default: str = ""
    fixed: bool = False
    choices: tuple[str, ...] = ()


def target(  # noqa: PLR0913 - mirrors Target, one declaration a field
    element: str,
    help: str,  # noqa: A002 - the declaration's own word
    *,
    length: int = 0,
    day: bool = False,
    digits: tuple[int, int] = (0, 0),
    required: bool = False,
    table: str = "",
    default: Any = MISSING,
    fixed: bool = False,
    choices: str = "",
) -> Any:
    """Declare a dataclass field together with its :class:`Target`.

    Args:
        element: SYSPRO's element name.
        help: One sentence for the person who maps it.
        length: Most characters of a text.
        day: Whether it is a day, CCYY-MM-DD.
        digits: Most digits before and behind the point of a number.
        required: Posting is impossible without it.
        table: SYSPRO table that lists the allowed values.
        default: Value where a flow maps nothing.
        fixed: Whether no person changes it on one document.
        choices: The codes that it takes, with blanks between them.
    """
    kind = FieldType.DAY if day else FieldType.TEXT
    size = _DAY_LENGTH if day else length
    declared = Target(
        element, help, size, digits[0], digits[1], required, table, kind, fixed=fixed, choices=tuple(choices.split())
    )
    return field(metadata={"target": declared}, **({} if default is MISSING else {"default": default}))


def targets_of(body: type[Any]) -> dict[str, tuple[str, Target]]:
    """Return SYSPRO element -> (attribute name, declaration) of a kind's dataclass, in its order."""
    return _targets(cast("Hashable", body))


# Asked for every document; the declarations never change.
@cache
def _targets(body: Any) -> dict[str, tuple[str, Target]]:
    found = {}
    hints = get_type_hints(body)
    for attribute in fields(body):
        declared = attribute.metadata.get("target")
        if declared is not None:
            kind = _TYPES.get(_plain_type(hints[attribute.name]), declared.type)
            default = "" if attribute.default in {MISSING, None} else str(attribute.default)
            found[declared.element] = (attribute.name, replace(declared, type=kind, default=default))
    return found


def _plain_type(hint: Any) -> Any:
    """Return the type itself where it may also be ``None``."""
    return next((argument for argument in get_args(hint) if argument is not type(None)), hint)


#: Type of a dataclass's attribute -> type of the field; texts and days are told apart by the declaration.
_TYPES = {Money: FieldType.MONEY, Decimal: FieldType.NUMBER, bool: FieldType.YES_NO}

_DAY_LENGTH = 10
