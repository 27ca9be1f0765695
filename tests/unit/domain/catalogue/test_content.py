"""What Stripe is to have of a stock code, or why it is not sold."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.domain.catalogue.content import offer, source_hash
from agent.domain.catalogue.quantity import BadFormulaError, available, parse
from agent.domain.errors import Misconfigured
from tests.unit.domain.catalogue.rows import facts, price, rules, stock, warehouse


def reason(found):
    assert found.wanted is None
    return found.remarks[0].code


def test_a_stock_code_becomes_a_product_with_its_price():
    found = offer(facts(long_description="Hex bolt, zinc plated"), rules())
    assert dict(found.wanted.fields) == {
        "name": "Hex bolt",
        "description": "Hex bolt, zinc plated",
        "tax_code": "",
        "unit_label": "EA",
        "active": "yes",
        "metadata.syspro_stock_code": "A100",
        "metadata.syspro_unit": "EA",
    }
    assert (dict(found.wanted.prices), found.wanted.default, found.remarks) == ({"usd": "54"}, "usd", ())


@pytest.mark.parametrize(
    ("changes", "texts", "expected"),
    [
        ({"code": ""}, {}, "stock.no_code"),
        ({"product_class": "SLOW"}, {"product_classes": "FAST, WEB"}, "class"),
        ({"product_class": ""}, {"product_classes": "FAST"}, "class"),
        ({"stock_on_hold": "F"}, {}, "on_hold"),
        ({"sales_on_hold": True}, {}, "on_hold"),
        ({"kit_type": "K"}, {}, "kit"),
        ({}, {"warehouses": "FG"}, "warehouse"),
        ({}, {"custom_field": "WEB"}, "custom_field"),
        ({"custom": {"WEB": "N"}}, {"custom_field": "WEB", "custom_values": "Y"}, "custom_field"),
        ({}, {"only": 'product_class == "SLOW"'}, "expression"),
        ({"amount": "0"}, {}, "price.zero"),
        ({"amount": "-1"}, {}, "price.negative"),
        ({"prices": ()}, {}, "price.missing"),
    ],
)
def test_what_is_not_sold_says_why(changes, texts, expected):
    found = offer(facts(**changes), rules(**texts))
    assert (reason(found), found.undecided) == (expected, False)
    assert found.remarks[0].sentence.endswith((".", ")."))


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"stock_on_hold": "F"}, {"on_hold": "sell"}),
        ({"kit_type": "K"}, {"kits": "sell"}),
        ({"kit_type": ""}, {}),
        ({"stock_on_hold": "P"}, {}),
        ({"warehouses": [warehouse("FG")]}, {"warehouses": "FG, WEB"}),
        ({"custom": {"WEB": "maybe"}}, {"custom_field": "WEB"}),
        ({"custom": {"WEB": "Y"}}, {"custom_field": "WEB", "custom_values": "Y, J"}),
        ({"custom": {"WEB": "Y"}}, {"only": 'custom.WEB == "Y" && "FG" in warehouses || unit == "EA"'}),
    ],
)
def test_what_fulfils_the_rules_is_sold(changes, texts):
    assert offer(facts(**changes), rules(**texts)).wanted is not None


def test_an_expression_that_cannot_be_told_decides_nothing():
    found = offer(facts(), rules(only='custom.WEB == "Y"'))
    assert (reason(found), found.undecided) == ("expression.unusable", True)


def test_an_expression_or_formula_that_cannot_be_read_is_said_at_once():
    with pytest.raises(Misconfigured, match=r"catalogue.only|&&"):
        rules(only="product_class == &&")
    with pytest.raises(Misconfigured, match="on_shelf"):
        rules(available="on_shelf")


def test_a_custom_form_field_that_nobody_reads_is_refused_instead_of_being_empty_everywhere():
    with pytest.raises(Misconfigured, match=r"syspro\.stock_form_fields does not name it"):
        rules(custom_field="SHOP")


def test_without_price_codes_products_have_no_price():
    found = offer(facts(prices=()), rules(price_codes="{}"))
    assert (dict(found.wanted.prices), found.wanted.default) == ({}, "")


def test_a_price_that_cannot_be_leaves_the_others_and_is_said():
    prices = [price("0.54"), price("-1", price_code="EUR"), price("12.34567", price_code="GBP")]
    found = offer(facts(prices=prices), rules(price_codes='{"eur": "EUR", "usd": "A", "gbp": "GBP", "xxx": "A"}'))
    assert (dict(found.wanted.prices), found.wanted.default) == ({"usd": "54", "gbp": "1234.567"}, "usd")
    assert [remark.code for remark in found.remarks] == ["price.negative", "price.currency"]


@pytest.mark.parametrize(("basis", "unit"), [("A", "BOX"), ("O", "PAL")])
def test_a_price_of_another_unit_is_no_price_of_this_one(basis, unit):
    row = facts(prices=[price("54", basis=basis)], alternate_uom="BOX", other_uom="PAL")
    found = offer(row, rules())
    assert (reason(found), f"is per {unit}" in found.remarks[0].sentence) == ("price.unit", True)
    same = facts(prices=[price("54", basis=basis)], alternate_uom="EA", other_uom="EA")
    assert offer(same, rules()).wanted is not None


@pytest.mark.parametrize(
    ("changes", "texts", "name", "about"),
    [
        ({"description": "  Hex\tbolt\x00 "}, {}, "Hex bolt", ""),
        ({"description": " ", "long_description": "Long"}, {}, "Long", ""),
        ({"description": ""}, {}, "A100", ""),
        ({"long_description": "Long"}, {"name": "long_description", "description": "description"}, "Long", "Hex bolt"),
        ({"long_description": "Long"}, {"name": "stock_code", "description": "none"}, "A100", ""),
    ],
)
def test_a_product_always_has_a_name(changes, texts, name, about):
    fields = offer(facts(**changes), rules(**texts)).wanted.fields
    assert (fields["name"], fields["description"]) == (name, about)


def test_a_code_that_shows_nothing_is_its_own_name():
    assert offer(facts(code="\x01", description=""), rules()).wanted.fields["name"] == "\x01"


def test_tax_codes_unit_and_the_key_of_the_stock_code_are_the_sites():
    texts = {"tax_codes": '{"A": "txcd_1", "*": "txcd_9"}', "unit_label": "no", "orders.stock_code_keys": "sku, code"}
    fields = offer(facts(tax_code="A"), rules(**texts)).wanted.fields
    assert (fields["tax_code"], fields["unit_label"], fields["metadata.sku"]) == ("txcd_1", "", "A100")
    assert offer(facts(tax_code="B"), rules(**texts)).wanted.fields["tax_code"] == "txcd_9"


def test_the_available_quantity_follows_the_formula_over_the_warehouses_that_count():
    rows = [warehouse("FG", on_hand="10.9", allocated="3"), warehouse("XX", on_hand="100")]
    texts = {"available": "on_hand - allocated", "warehouses": "FG"}
    assert offer(facts(warehouses=rows), rules(**texts)).wanted.fields["metadata.syspro_available"] == "7"
    all_of_them = offer(facts(warehouses=rows), rules(available="on_hand")).wanted
    assert all_of_them.fields["metadata.syspro_available"] == "110"


def test_the_available_quantity_is_never_below_nothing():
    assert available(parse("on_hand - 5"), [warehouse(on_hand="2")]) == 0
    assert available(parse("+ on_hand + 5"), [warehouse(on_hand="2"), warehouse("B", on_hand="1")]) == 8
    assert available(parse(" "), []) == 0


@pytest.mark.parametrize("formula", ["on_hand allocated", "on_hand * 2", "-", "price", "on_hand -"])
def test_a_formula_that_cannot_be_read_says_where(formula):
    with pytest.raises(BadFormulaError):
        parse(formula)


def test_forms_and_warehouses_are_read_only_where_they_decide():
    assert (rules().reads_forms, rules().reads_warehouses) == (False, False)
    assert rules(only="has(custom.WEB)").reads_forms
    assert rules(only='"FG" in warehouses').reads_warehouses
    assert rules(available="on_hand").reads_warehouses


TEXTS = st.text(max_size=30)


@given(TEXTS, TEXTS, st.decimals("-5", "5", places=5))
def test_equal_facts_have_equal_hashes_and_others_do_not(description, other, amount):
    one = facts(str(amount), description=description)
    assert source_hash(one, rules()) == source_hash(replace(one, prices=(price(str(amount)),)), rules())
    changed = replace(one, stock=stock(description=other))
    assert (source_hash(one, rules()) == source_hash(changed, rules())) is (description == other)


def test_any_fact_that_counts_changes_the_hash():
    one = facts()
    others = [
        replace(one, prices=(price("0.55"),)),
        replace(one, prices=(price("0.54", basis="A"),)),
        replace(one, warehouses=(warehouse(),)),
        replace(one, custom={"WEB": "Y"}),
        replace(one, stock=stock(sales_on_hold=True)),
        replace(one, stock=stock(alternate_uom="BOX")),
    ]
    hashes = [source_hash(found, rules()) for found in (one, *others)]
    assert len(set(hashes)) == len(hashes)
    assert source_hash(one, rules(name="stock_code")) != hashes[0]


def test_a_fact_that_decides_nothing_needs_no_second_look():
    one = facts()
    assert source_hash(replace(one, stock=stock(alternate_factor=Decimal(2))), rules()) == source_hash(one, rules())


def test_another_pace_makes_no_second_look_necessary():
    assert rules(batch="7", every_s="60", conflicts="ask").fingerprint == rules().fingerprint
    assert rules(zero_price="free").fingerprint != rules().fingerprint
    assert rules(**{"syspro.company": "B"}).fingerprint != rules().fingerprint


def test_a_currency_of_which_stripe_says_two_things_waits_for_the_site():
    one = facts(prices=[price("0.54"), price("2000", price_code="U")])
    codes = '{"usd": "A", "ugx": "U"}'
    found = offer(one, rules(price_codes=codes))
    assert (dict(found.wanted.prices), found.remarks[0].code) == ({"usd": "54"}, "price.uncertain")
    sure = rules(price_codes=codes, **{"currencies.ugx_hundredths": "yes"})
    assert dict(offer(one, sure).wanted.prices) == {"usd": "54", "ugx": "200000"}
