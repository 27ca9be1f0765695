"""How long calls of the other systems take: measured where they are made, kept now and then for whoever looks.

May import ``agent.domain`` and ``agent.ports``.
"""

import threading
from collections import deque
from collections.abc import Callable

from agent.domain.latency import MEASURED, Answers, answers_of, answers_text
from agent.domain.marks import ANSWERS
from agent.domain.reports import JobReport
from agent.ports import Clock, Marks


class CallTimes:
    """The latest calls of each system; safe to share by threads.

    Args:
        clock: Time of the agent.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._taken: dict[str, deque[int]] = {}
        self._answered: dict[str, int] = {}
        self._kept = ""

    def of(self, system: str) -> Callable[[int], None]:
        """Return what is told how long each answered call of a system took, milliseconds."""

        def told(taken_ms: int) -> None:
            now = self._clock.now()
            with self._lock:
                self._taken.setdefault(system, deque(maxlen=MEASURED)).append(taken_ms)
                self._answered[system] = now

        return told

    def answers(self) -> dict[str, Answers]:
        """Return system -> how it answered, of those that have answered."""
        with self._lock:
            return {system: answers_of(tuple(taken), self._answered[system]) for system, taken in self._taken.items()}

    def keep(self, marks: Marks) -> JobReport:
        """Keep it where the window reads it, where it has changed."""
        text = answers_text(self.answers())
        if self._taken and text != self._kept:
            marks.set(ANSWERS, text, self._clock.now())
            self._kept = text
        return JobReport()
