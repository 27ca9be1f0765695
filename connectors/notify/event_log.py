"""Alerts in the Windows Event Log, where the monitoring of a server looks."""

from agent import ports
from agent.domain.alerts.notices import Text
from agent.domain.errors import Misconfigured, Problem
from connectors import windows


class EventLogNotifier(ports.Notifier):
    """Writes each text as one entry of the Application log: an error where it is urgent, else a warning."""

    def send(self, text: Text, *, now: int) -> None:  # noqa: ARG002 - Windows stamps it
        """Write one entry; see :class:`agent.ports.Notifier`."""
        level = "information" if text.over or text.kind != "alert" else "error" if text.urgent else "warning"
        try:
            windows.write_event(f"{text.subject}\r\n\r\n{text.body}", level)
        except (windows.NotOnWindowsError, OSError) as error:
            message = f"The Windows Event Log takes no entry ({type(error).__name__})."
            press = "Set alerts.event_log to no, or look at the rights of the engine's account."
            raise Misconfigured(
                Problem("No alert reaches the Event Log", message, press, "notify.event_log")
            ) from error
