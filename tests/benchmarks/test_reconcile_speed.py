"""Reconciliation of a hundred thousand movements, against reading both of its sides once."""

import resource
import sqlite3
import sys

import pytest

from agent.domain.facts import ClearingRow
from agent.domain.money import Money
from agent.domain.reconcile import Standing, reconcile
from agent.store import Store
from tests.benchmarks.stage import say, seconds
from tests.store.builders import COMPANY, apply, receipt

pytestmark = pytest.mark.benchmark

MOVEMENTS = 100_000
ROUNDS = 3

LEGS = """
WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 100000)
INSERT INTO balance_transactions (id, created_at, amount_minor, fee_minor, net_minor, currency, type,
    reporting_category, source_id, stored_at, subject, subject_type)
SELECT 'txn_' || n, n, 1000 + n, 30, 970 + n, 'usd', 'charge', 'charge', 'ch_' || n, n, 'ch_' || n, 'charge' FROM numbers
"""

RECEIPTS = """
WITH RECURSIVE numbers (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM numbers WHERE n < 100000)
INSERT INTO documents (company, kind, purpose, stripe_id, body, fingerprint, lane, order_by, draft_state, draft_reason,
    draft_reason_code, party, blocks, once, amount_minor, amount_currency, title, flow, changes, lineage, revision,
    decision_id, state, reason, reason_code, erp_key, created_at, updated_at)
SELECT company, kind, purpose, 'ch_' || n, json_set(body, '$.reference', 'ch_' || n), fingerprint, 'lane' || n, n,
    draft_state, draft_reason, draft_reason_code, party, blocks, once, 1000 + n, 'usd', title, flow, changes, lineage,
    revision, decision_id, 'posted', '', '', n, 1, 1
FROM documents, numbers WHERE id = 1
"""


def fill(path):
    with Store.open(path) as store:
        apply(store, receipt("ch_1"))
        db = store._connections.current()
        for sql in (
            "UPDATE documents SET state = 'posted', amount_minor = 1001, amount_currency = 'usd'",
            "UPDATE documents SET body = json_set(body, '$.reference', 'ch_1')",
            RECEIPTS,
            LEGS,
            "DELETE FROM document_legs",
            "INSERT INTO document_legs (leg, part, document_id) SELECT stripe_id, 'amount', id FROM documents",
            "CREATE TABLE read_back (reference TEXT, key TEXT, minor INTEGER)",
            "INSERT INTO read_back SELECT stripe_id, '2026/11/' || id, amount_minor FROM documents",
            "UPDATE read_back SET minor = minor - 1 WHERE rowid = 77",
        ):
            db.execute(sql)


def rows(path):
    """SYSPRO's rows as a session would give them."""
    db = sqlite3.connect(path)
    for reference, key, minor in db.execute("SELECT * FROM read_back ORDER BY key"):
        yield ClearingRow(reference, key, "receivables", "0001", Money(minor, "usd"))
    db.close()


def both_once(store, path):
    with store.reconciling.expected(COMPANY) as (documents, legs):
        for side in (documents, legs, rows(path)):
            for _ in side:
                pass


def reconciled(store, path, odd):
    with store.reconciling.expected(COMPANY) as (documents, legs):
        odd[:] = [item for item in reconcile(documents, legs, rows(path)) if item.standing is not Standing.MATCHED]


def test_a_hundred_thousand_movements_are_reconciled_in_three_times_of_reading_both_sides(tmp_path):
    path, odd = tmp_path / "agent.sqlite", []
    fill(path)
    with Store.open(path) as store:
        reading = [seconds(lambda: both_once(store, path)) for _ in range(ROUNDS)]
        ours = [seconds(lambda: reconciled(store, path, odd)) for _ in range(ROUNDS)]
    most_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1 << 20)
    ratios = [ours_s / reading_s for ours_s, reading_s in zip(ours, reading, strict=True)]
    say("reading both sides once", reading, " s")
    say("reconciling them", ours, " s")
    say("ratio reconciling / reading", ratios, goal="3")
    say("most memory of the whole process", [most_mb], " MB", goal="300")
    assert [(item.reference, item.difference) for item in odd] == [("ch_77", {"usd": -1})]
    assert min(ratios) < 3
    assert most_mb < 300
