"""Rows of the site's own making: custom forms, and the lists that settings and mappings are checked against."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class FormRow:
    """The custom form of a customer or stock code (ArCustomer+, InvMaster+): fields that the site has defined.

    Attributes:
        key: Customer or stock code, as stored. Most keys have no row at all.
        fields: SYSPRO's column name -> text; days as CCYY-MM-DD, numbers plain, nothing as an empty text.
    """

    key: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A code of one of the lists that others choose from; the description is empty where the list has none."""

    code: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A ledger code (GenMaster) of the company's ledger.

    Attributes:
        code: Ledger code.
        description: Description.
        account_type: A asset, L liability, C capital, R revenue, E expense, S statistical; templates exist.
        control: Whether it is a control account, to which we never post.
    """

    code: str
    description: str
    account_type: str
    control: bool


class CodeList(Enum):
    """Lists that settings and mappings are checked against.

    Where SYSPRO's own list has no sure name, the codes are those that its other tables use.
    """

    BRANCHES = "branches"
    WAREHOUSES = "warehouses"
    TERMS = "terms"
    AREAS = "areas"
    CUSTOMER_CLASSES = "customer_classes"
    CURRENCIES = "currencies"
    BANKS = "banks"
    PRODUCT_CLASSES = "product_classes"
    """Those in use by stock codes."""
    PRICE_CODES = "price_codes"
    """Those in use by prices."""
    TAX_CODES = "tax_codes"
    """Those in use by stock codes."""
