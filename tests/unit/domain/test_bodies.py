"""A kind's fields, filled from rules and fitted to SYSPRO's declarations."""

from decimal import Decimal

import pytest

from agent.domain.bodies import fill
from agent.domain.expressions import Scope
from agent.domain.fitting import AmountError, Change, DoesNotFitError
from agent.domain.kinds import Customer, OrderLine, Receipt
from agent.domain.money import Money
from agent.domain.rules import Rule


def filled(body, /, **rules):
    rules = {element: Rule("constant", value) for element, value in rules.items()}
    return fill(body, rules, {}, Scope({}))


def test_texts_are_fitted_and_what_changed_is_said():
    result = filled(Customer, Name="Ann-" * 20, ShortName="Łódź")
    assert (len(result.values["name"]), result.values["short_name"]) == (50, "Lódz")
    assert [(change.field, change.what) for change in result.changes] == [
        ("Name", "shortened"),
        ("ShortName", "rewritten"),
    ]
    assert isinstance(result.changes[0], Change)


def test_a_text_that_is_no_text_becomes_one():
    assert filled(Customer, Name=42).values["name"] == "42"
    assert filled(Customer, Email=None).values["email"] == ""


def test_a_required_field_without_a_value_is_said():
    assert filled(Customer, Name="  ", Reference="r", Email="").missing == ("Name",)
    assert filled(Receipt, PaymentValue="").missing == ("PaymentValue",)


def test_numbers_are_rounded_as_syspro_keeps_them():
    values = filled(OrderLine, OrderQty="1.23456789", Price=Decimal("9.999999"), StockCode="B").values
    assert (values["quantity"], values["price"]) == (Decimal("1.234568"), Decimal("10.00000"))
    assert filled(OrderLine, OrderQty="").values["quantity"] == 0


@pytest.mark.parametrize("value", ["many", "1.2.3"])
def test_a_number_that_is_none_is_refused_with_the_field(value):
    with pytest.raises(DoesNotFitError, match=f"OrderQty: '{value}' is no number"):
        filled(OrderLine, OrderQty=value)


def test_a_number_that_is_too_large_is_refused_with_the_field():
    with pytest.raises(
        DoesNotFitError, match="SYSPRO's Price takes 10 digits before the point, and 10000000000 has more"
    ):
        filled(OrderLine, Price=10**10)


def test_yes_and_no_stay_what_they_are():
    assert filled(OrderLine, StockNotTaxable=1).values["not_taxable"] is True
    assert filled(OrderLine, StockNotTaxable="").values["not_taxable"] is False


def test_money_is_taken_as_it_is():
    assert filled(Receipt, PaymentValue=Money(1230, "kwd")).values["value"] == Money(1230, "kwd")


@pytest.mark.parametrize(
    ("money", "words"),
    [
        (Money(1234, "kwd"), "more than the two decimals"),
        (Money(10**14, "usd"), "1,000,000,000,000.00 USD is more than SYSPRO"),
    ],
)
def test_money_that_syspro_cannot_hold_is_refused_with_a_sentence(money, words):
    with pytest.raises(AmountError, match=words):
        filled(Receipt, PaymentValue=money)


def test_no_money_is_no_value():
    assert filled(OrderLine, LineDiscValue="").values["discount"] is None
    assert filled(OrderLine, LineDiscValue=None).values["discount"] is None


def test_a_code_that_is_too_long_is_refused_and_never_cut():
    with pytest.raises(DoesNotFitError, match="Bank: 'STRIPE-CLEARING-1' is longer than 15 characters; a part of it"):
        fill(Receipt, {"Bank": Rule("constant", "STRIPE-CLEARING-1")}, {}, Scope({}))


def test_an_amount_is_one_with_its_currency():
    with pytest.raises(DoesNotFitError, match="PaymentValue: '10' is no amount with a currency"):
        fill(Receipt, {"PaymentValue": Rule("constant", "10")}, {}, Scope({}))
    assert fill(Receipt, {"PaymentValue": Rule("constant", "")}, {}, Scope({})).missing == ("PaymentValue",)
