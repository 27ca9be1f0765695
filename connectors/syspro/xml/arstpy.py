"""ARSTPY: post an AR payment (Transaction/Post).

Source: reference, section 2.4: inputs from SYSPRO's own schemas. The shape of its reply was **not found publicly**: a
root ``postarpayment``, ``Item/Key`` with year, month and journal, and ``StatusOfItems`` are inferred, so nothing here
depends on the key; without one the row is found by our reference. That money out is a payment with negative values is
inferred, too: no annotation forbids it; a site that refuses it says so.
"""

import re

from agent.domain.fitting import DoesNotFitError
from agent.domain.kinds import Allocation, Receipt
from agent.domain.money import Money
from connectors.syspro.xml.build import document, flag, group, leaf, needed, value
from connectors.syspro.xml.reply import Node, judge
from connectors.syspro.xml.request import Posted, Request

ROOT = "PostArPayment"


def build(receipt: Receipt, *, validate: bool = False) -> Request:
    """Return the parameters and the document that post ``receipt``.

    The payment is distributed in full: what the allocations leave over is one unapplied payment that carries our
    reference, too. ``AutoCorrectPaymentValue`` N makes SYSPRO refuse whatever does not add up.

    Args:
        receipt: The receipt, bound to its customer.
        validate: Only ask SYSPRO whether it would take it.

    Raises:
        DoesNotFitError: When a text or amount does not fit, or the allocations exceed the receipt.
    """
    parameters = group(
        "Parameters",
        leaf("PostingPeriod", receipt.posting_period),
        leaf("IgnoreWarnings", receipt.ignore_warnings),
        flag("ApplyIfEntireDocumentValid", yes=True),
        flag("ValidateOnly", yes=validate),
        flag("AutoCorrectPaymentValue", yes=False),
    )
    return Request(document(ROOT, parameters), document(ROOT, group("Item", _payment(receipt))))


def parse(root: Node) -> Posted:
    """Return what became of the receipt; its key reads ``year/period/journal``, such as ``2026/11/1234``."""
    found = root.first("Item/Key")
    key = "" if found is None else _key(found.texts())
    return Posted(judge(root, ROOT, key=key), key)


def journal_key(year: str, period: str, journal: str) -> str:
    """Return the key that our links keep for a receipt, from the three numbers as SYSPRO writes them.

    Returns:
        ``2026/11/1234``; empty when one of the three is no number above zero.
    """
    numbers = [part.strip() for part in (year, period, journal)]
    if not all(re.fullmatch(r"[0-9]{1,10}", part) and int(part) for part in numbers):
        return ""
    return f"{int(numbers[0])}/{int(numbers[1]):02d}/{int(numbers[2])}"


def document_number(invoice: str) -> str:
    """Return the element that names a document of the customer's account.

    Raises:
        DoesNotFitError: When the number is empty: what a blank means to SYSPRO is not known.
    """
    if not invoice.strip():
        raise DoesNotFitError("Invoice: the number of the document is not known yet.")
    return needed("Invoice", invoice)


def _payment(receipt: Receipt) -> str:
    return group(
        "Payment",
        needed("Customer", receipt.customer),
        value("PaymentValue", receipt.value),
        needed("Reference", receipt.reference),
        needed("PaymentDate", receipt.payment_date),
        # Described as mandatory.
        needed("JournalNotation", receipt.notation or receipt.reference),
        leaf("PaymentNarration", receipt.narration),
        leaf("Bank", receipt.bank),
        leaf("PaymentType", receipt.payment_type),
        # What DefaultExchangeRateMethod's I and N mean is not public, so it is left to SYSPRO.
        leaf("DefaultExchangeRateToUse", f"{receipt.exchange_rate:f}" if receipt.exchange_rate else ""),
        *(_allocation(part) for part in receipt.allocations),
        _unapplied(receipt.unapplied, receipt),
    )


def _allocation(part: Allocation) -> str:
    return group(
        "InvoiceToPay",
        leaf("TransactionType", part.document_type),
        document_number(part.invoice),
        # Never left to its default: that is whatever is outstanding at the moment.
        value("GrossPaymentValue", part.value),
    )


def _unapplied(rest: Money, receipt: Receipt) -> str:
    if not rest:
        return ""
    if (rest.minor < 0) != (receipt.value.minor < 0):
        raise DoesNotFitError(f"PaymentValue: the allocations exceed the receipt of {receipt.value} by {-rest}.")
    return group(
        "UnappliedPayment", value("GrossPaymentValue", rest), needed("CustomerPurchaseOrder", receipt.reference)
    )


def _key(parts: dict[str, str]) -> str:
    """Return the key from ``Item/Key``, whatever its three elements are called exactly."""
    year = next((text for name, text in parts.items() if "year" in name), "")
    period = next((text for name, text in parts.items() if "month" in name or "period" in name), "")
    journal = next((text for name, text in parts.items() if "journal" in name), "")
    return journal_key(year, period, journal)
