"""The program: one window and one tray icon over one home, and the engine as a child where none runs."""

from collections.abc import Callable

from PySide6.QtCore import QLocale, QObject, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QSystemTrayIcon

from agent.domain.documents import State
from agent.domain.status_page import Status
from agent.service import AgentService
from gui.context import Context
from gui.engine_child import EngineChild, Life
from gui.icons import app_icon
from gui.joins import Joins
from gui.main_window import MainWindow
from gui.places import places
from gui.reading import Reading, Watch
from gui.single import Single
from gui.theme import dress
from gui.toasts import Toasts
from gui.translator import install
from gui.tray import Tray

#: Asks a question that has to be answered: title, text; true for yes.
Ask = Callable[[str, str], bool]


class Application(QObject):
    """Everything of one home, joined.

    Args:
        joins: What is met outside the window.
        service: The one door.
        ask: Asks a person; a dialog where it is ``None``.
        hidden: Whether the window waits in the tray, where there is one.
    """

    def __init__(self, joins: Joins, service: AgentService, *, ask: Ask | None = None, hidden: bool = False) -> None:
        super().__init__()
        self._ask = ask or _dialog
        self._hidden = hidden
        self.reading = Reading(service)
        self.watch = Watch(self.reading)
        self.context = Context(joins, self.reading, self.watch, memory(joins))
        self.engine = EngineChild(joins.engine, joins.environment)
        self.single = Single(joins.home)
        self.tray = Tray(self.context)
        self.toasts = Toasts(self.context, self.tray.icon)
        self.tray.icon.messageClicked.connect(self.open)
        self._window: MainWindow | None = None
        self._is_quitting = False
        self.has_tray = False
        #: Whether the demo, or the own home, is to be shown next; ``None`` where the program ends for good.
        self.next_is_demo: bool | None = None
        self.context.demo_wanted.connect(self._show_other)
        self.single.called.connect(self.open)
        self.tray.open_wanted.connect(self.open)
        self.tray.quit_wanted.connect(self.quit)
        self.context.engine_wanted.connect(self._start_engine)
        self.context.status_changed.connect(self._mind_the_engine)
        self.engine.changed.connect(self.context.refresh)
        QGuiApplication.styleHints().colorSchemeChanged.connect(lambda: dress(_app()))

    @property
    def window(self) -> MainWindow:
        """The window, made when it is first needed."""
        if self._window is None:
            self._window = MainWindow(self.context, places())
            self._window.closed.connect(self._window_closed)
        return self._window

    def start(self) -> bool:
        """Show the tray icon, or the window where there is no tray; false when a window of this home is there."""
        if not self.single.take():
            return False
        app = _app()
        self.has_tray = QSystemTrayIcon.isSystemTrayAvailable()
        app.setQuitOnLastWindowClosed(False)
        if self.has_tray:
            self.tray.show()
        if not (self._hidden and self.has_tray):
            self.open()
        self.watch.start()
        return True

    def open(self) -> None:
        """Bring the window up."""
        self.window.bring_up()

    def quit(self) -> None:
        """End the program; asks only where something is being posted by our own engine."""
        status = self.context.status
        in_flight = status.documents[State.POSTING] if status else 0
        if in_flight and self.engine.life is Life.RUNNING:
            text = self.tr("%n document(s) are being posted. The engine finishes them before it ends.", "", in_flight)
            if not self._ask(self.tr("Quit the SYSPRO Stripe agent?"), text):
                return
        self.close()
        _app().quit()

    def _show_other(self, demo: bool) -> None:  # noqa: FBT001 - what the signal tells
        """Leave for the demo, or for the own home; both are shown in one window after the other."""
        self.next_is_demo = demo
        self.close()
        _app().quit()

    def close(self) -> None:
        """Give everything back: the engine ends in order, questions are answered."""
        self._is_quitting = True
        self.watch.stop()
        self.tray.hide()
        if self._window is not None:
            self._window.close()
        self.engine.stop()
        self.reading.close()
        self.single.give_back()

    def _window_closed(self) -> None:
        if not self.has_tray and not self._is_quitting:
            self.quit()

    def _start_engine(self) -> None:
        if self.engine.possible:
            self.engine.start()
        elif self.tray.service is not None:
            self.tray.service.start_it()
        else:
            self.context.said.emit(self.tr("The engine is started by the service of this computer."))

    def _mind_the_engine(self, status: Status) -> None:
        """Start an engine where none runs and none was ever started from here; a silent one is only told of."""
        if status.engine_alive:
            self.engine.well()
        elif self.engine.life is Life.NONE and not self._is_quitting:
            self.engine.start()


def prepare(app: QApplication, language: str = "") -> None:
    """Give the program its name, icon, look and language.

    Args:
        app: The program.
        language: Such as ``de``; the person's own where it is empty.
    """
    app.setApplicationName("syspro-stripe-agent")
    app.setApplicationDisplayName("SYSPRO Stripe agent")
    app.setDesktopFileName("syspro-stripe-agent")
    app.setWindowIcon(app_icon())
    locale = QLocale(language) if language else QLocale()
    QLocale.setDefault(locale)
    install(app, locale.name().partition("_")[0])
    app.setStyle("Fusion")
    dress(app)


def memory(joins: Joins) -> QSettings:
    """Return the window's own memory."""
    if joins.remembered:
        return QSettings(joins.remembered, QSettings.Format.IniFormat)
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "syspro-stripe-agent", "window")


def _dialog(title: str, text: str) -> bool:
    answer = QMessageBox.question(None, title, text)
    return answer is QMessageBox.StandardButton.Yes


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
