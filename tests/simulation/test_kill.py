"""The real engine, killed again and again: its own process, both sandboxes over real sockets, and the plug pulled.

pytest tests/simulation/test_kill.py --seed 5 --runs 40      # 40 kills, at the moments of seed 5
"""

import json
import sqlite3
import sys
import threading
import time
from collections import Counter
from contextlib import closing
from decimal import Decimal
from random import Random

import pytest

from agent.demo import SANDBOX_SECRETS, stage
from agent.domain.documents import State
from agent.domain.readmodels import DocumentFilter
from agent.own_process import start_own

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a signal of POSIX systems.")

CHARGES = 24
DAYS = 20

#: What the references of payments begin with; refunds have a reference of their own.
PAYMENTS = ("ch_", "py_")

#: What must not stand twice in SYSPRO -> our references there.
REFERENCES = {
    "payouts": "SELECT trim(Reference) FROM GenJournalCtl WHERE Reference LIKE 'po_%'",
    "journals of disputes": "SELECT trim(Reference) FROM GenJournalCtl WHERE Reference LIKE 'd__%.%'",
    "credit notes in receivables": "SELECT trim(CustomerPoNumber) FROM ArInvoice WHERE CustomerPoNumber LIKE '%.C'",
    "invoices taken back": "SELECT trim(EntInvoice) FROM SorMaster WHERE DocumentType = 'C'",
    "money of refunds": "SELECT trim(Reference) FROM "
    "(SELECT DISTINCT Reference, Journal FROM ArInvoicePay WHERE Reference LIKE '%.M')",
}

#: Longest wait for the engine; then the test says where it stands.
PATIENCE_S = 120

#: Trouble at SYSPRO while the engine is killed: answers that are lost before and after the commit, and late commits.
FAULTS = [
    {"fault": "reset_after_commit", "probability": 0.10, "match": {"path": "Transaction/Post"}},
    {"fault": "reset_after_commit", "probability": 0.10, "match": {"path": "Setup/Add"}},
    {"fault": "reset_before", "probability": 0.05},
    {"fault": "stall", "probability": 0.05, "seconds": 2.5, "match": {"path": "Transaction/Post"}},
    {"fault": "no_order_number", "probability": 0.10},
]


def counts(home):
    return home.store.outbox.counts()


def wait_until(done, what):
    pause, deadline = threading.Event(), time.monotonic() + PATIENCE_S
    while not done():
        if time.monotonic() > deadline:
            pytest.fail(f"{what} took longer than {PATIENCE_S} s.")
        pause.wait(0.02)


def moments(home, settled):
    """What the engine may be in the middle of when it is killed."""
    inbox = home.store.reports.inbox
    return {
        "starting": lambda: True,
        "reading": lambda: inbox().waiting > 0 or inbox().finished > 0,
        "sending": lambda: counts(home)[State.POSTING] > 0 or settled(),
        "in doubt": lambda: counts(home)[State.IN_DOUBT] > 0 or settled(),
        "further": lambda: sum(counts(home).values()) > counts(home)[State.PENDING] or settled(),
    }


def settled_in(home):
    """Whether nothing moves any more, so that waiting for a certain moment would be in vain."""

    def settled():
        found, inbox = counts(home), home.store.reports.inbox()
        moving = found[State.PENDING] + found[State.POSTING] + found[State.IN_DOUBT]
        return bool(inbox.finished) and not inbox.waiting and not moving

    return settled


def run_and_kill(home, rng):
    """Start the engine, wait for a moment, wait a little longer, and pull the plug."""
    choices, before = moments(home, settled_in(home)), home.store.lease.read()
    name = rng.choice(list(choices))
    with start_own(["run", "--home", str(home.path)], environment=SANDBOX_SECRETS) as engine:
        wait_until(lambda: _holder(home.store.lease.read()) != _holder(before), "The start")
        wait_until(choices[name], f"The moment {name!r}")
        threading.Event().wait(rng.choice((0, 0.01, 0.05, 0.3)))
        engine.process.kill()
        engine.process.wait(PATIENCE_S)


def _holder(lease):
    return lease.holder if lease else ""


def finish(on):
    """Let the engine run in calm; play the person who retries what was parked; wait until nothing is left."""
    on.syspro.clear_faults()
    done = settled_in(on.home)
    with start_own(["run", "--home", str(on.home.path)], environment=SANDBOX_SECRETS):
        swept = on.home.store.inbox.watermark("balance_transactions")
        on.service.sync_now()
        wait_until(lambda: on.home.store.inbox.watermark("balance_transactions") != swept, "The sweep")
        wait_until(lambda: done() or counts(on.home)[State.PARKED], "Posting")
        for row in on.service.documents(DocumentFilter(state=State.PARKED, limit=1000)):
            on.service.retry(str(row.id))
        wait_until(lambda: done() and not counts(on.home)[State.PARKED], "Posting what was retried")
        proven = on.service.proof()
        on.service.prove()
        wait_until(lambda: on.service.proof() != proven, "The proof")
    assert all(row.holds for row in on.service.proof()[0])


def rows(path, sql):
    with closing(sqlite3.connect(path)) as db:
        return db.execute(sql).fetchall()


def paid_at_stripe(path):
    bodies = [json.loads(body) for (body,) in rows(path, "SELECT body FROM objects WHERE kind = 'charge'")]
    return {body["id"] for body in bodies if body["status"] == "succeeded" and body["captured"]}


def test_an_engine_that_is_killed_again_and_again_posts_everything_once(folder, request, kills):
    seed = request.config.getoption("seed")
    rng = Random(seed)
    with stage(folder, seed) as on:
        now = on.home.clock.now()
        first, second = CHARGES * 2 // 3, CHARGES // 3
        # Refunds come after the warehouse has invoiced, so that credit notes are made as well.
        on.stripe.trade(
            charges=first, seed=seed, days=DAYS, aftermath=True, until_at=now - 5 * 86400, without=("refunds",)
        )
        on.syspro.add_faults(FAULTS)
        for _ in range(kills // 2):
            run_and_kill(on.home, rng)
        finish(on)
        on.syspro.ship_and_invoice(share=Decimal("0.7"), seed=seed)
        on.stripe.trade(charges=second, seed=seed + 1, days=5, aftermath=True, until_at=now)
        on.stripe.set_clock(None)
        on.syspro.add_faults(FAULTS)
        for _ in range(kills - kills // 2):
            run_and_kill(on.home, rng)
        finish(on)
    paid = paid_at_stripe(folder / "sandbox-stripe.sqlite")
    assert len(paid) >= CHARGES
    syspro = folder / "sandbox-syspro.sqlite"
    _nothing_twice(syspro, paid)


def _nothing_twice(syspro, paid):
    """Check in SYSPRO's own tables that each payment has one order and one receipt, and no reference stands twice."""
    once = dict.fromkeys(paid, 1)
    orders = rows(syspro, "SELECT CustomerPoNumber FROM SorMaster WHERE DocumentType <> 'C'")
    assert Counter(reference for (reference,) in orders) == once
    # Each posting has a journal of its own; one that moves money from the account to an invoice has two entries there.
    journals = rows(
        syspro, "SELECT DISTINCT Reference, Customer, Journal FROM ArInvoicePay WHERE trim(Reference) <> ''"
    )
    receipts = Counter(journal[0].strip() for journal in journals)
    assert {one: count for one, count in receipts.items() if one.startswith(PAYMENTS) and "." not in one} == once
    assert set(receipts.values()) == {1}, receipts
    found = {what: Counter(reference for (reference,) in rows(syspro, sql)) for what, sql in REFERENCES.items()}
    assert found["payouts"], "Nothing was paid out."
    assert found["money of refunds"], "Nothing was given back."
    twice = {what: count for what, counted in found.items() for count in counted.items() if count[1] > 1}
    assert not twice, twice
    made = rows(syspro, "SELECT UserField1 FROM ArCustomer WHERE trim(UserField1) <> ''")
    assert len(made) == len(set(made))
