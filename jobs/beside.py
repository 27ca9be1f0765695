"""Write outcomes down beside the sender: while documents are sent, the outcomes of those before reach the disk.

Nothing is lost by it: every document of a batch is posting in the database before the first is sent, so a crash finds
those that were not written down in doubt, as it finds the one that was being sent.
"""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Protocol, Self

from agent.domain.attempts import Settlement
from agent.domain.documents import Document

#: A document and what became of it.
Outcome = tuple[Document, Settlement]
#: Writes outcomes down, all or none of them.
Save = Callable[[Sequence[Outcome]], None]

#: How long an outcome waits for others, in milliseconds. Where SYSPRO takes longer for one document, each is written
#: by itself; where documents go faster, one transaction for several spares most of the work of each.
_GATHER_MS = 50


class Writer(Protocol):
    """Has outcomes written down, in the order in which they came."""

    def write(self, save: Save, outcome: Outcome) -> None:
        """Have ``outcome`` written down by ``save``; raises what an earlier write has met, instead."""

    def finish(self) -> None:
        """Wait until all is written; raises what the last write has met."""


class AtOnce:
    """Writes before the sender goes on."""

    def write(self, save: Save, outcome: Outcome) -> None:
        """Write ``outcome`` now."""
        save([outcome])

    def finish(self) -> None:
        """Do nothing: all is written."""


class Beside:
    """Writes in a thread of its own, at most one write behind the sender.

    Args:
        gather_ms: How long an outcome waits for others.
    """

    def __init__(self, gather_ms: int = _GATHER_MS) -> None:
        self._gather_ms = gather_ms
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="settle")
        self._last: Future[None] | None = None
        self._lock = threading.Lock()
        self._waiting: list[Outcome] = []
        self._hurry = threading.Event()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._hurry.set()
        self._pool.shutdown()

    def write(self, save: Save, outcome: Outcome) -> None:
        """Join ``outcome`` to the next write, which begins when the one before it is done.

        Raises what that one has met, instead.
        """
        with self._lock:
            if self._waiting:
                self._waiting.append(outcome)
                return
        self._end_last()
        self._waiting.append(outcome)
        self._last = self._pool.submit(self._write, save)

    def finish(self) -> None:
        """Wait until all is written; raises what the last write has met, once."""
        self._hurry.set()
        try:
            self._end_last()
        finally:
            self._hurry.clear()

    def _end_last(self) -> None:
        last, self._last = self._last, None
        if last is not None:
            last.result()

    def _write(self, save: Save) -> None:
        self._hurry.wait(self._gather_ms / 1000)
        with self._lock:
            outcomes, self._waiting = self._waiting, []
        save(outcomes)
