"""What SYSPRO has, as far as it was read."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import Enum

from agent.domain.erp import CodeList


class SiteList(Enum):
    """A list of SYSPRO's that codes are chosen from; the value is its table, as target fields name it."""

    BRANCHES = "SalBranch"
    WAREHOUSES = "InvWhControl"
    TERMS = "TblArTerms"
    AREAS = "SalArea"
    CUSTOMER_CLASSES = "TblCustomerClass"
    CURRENCIES = "TblCurrency"
    BANKS = "ApBank"
    LEDGER = "GenMaster"
    CUSTOMERS = "ArCustomer"
    STOCK = "InvMaster"
    SALESPEOPLE = "SalSalesperson"
    PRODUCT_CLASSES = "SalProductClass"
    PRICE_CODES = "price codes in use"
    TAX_CODES = "tax codes in use"
    PERIODS = "open ledger periods"
    """Named as 11/2026, or where a rule names one of them alone, as 11 or 2026."""


#: What one code of a list is called.
CALLED: Mapping[SiteList, str] = {
    SiteList.BRANCHES: "branch",
    SiteList.WAREHOUSES: "warehouse",
    SiteList.TERMS: "terms code",
    SiteList.AREAS: "area",
    SiteList.CUSTOMER_CLASSES: "customer class",
    SiteList.CURRENCIES: "currency",
    SiteList.BANKS: "bank",
    SiteList.LEDGER: "ledger code",
    SiteList.CUSTOMERS: "customer",
    SiteList.STOCK: "stock code",
    SiteList.SALESPEOPLE: "salesperson",
    SiteList.PRODUCT_CLASSES: "product class",
    SiteList.PRICE_CODES: "price code",
    SiteList.TAX_CODES: "tax code",
    SiteList.PERIODS: "ledger period",
}

#: Lists that the reader of SYSPRO's tables gives as a whole, by its own name.
READ_WHOLE: Mapping[SiteList, CodeList] = {
    SiteList.BRANCHES: CodeList.BRANCHES,
    SiteList.WAREHOUSES: CodeList.WAREHOUSES,
    SiteList.TERMS: CodeList.TERMS,
    SiteList.AREAS: CodeList.AREAS,
    SiteList.CUSTOMER_CLASSES: CodeList.CUSTOMER_CLASSES,
    SiteList.CURRENCIES: CodeList.CURRENCIES,
    SiteList.BANKS: CodeList.BANKS,
    SiteList.PRODUCT_CLASSES: CodeList.PRODUCT_CLASSES,
    SiteList.PRICE_CODES: CodeList.PRICE_CODES,
    SiteList.TAX_CODES: CodeList.TAX_CODES,
}

#: Lists whose own table has no sure name: what is read is what other tables use, so a code may exist beside them.
IN_USE = frozenset({SiteList.PRODUCT_CLASSES, SiteList.PRICE_CODES, SiteList.TAX_CODES})

#: Lists too long to be read whole for a few codes: it is asked which of those that are named exist.
ASKED = frozenset({SiteList.CUSTOMERS, SiteList.STOCK})


@dataclass(frozen=True, slots=True)
class Known:
    """What SYSPRO has of what was asked.

    Attributes:
        codes: List -> its codes; of the lists of :data:`ASKED` those of the asked ones that exist.
        control: Control accounts: ledger code -> description.
        warehouses: Stock code -> warehouses that hold it; codes that were not asked with a warehouse are absent.
        similar: List of :data:`ASKED` -> codes among which the nearest are looked for.
        unread: List -> why it could not be read.
    """

    codes: Mapping[SiteList, Collection[str]] = field(default_factory=dict)
    control: Mapping[str, str] = field(default_factory=dict)
    warehouses: Mapping[str, frozenset[str]] = field(default_factory=dict)
    similar: Mapping[SiteList, Collection[str]] = field(default_factory=dict)
    unread: Mapping[SiteList, str] = field(default_factory=dict)
