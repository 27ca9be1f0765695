"""Commands of the door about what is sold and to whom: catalogue, requests to pay, customers on both sides.

May import ``agent.domain`` and ``agent.ports``.
"""

from collections.abc import Mapping, Sequence

from agent.domain.customers.suggest import Advice
from agent.ports import Clock
from agent.queries import Parts, Queries


class SellingCommands(Queries):
    """Queries, and those commands; each is a row that the engine picks up, and returns its number.

    Args:
        parts: The store.
        clock: Time of the agent.
        author: Who asks; kept with every command and setting.
    """

    def __init__(self, parts: Parts, clock: Clock, *, author: str) -> None:
        super().__init__(parts, clock)
        self._author = author

    def catalogue_run(self, what: str) -> int:
        """Look at once at what changed in SYSPRO (``changes``), at ``everything`` there, or at Stripe (``check``)."""
        return self._ask("catalogue", what=what)

    def catalogue_again(self, stock_code: str) -> int:
        """Write a stock code to Stripe again that Stripe has refused."""
        return self._ask("catalogue_again", stock_code=stock_code)

    def catalogue_keep(self, stock_code: str, side: str) -> int:
        """End what is asked about a stock code: ``syspro`` overwrites what people made of it, ``stripe`` keeps it."""
        return self._ask("catalogue_keep", stock_code=stock_code, side=side)

    def requests_run(self, what: str) -> int:
        """Look at once at the invoices that changed in SYSPRO (``changes``), or at ``everything`` there."""
        return self._ask("requests", what=what)

    def requests_again(self, invoice: str) -> int:
        """Ask again for an invoice whose request Stripe refused, or was paid while the invoice stayed open."""
        return self._ask("requests_again", invoice=invoice)

    def customers_run(self, what: str) -> int:
        """Look at once for customers that changed (``changes``), or at ``everything`` on both sides."""
        return self._ask("customers", what=what)

    def customers_link(self, customer: str, stripe_id: str) -> int:
        """Make a SYSPRO customer and a Stripe customer one; an empty ``stripe_id`` makes a new one in Stripe."""
        return self._ask("customers_link", customer=customer, stripe_id=stripe_id)

    def customers_accept_all(self, advice: Advice, least: int) -> int:
        """Accept every suggestion of one sort, of matches those that have ``least`` points and are not ambiguous."""
        return self._ask("customers_accept_all", advice=advice.value, least=str(least))

    def customers_merge(self, gone: str, customer: str) -> int:
        """Have the payments of a customer that SYSPRO no longer has booked to another one."""
        return self._ask("customers_merge", gone=gone, customer=customer)

    def customers_ignore(self, customer: str) -> int:
        """Keep a SYSPRO customer out of Stripe."""
        return self._ask("customers_ignore", customer=customer)

    def customers_refuse(self, customer: str, stripe_id: str) -> int:
        """Never suggest a SYSPRO customer and a Stripe customer as one again."""
        return self._ask("customers_refuse", customer=customer, stripe_id=stripe_id)

    def customers_resolve(self, customer: str, field: str, side: str) -> int:
        """End what is asked about a field of a customer: what ``syspro`` or ``stripe`` says counts."""
        return self._ask("customers_resolve", customer=customer, field=field, side=side)

    def customers_retry(self, customer: str) -> int:
        """Compare a customer again on both sides."""
        return self._ask("customers_retry", customer=customer)

    def _ask_all(self, name: str, arguments: Sequence[Mapping[str, str]]) -> tuple[int, ...]:
        return self._parts.commands.add_all(name, arguments, by=self._author, now=self._clock.now())

    def _ask(self, name: str, **arguments: str) -> int:
        return self._parts.commands.add(name, arguments, by=self._author, now=self._clock.now())
