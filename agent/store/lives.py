"""The life of a document, out of the inbox and the audit. Nothing here writes."""

import sqlite3

from sqlite_utils import Database

from agent.domain.documents import WITHDRAWN
from agent.domain.events import RETRY
from agent.domain.life import Life, LifeStep
from agent.store import audit, rows, seals
from agent.store.edits import EDITED

#: Most events that are told of one document: a payment has a handful.
_MOST = 50

_EVENTS = f"""
SELECT id, type, created_at, received_at FROM events WHERE decision_id IN (
    SELECT id FROM decisions WHERE subject = :subject AND company = :company
) ORDER BY created_at, id LIMIT {_MOST}
"""

_AUTHOR = "SELECT author FROM commands WHERE id = ?"

_HISTORY = "SELECT at, actor, action, detail FROM audit WHERE subject = ? ORDER BY id"

_DIFFERENCES = """
SELECT message FROM discrepancies WHERE subject = ? AND area = 'read_back' AND closed_at IS NULL ORDER BY id
"""

#: Why the audit says that a document is in doubt that was being sent when the program stopped.
_RECOVERED = "recovered"

#: Prefix of the ids of Stripe's own events; others are the agent's.
_STRIPES = "evt_"


def life_of(db: Database, row: sqlite3.Row) -> tuple[LifeStep, ...]:
    """Return the life of a document, oldest first, inside the caller's snapshot.

    Args:
        db: The connection that holds the snapshot.
        row: The document's whole row.
    """
    made = db.execute("SELECT subject FROM decisions WHERE id = ?", (row["decision_id"],)).fetchone()
    told = db.execute(_EVENTS, {"subject": made["subject"], "company": row["company"]})
    steps = [_told(db, event) for event in told]
    steps += filter(None, map(_step, db.execute(_HISTORY, (str(rows.key_of(row)),))))
    return tuple(sorted(steps, key=lambda step: step.at))


def differences_of(db: Database, row: sqlite3.Row) -> tuple[str, ...]:
    """Return how SYSPRO's row differs from what was sent, as sentences; empty where it does not, or was not read."""
    return tuple(found["message"] for found in db.execute(_DIFFERENCES, (str(rows.key_of(row)),)))


def _told(db: Database, event: sqlite3.Row) -> LifeStep:
    at, kind, event_id = event["created_at"], event["type"], event["id"]
    if kind == RETRY:
        number = event_id.split("_")[1]
        found = db.execute(_AUTHOR, (number,)).fetchone()
        return LifeStep(at, Life.ASKED, by=found["author"] if found else "")
    if event_id.startswith(_STRIPES):
        return LifeStep(at, Life.TOLD, text=f"{kind}, {event_id}", read_at=event["received_at"])
    return LifeStep(at, Life.SWEPT, text=kind)


#: What an audit row of a document tells of by itself; an attempt tells of all else better.
_OF_ACTIONS = {"document.made": Life.DECIDED, "document.replaced": Life.REPLACED, EDITED: Life.EDITED}

#: What it tells of where a person did it.
_OF_PEOPLE = {
    "document.pending": Life.RELEASED,
    "document.cancelled": Life.IGNORED,
    "document.parked": Life.RESTORED,
    "document.held": Life.RESTORED,
}


def _step(row: sqlite3.Row) -> LifeStep | None:
    """Return what an audit row tells of; ``None`` for what an attempt tells better."""
    detail, by = seals.unsealed(row["detail"]), "" if row["actor"] == audit.ENGINE else row["actor"]
    _, _, why = detail.partition(": ")
    what = _OF_ACTIONS.get(row["action"]) or (_OF_PEOPLE.get(row["action"]) if by else None)
    if what is Life.REPLACED and why == WITHDRAWN:
        what = Life.WITHDRAWN
    elif row["action"] == "document.in_doubt" and why == _RECOVERED:
        what = Life.INTERRUPTED
    if what is None:
        return None
    text = detail if what is Life.EDITED else why if by and what is not Life.RESTORED else ""
    return LifeStep(row["at"], what, by, text)
