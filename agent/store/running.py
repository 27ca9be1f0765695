"""The running balance before a payout that names no movements: what was available, and how far the payout went into it.

Money leaves the balance in the order in which it became available. What is not reached by all that left, this payout
included, is not in it. Movements that Stripe names for automatic payouts have left with those.
"""

import json

from agent import ports
from agent.domain.events import BalanceTransaction
from agent.domain.marks import OPENING
from agent.store.database import Connections

#: Says of a movement whether it is of the balance that payouts are paid from.
FOR_PAYOUTS = "balance_type IN ('', 'payments')"

# A payout is taken off the balance at once, whenever its own movement becomes available.
_BEFORE = f"""
WITH before AS (
    SELECT id, net_minor, available_at, created_at, payout_id <> '' AS named, subject_type = 'payout' AS paid,
        subject_type = 'payout' OR available_at <= :until_at AS available
    FROM balance_transactions
    WHERE currency = :currency AND created_at >= :start_at AND created_at < :until_at AND subject <> :own
        AND {FOR_PAYOUTS}
)
"""

_SUMS = f"""
{_BEFORE}
SELECT coalesce(sum(net_minor) FILTER (WHERE available), 0) AS available,
    coalesce(sum(net_minor) FILTER (WHERE named OR paid), 0) AS gone
FROM before
"""

# A refund of what is reached can take the balance back below what left, so the lowest sum from there on counts.
_BEYOND = f"""
{_BEFORE}, waiting AS (
    SELECT *, sum(net_minor) OVER (ORDER BY available_at, created_at, id) AS running
    FROM before WHERE available AND NOT named AND NOT paid
), lowest AS (
    SELECT id, min(running) OVER (
        ORDER BY available_at, created_at, id ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS minor
    FROM waiting
)
SELECT id FROM lowest WHERE minor > :reach
UNION ALL
SELECT id FROM before WHERE NOT available AND NOT named AND NOT paid
"""

_OPENING = "SELECT value FROM marks WHERE name = ?"


def running(connections: Connections, own: BalanceTransaction, payout: str, start_at: int) -> ports.Running:
    """Return the running balance before the movement ``own`` of a payout; see :meth:`agent.ports.Ledger.running`."""
    values = {"currency": own.currency, "until_at": own.created_at, "start_at": start_at, "own": payout}
    with connections.reading() as db:
        mark = db.execute(_OPENING, (OPENING,)).fetchone()
        opening = json.loads(mark["value"] if mark else "{}").get(own.currency, 0)
        sums = db.execute(_SUMS, values).fetchone()
        # The opening balance left first; what automatic payouts took of it is the rest of their own movements.
        reach = -own.net_minor - sums["gone"] - opening
        beyond = frozenset(row["id"] for row in db.execute(_BEYOND, values | {"reach": reach}).fetchall())
    return ports.Running(opening + sums["available"], beyond)
