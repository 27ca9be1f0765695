"""Reports: what the command line and the window show. Nothing here writes."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from agent import ports
from agent.domain.closing import Unfinished
from agent.domain.codec import loads
from agent.domain.decisions import Outcome
from agent.domain.documents import WITHDRAWN, State
from agent.domain.facts import Facts
from agent.domain.kinds import Kind
from agent.domain.readmodels import (
    AttemptRow,
    BooksRow,
    DecisionRow,
    DiscrepancyRow,
    DocumentDetail,
    DocumentFilter,
    DocumentRow,
    InboxCounts,
    SetAside,
)
from agent.store import books, links, lives, rows, unfinished
from agent.store.database import Connections
from agent.store.packing import unpack

_DOCUMENT = """
id, company, kind, purpose, stripe_id, title, amount_minor, amount_currency, state, reason, reason_code, due_at,
erp_key, attempts, flow, revision, updated_at
"""

#: Columns that make a decision.
DECISION_COLUMNS = """
id, company, subject, outcome, reason, reason_code, flow, revision, amount_minor, amount_currency, facts_id, decided_at
"""

_ATTEMPTS = """
SELECT id, at, state, reason, reason_code, evidence, counted, request, reply FROM attempts
WHERE document_id = ? ORDER BY id
"""

# The two open states are counted in their indexes; finished is all the rest.
_INBOX = """
SELECT (SELECT count(*) FROM events) AS everything,
    (SELECT count(*) FROM events WHERE state = 'waiting' AND due_at IS NOT NULL) AS waiting,
    (SELECT count(*) FROM events WHERE state <> 'finished' AND state = 'set_aside') AS set_aside
"""

#: One line for each object; its reason is that of the event that was set aside last.
SET_ASIDE = """
SELECT object_id, object_type, count(*) AS events, max(attempts) AS attempts, reason, reason_code FROM events
WHERE state <> 'finished' AND state = 'set_aside' GROUP BY object_id, object_type ORDER BY min(created_at), object_id
"""

HELD = f"""
SELECT {DECISION_COLUMNS} FROM decisions AS latest WHERE company = :company AND outcome = 'held' AND id = (
    SELECT max(id) FROM decisions WHERE subject = latest.subject AND company = :company
) ORDER BY id
"""

_WITHDRAWN = "SELECT count(*) AS number FROM documents WHERE state = 'held' AND reason_code = ?"

# What was given up after it was sent may still be found.
_REFERENCES = """
SELECT DISTINCT json_extract(body, '$.reference') AS reference FROM documents
WHERE company = ? AND sent_at > 0 AND json_extract(body, '$.reference') IS NOT NULL
"""

DISCREPANCIES = """
SELECT id, area, subject, code, message, opened_at FROM discrepancies WHERE closed_at IS NULL ORDER BY id
"""


class Reports(ports.Reports):
    """Read models of the store; see :mod:`agent.domain.readmodels` for their fields."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def documents(self, wanted: DocumentFilter) -> list[DocumentRow]:
        """Return documents, newest first; ask for the next page with ``before_id``."""
        conditions, values = _conditions(wanted)
        sql = f"SELECT {_DOCUMENT} FROM documents WHERE {' AND '.join(conditions)} ORDER BY id DESC LIMIT :limit"
        return [_document(row) for row in self._connections.all(sql, values)]

    def count(self, wanted: DocumentFilter) -> int:
        """Return how many documents there are, whatever the limit and the page."""
        conditions, values = _conditions(replace(wanted, before_id=None))
        sql = f"SELECT count(*) AS number FROM documents WHERE {' AND '.join(conditions)}"
        row = self._connections.one(sql, values)
        return int(row["number"]) if row else 0

    def withdrawn(self) -> int:
        """Return how many documents are held because a later decision no longer makes them."""
        row = self._connections.one(_WITHDRAWN, (WITHDRAWN,))
        return int(row["number"]) if row else 0

    def document(self, number: int) -> DocumentDetail | None:
        """Return all about one document, or ``None``."""
        with self._connections.reading() as db:
            row = rows.by_id(db, number)
            if row is None:
                return None
            made_by = db.execute(
                f"SELECT {DECISION_COLUMNS} FROM decisions WHERE id = ?", (row["decision_id"],)
            ).fetchone()
            return DocumentDetail(
                row=_document(row),
                body=row["body"],
                party=row["party"],
                customer=_customer(db, row),
                changes=rows.changes_of(row),
                lineage=rows.lineage_of(row),
                attempts=tuple(_attempt(tried) for tried in db.execute(_ATTEMPTS, (number,))),
                decision=decision_row(made_by),
                created_at=row["created_at"],
                verified_at=row["verified_at"],
                life=lives.life_of(db, row),
                differences=lives.differences_of(db, row),
            )

    def inbox(self) -> InboxCounts:
        """Return how many events wait, are set aside, and are finished."""
        row = self._connections.one(_INBOX)
        assert row is not None
        waiting, set_aside = int(row["waiting"]), int(row["set_aside"])
        return InboxCounts(waiting, set_aside, int(row["everything"]) - waiting - set_aside)

    def set_aside(self) -> list[SetAside]:
        """Return the objects whose reading waits for a person, oldest first."""
        return [SetAside(*row) for row in self._connections.all(SET_ASIDE)]

    def discrepancies(self) -> list[DiscrepancyRow]:
        """Return the open discrepancies, oldest first."""
        return [DiscrepancyRow(*row) for row in self._connections.all(DISCREPANCIES)]

    def decisions(self, subject: str) -> list[DecisionRow]:
        """Return the decisions about one Stripe object, newest first."""
        sql = f"SELECT {DECISION_COLUMNS} FROM decisions WHERE subject = ? ORDER BY id DESC"
        return [decision_row(row) for row in self._connections.all(sql, (subject,))]

    def facts(self, number: int) -> Facts | None:
        """Return stored facts, enough to decide again, or ``None``."""
        row = self._connections.one("SELECT content FROM facts WHERE id = ?", (number,))
        return loads(Facts, unpack(row["content"])) if row else None

    def held(self, company: str) -> list[DecisionRow]:
        """Return the latest decisions of those subjects for which it is held, oldest first."""
        return [decision_row(row) for row in self._connections.all(HELD, {"company": company})]

    def unfinished(self, company: str, zone: ZoneInfo) -> Sequence[Unfinished]:
        """Return every document and decision with a day that SYSPRO does not have; days are those of ``zone``."""
        return unfinished.unfinished(self._connections, company, zone)

    def books(self, company: str) -> list[BooksRow]:
        """Return the five outcomes of all legs, a row a settlement currency."""
        return books.by_currency(self._connections, company)

    def references(self, company: str) -> frozenset[str]:
        """Return our references of all documents that were ever sent to a SYSPRO company."""
        return frozenset(str(row["reference"]) for row in self._connections.all(_REFERENCES, (company,)))


def _conditions(wanted: DocumentFilter) -> tuple[list[str], dict[str, Any]]:
    conditions = ["id < :before"]
    values: dict[str, Any] = {"before": wanted.before_id or 2**62, "limit": wanted.limit}
    if wanted.state is not None:
        conditions.append("state = :state")
        values["state"] = wanted.state.value
    if wanted.kind is not None:
        conditions.append("kind = :kind")
        values["kind"] = wanted.kind.value
    if wanted.for_person:
        conditions.append("reason_code <> :withdrawn AND (state <> 'in_doubt' OR due_at IS NULL)")
        conditions.append("state IN ('parked', 'held', 'in_doubt')")
        values["withdrawn"] = WITHDRAWN
    if wanted.text:
        # instr takes the text as it is, where LIKE would read % and _ in it as wild cards.
        words = "lower(title || char(10) || stripe_id || char(10) || erp_key)"
        conditions.append(f"instr({words}, lower(:text)) > 0")
        values["text"] = wanted.text
    return conditions, values


def _customer(db: Database, row: sqlite3.Row) -> str:
    is_bound = row["party"] and row["kind"] != Kind.CUSTOMER.value
    link = links.find(db, row["company"], Kind.CUSTOMER.value, row["party"]) if is_bound else None
    return link.erp_key if link else ""


def _document(row: sqlite3.Row) -> DocumentRow:
    return DocumentRow(
        id=row["id"],
        company=row["company"],
        kind=Kind(row["kind"]),
        purpose=row["purpose"],
        stripe_id=row["stripe_id"],
        title=row["title"],
        amount=rows.money_of(row),
        state=State(row["state"]),
        reason=row["reason"],
        reason_code=row["reason_code"],
        due_at=row["due_at"],
        erp_key=row["erp_key"],
        attempts=row["attempts"],
        flow=row["flow"],
        revision=row["revision"],
        updated_at=row["updated_at"],
    )


def _attempt(row: sqlite3.Row) -> AttemptRow:
    return AttemptRow(
        id=row["id"],
        at=row["at"],
        state=State(row["state"]),
        reason=row["reason"],
        reason_code=row["reason_code"],
        evidence=row["evidence"],
        counted=bool(row["counted"]),
        request=unpack(row["request"]),
        reply=unpack(row["reply"]),
    )


def decision_row(row: sqlite3.Row) -> DecisionRow:
    """Return the decision of a row with :data:`DECISION_COLUMNS`."""
    return DecisionRow(
        id=row["id"],
        company=row["company"],
        subject=row["subject"],
        outcome=Outcome(row["outcome"]),
        reason=row["reason"],
        reason_code=row["reason_code"],
        flow=row["flow"],
        revision=row["revision"],
        amount=rows.money_of(row),
        facts_id=row["facts_id"],
        decided_at=row["decided_at"],
    )
