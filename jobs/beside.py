"""Write outcomes down beside the sender: while one document is sent, the outcome of the one before reaches the disk.

Nothing is lost by it: every document of a batch is posting in the database before the first is sent, so a crash finds
the one that was not written down in doubt, as it finds the one that was being sent.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Protocol, Self


class Writer(Protocol):
    """Carries out writes, one after the other, in the order in which they came."""

    def write(self, work: Callable[[], None]) -> None:
        """Carry out ``work``; raises what an earlier one has met, instead of beginning it."""

    def finish(self) -> None:
        """Wait until all is written; raises what the last one has met."""


class AtOnce:
    """Writes before the sender goes on."""

    def write(self, work: Callable[[], None]) -> None:
        """Carry out ``work`` now."""
        work()

    def finish(self) -> None:
        """Do nothing: all is written."""


class Beside:
    """Writes in a thread of its own, at most one write behind the sender."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="settle")
        self._last: Future[None] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown()

    def write(self, work: Callable[[], None]) -> None:
        """Begin ``work`` when the write before it is done; raises what that one has met, instead."""
        self.finish()
        self._last = self._pool.submit(work)

    def finish(self) -> None:
        """Wait until all is written; raises what the last write has met, once."""
        last, self._last = self._last, None
        if last is not None:
            last.result()
