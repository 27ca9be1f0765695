"""Cells of both drivers become the same fields."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

import pytest

from agent.domain.settings import Values
from connectors.syspro.cells import (
    BadCellError,
    categories,
    made,
    number,
    numbers,
    text,
    to_day,
    to_number,
    to_text,
)
from connectors.syspro.feeds import stored_forms
from connectors.syspro.watermarks import NO_VERSION, START, Position, before, position


@dataclass
class Made:
    a: str
    b: tuple
    c: Decimal


#: SQL Server's moments have no time zone.
MOMENT = datetime(2026, 11, 30, 13, 0)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("A  ", "A"), (" A", " A"), (" ", ""), (None, ""), (Decimal("12.50"), "12.50"), (Decimal("1E+2"), "100"),
        (MOMENT, "2026-11-30"), (7, "7"),
    ],
)  # fmt: skip
def test_texts(cell, expected):
    assert to_text(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (Decimal("1.50"), "1.50"), ("      2.204620", "2.204620"), ("", "0"), (" ", "0"), (None, "0"), (3, "3"),
        ("-0.5", "-0.5"),
    ],
)  # fmt: skip
def test_numbers(cell, expected):
    assert to_number(cell) == Decimal(expected)


@pytest.mark.parametrize("cell", ["x", "NaN", "Infinity", 1.5, b"1"])
def test_what_is_no_number_is_refused_binary_fractions_among_it(cell):
    with pytest.raises(ValueError, match="holds no number"):
        to_number(cell)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (MOMENT, date(2026, 11, 30)), (date(2026, 1, 2), date(2026, 1, 2)), (None, None), ("", None),
        ("2026-01-02", date(2026, 1, 2)), ("2026/01/02 00:00:00", date(2026, 1, 2)), (" ", None),
    ],
)  # fmt: skip
def test_days(cell, expected):
    assert to_day(cell) == expected


@pytest.mark.parametrize("cell", ["soon", "2026-13-01", 7])
def test_what_is_no_day_is_refused(cell):
    with pytest.raises(ValueError, match="holds no date"):
        to_day(cell)


def test_a_price_category_table_may_be_short_long_or_empty():
    empty, short, long = categories("PriceCategoryTable").read(["", "A" + " " * 19 + "C", "X" * 260])
    assert empty == ("",) * 26
    assert short[:4] == ("A", "", "C", "")
    assert len(long) == 26


def test_a_cell_that_cannot_be_read_names_its_column():
    parts = [text("A"), numbers("B1", "B2"), number("C")]
    good = ("a", 1, 2, 3, b"version")
    assert made(Made, parts, [good]) == [Made("a", (1, 2), Decimal(3))]
    assert made(Made, parts, []) == []
    for cells, column in ((("a", "x", 1, 1), "B1, B2"), (("a", 1, 1, "x"), "C")):
        with pytest.raises(BadCellError, match=f"{column}: holds no number"):
            made(Made, parts, [good[:4], cells])


@pytest.mark.parametrize(
    ("column", "wanted", "expected"),
    [
        ("Customer", "4", ["000000000000004"]), ("Customer", "SYM000", ["SYM000"]), ("Customer", "4" * 16, []),
        ("Invoice", "_CRD01", ["_CRD01"]), ("StockCode", "A ", ["A"]), ("StockCode", " A", [" A"]),
        ("StockCode", "X" * 31, []), ("StockCode", "☃", []), ("StockCode", "a\0b", []), ("StockCode", " ", []),
    ],
)  # fmt: skip
def test_keys_are_looked_for_as_they_are_stored(column, wanted, expected):
    kind = "varchar(30)" if column == "StockCode" else "varchar(20)"
    assert stored_forms(column, kind, [wanted, wanted], Values()) == expected


def test_a_bare_number_of_an_order_is_looked_for_in_every_length():
    forms = stored_forms("SalesOrder", "varchar(20)", ["15562"], Values())
    assert {"15562", "015562", "0" * 15 + "15562"} <= set(forms)


@pytest.mark.parametrize(
    "at",
    [
        Position(), Position(b"\0\0\0\0\0\0\7\1"), Position(b"\0\0\0\0\0\0\7\1", ("A", "€/ü")),
        Position(NO_VERSION, ("",)), Position(NO_VERSION, ("A", "")),
    ],
)  # fmt: skip
def test_watermarks_say_what_they_were_made_of(at):
    assert position(at.watermark()) == at


def test_watermarks_of_nobody_read_everything():
    assert position(START) == position(b"\1\2") == Position()
    assert before(b"\0\0\0\0\0\0\1\0") == b"\0\0\0\0\0\0\0\xff"
