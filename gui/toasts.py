"""Toasts: what people have to hear of although the window is closed. A toast never changes a state."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon

from agent.domain.alerts.keeping import Alert
from agent.domain.status_page import Status
from agent.domain.worklist import Tab
from agent.service import AgentService
from gui.context import Context
from gui.words import spoken

#: How long a toast stays where the system does not decide it, in milliseconds.
_STAYS_MS = 10_000


class Toasts(QObject):
    """Shows alerts beside the tray icon as the engine tells them; those from before the start are old.

    Args:
        context: The window's view of the home.
        icon: The tray icon.
    """

    def __init__(self, context: Context, icon: QSystemTrayIcon) -> None:
        super().__init__()
        self._context = context
        self._icon = icon
        self._shown_up_to: int | None = None
        context.status_changed.connect(self._look)
        icon.messageClicked.connect(lambda: context.go("work", Tab.NEEDS_YOU))

    def _look(self, _: Status) -> None:
        self._context.reading.ask(self, AgentService.alerts, self._show, key="alerts")

    def _show(self, alerts: Sequence[Alert]) -> None:
        latest = max((alert.told_at for alert in alerts), default=0)
        before, self._shown_up_to = self._shown_up_to, max(latest, self._shown_up_to or 0)
        fresh = [] if before is None else [alert for alert in alerts if alert.told_at > before]
        if not fresh:
            return
        worst = min(fresh, key=lambda alert: not alert.trouble.urgent)
        title = spoken(worst.trouble.title)
        if len(fresh) > 1:
            title = self.tr("{title}, and {count} more").format(title=title, count=len(fresh) - 1)
        kind = QSystemTrayIcon.MessageIcon.Critical if worst.trouble.urgent else QSystemTrayIcon.MessageIcon.Warning
        self._icon.showMessage(title, spoken(worst.trouble.press), kind, _STAYS_MS)
