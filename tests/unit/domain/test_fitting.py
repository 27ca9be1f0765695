"""Fitting: what goes to SYSPRO has its length and its letters, and every change is on record."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from agent.domain.fitting import (
    Change,
    DoesNotFitError,
    bare_key,
    fit_address,
    fit_number,
    fit_text,
    pad_key,
    reference_for,
    short_reference,
)

# All that JSON can hold: half of a surrogate pair as well.
ANY_TEXT = st.text(st.characters())
LENGTHS = st.integers(1, 120)
STRIPE_IDS = st.from_regex(r"(ch|pi|cs_live|re|po|cus)_[A-Za-z0-9]{14,60}", fullmatch=True)
CONTROLS = {*range(32), 127, 129, 141, 143, 144, 157}


def without_blanks(text):
    """The text with every blank, line end and control character taken out."""
    return "".join("" if ord(character) in CONTROLS else character for character in text if not character.isspace())


@given(ANY_TEXT, LENGTHS)
@example("Łódź \u2028 北京 👍", 10)
@example("\ud83d half a pair", 40)
def test_fitted_text_is_short_enough_and_has_only_letters_that_syspro_has(value, length):
    fitted, _ = fit_text(value, length, "Name")
    assert len(fitted) <= length
    assert fitted.encode("cp1252").decode("cp1252") == fitted
    assert fitted == " ".join(fitted.split())


@given(ANY_TEXT, LENGTHS)
def test_text_that_fits_is_left_alone(value, length):
    fitted, _ = fit_text(value, length, "Name")
    assert fit_text(fitted, length, "Name") == (fitted, ())


@given(ANY_TEXT, LENGTHS)
def test_every_change_beyond_blanks_is_on_record(value, length):
    fitted, changes = fit_text(value, length, "Name")
    assert bool(changes) == (without_blanks(value) != without_blanks(fitted))


@given(ANY_TEXT, LENGTHS)
def test_the_record_leads_from_the_value_to_what_is_sent(value, length):
    fitted, changes = fit_text(value, length, "Name")
    for change, following in pairwise(changes):
        assert change.after == following.before
    if changes:
        assert changes[-1].after == fitted
        assert all(change.before != change.after for change in changes)


@pytest.mark.parametrize(
    ("value", "fitted"),
    [
        ("Łukasz Żółć", "Lukasz Zólc"),
        ("北京", "Bei Jing"),
        ("Crème brûlée € 5", "Crème brûlée € 5"),
        ("thumbs 👍 up", "thumbs up"),
        ("👍", ""),
        ("\ud83d", ""),
        ("a\r\nb\tc\x00d", "a b c d"),
        ("  two   blanks  ", "two blanks"),
        ("", ""),
    ],
)
def test_letters_that_syspro_lacks_become_the_nearest_or_go(value, fitted):
    assert fit_text(value, 50, "Name")[0] == fitted


def test_blanks_go_without_being_reported():
    assert fit_text("  a \n b\x07 ", 50, "Name") == ("a b", ())


def test_ten_thousand_characters_are_cut_and_the_record_keeps_them():
    fitted, changes = fit_text("x" * 10_000, 50, "Name")
    assert fitted == "x" * 50
    assert changes == (Change("Name", "shortened", "x" * 10_000, fitted),)


def test_text_can_be_rewritten_and_shortened():
    assert fit_text("Łódź Fabryczna", 4, "City") == (
        "Lódz",
        (
            Change("City", "rewritten", "Łódź Fabryczna", "Lódz Fabryczna"),
            Change("City", "shortened", "Lódz Fabryczna", "Lódz"),
        ),
    )


@given(st.decimals(allow_nan=False, allow_infinity=False, places=8, min_value=-(10**9), max_value=10**9))
def test_a_fitted_number_has_its_digits_and_hardly_differs(value):
    try:
        fitted = fit_number(value, 6, 2, "Price")
    except DoesNotFitError:
        assert abs(value) >= Decimal("999999.995")
    else:
        assert abs(fitted) < 10**6
        assert fitted.as_tuple().exponent == -2
        assert abs(fitted - value) <= Decimal("0.005")


@pytest.mark.parametrize("value", ["1000", "-1000", "999.995", "-999.999", "1E+40", "NaN", "Infinity", "-Infinity"])
def test_a_number_that_does_not_fit_is_refused_by_the_name_of_its_field(value):
    with pytest.raises(DoesNotFitError, match=r"SYSPRO's Price takes 3 digits before the point, and .* has more"):
        fit_number(Decimal(value), 3, 2, "Price")


@pytest.mark.parametrize(("value", "fitted"), [("0.005", "0.01"), ("-0.005", "-0.01"), ("999.994", "999.99")])
def test_a_number_is_rounded_half_up(value, fitted):
    assert fit_number(Decimal(value), 3, 2, "Price") == Decimal(fitted)


@pytest.mark.parametrize(
    ("raw", "numeric", "stored"),
    [
        ("4", True, "000004"),
        (" 42 ", True, "000042"),
        ("000042", True, "000042"),
        ("A42", True, "A42"),
        ("42", False, "42"),
        ("", True, ""),
    ],
)
def test_numeric_keys_are_padded_with_zeros(raw, numeric, stored):
    assert pad_key(raw, numeric=numeric, length=6) == stored


def test_a_key_that_is_too_long_is_refused():
    with pytest.raises(DoesNotFitError, match=r"'1234567' is longer than 6"):
        pad_key("1234567", numeric=True, length=6)


@given(STRIPE_IDS, st.integers(1, 50))
def test_a_reference_fits_and_is_always_the_same(stripe_id, length):
    reference = reference_for(stripe_id, length)
    assert len(reference) <= length
    assert reference == reference_for(stripe_id, length)
    assert reference.isascii()


@given(st.lists(STRIPE_IDS, unique=True, min_size=2, max_size=30))
def test_different_ids_have_different_references(stripe_ids):
    assert len({reference_for(stripe_id) for stripe_id in stripe_ids}) == len(stripe_ids)
    assert len({short_reference(stripe_id) for stripe_id in stripe_ids}) == len(stripe_ids)


def test_ids_that_share_their_start_have_different_references():
    start = "cs_live_" + "a" * 50
    assert reference_for(start + "1") != reference_for(start + "2")


def test_a_short_id_is_its_own_reference():
    assert reference_for("ch_3PqLk2eZvKYlo2C1", 30) == "ch_3PqLk2eZvKYlo2C1"


def test_references_never_change_between_releases():
    long_id = "cs_live_b1TkxPQ7mVw0Yh2sLr9nDq4eZu8aXc5fGj6iKo3"
    assert reference_for(long_id) == "cs_live_b1TkxPQ7m~U2LN67OC5CPA"
    assert short_reference(long_id) == "U2LN67OC5C"


@given(STRIPE_IDS, st.integers(1, 52))
def test_a_short_reference_is_letters_and_digits_of_exactly_its_length(stripe_id, length):
    short = short_reference(stripe_id, length)
    assert len(short) == length
    assert short.isalnum()
    assert short.isascii()


@given(
    st.dictionaries(st.sampled_from(["line1", "line2", "city", "state", "country", "postal_code"]), ANY_TEXT),
    st.integers(1, 6),
)
def test_an_address_has_its_lines_without_gaps(address, lines):
    fitted, _ = fit_address(address, lines=lines, length=40)
    assert len(fitted) == lines
    assert all(len(line) <= 40 for line in fitted)
    assert fitted == sorted(fitted, key=lambda line: line == "")


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        ({}, []),
        ({"line1": "1 High St", "city": "Leeds", "country": "GB"}, ["1 High St", "Leeds", "GB"]),
        ({"line1": "1 High St", "line2": " ", "city": "", "state": "CA"}, ["1 High St", "CA"]),
        (
            {"line1": "Unit 4", "line2": "1 High St", "city": "Austin", "state": "TX", "country": "US"},
            ["Unit 4", "1 High St", "Austin, TX", "US"],
        ),
        ({"line1": "👍", "line2": "1 High St"}, ["1 High St"]),
    ],
)
def test_an_address_reads_like_an_address(address, lines):
    assert fit_address(address)[0] == [*lines, *[""] * (5 - len(lines))]


def test_changes_of_an_address_name_the_line_they_are_on():
    fitted, changes = fit_address({"line1": "👍", "line2": "y" * 50, "country": "GB"}, length=40)
    assert fitted[:2] == ["y" * 40, "GB"]
    assert [(change.field, change.what) for change in changes] == [
        ("Address line 1", "rewritten"),
        ("Address line 1", "shortened"),
    ]


def test_a_line_that_finds_no_place_is_on_record():
    fitted, changes = fit_address({"line1": "1 High St", "line2": "Leeds", "country": "GB"}, lines=2)
    assert fitted == ["1 High St", "Leeds"]
    assert changes == (Change("Address line 3", "shortened", "GB", ""),)


@pytest.mark.parametrize(
    ("key", "bare"), [("000042", "42"), (" 42 ", "42"), ("000", "0"), ("", ""), ("0A1", "0A1"), ("_CRD01", "_CRD01")]
)
def test_a_key_without_padding_is_the_same_however_a_site_stores_it(key, bare):
    assert bare_key(key) == bare
