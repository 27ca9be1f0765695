"""The one place where a stored document changes its state along ``TRANSITIONS``."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlite_utils import Database

from agent.domain.documents import State, check_transition
from agent.store import audit, lanes, rows, seals

_AMONG = "id IN (SELECT value FROM json_each(:ids))"


def move(  # noqa: PLR0913 - a state change is all of these, and they belong together
    db: Database,
    row: sqlite3.Row,
    after: State,
    columns: Mapping[str, Any],
    *,
    actor: str = audit.ENGINE,
    why: str = "",
    now: int,
) -> None:
    """Change the state of one document inside the caller's transaction: row, lane and audit together.

    Args:
        db: The connection that holds the transaction.
        row: The document as it stands.
        after: Its next state.
        columns: Further columns and their new values; the names are ours.
        actor: Who changes it.
        why: A code or a person's reason for the audit; never a sentence with a payer's name.
        now: Unix seconds UTC.

    Raises:
        IllegalTransitionError: When ``TRANSITIONS`` has no such step.
    """
    before = State(row["state"])
    check_transition(before, after)
    update(db, row["id"], {**columns, "state": after.value, "updated_at": now})
    lanes.renew(db, row["company"], row["lane"], now)
    detail = f"{before.value} -> {after.value}" + (f": {why}" if why else "")
    if after is State.POSTED:
        detail = seals.erp_key_detail(detail, columns["erp_key"])
    subject = str(rows.key_of(row))
    audit.record(db, actor=actor, action=f"document.{after.value}", subject=subject, detail=detail, now=now)


def take(db: Database, heads: Sequence[sqlite3.Row], columns: Mapping[str, Any], now: int) -> None:
    """Turn heads of lanes into posting documents: what :func:`move` does to each, in a few statements for all.

    Args:
        db: The connection that holds the transaction.
        heads: The documents as they stand, each the head of its lane.
        columns: Further columns and the new values that all of them get.
        now: Unix seconds UTC.

    Raises:
        IllegalTransitionError: When one of them cannot be sent.
    """
    after = State.POSTING
    for row in heads:
        check_transition(State(row["state"]), after)
    values = {**columns, "state": after.value, "updated_at": now}
    db.execute(_update(tuple(values), _AMONG), {**values, "ids": json.dumps([row["id"] for row in heads])})
    lanes.block(db, heads)
    action, step = f"document.{after.value}", f"-> {after.value}"
    entries = [(audit.ENGINE, action, str(rows.key_of(row)), f"{row['state']} {step}") for row in heads]
    audit.record_all(db, entries, now)


def update(db: Database, document_id: int, columns: Mapping[str, Any]) -> None:
    """Set columns of one document."""
    db.execute(_update(tuple(columns)), {**columns, "id": document_id})


@cache
def _update(names: tuple[str, ...], where: str = "id = :id") -> str:
    assignments = ", ".join(f"{name} = :{name}" for name in names)
    return f"UPDATE documents SET {assignments} WHERE {where}"
