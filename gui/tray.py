"""The tray icon: the overall state as shape and colour, and a menu that says it in words."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from agent.domain.documents import State
from agent.domain.readmodels import DocumentFilter, DocumentRow
from agent.domain.status import Overall
from agent.domain.status_page import Status
from agent.domain.worklist import Tab
from agent.service import AgentService
from gui.context import Context
from gui.icons import tray_icon
from gui.service_menu import ServiceMenu
from gui.words import amount_text, overall_look, shortened, spoken, state_look, verdict_sentence, when_text

#: Seconds of the short pause.
PAUSE_S = 3600

#: Documents in the menu.
_RECENT = 6

#: Longest state line of the menu, in characters.
_LONGEST = 72


class Tray(QObject):
    """The tray icon and its menu.

    Args:
        context: The window's view of the home.
    """

    open_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.icon = QSystemTrayIcon(self)
        self.menu = QMenu()
        self._make_menu()
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        self.overall: Overall | None = None
        context.status_changed.connect(self._show_status)
        context.status_failed.connect(lambda problem: self._show_trouble(spoken(problem.title)))
        self._show_trouble(self.tr("Starting…"), Overall.IDLE)

    def show(self) -> None:
        """Show the icon."""
        self.icon.show()

    def hide(self) -> None:
        """Take the icon away."""
        self.icon.hide()

    def _make_menu(self) -> None:
        self.state_line = self._action("", lambda: self._go("home"))
        self.needs_you = self._action("", lambda: self._go("work", Tab.NEEDS_YOU))
        self.in_doubt = self._action("", lambda: self._go("work", Tab.IN_DOUBT))
        self.menu.addSeparator()
        self.open = self._action(self.tr("Open"), self.open_wanted.emit)
        self.menu.setDefaultAction(self.open)
        self.sync_now = self._action(self.tr("Sync now"), self._sync_now)
        self.pause_menu = self.menu.addMenu(self.tr("Pause"))
        self.pause_hour = self.pause_menu.addAction(
            self.tr("For 1 hour"), lambda: self._pause(self._context.now + PAUSE_S)
        )
        self.pause_tomorrow = self.pause_menu.addAction(
            self.tr("Until tomorrow"), lambda: self._pause(self._tomorrow())
        )
        self.pause_open = self.pause_menu.addAction(self.tr("Until resumed"), lambda: self._pause(None))
        self.resume = self._action(self.tr("Resume"), self._resume)
        self.recent_menu = self.menu.addMenu(self.tr("Recent documents"))
        self.menu.addSeparator()
        hosting = self._context.joins.service
        self.service = ServiceMenu(self._context, self.menu, hosting) if hosting else None
        self.quit = self._action(self.tr("Quit"), self.quit_wanted.emit)

    def _action(self, text: str, pressed: object) -> QAction:
        action = self.menu.addAction(text)
        action.triggered.connect(pressed)
        return action

    # -- what it shows

    def _show_status(self, status: Status) -> None:
        verdict = status.verdict
        look = overall_look(verdict.overall)
        if verdict.overall is not self.overall:
            self.overall = verdict.overall
            self.icon.setIcon(tray_icon(look.shape, look.tone))
        sentence = self._state_sentence(status)
        self.icon.setToolTip(f"{look.word}: {sentence}"[:120])
        self.state_line.setText(_escaped(f"{look.word}: {shortened(sentence, _LONGEST)}"))
        self._show_counts(status)
        is_paused = bool(status.paused_until)
        self.resume.setVisible(is_paused)
        self.pause_menu.menuAction().setVisible(not is_paused)
        self._context.reading.ask(self, _recent, self._show_recent, key="recent")

    def _state_sentence(self, status: Status) -> str:
        verdict, context = status.verdict, self._context
        if verdict.overall is Overall.PROVEN:
            return self.tr("proven up to {when}").format(when=when_text(status.proven_at, context.now, context.zone))
        if verdict.overall is Overall.PAUSED and status.paused_until.isdecimal():
            when = when_text(int(status.paused_until), context.now, context.zone)
            return self.tr("paused until {when}").format(when=when)
        return verdict_sentence(verdict)

    def _show_counts(self, status: Status) -> None:
        needs_you, in_doubt = status.needs_you, status.documents[State.IN_DOUBT]
        self.needs_you.setText(self.tr("%n need(s) you", "", needs_you))
        self.needs_you.setVisible(needs_you > 0)
        self.in_doubt.setText(self.tr("%n in doubt", "", in_doubt))
        self.in_doubt.setVisible(in_doubt > 0)

    def _show_trouble(self, text: str, overall: Overall = Overall.STOPPED) -> None:
        look = overall_look(overall)
        self.overall = None
        self.icon.setIcon(tray_icon(look.shape, look.tone))
        self.icon.setToolTip(text)
        self.state_line.setText(_escaped(text))
        for action in (self.needs_you, self.in_doubt, self.resume):
            action.setVisible(False)

    def _show_recent(self, rows: list[DocumentRow]) -> None:
        self.recent_menu.clear()
        self.recent_menu.menuAction().setEnabled(bool(rows))
        for row in rows:
            words = (state_look(row.state).word, spoken(row.title) or row.stripe_id, amount_text(row.amount))
            action = self.recent_menu.addAction(_escaped("  ".join(filter(None, words))))
            action.triggered.connect(lambda _=False, number=row.id: self._go("work", number))

    # -- what it does

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in {QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick}:
            self.open_wanted.emit()

    def _go(self, place: str, what: object = None) -> None:
        self.open_wanted.emit()
        self._context.go(place, what)

    def _sync_now(self) -> None:
        self._context.do(self, AgentService.sync_now, self.tr("Stripe is being looked at."))

    def _pause(self, until_at: int | None) -> None:
        self._context.do(self, lambda service: service.pause(until_at), self.tr("Paused. Nothing is read or posted."))

    def _resume(self) -> None:
        self._context.do(self, AgentService.resume, self.tr("Resumed."))

    def _tomorrow(self) -> int:
        """Return when the site's next day begins."""
        here = datetime.fromtimestamp(self._context.now, UTC).astimezone(self._context.zone)
        midnight = (here + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
        return int(midnight.timestamp())


def _recent(service: AgentService) -> list[DocumentRow]:
    return service.documents(DocumentFilter(limit=_RECENT))


def _escaped(text: str) -> str:
    """Return a text in which a customer's ampersand is no mnemonic."""
    return text.replace("&", "&&")
