"""The revisions of the mapping: who changed what and why, and the way back, which is a new revision."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from agent.domain.readmodels import StoredRevision
from agent.service import AgentService
from gui.context import Context
from gui.reading import Lane
from gui.theme import MEDIUM, SMALL
from gui.widgets.basics import Button, Card, Text, row_of, strong
from gui.widgets.reason import ReasonBar
from gui.widgets.stages import Stages
from gui.words import exact_text, spoken, when_text


class Revisions(QWidget):
    """The list at the left, one revision with its difference at the right.

    Args:
        context: The window's view of the home.
    """

    went_back = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._history: tuple[StoredRevision, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Revisions"))
        self.list.setFixedWidth(320)
        self.list.currentRowChanged.connect(lambda _: self._show_chosen())
        self.title = strong()
        self.comment = Text(wraps=True)
        self.made = Text(role="muted", wraps=True)
        self.lines = Text(wraps=True)
        self.lines.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.back = Button(self.tr("Go back to this…"))
        self.back.clicked.connect(self._ask_to_go_back)
        self.asking = ReasonBar()
        card = Card()
        card.column.setSpacing(SMALL)
        card.column.addLayout(row_of(self.title, 1, self.back))
        for part in (self.comment, self.made, self.asking, self.lines):
            card.column.addWidget(part)
        card.column.addStretch()
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MEDIUM)
        row.addWidget(self.list)
        row.addWidget(card, 1)
        self.stages = Stages(inner, lines=8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stages)

    def show_history(self, history: Sequence[StoredRevision]) -> None:
        """Show the revisions, newest first; the chosen one stays chosen."""
        if not history:
            text = self.tr("The first revision is made when the engine starts, or when a template is used.")
            self.stages.show_empty(self.tr("Nothing is in force yet"), text)
            return
        self.stages.show_content()
        if tuple(history) == self._history:
            return
        chosen = self._chosen()
        self._history = tuple(history)
        self.list.clear()
        for one in history:
            when = when_text(one.created_at, self._context.now, self._context.zone)
            item = QListWidgetItem(f"{one.number}   {when}\n{spoken(one.comment) or one.author}")
            item.setSizeHint(QSize(0, 48))
            self.list.addItem(item)
        numbers = [one.number for one in history]
        self.list.setCurrentRow(numbers.index(chosen.number) if chosen and chosen.number in numbers else 0)

    def _chosen(self) -> StoredRevision | None:
        row = self.list.currentRow()
        return self._history[row] if 0 <= row < len(self._history) else None

    def _show_chosen(self) -> None:
        one = self._chosen()
        if one is None:
            return
        self.title.setText(self.tr("Revision {number}").format(number=one.number))
        self.comment.setText(spoken(one.comment))
        self.comment.setVisible(bool(one.comment))
        made = self.tr("{author}, {when}")
        self.made.setText(made.format(author=one.author, when=exact_text(one.created_at, self._context.zone)))
        self.back.setVisible(one is not self._history[0])
        self.asking.hide()
        older = next((other.number for other in self._history if other.number < one.number), None)
        if older is None:
            self.lines.setText(self.tr("The oldest revision that is shown here."))
            return
        number = one.number

        def then(lines: tuple[str, ...]) -> None:
            self.lines.setText("\n".join(map(spoken, lines)) or self.tr("It says the same as the one before."))

        self._context.reading.ask(
            self, lambda service: service.mapping.difference(older, number), then, key="difference", lane=Lane.LISTS
        )

    def _ask_to_go_back(self) -> None:
        one = self._chosen()
        if one is None:
            return
        number = one.number
        text = self.tr("Flows and settings of revision {number} come into force again, as a new revision.")
        self.asking.ask(
            text.format(number=number),
            self.tr("Go back"),
            lambda comment: self._go_back(number, comment),
            hint=self.tr("Why, for those who read the revisions"),
        )

    def _go_back(self, number: int, comment: str) -> None:
        def command(service: AgentService) -> object:
            return service.mapping.roll_back(number, comment)

        def then(_: object) -> None:
            self._context.said.emit(self.tr("Revision {number} is in force again.").format(number=number))
            self.went_back.emit()

        def failed(problem: object) -> None:
            self.lines.setText(str(getattr(problem, "message", problem)))

        self._context.reading.ask(self, command, then, failed=failed)
