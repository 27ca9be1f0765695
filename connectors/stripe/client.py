"""One connection to Stripe: reads at a pinned API version, patient, paced and counted.

May import: ``agent.domain``, ``agent.ports``, the stripe library. Everything that leaves this module is plain JSON with
decimals as text; everything it raises is an ``agent.domain.errors`` error that never holds the key.
"""

import re
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import stripe

from agent.domain.errors import Misconfigured, NeedsPerson, Problem
from agent.domain.json_reader import JsonObject
from agent.domain.settings import Values
from agent.ports import Allowance, Clock, SecretStore
from connectors.stripe.answers import Member, decoded, listed
from connectors.stripe.errors import bad_answer, converted, http_date, unusable
from connectors.stripe.pace import Pace, Pause, SystemPause, patiently
from connectors.stripe.transport import BoundedClient, body_of, open_transport, quieten

#: The API version that every object is read at, whatever the account or the library has.
API_VERSION = "2026-10-28.endive"
#: Most objects in one page of a list (docs.stripe.com/api/pagination).
PAGE = 100
#: Most pages of one list; a list that goes on is not one of Stripe's.
MOST_PAGES = 100_000

_T = TypeVar("_T")
_KEY = re.compile(r"(?P<kind>rk|sk)_(?P<mode>live|test)_[A-Za-z0-9_]{1,240}")
_OBJECT_ID = re.compile(r"[A-Za-z0-9_-]{1,255}")
_FRESH_NS = 900 * 1_000_000_000
_DRIFT_S = 1


@dataclass(frozen=True, slots=True)
class _Seen:
    """Stripe's time as one answer gave it, and both of our clocks at that moment."""

    server_at: int
    clock_at: int
    monotonic_ns: int


class Connection:
    """Stripe's API. Safe to share by threads.

    Args:
        settings: ``stripe.*`` of the settings in force.
        secrets: Holds ``stripe.key``; read at the first call, and again after Stripe refused the key.
        allowance: Told of every read.
        clock: The agent's time; only stamps the reads and checks that time passes evenly.
        pause: How time passes between tries.
    """

    def __init__(
        self,
        settings: Values,
        secrets: SecretStore,
        allowance: Allowance,
        clock: Clock,
        pause: Pause | None = None,
        told: Callable[[int], None] = lambda _: None,
    ) -> None:
        quieten()
        self._told = told
        self._settings = settings
        self._secrets = secrets
        self._allowance = allowance
        self._clock = clock
        self._pause = pause or SystemPause()
        self._pace = Pace(settings.integer("stripe.max_requests_per_s"), self._pause)
        self._lock = threading.Lock()
        self._library: stripe.StripeClient | None = None
        self._transport: BoundedClient | None = None
        self._seen: _Seen | None = None

    @property
    def account(self) -> str:
        """The Connect account that is read; empty for the key's own."""
        return self._settings.text("stripe.account")

    @property
    def livemode(self) -> bool:
        """Whether the key is for live money.

        Raises:
            Misconfigured: When there is no usable key.
        """
        return _key_parts(self._key())["mode"] == "live"

    @property
    def unrestricted(self) -> bool:
        """Whether the key is a secret key with every right (``sk_``)."""
        return _key_parts(self._key())["kind"] == "sk"

    def get(self, path: str, params: Mapping[str, Any] | None = None) -> JsonObject:
        """Return one object or one page of a list.

        Args:
            path: Path from the root, such as ``/v1/charges/ch_1``; see :func:`path_of` for ids.
            params: Parameters in Stripe's names; lists and nested maps as they are.

        Raises:
            Transient: After a few tries nobody answered, or not as Stripe does.
            NeedsPerson: Stripe refused this call (400, 404).
            Misconfigured: Key, right or address are wrong.
        """
        return patiently(self._pause)(self._once, path, dict(params or {}), decoded)

    def post(self, path: str, params: Mapping[str, Any], *, key: str) -> JsonObject:
        """Change one object and return it as it is then.

        Args:
            path: Its path; see :func:`path_of`.
            params: What to change, in Stripe's names.
            key: Idempotency key: again within a day it is the same change (docs.stripe.com/api/idempotent_requests).

        Raises:
            Transient: After a few tries nobody answered; whether it was done is settled by trying again with ``key``.
            NeedsPerson: Stripe refused this call.
            Misconfigured: Key, right or address are wrong.
        """
        return patiently(self._pause)(self._once, path, dict(params), decoded, key)

    def delete(self, path: str) -> JsonObject:
        """Delete one object; again, or after somebody else, it is gone all the same.

        Args:
            path: Its path; see :func:`path_of`.

        Raises:
            Transient: After a few tries nobody answered.
            NeedsPerson: Stripe refused this call.
            Misconfigured: Key, right or address are wrong.
        """
        return patiently(self._pause)(self._deleted, path)

    def pages(self, path: str, params: Mapping[str, Any] | None = None, *, after: str = "") -> Iterator[list[Member]]:
        """Yield the pages of a list, newest first as Stripe gives them.

        Args:
            path: The list's path.
            params: Filters; ``limit`` and the cursor are set here.
            after: Id after which to begin; empty begins at the newest.

        Raises:
            Transient: Also when a page is no list object, or the list does not move on.
        """
        cursor = after
        for _ in range(MOST_PAGES):
            asked = {"limit": PAGE, **(params or {}), **({"starting_after": cursor} if cursor else {})}
            page = patiently(self._pause)(self._once, path, asked, listed)
            yield page.members
            if not page.has_more:
                return
            cursor = _next_cursor(page.members, cursor, path)
        raise bad_answer(path, f"The list has more than {MOST_PAGES} pages.")

    def server_time(self) -> int:
        """Return Stripe's time, Unix seconds UTC; reads once more only where no late answer tells it.

        Between answers time is carried on by the slower of our clocks, and only while both agree: a clock that was set
        forward would otherwise move the watermark over events that have yet to come.
        """
        if self._carried_on() is None:
            self.get("/v1/events", {"limit": 1})
        now = self._carried_on()
        if now is None:
            raise bad_answer("GET /v1/events", "The answer has no Date header, so Stripe's time is unknown.")
        return now

    def close(self) -> None:
        """Close the sockets; a later call opens new ones."""
        with self._lock:
            transport, self._transport, self._library = self._transport, None, None
        if transport is not None:
            transport.close()

    def _carried_on(self) -> int | None:
        seen = self._seen
        if seen is None:
            return None
        passed_ns = self._pause.monotonic_ns() - seen.monotonic_ns
        by_clock, by_monotonic = self._clock.now() - seen.clock_at, passed_ns // 1_000_000_000
        if passed_ns > _FRESH_NS or abs(by_clock - by_monotonic) > _DRIFT_S:
            return None
        return seen.server_at + max(0, min(by_clock, by_monotonic))

    def _deleted(self, path: str) -> JsonObject:
        try:
            return self._once(path, {}, decoded, method="delete")
        except NeedsPerson as refused:
            if refused.problem.code != "stripe.not_found":
                raise
            return {}

    def _once(
        self, path: str, params: dict[str, Any], read: Callable[[bytes, str], _T], key: str = "", *, method: str = ""
    ) -> _T:
        """Make one call: a change where it has an idempotency key, else a read, unless ``method`` says another."""
        method = method or ("post" if key else "get")
        options = {"idempotency_key": key} if key else {}
        what = f"{method.upper()} {path}"
        library = self._open()
        self._pace.take()
        if method == "get":
            self._allowance.count(1, self._clock.now())
        try:
            answered = library.raw_request(method, path, **options, **params).headers
        except stripe.StripeError as error:
            trouble = converted(error, what, self._settings.text("stripe.api_base"))
        else:
            value = read(body_of(answered), what)
            self._note_time(answered)  # only now: a proxy's page has the proxy's time
            return value
        if isinstance(trouble, Misconfigured):
            self._forget_key()
        # Outside of the `except`: the library's error must not hang on ours, it holds the request with the key.
        raise trouble

    def _forget_key(self) -> None:
        """Let the next call read the key anew, which may have been changed by then."""
        with self._lock:
            self._library = None

    def _note_time(self, headers: Mapping[str, str]) -> None:
        server_at = http_date(headers.get("Date", ""))
        if server_at is not None:
            self._seen = _Seen(server_at, self._clock.now(), self._pause.monotonic_ns())

    def _open(self) -> stripe.StripeClient:
        with self._lock:
            if self._library is None:
                self._transport = self._transport or open_transport(self._settings)
                self._transport.told = self._told
                self._library = stripe.StripeClient(
                    self._key(),
                    stripe_account=self.account or None,
                    stripe_version=API_VERSION,
                    base_addresses={"api": self._settings.text("stripe.api_base")},
                    max_network_retries=0,
                    http_client=self._transport,
                )
            return self._library

    def _key(self) -> str:
        key = self._secrets.get("stripe.key").strip()
        _key_parts(key)
        return key


def path_of(collection: str, object_id: str, *further: str) -> str:
    """Return the path of one object, such as ``/v1/charges/ch_1/refunds``.

    Raises:
        NeedsPerson: When the id has characters that no Stripe id has; it could lead to another path.
    """
    if not _OBJECT_ID.fullmatch(object_id):
        raise unusable(f"The id {object_id[:40]!r}", "Stripe's ids are letters, digits, _ and -.")
    return "/".join(("/v1", collection, object_id, *further))


def _key_parts(key: str) -> re.Match[str]:
    parts = _KEY.fullmatch(key)
    if parts is None:
        message = "A restricted key begins with rk_live_ or rk_test_." if key else "No Stripe key is set."
        press = "Make a restricted key in the Stripe Dashboard (Developers, API keys) and enter it as stripe.key."
        raise Misconfigured(Problem("The Stripe key cannot be used", message, press, "stripe.key"))
    return parts


def _next_cursor(members: Sequence[Member], cursor: str, path: str) -> str:
    """Return the id of the last member that has one; a broken member must not end the list."""
    for member in reversed(members):
        found = member.value.get("id") if isinstance(member.value, dict) else None
        if isinstance(found, str) and found not in {"", cursor}:
            return found
    raise bad_answer(path, "The list does not move on.")
