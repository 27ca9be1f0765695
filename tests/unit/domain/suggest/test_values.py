"""Values find the code of a list that they stand for, with reasons; what none fits gets none."""

import pytest

from agent.domain.suggest import (
    BadSourcesError,
    BadValueWordsError,
    Choice,
    SourceField,
    ValueAdvisor,
    ValueTable,
    choices_from,
    value_words_from,
)
from agent.shipped import shipped_value_words

WORDS = value_words_from(shipped_value_words())


def found(table, choices, name, *samples):
    return ValueAdvisor(WORDS, table, choices).suggest(SourceField(name, samples))


def first(table, choices, name, *samples):
    proposals = found(table, choices, name, *samples)
    return (proposals[0].code, proposals[0].percent, proposals[0].reasons) if proposals else None


TAXES = [
    Choice("S", percent="20"),
    Choice("R", "Reduced", "5"),
    Choice("Z", "Zero rated", "0"),
    Choice("E", "Exempt", "0"),
]


@pytest.mark.parametrize(
    ("name", "samples", "answer"),
    [
        ("txr_1", ("VAT", "20%"), ("S", 84, ("Both are 20%.",))),
        ("txr_1", ("VAT", "20.00 %", "GB"), ("S", 84, ("Both are 20%.",))),
        ("txr_1", ("Reduced", "5%"), ("R", 88, ("Both are 5%.", "Both are reduced."))),
        ("txr_1", ("Zero rated", "0%"), ("Z", 88, ("Both are 0%.", "Both are zero."))),
        ("exempt", (), ("E", 82, ("Both are exempt.",))),
        ("S", (), ("S", 97, ("The code is the same.",))),
        ("txr_1", ("VAT", "19%"), None),
        ("txr_1", ("VAT", "8.875%"), None),
    ],
)
def test_tax_rates_find_the_code_with_their_percentage_and_kind(name, samples, answer):
    assert first(ValueTable.TAX_CODES, TAXES, name, *samples) == answer


def test_nothing_percent_alone_may_be_any_of_several_and_says_so():
    zero, exempt = found(ValueTable.TAX_CODES, TAXES, "txr_1", "0%")
    assert {zero.code, exempt.code} == {"Z", "E"}
    assert zero.percent == exempt.percent == 50
    assert zero.reasons[-1] == "E and Z fit as well."


def test_countries_tell_codes_with_one_percentage_apart():
    choices = [
        Choice("DE", "MwSt Deutschland", "20"),
        Choice("GB", "VAT United Kingdom", "20"),
        Choice("X", "Any", "20"),
    ]
    german, other = found(ValueTable.TAX_CODES, choices, "txr_1", "20%", "Germany")
    assert (german.code, other.code) == ("DE", "X")
    assert german.reasons == ("Both are 20%.", "Both are of DE.")
    assert first(ValueTable.TAX_CODES, choices, "txr_1", "VAT 20%")[0] == "X"


CURRENCIES = [Choice("USD", "Dollar"), Choice("STG", "Pound Sterling"), Choice("EU", "Euro")]


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("usd", ("USD", 97, ("The code is the same.",))),
        ("gbp", ("STG", 90, ('"Pound Sterling" is GBP.',))),
        ("eur", ("EU", 90, ('"Euro" is EUR.',))),
        ("jpy", None),
    ],
)
def test_currencies_are_known_by_code_or_name(name, answer):
    assert first(ValueTable.CURRENCIES, CURRENCIES, name) == answer


TERMS = [
    Choice("30", "30 days"), Choice("E3", "30 days end of month"), Choice("D2", "2% 10 days net 30"), Choice("CO", "Cash"),
    Choice("45"), Choice("W2", "2 weeks"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("net 30", "30"), ("30 days EOM", "E3"), ("2/10 net 30", "D2"), ("Vorkasse", "CO"), ("45 days", "45"), ("co", "CO"),
        ("14 Tage", "W2"), ("60 days", None), ("3% 10 net 30", None), ("on demand", None),
    ],
)  # fmt: skip
def test_terms_are_known_by_their_days_discount_and_month_end(name, code):
    answer = first(ValueTable.TERMS, TERMS, name)
    assert (answer[0] if answer else None) == code


STOCK = [
    Choice("BOLT-M8", "Hex bolt M8 zinc plated"), Choice("BOLT-M10", "Hex bolt M10 zinc plated"), Choice("12", "A twelve"),
    Choice("MUG-B", "Stoneware mug blue"), Choice("ABCD", "Letters"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "samples", "answer"),
    [
        ("bolt m8", (), ("BOLT-M8", 97)),
        ("prod_1", ("Hex bolt, BOLT-M8, zinc",), ("BOLT-M8", 92)),
        ("prod_1", ("SKU-BOLTM8-X",), ("BOLT-M8", 92)),
        ("prod_1", ("SKUBOLTM8X",), ("BOLT-M8", 84)),
        ("Zinc plated hex bolt M10", (), ("BOLT-M10", 92)),
        ("Blue mug", (), ("MUG-B", 86)),
        ("Shipping 12", (), None),
        ("xabcdx", (), None),
        ("Donation", (), None),
    ],
)
def test_products_are_known_by_code_or_words(name, samples, answer):
    made = first(ValueTable.STOCK_CODES, STOCK, name, *samples)
    assert (made[:2] if made else None) == answer


def test_words_that_hundreds_of_products_have_are_looked_at_up_to_a_bound():
    many = [Choice(f"WASHER-{number:04}", "Zinc plated washer steel") for number in range(600)]
    rare = [Choice("GNOME-1", "Garden gnome steel zinc washer")]
    assert found(ValueTable.STOCK_CODES, [*many, *rare], "Garden gnome steel zinc washer")[0].code == "GNOME-1"


def test_a_size_that_differs_is_another_product():
    assert [one.code for one in found(ValueTable.STOCK_CODES, STOCK, "Hex bolt M12 zinc plated")] == []


LEDGER = [
    Choice("1100", "Disputes control", account_type="A", control=True), Choice("1410", "Disputes", account_type="A"),
    Choice("4000", "Card fees charged on", account_type="R"), Choice("6110", "Card fees", account_type="E"),
    Choice("6200", "Losses from disputes", account_type="E"), Choice("1310", "Stripe clearing", account_type="A"),
    Choice("1350", "Input tax on fees", account_type="A"), Choice("9", "Sundry"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("fee", "6110"), ("fee.tax", "1350"), ("dispute", "1410"), ("dispute_loss", "6200"), ("clearing", "1310"),
        ("wages", None), ("rounding", None), ("unheard", None),
    ],
)  # fmt: skip
def test_accounts_are_known_by_words_and_account_type_and_control_accounts_are_never_suggested(name, code):
    answer = first(ValueTable.LEDGER_CODES, LEDGER, name)
    assert (answer[0] if answer else None) == code


def test_words_that_are_none_are_refused():
    with pytest.raises(BadValueWordsError, match="no TOML"):
        value_words_from("= 1")
    with pytest.raises(BadValueWordsError, match="another format than 1"):
        value_words_from("format = 2")


def test_codes_are_read_from_json():
    assert choices_from([{"code": "S", "percent": 20}, {"code": 7, "account_type": "A", "control": True}]) == (
        Choice("S", percent="20"),
        Choice("7", account_type="A", control=True),
    )
    for value, said in (
        ({}, "no JSON list"),
        ([{"code": " "}], "Code 1 has no code"),
        (["x"], "Code 1 is no JSON object"),
    ):
        with pytest.raises(BadSourcesError, match=said):
            choices_from(value)
