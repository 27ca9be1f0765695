"""Money: whole minor units with Stripe's exponents."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.domain import money
from agent.domain.money import CurrencyMismatchError, Money, UnknownCurrencyError, exponent, total

CURRENCIES = sorted(money._ZERO_DECIMAL | money._TWO_DECIMAL | money._THREE_DECIMAL)
# As large as a year of a large shop in the smallest of units, and far beyond what SYSPRO's fields hold.
MINOR = st.integers(-(10**20), 10**20)
AMOUNTS = st.builds(Money, MINOR, st.sampled_from(CURRENCIES))


@given(MINOR)
def test_money_of_every_currency_survives_the_way_to_units_and_back(minor):
    for currency in CURRENCIES:
        amount = Money(minor, currency)
        assert Money.from_decimal(amount.to_decimal(), currency) == amount


@given(AMOUNTS)
def test_units_show_exactly_the_decimals_of_the_currency(amount):
    assert -amount.to_decimal().as_tuple().exponent == exponent(amount.currency)


@pytest.mark.parametrize("currency", "bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".split())
def test_stripe_counts_these_currencies_in_units(currency):
    assert Money(500, currency).to_decimal() == Decimal(500)


@pytest.mark.parametrize("currency", "bhd jod kwd omr tnd".split())
def test_stripe_counts_these_currencies_in_thousandths(currency):
    assert Money(5120, currency).to_decimal() == Decimal("5.120")


@pytest.mark.parametrize("currency", ["usd", "eur", "gbp", "huf", "twd"])
def test_stripe_counts_most_currencies_in_hundredths(currency):
    assert Money(1999, currency).to_decimal() == Decimal("19.99")


@pytest.mark.parametrize(("currency", "units"), [("isk", "5.00"), ("ugx", "5.00"), ("mga", "500")])
def test_stripe_decides_where_it_differs_from_iso(currency, units):
    assert str(Money(500, currency).to_decimal()) == units


def test_no_currency_stands_in_two_lists():
    assert len(CURRENCIES) == len(money._ZERO_DECIMAL) + len(money._TWO_DECIMAL) + len(money._THREE_DECIMAL)


@pytest.mark.parametrize("currency", ["", "USD", "xyz", "us", "usd "])
def test_an_unknown_currency_is_refused(currency):
    with pytest.raises(UnknownCurrencyError, match=r"not in Stripe's table"):
        Money(1, currency)


@pytest.mark.parametrize("minor", [True, 1.0, Decimal(1), "1", None])
def test_minor_units_are_whole_numbers_and_nothing_else(minor):
    with pytest.raises(TypeError, match=f"not {type(minor).__name__}"):
        Money(minor, "usd")


@pytest.mark.parametrize(
    ("units", "currency", "minor"),
    [
        ("0.005", "usd", 1),
        ("0.004999", "usd", 0),
        ("-0.005", "usd", -1),
        ("0.5", "jpy", 1),
        ("1.0005", "kwd", 1001),
        ("1E+3", "usd", 100000),
    ],
)
def test_units_are_rounded_half_up_to_the_minor_unit(units, currency, minor):
    assert Money.from_decimal(Decimal(units), currency) == Money(minor, currency)


def test_rounding_happens_once_however_many_decimals_come_in():
    assert Money.from_decimal(Decimal("0.0049999999999999999999999999999999"), "usd") == Money(0, "usd")


@given(AMOUNTS, MINOR)
def test_sums_are_sums_of_minor_units(amount, minor):
    other = Money(minor, amount.currency)
    assert (amount + other).minor == amount.minor + minor
    assert amount + other - other == amount
    assert -amount + amount == Money.zero(amount.currency)
    assert (amount < other) == (amount.minor < minor)


@pytest.mark.parametrize("act", [Money.__add__, Money.__sub__, Money.__lt__])
def test_different_currencies_never_meet(act):
    with pytest.raises(CurrencyMismatchError, match=r"1\.00 USD and 1\.00 EUR"):
        act(Money(100, "usd"), Money(100, "eur"))


def test_equal_numbers_of_different_currencies_are_different_money():
    assert Money(1, "usd") != Money(1, "eur")


@given(AMOUNTS)
def test_money_is_true_unless_it_is_nothing(amount):
    assert bool(amount) == (amount.minor != 0)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Money(123456789, "usd"), "1,234,567.89 USD"),
        (Money(-5, "eur"), "-0.05 EUR"),
        (Money(500, "jpy"), "500 JPY"),
        (Money(1, "kwd"), "0.001 KWD"),
    ],
)
def test_money_is_shown_with_its_decimals_and_its_currency(amount, text):
    assert str(amount) == text


@given(st.lists(MINOR), st.sampled_from(CURRENCIES))
def test_a_total_is_the_sum_of_its_amounts(minors, currency):
    assert total([Money(minor, currency) for minor in minors], currency) == Money(sum(minors), currency)


def test_a_total_has_one_currency():
    with pytest.raises(CurrencyMismatchError):
        total((Money(1, "usd"), Money(1, "eur")), "usd")
