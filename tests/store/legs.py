"""The ledger as the reports need it: which payout a movement belongs to, and which documents cover a leg."""


def with_legs(store):
    """Add the column and the table where this version of the tables lacks them; return the store."""
    with store._connections.writing() as db:
        columns = {row["name"] for row in db.execute("PRAGMA table_info(balance_transactions)")}
        if "payout_id" not in columns:
            db.execute("ALTER TABLE balance_transactions ADD COLUMN payout_id TEXT NOT NULL DEFAULT ''")
            db.execute("CREATE INDEX balance_transactions_of_payout ON balance_transactions (payout_id)")
        if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'document_legs'").fetchone():
            db.execute("CREATE TABLE document_legs (document_id INTEGER, leg TEXT, part TEXT)")
            db.execute("CREATE INDEX document_legs_of ON document_legs (leg)")
    return store


def in_payout(store, payout_id, *movements):
    """Say that movements belong to a payout."""
    with store._connections.writing() as db:
        for movement in movements:
            db.execute("UPDATE balance_transactions SET payout_id = ? WHERE id = ?", (payout_id, movement))


def cover(store, document_id, leg, part="amount"):
    """Say that a document covers a leg."""
    with store._connections.writing() as db:
        db.execute("DELETE FROM document_legs WHERE document_id = ? AND leg = ? AND part = ?", (document_id, leg, part))
        db.execute("INSERT INTO document_legs (document_id, leg, part) VALUES (?, ?, ?)", (document_id, leg, part))
