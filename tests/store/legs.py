"""The ledger as the reports need it: which payout a movement belongs to, and which documents cover a leg."""


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
