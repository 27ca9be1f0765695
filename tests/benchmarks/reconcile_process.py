"""Reconciliation in a process of its own, so that its memory is its own; prints the most of it in bytes.

`python -m tests.benchmarks.reconcile_process DATABASE`
"""

import sqlite3
import sys
from pathlib import Path

from agent.domain.facts import ClearingRow
from agent.domain.money import Money
from agent.domain.reconcile import Standing, reconcile
from agent.store import Store
from tests.benchmarks.memory import most_bytes
from tests.store.builders import COMPANY


def rows(path):
    """SYSPRO's rows as a session would give them."""
    db = sqlite3.connect(path)
    for reference, key, minor in db.execute("SELECT * FROM read_back ORDER BY key"):
        yield ClearingRow(reference, key, "receivables", "0001", Money(minor, "usd"))
    db.close()


def reconciled(store, path, odd):
    with store.reconciling.expected(COMPANY) as (documents, legs):
        odd[:] = [item for item in reconcile(documents, legs, rows(path)) if item.standing is not Standing.MATCHED]


if __name__ == "__main__":
    database = Path(sys.argv[1])
    with Store.open(database) as opened:
        reconciled(opened, database, [])
    sys.stdout.write(str(most_bytes()))
