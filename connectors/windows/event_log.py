"""Entries in the Windows Event Log, under Application."""

import sys

from agent.domain.hosting import SERVICE, Gravity


class WindowsEventLog:
    """``MachineLog`` over the Event Log; elsewhere nothing is written.

    The first entry registers the source, which only the service's account and administrators can; without that the
    entry is there all the same, with a remark of Windows about its source.
    """

    def tell(self, gravity: Gravity, sentence: str) -> None:
        """Write one entry; one that cannot be written is lost, and nothing else with it."""
        if sys.platform != "win32":
            return
        import pywintypes  # noqa: PLC0415 - exists on Windows alone
        import servicemanager  # noqa: PLC0415 - the same

        writes = {
            Gravity.NOTE: servicemanager.LogInfoMsg,
            Gravity.NEEDS_PERSON: servicemanager.LogWarningMsg,
            Gravity.TROUBLE: servicemanager.LogErrorMsg,
        }
        try:
            servicemanager.SetEventSourceName(SERVICE)
            writes[gravity](sentence)
        except pywintypes.error:
            return
