"""Converted money: the rate that books what Stripe has settled, and what a rate of six decimals cannot say.

BOOKS, section 5: a payment in another currency than its balance is posted in the customer's currency with the rate that
gives the settled amount; what is left over goes to the exchange difference with the payout, never into the air.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from agent.domain.fitting import DoesNotFitError
from agent.domain.money import Money

_RATE_STEP = Decimal("0.000001")
_MOST = Decimal(10) ** 6


@dataclass(frozen=True, slots=True)
class Conversion:
    """One converted amount.

    Attributes:
        settled: What Stripe moved, in the settlement currency.
        rate: Settlement currency for one unit of the payment's, six decimals.
        posted: What SYSPRO books with that rate, in the settlement currency.
        rest: What is left over: settled less posted.
    """

    settled: Money
    rate: Decimal
    posted: Money
    rest: Money


def converted(amount: Money, settled: Money) -> Conversion:
    """Return the conversion of ``amount`` into ``settled``; both have the same sign and are not zero.

    Raises:
        DoesNotFitError: When SYSPRO's rate field (12,6) cannot hold the rate.
    """
    value, target = amount.to_decimal(), settled.to_decimal()
    rate = (target / value).quantize(_RATE_STEP, rounding=ROUND_HALF_UP)
    if not 0 < rate < _MOST:
        raise DoesNotFitError(f"DefaultExchangeRateToUse: {settled} for {amount} is no rate that SYSPRO can hold.")
    posted = Money.from_decimal(value * rate, settled.currency)
    return Conversion(settled, rate, posted, settled - posted)


def at_rate(settled: int, part: int, whole: int) -> int:
    """Return what ``part`` of ``whole`` is of ``settled``, all in minor units: a refund at the rate of its payment."""
    return int((Decimal(settled) * part / whole).quantize(Decimal(1), rounding=ROUND_HALF_UP))
