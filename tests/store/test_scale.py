"""Claiming and reading stay as fast with a million waiting documents as with a thousand."""

import statistics
import time

import pytest

from agent.domain.documents import State
from agent.domain.readmodels import DocumentFilter
from agent.store import Store
from tests.store.builders import COMPANY, NOW, apply, receipt, say

# Copies of document 1: `:lanes` lanes, filled evenly; every tenth is backed off far into the future.
FILL = """
WITH RECURSIVE numbers (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM numbers WHERE n < :count)
INSERT INTO documents (company, kind, purpose, stripe_id, body, fingerprint, lane, order_by, draft_state, draft_reason,
    draft_reason_code, party, blocks, once, amount_minor, amount_currency, title, flow, changes, lineage, revision,
    decision_id, state, reason, reason_code, due_at, created_at, updated_at)
SELECT company, kind, purpose, 'ch_' || n, body, fingerprint, 'lane' || (n % :lanes), n, draft_state, draft_reason,
    draft_reason_code, party, blocks, once, amount_minor, amount_currency, title, flow, changes, lineage, revision,
    decision_id, state, reason, reason_code, iif(n % 10 = 0, :far, due_at), created_at, updated_at
FROM documents, numbers WHERE id = 1
"""

HEADS = """
INSERT OR REPLACE INTO lanes (company, lane, head_id, order_by, due_at, status)
SELECT company, lane, id, order_by, due_at, iif(due_at > :now, 'asleep', 'ready') FROM (
    SELECT *, row_number() OVER (PARTITION BY company, lane ORDER BY order_by, id) AS place FROM documents WHERE in_lane
) WHERE place = 1
"""


def filled(path, count, lanes):
    store = Store.open(path)
    apply(store, receipt())
    fast = store._connections.current()
    # Nothing is to be kept here: a log of the filling would be as large as the file.
    fast.execute("PRAGMA journal_mode = OFF")
    fast.execute("PRAGMA cache_size = -200000")
    with store._connections.writing() as db:
        db.execute(FILL, {"count": count, "lanes": lanes, "far": NOW + 10**6})
        db.execute(HEADS, {"now": NOW})
    fast.execute("PRAGMA journal_mode = WAL")
    fast.execute("PRAGMA cache_size = -2000")
    return store


def median_ms(action, times=15):
    """Milliseconds of the processor: the work, without what else the machine does."""
    taken = []
    for _ in range(times):
        started = time.process_time()
        action()
        taken.append((time.process_time() - started) * 1000)
    return statistics.median(taken)


def claim_ms(store):
    """The median of 15 claims of 25, each of which takes other documents."""

    def claim():
        assert len(store.outbox.claim(COMPANY, 25, NOW)) == 25

    claim()
    return median_ms(claim)


def compare(tmp_path, large, lanes):
    """Print and return how much longer a claim takes in a large store than in one of a thousand documents."""
    with filled(tmp_path / "few.sqlite", 1000, lanes(1000)) as small:
        fast = claim_ms(small)
    slow, many = claim_ms(large), sum(large.outbox.counts().values())
    ratio = slow / fast
    say(f"claim of 25: {fast:.2f} ms with 1,000 documents, {slow:.2f} ms with {many:,}: ratio {ratio:.2f}")
    return ratio


def a_lane_each(count):
    return count


def a_thousand_lanes(_):
    return 1000


@pytest.mark.parametrize("lanes", [a_lane_each, a_thousand_lanes])
def test_claiming_takes_the_same_time_with_thirty_times_as_much_waiting(tmp_path, lanes):
    # A search through everything would take thirty times as long; the bound leaves room for a busy machine.
    with filled(tmp_path / "many.sqlite", 30_000, lanes(30_000)) as large:
        assert compare(tmp_path, large, lanes) < 5


@pytest.fixture(scope="module", params=[a_lane_each, a_thousand_lanes])
def million(request, tmp_path_factory):
    """A store with a million documents, made once for all that asks it, and how its lanes are made."""
    path = tmp_path_factory.mktemp("million") / "many.sqlite"
    with filled(path, 1_000_000, request.param(1_000_000)) as store:
        yield store, request.param
    path.unlink()


@pytest.mark.slow
def test_claiming_takes_the_same_time_with_a_million_waiting(tmp_path, million):
    store, lanes = million
    assert compare(tmp_path, store, lanes) < 5


@pytest.mark.slow
def test_lists_and_counts_stay_usable_with_a_million_documents(million):
    store, _ = million
    taken = {
        "newest page": median_ms(lambda: store.reports.documents(DocumentFilter()), 3),
        "page of a rare state": median_ms(lambda: store.reports.documents(DocumentFilter(state=State.PARKED)), 3),
        "search for a text": median_ms(lambda: store.reports.documents(DocumentFilter(text="ch_7777")), 3),
        "counts": median_ms(store.outbox.counts, 3),
        "apply": median_ms(lambda: apply(store, receipt(minor=5), subject_id="ch_x"), 3),
    }
    say(", ".join(f"{name} {ms:.1f} ms" for name, ms in taken.items()))
    assert taken["newest page"] < 50
    assert taken["page of a rare state"] < 50
    assert taken["apply"] < 50
