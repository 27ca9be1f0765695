"""What people changed on documents."""

from collections.abc import Sequence
from typing import Protocol

from agent.domain.documents import DocumentKey
from agent.domain.edits import Edit, EditChange


class Edits(Protocol):
    """Fields of documents as people want them; they win over the mapping, each for its document alone."""

    def about(self, company: str, stripe_ids: Sequence[str]) -> tuple[Edit, ...]:
        """Return what people changed on the documents that carry one of these Stripe ids."""

    def keep(self, key: DocumentKey, changes: Sequence[EditChange], *, by: str, now: int) -> None:
        """Keep, or take back, fields of one document, and say so in the audit; all or none of them."""
