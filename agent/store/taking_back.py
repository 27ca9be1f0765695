"""Take back what a person said of documents: that one was given up, or approved. It waits again as it did before."""

import sqlite3

from sqlite_utils import Database

from agent.domain.documents import SENT, WITHDRAWN, State
from agent.domain.errors import NeedsPerson, Problem
from agent.store import moves, rows
from agent.store.covering import PROPOSED

_CANCELLED = """
SELECT detail FROM audit WHERE subject = ? AND action = 'document.cancelled' ORDER BY id DESC LIMIT 1
"""

_RELEASED = """
SELECT detail FROM audit WHERE subject = ? AND action = 'document.pending' ORDER BY id DESC LIMIT 1
"""

_REPLACED = """
SELECT detail FROM audit WHERE subject = ? AND action = 'document.replaced' ORDER BY id DESC LIMIT 1
"""

# What a flow's hold keeps together is approved together.
_APPROVED_WITH = """
SELECT others.* FROM documents AS one JOIN documents AS others
    ON others.decision_id = one.decision_id AND others.draft_reason_code = one.draft_reason_code
WHERE one.id = ? AND one.draft_reason_code LIKE 'hold.%' AND others.id <> one.id
ORDER BY others.id
"""

_REFUSED = (
    "SELECT reason, reason_code FROM attempts WHERE document_id = ? AND state = 'parked' ORDER BY id DESC LIMIT 1"
)

# Refunds, disputes, payouts and a fresh decision take a sale that was given up for one that SYSPRO never gets; other
# refunds of a payment take what was given up for one for money and tax that are there still.
_RESTS_ON = """
SELECT 1 FROM decisions AS made JOIN decisions AS later
    ON later.company = made.company AND later.id > made.id AND later.decided_at >= :since
    AND (later.subject = made.subject OR (later.payment <> '' AND later.payment IN (made.subject, made.payment)))
WHERE made.id = :decision LIMIT 1
"""

_TAKEN = """
SELECT 1 FROM document_legs AS own
JOIN document_legs AS others
    ON others.leg = own.leg AND others.part = own.part AND others.document_id <> own.document_id
JOIN documents ON documents.id = others.document_id AND documents.state <> 'cancelled'
WHERE own.document_id = ? LIMIT 1
"""

# A payout books what an exchange rate leaves over of each document that it finds, and of none that was given up.
_RATE_SETTLED = """
SELECT 1 FROM document_legs AS own
JOIN balance_transactions AS moved ON moved.id = own.leg OR moved.subject = own.leg
JOIN decisions AS later ON later.subject = moved.payout_id AND later.company = :company
    AND later.outcome = 'documents' AND later.decided_at >= :since
WHERE own.document_id = :number AND own.minor IS NOT NULL LIMIT 1
"""

_IS_PROPOSAL = f"""
SELECT 1 FROM document_legs AS posts JOIN documents ON documents.id = posts.document_id
WHERE posts.document_id = ? AND {PROPOSED} LIMIT 1
"""


def restore(db: Database, row: sqlite3.Row, *, by: str, now: int) -> State:
    """Let a document that was given up wait for a person again, and return in which state, inside the transaction.

    Raises:
        NeedsPerson: When it was not given up, or something rests on that by now; the message says what.
    """
    state = _state_before(db, row)
    if state is None:
        raise _refused(row, "it was not given up, so there is nothing to take back.")
    number = row["id"]
    if db.execute(_IS_PROPOSAL, (number,)).fetchone():
        raise _refused(row, "what it proposed beside its payout goes with the next payout by now. Book it by hand.")
    if db.execute(_TAKEN, (number,)).fetchone():
        raise _refused(row, "another document posts its money by now. It stays ignored.")
    about = {"decision": row["decision_id"], "since": row["updated_at"]}
    if db.execute(_RESTS_ON, about).fetchone():
        raise _refused(
            row, "something was decided since that takes it for given up. It stays ignored: book it by hand."
        )
    settled = {"number": number, "company": row["company"], "since": row["updated_at"]}
    if db.execute(_RATE_SETTLED, settled).fetchone():
        raise _refused(
            row,
            "its payout was decided without what the exchange rate leaves of it. It stays ignored: book it by hand.",
        )
    reason, code = _why(db, row, state)
    columns = {"due_at": None, "reason": reason, "reason_code": code}
    moves.move(db, row, state, columns, actor=by, why="Restored.", now=now)
    return state


def hold_again(db: Database, row: sqlite3.Row, *, by: str, now: int) -> int:
    """Let a document wait for approval again, with all that went by the same word; return how many do.

    Raises:
        NeedsPerson: When no approval lets it wait to be posted, or one of them may be in SYSPRO by now.
    """
    if not _is_approved(db, row):
        raise _gone(row, _SENT_BY_NOW if _may_be_sent(row) else "nothing waits to be posted on an approval.")
    together = db.execute(_APPROVED_WITH, (row["id"],)).fetchall()
    if any(map(_may_be_sent, together)):
        raise _gone(row, _SENT_BY_NOW)
    approved = [row, *(one for one in together if _is_approved(db, one))]
    for one in approved:
        columns = {
            "due_at": None,
            "reason": one["draft_reason"],
            "reason_code": one["draft_reason_code"],
            "released": "",
        }
        moves.move(db, one, State.HELD, columns, actor=by, why="Approval taken back.", now=now)
    return len(approved)


_SENT_BY_NOW = "it is being posted, or something that was approved with it. Correct it in SYSPRO once it is there."


def _may_be_sent(row: sqlite3.Row) -> bool:
    return State(row["state"]) in SENT or row["attempts"] > 0


def _is_approved(db: Database, row: sqlite3.Row) -> bool:
    """Say whether a person let a held document go as it is, and nothing was tried with it since."""
    if row["state"] != State.PENDING.value or row["released"] != row["fingerprint"] or _may_be_sent(row):
        return False
    key = (str(rows.key_of(row)),)
    found, replaced = db.execute(_RELEASED, key).fetchone(), db.execute(_REPLACED, key).fetchone()
    # What no decision makes any more waited for another reason than the one it was decided with.
    is_withdrawn = replaced is not None and replaced["detail"].endswith(f": {WITHDRAWN}")
    was_held = found is not None and found["detail"].startswith(f"{State.HELD.value} -> ")
    return bool(row["draft_reason_code"]) and was_held and not is_withdrawn


def _gone(row: sqlite3.Row, why: str) -> NeedsPerson:
    title = row["title"] or f"Document {row['id']}"
    message = f"The approval of {title} cannot be taken back: {why}"
    return NeedsPerson(Problem("Not taken back", message, code="approval.gone"))


def _state_before(db: Database, row: sqlite3.Row) -> State | None:
    """Return the state in which a person gave it up, as the audit has it."""
    found = db.execute(_CANCELLED, (str(rows.key_of(row)),)).fetchone()
    if row["state"] != State.CANCELLED.value or found is None:
        return None
    return State(found["detail"].partition(" -> ")[0])


def _why(db: Database, row: sqlite3.Row, state: State) -> tuple[str, str]:
    """Return why it waited: what SYSPRO said last, else what it was decided with."""
    refused = db.execute(_REFUSED, (row["id"],)).fetchone() if state is State.PARKED else None
    if refused is not None:
        return refused["reason"], refused["reason_code"]
    if row["draft_reason_code"]:
        return row["draft_reason"], row["draft_reason_code"]
    raise _refused(row, "a later decision makes it no longer. It stays ignored.")


def _refused(row: sqlite3.Row, why: str) -> NeedsPerson:
    title = row["title"] or f"Document {row['id']}"
    return NeedsPerson(Problem("Not restored", f"{title} cannot be restored: {why}", code="restore.refused"))
