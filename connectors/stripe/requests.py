"""Where open invoices can be paid in Stripe: payment links and Stripe's invoices behind one port.

May import: ``agent.domain``, ``agent.ports``.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from agent.domain.requests.link import Ask, SeenLink, Way
from connectors.stripe.client import Connection
from connectors.stripe.invoices import StripeInvoices
from connectors.stripe.links import StripeLinks


class StripeRequests:
    """``PaymentLinks`` over one connection.

    Args:
        connection: The connection.
        days_until_due: Days until a new Stripe invoice is due.
        collects: Whether Stripe goes on with its invoices by itself, as the account's settings say.
    """

    def __init__(self, connection: Connection, *, days_until_due: int, collects: bool) -> None:
        self._links = StripeLinks(connection)
        self._invoices = StripeInvoices(connection, days_until_due=days_until_due, collects=collects)

    def make(self, ask: Ask, mark: str, key: str, *, payer: str) -> SeenLink:
        """Make one that can be paid."""
        if ask.way is Way.INVOICE:
            return self._invoices.make(ask, mark, key, payer=payer)
        return self._links.make(ask, mark, key)

    def finish(self, link: str, ask: Ask, key: str) -> SeenLink:
        """Finish a draft; payment links are whole at once."""
        return self._invoices.finish(link, ask, key)

    def close(self, link: str, way: Way, key: str) -> SeenLink:
        """Close one and return it as it is then."""
        return self._of(way).close(link, key)

    def get(self, link: str, way: Way) -> SeenLink:
        """Return one as it is."""
        return self._of(way).get(link)

    def active(self, ways: AbstractSet[Way]) -> Iterator[SeenLink]:
        """Yield all of these ways in the account that can be paid, or be finished."""
        for way in sorted(ways, key=lambda one: one.value):
            yield from self._of(way).active()

    def _of(self, way: Way) -> StripeLinks | StripeInvoices:
        return self._invoices if way is Way.INVOICE else self._links
