"""Values and currencies: exact, rounded half up, converted by SYSPRO's rates."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from connectors.sandbox.syspro.books import Books

CENT = Decimal("0.01")
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency as the company holds it.

    Attributes:
        code: SYSPRO's code, 3 characters; need not be ISO.
        rate: Local currency per 1 unit.
        decimals: Places that values of it have.
        is_local: Whether it is the company's own.
    """

    code: str
    rate: Decimal
    decimals: int
    is_local: bool

    def rounded(self, value: Decimal) -> Decimal:
        """Return ``value`` in the places of this currency, half up."""
        return value.quantize(Decimal(1).scaleb(-self.decimals), ROUND_HALF_UP)

    def at(self, rate: Decimal) -> "Currency":
        """Return the same currency at another rate."""
        return Currency(self.code, rate, self.decimals, self.is_local)

    def local(self, value: Decimal) -> Decimal:
        """Return ``value`` of this currency in local currency, 2 places, half up."""
        return (value * self.rate).quantize(CENT, ROUND_HALF_UP)


def currency(books: Books, code: str) -> Currency:
    """Return the currency ``code``, which must be on file."""
    found = books.row("TblCurrency", code)
    assert found is not None, code
    is_local = found.text("Currency") == books.setting("local_currency")
    return Currency(code, found.number("BuyExchangeRate"), found.whole("NumDecimals"), is_local)


def plain(value: Decimal, places: int = 2) -> str:
    """Return a number without padding, for texts."""
    return f"{value:.{places}f}"
