"""Port to what a person wants decided again."""

from collections.abc import Sequence
from typing import Protocol

from agent.domain.resync import ResyncWish


class Resyncing(Protocol):
    """The subjects of decisions that a wish is about."""

    def subjects(self, company: str, wish: ResyncWish, padded: str) -> Sequence[str]:
        """Return Stripe ids, at most one more than may be done at once; none for a stock code.

        Args:
            company: SYSPRO company.
            wish: What somebody wants decided again.
            padded: A customer's code as SYSPRO stores it.
        """
