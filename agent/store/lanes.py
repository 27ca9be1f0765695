"""Lanes: documents of one lane go out in order, and no lane waits for another.

The table ``lanes`` has one row for each lane with its head: the document in flight if there is one, else the first by
``(order_by, id)`` that is pending, or that blocks the lane while it is parked or held. It is brought up to date in
the transaction of every change, so that claiming looks at heads alone, however many documents wait.
"""

import json
import sqlite3
from collections.abc import Sequence

from sqlite_utils import Database

# One step into the index documents_in_lane. A document in flight comes first even when an earlier one appeared since:
# a lane never has two at once.
_HEAD = """
SELECT id, order_by, state, due_at FROM documents
WHERE company = ? AND lane = ? AND in_lane ORDER BY in_flight DESC, order_by, id LIMIT 1
"""

_PUT = """
INSERT INTO lanes (company, lane, head_id, order_by, due_at, status) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (company, lane) DO UPDATE SET
    head_id = excluded.head_id, order_by = excluded.order_by, due_at = excluded.due_at, status = excluded.status
"""

_BLOCK = """
UPDATE lanes SET due_at = NULL, status = 'blocked' WHERE (company, lane) IN
    (SELECT value ->> 0, value ->> 1 FROM json_each(?))
"""

# Each back-off is woken once; searching the ready lanes for due ones would pass all that sleep, at every claim.
_WAKE = "UPDATE lanes SET status = 'ready' WHERE company = ? AND status = 'asleep' AND due_at <= ?"

# Walks the index lanes_ready in posting order.
_READY = """
SELECT documents.* FROM lanes CROSS JOIN documents ON documents.id = lanes.head_id
WHERE lanes.company = ? AND lanes.status = 'ready' AND lanes.due_at <= ?
ORDER BY lanes.order_by, lanes.head_id LIMIT ?
"""


def renew(db: Database, company: str, lane: str, now: int) -> None:
    """Find the head of a lane again, after something in the lane changed, inside the caller's transaction."""
    head = db.execute(_HEAD, (company, lane)).fetchone()
    if head is None:
        db.execute("DELETE FROM lanes WHERE company = ? AND lane = ?", (company, lane))
        return
    status = _status(head["state"], head["due_at"], now)
    db.execute(_PUT, (company, lane, head["id"], head["order_by"], head["due_at"], status))


def block(db: Database, heads: Sequence[sqlite3.Row]) -> None:
    """Let the lanes wait for their heads, which are in flight now: a document in flight stays the head of its lane."""
    db.execute(_BLOCK, (json.dumps([(row["company"], row["lane"]) for row in heads]),))


def due_heads(db: Database, company: str, limit: int, now: int) -> list[sqlite3.Row]:
    """Return the documents of up to ``limit`` heads that may go out now, in posting order."""
    db.execute(_WAKE, (company, now))
    return db.execute(_READY, (company, now, limit)).fetchall()


def _status(state: str, due_at: int | None, now: int) -> str:
    if state != "pending" or due_at is None:
        return "blocked"
    return "ready" if due_at <= now else "asleep"
