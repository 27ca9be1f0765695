"""Port to our own store: what was usual before a payment. Reads only."""

from collections.abc import Sequence
from typing import Protocol

from agent.domain.habits.past import CustomerThen, PastPayment


class HabitStore(Protocol):
    """Earlier payments, newest first."""

    def of_payer(self, company: str, party: str, subject: str, most: int) -> Sequence[PastPayment]:
        """Return up to ``most`` latest payments of a payer that have a receipt of ours, ``subject`` left out.

        Args:
            company: SYSPRO company.
            party: Link key of the payer in one currency.
            subject: Stripe id of the payment that is decided.
            most: Most payments.
        """

    def of_all(self, currency: str, before_at: int, subject: str, most: int) -> Sequence[tuple[int, int]]:
        """Return amount and fee, minor units, of the latest payments that Stripe booked in a settlement currency."""

    def customers(self, company: str, party: str, subject: str, most: int) -> Sequence[CustomerThen]:
        """Return how SYSPRO had the payer's customer at the latest payments."""

    def payments_between(self, since_at: int, until_at: int) -> int:
        """Return how many payments Stripe booked in ``[since_at, until_at)``, Unix seconds UTC."""
