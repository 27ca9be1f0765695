"""Seals: digests that the audit keeps of rows outside its chain, so that no such row can change unnoticed.

A seal stands at the end of an audit row's detail and is covered by that row's hash. Sealed are: every decision with its
facts and mapping revision, what every document was decided to be with the legs that it posts, and the content of every
mapping revision.
"""

import hashlib
import json
import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

#: Columns of a decision, in the order in which they are sealed.
DECISION = (
    "id",
    "facts_id",
    "company",
    "subject",
    "outcome",
    "reason",
    "reason_code",
    "flow",
    "revision",
    "amount_minor",
    "amount_currency",
    "decided_at",
)

#: Columns of a document that only a decision sets; its state and SYSPRO key are in the audit in words.
DOCUMENT = (
    "company",
    "kind",
    "purpose",
    "stripe_id",
    "body",
    "needs",
    "lane",
    "draft_state",
    "draft_reason",
    "draft_reason_code",
    "party",
    "once",
    "amount_minor",
    "amount_currency",
    "title",
    "flow",
    "changes",
    "lineage",
    "revision",
    "decision_id",
)

#: Columns of a leg that a document posts, in the order in which they are sealed.
LEG = ("leg", "part", "minor", "line")

#: The legs of one document.
LEGS = f"SELECT {', '.join(LEG)} FROM document_legs WHERE document_id = ? ORDER BY leg, part"

#: Action of the audit row of a document whose legs alone were decided otherwise: its state stays.
COVERS = "document.covers"

#: Action of the audit row of a revision.
REVISION_ADDED = "revision.added"

_MARK = ": sealed "
_SEAL = re.compile(r"(?:: |\A)sealed ([0-9a-f]{64})\Z")
_DECISION = re.compile(r"decision (\d+) on facts (\d+),")
_ERP_KEY = re.compile(r"SYSPRO key (.*)\Z", re.DOTALL)


def sealed(detail: str, seal: str) -> str:
    """Return an audit row's detail with the seal at its end."""
    return f"{detail}{_MARK}{seal}" if detail else f"sealed {seal}"


def seal_in(detail: str) -> str:
    """Return the seal at the end of a detail; empty where there is none."""
    found = _SEAL.search(detail)
    return found[1] if found else ""


def unsealed(detail: str) -> str:
    """Return a detail for people: without its seal."""
    return _SEAL.sub("", detail)


def decision_detail(row: Sequence[object]) -> str:
    """Return what the audit says of a decision: which one, on which facts, by which flow and mapping revision.

    Args:
        row: The values of :data:`DECISION`.
    """
    column = dict(zip(DECISION, row, strict=True))
    by = f"flow {column['flow']}" if column["flow"] else "no flow"
    code = f": {column['reason_code']}" if column["reason_code"] else ""
    return f"decision {column['id']} on facts {column['facts_id']}, {by}, mapping revision {column['revision']}{code}"


def decision_in(detail: str) -> int:
    """Return the number of the decision that a detail is about; 0 where it names none."""
    found = _DECISION.match(detail)
    return int(found[1]) if found else 0


def erp_key_detail(detail: str, erp_key: str) -> str:
    """Return the detail of a posted document with SYSPRO's key at its end."""
    if not erp_key:
        return detail
    return f"{detail}{'; ' if ': ' in detail else ': '}SYSPRO key {erp_key}"


def erp_key_in(detail: str) -> str | None:
    """Return SYSPRO's key at the end of a detail; ``None`` where it names none."""
    found = _ERP_KEY.search(detail)
    return found[1] if found else None


def of_decision(row: Sequence[object], facts: Sequence[object]) -> str:
    """Return the seal of a decision with its facts.

    Args:
        row: The values of :data:`DECISION`.
        facts: Company, subject, ``read_at`` and content (compressed, as stored) of its facts.
    """
    *plain, content = facts
    return _digest([*row, *plain, hashlib.sha256(_bytes(content)).hexdigest()])


def of_document(row: sqlite3.Row | Mapping[str, object], legs: Iterable[Sequence[object]] | None) -> str:
    """Return the seal of what a document was decided to be, and of the legs that it posts.

    Args:
        row: Column -> value, with at least the columns of :data:`DOCUMENT`.
        legs: The values of :data:`LEG` of each, in the order of :data:`LEGS`; ``None`` for a seal as it was made before
            legs were sealed.
    """
    plain = [row[name] for name in DOCUMENT]
    return _digest(plain if legs is None else [*plain, "legs", *(list(leg) for leg in legs)])


def of_revision(number: int, content: str, author: str, comment: str, created_at: int) -> str:
    """Return the seal of a mapping revision."""
    return _digest([number, content, author, comment, created_at])


def _digest(values: Sequence[object]) -> str:
    # JSON keeps the values apart, so that no text can pass for the end of one and the start of the next.
    text = json.dumps(values, ensure_ascii=True, separators=(",", ":"), default=_hex)
    return hashlib.sha256(text.encode()).hexdigest()


def _bytes(content: object) -> bytes:
    # STRICT tables keep blobs as blobs; an alteration that stored something else must be found, not crash.
    return content if isinstance(content, bytes) else repr(content).encode()


def _hex(value: object) -> str:
    return value.hex() if isinstance(value, bytes) else repr(value)
