"""Measured promises; they run with `-m benchmark`."""

import json
import random
import time

import pytest

from agent.domain.events import Slice
from tests.store.builders import COMPANY, NOW, apply, event, receipt, say

pytestmark = pytest.mark.benchmark

LEGS = """
WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 100000)
INSERT INTO balance_transactions (id, created_at, amount_minor, fee_minor, net_minor, currency, type,
    reporting_category, source_id, stored_at, subject, subject_type, payout_id)
SELECT 'txn_' || n, n, 100, 3, 97, iif(n % 3, 'usd', 'eur'), kind, kind, source, n, source, kind, 'po_' || (n / 100)
FROM (SELECT n, iif(n % 10, 'charge', 'refund') AS kind, iif(n % 10, 'ch_', 're_') || n AS source FROM numbers)
"""

# The amounts of payments are posted by their receipts; the fees of all by a journal for each hundred.
COVERED = """
INSERT OR IGNORE INTO document_legs (leg, part, document_id)
SELECT stripe_id, 'amount', id FROM documents
UNION ALL SELECT id, 'fees', 1 + CAST(substr(payout_id, 4) AS INTEGER) FROM balance_transactions
"""

RECEIPTS = """
WITH RECURSIVE numbers (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM numbers WHERE n < 90000)
INSERT INTO documents (company, kind, purpose, stripe_id, body, fingerprint, lane, order_by, draft_state, draft_reason,
    draft_reason_code, party, blocks, once, title, flow, changes, lineage, revision, decision_id, state, reason,
    reason_code, created_at, updated_at)
SELECT company, kind, purpose, 'ch_' || n, body, fingerprint, 'lane' || n, n, draft_state, draft_reason,
    draft_reason_code, party, blocks, once, title, flow, changes, lineage, revision, decision_id, 'posted', '', '', 1, 1
FROM documents, numbers WHERE id = 1
"""

DECISIONS = """
WITH RECURSIVE numbers (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM numbers WHERE n < 100000)
INSERT INTO decisions (facts_id, company, subject, outcome, reason, reason_code, flow, revision, decided_at)
SELECT facts_id, company, 'ch_' || n, outcome, '', '', '', 1, 1 FROM decisions, numbers WHERE decisions.id = 1
"""


def events(count):
    """Events with payloads of 3.6 KB that compress about as well as Stripe's."""
    rng = random.Random(1)
    for number in range(count):
        fields = {f"a_field_of_stripe_{place}": f"value {rng.getrandbits(24):x}" for place in range(90)}
        yield event(number, payload=json.dumps(fields), created_at=NOW + number)


def test_a_slice_of_ten_thousand_events_is_stored_within_a_second(store):
    batch = list(events(10_000))
    size = sum(len(row.payload) for row in batch) // len(batch)
    started = time.perf_counter()
    assert store.inbox.store_slice("events", Slice(0, 1, 1), batch, NOW) == 10_000
    rate = 10_000 / (time.perf_counter() - started)
    say(f"stored {rate:,.0f} events of {size:,} bytes a second")
    assert rate >= 10_000


def test_subjects_are_found_as_fast_among_a_hundred_thousand_waiting_events(store):
    batch = list(events(1000))
    store.inbox.add(batch, NOW + 10**6)
    few = fastest(lambda: store.inbox.next_subjects(100, NOW + 10**6))
    for start in range(1, 100):
        more = [event(number, created_at=NOW + number) for number in range(start * 1000, start * 1000 + 1000)]
        store.inbox.add(more, NOW + 10**6)
    many = fastest(lambda: store.inbox.next_subjects(100, NOW + 10**6))
    say(f"100 subjects: {few:.2f} ms of 1,000 events, {many:.2f} ms of 100,000: ratio {many / few:.2f}")
    assert many < few * 5


def test_the_books_of_a_hundred_thousand_movements_are_summed_within_a_second(store):
    apply(store, receipt())
    with store._connections.writing() as db:
        for sql in (LEGS, RECEIPTS, DECISIONS, COVERED):
            db.execute(sql)
    taken = fastest(lambda: store.reports.books(COMPANY), 3)
    say(f"books of 100,000 balance transactions: {taken:.0f} ms")
    assert taken < 1000


def fastest(action, times=10):
    """The shortest of several runs, in milliseconds of the processor: the work, without what else the machine does."""
    taken = []
    for _ in range(times):
        started = time.process_time()
        action()
        taken.append((time.process_time() - started) * 1000)
    return min(taken)
