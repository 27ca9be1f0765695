"""ARSQRY: a customer's account (reference, section 2.11; its root is ``ARStatement``)."""

from datetime import date
from decimal import Decimal

from connectors.sandbox.syspro import keys, made_up, xmlout
from connectors.sandbox.syspro.books import Books, Record
from connectors.sandbox.syspro.calls import BusinessObject, Call
from connectors.sandbox.syspro.money import ZERO
from connectors.sandbox.syspro.troubles import Exceptional

ROOT = "ARStatement"
VERSION = "7.0.031"
"""Version of the object; made up."""

_HEADER = (
    "Customer Name ShortName SoldToAddr1 SoldToAddr2 SoldToAddr3 SoldToAddr4 SoldToAddr5 SoldPostalCode Contact"
    " Telephone Email Currency TermsCode CustomerOnHold CreditStatus CustomerClass Branch Area Salesperson PriceCode"
    " BalanceType TaxStatus CompanyTaxNumber DateLastSale DateLastPay"
).split()
_INVOICE = "DocumentType Invoice InvoiceDate CustomerPoNumber Branch SalesOrder TermsCode PostCurrency".split()
_AGES = ((0, "Current"), (30, "Days30"), (60, "Days60"), (90, "Days90"), (120, "Days120"))


def run(call: Call, books: Books) -> str:
    """Answer with the customer and the documents that have a balance (all with IncludeZeroBalances).

    Raises:
        Exceptional: When there is no such customer.
    """
    given = call.document.text("Key/Customer")
    customer = books.row("ArCustomer", keys.customer_key(books.options, given))
    if customer is None:
        raise Exceptional(made_up.NO_RECORD)
    key = customer.text("Customer")
    zero = call.document.text("Option/IncludeZeroBalances") == "Y"
    where = f"Customer = ? {'' if zero else 'AND InvoiceBal1 <> 0'} ORDER BY InvoiceDate, Invoice"
    items = books.rows("ArInvoice", where, key)
    transactions = call.document.text("Option/IncludeTransactions") == "Y"
    details = [_invoice(books, item, transactions=transactions) for item in items]
    return xmlout.reply(ROOT, VERSION, _system(call, books), _header(customer), *details, _totals(books, key, items))


def _system(call: Call, books: Books) -> str:
    shown = (
        ("CompanyId", books.options.company),
        ("CompanyName", books.setting("name")),
        ("OperatorCode", call.operator),
        ("ReportDate", books.today().isoformat()),
    )
    return xmlout.node("SystemInformation", xmlout.leaves(shown))


def _header(customer: Record) -> str:
    limit = ("CreditLimit", xmlout.padded(customer.number("CreditLimit"), 12))
    outstanding = ("OutstOrdVal", xmlout.padded(customer.number("OutstOrdVal"), 14, 2))
    return xmlout.node("Header", xmlout.leaves((*((n, customer.text(n)) for n in _HEADER), limit, outstanding)))


def _invoice(books: Books, item: Record, *, transactions: bool) -> str:
    texts = [(name, item.text(name)) for name in _INVOICE]
    values = (
        ("CurrencyValue", xmlout.padded(item.number("CurrencyValue"), 14, 2)),
        ("InvoiceBal", xmlout.padded(item.number("InvoiceBal1"), 14, 2)),
    )
    details = "".join(_transaction(row) for row in _payments(books, item)) if transactions else ""
    return xmlout.node("InvoiceDetail", xmlout.leaves((*texts, *values)), details)


def _payments(books: Books, item: Record) -> list[Record]:
    key = (item.text("Customer"), item.text("Invoice"), item.text("DocumentType"))
    return books.rows("ArInvoicePay", "Customer = ? AND Invoice = ? AND DocumentType = ? ORDER BY EntryNumber", *key)


def _transaction(row: Record) -> str:
    shown = (
        ("Reference", row.text("Reference")),
        ("TrnType", row.text("TrnType")),
        ("TrnValue", xmlout.padded(row.number("TrnValue"), 14, 2)),
        ("JournalDate", row.text("JournalDate")),
        ("Journal", xmlout.padded(row.number("Journal"), 10)),
        ("DiscValue", xmlout.padded(row.number("DiscValue"), 14, 2)),
    )
    return xmlout.node("TransDetail", xmlout.leaves(shown))


def _totals(books: Books, customer: str, items: list[Record]) -> str:
    balance = books.row("ArCustomerBal", customer)
    sums = dict.fromkeys((name for _, name in _AGES), ZERO)
    for item in items:
        sums[_age(books.today(), item)] += item.number("InvoiceBal1")
    current: Decimal = balance.number("CurrentBalance1") if balance else ZERO
    shown = (("CurrentBalance", current), *sums.items())
    return xmlout.node("TotalSection", xmlout.leaves((name, xmlout.padded(value, 14, 2)) for name, value in shown))


def _age(today: date, item: Record) -> str:
    days = (today - date.fromisoformat(item.text("InvoiceDate"))).days
    return next(name for limit, name in reversed(_AGES) if days >= limit or limit == 0)


OBJECT = BusinessObject("ARSQRY", ("Query/Query",), run)
