"""Lines that were agreed to in the portal: into a payment's metadata and back, to the last decimal."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.domain.agreed import AgreedLine, agreed_in, metadata_of
from agent.domain.json_reader import BadJsonError
from agent.domain.money import Money

LINES = st.builds(
    AgreedLine,
    st.text("A/1\"' é;*@", min_size=1, max_size=30),
    st.decimals("0.000001", "99999999", places=6),
    st.decimals("0.00001", "9999999", places=5),
    st.builds(Money, st.integers(0, 10**9), st.just("usd")),
)


@given(st.lists(LINES, max_size=40))
def test_what_was_agreed_to_comes_back_exactly_and_fits_into_metadata(lines):
    metadata = metadata_of(lines)
    assert all(len(key) <= 40 and len(text) <= 500 for key, text in metadata.items())
    assert agreed_in({"order": "7", **metadata}, "usd") == tuple(lines)


def test_a_line_is_worth_its_price_times_its_quantity_rounded_once():
    line = AgreedLine("A180", Decimal(3), Decimal("0.53999"), Money(0, "usd"))
    assert line.net == Money(162, "usd")


def test_other_metadata_has_no_lines():
    assert agreed_in({"agreed_": "x", "agreed_1x": "x", "line_1": "{}"}, "usd") == ()


GOOD = {"stock_code": "A180", "quantity": "2", "price": "1.5", "tax": 0}


@pytest.mark.parametrize(
    "text",
    ["", "x", "[]", "[" * 100_000, *(json.dumps({**GOOD, **change}) for change in (
        {"price": "-1"}, {"price": "1.123456"}, {"price": "1e3"}, {"price": 1}, {"quantity": "0"}, {"quantity": 2},
        {"tax": "0"}, {"tax": None}, {"stock_code": None}))],
)  # fmt: skip
def test_a_line_that_cannot_be_read_is_said(text):
    with pytest.raises(BadJsonError, match="agreed_1"):
        agreed_in({"agreed_1": text}, "usd")
