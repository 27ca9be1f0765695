"""Ctrl+C, the service's stop and a logged-off user: the program is asked to end and does so in order."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


def _numbers() -> tuple[signal.Signals, ...]:
    if sys.platform == "win32":
        return signal.SIGINT, signal.SIGTERM, signal.SIGBREAK
    return signal.SIGINT, signal.SIGTERM


@contextmanager
def when_asked_to_stop(stop: Callable[[], None]) -> Iterator[None]:
    """Call ``stop`` when the program is asked to end while the block runs. For the main thread alone."""

    def asked(_number: int, _frame: FrameType | None) -> None:
        # In a thread of its own: the interrupted code may hold the very lock that `stop` needs.
        threading.Thread(target=stop, name="stop").start()

    before = {number: signal.signal(number, asked) for number in _numbers()}
    try:
        yield
    finally:
        for number, usual in before.items():
            signal.signal(number, usual)


def when_input_ends(stop: Callable[[], None]) -> None:
    """Call ``stop`` when standard input ends: whoever started us has gone, or closed it to let us end.

    The end of an input reaches a process on every system, also one without a console on Windows, which no signal does.
    """

    def watch() -> None:
        # Not through Python's own buffer, whose lock would let the program crash where it ends before its input.
        while os.read(sys.stdin.fileno(), 1):
            pass
        stop()

    threading.Thread(target=watch, name="input", daemon=True).start()


@contextmanager
def ending_like_ctrl_c() -> Iterator[None]:
    """Let every request to end interrupt the block as Ctrl+C does, so that it can end what it started."""
    before = {number: signal.signal(number, signal.default_int_handler) for number in _numbers()}
    try:
        yield
    finally:
        for number, usual in before.items():
            signal.signal(number, usual)


def wait_until_asked(stopped: threading.Event, check: Callable[[], None] = lambda: None) -> None:
    """Wait for ``stopped``, calling ``check`` every second; what it raises ends the wait.

    A wait without a limit would not let Windows deliver a console signal.
    """
    while not stopped.wait(timeout=1.0):
        check()
