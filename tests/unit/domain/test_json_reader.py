"""JSON of others: a wrong type becomes one sentence about one field, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.domain.json_reader import BadJsonError, JsonReader

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
NAMES = st.sampled_from(["a", "data", "id", "b"])
JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4), max_leaves=12
)
READS = {
    "text": str,
    "optional_text": str,
    "integer": int,
    "optional_integer": int,
    "flag": bool,
    "object": JsonReader,
    "optional_object": JsonReader,
    "objects": list,
    "id_of": str,
    "texts": dict,
}


@pytest.fixture
def reader():
    value = {
        "id": "ch_1",
        "amount": 5,
        "paid": True,
        "ratio": 0.5,
        "note": None,
        "customer": {"id": "cus_1"},
        "invoice": "in_1",
        "metadata": {"sku": "A"},
        "tags": [{"id": "t1"}, {"id": "t2"}],
        "refunds": {"object": "list", "data": [{"id": "re_1"}]},
    }
    return JsonReader(value, "charge ch_1")


@pytest.mark.parametrize("read", READS)
@given(value=st.dictionaries(NAMES, JSON))
def test_arbitrary_json_is_read_or_refused_in_one_way(read, value):
    try:
        result = getattr(JsonReader(value, "thing"), read)("a")
        result = list(result) if read == "objects" else result
    except BadJsonError as error:
        assert str(error).startswith("thing.a")  # noqa: PT017 - most values are read without complaint
    else:
        assert type(result) is READS[read]


@given(JSON)
def test_only_an_object_can_be_read(value):
    if isinstance(value, dict):
        assert JsonReader(value, "thing").raw == value
    else:
        with pytest.raises(BadJsonError, match=r"^thing is .*, not an object\.$"):
            JsonReader(value, "thing")


def test_fields_are_read_with_their_types(reader):
    assert (reader.text("id"), reader.integer("amount"), reader.flag("paid")) == ("ch_1", 5, True)
    assert reader.object("customer").text("id") == "cus_1"


@pytest.mark.parametrize("name", ["note", "absent"])
def test_what_is_absent_or_null_reads_as_nothing(reader, name):
    assert reader.optional_text(name) == ""
    assert reader.optional_integer(name) == 0
    assert reader.optional_object(name).raw == {}
    assert list(reader.objects(name)) == []
    assert reader.id_of(name) == ""
    assert reader.texts(name) == {}


def test_what_is_present_is_not_nothing(reader):
    assert reader.optional_text("invoice") == "in_1"
    assert reader.optional_integer("amount") == 5
    assert reader.optional_object("customer").text("id") == "cus_1"
    assert reader.texts("metadata") == {"sku": "A"}


def test_an_id_is_read_from_the_id_or_from_the_object(reader):
    assert (reader.id_of("customer"), reader.id_of("invoice")) == ("cus_1", "in_1")


def test_a_mere_id_reads_as_an_empty_object(reader):
    assert reader.optional_object("invoice").raw == {}


def test_lists_are_read_bare_and_as_stripe_list_objects(reader):
    assert [item.text("id") for item in reader.objects("tags")] == ["t1", "t2"]
    assert [item.text("id") for item in reader.objects("refunds")] == ["re_1"]


@pytest.mark.parametrize(
    ("read", "name", "message"),
    [
        ("text", "amount", "charge ch_1.amount is a number, not text."),
        ("text", "absent", "charge ch_1.absent is missing, not text."),
        ("text", "tags", "charge ch_1.tags is a list, not text."),
        ("integer", "paid", "charge ch_1.paid is a yes/no, not a whole number."),
        ("integer", "ratio", "charge ch_1.ratio is a number, not a whole number."),
        ("integer", "id", "charge ch_1.id is text, not a whole number."),
        ("flag", "metadata", "charge ch_1.metadata is an object, not a yes/no."),
        ("object", "invoice", "charge ch_1.invoice is text, not an object."),
        ("optional_object", "tags", "charge ch_1.tags is a list, not an object."),
        ("id_of", "metadata", "charge ch_1.metadata.id is missing, not text."),
        ("object", "absent", "charge ch_1.absent is missing, not an object."),
    ],
)
def test_the_sentence_names_the_field_and_what_stands_there(reader, read, name, message):
    with pytest.raises(BadJsonError) as raised:
        getattr(reader, read)(name)
    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("text", "it.a is text, not a list."),
        (5, "it.a is a number, not a list."),
        ([{}, 5], "it.a[1] is a number, not an object."),
        ({"data": "text"}, "it.a is text, not a list."),
        (frozenset(), "it.a is frozenset, not a list."),
    ],
)
def test_a_list_says_which_item_is_wrong(value, message):
    with pytest.raises(BadJsonError) as raised:
        list(JsonReader({"a": value}, "it").objects("a"))
    assert str(raised.value) == message
