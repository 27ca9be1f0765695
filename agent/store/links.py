"""Links: Stripe ids and the SYSPRO keys they stand for."""

from collections.abc import Iterable

from sqlite_utils import Database

from agent import ports
from agent.domain.documents import Link
from agent.store.database import Connections

_FIND = "SELECT kind, stripe_id, erp_key, origin FROM links WHERE company = ? AND kind = ? AND stripe_id = ?"

_CUSTOMERS = "SELECT company, kind, stripe_id, erp_key, origin FROM links WHERE kind = 'customer'"

# The first link stays: documents have been bound to it already.
_ADD = """
INSERT INTO links (company, kind, stripe_id, erp_key, origin, made_at) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING
"""


def find(db: Database, company: str, kind: str, stripe_id: str) -> Link | None:
    """Return the link inside the caller's transaction, or ``None``."""
    row = db.execute(_FIND, (company, kind, stripe_id)).fetchone()
    return Link(row["kind"], row["stripe_id"], row["erp_key"], row["origin"]) if row else None


def add(db: Database, company: str, link: Link, now: int) -> bool:
    """Keep a link inside the caller's transaction; return whether it stands now, which it does not beside another."""
    if db.execute(_ADD, (company, link.kind, link.stripe_id, link.erp_key, link.origin, now)).rowcount:
        return True
    found = find(db, company, link.kind, link.stripe_id)
    return found is not None and found.erp_key == link.erp_key


def move(db: Database, company: str, link: Link) -> None:
    """Have a Stripe id stand for another SYSPRO key inside the caller's transaction, as a person said."""
    sql = "UPDATE links SET erp_key = ?, origin = ? WHERE company = ? AND kind = ? AND stripe_id = ?"
    db.execute(sql, (link.erp_key, link.origin, company, link.kind, link.stripe_id))


class Links(ports.Links):
    """See :class:`agent.ports.Links`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def customers(self) -> list[tuple[str, Link]]:
        """Return company and link of every known customer."""
        return [
            (row["company"], Link(row["kind"], row["stripe_id"], row["erp_key"], row["origin"]))
            for row in self._connections.all(_CUSTOMERS)
        ]

    def fill(self, links: Iterable[tuple[str, Link]], now: int) -> None:
        """Keep the links of another store, by company."""
        with self._connections.writing() as db:
            for company, link in links:
                add(db, company, link, now)

    def find(self, company: str, kind: str, stripe_id: str) -> Link | None:
        """Return the link, or ``None``."""
        with self._connections.reading() as db:
            return find(db, company, kind, stripe_id)
