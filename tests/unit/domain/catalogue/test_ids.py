"""Ids and lookup keys of our own: never shared, always the same, and such as Stripe takes."""

import re

from hypothesis import given
from hypothesis import strategies as st

from agent.domain.catalogue.ids import lookup_key, product_id
from connectors.stripe.client import path_of

CODES = st.one_of(
    st.text(min_size=1, max_size=30),
    st.text(alphabet="/\\'\" _-xA1%#?é€", min_size=1, max_size=30),
)
COMPANIES = st.text(alphabet="AB1_-x ", min_size=1, max_size=4)


@given(CODES, CODES, COMPANIES, COMPANIES)
def test_two_stock_codes_never_share_an_id(one, other, company, another):
    same = (company, one) == (another, other)
    assert (product_id(company, one) == product_id(another, other)) is same


@given(CODES, CODES, st.sampled_from(["usd", "eur"]), st.sampled_from(["usd", "eur"]))
def test_two_prices_never_share_a_lookup_key(one, other, currency, another):
    keys = lookup_key(product_id("A", one), currency), lookup_key(product_id("A", other), another)
    assert (keys[0] == keys[1]) is ((one, currency) == (other, another))


@given(CODES, COMPANIES)
def test_stripe_takes_the_id_and_the_lookup_key(code, company):
    found = product_id(company, code)
    assert path_of("products", found) == f"/v1/products/{found}"
    assert re.fullmatch(r"syspro_[A-Za-z0-9_-]+", found)
    assert len(lookup_key(found, "usd")) <= 200


def test_people_can_read_the_id_of_a_usual_stock_code():
    assert product_id("A", "BOLT M8/20") == "syspro_A_BOLT-20M8-2F20"
    assert lookup_key("syspro_A_X", "eur") == "syspro_A_X_eur"


def test_thirty_characters_of_any_script_fit():
    assert len(product_id("AAAA", "€" * 30)) == 134
    assert len(product_id("AAAA", "\U0001f529" * 30)) < 190


def test_half_of_a_surrogate_pair_has_an_id_as_well():
    assert product_id("A", "\ud83d") != product_id("A", "\ud83e")
