"""Expressions: CEL on plain values."""

import pytest

from agent.domain.expressions import MAX_LENGTH, BadExpressionError, Scope, compiled


def test_an_expression_computes_a_value():
    scope = Scope({"a": 2, "names": ["x", "y"], "payer": {"name": "Ann"}})
    assert scope.evaluate("a + 1") == 3
    assert scope.evaluate("payer.name + '!'") == "Ann!"
    assert scope.evaluate("size(names)") == 2


def test_a_condition_holds_or_not():
    assert Scope({"a": 2}).holds("a == 2")
    assert not Scope({"a": 2}).holds("a in [1, 3]")


@pytest.mark.parametrize("expression", ["a", "'yes'", "1"])
def test_a_condition_is_true_or_false_and_nothing_else(expression):
    with pytest.raises(BadExpressionError, match="neither true nor false"):
        Scope({"a": 2}).holds(expression)


@pytest.mark.parametrize(
    "expression",
    [
        "gone",
        "payer.gone",
        "a.b",
        "1 / 0",
        "1 % 0",
        "a + 'x'",
        "nothing(1)",
        "[1][7]",
        "-9223372036854775808 - 1",
        "int('x')",
    ],
)
def test_what_cannot_be_evaluated_is_refused_with_the_expression(expression):
    with pytest.raises(BadExpressionError) as refused:
        Scope({"a": 2, "payer": {}}).evaluate(expression)
    assert repr(expression) in str(refused.value)


@pytest.mark.parametrize("expression", ["", "a +", "((", "a b", "import os"])
def test_what_cannot_be_read_is_refused(expression):
    with pytest.raises(BadExpressionError):
        compiled(expression)


def test_an_expression_has_a_greatest_length():
    with pytest.raises(BadExpressionError, match=f"at most {MAX_LENGTH} characters; this one has {MAX_LENGTH + 4}"):
        compiled("1" + "+1" * (MAX_LENGTH // 2) + "+11")


def test_an_expression_walks_a_list_at_most_once():
    assert Scope({"a": [1, 2]}).evaluate("a.exists(x, x == 2)") is True
    with pytest.raises(BadExpressionError, match="takes too long"):
        compiled("a.map(x, a.map(y, x + y))")


def test_half_a_surrogate_pair_becomes_a_question_mark():
    assert Scope({"payer": {"name": "Ann \ud83d"}}).evaluate("payer.name") == "Ann ?"


def test_large_numbers_and_nothing_do_not_disturb():
    assert Scope({"a": 2**70, "b": None, "c": 1.5}).evaluate("c") == 1.5


def test_going_through_lists_within_lists_is_refused():
    once = "[1, 2].exists(x, x == 2)"
    assert Scope({}).holds(once)
    with pytest.raises(BadExpressionError, match="takes too long"):
        compiled(f"[1, 2].all(y, {once})")
