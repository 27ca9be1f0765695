"""The Event Log of Windows as the log of the machine: the engine's starts, stops and failures."""

from contextlib import suppress

from agent.domain.hosting import Gravity
from connectors.windows import NotOnWindowsError, write_event

_LEVELS = {Gravity.NOTE: "information", Gravity.NEEDS_PERSON: "warning", Gravity.TROUBLE: "error"}


class WindowsEventLog:
    """``MachineLog`` over the Event Log; elsewhere nothing is written."""

    def tell(self, gravity: Gravity, sentence: str) -> None:
        """Write one entry; one that cannot be written is lost, and nothing else with it."""
        with suppress(NotOnWindowsError, OSError):
            write_event(sentence, _LEVELS[gravity])
