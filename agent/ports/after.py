"""Ports of what follows a posting: allocating money on account, watching disputes, writing numbers back to Stripe."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from agent.domain.allocations import OpenReceipt
from agent.domain.disputes import Known
from agent.domain.write_back import Due, Posted


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

    def parked(self, company: str) -> int:
        """Return how many allocations SYSPRO has refused and a person has not seen to yet."""


class Disputes(Protocol):
    """Disputes as we know them."""

    def open(self, company: str) -> Sequence[Known]:
        """Return the disputes that were not over when they were decided last; those a person ignores are left out."""


class MetadataWriter(Protocol):
    """Stripe's metadata."""

    def write(self, object_type: str, object_id: str, metadata: Mapping[str, str], key: str) -> None:
        """Set these keys of an object's metadata; the same ``key`` again is the same write.

        Args:
            object_type: Stripe's ``object``: ``charge`` or ``refund``.
            object_id: Its id.
            metadata: Key -> text; keys that are not named stay as they are.
            key: Idempotency key.

        Raises:
            Transient: Nobody answered; the same write may be made again.
            NeedsPerson: Stripe refused this one.
            Misconfigured: The key lacks the right, or is refused altogether.
        """


class WriteBacks(Protocol):
    """What was written to Stripe, and what is due."""

    def note(self, company: str, since_at: int, now: int) -> int:
        """Make due what was posted since ``since_at``, Unix seconds UTC; return how many objects that are."""

    def due(self, company: str, limit: int, now: int) -> Sequence[Due]:
        """Return what is due, longest due first."""

    def documents(self, company: str, stripe_id: str) -> Sequence[Posted]:
        """Return the posted documents of one object of Stripe's, oldest first."""

    def done(self, company: str, stripe_id: str, written: dict[str, str]) -> None:
        """Record that Stripe has these numbers."""

    def later(self, company: str, stripe_id: str, *, due_at: int | None, reason: str, counts: bool) -> None:
        """Try again at ``due_at``; ``None`` waits until something else of the object is posted."""
