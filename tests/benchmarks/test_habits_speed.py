"""What the checks that learn cost a decision, among three hundred thousand payments of five thousand payers."""

from dataclasses import replace

import pytest

from agent.domain.decide import decide
from jobs.habits import habits_of
from tests.benchmarks.stage import cpu_seconds, say
from tests.store.builders import NOW
from tests.store.test_scale import filled
from tests.unit.domain.cases import booking, customer, facts, mapping, policy

pytestmark = pytest.mark.benchmark

RECEIPTS, PAYERS = 300_000, 5_000

#: Milliseconds of the processor that all checks together may add to one decision.
MOST_MS = 3

ALL = {f"checks__{name}": "warn" for name in ("amount", "duplicate", "customer", "fees")}

_MOVED = """
INSERT INTO balance_transactions (id, created_at, amount_minor, fee_minor, net_minor, currency, type,
    reporting_category, source_id, stored_at, subject, subject_type)
SELECT 'txn_' || id, :now - id, 100 + id % 900, 30, 70 + id % 900, 'usd', 'charge', 'charge', stripe_id, :now, stripe_id,
    'charge'
FROM documents WHERE kind = 'receipt'
"""


def test_the_checks_cost_a_decision_little(tmp_path):
    with filled(tmp_path / "agent.sqlite", RECEIPTS, PAYERS) as store:
        with store._connections.writing() as db:
            db.execute(_MOVED, {"now": NOW})
            db.execute("UPDATE documents SET lane = 'cus_1|usd' WHERE lane = 'lane1'")
        about = facts(booked=booking(), customer=customer())
        values = policy(**ALL)
        known = habits_of(about, store.habits, values)
        assert len(known.payer) >= 59
        assert len(known.account) == 60
        reading, deciding, without = [], [], []
        for _ in range(15):
            reading.append(cpu_seconds(lambda: [habits_of(about, store.habits, values) for _ in range(20)]) * 50)
            seen = replace(about, habits=known)
            deciding.append(cpu_seconds(lambda: [decide(seen, mapping(**ALL)) for _ in range(20)]) * 50)  # noqa: B023
            without.append(cpu_seconds(lambda: [decide(about, mapping()) for _ in range(20)]) * 50)
        say("What was usual, read for one payment", reading, " ms", f"{MOST_MS} ms")
        say("A decision with all checks", deciding, " ms")
        say("The same without", without, " ms")
        assert sorted(reading)[7] <= MOST_MS
