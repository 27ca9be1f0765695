"""What reconciliation reads of our own books: the documents that post legs, their legs, and Stripe's movements."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager

from agent import ports
from agent.domain.certificate import Counted, MovedSum
from agent.domain.corrections import LEVELS
from agent.domain.documents import Document, Leg, Part, State
from agent.domain.money import Money
from agent.domain.reconcile import Expected, ExpectedLeg
from agent.domain.reconciliation import MOVEMENTS, LegDocument, Movement, Outcome, PayoutLine
from agent.domain.remainders import Carrier, Share
from agent.store import books, rows
from agent.store.covering import COVERS
from agent.store.database import Connections

# An allocation posts no leg: its two rows in SYSPRO have to add up to nothing.
_DOCUMENTS = """
SELECT id, company || '/' || kind || '/' || purpose || '/' || stripe_id AS key, kind, stripe_id,
    body ->> '$.reference' AS reference, state, erp_key, amount_minor, amount_currency, created_at
FROM documents
WHERE company = ? AND (kind = 'receipt' OR id IN (SELECT document_id FROM document_legs))
ORDER BY id
"""

# The amount of a payment goes by the payment's id, every other leg by the id of its balance transaction.
_LEGS = f"""
SELECT posts.document_id, posts.leg, posts.part,
    CASE posts.part WHEN 'fees' THEN -one.fee_minor
        ELSE iif(posts.part = 'amount' AND posts.minor IS NOT NULL, posts.minor,
            iif(one.id IS NULL, (SELECT sum(amount_minor) FROM balance_transactions
                WHERE subject = posts.leg AND subject_type = 'charge'
                    AND (posts.line = '' OR reporting_category = 'charge')), one.amount_minor)
            - iif(posts.part = 'rest', (SELECT converted.minor
                FROM document_legs AS converted JOIN documents ON documents.id = converted.document_id
                WHERE converted.leg = posts.leg AND converted.part = 'amount' AND converted.minor IS NOT NULL
                    AND {COVERS}), 0))
        END AS minor,
    coalesce(one.currency, (SELECT max(currency) FROM balance_transactions
        WHERE subject = posts.leg AND subject_type = 'charge'), '') AS currency,
    coalesce(one.created_at, (SELECT min(created_at) FROM balance_transactions
        WHERE subject = posts.leg AND subject_type = 'charge'), 0) AS moved_at
FROM document_legs AS posts LEFT JOIN balance_transactions AS one ON one.id = posts.leg
ORDER BY posts.leg, posts.part, posts.document_id
"""

_MOVEMENT = "id, created_at, amount_minor, fee_minor, currency, reporting_category, subject, subject_type"

_MOVEMENTS = f"""
SELECT {_MOVEMENT} FROM balance_transactions WHERE created_at >= ? AND created_at < ? ORDER BY created_at, id
"""

_MOVED_BEFORE = """
SELECT DISTINCT created_at FROM balance_transactions
WHERE created_at < ? AND id IN (SELECT subject FROM discrepancies WHERE area = ? AND closed_at IS NULL)
ORDER BY created_at
"""

# Of a subject whose latest decision knew fewer movements than there are, those that no document posts have no outcome:
# Stripe lists more than the object itself names. A payment goes by its own id, with all of its movements.
_UNDECIDED = f"""
SELECT {_MOVEMENT} FROM balance_transactions AS moved WHERE created_at >= ? AND created_at < ? AND (
    NOT EXISTS (SELECT 1 FROM decisions WHERE decisions.subject = moved.subject)
    OR subject_type <> 'charge'
        AND (SELECT movements FROM decisions WHERE decisions.subject = moved.subject ORDER BY id DESC LIMIT 1)
            < (SELECT count(*) FROM balance_transactions AS own WHERE own.subject = moved.subject)
        AND NOT EXISTS (SELECT 1 FROM document_legs WHERE leg = moved.id))
ORDER BY created_at, id
"""

_OF_PAYOUT = f"""
SELECT {_MOVEMENT} FROM balance_transactions WHERE payout_id = :payout OR subject = :payout ORDER BY created_at, id
"""

_MOVED = """
SELECT currency, count(*), sum(net_minor) FROM balance_transactions
WHERE created_at >= ? AND created_at < ? GROUP BY currency ORDER BY currency
"""

_EVENTS = "SELECT type, count(*) FROM events WHERE created_at >= ? AND created_at < ? GROUP BY type ORDER BY type"

_DOCUMENTS_ABOUT = """
SELECT kind || ' ' || state, count(*) FROM documents WHERE company = ? AND stripe_id IN (
    SELECT subject FROM balance_transactions WHERE created_at >= ? AND created_at < ?)
GROUP BY kind, state ORDER BY kind, state
"""

_LEGS_OF = "SELECT leg, part, minor FROM document_legs WHERE document_id = ? ORDER BY leg, part"

_CARRIER = """
SELECT id, company || '/' || kind || '/' || purpose || '/' || stripe_id AS key, stripe_id,
    body ->> '$.reference' AS reference, state,
    purpose LIKE :levels || '#%' AS levels
FROM documents WHERE company = :company AND stripe_id IN
"""

_CARRIERS = f"""
{_CARRIER} (
    SELECT stripe_id FROM documents
    WHERE company = :company AND body ->> '$.reference' IN (SELECT value FROM json_each(:references)))
ORDER BY id
"""

_CARRIERS_ABOUT = f"{_CARRIER} (SELECT value FROM json_each(:references)) ORDER BY id"

# What a dispute takes is a debit on its account.
_SHARES = """
SELECT document_id, subject, currency, -sum(amount_minor) AS minor
FROM document_legs JOIN balance_transactions ON balance_transactions.id = leg
WHERE part = 'amount' AND line = 'dispute' AND document_id IN (SELECT value FROM json_each(?))
GROUP BY document_id, subject, currency ORDER BY document_id, subject
"""

_LEG_DOCUMENTS = """
SELECT posts.part, documents.id, kind, state, body ->> '$.reference' AS reference, erp_key
FROM document_legs AS posts JOIN documents ON documents.id = posts.document_id
WHERE company = :company AND (posts.leg = :id OR posts.part = 'amount' AND posts.leg = :subject)
ORDER BY posts.part, documents.id
"""

# An order that we have cancelled ourselves is cancelled.
_READ_ONCE = """
company = :company AND state = 'posted' AND verified_at IS NOT NULL
    AND NOT (kind = 'sales_order' AND erp_key IN (
        SELECT body ->> '$.sales_order' FROM documents WHERE kind = 'order_cancel' AND state = 'posted'))
"""

# Customers are the site's to edit.
_SENT_BETWEEN = f"""
{_READ_ONCE} AND kind NOT IN ('customer', 'custom_form') AND sent_at >= :since_at AND sent_at < :until_at
"""

_VERIFIED = f"SELECT * FROM documents WHERE {_SENT_BETWEEN} AND id > :after_id ORDER BY id LIMIT :limit"

_COUNT_VERIFIED = f"SELECT count(*) FROM documents WHERE {_SENT_BETWEEN}"

_VERIFIED_OF = f"""
SELECT * FROM documents WHERE {_READ_ONCE} AND id IN (SELECT value FROM json_each(:numbers)) ORDER BY id
"""

_ALTERED = "SELECT DISTINCT subject FROM discrepancies WHERE area = 'read_back' AND closed_at IS NULL"

_BY_SUBJECT = """
SELECT id FROM documents
WHERE company = ? AND stripe_id = ? AND company || '/' || kind || '/' || purpose || '/' || stripe_id = ?
"""


class Reconciling(ports.Reconciling):
    """See :class:`agent.ports.Reconciling`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    @contextmanager
    def expected(self, company: str) -> Iterator[tuple[Iterable[Expected], Iterable[ExpectedLeg]]]:
        """Give all documents that post legs, or allocate, and all legs as two streams, on one unchanging snapshot."""
        with self._connections.reading() as db:
            yield (
                (_expected(row) for row in db.execute(_DOCUMENTS, (company,))),
                (ExpectedLeg(*row) for row in db.execute(_LEGS)),
            )

    def movements(self, since_at: int, until_at: int) -> list[Movement]:
        """Return the movements of ``[since_at, until_at)`` as we have stored them, oldest first."""
        return [Movement(*row) for row in self._connections.all(_MOVEMENTS, (since_at, until_at))]

    def undecided(self, since_at: int, until_at: int) -> list[Movement]:
        """Return those movements that no decision knew, and no document posts."""
        return [Movement(*row) for row in self._connections.all(_UNDECIDED, (since_at, until_at))]

    def open_before(self, before_at: int) -> list[int]:
        """Return the moments before ``before_at`` of movements that have an open discrepancy, oldest first."""
        return [row[0] for row in self._connections.all(_MOVED_BEFORE, (before_at, MOVEMENTS))]

    def outcomes(self, company: str, since_at: int, until_at: int) -> list[Outcome]:
        """Return the legs of ``[since_at, until_at)`` by their outcome, those posted among them."""
        return [Outcome(*row) for row in books.by_outcome(self._connections, company, since_at, until_at)]

    def payout(self, company: str, payout: str) -> list[PayoutLine]:
        """Return every movement that Stripe names for a payout, its own among them, with its documents."""
        with self._connections.reading() as db:
            found = [Movement(*row) for row in db.execute(_OF_PAYOUT, {"payout": payout}).fetchall()]
            lines = []
            for one in found:
                named = {"company": company, "id": one.id, "subject": one.subject}
                documents = db.execute(_LEG_DOCUMENTS, named).fetchall()
                lines.append(PayoutLine(one, tuple(LegDocument(*row) for row in documents)))
            return lines

    def moved(self, since_at: int, until_at: int) -> list[MovedSum]:
        """Return number and net of the stored movements of ``[since_at, until_at)`` by currency."""
        return [MovedSum(*row) for row in self._connections.all(_MOVED, (since_at, until_at))]

    def events(self, since_at: int, until_at: int) -> list[Counted]:
        """Return the events of ``[since_at, until_at)`` by type, those made up for what events missed among them."""
        return [Counted(*row) for row in self._connections.all(_EVENTS, (since_at, until_at))]

    def documents(self, company: str, since_at: int, until_at: int) -> list[Counted]:
        """Return the documents about what moved in ``[since_at, until_at)`` by kind and state."""
        return [Counted(*row) for row in self._connections.all(_DOCUMENTS_ABOUT, (company, since_at, until_at))]

    def legs(self, document_id: int) -> tuple[Leg, ...]:
        """Return the legs that one document posts."""
        return tuple(
            Leg(row["leg"], Part(row["part"]), row["minor"]) for row in self._connections.all(_LEGS_OF, (document_id,))
        )

    def carriers(self, company: str, references: Sequence[str]) -> list[Carrier]:
        """Return all documents of the Stripe objects that one of these references belongs to, oldest first."""
        return self._carriers(_CARRIERS, company, references)

    def carriers_about(self, company: str, stripe_ids: Collection[str]) -> list[Carrier]:
        """Return all documents of these Stripe objects, oldest first."""
        return self._carriers(_CARRIERS_ABOUT, company, sorted(stripe_ids))

    def shares(self, numbers: Collection[int]) -> list[Share]:
        """Return what those of the documents that are summary journals put on the account of disputes, by dispute."""
        return [
            Share(row["document_id"], row["subject"], Money(row["minor"], row["currency"]).to_decimal())
            for row in self._connections.all(_SHARES, (json.dumps(sorted(numbers)),))
        ]

    def _carriers(self, sql: str, company: str, wanted: Sequence[str]) -> list[Carrier]:
        values = {"company": company, "references": json.dumps(list(wanted)), "levels": LEVELS}
        return [
            Carrier(row["id"], row["key"], row["stripe_id"], row["reference"], State(row["state"]), bool(row["levels"]))
            for row in self._connections.all(sql, values)
        ]

    def verified(self, company: str, span: tuple[int, int], after_id: int, limit: int) -> Sequence[Document]:
        """Return documents that were sent within ``span`` and read back once, by their numbers, from ``after_id`` on.

        Customers are not among them, nor orders that we have cancelled.
        """
        wanted = {"company": company, "since_at": span[0], "until_at": span[1], "after_id": after_id, "limit": limit}
        found = self._connections.all(_VERIFIED, wanted)
        return [rows.document_of(row) for row in found]

    def count_verified(self, company: str, span: tuple[int, int]) -> int:
        """Return how many documents :meth:`verified` gives for ``span``."""
        wanted = {"company": company, "since_at": span[0], "until_at": span[1]}
        (row,) = self._connections.all(_COUNT_VERIFIED, wanted)
        return int(row[0])

    def verified_of(self, company: str, numbers: Collection[int]) -> Sequence[Document]:
        """Return those of the documents with these numbers that can be read back again, customers among them."""
        wanted = {"company": company, "numbers": json.dumps(sorted(numbers))}
        return [rows.document_of(row) for row in self._connections.all(_VERIFIED_OF, wanted)]

    def altered(self, company: str) -> frozenset[int]:
        """Return the numbers of the documents of which a discrepancy says that they are not as they were posted."""
        found: set[int] = set()
        for (subject,) in self._connections.all(_ALTERED, ()):
            named = (company, subject.rpartition("/")[2], subject)
            found.update(row[0] for row in self._connections.all(_BY_SUBJECT, named))
        return frozenset(found)


def _expected(row: sqlite3.Row) -> Expected:
    return Expected(
        id=row["id"],
        key=row["key"],
        kind=row["kind"],
        stripe_id=row["stripe_id"],
        reference=row["reference"],
        state=State(row["state"]),
        erp_key=row["erp_key"],
        amount=None if row["amount_minor"] is None else Money(row["amount_minor"], row["amount_currency"]),
        made_at=row["created_at"],
    )
