"""Bring a database file to the tables of this version, or refuse it in plain words.

Each migration and the record that it ran commit together. An existing file is copied beside itself first.
"""

import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path

from sqlite_utils import Database, Migrations

from agent.domain.codec import loads
from agent.domain.errors import Misconfigured, Problem
from agent.domain.facts import Facts
from agent.store import (
    portal,
    portal_orders,
    schema,
    schema_alerts,
    schema_catalogue,
    schema_customers,
    schema_edits,
    schema_notes,
    schema_requests,
    schema_search,
)
from agent.store.database import BUSY_TIMEOUT_S, plain_connection, translated
from agent.store.packing import unpack

#: "SySt": marks a SQLite file as ours.
APPLICATION_ID = 0x53795374

MIGRATIONS = Migrations("agent")

_OTHER_DECISIONS = """
SELECT decisions.id, facts.content FROM decisions JOIN facts ON facts.id = decisions.facts_id
WHERE substr(decisions.subject, 1, 3) IN ('re_', 'pyr', 'dp_', 'du_') OR substr(decisions.subject, -2) = '.P'
"""


@MIGRATIONS()
def m0001_first_tables(db: Database) -> None:
    """Make all tables of the first release."""
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for part in (schema.INBOX, schema.OUTBOX, schema.LEDGER, schema.RUNNING):
        db.executescript(part)


@MIGRATIONS()
def m0002_more_of_balance_transactions(db: Database) -> None:
    """Keep what Stripe's journal tells of availability, balance, rate, payout and purpose."""
    for column in (
        "available_at INTEGER NOT NULL DEFAULT 0",
        "balance_type TEXT NOT NULL DEFAULT ''",
        "exchange_rate TEXT NOT NULL DEFAULT ''",
        "payout_id TEXT NOT NULL DEFAULT ''",
        "description TEXT NOT NULL DEFAULT ''",
    ):
        db.execute(f"ALTER TABLE balance_transactions ADD COLUMN {column}")


@MIGRATIONS()
def m0003_legs(db: Database) -> None:
    """Remember which legs a document posts, what it needs, and which subject is decided for each movement."""
    db.executescript(schema.LEGS)


@MIGRATIONS()
def m0004_write_backs(db: Database) -> None:
    """Remember what was written to Stripe's metadata."""
    db.executescript(schema.WRITE_BACKS)


@MIGRATIONS()
def m0005_posting_modes(db: Database) -> None:
    """Find what is left to summary journals and what waits for available money; legs remember their line."""
    db.executescript(schema.MODES)


@MIGRATIONS()
def m0006_ends_of_disputes(db: Database) -> None:
    """Find when a dispute was closed."""
    db.executescript(schema.ENDS)


@MIGRATIONS()
def m0007_payments_of_decisions(db: Database) -> None:
    """Remember which payment a decision about a refund, dispute or allocation belongs to."""
    db.executescript(schema.TRAILS)
    for row in db.execute(_OTHER_DECISIONS).fetchall():
        # Damaged facts are the examination's to name; they must not keep everything else from starting.
        with suppress(Misconfigured, ValueError, KeyError, TypeError):
            stripe = loads(Facts, unpack(row["content"])).stripe
            db.execute("UPDATE decisions SET payment = ? WHERE id = ?", (stripe.payment, row["id"]))


@MIGRATIONS()
def m0008_catalogue(db: Database) -> None:
    """Remember what Stripe has and is to have of SYSPRO's stock codes."""
    db.executescript(schema_catalogue.CATALOGUE)


@MIGRATIONS()
def m0009_lists(db: Database) -> None:
    """Give the window's lists and figures their indexes."""
    db.executescript(schema.LISTS)


@MIGRATIONS()
def m0010_portal(db: Database) -> None:
    """Remember who may ask the B2B portal."""
    db.executescript(portal.TABLE)


@MIGRATIONS()
def m0011_requests(db: Database) -> None:
    """Remember what is asked for open invoices, and the payment links in Stripe."""
    db.executescript(schema_requests.REQUESTS)


@MIGRATIONS()
def m0012_customers(db: Database) -> None:
    """Remember customers on both sides, which of them are one, and what both last agreed on."""
    db.executescript(schema_customers.CUSTOMERS)


@MIGRATIONS()
def m0013_documents_about(db: Database) -> None:
    """Find the documents about a Stripe object."""
    db.executescript(schema.ABOUT)


@MIGRATIONS()
def m0014_portal_orders(db: Database) -> None:
    """Remember orders on account of the portal, and whose customers a token is for."""
    db.executescript(portal_orders.TABLE)
    db.executescript(portal.OF_COMPANY)


@MIGRATIONS()
def m0015_lessons(db: Database) -> None:
    """Remember for which reasons people accept and refuse suggestions of customers."""
    db.executescript(schema_customers.LESSONS)


@MIGRATIONS()
def m0016_habits(db: Database) -> None:
    """Find what was usual before a payment."""
    db.executescript(schema.HABITS)


@MIGRATIONS()
def m0017_alerts(db: Database) -> None:
    """Remember what people were told, and what is on its way to them."""
    db.executescript(schema_alerts.ALERTS)


@MIGRATIONS()
def m0018_flow_notes(db: Database) -> None:
    """Remember what flows told, and who has read it."""
    db.executescript(schema_notes.FLOW_NOTES)


@MIGRATIONS()
def m0019_portal_payers(db: Database) -> None:
    """Remember payers that Stripe has no more."""
    db.executescript(portal.PAYERS_GONE)


@MIGRATIONS()
def m0020_portal_pages(db: Database) -> None:
    """Remember the page of every order that is paid on one."""
    db.executescript(portal_orders.PAGES)


@MIGRATIONS()
def m0021_document_edits(db: Database) -> None:
    """Remember what people changed on documents."""
    db.executescript(schema_edits.EDITS)


@MIGRATIONS()
def m0022_events_of_decisions(db: Database) -> None:
    """Find the events that led to a document."""
    db.executescript(schema_edits.EVENTS_OF_DECISIONS)


@MIGRATIONS()
def m0023_search(db: Database) -> None:
    """Find documents by their words."""
    db.executescript(schema_search.SEARCH)


def prepare(path: Path, migrations: Migrations = MIGRATIONS) -> None:
    """Create the file if there is none, check it, and migrate it.

    Args:
        path: The database file; its folder is made where it is missing.
        migrations: The migrations of this version of the program.

    Raises:
        Misconfigured: The file is no database, not ours, damaged, from a newer version, or on a disk without WAL.
    """
    with translated(path):
        _create(path)
        with closing(plain_connection(path)) as db:
            _refuse_foreign(db, path)
            _refuse_newer(db, path, migrations)
            _switch_to_wal(db, path)
            if migrations.pending(db):
                _migrate(db, path, migrations)


def copy_to(path: Path, target: Path, *, wait_s: float = BUSY_TIMEOUT_S) -> None:
    """Copy the database at ``path`` to ``target`` as one consistent snapshot, while others may be using it.

    Args:
        path: The database.
        target: Where the copy goes; what is there is replaced.
        wait_s: Seconds to wait while somebody keeps either of them locked.

    Raises:
        Transient: When one stays locked, or the disk is full; the target is not to be used then.
    """
    _create(target)
    until = time.monotonic() + wait_s

    def patience(status: int, _remaining: int, _total: int) -> None:
        # The library itself would try for ever.
        if status & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED} and time.monotonic() > until:
            error = sqlite3.OperationalError("database is locked")
            error.sqlite_errorcode, error.sqlite_errorname = sqlite3.SQLITE_BUSY, "SQLITE_BUSY"
            raise error

    with (
        translated(path),
        closing(plain_connection(path, wait_s=wait_s)) as source,
        closing(plain_connection(target, wait_s=wait_s)) as copy,
    ):
        source.conn.backup(copy.conn, progress=patience)


def _create(path: Path) -> None:
    # Payments are personal data, so the file is the account's own from the first byte on.
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError as error:
        raise _refusal(path, f"it cannot be created ({error.strerror}).", "Check the path and the rights.") from error


def _refuse_foreign(db: Database, path: Path) -> None:
    # The first read of the schema also tells a text file or a cut-off file from a database.
    tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise _refusal(path, "it belongs to another program.", "Name another file.")


def _refuse_newer(db: Database, path: Path, migrations: Migrations) -> None:
    ours = {migration.name for migration in migrations._migrations}  # noqa: SLF001 - the library has no public list
    unknown = [applied.name for applied in migrations.applied(db) if applied.name not in ours]
    if unknown:
        raise _refusal(
            path,
            f"a newer version of the program has changed it ({', '.join(unknown)}).",
            "Install the newer version again, or go back to the copy that it made before.",
        )


def _switch_to_wal(db: Database, path: Path) -> None:
    mode = db.execute("PRAGMA journal_mode = WAL").fetchone()[0]
    if mode != "wal":
        raise _refusal(path, "its disk does not allow shared memory.", "Use a local disk, not a network share.")


def _migrate(db: Database, path: Path, migrations: Migrations) -> None:
    # The lock comes first: of two programs that start at once, the second finds nothing left to do.
    db.execute("BEGIN IMMEDIATE")
    try:
        pending = migrations.pending(db)
        if pending and migrations.applied(db):
            _refuse_damaged(db, path)
            copy_to(path, path.with_name(f"{path.stem}-before-{pending[0].name}{path.suffix}"))
        migrations.apply(db)
        db.commit()
    finally:
        # Does nothing after the commit.
        db.rollback()


def _refuse_damaged(db: Database, path: Path) -> None:
    found = db.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise _refusal(path, f"it is damaged ({found}).", "Restore the file from a backup.")


def check_undamaged(db: Database, path: Path) -> None:
    """Read the whole file and check its structure; takes about a second for each gigabyte.

    Raises:
        Misconfigured: When it is damaged.
    """
    with translated(path):
        _refuse_damaged(db, path)


def _refusal(path: Path, cause: str, press: str) -> Misconfigured:
    message = f"The agent's database {path} cannot be used: {cause}"
    return Misconfigured(Problem("Database cannot be used", message, press, "store.refused"))
