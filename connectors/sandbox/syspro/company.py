"""Fill a new company from ``resources/sandbox/company.toml``: code tables, customers, stock, prices, open invoices."""

import sqlite3
import tomllib
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from connectors.sandbox.clock import SandboxClock
from connectors.sandbox.syspro.books import Books, Value, create_tables
from connectors.sandbox.syspro.ledger import Entry, Journal, balanced, post_journal
from connectors.sandbox.syspro.money import CENT, currency
from connectors.sandbox.syspro.options import SiteOptions
from connectors.sandbox.syspro.periods import write_ledger_control
from connectors.sandbox.syspro.schema import RESOURCES

Told = Mapping[str, Any]
"""One table of the data file."""

_FIRST_NUMBERS = {
    "customer": 1001,
    "order": 15563,
    "invoice": 100701,
    "register": 511,
    "ar_journal": 812,
    "cash_journal": 301,
    "gl_journal": 2401,
    "movement": 9001,
}
_CODE_TABLES: tuple[tuple[str, str, Mapping[str, str]], ...] = (
    ("branches", "SalBranch", {"Branch": "branch", "Description": "description"}),
    ("areas", "SalArea", {"Area": "area", "Description": "description"}),
    ("salespeople", "SalSalesperson", {"Branch": "branch", "Salesperson": "salesperson", "Name": "name"}),
    ("terms", "TblArTerms", {"TermsCode": "code", "Description": "description", "DueDays": "days"}),
    ("customer_classes", "TblCustomerClass", {"Class": "code", "Description": "description"}),
    ("warehouses", "InvWhControl", {"Warehouse": "warehouse", "Description": "description"}),
    ("price_codes", "TblSoPriceCode", {"PriceCode": "code", "Description": "description", "Currency": "currency"}),
    ("buying_groups", "TblSoBuyingGroup", {"BuyingGroup": "code", "Description": "description"}),
    ("shipping_instructions", "TblSoShipInst", {"ShipInstrsCode": "code", "ShippingInstrs": "description"}),
    (
        "product_classes",
        "SalProductClass",
        {
            "ProductClass": "code",
            "Description": "description",
            "SalesGlCode": "sales_ledger_code",
            "CostGlCode": "cost_ledger_code",
            "StockGlCode": "stock_ledger_code",
        },
    ),
    (
        "banks",
        "ApBank",
        {"Bank": "bank", "Description": "description", "Currency": "currency", "CashGlCode": "ledger_code"},
    ),
)
_OPENING_CASH = Decimal("250000.00")


def read_company() -> dict[str, Any]:
    """Return the demo company as the data file has it."""
    return tomllib.loads((RESOURCES / "company.toml").read_text(encoding="utf-8"))


def found_company(connection: sqlite3.Connection, options: SiteOptions, clock: SandboxClock) -> None:
    """Make the tables in an empty file and fill them; the clock's month is the current period."""
    told = read_company()
    connection.execute("BEGIN IMMEDIATE")
    create_tables(connection, _settings(told), _FIRST_NUMBERS)
    connection.execute("COMMIT")
    books = Books(connection, options, clock)
    with books.transaction():
        _fill_codes(books, told)
        _fill_periods(books)
        for customer in told["customers"]:
            _add_customer(books, customer)
        for stock in told["stock"]:
            _add_stock(books, stock)
        for contract in told["contract_prices"]:
            _add_contract(books, contract)
        for invoice in told["open_invoices"]:
            _add_open_invoice(books, invoice)
        _open_ledger(books, told)


def _settings(told: Told) -> dict[str, str]:
    plain = {name: value for name, value in told.items() if isinstance(value, str)}
    taxes = {f"tax_code.{entry['currency']}": entry["tax_code"] for entry in told["currency_tax_codes"]}
    return {**plain, **told["accounts"], **taxes}


def _fill_codes(books: Books, told: Told) -> None:
    for section, table, columns in _CODE_TABLES:
        for entry in told[section]:
            books.insert(table, {column: entry[name] for column, name in columns.items()})
    for entry in told["currencies"]:
        books.insert("TblCurrency", _currency_row(entry))
    for entry in told["tax_codes"]:
        rate = Decimal(entry["rate"])
        row = {"TaxCode": entry["code"], "Description": entry["description"], "CurTaxRate": rate}
        books.insert("AdmTax", {**row, "TaxGlCode": entry["ledger_code"]})
    for entry in told["ledger"]:
        row = {"Company": books.options.company, "GlCode": entry["code"], "Description": entry["description"]}
        control = "Y" if entry["control"] else "N"
        books.insert("GenMaster", {**row, "AccountType": entry["type"], "ControlAccFlag": control})
    database = {"Company": books.options.company, "DatabaseName": f"SysproCompany{books.options.company}"}
    books.insert("SysproAdmin", {**database, "CompanyName": told["name"]})


def _currency_row(entry: Told) -> dict[str, Value]:
    rate = Decimal(entry["rate"])
    return {
        "Currency": entry["code"],
        "Description": entry["description"],
        "BuyExchangeRate": rate,
        "SellExchangeRate": rate,
        "BuyMulDiv": "M",
        "SellMulDiv": "M",
        "NumDecimals": entry["decimals"],
    }


def _fill_periods(books: Books) -> None:
    today = books.today()
    sales = {"SaUpdYear": today.year, "SaUpdMonth": today.month}
    books.insert("ArControl", {"CtlFlag": "CT", "ArUpdYear": today.year, "ArUpdMonth": today.month, **sales})
    books.insert("InvControl", {"CtlFlag": "CT", "InvUpdYear": today.year, "InvUpdMonth": today.month})
    books.insert("GenControl", {"Company": books.options.company, "AuthoriseJournals": "N"})
    write_ledger_control(books, today.year, today.month)


def _add_customer(books: Books, told: Told) -> None:
    address = {f"SoldToAddr{number}": line for number, line in enumerate(told["address"], 1)}
    groups = {f"BuyingGroup{number}": group for number, group in enumerate(told.get("buying_groups", []), 1)}
    row: dict[str, Value] = {
        **customer_defaults(),
        "Customer": told["code"],
        "Name": told["name"],
        "ShortName": told["name"][:20],
        "Email": told["email"],
        "Contact": told["contact"],
        "Telephone": told["telephone"],
        "Currency": told["currency"],
        "TermsCode": told["terms"],
        "Branch": told["branch"],
        "CustomerClass": told["class"],
        "Area": told["area"],
        "Salesperson": told["salesperson"],
        "TaxStatus": told["tax_status"],
        "PriceCode": told["price_code"],
        "SoldPostalCode": told["postal_code"],
        "Nationality": told["country"],
        "State": told.get("state", ""),
        "CompanyTaxNumber": told["company_tax_number"],
        "CreditLimit": Decimal(told["credit_limit"]),
        "CustomerOnHold": "Y" if told.get("on_hold") else "N",
        "PoNumberMandatory": "Y" if told.get("po_mandatory") else "N",
        "UnappPayAllowed": "Y" if told.get("unapplied_allowed", True) else "N",
        "ContractPrcReqd": "Y" if told.get("contract_pricing") else "N",
        "DateCustAdded": books.today() - timedelta(days=400),
        **address,
        **groups,
    }
    books.insert("ArCustomer", row)
    books.insert("ArCustomerBal", {"Customer": told["code"]})
    shipping = {f"ShipToAddr{number}": line for number, line in enumerate(told["address"], 1)}
    base: dict[str, Value] = {"Customer": told["code"], "AddrCode": "MAIN", "ShipToName": told["name"]}
    books.insert("ArMultAddress", {**base, **shipping, "ShipPostalCode": told["postal_code"]})


def customer_defaults() -> dict[str, Value]:
    """Return the columns that a new customer has unless it is told otherwise."""
    allowed = (
        "SalesAllowed",
        "PaymentsAllowed",
        "CrNotesAllowed",
        "DrNotesAllowed",
        "UnappPayAllowed",
        "QuotesAllowed",
    )
    return {
        **dict.fromkeys(allowed, "Y"),
        "BalanceType": "I",
        "CreditStatus": "0",
        "CreditCheckFlag": "T",
        "CustomerOnHold": "N",
        "ContractPrcReqd": "N",
        "PoNumberMandatory": "N",
        "StatementReqd": "Y",
        "BackOrdReqd": "Y",
        "TaxStatus": "N",
        "MaintHistory": "Y",
        "DetailMoveReqd": "Y",
    }


def _add_stock(books: Books, told: Told) -> None:
    units = dict.fromkeys(("StockUom", "AlternateUom", "OtherUom", "CostUom"), told["uom"])
    factors: dict[str, Value] = {"ConvFactAltUom": 1, "ConvMulDiv": "M", "ConvFactOthUom": 1, "MulDiv": "M"}
    row: dict[str, Value] = {
        "StockCode": told["code"],
        "Description": told["description"],
        "LongDesc": told["description"],
        **units,
        **factors,
        "PriceMethod": "C",
        "PriceCategory": "A",
        "ProductClass": told["product_class"],
        "TaxCode": told["tax_code"],
        "ListPriceCode": "A",
        "WarehouseToUse": told["warehouse"],
        "KitType": "N",
        "TraceableType": "N",
        "SerialMethod": "N",
        "PartCategory": "B",
        "PrcInclGst": "N",
        "StockOnHold": told.get("on_hold", ""),
        "DateStkAdded": books.today() - timedelta(days=400),
    }
    books.insert("InvMaster", row)
    held = {"StockCode": told["code"], "Warehouse": told["warehouse"], "DefaultBin": told["warehouse"]}
    amounts = {"QtyOnHand": Decimal(told["on_hand"]), "UnitCost": Decimal(told["cost"])}
    books.insert("InvWarehouse", {**held, **amounts})
    for code, price in told["prices"].items():
        books.insert(
            "InvPrice",
            {"StockCode": told["code"], "PriceCode": code, "SellingPrice": Decimal(price), "PriceBasis": "S"},
        )


def _add_contract(books: Books, told: Told) -> None:
    row: dict[str, Value] = {
        "ContractType": told["type"],
        "CustomerBuyGrp": told["holder"],
        "StockCode": told["stock_code"],
        "Contract": told["contract"],
        "StartDate": books.today() + timedelta(days=told["from_day"]),
        "ExpiryDate": books.today() + timedelta(days=told["to_day"]),
        "PriceMethod": "F",
        "FixedPrice": Decimal(told["price"]),
    }
    books.insert("SorContractPrice", row)


def _add_open_invoice(books: Books, told: Told) -> None:
    day, value = books.today() - timedelta(days=told["days_ago"]), Decimal(told["value"])
    customer = books.row("ArCustomer", told["customer"])
    assert customer is not None
    rate = currency(books, told["currency"]).rate
    copied = {name: customer.text(name) for name in ("Branch", "Area", "Salesperson", "TermsCode", "TaxStatus")}
    row: dict[str, Value] = {
        "Customer": told["customer"],
        "Invoice": told["invoice"],
        "DocumentType": "I",
        **copied,
        "InvoiceDate": day,
        "InvoiceYear": day.year,
        "InvoiceMonth": day.month,
        "CustomerPoNumber": f"PO {told['invoice'][-4:]}",
        "CurrencyValue": value,
        "PostCurrency": told["currency"],
        "ConvRate": rate,
        "OrigInvRate": rate,
        "MulDiv": "M",
        **_balances("InvoiceBal", day, books.today(), value),
        "NextPaymEntry": 1,
    }
    books.insert("ArInvoice", row)
    books.add("ArCustomerBal", (told["customer"],), _balances("CurrentBalance", day, books.today(), value))


def _balances(prefix: str, day: date, today: date, value: Decimal) -> dict[str, Decimal]:
    """Return the balance of the three periods: an invoice counts from the month it was made."""
    months_ago = (today.year - day.year) * 12 + today.month - day.month
    return {f"{prefix}{number}": value for number in range(1, min(months_ago + 1, 3) + 1)}


def _open_ledger(books: Books, told: Told) -> None:
    """Put what the company starts with into the ledger, against the opening balances."""
    year = books.today().year
    entries = [Entry(books.setting("ar_control"), _receivables(books), _receivables(books), "Open invoices")]
    for told_class in told["product_classes"]:
        value = _stock_value(books, told_class["code"])
        entries.append(Entry(told_class["stock_ledger_code"], value, value, "Stock"))
    bank = books.row("ApBank", books.setting("default_bank"))
    assert bank is not None
    entries.append(Entry(bank.text("CashGlCode"), _OPENING_CASH, _OPENING_CASH, "Bank"))
    total = sum((entry.local for entry in entries), Decimal(0))
    entries.append(Entry(books.setting("opening_balances"), -total, -total, "Opening balances"))
    journal = Journal(
        year=year,
        period=1,
        day=datetime(year, 1, 1, tzinfo=UTC).date(),
        source="",
        reference="OPENING",
        notation="Opening balances",
        currency=books.setting("local_currency"),
        operator="ADMIN",
        entries=balanced(entries, books.setting("rounding")),
    )
    post_journal(books, journal)


def _receivables(books: Books) -> Decimal:
    open_items = books.rows("ArInvoice")
    return sum(
        (currency(books, item.text("PostCurrency")).local(item.number("InvoiceBal1")) for item in open_items),
        Decimal(0),
    )


def _stock_value(books: Books, product_class: str) -> Decimal:
    stocked = books.rows("InvMaster", "ProductClass = ?", product_class)
    held = [books.rows("InvWarehouse", "StockCode = ?", stock.text("StockCode")) for stock in stocked]
    value = sum((row.number("QtyOnHand") * row.number("UnitCost") for rows in held for row in rows), Decimal(0))
    return value.quantize(CENT)
