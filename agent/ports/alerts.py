"""Ports of the alerts: what people were told, and the ways to them."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from agent.domain.alerts.keeping import Alert
from agent.domain.alerts.notices import Notice, Text


class Notifier(Protocol):
    """One way to people outside of the window."""

    def send(self, text: Text, *, now: int) -> None:
        """Hand a text over; returns once the other side has taken it.

        Args:
            text: What is said.
            now: Unix seconds UTC, for the date that the text carries.

        Raises:
            Transient: It was not taken; the same text may be sent again.
            Misconfigured: It cannot be taken until an address, password or right is changed.
        """


class Heartbeat(Protocol):
    """Somebody outside who notices when calls stop."""

    def call(self) -> None:
        """Call once.

        Raises:
            Transient: Nobody took the call.
            Misconfigured: The address cannot work.
        """


class AlertStore(Protocol):
    """What people were told, and what is on its way to them."""

    def alerts(self) -> Mapping[str, Alert]:
        """Return the alerts by cause."""

    def keep(self, alerts: Sequence[Alert], notices: Sequence[Notice]) -> None:
        """Make ``alerts`` all there are and add new ``notices``, both or neither."""

    def add(self, notices: Sequence[Notice]) -> None:
        """Put new notices on their way."""

    def due(self, now: int, limit: int) -> Sequence[Notice]:
        """Return up to ``limit`` notices that are to be tried now, oldest first."""

    def settle(self, notice: Notice) -> None:
        """Keep what became of one that was tried: its ``due_at``, ``tries``, ``sent_at`` and ``problem``."""

    def notices(self, limit: int) -> Sequence[Notice]:
        """Return up to ``limit`` notices, the newest first."""

    def purge(self, before_at: int) -> int:
        """Remove notices made before then that are no longer tried; return how many."""
