"""Rows of a condition between what is typed and what is meant: which fields, which operators, which type of value."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from agent.domain.conditions import Operator, Value
from agent.domain.sources import Source, SourceType
from gui.viewmodels.flow_words import truth_text
from gui.words import spoken

_TEXTS = (
    Operator.IS,
    Operator.IS_NOT,
    Operator.ONE_OF,
    Operator.NONE_OF,
    Operator.CONTAINS,
    Operator.CONTAINS_NOT,
    Operator.STARTS_WITH,
    Operator.ENDS_WITH,
)
_NUMBERS = (
    Operator.IS,
    Operator.IS_NOT,
    Operator.OVER,
    Operator.AT_LEAST,
    Operator.UNDER,
    Operator.AT_MOST,
    Operator.ONE_OF,
    Operator.NONE_OF,
)
_YES_NO = (Operator.HOLDS, Operator.HOLDS_NOT)

#: Types that one row can compare.
_COMPARABLE = {SourceType.TEXT, SourceType.NUMBER, SourceType.DAY, SourceType.YES_NO}

_BY_NUMBER = {Operator.OVER, Operator.AT_LEAST, Operator.UNDER, Operator.AT_MOST}


def comparable(sources: Sequence[Source]) -> dict[str, Source]:
    """Return path -> field of what rows can compare."""
    return {one.path: one for one in sources if one.type in _COMPARABLE and "*" not in one.path}


def operators_of(source: Source | None) -> tuple[Operator, ...]:
    """Return how a field can be compared; a field that is not known in every way."""
    if source is None:
        return tuple(Operator)
    return {SourceType.YES_NO: _YES_NO, SourceType.NUMBER: _NUMBERS}.get(source.type, _TEXTS)


def meaning_text(source: Source | None) -> str:
    """Return what a field is, with an example."""
    if source is None:
        return ""
    example = QCoreApplication.translate("flows", "such as {example}").format(example=truth_text(source.example))
    meaning = spoken(source.meaning)
    return f"{meaning}, {example}" if source.example else meaning


def value_typed(value: Value) -> str:
    """Return the value of a row as a person types it."""
    if isinstance(value, tuple):
        return ", ".join(map(value_typed, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def value_from(text: str, operator: Operator, source: Source | None, before: Value) -> Value:
    """Return the value that was typed for a row.

    Args:
        text: What was typed.
        operator: How the field is compared.
        source: The field; ``None`` where it is not known.
        before: The value that stood there; its type counts where the field's is not known.
    """
    if operator in _YES_NO:
        return ""
    is_number = operator in _BY_NUMBER or (source is not None and source.type is SourceType.NUMBER)
    if source is None and isinstance(before, int) and not isinstance(before, bool):
        is_number = True
    if operator in {Operator.ONE_OF, Operator.NONE_OF}:
        return tuple(_one(part.strip(), is_number=is_number) for part in text.split(",") if part.strip())
    return before if text == value_typed(before) and isinstance(before, bool) else _one(text, is_number=is_number)


def _one(text: str, *, is_number: bool) -> str | int:
    plain = text.strip()
    digits = plain.removeprefix("-")
    return int(plain) if is_number and digits.isascii() and digits.isdecimal() else text
