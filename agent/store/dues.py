"""What is due to be written to Stripe: what the tables of the catalogue and of the payment requests have in common.

A row is due from ``due_at`` on, is being written since ``begun_at``, was tried ``attempts`` times in vain, and what is
wanted of it changed ``revision`` times.
"""

import sqlite3
from collections.abc import Mapping, Sequence

from agent.store.database import Connections

Key = tuple[str, ...]
"""The columns of a row's key behind its company."""


class Dues:
    """The common part of one table.

    Args:
        connections: The database.
        table: Its name.
        key: Columns of the key behind the company.
        begins: What else is set when a writing begins, as SQL.
    """

    def __init__(self, connections: Connections, table: str, key: Sequence[str], *, begins: str = "") -> None:
        self._connections = connections
        own = " AND ".join(["company = ?", *(f"{column} = ?" for column in key)])
        by = ", ".join(key)
        self._due = f"SELECT * FROM {table} WHERE company = ? AND due_at <= ?"
        self._order = f" ORDER BY due_at, {by} LIMIT ?"
        self._begin = f"UPDATE {table} SET begun_at = coalesce(begun_at, ?){begins} WHERE {own}"
        self._later = f"UPDATE {table} SET due_at = ?, attempts = attempts + 1, updated_at = ? WHERE {own}"
        self._counts = f"SELECT standing, count(*) FROM {table} WHERE company = ? GROUP BY standing"

    def rows(self, company: str, limit: int, now: int, *, but: str = "") -> Sequence[sqlite3.Row]:
        """Return what is to be written to Stripe, longest due first, without that for which the SQL ``but`` holds."""
        sql = f"{self._due} AND NOT ({but}){self._order}" if but else f"{self._due}{self._order}"
        return self._connections.all(sql, (company, now, limit))

    def begin(self, company: str, keys: Sequence[Key], now: int) -> None:
        """Note, durably, that these are being written from now on; done before the first call about any of them."""
        with self._connections.writing_durably() as db:
            for key in keys:
                db.execute(self._begin, (now, company, *key))

    def later(self, company: str, key: Key, due_at: int, now: int) -> None:
        """Try again at ``due_at``; Stripe is looked at first then, because it may have been done."""
        with self._connections.writing() as db:
            db.execute(self._later, (due_at, now, company, *key))

    def counts(self, company: str) -> Mapping[str, int]:
        """Return how many rows stand where; only standings that any row has."""
        return {row[0]: row[1] for row in self._connections.all(self._counts, (company,))}


def note(table: str, key: Sequence[str], columns: Sequence[str], *, told: str, nothing: str) -> str:
    """Return the statement that notes what is wanted: what differs becomes due, and starts anew.

    Args:
        table: The table.
        key: Columns of the key behind the company.
        columns: Further columns beside ``source`` and ``wanted``, which come in parameters of their names.
        told: That of them which says why something is not wanted.
        nothing: Condition under which nothing stands in Stripe: what is not wanted then leaves nothing to do.
    """
    names = ("company", *key, *columns, "source", "wanted", "due_at", "updated_at")
    values = [f":{name}" for name in names[:-2]]
    return f"""
INSERT INTO {table} ({", ".join(names)}) VALUES ({", ".join(values)}, iif(:wanted = '', NULL, :now), :now)
ON CONFLICT (company, {", ".join(key)}) DO UPDATE SET
    source = excluded.source,
    {told} = excluded.{told},
    revision = revision + (wanted <> excluded.wanted),
    attempts = iif(wanted = excluded.wanted, attempts, 0),
    refused = iif(wanted = excluded.wanted, refused, ''),
    updated_at = iif(wanted = excluded.wanted AND {told} = excluded.{told}, updated_at, excluded.updated_at),
    due_at = CASE
        WHEN wanted = excluded.wanted THEN due_at
        WHEN excluded.wanted = '' AND {nothing} AND begun_at IS NULL THEN NULL
        ELSE :now
    END,
    wanted = excluded.wanted
"""
