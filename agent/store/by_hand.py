"""Documents that a person does something to by hand, and why that is not possible for others."""

import sqlite3

from sqlite_utils import Database

from agent.domain.documents import State
from agent.domain.errors import NeedsPerson, Problem
from agent.store import rows

#: Everything of one document.
DOCUMENT = "SELECT * FROM documents WHERE id = ?"


def row_of(db: Database, document_id: int, sql: str = DOCUMENT) -> sqlite3.Row:
    """Return a document's row as ``sql`` asks for it.

    Raises:
        NeedsPerson: When there is no such document.
    """
    row: sqlite3.Row | None = db.execute(sql, (document_id,)).fetchone()
    if row is None:
        raise _not_possible(document_id, "there is no such document", "Look the number up in the list.")
    return row


#: State -> why a person can neither release nor cancel a document in it, and what to do instead.
_NOT_BY_HAND = {
    State.PENDING: ("it is about to be sent", "Pause first; a new decision or its refusal stops it."),
    State.POSTING: ("it is being sent at this moment", "Wait for the outcome."),
    State.IN_DOUBT: ("it was sent and its outcome is not known yet", "Wait until it was looked up in SYSPRO."),
    State.POSTED: ("SYSPRO has it already", "Correct it with a new document in SYSPRO."),
    State.CANCELLED: ("it was cancelled already", ""),
}


def waiting(db: Database, document_id: int, done: str) -> sqlite3.Row:
    """Return the row of a document that waits for a person.

    Raises:
        NeedsPerson: When there is no such document, or it is in another state; the message says which.
    """
    row = row_of(db, document_id)
    state = State(row["state"])
    if state in _NOT_BY_HAND:
        cause, press = _NOT_BY_HAND[state]
        raise _not_possible(document_id, f"{row['title'] or rows.key_of(row)} cannot be {done}: {cause}", press)
    return row


def _not_possible(document_id: int, cause: str, press: str) -> NeedsPerson:
    return NeedsPerson(Problem("Not possible", f"Document {document_id}: {cause}.", press, "outbox.not_possible"))
