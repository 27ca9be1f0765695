"""Whether a customer's credit allows an order without payment, from what SYSPRO's tables show. Pure.

What the reference leaves unsure is a setting, and without a decision the answer is no. SYSPRO checks once more when it
takes the order: it is sent with ``AcceptOrdersIfNoCredit`` N.
"""

from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal

from agent.domain.erp import CustomerRow, InvoiceRow
from agent.domain.errors import NeedsPerson, Problem
from agent.domain.money import exponent
from agent.domain.portal import open_balance
from agent.domain.settings import Values

UNLIMITED = None
"""What is left where there is no limit."""


def credit_left(customer: CustomerRow, documents: Sequence[InvoiceRow], currency: str, policy: Values) -> int | None:
    """Return for how much the customer may still order on account, in minor units; :data:`UNLIMITED` for no limit.

    Args:
        customer: The customer, read before the documents.
        documents: The documents of the account that have something open.
        currency: Stripe's code of the customer's currency.
        policy: The settings in force.

    Raises:
        NeedsPerson: When this customer orders nothing on account, or it cannot be told; the message is for the buyer.
    """
    if not _has_account(customer, policy):
        raise NeedsPerson(_problem("order.no_account", "Orders of this customer are paid when they are placed."))
    if not customer.credit_limit and policy.text("portal.no_limit") == "unlimited":
        return UNLIMITED
    owed = [_open_on(row, customer, policy) for row in documents]
    left = customer.credit_limit - sum(owed, Decimal(0)) - _open_orders(customer, documents, policy)
    return int(left.scaleb(exponent(currency)).to_integral_value(ROUND_FLOOR))


def no_credit() -> NeedsPerson:
    """Return the refusal of an order that is more than the credit allows; it names no amount of the account."""
    sentence = "The credit of this customer does not allow the order. Pay it when it is placed, or ask us."
    return NeedsPerson(_problem("order.no_credit", sentence))


def _has_account(customer: CustomerRow, policy: Values) -> bool:
    terms, statuses = policy.items("portal.account_terms"), policy.items("portal.credit_statuses")
    if not policy.yes("portal.on_account") or customer.credit_status not in statuses:
        return False
    # Whose limit counts for a sub-account, its own or that of the master account, is not known.
    return (not terms or customer.terms_code in terms) and not customer.master_account


def _open_on(row: InvoiceRow, customer: CustomerRow, policy: Values) -> Decimal:
    left = open_balance(row, policy.text("receipts.foreign_balance"))
    if left is None or row.currency != customer.currency:
        raise _not_told()
    return left


def _open_orders(customer: CustomerRow, documents: Sequence[InvoiceRow], policy: Values) -> Decimal:
    """Return the value of the orders that SYSPRO has and has not invoiced, in the customer's currency."""
    local = bool(documents) and all(row.rate == 1 for row in documents)
    if customer.open_orders and policy.text("portal.open_orders") == "unsure" and not local:
        raise _not_told()
    return customer.open_orders


def _not_told() -> NeedsPerson:
    sentence = "Whether the credit of this customer allows the order cannot be told. Pay it now, or ask us."
    return NeedsPerson(_problem("order.credit_unknown", sentence))


def _problem(code: str, sentence: str) -> Problem:
    return Problem("Not on account", sentence, code=code)
