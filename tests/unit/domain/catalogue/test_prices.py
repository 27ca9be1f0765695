"""SYSPRO's prices as Stripe's: exact, or one sentence why not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.domain.catalogue.prices import PriceRule, Remark, shown_amount, unit_amount
from agent.domain.money import exponent

USD = PriceRule("usd", "A", zero=False)
CURRENCIES = st.sampled_from(["usd", "jpy", "kwd"])
PRICES = st.decimals("0.00001", "9999999999.99999", places=5)


@given(PRICES, CURRENCIES)
def test_every_price_of_five_decimals_is_kept_exactly(value, currency):
    amount = unit_amount(value, PriceRule(currency, "A", zero=False), "A100")
    assert Decimal(amount).scaleb(-exponent(currency)) == value
    assert len(amount.partition(".")[2]) <= 12
    assert amount == format(Decimal(amount).normalize(), "f")


@given(PRICES, st.integers(0, 8))
def test_trailing_zeros_make_no_other_price(value, zeros):
    assert unit_amount(value, USD, "A100") == unit_amount(value.quantize(Decimal(1).scaleb(-5 - zeros)), USD, "A100")


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        (None, "price.missing", "price code A says nothing for it"),
        (Decimal(0), "price.zero", "says 0"),
        (Decimal("-0.00001"), "price.negative", "says -0.00001, and a price cannot be negative"),
        (Decimal("NaN"), "price.unreadable", "says NaN, which is no number"),
        (Decimal("1E-15"), "price.decimals", "Stripe keeps 12 decimals"),
    ],
)
def test_a_price_that_stripe_cannot_have_is_said_in_one_sentence(value, code, words):
    found = unit_amount(value, USD, "A100")
    assert found.code == code
    assert found.sentence.startswith("A100 has no price in USD: ")
    assert words in found.sentence


def test_a_currency_that_is_not_in_stripes_table_is_said():
    found = unit_amount(Decimal(1), PriceRule("xxx", "A", zero=False), "A100")
    assert isinstance(found, Remark)
    assert (found.code, "'xxx'" in found.sentence) == ("price.currency", True)


def test_nothing_is_free_of_charge_where_the_site_wants_that():
    assert unit_amount(Decimal("0.000"), PriceRule("usd", "A", zero=True), "A100") == "0"


def test_amounts_are_shown_in_units():
    assert (shown_amount("123.456", "usd"), shown_amount("80", "jpy")) == ("1.23456 USD", "80 JPY")
