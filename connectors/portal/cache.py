"""Answers that are given again for a short while, so that a page that is loaded twice asks SYSPRO once."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any

from agent.ports import Clock


class Cache:
    """Answers by question, for some seconds. Safe to share by threads.

    Args:
        keep_s: How long an answer counts; 0 keeps none.
        clock: Time of the agent.
        most: Most answers that are kept; the oldest is forgotten first.
    """

    def __init__(self, keep_s: int, clock: Clock, *, most: int = 500) -> None:
        self._keep_s = keep_s
        self._clock = clock
        self._most = most
        self._lock = threading.Lock()
        self._answers: OrderedDict[Hashable, tuple[int, Any]] = OrderedDict()

    def get(self, question: Hashable, ask: Callable[[], Any]) -> Any:
        """Return the answer to ``question``: a kept one, or what ``ask`` returns; what it raises is not kept."""
        now = self._clock.now()
        with self._lock:
            at, answer = self._answers.get(question, (now - self._keep_s, None))
        if at <= now < at + self._keep_s:
            return answer
        answer = ask()
        with self._lock:
            self._answers[question] = (now, answer)
            self._answers.move_to_end(question)
            if len(self._answers) > self._most:
                self._answers.popitem(last=False)
        return answer
