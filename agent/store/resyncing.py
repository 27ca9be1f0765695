"""What a person wants decided again, as the subjects of decisions."""

from agent import ports
from agent.domain.resync import MOST_SUBJECTS, Part, ResyncWish
from agent.store.database import Connections

_OF_PAYOUT = """
SELECT DISTINCT subject FROM balance_transactions WHERE payout_id = :what OR subject = :what
ORDER BY subject LIMIT :most
"""

_OF_DAYS = """
SELECT subject FROM balance_transactions WHERE created_at >= :since AND created_at < :until
GROUP BY subject ORDER BY min(created_at), subject LIMIT :most
"""

# A payer is known by the link of its customer, or by the customer that a document names.
_OF_CUSTOMER = """
SELECT DISTINCT decisions.subject FROM documents JOIN decisions ON decisions.id = documents.decision_id
WHERE documents.company = :company AND NOT documents.once AND (
    documents.body ->> '$.customer' IN (:what, :padded)
    OR documents.party IN (
        SELECT stripe_id FROM links WHERE company = :company AND kind = 'customer'
            AND (erp_key IN (:what, :padded) OR stripe_id = :what)
    )
    OR documents.party = :what OR documents.party LIKE :what || '|%'
)
ORDER BY documents.id DESC LIMIT :most
"""


class Resyncing(ports.Resyncing):
    """See :class:`agent.ports.Resyncing`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def subjects(self, company: str, wish: ResyncWish, padded: str) -> list[str]:
        """Return the Stripe objects whose decisions make up what is wanted, at most one more than may be done."""
        if wish.part is Part.OBJECT:
            return [wish.what]
        sql = {Part.PAYOUT: _OF_PAYOUT, Part.DAYS: _OF_DAYS, Part.CUSTOMER: _OF_CUSTOMER}.get(wish.part)
        if sql is None:
            return []
        values = {
            "company": company,
            "what": wish.what,
            "padded": padded or wish.what,
            "since": wish.since_at,
            "until": wish.until_at,
            "most": MOST_SUBJECTS + 1,
        }
        return [row[0] for row in self._connections.all(sql, values)]
