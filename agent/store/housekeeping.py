"""Housekeeping: what was finished long ago goes; documents, decisions, facts and the audit stay for ever."""

from agent import ports
from agent.store.database import Connections

#: Rows a transaction, so that nobody waits long for the lock.
_CHUNK = 2000

_FORGET_EVENTS = """
DELETE FROM events WHERE id IN (
    SELECT id FROM events WHERE state = 'finished' AND finished_at < :before ORDER BY finished_at LIMIT :chunk
)
"""

# The attempt itself stays as a record.
_FORGET_TEXTS = """
UPDATE attempts SET request = x'', reply = x'' WHERE id IN (
    SELECT id FROM attempts WHERE length(request) + length(reply) > 0 AND at < :before ORDER BY at LIMIT :chunk
)
"""


class Housekeeping(ports.Housekeeping):
    """See :class:`agent.ports.Housekeeping`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def purge(self, before_at: int) -> int:
        """Remove finished events and the wire text of attempts older than ``before_at``; return how many rows."""
        return self._in_chunks(_FORGET_EVENTS, before_at) + self._in_chunks(_FORGET_TEXTS, before_at)

    def _in_chunks(self, sql: str, before_at: int) -> int:
        total, changed = 0, _CHUNK
        while changed == _CHUNK:
            with self._connections.writing() as db:
                changed = db.execute(sql, {"before": before_at, "chunk": _CHUNK}).rowcount
            total += changed
        return total
