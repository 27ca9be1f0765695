import pytest

from agent.domain.suggest import BadSourcesError, SourceField, lists_from, postings_from, sources_from


def test_sources_are_read_in_their_order_with_values_as_texts():
    read = sources_from([{"name": "b", "samples": ["x", 2, 1.5, True, False, None, {"a": 1}, [1]]}, {"name": "a"}])
    assert read == (SourceField("b", ("x", "2", "1.5", "yes", "no", "", '{"a": 1}', "[1]")), SourceField("a"))


def test_only_some_samples_are_looked_at():
    [source] = sources_from([{"name": "a", "samples": ["x"] * 5_000}])
    assert len(source.samples) == 100


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({}, "The list of sources is no JSON list."),
        ([{"name": "a"}] * 10_001, "10,001 entries, more than 10,000"),
        (["a"], "Entry 1 is no JSON object."),
        ([{"name": "a"}, {}], "Entry 2 of the sources has no name."),
        ([{"name": " "}], "Entry 1 of the sources has no name."),
        ([{"name": "a" * 501}], "Entry 1 has a name of more than 500 characters."),
        ([{"name": "a", "samples": "x"}], "samples of a is no JSON list."),
    ],
)
def test_sources_that_are_none_are_refused_with_the_place(value, said):
    with pytest.raises(BadSourcesError, match=said):
        sources_from(value)


def test_lists_and_postings_are_read():
    assert lists_from({"ApBank": ["B1", 2]}) == {"ApBank": frozenset({"B1", "2"})}
    [posting] = postings_from([{"kind": "receipt", "sources": {"a": 1}, "fields": {"Bank": "B1"}}])
    assert (posting.kind, posting.sources, posting.fields) == ("receipt", {"a": "1"}, {"Bank": "B1"})


@pytest.mark.parametrize(
    ("read", "value", "said"),
    [
        (lists_from, [], "The file of lists is no JSON object."),
        (lists_from, {"ApBank": "B1"}, "The list ApBank is no JSON list."),
        (postings_from, {}, "The list of postings is no JSON list."),
        (postings_from, [{}], "Posting 1 has no kind."),
        (postings_from, [{"kind": "receipt", "sources": []}], "sources of posting 1 is no JSON object."),
    ],
)
def test_other_files_are_refused_with_the_place(read, value, said):
    with pytest.raises(BadSourcesError, match=said):
        read(value)
