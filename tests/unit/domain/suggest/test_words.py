import time

import pytest

from agent.domain.suggest.words import Vocabulary, phrases_of, split

KNOWN = Vocabulary(frozenset("kunden nummer kd nr purchase order verkauf gebiet warehouse a b c d e abc".split()))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("unitPrice", ["unit", "price"]),
        ("unit_price", ["unit", "price"]),
        ("PONumber", ["po", "number"]),
        ("E-Mail", ["e", "mail"]),
        ("Order #", ["order", "no"]),
        ("line1", ["line", "1"]),
        ("Währung", ["waehrung"]),
        ("Straße", ["strasse"]),
        ("numéro", ["numero"]),
        ("", []),
    ],
)
def test_a_name_is_taken_apart(name, words):
    assert split(name) == words


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("kundennummer", ["kunden", "nummer"]),
        ("kdnr", ["kd", "nr"]),
        ("purchaseorder", ["purchase", "order"]),
        ("verkaufsgebiet", ["verkauf", "gebiet"]),
        ("warehuose", ["warehouse"]),
        ("warehose", ["warehouse"]),
        ("warehousse", ["warehouse"]),
        ("ordre", ["ordre"]),
        ("xyz", ["xyz"]),
        ("42", ["42"]),
    ],
)
def test_compounds_and_slips_are_understood(word, parts):
    assert list(KNOWN.known([word])) == parts
    assert list(KNOWN.known([word])) == parts


def test_a_word_of_more_than_four_parts_is_no_compound():
    assert list(KNOWN.known(["abc" * 5])) == ["abc" * 5]


def test_the_longest_phrase_counts():
    known = frozenset({("purchase", "order"), ("order", "number")})
    assert list(phrases_of(["purchase", "order", "number"], known, 4)) == [("purchase", "order"), ("number",)]


def test_a_hostile_name_costs_no_time():
    started = time.process_time()
    list(KNOWN.known(["abc" * 2_000, "kunden" * 6 + "x", *("ab" * n for n in range(1, 200))]))
    assert time.process_time() - started < 1
