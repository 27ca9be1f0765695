"""Conditions as rows (field, operator, value; all or any, nested), which are the same thing as a CEL expression.

A person fills in rows; the engine evaluates the expression. Both ways are exact: what :func:`expression_of` writes,
:func:`condition_of` reads back as the same rows. Expressions that say more than rows can are shown as they are.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from agent.domain.tokens import RESERVED, Token, path_at, tokens


class BadConditionError(ValueError):
    """The rows cannot work; the message names the row."""


class Operator(Enum):
    """How a row compares; the value is its name in flows."""

    IS = "is"
    IS_NOT = "is_not"
    OVER = "over"
    AT_LEAST = "at_least"
    UNDER = "under"
    AT_MOST = "at_most"
    ONE_OF = "one_of"
    NONE_OF = "none_of"
    CONTAINS = "contains"
    CONTAINS_NOT = "contains_not"
    STARTS_WITH = "starts_with"
    ENDS_WITH = "ends_with"
    HOLDS = "holds"
    """A yes/no field is yes; takes no value."""
    HOLDS_NOT = "holds_not"
    """A yes/no field is no; takes no value."""


#: One value of a row: a text, a whole number or a yes/no; several for ``one_of`` and ``none_of``.
Value = str | int | bool | tuple[str | int | bool, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison.

    Attributes:
        field: Dotted path of what is compared. A part of Stripe's own objects may be missing; the comparison then does
            not hold, and one that says not holds.
        operator: How.
        value: With what; empty for ``holds`` and ``holds_not``.
    """

    field: str
    operator: Operator
    value: Value = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows, and groups of them, of which all or any have to hold; nothing in it always holds."""

    match: str
    parts: tuple["Row | Group", ...] = ()


#: Stripe's objects as they are; any part of them may be missing.
STRIPE_OBJECTS = frozenset({"charge", "customer", "payment_intent", "session", "invoice"})

_COMPARED = {
    Operator.IS: "==",
    Operator.IS_NOT: "!=",
    Operator.OVER: ">",
    Operator.AT_LEAST: ">=",
    Operator.UNDER: "<",
    Operator.AT_MOST: "<=",
}
_CALLED = {
    Operator.CONTAINS: "contains",
    Operator.STARTS_WITH: "startsWith",
    Operator.ENDS_WITH: "endsWith",
}
#: Operator -> the one that it denies.
_DENIES = {
    Operator.NONE_OF: Operator.ONE_OF,
    Operator.CONTAINS_NOT: Operator.CONTAINS,
    Operator.HOLDS_NOT: Operator.HOLDS,
    Operator.IS_NOT: Operator.IS,
}
_DENIED_BY = {operator: denial for denial, operator in _DENIES.items()}
_JOINED = {"all": "&&", "any": "||"}
_LISTS = frozenset({Operator.ONE_OF, Operator.NONE_OF})
_WITHOUT_VALUE = frozenset({Operator.HOLDS, Operator.HOLDS_NOT})
_TEXTS = frozenset({*_CALLED, Operator.CONTAINS_NOT})
_NUMBERS = frozenset({Operator.OVER, Operator.AT_LEAST, Operator.UNDER, Operator.AT_MOST})

_BY_SIGN = {sign: operator for operator, sign in _COMPARED.items()}
_BY_CALL = {call: operator for operator, call in _CALLED.items()}
_MATCH_OF = {sign: match for match, sign in _JOINED.items()}

_NAME = re.compile(r"[A-Za-z_]\w*")

#: Deepest nesting of groups, and the whole numbers that an expression can hold.
_MAX_DEPTH = 8
_MOST = 2**63 - 1


# ---------------------------------------------------------------- rows to expression


def expression_of(condition: Group) -> str:
    """Return the CEL expression that says the same; empty where there are no rows, which always holds.

    Raises:
        BadConditionError: When a value does not fit its operator, or groups are nested too deep.
    """
    return _group_text(condition, 1)


def _group_text(group: Group, depth: int) -> str:
    if depth > _MAX_DEPTH:
        raise BadConditionError(f"Groups are nested at most {_MAX_DEPTH} deep.")
    parts = [_row_text(part) if isinstance(part, Row) else f"({_group_text(part, depth + 1)})" for part in group.parts]
    return f" {_JOINED[group.match]} ".join(parts)


def _row_text(row: Row) -> str:
    _check(row)
    guards = _guards(row.field)
    if guards:
        said = " && ".join([*guards, _said(row.field, _DENIES.get(row.operator, row.operator), row.value)])
        return f"!({said})" if row.operator in _DENIES else f"({said})"
    if row.operator in _DENIES and row.operator is not Operator.IS_NOT:
        said = _said(row.field, _DENIES[row.operator], row.value)
        return f"!({said})" if row.operator is Operator.NONE_OF else f"!{said}"
    return _said(row.field, row.operator, row.value)


def _said(field: str, operator: Operator, value: Value) -> str:
    path = _path_text(field.split("."))
    if operator in _COMPARED:
        return f"{path} {_COMPARED[operator]} {_literal(value)}"
    if operator in _CALLED:
        return f"{path}.{_CALLED[operator]}({_literal(value)})"
    if isinstance(value, tuple):
        return f"{path} in [{', '.join(map(_literal, value))}]"
    return path


def _guards(field: str) -> list[str]:
    """Return what says that each part of a field of Stripe's own objects is there."""
    parts = field.split(".")
    if parts[0] not in STRIPE_OBJECTS and parts[1:2] != ["metadata"]:
        return []
    return [f"{_literal(part)} in {_path_text(parts[:at])}" for at, part in enumerate(parts) if at]


def _path_text(parts: Sequence[str]) -> str:
    rest = (
        f".{part}" if _NAME.fullmatch(part) and part not in RESERVED else f"[{_literal(part)}]" for part in parts[1:]
    )
    return parts[0] + "".join(rest)


def _literal(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else json.dumps(value, ensure_ascii=False)


def _check(row: Row) -> None:
    first = row.field.partition(".")[0]
    if not _NAME.fullmatch(first) or first in RESERVED or not all(row.field.split(".")):
        raise BadConditionError(f"{row.field!r} is no field such as payment.amount.minor.")
    values = row.value if isinstance(row.value, tuple) else (row.value,)
    fits = isinstance(row.value, tuple) == (row.operator in _LISTS)
    if row.operator in _WITHOUT_VALUE:
        fits = row.value == ""
    if row.operator in _TEXTS:
        fits = isinstance(row.value, str)
    if row.operator in _NUMBERS:
        fits = isinstance(row.value, int) and not isinstance(row.value, bool)
    if not fits or any(isinstance(value, int) and abs(value) > _MOST for value in values):
        raise BadConditionError(f"{row.field}: {row.operator.value} does not go with {row.value!r}.")


# ---------------------------------------------------------------- expression to rows


class _SaysMoreError(Exception):
    """The expression says more than rows can."""


def condition_of(expression: str) -> Group | None:
    """Return the rows that say the same as a CEL expression, or ``None`` where it says more than rows can."""
    reader = _Reader(tokens(expression))
    try:
        return reader.whole()
    except _SaysMoreError:
        return None


class _Reader:
    """Reads words from left to right."""

    def __init__(self, words: Sequence[Token]) -> None:
        self._words = words
        self._at = 0

    def whole(self) -> Group:
        if not self._words:
            return Group("all")
        found = self._group(1)
        self._end(self._at == len(self._words))
        return found

    def _group(self, depth: int) -> Group:
        self._end(depth <= _MAX_DEPTH)
        parts = [self._part(depth)]
        sign = self._sees() if self._sees() in _MATCH_OF else "&&"
        while self._sees() == sign:
            self._at += 1
            parts.append(self._part(depth))
        return Group(_MATCH_OF[sign], tuple(parts))

    def _part(self, depth: int) -> Row | Group:
        denied = self._skips("!")
        if self._skips("("):
            return self._bracketed(depth, denied=denied)
        row = self._row()
        if not denied:
            return row
        # As it is written, only what has no brackets of its own is denied without any.
        self._end(row.operator in {Operator.CONTAINS, Operator.HOLDS})
        return Row(row.field, _DENIED_BY[row.operator], row.value)

    def _bracketed(self, depth: int, *, denied: bool) -> Row | Group:
        """Read a guarded row, a denied one, or a group, up to its closing bracket."""
        guards = self._guards()
        found: Row | Group = self._row() if guards or denied else self._group(depth + 1)
        self._end(self._skips(")"))
        if isinstance(found, Group):
            self._end(len(found.parts) > 1)
            return found
        self._end(guards == _guards(found.field))
        if not denied:
            return found
        self._end(bool(guards) or found.operator is Operator.ONE_OF)
        self._end(found.operator in _DENIED_BY)
        return Row(found.field, _DENIED_BY[found.operator], found.value)

    def _guards(self) -> list[str]:
        found = []
        while self._kind() == "text" and self._sees(1) == "in" and self._kind(2) == "name":
            part = self._value()
            self._at += 1
            path = self._path()
            self._end(self._skips("&&"))
            found.append(f"{_literal(part)} in {_path_text(path)}")
        return found

    def _row(self) -> Row:
        self._end(self._kind() == "name" and self._sees() not in RESERVED)
        parts = self._path()
        sign = self._sees()
        if sign in _BY_SIGN:
            self._at += 1
            return self._checked(parts, _BY_SIGN[sign], self._value())
        if sign == "(":
            call = _BY_CALL.get(parts.pop())
            self._end(call is not None)
            self._at += 1
            value = self._value()
            self._end(self._skips(")"))
            return self._checked(parts, call or Operator.HOLDS, value)
        if self._skips("in"):
            self._end(self._skips("["))
            return self._checked(parts, Operator.ONE_OF, self._values())
        return self._checked(parts, Operator.HOLDS, "")

    def _checked(self, parts: list[str], operator: Operator, value: Value) -> Row:
        row = Row(".".join(parts), operator, value)
        try:
            _check(row)
        except BadConditionError as error:
            raise _SaysMoreError from error
        # A key with a point in it would be read as two parts.
        self._end(row.field.split(".") == parts)
        return row

    def _path(self) -> list[str]:
        parts, self._at = path_at(self._words, self._at)
        return parts

    def _values(self) -> tuple[str | int | bool, ...]:
        found = []
        while not self._skips("]"):
            found.append(self._value())
            self._end(self._sees() == "]" or self._skips(","))
        return tuple(found)

    def _value(self) -> str | int | bool:
        minus = self._skips("-")
        word = self._words[self._at] if self._at < len(self._words) else Token("", "", 0, 0)
        self._at += 1
        if word.kind == "number" and word.text.isdecimal():
            return -int(word.text) if minus else int(word.text)
        self._end(not minus)
        if word.text in {"true", "false"}:
            return word.text == "true"
        self._end(word.kind == "text")
        return _text_of(word.text)

    def _sees(self, ahead: int = 0) -> str:
        at = self._at + ahead
        return self._words[at].text if at < len(self._words) else ""

    def _kind(self, ahead: int = 0) -> str:
        at = self._at + ahead
        return self._words[at].kind if at < len(self._words) else ""

    def _skips(self, text: str) -> bool:
        found = self._sees() == text
        self._at += found
        return found

    @staticmethod
    def _end(fits: bool) -> None:  # noqa: FBT001 - reads like an assertion
        if not fits:
            raise _SaysMoreError


def _text_of(literal: str) -> str:
    """Return the text that a literal stands for; only literals as JSON has them, and plain ones in single quotes."""
    if literal.startswith("'") and not literal.startswith("'''") and "\\" not in literal:
        return literal[1:-1]
    try:
        return str(json.loads(literal))
    except ValueError as error:
        raise _SaysMoreError from error


# ---------------------------------------------------------------- rows as data


def condition_from(raw: object) -> Group:
    """Return the rows that a flow's TOML gives: ``{ all = [{ field = "...", is = "..." }, { any = [...] }] }``.

    Raises:
        BadConditionError: When it is none; the message names the row.
    """
    if not isinstance(raw, Mapping):
        raise BadConditionError(f'Rows read {{ all = [{{ field = "payment.status", is = "failed" }}] }}, not {raw!r}.')
    group = _group_from(raw, 1)
    expression_of(group)
    return group


def _group_from(raw: Mapping[str, Any], depth: int) -> Group:
    if depth > _MAX_DEPTH:
        raise BadConditionError(f"Groups are nested at most {_MAX_DEPTH} deep.")
    if len(raw) != 1 or next(iter(raw)) not in _JOINED:
        raise BadConditionError(f"A group has exactly one of all and any; got {', '.join(raw) or 'nothing'}.")
    match, parts = next(iter(raw.items()))
    if not isinstance(parts, list) or not all(isinstance(part, Mapping) for part in parts):
        raise BadConditionError(f"{match} has a list of rows and groups.")
    return Group(match, tuple(_row_from(part) if "field" in part else _group_from(part, depth + 1) for part in parts))


def _row_from(raw: Mapping[str, Any]) -> Row:
    operators = [name for name in raw if name != "field"]
    known = {operator.value: operator for operator in Operator}
    if len(operators) != 1 or operators[0] not in known:
        shown = ", ".join(known)
        raise BadConditionError(f"{raw['field']}: a row has exactly one operator, of {shown}; got {operators}.")
    operator, value = known[operators[0]], raw[operators[0]]
    if operator in _WITHOUT_VALUE:
        value = "" if value is True else None
    value = tuple(value) if isinstance(value, list) else value
    values = value if isinstance(value, tuple) else (value,)
    if not all(isinstance(one, str | int) for one in values):
        raise BadConditionError(f"{raw['field']}: {operator.value} does not go with {raw[operators[0]]!r}.")
    return Row(str(raw["field"]), operator, value)


def rows_of(group: Group) -> dict[str, Any]:
    """Return rows as :func:`condition_from` reads them."""
    return {group.match: [rows_of(part) if isinstance(part, Group) else _raw_row(part) for part in group.parts]}


def _raw_row(row: Row) -> dict[str, Any]:
    value = list(row.value) if isinstance(row.value, tuple) else row.value
    return {"field": row.field, row.operator.value: True if row.operator in _WITHOUT_VALUE else value}
