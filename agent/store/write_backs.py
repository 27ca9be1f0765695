"""What was written to Stripe's metadata, and what is due."""

import json
from collections.abc import Sequence

from agent import ports
from agent.domain.kinds import Kind
from agent.domain.write_back import KINDS, Due, Posted, object_type
from agent.store.database import Connections, quoted
from agent.store.packing import storable

_KINDS = quoted(tuple(kind.value for kind in KINDS))

# Attempts are indexed by their moment where they have a text, as every posting has.
_POSTED_SINCE = f"""
SELECT DISTINCT documents.stripe_id FROM attempts JOIN documents ON documents.id = attempts.document_id
WHERE attempts.at >= :since_at AND length(request) + length(reply) > 0 AND attempts.state = 'posted'
    AND documents.company = :company AND documents.kind IN ({_KINDS})
"""

_NOTE = """
INSERT INTO write_backs (company, stripe_id, due_at) VALUES (?, ?, ?)
ON CONFLICT (company, stripe_id) DO UPDATE SET due_at = coalesce(due_at, excluded.due_at)
"""

_DUE = """
SELECT stripe_id, written, attempts FROM write_backs
WHERE company = ? AND due_at <= ? ORDER BY due_at, stripe_id LIMIT ?
"""

_DONE = """
UPDATE write_backs SET written = ?, due_at = NULL, attempts = 0, reason = '' WHERE company = ? AND stripe_id = ?
"""

_LATER = """
UPDATE write_backs SET due_at = ?, attempts = attempts + ?, reason = ? WHERE company = ? AND stripe_id = ?
"""

_DOCUMENTS = f"""
SELECT kind, purpose, erp_key,
    coalesce(
        nullif(body ->> '$.customer', ''),
        (SELECT links.erp_key FROM links
            WHERE links.company = documents.company AND links.kind = 'customer' AND links.stripe_id = party),
        ''
    ) AS customer,
    verified_at IS NOT NULL AS verified
FROM documents WHERE company = ? AND kind IN ({_KINDS}) AND stripe_id = ? AND state = 'posted' ORDER BY id
"""


class WriteBacks(ports.WriteBacks):
    """See :class:`agent.ports.WriteBacks`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def note(self, company: str, since_at: int, now: int) -> int:
        """Make due what was posted since ``since_at``, Unix seconds UTC; return how many objects that are."""
        found = self._connections.all(_POSTED_SINCE, {"company": company, "since_at": since_at})
        noted = [(company, row["stripe_id"], now) for row in found if object_type(row["stripe_id"])]
        if noted:
            with self._connections.writing() as db:
                db.conn.executemany(_NOTE, noted)
        return len(noted)

    def due(self, company: str, limit: int, now: int) -> Sequence[Due]:
        """Return what is due, longest due first."""
        return [Due(*row) for row in self._connections.all(_DUE, (company, now, limit))]

    def documents(self, company: str, stripe_id: str) -> Sequence[Posted]:
        """Return the posted documents of one object of Stripe's, oldest first."""
        found = self._connections.all(_DOCUMENTS, (company, stripe_id))
        return [
            Posted(Kind(row["kind"]), row["purpose"], row["erp_key"], row["customer"], verified=bool(row["verified"]))
            for row in found
        ]

    def done(self, company: str, stripe_id: str, written: dict[str, str]) -> None:
        """Record that Stripe has these numbers."""
        with self._connections.writing() as db:
            db.execute(_DONE, (json.dumps(written, sort_keys=True), company, stripe_id))

    def later(self, company: str, stripe_id: str, *, due_at: int | None, reason: str, counts: bool) -> None:
        """Try again at ``due_at``; ``None`` waits until something else of the object is posted."""
        with self._connections.writing() as db:
            db.execute(_LATER, (due_at, int(counts), storable(reason), company, stripe_id))
