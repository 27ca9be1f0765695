"""The allowance: how many reads Stripe has seen from us, by day."""

from agent import ports
from agent.store.database import Connections

_DAY_S = 86400

_COUNT = """
INSERT INTO reads (day, reads) VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET reads = reads + excluded.reads
"""


class Allowance(ports.Allowance):
    """See :class:`agent.ports.Allowance`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def count(self, reads: int, now: int) -> None:
        """Add ``reads`` to today's count."""
        with self._connections.writing() as db:
            db.execute(_COUNT, (now // _DAY_S, reads))

    def used(self, now: int) -> int:
        """Return the reads of the last 30 days: today's and those of the 30 days before, so rather too many."""
        row = self._connections.one("SELECT sum(reads) FROM reads WHERE day >= ?", (now // _DAY_S - 30,))
        return int(row[0] or 0) if row else 0
