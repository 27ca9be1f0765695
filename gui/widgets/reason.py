"""Asks for a reason where it stands, without a dialog: what happens, why, and one button that does it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from gui.theme import MEDIUM, SMALL
from gui.widgets.basics import Button, Text, row_of


class ReasonBar(QFrame):
    """A question with a line for the answer."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.text = Text(wraps=True)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Reason, for the audit"))
        self.field.setAccessibleName(self.tr("Reason, for the audit"))
        self.confirm = Button("", role="primary")
        self.cancel = Button(self.tr("Cancel"))
        self._then: Callable[[str], None] | None = None
        self._is_needed = True
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, 12, MEDIUM, 12)
        column.setSpacing(SMALL)
        column.addWidget(self.text)
        column.addWidget(self.field)
        column.addLayout(row_of(1, self.cancel, self.confirm))
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self.confirm.click)
        self.confirm.clicked.connect(self._confirmed)
        self.cancel.clicked.connect(self.hide)
        self.hide()

    def ask(
        self, text: str, verb: str, then: Callable[[str], None], *, needs_text: bool = True, hint: str = ""
    ) -> None:
        """Ask.

        Args:
            text: What happens, in a sentence.
            verb: What the button says.
            then: Told the answer when the button is pressed.
            needs_text: Whether an answer has to be typed.
            hint: What is typed, where it is no reason.
        """
        self.text.setText(text)
        self.confirm.setText(verb)
        self._then, self._is_needed = then, needs_text
        self.field.clear()
        self.field.setVisible(needs_text)
        self.field.setPlaceholderText(hint or self.tr("Reason, for the audit"))
        self._typed("")
        self.show()
        (self.field if needs_text else self.confirm).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def _typed(self, text: str) -> None:
        self.confirm.setEnabled(bool(text.strip()) or not self._is_needed)

    def _confirmed(self) -> None:
        then, text = self._then, self.field.text().strip()
        self.hide()
        if then:
            then(text)
