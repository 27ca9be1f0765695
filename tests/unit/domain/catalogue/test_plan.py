"""The fewest calls from what Stripe has to what it is to have."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.domain.catalogue.item import Has, PriceAt, Wanted
from agent.domain.catalogue.plan import ArchivePrice, ChangeProduct, MakePrice, MakeProduct, plan

FIELDS = {"name": "Bolt", "description": "Zinc", "active": "yes"}
WANTED = Wanted(FIELDS, {"usd": "54"}, "usd")
HAS = Has(FIELDS, {"usd": PriceAt("p1", "54")}, "p1")


def test_a_new_product_with_its_price_is_two_calls():
    first = MakeProduct({"name": "Bolt", "active": "yes"}, "usd", "54")
    assert plan(None, WANTED) == (first, ChangeProduct({"description": "Zinc"}, "usd"))


def test_a_new_product_without_a_price_is_one_call():
    assert plan(None, Wanted(FIELDS | {"tax_code": ""})) == (MakeProduct(FIELDS),)


def test_what_is_as_it_is_to_be_costs_nothing():
    assert plan(HAS, WANTED) == ()
    assert plan(None, None) == ()


def test_a_changed_text_is_one_call_with_that_text_alone():
    assert plan(HAS, Wanted(FIELDS | {"name": "Nut"}, {"usd": "54"}, "usd")) == (ChangeProduct({"name": "Nut"}),)


def test_a_changed_price_is_made_becomes_the_default_and_the_old_one_is_archived():
    found = plan(HAS, Wanted(FIELDS | {"name": "Nut"}, {"usd": "60"}, "usd"))
    assert found == (MakePrice("usd", "60"), ChangeProduct({"name": "Nut"}, "usd"), ArchivePrice("p1"))


def test_a_changed_price_that_is_not_the_default_is_two_calls():
    has = Has(FIELDS, {"usd": PriceAt("p1", "54"), "eur": PriceAt("p2", "50")}, "p1")
    assert plan(has, Wanted(FIELDS, {"usd": "54", "eur": "51"}, "usd")) == (MakePrice("eur", "51"), ArchivePrice("p2"))


def test_the_default_price_goes_to_another_currency_before_its_own_is_archived():
    has = Has(FIELDS, {"usd": PriceAt("p1", "54"), "eur": PriceAt("p2", "50")}, "p1")
    assert plan(has, Wanted(FIELDS, {"eur": "50"}, "eur")) == (ChangeProduct({}, "eur"), ArchivePrice("p1"))


def test_what_is_no_longer_wanted_is_unset():
    has = Has(FIELDS | {"metadata.syspro_available": "7"}, HAS.prices, "p1")
    assert plan(has, WANTED) == (ChangeProduct({"metadata.syspro_available": ""}),)


def test_what_is_not_sold_is_archived_once():
    assert plan(HAS, None) == (ChangeProduct({"active": "no"}),)
    assert plan(Has({"active": "no"}), None) == ()


def test_a_replaced_price_that_was_left_over_is_archived_unless_it_is_still_the_default():
    assert plan(Has(FIELDS, HAS.prices, "p1", ("p0",)), WANTED) == (ArchivePrice("p0"),)
    assert plan(Has({"active": "no"}, {}, "p0", ("p0", "p9")), None) == (ArchivePrice("p9"),)


@dataclass
class Stripe:
    """Stripe's rules about one product: immutable prices, and a default price that cannot be archived."""

    has: Has | None
    active: set = field(default_factory=set)
    made: int = 0

    def do(self, step):
        if isinstance(step, MakeProduct):
            assert self.has is None
            self.has = Has(dict(step.fields))
            if step.currency:
                self.price(step.currency, step.amount)
        elif isinstance(step, MakePrice):
            self.price(step.currency, step.amount)
        elif isinstance(step, ChangeProduct):
            assert step.fields or step.default, "A call that changes nothing."
            default = self.has.prices[step.default].id if step.default else self.has.default
            self.has = Has({**self.has.fields, **step.fields}, self.has.prices, default)
        else:
            assert step.id != self.has.default
            self.active.remove(step.id)

    def price(self, currency, amount):
        self.made += 1
        one = PriceAt(f"made{self.made}", amount)
        self.active.add(one.id)
        self.has = Has(self.has.fields, {**self.has.prices, currency: one}, self.has.default)


TEXTS = st.dictionaries(st.sampled_from(["name", "description", "metadata.x"]), st.sampled_from(["", "a", "b"]))
AMOUNTS = st.dictionaries(st.sampled_from(["usd", "eur", "jpy"]), st.sampled_from(["1", "2.5"]), max_size=3)


@st.composite
def offers(draw):
    prices = draw(AMOUNTS)
    return Wanted({"active": "yes"} | draw(TEXTS), prices, next(iter(prices), ""))


@given(st.lists(offers(), min_size=1, max_size=5))
def test_after_any_chain_of_changes_stripe_has_exactly_what_is_wanted(chain):
    stripe = Stripe(None)
    for wanted in chain:
        if not wanted.prices and stripe.has is not None:
            continue  # a product that has had prices is taken out of sale instead
        for step in plan(stripe.has, wanted):
            stripe.do(step)
        prices = {currency: stripe.has.prices[currency] for currency in wanted.prices}
        stripe.has = Has(stripe.has.fields, prices, stripe.has.default)
        assert {currency: price.amount for currency, price in prices.items()} == dict(wanted.prices)
        assert stripe.active == {price.id for price in prices.values()}
        assert {name: text for name, text in stripe.has.fields.items() if text} == {
            name: text for name, text in wanted.fields.items() if text
        }
        assert stripe.has.default == (prices[wanted.default].id if wanted.default else "")
        assert plan(stripe.has, wanted) == ()


@pytest.mark.parametrize("default", ["", "elsewhere"])
def test_a_default_price_that_is_left_alone_is_not_moved(default):
    assert plan(Has(FIELDS, HAS.prices, default), Wanted(FIELDS, {"usd": "54"})) == ()
