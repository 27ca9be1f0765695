"""Stripe's rate limits: a bucket for the account and one for each end-point (docs.stripe.com/rate-limits)."""

import threading
import time
from collections.abc import Callable

from connectors.sandbox.stripe.engine import StripeOptions


class _Bucket:
    """Tokens that come back at a steady rate; a second's worth at most."""

    def __init__(self, per_s: int, now_s: float) -> None:
        self._per_s = per_s
        self._tokens: float = per_s
        self._at_s = now_s

    def take(self, now_s: float) -> bool:
        self._tokens = min(self._per_s, self._tokens + (now_s - self._at_s) * self._per_s)
        self._at_s = now_s
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True


class RateLimit:
    """The limits in force; off unless the options say otherwise. Safe to share by threads.

    Args:
        options: Whether and how much; may be changed at any time.
        time_s: Seconds from any start, never going back.
    """

    def __init__(self, options: StripeOptions, time_s: Callable[[], float] = time.monotonic) -> None:
        self._options = options
        self._time_s = time_s
        self._buckets: dict[str, _Bucket] = {}
        self._lock = threading.Lock()

    def reset(self) -> None:
        """Fill all buckets."""
        with self._lock:
            self._buckets.clear()

    def exceeded(self, endpoint: str) -> str | None:
        """Count one call; return Stripe's reason when it is one too many."""
        if not self._options.rate_limits:
            return None
        now_s = self._time_s()
        with self._lock:
            if not self._bucket("", self._options.global_per_s, now_s).take(now_s):
                return "global-rate"
            if not self._bucket(endpoint, self._options.endpoint_per_s, now_s).take(now_s):
                return "endpoint-rate"
        return None

    def _bucket(self, name: str, per_s: int, now_s: float) -> _Bucket:
        if name not in self._buckets:
            self._buckets[name] = _Bucket(per_s, now_s)
        return self._buckets[name]
