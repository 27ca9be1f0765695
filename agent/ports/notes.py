"""Port to our own store: what flows told, until somebody has read it."""

from collections.abc import Sequence
from typing import Protocol

from agent.domain.readmodels import NoteRow


class FlowNotes(Protocol):
    """What flows told; a decision brings it in when it is stored (``Outbox.apply``)."""

    def waiting(self, company: str) -> int:
        """Return how many nobody has read yet."""

    def list(self, company: str, limit: int) -> Sequence[NoteRow]:
        """Return up to ``limit`` that nobody has read yet, the newest first; -1 returns all."""

    def seen(self, number: int, *, by: str, now: int) -> bool:
        """Keep who has read one; return whether it was unread."""

    def unseen(self, number: int, *, by: str, now: int) -> bool:
        """Take back that somebody has read one; return whether somebody had."""
