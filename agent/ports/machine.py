"""What the engine needs of the machine that hosts it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from agent.domain.hosting import Gravity, ServiceState, ServiceWish


class ServiceControl(Protocol):
    """The service in which the engine works while nobody is logged on.

    Every method raises ``Misconfigured`` when the account that asks may not do it, or the machine refuses it.
    """

    def state(self) -> ServiceState:
        """Return what it is doing."""

    def account(self) -> str:
        """Return the account it runs under; empty when there is none."""

    def line(self) -> str:
        """Return its command line; empty when there is none."""

    def point_to(self, line: str) -> None:
        """Let it start with another command line from now on; all else stays."""

    def install(self, wish: ServiceWish) -> None:
        """Make it, or change the one that is there; it is not started."""

    def remove(self) -> None:
        """Stop it and take it out; nothing when there is none."""

    def start(self) -> None:
        """Start it and wait until it runs."""

    def stop(self) -> None:
        """Stop it and wait until it has ended; nothing when it does not run."""


class MachineLog(Protocol):
    """The log that the people who look after the machine read."""

    def tell(self, gravity: Gravity, sentence: str) -> None:
        """Write one entry; one that cannot be written is lost, and nothing else with it."""


class Sealer(Protocol):
    """Makes bytes unreadable outside this machine."""

    def seal(self, plain: bytes) -> bytes:
        """Return what only this machine can open.

        Raises:
            OSError: When the machine does not.
        """

    def open(self, sealed: bytes) -> bytes:
        """Return what was sealed.

        Raises:
            OSError: When it was sealed on another machine, or altered.
        """


class Guard(Protocol):
    """Says who may open a folder."""

    def asking(self) -> str:
        """Return the account that asks, as :meth:`close_to_others` takes one; empty where it is the system itself."""

    def close_to_others(
        self, folder: Path, full: Sequence[str], *, change: Sequence[str] = (), add: Sequence[str] = ()
    ) -> None:
        """Let nobody but the system, administrators and these accounts into a folder and what is in it.

        Args:
            folder: The folder; it is there.
            full: Accounts that may do everything, such as the engine's.
            change: Accounts or groups that may read and write.
            add: Accounts or groups that may see what is in the folder itself and add a file, but read none.

        Raises:
            Misconfigured: When an account does not exist or the right to do it is missing.
        """
