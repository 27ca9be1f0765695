"""The order that is planned: SYSPRO's total equals the payment, or both totals are said."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.domain.decide import decide
from agent.domain.documents import State
from agent.domain.facts import ErpFacts, StockItem
from agent.domain.kinds import Kind
from agent.domain.money import Money
from agent.domain.order import foreseen_total, plan_order
from agent.domain.sale import Sale, SaleLine
from tests.unit.domain.cases import STOCK, charge, drafts_of, facts, line_item, lines, mapping, policy, session

NOTHING = Money.zero("usd")


def usd(minor):
    return Money(minor, "usd")


def sold(code="BOLT", net=1000, *, quantity=1, discount=0, tax=0, **rest):
    return SaleLine(code, f"A {code}", Decimal(quantity), usd(net), usd(discount), usd(tax), **rest)


def sale(*items, shipping=0, shipping_tax=0, tip=0):
    return Sale("session", items, usd(shipping), usd(shipping_tax), usd(tip))


def plan(*items, paid=1000, stock=STOCK, exempt=False, extras=(), **settings):
    return plan_order(sale(*items, **dict(extras)), usd(paid), stock, policy(**settings), exempt=exempt)


# ---------------------------------------------------------------- lines


def test_a_known_stock_code_becomes_a_stock_line_with_the_price_of_one():
    [line] = plan(sold(quantity=3, net=900, discount=300), paid=1000, orders__tax_rates="{}").lines[:1]
    assert (line.line_type, line.stock_code, line.uom) == ("stock", "BOLT", "EA")
    assert (line.quantity, line.price, line.discount) == (3, Decimal("4.00000"), usd(300))


def test_an_unknown_stock_code_parks_the_order_and_shows_the_line():
    planned = plan(sold("GHOST"))
    assert planned.problem_code == "order.unknown_stock_code"
    assert planned.lines[0].stock_code == "GHOST"


def test_an_unknown_stock_code_is_told_with_its_warehouse_and_the_nearest_that_there_are():
    nearest, site = {"GHOST": ("GHOST-1", "HOST")}, policy(orders__warehouse="FG")
    told = plan_order(sale(sold("GHOST")), usd(1000), STOCK, site, nearest=nearest).problem
    assert told == (
        "Stock code GHOST does not exist in warehouse FG, nor in any other. Nearest are GHOST-1 and HOST."
        " Add it, or correct stock_code in Stripe, then retry."
    )


def test_an_unknown_stock_code_may_become_a_charge_where_the_site_says_so():
    planned = plan(sold("GHOST"), orders__unknown_stock_code="catch_all")
    assert (planned.problem, planned.lines[0].line_type, planned.lines[0].product_class) == ("", "charge", "WEB")


def test_a_line_without_a_stock_code_becomes_a_charge_or_parks_the_order():
    assert plan(sold("")).problem == ""
    assert plan(sold(""), orders__catch_all="").problem.startswith("A  has no stock code.")
    nameless = SaleLine("", "", Decimal(1), usd(1000), NOTHING, NOTHING)
    assert plan(nameless, orders__catch_all="").problem.startswith("A line has no stock code.")


def test_a_stock_code_on_hold_parks_the_order():
    held = {"BOLT": StockItem("BOLT", "", "EA", on_hold=True)}
    assert plan(sold(), stock=held).problem.startswith("Stock code BOLT is on hold in SYSPRO.")


def test_the_first_problem_is_the_one_that_is_said():
    assert plan(sold("GHOST"), sold("")).problem_code == "order.unknown_stock_code"


@pytest.mark.parametrize("freight", ["freight", "charge"])
def test_shipping_is_a_line_of_its_own(freight):
    planned = plan(sold(net=800), extras={"shipping": 200}, orders__freight=freight, orders__tax_rates="{}")
    shipping = planned.lines[1]
    assert (shipping.line_type, shipping.net, shipping.description) == (freight, usd(200), "Shipping")
    assert planned.problem == ""


def test_a_tip_is_a_charge():
    planned = plan(sold(net=900), extras={"tip": 100}, orders__tax_rates="{}")
    assert (planned.lines[1].line_type, planned.lines[1].net) == ("charge", usd(100))


def test_a_quantity_is_rounded_as_syspros_field_rounds_it():
    [line] = plan(sold(quantity="1.23456789", net=1000), orders__tax_rates="{}").lines
    assert (line.quantity, line.price) == (Decimal("1.234568"), Decimal("8.10000"))


# ---------------------------------------------------------------- tax


def test_syspro_taxes_a_stock_line_by_its_code():
    planned = plan(sold(net=1000, tax=200), paid=1200)
    assert (planned.problem, planned.lines[0].tax_code) == ("", "A")


def test_the_tax_that_syspro_will_take_is_foreseen_even_where_stripe_took_none():
    planned = plan(sold(net=1000), paid=1000)
    assert planned.problem_code == "order.total_differs"
    assert "Stripe took 0.00 USD tax, SYSPRO will take 2.00 USD." in planned.problem


def test_a_site_that_lets_orders_change_tax_codes_gets_an_untaxed_line():
    planned = plan(sold(net=1000), paid=1000, orders__tax_code_change="yes")
    assert (planned.problem, planned.lines[0].tax_code) == ("", "")
    assert planned.lines[0].view()["not_taxable"] is True


def test_a_currency_may_have_a_tax_code_of_its_own():
    settings = {"orders__currency_tax_codes": '{"usd": "B"}'}
    assert plan(sold(tax=50), paid=1050, **settings).lines[0].tax_code == "B"
    untaxed = {"BOLT": StockItem("BOLT", "", "EA", tax_code="Z")}
    assert plan(sold(), stock=untaxed, **settings).lines[0].tax_code == "Z"


def test_an_exempt_customer_pays_no_tax():
    assert plan(sold(net=1000), paid=1000, exempt=True).lines[0].tax_code == ""


def test_shipping_and_charges_are_taxed_by_the_codes_that_are_set():
    settings = {"orders__freight_tax_code": "A", "orders__charge_tax_code": "A"}
    planned = plan(sold("", net=500, tax=100), paid=1200, extras={"shipping": 500, "shipping_tax": 100}, **settings)
    assert (planned.problem, [line.tax_code for line in planned.lines]) == ("", ["A", "A"])


def test_stripes_tax_may_be_a_charge_of_its_own():
    settings = {"orders__tax": "charge_line", "orders__tax_product_class": "TAX"}
    planned = plan(sold(tax=150), paid=1150, **settings)
    assert [line.tax_code for line in planned.lines] == ["", ""]
    assert (planned.lines[1].net, planned.lines[1].product_class, planned.problem) == (usd(150), "TAX", "")
    assert len(plan(sold(), **settings).lines) == 1


# ---------------------------------------------------------------- totals


@pytest.mark.parametrize("difference", [-5, -1, 1, 5])
def test_a_difference_within_the_tolerance_becomes_a_rounding_line(difference):
    planned = plan(sold(net=1000), paid=1000 + difference, orders__tax_rates="{}")
    assert planned.problem == ""
    assert (planned.lines[-1].description, planned.lines[-1].net) == ("Rounding", usd(difference))


@pytest.mark.parametrize(("paid", "settings"), [(1006, {}), (1001, {"orders__rounding_product_class": ""})])
def test_a_larger_difference_parks_the_order_with_both_totals(paid, settings):
    planned = plan(sold(net=1000), paid=paid, orders__tax_rates="{}", **settings)
    assert planned.problem_code == "order.total_differs"
    assert planned.problem.startswith(f"The order comes to 10.00 USD in SYSPRO, the payment is {usd(paid)}:")


def test_where_syspro_prices_the_order_no_total_is_foreseen():
    planned = plan(sold(net=1), paid=1000, orders__price_policy="syspro")
    assert (planned.problem, len(planned.lines)) == ("", 1)


CENTS = st.integers(0, 500_000)


@st.composite
def basket(draw):
    """Lines of a checkout session with prices before tax, and what was paid for them, give or take some cents."""
    items = [
        line_item(
            amount, quantity=draw(st.integers(1, 40)), code=draw(st.sampled_from(["BOLT", "NUT", "WIDGET"])),
            discount=draw(st.integers(0, amount)), tax=draw(st.integers(0, amount // 5)),
        )
        for amount in draw(st.lists(CENTS, min_size=1, max_size=6))
    ]  # fmt: skip
    shipping, tax = draw(CENTS), draw(st.integers(0, 50))
    paid = sum(item["amount_total"] for item in items) + shipping + tax + draw(st.integers(-8, 8))
    return items, {"amount_total": shipping + tax, "amount_tax": tax}, max(paid, 1)


def posted_total(order, settings):
    """The total as SYSPRO computes it from the lines that are sent, not from those that were planned."""
    total = Money.zero("usd")
    for line in order.lines:
        value = line.value if line.line_type != "stock" else usd(0)
        if line.line_type == "stock":
            value = Money.from_decimal(line.price * line.quantity, "usd") - (line.discount or usd(0))
        total += value + taxed(line, value, settings)
    return total


def taxed(line, value, settings):
    own = "A" if line.line_type == "stock" and not line.not_taxable else ""
    rate = Decimal(settings.table("orders.tax_rates").get(line.tax_code or own, "0"))
    return Money.from_decimal(value.to_decimal() * rate / 100, "usd")


SETTINGS = st.fixed_dictionaries(
    {
        "orders__tax_code_change": st.sampled_from(["yes", "no"]),
        "orders__tax": st.sampled_from(["syspro", "charge_line"]),
        "orders__tax_rates": st.sampled_from(["{}", '{"A": "20"}', '{"A": "7.25"}']),
        "orders__rounding_tolerance": st.sampled_from(["0", "5", "1000"]),
        "orders__tax_product_class": st.just("TAX"),
    }
)


@given(basket(), SETTINGS)
def test_an_order_that_goes_out_comes_to_the_payment_or_it_is_parked_with_both_totals(bought, settings):
    items, shipping, paid = bought
    given_facts = facts(
        charge(amount=paid, amount_captured=paid), session=session(shipping_cost=shipping), line_items=lines(*items)
    )
    order = drafts_of(decide(given_facts, mapping(**settings)))[Kind.SALES_ORDER]
    total = posted_total(order.body, policy(**settings))
    if order.state is State.PENDING:
        assert total == usd(paid)
    else:
        assert order.reason.startswith(f"The order comes to {total} in SYSPRO, the payment is {usd(paid)}:")


@given(st.lists(st.builds(sold, st.sampled_from(["BOLT", ""]), CENTS, tax=CENTS), max_size=6), CENTS)
def test_a_plan_without_a_problem_foresees_exactly_the_payment(items, paid):
    planned = plan(*items, paid=paid)
    assert planned.problem or foreseen_total(planned.lines, "usd", policy()) == usd(paid)


def test_a_line_shows_flows_what_they_may_map():
    planned = plan(sold(metadata={"colour": "red"}, net=800, tax=160), paid=960)
    view = planned.lines[0].view()
    assert (view["metadata"], view["value"], view["discount"]) == ({"colour": "red"}, usd(800), None)
    assert (view["tax_code"], view["not_taxable"]) == ("", False)


def test_an_order_without_stock_facts_is_planned_all_the_same():
    erp = ErpFacts()
    given_facts = facts(session=session(), line_items=lines(line_item()), erp=erp)
    assert drafts_of(decide(given_facts, mapping()))[Kind.SALES_ORDER].reason_code == "order.unknown_stock_code"
