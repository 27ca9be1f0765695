"""Catalogue: does Stripe have what SYSPRO sells? What is on its way, what is left out and why, what waits for me?"""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QProgressBar

from agent.domain.catalogue.kept import CatalogueFilter, CatalogueRow, ReasonCount, Standing
from agent.domain.errors import Problem
from agent.service import AgentService
from gui.context import Context
from gui.pages.base import Page
from gui.pages.catalogue_detail import CatalogueDetail
from gui.pages.work_filters import REST_MS, CauseStrip
from gui.reading import Lane
from gui.theme import MEDIUM, Tone
from gui.viewmodels import catalogue as view
from gui.viewmodels.catalogue import CatalogueModel, Column, Told
from gui.viewmodels.roles import ROW_ROLE
from gui.widgets.basics import Button, Card, Elided, ListCard, StateIcon, Text, figure, row_of
from gui.widgets.stages import Stages
from gui.widgets.table import Table, chip_width, link_width
from gui.widgets.tabs import Tabs

#: The tab of all stock codes.
ALL = None


class CataloguePage(Page):
    """SYSPRO's stock codes as Stripe's products."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "")
        self.title.setText(self.tr("Catalogue"))
        self.setAccessibleName(self.tr("Catalogue"))
        self.run_now = Button(self.tr("Run now"), role="primary", icon="arrows-clockwise")
        self.run_now.clicked.connect(lambda: self._run("changes"))
        self.verbs.addWidget(self.run_now)
        self.told: Told | None = None
        self.progress = ProgressCard()
        self.tabs: Tabs[Standing | None] = Tabs(self._tab_words(), ALL)
        self.reasons = CauseStrip(ends=False)
        self.reasons.hide()
        self._make_filters()
        self.model = CatalogueModel(context.reading)
        words = [view.standing_look(standing).word for standing in Standing]
        verbs = link_width(map(view.verb_word, Standing))
        self.table = Table(self.model, [chip_width(words), 128, 0, 144, 0, 140, verbs])
        self.table.setAccessibleName(self.tr("Stock codes"))
        self.stages = Stages(self.table, lines=8)
        # Beside the detail it may become narrower than its messages; the smallest window has to hold both.
        self.stages.setMinimumWidth(160)
        self.detail = CatalogueDetail(context)
        self.detail.hide()
        self._lay_out()
        self._connect()
        self._restore()

    def _make_filters(self) -> None:
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._show)
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("Search stock code or name"))
        self.text.setAccessibleName(self.tr("Search"))
        self.text.setClearButtonEnabled(True)
        self.text.textChanged.connect(self._rest.start)
        self.order = QComboBox()
        self.order.setAccessibleName(self.tr("Order"))
        self.order.addItem(self.tr("By stock code"), "code")
        self.order.addItem(self.tr("Changed last"), "changed")
        self.order.activated.connect(self._ordered)

    def _lay_out(self) -> None:
        card = ListCard()
        card.column.addWidget(self.stages)
        below = QHBoxLayout()
        below.setSpacing(MEDIUM)
        below.addWidget(card, 1)
        below.addWidget(self.detail)
        filters = row_of(self.text, self.order)
        filters.setStretch(0, 1)
        self.body.setSpacing(12)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.tabs)
        self.body.addLayout(filters)
        self.body.addWidget(self.reasons)
        self.body.addLayout(below, 1)

    def _connect(self) -> None:
        self.progress.everything.clicked.connect(lambda: self._run("everything"))
        self.progress.check.clicked.connect(lambda: self._run("check"))
        self.tabs.chosen.connect(self.show_tab)
        self.reasons.chosen.connect(self._show)
        self.model.loaded.connect(self._loaded)
        self.model.failed.connect(self.stages.show_problem)
        self.stages.again.connect(self.refresh)
        self.table.selectionModel().currentRowChanged.connect(self._current_changed)
        self.table.opened.connect(self._open)
        self.table.pressed_link.connect(self._act)
        self.detail.closed.connect(self._close_detail)
        self.context.status_changed.connect(lambda _: self._show_head())
        search = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        search.activated.connect(self.text.setFocus)

    def open_at(self, what: object) -> None:
        """Show what stands somewhere."""
        if isinstance(what, Standing):
            self.show_tab(what)

    def show_tab(self, tab: Standing | None) -> None:
        """Show another tab."""
        self.tabs.show_tab(tab)
        self.reasons.clear()
        self.context.remembered.setValue("catalogue/standing", tab.value if tab else "")
        self._show()

    def wanted(self) -> CatalogueFilter:
        """Return the part of the catalogue that the filters ask for."""
        return CatalogueFilter(
            self.tabs.tab,
            self.text.text().strip(),
            reason=self.reasons.code if self.tabs.tab is Standing.NOT_SOLD else "",
            newest=self.order.currentData() == "changed",
        )

    def refresh(self) -> None:
        """Read everything again; what is shown stays until it is there."""
        self._read_head()
        self.model.reload()

    def look_anew(self) -> None:
        """Draw icons in the colours of now."""
        self.run_now.paint_icon()
        self.detail.close_button.paint_icon()

    # -- the head

    def _read_head(self) -> None:
        reading, is_asked = self.context.reading, self.tabs.tab is Standing.NOT_SOLD
        reading.ask(self, _told, self._show_told, key="told", lane=Lane.LISTS)
        if is_asked:
            reading.ask(self, AgentService.catalogue_reasons, self._show_reasons, key="reasons", lane=Lane.LISTS)
        self.reasons.setVisible(is_asked and self.reasons.has_any)

    def _show_told(self, told: Told) -> None:
        self.told = told
        counts = told.status.counts
        for standing in Standing:
            self.tabs.show_count(standing, counts[standing])
        self.tabs.show_count(ALL, sum(counts.values()))
        self._show_head()
        if self.stages.face() == "message":
            self._loaded()

    def _show_head(self) -> None:
        if self.told is None:
            return
        self.progress.show_told(self.told, self.context, self._trouble())
        self.run_now.setEnabled(self.told.enabled)
        is_bare = not self.told.enabled and self.told.is_empty
        for part in (self.progress, self.tabs, self.text, self.order):
            part.setVisible(not is_bare)

    def _trouble(self) -> Problem | None:
        jobs = self.context.status.jobs if self.context.status else ()
        return next((job.problem for job in jobs if job.name == "catalogue"), None)

    def _show_reasons(self, found: Sequence[ReasonCount]) -> None:
        causes = [one for one in found if not one.sold]
        self.reasons.show_causes(causes)
        self.reasons.setVisible(self.tabs.tab is Standing.NOT_SOLD and bool(causes))

    def _run(self, what: str) -> None:
        done = {
            "changes": self.tr("SYSPRO is being looked at for what changed."),
            "everything": self.tr("All stock codes are being read."),
            "check": self.tr("All products in Stripe are being looked at."),
        }[what]
        self.context.do(self, lambda service: service.catalogue_run(what), done)

    # -- the list

    def _show(self) -> None:
        self._close_detail()
        self.stages.show_loading()
        self.model.show(self.wanted())
        self._read_head()

    def _loaded(self) -> None:
        if self.model.rowCount():
            self.stages.show_content()
            self._renew_detail()
        elif self.told is None:
            self.stages.show_loading()
        elif self.told.is_empty:
            self._show_bare(enabled=self.told.enabled)
        elif self.text.text().strip() or self.reasons.code:
            self.stages.show_empty(self.tr("Nothing fits the filter"), self.tr("Clear the search or choose all."))
        else:
            self.stages.show_empty(*self._empty_words(), shape=self._empty_shape(), tone=self._empty_tone())

    def _show_bare(self, *, enabled: bool) -> None:
        if enabled:
            text = self.tr("SYSPRO's stock codes appear here as soon as the engine has read them, each with its price "
                           "and, where it is not sold, with the reason.")  # fmt: skip
            self.stages.show_empty(self.tr("No stock code was read yet"), text, shape="waiting")
            return
        text = self.tr(
            "Switched on, it writes SYSPRO's stock codes and selling prices to Stripe as products and prices, keeps "
            "them in step, and says here what is left out and why. Nothing is ever written to SYSPRO."
        )
        self.stages.show_empty(
            self.tr("The catalogue is off"),
            text,
            shape="paused",
            press=self.tr("Show its settings"),
            then=lambda: self.context.go("settings", "catalogue.enabled"),
        )

    def _empty_words(self) -> tuple[str, str]:
        appears = self.tr("Stock codes appear here when that changes.")
        return {
            Standing.SOLD: (self.tr("Nothing is in Stripe yet"), appears),
            Standing.WAITING: (self.tr("Nothing is to be written"), self.tr("What changes in SYSPRO appears here.")),
            Standing.REFUSED: (self.tr("Stripe refuses nothing"), appears),
            Standing.ASKED: (self.tr("There is nothing to choose"), self.tr(
                "When somebody changes a product in Stripe and the settings say that you are asked, it appears here.",
            )),
            Standing.NOT_SOLD: (self.tr("Every stock code is sold"), appears),
        }.get(self.tabs.tab or Standing.SOLD, ("", ""))  # fmt: skip

    def _empty_shape(self) -> str:
        return "proven" if self.tabs.tab in {Standing.REFUSED, Standing.ASKED, Standing.WAITING} else "idle"

    def _empty_tone(self) -> Tone:
        return Tone.GOOD if self._empty_shape() == "proven" else Tone.QUIET

    # -- one row

    def open_row(self, row: CatalogueRow) -> None:
        """Show the detail of a row."""
        self.detail.show_row(row, enabled=self.told is not None and self.told.enabled)
        self.detail.show()
        self._show_columns()

    def _renew_detail(self) -> None:
        """Show in the detail what the list says now of the same stock code."""
        shown, row = self.detail.row, self.table.current_row()
        if self.detail.isHidden() or shown is None or row is None:
            return
        if isinstance(row, CatalogueRow) and row.stock_code == shown.stock_code and row != shown:
            self.open_row(row)

    def _current_changed(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid() and (self.detail.isVisible() or self.table.hasFocus()):
            self._open(current)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, CatalogueRow):
            self.open_row(row)

    def _act(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, CatalogueRow):
            self.open_row(row)
            if row.standing is Standing.REFUSED and self.detail.retry.isEnabled():
                self.detail.write_again()

    def _close_detail(self) -> None:
        self.detail.hide()
        self._show_columns()

    def _show_columns(self) -> None:
        """Leave out what the detail says better, and what a tab has nothing to say in."""
        is_narrow, tab = not self.detail.isHidden(), self.tabs.tab
        self.table.setColumnHidden(Column.WHY, is_narrow)
        self.table.setColumnHidden(Column.CHANGED, is_narrow)
        self.table.setColumnHidden(Column.NAME, tab is Standing.NOT_SOLD)
        self.table.setColumnHidden(Column.PRICES, tab is Standing.NOT_SOLD or is_narrow)
        self.table.setColumnHidden(Column.VERB, tab not in {ALL, Standing.REFUSED, Standing.ASKED})

    # -- what is remembered

    def _ordered(self) -> None:
        self.context.remembered.setValue("catalogue/order", self.order.currentData())
        self._show()

    def _restore(self) -> None:
        memory = self.context.remembered
        kept = str(memory.value("catalogue/standing", ""))
        self.tabs.show_tab(Standing(kept) if kept in {one.value for one in Standing} else ALL)
        self.order.setCurrentIndex(max(0, self.order.findData(str(memory.value("catalogue/order", "code")))))
        self.model.wanted = self.wanted()
        self._show_columns()

    def _tab_words(self) -> dict[Standing | None, str]:
        order = (Standing.ASKED, Standing.REFUSED, Standing.WAITING, Standing.SOLD, Standing.NOT_SOLD)
        return {ALL: self.tr("All")} | {standing: view.standing_look(standing).word for standing in order}


class ProgressCard(Card):
    """How the catalogue stands, how fast it is written, and when both sides were looked at last."""

    def __init__(self) -> None:
        super().__init__()
        self.icon = StateIcon(20)
        self.share = figure()
        self.sentence = Text(wraps=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Stock codes written"))
        # Without anything to write it is not there, and its place stays.
        room = self.bar.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(room)
        self.looks = Elided(role="muted")
        self.everything = Button(self.tr("Read all stock codes"), role="link")
        self.check = Button(self.tr("Look at all products in Stripe"), role="link")
        said = row_of(self.icon, self.sentence)
        said.setStretch(1, 1)
        self.column.addWidget(self.share)
        self.column.addLayout(said)
        self.column.addWidget(self.bar)
        below = row_of(self.looks, self.everything, self.check, spacing=MEDIUM)
        below.setStretch(0, 1)
        self.column.addLayout(below)

    def show_told(self, told: Told, context: Context, problem: Problem | None) -> None:
        """Show how it stands.

        Args:
            told: What the service says.
            context: The window's view of the home.
            problem: What stopped the last round, if anything.
        """
        status = told.status
        shape, tone, sentence = view.headline(told, problem)
        self.icon.show_state(shape, tone)
        pace = view.pace_text(status, alive=context.engine_alive) if told.enabled and problem is None else ""
        self.sentence.setText(f"{sentence} {pace}".rstrip())
        self.share.setText(view.share_text(status))
        self.bar.setVisible(bool(status.left))
        self.bar.setRange(0, status.done + status.left)
        self.bar.setValue(status.done)
        self.looks.say(view.looks_text(status, context.now, context.zone))
        for button in (self.everything, self.check):
            button.setEnabled(told.enabled)


def _told(service: AgentService) -> Told:
    return Told(service.catalogue_status(), service.values().yes("catalogue.enabled"))
