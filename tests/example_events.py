"""Writes the invented events that walk through the flows of a site on which nothing was decided yet.

``python -m tests.example_events`` plays the demo in both ways of posting, takes the plainest event of each subject that
became documents, and puts what was read of it into ``resources/examples``. Run it again when facts change their shape.
"""

import json
import os
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from threading import Event

from agent.demo import SANDBOX_SECRETS, child_engine, run_demo, stage
from agent.desk import open_desk
from agent.domain.codec import dumps
from agent.domain.decide import decide
from agent.domain.decisions import Outcome
from agent.domain.documents import State
from agent.domain.habits.past import Habits
from connectors.machine import SystemClock

TARGET = Path(__file__).resolve().parents[1] / "resources" / "examples"

#: Flows of which an event of the demo is taken.
FLOWS = (
    "charge-to-order",
    "refund-to-credit",
    "dispute-to-journal",
    "payout-to-bank",
    "movement-to-journal",
    "receipt-to-invoice",
)

#: Seconds that the engine gets for the days.
PATIENCE_S = 120


def best(desk, flow):
    """Return what was read of the event of a flow that shows most and is shortest; past habits are no part of it."""
    mapping = desk.service.mapping.content().revision(1)
    found = []
    for facts in desk.service.designer.decided.of_flow("A", flow, 300):
        plain = replace(facts, habits=Habits())
        decision = decide(plain, mapping)
        if decision.outcome is Outcome.DOCUMENTS and not any(one.state is State.PARKED for one in decision.drafts):
            in_dollars = any(one.amount and one.amount.currency == "usd" for one in decision.drafts)
            found.append((in_dollars, len(decision.drafts), -len(dumps(plain)), plain))
    return max(found, key=lambda one: one[:3])[3]


def play_days(home):
    """Play a site that posts one journal for each day, until a day was decided."""
    with stage(home, 3, "summary-journal") as on:
        on.service.configure("posting.summary", "day")
        on.stripe.trade(charges=20, seed=3, days=10, until_at=on.home.clock.now() - 100, aftermath=False)
        with child_engine(home):
            until = time.monotonic() + PATIENCE_S
            while not on.service.designer.decided.of_flow("A", "day-to-journal", 1) and time.monotonic() < until:
                Event().wait(0.2)


def keep(home, flows):
    """Write the events of flows of a home that was played."""
    with open_desk(home, SystemClock()) as desk:
        for flow in flows:
            facts = best(desk, flow)
            text = json.dumps(json.loads(dumps(facts)), indent=1, ensure_ascii=False, sort_keys=True)
            (TARGET / f"{facts.stripe.subject_type}.json").write_text(f"{text}\n", "utf-8")


def main():
    os.environ.update(SANDBOX_SECRETS)
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        run_demo(home, charges=120, seed=3, faults=False, progress=lambda *_: None)
        keep(home, FLOWS)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        play_days(home)
        keep(home, ("day-to-journal",))


if __name__ == "__main__":
    main()
