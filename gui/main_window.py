"""The window: navigation, pages, the banner about the engine, words about what was done."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QSize, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from agent.domain.status_page import Status
from gui.context import Context
from gui.icons import app_icon
from gui.navigation import Navigation, Place
from gui.pages.base import Page
from gui.places import topics
from gui.theme import LARGE, MEDIUM, Tone
from gui.widgets.help import HelpWindow
from gui.widgets.stages import Banner, Notice

#: Size of a window that was never sized by hand.
_FIRST = QSize(1200, 720)

#: Smallest size in which nothing is cut off.
_LEAST = QSize(940, 560)


#: Digits of a keyboard.
_DIGITS = 10


class MainWindow(QMainWindow):
    """The window.

    Args:
        context: Its view of the home.
        pages: Places with what makes their page; a page is made when it is first shown.
    """

    closed = Signal()

    def __init__(self, context: Context, pages: list[tuple[Place, Callable[[Context], Page]]]) -> None:
        super().__init__()
        self._context = context
        self._makers = {place.name: make for place, make in pages}
        self.pages: dict[str, Page] = {}
        is_demo = context.joins.is_demo
        self.setWindowTitle(self.tr("SYSPRO Stripe agent: demo") if is_demo else self.tr("SYSPRO Stripe agent"))
        self._was_led = False
        self.setWindowIcon(app_icon())
        self.setMinimumSize(_LEAST)
        self.resize(_FIRST)
        self._help: HelpWindow | None = None
        self._places = [place for place, _ in pages]
        self.navigation = Navigation(self._places)
        self.navigation.show_button("setup", shown=False)
        self.banner = Banner()
        self.stack = QStackedWidget()
        self._lay_out()
        self.notice = Notice(self)
        self.navigation.chosen.connect(self.show_page)
        self.banner.pressed.connect(self._press_banner)
        context.wanted.connect(self.show_page)
        context.said.connect(self.notice.say)
        context.undoable.connect(self.notice.say_undoable)
        context.status_changed.connect(self._show_status)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.look_anew)
        self._make_shortcuts([place.name for place in self._places])
        self._remember()
        self.show_page(pages[0][0].name)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        above = QVBoxLayout()
        above.setContentsMargins(LARGE, MEDIUM, LARGE, 0)
        above.addWidget(self.banner)
        self._above = QWidget()
        self._above.setLayout(above)
        self._above.hide()
        right.addWidget(self._above)
        right.addWidget(self.stack, 1)
        ground = QWidget()
        ground.setObjectName("ground")
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addLayout(right, 1)
        self.setCentralWidget(ground)

    def show_page(self, name: str, what: object = None) -> None:
        """Show a page, or the part of one that somebody asked for."""
        if name not in self.pages:
            page = self.pages[name] = self._makers[name](self._context)
            page.help.clicked.connect(lambda: self.show_help(name))
            self.stack.addWidget(page)
        page = self.pages[name]
        self.navigation.show_place(name)
        self.stack.setCurrentWidget(page)
        page.setFocus()
        page.become_current(what)

    def current(self) -> Page:
        """Return the page that is shown."""
        page = self.stack.currentWidget()
        assert isinstance(page, Page)
        return page

    @property
    def help(self) -> HelpWindow:
        """The window of the help, made when it is first needed."""
        if self._help is None:
            words = [*((place.name, place.word) for place in self._places), *topics()]
            self._help = HelpWindow(words, self._context.remembered, self)
            self._help.place_wanted.connect(self._context.go)
        return self._help

    def show_help(self, name: str = "") -> None:
        """Open the help at the page of a place; of the one that is shown where none is named."""
        shown = next(place for place, page in self.pages.items() if page is self.current())
        self.help.open_at(name or shown)

    def bring_up(self) -> None:
        """Show the window, in front of others."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def look_anew(self) -> None:
        """Draw what keeps colours of its own: the scheme has changed."""
        self.navigation.repaint_icons()
        for page in self.pages.values():
            page.help.paint_icon()
            page.look_anew()
        if self._help is not None:
            self._help.look_anew()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the place of the window; whether the program ends is another's to say."""
        memory = self._context.remembered
        memory.setValue("window/geometry", self.saveGeometry())
        memory.setValue("window/collapsed", self.navigation.collapsed)
        if self._help is not None:
            self._help.close()
        super().closeEvent(event)
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words below in their place."""
        super().resizeEvent(event)
        self.notice.place()

    def _remember(self) -> None:
        memory = self._context.remembered
        geometry = memory.value("window/geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        if memory.value("window/collapsed", False, type=bool):
            self.navigation.collapse(collapsed=True)

    def _make_shortcuts(self, names: list[str]) -> None:
        for number, name in enumerate(names):
            shortcut = QShortcut(QKeySequence(keys_of(number)), self)
            shortcut.activated.connect(lambda chosen=name: self.show_page(chosen))
        undoing = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undoing.activated.connect(self.notice.take_back)
        helping = QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), self)
        helping.activated.connect(self.show_help)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Refresh), self).activated.connect(self._context.refresh)

    def _show_status(self, status: Status) -> None:
        self.navigation.show_count("work", status.in_work_list)
        self.navigation.show_count("catalogue", status.catalogue)
        self.navigation.show_count("customers", status.customers)
        self.navigation.show_count("requests", status.requests)
        self.navigation.show_count("doubts", status.documents_in_doubt)
        self._lead(status)
        if self._context.joins.is_demo:
            text = self.tr(
                "This is a demo: company, customers and money are invented, and nothing leaves this machine."
            )
            self.banner.say("idle", Tone.QUIET, text, self.tr("Leave the demo"))
        elif status.engine_alive:
            self.banner.say("proven", Tone.GOOD, "")
        else:
            text = self.tr("No engine gives signs of life, so nothing is read or posted. What you do here is kept.")
            self.banner.say("stopped", Tone.BAD, text, self.tr("Start the engine"))
        self._above.setVisible(self._context.joins.is_demo or not status.engine_alive)

    def _lead(self, status: Status) -> None:
        """Lead whoever opens a home that was never launched to setting up, once; a demo sets itself up."""
        is_open = status.setting_up and not self._context.joins.is_demo
        self.navigation.show_button("setup", shown=is_open)
        if is_open and not self._was_led:
            self.show_page("setup")
        self._was_led = True

    def _press_banner(self) -> None:
        if self._context.joins.is_demo:
            self._context.demo_wanted.emit(False)
        else:
            self._context.engine_wanted.emit()


def keys_of(place: int) -> str:
    """Return the keys that show the page at a place of the navigation, from 0: Ctrl with 1 to 0, then with Shift."""
    return f"Ctrl+{'Shift+' if place >= _DIGITS else ''}{(place + 1) % _DIGITS}"
