"""The detail of one row of a list, at its right: where it stands, why, what can be done, and the facts of it."""

from abc import abstractmethod
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QGridLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from agent.service import AgentService
from gui.context import Context
from gui.theme import MEDIUM, SMALL
from gui.widgets.basics import Button, Card, Chip, Text, line, row_of, strong
from gui.words import exact_text, spoken, when_text

#: Width of the pane, in pixels of the layout.
WIDTH = 400

Row = TypeVar("Row")


class RowPane(QWidget, Generic[Row]):
    """The pane; a page of its own says what stands in it, and calls :meth:`lay_out` once it has made that.

    Args:
        context: The window's view of the home.

    Attributes:
        row: What is shown; ``None`` before the first.
        chip: Where it stands.
        title: What it is called.
        reason: Why it stands there.
        values: Rows of fields with what each side says, or of reasons.
        facts: What is known of it.
    """

    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.row: Row | None = None
        self.setFixedWidth(WIDTH)
        self.chip = Chip()
        self.close_button = Button("", role="quiet", icon="x")
        said = self.tr("Close the detail")
        self.close_button.setAccessibleName(said)
        self.close_button.setToolTip(said)
        self.close_button.clicked.connect(self.closed)
        self.title = strong()
        self.title.setWordWrap(True)
        self.reason = Text(wraps=True)
        self.values = QGridLayout()
        self.values.setHorizontalSpacing(MEDIUM)
        self.values.setVerticalSpacing(SMALL)
        self.facts = QFormLayout()
        self.facts.setHorizontalSpacing(MEDIUM)
        self.facts.setVerticalSpacing(4)
        self.facts.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    # -- what a pane of a page says

    @property
    @abstractmethod
    def buttons(self) -> tuple[Button, ...]:
        """Everything that can be pressed on a row."""

    @abstractmethod
    def fill(self, row: Row) -> None:
        """Show a row."""

    # -- what every pane has

    def lay_out(self, *between: QWidget | QLayout) -> None:
        """Lay the parts out; ``between`` stands below the reason and above the facts."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(MEDIUM, 12, MEDIUM, MEDIUM)
        column.setSpacing(12)
        column.addLayout(row_of(self.chip, 1, self.close_button))
        column.addWidget(self.title)
        column.addWidget(self.reason)
        for part in between:
            if isinstance(part, QLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)
        column.addWidget(line())
        column.addLayout(self.facts)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        card = Card(margin=0)
        card.column.addWidget(area)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def show_row(self, row: Row, *, enabled: bool) -> None:
        """Show a row.

        Args:
            row: The row.
            enabled: Whether the page's subject is switched on, so that something can be done.
        """
        self.row = row
        self.fill(row)
        for button in self.buttons:
            button.setEnabled(enabled)

    def button(self, text: str, pressed: Callable[..., None], role: str = "") -> Button:
        """Return a button that does something with the row."""
        button = Button(text, role=role)
        button.clicked.connect(pressed)
        return button

    def give_reason(self, reason: str) -> None:
        """Say why the row stands where it stands; nothing has no place."""
        self.reason.setText(spoken(reason))
        self.reason.setVisible(bool(reason))

    def clear_values(self) -> None:
        """Take away what the rows of values say."""
        while (item := self.values.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def clear_facts(self) -> None:
        """Take away the facts."""
        while self.facts.rowCount():
            self.facts.removeRow(0)

    def add_fact(self, word: str, said: QWidget | str) -> None:
        """Add a fact: what it is called, and what it is."""
        self.facts.addRow(Text(word, role="muted"), said if isinstance(said, QWidget) else Text(said, wraps=True))

    def add_moment(self, word: str, at: int) -> None:
        """Add when something was, as people say it; the exact moment is its tool tip."""
        said = Text(when_text(at, self.context.now, self.context.zone), wraps=True)
        said.setToolTip(exact_text(at, self.context.zone))
        self.add_fact(word, said)

    def do(self, command: Callable[[AgentService], int], done: str) -> None:
        """Ask something of the engine; ``done`` is said when it was carried out."""
        self.context.do(self, command, done)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
