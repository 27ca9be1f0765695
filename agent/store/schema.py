"""The tables as the migrations make them, in the words of the product.

``*_at`` is Unix seconds UTC, ``*_minor`` whole minor units, blobs are zlib-compressed UTF-8 text. Never edited once
released: a change is a new migration.
"""

INBOX = """
-- Every event that Stripe listed, wanted or not.
CREATE TABLE events (
    id TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    object_id TEXT NOT NULL,
    object_type TEXT NOT NULL,
    livemode INTEGER NOT NULL,
    account TEXT NOT NULL,
    request_key TEXT NOT NULL,
    payload BLOB NOT NULL,
    received_at INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'finished', 'set_aside')),
    -- For a new event the moment it was created, so that one order serves new and postponed ones.
    due_at INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',
    reason_code TEXT NOT NULL DEFAULT '',
    finished_at INTEGER,
    decision_id INTEGER
) STRICT;
-- Walks the waiting events by due moment. All that is asked for is in the index, because the rows are large.
CREATE INDEX events_due ON events (due_at, id, object_id, object_type, state) WHERE state = 'waiting';
-- Finds the open events of one object.
CREATE INDEX events_open ON events (object_id, object_type, state) WHERE state <> 'finished';
CREATE INDEX events_finished ON events (finished_at) WHERE state = 'finished';

CREATE TABLE watermarks (
    name TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    moved_at INTEGER NOT NULL
) STRICT;

-- Reads that Stripe has seen from us, by day since 1970.
CREATE TABLE reads (
    day INTEGER PRIMARY KEY,
    reads INTEGER NOT NULL
) STRICT;
"""

OUTBOX = """
CREATE TABLE facts (
    id INTEGER PRIMARY KEY,
    company TEXT NOT NULL,
    subject TEXT NOT NULL,
    read_at INTEGER NOT NULL,
    content BLOB NOT NULL
) STRICT;

CREATE TABLE decisions (
    id INTEGER PRIMARY KEY,
    facts_id INTEGER NOT NULL REFERENCES facts (id),
    company TEXT NOT NULL,
    subject TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('documents', 'waiting', 'held', 'ignored')),
    reason TEXT NOT NULL,
    reason_code TEXT NOT NULL,
    flow TEXT NOT NULL,
    revision INTEGER NOT NULL,
    amount_minor INTEGER,
    amount_currency TEXT,
    decided_at INTEGER NOT NULL
) STRICT;
-- The latest decision of a subject; the outcome is in the index because the books ask for it by the hundred thousand.
CREATE INDEX decisions_of ON decisions (subject, company, id, outcome);

CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    company TEXT NOT NULL,
    kind TEXT NOT NULL,
    purpose TEXT NOT NULL,
    stripe_id TEXT NOT NULL,
    -- What was decided.
    body TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    lane TEXT NOT NULL,
    order_by INTEGER NOT NULL,
    draft_state TEXT NOT NULL,
    draft_reason TEXT NOT NULL,
    draft_reason_code TEXT NOT NULL,
    party TEXT NOT NULL,
    blocks INTEGER NOT NULL,
    once INTEGER NOT NULL,
    amount_minor INTEGER,
    amount_currency TEXT,
    title TEXT NOT NULL,
    flow TEXT NOT NULL,
    changes TEXT NOT NULL,
    lineage TEXT NOT NULL,
    revision INTEGER NOT NULL,
    decision_id INTEGER NOT NULL REFERENCES decisions (id),
    -- What became of it.
    state TEXT NOT NULL
        CHECK (state IN ('pending', 'posting', 'posted', 'parked', 'in_doubt', 'held', 'cancelled')),
    reason TEXT NOT NULL,
    reason_code TEXT NOT NULL,
    due_at INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0,
    erp_key TEXT NOT NULL DEFAULT '',
    sent_at INTEGER NOT NULL DEFAULT 0,
    looks INTEGER NOT NULL DEFAULT 0,
    -- Fingerprint of the body that a person released; the same decision again does not undo the release.
    released TEXT NOT NULL DEFAULT '',
    verified_at INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    -- Sent and not settled: nothing else of the lane may go out.
    in_flight INTEGER GENERATED ALWAYS AS (state IN ('posting', 'in_doubt')) VIRTUAL,
    -- Takes its place in the lane: every later document of the lane waits for it.
    in_lane INTEGER GENERATED ALWAYS AS
        (state IN ('pending', 'posting', 'in_doubt') OR (blocks AND state IN ('parked', 'held'))) VIRTUAL,
    UNIQUE (company, kind, stripe_id, purpose)
) STRICT;
-- The head of a lane is the first entry of the lane here.
CREATE INDEX documents_in_lane ON documents (company, lane, in_flight DESC, order_by, id) WHERE in_lane;
CREATE INDEX documents_by_state ON documents (state, id);
CREATE INDEX documents_of_decision ON documents (decision_id);
CREATE INDEX documents_in_doubt ON documents (company, due_at) WHERE state = 'in_doubt';
-- Answers the books, a hundred thousand look-ups at once, without touching the rows.
CREATE INDEX documents_receipts ON documents (company, stripe_id, id, state, kind) WHERE kind = 'receipt';
CREATE INDEX documents_new_customers ON documents (company, party)
    WHERE kind = 'customer' AND state IN ('pending', 'posting', 'in_doubt');
CREATE INDEX documents_unverified ON documents (company, id) WHERE state = 'posted' AND verified_at IS NULL;

-- One row a lane that has a head, kept in step in the transaction of every change, so that claiming never searches.
CREATE TABLE lanes (
    company TEXT NOT NULL,
    lane TEXT NOT NULL,
    head_id INTEGER NOT NULL REFERENCES documents (id),
    order_by INTEGER NOT NULL,
    due_at INTEGER,
    -- ready: the head may go out; asleep: it may from due_at on; blocked: it is in flight or waits for a person.
    status TEXT NOT NULL CHECK (status IN ('ready', 'asleep', 'blocked')),
    PRIMARY KEY (company, lane)
) STRICT, WITHOUT ROWID;
CREATE INDEX lanes_ready ON lanes (company, order_by, head_id) WHERE status = 'ready';
CREATE INDEX lanes_asleep ON lanes (company, due_at) WHERE status = 'asleep';

CREATE TABLE attempts (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents (id),
    at INTEGER NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    reason_code TEXT NOT NULL,
    evidence TEXT NOT NULL,
    counted INTEGER NOT NULL,
    request BLOB NOT NULL,
    reply BLOB NOT NULL
) STRICT;
CREATE INDEX attempts_of ON attempts (document_id, id);
CREATE INDEX attempts_with_text ON attempts (at) WHERE length(request) + length(reply) > 0;

CREATE TABLE links (
    company TEXT NOT NULL,
    kind TEXT NOT NULL,
    stripe_id TEXT NOT NULL,
    erp_key TEXT NOT NULL,
    origin TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (company, kind, stripe_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE discrepancies (
    id INTEGER PRIMARY KEY,
    -- Which check found it, and so which check may close it.
    area TEXT NOT NULL,
    subject TEXT NOT NULL,
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    closed_at INTEGER,
    -- Closed by a person; what the person accepted is not opened again.
    accepted INTEGER NOT NULL DEFAULT 0 CHECK (accepted IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX discrepancies_open ON discrepancies (subject, area, code, message)
    WHERE closed_at IS NULL OR accepted;
"""

LEDGER = """
CREATE TABLE balance_transactions (
    id TEXT PRIMARY KEY,
    created_at INTEGER NOT NULL,
    amount_minor INTEGER NOT NULL,
    fee_minor INTEGER NOT NULL,
    net_minor INTEGER NOT NULL,
    currency TEXT NOT NULL,
    type TEXT NOT NULL,
    reporting_category TEXT NOT NULL,
    source_id TEXT NOT NULL,
    stored_at INTEGER NOT NULL
) STRICT;
CREATE INDEX balance_transactions_of ON balance_transactions (source_id);

CREATE TABLE balance_transaction_fees (
    balance_transaction_id TEXT NOT NULL REFERENCES balance_transactions (id),
    position INTEGER NOT NULL,
    type TEXT NOT NULL,
    minor INTEGER NOT NULL,
    PRIMARY KEY (balance_transaction_id, position)
) STRICT, WITHOUT ROWID;
"""

LEGS = """
-- Attribute of the body -> [kind, purpose, stripe_id] of the document whose SYSPRO key goes there.
ALTER TABLE documents ADD COLUMN needs TEXT NOT NULL DEFAULT '{}';

-- Which legs of Stripe's journal a document posts. The amount of a payment goes by the payment's id, every other leg by
-- the id of its balance transaction.
CREATE TABLE document_legs (
    leg TEXT NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('amount', 'fees', 'rest')),
    -- What of a converted amount SYSPRO's rate books; NULL is all of it. The difference is the part 'rest'.
    minor INTEGER,
    document_id INTEGER NOT NULL REFERENCES documents (id),
    PRIMARY KEY (leg, part, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_legs_of ON document_legs (document_id);
CREATE INDEX document_legs_converted ON document_legs (leg, part, minor) WHERE minor IS NOT NULL;
-- Answers the books, a hundred thousand look-ups at once, without touching the rows.
CREATE INDEX documents_states ON documents (id, company, state);
INSERT INTO document_legs (leg, part, document_id)
    SELECT stripe_id, 'amount', id FROM documents WHERE kind = 'receipt';
DROP INDEX documents_receipts;

-- The object that is decided for a movement: its source, or the movement itself.
ALTER TABLE balance_transactions ADD COLUMN subject TEXT NOT NULL DEFAULT '';
ALTER TABLE balance_transactions ADD COLUMN subject_type TEXT NOT NULL DEFAULT 'balance_transaction';
UPDATE balance_transactions SET subject = id;
UPDATE balance_transactions SET subject = source_id, subject_type = 'charge'
    WHERE source_id <> '' AND reporting_category IN ('charge', 'partial_capture_reversal');
UPDATE balance_transactions SET subject = source_id, subject_type = 'refund'
    WHERE source_id <> '' AND reporting_category IN ('refund', 'refund_failure');
UPDATE balance_transactions SET subject = source_id, subject_type = 'dispute'
    WHERE source_id <> '' AND reporting_category IN ('dispute', 'dispute_reversal');
UPDATE balance_transactions SET subject = source_id, subject_type = 'payout'
    WHERE source_id <> '' AND reporting_category IN ('payout', 'payout_reversal');
-- How many movements of its subject a decision knew; NULL where it looked at none of them.
ALTER TABLE decisions ADD COLUMN movements INTEGER;
DROP INDEX decisions_of;
CREATE INDEX decisions_of ON decisions (subject, company, id, outcome, movements);
CREATE INDEX balance_transactions_of_payout ON balance_transactions (payout_id);
CREATE INDEX balance_transactions_decided_for ON balance_transactions (subject, subject_type);
"""

WRITE_BACKS = """
-- What was written to the metadata of Stripe's objects, and what is due.
CREATE TABLE write_backs (
    company TEXT NOT NULL,
    stripe_id TEXT NOT NULL,
    -- JSON: metadata key -> text, as Stripe has it.
    written TEXT NOT NULL DEFAULT '',
    -- NULL: nothing is to be done.
    due_at INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (company, stripe_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX write_backs_due ON write_backs (company, due_at) WHERE due_at IS NOT NULL;
"""

MODES = """
-- Account of the line of a summary journal that a leg is a part of.
ALTER TABLE document_legs ADD COLUMN line TEXT NOT NULL DEFAULT '';
-- Refunds of one payment ask for each other.
CREATE INDEX documents_of_refunds ON documents (company, lane, id) WHERE lane >= 'refund|' AND lane < 'refund}';
CREATE INDEX decisions_left ON decisions (company, subject, id) WHERE reason_code = 'posting.summary';
CREATE INDEX decisions_available ON decisions (subject, id) WHERE reason_code = 'posting.not_available';
"""

TRAILS = """
-- The payment that a refund gives back, a dispute is about, or an allocation moves; else empty.
ALTER TABLE decisions ADD COLUMN payment TEXT NOT NULL DEFAULT '';
CREATE INDEX decisions_about ON decisions (payment, company, subject) WHERE payment <> '';
-- The round over receipts that may still be on account goes by numbers, without touching the rows of others.
CREATE INDEX documents_payments ON documents (company, id, stripe_id, amount_minor, kind, purpose, state)
    WHERE kind = 'receipt' AND purpose = 'payment' AND state = 'posted';
"""

ENDS = """
-- When a dispute was closed is the day of its loss.
CREATE INDEX events_of_ends ON events (object_id, created_at) WHERE type = 'charge.dispute.closed';
"""

LISTS = """
-- All that the work list filters by, so that a page from the middle of a million documents touches only its own rows.
DROP INDEX documents_by_state;
CREATE INDEX documents_by_state
    ON documents (state, id, reason_code, kind, amount_currency, amount_minor, updated_at);
CREATE INDEX decisions_held ON decisions (company, id, subject) WHERE outcome = 'held';
CREATE INDEX decisions_ignored ON decisions (company, id, subject) WHERE outcome = 'ignored';
CREATE INDEX attempts_posted ON attempts (at, state) WHERE state = 'posted';
CREATE INDEX balance_transactions_by_moment ON balance_transactions (created_at, type);
CREATE INDEX balance_transactions_payouts ON balance_transactions (created_at, id)
    WHERE reporting_category = 'payout';
"""

ABOUT = """
-- All documents about a Stripe object, which every decision about a refund, dispute or payout asks for.
CREATE INDEX documents_about ON documents (stripe_id);
"""

HABITS = """
-- The latest payments of one payer, and those of all in one currency, without touching the rows of others.
CREATE INDEX documents_of_payer
    ON documents (company, lane, id, stripe_id, order_by, amount_minor, decision_id, kind, purpose)
    WHERE kind = 'receipt' AND purpose = 'payment';
CREATE INDEX balance_transactions_payments
    ON balance_transactions (currency, created_at, amount_minor, fee_minor, subject, type)
    WHERE type IN ('charge', 'payment');
"""

RUNNING = """
CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    author TEXT NOT NULL,
    set_at INTEGER NOT NULL
) STRICT;

CREATE TABLE revisions (
    number INTEGER PRIMARY KEY,
    content TEXT NOT NULL,
    author TEXT NOT NULL,
    comment TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE TRIGGER revisions_never_change BEFORE UPDATE ON revisions
    BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;
CREATE TRIGGER revisions_never_go BEFORE DELETE ON revisions
    BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;

CREATE TABLE commands (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    arguments TEXT NOT NULL,
    author TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    finished_at INTEGER,
    ok INTEGER NOT NULL DEFAULT 0,
    result TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX commands_waiting ON commands (id) WHERE finished_at IS NULL;

CREATE TABLE lease (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    holder TEXT NOT NULL,
    machine TEXT NOT NULL,
    company TEXT NOT NULL,
    taken_at INTEGER NOT NULL,
    beat_at INTEGER NOT NULL,
    ttl_s INTEGER NOT NULL,
    released INTEGER NOT NULL
) STRICT;

CREATE TABLE marks (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit_of ON audit (subject, id);
CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_never_goes BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
"""
