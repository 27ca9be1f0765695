"""The form of one document as a person reads it: what each field takes, and what is wrong with what was typed."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from agent.domain.edits import BadEditError, EditField, Wrong, checked
from agent.domain.kinds import FieldType


def in_order(fields: Sequence[EditField]) -> list[EditField]:
    """Return the fields as they are shown: what stands somewhere first, the document's own before its lines'."""
    return sorted(fields, key=lambda one: not one.text and one.edit is None)


def label_of(one: EditField) -> str:
    """Return what a field is called."""
    if not one.line:
        return one.target.element
    return QCoreApplication.translate("edit", "Line {number}: {field}").format(
        number=one.line, field=one.target.element
    )


def takes(one: EditField) -> str:
    """Return what a field takes, in a few words."""
    translated, target = QCoreApplication.translate, one.target
    if target.type is FieldType.DAY:
        words = translated("edit", "day, as 2026-01-31")
    elif target.choices:
        words = " · ".join(target.choices)
    else:
        words = translated("edit", "up to {length} characters").format(length=target.length)
    return ", ".join(filter(None, (words, translated("edit", "required") if target.required else "")))


def wrong_with(one: EditField, text: str) -> str:
    """Return what is wrong with a text for a field as one sentence; empty where it may stand there."""
    try:
        checked(one.target, text)
    except BadEditError as error:
        return _sentence(one, text, error)
    return ""


def _sentence(one: EditField, text: str, error: BadEditError) -> str:
    translated, target = QCoreApplication.translate, one.target
    match error.wrong:
        case Wrong.EMPTY:
            return translated("edit", "SYSPRO needs something here.")
        case Wrong.NO_DAY:
            return translated("edit", "This is no day such as 2026-01-31.")
        case Wrong.NO_CHOICE:
            return translated("edit", "SYSPRO takes {choices} here.").format(choices=", ".join(target.choices))
        case Wrong.TOO_LONG:
            said = translated("edit", "There is room for {room} characters, and this is {length} long.")
            return said.format(room=target.length, length=len(" ".join(text.split())))
        case Wrong.LETTERS:
            said = translated("edit", "SYSPRO lacks some of these letters; it would read “{instead}”.")
            return said.format(instead=error.instead)
