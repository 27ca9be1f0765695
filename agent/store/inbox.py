"""The inbox: events as they came in, and how far Stripe has been read."""

import json
import sqlite3
from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from agent import ports
from agent.domain.disputes import CLOSED
from agent.domain.errors import Problem
from agent.domain.events import Event, Slice, Subject
from agent.store.database import Connections
from agent.store.packing import pack, storable

_INSERT = """
INSERT INTO events
    (id, type, created_at, object_id, object_type, livemode, account, request_key, payload, received_at, due_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO NOTHING
"""

# The watermark never moves back, whatever slice is stored again.
_MOVE = """
INSERT INTO watermarks (name, at, moved_at) VALUES (:name, :at, :now)
ON CONFLICT (name) DO UPDATE SET at = max(at, excluded.at), moved_at = excluded.moved_at
"""

# Answered from the index events_due alone, row by row, and left as soon as there are enough subjects.
_DUE = "SELECT object_id, object_type FROM events WHERE state = 'waiting' AND due_at <= ? ORDER BY due_at, id"

# All open events of one object: its reading is as good for those that were postponed or set aside.
_OF_OBJECT = """
SELECT id, type, created_at, iif(state = 'waiting', attempts, 0) AS attempts FROM events
WHERE object_id = ? AND object_type = ? AND state <> 'finished' ORDER BY created_at, id
"""

# From the partial index events_of_ends.
_CLOSED = f"SELECT max(created_at) AS at FROM events WHERE object_id = ? AND type = '{CLOSED}'"

_OBJECT = "SELECT object_type FROM events WHERE object_id = ? AND state <> 'finished' LIMIT 1"

_POSTPONE = """
UPDATE events SET state = :state, due_at = :due_at, attempts = attempts + 1, reason = :reason, reason_code = :code
WHERE id IN (SELECT value FROM json_each(:ids)) AND state <> 'finished'
"""

_FINISH = """
UPDATE events SET state = 'finished', due_at = NULL, finished_at = :now, decision_id = :decision
WHERE id IN (SELECT value FROM json_each(:ids)) AND state <> 'finished'
"""


def finish(db: Database, event_ids: Sequence[str], decision_id: int, now: int) -> None:
    """Finish events inside the caller's transaction; others of the same object that came since stay waiting."""
    db.execute(_FINISH, {"ids": json.dumps(event_ids), "decision": decision_id, "now": now})


def keep(db: Database, event_ids: Sequence[str], due_at: int) -> None:
    """Keep events for another decision at ``due_at``, inside the caller's transaction."""
    db.execute(
        _POSTPONE, {"state": "waiting", "due_at": due_at, "reason": "", "code": "", "ids": json.dumps(event_ids)}
    )


class Inbox(ports.Inbox):
    """See :class:`agent.ports.Inbox`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def watermark(self, name: str) -> int | None:
        """Return the watermark ``name``, Unix seconds UTC, or ``None`` before the first slice."""
        row = self._connections.one("SELECT at FROM watermarks WHERE name = ?", (name,))
        return int(row["at"]) if row else None

    def store_slice(self, name: str, stretch: Slice, events: Sequence[Event], now: int) -> int:
        """Insert the events that are new and move the watermark, in one transaction; return how many were new."""
        rows = _rows(events, now)
        with self._connections.writing() as db:
            added = _insert(db, rows)
            db.execute(_MOVE, {"name": name, "at": stretch.mark_at, "now": now})
        return added

    def add(self, events: Sequence[Event], now: int) -> int:
        """Insert the events that are new; return how many were."""
        rows = _rows(events, now)
        with self._connections.writing() as db:
            return _insert(db, rows)

    def next_subjects(self, limit: int, now: int) -> list[Subject]:
        """Return up to ``limit`` subjects with waiting events that are due, those due longest first.

        A new event is due from its creation on, a postponed one from its ``due_at``. A subject carries all open events
        of its object, also those that are not due yet or were set aside: one reading answers them all.
        """
        with self._connections.reading() as db:
            objects = _distinct(db.execute(_DUE, (now,)), limit)
            return [_subject(object_id, kind, db.execute(_OF_OBJECT, (object_id, kind))) for object_id, kind in objects]

    def closed_at(self, dispute_id: str) -> int:
        """Return when Stripe last told that a dispute is over, Unix seconds UTC; 0 where it never did."""
        row = self._connections.one(_CLOSED, (dispute_id,))
        return int(row["at"] or 0) if row else 0

    def unfinished(self, object_id: str) -> Subject | None:
        """Return the object with all its events that are waiting or set aside, or ``None``."""
        with self._connections.reading() as db:
            row = db.execute(_OBJECT, (object_id,)).fetchone()
            if row is None:
                return None
            return _subject(object_id, row["object_type"], db.execute(_OF_OBJECT, (object_id, row["object_type"])))

    def postpone(self, subject: Subject, problem: Problem, *, due_at: int | None, now: int) -> None:  # noqa: ARG002
        """Keep the subject's events for ``due_at``; ``None`` sets them aside for a person."""
        values = {
            "state": "set_aside" if due_at is None else "waiting",
            "due_at": due_at,
            "reason": storable(problem.message),
            "code": problem.code,
            "ids": json.dumps(subject.event_ids),
        }
        with self._connections.writing() as db:
            db.execute(_POSTPONE, values)


def _rows(events: Sequence[Event], now: int) -> list[tuple[object, ...]]:
    # Made before the transaction starts: compressing takes longer than writing, and others wait for the lock.
    return [
        (
            event.id,
            event.type,
            event.created_at,
            event.object_id,
            event.object_type,
            int(event.livemode),
            event.account,
            event.request_key,
            pack(event.payload),
            now,
            # Stripe's clock may be ahead of ours; what is here may be read at once.
            min(event.created_at, now),
        )
        for event in events
    ]


def _insert(db: Database, rows: list[tuple[object, ...]]) -> int:
    return max(db.conn.executemany(_INSERT, rows).rowcount, 0)


def _distinct(rows: Iterable[sqlite3.Row], limit: int) -> list[tuple[str, str]]:
    found: dict[tuple[str, str], None] = {}
    for row in rows:
        if len(found) >= limit:
            break
        found[row["object_id"], row["object_type"]] = None
    return list(found)


def _subject(object_id: str, object_type: str, rows: Iterable[sqlite3.Row]) -> Subject:
    events = list(rows)
    return Subject(
        object_id=object_id,
        object_type=object_type,
        event_ids=tuple(row["id"] for row in events),
        types=tuple(row["type"] for row in events),
        created_at=events[0]["created_at"],
        attempts=max(row["attempts"] for row in events),
    )
