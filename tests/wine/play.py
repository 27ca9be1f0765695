"""The demo's company, played against the engine that is installed as a service. Runs in a Windows Python.

python -m tests.wine.play HOME CHARGES  plays, prints what came of it as one line of JSON, and then does what it is told on
its standard input, a word and a number a line, each answered by one line of JSON, until the input ends:

sell N    N more payments in a SYSPRO that takes its time; answered as soon as some of it is on its way.
settle 0  SYSPRO answers as quickly as ever; answered when nothing is on its way and both sides are compared.
"""

import json
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from agent.demo import SANDBOX_SECRETS, run_demo, stage
from agent.desk import open_desk
from agent.domain.documents import State
from agent.domain.errors import Misconfigured, Problem
from agent.domain.hosting import ServiceState
from agent.domain.reconciliation import Wish
from connectors.machine import SystemClock
from connectors.sandbox.remote import SandboxRemote
from connectors.windows.service import WindowsService

SEED = 7

#: Seconds that the company may take for one thing; this is a slow machine inside another one.
PATIENCE_S = 600

#: Times as long as usual that the demo may take.
SLOWNESS = 10

#: How a SYSPRO that takes its time answers each posting, in seconds.
SLOW = [{"fault": "stall", "seconds": 1.5, "match": {"path": "Transaction/Post"}}]

MOVING = (State.PENDING, State.POSTING, State.IN_DOUBT)


class Installed:
    """The engine of the installed service (``agent.demo.Running``)."""

    def check(self):
        """Raise when the service has ended."""
        if WindowsService().state() is not ServiceState.RUNNING:
            raise Misconfigured(Problem("The service ended", "The installed engine has ended.", code="test.ended"))


@contextmanager
def installed(_home):
    """Start the service with everything set up, and stop it in order."""
    WindowsService().start()
    yield Installed()
    WindowsService().stop()


class Company:
    """What goes on while the sandboxes are there.

    Args:
        desk: The opened home.
    """

    def __init__(self, desk):
        self.desk = desk
        values = desk.service.values()
        self.stripe = SandboxRemote(values.text("stripe.api_base"))
        self.syspro = SandboxRemote(values.text("syspro.base_url").partition("/SYSPRO")[0])

    def sell(self, charges):
        """Sell more, slowly, and return when some of it is on its way to SYSPRO."""
        before = self.counts()[State.POSTED]
        self.syspro.add_faults(SLOW)
        self.stripe.trade(charges=charges, seed=SEED + before, days=1)
        self.desk.service.sync_now()
        self.until(lambda: self.counts()[State.POSTING] and self.counts()[State.PENDING] > 1)
        return self.told()

    def settle(self, _number):
        """Let everything be posted, compare both sides, and return the books."""
        service, store = self.desk.service, self.desk.store
        self.syspro.clear_faults()
        asked = service.sync_now()
        self.until(lambda: self.finished(asked))
        self.until(lambda: not self.moving() and not store.reports.inbox().waiting)
        company = service.values().text("syspro.company")
        self.until(lambda: not store.outbox.unverified(company, 1))
        asked = service.prove()
        self.until(lambda: self.finished(asked))
        now = SystemClock().now()
        asked = service.reconcile(Wish(now - 90 * 86400, now + 1))
        self.until(lambda: (found := service.reconciled()) is not None and found.command == asked)
        report = service.reconciled().report
        tallies = {}
        for tally in report.tallies:
            tallies[tally.standing] = tallies.get(tally.standing, 0) + tally.count
        return self.told() | {"books": [asdict(row) for row in service.proof()[0]], "reconciled": tallies}

    def told(self):
        """Return how many documents there are in each state."""
        return {"documents": {state.value: count for state, count in self.counts().items()}}

    def counts(self):
        return self.desk.store.outbox.counts()

    def moving(self):
        return sum(self.counts()[state] for state in MOVING)

    def finished(self, number):
        command = self.desk.service.command(number)
        return command is not None and command.finished_at is not None

    def until(self, holds):
        """Wait for something; what does not come is an error."""
        end = time.monotonic() + PATIENCE_S
        while not holds():
            if time.monotonic() > end:
                raise TimeoutError(f"The company waits in vain: {self.told()}")
            threading.Event().wait(0.1)


def obey(home):
    """Do what is asked on standard input."""
    with open_desk(home, SystemClock()) as desk:
        company = Company(desk)
        verbs = {"sell": company.sell, "settle": company.settle}
        for line in sys.stdin:
            verb, number = line.split()
            tell(verbs[verb](int(number)))


def tell(what):
    """Print one line for whoever listens."""
    print(json.dumps(what), flush=True)


def main(home, charges):
    """Play, tell, obey."""
    WindowsService().stop()
    if (home / "sandbox-stripe.sqlite").exists():
        # Played before: the sandboxes are opened again where they ended, and only what is asked happens.
        with stage(home, SEED), installed(home):
            tell({"ok": True})
            obey(home)
        return
    with open_desk(home, SystemClock()) as desk:
        desk.service.configure("stripe.key", SANDBOX_SECRETS["SYSPRO_STRIPE_STRIPE_KEY"])

    def stay(result, _buyer, _check):
        tell(result.summary | {"ok": result.ok})
        obey(home)

    run_demo(
        home,
        charges=charges,
        seed=SEED,
        faults=False,
        progress=lambda *_: None,
        engine=installed,
        slowness=SLOWNESS,
        stay=stay,
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
