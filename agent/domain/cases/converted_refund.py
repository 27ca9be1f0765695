"""What a refund that Stripe has converted moves in the ledger where no receipt says its rate.

Receivables are relieved in the customer's currency, at the rate of the document that is closed; money leaves in the
settlement currency. What lies between is a realised exchange difference (BOOKS, section 5).
"""

from decimal import Decimal

from agent.domain.cases.credit import Credit
from agent.domain.conversion import converted
from agent.domain.facts import OwnDocument
from agent.domain.kinds import Kind
from agent.domain.money import Money
from agent.domain.settings import Values


def rate_of(amount: Money, settled: Money) -> Decimal:
    """Return the rate of a refund itself; zero where nothing was converted.

    Raises:
        DoesNotFitError: When SYSPRO cannot hold it.
    """
    return Decimal(0) if amount.currency == settled.currency or not settled else converted(amount, settled).rate


def relieved(
    credit: Credit, amount: Money, settled: Money, payment: OwnDocument | None, policy: Values
) -> Money | None:
    """Return what receivables go down by in the settlement currency; ``None`` where a rate is not known.

    Known are the rate of the payment's own receipt, on account, and that of a credit note in receivables whose rate the
    site lets us say.

    Args:
        credit: How the sale is taken back.
        amount: What is given back, in the customer's currency.
        settled: What Stripe moved, above zero.
        payment: The payment's receipt.
        policy: The deciding settings.

    Raises:
        DoesNotFitError: When SYSPRO cannot hold the refund's rate.
    """
    if amount.currency == settled.currency:
        return settled
    off_account = credit.rest or (amount if credit.note is None else None)
    total = Money.zero(settled.currency)
    if credit.note is not None:
        if credit.note[0] is not Kind.AR_DOCUMENT or not policy.yes("refunds.credit_rate"):
            return None
        total += _at(credit.value or amount, rate_of(amount, settled), settled.currency)
    if off_account is not None:
        if credit.pays == "invoice" or payment is None or not payment.rate:
            return None
        total += _at(off_account, payment.rate, settled.currency)
    return total


def _at(value: Money, rate: Decimal, currency: str) -> Money:
    """Return what SYSPRO makes of one document at a rate: each is rounded by itself."""
    return Money.from_decimal(value.to_decimal() * rate, currency)
