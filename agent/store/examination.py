"""The examination of the audit: the chain itself, and every row outside it that the chain vouches for.

Reads one snapshot row by row, so that the engine goes on meanwhile and a million rows need no more memory than ten.
"""

import re
import sqlite3
from collections.abc import Iterator

from sqlite_utils import Database

from agent.domain.audit import Altered, Examination
from agent.domain.readmodels import AuditRow
from agent.store import audit, seals

#: Most altered rows that are named; all are counted.
MOST = 100

_SEALED_DECISION = f"""
SELECT {", ".join(f"decisions.{name}" for name in seals.DECISION)},
    facts.company, facts.subject, facts.read_at, facts.content
FROM decisions LEFT JOIN facts ON facts.id = decisions.facts_id WHERE decisions.id = ?
"""

_UNRECORDED = "SELECT id, subject FROM decisions WHERE id > ? ORDER BY id"

_DOCUMENTS = f"SELECT id, state, erp_key, {', '.join(seals.DOCUMENT)} FROM documents ORDER BY id"

_LIFE = """
SELECT id, at, action, detail FROM audit WHERE subject = ? AND substr(action, 1, 9) = 'document.' ORDER BY id DESC
"""

_REVISIONS = "SELECT number, content, author, comment, created_at FROM revisions ORDER BY number"

_ADDED = f"SELECT id, at, action, detail FROM audit WHERE subject = ? AND action = '{seals.REVISION_ADDED}'"

_STATE = re.compile(r"(?:\w+ -> )?(\w+)")


def examine(db: Database) -> Examination:
    """Compare everything inside the caller's snapshot."""
    examiner = _Examiner(db)
    found, altered = 0, []
    for finding in examiner.findings():
        found += 1
        if found <= MOST:
            altered.append(finding)
    return Examination(
        rows=examiner.rows,
        last=examiner.last,
        head=examiner.head,
        decisions=examiner.decisions,
        documents=examiner.documents,
        revisions=examiner.revisions,
        unsealed=examiner.unsealed,
        found=found,
        altered=tuple(altered),
    )


class _Examiner:
    """Walks through the tables and counts what it compared."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self.rows = self.last = self.decisions = self.documents = self.revisions = self.unsealed = 0
        self.head = ""

    def findings(self) -> Iterator[Altered]:
        """Yield every altered row, table by table."""
        yield from self._chain()
        yield from self._documents()
        yield from self._revisions()

    def _chain(self) -> Iterator[Altered]:
        first, last = 0, 0
        for row, wrong in audit.walk(self._db):
            self.rows += 1
            self.last, self.head = row.id, row.hash
            if wrong:
                yield Altered("audit", row.id, row.at, row.action, row.subject, wrong)
            if row.action.startswith("decision."):
                number = seals.decision_in(row.detail)
                first, last = first or number, max(last, number)
                self.decisions += 1
                yield from self._decision(row, number)
        yield from self._outside(first, last)

    def _decision(self, row: AuditRow, number: int) -> Iterator[Altered]:
        found = self._db.execute(_SEALED_DECISION, (number,)).fetchone()
        columns = len(seals.DECISION)
        if found is None:
            yield Altered("decisions", number, row.at, row.action, row.subject, "The decision is gone.")
        elif seals.of_decision(found[:columns], found[columns:]) != seals.seal_in(row.detail):
            wrong = f"The decision or its facts (row {found['facts_id']} of facts) are not what was decided then."
            yield Altered("decisions", number, row.at, row.action, row.subject, wrong)

    def _outside(self, first: int, last: int) -> Iterator[Altered]:
        """Yield decisions after the first sealed one for which no audit row vouches; count those before it."""
        if not first:
            self.unsealed += int(self._db.execute("SELECT count(*) FROM decisions").fetchone()[0])
            return
        self.unsealed += int(self._db.execute("SELECT count(*) FROM decisions WHERE id < ?", (first,)).fetchone()[0])
        for row in self._db.execute(_UNRECORDED, (last,)):
            yield Altered("decisions", row["id"], 0, "", row["subject"], "No audit row vouches for the decision.")

    def _documents(self) -> Iterator[Altered]:
        for row in self._db.execute(_DOCUMENTS):
            self.documents += 1
            yield from self._document(row)

    def _document(self, row: sqlite3.Row) -> Iterator[Altered]:
        subject = _subject(row)
        state, erp_key, seal = None, None, ""
        last = None
        for last in self._db.execute(_LIFE, (subject,)):
            detail = seals.unsealed(last["detail"])
            state = state or _state(last["action"], detail)
            if last["action"] == "document.posted" and erp_key is None:
                erp_key = seals.erp_key_in(detail)
            seal = seal or seals.seal_in(last["detail"])
            # What posted it stands before a later seal of its legs.
            if seal and last["action"] != seals.COVERS:
                break
        if last is None:
            yield Altered("documents", row["id"], 0, "", subject, "No audit row vouches for the document.")
            return
        at, action = last["at"], last["action"]
        if not seal:
            self.unsealed += 1
        elif seal not in (seals.of_document(row, self._legs(row["id"])), seals.of_document(row, None)):
            wrong = "The document, or what it posts of Stripe's movements, is not what was decided then."
            yield Altered("documents", row["id"], at, action, subject, wrong)
        if state != row["state"]:
            wrong = f"The document is {row['state']}; by the audit it is {state}."
            yield Altered("documents", row["id"], at, action, subject, wrong)
        if erp_key is not None and erp_key != row["erp_key"]:
            wrong = f"Its SYSPRO key is {row['erp_key'] or 'empty'}; by the audit it is {erp_key}."
            yield Altered("documents", row["id"], at, action, subject, wrong)

    def _legs(self, document: int) -> list[sqlite3.Row]:
        return self._db.execute(seals.LEGS, (document,)).fetchall()

    def _revisions(self) -> Iterator[Altered]:
        for row in self._db.execute(_REVISIONS):
            self.revisions += 1
            subject = str(row["number"])
            added = self._db.execute(_ADDED, (subject,)).fetchone()
            if added is None:
                yield Altered("revisions", row["number"], 0, "", subject, "No audit row vouches for the revision.")
            elif not (seal := seals.seal_in(added["detail"])):
                self.unsealed += 1
            elif seal != seals.of_revision(*row):
                wrong = "The mapping revision is not what was put in force then."
                yield Altered("revisions", row["number"], added["at"], added["action"], subject, wrong)


def _subject(row: sqlite3.Row) -> str:
    # Not by the enum: a row that was altered may have a kind that does not exist.
    return f"{row['company']}/{row['kind']}/{row['purpose']}/{row['stripe_id']}"


def _state(action: str, detail: str) -> str:
    """Return the state that an audit row of a document led to."""
    if action in {"document.made", "document.replaced", seals.COVERS}:
        found = _STATE.match(detail)
        return found[1] if found else ""
    return action.removeprefix("document.")
