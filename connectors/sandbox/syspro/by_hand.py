"""A person who posts at SYSPRO's own screens: the same rules as the business objects, an operator of its own.

Posts receipts, invoices and credit notes, and journals, with whatever reference and on whatever account the person
likes: that is how a month looks before the agent came.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from connectors.sandbox.syspro import xmlout
from connectors.sandbox.syspro.books import Books
from connectors.sandbox.syspro.calls import Call
from connectors.sandbox.syspro.objects import OBJECTS
from connectors.sandbox.syspro.xmlin import Element, read_xml

OPERATOR = "CLERK"
"""Who posts by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Money from a customer, typed in.

    Attributes:
        customer: Customer, with leading zeros or without.
        value: In the customer's currency; negative when it was given back.
        day: Date of the payment.
        reference: What the person typed as reference.
        bank: Bank; the operator's where the site uses no deposit slips.
        invoice: Invoice that it pays; on account when empty.
    """

    customer: str
    value: Decimal
    day: date
    reference: str = ""
    bank: str = ""
    invoice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """An invoice or a credit note without an order, typed in.

    Attributes:
        customer: Customer, with leading zeros or without.
        value: With tax, above zero.
        day: Its date.
        product_class: Product class of the sale.
        reference: What the person typed as reference.
        kind: I invoice, C credit note.
        tax: Tax within the value.
        branch: Branch; the customer's when empty.
    """

    customer: str
    value: Decimal
    day: date
    product_class: str
    reference: str = ""
    kind: str = "I"
    tax: Decimal = Decimal(0)
    branch: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """A journal of the general ledger, typed in.

    Attributes:
        day: Its date.
        currency: SYSPRO's code.
        lines: Ledger code and value of each entry, + debit; they add up to nothing.
        reference: What the person typed as reference.
    """

    day: date
    currency: str
    lines: Sequence[tuple[str, Decimal]]
    reference: str = ""


def post(books: Books, *typed: Receipt | Invoice | Journal) -> None:
    """Post what a person typed, in order.

    Raises:
        ValueError: When SYSPRO refuses one; what came before it is posted.
    """
    for one in typed:
        match one:
            case Receipt():
                _run(books, "ARSTPY", _receipt(one), xmlout.leaf("AutoCorrectPaymentValue", "N"))
            case Invoice():
                _run(books, "ARSTIN", _invoice(one))
            case Journal():
                _run(books, "GENTJL", _journal(one))


def _run(books: Books, name: str, item: str, *parameters: str) -> None:
    options = xmlout.leaves((("PostingPeriod", "C"), ("ApplyIfEntireDocumentValid", "Y")))
    asked = read_xml(xmlout.node("Posted", xmlout.node("Parameters", options, *parameters)))
    call = Call(
        method="Transaction/Post",
        operator=OPERATOR,
        document=read_xml(xmlout.node("Posted", xmlout.node("Item", item))),
        parameters=asked.child("Parameters") or asked,
        strike=lambda _: False,
    )
    answer = read_xml(OBJECTS[name].run(call, books))
    if refused := list(_errors(answer)):
        raise ValueError(f"SYSPRO refuses what was typed: {'; '.join(refused)}")


def _errors(answer: Element) -> list[str]:
    return [element.value for element in answer.all(".//ErrorDescription")]


def _receipt(told: Receipt) -> str:
    value = ("GrossPaymentValue", told.value)
    part = (
        xmlout.node("InvoiceToPay", xmlout.leaves((("TransactionType", "I"), ("Invoice", told.invoice), value)))
        if told.invoice
        else xmlout.node("UnappliedPayment", xmlout.leaves((value, ("CustomerPurchaseOrder", told.reference))))
    )
    head = (
        ("Customer", told.customer), ("PaymentValue", told.value), ("Reference", told.reference),
        ("JournalNotation", "By hand"), ("PaymentDate", told.day.isoformat()), ("PaymentType", "O"),
        ("Bank", told.bank),
    )  # fmt: skip
    return xmlout.node("Payment", xmlout.leaves(head), part)


def _invoice(told: Invoice) -> str:
    return xmlout.leaves(
        (
            ("TransactionType", told.kind), ("Customer", told.customer), ("InvoiceValue", told.value),
            ("TaxValue", told.tax), ("InvoiceDate", told.day.isoformat()), ("ProductClass", told.product_class),
            ("Reference", told.reference), ("GenerateInvoiceNumber", "Y"), ("Branch", told.branch),
        )
    )  # fmt: skip


def _journal(told: Journal) -> str:
    head = (
        ("JournalDate", told.day.isoformat()), ("Currency", told.currency), ("JournalReference", told.reference),
        ("PostJournal", "Y"),
    )  # fmt: skip
    lines = (
        xmlout.node(
            "JournalDetails",
            xmlout.leaves((("LedgerCode", code), ("EntryAmount", value), ("Reference", told.reference))),
        )
        for code, value in told.lines
    )
    return "".join((xmlout.leaves(head), *lines))
