"""Rate limits: a bucket of requests for each token and each address, filled evenly."""

import threading
from collections import OrderedDict
from fractions import Fraction

from agent.ports import Clock

_MINUTE_S = 60


class Rates:
    """Buckets by name. Safe to share by threads.

    Args:
        per_minute: Requests that a bucket holds, and gets in a minute.
        clock: Time of the agent.
        most: Most buckets that are kept; the one not used for longest is forgotten first, and starts full again.
    """

    def __init__(self, per_minute: int, clock: Clock, *, most: int = 10_000) -> None:
        self._per_minute = per_minute
        self._clock = clock
        self._most = most
        self._lock = threading.Lock()
        self._buckets: OrderedDict[str, tuple[Fraction, int]] = OrderedDict()

    def take(self, name: str) -> int:
        """Take one request out of the bucket ``name``; return 0, or the seconds until there is one again."""
        now = self._clock.now()
        with self._lock:
            left, at = self._buckets.pop(name, (Fraction(self._per_minute), now))
            gained = Fraction(max(0, now - at) * self._per_minute, _MINUTE_S)
            left = min(Fraction(self._per_minute), left + gained)
            enough = left >= 1
            self._buckets[name] = (left - 1 if enough else left, now)
            if len(self._buckets) > self._most:
                self._buckets.popitem(last=False)
        missing = (1 - left) * _MINUTE_S / self._per_minute
        return 0 if enough else max(1, -(-missing.numerator // missing.denominator))
