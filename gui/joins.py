"""What the window is joined with at its entry point, so that it knows neither the store nor the machine."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from agent.domain.hosting import ServiceState
from agent.service import AgentService


def browse(address: str) -> object:
    """Open an address in the person's browser."""
    return QDesktopServices.openUrl(QUrl(address))


class Autostart(Protocol):
    """Whether the window starts when its person logs on."""

    @property
    def possible(self) -> bool:
        """Whether this system can do it."""

    @property
    def for_everybody(self) -> bool:
        """Whether it starts for everybody on this machine anyway: setup has seen to that."""

    def enabled(self) -> bool:
        """Return whether it does."""

    def set(self, enabled: bool) -> None:  # noqa: FBT001 - a switch
        """Switch it on or off.

        Raises:
            OSError: When the system does not let us.
        """


class NoAutostart:
    """A system on which nothing starts by itself."""

    possible = False
    for_everybody = False

    def enabled(self) -> bool:
        """Return that it does not."""
        return False

    def set(self, enabled: bool) -> None:  # noqa: FBT001 - a switch
        """Do nothing; no screen offers it."""


class Hosting(Protocol):
    """The service of this machine in which the engine runs; all but the state raises ``Misconfigured`` when refused."""

    def state(self) -> ServiceState:
        """Return what it is doing."""

    def may_control(self) -> bool:
        """Return whether this person may start and stop it."""

    def start(self) -> None:
        """Start it and wait until it runs."""

    def stop(self) -> None:
        """Stop it and wait until it has ended."""


@dataclass(frozen=True, slots=True)
class Joins:
    """Everything the window meets outside itself.

    Attributes:
        home: The home folder that is shown.
        open: Opens the one door to it; closed with the program.
        engine: Command line of an engine for this home: program and arguments. Empty never starts one.
        save_payout: Writes the report of a payout to a file and returns its verdict.
        autostart: Starts the window with the system.
        version: Version of the product.
        remembered: File of the window's own memory (place, sort, filters); empty for the system's usual one.
        environment: Variables for the engine beside our own.
        is_demo: Whether an invented company is shown.
        offers_demo: Whether one can be shown instead.
        browse: Opens an address in the person's browser.
        service: The service that runs the engine; ``None`` where it is none.
    """

    home: Path
    open: Callable[[], AbstractContextManager[AgentService]]
    engine: Sequence[str]
    save_payout: Callable[[AgentService, str, Path], str]
    autostart: Autostart
    version: str
    remembered: str = ""
    environment: dict[str, str] = field(default_factory=dict)
    browse: Callable[[str], object] = browse
    is_demo: bool = False
    offers_demo: bool = False
    service: Hosting | None = None
