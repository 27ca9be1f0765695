"""What SYSPRO does not have yet: documents that are not posted, and decisions that wait or are held."""

import sqlite3
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from agent.domain.closing import Unfinished, day_of, moved_at
from agent.domain.codec import body_from, loads
from agent.domain.days import day_at
from agent.domain.facts import Facts
from agent.domain.kinds import Kind
from agent.store import rows
from agent.store.database import Connections
from agent.store.packing import unpack

_DOCUMENTS = """
SELECT id, kind, body, title, state, reason, amount_minor, amount_currency FROM documents
WHERE state IN ('pending', 'posting', 'in_doubt', 'parked', 'held') AND company = ? AND reason_code <> 'withdrawn'
ORDER BY id
"""

# What was left to a payout or day waits for good by its own decision: a document of theirs posts it.
_DECISIONS = """
SELECT latest.subject, latest.outcome, latest.reason, latest.amount_minor, latest.amount_currency, facts.content
FROM decisions AS latest JOIN facts ON facts.id = latest.facts_id
WHERE latest.company = :company AND latest.outcome IN ('held', 'waiting')
    AND latest.id = (SELECT max(id) FROM decisions WHERE subject = latest.subject AND company = :company)
    AND NOT (latest.reason_code IN ('movement.with_payout', 'posting.summary')
        AND EXISTS (SELECT 1 FROM balance_transactions WHERE subject = latest.subject)
        AND NOT EXISTS (SELECT 1 FROM balance_transactions AS moved WHERE subject = latest.subject
            AND NOT EXISTS (SELECT 1 FROM document_legs JOIN documents ON documents.id = document_id
                WHERE leg IN (moved.id, moved.subject) AND part = 'amount'
                    AND documents.state = 'posted' AND documents.company = :company)))
ORDER BY latest.id
"""


def unfinished(connections: Connections, company: str, zone: ZoneInfo) -> Sequence[Unfinished]:
    """Return everything with a day that SYSPRO does not have.

    Args:
        connections: The database.
        company: SYSPRO company.
        zone: Time zone of the site.
    """
    documents = map(_document, connections.all(_DOCUMENTS, (company,)))
    decisions = (_decision(row, zone) for row in connections.all(_DECISIONS, {"company": company}))
    return [one for one in (*documents, *decisions) if one.day]


def _document(row: sqlite3.Row) -> Unfinished:
    return Unfinished(
        what="document",
        name=str(row["id"]),
        title=row["title"],
        state=row["state"],
        reason=row["reason"],
        day=day_of(body_from(Kind(row["kind"]), row["body"])),
        amount=rows.money_of(row),
    )


def _decision(row: sqlite3.Row, zone: ZoneInfo) -> Unfinished:
    facts = loads(Facts, unpack(row["content"]))
    return Unfinished(
        what="decision",
        name=row["subject"],
        title=facts.stripe.subject_type.replace("_", " ").capitalize(),
        state=row["outcome"],
        reason=row["reason"],
        day=day_at(moved_at(facts), zone.key),
        amount=rows.money_of(row),
    )
