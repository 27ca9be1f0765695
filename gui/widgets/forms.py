"""Parts of forms: a choice that may also be typed, a labelled line, a list of things with their states."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from gui.theme import SMALL, Tone
from gui.widgets.basics import StateIcon, Text, row_of, strong


class ChoiceBox(QComboBox):
    """Codes with their descriptions; any other code may be typed.

    Args:
        choices: Code and description, from top to bottom.
        text: The code that stands there.
        hint: An example for whoever types.
    """

    def __init__(self, choices: Sequence[tuple[str, str]], text: str = "", *, hint: str = "") -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        for code, description in choices:
            self.addItem(f"{code}  {description}".strip(), code)
        edit = self.lineEdit()
        assert edit is not None
        edit.setPlaceholderText(hint)
        completer = self.completer()
        assert completer is not None
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.show_code(text)

    def code(self) -> str:
        """Return the code that was chosen or typed."""
        place = self.findText(self.currentText())
        return str(self.itemData(place)) if place >= 0 else self.currentText().strip()

    def show_code(self, code: str) -> None:
        """Show a code."""
        place = self.findData(code)
        self.setCurrentIndex(place)
        if place < 0:
            self.setEditText(code)
        edit = self.lineEdit()
        assert edit is not None
        edit.setCursorPosition(0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: nobody means to change an answer by that."""
        event.ignore()


class StateLine(QWidget):
    """One thing with a drawing of its state, and what is to be said of it."""

    def __init__(self, shape: str, tone: Tone, name: str, text: str) -> None:
        super().__init__()
        icon = StateIcon(16)
        icon.show_state(shape, tone)
        self.text = Text(text, role="muted", wraps=True)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(strong(name))
        if text:
            column.addWidget(self.text)
        row = row_of(icon, margin=0)
        row.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.setLayout(row)
        self.setAccessibleName(f"{name}: {text}")


class Lines(QWidget):
    """A column whose content is made anew when it changes.

    Args:
        spacing: Distance of its lines.
    """

    def __init__(self, spacing: int = SMALL) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)
        self.hide()

    def fill(self, parts: Sequence[QWidget]) -> None:
        """Show other widgets."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for part in parts:
            self._column.addWidget(part)
        self.setVisible(bool(parts))


def secret_field() -> QLineEdit:
    """Return a line for a secret."""
    edit = QLineEdit()
    edit.setEchoMode(QLineEdit.EchoMode.Password)
    return edit


def labelled(rows: Sequence[tuple[str, QWidget]], *, least: int = 0) -> QGridLayout:
    """Return labels with their fields below each other.

    Args:
        rows: Label and field, from top to bottom.
        least: Least width of the labels, in pixels.
    """
    grid = QGridLayout()
    grid.setVerticalSpacing(SMALL)
    grid.setHorizontalSpacing(SMALL)
    grid.setColumnMinimumWidth(0, least)
    grid.setColumnStretch(1, 1)
    for place, (label, field) in enumerate(rows):
        grid.addWidget(Text(label), place, 0)
        grid.addWidget(field, place, 1)
        if not field.accessibleName():
            field.setAccessibleName(label)
    return grid
