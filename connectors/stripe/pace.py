"""How fast we may ask: requests a second, and the waits between tries. Imports nothing of ours but the errors.

Stripe allows 25 requests a second on one end-point and 100 on a live account (docs.stripe.com/rate-limits). Its
library, stripe-python 16.1, does not try a 429 again and does not read ``Retry-After``, so both are done here.
"""

import random
import threading
import time
from collections import deque
from typing import Protocol

from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt

from agent.domain.errors import Transient, Unavailable

_SECOND_NS = 1_000_000_000

#: How often one call is made in all before the job hears of it.
TRIES = 5
#: Tries where an answer came that is none of Stripe's: it may lie in the object that was asked for.
BAD_ANSWER_TRIES = 3
#: Longest wait inside one call, seconds; a longer ``Retry-After`` goes back to the job, which waits without a thread.
MOST_WAIT_S = 60


class Pause(Protocol):
    """Time that passes; tests pass one in which it passes at once."""

    def monotonic_ns(self) -> int:
        """Return nanoseconds from some fixed moment; never goes back."""

    def wait(self, seconds: float) -> None:
        """Return after ``seconds``."""


class SystemPause:
    """The machine's own time."""

    def monotonic_ns(self) -> int:
        """Return the machine's monotonic nanoseconds."""
        return time.monotonic_ns()

    def wait(self, seconds: float) -> None:
        """Sleep in this thread."""
        time.sleep(seconds)


class Pace:
    """At most so many requests in any second, whichever thread asks; the first may go out together.

    Args:
        per_second: Most requests in any stretch of one second.
        pause: Where time comes from.
    """

    def __init__(self, per_second: int, pause: Pause) -> None:
        self._pause = pause
        self._taken: deque[int] = deque(maxlen=per_second)
        self._lock = threading.Lock()

    def take(self) -> None:
        """Return when one more request may go out."""
        with self._lock:
            now = self._pause.monotonic_ns()
            full = len(self._taken) == self._taken.maxlen
            at = max(now, self._taken[0] + _SECOND_NS) if full else now
            self._taken.append(at)
        if at > now:
            self._pause.wait((at - now) / _SECOND_NS)


def patiently(pause: Pause) -> Retrying:
    """Return a caller that makes a call again while it is transient: after 1, 2, 4 ... 60 seconds, and a bit of chance.

    The last error comes through as it is. A ``Retry-After`` is waited for where it is short; a long one ends the tries.
    """
    return Retrying(
        retry=retry_if_exception_type(Transient),
        stop=_is_over,
        wait=_wait_s,
        sleep=pause.wait,
        reraise=True,
    )


def _is_over(state: RetryCallState) -> bool:
    asked = _asked_s(state)
    error = _error(state)
    tries = BAD_ANSWER_TRIES if isinstance(error, Transient) and error.problem.code == "stripe.bad_answer" else TRIES
    return stop_after_attempt(tries)(state) or asked > MOST_WAIT_S or isinstance(error, Unavailable)


def _wait_s(state: RetryCallState) -> float:
    backed_off = min(1 << (state.attempt_number - 1), MOST_WAIT_S)
    # The chance only ever adds, so that clients that fell together do not come back together.
    return max(backed_off, _asked_s(state)) * (1 + random.random() / 4)  # noqa: S311 - spreads load, guards nothing


def _asked_s(state: RetryCallState) -> int:
    error = _error(state)
    return (error.retry_after_s or 0) if isinstance(error, Transient) else 0


def _error(state: RetryCallState) -> BaseException | None:
    return state.outcome.exception() if state.outcome is not None else None
