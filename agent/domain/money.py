"""Amounts of money: whole minor units and a currency, never a binary fraction.

Stripe's exponents decide how many minor units make one unit, because every amount we touch comes from Stripe. They
differ from ISO 4217 for ISK and UGX (Stripe keeps two decimals, always 00) and MGA (Stripe has none, ISO two).
Source: docs.stripe.com/currencies, "zero-decimal", "three-decimal" and "special cases".
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Self

_ZERO_DECIMAL = frozenset("bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".split())
_THREE_DECIMAL = frozenset("bhd jod kwd omr tnd".split())
_TWO_DECIMAL = frozenset(
    "aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bmd bnd bob brl bsd bwp byn bzd cad cdf chf cny cop "
    "crc cve czk dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gtq gyd hkd hnl hrk htg huf idr ils inr isk jmd kes "
    "kgs khr kyd kzt lak lbp lkr lrd lsl mad mdl mkd mmk mnt mop mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd pab "
    "pen pgk php pkr pln qar ron rsd rub sar sbd scr sek sgd shp sle sos srd std szl thb tjs top try ttd twd tzs uah "
    "ugx usd uyu uzs wst xcd xcg yer zar zmw".split()
)

#: Largest amount that SYSPRO's value fields (14,2) can hold, in units; source: ArInvoice.CurrencyValue dec(14,2).
SYSPRO_VALUE_LIMIT = Decimal(10) ** 12


class UnknownCurrencyError(ValueError):
    """The currency is not in Stripe's table, so its minor units are unknown."""


class CurrencyMismatchError(ValueError):
    """Two amounts of different currencies met in one sum."""


def exponent(currency: str) -> int:
    """Return how many decimals one unit of ``currency`` has at Stripe: 0, 2 or 3.

    Args:
        currency: Stripe's lower-case ISO code, such as ``usd``.

    Raises:
        UnknownCurrencyError: When Stripe's table does not have it.
    """
    if currency in _ZERO_DECIMAL:
        return 0
    if currency in _THREE_DECIMAL:
        return 3
    if currency in _TWO_DECIMAL:
        return 2
    raise UnknownCurrencyError(f"The currency {currency!r} is not in Stripe's table.")


def is_currency(currency: str) -> bool:
    """Return whether Stripe's table has the lower-case code."""
    return currency in _ZERO_DECIMAL or currency in _THREE_DECIMAL or currency in _TWO_DECIMAL


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """An exact amount.

    Attributes:
        minor: Whole minor units (cents, yen); negative when money goes out.
        currency: Stripe's lower-case ISO code.
    """

    minor: int
    currency: str

    def __post_init__(self) -> None:
        if type(self.minor) is not int:
            raise TypeError(f"Minor units are whole numbers, not {type(self.minor).__name__}.")
        exponent(self.currency)

    @classmethod
    def from_decimal(cls, value: Decimal, currency: str) -> Self:
        """Return ``value`` units as money, rounded half up to the minor unit."""
        places = exponent(currency)
        rounded = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
        return cls(int(rounded.scaleb(places)), currency)

    @classmethod
    def zero(cls, currency: str) -> Self:
        """Return nothing of ``currency``."""
        return cls(0, currency)

    def to_decimal(self) -> Decimal:
        """Return the amount in units, with exactly the decimals of the currency."""
        return Decimal(self.minor).scaleb(-exponent(self.currency))

    def __add__(self, other: "Money") -> "Money":
        return Money(self.minor + self._same(other).minor, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.minor - self._same(other).minor, self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.minor, self.currency)

    def __lt__(self, other: "Money") -> bool:
        return self.minor < self._same(other).minor

    def __bool__(self) -> bool:
        return self.minor != 0

    def __str__(self) -> str:
        return f"{self.to_decimal():,} {self.currency.upper()}"

    def _same(self, other: "Money") -> "Money":
        if self.currency != other.currency:
            raise CurrencyMismatchError(f"{self} and {other} cannot be added.")
        return other


def total(amounts: "list[Money] | tuple[Money, ...]", currency: str) -> Money:
    """Return the sum of ``amounts``, all in ``currency``; nothing sums to zero."""
    result = Money.zero(currency)
    for amount in amounts:
        result += amount
    return result
