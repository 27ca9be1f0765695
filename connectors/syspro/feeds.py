"""Where the feeds of :mod:`agent.domain.erp` stand in SYSPRO: tables, columns and keys, for SQL and for e.net alike.

Source: reference, section 3.5 and its appendices; columns that are inferred there, or that only our sandbox has, are
not read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from agent.domain import erp
from agent.domain.erp import CodeList, Feed
from agent.domain.fitting import DoesNotFitError, pad_key
from agent.domain.settings import Values
from connectors.syspro.cells import (
    Cell,
    Part,
    categories,
    day,
    filled,
    made,
    number,
    numbers,
    text,
    texts,
    to_text,
    whole,
    yes,
)
from connectors.syspro.lookups import spellings


@dataclass(frozen=True, eq=False)
class Source:
    """Where one feed stands; there is one value a feed.

    Attributes:
        feed: The feed.
        table: SYSPRO's table, in its exact case.
        key: Key columns and their SQL types, in SYSPRO's order.
        parts: How the fields of the row are made, in their order; none for a custom form.
        lookups: Field -> column and its SQL type.
        dated: Columns of the day and of SYSPRO's year, by which rows of a stretch of days can be asked for.
        ledger: Whether it stands in the database of the ledger.
    """

    feed: Feed[Any]
    table: str
    key: Mapping[str, str]
    parts: tuple[Part, ...]
    lookups: Mapping[str, tuple[str, str]]
    dated: tuple[str, str] | None = None
    ledger: bool = False

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns that are read, in order; of a custom form the key alone."""
        found = tuple(column for part in self.parts for column in part.columns)
        return found or tuple(self.key)

    def read(self, found: Sequence[Sequence[Cell]]) -> list[Any]:
        """Return the rows that the cells of ``columns`` make, a sequence a row.

        Raises:
            BadCellError: When a cell cannot be read.
        """
        return made(self.feed.row, self.parts, found)

    @property
    def is_form(self) -> bool:
        """Whether it is a custom form, whose columns the site has made."""
        return not self.parts


_STOCK_CODE, _CUSTOMER, _ORDER, _INVOICE = "varchar(30)", "varchar(15)", "varchar(20)", "varchar(20)"
_ADDRESS = tuple(f"ToAddr{line}" for line in range(1, 6))


def _numbered(start: str, last: int) -> tuple[str, ...]:
    return tuple(f"{start}{place}" for place in range(1, last + 1))


_SOURCES = (
    Source(
        erp.STOCK,
        "InvMaster",
        {"StockCode": _STOCK_CODE},
        (
            text("StockCode"), text("Description"), text("LongDesc"), text("StockUom"), text("AlternateUom"),
            text("OtherUom"), number("ConvFactAltUom"), text("ConvMulDiv"), number("ConvFactOthUom"), text("MulDiv"),
            whole("Decimals"), text("ProductClass"), text("TaxCode"), text("ListPriceCode"), text("PriceCategory"),
            text("PriceMethod"), yes("PrcInclGst"), text("WarehouseToUse"), text("KitType"), text("StockOnHold"),
            yes("SalesOnHold"), text("UserField1"), day("SupercessionDate"),
        ),
        {"stock_code": ("StockCode", _STOCK_CODE)},
    ),
    Source(
        erp.PRICES,
        "InvPrice",
        {"StockCode": _STOCK_CODE, "PriceCode": "varchar(10)"},
        (text("StockCode"), text("PriceCode"), number("SellingPrice"), text("PriceBasis")),
        {"stock_code": ("StockCode", _STOCK_CODE)},
    ),
    Source(
        erp.CONTRACT_PRICES,
        "SorContractPrice",
        {
            "ContractType": "char(1)", "CustomerBuyGrp": _CUSTOMER, "StockCode": _STOCK_CODE, "Contract": "varchar(20)",
        },
        (
            text("ContractType"), text("CustomerBuyGrp"), text("StockCode"), text("Contract"), day("StartDate"),
            day("ExpiryDate"), text("PriceMethod"), text("FixedUom"), text("FixedPriceCode"), number("FixedPrice"),
            numbers(*_numbered("Discount", 3)),
        ),
        {"stock_code": ("StockCode", _STOCK_CODE), "holder": ("CustomerBuyGrp", _CUSTOMER)},
    ),
    Source(
        erp.WAREHOUSE_STOCK,
        "InvWarehouse",
        {"StockCode": _STOCK_CODE, "Warehouse": "varchar(10)"},
        (
            text("StockCode"), text("Warehouse"), number("QtyOnHand"), number("QtyAllocated"),
            number("QtyAllocatedWip"), number("QtyOnOrder"), number("QtyOnBackOrder"), number("QtyInTransit"),
            number("QtyInInspection"), number("QtyDispatched"), number("MinimumQty"), number("SafetyStockQty"),
        ),
        {"stock_code": ("StockCode", _STOCK_CODE)},
    ),
    Source(
        erp.CUSTOMERS,
        "ArCustomer",
        {"Customer": _CUSTOMER},
        (
            text("Customer"), text("Name"), text("ShortName"), text("Email"), text("Telephone"), text("Contact"),
            text("CompanyTaxNumber"), text("TaxExemptNumber"), text("TaxStatus"), text("Currency"), text("TermsCode"),
            text("Branch"), text("Area"), text("Salesperson"), text("CustomerClass"), text("PriceCode"),
            categories("PriceCategoryTable"), filled(*_numbered("BuyingGroup", 5)), yes("ContractPrcReqd"),
            text("CreditStatus"), number("CreditLimit"), text("CreditCheckFlag"), yes("CustomerOnHold"),
            yes("SalesAllowed"), yes("PoNumberMandatory"), number("OutstOrdVal"), text("MasterAccount"),
            text("SalesWarehouse"), texts(*(f"Sold{line}" for line in _ADDRESS)), text("SoldPostalCode"),
            texts(*(f"Ship{line}" for line in _ADDRESS)), text("ShipPostalCode"), text("UserField1"),
            text("EdiSenderCode"), text("BalanceType"),
        ),
        {
            "customer": ("Customer", _CUSTOMER), "email": ("Email", "varchar(255)"),
            "company_tax_number": ("CompanyTaxNumber", "varchar(15)"),
        },
    ),
    Source(
        erp.INVOICES,
        "ArInvoice",
        {"Customer": _CUSTOMER, "Invoice": _INVOICE, "DocumentType": "char(1)"},
        (
            text("Customer"), text("Invoice"), text("DocumentType"), day("InvoiceDate"), text("SalesOrder"),
            text("CustomerPoNumber"), text("TermsCode"), text("Branch"), number("CurrencyValue"),
            number("InvoiceBal1"), number("TaxPortion"), text("PostCurrency"), number("ConvRate"), text("MulDiv"),
        ),
        {"customer": ("Customer", _CUSTOMER), "invoice": ("Invoice", _INVOICE)},
        dated=("InvoiceDate", "InvoiceYear"),
    ),
    Source(
        erp.ORDERS,
        "SorMaster",
        {"SalesOrder": _ORDER},
        (
            text("SalesOrder"), text("OrderStatus"), yes("CancelledFlag"), text("DocumentType"), text("Customer"),
            text("CustomerPoNumber"), day("OrderDate"), day("ReqShipDate"), text("LastInvoice"), text("Branch"),
            text("Warehouse"), text("Currency"), number("ExchangeRate"), text("MulDiv"), text("AlternateKey"),
            texts(*_numbered("ShipAddress", 5)), text("ShipPostalCode"),
        ),
        {"customer": ("Customer", _CUSTOMER), "sales_order": ("SalesOrder", _ORDER)},
    ),
    Source(
        erp.ORDER_LINES,
        "SorDetail",
        {"SalesOrder": _ORDER, "SalesOrderLine": "decimal(4, 0)"},
        (
            text("SalesOrder"), whole("SalesOrderLine"), text("LineType"), text("MStockCode"), text("MStockDes"),
            text("MWarehouse"), number("MOrderQty"), number("MShipQty"), number("MBackOrderQty"), text("MOrderUom"),
            number("MPrice"), text("MPriceUom"), numbers(*_numbered("MDiscPct", 3)), text("MProductClass"),
            text("MTaxCode"), text("NComment"), number("NMscChargeValue"),
        ),
        {"sales_order": ("SalesOrder", _ORDER)},
    ),
    Source(
        erp.PAYMENTS,
        "ArInvoicePay",
        {"Customer": _CUSTOMER, "Invoice": _INVOICE, "DocumentType": "char(1)", "EntryNumber": "decimal(10, 0)"},
        (
            text("Customer"), text("Invoice"), text("DocumentType"), whole("EntryNumber"), text("TrnType"),
            day("JournalDate"), whole("TrnYear"), whole("TrnMonth"), whole("Journal"), text("Reference"),
            number("TrnValue"), number("PostValue"), text("PostCurrency"), text("Branch"),
        ),
        {
            "customer": ("Customer", _CUSTOMER), "invoice": ("Invoice", _INVOICE),
            "reference": ("Reference", "varchar(30)"),
        },
        dated=("JournalDate", "TrnYear"),
    ),
    Source(
        # Its key was not found: these columns tell its rows apart as far as we need.
        erp.BANKED,
        "CshArPayments",
        {"Customer": _CUSTOMER, "Invoice": _INVOICE, "Journal": "decimal(10, 0)", "Bank": "varchar(15)"},
        (
            text("Customer"), text("Invoice"), whole("Journal"), text("Bank"), day("CbTrnDate"),
            number("GrossPayment"),
        ),
        {"customer": ("Customer", _CUSTOMER)},
    ),
    Source(
        erp.LEDGER_ENTRIES,
        "GenJournalDetail",
        {
            "GlYear": "decimal(4, 0)", "GlPeriod": "decimal(2, 0)", "Journal": "decimal(10, 0)",
            "EntryNumber": "decimal(10, 0)",
        },
        (
            whole("GlYear"), whole("GlPeriod"), whole("Journal"), whole("EntryNumber"), text("GlCode"),
            text("Reference"), number("EntryValue"), number("CurrencyValue"), text("PostCurrency"), text("Source"),
            day("DocumentDate"), whole("SubModJournal"),
        ),
        {"ledger_code": ("GlCode", "varchar(35)"), "reference": ("Reference", "varchar(50)")},
        dated=("DocumentDate", "GlYear"),
        ledger=True,
    ),
    Source(
        erp.STOCK_FORMS, "InvMaster+", {"StockCode": _STOCK_CODE}, (), {"key": ("StockCode", _STOCK_CODE)},
    ),
    Source(
        erp.CUSTOMER_FORMS, "ArCustomer+", {"Customer": _CUSTOMER}, (), {"key": ("Customer", _CUSTOMER)},
    ),
)  # fmt: skip

SOURCES: Mapping[str, Source] = {source.feed.name: source for source in _SOURCES}
"""Name of a feed -> where it stands."""

#: Feed of a custom form -> the setting that lists the fields to read.
FORM_FIELDS: Mapping[str, str] = {
    erp.STOCK_FORMS.name: "syspro.stock_form_fields",
    erp.CUSTOMER_FORMS.name: "syspro.customer_form_fields",
}


@dataclass(frozen=True, slots=True)
class ListSource:
    """Where a list stands.

    Attributes:
        table: SYSPRO's table.
        code: Column of the code.
        description: Column of its description; empty where the codes are those that another table uses.
    """

    table: str
    code: str
    description: str = ""


LISTS: Mapping[CodeList, ListSource] = {
    CodeList.BRANCHES: ListSource("SalBranch", "Branch", "Description"),
    CodeList.WAREHOUSES: ListSource("InvWhControl", "Warehouse", "Description"),
    CodeList.TERMS: ListSource("TblArTerms", "TermsCode", "Description"),
    CodeList.AREAS: ListSource("SalArea", "Area", "Description"),
    CodeList.CUSTOMER_CLASSES: ListSource("TblCustomerClass", "Class", "Description"),
    CodeList.CURRENCIES: ListSource("TblCurrency", "Currency", "Description"),
    CodeList.BANKS: ListSource("ApBank", "Bank", "Description"),
    CodeList.PRODUCT_CLASSES: ListSource("InvMaster", "ProductClass"),
    CodeList.PRICE_CODES: ListSource("InvPrice", "PriceCode"),
    CodeList.TAX_CODES: ListSource("InvMaster", "TaxCode"),
}

LEDGER_TABLE = "GenMaster"
LEDGER_COLUMNS = ("GlCode", "Description", "AccountType", "ControlAccFlag")


def form_row(fields: Sequence[str], key: Cell, cells: Sequence[Cell]) -> erp.FormRow:
    """Return the custom form with these fields."""
    return erp.FormRow(to_text(key), {field: to_text(cell) for field, cell in zip(fields, cells, strict=True)})


def stored_forms(column: str, kind: str, wanted: Sequence[str], values: Values) -> list[str]:
    """Return every form in which SYSPRO may store one of the keys that are looked for, each once, in order.

    Customer codes are padded as the settings say, numbers of orders and invoices are looked for in every length. What
    is empty, longer than the column, or not in Windows-1252 is left out: nothing stored can equal it, but cut to the
    column's length, or with its letters replaced, it might.

    Args:
        column: SYSPRO's column.
        kind: Its SQL type, such as ``varchar(30)``.
        wanted: What is looked for.
        values: The settings in force.
    """
    longest = int(kind.partition("(")[2].rstrip(")"))
    forms = (form for value in wanted for form in _forms(column, value, values))
    return list(dict.fromkeys(form for form in forms if form.strip() and len(form) <= longest and _storable(form)))


def _forms(column: str, value: str, values: Values) -> tuple[str, ...]:
    if column == "Customer":
        numeric, length = values.yes("keys.customer_numeric"), values.integer("keys.customer_length")
        try:
            return (pad_key(value, numeric=numeric, length=length),)
        except DoesNotFitError:
            return ()
    return spellings(value) if column in {"Invoice", "SalesOrder"} else (value.rstrip(),)


def _storable(value: str) -> bool:
    try:
        value.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return "\0" not in value
