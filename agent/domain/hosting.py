"""The engine as a service of the machine: what it is called, and what it is doing."""

from dataclasses import dataclass
from enum import Enum

#: Name of the service; part of its account's name, so it never changes.
SERVICE = "SysproStripeAgent"

#: The account that Windows makes for the service and nobody else has; its password is nobody's business.
OWN_ACCOUNT = f"NT SERVICE\\{SERVICE}"


class ServiceState(Enum):
    """What the service is doing."""

    ABSENT = "absent"
    """There is no such service: the engine is a child of the window, or is started by hand."""
    STOPPED = "stopped"
    STARTING = "starting"
    RUNNING = "running"
    STOPPING = "stopping"


@dataclass(frozen=True, slots=True)
class ServiceWish:
    """How the service is to be installed.

    Attributes:
        line: Its command line, quoted as Windows reads it.
        account: The account it runs under.
        password: That account's; empty for accounts of the system and managed ones.
    """

    line: str
    account: str = OWN_ACCOUNT
    password: str = ""


class Gravity(Enum):
    """How much an entry in the machine's log is worth."""

    NOTE = "note"
    """Something happened as it should: a start, a stop."""
    NEEDS_PERSON = "needs_person"
    """Money waits until a person has acted."""
    TROUBLE = "trouble"
    """The engine does not work."""
