"""Documents of a customer's account: invoices, credit notes, receipts, and the balances they move.

Balances (``InvoiceBal1`` to ``3``, ``CurrentBalance1`` to ``3``) are in the currency of the customer; which currency a
real site holds there for foreign customers is not known publicly (reference, section 6), so this is inferred. The
value of a foreign document in local currency is its balance at the document's own rate, rounded; relieving it in steps
therefore ends at exactly nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from connectors.sandbox.syspro.books import Books, Record, Value
from connectors.sandbox.syspro.money import Currency, currency
from connectors.sandbox.syspro.periods import Period

_COPIED = ("Branch", "Area", "Salesperson", "TaxStatus")
_NOTED = ("Customer", "Invoice", "DocumentType", "Branch", "Area", "Salesperson", "SalesOrder")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A new row of ``ArInvoice``.

    Attributes:
        kind: Document type: I invoice, C credit note, D debit note.
        value: In the customer's currency with tax; negative for credits.
        tax: Tax within ``value``.
        more: Further columns, such as ``Branch`` or ``SalesOrder``.
    """

    customer: Record
    invoice: str
    kind: str
    day: date
    period: Period
    money: Currency
    value: Decimal
    tax: Decimal
    more: Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """A change of an open document: a row of ``ArInvoicePay``.

    Attributes:
        kind: TrnType: P payment, A adjustment, C credit note, D debit note (letters inferred).
        value: What the balance goes down by; in the customer's currency.
        discount: Part of ``value`` that is settlement discount.
        journal: Receivables journal.
    """

    kind: str
    value: Decimal
    discount: Decimal
    day: date
    period: Period
    journal: int
    reference: str
    notation: str


def customer_currency(books: Books, customer: Record) -> Currency:
    """Return the one currency of a customer."""
    return currency(books, customer.text("Currency"))


def add_document(books: Books, document: Document) -> None:
    """Put a document on the customer's account and move the customer's balances."""
    key = document.customer.text("Customer")
    copied: dict[str, Value] = {name: document.customer.text(name) for name in (*_COPIED, "TermsCode")}
    row: dict[str, Value] = {
        "Customer": key,
        "Invoice": document.invoice,
        "DocumentType": document.kind,
        **copied,
        "InvoiceDate": document.day,
        "InvoiceYear": document.period.year,
        "InvoiceMonth": document.period.month,
        "CurrencyValue": document.value,
        "PostCurrency": document.money.code,
        "ConvRate": document.money.rate,
        "OrigInvRate": document.money.rate,
        "MulDiv": "M",
        "TaxPortion": document.tax,
        "NextPaymEntry": 1,
        **_columns("InvoiceBal", document.period, document.value),
        **document.more,
    }
    books.insert("ArInvoice", row)
    sign = {"MtdInvoiceVal1": document.value} if document.kind != "C" else {}
    books.add("ArCustomerBal", (key,), {**_columns("CurrentBalance", document.period, document.value), **sign})


def move(books: Books, item: Record, movement: Movement) -> Decimal:
    """Take ``movement.value`` off an open document.

    Returns:
        What the receivables control account goes down by, in local currency.
    """
    key = (item.text("Customer"), item.text("Invoice"), item.text("DocumentType"))
    money = currency(books, item.text("PostCurrency")).at(item.number("ConvRate"))
    before = item.number("InvoiceBal1")
    after = before - movement.value
    entry = item.whole("NextPaymEntry")
    books.add(
        "ArInvoice", key, {**_columns("InvoiceBal", movement.period, -movement.value), "NextPaymEntry": Decimal(1)}
    )
    if after == 0:
        zero = {"MonthInvBalZero": movement.period.month, "YearInvBalZero": movement.period.year}
        books.update("ArInvoice", key, zero)
    received = {"MtdPaymVal1": movement.value} if movement.kind == "P" else {}
    books.add("ArCustomerBal", key[:1], {**_columns("CurrentBalance", movement.period, -movement.value), **received})
    _note(books, item, entry, money, movement)
    return money.local(before) - money.local(after)


def note_origin(books: Books, item: Record, movement: Movement) -> None:
    """Note the receipt that made an unapplied document, so that it can be found by its reference.

    Whether SYSPRO keeps such a row is inferred.
    """
    key = (item.text("Customer"), item.text("Invoice"), item.text("DocumentType"))
    books.add("ArInvoice", key, {"NextPaymEntry": Decimal(1)})
    books.add("ArCustomerBal", key[:1], {"MtdPaymVal1": movement.value})
    money = currency(books, item.text("PostCurrency")).at(item.number("ConvRate"))
    _note(books, item, item.whole("NextPaymEntry"), money, movement)


def open_item(books: Books, customer: str, invoice: str, kind: str) -> Record | None:
    """Return a document of a customer's account by its stored keys."""
    return books.row("ArInvoice", customer, invoice, kind)


def fits(item: Record, value: Decimal) -> bool:
    """Return whether taking ``value`` off leaves a balance between nothing and the document's own value."""
    after, whole = item.number("InvoiceBal1") - value, item.number("CurrencyValue")
    return min(whole, Decimal(0)) <= after <= max(whole, Decimal(0))


def _note(books: Books, item: Record, entry: int, money: Currency, movement: Movement) -> None:
    copied: dict[str, Value] = {name: item.text(name) for name in _NOTED}
    row: dict[str, Value] = {
        **copied,
        "EntryNumber": entry,
        "TrnType": movement.kind,
        "JournalDate": movement.day,
        "Journal": movement.journal,
        "Reference": movement.reference,
        "TrnValue": movement.value,
        "DiscValue": movement.discount,
        "TrnYear": movement.period.year,
        "TrnMonth": movement.period.month,
        "PostValue": movement.value,
        "PostCurrency": money.code,
        "PostConvRate": money.rate,
        "PostMulDiv": "M",
        "InvoiceNotation": movement.notation,
    }
    books.insert("ArInvoicePay", row)


def _columns(prefix: str, period: Period, value: Decimal) -> dict[str, Decimal]:
    return {f"{prefix}{number}": value for number in period.balances}
