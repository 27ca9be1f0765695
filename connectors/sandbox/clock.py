"""The sandboxes' own time: the machine's, until somebody sets it."""

import time


class SandboxClock:
    """Seconds since 1970, UTC; set to a moment it stands still there until it is set again or let go.

    Args:
        now_at: Unix seconds to stand at; ``None`` follows the machine.
    """

    def __init__(self, now_at: int | None = None) -> None:
        self._now_at = now_at

    def now(self) -> int:
        """Return the present moment in Unix seconds."""
        return int(time.time()) if self._now_at is None else self._now_at

    def set(self, now_at: int | None) -> None:
        """Stand at ``now_at``, or follow the machine again with ``None``."""
        self._now_at = now_at

    def advance(self, seconds: int) -> None:
        """Move forward by ``seconds`` and stand there."""
        self._now_at = self.now() + seconds
