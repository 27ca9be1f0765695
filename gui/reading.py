"""Asks the service in threads of its own, so that neither a large database nor a locked one ever freezes the window.

May import ``agent.service`` and ``agent.domain``.
"""

import sys
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from shiboken6 import isValid

from agent.domain.errors import AgentError, Problem
from agent.service import AgentService

T = TypeVar("T")

#: Milliseconds between two looks at whether somebody has written; more where the status takes long to read.
_LOOK_MS, _LOOK_MOST_MS = 500, 10_000

#: How many times as long as reading the status takes nothing is read, so that watching costs little at any size.
_REST = 25

#: Milliseconds after which the status is read again although nobody has written: an engine falls silent.
_ANYWAY_MS = 15_000


class Lane(Enum):
    """Who waits for whom: what is asked in one lane is answered in turn."""

    QUICK = "quick"
    """The status, one document: milliseconds."""
    LISTS = "lists"
    """Pages, counts, searches, reports: may take a second."""
    MACHINE = "machine"
    """What the machine is asked to do: a service that stops finishes what is in hand first."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """One question on its way."""

    owner: QObject
    key: str
    number: int
    query: Callable[[AgentService], Any]
    then: Callable[[Any], None]
    failed: Callable[[Problem], None]


class Reading(QObject):
    """Questions to the service; answers come back in the thread of the window.

    Args:
        service: The one door; used from the threads of this object alone.
    """

    answered = Signal(object, object, object)

    def __init__(self, service: AgentService) -> None:
        super().__init__()
        self._service = service
        # One thread a lane that stays, and Python's own: SQLite's data_version counts for one connection, each thread
        # has its own, and a thread of Qt's pool is a new one to Python with every question.
        self._threads = {lane: ThreadPoolExecutor(1, thread_name_prefix=lane.value) for lane in Lane}
        self._latest: dict[tuple[int, str], int] = {}
        self._number = 0
        self._on_the_way = 0
        self._is_closed = False
        self.answered.connect(self._answer)

    @property
    def at_rest(self) -> bool:
        """Whether every question was answered."""
        return self._on_the_way == 0

    def ask(
        self,
        owner: QObject,
        query: Callable[[AgentService], T],
        then: Callable[[T], None],
        *,
        key: str = "",
        failed: Callable[[Problem], None] | None = None,
        lane: Lane = Lane.QUICK,
    ) -> None:
        """Ask, and have the answer told later.

        Args:
            owner: Who asks; when it is gone nobody is told.
            query: The question; runs in another thread.
            then: Told the answer.
            key: A later question of the same owner with the same key makes this one void.
            failed: Told what was in the way; nobody is where it is ``None``.
            lane: Which questions it waits for.
        """
        if self._is_closed:
            return
        self._number += 1
        asked = _Asked(owner, key, self._number, query, then, failed or (lambda _: None))
        if key:
            self._latest[id(owner), key] = self._number
        self._on_the_way += 1
        self._threads[lane].submit(self._find_answer, asked).add_done_callback(_raise_further)

    def close(self) -> None:
        """Wait for what is being answered; nobody is told any more, and nothing can be asked."""
        self._is_closed = True
        for thread in self._threads.values():
            thread.shutdown(cancel_futures=True)

    def _find_answer(self, asked: _Asked) -> None:
        """Answer in a thread of a lane, whatever comes; a question that is void by now counts as answered."""
        if not self._is_latest(asked):
            self.answered.emit(asked, None, None)
            return
        value: Any = None
        problem: Problem | None = _bug()
        try:
            value = asked.query(self._service)
            problem = None
        except AgentError as error:
            problem = error.problem
        finally:
            self.answered.emit(asked, value, problem)

    def _is_latest(self, asked: _Asked) -> bool:
        return not asked.key or self._latest.get((id(asked.owner), asked.key)) == asked.number

    def _answer(self, asked: _Asked, value: Any, problem: Problem | None) -> None:
        self._on_the_way -= 1
        if self._is_closed or not isValid(asked.owner) or not self._is_latest(asked):
            return
        if problem is None:
            asked.then(value)
        else:
            asked.failed(problem)


class Watch(QObject):
    """Notices that somebody has written to the database (``changed``), and that time has passed (``passed``).

    Args:
        reading: Where it is asked.
        look_ms: Milliseconds between two looks.
    """

    changed = Signal()
    passed = Signal()

    def __init__(self, reading: Reading, *, look_ms: int = _LOOK_MS) -> None:
        super().__init__()
        self._reading = reading
        self._look_ms = look_ms
        self._version = -1
        self._told_at = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(look_ms)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to watch."""
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()

    def slow_down(self, taken_ms: float) -> None:
        """Look less often where reading takes long."""
        self._timer.setInterval(int(max(self._look_ms, min(_LOOK_MOST_MS, taken_ms * _REST))))

    def look(self) -> None:
        """Look once."""
        self._reading.ask(self, AgentService.version, self._seen, key="version")

    def _seen(self, version: int) -> None:
        now = time.monotonic()
        if version != self._version:
            self._version, self._told_at = version, now
            self.changed.emit()
        elif (now - self._told_at) * 1000 >= _ANYWAY_MS:
            self._told_at = now
            self.passed.emit()


def _raise_further(answered: "Future[None]") -> None:
    """Have an error of the program told where all of them are, after whoever asked was told of it."""
    error = None if answered.cancelled() else answered.exception()
    if error is not None:
        sys.excepthook(type(error), error, error.__traceback__)


def _bug() -> Problem:
    translated = QCoreApplication.translate
    return Problem(
        translated("reading", "The window met an error of the program"),
        translated("reading", "This could not be shown. Nothing was changed, and the engine goes on."),
        translated("reading", "Open the page again; send us the log of today if it stays."),
        "bug.window",
    )
