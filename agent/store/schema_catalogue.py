"""Tables of the catalogue; see :mod:`agent.store.schema`."""

CATALOGUE = """
-- SYSPRO's stock codes: what Stripe is to have of each, and what it has.
CREATE TABLE catalogue (
    company TEXT NOT NULL,
    stock_code TEXT NOT NULL,
    product_id TEXT NOT NULL,
    -- Hash of what SYSPRO said; empty once it no longer has the stock code.
    source BLOB NOT NULL,
    -- JSON: what Stripe is to have; empty where it is not sold.
    wanted TEXT NOT NULL,
    -- JSON: causes and sentences: why it is not sold, or which prices were left out.
    remarks TEXT NOT NULL DEFAULT '[]',
    -- JSON: what we wrote last; empty where Stripe has nothing of ours.
    written TEXT NOT NULL DEFAULT '',
    -- Counts the changes of what is wanted.
    revision INTEGER NOT NULL DEFAULT 1,
    -- NULL: nothing is to be written.
    due_at INTEGER,
    -- Since when it is being written; NULL once that is known to have ended.
    begun_at INTEGER,
    -- JSON: what that writing wants.
    begun TEXT NOT NULL DEFAULT '',
    attempts INTEGER NOT NULL DEFAULT 0,
    -- Somebody changed it in Stripe, which is looked at before anything is written.
    look INTEGER NOT NULL DEFAULT 0,
    -- A person let SYSPRO win.
    overwrite INTEGER NOT NULL DEFAULT 0,
    -- JSON: name -> what stood in Stripe when a person let Stripe keep it.
    decided TEXT NOT NULL DEFAULT '{}',
    -- JSON: what a person has to decide.
    asked TEXT NOT NULL DEFAULT '[]',
    -- Why Stripe refused it.
    refused_code TEXT NOT NULL DEFAULT '',
    refused TEXT NOT NULL DEFAULT '',
    updated_at INTEGER NOT NULL,
    standing TEXT NOT NULL GENERATED ALWAYS AS (
        CASE
            WHEN due_at IS NOT NULL THEN 'waiting'
            WHEN refused <> '' THEN 'refused'
            WHEN asked <> '[]' THEN 'asked'
            WHEN wanted <> '' THEN 'sold'
            ELSE 'not_sold'
        END
    ) VIRTUAL,
    PRIMARY KEY (company, stock_code)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX catalogue_products ON catalogue (product_id);
CREATE INDEX catalogue_due ON catalogue (company, due_at) WHERE due_at IS NOT NULL;
-- Answers the sweep, a hundred thousand hashes at once, without touching the rows.
CREATE INDEX catalogue_sources ON catalogue (company, stock_code, source);
CREATE INDEX catalogue_standing ON catalogue (company, standing);

-- How far SYSPRO's tables were read for the catalogue.
CREATE TABLE catalogue_marks (
    company TEXT NOT NULL,
    feed TEXT NOT NULL,
    watermark BLOB NOT NULL,
    PRIMARY KEY (company, feed)
) STRICT, WITHOUT ROWID;
"""
