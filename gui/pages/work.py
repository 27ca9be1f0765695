"""Work list: what needs me? What is on its way, what is in SYSPRO, what is in doubt, what was ignored?"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from agent.domain.documents import State
from agent.domain.status_page import Status
from agent.domain.worklist import Cause, Tab, Verb, WorkFilter, WorkRow, tab_of
from agent.service import AgentService
from gui.context import Context
from gui.pages.base import Page
from gui.pages.resync import ResyncBar
from gui.pages.work_detail import DetailPane
from gui.pages.work_filters import CauseStrip, FilterBar, TabBar
from gui.reading import Lane
from gui.theme import MEDIUM, Tone
from gui.viewmodels.export import export_rows
from gui.viewmodels.roles import ROW_ROLE
from gui.viewmodels.work import Column, WorkModel
from gui.widgets.basics import Button, ListCard
from gui.widgets.reason import ReasonBar
from gui.widgets.stages import LEAST_BESIDE_DETAIL, UNDO_S, Stages
from gui.widgets.table import Table, chip_width, link_width
from gui.words import count_text, state_look, verb_word

#: Width of the page below which the list beside a detail says money and names alone, in pixels.
_TIGHT = 860


class WorkPage(Page):
    """The work list."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "")
        self.title.setText(self.tr("Work list"))
        self.setAccessibleName(self.tr("Work list"))
        self.export = Button(self.tr("Export CSV"), icon="export")
        self.export.clicked.connect(self._choose_file)
        self.resync = Button(self.tr("Resync…"), icon="arrows-clockwise")
        self.resync.setToolTip(self.tr("Have a part of the books decided again, with a preview."))
        self.verbs.addWidget(self.resync)
        self.verbs.addWidget(self.export)
        self.resyncing = ResyncBar(context)
        self.resync.clicked.connect(self.resyncing.open)
        self.tabs = TabBar()
        self.filters = FilterBar(context)
        self.causes = CauseStrip()
        self.asking = ReasonBar()
        self.model = WorkModel(context.reading)
        looks = [state_look(state).word for state in State] + [verb_word(verb) for verb in Verb]
        self.table = Table(self.model, [chip_width(looks), 128, 0, 136, 0, 148, link_width(map(verb_word, Verb))])
        self.table.setAccessibleName(self.tr("Documents and everything else that waits"))
        self.stages = Stages(self.table, lines=10)
        # Beside the detail of a row nobody reads what an empty list would say.
        self.stages.setMinimumWidth(LEAST_BESIDE_DETAIL)
        self.detail = DetailPane(context)
        self.detail.hide()
        self._lay_out()
        self._connect()
        self._restore()

    def _lay_out(self) -> None:
        card = ListCard()
        card.column.addWidget(self.stages)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(card, 1)
        row.addWidget(self.detail)
        self.body.setSpacing(12)
        for part in (self.resyncing, self.tabs, self.filters, self.causes, self.asking):
            self.body.addWidget(part)
        self.body.addLayout(row, 1)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.show_tab)
        self.filters.changed.connect(self._show)
        self.causes.chosen.connect(self._show)
        self.causes.retry_all.connect(self._retry_all)
        self.causes.approve_all.connect(self._approve_all)
        self.causes.ignore_all.connect(self._ask_to_ignore_all)
        self.model.loaded.connect(self._loaded)
        self.model.failed.connect(self.stages.show_problem)
        self.stages.again.connect(self.refresh)
        self.table.selectionModel().currentRowChanged.connect(self._current_changed)
        self.table.opened.connect(self._open)
        self.table.pressed_link.connect(self._act)
        self.detail.closed.connect(self._close_detail)
        self.context.status_changed.connect(self._show_counts)
        search = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        search.activated.connect(self.filters.text.setFocus)
        if self.context.status:
            self._show_counts(self.context.status)

    @property
    def tab(self) -> Tab:
        """The tab that is shown."""
        return self.model.wanted.tab

    def wanted(self) -> WorkFilter:
        """Return the part of the list that the filters ask for."""
        cause = self.causes.code if self.tabs.tab in {Tab.NEEDS_YOU, Tab.IN_DOUBT} else ""
        return replace(self.filters.wanted(self.tabs.tab), cause=cause)

    def open_at(self, what: object) -> None:
        """Show a tab, or the document with a number."""
        if isinstance(what, Tab):
            self.show_tab(what)
        elif isinstance(what, int):
            self.context.reading.ask(self, lambda service: service.work_row(what), self._show_one, key="one")

    def show_tab(self, tab: Tab) -> None:
        """Show another tab."""
        self.tabs.show_tab(tab)
        self.causes.clear()
        self._show_columns()
        self.context.remembered.setValue("work/tab", tab.value)
        self._show()

    def refresh(self) -> None:
        """Read the rows again; what is shown stays until they are there."""
        self.model.reload()
        self._read_causes()
        self.resyncing.refresh()
        if self.detail.isVisible():
            self.detail.refresh()

    def look_anew(self) -> None:
        """Draw icons in the colours of now."""
        self.export.paint_icon()
        self.resync.paint_icon()

    def _restore(self) -> None:
        kept = str(self.context.remembered.value("work/tab", Tab.NEEDS_YOU.value))
        tab = Tab(kept) if kept in {tab.value for tab in Tab} else Tab.NEEDS_YOU
        self.tabs.show_tab(tab)
        self.model.wanted = WorkFilter(tab)
        self._show_columns()
        self._show()

    def _show(self) -> None:
        self._close_detail()
        self.asking.hide()
        self.stages.show_loading()
        self.model.show(self.wanted())
        self._read_causes()

    def _read_causes(self) -> None:
        is_wanted = self.tabs.tab is Tab.NEEDS_YOU
        self.causes.setVisible(is_wanted and self.causes.has_any)
        if is_wanted:
            wanted = replace(self.filters.wanted(Tab.NEEDS_YOU), cause="")

            def read(service: AgentService) -> Sequence[Cause]:
                return service.work_causes(wanted)

            self.context.reading.ask(self, read, self._show_causes, key="causes", lane=Lane.LISTS)

    def _show_causes(self, causes: Sequence[Cause]) -> None:
        self.causes.show_causes(causes)
        self.causes.setVisible(self.tabs.tab is Tab.NEEDS_YOU and bool(causes))

    def _loaded(self) -> None:
        if self.model.rowCount():
            self.stages.show_content()
        elif self.filters.is_active or self.causes.code:
            self.stages.show_empty(
                self.tr("Nothing fits the filter"), self.tr("Clear the search or choose another filter.")
            )
        else:
            self.stages.show_empty(*self._empty_words(), shape=self._empty_shape(), tone=self._empty_tone())

    def _empty_words(self) -> tuple[str, str]:
        match self.tabs.tab:
            case Tab.WAITING:
                words = self.tr("Nothing waits"), self.tr("What Stripe tells of appears here until SYSPRO has it.")
            case Tab.POSTED:
                words = self.tr("Nothing is posted yet"), self.tr("What SYSPRO has taken appears here with its key.")
            case Tab.NEEDS_YOU:
                words = (
                    self.tr("Nothing needs you"),
                    self.tr("What SYSPRO refuses, and what you approve, appears here."),
                )
            case Tab.IN_DOUBT:
                text = self.tr("A document without an answer appears here until it is found.")
                words = self.tr("Nothing is in doubt"), text
            case Tab.IGNORED:
                text = self.tr("What is not posted on purpose appears here with its reason.")
                words = self.tr("Nothing is ignored"), text
        return words

    def _empty_shape(self) -> str:
        return "proven" if self.tabs.tab in {Tab.NEEDS_YOU, Tab.IN_DOUBT} else "idle"

    def _empty_tone(self) -> Tone:
        return Tone.GOOD if self.tabs.tab in {Tab.NEEDS_YOU, Tab.IN_DOUBT} else Tone.QUIET

    def _show_counts(self, status: Status) -> None:
        waiting = status.documents[State.PENDING] + status.documents[State.POSTING]
        self.tabs.show_count(Tab.WAITING, waiting)
        self.tabs.show_count(Tab.NEEDS_YOU, status.in_work_list)
        self.tabs.show_count(Tab.IN_DOUBT, status.documents_in_doubt)

    # -- one row

    def _current_changed(self, current: QModelIndex, _: QModelIndex) -> None:
        row = current.data(ROW_ROLE) if current.isValid() else None
        if row is not None and (self.detail.isVisible() or self.table.hasFocus()):
            self._open(current)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if row is not None:
            self.open_row(row)

    def _show_one(self, row: WorkRow | None) -> None:
        if row is not None:
            tab = tab_of(row)
            if tab is not self.tabs.tab:
                self.show_tab(tab)
            self.open_row(row)

    def open_row(self, row: WorkRow) -> None:
        """Show the detail of a row; there is no room for more beside it."""
        self.resyncing.hide()
        self.detail.show_row(row, self.tabs.tab)
        self.detail.show()
        self._show_columns()

    def _close_detail(self) -> None:
        self.detail.hide()
        self._show_columns()

    def _show_columns(self) -> None:
        """Leave out what a tab has nothing to say in, and what the detail says better."""
        tab = self.tabs.tab
        hidden = {Column.NEXT} if tab is Tab.NEEDS_YOU else set()
        if tab not in {Tab.NEEDS_YOU, Tab.IN_DOUBT, Tab.IGNORED}:
            hidden.add(Column.VERB)
        if tab is Tab.WAITING:
            hidden.add(Column.REASON)
        if not self.detail.isHidden():
            hidden |= {Column.REASON, Column.WHAT, Column.NEXT}
            if self.width() < _TIGHT:
                hidden |= {Column.STATE, Column.VERB}
        self.table.hide_columns(hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        self._show_columns()

    def _act(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if row is not None:
            self.open_row(row)
            self.detail.act(row)

    # -- many rows

    def _retry_all(self) -> None:
        wanted = self.wanted()
        done = self.tr("All of them are decided again with what both systems say now.")
        self.context.do(self, lambda service: service.retry_all(wanted), done)

    def _approve_all(self) -> None:
        wanted = self.wanted()
        done = self.tr("All of them are approved, and posted as they are in a moment.")
        self.context.do(self, lambda service: service.approve_all(wanted, wait_s=UNDO_S), done,
                        undo=lambda service, numbers: service.unapprove_all(numbers))  # fmt: skip

    def _ask_to_ignore_all(self, count: int) -> None:
        wanted = self.wanted()
        text = self.tr("%n thing(s) are never posted. The money stays in the books as ignored.", "", count)

        def ignore(reason: str) -> None:
            done = self.tr("All of them are ignored.")
            self.context.do(self, lambda service: service.ignore_all(wanted, reason), done,
                            undo=lambda service, numbers: service.restore_all(numbers))  # fmt: skip

        self.asking.ask(text, self.tr("Ignore all {count}").format(count=count_text(count)), ignore)

    # -- export

    def _choose_file(self) -> None:
        name = f"{self.tabs.tab.value}.csv"
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), name, "CSV (*.csv)")
        if chosen:
            self.export_to(Path(chosen))

    def export_to(self, path: Path) -> None:
        """Write every row that the filters leave to a file."""
        wanted = self.wanted()
        done = self.tr("Written to {path}.").format(path=path)

        def then(trouble: str) -> None:
            self.context.said.emit(trouble or done)

        self.context.reading.ask(self, lambda service: export_rows(service, wanted, path), then, lane=Lane.LISTS)
