import pytest

from agent.domain.kinds import BODIES, OrderLine, targets_of
from agent.domain.suggest import BadThesaurusError, thesaurus_from
from agent.domain.suggest.shapes import CALLED
from tests.unit.domain.suggest.suggest_stage import SMALL, shipped, small


def concepts(name):
    return [sorted(one.concepts) for one in name.heard]


def test_a_name_is_heard_with_its_concepts():
    name = small().read("metadata.kundennummer")
    assert concepts(name) == [["customer"], ["number"]]
    assert [one.weight for one in name.heard] == [10, 3]
    assert not name.in_line


def test_what_stands_above_counts_half_and_unknown_words_there_nothing():
    name = small().read("strange.customer.number")
    assert [(one.phrase, one.near) for one in name.heard] == [("customer", 50), ("number", 100)]


def test_stripes_objects_and_places_in_lists_say_nothing():
    assert small().read("charge.items[0].order").heard == small().read("items.order").heard
    assert small().read("items.0.order").in_line
    assert not small().read("items").in_line


def test_a_word_that_belongs_elsewhere_weighs_most():
    [one] = small().read("utm").heard
    assert one.weight > 10
    assert [one.weight for one in small().read("strange").heard] == [5]


def test_a_container_is_not_heard():
    assert small().read("custom").heard == ()


def test_a_field_without_a_meaning_is_found_by_its_own_name():
    [own] = small().meaning_of("OrderNumber", "receipt")
    assert own.weights == {"order": 10, "number": 3}
    assert small().meaning_of("Strange", "receipt") == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("format = ", "no TOML"),
        ("format = 2", "format 2"),
        (SMALL.replace("customer number;", "strange number;"), "The meaning of Customer names strange"),
    ],
)
def test_a_thesaurus_that_cannot_be_read_is_refused(text, said):
    with pytest.raises(BadThesaurusError, match=said):
        thesaurus_from(text)


def test_the_shipped_one_speaks_of_fields_and_shapes_that_exist():
    every = {f"{kind.value}.{element}" for kind, body in BODIES.items() for element in targets_of(body)}
    known = {name.partition(".")[2] for name in every} | set(targets_of(OrderLine))
    thesaurus = shipped()
    for element in (*thesaurus.meanings, *thesaurus.shapes, *thesaurus.anywhere):
        assert element in every | known or element in {"journal.LedgerCode", "journal.EntryAmount", "journal.Comment"}
    assert set(thesaurus.shapes.values()) <= set(CALLED)
    assert set(thesaurus.light) <= set(thesaurus.called)
