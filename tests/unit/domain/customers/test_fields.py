"""A customer on either side, and each side's text in the words of the other."""

import pytest

from agent.domain.customers.fields import (
    ADDRESS,
    EMAIL,
    NAME,
    PHONE,
    TAX_ID,
    address_lines,
    address_parts,
    code_key,
    name_key,
    same,
    shown,
    stripe_address,
    syspro_texts,
    to_stripe,
    to_syspro,
)
from tests.unit.domain.customers import people
from tests.unit.domain.customers.people import LINES


def test_a_syspro_customer_is_five_texts_on_tidy_lines():
    texts = syspro_texts(people.row(name=" Al\tder  ", sold_to=("1 Road", "Unit 2"), sold_to_postal_code="97 301 "))
    assert texts == {NAME: "Al der", EMAIL: "", PHONE: "", ADDRESS: "1 Road\nUnit 2\n\n\n\n97 301", TAX_ID: ""}
    assert syspro_texts(people.row())[ADDRESS] == ""


def test_an_address_travels_line_by_line_as_the_settings_say():
    text = people.syspro(lines=("1 Road", "Unit 2", "Salem", "OR", "US"), postal="97301")[ADDRESS]
    there = address_parts(to_stripe(ADDRESS, text, LINES))
    assert there == {
        "line1": "1 Road", "line2": "Unit 2", "city": "Salem", "state": "OR", "postal_code": "97301", "country": "US",
    }  # fmt: skip
    assert to_syspro(ADDRESS, stripe_address(there)) == "1 Road\nUnit 2\nSalem, OR\nUS\n\n97301"
    assert address_lines(to_syspro(ADDRESS, stripe_address(there)))[1] == "97301"


def test_two_lines_may_share_a_part_and_a_country_that_is_no_code_stays_behind():
    text = people.syspro(lines=("1 Road", "Unit 2", "", "", "United States"))[ADDRESS]
    found = to_stripe(ADDRESS, text, {"1": "line1", "2": "line1", "5": "country"})
    assert address_parts(found)["line1"] == "1 Road, Unit 2"
    assert address_parts(found)["country"] == ""
    assert to_stripe(ADDRESS, people.syspro(lines=("", "x"))[ADDRESS], {}) == ""


def test_nothing_is_nothing_on_both_sides():
    assert (to_stripe(ADDRESS, "", LINES), to_syspro(ADDRESS, ""), stripe_address({})) == ("", "", "")


@pytest.mark.parametrize(
    ("text", "one"),
    [("a@b.com", "a@b.com"), ("a@b.com; c@d.com", "a@b.com"), ("Ada <a@b.com>", "a@b.com"), ("none", ""), ("a@b", "")],
)
def test_stripe_gets_one_address_of_a_field_that_may_hold_anything(text, one):
    assert to_stripe(EMAIL, text, LINES) == one


def test_what_syspro_cannot_hold_is_shortened_and_spelled_in_its_letters():
    assert to_syspro(NAME, "x" * 10_000) == "x" * 50
    assert to_syspro(NAME, "🛶 Łódź") == "Lódz"
    assert to_syspro(NAME, "🛶") == ""


@pytest.mark.parametrize(
    ("field", "here", "there", "agree"),
    [
        (NAME, "Alder", "Alder", True),
        (NAME, "Alder", "alder", False),
        (NAME, "x" * 50, "x" * 60, True),
        (EMAIL, "A@B.com", "a@b.com", True),
        (EMAIL, "none", "", True),
        (PHONE, "+1 (503) 555-0100", "15035550100", True),
        (PHONE, "none", "n/a", False),
        (TAX_ID, "12-345", "12345", True),
        (NAME, "", "", True),
        (NAME, "Alder", "", False),
    ],
)
def test_both_say_the_same_where_neither_could_say_it_better(field, here, there, agree):
    assert same(field, here, there, LINES) is agree


def test_names_are_compared_without_accents_capitals_and_company_forms():
    assert name_key("Grünwald & Söhne GmbH") == name_key("GRUNWALD SOHNE") == "grunwald sohne"
    assert (name_key("Ltd."), name_key("")) == ("ltd", "")
    assert code_key("de 123-4") == "DE1234"


def test_an_address_is_shown_on_one_line():
    assert shown(ADDRESS, "1 Road\n\nSalem") == "1 Road, Salem"
    assert shown(NAME, "Alder") == "Alder"
