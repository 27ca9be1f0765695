"""Put the drafts of a decision into the outbox: new, replaced, or found to be there already.

A draft that replaces another is no change of state in the sense of ``TRANSITIONS``: nothing has reached SYSPRO, so the
document starts again as it is decided now.
"""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from agent.domain.attempts import Discrepancy
from agent.domain.codec import body_from, body_text
from agent.domain.decisions import Decision
from agent.domain.documents import REPLACEABLE, WITHDRAWN, Draft, State
from agent.domain.kinds import Body, Kind
from agent.domain.posting import PROPOSAL
from agent.store import audit, discrepancies, lanes, links, moves, rows, seals
from agent.store.packing import storable

#: Area of the discrepancies that are found here.
AREA = "decision"

_WITHDRAWN = "The payment was decided again, and the new decision does not make this document."

_OF_SUBJECT = """
SELECT documents.* FROM decisions AS made JOIN documents ON documents.decision_id = made.id
WHERE made.subject = ? AND made.company = ? AND documents.state IN ('pending', 'parked', 'held')
    AND NOT documents.once AND documents.reason_code <> 'withdrawn'
"""

# The customer document that keeps a lane waiting; a lane of a payer is called by the payer's link key.
_NEW_CUSTOMER = """
SELECT * FROM documents
WHERE company = :company AND lane = :party AND in_lane AND kind = 'customer' AND party = :party
    AND state IN ('pending', 'parked', 'held')
"""

_SUPERFLUOUS = "The payer was found to be a customer that SYSPRO has, so none has to be made."

_LATER = {State.POSTED: "posted", State.CANCELLED: "cancelled"}


@dataclass(frozen=True, slots=True)
class Decided:
    """What all drafts of one decision share: number, mapping revision, moment, and whether a person asked for it."""

    decision_id: int
    revision: int
    now: int
    by_person: bool = False


def place(db: Database, draft: Draft, decided: Decided) -> None:
    """Put one draft into the outbox inside the caller's transaction.

    Raises:
        ValueError: When the draft starts in a state in which no document starts.
    """
    if draft.state not in REPLACEABLE:
        raise ValueError(f"No document starts as {draft.state.value}.")
    if _customer_is_linked(db, draft):
        return
    row = rows.by_key(db, draft.key)
    if row is None:
        _insert(db, draft, decided)
        return
    same = _same(db, row, draft)
    unsent = State(row["state"]) in REPLACEABLE
    if unsent and _is_of_earlier_payment(db, row, draft, decided):
        return
    if unsent and (not same or _starts_otherwise(row, draft, by_person=decided.by_person)):
        _replace(db, row, draft, decided)
        return
    if _belongs_earlier(row, draft):
        _move_forward(db, row, draft, decided)
    if same and _covered(db, row["id"]) != _legs_of(draft):
        _cover_otherwise(db, row, draft, decided.now)
    if not unsent and not draft.once:
        found = () if same or _is_given_up_proposal(row, draft) else (_decided_differently(db, row, draft),)
        discrepancies.replace(db, AREA, str(draft.key), found, decided.now)


def withdraw(db: Database, decision: Decision, company: str, now: int) -> None:
    """Hold the subject's documents that its new decision no longer makes, as far as nothing has reached SYSPRO.

    They are held and not cancelled, so that a later decision that makes them again lets them go out. Nothing waits for
    them meanwhile. Documents that are made ``once`` belong to other payments as well and stay.
    """
    wanted = {draft.key for draft in decision.drafts}
    for row in db.execute(_OF_SUBJECT, (decision.subject, company)).fetchall():
        key = rows.key_of(row)
        if key in wanted:
            continue
        columns = {"state": State.HELD.value, "reason": _WITHDRAWN, "reason_code": WITHDRAWN, "due_at": None}
        moves.update(db, row["id"], columns | {"released": "", "blocks": 0, "updated_at": now})
        lanes.renew(db, company, row["lane"], now)
        detail = f"{row['state']} -> held: {WITHDRAWN}"
        audit.record(db, actor=audit.ENGINE, action="document.replaced", subject=str(key), detail=detail, now=now)


def withdraw_superfluous(db: Database, decision: Decision, company: str, now: int) -> None:
    """Take back new customers whose payers are linked by now, so that their lanes wait for them no longer."""
    parties = {draft.lane for draft in decision.drafts} | {link.stripe_id for link in decision.links}
    for party in sorted(parties):
        if not links.find(db, company, Kind.CUSTOMER.value, party):
            continue
        for row in db.execute(_NEW_CUSTOMER, {"company": company, "party": party}).fetchall():
            columns = {"state": State.HELD.value, "reason": _SUPERFLUOUS, "reason_code": WITHDRAWN, "due_at": None}
            moves.update(db, row["id"], columns | {"released": "", "blocks": 0, "updated_at": now})
            lanes.renew(db, company, party, now)
            detail = f"{row['state']} -> held: {WITHDRAWN}"
            subject = str(rows.key_of(row))
            audit.record(db, actor=audit.ENGINE, action="document.replaced", subject=subject, detail=detail, now=now)


def _customer_is_linked(db: Database, draft: Draft) -> bool:
    # Somebody (another payment, a person) made or found the customer since the facts were read.
    is_customer = draft.key.kind is Kind.CUSTOMER and draft.party
    return bool(is_customer and links.find(db, draft.key.company, Kind.CUSTOMER.value, draft.party))


def _insert(db: Database, draft: Draft, decided: Decided) -> None:
    columns = {**_key_columns(draft), **_columns(draft, decided), "created_at": decided.now}
    values = ", ".join(f":{name}" for name in columns)
    cursor = db.execute(f"INSERT INTO documents ({', '.join(columns)}) VALUES ({values})", columns)
    _cover(db, int(cursor.lastrowid or 0), draft)
    lanes.renew(db, draft.key.company, draft.lane, decided.now)
    _record(db, draft, "document.made", draft.state.value, columns)


def _cover(db: Database, document_id: int, draft: Draft) -> None:
    """Note which legs the document posts."""
    db.execute("DELETE FROM document_legs WHERE document_id = ?", (document_id,))
    db.conn.executemany(
        f"INSERT INTO document_legs (document_id, {', '.join(seals.LEG)}) VALUES (?, ?, ?, ?, ?)",
        [(document_id, *leg) for leg in _legs_of(draft)],
    )


def _legs_of(draft: Draft) -> list[tuple[str, str, int | None, str]]:
    """Return the legs of a draft as they are stored, each once."""
    found: dict[tuple[str, str], tuple[str, str, int | None, str]] = {}
    for leg in draft.legs:
        found.setdefault((leg.key, leg.part.value), (leg.key, leg.part.value, leg.minor, leg.line))
    return [found[key] for key in sorted(found)]


def _covered(db: Database, document_id: int) -> list[tuple[str, str, int | None, str]]:
    return [(row["leg"], row["part"], row["minor"], row["line"]) for row in db.execute(seals.LEGS, (document_id,))]


def _cover_otherwise(db: Database, row: sqlite3.Row, draft: Draft, now: int) -> None:
    """Note other legs under the same body, also of a document that SYSPRO has: which of Stripe's movements it posts.

    What Stripe tells later, such as the balance transaction of a refund that was posted while it was pending, changes
    nothing of the document and would else be posted by nobody.
    """
    _cover(db, row["id"], draft)
    detail = seals.sealed(row["state"], seals.of_document(row, _legs_of(draft)))
    audit.record(db, actor=audit.ENGINE, action=seals.COVERS, subject=str(draft.key), detail=detail, now=now)


def _replace(db: Database, row: sqlite3.Row, draft: Draft, decided: Decided) -> None:
    columns = _columns(draft, decided) | {"released": ""}
    if _belongs_later(row, draft):
        columns["order_by"] = row["order_by"]
    moves.update(db, row["id"], columns)
    _cover(db, row["id"], draft)
    for lane in {row["lane"], draft.lane}:
        lanes.renew(db, draft.key.company, lane, decided.now)
    _record(db, draft, "document.replaced", f"{row['state']} -> {draft.state.value}", columns)


def _move_forward(db: Database, row: sqlite3.Row, draft: Draft, decided: Decided) -> None:
    moves.update(db, row["id"], {"order_by": draft.order_by, "updated_at": decided.now})
    lanes.renew(db, row["company"], row["lane"], decided.now)


def _belongs_earlier(row: sqlite3.Row, draft: Draft) -> bool:
    # Payments are not always decided in their order: what an earlier one needs as well has to go out before it. Also
    # when it is in flight, for it may come back to be sent again.
    return bool(row["blocks"]) and row["lane"] == draft.lane and draft.order_by < row["order_by"]


def _belongs_later(row: sqlite3.Row, draft: Draft) -> bool:
    # The earlier payment that made it still waits behind it.
    return draft.blocks and row["lane"] == draft.lane and draft.order_by > row["order_by"]


def _is_of_earlier_payment(db: Database, row: sqlite3.Row, draft: Draft, decided: Decided) -> bool:
    """Say whether an earlier payment has made it, and it is about to go out: which is then what everybody sees of it.

    What is made once for several payments, such as a customer, would else be as the last one has it that was decided
    before it was sent, which is a matter of chance: a preview would show it otherwise than it is posted.
    """
    if not draft.once or row["state"] != State.PENDING.value or row["order_by"] >= draft.order_by:
        return False
    made = db.execute("SELECT subject FROM decisions WHERE id = ?", (row["decision_id"],)).fetchone()
    now = db.execute("SELECT subject FROM decisions WHERE id = ?", (decided.decision_id,)).fetchone()
    return bool(made["subject"] != now["subject"])


def _key_columns(draft: Draft) -> dict[str, str]:
    key = draft.key
    return {"company": key.company, "kind": key.kind.value, "purpose": key.purpose, "stripe_id": key.stripe_id}


def _columns(draft: Draft, decided: Decided) -> dict[str, Any]:
    return {
        **rows.columns_of(draft),
        "revision": decided.revision,
        "decision_id": decided.decision_id,
        "state": draft.state.value,
        "reason": storable(draft.reason),
        "reason_code": draft.reason_code,
        "due_at": decided.now if draft.state is State.PENDING else None,
        "updated_at": decided.now,
    }


def _record(db: Database, draft: Draft, action: str, states: str, columns: Mapping[str, Any]) -> None:
    detail = f"{states}: {draft.reason_code}" if draft.reason_code else states
    detail = seals.sealed(detail, seals.of_document({**columns, **_key_columns(draft)}, _legs_of(draft)))
    now = columns["updated_at"]
    audit.record(db, actor=audit.ENGINE, action=action, subject=str(draft.key), detail=detail, now=now)


def _starts_otherwise(row: sqlite3.Row, draft: Draft, *, by_person: bool) -> bool:
    """Say whether a draft with the same body gives the document another start.

    What SYSPRO refused, though it was decided to be posted, goes out again only when a person asks for it.
    """
    state = State(row["state"])
    if draft.state is State.PENDING:
        refused = state is State.PARKED and row["draft_state"] == State.PENDING.value
        return state is not State.PENDING and (by_person or not refused)
    if state is State.PENDING:
        # A person released exactly this body; the same objection again is no news.
        return bool(row["released"] != row["fingerprint"])
    return (draft.state, draft.reason_code, draft.reason) != (state, row["reason_code"], row["reason"])


def _same(db: Database, row: sqlite3.Row, draft: Draft) -> bool:
    """Say whether a draft posts what the row posts.

    A body that names its customer is the same as one whose party is linked to that customer, so that a payment that
    is decided again after its customer was created is found to be the same. A body that takes another document's
    SYSPRO key is another one.
    """
    columns = rows.columns_of(draft)
    if columns["fingerprint"] == row["fingerprint"]:
        return True
    return bool(columns["needs"] == row["needs"]) and _bound(
        db, draft.key.company, draft.body, draft.party
    ) == _bound_row(db, row)


def _bound_row(db: Database, row: sqlite3.Row) -> tuple[str, str]:
    return _bound(db, row["company"], body_from(Kind(row["kind"]), row["body"]), row["party"])


def _bound(db: Database, company: str, body: Body, party: str) -> tuple[str, str]:
    link = links.find(db, company, Kind.CUSTOMER.value, party) if party else None
    return (
        (storable(body_text(body)), party)
        if link is None
        else (storable(body_text(body.with_customer(link.erp_key))), "")
    )


def _is_given_up_proposal(row: sqlite3.Row, draft: Draft) -> bool:
    # What would be proposed changes with each payout after it, and none of it is to be corrected.
    return bool(row["state"] == State.CANCELLED.value and draft.reason_code == PROPOSAL)


def _decided_differently(db: Database, row: sqlite3.Row, draft: Draft) -> Discrepancy:
    then, now = (
        json.loads(text) for text, _ in (_bound_row(db, row), _bound(db, draft.key.company, draft.body, draft.party))
    )
    other = "customer" if rows.columns_of(draft)["needs"] == row["needs"] else "needs"
    fields = ", ".join(sorted(name for name in then if then[name] != now.get(name))) or other
    when = _LATER.get(State(row["state"]), "sent")
    message = (
        f"{draft.key} was decided differently after it was {when}. "
        f"It was {when} with {rows.money_of(row) or 'no amount'} (SYSPRO key {row['erp_key'] or 'unknown'}); "
        f"now it would be {draft.amount or 'no amount'}. Fields that differ: {fields}."
    )
    return Discrepancy(str(draft.key), "decided_differently", message)
