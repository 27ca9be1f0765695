"""The work list: a page from anywhere in it, as fast among a million documents as among a hundred. Nothing here writes.

Each tab is a sequence of parts, one a table; a page is cut out of the parts one after the other. Documents are found in
the index ``documents_by_state``, which has all that they are filtered by, or by their words in ``documents_search``;
only a page's own rows are read.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from agent import ports
from agent.domain.documents import WITHDRAWN, State
from agent.domain.kinds import Kind
from agent.domain.worklist import Cause, Sort, Tab, WorkFilter, WorkRow
from agent.store import rows, searching
from agent.store.database import Connections
from agent.store.packing import storable

#: States of the documents of each tab. What a later decision no longer makes is held, and belongs to what is ignored.
_STATES = {
    Tab.WAITING: ("pending", "posting"),
    Tab.POSTED: ("posted",),
    Tab.NEEDS_YOU: ("parked", "held"),
    Tab.IN_DOUBT: ("in_doubt",),
    Tab.IGNORED: ("cancelled", "held"),
}

#: Further condition on the documents of a tab.
_BESIDES = {
    Tab.NEEDS_YOU: "reason_code <> :withdrawn",
    Tab.IGNORED: "(state = 'cancelled' OR reason_code = :withdrawn)",
}

_DOCUMENT = """
'document' AS sort, CAST(id AS TEXT) AS what, title, amount_minor, amount_currency, kind, state, reason, reason_code,
due_at, erp_key, stripe_id, updated_at
"""

_DECISION = """
'decision' AS sort, subject AS what, '' AS title, amount_minor, amount_currency, NULL AS kind, NULL AS state, reason,
reason_code, NULL AS due_at, '' AS erp_key, subject AS stripe_id, decided_at AS updated_at
"""

_LATEST = """
decisions AS latest WHERE company = :company AND outcome = '{outcome}'
    AND id = (SELECT max(id) FROM decisions WHERE subject = latest.subject AND company = :company)
"""

_SET_ASIDE = """
(SELECT 'set_aside' AS sort, object_id AS what, object_type AS title, NULL AS amount_minor, NULL AS amount_currency,
    NULL AS kind, NULL AS state, reason, reason_code, NULL AS due_at, '' AS erp_key, object_id AS stripe_id,
    max(created_at) AS updated_at
FROM events WHERE state <> 'finished' AND state = 'set_aside' GROUP BY object_id, object_type) WHERE 1
"""

_DISCREPANCY = """
'discrepancy' AS sort, CAST(id AS TEXT) AS what, subject AS title, NULL AS amount_minor, NULL AS amount_currency,
NULL AS kind, NULL AS state, message AS reason, code AS reason_code, NULL AS due_at, '' AS erp_key, '' AS stripe_id,
opened_at AS updated_at
"""

_NOTE = """
'note' AS sort, CAST(id AS TEXT) AS what, subject AS title, amount_minor, amount_currency, NULL AS kind, NULL AS state,
text AS reason, code AS reason_code, NULL AS due_at, '' AS erp_key, subject AS stripe_id, told_at AS updated_at
"""

#: Text in which a row of each sort is searched.
_SEARCHED = {
    Sort.DECISION: "subject || char(10) || reason",
    Sort.SET_ASIDE: "what || char(10) || title",
    Sort.DISCREPANCY: "subject || char(10) || message",
    Sort.NOTE: "subject || char(10) || text",
}

#: Documents that have the words asked for, and the same with their rows.
_FOUND = "documents_search WHERE documents_search MATCH :match"
_JOINED = (
    "documents_search CROSS JOIN documents ON documents.id = documents_search.rowid WHERE documents_search MATCH :match"
)


@dataclass(frozen=True, slots=True)
class _Part:
    """One table's rows of a tab, as pieces of SQL.

    Attributes:
        columns: The columns of a row.
        source: What follows FROM, ending within a condition.
        order: What follows ORDER BY.
        code: Column of the cause.
        why: Column of the reason.
        found: Column of a document's number in ``source``, where that is a search.
        grouped: What follows FROM where the rows' own columns are asked for, if ``source`` does not have them.
    """

    sort: Sort
    columns: str
    source: str
    order: str
    code: str = "reason_code"
    why: str = "reason"
    found: str = ""
    grouped: str = ""

    def count(self) -> str:
        """Return the statement that counts the rows."""
        return f"SELECT count(*) FROM {self.source}"

    def page(self) -> str:
        """Return the statement of one page."""
        if self.sort is Sort.DOCUMENT:
            number, order = (self.found, f"{self.found} DESC") if self.found else ("id", self.order)
            found = f"SELECT {number} FROM {self.source} ORDER BY {order} LIMIT :limit OFFSET :offset"
            return f"SELECT {self.columns} FROM documents WHERE id IN ({found}) ORDER BY {self.order}"
        return f"SELECT {self.columns} FROM {self.source} ORDER BY {self.order} LIMIT :limit OFFSET :offset"

    def causes(self) -> str:
        """Return the statement that groups the rows by cause; the newest row's reason is the example."""
        # Only beside a single max() the bare columns are those of its row, so what is held is added up.
        held = "sum(state = 'held')" if self.sort is Sort.DOCUMENT else "0"
        return (
            f"SELECT '{self.sort.value}' AS sort, {self.code} AS code, count(*) AS number, {self.why} AS example,"
            f" max(id), {held} AS held FROM {self.grouped or self.source} GROUP BY {self.code}"
        )


class Worklist(ports.Worklist):
    """See :class:`agent.ports.Worklist`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def count(self, company: str, wanted: WorkFilter) -> int:
        """Return how many rows there are."""
        return sum(self._count(part, self._values(company, wanted)) for part in _parts(wanted))

    def page(self, company: str, wanted: WorkFilter, *, offset: int, limit: int) -> list[WorkRow]:
        """Return up to ``limit`` rows from row ``offset`` on, newest first within each part."""
        found: list[WorkRow] = []
        values = self._values(company, wanted)
        parts = _parts(wanted)
        for number, part in enumerate(parts):
            room = limit - len(found)
            if room <= 0:
                break
            fetched = self._connections.all(part.page(), {**values, "offset": offset, "limit": room})
            found += map(_row, fetched)
            if fetched:
                offset = 0
            elif number + 1 < len(parts):
                offset -= self._count(part, values)
        return found

    def causes(self, company: str, wanted: WorkFilter) -> list[Cause]:
        """Return the causes of the rows, those with most rows first."""
        values = self._values(company, wanted)
        found = [
            Cause(Sort(row["sort"]), row["code"], row["number"], row["example"], row["held"] == row["number"])
            for part in _parts(wanted)
            if part.sort is not Sort.SET_ASIDE
            for row in self._connections.all(part.causes(), values)
        ]
        found += self._causes_of_set_aside(wanted, values)
        return sorted(found, key=lambda cause: (-cause.count, cause.code))

    def document(self, number: int) -> WorkRow | None:
        """Return the row of one document, or ``None``."""
        row = self._connections.one(f"SELECT {_DOCUMENT} FROM documents WHERE id = ?", (number,))
        return _row(row) if row else None

    def _values(self, company: str, wanted: WorkFilter) -> dict[str, Any]:
        values = _values(company, wanted)
        if searching.is_search(wanted):
            asked = {"company": company, "code": storable(wanted.customer.strip())}
            payers = [row["payer"] for row in self._connections.all(searching.LINKED, asked)] if wanted.customer else []
            values["match"] = searching.match_of(wanted, payers)
        return values

    def _count(self, part: _Part, values: dict[str, Any]) -> int:
        row = self._connections.one(part.count(), values)
        assert row is not None
        return int(row[0])

    def _causes_of_set_aside(self, wanted: WorkFilter, values: dict[str, Any]) -> list[Cause]:
        """Objects have no number of their own, so their newest is found by its moment."""
        part = next((part for part in _parts(wanted) if part.sort is Sort.SET_ASIDE), None)
        if part is None:
            return []
        sql = f"SELECT reason_code, count(*), reason, max(updated_at) FROM {part.source} GROUP BY reason_code"
        return [Cause(Sort.SET_ASIDE, row[0], row[1], row[2]) for row in self._connections.all(sql, values)]


def _parts(wanted: WorkFilter) -> Sequence[_Part]:
    parts = [_documents(wanted)]
    if wanted.documents_only:
        return parts
    if wanted.tab is Tab.NEEDS_YOU:
        parts.append(_decisions(wanted, "held"))
        if not wanted.currency:
            parts += [_set_aside(wanted), _discrepancies(wanted)]
        parts.append(_notes(wanted))
    elif wanted.tab is Tab.IGNORED:
        parts.append(_decisions(wanted, "ignored"))
    return parts


def _searched(wanted: WorkFilter) -> _Part:
    """Return the documents that have some words; a row is looked at only for what the words do not say."""
    plain = replace(wanted, text="", currency="")
    conditions = [*_sizes(wanted), *_common(plain, Sort.DOCUMENT, "updated_at")]
    if not conditions:
        return _Part(Sort.DOCUMENT, _DOCUMENT, _FOUND, "id DESC", found="rowid", grouped=_JOINED)
    source = " AND ".join([_JOINED, *conditions])
    return _Part(Sort.DOCUMENT, _DOCUMENT, source, "id DESC", found="documents_search.rowid")


def _sizes(wanted: WorkFilter) -> list[str]:
    conditions = []
    if wanted.least_minor is not None:
        conditions.append("abs(amount_minor) >= :least")
    if wanted.most_minor is not None:
        conditions.append("abs(amount_minor) <= :most")
    return conditions


def _documents(wanted: WorkFilter) -> _Part:
    if searching.is_search(wanted):
        return _searched(wanted)
    states = ", ".join(f"'{state}'" for state in _STATES[wanted.tab])
    conditions = [f"state IN ({states})"]
    if wanted.tab in _BESIDES:
        conditions.append(_BESIDES[wanted.tab])
    if wanted.kind is not None:
        conditions.append("kind = :kind")
    conditions += [*_sizes(wanted), *_common(wanted, Sort.DOCUMENT, "updated_at")]
    source = f"documents INDEXED BY documents_by_state WHERE {' AND '.join(conditions)}"
    return _Part(Sort.DOCUMENT, _DOCUMENT, source, "state DESC, id DESC")


def _decisions(wanted: WorkFilter, outcome: str) -> _Part:
    conditions = [_LATEST.format(outcome=outcome), *_common(wanted, Sort.DECISION, "decided_at")]
    return _Part(Sort.DECISION, _DECISION, " AND ".join(conditions), "id DESC")


def _set_aside(wanted: WorkFilter) -> _Part:
    conditions = [_SET_ASIDE, *_common(wanted, Sort.SET_ASIDE, "updated_at")]
    return _Part(Sort.SET_ASIDE, "*", " AND ".join(conditions), "updated_at DESC, what")


def _discrepancies(wanted: WorkFilter) -> _Part:
    conditions = [
        "discrepancies WHERE closed_at IS NULL",
        *_common(wanted, Sort.DISCREPANCY, "opened_at", code="code"),
    ]
    return _Part(Sort.DISCREPANCY, _DISCREPANCY, " AND ".join(conditions), "id DESC", "code", "message")


def _notes(wanted: WorkFilter) -> _Part:
    conditions = [
        "flow_notes WHERE company = :company AND seen_at IS NULL",
        *_common(wanted, Sort.NOTE, "told_at", code="code"),
    ]
    return _Part(Sort.NOTE, _NOTE, " AND ".join(conditions), "id DESC", "code", "text")


def _common(wanted: WorkFilter, sort: Sort, moment: str, *, code: str = "reason_code") -> list[str]:
    conditions = []
    if wanted.cause:
        conditions.append(f"{code} = :cause")
    if wanted.currency:
        conditions.append("amount_currency = :currency")
    if wanted.since_at:
        conditions.append(f"{moment} >= :since")
    if wanted.until_at:
        conditions.append(f"{moment} < :until")
    if wanted.text:
        # instr takes the text as it is, where LIKE would read % and _ in it as wild cards.
        conditions.append(f"instr(lower({_SEARCHED[sort]}), lower(:text)) > 0")
    return conditions


def _values(company: str, wanted: WorkFilter) -> dict[str, Any]:
    return {
        "company": company,
        "withdrawn": WITHDRAWN,
        "kind": wanted.kind.value if wanted.kind else "",
        "least": wanted.least_minor,
        "most": wanted.most_minor,
        "cause": wanted.cause,
        "currency": wanted.currency,
        "since": wanted.since_at,
        "until": wanted.until_at,
        "text": storable(wanted.text),
    }


def _row(row: sqlite3.Row) -> WorkRow:
    return WorkRow(
        sort=Sort(row["sort"]),
        what=row["what"],
        title=row["title"],
        amount=rows.money_of(row),
        kind=Kind(row["kind"]) if row["kind"] else None,
        state=State(row["state"]) if row["state"] else None,
        reason=row["reason"],
        reason_code=row["reason_code"],
        due_at=row["due_at"],
        erp_key=row["erp_key"],
        stripe_id=row["stripe_id"],
        updated_at=row["updated_at"],
    )
