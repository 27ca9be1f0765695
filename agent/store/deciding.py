"""Decisions as the outbox stores them: each with its facts, and how many movements of its subject it knew."""

import sqlite3

from sqlite_utils import Database

from agent.domain.decisions import IGNORED_BY_PERSON, Decision, Outcome
from agent.domain.events import RETRY, Subject, subject_of
from agent.domain.facts import Facts
from agent.store import audit, rows, seals
from agent.store.packing import storable

#: The latest decision about a subject.
LATEST = "SELECT id, outcome, reason, reason_code, movements FROM decisions WHERE subject = ? ORDER BY id DESC LIMIT 1"

_ADD_FACTS = "INSERT INTO facts (company, subject, read_at, content) VALUES (?, ?, ?, ?)"

_ADD_DECISION = """
INSERT INTO decisions (facts_id, company, subject, outcome, reason, reason_code, flow, revision, amount_minor,
    amount_currency, decided_at, movements, payment)
VALUES (:facts_id, :company, :subject, :outcome, :reason, :reason_code, :flow, :revision, :amount_minor,
    :amount_currency, :decided_at, :movements, :payment)
"""


def overruled(latest: sqlite3.Row | None, decision: Decision, subject: Subject) -> bool:
    """Say whether the person's word stands who ignored the subject: nobody asked to decide it again."""
    # The person's word came between the reading of the subject and this decision.
    ignored = latest is not None and latest["reason_code"] == IGNORED_BY_PERSON
    return ignored and decision.reason_code != IGNORED_BY_PERSON and RETRY not in subject.types


def said_before(latest: sqlite3.Row | None, decision: Decision, facts: Facts) -> bool:
    """Say whether the subject waits as it did before: for the same reason, and with no further movement."""
    if latest is None or decision.outcome is not Outcome.WAITING:
        return False
    now = (decision.outcome.value, storable(decision.reason), decision.reason_code, _movements(decision, facts))
    return (latest["outcome"], latest["reason"], latest["reason_code"], latest["movements"]) == now


def add(db: Database, decision: Decision, facts: Facts, content: bytes, *, now: int, by: str) -> int:
    """Store a decision with its facts, seal both in the audit, and return its number."""
    about = (facts.company, decision.subject, facts.read_at, content)
    values = {
        "facts_id": db.execute(_ADD_FACTS, about).lastrowid,
        "company": facts.company,
        "subject": decision.subject,
        "outcome": decision.outcome.value,
        "reason": storable(decision.reason),
        "reason_code": decision.reason_code,
        "flow": decision.flow,
        "revision": decision.revision,
        **rows.amount_columns(decision.amount),
        "decided_at": now,
        "movements": _movements(decision, facts),
        "payment": facts.stripe.payment,
    }
    number = int(db.execute(_ADD_DECISION, values).lastrowid or 0)
    row = [(values | {"id": number})[name] for name in seals.DECISION]
    audit.record(
        db,
        actor=by,
        action=f"decision.{decision.outcome.value}",
        subject=decision.subject,
        detail=seals.sealed(seals.decision_detail(row), seals.of_decision(row, about)),
        now=now,
    )
    return number


def _movements(decision: Decision, facts: Facts) -> int | None:
    """Return how many movements of the subject a decision knew; ``None`` where it did not look at Stripe at all."""
    if not facts.stripe.objects:
        return None
    return sum(subject_of(one)[0] == decision.subject for one in facts.stripe.balance_transactions)
