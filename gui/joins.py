"""What the window is joined with at its entry point, so that it knows neither the store nor the machine."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from agent.service import AgentService


def browse(address: str) -> object:
    """Open an address in the person's browser."""
    return QDesktopServices.openUrl(QUrl(address))


class Autostart(Protocol):
    """Whether the window starts when its person logs on."""

    @property
    def possible(self) -> bool:
        """Whether this system can do it."""

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

    def enabled(self) -> bool:
        """Return that it does not."""
        return False

    def set(self, enabled: bool) -> None:  # noqa: FBT001 - a switch
        """Do nothing; no screen offers it."""


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
