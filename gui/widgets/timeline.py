"""A time line: one step below the other, joined by a line."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.theme import SMALL, tokens
from gui.viewmodels.detail import Step
from gui.widgets.basics import Button, StateIcon, Text, strong
from gui.widgets.picture import rule


class Timeline(QWidget):
    """The steps of a document."""

    wire_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.steps: list[Step] = []

    def show_steps(self, steps: list[Step]) -> None:
        """Show other steps."""
        if steps == self.steps:
            return
        self.steps = steps
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for number, step in enumerate(steps):
            shown = _StepWidget(step, is_last=number == len(steps) - 1)
            shown.wire_wanted.connect(self.wire_wanted)
            self._column.addWidget(shown)


class _StepWidget(QWidget):
    """One step."""

    wire_wanted = Signal(object)

    def __init__(self, step: Step, *, is_last: bool) -> None:
        super().__init__()
        self._is_last = is_last
        icon = StateIcon(16)
        icon.show_state(step.shape, step.tone)
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        name = strong(step.title)
        name.setWordWrap(True)
        head.addWidget(name, 1)
        head.addWidget(Text(step.when, role="muted"), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(head)
        if step.text:
            column.addWidget(Text(step.text, role="muted", wraps=True))
        if step.request or step.reply:
            more = Button(self.tr("What was sent, what came back"), role="link")
            more.clicked.connect(lambda: self.wire_wanted.emit(step))
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(12)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the line to the next step."""
        if not self._is_last:
            rule(QPainter(self), QPointF(8, 20), QPointF(8, self.height()), tokens().line)
