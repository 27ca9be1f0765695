"""Decisions with their facts, to be decided again: for replays, and for what an account's history has."""

from collections.abc import Iterator

from agent import ports
from agent.domain.codec import loads
from agent.domain.facts import Facts
from agent.domain.readmodels import DecisionRow
from agent.store.database import Connections
from agent.store.packing import unpack
from agent.store.reports import DECISION_COLUMNS, decision_row

#: Decisions read at a time; their facts are large.
_PAGE = 200

_BETWEEN = f"""
SELECT {", ".join(f"decisions.{name.strip()}" for name in DECISION_COLUMNS.split(","))}, facts.content AS content
FROM decisions JOIN facts ON facts.id = decisions.facts_id
WHERE decisions.company = :company AND decisions.id > :after AND decided_at >= :since_at AND decided_at < :until_at
ORDER BY decisions.id LIMIT {_PAGE}
"""

_COUNT = "SELECT count(*) FROM decisions WHERE company = ? AND decided_at >= ? AND decided_at < ?"

_LATEST = f"""
SELECT {DECISION_COLUMNS} FROM decisions WHERE company = ? AND id IN (
    SELECT max(id) FROM decisions GROUP BY company, subject)
ORDER BY id
"""

# From the newest on: a flow that has anything has it among the last thousands.
_OF_FLOW = """
SELECT content FROM decisions JOIN facts ON facts.id = decisions.facts_id
WHERE decisions.company = ? AND flow = ? ORDER BY decisions.id DESC LIMIT ?
"""

_NEWEST = """
SELECT content FROM facts WHERE id IN (
    SELECT max(facts_id) FROM decisions WHERE company = :company AND ({subjects})
    GROUP BY subject ORDER BY max(facts_id) DESC LIMIT :limit)
ORDER BY id DESC
"""
_PAYMENTS = _NEWEST.format(subjects="subject LIKE 'ch~_%' ESCAPE '~' OR subject LIKE 'py~_%' ESCAPE '~'")
_OTHERS = _NEWEST.format(
    subjects="subject LIKE 're~_%' ESCAPE '~' OR subject LIKE 'pyr~_%' ESCAPE '~' OR subject LIKE 'po~_%' ESCAPE '~'"
)


class Decided(ports.Decided):
    """See :class:`agent.ports.Decided`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def between(self, company: str, since_at: int, until_at: int) -> Iterator[tuple[DecisionRow, Facts]]:
        """Yield the decisions of ``[since_at, until_at)`` with their facts, oldest first."""
        after = 0
        while True:
            values = {"company": company, "after": after, "since_at": since_at, "until_at": until_at}
            page = self._connections.all(_BETWEEN, values)
            for row in page:
                yield decision_row(row), loads(Facts, unpack(row["content"]))
            if len(page) < _PAGE:
                return
            after = page[-1]["id"]

    def count(self, company: str, since_at: int, until_at: int) -> int:
        """Return how many decisions there are in ``[since_at, until_at)``."""
        row = self._connections.one(_COUNT, (company, since_at, until_at))
        return int(row[0]) if row else 0

    def latest(self, company: str) -> list[DecisionRow]:
        """Return the latest decision about each subject, oldest first."""
        return [decision_row(row) for row in self._connections.all(_LATEST, (company,))]

    def latest_number(self) -> int:
        """Return the number of the latest decision; 0 before the first."""
        row = self._connections.one("SELECT coalesce(max(id), 0) FROM decisions")
        return int(row[0]) if row else 0

    def of_flow(self, company: str, flow: str, limit: int) -> list[Facts]:
        """Return the facts of what a flow decided last, newest first."""
        rows = self._connections.all(_OF_FLOW, (company, flow, limit))
        return [loads(Facts, unpack(row["content"])) for row in rows]

    def payments(self, company: str, limit: int) -> list[Facts]:
        """Return the facts of the payments that were decided last, newest first."""
        return self._newest(_PAYMENTS, company, limit)

    def others(self, company: str, limit: int) -> list[Facts]:
        """Return the facts of the refunds and payouts that were decided last, newest first."""
        return self._newest(_OTHERS, company, limit)

    def _newest(self, query: str, company: str, limit: int) -> list[Facts]:
        rows = self._connections.all(query, {"company": company, "limit": limit})
        return [loads(Facts, unpack(row["content"])) for row in rows]
