"""What a model of meaning adds to the suggestions: a fake says how alike texts are."""

from agent.domain.kinds import Kind
from agent.domain.suggest import CONFIDENT, LEAST, Advisor, SourceField
from tests.unit.domain.suggest.suggest_stage import advise, shipped


class Said:
    """A model that finds texts alike as it was told, and all others not at all."""

    def __init__(self, **alike):
        self.alikes = alike
        self.read = []

    def ready(self, texts):
        self.read += texts

    def alike(self, text, others):
        return [self.alikes.get(other.replace(" ", "_"), 0) for other in others]


def ask(model, name, *samples, kind="customer"):
    return Advisor(shipped(), Kind(kind), None, model).suggest(SourceField(name, samples))


def test_a_name_that_says_nothing_finds_what_it_is_like_and_is_not_sure():
    [found] = ask(Said(city=910), "metadata.quxtown", "Leeds")
    assert found.element == "SoldToAddr3"
    assert LEAST <= found.percent < CONFIDENT
    assert found.reasons[0] == 'It is similar in meaning to "city" (91 percent).'
    assert found.reasons[1] == "1 of 1 samples look like a text."


def test_what_is_hardly_alike_is_not_said():
    assert ask(Said(city=690), "metadata.quxtown") == ()


def test_what_is_as_much_like_something_that_no_document_takes_is_not_said():
    assert ask(Said(city=800, newsletter=750), "metadata.quxtown") == ()
    assert ask(Said(city=800, newsletter=700), "metadata.quxtown") != ()


def test_a_name_that_the_thesaurus_knows_to_fit_nothing_is_left_alone():
    assert ask(Said(city=990), "metadata.newsletter", "yes") == ()
    assert ask(Said(city=990), "metadata") == ()


def test_samples_that_do_not_fit_speak_against_it():
    assert ask(Said(email=900), "metadata.quxpost", "ann") == ()
    assert ask(Said(email=900), "metadata.quxpost", "ann@example.com")[0].element == "Email"


def test_a_field_of_a_line_is_for_lines():
    assert ask(Said(quantity=800), "metadata.qux", kind="sales_order") == ()
    assert ask(Said(quantity=800), "line.qux", "3", kind="sales_order")[0].element == "OrderQty"


def test_beside_a_field_that_fits_it_names_others_last():
    plain = advise("customer", "metadata.contact", "Ann Lee")
    found = ask(Said(short=800, city=650, price_code=590), "metadata.contact", "Ann Lee")
    assert found[: len(plain)] == plain
    added = [one.element for one in found[len(plain) :]]
    assert added == ["ShortName", "SoldToAddr3"][: 3 - len(plain)]
    assert all(one.percent < LEAST for one in found[len(plain) :])


def test_three_answers_are_enough():
    plain = advise("sales_order", "metadata.order_reference", "10023")
    assert len(plain) >= 3
    assert ask(Said(city=990, warehouse=990), "metadata.order_reference", "10023", kind="sales_order") == plain


def test_more_alike_than_alike_is_said_as_a_hundred_percent():
    assert "(100 percent)" in ask(Said(city=1004), "metadata.quxtown")[0].reasons[0]


def test_names_are_read_in_one_go():
    model = Said(city=910)
    sources = [SourceField("metadata.quxtown"), SourceField("metadata.po_no"), SourceField("metadata")]
    answers = Advisor(shipped(), Kind.CUSTOMER, None, model).suggest_all(sources)
    assert model.read == ["quxtown", "po no"]
    assert answers == [ask(model, source.name) for source in sources]
    assert Advisor(shipped(), Kind.CUSTOMER).suggest_all(sources)[0] == ()
