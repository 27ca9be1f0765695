"""Tables of customers on both sides; see :mod:`agent.store.schema`."""

LESSONS = """
-- How many suggestions with a reason people have accepted, and refused.
CREATE TABLE customer_lessons (
    company TEXT NOT NULL,
    -- Code of the reason.
    reason TEXT NOT NULL,
    accepted INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    PRIMARY KEY (company, reason)
) STRICT, WITHOUT ROWID;
"""

CUSTOMERS = """
-- SYSPRO's customers as they were read last.
CREATE TABLE erp_customers (
    company TEXT NOT NULL,
    customer TEXT NOT NULL,
    currency TEXT NOT NULL,
    -- JSON: field -> text.
    texts TEXT NOT NULL,
    -- What is compared to find candidates.
    email TEXT NOT NULL,
    tax_key TEXT NOT NULL,
    name_key TEXT NOT NULL,
    postal_key TEXT NOT NULL,
    left_out TEXT NOT NULL,
    source BLOB NOT NULL,
    gone INTEGER NOT NULL DEFAULT 0,
    -- A suggestion is to be made anew.
    look INTEGER NOT NULL DEFAULT 1,
    -- A person said that it does not belong into Stripe.
    ignored_by TEXT NOT NULL DEFAULT '',
    -- The suggestion of now; empty while there is none.
    advice TEXT NOT NULL DEFAULT '',
    suggested_id TEXT NOT NULL DEFAULT '',
    score INTEGER NOT NULL DEFAULT 0,
    reasons TEXT NOT NULL DEFAULT '[]',
    ambiguous INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (company, customer)
) STRICT, WITHOUT ROWID;
CREATE INDEX erp_customers_look ON erp_customers (company, customer) WHERE look;
CREATE INDEX erp_customers_advice ON erp_customers (company, advice, customer) WHERE advice <> '';
CREATE INDEX erp_customers_suggested ON erp_customers (suggested_id) WHERE suggested_id <> '';
CREATE INDEX erp_customers_email ON erp_customers (email) WHERE email <> '';
CREATE INDEX erp_customers_tax ON erp_customers (tax_key) WHERE tax_key <> '';
CREATE INDEX erp_customers_name ON erp_customers (name_key) WHERE name_key <> '';
CREATE INDEX erp_customers_postal ON erp_customers (postal_key) WHERE postal_key <> '';

-- Stripe's customers as they were read last.
CREATE TABLE stripe_customers (
    stripe_id TEXT PRIMARY KEY,
    texts TEXT NOT NULL,
    -- SYSPRO customer that its metadata names, as stored.
    code TEXT NOT NULL,
    email TEXT NOT NULL,
    tax_key TEXT NOT NULL,
    name_key TEXT NOT NULL,
    postal_key TEXT NOT NULL,
    owes_minor INTEGER NOT NULL DEFAULT 0,
    owes_currency TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    read_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX stripe_customers_code ON stripe_customers (code) WHERE code <> '';
CREATE INDEX stripe_customers_email ON stripe_customers (email) WHERE email <> '';
CREATE INDEX stripe_customers_tax ON stripe_customers (tax_key) WHERE tax_key <> '';
CREATE INDEX stripe_customers_name ON stripe_customers (name_key) WHERE name_key <> '';
CREATE INDEX stripe_customers_postal ON stripe_customers (postal_key) WHERE postal_key <> '';

-- Which SYSPRO customer is which Stripe customer.
CREATE TABLE customer_links (
    id INTEGER PRIMARY KEY,
    company TEXT NOT NULL,
    customer TEXT NOT NULL,
    -- Empty while it has yet to be made.
    stripe_id TEXT NOT NULL,
    -- Who or what made the link.
    origin TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    -- JSON: field -> what either side said when both last agreed.
    agreed TEXT NOT NULL DEFAULT '{}',
    -- JSON: field -> side, as a person decided.
    decided TEXT NOT NULL DEFAULT '{}',
    -- JSON: fields that both sides changed.
    conflicts TEXT NOT NULL DEFAULT '[]',
    -- Changes sent to SYSPRO, and JSON: field -> text of the one that is on its way.
    sent INTEGER NOT NULL DEFAULT 0,
    waiting TEXT NOT NULL DEFAULT '{}',
    revision INTEGER NOT NULL DEFAULT 1,
    -- NULL: nothing is to be looked at.
    due_at INTEGER,
    begun_at INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0,
    refused_code TEXT NOT NULL DEFAULT '',
    refused TEXT NOT NULL DEFAULT '',
    closed_at INTEGER,
    closed TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL GENERATED ALWAYS AS (
        CASE
            WHEN closed_at IS NOT NULL THEN 'closed'
            WHEN conflicts <> '[]' THEN 'conflict'
            WHEN refused <> '' THEN 'refused'
            WHEN due_at IS NOT NULL OR waiting <> '{}' THEN 'waiting'
            ELSE 'in_step'
        END
    ) VIRTUAL
) STRICT;
CREATE UNIQUE INDEX customer_links_erp ON customer_links (company, customer) WHERE closed_at IS NULL;
CREATE UNIQUE INDEX customer_links_stripe ON customer_links (stripe_id) WHERE closed_at IS NULL AND stripe_id <> '';
CREATE INDEX customer_links_due ON customer_links (company, due_at) WHERE due_at IS NOT NULL AND closed_at IS NULL;
CREATE INDEX customer_links_state ON customer_links (company, state, customer);

-- Finds the payers that are booked to a SYSPRO customer.
CREATE INDEX links_by_key ON links (company, kind, erp_key, stripe_id);

-- Pairs that a person refused; they are never suggested again.
CREATE TABLE customer_refusals (
    company TEXT NOT NULL,
    customer TEXT NOT NULL,
    stripe_id TEXT NOT NULL,
    refused_by TEXT NOT NULL,
    refused_at INTEGER NOT NULL,
    PRIMARY KEY (company, customer, stripe_id)
) STRICT, WITHOUT ROWID;

-- How far SYSPRO's customers were read.
CREATE TABLE customer_marks (
    company TEXT PRIMARY KEY,
    watermark BLOB NOT NULL
) STRICT, WITHOUT ROWID;
"""
