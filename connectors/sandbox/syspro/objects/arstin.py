"""ARSTIN: receivables invoices, debit notes and credit notes without an order (reference, section 2.5).

The reply carries ``Item/Invoice``; the rest of its shape was not found publicly and is inferred.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from connectors.sandbox.syspro import keys, xmlout
from connectors.sandbox.syspro.books import Books, Record, Value
from connectors.sandbox.syspro.calls import BusinessObject, Call, Outcome
from connectors.sandbox.syspro.fields import Fields
from connectors.sandbox.syspro.ledger import Entry, Journal, balanced, post_journal
from connectors.sandbox.syspro.made_up import made_up
from connectors.sandbox.syspro.money import ZERO, Currency, plain
from connectors.sandbox.syspro.objects.arstpy_payment import needed_customer
from connectors.sandbox.syspro.periods import Period, posting_period
from connectors.sandbox.syspro.postings import run_posting
from connectors.sandbox.syspro.receivables import (
    Document,
    Movement,
    add_document,
    customer_currency,
    fits,
    move,
    open_item,
)
from connectors.sandbox.syspro.xmlin import Element

ROOT = "postarinvoices"
VERSION = "7.0.029"
"""Version of the object; made up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Posting:
    """One document to post; ``value`` holds the tax and is negative for a credit note."""

    customer: Record
    kind: str
    money: Currency
    value: Decimal
    tax: Decimal
    day: date
    period: Period
    reference: str
    product_class: Record
    operator: str


def run(call: Call, books: Books) -> str:
    """Post every item and answer with the invoice numbers."""
    return run_posting(
        call,
        books,
        (ROOT, VERSION),
        lambda: posting_period(call, books),
        lambda item, period: _post(call, books, item, period),
        entire=True,
    )


def _post(call: Call, books: Books, item: Element, period: Period) -> Outcome:
    fields = Fields(item)
    fields.needed("TransactionType")
    kind = fields.choice("TransactionType", "IDC", "I")
    customer = needed_customer(books, fields)
    value = _not_negative(fields, "InvoiceValue", None)
    tax = _not_negative(fields, "TaxValue", ZERO)
    fields.needed("ProductClass")
    product_class = books.row("SalProductClass", fields.code(books, "ProductClass", "SalProductClass"))
    day = fields.day("InvoiceDate", books.today())
    fields.stop()
    assert customer is not None
    assert product_class is not None
    sign = -1 if kind == "C" else 1
    posting = _Posting(
        customer=customer,
        kind=kind,
        money=_money(books, fields, customer),
        value=sign * value,
        tax=sign * tax,
        day=day,
        period=period,
        reference=fields.text("Reference", 30),
        product_class=product_class,
        operator=call.operator,
    )
    existing = kind != "I" and fields.flag("PostToExistingInvoice")
    invoice, relieved = _move(books, fields, posting) if existing else (_new(books, fields, posting), None)
    _post_ledger(books, posting, invoice, relieved)
    shown = (("TransactionType", kind), ("Customer", customer.text("Customer")), ("Invoice", invoice))
    return Outcome(xmlout.leaves(shown))


def _not_negative(fields: Fields, name: str, default: Decimal | None) -> Decimal:
    before = len(fields.found)
    value = fields.number(name, 2, default)
    if (value < 0 or (default is None and value == 0)) and len(fields.found) == before:
        fields.refuse(name, made_up("must_be_positive", value))
    return value


def _money(books: Books, fields: Fields, customer: Record) -> Currency:
    money = customer_currency(books, customer)
    rate = fields.number("ExchangeRate", 6, ZERO)
    return money.at(rate) if rate > 0 and not money.is_local else money


def _new(books: Books, fields: Fields, posting: _Posting) -> str:
    """Put a new document on the account and into the sales register; return its number."""
    invoice = _number(books, fields, posting)
    branch = fields.code(books, "Branch", "SalBranch", posting.customer.text("Branch"))
    salesperson = fields.code(books, "Salesperson", "SalSalesperson", before=(branch,))
    more: dict[str, Value] = {
        "CustomerPoNumber": posting.reference,
        "Branch": branch,
        "Salesperson": salesperson or posting.customer.text("Salesperson"),
        "Area": fields.code(books, "GeographicArea", "SalArea", posting.customer.text("Area")),
        "TermsCode": fields.code(books, "InvoiceTerms", "TblArTerms", posting.customer.text("TermsCode")),
    }
    fields.stop()
    document = Document(
        customer=posting.customer,
        invoice=invoice,
        kind=posting.kind,
        day=posting.day,
        period=posting.period,
        money=posting.money,
        value=posting.value,
        tax=posting.tax,
        more=more,
    )
    add_document(books, document)
    _write_register(books, posting, invoice, branch)
    return invoice


def _number(books: Books, fields: Fields, posting: _Posting) -> str:
    if fields.flag("GenerateInvoiceNumber", default=not fields.has("Invoice")):
        if "invoice" in books.options.numeric_keys:
            return keys.next_invoice(books)
        fields.needed("Invoice")
    given = fields.needed("Invoice")
    invoice = keys.invoice_key(books.options, given)
    if open_item(books, posting.customer.text("Customer"), invoice, posting.kind) is not None:
        fields.refuse("Invoice", made_up("already_on_file", given))
    return invoice


def _move(books: Books, fields: Fields, posting: _Posting) -> tuple[str, Decimal]:
    """Change the balance of an existing invoice; return it and what receivables go up by, in local currency."""
    given = fields.needed("Invoice")
    item = open_item(books, posting.customer.text("Customer"), keys.invoice_key(books.options, given), "I")
    if given and item is None:
        fields.refuse("Invoice", made_up("not_on_file", given, "ArInvoice"))
    fields.stop()
    assert item is not None
    if posting.kind == "C" and not fits(item, -posting.value):
        balance = plain(item.number("InvoiceBal1"))
        fields.refuse("InvoiceValue", made_up("over_balance", -posting.value, balance, given))
    fields.stop()
    movement = Movement(
        kind=posting.kind,
        value=-posting.value,
        discount=ZERO,
        day=posting.day,
        period=posting.period,
        journal=books.next_number("register"),
        reference=posting.reference,
        notation="",
    )
    return item.text("Invoice"), -move(books, item, movement)


def _post_ledger(books: Books, posting: _Posting, invoice: str, relieved: Decimal | None) -> None:
    """Post Dr receivables, Cr sales and tax; the other way round for a credit note."""
    money, net = posting.money, posting.value - posting.tax
    control = money.local(posting.value) if relieved is None else relieved
    tax = books.row("AdmTax", books.setting(f"tax_code.{money.code}") or "A")
    assert tax is not None
    entries = [
        Entry(books.setting("ar_control"), control, posting.value),
        Entry(posting.product_class.text("SalesGlCode"), -money.local(net), -net),
        Entry(tax.text("TaxGlCode"), -money.local(posting.tax), -posting.tax),
    ]
    difference = books.setting("rounding" if money.is_local else "exchange_variance")
    journal = Journal(
        year=posting.period.year,
        period=posting.period.month,
        day=posting.day,
        source="AR",
        reference=posting.reference or invoice,
        notation=f"Invoice {invoice}",
        currency=money.code,
        operator=posting.operator,
        entries=balanced(entries, difference),
        sub_invoice=invoice,
    )
    post_journal(books, journal)


def _write_register(books: Books, posting: _Posting, invoice: str, branch: str) -> None:
    money, net = posting.money, posting.value - posting.tax
    row: dict[str, Value] = {
        "TrnYear": posting.period.year,
        "TrnMonth": posting.period.month,
        "Register": books.next_number("register"),
        "Invoice": invoice,
        "SummaryLine": 1,
        "InvoiceDate": posting.day,
        "Branch": branch,
        "Customer": posting.customer.text("Customer"),
        "CustomerPoNumber": posting.reference,
        "MerchandiseValue": money.local(net),
        "TaxValue": money.local(posting.tax),
        "ForeignMerchVal": net,
        "ForeignTaxVal": posting.tax,
        "ExchangeRate": money.rate,
        "MulDiv": "M",
        "Currency": money.code,
        "DocumentType": posting.kind,
        "Operator": posting.operator,
    }
    books.insert("ArTrnSummary", row)


OBJECT = BusinessObject("ARSTIN", ("Transaction/Post",), run)
