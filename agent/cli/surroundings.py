"""What the commands stand on: how a home is opened, the clock, the demo. Tests pass another.

Whatever is heavy (the connectors with Stripe's library) is imported only by the commands that need it.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from agent.desk import Desk, open_desk
from agent.ports import Clock, Guard, MachineLog, SecretStore, ServiceControl
from connectors.machine import SystemClock
from connectors.windows.access import WindowsGuard
from connectors.windows.event_log import WindowsEventLog
from connectors.windows.service import WindowsService

if TYPE_CHECKING:
    from agent.bootstrap import Home
    from agent.demo_result import DemoResult
    from agent.world import World

#: Told what is going on: what, how much is done, how much there is (0 when unknown).
Progress = Callable[[str, int, int], None]


def _demo(home: Path, **options: Any) -> "DemoResult":
    from agent.demo import run_demo  # noqa: PLC0415 - brings the sandboxes and Stripe's library

    return run_demo(home, **options)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """How the commands reach everything.

    Attributes:
        secrets: The secret store; ``None`` for the keyring.
        clock: Time of the agent.
        connect: Makes the outside world of a home; ``None`` for the real one.
        pause: Waits for some seconds.
        demo: Runs the demo.
        service: The service of this machine.
        guard: Says who may open a folder.
        machine_log: The log that the people who look after the machine read.
    """

    secrets: SecretStore | None = None
    clock: Clock = field(default_factory=SystemClock)
    connect: "Callable[[Home], World] | None" = None
    pause: Callable[[float], None] = time.sleep
    demo: "Callable[..., DemoResult]" = _demo
    service: ServiceControl = field(default_factory=WindowsService)
    guard: Guard = field(default_factory=WindowsGuard)
    machine_log: MachineLog = field(default_factory=WindowsEventLog)

    @contextmanager
    def desk(self, path: Path) -> Iterator[Desk]:
        """Open a home without the outside world, making it where it is new.

        Raises:
            OSError: When the folder cannot be made.
            Misconfigured: When its database cannot be used.
        """
        with open_desk(path, self.clock, self.secrets) as desk:
            yield desk

    def home(self, path: Path) -> "AbstractContextManager[Home]":
        """Open a home with everything that the engine needs.

        Raises:
            Misconfigured: When the folder or its database cannot be used.
        """
        from agent.bootstrap import open_home  # noqa: PLC0415 - brings the connectors and Stripe's library

        return open_home(path, secrets=self.secrets, clock=self.clock, connect=self.connect)

    @contextmanager
    def homes(self) -> "Iterator[Callable[[Path], AbstractContextManager[Home]]]":
        """Yield what opens the homes of one process: those with the same SYSPRO company are pairs that share it."""
        from agent.bootstrap import open_home  # noqa: PLC0415 - brings the connectors and Stripe's library
        from agent.locks import CompanyLocks  # noqa: PLC0415 - the same

        companies = CompanyLocks()

        def opened(path: Path) -> "AbstractContextManager[Home]":
            return open_home(path, secrets=self.secrets, clock=self.clock, connect=self.connect, companies=companies)

        yield opened


__all__ = ["Desk", "Progress", "Surroundings", "pass_surroundings"]

pass_surroundings = click.make_pass_decorator(Surroundings, ensure=True)
