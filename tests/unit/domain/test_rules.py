"""Field rules: where a target field's value comes from."""

import pytest

from agent.domain.expressions import BadExpressionError, Scope
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
    ("transform", "before", "after"),
    [
        ("trim", "  a ", "a"),
        ("upper", "ab", "AB"),
        ("lower", "AB", "ab"),
        ("digits", "+1 (555) 2", "15552"),
        ("first_line", "\n one \ntwo", "one "),
        ("first_line", "  ", ""),
    ],
)
def test_transforms_change_texts(transform, before, after):
    assert TRANSFORMS[transform](before) == after


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
    ],
)
def test_a_rule_that_cannot_work_is_refused_with_the_field(raw, words):
    with pytest.raises(BadRuleError, match=words) as refused:
        parse_rule("Name", raw)
    assert str(refused.value).startswith("Name: ")


def test_an_expression_that_cannot_be_read_is_refused():
    with pytest.raises(BadExpressionError):
        parse_rule("Name", {"cel": "payer."})


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
