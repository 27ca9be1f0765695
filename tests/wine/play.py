"""The demo's company, played against the engine that is installed as a service. Runs in a Windows Python.

python -m tests.wine.play HOME CHARGES  prints the demo's summary as one line of JSON.
"""

import json
import sys
from contextlib import contextmanager
from pathlib import Path

from agent.demo import SANDBOX_SECRETS, run_demo
from agent.desk import open_desk
from agent.domain.errors import Misconfigured, Problem
from agent.domain.hosting import ServiceState
from connectors.machine import SystemClock
from connectors.windows.service import WindowsService


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


def main(home, charges):
    """Play, print, and say by the exit code whether the books hold."""
    WindowsService().stop()
    with open_desk(home, SystemClock()) as desk:
        desk.service.configure("stripe.key", SANDBOX_SECRETS["SYSPRO_STRIPE_STRIPE_KEY"])
    result = run_demo(
        home,
        charges=charges,
        seed=7,
        faults=False,
        progress=lambda *_: None,
        template="web-shop",
        engine=installed,
        slowness=10,
    )
    print(json.dumps(result.summary))
    return 0 if result.ok else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
