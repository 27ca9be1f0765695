"""What names the machine, so that a cloned one is noticed, and what time it is."""

import getpass
import platform
import sys
import time
from pathlib import Path

from connectors import windows

#: Where Linux keeps the identity of an installation; source: machine-id(5).
_MACHINE_ID = Path("/etc/machine-id")


class SystemClock:
    """The machine's own clock."""

    def now(self) -> int:
        """Return the present moment, Unix seconds UTC."""
        return int(time.time())


def machine_name() -> str:
    """Return a name that stays the same over restarts and differs on a clone with an identity of its own."""
    return f"{platform.node()}/{_identity()}"


def user_name() -> str:
    """Return the account that asks, for the audit; ``unknown`` where the system has none to tell."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def _identity() -> str:
    if sys.platform == "win32":
        return windows.machine_guid()
    return _MACHINE_ID.read_text().strip() if _MACHINE_ID.exists() else "no-machine-id"
