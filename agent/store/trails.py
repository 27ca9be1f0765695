"""Trails: from a Stripe id to the SYSPRO documents it became, and from a SYSPRO key back. Nothing here writes."""

import json
import sqlite3
from collections.abc import Iterator, Sequence

from sqlite_utils import Database

from agent.domain.audit import AuditTrailRow
from agent.domain.kinds import Kind
from agent.store import rows, seals
from agent.store.packing import unpack

_DECISION = """
decisions.id, decisions.subject, decisions.outcome, decisions.reason, decisions.flow, decisions.revision,
decisions.amount_minor, decisions.amount_currency, decisions.decided_at, facts.content
FROM decisions JOIN facts ON facts.id = decisions.facts_id
"""

_OF_SUBJECTS = f"""
SELECT {_DECISION} WHERE decisions.subject IN (SELECT value FROM json_each(:subjects))
    AND decisions.company = :company ORDER BY decisions.id
"""

_BETWEEN = f"""
SELECT {_DECISION} WHERE decisions.company = :company AND decisions.decided_at >= :since
    AND decisions.decided_at < :until ORDER BY decisions.id
"""

_MADE = "SELECT * FROM documents WHERE decision_id = ? AND company = ? ORDER BY id"

_VOUCHED = "SELECT id, actor, detail FROM audit WHERE subject = ? AND substr(action, 1, 9) = 'decision.'"

_EVIDENCE = "SELECT evidence FROM attempts WHERE document_id = ? AND evidence <> '' ORDER BY id DESC LIMIT 1"

_LINKED = """
SELECT kind, stripe_id, erp_key, origin, made_at FROM links
WHERE company = :company AND origin <> 'created' AND (
    stripe_id IN (SELECT value FROM json_each(:subjects)) OR ltrim(erp_key, '0') = ltrim(:what, '0')
) ORDER BY made_at, kind, stripe_id
"""

# SYSPRO fills keys up with zeros; people leave them out. Each part finds subjects whose decisions tell the story.
_SUBJECTS = """
SELECT :what AS subject
UNION SELECT source_id FROM balance_transactions WHERE id = :what AND source_id <> ''
UNION SELECT decisions.subject FROM documents JOIN decisions ON decisions.id = documents.decision_id
    WHERE documents.company = :company AND documents.erp_key <> ''
        AND ltrim(documents.erp_key, '0') = ltrim(:what, '0')
UNION SELECT decisions.subject FROM documents JOIN decisions ON decisions.id = documents.decision_id
    WHERE documents.company = :company AND documents.kind IN (SELECT value FROM json_each(:kinds))
        AND documents.stripe_id = :what
UNION SELECT decisions.subject FROM document_legs JOIN documents ON documents.id = document_legs.document_id
    JOIN decisions ON decisions.id = documents.decision_id
    WHERE document_legs.leg = :what AND documents.company = :company
"""

# An invoice of SYSPRO's own that receipts were allocated to: no document of ours has its number as a key.
_PAYING = """
SELECT decisions.subject FROM documents JOIN decisions ON decisions.id = documents.decision_id
WHERE documents.company = :company AND documents.kind = 'receipt' AND EXISTS (
    SELECT 1 FROM json_each(documents.body, '$.allocations') AS part
    WHERE ltrim(part.value ->> 'invoice', '0') = ltrim(:what, '0'))
"""

# From a subject to its payment, from the payment to all that was refunded, disputed and allocated of it, and from there
# to the payouts, days and corrections that settle or book its legs. A payout does not lead to all of its payments: that
# is its statement.
_STORY = """
WITH payments AS (
    SELECT value AS subject FROM json_each(:seeds)
    UNION SELECT payment FROM decisions
        WHERE subject IN (SELECT value FROM json_each(:seeds)) AND company = :company AND payment <> ''
), family AS (
    SELECT subject FROM payments
    UNION SELECT decisions.subject FROM decisions
        WHERE payment IN (SELECT subject FROM payments) AND payment <> '' AND company = :company
), moved AS (
    SELECT id, payout_id, subject_type FROM balance_transactions WHERE subject IN (SELECT subject FROM family)
)
SELECT subject FROM family
UNION SELECT payout_id FROM moved WHERE payout_id <> '' AND subject_type <> 'payout'
UNION SELECT decisions.subject
    FROM document_legs JOIN documents ON documents.id = document_legs.document_id AND documents.company = :company
    JOIN decisions ON decisions.id = documents.decision_id
    WHERE document_legs.leg IN (SELECT subject FROM family UNION SELECT id FROM moved)
"""


def of(db: Database, company: str, what: str) -> tuple[AuditTrailRow, ...]:
    """Return all steps about a Stripe id or a SYSPRO key, oldest first."""
    subjects = json.dumps(_story(db, company, what))
    values = {"subjects": subjects, "company": company, "what": what}
    linked = [_link(row) for row in db.execute(_LINKED, values)]
    decided = _steps(db, company, db.execute(_OF_SUBJECTS, values).fetchall())
    return tuple(sorted((*linked, *decided), key=lambda row: (row.at, row.audit_row, row.document)))


def _story(db: Database, company: str, what: str) -> list[str]:
    """Return the subjects whose decisions tell what became of ``what``."""
    kinds = json.dumps([kind.value for kind in Kind])
    seeds = {row["subject"] for row in db.execute(_SUBJECTS, {"what": what, "company": company, "kinds": kinds})}
    # Neither a Stripe id nor one of SYSPRO's documents on account, which are numbered anew for each customer.
    if what.strip("0") and "_" not in what:
        seeds |= {row["subject"] for row in db.execute(_PAYING, {"what": what, "company": company})}
    found = db.execute(_STORY, {"seeds": json.dumps(sorted(seeds)), "company": company})
    return sorted(row["subject"] for row in found)


def between(db: Database, company: str, since_at: int, until_at: int) -> tuple[AuditTrailRow, ...]:
    """Return the steps of everything that was decided in a stretch of time, oldest first."""
    values = {"company": company, "since": since_at, "until": until_at}
    return tuple(_steps(db, company, db.execute(_BETWEEN, values)))


def _steps(db: Database, company: str, decisions: Sequence[sqlite3.Row] | sqlite3.Cursor) -> Iterator[AuditTrailRow]:
    for decision in decisions:
        made = db.execute(_MADE, (decision["id"], company)).fetchall()
        for document in made or (None,):
            yield _step(db, decision, document)


def _step(db: Database, decision: sqlite3.Row, document: sqlite3.Row | None) -> AuditTrailRow:
    vouched, actor = _vouched(db, decision)
    return AuditTrailRow(
        stripe_id=decision["subject"],
        object_type=json.loads(unpack(decision["content"]))["stripe"]["subject_type"],
        at=decision["decided_at"],
        actor=actor,
        outcome=decision["outcome"],
        reason=document["reason"] if document else decision["reason"],
        flow=decision["flow"],
        revision=decision["revision"],
        audit_row=vouched,
        document=document["id"] if document else 0,
        document_key=str(rows.key_of(document)) if document else "",
        title=document["title"] if document else "",
        amount=rows.money_of(document or decision),
        state=document["state"] if document else "",
        erp_key=document["erp_key"] if document else "",
        evidence=_evidence(db, document) if document else "",
    )


def _vouched(db: Database, decision: sqlite3.Row) -> tuple[int, str]:
    for row in db.execute(_VOUCHED, (decision["subject"],)):
        if seals.decision_in(row["detail"]) == decision["id"]:
            return row["id"], row["actor"]
    return 0, ""


def _evidence(db: Database, document: sqlite3.Row) -> str:
    found = db.execute(_EVIDENCE, (document["id"],)).fetchone()
    read_back = "Read back out of SYSPRO." if document["verified_at"] else ""
    said = found["evidence"].strip() if found else ""
    return f"{said}{'' if not said or said.endswith('.') else '.'} {read_back}".strip()


def _link(row: sqlite3.Row) -> AuditTrailRow:
    return AuditTrailRow(
        stripe_id=row["stripe_id"],
        object_type=row["kind"],
        at=row["made_at"],
        actor="",
        outcome="linked",
        erp_key=row["erp_key"],
        evidence=f"Found by {row['origin'].replace('_', ' ')}.",
    )
