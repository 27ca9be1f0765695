"""The codec: what is stored is read back as the same value, and equal values are equal texts."""

import json
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.domain import money
from agent.domain.attempts import Settlement
from agent.domain.codec import body_from, body_text, dumps, fingerprint, from_plain, loads, to_plain
from agent.domain.documents import DocumentKey, State
from agent.domain.facts import ErpFacts, Facts, OpenInvoice, StripeFacts
from agent.domain.kinds import BODIES, Kind, OrderLine, SalesOrder
from agent.domain.money import Money

CURRENCIES = sorted(money._ZERO_DECIMAL | money._TWO_DECIMAL | money._THREE_DECIMAL)
JSON_SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5)
JSON = st.recursive(
    JSON_SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
AMOUNTS = st.builds(Money, st.integers(), st.sampled_from(CURRENCIES))
BALANCES = st.builds(OpenInvoice, st.text(), st.text(), st.text(), AMOUNTS)
STRIPE = st.builds(
    StripeFacts,
    objects=st.dictionaries(st.text(max_size=9), st.dictionaries(st.text(max_size=5), JSON, max_size=3), max_size=3),
)
FACTS = st.builds(Facts, stripe=STRIPE)

st.register_type_strategy(Money, AMOUNTS)
st.register_type_strategy(Decimal, st.decimals(allow_nan=False, allow_infinity=False))


@pytest.mark.parametrize("kind", Kind)
@given(data=st.data())
def test_every_kind_of_document_survives_the_store(kind, data):
    body = data.draw(st.from_type(BODIES[kind]))
    assert body_from(kind, body_text(body)) == body


@given(FACTS)
def test_facts_survive_the_store(facts):
    assert loads(Facts, dumps(facts)) == facts


@pytest.mark.parametrize("kind", [DocumentKey, Settlement, ErpFacts])
@given(data=st.data())
def test_what_stands_beside_them_survives_too(kind, data):
    value = data.draw(st.from_type(kind))
    assert loads(kind, dumps(value)) == value


@given(FACTS)
def test_what_was_read_back_is_stored_as_the_same_text(facts):
    text = dumps(facts)
    assert dumps(loads(Facts, text)) == text


@given(st.dictionaries(st.text(), JSON, min_size=2))
def test_equal_values_are_equal_texts_in_whatever_order_they_came(value):
    turned = dict(reversed(value.items()))
    assert dumps(value) == dumps(turned)


@given(st.from_type(OrderLine), st.text(min_size=1), JSON)
def test_fields_that_an_older_program_does_not_know_are_left_out(line, name, value):
    stored = {f"later_{name}": value} | json.loads(dumps(line))
    assert loads(OrderLine, json.dumps(stored)) == line


def test_fields_that_a_newer_program_added_have_their_defaults():
    assert loads(OrderLine, '{"line_type": "stock"}') == OrderLine("stock")


@dataclass(frozen=True)
class Inner:
    amount: Money | None = None
    rates: tuple[Decimal, ...] = ()


@dataclass(frozen=True)
class Outer:
    inner: Inner | None = None
    pair: tuple[str, Decimal] | None = None
    by_name: dict[str, Inner | None] | None = None


@pytest.mark.parametrize(
    "value",
    [
        Outer(),
        Outer(Inner()),
        Outer(Inner(Money(5, "jpy"), (Decimal("1.50"), Decimal("1E+5")))),
        Outer(pair=("rate", Decimal("0.1"))),
        Outer(by_name={"a": None, "b": Inner(Money(1, "usd"))}),
    ],
)
def test_what_is_optional_inside_of_what_is_optional_survives(value):
    assert loads(Outer, dumps(value)) == value


def test_a_decimal_keeps_its_last_zeros():
    assert str(loads(Inner, dumps(Inner(rates=(Decimal("1.50"),)))).rates[0]) == "1.50"


def test_a_tuple_of_the_wrong_length_is_refused():
    with pytest.raises(ValueError, match="argument"):
        from_plain(tuple[str, int], ["a"])


def test_stored_text_is_data_alone():
    order = SalesOrder("ch_1", "2026-01-31", "USD", lines=(OrderLine("charge", charge_value=Money(5, "usd")),))
    stored = json.loads(dumps(order))
    assert stored["lines"][0]["charge_value"] == {"minor": 5, "currency": "usd"}
    assert stored["lines"][0]["quantity"] == "0"
    assert stored["options"]["use_price_entered"] is True


class Colour(Enum):
    RED = "red"


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (Colour.RED, "red"),
        (State.IN_DOUBT, "in_doubt"),
        (Decimal("1.10"), "1.10"),
        (("a", 1), ["a", 1]),
        ({1: Colour.RED}, {"1": "red"}),
        (Money(5, "usd"), {"minor": 5, "currency": "usd"}),
        (None, None),
        ("text", "text"),
        (Money, Money),
    ],
)
def test_values_become_plain(value, plain):
    assert to_plain(value) == plain


def test_letters_are_stored_as_themselves():
    assert dumps({"name": "Łódź 👍"}) == '{"name":"Łódź 👍"}'


@given(st.text(), st.text())
def test_a_fingerprint_is_short_and_tells_texts_apart(one, other):
    assert len(fingerprint(one)) == 32
    assert (fingerprint(one) == fingerprint(other)) == (one == other)
