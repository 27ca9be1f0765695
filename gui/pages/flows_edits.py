"""Changes of the draft with their undo."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from agent.domain.errors import Problem
from agent.domain.mapping import Edited
from agent.service import AgentService
from gui.context import Context
from gui.widgets.basics import Button
from gui.words import spoken

#: A change of the draft; gives back an ``Edited``.
Command = Callable[[AgentService], Any]


class Edits(QObject):
    """The changes that were made here, last ones first.

    Args:
        context: The window's view of the home.
    """

    changed = Signal()
    taken_back = Signal()
    refused = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._made: list[Edited] = []
        self.undo = Button(self.tr("Undo"), icon="arrow-u-up-left")
        self.undo.setToolTip(self.tr("Take the last change of the draft back (Ctrl+Z)"))
        self.undo.clicked.connect(self._take_back)
        self._show()

    def change(
        self,
        command: Command,
        said: str,
        *,
        then: Callable[[], None] = lambda: None,
        failed: Callable[[Problem], None] | None = None,
    ) -> None:
        """Change the draft, and remember how that is undone.

        Args:
            command: The change.
            said: What is said when it was done.
            then: Called when it was done.
            failed: Told why it was refused; else the window says it below.
        """

        def done(edited: Edited) -> None:
            self._made.append(edited)
            self._show()
            self._context.said.emit(said)
            then()
            self.changed.emit()

        self._context.reading.ask(self, command, done, failed=failed or self._refuse)

    def forget(self) -> None:
        """Forget what could be undone: the draft has ended."""
        self._made.clear()
        self._show()

    def _take_back(self) -> None:
        edited = self._made.pop()
        self._show()

        def done(_: object) -> None:
            self._context.said.emit(self.tr("The last change is taken back."))
            self.taken_back.emit()
            self.changed.emit()

        def failed(problem: Problem) -> None:
            self.forget()
            self._refuse(problem)

        self._context.reading.ask(self, lambda service: service.designer.undo(edited), done, failed=failed)

    def _refuse(self, problem: Problem) -> None:
        self._context.said.emit(f"{spoken(problem.message)} {spoken(problem.press)}".strip())
        self.refused.emit()

    def _show(self) -> None:
        self.undo.setEnabled(bool(self._made))
