"""Figures of the first page, the list of payouts and the pages of the audit. Nothing here writes."""

import sqlite3
from datetime import tzinfo

from sqlite_utils import Database

from agent import ports
from agent.domain.documents import WITHDRAWN
from agent.domain.money import Money
from agent.domain.overview import PayoutSummary
from agent.domain.readmodels import AuditRow
from agent.domain.statements import day_of
from agent.store import books
from agent.store.database import Connections
from agent.store.statements import LEG, header_of

_HOUR_S = 3600

# The index attempts_posted has the moments alone.
_POSTED = """
SELECT (at - :since_at) / 3600 AS hour, count(*) FROM attempts
WHERE state = 'posted' AND at >= :since_at AND at < :until_at GROUP BY 1
"""

_PAYMENTS = """
SELECT count(*) FROM balance_transactions WHERE created_at >= ? AND type IN ('charge', 'payment')
"""

_PAYOUTS = """
SELECT source_id, created_at, -net_minor AS minor, currency FROM balance_transactions
WHERE reporting_category = 'payout' AND created_at < :before_at ORDER BY created_at DESC, id DESC LIMIT :limit
"""

_IS_POSTED = """EXISTS (SELECT 1 FROM document_legs AS legs JOIN documents ON documents.id = legs.document_id
    WHERE legs.leg = {} AND legs.part = '{}' AND documents.state = 'posted')"""
_AMOUNT_POSTED = _IS_POSTED.format("iif(moved.subject_type = 'charge', moved.subject, moved.id)", "amount")
_FEES_POSTED = _IS_POSTED.format("moved.id", "fees")

# Of the two entries of a cash book one carries the legs; the payout is in SYSPRO when both are.
_OTHERS_POSTED = f"""NOT EXISTS (SELECT 1 FROM documents WHERE stripe_id = :payout AND company = :company
    AND state <> 'posted' AND reason_code <> '{WITHDRAWN}')"""

_LATEST = "(SELECT outcome FROM decisions WHERE subject = {} AND company = :company ORDER BY id DESC LIMIT 1)"

# As the statement has it: a decision leaves a movement out of SYSPRO, and no document covers it or belongs to it.
_IGNORED = f"""coalesce({_LATEST.format("moved.id")}, {_LATEST.format("moved.source_id")}) = 'ignored'
    AND NOT EXISTS (SELECT 1 FROM document_legs AS legs JOIN documents ON documents.id = legs.document_id
        WHERE legs.leg IN (moved.id, {LEG}) AND company = :company AND reason_code <> '{WITHDRAWN}')
    AND NOT (moved.reporting_category = 'payout' AND EXISTS (SELECT 1 FROM documents
        WHERE stripe_id = moved.source_id AND company = :company AND reason_code <> '{WITHDRAWN}'
        AND NOT EXISTS (SELECT 1 FROM document_legs WHERE document_id = documents.id)))"""

# The payout's own movement is none of its parts, but what it moves has to be in SYSPRO as well.
_PARTS = f"""
SELECT count(*) FILTER (WHERE is_part) AS movements,
    coalesce(sum(net_minor) FILTER (WHERE is_part), 0) AS minor, coalesce(sum(is_missing), 0) AS unposted
FROM (
    SELECT net_minor, reporting_category <> 'payout' AS is_part,
        ((amount_minor <> 0 AND NOT {_AMOUNT_POSTED}) OR (fee_minor <> 0 AND NOT {_FEES_POSTED})
            OR (subject = :payout AND NOT {_OTHERS_POSTED})) AND ({_IGNORED}) IS NOT TRUE AS is_missing
    FROM balance_transactions AS moved
    WHERE payout_id = :payout OR subject = :payout AND reporting_category = 'payout'
)
"""

_AUDIT = """
SELECT id, at, actor, action, subject, detail, hash FROM audit WHERE id <= :last ORDER BY id DESC LIMIT :limit
"""


class Overviews(ports.Overviews):
    """See :class:`agent.ports.Overviews`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def posted_by_hour(self, until_at: int, hours: int) -> tuple[int, ...]:
        """Return how many documents were posted in each of the hours before ``until_at``, oldest first."""
        since_at = until_at - hours * _HOUR_S
        found = dict(map(tuple, self._connections.all(_POSTED, {"since_at": since_at, "until_at": until_at})))
        return tuple(found.get(hour, 0) for hour in range(hours))

    def moved(self, company: str, since_at: int, until_at: int) -> list[tuple[str, str, int, int]]:
        """Return currency, outcome, number and sum in minor units of what moved; ``none`` was never decided."""
        return books.by_outcome(self._connections, company, since_at, until_at)

    def payments_since(self, since_at: int) -> int:
        """Return how many charges and payments were booked since ``since_at``."""
        row = self._connections.one(_PAYMENTS, (since_at,))
        return int(row[0]) if row else 0

    def payouts(self, company: str, zone: tzinfo, *, before_at: int, limit: int) -> list[PayoutSummary]:
        """Return the payouts that left Stripe's balance before ``before_at``, newest first."""
        with self._connections.reading() as db:
            found = db.execute(_PAYOUTS, {"before_at": before_at, "limit": limit}).fetchall()
            return [_payout(db, company, row, zone) for row in found]

    def last_audit_row(self) -> int:
        """Return the number of the last row of the audit; 0 where there is none. Numbers have no gaps."""
        row = self._connections.one("SELECT max(id) FROM audit")
        return int(row[0] or 0) if row else 0

    def audit_rows(self, last: int, limit: int) -> list[AuditRow]:
        """Return up to ``limit`` rows of the audit from row ``last`` backwards."""
        found = self._connections.all(_AUDIT, {"last": last, "limit": limit})
        return [AuditRow(**dict(row)) for row in found]


def _payout(db: Database, company: str, row: sqlite3.Row, zone: tzinfo) -> PayoutSummary:
    header = header_of(db, company, row["source_id"])
    parts = db.execute(_PARTS, {"payout": row["source_id"], "company": company}).fetchone()
    return PayoutSummary(
        payout_id=row["source_id"],
        at=row["created_at"],
        day=day_of(row["created_at"], zone),
        status=header.status if header else "",
        arrival_day=header.arrival_day if header else "",
        amount=Money(row["minor"], row["currency"]),
        parts=Money(parts["minor"], row["currency"]),
        movements=parts["movements"],
        unposted=parts["unposted"],
    )
