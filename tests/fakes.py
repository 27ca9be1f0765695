"""Stand-ins for the ports that several suites need."""


class FakeClock:
    """A clock that stands still until a test moves it (``agent.ports.Clock``). Times are Unix seconds UTC."""

    def __init__(self, now: int = 1_700_000_000) -> None:
        self._now = now

    def now(self) -> int:
        """Return the moment the clock shows."""
        return self._now

    def advance(self, seconds: int) -> int:
        """Move on by ``seconds`` and return the new moment."""
        if seconds < 0:
            raise ValueError("A clock does not run backwards; use `set` to play a computer whose clock was put back.")
        self._now += seconds
        return self._now

    def set(self, now: int) -> None:
        """Put the clock to ``now``, forwards or backwards."""
        self._now = now
