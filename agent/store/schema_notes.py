"""Table of what flows told; see :mod:`agent.store.schema`."""

FLOW_NOTES = """
-- What a flow told about a subject, once a cause.
CREATE TABLE flow_notes (
    id INTEGER PRIMARY KEY,
    company TEXT NOT NULL,
    subject TEXT NOT NULL,
    code TEXT NOT NULL,
    text TEXT NOT NULL,
    flow TEXT NOT NULL,
    amount_minor INTEGER,
    amount_currency TEXT,
    decision_id INTEGER NOT NULL REFERENCES decisions (id),
    told_at INTEGER NOT NULL,
    -- NULL: nobody has read it yet.
    seen_at INTEGER,
    seen_by TEXT NOT NULL DEFAULT '',
    UNIQUE (company, subject, code)
) STRICT;
CREATE INDEX flow_notes_unread ON flow_notes (company, id) WHERE seen_at IS NULL;
"""
