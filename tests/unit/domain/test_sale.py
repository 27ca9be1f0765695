"""What was sold, from whichever Stripe object has lines first."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.domain.fitting import AmountError
from agent.domain.json_reader import BadJsonError
from agent.domain.money import Money
from agent.domain.sale import sale_of
from tests.unit.domain.cases import charge, facts, line_item, lines, policy, session


def usd(minor):
    return Money(minor, "usd")


def sale(paid=None, *, currency="usd", **roles):
    return sale_of(facts(paid, **roles), Money(1000, currency), policy())


def invoice(*items, **changes):
    return {"id": "in_1", "currency": "usd", "lines": lines(*items)} | changes


def invoice_line(amount=1000, **changes):
    return {"amount": amount, "quantity": 1, "description": "A bolt", "metadata": {"sku": "BOLT"}} | changes


# ---------------------------------------------------------------- checkout session


def test_a_checkout_session_says_what_was_bought():
    found = sale(session=session(), line_items=lines(line_item(1000, quantity=4, discount=100, tax=180)))
    [line] = found.lines
    assert (found.source, line.stock_code, line.quantity) == ("session", "BOLT", 4)
    assert (line.net, line.discount, line.tax) == (usd(900), usd(100), usd(180))


def test_a_price_with_tax_inside_has_its_discount_in_the_price():
    item = line_item(amount_subtotal=1200, amount_discount=120, amount_tax=180, amount_total=1080)
    [line] = sale(session=session(), line_items=lines(item)).lines
    assert (line.net, line.discount, line.tax) == (usd(900), usd(0), usd(180))


def test_shipping_of_a_session_is_without_its_tax():
    cost = {"amount_total": 600, "amount_tax": 100}
    found = sale(session=session(shipping_cost=cost), line_items=lines(line_item()))
    assert (found.shipping, found.shipping_tax, found.tip) == (usd(500), usd(100), usd(0))


def test_the_lines_own_metadata_comes_before_those_of_price_and_product():
    item = line_item(metadata={"stock_code": "MINE"})
    assert sale(session=session(), line_items=lines(item)).lines[0].stock_code == "MINE"
    price = {"metadata": {"sku": "PRICE"}, "product": {"metadata": {"colour": "red"}, "unit_label": "box", "name": "B"}}
    [line] = sale(session=session(), line_items=lines(line_item(price=price, description=None))).lines
    assert (line.stock_code, line.uom, line.description) == ("PRICE", "box", "B")
    assert line.metadata == {"sku": "PRICE", "colour": "red"}


def test_a_session_without_lines_is_passed_over():
    assert sale(session=session()).source == "catch_all"
    assert sale(session=session(), line_items=lines()).source == "catch_all"


def test_a_session_in_another_currency_than_the_charge_is_refused():
    with pytest.raises(BadJsonError, match="The checkout session is in EUR, the charge in USD"):
        sale(session=session(currency="eur"), line_items=lines(line_item()))


@pytest.mark.parametrize("quantity", [0, -1, "many", True, 10**13, "NaN", "1e999999"])
def test_a_quantity_that_syspro_cannot_hold_is_refused(quantity):
    with pytest.raises(BadJsonError, match="not a quantity"):
        sale(session=session(), line_items=lines(line_item(quantity=quantity)))


def test_a_line_without_a_quantity_is_one():
    assert sale(session=session(), line_items=lines(line_item(quantity=None))).lines[0].quantity == 1


# ---------------------------------------------------------------- Stripe invoice


def test_a_stripe_invoice_says_what_was_bought():
    item = invoice_line(1000, discount_amounts=[{"amount": 100}], taxes=[{"amount": 180, "tax_behavior": "exclusive"}])
    found = sale(invoice=invoice(item))
    [line] = found.lines
    assert (found.source, line.stock_code) == ("invoice", "BOLT")
    assert (line.net, line.discount, line.tax) == (usd(900), usd(100), usd(180))


def test_tax_inside_the_price_of_an_invoice_line_is_taken_out():
    item = invoice_line(1200, discount_amounts=[{"amount": 12}], taxes=[{"amount": 198, "tax_behavior": "inclusive"}])
    [line] = sale(invoice=invoice(item)).lines
    assert (line.net, line.discount, line.tax) == (usd(990), usd(0), usd(198))


def test_an_exact_quantity_comes_before_the_whole_one():
    assert sale(invoice=invoice(invoice_line(quantity_decimal="1.5"))).lines[0].quantity == Decimal("1.5")


def test_an_invoice_line_finds_its_stock_code_on_its_product_or_price():
    priced = {"price_details": {"product": "prod_1", "price": {"metadata": {}}}}
    products = lines({"id": "prod_1", "metadata": {"sku": "NUT"}})
    item = invoice_line(metadata={}, pricing=priced)
    assert sale(invoice=invoice(item), products=products).lines[0].stock_code == "NUT"
    priced["price_details"]["price"] = {"metadata": {"sku": "WIDGET"}}
    assert sale(invoice=invoice(item), products=products).lines[0].stock_code == "WIDGET"


def test_shipping_of_an_invoice_is_without_its_tax():
    found = sale(invoice=invoice(invoice_line(), shipping_cost={"amount_total": 600, "amount_tax": 100}))
    assert (found.shipping, found.shipping_tax) == (usd(500), usd(100))


def test_a_session_comes_before_an_invoice():
    found = sale(session=session(), line_items=lines(line_item()), invoice=invoice(invoice_line()))
    assert found.source == "session"


# ---------------------------------------------------------------- payment intent


def test_amount_details_say_what_was_bought():
    item = {
        "product_code": "BOLT", "product_name": "Bolts", "unit_cost": 300, "quantity": 3, "discount_amount": 100,
        "tax": {"total_tax_amount": 160}, "unit_of_measure": "BOX",
    }  # fmt: skip
    intent = {"amount_details": {"tip": {"amount": 50}, "shipping": {"amount": 70}}}
    found = sale(payment_intent=intent, amount_details_line_items=lines(item))
    [line] = found.lines
    assert (found.source, found.tip, found.shipping) == ("amount_details", usd(50), usd(70))
    assert (line.net, line.discount, line.tax, line.uom) == (usd(800), usd(100), usd(160), "BOX")


# ---------------------------------------------------------------- metadata


def test_one_text_in_metadata_says_what_was_bought():
    found = sale(charge(metadata={"syspro_lines": "BOLT*2@3.50; B/20*1.5@2 ;", "shipping": "4.00"}))
    assert [(line.stock_code, line.quantity, line.net) for line in found.lines] == [
        ("BOLT", 2, usd(700)),
        ("B/20", Decimal("1.5"), usd(300)),
    ]
    assert (found.source, found.shipping) == ("metadata", usd(400))


def test_metadata_of_the_charge_comes_before_that_of_the_payment_intent():
    found = sale(charge(metadata={"order_lines": "BOLT*1@1"}), payment_intent={"metadata": {"order_lines": "NUT*1@1"}})
    assert [line.stock_code for line in found.lines] == ["BOLT"]


@pytest.mark.parametrize("text", ["BOLT", "BOLT*x@1", "BOLT*1", "*1@1", "BOLT*-1@1"])
def test_a_text_that_does_not_read_as_lines_is_refused(text):
    with pytest.raises(BadJsonError, match=r"does not read CODE\*QUANTITY@PRICE"):
        sale(charge(metadata={"syspro_lines": text}))


@pytest.mark.parametrize("text", ["BOLT*0@1", "BOLT*9999999999999@1"])
def test_a_text_with_a_quantity_that_syspro_cannot_hold_is_refused(text):
    with pytest.raises(BadJsonError, match="not a quantity between"):
        sale(charge(metadata={"syspro_lines": text}))


def test_numbered_keys_hold_a_line_each():
    metadata = {
        "line_2": '{"stock_code": "NUT", "quantity": 1, "unit_amount": 100}',
        "line_10": '{"description": "Work", "quantity": 1, "unit_amount": 5}',
        "line_1": '{"stock_code": "BOLT", "quantity": 2, "unit_amount": 350, "discount_amount": 50, "tax_amount": 130}',
        "shipping_amount": "400",
    }
    found = sale(charge(metadata=metadata))
    assert [line.description for line in found.lines] == ["BOLT", "NUT", "Work"]
    assert (found.lines[0].net, found.lines[0].discount, found.lines[0].tax) == (usd(650), usd(50), usd(130))
    assert found.shipping == usd(400)


@pytest.mark.parametrize("text", ["{", "[" * 100_000, '{"unit_amount": ' + "1" * 5000 + "}"])
def test_a_numbered_line_that_cannot_be_read_is_refused(text):
    with pytest.raises(BadJsonError, match=r"metadata line_1 is no JSON object\."):
        sale(charge(metadata={"line_1": text}))


@pytest.mark.parametrize("text", ["[]", "{}", '{"unit_amount": 5, "quantity": "x"}'])
def test_a_numbered_line_of_another_form_is_refused(text):
    with pytest.raises(BadJsonError, match="metadata line_1"):
        sale(charge(metadata={"line_1": text}))


@pytest.mark.parametrize("amount", ["-1", "1,50", "free", "1e3", "", "9" * 13])
def test_an_amount_in_metadata_that_is_none_counts_as_nothing(amount):
    found = sale(charge(metadata={"syspro_lines": "BOLT*1@1", "shipping": amount, "tax": amount}))
    assert (found.shipping, found.lines[0].tax) == (usd(0), usd(0))


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=6), st.integers(0, 10**6))
def test_tax_in_metadata_is_shared_out_to_the_cent(prices, tax):
    text = "; ".join(f"BOLT*1@{price}" for price in prices)
    found = sale(charge(metadata={"syspro_lines": text, "tax": str(tax)}))
    assert sum(line.tax.minor for line in found.lines) == tax * 100
    assert all(line.tax.minor >= 0 for line in found.lines)


def test_tax_on_lines_that_cost_nothing_stands_on_the_last():
    found = sale(charge(metadata={"syspro_lines": "BOLT*1@0; NUT*1@0", "tax": "1"}))
    assert [line.tax.minor for line in found.lines] == [0, 100]


# ---------------------------------------------------------------- none of these


@pytest.mark.parametrize(("description", "words"), [("Deposit", "Deposit"), (None, "Payment by Stripe")])
def test_a_payment_that_says_nothing_is_one_line_for_everything(description, words):
    found = sale(charge(description=description))
    [line] = found.lines
    assert (found.source, line.net, line.stock_code, line.description) == ("catch_all", usd(1000), "", words)


def test_an_amount_beyond_sysprofields_is_refused():
    with pytest.raises(AmountError, match="more than SYSPRO takes in one amount"):
        sale(session=session(), line_items=lines(line_item(10**14)))


def test_more_digits_than_can_be_counted_are_refused():
    text = '{"unit_amount": ' + "9" * 40 + ', "quantity": 1}'
    with pytest.raises(BadJsonError, match="too many digits"):
        sale(charge(metadata={"line_1": text}))


# ---------------------------------------------------------------- agreed to in the portal

AGREED = '{"stock_code": "BOLT", "quantity": "3", "price": "0.53999", "tax": 13}'


def test_what_was_agreed_to_counts_before_the_page_that_showed_it():
    intent = {"id": "pi_1", "metadata": {"agreed_1": AGREED}}
    found = sale(session=session(), line_items=lines(line_item(162)), payment_intent=intent)
    [line] = found.lines
    assert (found.source, line.stock_code, line.quantity, line.price) == ("agreed", "BOLT", 3, Decimal("0.53999"))
    assert (line.net, line.tax) == (usd(162), usd(13))


def test_an_agreed_line_that_cannot_be_read_holds_the_payment():
    with pytest.raises(BadJsonError, match="agreed_1"):
        sale(payment_intent={"id": "pi_1", "metadata": {"agreed_1": "{}"}})
