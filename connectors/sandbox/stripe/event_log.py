"""Events: one for every mutation, kept as the very text that is sent, so that a page is a join.

Faults, by event type (match key ``type``): ``late_event`` (visible ``seconds`` after it was made), ``duplicate_event``
(Stripe sometimes makes two Event objects for one change) and ``events_out_of_order`` (its place among the events of
the same second is left to chance).
"""

import math
import random
from collections.abc import Iterator, Sequence
from contextvars import ContextVar
from dataclasses import dataclass

from connectors.sandbox.clock import SandboxClock
from connectors.sandbox.faults import FaultScript
from connectors.sandbox.stripe.errors import StripeRefusal, bad, missing
from connectors.sandbox.stripe.ids import Ids
from connectors.sandbox.stripe.old_shapes import EVENT_API_VERSION, in_old_shape
from connectors.sandbox.stripe.store import Clause, Obj, Store, to_json

RETENTION_S = 30 * 86_400
_RANK_STEP = 100_000


@dataclass(frozen=True, slots=True)
class Cause:
    """The request that led to a change; both ``None`` when Stripe itself did."""

    request_id: str | None = None
    idempotency_key: str | None = None


NO_REQUEST = Cause()
CAUSE: ContextVar[Cause] = ContextVar("stripe_sandbox_cause", default=NO_REQUEST)


@dataclass(frozen=True, slots=True)
class Page:
    """What one page of events is asked for.

    Attributes:
        clauses: Conditions on ``created`` and ``type``.
        limit: 1 to 100.
        starting_after: Id to go on from, to the older ones.
        ending_before: Id to go on from, to the newer ones.
    """

    clauses: Sequence[Clause]
    limit: int
    starting_after: str | None = None
    ending_before: str | None = None


class EventLog:
    """The account's events. Safe to share by threads."""

    def __init__(self, store: Store, clock: SandboxClock, ids: Ids, faults: FaultScript, *, livemode: bool) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._faults = faults
        self._livemode = livemode
        self._chance = random.Random(ids.letters(8))  # noqa: S311 - repeatable on purpose

    def record(self, kind: str, body: Obj, *, at: int, previous: Obj | None = None) -> None:
        """Add an event of type ``kind`` about ``body``, made at Unix second ``at``; the faults above may touch it."""
        data: Obj = {"object": in_old_shape(body)}
        if previous is not None:
            data["previous_attributes"] = previous
        late = self._faults.strike("late_event", type=kind)
        visible_at = at + (math.ceil(late.seconds) if late else 0)
        copies = 2 if self._faults.strike("duplicate_event", type=kind) else 1
        for _ in range(copies):
            self._insert(kind, data, at, visible_at)

    def _insert(self, kind: str, data: Obj, at: int, visible_at: int) -> None:
        cause = CAUSE.get()
        event: Obj = {
            "id": self._ids.mint("event", at),
            "object": "event",
            "api_version": EVENT_API_VERSION,
            "created": at,
            "data": data,
            "livemode": self._livemode,
            "pending_webhooks": 0,
            "request": {"id": cause.request_id, "idempotency_key": cause.idempotency_key},
            "type": kind,
        }
        shuffled = self._faults.strike("events_out_of_order", type=kind) is not None
        back = self._chance.randrange(1, 40 * _RANK_STEP) if shuffled else 0
        sql = (
            "INSERT INTO events (id, type, created, rank, visible_at, body) VALUES"
            f" (?, ?, ?, (SELECT coalesce(max(seq), 0) + 1 FROM events) * {_RANK_STEP} - ?, ?, ?)"
        )
        self._store.run(sql, (event["id"], kind, at, back, visible_at, to_json(event)))

    def insert_ready(self, events: Iterator[tuple[str, str, int, str]]) -> None:
        """Add many ready events at once: id, type, Unix second and JSON text of each. For benchmarks."""
        start = int(self._store.rows("SELECT coalesce(max(seq), 0) FROM events")[0][0])
        rows = (
            (event_id, kind, at, (start + place) * _RANK_STEP, at, text)
            for place, (event_id, kind, at, text) in enumerate(events, start=1)
        )
        sql = "INSERT INTO events (id, type, created, rank, visible_at, body) VALUES (?, ?, ?, ?, ?, ?)"
        with self._store.transaction():
            self._store.run_many(sql, rows)

    def delay(self, event_id: str, *, seconds: int) -> None:
        """Hide one event until ``seconds`` after it was made."""
        self._store.run("UPDATE events SET visible_at = created + ? WHERE id = ?", (seconds, event_id))

    def text_of(self, event_id: str) -> str:
        """Return one event's JSON.

        Raises:
            StripeRefusal: 404 when there is none, or it is not visible yet or any more.
        """
        sql = "SELECT body, created FROM events WHERE id = ? AND visible_at <= ? AND created <= ?"
        now = self._clock.now()
        found = self._store.rows(sql, (event_id, now, now))
        if not found:
            raise missing("event", event_id)
        body, created = found[0]
        if created < now - RETENTION_S:
            raise _aged_out(event_id, "id", 404)
        return str(body)

    def page(self, page: Page) -> tuple[list[str], bool]:
        """Return the JSON texts of one page, newest first, and whether more follow in the page's direction."""
        now = self._clock.now()
        clauses = [
            Clause("created >= ?", (now - RETENTION_S,)),
            Clause("created <= ?", (now,)),
            Clause("visible_at <= ?", (now,)),
            *page.clauses,
        ]
        cursor = page.starting_after or page.ending_before
        forwards = page.ending_before is not None
        if cursor is not None:
            clauses.append(self._beyond(cursor, now, forwards=forwards))
        order = "ASC" if forwards else "DESC"
        where = " AND ".join(clause.sql for clause in clauses)
        values = [value for clause in clauses for value in clause.values]
        sql = f"SELECT body FROM events WHERE {where} ORDER BY created {order}, rank {order} LIMIT {page.limit + 1}"
        texts = [str(row[0]) for row in self._store.rows(sql, values)]
        kept = texts[: page.limit]
        return (kept[::-1] if forwards else kept), len(texts) > page.limit

    def _beyond(self, cursor: str, now: int, *, forwards: bool) -> Clause:
        param = "ending_before" if forwards else "starting_after"
        found = self._store.rows("SELECT created, rank FROM events WHERE id = ?", (cursor,))
        if not found:
            raise missing("event", cursor, param=param, status=400)
        created, rank = found[0]
        if created < now - RETENTION_S:
            raise _aged_out(cursor, param, 400)
        return Clause(f"(created, rank) {'>' if forwards else '<'} (?, ?)", (created, rank))


def _aged_out(event_id: str, param: str, status: int) -> StripeRefusal:
    """Word the answer as users of the API have met it: the engines of other connectors look for these words."""
    sentence = f"Event {event_id} is no longer available because it's aged out of our retention policy."
    return StripeRefusal(status, sentence, param=param, code="resource_missing")


def type_clauses(kind: str | None, kinds: list[str] | None) -> list[Clause]:
    """Return the conditions of the list's ``type`` and ``types`` parameters.

    Raises:
        StripeRefusal: 400 when both are given or ``types`` has more than 20 names.
    """
    if kind is not None and kinds is not None:
        raise bad("You may only specify one of these parameters: type, types.", param="types")
    if kinds is not None:
        if len(kinds) > 20:
            raise bad("You may only specify up to 20 event types.", param="types")
        return [Clause(f"type IN ({', '.join('?' * len(kinds))})", tuple(kinds))]
    if kind is None:
        return []
    if "*" in kind:
        return [Clause("type GLOB ?", (kind.replace("[", "[[]").replace("?", "[?]"),))]
    return [Clause("type = ?", (kind,))]
