"""What is not as it should be."""

from collections.abc import Sequence
from typing import Protocol

from agent.domain.attempts import Discrepancy


class Discrepancies(Protocol):
    """What is not as it should be, open until its cause is gone or a person accepts it."""

    def replace(self, area: str, subject: str, found: Sequence[Discrepancy], now: int) -> None:
        """Make ``found`` the open discrepancies of one subject in one area; close those that are gone."""

    def close(self, number: int, *, by: str, reason: str, now: int) -> bool:
        """Close one by a person's word, so that the same finding stays closed; return whether it was open."""

    def reopen(self, number: int, *, by: str, now: int) -> bool:
        """Take back a person's word about one; return whether a person had accepted it."""

    def accepted(self, area: str) -> frozenset[str]:
        """Return the subjects in one area of which a person has accepted something as it is."""
