"""Writing XML: what fits is written as it is, what does not is refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from agent.domain.fitting import DoesNotFitError, fit_text
from agent.domain.money import Money
from connectors.syspro.xml import build


def test_empty_text_leaves_the_element_out():
    assert build.leaf("Branch", "") == ""


def test_needed_element_stays_when_it_is_empty():
    assert build.needed("Customer", "") == "<Customer/>"


def test_markup_in_a_text_is_escaped():
    assert build.leaf("Name", "A & B <C>") == "<Name>A &amp; B &lt;C&gt;</Name>"


@pytest.mark.parametrize("text", ["snow ☃", "\U0001f600", "Łódź", "\x81"])
def test_character_outside_windows_1252_is_refused_by_name(text):
    with pytest.raises(DoesNotFitError, match="Name: SYSPRO cannot store the character"):
        build.leaf("Name", text)


@pytest.mark.parametrize("text", ["a\nb", "a\tb", "\x00", "\x7f"])
def test_control_character_is_refused(text):
    with pytest.raises(DoesNotFitError, match="control characters"):
        build.leaf("Name", text)


@pytest.mark.parametrize(
    ("number", "places", "written"),
    [
        ("12.50000", 5, "12.5"),
        ("2", 6, "2"),
        ("100", 2, "100"),
        ("1E+3", 2, "1000"),
        ("-0.00", 2, "0"),
        ("-3.10", 2, "-3.1"),
        ("0.00001", 5, "0.00001"),
    ],
)
def test_number_is_plain(number, places, written):
    assert build.decimal("Price", Decimal(number), places) == f"<Price>{written}</Price>"


def test_number_with_too_many_decimals_is_refused_not_rounded():
    with pytest.raises(DoesNotFitError, match="more than 5 decimals"):
        build.decimal("Price", Decimal("0.000001"), 5)


def test_number_that_is_none_is_refused():
    with pytest.raises(DoesNotFitError, match="not a number"):
        build.decimal("Price", Decimal("NaN"), 5)


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (Money(12000, "usd"), "120.00"),
        (Money(-3, "usd"), "-0.03"),
        (Money(500, "jpy"), "500.00"),
        (Money(1230, "kwd"), "1.23"),
    ],
)
def test_amount_has_two_decimals(amount, written):
    assert build.value("PaymentValue", amount) == f"<PaymentValue>{written}</PaymentValue>"


def test_amount_with_a_third_decimal_is_refused():
    with pytest.raises(DoesNotFitError, match="more than 2 decimals"):
        build.value("PaymentValue", Money(1234, "kwd"))


@given(st.text(max_size=60), st.text(max_size=60))
def test_fitted_texts_come_out_of_the_xml_as_they_went_in(first, second):
    name, note = fit_text(first, 50, "Name")[0], fit_text(second, 50, "Note")[0]
    xml = build.document("Root", build.needed("Name", name), build.leaf("Note", note))
    root = etree.fromstring(xml.encode("cp1252"))
    assert root.findtext("Name") == name
    assert (root.findtext("Note") or "") == note


@given(st.decimals(allow_nan=False, allow_infinity=False, places=5, min_value=-(10**9), max_value=10**9))
def test_numbers_come_out_of_the_xml_as_they_went_in(number):
    written = build.decimal("Price", number, 5)
    assert Decimal(etree.fromstring(written).text) == number
    assert "E" not in written
