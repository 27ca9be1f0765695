"""SYSPRO's rows: keys, holds, and hashes of their content."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from agent.domain.erp import (
    CONTRACT_PRICES,
    FEEDS,
    STOCK_FORMS,
    ContractPriceRow,
    FormRow,
    StockRow,
    content_hash,
)

CONTRACT = ContractPriceRow(
    "C", "0004", "A/1", "2026", date(2026, 1, 1), None, "F", "EA", "", Decimal("9.50"), (Decimal(0), Decimal(5))
)


def stock(**changes):
    plain = dict.fromkeys(StockRow.__dataclass_fields__, "")
    return StockRow(**plain | {"sales_on_hold": False, "price_includes_tax": False} | changes)


def test_a_key_is_the_key_columns_in_their_order():
    assert CONTRACT_PRICES.key_of(CONTRACT) == ("C", "0004", "A/1", "2026")
    assert STOCK_FORMS.key_of(FormRow("A/1", {})) == ("A/1",)


def test_every_feed_names_fields_of_its_rows():
    for feed in FEEDS:
        assert {*feed.key, *feed.lookups} <= set(feed.row.__dataclass_fields__), feed.name


@pytest.mark.parametrize(
    ("hold", "sales", "expected"),
    [
        ("", False, False),
        ("N", False, False),
        ("P", False, False),
        ("F", False, True),
        ("Y", False, True),
        ("", True, True),
        ("P", True, True),
    ],
)
def test_a_full_hold_or_a_hold_of_sales_stops_selling_and_a_partial_one_does_not(hold, sales, expected):
    assert stock(stock_on_hold=hold, sales_on_hold=sales).on_hold is expected


def test_equal_content_has_equal_hashes_however_its_numbers_are_written():
    other = replace(CONTRACT, fixed_price=Decimal("9.50000"), discounts=(Decimal("0.00"), Decimal("5.00")))
    assert content_hash(other) == content_hash(CONTRACT)
    assert len(content_hash(CONTRACT)) == 16


@pytest.mark.parametrize(
    "changes",
    [{"fixed_price": Decimal("9.51")}, {"starts_on": None}, {"discounts": (Decimal(5), Decimal(0))}, {"contract": ""}],
)
def test_other_content_has_another_hash(changes):
    assert content_hash(replace(CONTRACT, **changes)) != content_hash(CONTRACT)


def test_a_form_is_told_by_its_fields_in_whatever_order():
    assert content_hash(FormRow("A", {"X": "1", "Y": "2"})) == content_hash(FormRow("A", {"Y": "2", "X": "1"}))
    assert content_hash(FormRow("A", {"X": "1", "Y": "2"})) != content_hash(FormRow("A", {"X": "2", "Y": "1"}))
