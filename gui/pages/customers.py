"""Customers: do both sides mean the same people? Who may be whom, what differs, what waits for me?"""

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from agent.domain.customers.kept import LinkState
from agent.domain.customers.suggest import Advice
from agent.domain.errors import Problem
from agent.service import AgentService
from gui.context import Context
from gui.pages.base import Page
from gui.pages.customers_detail import CustomersDetail
from gui.pages.work_filters import REST_MS
from gui.reading import Lane
from gui.theme import MEDIUM, Tone
from gui.viewmodels import customers as view
from gui.viewmodels.customers import Column, CustomersModel, Part, Told
from gui.viewmodels.roles import ROW_ROLE
from gui.widgets.basics import Button, Card, Elided, ListCard, StateIcon, Text, figure, row_of
from gui.widgets.reason import ReasonBar
from gui.widgets.stages import Stages
from gui.widgets.table import Table, link_width
from gui.widgets.tabs import Tabs

#: The parts, those that want a person first.
PARTS: tuple[Part, ...] = (
    Advice.MATCH,
    LinkState.CONFLICT,
    LinkState.REFUSED,
    LinkState.WAITING,
    LinkState.IN_STEP,
    Advice.NEW,
    Advice.IGNORE,
    LinkState.CLOSED,
)

#: So many per cent are sure enough to be accepted together.
SURE = 90

_SWITCH = "customer_links.enabled"


class CustomersPage(Page):
    """SYSPRO's customers and Stripe's, and which of them are one."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "")
        self.title.setText(self.tr("Customers"))
        self.setAccessibleName(self.tr("Customers"))
        self.run_now = Button(self.tr("Run now"), role="primary", icon="arrows-clockwise")
        self.run_now.clicked.connect(lambda: self._run("changes"))
        self.verbs.addWidget(self.run_now)
        self.told: Told | None = None
        self.accept = Button(self.tr("Accept the sure ones…"))
        self.accept.clicked.connect(self._ask_to_accept)
        self.asking = ReasonBar()
        self.head = HeadCard()
        self.tabs: Tabs[Part] = Tabs({part: view.part_look(part).word for part in PARTS}, Advice.MATCH)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._show)
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("Search customer, name, e-mail or Stripe id"))
        self.text.setAccessibleName(self.tr("Search"))
        self.text.setClearButtonEnabled(True)
        self.text.textChanged.connect(self._rest.start)
        self.model = CustomersModel(context.reading)
        self.table = Table(self.model, [144, 0, 0, 0, link_width(map(view.verb_word, PARTS))])
        self.table.setAccessibleName(self.tr("Customers"))
        self.stages = Stages(self.table, lines=8)
        # Beside the detail it may become narrower than its messages; the smallest window has to hold both.
        self.stages.setMinimumWidth(160)
        self.detail = CustomersDetail(context)
        self.detail.hide()
        self._lay_out()
        self._connect()
        self._restore()

    def _lay_out(self) -> None:
        card = ListCard()
        card.column.addWidget(self.stages)
        below = QHBoxLayout()
        below.setSpacing(MEDIUM)
        below.addWidget(card, 1)
        below.addWidget(self.detail)
        self.body.setSpacing(12)
        self.body.addWidget(self.head)
        self.body.addWidget(self.tabs)
        above = row_of(self.text, self.accept)
        above.setStretch(0, 1)
        self.body.addLayout(above)
        self.body.addWidget(self.asking)
        self.body.addLayout(below, 1)

    def _connect(self) -> None:
        self.head.everything.clicked.connect(lambda: self._run("everything"))
        self.tabs.chosen.connect(self.show_tab)
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
        """Show a part."""
        if isinstance(what, (Advice, LinkState)):
            self.show_tab(what)

    def show_tab(self, part: Part) -> None:
        """Show another part."""
        self.tabs.show_tab(part)
        self.asking.hide()
        self.context.remembered.setValue("customers/part", part.value)
        self._show()

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
        self.context.reading.ask(self, _told, self._show_told, key="told", lane=Lane.LISTS)

    def _show_told(self, told: Told) -> None:
        self.told = told
        for part in PARTS:
            self.tabs.show_count(part, told.counts[part])
        self._show_head()
        if self.stages.face() == "message":
            self._loaded()

    def _show_head(self) -> None:
        if self.told is None:
            return
        jobs = self.context.status.jobs if self.context.status else ()
        problem = next((job.problem for job in jobs if job.name == "customers"), None)
        self.head.show_told(self.told, self.context, problem)
        self.run_now.setEnabled(self.told.enabled)
        is_bare = not self.told.enabled and self.told.is_empty
        for part in (self.head, self.tabs, self.text):
            part.setVisible(not is_bare)
        has_matches = self.told.counts[Advice.MATCH] > 0
        self.accept.setVisible(self.tabs.tab is Advice.MATCH and self.told.enabled and has_matches)

    def _run(self, what: str) -> None:
        done = {
            "changes": self.tr("Both sides are being looked at for what changed."),
            "everything": self.tr("All customers of both sides are being read."),
        }[what]
        self.context.do(self, lambda service: service.customers_run(what), done)

    def _ask_to_accept(self) -> None:
        text = self.tr(
            "Every customer that is at least {least} % likely the same as one in Stripe, where no other is as likely, "
            "becomes one with it. Those that are less sure stay here."
        )
        self.asking.ask(
            text.format(least=SURE), self.tr("They are one"), lambda _: self._accept_all(), needs_text=False
        )

    def _accept_all(self) -> None:
        done = self.tr("The sure ones are linked.")
        self.context.do(self, lambda service: service.customers_accept_all(Advice.MATCH, SURE), done)

    # -- the list

    def _show(self) -> None:
        self._close_detail()
        self.stages.show_loading()
        self.model.show(self.tabs.tab, self.text.text().strip())
        self._read_head()

    def _loaded(self) -> None:
        if self.model.rowCount():
            self.stages.show_content()
            self._renew_detail()
        elif self.told is None:
            self.stages.show_loading()
        elif self.told.is_empty:
            self._show_bare(enabled=self.told.enabled)
        elif self.text.text().strip():
            self.stages.show_empty(self.tr("Nothing fits the search"), self.tr("Clear it, or choose another part."))
        else:
            good = self.tabs.tab in {Advice.MATCH, LinkState.CONFLICT, LinkState.REFUSED, LinkState.WAITING}
            shape, tone = ("proven", Tone.GOOD) if good else ("idle", Tone.QUIET)
            self.stages.show_empty(*self._empty_words(), shape=shape, tone=tone)

    def _show_bare(self, *, enabled: bool) -> None:
        if enabled:
            text = self.tr("Customers appear here as soon as the engine has read them on both sides, each with who it "
                           "may be and why.")  # fmt: skip
            self.stages.show_empty(self.tr("No customer was read yet"), text, shape="waiting")
            return
        text = self.tr(
            "Switched on, it says which customer of SYSPRO is which of Stripe, with reasons, and keeps name, e-mail, "
            "telephone, address and tax number in step as far as the settings say. You confirm who is who."
        )
        self.stages.show_empty(
            self.tr("Customers are not kept in step"),
            text,
            shape="paused",
            press=self.tr("Show its settings"),
            then=lambda: self.context.go("settings", _SWITCH),
        )

    def _empty_words(self) -> tuple[str, str]:
        appears = self.tr("Customers appear here when that changes.")
        words = {
            Advice.MATCH: (self.tr("Nobody waits to be compared"), self.tr(
                "When a customer of SYSPRO looks like one of Stripe, the two appear here with the reasons.",
            )),
            Advice.NEW: (self.tr("Every customer is in Stripe, or looks like one there"), appears),
            Advice.IGNORE: (self.tr("Nobody is left out"), appears),
            LinkState.IN_STEP: (self.tr("No link agrees yet"), appears),
            LinkState.WAITING: (self.tr("Nothing is to be written"), appears),
            LinkState.CONFLICT: (self.tr("Both sides agree"), self.tr(
                "When both sides change the same field, both values appear here and you choose.",
            )),
            LinkState.REFUSED: (self.tr("Stripe refuses nothing"), appears),
            LinkState.CLOSED: (self.tr("No link has ended"), appears),
        }  # fmt: skip
        return words[self.tabs.tab]

    # -- one row

    def open_row(self, row: view.CustomerRow) -> None:
        """Show the detail of a row."""
        self.detail.show_row(row, enabled=self.told is not None and self.told.enabled)
        self.detail.show()
        self._show_columns()

    def _renew_detail(self) -> None:
        """Show in the detail what the list says now of the same customer."""
        shown, row = self.detail.row, self.table.current_row()
        if self.detail.isHidden() or shown is None or row is None:
            return
        if row.customer == shown.customer and row != shown:
            self.open_row(row)

    def _current_changed(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid() and (self.detail.isVisible() or self.table.hasFocus()):
            self._open(current)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if row is not None:
            self.open_row(row)

    def _act(self, index: QModelIndex) -> None:
        """Do what the verb of a row says; who is who is looked at first."""
        row = index.data(ROW_ROLE)
        if row is None:
            return
        self.open_row(row)
        part = view.part_of(row)
        if part is LinkState.REFUSED and self.detail.retry.isEnabled():
            self.detail.compare_again()
        elif part is Advice.NEW and self.detail.make.isEnabled():
            self.detail.make_new()

    def _close_detail(self) -> None:
        self.detail.hide()
        self._show_columns()

    def _show_columns(self) -> None:
        """Leave out what the detail says better, and what a part has nothing to say in."""
        is_narrow, part = not self.detail.isHidden(), self.tabs.tab
        self.table.setColumnHidden(Column.WHY, is_narrow or part in {LinkState.IN_STEP, LinkState.WAITING})
        self.table.setColumnHidden(Column.STRIPE, part in {Advice.NEW, Advice.IGNORE} or is_narrow)
        self.table.setColumnHidden(Column.VERB, not view.verb_word(part))

    def _restore(self) -> None:
        kept = str(self.context.remembered.value("customers/part", ""))
        part = next((part for part in PARTS if part.value == kept), Advice.MATCH)
        self.tabs.show_tab(part)
        self.model.look_at(part, "")
        self._show_columns()


class HeadCard(Card):
    """How the customers stand, and when both sides were looked at last."""

    def __init__(self) -> None:
        super().__init__()
        self.share = figure()
        self.icon = StateIcon(20)
        self.sentence = Text(wraps=True)
        self.looks = Elided(role="muted")
        self.everything = Button(self.tr("Read all customers"), role="link")
        said = row_of(self.icon, self.sentence)
        said.setStretch(1, 1)
        below = row_of(self.looks, self.everything, spacing=MEDIUM)
        below.setStretch(0, 1)
        self.column.addWidget(self.share)
        self.column.addLayout(said)
        self.column.addLayout(below)

    def show_told(self, told: Told, context: Context, problem: Problem | None) -> None:
        """Show how it stands."""
        shape, tone, sentence = view.headline(told, problem)
        self.share.setText(view.share_text(told))
        self.icon.show_state(shape, tone)
        self.sentence.setText(sentence)
        self.looks.say(view.looks_text(told.course, context.now, context.zone))
        self.everything.setVisible(told.enabled)


def _told(service: AgentService) -> Told:
    links, advice = service.customer_counts()
    counts: dict[Part, int] = {part: count for some in (links, advice) for part, count in some.items()}
    return Told(counts, service.customer_course(), service.values().yes(_SWITCH))
