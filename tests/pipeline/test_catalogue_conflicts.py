"""Two who edit the same product: SYSPRO wins, Stripe wins, or a person is asked."""

import pytest

from agent.domain.catalogue.item import Difference
from agent.domain.catalogue.kept import Standing
from connectors.sandbox.faults import FaultRule
from tests.pipeline.catalogue_stage import Shop

#: A look at Stripe's side, after that long.
CHECK_S = 700_000


@pytest.fixture
def shop_of(tmp_path):
    opened = []

    def make(policy, **settings):
        shop = Shop(tmp_path, conflicts=policy, **settings)
        opened.append(shop)
        for number in range(3):
            shop.tables.stock(f"A{number}", "1.50", description=f"Part {number}", long_description="Zinc")
        shop.run()
        shop.calls()
        return shop

    yield make
    for shop in opened:
        shop.close()


def test_syspro_wins_when_both_change_and_costs_no_look(shop_of):
    shop = shop_of("syspro")
    shop.edit("A1", name="Super part")
    shop.tables.stock("A1", None, description="Part one", long_description="Zinc")
    shop.run()
    assert (shop.product("A1")["name"], shop.calls()) == ("Part one", ([], ["/v1/products/syspro_A_A1"]))


def test_syspro_wins_back_what_people_changed_alone_when_stripe_is_looked_at(shop_of):
    shop = shop_of("syspro")
    shop.edit("A1", name="Super part")
    shop.edit("A2", active=False)
    shop.run(after_s=CHECK_S)
    assert (shop.product("A1")["name"], shop.product("A2")["active"]) == ("Part 1", True)
    reads, writes = shop.calls()
    # All prices, all products, the two products together, and the prices of each.
    assert (len(reads), len(writes)) == (5, 2)
    shop.run(after_s=CHECK_S)
    assert shop.calls() == (["/v1/prices", "/v1/products"], [])


def test_stripe_wins_in_what_was_changed_there_and_syspro_in_the_rest(shop_of):
    shop = shop_of("stripe")
    shop.edit("A1", name="Super part")
    shop.tables.stock("A1", "2.00", description="Part one", long_description="Steel")
    shop.run()
    product = shop.product("A1")
    assert (product["name"], product["description"], shop.amount("A1")) == ("Super part", "Steel", "200")
    shop.tables.stock("A1", None, description="Part uno", long_description="Brass")
    shop.run()
    assert (shop.product("A1")["name"], shop.product("A1")["description"]) == ("Super part", "Brass")


def test_where_stripe_wins_it_is_not_looked_at_for_its_own_sake(shop_of):
    shop = shop_of("stripe")
    shop.edit("A1", name="Super part")
    shop.run(after_s=CHECK_S)
    assert shop.calls() == ([], [])


def test_stripe_wins_in_what_is_sold_but_what_syspro_no_longer_has_goes(shop_of):
    shop = shop_of("stripe")
    shop.edit("A1", active=False)
    shop.tables.stock("A1", None, description="Part one", long_description="Zinc")
    shop.run()
    assert shop.product("A1")["active"] is False
    shop.edit("A2", name="Super part")
    shop.tables.drop("A2")
    shop.run(after_s=90_000)
    assert shop.product("A2")["active"] is False


def asked(shop):
    """Ask about one field; another goes on."""
    shop.edit("A1", name="Super part")
    shop.tables.stock("A1", None, description="Part one", long_description="Steel")
    shop.run()
    return shop.row("A1")


def test_a_person_is_asked_with_both_values_while_the_rest_is_written(shop_of):
    shop = shop_of("ask")
    row = asked(shop)
    assert (row.standing, row.differences) == (Standing.ASKED, (Difference("name", "Part one", "Super part"),))
    assert (shop.product("A1")["name"], shop.product("A1")["description"]) == ("Super part", "Steel")
    shop.calls()
    shop.run(after_s=90_000)
    assert shop.calls() == ([], [])


def test_a_person_lets_syspro_win(shop_of):
    shop = shop_of("ask")
    asked(shop)
    assert shop.store.decide("A", "A1", "syspro", shop.clock.now())
    shop.run()
    assert (shop.product("A1")["name"], shop.row("A1").standing) == ("Part one", Standing.SOLD)
    shop.tables.stock("A1", None, description="Part uno", long_description="Steel")
    shop.run()
    assert shop.product("A1")["name"] == "Part uno"


def test_a_person_lets_stripe_keep_it_until_it_is_changed_there_again(shop_of):
    shop = shop_of("ask")
    asked(shop)
    assert shop.store.decide("A", "A1", "stripe", shop.clock.now())
    assert not shop.store.decide("A", "A1", "stripe", shop.clock.now())
    shop.tables.stock("A1", None, description="Part uno", long_description="Brass")
    shop.run()
    assert (shop.product("A1")["name"], shop.product("A1")["description"]) == ("Super part", "Brass")
    assert shop.row("A1").standing is Standing.SOLD
    shop.edit("A1", name="Hyper part")
    shop.run(after_s=CHECK_S)
    assert shop.row("A1").differences == (Difference("name", "Part uno", "Hyper part"),)


def test_another_default_price_of_a_person_is_asked_about(shop_of):
    shop = shop_of("ask")
    catalogue = shop.stripe._parts.catalogue
    own = catalogue.create_price({"product": "syspro_A_A1", "currency": "usd", "unit_amount": 999}, at=shop.clock.now())
    shop.edit("A1", default_price=own["id"])
    shop.run(after_s=CHECK_S)
    (difference,) = shop.row("A1").differences
    assert (difference.field, difference.stripe) == ("default_price", own["id"])
    assert shop.store.decide("A", "A1", "syspro", shop.clock.now())
    shop.run()
    assert shop.amount("A1") == "150"


def test_a_product_that_was_deleted_in_stripe_is_made_anew(shop_of):
    shop = shop_of("syspro", price_codes="{}")
    shop.stripe._parts.catalogue.delete_product("syspro_A_A1", at=shop.clock.now())
    shop.run(after_s=CHECK_S)
    assert shop.product("A1")["name"] == "Part 1"


def test_a_check_that_is_asked_for_looks_at_once(shop_of):
    shop = shop_of("syspro", check_every_s="0")
    shop.edit("A1", name="Super part")
    shop.run(after_s=CHECK_S)
    assert shop.product("A1")["name"] == "Super part"
    shop.home.store.marks.set("catalogue.wanted", "check", shop.clock.now())
    shop.run(after_s=1)
    assert shop.product("A1")["name"] == "Part 1"
    assert shop.home.store.marks.get("catalogue.wanted") == ""


def test_a_look_at_stripe_that_breaks_off_stands_in_no_writings_way(shop_of):
    shop = shop_of("syspro")
    shop.stripe.engine.faults.add(FaultRule("reset_before", {"method": "GET"}))
    shop.tables.stock("A1", "9.00", description="Part 1", long_description="Zinc")
    assert shop.run(after_s=CHECK_S).problem.code.startswith("stripe.unreachable")
    assert shop.amount("A1") == "900"
    shop.edit("A2", name="Super part")
    shop.stripe.engine.faults.clear()
    assert shop.run(after_s=60).problem is None
    assert shop.product("A2")["name"] == "Part 2"


def two_prices(shop_of, policy):
    """A shop with prices in two currencies; USD is the default."""
    shop = shop_of(policy, price_codes='{"usd": "A", "eur": "E"}')
    for number in range(3):
        shop.tables.price(f"A{number}", "1.40", price_code="E")
    shop.run()
    shop.calls()
    return shop


def euro(shop):
    """The active prices in EUR: amount and lookup key."""
    return [(one["unit_amount"], one["lookup_key"]) for one in shop.prices("A1") if one["currency"] == "eur"]


def archive_euro(shop):
    (old,) = (one for one in shop.prices("A1") if one["currency"] == "eur")
    shop.stripe._parts.catalogue.update_price(old["id"], {"active": False}, at=shop.clock.now())


def replace_euro(shop):
    """A person makes another price, which takes over the lookup key of ours."""
    made = {
        "product": "syspro_A_A1",
        "currency": "eur",
        "unit_amount": 99,
        "lookup_key": OURS,
        "transfer_lookup_key": True,
    }
    shop.stripe._parts.catalogue.create_price(made, at=shop.clock.now())


OURS = "syspro_A_A1_eur"


@pytest.mark.parametrize("change", [archive_euro, replace_euro])
def test_syspro_wins_back_a_price_beside_the_default_price(shop_of, change):
    shop = two_prices(shop_of, "syspro")
    change(shop)
    shop.run(after_s=CHECK_S)
    assert euro(shop) == [(140, OURS)]
    shop.calls()
    shop.run(after_s=CHECK_S)
    assert shop.writes() == 0


@pytest.mark.parametrize(("change", "theirs"), [(archive_euro, ""), (replace_euro, "0.99 EUR")])
def test_a_person_is_asked_about_a_price_beside_the_default_price(shop_of, change, theirs):
    shop = two_prices(shop_of, "ask")
    change(shop)
    left = euro(shop)
    shop.calls()
    shop.run(after_s=CHECK_S)
    assert shop.row("A1").differences == (Difference("price.eur", "1.40 EUR", theirs),)
    assert (euro(shop), shop.writes()) == (left, 0)
    assert shop.store.decide("A", "A1", "syspro", shop.clock.now())
    shop.run()
    assert euro(shop) == [(140, OURS)]


@pytest.mark.parametrize("change", [archive_euro, replace_euro])
def test_a_price_that_a_person_lets_stripe_keep_stays_when_syspros_changes(shop_of, change):
    shop = two_prices(shop_of, "ask")
    change(shop)
    left = euro(shop)
    shop.run(after_s=CHECK_S)
    assert shop.store.decide("A", "A1", "stripe", shop.clock.now())
    shop.tables.price("A1", "1.45", price_code="E")
    shop.run()
    shop.run(after_s=CHECK_S)
    assert (euro(shop), shop.row("A1").standing) == (left, Standing.SOLD)


@pytest.mark.parametrize("change", [archive_euro, replace_euro])
def test_where_stripe_wins_a_price_of_a_person_stays_when_syspros_changes(shop_of, change):
    shop = two_prices(shop_of, "stripe")
    change(shop)
    left = euro(shop)
    shop.tables.price("A1", "1.45", price_code="E")
    shop.run()
    assert (euro(shop), shop.row("A1").standing) == (left, Standing.SOLD)
