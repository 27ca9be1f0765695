from agent.domain.suggest import SourceField, Suggestion, by_field


def test_each_field_gets_its_best_sources_first():
    answers = [
        (SourceField("b"), (Suggestion("Email", 70, ("x",)), Suggestion("Name", 50, ()))),
        (SourceField("a"), (Suggestion("Email", 90, ()),)),
        (SourceField("none"), ()),
    ]
    turned = by_field(answers)
    assert list(turned) == ["Email", "Name"]
    assert [(one.name, one.percent) for one in turned["Email"]] == [("a", 90), ("b", 70)]
    assert turned["Email"][1].reasons == ("x",)


def test_no_field_gets_more_than_five():
    answers = [(SourceField(str(number)), (Suggestion("Email", 60, ()),)) for number in range(9)]
    assert len(by_field(answers)["Email"]) == 5


def test_what_a_source_fits_less_well_than_another_field_is_no_candidate():
    assert list(by_field([(SourceField("a"), (Suggestion("Email", 90, ()), Suggestion("Name", 40, ())))])) == ["Email"]
