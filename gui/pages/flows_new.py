"""Asks for a new flow where it stands: what it does, and which flow it begins like."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QVBoxLayout

from agent.domain.flow_cards import FlowSeen
from gui.theme import SMALL
from gui.viewmodels import flow_words as words
from gui.widgets.basics import Button, Text, row_of, strong


class NewFlow(QFrame):
    """The form of a new flow."""

    wanted = Signal(str, str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self._whole = False
        self.heading = strong()
        self.title = QLineEdit()
        self.title.setPlaceholderText(self.tr("What it does, in words"))
        self.title.setAccessibleName(self.tr("What it does, in words"))
        self.like = QComboBox()
        self.like.setAccessibleName(self.tr("The flow it begins like"))
        self.like.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.hint = Text(role="muted", wraps=True)
        self.cancel = Button(self.tr("Cancel"))
        self.confirm = Button(self.tr("Begin it"), role="primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(SMALL)
        for part in (self.heading, self.title, self.like, self.hint):
            column.addWidget(part)
        column.addLayout(row_of(1, self.cancel, self.confirm))
        self.title.textChanged.connect(lambda text: self.confirm.setEnabled(bool(text.strip())))
        self.title.returnPressed.connect(self.confirm.click)
        self.cancel.clicked.connect(self.hide)
        self.confirm.clicked.connect(self._confirm)
        self.hide()

    def ask(self, flows: Sequence[FlowSeen], like: str, *, whole: bool) -> None:
        """Ask.

        Args:
            flows: The flows that it can begin like.
            like: Name of the one that is chosen.
            whole: Whether it is a copy, rather than its trigger, safeguards and last document.
        """
        self._whole = whole
        self.heading.setText(self.tr("Copy a flow") if whole else self.tr("A new flow"))
        self.like.clear()
        for flow in flows:
            self.like.addItem(words.short_title(flow), flow.name)
        self.like.setCurrentIndex(max(0, self.like.findData(like)))
        whole_text = self.tr("All its cards are copied. The copy is off: both would want the same money.")
        part_text = self.tr("It begins with trigger and safeguards of this one and its last document, switched off.")
        self.hint.setText(whole_text if whole else part_text)
        self.title.clear()
        self.confirm.setEnabled(False)
        self.show()
        self.title.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def _confirm(self) -> None:
        self.hide()
        self.wanted.emit(self.like.currentData(), self.title.text().strip(), self._whole)
