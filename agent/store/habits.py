"""What was usual before a payment: earlier payments of the payer and of all, and the customer. Nothing here writes."""

from collections.abc import Sequence

from agent import ports
from agent.domain.codec import loads
from agent.domain.documents import STEPS_PER_SECOND
from agent.domain.facts import Facts
from agent.domain.habits.checks import customer_then
from agent.domain.habits.past import CustomerThen, PastPayment
from agent.store.database import Connections
from agent.store.packing import unpack

_OF_PAYER = """
SELECT stripe_id, order_by, amount_minor FROM documents INDEXED BY documents_of_payer
WHERE kind = 'receipt' AND purpose = 'payment' AND company = :company AND lane = :lane AND stripe_id <> :subject
ORDER BY id DESC LIMIT :most
"""

_OF_ALL = """
SELECT amount_minor, fee_minor FROM balance_transactions INDEXED BY balance_transactions_payments
WHERE type IN ('charge', 'payment') AND currency = :currency AND created_at <= :before_at AND subject <> :subject
ORDER BY created_at DESC LIMIT :most
"""

_FACTS = """
SELECT facts.content FROM (
    SELECT decision_id FROM documents INDEXED BY documents_of_payer
    WHERE kind = 'receipt' AND purpose = 'payment' AND company = :company AND lane = :lane AND stripe_id <> :subject
    ORDER BY id DESC LIMIT :most
) AS paid JOIN decisions ON decisions.id = paid.decision_id JOIN facts ON facts.id = decisions.facts_id
"""

_ON_DAY = """
SELECT count(*) FROM balance_transactions INDEXED BY balance_transactions_by_moment
WHERE created_at >= ? AND created_at < ? AND type IN ('charge', 'payment')
"""


class HabitStore(ports.HabitStore):
    """See :class:`agent.ports.HabitStore`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def of_payer(self, company: str, party: str, subject: str, most: int) -> Sequence[PastPayment]:
        """Return the payer's latest payments, newest first."""
        values = {"company": company, "lane": party, "subject": subject, "most": most}
        rows = self._connections.all(_OF_PAYER, values)
        return [PastPayment(row[0], row[1] // STEPS_PER_SECOND, row[2]) for row in rows if row[2] is not None]

    def of_all(self, currency: str, before_at: int, subject: str, most: int) -> Sequence[tuple[int, int]]:
        """Return amounts and fees of the latest payments in a currency."""
        values = {"currency": currency, "before_at": before_at, "subject": subject, "most": most}
        return [(row[0], row[1]) for row in self._connections.all(_OF_ALL, values)]

    def customers(self, company: str, party: str, subject: str, most: int) -> Sequence[CustomerThen]:
        """Return how SYSPRO had the payer's customer at the latest payments."""
        values = {"company": company, "lane": party, "subject": subject, "most": most}
        facts = (loads(Facts, unpack(row[0])) for row in self._connections.all(_FACTS, values))
        return [then for one in facts if (then := customer_then(one)) is not None]

    def payments_between(self, since_at: int, until_at: int) -> int:
        """Return how many payments Stripe booked in ``[since_at, until_at)``."""
        row = self._connections.one(_ON_DAY, (since_at, until_at))
        assert row is not None
        return int(row[0])
