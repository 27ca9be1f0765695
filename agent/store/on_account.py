"""Receipts of ours that may still stand on account, told by our own documents and decisions alone."""

from collections.abc import Sequence

from agent import ports
from agent.domain.allocations import OpenReceipt
from agent.store.database import Connections

# A subject that was ignored needs nothing more, one that is held or has open events waits for a person or its turn. So
# does an allocation that is not posted yet. Where a refund has come since, it is looked at anew. Where allocations took
# all of a receipt, nothing of it is left.
_OPEN = """
WITH receipts AS (
    SELECT receipt.id, receipt.company, receipt.stripe_id, receipt.amount_minor, receipt.stripe_id || '.P' AS subject
    FROM documents AS receipt INDEXED BY documents_payments
    WHERE receipt.kind = 'receipt' AND receipt.purpose = 'payment' AND receipt.state = 'posted'
        AND receipt.company = :company AND receipt.id > :after_id
)
SELECT receipts.id, receipts.stripe_id, sale.erp_key,
    (SELECT count(*) FROM documents AS made
        WHERE made.company = receipts.company AND made.kind = 'receipt' AND made.stripe_id = receipts.subject),
    (SELECT count(*) FROM documents AS given
        WHERE given.company = receipts.company AND given.lane = 'refund|' || receipts.stripe_id
            AND given.lane >= 'refund|' AND given.lane < 'refund}' AND given.state = 'posted')
FROM receipts JOIN documents AS sale ON sale.company = receipts.company AND sale.kind = 'sales_order'
    AND sale.stripe_id = receipts.stripe_id AND sale.purpose = 'sale'
WHERE sale.state = 'posted'
    AND NOT EXISTS (SELECT 1 FROM events WHERE object_id = receipts.subject AND state <> 'finished')
    AND coalesce((SELECT outcome IN ('ignored', 'held') AND NOT EXISTS (
                SELECT 1 FROM documents AS given
                WHERE given.company = receipts.company AND given.lane = 'refund|' || receipts.stripe_id
                    AND given.lane >= 'refund|' AND given.lane < 'refund}' AND given.decision_id > decisions.id)
            FROM decisions
            WHERE decisions.subject = receipts.subject AND decisions.company = receipts.company
            ORDER BY decisions.id DESC LIMIT 1), 0) = 0
    AND NOT EXISTS (SELECT 1 FROM documents AS made
        WHERE made.company = receipts.company AND made.kind = 'receipt' AND made.stripe_id = receipts.subject
            AND made.state NOT IN ('posted', 'cancelled'))
    AND receipts.amount_minor > coalesce((SELECT sum(made.amount_minor) FROM documents AS made
        WHERE made.company = receipts.company AND made.kind = 'receipt' AND made.stripe_id = receipts.subject
            AND made.state = 'posted'), 0)
ORDER BY receipts.id LIMIT :limit
"""

_PARKED = """
SELECT count(*) FROM documents
WHERE state = 'parked' AND company = ? AND kind = 'receipt' AND purpose >= 'allocation' AND purpose < 'allocation.'
"""


class OnAccount(ports.OnAccount):
    """See :class:`agent.ports.OnAccount`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def open_receipts(self, company: str, after_id: int, limit: int) -> Sequence[OpenReceipt]:
        """Return receipts of payments with an order, by number, for which no allocation is decided or on its way."""
        values = {"company": company, "after_id": after_id, "limit": limit}
        return [OpenReceipt(*row) for row in self._connections.all(_OPEN, values)]

    def parked(self, company: str) -> int:
        """Return how many allocations SYSPRO has refused and a person has not seen to yet."""
        row = self._connections.one(_PARKED, (company,))
        return int(row[0]) if row else 0
