"""The allowance: how many reads Stripe has seen from us, by day."""

import threading
from collections import Counter

from agent import ports
from agent.store.database import Connections

_DAY_S = 86400

#: Reads that are written down in one transaction.
_TOGETHER = 25

_COUNT = """
INSERT INTO reads (day, reads) VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET reads = reads + excluded.reads
"""


class Allowance(ports.Allowance):
    """See :class:`agent.ports.Allowance`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._lock = threading.Lock()
        self._uncounted: Counter[int] = Counter()

    def count(self, reads: int, now: int) -> None:
        """Add ``reads`` to today's count; a crash may forget the last few, which Stripe's allowance does not notice."""
        with self._lock:
            self._uncounted[now // _DAY_S] += reads
            if self._uncounted.total() < _TOGETHER:
                return
        self._write_down()

    def used(self, now: int) -> int:
        """Return the reads of the last 30 days: today's and those of the 30 days before, so rather too many."""
        self._write_down()
        row = self._connections.one("SELECT sum(reads) FROM reads WHERE day >= ?", (now // _DAY_S - 30,))
        return int(row[0] or 0) if row else 0

    def _write_down(self) -> None:
        with self._lock:
            if self._uncounted:
                with self._connections.writing() as db:
                    db.conn.executemany(_COUNT, self._uncounted.items())
                self._uncounted.clear()
