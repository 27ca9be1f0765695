"""Never is so much taken out of sale at once that a reading or a setting is likely to be wrong."""

import pytest

from agent.domain.erp import PRICES
from tests.pipeline.catalogue_stage import Shop

DAY_S = 90_000


@pytest.fixture
def shop(tmp_path):
    made = Shop(tmp_path)
    for number in range(40):
        made.tables.stock(f"A{number:03}", "1.50")
    made.run()
    made.calls()
    yield made
    made.close()


def sold(shop):
    return sum(product["active"] for product in shop.products())


def no_rows(shop):
    for number in range(40):
        shop.tables.drop(f"A{number:03}")


def no_prices(shop):
    for number in range(40):
        shop.tables.drop(f"A{number:03}", PRICES)


def wrong_price_code(shop):
    shop.set("catalogue.price_codes", '{"usd": "ZZ"}')


def wrong_class(shop):
    shop.set("catalogue.product_classes", "NONE")


def on_hold(shop):
    for number in range(20):
        shop.tables.stock(f"A{number:03}", None, stock_on_hold="F")


@pytest.mark.parametrize("change", [no_rows, no_prices, wrong_price_code, wrong_class, on_hold])
def test_whatever_would_empty_the_shop_is_held_and_said(shop, change):
    change(shop)
    report = shop.run(after_s=DAY_S)
    assert (report.problem.code, report.more, sold(shop), shop.writes()) == ("catalogue.most_gone", False, 40, 0)
    assert " of the 40 stock codes that Stripe sells" in report.problem.message
    assert "One of them: A000" in report.problem.message
    assert "catalogue run --take-out" in report.problem.press
    # It is said as long as it lasts, and a new process knows it as well.
    shop.start()
    assert shop.run(after_s=1).problem.code == "catalogue.most_gone"
    assert sold(shop) == 40


def test_a_price_list_that_was_reloaded_goes_on_without_a_call(shop):
    no_prices(shop)
    shop.run(after_s=DAY_S)
    for number in range(40):
        shop.tables.price(f"A{number:03}", "1.50")
    assert shop.run(after_s=DAY_S).problem is None
    assert (sold(shop), shop.writes(), shop.store.left("A")) == (40, 0, 0)


def let_go(shop):
    leaving, _, _ = shop.store.leaving("A")
    shop.home.store.marks.set("catalogue.take_out", str(leaving), shop.clock.now())


def test_what_a_person_lets_go_is_taken_out_over_many_rounds(shop):
    shop.set("catalogue.batch", "15")
    no_prices(shop)
    shop.run(after_s=DAY_S)
    let_go(shop)
    assert shop.run(after_s=1).problem is None
    shop.run(after_s=DAY_S)
    assert (sold(shop), shop.home.store.marks.get("catalogue.take_out")) == (0, "")


def test_what_joins_later_was_not_let_go(shop):
    on_hold(shop)
    shop.run(after_s=DAY_S)
    let_go(shop)
    no_prices(shop)
    assert shop.run(after_s=DAY_S).problem.message.startswith("40 of the 40")
    assert sold(shop) == 40


def test_a_few_leave_at_once_and_new_prices_go_on_while_others_are_held(shop):
    for number in range(10):
        shop.tables.drop(f"A{number:03}")
    assert shop.run(after_s=DAY_S).problem is None
    assert sold(shop) == 30
    for number in range(10, 30):
        shop.tables.drop(f"A{number:03}", PRICES)
    shop.tables.price("A035", "7")
    assert shop.run(after_s=DAY_S).problem.code == "catalogue.most_gone"
    assert (sold(shop), shop.amount("A035")) == (30, "700")
