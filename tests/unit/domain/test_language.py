"""The engine's sentences in another language: their template is found again, whatever stood in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.domain.language import ENGINE, Language, Message, Template, read_catalogue

TEXTS = {
    "Receipt from {name}, {amount}": "Zahlungseingang von {name}, {amount}",
    "Customer {name}": "Kunde {name}",
    "Stripe customer": "Stripe-Kunde",
    "The refund of {amount} failed.": "Die Erstattung über {amount} schlug fehl.",
    "{name} paid {amount}. {problem}": "{name} hat {amount} bezahlt. {problem}",
    "{amount} fits several invoices: {numbers}. {correct}": "{amount} passen auf mehrere Rechnungen: {numbers}. {correct}",
    "Correct it and retry.": "Berichtigen Sie es und wiederholen Sie.",
    "It is dated {day}.": "Es ist vom {day}.",
    "Document {numbers}{whose} waits.": "Beleg {numbers}{whose} wartet.",
    "The {what} is late.": "Verspätet: {what}.",
    "switched off": "ausgeschaltet",
    "and": "und",
    "Receipt {place} of customer {customer}: {total} {currency} on {invoices}.": (
        "Zahlungseingang {place} von Kunde {customer}: {total} {currency} auf {invoices}."
    ),
    "{name} {invoice} of customer {customer}.": "{name} {invoice} von Kunde {customer}.",
    "says nothing for it.": "sagt dafür nichts.",
    "Say `map {what} {day}`, for {name} has no code.": "Sagen Sie `map {what} {day}`, denn {name} hat keinen Code.",
    "Held": "Angehalten",
    "The payment is late. Pay it.": "Die Zahlung ist verspätet. Bezahlen Sie.",
}

CATALOGUE = b"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS><TS version="2.1" language="de_DE">
<context><name>engine</name>
    <message><source>Customer {name}</source><translation>Kunde {name}</translation></message>
    <message><source>Held</source><translation type="unfinished"></translation></message>
</context>
<context><name>words</name>
    <message numerus="yes"><source>%n day(s)</source><translation><numerusform>ein Tag</numerusform>
        <numerusform>%n Tage</numerusform></translation></message>
</context></TS>"""


@pytest.fixture
def german():
    return Language(TEXTS, lambda number: f"<{number}>", lambda day: f"<{day}>")


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("Customer Ann", "Kunde Ann"),
        ("Receipt from Ann, 1,200.50 USD", "Zahlungseingang von Ann, <1,200.50> USD"),
        ("Receipt from Stripe customer, -5 JPY", "Zahlungseingang von Stripe-Kunde, <-5> JPY"),
        ("Held", "Angehalten"),
        (" Held ", " Angehalten "),
        ("It is dated 2026-11-30.", "Es ist vom <2026-11-30>."),
    ],
)
def test_a_sentence_is_said_with_what_stood_in_it(german, english, expected):
    assert german.say(english) == expected


def test_what_stands_in_a_sentence_may_be_sentences_again(german):
    english = "Ann paid 10.00 USD. 10.00 USD fits several invoices: 5, 6 and 7. Correct it and retry."
    assert german.say(english) == (
        "Ann hat <10.00> USD bezahlt. <10.00> USD passen auf mehrere Rechnungen: 5, 6 und 7. "
        "Berichtigen Sie es und wiederholen Sie."
    )


def test_what_stands_in_a_command_is_said_as_it_is_typed(german):
    said = german.say("Say `map Held 2026-11-30`, for Held has no code.")
    assert said == "Sagen Sie `map Held 2026-11-30`, denn Angehalten hat keinen Code."


def test_sentences_side_by_side_are_said_one_by_one(german):
    assert german.say("Correct it and retry. The refund of 1.00 USD failed.") == (
        "Berichtigen Sie es und wiederholen Sie. Die Erstattung über <1.00> USD schlug fehl."
    )
    # "The {what} is late." reads the whole of it as well, and would leave the second half in English.
    assert german.say("The refund is late. The invoice is late.") == "Verspätet: refund. Verspätet: invoice."


def test_the_template_that_says_most_itself_is_taken(german):
    assert german.say("The payment is late. Pay it.") == "Die Zahlung ist verspätet. Bezahlen Sie."


def test_what_others_have_written_stays_as_it_is(german):
    for text in ("", "Hello, world", "Operator ADMIN is not known.", "Paid on 2026-11-30 with 5.00 USD"):
        assert german.say(text) == text


def test_what_others_have_written_between_our_sentences_stays_as_it_is(german):
    assert german.say("ERROR 4711. Correct it and retry.") == "ERROR 4711. Berichtigen Sie es und wiederholen Sie."
    assert german.say("Correct it and retry. ERROR 4711") == "Berichtigen Sie es und wiederholen Sie. ERROR 4711"


def test_a_sentence_of_ours_may_go_on_with_what_others_have_written(german):
    assert german.say("Customer EUR is switched off.") == "Kunde EUR is switched off."
    assert german.say("Customer EUR says nothing for it.") == "Kunde EUR sagt dafür nichts."


def test_a_key_before_a_sentence_does_not_hide_it(german):
    assert german.say("2026/11/9: Receipt 9 of customer 0001: 5.00 USD on 0007.") == (
        "2026/11/9: Zahlungseingang 9 von Kunde 0001: <5.00> USD auf 0007."
    )


def test_lines_are_said_one_by_one(german):
    assert german.say("Customer Ann\nERROR 4711\nHeld") == "Kunde Ann\nERROR 4711\nAngehalten"


def test_a_part_that_may_be_missing_is_said_where_it_is_there(german):
    assert german.say("Document 5 waits.") == "Beleg 5 wartet."
    assert german.say("Document 5, switched off waits.") == "Beleg 5, ausgeschaltet wartet."


def test_an_identifier_with_a_day_or_an_amount_in_it_is_left_alone(german):
    assert german.say("Customer day_2026-11-20_usd") == "Kunde day_2026-11-20_usd"
    assert german.say("Customer INV-2026-11-20-7") == "Kunde INV-2026-11-20-7"


def test_without_a_catalogue_everything_is_said_in_english():
    assert Language({}, str, str).say("Customer Ann") == "Customer Ann"


def test_a_template_is_told_from_a_text_that_only_begins_or_ends_alike():
    template = Template.of("from {a} to {b}, now")
    assert template.match("from 1 to 2, now") == ("1", "2")
    assert template.match("from 1 to 2, then") is None
    assert template.match("from 1 or 2, now") is None
    assert Template.of("one {a} one").match("one one") is None
    assert Template.of("ab{a}ba{b}b").match("abbab") == ("", "")
    assert Template.of("ab{a}ba").match("aba") is None


def test_a_catalogue_is_read_as_the_translator_wrote_it():
    assert read_catalogue(CATALOGUE) == [
        Message(ENGINE, "Customer {name}", ("Kunde {name}",), is_finished=True),
        Message(ENGINE, "Held", (), is_finished=False),
        Message("words", "%n day(s)", ("ein Tag", "%n Tage"), is_finished=True),
    ]


WORDS = st.sampled_from(
    ["The", "refund", "is", "late.", "and", "Held", "Customer", "5.00 USD", "  ", ",", ": ", "->", "\n", ". "]
)


@given(st.lists(WORDS).map(" ".join))
def test_any_text_can_be_said(text):
    german = Language(TEXTS, lambda number: f"<{number}>", lambda day: f"<{day}>")
    assert isinstance(german.say(text), str)
    assert Language(dict(zip(TEXTS, TEXTS, strict=True)), str, str).say(text) == text
