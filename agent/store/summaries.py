"""What is left to summary journals, and by which document a leg is posted already.

Left are the movements whose own decisions left them to their payout or day. A leg is posted by the document that covers
it (:mod:`agent.store.covering`).
What a part capture gives back goes with the receipt of its payment, not with a journal that summed the payment before.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from agent import ports
from agent.domain.documents import REPLACEABLE
from agent.domain.posting import LEFT
from agent.store import ledger
from agent.store.covering import COVERS_LEG
from agent.store.database import Connections, quoted

# From the partial index decisions_left: at a site without summary mode there is nothing to look at.
_COLUMNS = f"""
SELECT {", ".join(f"moved.{name.strip()}" for name in ledger.COLUMNS.split(","))},
    coalesce((SELECT outcome FROM decisions WHERE subject = moved.payout_id AND company = :company
        ORDER BY id DESC LIMIT 1) = 'documents', 0) AS settled
"""

_OPEN = f"""
    AND latest.id = (SELECT max(id) FROM decisions WHERE subject = latest.subject AND company = :company)
    AND moved.subject_type IN ('charge', 'refund', 'dispute')
    AND NOT EXISTS (
        SELECT 1 FROM document_legs AS posts JOIN documents ON documents.id = posts.document_id
        WHERE posts.part = 'amount' AND (posts.leg = moved.id OR posts.leg = moved.subject
                AND (moved.reporting_category = 'charge' OR moved.subject_type = 'charge' AND posts.line = ''))
            AND documents.company = :company AND documents.stripe_id <> :own AND {COVERS_LEG})
    AND moved.created_at < :until_at
"""

_LEFT = f"""
{_COLUMNS} FROM decisions AS latest
JOIN balance_transactions AS moved ON moved.subject = latest.subject
WHERE latest.reason_code = '{LEFT}' AND latest.company = :company {_OPEN}
"""

# What a journal has that is not sent yet, and that was decided again since: its own documents stand beside the journal.
_KEPT = f"""
{_COLUMNS} FROM documents AS own JOIN document_legs AS has ON has.document_id = own.id
JOIN balance_transactions AS moved
    ON moved.id = has.leg OR moved.subject = has.leg AND moved.reporting_category = 'charge'
JOIN decisions AS latest ON latest.subject = moved.subject AND latest.company = :company
WHERE own.stripe_id = :own AND own.company = :company AND own.state IN ({quoted(one.value for one in REPLACEABLE)})
    AND has.part = 'amount' AND has.line <> '' AND latest.outcome = 'documents' {_OPEN}
"""

_ORDERED = "ORDER BY created_at, id"

_IN_CURRENCY = f"""
SELECT * FROM (
    {_LEFT} AND moved.currency = :currency
    UNION
    {_KEPT} AND moved.currency = :currency
) {_ORDERED}
"""

_ANY = f"SELECT * FROM ({_LEFT}) {_ORDERED}"

# In this order: asked for each decision, and a company has far more documents than a subject has legs.
_POSTED = f"""
SELECT posts.leg, min(documents.stripe_id) AS stripe_id
FROM document_legs AS posts CROSS JOIN documents ON documents.id = posts.document_id
WHERE posts.leg IN (SELECT value FROM json_each(:legs)) AND posts.part = :part
    AND documents.company = :company AND documents.stripe_id <> :own AND {COVERS_LEG}
GROUP BY posts.leg
"""

_LATEST = """
SELECT value AS subject, (SELECT reason_code FROM decisions WHERE subject = value AND company = :company
    ORDER BY id DESC LIMIT 1) AS code
FROM json_each(:subjects)
"""

# What was set aside waits for a person, and is not waited for.
_UNDECIDED = """
SELECT count(*) FROM json_each(:subjects)
WHERE NOT EXISTS (SELECT 1 FROM decisions WHERE subject = value AND company = :company)
    AND NOT EXISTS (SELECT 1 FROM events WHERE object_id = value AND state = 'set_aside')
"""

_UNDECIDED_BEFORE = """
SELECT count(DISTINCT subject) FROM balance_transactions
WHERE currency = :currency AND created_at >= :since_at AND created_at < :until_at
    AND subject_type IN ('charge', 'refund', 'dispute')
    AND NOT EXISTS (
        SELECT 1 FROM decisions WHERE decisions.subject = balance_transactions.subject AND company = :company)
    AND NOT EXISTS (SELECT 1 FROM events WHERE object_id = balance_transactions.subject AND state = 'set_aside')
"""


# What a refund and its payment amount to is said by their latest decisions.
_GIVEN_BACK = """
SELECT moved.id, refund.amount_minor AS part, payment.amount_minor AS whole,
    (SELECT sum(amount_minor) FROM balance_transactions AS settled
        WHERE settled.subject = refund.payment AND settled.subject_type = 'charge'
            AND settled.currency = moved.currency) AS settled
FROM json_each(:ids) JOIN balance_transactions AS moved ON moved.id = value AND moved.subject_type = 'refund'
JOIN decisions AS refund ON refund.id = (
    SELECT max(id) FROM decisions WHERE subject = moved.subject AND company = :company)
JOIN decisions AS payment ON payment.id = (
    SELECT max(id) FROM decisions WHERE subject = refund.payment AND company = :company)
WHERE refund.amount_currency <> moved.currency AND payment.amount_currency = refund.amount_currency
    AND payment.amount_minor > 0
"""


class Summaries(ports.Summaries):
    """See :class:`agent.ports.Summaries`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def left(self, company: str, currency: str, until_at: int, own: str) -> list[ports.Left]:
        """Return what is left in a currency and was booked before ``until_at``, what ``own`` posts included."""
        values = {"company": company, "currency": currency, "until_at": until_at, "own": own}
        return self._listed(_IN_CURRENCY, values)

    def left_before(self, company: str, until_at: int) -> list[ports.Left]:
        """Return what is left in any currency, was booked before ``until_at``, and no document posts."""
        return self._listed(_ANY, {"company": company, "until_at": until_at, "own": ""})

    def elsewhere(self, company: str, legs: Sequence[str], part: str, own: str) -> Mapping[str, str]:
        """Return, by leg key, the Stripe object whose document posts it, where that is another than ``own``."""
        values = {"company": company, "legs": json.dumps(list(legs)), "part": part, "own": own}
        return {row["leg"]: row["stripe_id"] for row in self._connections.all(_POSTED, values)}

    def codes(self, company: str, subjects: Collection[str]) -> Mapping[str, str]:
        """Return the reason code of the latest decision about each subject that was decided."""
        values = {"company": company, "subjects": json.dumps(sorted(subjects))}
        found = self._connections.all(_LATEST, values)
        return {row["subject"]: row["code"] for row in found if row["code"] is not None}

    def undecided(self, company: str, subjects: Collection[str]) -> int:
        """Return how many of the subjects were never decided, nor set aside."""
        values = {"company": company, "subjects": json.dumps(sorted(subjects))}
        return self._counted(_UNDECIDED, values)

    def undecided_between(self, company: str, currency: str, since_at: int, until_at: int) -> int:
        """Return how many payments, refunds and disputes of a stretch of time were never decided, nor set aside."""
        values = {"company": company, "currency": currency, "since_at": since_at, "until_at": until_at}
        return self._counted(_UNDECIDED_BEFORE, values)

    def given_back(self, company: str, ids: Sequence[str]) -> list[ports.GivenBack]:
        """Return those of the balance transactions that are refunds of converted payments, with both amounts."""
        rows = self._connections.all(_GIVEN_BACK, {"company": company, "ids": json.dumps(list(ids))})
        return [
            ports.GivenBack(row["id"], row["part"], row["whole"], row["settled"])
            for row in rows
            if row["settled"] is not None
        ]

    def _counted(self, sql: str, values: dict[str, Any]) -> int:
        row = self._connections.one(sql, values)
        return int(row[0]) if row else 0

    def _listed(self, sql: str, values: dict[str, Any]) -> list[ports.Left]:
        with self._connections.reading() as db:
            rows = db.execute(sql, values).fetchall()
            return [ports.Left(ledger.transaction_of(db, row), settled=bool(row["settled"])) for row in rows]
