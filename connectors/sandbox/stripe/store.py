"""The sandbox's one SQLite file: every Stripe object as JSON, with the few columns that lists filter by."""

import json
import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

# Stripe's own JSON, exactly as it goes over the wire.
Obj: TypeAlias = dict[str, Any]

# Columns beside the JSON that list filters use; the value is the path into the object, per kind where it differs.
FACETS: Mapping[str, str] = {
    "customer": "customer",
    "payment_intent": "payment_intent",
    "charge": "charge",
    "source": "source",
    "product": "product",
    "invoice": "invoice",
    "email": "email",
    "lookup_key": "lookup_key",
}
_FACETS_OF_KIND: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("invoice_payment", "payment_intent"): ("payment", "payment_intent"),
    ("checkout.session", "email"): ("customer_details", "email"),
}

_SCHEMA = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = OFF;
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS objects (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, created INTEGER NOT NULL,
    body TEXT NOT NULL, inner TEXT, deleted INTEGER NOT NULL DEFAULT 0,
    {columns}
) STRICT;
CREATE INDEX IF NOT EXISTS objects_by_time ON objects (kind, created, seq);
CREATE TABLE IF NOT EXISTS money (
    id TEXT PRIMARY KEY, currency TEXT NOT NULL, net INTEGER NOT NULL, available_on INTEGER NOT NULL,
    balance_type TEXT NOT NULL, payout TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS money_by_payout ON money (payout);
CREATE TABLE IF NOT EXISTS events (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, created INTEGER NOT NULL,
    rank INTEGER NOT NULL, visible_at INTEGER NOT NULL, body TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS events_by_time ON events (created, rank, type, visible_at);
CREATE TABLE IF NOT EXISTS idempotency (
    key TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL,
    request_id TEXT NOT NULL, created INTEGER NOT NULL
) STRICT;
"""
_FACET_INDEX = "CREATE INDEX IF NOT EXISTS objects_by_{0} ON objects (kind, {0}, created, seq) WHERE {0} IS NOT NULL;"


@dataclass(frozen=True, slots=True)
class Row:
    """One stored object.

    Attributes:
        kind: Stripe's ``object`` value, such as ``charge``.
        body: The object as Stripe would send it.
        inner: What belongs to it but is not sent with it, such as a session's line items.
        deleted: Whether only its id is left for the outside.
        seq: Order of creation.
    """

    kind: str
    body: Obj
    inner: Obj
    deleted: bool
    seq: int


@dataclass(frozen=True, slots=True)
class Clause:
    """One SQL condition with its bound values."""

    sql: str
    values: tuple[object, ...] = ()


def to_json(value: object) -> str:
    """Return compact JSON text, not escaped beyond need."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def _facet(body: Obj, name: str) -> str | None:
    path = _FACETS_OF_KIND.get((str(body.get("object")), name), (FACETS[name],))
    value: Any = body
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    return value if isinstance(value, str) else None


class Store:
    """All state of one Stripe sandbox. Safe to share by threads: one connection, one lock.

    Args:
        path: The SQLite file; made when it is not there.
    """

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._lock = threading.RLock()
        self._depth = 0
        self._db.execute("PRAGMA page_size = 8192")
        self._db.executescript(_SCHEMA.format(columns=", ".join(f"{name} TEXT" for name in FACETS)))
        for name in FACETS:
            self._db.execute(_FACET_INDEX.format(name))

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make all writes inside take effect together or not at all; may be nested, the outermost decides."""
        with self._lock:
            outermost = self._depth == 0
            if outermost:
                self._db.execute("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                yield
                if outermost:
                    self._db.execute("COMMIT")
            finally:
                self._depth -= 1
                if outermost and self._db.in_transaction:
                    self._db.execute("ROLLBACK")

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Any]:
        """Return all rows of one query as tuples."""
        with self._lock:
            return self._db.execute(sql, values).fetchall()

    def run(self, sql: str, values: Sequence[object] = ()) -> None:
        """Execute one writing statement."""
        with self._lock:
            self._db.execute(sql, values)

    def run_many(self, sql: str, values: Iterator[Sequence[object]]) -> None:
        """Execute one writing statement for each set of values."""
        with self._lock:
            self._db.executemany(sql, values)

    def insert(self, body: Obj, inner: Obj | None = None) -> None:
        """Store a new object; its id must not be taken (``sqlite3.IntegrityError``)."""
        values = [
            body["id"],
            body["object"],
            body.get("created", 0),
            to_json(body),
            None if inner is None else to_json(inner),
            *(_facet(body, name) for name in FACETS),
        ]
        marks = ", ".join("?" * len(values))
        self.run(f"INSERT INTO objects (id, kind, created, body, inner, {', '.join(FACETS)}) VALUES ({marks})", values)

    def update(self, body: Obj, *, deleted: bool = False) -> None:
        """Replace an object's JSON, keeping what is stored inside it."""
        sets = ", ".join(f"{name} = ?" for name in FACETS)
        values = [to_json(body), int(deleted), *(_facet(body, name) for name in FACETS), body["id"]]
        self.run(f"UPDATE objects SET body = ?, deleted = ?, {sets} WHERE id = ?", values)

    def update_inner(self, object_id: str, inner: Obj) -> None:
        """Replace what is stored inside an object."""
        self.run("UPDATE objects SET inner = ? WHERE id = ?", [to_json(inner), object_id])

    def find(self, object_id: str) -> Row | None:
        """Return one object, or ``None``."""
        found = self.rows("SELECT kind, body, inner, deleted, seq FROM objects WHERE id = ?", (object_id,))
        if not found:
            return None
        kind, body, inner, deleted, seq = found[0]
        return Row(kind, json.loads(body), json.loads(inner) if inner else {}, bool(deleted), seq)

    def select(self, kind: str, clauses: Sequence[Clause], *, order: str, limit: int) -> list[Obj]:
        """Return up to ``limit`` living objects of a kind that meet all clauses; ``order`` is ASC or DESC in time."""
        where = " AND ".join(["kind = ?", "deleted = 0", *(clause.sql for clause in clauses)])
        values = [kind, *(value for clause in clauses for value in clause.values), limit]
        sql = f"SELECT body FROM objects WHERE {where} ORDER BY created {order}, seq {order} LIMIT ?"
        return [json.loads(row[0]) for row in self.rows(sql, values)]

    def all_of(self, kind: str, **facets: str) -> list[Obj]:
        """Return every living object of a kind with these facet values, oldest first."""
        clauses = [Clause(f"{name} = ?", (value,)) for name, value in facets.items()]
        return self.select(kind, clauses, order="ASC", limit=1_000_000)

    def read_meta(self, name: str) -> Any:
        """Return the JSON value kept under ``name``, or ``None``."""
        found = self.rows("SELECT value FROM meta WHERE name = ?", (name,))
        return json.loads(found[0][0]) if found else None

    def write_meta(self, name: str, value: object) -> None:
        """Keep a JSON value under ``name``."""
        self.run(
            "INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, to_json(value)),
        )
