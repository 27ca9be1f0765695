"""What people changed on documents, and what led to one; see :mod:`agent.store.schema`."""

EDITS = """
-- A field of one document as a person wants it; it wins over the mapping whenever the document is decided again.
CREATE TABLE document_edits (
    company TEXT NOT NULL,
    stripe_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    purpose TEXT NOT NULL,
    -- Number of the order's line, from 1; 0 for the document itself.
    line INTEGER NOT NULL,
    element TEXT NOT NULL,
    text TEXT NOT NULL,
    author TEXT NOT NULL,
    edited_at INTEGER NOT NULL,
    PRIMARY KEY (company, stripe_id, kind, purpose, line, element)
) STRICT, WITHOUT ROWID;
"""

EVENTS_OF_DECISIONS = """
-- The events that led to a document.
CREATE INDEX events_of_decision ON events (decision_id) WHERE decision_id IS NOT NULL;
"""
