"""A page that keeps two sides in step: how it stands, tabs above a list, and the detail of one row beside it."""

from abc import abstractmethod
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from agent.domain.errors import Problem
from agent.service import AgentService
from gui.context import Context
from gui.pages.base import Page
from gui.pages.row_pane import RowPane
from gui.pages.work_filters import REST_MS
from gui.reading import Lane
from gui.theme import MEDIUM, Tone
from gui.viewmodels.lists import ListModel
from gui.viewmodels.roles import ROW_ROLE
from gui.widgets.basics import Button, ListCard, row_of
from gui.widgets.head_card import HeadCard
from gui.widgets.stages import LEAST_BESIDE_DETAIL, Stages
from gui.widgets.table import Table
from gui.widgets.tabs import Tabs

#: What a page asks the engine for with its main action: to look for what changed.
CHANGES = "changes"


class Head(Protocol):
    """What the head of a page is told."""

    @property
    def enabled(self) -> bool:
        """Whether the page's subject is switched on."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever noted."""

    @property
    def problem(self) -> Problem | None:
        """What stops it."""

    def count(self, tab: Any) -> int:
        """Return how many rows a tab has."""


Tab = TypeVar("Tab", bound=Enum | None)
Row = TypeVar("Row")
Wanted = TypeVar("Wanted")
Told = TypeVar("Told", bound=Head)


@dataclass(frozen=True, slots=True)
class Words:
    """What a page is called, and says of itself.

    Attributes:
        heading: The page.
        search: What the search looks in.
        rows: The table, for those who hear it.
        done: What is asked of the engine -> what is said when it was carried out.
        off: Title, text: what it would do, switched on.
        unread: Title, text: what appears once it was looked.
    """

    heading: str
    search: str
    rows: str
    done: Mapping[str, str]
    off: tuple[str, str]
    unread: tuple[str, str]


class ListPage(Page, Generic[Tab, Row, Wanted, Told]):
    """The page; one of its own makes its parts and calls :meth:`assemble`.

    Args:
        context: The window's view of the home.
        switch: The setting that switches its subject on.
        memory: Name under which the window remembers the tab.

    Attributes:
        words: What it says of itself.
        head: How its subject stands.
        tabs: Above the list.
        model: The rows.
        table: The list.
        detail: One row of it.
        told: What the head was told last; ``None`` before the first.
    """

    words: Words
    head: HeadCard
    tabs: Tabs[Tab]
    model: ListModel[Row, Wanted]
    table: Table
    detail: RowPane[Row]

    #: Tabs without whose rows all is well.
    good: Collection[object] = ()

    def __init__(self, context: Context, switch: str, memory: str) -> None:
        super().__init__(context, "")
        self._switch, self._memory = switch, memory
        self.told: Told | None = None
        self.run_now = Button(self.tr("Run now"), role="primary", icon="arrows-clockwise")
        self.run_now.clicked.connect(lambda: self.run(CHANGES))
        self.verbs.addWidget(self.run_now)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.show_list)
        self.text = QLineEdit()
        self.text.setAccessibleName(self.tr("Search"))
        self.text.setClearButtonEnabled(True)
        self.text.textChanged.connect(self._rest.start)

    # -- what a page says of its subject

    @abstractmethod
    def wanted(self) -> Wanted:
        """Return the part of the list that tab, search and filters ask for."""

    @staticmethod
    @abstractmethod
    def read_told(service: AgentService) -> Told:
        """Return what the head shows; runs in another thread."""

    @staticmethod
    @abstractmethod
    def ask_engine(service: AgentService, what: str) -> int:
        """Ask something of the engine, by the names of ``words.done``; runs in another thread."""

    @abstractmethod
    def show_told(self, told: Told) -> None:
        """Show in the head how it stands."""

    @abstractmethod
    def empty_words(self) -> tuple[str, str]:
        """Return title and text of a tab without rows."""

    @abstractmethod
    def is_same(self, one: Row, other: Row) -> bool:
        """Return whether two rows are about the same thing."""

    @abstractmethod
    def act(self, row: Row) -> None:
        """Do what the verb of a row says; its detail is open."""

    @abstractmethod
    def hidden_columns(self, *, is_narrow: bool) -> Collection[int]:
        """Return the columns that the tab has nothing to say in, or the detail says better where it is open."""

    def nothing_fits(self) -> tuple[str, str]:
        """Return title and text where the search fits no row."""
        return self.tr("Nothing fits the search"), self.tr("Clear it, or choose another part.")

    def is_filtered(self) -> bool:
        """Return whether more than the tab narrows the list."""
        return bool(self.text.text().strip())

    # -- making it

    def assemble(self, *, beside: Sequence[QWidget] = (), above: Sequence[QWidget] = ()) -> None:
        """Lay the parts out and join them.

        Args:
            beside: What stands at the right of the search.
            above: What stands above the list.
        """
        self.title.setText(self.words.heading)
        self.setAccessibleName(self.words.heading)
        self.text.setPlaceholderText(self.words.search)
        self.table.setAccessibleName(self.words.rows)
        self.stages = Stages(self.table, lines=8)
        # Beside the detail it may become narrower than its messages; the smallest window has to hold both.
        self.stages.setMinimumWidth(LEAST_BESIDE_DETAIL)
        self.detail.hide()
        self._beside = beside
        self._lay_out(above)
        self._connect()
        self._restore()

    def _lay_out(self, above: Sequence[QWidget]) -> None:
        card = ListCard()
        card.column.addWidget(self.stages)
        below = QHBoxLayout()
        below.setSpacing(MEDIUM)
        below.addWidget(card, 1)
        below.addWidget(self.detail)
        filters = row_of(self.text, *self._beside)
        filters.setStretch(0, 1)
        self.body.setSpacing(12)
        self.body.addWidget(self.head)
        self.body.addWidget(self.tabs)
        self.body.addLayout(filters)
        for part in above:
            self.body.addWidget(part)
        self.body.addLayout(below, 1)

    def _connect(self) -> None:
        self.head.asked.connect(self.run)
        self.tabs.chosen.connect(self.show_tab)
        self.model.loaded.connect(self._loaded)
        self.model.failed.connect(self.stages.show_problem)
        self.stages.again.connect(self.refresh)
        self.table.selectionModel().currentRowChanged.connect(self._current_changed)
        self.table.opened.connect(self._open)
        self.table.pressed_link.connect(self._act)
        self.detail.closed.connect(self._close_detail)
        self.context.status_changed.connect(lambda _: self.show_head())
        search = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        search.activated.connect(self.text.setFocus)

    def _restore(self) -> None:
        kept = str(self.context.remembered.value(self._memory, ""))
        self.tabs.show_tab(next((tab for tab in self.tabs.buttons if _value(tab) == kept), self.tabs.tab))
        self.model.wanted = self.wanted()
        self._show_columns()

    # -- what a page does

    def open_at(self, what: object) -> None:
        """Show a tab."""
        for tab in self.tabs.buttons:
            if tab is what and tab is not None:
                self.show_tab(tab)

    def show_tab(self, tab: Tab) -> None:
        """Show another tab."""
        self.tabs.show_tab(tab)
        self.context.remembered.setValue(self._memory, _value(tab))
        self.show_list()

    def run(self, what: str) -> None:
        """Ask something of the engine."""
        self.context.do(self, lambda service: self.ask_engine(service, what), self.words.done[what])

    def refresh(self) -> None:
        """Read everything again; what is shown stays until it is there."""
        self.read_head()
        self.model.reload()

    def look_anew(self) -> None:
        """Draw icons in the colours of now."""
        self.run_now.paint_icon()
        self.detail.close_button.paint_icon()

    # -- the head

    def read_head(self) -> None:
        """Read what the head shows."""
        self.context.reading.ask(self, self.read_told, self._show_told, key="told", lane=Lane.LISTS)

    def _show_told(self, told: Told) -> None:
        self.told = told
        for tab in self.tabs.buttons:
            self.tabs.show_count(tab, told.count(tab))
        self.show_head()
        if self.stages.face() == "message":
            self._loaded()

    def show_head(self) -> None:
        """Show how it stands, as far as it is known."""
        if self.told is None:
            return
        is_bare = not self.told.enabled and self.told.is_empty
        for part in (self.head, self.tabs, self.text, *self._beside):
            part.setVisible(not is_bare)
        self.run_now.setEnabled(self.told.enabled)
        self.show_told(self.told)

    # -- the list

    def show_list(self) -> None:
        """Show the part of the list that is asked for now."""
        self._close_detail()
        self.stages.show_loading()
        self.model.show(self.wanted())
        self.read_head()

    def _loaded(self) -> None:
        if self.model.rowCount():
            self.stages.show_content()
            self._renew_detail()
        elif self.told is None:
            self.stages.show_loading()
        elif self.told.is_empty:
            self._show_bare(enabled=self.told.enabled)
        elif self.is_filtered():
            self.stages.show_empty(*self.nothing_fits())
        else:
            shape, tone = ("proven", Tone.GOOD) if self.tabs.tab in self.good else ("idle", Tone.QUIET)
            self.stages.show_empty(*self.empty_words(), shape=shape, tone=tone)

    def _show_bare(self, *, enabled: bool) -> None:
        if enabled:
            self.stages.show_empty(*self.words.unread, shape="waiting")
            return
        press = self.tr("Show its settings")
        self.stages.show_empty(
            *self.words.off, shape="paused", press=press, then=lambda: self.context.go("settings", self._switch)
        )

    # -- one row

    def open_row(self, row: Row) -> None:
        """Show the detail of a row."""
        self.detail.show_row(row, enabled=self.told is not None and self.told.enabled)
        self.detail.show()
        self._show_columns()

    def _renew_detail(self) -> None:
        """Show in the detail what the list says now of the same row."""
        shown, row = self.detail.row, self.table.current_row()
        if self.detail.isHidden() or shown is None or row is None:
            return
        if self.is_same(row, shown) and row != shown:
            self.open_row(row)

    def _current_changed(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid() and (self.detail.isVisible() or self.table.hasFocus()):
            self._open(current)

    def _open(self, index: QModelIndex) -> None:
        row: Row | None = index.data(ROW_ROLE)
        if row is not None:
            self.open_row(row)

    def _act(self, index: QModelIndex) -> None:
        row: Row | None = index.data(ROW_ROLE)
        if row is not None:
            self.open_row(row)
            self.act(row)

    def _close_detail(self) -> None:
        self.detail.hide()
        self._show_columns()

    def _show_columns(self) -> None:
        self.table.hide_columns(self.hidden_columns(is_narrow=not self.detail.isHidden()))


def _value(tab: Enum | None) -> str:
    return "" if tab is None else str(tab.value)
