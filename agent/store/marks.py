"""Marks: small facts about the running engine, such as until when it is paused."""

from collections.abc import Mapping

from agent import ports
from agent.store.database import Connections

_SET = """
INSERT INTO marks (name, value, at) VALUES (?, ?, ?)
ON CONFLICT (name) DO UPDATE SET value = excluded.value, at = excluded.at
"""


class Marks(ports.Marks):
    """One text by name."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def get(self, name: str) -> str:
        """Return the mark ``name``; empty when it was never set."""
        row = self._connections.one("SELECT value FROM marks WHERE name = ?", (name,))
        return str(row["value"]) if row else ""

    def set(self, name: str, value: str, now: int) -> None:
        """Keep ``value`` as the mark ``name``."""
        self.set_all({name: value}, now)

    def set_all(self, values: Mapping[str, str], now: int) -> None:
        """Keep several marks in one transaction."""
        with self._connections.writing() as db:
            for name, value in values.items():
                db.execute(_SET, (name, value, now))
