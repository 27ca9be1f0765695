"""Which open invoices are asked for, and what Stripe is to have of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from agent.domain.erp import CustomerRow, InvoiceRow
from agent.domain.erp.feeds import content_hash
from agent.domain.erp.open_value import open_value
from agent.domain.money import Money, is_currency
from agent.domain.requests.link import Ask
from agent.domain.requests.rules import ALL, Rules

#: DocumentType of an invoice; credit and debit notes are never asked for.
INVOICE = "I"

#: Separates several invoice numbers in metadata, so that no number may contain it.
_SEPARATOR = ","


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked for an invoice.

    Attributes:
        ask: What the payer is asked for; ``None`` for nothing.
        reason: Why nothing is asked though the customer is chosen; empty where something is.
    """

    ask: Ask | None
    reason: str = ""


def chosen(customer: CustomerRow | None, custom: Mapping[str, str], rules: Rules) -> bool:
    """Return whether the customer's invoices are asked for: by code, by class, or by a custom form field.

    Args:
        customer: The customer; ``None`` where SYSPRO has none of that code.
        custom: Custom form fields of the customer.
        rules: The site's rules.
    """
    if customer is None:
        return False
    if ALL in rules.customers or customer.customer in rules.customers or customer.customer_class in rules.classes:
        return True
    return bool(rules.custom_field) and custom.get(rules.custom_field, "") in rules.custom_values


def is_open(invoice: InvoiceRow) -> bool:
    """Return whether the document is an invoice on which something is left to pay."""
    return invoice.document_type == INVOICE and invoice.balance > 0


def choose(invoice: InvoiceRow, rules: Rules, *, is_chosen: bool) -> Choice:
    """Return what is asked for an invoice.

    Args:
        invoice: A document of the customer's account.
        rules: The site's rules.
        is_chosen: Whether its customer is chosen.
    """
    if invoice.document_type != INVOICE or not is_chosen:
        return Choice(None)
    if invoice.balance <= 0:
        return Choice(None, f"Invoice {invoice.invoice} has nothing open in SYSPRO.")
    reason, currency = _refused(invoice, rules), rules.currencies.get(invoice.currency, "")
    if reason:
        return Choice(None, reason)
    left = _open(invoice, rules)
    if left is None:
        reason = (
            f"Invoice {invoice.invoice} is in {invoice.currency} and partly paid, and it is not known which currency "
            "SYSPRO keeps its balance in; receipts.foreign_balance says it."
        )
        return Choice(None, reason)
    amount = Money.from_decimal(left, currency)
    if not amount:
        return Choice(None, f"What is open on invoice {invoice.invoice} is less than Stripe's smallest unit.")
    metadata = {rules.invoice_key: invoice.invoice}
    if rules.customer_key:
        metadata[rules.customer_key] = invoice.customer
    name = f"{rules.label} {_plain(invoice.invoice)}".strip()
    return Choice(Ask(amount.minor, amount.currency, name, metadata, rules.way))


def source_hash(invoice: InvoiceRow, rules: Rules, *, is_chosen: bool) -> bytes:
    """Return 16 bytes that are equal where the same is asked for the same reasons."""
    return content_hash(_Source(content_hash(invoice).hex(), rules.fingerprint, str(is_chosen)))


@dataclass(frozen=True, slots=True)
class _Source:
    invoice: str
    rules: str
    chosen: str


def _refused(invoice: InvoiceRow, rules: Rules) -> str:
    """Return why an open invoice cannot be asked for; empty where it can."""
    currency = rules.currencies.get(invoice.currency)
    if currency is None or not is_currency(currency):
        return f"Invoice {invoice.invoice} is in {invoice.currency}, which currencies.to_syspro does not name."
    if invoice.currency in rules.uncertain:
        return (
            f"Invoice {invoice.invoice} is in a currency of which Stripe's pages say two things "
            "(currencies.ugx_hundredths)."
        )
    if _SEPARATOR in invoice.invoice:
        return f"Invoice {invoice.invoice} has a comma in its number, so a payment could not name it."
    return ""


def _open(invoice: InvoiceRow, rules: Rules) -> Decimal | None:
    return open_value(
        invoice.balance,
        whole=invoice.value,
        rate=invoice.rate,
        mul_div=invoice.mul_div,
        foreign=rules.foreign_balance,
        # At a rate of one both currencies say the same.
        local=invoice.rate == 1,
    )


def _plain(number: str) -> str:
    return number.lstrip("0") if number.isdigit() else number
