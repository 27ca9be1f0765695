"""Expressions: CEL on plain values."""

import time

import pytest

from agent.domain.expressions import MAX_LENGTH, BadExpressionError, Scope, compiled
from agent.domain.tokens import names


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


#: A value as a payer may have written it, as long as Stripe lets any be.
LONG = {"s": "x" * 5000, "l": ["x"] * 500, "a": {}}

HOSTILE = {
    "macros within macros": ("l.map(x, l.map(y, l.map(z, x + y + z)))", "takes too long"),
    "a macro over a written list": ("[" + "1," * 700 + "1].map(x, [x, x, x])", "takes too long"),
    "texts joined for each element": ("l.map(x, " + " + ".join(["s"] * 10) + ")", "takes too long"),
    "a pattern for each element": ("l.all(x, x.matches('a'))", "takes too long"),
    "a text joined with itself": ("+".join(["s"] * 62), "more than 60 additions takes too long"),
    "a text that grows": ("+".join(["s"] * 50), "more than 20,000 characters"),
    "brackets": ("(" * 900 + "1" + ")" * 900, "more than 40 brackets within brackets"),
    "lists within lists": ("[" * 100 + "]" * 100, "brackets within brackets"),
    "functions within functions": ("size(" * 100 + "s" + ")" * 100, "brackets within brackets"),
    "a choice in a choice": ("true ? 1 : " * 150 + "1", "recursion|reach|nest|limit"),
    "a pattern that multiplies": ("s.matches('(a{50}){50}')", "repetitions takes too long"),
    "a pattern that repeats": ("s.matches('a{2,900}')", "repetitions takes too long"),
    "a long pattern": (f"s.matches('{'a?' * 150}')", "more than 200 characters"),
    "many patterns": (" || ".join(["s.matches('a')"] * 4), "more than 3 patterns"),
    "a pattern that the payer wrote": ("s.matches(s)", r'a pattern is written out: matches\("..."\)'),
    "a pattern that is none": ("s.matches('(')", "not a valid regex"),
    "nothing": ("s.matches(", "is written out"),
    "numbers without end": ("9223372036854775807 + 1", "verflow"),
    "a division by nought": ("1 / 0", "division by zero"),
    "a file": ("open('/etc/passwd')", "there is no open"),
    "a module": ("__import__('os').system('id')", "there is no __import__"),
    "a class": ("s.__class__.__mro__", "does not fit the types"),
    "the environment": ("env.HOME", "there is no env"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_expression_ends_at_once_and_reads_nothing(case):
    expression, words = HOSTILE[case]
    started = time.perf_counter()
    with pytest.raises(BadExpressionError, match=words):
        Scope(LONG).evaluate(expression)
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize(
    "expression",
    ["s.matches('(x+)+$')", "s.matches('\\\\w{100}')", "l.exists(x, x + x + x == s)", "!" * 1900 + "true"],
)
def test_the_worst_that_is_allowed_takes_no_time_to_speak_of(expression):
    started = time.perf_counter()
    Scope(LONG).evaluate(expression)
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize(
    ("expression", "place"),
    [
        ("a.gone", (1, 1)),
        ("1 == 1 &&\n  payer.nmae == ''", (2, 3)),
        ("1 +\n * 2", (2, 2)),
        ("[s,\n s.matches(s)]", (2, 4)),
        ("s > 3", (0, 0)),
    ],
)
def test_a_refusal_points_at_line_and_column(expression, place):
    with pytest.raises(BadExpressionError) as refused:
        Scope(LONG).evaluate(expression)
    assert (refused.value.line, refused.value.column) == place
    assert (f"(line {place[0]}, column {place[1]})" in str(refused.value)) == (place != (0, 0))


def test_a_value_may_be_named_later():
    scope = Scope({"a": 1})
    scope.add("b", {"c": "x"})
    scope.add("d", "half \ud83d")
    assert scope.evaluate("b.c + d") == "xhalf ?"


def test_an_expression_says_what_it_names():
    found = [name.path for name in names("a.b['c d'].e + l.exists(x, x.y == q) ? size(z) : w.contains(true) // c")]
    assert found == ["a.b.c d.e", "l", "q", "z", "w"]
