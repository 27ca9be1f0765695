"""A sweep of all stock codes: it reads what differs by its versions alone, and notices what is gone."""

import pytest

from agent.domain.catalogue.kept import Standing
from agent.domain.erp import PRICES, STOCK, STOCK_FORMS, WAREHOUSE_STOCK
from tests.pipeline.catalogue_stage import Shop, Tables

DAY_S = 90_000


@pytest.fixture
def shop_of(tmp_path):
    opened = []

    def make(count=10, **options):
        shop = Shop(tmp_path / str(len(opened)), **options)
        opened.append(shop)
        for number in range(count):
            shop.tables.stock(f"A{number:03}", f"{number + 1}.50")
            shop.tables.price(f"A{number:03}", "9", price_code="Z")
        shop.run()
        shop.run(after_s=DAY_S)
        shop.calls()
        return shop

    yield make
    for shop in opened:
        shop.close()


def swept(shop):
    """Sweep; return the stock codes of which content was read."""
    shop.tables.read, shop.tables.looked_up = [], []
    assert shop.run(after_s=DAY_S).problem is None
    paged = sum(count for _, count in shop.tables.read)
    return paged, sorted({code for _, code in shop.tables.looked_up})


def test_nothing_changed_reads_no_content(shop_of):
    shop = shop_of()
    assert swept(shop) == (0, [])
    assert shop.writes() == 0


def test_what_changed_since_the_last_look_is_all_that_is_read(shop_of):
    shop = shop_of(20)
    shop.tables.price("A003", "7.77")
    paged, codes = swept(shop)
    assert (paged, codes, shop.amount("A003")) == (1, ["A003"], "777")
    assert swept(shop) == (0, [])


def test_a_change_that_the_look_for_changes_saw_is_compared_once_more_and_costs_no_call(shop_of):
    shop = shop_of(20)
    shop.tables.price("A003", "7.77")
    shop.run()
    shop.calls()
    assert swept(shop) == (0, ["A003"])
    assert (swept(shop), shop.writes()) == ((0, []), 0)


def test_a_deleted_price_is_a_missing_version_and_one_that_does_not_count_is_none(shop_of):
    shop = shop_of(20)
    del shop.tables.held[PRICES.name]["A001", "Z"]
    assert swept(shop) == (0, [])
    del shop.tables.held[PRICES.name]["A001", "A"]
    assert swept(shop) == (0, ["A001"])
    assert (shop.row("A001").standing, shop.product("A001")["active"]) == (Standing.NOT_SOLD, False)


def test_what_is_gone_is_noticed_without_reading_anything(shop_of):
    shop = shop_of(20)
    shop.tables.drop("A004", STOCK)
    assert (swept(shop), shop.product("A004")["active"]) == ((0, []), False)


@pytest.mark.parametrize(
    ("feed", "settings"),
    [
        (STOCK_FORMS, {"custom_field": "WEB"}),
        (WAREHOUSE_STOCK, {"available": "on_hand"}),
    ],
)
def test_forms_and_warehouses_have_versions_too(shop_of, feed, settings):
    shop = shop_of(0, **settings)
    for number in range(20):
        shop.tables.stock(f"A{number:03}")
        shop.tables.form(f"A{number:03}", WEB="Y")
        shop.tables.quantity(f"A{number:03}", on_hand="5")
    shop.run()
    shop.run(after_s=DAY_S)
    del shop.tables.held[feed.name][next(key for key in shop.tables.held[feed.name] if key[0] == "A002")]
    assert swept(shop) == (0, ["A002"])


def test_after_a_restore_rows_that_are_told_are_read_though_their_versions_are_known(shop_of):
    shop = shop_of(20)
    held = shop.tables.held[PRICES.name]
    version, row = held["A002", "A"]
    old = shop.tables.changes

    def told(feed, after=b""):
        # The row has its old number and another content, and SQL Server tells it as changed.
        return old(feed, str(version - 1).encode()) if feed is PRICES else old(feed, after)

    shop.tables.changes = told
    held["A002", "A"] = (version, type(row)("A002", "A", row.selling_price + 1, row.basis))
    swept(shop)
    assert shop.amount("A002") == "450"


def test_other_rules_read_everything_page_by_page_once(shop_of):
    shop = shop_of(20)
    shop.set("catalogue.unit_label", "no")
    paged, _ = swept(shop)
    assert (paged, shop.product("A001")["unit_label"]) == (20, None)
    assert swept(shop) == (0, [])


def test_a_database_that_cannot_tell_changes_and_has_no_versions_is_compared_by_content(shop_of):
    shop = shop_of(10, tables=Tables(tells=False))
    paged, _ = swept(shop)
    assert (paged, shop.writes()) == (10, 0)


def test_a_stop_is_heard_in_a_sweep(shop_of):
    shop = shop_of(20)
    for number in range(3):
        shop.tables.price(f"A{number:03}", "7.77")
    stops = iter([True])
    object.__setattr__(shop.job.reading, "stopping", lambda: next(stops, False))
    shop.clock.advance(DAY_S)
    shop.job.run()
    assert shop.amount("A000") == "150"
    object.__setattr__(shop.job.reading, "stopping", lambda: False)
    shop.run()
    assert shop.amount("A000") == "777"
