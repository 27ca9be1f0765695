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

from agent.pairs import DATABASE, pair_name
from agent.ports import Clock, SecretStore
from agent.queries import Parts
from agent.service import AgentService
from agent.store import Store
from connectors.machine import SystemClock, user_name

if TYPE_CHECKING:
    from agent.bootstrap import Home
    from agent.demo import DemoResult
    from agent.world import World

#: Told what is going on: what, how much is done, how much there is (0 when unknown).
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Desk:
    """An opened home without the outside world: enough for whoever asks or tells.

    Attributes:
        service: The one door.
        store: Its database, for noticing a change.
        clock: Time of the agent.
    """

    service: AgentService
    store: Store
    clock: Clock


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
    """

    secrets: SecretStore | None = None
    clock: Clock = field(default_factory=SystemClock)
    connect: "Callable[[Home], World] | None" = None
    pause: Callable[[float], None] = time.sleep
    demo: "Callable[..., DemoResult]" = _demo

    @contextmanager
    def desk(self, path: Path) -> Iterator[Desk]:
        """Open a home without the outside world, making it where it is new.

        Raises:
            OSError: When the folder cannot be made.
            Misconfigured: When its database cannot be used.
        """
        path.mkdir(parents=True, exist_ok=True)
        with Store.open(path / DATABASE) as store:
            service = AgentService(_parts(store), self._keyring(path), self.clock, author=user_name())
            yield Desk(service, store, self.clock)

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

    def _keyring(self, path: Path) -> SecretStore:
        if self.secrets is not None:
            return self.secrets
        from connectors.secrets import KeyringSecrets  # noqa: PLC0415 - brings the keyring's back-ends

        return KeyringSecrets(str(path.resolve()), pair=pair_name(path))


def _parts(store: Store) -> Parts:
    return Parts(
        outbox=store.outbox,
        inbox=store.inbox,
        reports=store.reports,
        commands=store.commands,
        settings=store.settings,
        marks=store.marks,
        lease=store.lease,
        allowance=store.allowance,
        audit=store.audit,
        statements=store.statements,
        catalogue=store.catalogue,
        customers=store.customers,
    )


pass_surroundings = click.make_pass_decorator(Surroundings, ensure=True)
