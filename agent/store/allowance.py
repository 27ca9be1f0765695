"""The allowance: how many reads Stripe has seen from us, by day."""

import threading

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
        self._uncounted = 0

    def count(self, reads: int, now: int) -> None:
        """Add ``reads`` to today's count; a crash may forget the last few, which Stripe's allowance does not notice."""
        with self._lock:
            self._uncounted += reads
            if self._uncounted < _TOGETHER:
                return
        self._write_down(now)

    def used(self, now: int) -> int:
        """Return the reads of the last 30 days: today's and those of the 30 days before, so rather too many."""
        self._write_down(now)
        row = self._connections.one("SELECT sum(reads) FROM reads WHERE day >= ?", (now // _DAY_S - 30,))
        return int(row[0] or 0) if row else 0

    def _write_down(self, now: int) -> None:
        with self._lock:
            if not self._uncounted:
                return
            with self._connections.writing() as db:
                db.execute(_COUNT, (now // _DAY_S, self._uncounted))
            self._uncounted = 0
