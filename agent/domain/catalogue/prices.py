"""SYSPRO's selling prices as Stripe's: decimal minor units, exactly, or a sentence why not."""

from dataclasses import dataclass
from decimal import Decimal

from agent.domain.money import UnknownCurrencyError, exponent

#: Most decimals of ``unit_amount_decimal`` (docs.stripe.com/api/prices/create).
MOST_DECIMALS = 12

_MISSING = ("price.missing", "says nothing for it.")


@dataclass(frozen=True, slots=True)
class Remark:
    """Why something of a stock code is not in Stripe.

    Attributes:
        code: The cause in machine form, such as ``price.negative``.
        sentence: The cause in words, with the stock code.
    """

    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class PriceRule:
    """Which price becomes Stripe's price in a currency.

    Attributes:
        currency: Stripe's lower-case code.
        price_code: SYSPRO price code.
        zero: Whether a price of nothing is free of charge; if not, it is no price.
        uncertain: Whether the site has yet to find out how Stripe counts this currency.
    """

    currency: str
    price_code: str
    zero: bool
    uncertain: bool = False


def unit_amount(value: Decimal | None, rule: PriceRule, stock_code: str) -> str | Remark:
    """Return a selling price as decimal minor units in the shortest notation, such as ``54`` or ``123.456``.

    Args:
        value: The selling price of one unit in units of the currency; ``None`` where SYSPRO has none.
        rule: What it is for.
        stock_code: For the sentence.
    """
    why = _MISSING if value is None else _refused(value, rule)
    if value is None or why is not None:
        code, words = why or _MISSING
        where = f"{stock_code} has no price in {rule.currency.upper()}: price code {rule.price_code}"
        return Remark(code, f"{where} {words}")
    return format(value.scaleb(exponent(rule.currency)).normalize(), "f")


def _refused(value: Decimal, rule: PriceRule) -> tuple[str, str] | None:
    """Return why a price cannot be Stripe's: cause and words; ``None`` where it can."""
    unknown = _unknown(rule)
    if unknown is not None:
        return unknown
    if not value.is_finite():
        return "price.unreadable", f"says {value}, which is no number."
    if value < 0:
        return "price.negative", f"says {value}, and a price cannot be negative."
    if value == 0 and not rule.zero:
        return "price.zero", "says 0 (catalogue.zero_price can make it free of charge)."
    if len(format(value.scaleb(exponent(rule.currency)).normalize(), "f").partition(".")[2]) > MOST_DECIMALS:
        return "price.decimals", f"says {value}, and Stripe keeps {MOST_DECIMALS} decimals."
    return None


def _unknown(rule: PriceRule) -> tuple[str, str] | None:
    """Return why a currency cannot be used: cause and words; ``None`` where it can."""
    if rule.uncertain:
        return "price.uncertain", "is in a currency of which Stripe's pages say two things (currencies.ugx_hundredths)."
    try:
        exponent(rule.currency)
    except UnknownCurrencyError:
        return "price.currency", f"is for {rule.currency!r}, a currency that Stripe does not have."
    return None


def shown_amount(amount: str, currency: str) -> str:
    """Return decimal minor units for people, such as ``1.23456 USD``."""
    return f"{Decimal(amount).scaleb(-exponent(currency)):f} {currency.upper()}"
