"""What a person says in a setting of the catalogue is refused where it cannot work."""

import pytest

from agent.domain.catalogue.content import offer
from agent.domain.catalogue.said import NAMES
from agent.domain.said import check_said
from agent.domain.settings import SETTINGS, BadSettingError
from tests.unit.domain.catalogue.rows import facts, rules


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("available", "onhand - 2", "names onhand; there are on_hand"),
        ("available", "on_hand * 2", "cannot be read from '* 2' on"),
        ("only", "product_class = 'A'", "line 1"),
        ("only", "class == 'A'", "class"),
        (
            "only",
            "stock_code != '' && colour == 'red'",
            "(line 1, column 21): there is no colour; there are stock_code",
        ),
        ("price_codes", '{"usd": "A", "usdd": "A"}', "'usdd' is no currency that Stripe has"),
    ],
)
def test_it_is_refused_with_the_place_and_the_reason(name, text, said):
    with pytest.raises(BadSettingError) as refused:
        check_said(f"catalogue.{name}", text, {})
    assert str(refused.value).startswith(f"catalogue.{name}: ")
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("catalogue.available", ""),
        ("catalogue.available", "on_hand - allocated - 5"),
        ("catalogue.only", ""),
        ("catalogue.only", 'warehouses.exists(one, one == "FG") && custom.WEB == "Y"'),
        ("catalogue.price_codes", '{"USD": "A"}'),
        ("site.name", "class ="),
    ],
)
def test_what_can_work_is_taken(name, text):
    check_said(name, text, {})


def test_every_name_is_one_that_a_stock_code_has_and_the_help_says():
    for name in NAMES:
        assert name in SETTINGS["catalogue.only"].help
        assert not offer(facts(), rules(only=f"type({name}) != type(stock_code) || true")).undecided
