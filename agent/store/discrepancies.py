"""Discrepancies: what is not as it should be, open until its cause is gone."""

from collections.abc import Sequence

from sqlite_utils import Database

from agent import ports
from agent.domain.attempts import Discrepancy
from agent.store import audit
from agent.store.database import Connections

# Nothing is opened twice, and nothing that a person has accepted is opened again.
_OPEN = """
INSERT INTO discrepancies (area, subject, code, message, opened_at) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (subject, area, code, message) WHERE closed_at IS NULL OR accepted DO NOTHING
"""

_OPEN_ONES = "SELECT id, code, message FROM discrepancies WHERE subject = ? AND area = ? AND closed_at IS NULL"

_CLOSE = "UPDATE discrepancies SET closed_at = ? WHERE id = ? AND closed_at IS NULL"

_ACCEPT = "UPDATE discrepancies SET closed_at = ?, accepted = 1 WHERE id = ? AND closed_at IS NULL"


_ACCEPTED = "SELECT DISTINCT subject FROM discrepancies WHERE area = ? AND accepted"

_REOPEN = "UPDATE discrepancies SET closed_at = NULL, accepted = 0 WHERE id = ? AND accepted"


def replace(db: Database, area: str, subject: str, found: Sequence[Discrepancy], now: int) -> None:
    """Make ``found`` the open discrepancies of one subject in one area: open new ones, close those that are gone."""
    still = {(discrepancy.code, discrepancy.message) for discrepancy in found}
    for row in db.execute(_OPEN_ONES, (subject, area)).fetchall():
        if (row["code"], row["message"]) not in still:
            db.execute(_CLOSE, (now, row["id"]))
    for code, message in sorted(still):
        db.execute(_OPEN, (area, subject, code, message, now))


class Discrepancies(ports.Discrepancies):
    """Opened and closed by the check that finds them, or closed by a person who has looked at them."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def replace(self, area: str, subject: str, found: Sequence[Discrepancy], now: int) -> None:
        """Make ``found`` the open discrepancies of one subject: open new ones, close those that are gone.

        Args:
            area: Which check speaks, such as ``clearing``; discrepancies of other areas stay.
            subject: What was checked.
            found: What is wrong; empty when all is well.
            now: Unix seconds UTC.
        """
        with self._connections.writing() as db:
            replace(db, area, subject, found, now)

    def close(self, number: int, *, by: str, reason: str, now: int) -> bool:
        """Close one by a person's word, so that the same finding stays closed; return whether it was open."""
        with self._connections.writing() as db:
            closed = db.execute(_ACCEPT, (now, number)).rowcount > 0
            if closed:
                audit.record(db, actor=by, action="discrepancy.closed", subject=str(number), detail=reason, now=now)
            return closed

    def reopen(self, number: int, *, by: str, now: int) -> bool:
        """Take back a person's word about one; return whether a person had accepted it."""
        with self._connections.writing() as db:
            reopened = db.execute(_REOPEN, (number,)).rowcount > 0
            if reopened:
                audit.record(db, actor=by, action="discrepancy.reopened", subject=str(number), detail="", now=now)
            return reopened

    def accepted(self, area: str) -> frozenset[str]:
        """Return the subjects in one area of which a person has accepted something as it is."""
        return frozenset(row["subject"] for row in self._connections.all(_ACCEPTED, (area,)))
