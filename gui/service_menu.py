"""The engine's service in the tray: what it is doing, and start and restart where the person may."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QMenu

from agent.domain.errors import Problem
from agent.domain.hosting import ServiceState
from gui.context import Context
from gui.joins import Hosting
from gui.reading import Lane
from gui.words import problem_text


class ServiceMenu(QObject):
    """A menu about the service of this machine.

    Args:
        context: The window's view of the home.
        menu: The tray's menu, into which it comes.
        hosting: The service.
    """

    def __init__(self, context: Context, menu: QMenu, hosting: Hosting) -> None:
        super().__init__()
        self._context = context
        self._hosting = hosting
        self._is_busy = False
        self.state = ServiceState.ABSENT
        self.menu = menu.addMenu("")
        self.start = self.menu.addAction(self.tr("Start the service"))
        self.start.triggered.connect(self.start_it)
        self.restart = self.menu.addAction(self.tr("Restart the service"))
        self.restart.triggered.connect(self.restart_it)
        self.why_not = self.menu.addAction(self.tr("An administrator may start and restart it."))
        self.why_not.setEnabled(False)
        context.status_changed.connect(self.look)
        context.status_failed.connect(self.look)
        self._show((self.state, False))

    def look(self) -> None:
        """Ask the machine what the service is doing."""
        hosting = self._hosting
        self._context.reading.ask(
            self, lambda _: (hosting.state(), hosting.may_control()), self._show, key="look", lane=Lane.MACHINE
        )

    def start_it(self) -> None:
        """Start the service."""
        self._do(self._hosting.start, self.tr("The service of the engine runs."))

    def restart_it(self) -> None:
        """Stop the service, which finishes what is in hand, and start it again."""

        def again() -> None:
            self._hosting.stop()
            self._hosting.start()

        self._do(again, self.tr("The service of the engine runs again."))

    def _do(self, step: Callable[[], None], done: str) -> None:
        if self._is_busy:
            return
        self._is_busy = True
        self._context.said.emit(self.tr("The service is being started; what is in hand is finished first."))
        self._context.reading.ask(
            self, lambda _: step(), lambda _: self._ended(done), failed=self._refused, lane=Lane.MACHINE
        )

    def _ended(self, done: str) -> None:
        self._is_busy = False
        self._context.said.emit(done)
        self._context.refresh()
        self.look()

    def _refused(self, problem: Problem) -> None:
        self._ended(problem_text(problem))

    def _show(self, told: tuple[ServiceState, bool]) -> None:
        self.state, may = told
        self.menu.setTitle(_words(self.state))
        self.start.setVisible(may and self.state is ServiceState.STOPPED)
        self.restart.setVisible(may and self.state is ServiceState.RUNNING)
        self.why_not.setVisible(not may)
        self.menu.menuAction().setVisible(self.state is not ServiceState.ABSENT)


def _words(state: ServiceState) -> str:
    """Return what the service is doing as one line of a menu."""
    translated = QCoreApplication.translate
    return {
        ServiceState.ABSENT: "",
        ServiceState.STOPPED: translated("service", "Service: stopped"),
        ServiceState.STARTING: translated("service", "Service: is starting"),
        ServiceState.RUNNING: translated("service", "Service: runs"),
        ServiceState.STOPPING: translated("service", "Service: is stopping"),
    }[state]
