"""The audit as people read it: what an examination found, and the trail of one Stripe id or SYSPRO key.

Pure values. ``*_at`` is Unix seconds UTC.
"""

import re
from dataclasses import dataclass

from agent.domain.money import Money


@dataclass(frozen=True, slots=True)
class Altered:
    """A row that is not what the audit vouches for.

    Attributes:
        table: Table it stands in: ``audit``, ``decisions``, ``documents`` or ``revisions``.
        row: Its number there.
        at: When the audit row was written that vouches for it, Unix seconds UTC; 0 where none does.
        action: What was done then, such as ``decision.documents``; empty where no audit row vouches for it.
        subject: Stripe id, document key or revision number.
        what: What is wrong, as a sentence.
    """

    table: str
    row: int
    at: int
    action: str
    subject: str
    what: str


@dataclass(frozen=True, slots=True)
class Examination:
    """What was compared, and what was found.

    Attributes:
        rows: Rows of the chain.
        last: Number of the last one; 0 where there is none.
        head: Hash of the last one, in hex. Kept on paper, it proves later that nobody wrote the whole chain anew.
        decisions: Decisions compared with their facts and the seal in the chain.
        documents: Documents compared with the chain.
        revisions: Mapping revisions compared with the chain.
        unsealed: Decisions, documents and revisions from before a version that seals them; nothing vouches for them.
        found: How many altered rows there are.
        altered: The first of them.
    """

    rows: int
    last: int
    head: str
    decisions: int
    documents: int
    revisions: int
    unsealed: int
    found: int
    altered: tuple[Altered, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing was altered, as far as the chain can tell."""
        return self.found == 0


@dataclass(frozen=True, slots=True)
class AuditTrailRow:
    """One step between a Stripe object and a SYSPRO document.

    Attributes:
        stripe_id: The Stripe object that was decided or linked.
        object_type: Stripe's ``object`` of it; empty where the facts do not say it.
        at: When it was decided, or the link made; Unix seconds UTC.
        actor: Who or what decided: ``engine`` or a person's name; empty where the audit does not say it.
        outcome: Value of the decision's outcome, or ``linked``.
        reason: Why, where nothing was made.
        flow: Flow that decided; may be empty.
        revision: Mapping revision in force; 0 for a link.
        audit_row: Number of the audit row that vouches for the decision; 0 where none does.
        document: Number of the document in the outbox; 0 where the step made none.
        document_key: Its business key; empty where the step made none.
        title: Whose money, in words.
        amount: The money the document, else the decision, stands for, if any.
        state: Value of the document's state; empty where the step made none.
        erp_key: SYSPRO's key once posted.
        evidence: What proves it, in words.
    """

    stripe_id: str
    object_type: str
    at: int
    actor: str
    outcome: str
    reason: str = ""
    flow: str = ""
    revision: int = 0
    audit_row: int = 0
    document: int = 0
    document_key: str = ""
    title: str = ""
    amount: Money | None = None
    state: str = ""
    erp_key: str = ""
    evidence: str = ""


def by_erp_key(trail: tuple[AuditTrailRow, ...]) -> tuple[AuditTrailRow, ...]:
    """Return the rows that have a SYSPRO key, in the order of the keys, then of time."""
    keyed = (row for row in trail if row.erp_key)
    return tuple(sorted(keyed, key=lambda row: (_as_numbers(row.erp_key), row.at, row.document)))


def _as_numbers(erp_key: str) -> tuple[tuple[int, str], ...]:
    """Return a key so that journal 2026/11/865 comes before 2026/11/2520."""
    parts = re.findall(r"[0-9]+|[^0-9]+", erp_key)
    return tuple((int(part), "") if part[0] in "0123456789" else (-1, part) for part in parts)
