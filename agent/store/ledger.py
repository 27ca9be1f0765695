"""The ledger: Stripe's balance transactions as they were listed."""

import json
import sqlite3
from collections.abc import Mapping, Sequence

from sqlite_utils import Database

from agent import ports
from agent.domain.events import BalanceTransaction, subject_of
from agent.domain.posting import LEFT, NOT_AVAILABLE
from agent.store import shares
from agent.store.database import Connections
from agent.store.running import running

#: Columns that make a balance transaction.
COLUMNS = (
    "id, created_at, amount_minor, fee_minor, net_minor, currency, type, reporting_category, source_id, available_at, "
    "balance_type, exchange_rate, payout_id, description"
)

# Stripe completes some fields later (the source of a payout, for one), so the last reading counts. Only which payout it
# left with is kept: the journal as a whole does not tell, the list of one payout does.
_STORE = f"""
INSERT INTO balance_transactions ({COLUMNS}, subject, subject_type, stored_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    created_at = excluded.created_at, amount_minor = excluded.amount_minor, fee_minor = excluded.fee_minor,
    net_minor = excluded.net_minor, currency = excluded.currency, type = excluded.type,
    reporting_category = excluded.reporting_category, source_id = excluded.source_id,
    available_at = excluded.available_at, balance_type = excluded.balance_type, exchange_rate = excluded.exchange_rate,
    payout_id = coalesce(nullif(excluded.payout_id, ''), payout_id), description = excluded.description,
    stored_at = excluded.stored_at, subject = excluded.subject, subject_type = excluded.subject_type
"""

_FORGET_FEES = """
DELETE FROM balance_transaction_fees WHERE balance_transaction_id IN (SELECT value FROM json_each(?))
"""

# Never decided, waiting for Stripe to book it, which it has, or decided before all of its movements were known: the
# events that should have told us never came. A payment is decided once for all: what a part capture gives back goes
# with its receipt. What waits for its payout or day is decided with it, and what waits until its money is available is
# due only then.
# Walks the subjects in their index alone; only the rows of what is found are read.
_UNDECIDED = f"""
WITH subjects AS (SELECT DISTINCT subject, subject_type FROM balance_transactions)
SELECT {COLUMNS} FROM balance_transactions WHERE id IN (
    SELECT (SELECT id FROM balance_transactions AS own WHERE own.subject = subjects.subject LIMIT 1) FROM subjects
    WHERE coalesce(
            (SELECT outcome = 'waiting' AND NOT EXISTS (
                    SELECT 1 FROM decisions AS latest WHERE latest.id = decisions.id AND (
                        reason_code IN ('movement.with_payout', '{LEFT}')
                        OR reason_code = '{NOT_AVAILABLE}' AND NOT EXISTS (
                            SELECT 1 FROM balance_transactions AS own
                            WHERE own.subject = subjects.subject AND own.available_at <= :now)))
                OR subjects.subject_type <> 'charge' AND coalesce(movements < (
                    SELECT count(*) FROM balance_transactions AS own WHERE own.subject = subjects.subject), 0)
                FROM decisions WHERE decisions.subject = subjects.subject ORDER BY id DESC LIMIT 1), 1)
        AND NOT EXISTS (SELECT 1 FROM events WHERE object_id = subjects.subject AND state <> 'finished')
)
ORDER BY created_at, id LIMIT :limit
"""

# From the partial index decisions_available.
_DUE = f"""
SELECT {COLUMNS} FROM balance_transactions AS moved
WHERE id IN (
        SELECT paid.id FROM decisions AS latest JOIN balance_transactions AS paid ON paid.subject = latest.subject
        WHERE latest.reason_code = '{NOT_AVAILABLE}' AND paid.available_at <= :now
            AND latest.id = (SELECT max(id) FROM decisions WHERE subject = latest.subject))
    AND NOT EXISTS (SELECT 1 FROM events WHERE object_id = moved.subject AND state <> 'finished')
GROUP BY subject
ORDER BY created_at, id LIMIT :limit
"""


_OF_SUBJECT = f"SELECT {COLUMNS} FROM balance_transactions WHERE subject = ? ORDER BY created_at, id"

_UNKNOWN = """
SELECT value FROM json_each(?) WHERE NOT EXISTS (SELECT 1 FROM balance_transactions WHERE id = value)
"""

_PAYMENTS = """
SELECT count(*) FROM balance_transactions WHERE created_at >= ? AND type IN ('charge', 'payment')
"""


_BEHIND = f"SELECT {COLUMNS} {shares.left_behind()}"

_UNSETTLED = f"SELECT {COLUMNS} {shares.unsettled()}"


class Ledger(ports.Ledger):
    """See :class:`agent.ports.Ledger`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def store(self, transactions: Sequence[BalanceTransaction], now: int) -> int:
        """Insert or update; return how many were new."""
        with self._connections.writing() as db:
            before = _count(db)
            db.conn.executemany(
                _STORE, [(*_values(transaction), *subject_of(transaction), now) for transaction in transactions]
            )
            _store_fees(db, transactions)
            return _count(db) - before

    def of_subject(self, subject: str) -> list[BalanceTransaction]:
        """Return the stored movements of one subject, oldest first."""
        with self._connections.reading() as db:
            return [transaction_of(db, row) for row in db.execute(_OF_SUBJECT, (subject,)).fetchall()]

    def unknown(self, ids: Sequence[str]) -> frozenset[str]:
        """Return those of the ids that are not stored."""
        return frozenset(row["value"] for row in self._connections.all(_UNKNOWN, (json.dumps(list(ids)),)))

    def payments_since(self, since_at: int) -> int:
        """Return how many charges and payments were booked since ``since_at``."""
        row = self._connections.one(_PAYMENTS, (since_at,))
        return int(row[0]) if row else 0

    def undecided(self, limit: int, now: int) -> list[BalanceTransaction]:
        """Return a movement of each subject that was never decided, or that waits, and that has no open event."""
        return self._listed(_UNDECIDED, {"limit": limit, "now": now})

    def due(self, limit: int, now: int) -> list[BalanceTransaction]:
        """Return a movement of each subject that waited for available money, which is there by now."""
        return self._listed(_DUE, {"limit": limit, "now": now})

    def rests(self, company: str, ids: Sequence[str], own: str) -> Mapping[str, int]:
        """Return, by balance transaction, how much more was settled than SYSPRO's rate books, for the payout ``own``.

        Only what is not zero, and what no other payout's document posts.
        """
        found = self._connections.all(shares.RESTS, {"company": company, "ids": json.dumps(list(ids)), "own": own})
        return {row["id"]: row["rest"] for row in found}

    def unsettled(self, company: str, currency: str, until_at: int, own: str) -> list[BalanceTransaction]:
        """Return the movements before ``until_at`` of which a fee, or a rest of a rate, is posted by no document yet.

        Those that documents of the payout ``own`` post are among them; of those that Stripe names for another payout
        only such as that was decided without, because ``own`` had them first.
        """
        return self._listed(_UNSETTLED, {"company": company, "currency": currency, "until_at": until_at, "own": own})

    def left_behind(self, company: str, currency: str, until_at: int, own: str) -> list[BalanceTransaction]:
        """Return those of them that another payout settled without their fees or rests."""
        return self._listed(_BEHIND, {"company": company, "currency": currency, "until_at": until_at, "own": own})

    def running(self, own: BalanceTransaction, payout: str, start_at: int) -> ports.Running:
        """Return the running balance before ``own``, the movement of a payout that names no others."""
        return running(self._connections, own, payout, start_at)

    def _listed(self, sql: str, values: Mapping[str, object]) -> list[BalanceTransaction]:
        with self._connections.reading() as db:
            return [transaction_of(db, row) for row in db.execute(sql, dict(values)).fetchall()]


def _values(transaction: BalanceTransaction) -> tuple[object, ...]:
    return (
        transaction.id,
        transaction.created_at,
        transaction.amount_minor,
        transaction.fee_minor,
        transaction.net_minor,
        transaction.currency,
        transaction.type,
        transaction.reporting_category,
        transaction.source_id,
        transaction.available_at,
        transaction.balance_type,
        transaction.exchange_rate,
        transaction.payout_id,
        transaction.description,
    )


def _count(db: Database) -> int:
    return int(db.execute("SELECT count(*) FROM balance_transactions").fetchone()[0])


def _store_fees(db: Database, transactions: Sequence[BalanceTransaction]) -> None:
    db.execute(_FORGET_FEES, (json.dumps([transaction.id for transaction in transactions]),))
    db.conn.executemany(
        "INSERT INTO balance_transaction_fees (balance_transaction_id, position, type, minor) VALUES (?, ?, ?, ?)",
        [
            (transaction.id, position, kind, minor)
            for transaction in {transaction.id: transaction for transaction in transactions}.values()
            for position, (kind, minor) in enumerate(transaction.fees)
        ],
    )


def transaction_of(db: Database, row: sqlite3.Row) -> BalanceTransaction:
    """Return the balance transaction of a row with :data:`COLUMNS`, with its fees."""
    fees = db.execute(
        "SELECT type, minor FROM balance_transaction_fees WHERE balance_transaction_id = ? ORDER BY position",
        (row["id"],),
    )
    return BalanceTransaction(
        id=row["id"],
        created_at=row["created_at"],
        amount_minor=row["amount_minor"],
        fee_minor=row["fee_minor"],
        net_minor=row["net_minor"],
        currency=row["currency"],
        type=row["type"],
        reporting_category=row["reporting_category"],
        source_id=row["source_id"],
        fees=tuple((fee["type"], fee["minor"]) for fee in fees),
        available_at=row["available_at"],
        balance_type=row["balance_type"],
        exchange_rate=row["exchange_rate"],
        payout_id=row["payout_id"],
        description=row["description"],
    )
