"""What people ask of what is kept in step on both sides: catalogue, payment links, customers. Part of the one door.

Imports nothing of ours: each is a command that the engine picks up.
"""

from abc import abstractmethod


class KeepingCommands:
    """Commands about catalogue, payment links and customers; each returns the number of its command."""

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
        """Ask again for an invoice whose payment link Stripe refused, or was paid while the invoice stayed open."""
        return self._ask("requests_again", invoice=invoice)

    def customers_run(self, what: str) -> int:
        """Look at once for customers that changed (``changes``), or at ``everything`` on both sides."""
        return self._ask("customers", what=what)

    def customers_link(self, customer: str, stripe_id: str) -> int:
        """Make a SYSPRO customer and a Stripe customer one; an empty ``stripe_id`` makes a new one in Stripe."""
        return self._ask("customers_link", customer=customer, stripe_id=stripe_id)

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

    @abstractmethod
    def _ask(self, name: str, **arguments: str) -> int:
        """Note a command for the engine and return its number."""
