"""Conditions as rows are the same thing as an expression, both ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.domain.conditions import (
    STRIPE_OBJECTS,
    BadConditionError,
    Group,
    Operator,
    Row,
    condition_from,
    condition_of,
    expression_of,
    rows_of,
)
from agent.domain.expressions import BadExpressionError, Scope

#: The facts of the tests: fields that are there, and some of Stripe's that are not.
VALUES = {
    "payment": {"status": "succeeded", "amount": {"minor": 1000}, "captured": True, "connect": False},
    "payer": {"name": 'Ann "Lee"\n\\', "in": "x"},
    "customer": {"metadata": {"po no": "7", "vip": "yes"}},
    "charge": {},
    "refund": {"metadata": {"rma": "R 7"}},
}
FIELDS = {
    "payment.status": str,
    "payment.amount.minor": int,
    "payment.captured": bool,
    "payment.connect": bool,
    "payer.name": str,
    "payer.in": str,
    "customer.metadata.vip": str,
    "customer.metadata.po no": str,
    "customer.metadata.gone": str,
    "charge.metadata.gone": str,
    "refund.metadata.rma": str,
    "refund.metadata.gone": str,
}
TEXTS = st.one_of(
    st.sampled_from(["succeeded", "yes", "7", "Ann", "", "e", '"', "'", "\\", "\n"]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
)
NUMBERS = st.integers(-1100, 1100) | st.sampled_from([1000, 2**63 - 1, -(2**63 - 1)])


@st.composite
def rows(draw):
    field = draw(st.sampled_from(sorted(FIELDS)))
    kind = FIELDS[field]
    if kind is bool:
        operator = draw(st.sampled_from([Operator.HOLDS, Operator.HOLDS_NOT, Operator.IS, Operator.IS_NOT]))
        return Row(field, operator, draw(st.booleans()) if operator in {Operator.IS, Operator.IS_NOT} else "")
    values = TEXTS if kind is str else NUMBERS
    own = (
        [Operator.CONTAINS, Operator.CONTAINS_NOT, Operator.STARTS_WITH, Operator.ENDS_WITH]
        if kind is str
        else [Operator.OVER, Operator.AT_LEAST, Operator.UNDER, Operator.AT_MOST]
    )
    operator = draw(st.sampled_from([Operator.IS, Operator.IS_NOT, Operator.ONE_OF, Operator.NONE_OF, *own]))
    if operator in {Operator.ONE_OF, Operator.NONE_OF}:
        return Row(field, operator, tuple(draw(st.lists(values, max_size=3))))
    return Row(field, operator, draw(values))


def groups(parts, least=2):
    return st.builds(Group, st.sampled_from(["all", "any"]), st.lists(parts, min_size=least, max_size=4).map(tuple))


CONDITIONS = st.one_of(
    st.just(Group("all")),
    rows().map(lambda row: Group("all", (row,))),
    groups(st.recursive(rows(), groups, max_leaves=8)),
)


def found(field):
    value = VALUES
    for part in field.split("."):
        if part not in value:
            return None
        value = value[part]
    return value


COMPARED = {
    Operator.IS: lambda a, b: a == b,
    Operator.OVER: lambda a, b: a > b,
    Operator.AT_LEAST: lambda a, b: a >= b,
    Operator.UNDER: lambda a, b: a < b,
    Operator.AT_MOST: lambda a, b: a <= b,
    Operator.ONE_OF: lambda a, b: a in b,
    Operator.CONTAINS: lambda a, b: b in a,
    Operator.STARTS_WITH: str.startswith,
    Operator.ENDS_WITH: str.endswith,
    Operator.HOLDS: lambda a, _: a,
}
DENIES = {
    Operator.IS_NOT: Operator.IS,
    Operator.NONE_OF: Operator.ONE_OF,
    Operator.CONTAINS_NOT: Operator.CONTAINS,
    Operator.HOLDS_NOT: Operator.HOLDS,
}


def holds(part):
    """The rows by themselves, without any expression."""
    if isinstance(part, Group):
        return (all if part.match == "all" else any)(map(holds, part.parts))
    value = found(part.field)
    if part.operator in DENIES:
        return value is None or not COMPARED[DENIES[part.operator]](value, part.value)
    return value is not None and COMPARED[part.operator](value, part.value)


@given(CONDITIONS)
def test_rows_become_an_expression_and_the_same_rows_again(condition):
    assert condition_of(expression_of(condition)) == condition


@given(CONDITIONS.filter(lambda condition: condition.parts))
def test_rows_and_their_expression_say_the_same(condition):
    assert Scope(VALUES).holds(expression_of(condition)) == holds(condition)


@given(CONDITIONS)
def test_rows_are_data_and_the_same_rows_again(condition):
    assert condition_from(rows_of(condition)) == condition


@given(st.text("apymentin .()[]!&|=<>'\"\\1-,", max_size=40) | st.text(max_size=20))
def test_no_text_whatever_upsets_the_reading_of_rows(text):
    condition = condition_of(text)
    if condition is not None and condition.parts:
        assert condition_of(expression_of(condition)) == condition


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("payment.status == 'failed' && !payment.booked", "all"),
        ("payment.connect || !payment.captured", "any"),
        ("", "all"),
    ],
)
def test_what_the_shipped_flows_say_is_rows(expression, words):
    condition = condition_of(expression)
    assert condition is not None
    assert condition.match == words


@pytest.mark.parametrize(
    "expression",
    [
        "a == 'x' && b || c",
        "a + 1 == 2",
        "!(a == 1)",
        "!a.startsWith('x')",
        "(a == 1)",
        "!(a && b)",
        "a == b",
        "a == 1.5",
        "a == -'x'",
        "a in b",
        "a in ['x'",
        "a in ['x' 'y']",
        "a.nothing('x')",
        "a.contains(1)",
        "a.contains('x'",
        "a(1)",
        "a > 'x'",
        "a == r'x'",
        "a == '''x'''",
        "a == 'x\\n'",
        "a == 99999999999999999999",
        "true",
        "1 == a",
        "a['x.y'] == 1",
        "('x' in charge && charge.y == 1)",
        "('x' in charge)",
        "!('x' in charge && charge.x > 1)",
        "!('x' in charge && charge.x == 1",
        "charge.x == 1 a",
        "a ==",
        "a ? b : c",
        "(" * 9 + "a && b" + ") && b" * 9,
    ],
)
def test_what_says_more_than_rows_is_no_rows(expression):
    assert condition_of(expression) is None


def test_a_missing_part_of_a_stripe_object_is_no_error():
    scope = Scope({"charge": {}, "customer": {"metadata": {}}})
    for name in STRIPE_OBJECTS & {"charge", "customer"}:
        assert not scope.holds(expression_of(Group("all", (Row(f"{name}.metadata.po", Operator.IS, "7"),))))
        assert scope.holds(expression_of(Group("all", (Row(f"{name}.metadata.po", Operator.IS_NOT, "7"),))))
    with pytest.raises(BadExpressionError):
        scope.holds("customer.metadata.po == '7'")


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("payment.connect", "Rows read"),
        ({}, "exactly one of all and any; got nothing"),
        ({"none": []}, "got none"),
        ({"all": {}}, "all has a list"),
        ({"all": ["x"]}, "all has a list"),
        ({"all": [{"field": "a"}]}, "a: a row has exactly one operator"),
        ({"all": [{"field": "a", "like": "x"}]}, "got \\['like'\\]"),
        ({"all": [{"field": "a", "is": 1.5}]}, "a: is does not go with 1.5"),
        ({"all": [{"field": "a", "holds": False}]}, "a: holds does not go with False"),
        ({"all": [{"field": "a", "one_of": "x"}]}, "a: one_of does not go with 'x'"),
        ({"all": [{"field": "a", "over": "x"}]}, "a: over does not go with 'x'"),
        ({"all": [{"field": "a", "over": True}]}, "a: over does not go with True"),
        ({"all": [{"field": "a", "is": 2**63}]}, "a: is does not go with"),
        ({"all": [{"field": "a..b", "is": "x"}]}, "'a..b' is no field"),
        ({"all": [{"field": "in", "is": "x"}]}, "'in' is no field"),
    ],
)
def test_rows_that_cannot_work_are_refused_with_the_row(raw, words):
    with pytest.raises(BadConditionError, match=words):
        condition_from(raw)


def test_groups_are_nested_only_so_deep():
    deep = {"all": []}
    for _ in range(8):
        deep = {"all": [deep]}
    with pytest.raises(BadConditionError, match="nested at most 8 deep"):
        condition_from(deep)
    nested = Group("all")
    for _ in range(8):
        nested = Group("all", (nested,))
    with pytest.raises(BadConditionError, match="nested at most 8 deep"):
        expression_of(nested)
