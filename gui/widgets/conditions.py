"""A condition as rows that are filled in, all or any of them, nested; or as an expression with its error marked."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from agent.domain.conditions import Group, Operator, Row
from agent.domain.flow_cards import ConditionRead
from agent.domain.sources import Source
from gui.theme import SMALL, Tone, color, fixed_font, tokens
from gui.viewmodels import flow_conditions as view
from gui.viewmodels import flow_words as words
from gui.widgets.basics import Button, StateIcon, Text, row_of
from gui.widgets.forms import ChoiceBox
from gui.widgets.tabs import Tabs

#: Deepest nesting that can be filled in; deeper ones are expressions.
_DEEPEST = 4


class RowView(QWidget):
    """One comparison: a field, how, and with what."""

    edited = Signal()
    removed = Signal(object)

    def __init__(self, sources: Mapping[str, Source], row: Row) -> None:
        super().__init__()
        self._sources = sources
        self._row = row
        self.field = ChoiceBox([(path, "") for path in sources], row.field, hint=self.tr("A field"))
        self.field.setAccessibleName(self.tr("Field that is compared"))
        self.operator = QComboBox()
        self.operator.setAccessibleName(self.tr("How it is compared"))
        self.value = QLineEdit(view.value_typed(row.value))
        self.value.setAccessibleName(self.tr("What it is compared with"))
        self.remove = Button("", role="quiet", icon="x")
        self.remove.setFixedWidth(28)
        self.remove.setAccessibleName(self.tr("Remove the row"))
        self.remove.setToolTip(self.tr("Remove the row"))
        self.meaning = Text(role="muted", wraps=True)
        first = row_of(self.field, self.remove, spacing=4)
        first.setStretch(0, 1)
        second = row_of(self.operator, self.value, spacing=4)
        second.setStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.meaning)
        self._offer(row.operator)
        self.field.currentTextChanged.connect(lambda _: self._field_changed())
        self.operator.currentIndexChanged.connect(lambda _: self._operator_changed())
        self.value.textChanged.connect(lambda _: self.edited.emit())
        self.remove.clicked.connect(lambda: self.removed.emit(self))

    def row(self) -> Row:
        """Return the row as it is filled in."""
        field, operator = self.field.code(), self.operator.currentData()
        source = self._sources.get(field)
        return Row(field, operator, view.value_from(self.value.text(), operator, source, self._row.value))

    def _offer(self, chosen: Operator) -> None:
        source = self._sources.get(self.field.code())
        offered = view.operators_of(source)
        self.operator.blockSignals(True)
        self.operator.clear()
        for operator in offered if chosen in offered else (*offered, chosen):
            self.operator.addItem(words.operator_word(operator), operator)
        self.operator.setCurrentIndex(max(0, self.operator.findData(chosen)))
        self.operator.blockSignals(False)
        self.meaning.setText(view.meaning_text(source))
        self.meaning.setVisible(source is not None)
        self._show_value()

    def _show_value(self) -> None:
        operator = self.operator.currentData()
        self.value.setVisible(operator not in {Operator.HOLDS, Operator.HOLDS_NOT})
        several = operator in {Operator.ONE_OF, Operator.NONE_OF}
        self.value.setPlaceholderText(self.tr("a, b, c") if several else self.tr("Value"))

    def _field_changed(self) -> None:
        kept = self.operator.currentData()
        offered = view.operators_of(self._sources.get(self.field.code()))
        self._offer(kept if kept in offered else offered[0])
        self.edited.emit()

    def _operator_changed(self) -> None:
        self._show_value()
        self.edited.emit()


class GroupView(QFrame):
    """Rows and groups of them, of which all or any have to hold."""

    edited = Signal()
    removed = Signal(object)

    def __init__(self, sources: Mapping[str, Source], group: Group, depth: int = 1) -> None:
        super().__init__()
        self._sources, self._depth = sources, depth
        self.parts: list[RowView | GroupView] = []
        self.match = QComboBox()
        self.match.setAccessibleName(self.tr("Whether all or any have to hold"))
        for match in ("all", "any"):
            self.match.addItem(words.match_word(match), match)
        self.match.setCurrentIndex(self.match.findData(group.match))
        self.match.currentIndexChanged.connect(lambda _: self._changed())
        self.remove = Button("", role="quiet", icon="x")
        self.remove.setFixedWidth(28)
        self.remove.setAccessibleName(self.tr("Remove the group"))
        self.remove.setToolTip(self.tr("Remove the group"))
        self.remove.clicked.connect(lambda: self.removed.emit(self))
        self.remove.setVisible(depth > 1)
        self.add_row = Button(self.tr("Row"), role="quiet", icon="plus")
        self.add_row.setAccessibleName(self.tr("Add a row"))
        self.add_row.clicked.connect(self._add_row)
        self.add_group = Button(self.tr("Group"), role="quiet", icon="plus")
        self.add_group.setAccessibleName(self.tr("Add a group of rows"))
        self.add_group.clicked.connect(self._add_group)
        self.add_group.setVisible(depth < _DEEPEST)
        self._body = QVBoxLayout()
        self._body.setSpacing(SMALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(*((0, 0, 0, 0) if depth == 1 else (SMALL, SMALL, 4, 4)))
        column.setSpacing(SMALL)
        head = row_of(self.match, self.remove, spacing=4)
        head.setStretch(0, 1)
        column.addLayout(head)
        column.addLayout(self._body)
        column.addLayout(row_of(self.add_row, self.add_group, 1, spacing=4))
        if depth > 1:
            self.setProperty("role", "group")
        for part in group.parts:
            self._put(part)
        self._show_match()

    def group(self) -> Group:
        """Return the rows as they are filled in."""
        found = [part.group() if isinstance(part, GroupView) else part.row() for part in self.parts]
        return Group(str(self.match.currentData()), tuple(found))

    def _put(self, part: Row | Group) -> "RowView | GroupView":
        made: RowView | GroupView
        if isinstance(part, Group):
            made = GroupView(self._sources, part, self._depth + 1)
        else:
            made = RowView(self._sources, part)
        made.edited.connect(self.edited)
        made.removed.connect(self._take)
        self.parts.append(made)
        self._body.addWidget(made)
        return made

    def _add_row(self) -> None:
        made = self._put(Row(next(iter(self._sources), ""), Operator.IS, ""))
        assert isinstance(made, RowView)
        made.field.setFocus()
        self._changed()

    def _add_group(self) -> None:
        other = "any" if self.match.currentData() == "all" else "all"
        row = Row(next(iter(self._sources), ""), Operator.IS, "")
        self._put(Group(other, (row, row)))
        self._changed()

    def _take(self, part: "RowView | GroupView") -> None:
        self.parts.remove(part)
        part.hide()
        part.deleteLater()
        self._changed()

    def _changed(self) -> None:
        self._show_match()
        self.edited.emit()

    def _show_match(self) -> None:
        self.match.setVisible(len(self.parts) > 1 or self._depth > 1)


class ConditionEditor(QWidget):
    """A condition, as rows or as an expression; the page tells what is wrong with it."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sources: Mapping[str, Source] = {}
        self.rows: GroupView | None = None
        self.tabs: Tabs[str] = Tabs({"rows": self.tr("Rows"), "expression": self.tr("Expression")}, "rows")
        self.tabs.chosen.connect(self._turn)
        self.holder = QWidget()
        self._rows_column = QVBoxLayout(self.holder)
        self._rows_column.setContentsMargins(0, 0, 0, 0)
        self.text = QPlainTextEdit()
        self.text.setFont(fixed_font())
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(88)
        self.text.setAccessibleName(self.tr("The expression"))
        self.text.setPlaceholderText(self.tr("payment.amount.minor > 100000"))
        self.text.textChanged.connect(self._typed)
        says_more = self.tr("This says more than rows can, so it is shown as an expression.")
        self.more = Text(says_more, role="muted", wraps=True)
        self.icon = StateIcon(14)
        self.problem = Text(wraps=True)
        self.problem.tone(Tone.BAD.value)
        self.trouble = QWidget()
        row = row_of(self.icon, self.problem, spacing=6)
        row.setAlignment(self.icon, Qt.AlignmentFlag.AlignTop)
        row.setStretch(1, 1)
        self.trouble.setLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for part in (self.tabs, self.holder, self.text, self.more, self.trouble):
            column.addWidget(part)
        self.show_problem(None)

    def show_condition(self, expression: str, rows: Group | None, sources: Sequence[Source]) -> None:
        """Show a condition that is edited from now on.

        Args:
            expression: The CEL expression.
            rows: The same as rows; ``None`` where it says more than rows can.
            sources: What can be compared.
        """
        self._sources = view.comparable(sources)
        self.text.blockSignals(True)
        self.text.setPlainText(expression)
        self.text.blockSignals(False)
        self._fill(rows)
        self._show_tab("expression" if rows is None else "rows")
        self.show_problem(None)

    def value(self) -> Group | str:
        """Return the condition as it stands there: rows, or an expression."""
        if self.tabs.tab == "rows" and self.rows is not None:
            return self.rows.group()
        return self.text.toPlainText().strip()

    def take_read(self, read: ConditionRead) -> None:
        """Take what was read of the condition: the other way to say it, and what is wrong with it and where."""
        if self.tabs.tab == "rows":
            self.text.blockSignals(True)
            self.text.setPlainText(read.expression)
            self.text.blockSignals(False)
        else:
            self._fill(read.rows)
        self.show_problem(read if read.problem else None)

    def show_problem(self, read: ConditionRead | None, message: str = "") -> None:
        """Say what is wrong, and mark the place; ``None`` and no message where nothing is."""
        text = words.sentence_text(message)
        marks = []
        if read is not None:
            text = words.sentence_text(read.problem)
            if read.line and self.tabs.tab == "expression":
                place = self.tr("Line {line}, column {column}: {problem}")
                text = place.format(line=read.line, column=read.column, problem=read.problem)
            marks = [self._mark(read)]
        self.icon.show_state("refused", Tone.BAD)
        self.problem.setText(text)
        self.trouble.setVisible(bool(text))
        self.text.setExtraSelections(marks)

    def _mark(self, read: ConditionRead) -> QTextEdit.ExtraSelection:
        cursor = QTextCursor(self.text.document())
        if read.line:
            block = self.text.document().findBlockByNumber(read.line - 1)
            cursor.setPosition(min(block.position() + read.column - 1, block.position() + max(0, block.length() - 1)))
            cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
            if not cursor.hasSelection():
                cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor)
        else:
            cursor.select(QTextCursor.SelectionType.Document)
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(color(tokens().tones[Tone.BAD]))
        look.setBackground(color(tokens().washes[Tone.BAD]))
        made = QTextEdit.ExtraSelection()
        made.cursor, made.format = cursor, look
        return made

    def _fill(self, rows: Group | None) -> None:
        if self.rows is not None:
            self._rows_column.removeWidget(self.rows)
            self.rows.hide()
            self.rows.deleteLater()
        self.rows = None
        if rows is not None:
            self.rows = GroupView(self._sources, rows)
            self.rows.edited.connect(self.edited)
            self._rows_column.addWidget(self.rows)
        self.tabs.buttons["rows"].setEnabled(rows is not None)

    def _turn(self, tab: str) -> None:
        self._show_tab(tab)
        self.edited.emit()

    def _show_tab(self, tab: str) -> None:
        self.tabs.show_tab(tab)
        self.holder.setVisible(tab == "rows")
        self.text.setVisible(tab == "expression")
        self.more.setVisible(tab == "expression" and self.rows is None and bool(self.text.toPlainText().strip()))

    def _typed(self) -> None:
        self.edited.emit()
