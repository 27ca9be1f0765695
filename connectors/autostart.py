"""Whether a program starts when its person logs on."""

import subprocess
import sys
from collections.abc import Sequence

from connectors import windows

#: Name of the entry among what starts with Windows.
_NAME = "SYSPRO Stripe agent"
#: Name of the entry that setup makes for everybody on the machine (installer/setup.nsi).
_OF_SETUP = "SysproStripeAgent"


class WindowsAutostart:
    """The entry in Windows' own list, of this person alone; elsewhere it is not possible.

    Args:
        command: Program and arguments to start.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._line = subprocess.list2cmdline(command)

    @property
    def possible(self) -> bool:
        """Whether this system can do it."""
        return sys.platform == "win32"

    @property
    def for_everybody(self) -> bool:
        """Whether it starts for everybody on this machine anyway: an entry of a person's own would start it twice."""
        return self.possible and windows.runs_for_everybody(_OF_SETUP)

    def enabled(self) -> bool:
        """Return whether it starts at log-on."""
        return self.possible and bool(windows.run_at_logon(_NAME))

    def set(self, enabled: bool) -> None:  # noqa: FBT001 - a switch
        """Switch it on or off.

        Raises:
            OSError: When Windows does not let us.
            NotOnWindowsError: Elsewhere.
        """
        windows.set_run_at_logon(_NAME, self._line if enabled else "")
