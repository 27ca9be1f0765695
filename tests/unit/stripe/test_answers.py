"""From bytes to plain JSON: as the standard library decodes it, but decimals as text and members with their own text."""

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.domain.errors import Transient
from connectors.stripe.answers import decoded, listed

SCALARS = st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
)
SPACES = st.sampled_from([{}, {"indent": 2}, {"indent": "\t"}, {"separators": (",", ":")}, {"ensure_ascii": False}])


@given(st.lists(VALUES, max_size=4), st.booleans(), SPACES, st.dictionaries(st.text(max_size=5), VALUES, max_size=3))
def test_a_page_is_cut_as_the_standard_library_decodes_it(members, has_more, spaces, others):
    fields = {key: value for key, value in others.items() if key not in {"data", "has_more"}}
    body = json.dumps({**fields, "data": members, "has_more": has_more}, **spaces).encode("utf-8", "surrogatepass")
    page = listed(body, "GET /v1/events")
    assert page.has_more is has_more
    assert [member.value for member in page.members] == members
    assert [json.loads(member.text) for member in page.members] == members
    assert not any("\n" in member.text or "\r" in member.text for member in page.members)


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=5), VALUES), SPACES)
def test_an_object_is_decoded_as_the_standard_library_does(value, spaces):
    assert decoded(json.dumps(value, **spaces).encode(), "GET /v1/balance") == value


@given(st.binary(max_size=60))
def test_no_bytes_make_it_stumble(body):
    for read in (decoded, listed):
        with contextlib.suppress(Transient):
            read(body, "GET /v1/events")


@given(st.integers(0, 150))
def test_a_page_that_breaks_off_anywhere_is_no_page(end):
    whole = json.dumps({"data": [{"id": "evt_1", "x": [1, 2.5, None]}, "two"], "has_more": False, "url": "/v1/events"})
    with pytest.raises(Transient):
        listed(whole[: min(end, len(whole) - 1)].encode(), "GET /v1/events")


def test_decimals_become_texts():
    assert decoded(b'{"a": 1.10, "b": [1e3], "c": 2}', "x") == {"a": "1.10", "b": ["1e3"], "c": 2}


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_no_json(constant):
    with pytest.raises(Transient):
        decoded(f'{{"a": {constant}}}'.encode(), "x")


def test_half_a_character_becomes_a_question_mark_in_lists_too():
    page = listed(b'{"data": [{"a": "\\ud83d"}, {"a": "\\ud83d\\ude00"}], "has_more": false}', "x")
    assert [member.value["a"] for member in page.members] == ["?", "😀"]
