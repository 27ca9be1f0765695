"""Ports of what follows a posting: allocating money on account, watching disputes, writing numbers back to Stripe."""

from collections.abc import Sequence
from typing import Protocol

from agent.domain.allocations import OpenReceipt
from agent.domain.disputes import Known


class OnAccount(Protocol):
    """Our receipts that may still stand on account at SYSPRO."""

    def open_receipts(self, company: str, after_id: int, limit: int) -> Sequence[OpenReceipt]:
        """Return receipts of payments with an order, by number, for which no allocation is decided or on its way.

        Those whose money is allocated in full, or was said to need nothing more, are not among them.

        Args:
            company: SYSPRO company.
            after_id: Only receipts with larger numbers.
            limit: Most receipts.
        """


class Disputes(Protocol):
    """Disputes as we know them."""

    def open(self, company: str) -> Sequence[Known]:
        """Return the disputes that were not over when they were decided last; those a person ignores are left out."""
