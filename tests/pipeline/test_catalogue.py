"""The catalogue over real sockets: first run, nothing changed, a price changed, deleted, and what Stripe refuses."""

from dataclasses import replace

import pytest

from agent.bootstrap import real_world
from agent.catalogue import catalogue_run
from agent.domain.catalogue.item import Has
from agent.domain.catalogue.kept import Standing
from agent.domain.erp import PRICES, STOCK, STOCK_FORMS
from agent.domain.errors import Misconfigured, NeedsPerson, Problem, Transient
from agent.domain.reports import JobReport
from tests.pipeline.catalogue_stage import Shop, Tables


@pytest.fixture
def shop_of(tmp_path):
    opened = []

    def make(**settings):
        opened.append(Shop(tmp_path / str(len(opened)), **settings))
        return opened[-1]

    yield make
    for shop in opened:
        shop.close()


def filled(shop, count=10):
    for number in range(count):
        shop.tables.stock(f"A{number:03}", f"{number + 1}.50", description=f"Part {number}")
    return shop


def test_every_stock_code_becomes_a_product_with_a_price_in_two_calls_each(shop_of):
    shop = filled(shop_of())
    shop.calls()
    report = shop.run()
    reads, writes = shop.calls()
    assert (report.problem, reads, len(writes)) == (None, [], 20)
    assert shop.check_agreement() == 10
    product = shop.product("A003")
    assert (product["name"], product["unit_label"], shop.amount("A003")) == ("Part 3", "EA", "450")
    assert product["metadata"] == {"syspro_stock_code": "A003", "syspro_unit": "EA"}
    assert shop.prices("A003")[0]["lookup_key"] == "syspro_A_A003_usd"


def test_nothing_changed_makes_no_call_at_all(shop_of):
    shop = filled(shop_of())
    shop.run()
    shop.calls()
    shop.run()
    shop.run(after_s=90_000)  # a sweep
    for number in range(10):  # touched, but as they were
        shop.tables.price(f"A{number:03}", f"{number + 1}.5000")
    shop.run()
    assert shop.calls() == ([], [])


def test_a_changed_price_is_three_calls_and_a_changed_name_is_one(shop_of):
    shop = filled(shop_of())
    shop.run()
    shop.calls()
    shop.tables.price("A001", "9.99999")
    shop.tables.stock("A002", None, description="Renamed")
    shop.run()
    reads, writes = shop.calls()
    old = next(price["id"] for price in shop.prices("A001", active=False))
    expected = ["/v1/prices", "/v1/products/syspro_A_A001", f"/v1/prices/{old}", "/v1/products/syspro_A_A002"]
    assert (reads, writes) == ([], expected)
    assert (shop.amount("A001"), shop.product("A002")["name"]) == ("999.999", "Renamed")
    assert shop.check_agreement() == 10


def test_a_price_that_goes_back_and_forth_within_a_day_is_made_each_time(shop_of):
    """The first answer to an idempotency key would be given again: an archived price."""
    shop = filled(shop_of(), 1)
    for amount in ("1.50", "2.00", "1.50", "2.00"):
        shop.tables.price("A000", amount)
        shop.run()
    assert shop.amount("A000") == "200"
    assert (shop.check_agreement(), len(shop.prices("A000", active=False))) == (1, 3)


def test_a_deleted_stock_code_is_archived_by_the_sweep_in_one_call_and_comes_back(shop_of):
    shop = filled(shop_of())
    shop.run()
    shop.calls()
    shop.tables.drop("A004")
    shop.run()
    assert shop.writes() == 0
    shop.run(after_s=90_000)
    assert (shop.calls()[1], shop.product("A004")["active"]) == (["/v1/products/syspro_A_A004"], False)
    assert (shop.row("A004").standing, shop.row("A004").reason) == (Standing.NOT_SOLD, "A004 is no longer in SYSPRO.")
    shop.run(after_s=90_000)
    assert shop.writes() == 0
    shop.tables.stock("A004", "5.50")
    shop.run()
    assert (shop.product("A004")["active"], shop.writes()) == (True, 1)
    assert shop.check_agreement() == 10


def test_a_price_row_that_vanishes_is_noticed_by_the_sweep(shop_of):
    shop = filled(shop_of(price_codes='{"usd": "A", "eur": "E"}'), 1)
    shop.tables.price("A000", "1.20", price_code="E")
    shop.run()
    assert len(shop.prices("A000")) == 2
    shop.calls()
    shop.tables.drop("A000", PRICES)
    shop.tables.price("A000", "1.20", price_code="E")
    shop.run(after_s=90_000)
    assert (len(shop.calls()[1]), shop.amount("A000"), len(shop.prices("A000"))) == (2, "120", 1)


def test_stock_codes_that_changed_and_are_gone_before_they_are_read_are_archived(shop_of):
    shop = filled(shop_of(), 2)
    shop.run()
    shop.tables.price("A000", "7")
    shop.tables.drop("A000", STOCK)
    shop.run()
    assert shop.product("A000")["active"] is False


def test_so_many_missing_stock_codes_are_taken_for_a_bad_reading(shop_of):
    shop = filled(shop_of(), 40)
    shop.run()
    shop.calls()
    for number in range(20):
        shop.tables.drop(f"A{number:03}")
    shop.tables.price("A030", "7")
    report = shop.run(after_s=90_000)
    assert report.problem.code == "catalogue.most_gone"
    assert "20 of the 40" in report.problem.message
    assert (shop.writes(), shop.product("A000")["active"]) == (3, True)  # the price goes on
    shop.set("catalogue.most_gone", "100")
    shop.run()
    assert shop.product("A000")["active"] is False


def test_bad_stock_codes_are_said_one_sentence_each_and_the_rest_goes_on(shop_of):
    shop = shop_of(price_codes='{"usd": "A", "xxx": "X"}')
    good = ["A/B", 'Q"1', "SP ACE", "Ünï€", "x" * 30, "'", "%2F", "A_B", "A-5FB"]
    for code in good:
        shop.tables.stock(code, "1")
    shop.tables.stock("EMPTY", "1", description="")
    shop.tables.stock("ZERO", "0")
    shop.tables.stock("NEGATIVE", "-3")
    shop.tables.stock("FIVE", "0.00001")
    shop.tables.stock("NONE", None)
    shop.run()
    assert shop.check_agreement() == len(good) + 2
    assert (shop.amount("FIVE"), shop.product("EMPTY")["name"]) == ("0.001", "EMPTY")
    assert {product["metadata"]["syspro_stock_code"] for product in shop.products()} == {*good, "EMPTY", "FIVE"}
    assert "a price cannot be negative" in shop.row("NEGATIVE").reason
    assert "says 0" in shop.row("ZERO").reason
    assert "says nothing" in shop.row("NONE").reason
    found = {(one.code, one.count, one.sold) for one in shop.service.catalogue_reasons()}
    assert {("price.zero", 1, False), ("price.negative", 1, False), ("price.missing", 11, True)} <= found


def test_a_currency_that_stripe_does_not_have_is_said_and_the_others_go_on(shop_of):
    shop = filled(shop_of(price_codes='{"xxx": "A", "usd": "A"}'), 1)
    shop.run()
    assert (shop.check_agreement(), "'xxx'" in shop.row("A000").reason) == (1, True)


def test_a_stock_code_that_stripe_refuses_waits_for_a_person_and_is_in_nobodys_way(shop_of):
    shop = filled(shop_of(), 3)

    class Refusing:
        def __init__(self, shelf):
            self.shelf = shelf

        def __getattr__(self, name):
            return getattr(self.shelf, name)

        def make_with_price(self, product, fields, price, key):
            if product.endswith("A001"):
                raise NeedsPerson(Problem("Stripe refused a call", "The name is not allowed.", code="stripe.refused"))
            return self.shelf.make_with_price(product, fields, price, key)

    shop.start(Refusing)
    assert (shop.run().problem, shop.check_agreement()) == (None, 2)
    assert (shop.row("A001").standing, shop.row("A001").reason) == (Standing.REFUSED, "The name is not allowed.")
    shop.start()
    shop.run()
    assert shop.row("A001").standing is Standing.REFUSED
    assert shop.store.again("A", "A001", shop.clock.now())
    assert not shop.store.again("A", "A002", shop.clock.now())
    shop.run()
    assert shop.check_agreement() == 3


class RefusingAll:
    """Stripe's shelf that takes no tax code."""

    def __init__(self, shelf):
        self.shelf = shelf

    def __getattr__(self, name):
        return getattr(self.shelf, name)

    def make_with_price(self, _product, fields, *_):
        raise NeedsPerson(Problem("Stripe refused a call", f"No such tax code: {fields['tax_code']}", code="refused"))


def test_stripe_that_refuses_one_stock_code_after_the_other_is_not_asked_a_thousand_times(shop_of):
    shop = filled(shop_of(tax_codes='{"*": "txcd_wrong"}', batch="20"), 60)
    shop.start(RefusingAll)
    report = shop.run()
    assert (report.misconfigured, report.problem.code) == (True, "catalogue.all_refused")
    assert "No such tax code: txcd_wrong" in report.problem.message
    assert shop.service.catalogue_status().counts[Standing.REFUSED] == 20
    shop.set("catalogue.tax_codes", "{}")
    assert (shop.run().problem, shop.check_agreement()) == (None, 60)


@pytest.mark.parametrize("tells", [True, False])
@pytest.mark.parametrize("what", ["changes", "everything"])
def test_somebody_who_asks_for_a_look_gets_it_at_once(shop_of, what, tells):
    shop = filled(shop_of(tables=Tables(tells=tells)), 2)
    shop.run()
    shop.tables.price("A001", "8")
    shop.home.store.marks.set("catalogue.wanted", what, shop.clock.now())
    shop.run(after_s=1)
    assert (shop.amount("A001"), shop.home.store.marks.get("catalogue.wanted")) == ("800", "")


def test_a_missing_right_is_said_once_and_stops_the_catalogue_alone(shop_of):
    shop = filled(shop_of(key="rk_test_reader"), 2)
    shop.stripe.keys.add("rk_test_reader", ["product_read", "plan_read"])
    first = shop.run()
    assert (first.misconfigured, first.problem.code) == (True, "stripe.permission.plan_write")
    assert "Prices: Write" in first.problem.press
    shop.calls()
    assert (shop.run().problem, shop.calls()) == (first.problem, ([], []))
    shop.keyring.set("stripe.key", "sk_test_sandbox")
    shop.start()
    assert (shop.run().problem, shop.check_agreement()) == (None, 2)


def test_syspro_that_is_gone_in_mid_page_is_said_and_what_is_due_is_written_all_the_same(shop_of):
    tables = Tables(page=4)
    shop = filled(shop_of(tables=tables))

    def gone(_feed, place):
        if place == 1:
            raise Transient(Problem("SYSPRO's database is gone", "SQL Server ended the connection.", code="sql.gone"))

    shop.run()
    for number in range(10):
        tables.stock(f"A{number:03}", "99")
    tables.trouble = gone
    report = shop.run(after_s=90_000)
    assert report.problem.code == "sql.gone"
    tables.trouble = None
    assert (shop.run().problem, shop.check_agreement()) == (None, 10)
    assert {shop.amount(f"A{number:03}") for number in range(10)} == {"9900"}


def test_a_missing_column_is_said_and_looked_for_again(shop_of):
    shop = filled(shop_of(), 2)

    def missing(_feed, _place):
        raise Misconfigured(Problem("A column is missing", "InvMaster has no KitType.", code="sql.column"))

    shop.tables.trouble = missing
    report = shop.run()
    assert (report.problem.code, report.misconfigured) == ("sql.column", True)
    assert shop.run(after_s=10).problem is None  # not asked again at once
    shop.tables.trouble = None
    assert (shop.run().problem, shop.check_agreement()) == (None, 2)


def test_other_rules_are_taken_over_with_the_fewest_calls(shop_of):
    shop = filled(shop_of(), 4)
    shop.tables.form("A001", WEB="Y")
    shop.run()
    shop.calls()
    shop.set("catalogue.custom_field", "WEB")
    shop.run()
    assert (shop.writes(), shop.check_agreement()) == (3, 1)
    shop.tables.form("A002", WEB="J")
    shop.run()
    assert (shop.writes(), shop.check_agreement()) == (1, 2)
    shop.tables.drop("A001", STOCK_FORMS)
    shop.run(after_s=90_000)
    assert shop.check_agreement() == 1


def test_an_expression_that_cannot_be_told_leaves_stripe_as_it_is(shop_of):
    shop = filled(shop_of(), 2)
    shop.run()
    shop.calls()
    shop.set("catalogue.only", 'custom.WEB == "Y"')
    shop.run()
    assert (shop.writes(), shop.check_agreement()) == (0, 2)
    assert "cannot be told" in shop.row("A000").reason


def test_the_available_quantity_travels_where_the_site_wants_it(shop_of):
    shop = filled(shop_of(available="on_hand - allocated"), 1)
    shop.tables.quantity("A000", on_hand="10", allocated="4")
    shop.run()
    assert shop.product("A000")["metadata"]["syspro_available"] == "6"
    shop.calls()
    shop.tables.quantity("A000", on_hand="3", allocated="4")
    shop.run()
    assert (shop.product("A000")["metadata"]["syspro_available"], shop.writes()) == ("0", 1)


def test_where_no_changes_are_told_everything_is_read_at_the_pace_of_the_sweep(shop_of):
    shop = filled(shop_of(tables=Tables(tells=False)), 3)
    shop.run()
    shop.tables.read.clear()
    shop.calls()
    shop.run()
    assert shop.tables.read == []
    shop.tables.price("A001", "8")
    shop.run(after_s=90_000)
    assert (shop.writes(), shop.check_agreement()) == (3, 3)


def test_it_is_off_unless_the_site_wants_it(shop_of):
    shop = shop_of(enabled="no")
    assert catalogue_run(shop.home, shop.world, lambda: False)() == JobReport()


def test_rules_that_cannot_be_read_stop_the_catalogue_alone(shop_of):
    shop = shop_of()
    shop.home.store.settings.set("catalogue.available", "on_shelf", by="test", now=1)
    report = catalogue_run(shop.home, shop.world, lambda: False)()
    assert (report.misconfigured, "on_shelf" in report.problem.message) == (True, True)


def test_a_stop_is_heard_between_two_pages_and_two_stock_codes(shop_of):
    shop = filled(shop_of(), 10)
    stops = iter([False] * 2)
    shop.job.writing.order = replace(shop.job.writing.order, stopping=lambda: next(stops, True))
    shop.run()
    assert len(shop.products()) == 2
    shop.start()
    assert (shop.run().problem, shop.check_agreement()) == (None, 10)


def test_the_progress_is_told_with_rate_and_time_left(shop_of):
    shop = filled(shop_of(batch="2"), 10)
    shop.clock.advance(600)
    shop.job.run()
    shop.clock.advance(30)
    shop.job.run()
    found = shop.service.catalogue_status()
    assert (found.done, found.left, found.calls, found.per_minute, found.left_s) == (4, 6, 8, 8, 45)
    assert found.counts[Standing.WAITING] == 6


def test_stripes_products_of_others_are_left_alone(shop_of):
    shop = filled(shop_of(check_every_s="3600"), 1)
    shop.stripe._parts.catalogue.create_product({"name": "Hand-made"}, at=shop.clock.now())
    shop.run()
    shop.edit("A000", metadata={"colour": "red"})
    shop.calls()
    shop.run(after_s=4000)
    assert shop.writes() == 0
    shop.tables.stock("A000", None, description="New")
    shop.run()
    assert shop.product("A000")["metadata"]["colour"] == "red"


def test_what_is_remembered_is_what_stripe_has(shop_of):
    shop = filled(shop_of(price_codes='{"usd": "A", "eur": "A"}'), 1)
    shop.run()
    (due,) = shop.store.of_products("A", ["syspro_A_A000"])
    there = shop.world.shelf.products(["syspro_A_A000"])["syspro_A_A000"]
    assert isinstance(due.written, Has)
    assert {name: text for name, text in due.written.fields.items() if text} == {
        name: text for name, text in there.fields.items() if text
    }
    assert due.written.default == there.default
    shown = {one.lookup_key: one.price for one in shop.world.shelf.prices("syspro_A_A000")}
    assert shown == {f"syspro_A_A000_{currency}": price for currency, price in due.written.prices.items()}


def test_stripes_limits_are_kept_on_one_end_point_and_on_the_account(shop_of):
    shop = filled(shop_of(stripe__max_requests_per_s="20"), 20)
    shop.stripe.engine.options.rate_limits = True
    shop.start(lambda _: real_world(shop.home).shelf)  # time passes here
    assert (shop.run().problem, shop.check_agreement()) == (None, 20)
    assert 429 not in shop.app.statuses
