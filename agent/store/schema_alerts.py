"""Tables of the alerts; see :mod:`agent.store.schema`."""

ALERTS = """
-- What is wrong, as people were told of it: one row a cause, gone when it is over.
CREATE TABLE alerts (
    cause TEXT PRIMARY KEY,
    -- JSON: the trouble as it was seen last.
    trouble TEXT NOT NULL,
    first_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    -- 0: not told yet.
    told_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Texts on their way through one channel each.
CREATE TABLE notices (
    id INTEGER PRIMARY KEY,
    channel TEXT NOT NULL,
    -- JSON: what is said.
    text TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    -- NULL: sent, or given up.
    due_at INTEGER,
    tries INTEGER NOT NULL DEFAULT 0,
    -- 0: not sent.
    sent_at INTEGER NOT NULL DEFAULT 0,
    problem TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX notices_due ON notices (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX notices_made ON notices (made_at);
"""
