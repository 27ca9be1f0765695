"""Field rules: where a target field's value comes from."""

import pytest

from agent.domain.expressions import Scope
from agent.domain.fitting import DoesNotFitError
from agent.domain.money import Money
from agent.domain.rules import TRANSFORMS, BadRuleError, Rule, apply_rule, at_path, parse_rule

VALUES = {
    "payer": {"name": " Ann\nLee ", "none": None, "empty": ""},
    "payment": {"amount": Money(1000, "usd"), "currency": "usd"},
    "site": {"bank": {"usd": "STRIPE-USD"}},
}


def value_of(raw):
    plain = {"payer": {"name": "Ann"}, "payment": {"amount": {"minor": 1000}}}
    return apply_rule(parse_rule("Name", raw), VALUES, Scope(plain))


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ({"path": "payment.currency"}, "usd"),
        ({"path": "payment.amount"}, Money(1000, "usd")),
        ({"path": "payment.amount.minor"}, 1000),
        ({"path": "payment.amount.currency"}, "usd"),
        ({"path": "payer.gone"}, ""),
        ({"path": "payer.gone.deeper"}, ""),
        ({"path": "payment.currency.deeper"}, ""),
        ({"path": "payer.none", "default": "-"}, "-"),
        ({"path": "payer.empty", "default": "-"}, "-"),
        ({"constant": 7}, 7),
        ({"constant": "x", "transforms": ["upper"]}, "X"),
        ({"template": "{payment.amount} by {payer.name}{payer.gone}!"}, "10.00 USD by  Ann\nLee !"),
        ({"template": "no hole {}"}, "no hole {}"),
        ({"lookup": "site.bank", "key": "payment.currency"}, "STRIPE-USD"),
        ({"lookup": "site.bank", "key": "payer.gone", "default": "OTHER"}, "OTHER"),
        ({"lookup": "site.gone", "key": "payment.currency"}, ""),
        ({"cel": "payer.name + '!'"}, "Ann!"),
        ({"cel": "payment.amount.minor > 5"}, True),
    ],
)
def test_each_source_gives_its_value(raw, value):
    assert value_of(raw) == value


@pytest.mark.parametrize(
    ("transforms", "before", "after"),
    [
        ("trim", "  a ", "a"),
        ("upper", "ab", "AB"),
        ("lower", "AB", "ab"),
        ("digits", "+1 (555) 2", "15552"),
        ("first_line", "\n one \ntwo", "one "),
        ("first_line", "  ", ""),
        ("truncate:3", "abcdef", "abc"),
        ("pad:7", " 123 ", "0000123"),
        ("pad:7", "A-1", "A-1"),
        ("pad:7", " ", ""),
        ("date", 1_700_000_000, "2023-11-15"),
        ("date", "1700000000", "2023-11-15"),
        ("date", "2023-11-14", "2023-11-14"),
        ("date", "2023-11-14T23:30:00", "2023-11-15"),
        ("date", "2023-11-14T23:30:00+09:00", "2023-11-14"),
        ("date", " ", ""),
        ("date", True, True),
        ("money", Money(1050, "usd"), "10.50"),
        ("money", "10.50", "10.50"),
        ("upper", 7, 7),
    ],
)
def test_transforms_change_values(transforms, before, after):
    values = {"it": before, "site": {"site": {"time_zone": "Asia/Tokyo"}}}
    rule = parse_rule("Name", {"path": "it", "transforms": [transforms]})
    assert apply_rule(rule, values, Scope({})) == after


@pytest.mark.parametrize(("transform", "value"), [("date", "soon"), ("date", "2023-13-01"), ("pad:3", "12345")])
def test_a_value_that_a_transform_cannot_change_is_refused(transform, value):
    with pytest.raises(DoesNotFitError):
        apply_rule(parse_rule("Name", {"path": "it", "transforms": [transform]}), {"it": value}, Scope({}))


def test_every_transform_says_what_it_does():
    assert all(transform.help.endswith(".") for transform in TRANSFORMS.values())


def test_a_key_of_metadata_may_hold_points():
    assert at_path({"customer": {"metadata": {"po.no": "7"}}}, "customer.metadata.po.no") == "7"


def test_transforms_apply_in_order_and_to_texts_alone():
    assert value_of({"path": "payer.name", "transforms": ["first_line", "upper"]}) == "ANN"
    assert value_of({"constant": 7, "transforms": ["upper"]}) == 7


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("payer.name", "a rule reads"),
        ({}, "exactly one of path"),
        ({"path": "a", "cel": "b"}, "exactly one of path"),
        ({"path": "a", "lenght": 3}, "exactly one of path"),
        ({"path": 3}, "path is a text, not 3"),
        ({"template": ["a"]}, "template is a text"),
        ({"lookup": "a"}, "a lookup needs the key"),
        ({"path": "a", "transforms": ["uppper"]}, "there is no transform 'uppper'"),
        ({"path": "a", "transforms": ["truncate"]}, "the transform reads 'truncate:10', not 'truncate'"),
        ({"path": "a", "transforms": ["trim:3"]}, "the transform reads 'trim', not 'trim:3'"),
        ({"path": "a", "transforms": ["pad:x"]}, "the transform reads 'pad:10'"),
        ({"cel": "1 +\n payer."}, r"\(line 2, column 8\)"),
    ],
)
def test_a_rule_that_cannot_work_is_refused_with_the_field(raw, words):
    with pytest.raises(BadRuleError, match=words) as refused:
        parse_rule("Name", raw)
    assert str(refused.value).startswith("Name: ")


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (Rule("path", "payer.email", transforms=("trim", "lower")), "payer.email then trim then lower"),
        (Rule("constant", "O"), "always 'O'"),
        (Rule("template", "Stripe {payment.id}"), "text 'Stripe {payment.id}'"),
        (Rule("lookup", "site.bank", key="payment.currency"), "table site.bank by payment.currency"),
        (Rule("cel", "1 + 1"), "expression 1 + 1"),
    ],
)
def test_a_rule_says_itself_in_words(rule, sentence):
    assert rule.sentence() == sentence


def test_a_path_into_nothing_is_nothing():
    assert at_path({}, "a.b") is None
