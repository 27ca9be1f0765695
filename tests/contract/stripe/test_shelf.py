"""Products and prices, written and read over real sockets."""

import pytest

from agent.domain.catalogue.item import PriceAt
from agent.domain.catalogue.kept import ShelfPrice
from agent.domain.errors import Misconfigured, NeedsPerson
from connectors.stripe.shelf import StripeShelf

FIELDS = {"name": "Bolt", "unit_label": "EA", "active": "yes", "metadata.syspro_stock_code": "B/1"}
ID = "syspro_A_B-2F1"
USD = ("usd", "54", f"{ID}_usd")


@pytest.fixture
def shelf(kit):
    return StripeShelf(kit.connection)


def test_a_product_is_made_with_its_price_and_read_back(shelf, sandbox):
    price = shelf.make_with_price(ID, FIELDS, USD, "k1")
    shelf.change_product(ID, {"description": "Zinc"}, price, "k2")
    there = shelf.products([ID, "syspro_A_NONE"])
    assert list(there) == [ID]
    fields = {"name": "Bolt", "description": "Zinc", "tax_code": "", "unit_label": "EA", "active": "yes"}
    assert dict(there[ID].fields) == fields | {"metadata.syspro_stock_code": "B/1"}
    assert (there[ID].default, there[ID].prices) == (price, {})
    assert shelf.prices(ID) == [ShelfPrice(PriceAt(price, "54"), f"{ID}_usd")]


def test_fractions_of_a_cent_are_kept(shelf, sandbox):
    shelf.make_product(ID, FIELDS, "k1")
    shelf.make_price(ID, ("usd", "123.456", f"{ID}_usd"), "k2")
    assert shelf.prices(ID)[0].price.amount == "123.456"


def test_a_new_price_takes_the_lookup_key_over_and_the_old_one_can_be_archived(shelf):
    first = shelf.make_with_price(ID, FIELDS, USD, "k1")
    second = shelf.make_price(ID, ("usd", "60", f"{ID}_usd"), "k2")
    assert {one.price.id: one.lookup_key for one in shelf.prices(ID)} == {first: "", second: f"{ID}_usd"}
    shelf.archive_price(first, "k3")
    assert [one.price.id for one in shelf.prices(ID)] == [second]


def test_prices_of_people_are_none_of_ours(shelf, sandbox):
    shelf.make_product(ID, FIELDS, "k1")
    sandbox._parts.catalogue.create_price({"product": ID, "currency": "usd", "unit_amount": 1}, at=1)
    assert shelf.prices(ID) == []


def test_a_price_of_people_under_our_lookup_key_stands_in_the_place_of_ours(shelf, sandbox):
    first = shelf.make_with_price(ID, FIELDS, USD, "k1")
    assert [one for page in shelf.standing_prices() for one in page] == [first]
    made = {"product": ID, "currency": "usd", "unit_amount": 1, "lookup_key": USD[2], "transfer_lookup_key": True}
    theirs = sandbox._parts.catalogue.create_price(made, at=1)["id"]
    assert {one.price.id: one.lookup_key for one in shelf.prices(ID)} == {first: "", theirs: USD[2]}
    assert [one for page in shelf.standing_prices() for one in page] == [theirs]


def test_a_product_is_taken_out_of_sale_and_its_texts_are_unset(shelf):
    shelf.make_product(ID, FIELDS, "k1")
    shelf.change_product(ID, {"active": "no", "unit_label": "", "metadata.syspro_stock_code": ""}, "", "k2")
    fields = shelf.products([ID])[ID].fields
    assert (fields["active"], fields["unit_label"], "metadata.syspro_stock_code" in fields) == ("no", "", False)


def test_hundreds_of_products_are_asked_for_a_hundred_at_a_time(shelf, kit):
    ids = [f"syspro_A_{number}" for number in range(150)]
    for one in ids:
        shelf.make_product(one, {"name": "N", "active": "yes"}, f"k{one}")
    kit.tally.reads = 0
    assert set(shelf.products(ids)) == set(ids)
    assert kit.tally.reads == 2
    assert shelf.products([]) == {}
    assert sum(len(page) for page in shelf.all_products()) == 150


def test_the_same_key_again_is_the_same_price(shelf):
    shelf.make_product(ID, FIELDS, "k1")
    assert shelf.make_price(ID, USD, "k2") == shelf.make_price(ID, USD, "k2")
    assert len(shelf.prices(ID)) == 1


def test_a_product_that_is_there_already_is_refused(shelf):
    shelf.make_product(ID, FIELDS, "k1")
    with pytest.raises(NeedsPerson):
        shelf.make_with_price(ID, FIELDS, USD, "k2")


def test_a_missing_right_is_named(kits, server, clock, sandbox):
    sandbox.keys.add("rk_test_reader", ["product_read", "plan_read"])
    weak = StripeShelf(kits(server.url, clock, key="rk_test_reader").connection)
    with pytest.raises(Misconfigured, match="product_write"):
        weak.make_product(ID, FIELDS, "k1")


@pytest.mark.parametrize(
    ("answer", "call"),
    [
        ({"object": "list", "data": [{"id": ID, "active": "maybe", "metadata": {}}]}, lambda shelf: shelf.products([ID])),
        ({"object": "list", "data": "none"}, lambda shelf: shelf.products([ID])),
        (
            {"object": "list", "has_more": False, "data": [{"id": 7, "product": ID, "metadata": {"syspro_product": ID}}]},
            lambda shelf: shelf.prices(ID),
        ),
        (
            {"object": "list", "has_more": False, "data": [
                {"id": "p", "product": ID, "metadata": {"syspro_product": ID}, "unit_amount_decimal": "much"}]},
            lambda shelf: shelf.prices(ID),
        ),
    ],
)  # fmt: skip
def test_an_answer_that_is_not_as_documented_is_set_aside(puppet, puppeteer, answer, call):
    for path in ("/v1/products", "/v1/prices"):
        puppet.say(path, answer)
    with pytest.raises(NeedsPerson) as refused:
        call(StripeShelf(puppeteer.connection))
    assert refused.value.problem.code == "stripe.unusable"


@pytest.mark.parametrize(
    ("told", "amount"), [({"unit_amount": 54}, "54"), ({}, ""), ({"unit_amount_decimal": "54.50"}, "54.5")]
)
def test_amounts_are_read_whichever_way_they_come(puppet, puppeteer, told, amount):
    price = {"id": "p1", "product": ID, "metadata": {"syspro_product": ID}, **told}
    puppet.say_list("/v1/prices", price)
    assert StripeShelf(puppeteer.connection).prices(ID) == [ShelfPrice(PriceAt("p1", amount), "")]


class Nameless:
    """A connection that is answered without an id."""

    def post(self, *_, **__):
        return {"object": "price"}


def test_a_new_price_without_an_id_is_set_aside():
    with pytest.raises(NeedsPerson) as refused:
        StripeShelf(Nameless()).make_price(ID, USD, "k")
    assert refused.value.problem.code == "stripe.unusable"
