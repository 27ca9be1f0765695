"""Finds what is still English in a window that speaks another language."""

import re

from PySide6.QtCore import QAbstractListModel, QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextBrowser,
    QWidget,
)

from agent.domain.language import ENGINE

#: English words that no German sentence has, but that every English one of ours has one of.
WORDS = re.compile(
    r"\b(the|is|are|were|be|been|has|have|had|does|did|not|no|and|or|of|to|by|for|from|with|without|this|that|it|its"
    r"|which|what|who|when|where|how|whether|your|our|one|each|every|all|any|more|than|then|than|into|out|on|off|at|as"
    r"|needs|waits|customer|customers|order|invoice|payment|payments|refund|receipt|posted|ignored|held"
    r"|document|documents|code|codes|amount|fee|fees|company|setting|settings|seconds|days|hours)\b"
)

#: Most rows of a table that are read.
_MOST_ROWS = 200

_MARK = re.compile(r"\S*…|{[^{}]*}|<[^>]+>|`[^`]+`|„[^“]*“|\([^()]*\)|\"[^\"]*\"")


#: What a field of Stripe's has, or SYSPRO's gets.
_VALUE = re.compile(r"^\S+ [=→] .*$", re.MULTILINE)


def texts_of(widget):
    """Yield (where, text) for everything that a person can read on a widget, tool tips and accessible names too."""
    for one in (widget, *widget.findChildren(QWidget)):
        if not one.isVisible():
            continue
        where = type(one).__name__
        yield f"{where} tool tip", one.toolTip()
        yield f"{where} name", one.accessibleName()
        yield f"{where} description", one.accessibleDescription()
        if isinstance(one, (QLabel, QAbstractButton)):
            yield where, one.text()
        elif isinstance(one, QGroupBox):
            yield where, one.title()
        elif isinstance(one, QLineEdit):
            yield f"{where} hint", one.placeholderText()
        elif isinstance(one, (QPlainTextEdit, QTextBrowser)):
            # What is typed there is the site's own.
            yield from [(where, one.toPlainText())] if one.isReadOnly() else []
        elif isinstance(one, QComboBox):
            yield from ((where, one.itemText(place)) for place in range(one.count()))
        elif isinstance(one, QAbstractItemView) and one.model() is not None:
            yield from ((f"{where} cell", text) for text in _cells(one.model()))


def _cells(model):
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
    # Qt hides how many columns a list has.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(model.rowCount(), _MOST_ROWS)):
            yield from (str(model.index(row, column).data(role) or "") for role in roles)


def english_in(text, quoted=()):
    """Return why a text is English, or nothing.

    Args:
        text: What is read.
        quoted: Texts of others, such as names and Stripe's descriptions, that stand in it as they are.
    """
    text = _VALUE.sub("", text)
    said = QCoreApplication.translate(ENGINE, text)
    if said != text:
        return "is said in English"
    plain = _MARK.sub(" ", text)
    for one in quoted:
        plain = plain.replace(one, " ")
    # Names of settings, flows and keys, file names and identifiers have no language.
    plain = re.sub(r"\S*[\d_/\\@.:=]\S+|\b[a-z]+(-[a-z]+){2,}\b", " ", plain)
    found = WORDS.findall(plain)
    return f"has {', '.join(sorted(set(found)))}" if found else ""
