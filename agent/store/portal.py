"""The portal: hashes of its tokens, never the tokens, and who pays for whose orders."""

import json
import sqlite3
from collections.abc import Sequence

from sqlite_utils import Database

from agent import ports
from agent.domain.portal import PortalToken
from agent.store import audit
from agent.store.database import Connections

TABLE = """
-- Who may ask the portal; a name is never used twice, so that the audit stays plain.
CREATE TABLE portal_tokens (
    name TEXT PRIMARY KEY,
    -- SHA-256 of the token.
    hash TEXT NOT NULL UNIQUE,
    -- JSON lists; no customers stand for any.
    scopes TEXT NOT NULL,
    customers TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    revoked_at INTEGER
) STRICT;

-- Which Stripe customer pays for a SYSPRO customer's orders.
CREATE TABLE portal_payers (
    company TEXT NOT NULL,
    customer TEXT NOT NULL,
    stripe_customer TEXT NOT NULL,
    PRIMARY KEY (company, customer)
) STRICT, WITHOUT ROWID;
"""

OF_COMPANY = """
ALTER TABLE portal_tokens ADD COLUMN company TEXT NOT NULL DEFAULT '';
UPDATE portal_tokens SET company = coalesce((SELECT text FROM settings WHERE name = 'syspro.company'), '');
"""

PAYERS_GONE = """
-- The customer that Stripe had before and has no more; another is made once, with a key of its own.
ALTER TABLE portal_payers ADD COLUMN gone TEXT NOT NULL DEFAULT '';
"""

_COLUMNS = "name, scopes, customers, created_at, expires_at, revoked_at, company"
_ADD = f"INSERT INTO portal_tokens ({_COLUMNS}, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
_PAYER = "SELECT stripe_customer, gone FROM portal_payers WHERE company = ? AND customer = ?"
_KEEP_PAYER = """
INSERT INTO portal_payers (company, customer, stripe_customer) VALUES (?, ?, ?)
ON CONFLICT DO UPDATE SET stripe_customer = excluded.stripe_customer WHERE stripe_customer = ''
"""
_FORGET_PAYER = """
UPDATE portal_payers SET stripe_customer = '', gone = stripe_customer
WHERE company = ? AND stripe_customer = ?
"""
_REVOKE = "UPDATE portal_tokens SET revoked_at = ? WHERE name = ? AND revoked_at IS NULL"


class PortalTokens(ports.PortalTokens):
    """See :class:`agent.ports.PortalTokens`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def find(self, token_hash: str) -> PortalToken | None:
        """Return the token with this hash, be it revoked or expired."""
        row = self._connections.one(f"SELECT {_COLUMNS} FROM portal_tokens WHERE hash = ?", (token_hash,))
        return _token(row) if row else None

    def all(self) -> Sequence[PortalToken]:
        """Return all tokens, by name."""
        return [_token(row) for row in self._connections.all(f"SELECT {_COLUMNS} FROM portal_tokens ORDER BY name")]

    def add(self, token: PortalToken, token_hash: str, *, by: str) -> bool:
        """Keep a token; return whether its name was free."""
        lists = json.dumps(token.scopes), json.dumps(token.customers)
        values = (token.name, *lists, token.created_at, token.expires_at, token.revoked_at, token.company, token_hash)
        with self._connections.writing_durably() as db:
            if not db.execute(_ADD, values).rowcount:
                return False
            detail = f"scopes {', '.join(token.scopes)}; customers {', '.join(token.customers) or 'any, signed'}"
            audit.record(
                db, actor=by, action="portal.token_added", subject=token.name, detail=detail, now=token.created_at
            )
            return True

    def revoke(self, name: str, *, by: str, now: int) -> bool:
        """Take a token out of use for good; return whether one with this name stood."""
        with self._connections.writing_durably() as db:
            if not db.execute(_REVOKE, (now, name)).rowcount:
                return False
            audit.record(db, actor=by, action="portal.token_revoked", subject=name, detail="", now=now)
            return True


class PortalPayers(ports.PortalPayers):
    """See :class:`agent.ports.PortalPayers`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def payer(self, company: str, customer: str) -> str:
        """Return the Stripe customer; empty before the first order, and while there is none that Stripe still has."""
        row = self._connections.one(_PAYER, (company, customer))
        return str(row["stripe_customer"]) if row else ""

    def keep_payer(self, company: str, customer: str, stripe_customer: str) -> str:
        """Remember the Stripe customer unless another is there already; return the one that counts."""
        with self._connections.writing() as db:
            db.execute(_KEEP_PAYER, (company, customer, stripe_customer))
            return str(db.execute(_PAYER, (company, customer)).fetchone()["stripe_customer"])

    def gone(self, company: str, customer: str) -> str:
        """Return the Stripe customer that was forgotten last; empty for none."""
        row = self._connections.one(_PAYER, (company, customer))
        return str(row["gone"]) if row else ""


def forget_payer(db: Database, company: str, stripe_customer: str) -> None:
    """Forget, inside the caller's transaction, a payer that Stripe has no more; another is made where one is needed."""
    db.execute(_FORGET_PAYER, (company, stripe_customer))


def _token(row: sqlite3.Row) -> PortalToken:
    return PortalToken(
        name=row["name"],
        scopes=tuple(json.loads(row["scopes"])),
        customers=tuple(json.loads(row["customers"])),
        created_at=row["created_at"],
        expires_at=row["expires_at"],
        revoked_at=row["revoked_at"],
        company=row["company"],
    )
