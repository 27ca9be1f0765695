"""What every page stands on: the questions, the status of now, and how something is asked of the engine."""

import time
from collections.abc import Callable, Sequence
from datetime import UTC, tzinfo

from PySide6.QtCore import QObject, QSettings, Signal

from agent.domain.errors import Problem
from agent.domain.readmodels import Command
from agent.domain.status import Overall
from agent.domain.status_page import Status
from agent.service import AgentService
from gui.joins import Joins
from gui.reading import Reading, Watch
from gui.words import problem_text, spoken

#: What a command gives back: its number, those of several, or nothing where it is done at once.
Given = int | Sequence[int] | None

#: What takes commands back, told their numbers; runs in another thread.
Undo = Callable[[AgentService, Sequence[int]], Given]


class Context(QObject):
    """The window's view of one home.

    Args:
        joins: What is met outside the window.
        reading: The questions.
        watch: Notices changes.
        remembered: The window's own memory.
    """

    changed = Signal()
    status_changed = Signal(object)
    status_failed = Signal(object)
    said = Signal(str)
    undoable = Signal(str, object)
    wanted = Signal(str, object)
    engine_wanted = Signal()
    demo_wanted = Signal(bool)

    def __init__(self, joins: Joins, reading: Reading, watch: Watch, remembered: QSettings) -> None:
        super().__init__()
        self.joins = joins
        self.reading = reading
        self.watch = watch
        self.remembered = remembered
        self.status: Status | None = None
        self.now = 0
        self.zone: tzinfo = UTC
        self.dashboard = ""
        self._followed: dict[int, Callable[[], None]] = {}
        watch.changed.connect(self.refresh)
        watch.passed.connect(self.refresh_status)

    @property
    def engine_alive(self) -> bool:
        """Whether an engine gives signs of life, as far as the last status knew."""
        return self.status is not None and self.status.engine_alive

    def refresh(self) -> None:
        """Read the status anew, and let the pages do the same."""
        self.refresh_status()
        self.changed.emit()

    def refresh_status(self) -> None:
        """Read the status anew."""
        started = time.perf_counter()

        def then(answer: tuple[Status, int, tzinfo, str]) -> None:
            self.status, self.now, self.zone, self.dashboard = answer
            self.watch.slow_down((time.perf_counter() - started) * 1000)
            self.status_changed.emit(self.status)
            self._follow()

        self.reading.ask(self, _status, then, key="status", failed=self.status_failed.emit)

    def go(self, place: str, what: object = None) -> None:
        """Show a page; ``what`` says which part of it."""
        self.wanted.emit(place, what)

    def do(
        self, owner: QObject, command: Callable[[AgentService], Given], done: str, *, undo: Undo | None = None
    ) -> None:
        """Ask something of the engine and tell what came of it.

        Args:
            owner: Who asks.
            command: The command; runs in another thread.
            done: What to say when it was carried out.
            undo: Takes it back, told the numbers of the commands; ``None`` where it cannot be taken back.
        """

        def then(given: Given) -> None:
            numbers = [given] if isinstance(given, int) else list(given or ())

            def tell() -> None:
                if undo is None:
                    self.said.emit(done)
                else:
                    self.undoable.emit(done, lambda: self._take_back(owner, undo, numbers))

            self._followed |= dict.fromkeys(numbers[-1:], tell)
            if numbers and not self.engine_alive:
                self.said.emit(self.tr("Noted. It is carried out as soon as the engine runs."))
            elif not numbers:
                self.said.emit(done)
            self.refresh()

        self.reading.ask(owner, command, then, failed=self._refused)

    def _take_back(self, owner: QObject, undo: Undo, numbers: Sequence[int]) -> None:
        self.do(owner, lambda service: undo(service, numbers), self.tr("It is as it was before."))

    def engine_stopped(self) -> bool:
        """Return whether the status says that no engine runs."""
        return self.status is not None and self.status.verdict.overall is Overall.STOPPED

    def _refused(self, problem: Problem) -> None:
        self.said.emit(problem_text(problem))

    def _follow(self) -> None:
        if not self._followed:
            return
        numbers = tuple(self._followed)

        def read(service: AgentService) -> list[Command]:
            found = (service.command(number) for number in numbers)
            return [command for command in found if command is not None]

        self.reading.ask(self, read, self._carried_out, key="follow")

    def _carried_out(self, commands: list[Command]) -> None:
        for command in commands:
            if command.finished_at is None or command.id not in self._followed:
                continue
            tell = self._followed.pop(command.id)
            if command.ok:
                tell()
            else:
                self.said.emit(spoken(command.result))


def _status(service: AgentService) -> tuple[Status, int, tzinfo, str]:
    return service.status(), service.now(), service.zone(), service.dashboard()
