"""Idempotency keys (docs.stripe.com/api/idempotent_requests): the first answer is kept 24 hours and given again."""

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from connectors.sandbox.clock import SandboxClock
from connectors.sandbox.stripe.errors import StripeRefusal
from connectors.sandbox.stripe.store import Store

KEPT_S = 86_400


@dataclass(frozen=True, slots=True)
class Kept:
    """A first answer: its status, JSON text and the request it was given to."""

    status: int
    body: str
    request_id: str


class Idempotency:
    """What was answered to which key. Safe to share by threads."""

    def __init__(self, store: Store, clock: SandboxClock) -> None:
        self._store = store
        self._clock = clock
        self._running: set[str] = set()
        self._lock = threading.Lock()

    @contextmanager
    def running(self, key: str) -> Iterator[None]:
        """Mark a key as in work.

        Raises:
            StripeRefusal: 409 when another request with the key is being worked on.
        """
        with self._lock:
            if key in self._running:
                raise StripeRefusal(
                    409,
                    f"There is currently another in-progress request using this Idempotent Key: {key}.",
                    kind="idempotency_error",
                    code="idempotency_key_in_use",
                )
            self._running.add(key)
        try:
            yield
        finally:
            with self._lock:
                self._running.discard(key)

    def kept(self, key: str, fingerprint: str) -> Kept | None:
        """Return the first answer to a key, if any is kept.

        Raises:
            StripeRefusal: 400 ``idempotency_error`` when the key came with other parameters then.
        """
        sql = "SELECT fingerprint, status, body, request_id FROM idempotency WHERE key = ? AND created > ?"
        found = self._store.rows(sql, (key, self._clock.now() - KEPT_S))
        if not found:
            return None
        first, status, body, request_id = found[0]
        if first != fingerprint:
            raise StripeRefusal(
                400,
                "Keys for idempotent requests can only be used with the same parameters they were first used with. Try"
                f" using a key other than '{key}' if you meant to execute a different request.",
                kind="idempotency_error",
            )
        return Kept(int(status), str(body), str(request_id))

    def keep(self, key: str, fingerprint: str, answer: Kept) -> None:
        """Keep the first answer to a key."""
        self._store.run(
            "INSERT OR REPLACE INTO idempotency VALUES (?, ?, ?, ?, ?, ?)",
            (key, fingerprint, answer.status, answer.body, answer.request_id, self._clock.now()),
        )


def fingerprint(method: str, path: str, body: str) -> str:
    """Return what must be the same when a key comes again."""
    return hashlib.sha256(f"{method} {path}\n{body}".encode()).hexdigest()
