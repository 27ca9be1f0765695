"""Tables of payment requests; see :mod:`agent.store.schema`."""

REQUESTS = """
-- Open invoices of chosen customers: what their payers are to be asked for, and our payment links in Stripe.
CREATE TABLE requests (
    company TEXT NOT NULL,
    customer TEXT NOT NULL,
    invoice TEXT NOT NULL,
    -- Hash of what SYSPRO and the rules said; empty once SYSPRO no longer has the invoice.
    source BLOB NOT NULL,
    -- JSON: what the payer is to be asked for; empty for nothing.
    wanted TEXT NOT NULL,
    -- Why nothing is asked.
    reason TEXT NOT NULL DEFAULT '',
    -- JSON: our links in Stripe: what can be paid, and what was paid and is awaited.
    links TEXT NOT NULL DEFAULT '[]',
    -- One of them was paid.
    paid INTEGER NOT NULL DEFAULT 0,
    -- Counts the changes of what is wanted.
    revision INTEGER NOT NULL DEFAULT 1,
    -- NULL: nothing is to be written.
    due_at INTEGER,
    -- Since when it is being written; NULL once that is known to have ended.
    begun_at INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0,
    -- Why Stripe refused it.
    refused TEXT NOT NULL DEFAULT '',
    updated_at INTEGER NOT NULL,
    standing TEXT NOT NULL GENERATED ALWAYS AS (
        CASE
            WHEN due_at IS NOT NULL THEN 'waiting'
            WHEN refused <> '' THEN 'refused'
            WHEN paid THEN 'paid'
            WHEN wanted <> '' THEN 'open'
            ELSE 'closed'
        END
    ) VIRTUAL,
    PRIMARY KEY (company, customer, invoice)
) STRICT, WITHOUT ROWID;
CREATE INDEX requests_due ON requests (company, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX requests_standing ON requests (company, standing);
"""
