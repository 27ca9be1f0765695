"""Orders placed in the portal: what they come to, and when none is taken."""

from dataclasses import replace
from decimal import Decimal

import pytest

from agent.domain.errors import NeedsPerson
from agent.domain.money import Money
from agent.domain.placing import order_of
from agent.domain.prices import Origin, PriceAnswer, Quote
from agent.domain.settings import Values
from tests.unit.domain import test_prices

POLICY = {"orders.tax_rates": '{"A": "8.25", "E": "0"}'}


def stock(**changes):
    plain = {"tax_code": "A", "sales_on_hold": False, "description": "Saw \n blade"}
    return test_prices.stock(**plain | changes)


def customer(**changes):
    return test_prices.customer(**{"on_hold": False, "sales_allowed": True, "tax_status": "N"} | changes)


def answer(price="0.53999", quantity="3", uom="EA", **changes):
    quote, sold = Quote(Decimal(price), uom, Origin.PRICE_CODE, "A"), stock(**changes)
    return PriceAnswer(sold.stock_code, Decimal(quantity), sold, quote)


def order(*answers, who=None, **settings):
    policy = Values(POLICY | {name.replace("__", "."): text for name, text in settings.items()})
    return order_of(who or customer(), answers or [answer()], policy)


def test_an_order_keeps_exact_prices_and_adds_the_tax_that_syspro_will_take():
    found = order(answer(), answer("159", "2.5", tax_code="E", stock_code="B/2"))
    assert [(line.price, line.net, line.tax.minor) for line in found.lines] == [
        (Decimal("0.53999"), Money(162, "usd"), 13),
        (Decimal(159), Money(39_750, "usd"), 0),
    ]
    assert (found.tax, found.total) == (Money(13, "usd"), Money(39_925, "usd"))
    assert found.descriptions == ("3 EA A/1 Saw blade", "2.5 EA B/2 Saw blade")


def test_a_customer_who_bears_no_tax_pays_none():
    assert not order(who=customer(tax_status="E")).tax


def test_a_site_that_lets_orders_change_tax_codes_takes_the_same_tax():
    assert order(orders__tax_code_change="yes").tax == Money(13, "usd")


def test_a_currency_without_decimals_is_paid_in_whole_units():
    found = order(answer("80.4", "1"), who=customer(currency="JPY"))
    assert (found.currency, found.lines[0].net, found.tax) == ("jpy", Money(80, "jpy"), Money(7, "jpy"))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"who": customer(on_hold=True)}, "order.customer_on_hold"),
        ({"who": customer(sales_allowed=False)}, "order.customer_on_hold"),
        ({"who": customer(currency="QQQ")}, "order.currency"),
        ({"orders__tax": "charge_line"}, "order.set_up"),
        ({"orders__price_policy": "syspro"}, "order.set_up"),
        ({"orders__tax_rates": "{}"}, "order.tax"),
    ],
)
def test_what_cannot_be_ordered_at_all_is_refused(change, code):
    with pytest.raises(NeedsPerson) as refused:
        order(**change)
    assert refused.value.problem.code == code


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        (PriceAnswer("NOPE", Decimal(1)), "order.not_sold"),
        (answer(sales_on_hold=True), "order.not_sold"),
        (replace(answer(), tables=None), "order.no_price"),
        (answer("0"), "order.no_price"),
        (answer(uom="BX"), "order.no_price"),
        (answer(price_includes_tax=True), "order.no_price"),
        (answer("0.001", "1"), "order.no_amount"),
        (answer("999999999", "9999999"), "order.no_amount"),
    ],
)
def test_one_line_that_cannot_be_sold_refuses_the_order(bad, code):
    with pytest.raises(NeedsPerson) as refused:
        order(answer(), bad)
    assert refused.value.problem.code == code


def test_an_order_has_as_many_lines_as_a_payment_can_carry():
    assert len(order(*[answer()] * 40).lines) == 40
    with pytest.raises(NeedsPerson, match="at most 40 lines"):
        order(*[answer()] * 41)
