"""Catalogue: does Stripe have what SYSPRO sells? What is on its way, what is left out and why, what waits for me?"""

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QComboBox, QProgressBar

from agent.domain.catalogue.kept import CatalogueFilter, CatalogueRow, ReasonCount, Standing
from agent.service import AgentService
from gui.context import Context
from gui.pages.catalogue_detail import CatalogueDetail
from gui.pages.list_page import CHANGES, ListPage, Words
from gui.pages.work_filters import CauseStrip
from gui.reading import Lane
from gui.viewmodels import catalogue as view
from gui.viewmodels.catalogue import CatalogueModel, Column, Told
from gui.widgets.basics import Button, row_of
from gui.widgets.head_card import HeadCard
from gui.widgets.reason import ReasonBar
from gui.widgets.table import Table, chip_width, link_width
from gui.widgets.tabs import Tabs
from gui.words import count_text

#: The tab of all stock codes.
ALL = None

#: What is asked of the engine: to read everything in SYSPRO, to look at all products in Stripe.
_EVERYTHING, _CHECK = "everything", "check"

_SWITCH = "catalogue.enabled"

#: Code of the problem that holds what would go out of sale at once.
_HELD = "catalogue.most_gone"


class CataloguePage(ListPage[Standing | None, CatalogueRow, CatalogueFilter, Told]):
    """SYSPRO's stock codes as Stripe's products."""

    good = (Standing.REFUSED, Standing.ASKED, Standing.WAITING)

    def __init__(self, context: Context) -> None:
        super().__init__(context, _SWITCH, "catalogue/standing")
        self.words = self._words()
        links = {
            _EVERYTHING: self.tr("Read all stock codes"),
            _CHECK: self.tr("Look at all products in Stripe"),
        }
        self.head: ProgressCard = ProgressCard(links)
        self.tabs = Tabs(self._tab_words(), ALL)
        self.reasons = CauseStrip(ends=False)
        self.reasons.hide()
        self.order = QComboBox()
        self.order.setAccessibleName(self.tr("Order"))
        self.order.addItem(self.tr("By stock code"), "code")
        self.order.addItem(self.tr("Changed last"), "changed")
        kept = str(context.remembered.value("catalogue/order", "code"))
        self.order.setCurrentIndex(max(0, self.order.findData(kept)))
        self.model = CatalogueModel(context.reading)
        words = [view.standing_look(standing).word for standing in Standing]
        verbs = link_width(map(view.verb_word, Standing))
        self.table = Table(self.model, [chip_width(words), 128, 0, 144, 0, 140, verbs])
        self.detail: CatalogueDetail = CatalogueDetail(context)
        self.take_out = Button(self.tr("Take them out of sale…"))
        self.take_out.hide()
        self.take_out.clicked.connect(self._ask_to_take_out)
        self.head.column.addLayout(row_of(self.take_out, 1))
        self.asking = ReasonBar()
        self.assemble(beside=[self.order], above=[self.reasons])
        self.body.insertWidget(self.body.indexOf(self.head) + 1, self.asking)
        self.order.activated.connect(self._ordered)
        self.reasons.chosen.connect(self.show_list)

    def show_tab(self, tab: Standing | None) -> None:
        """Show another tab."""
        self.reasons.clear()
        super().show_tab(tab)

    def wanted(self) -> CatalogueFilter:
        """Return the part of the catalogue that the filters ask for."""
        return CatalogueFilter(
            self.tabs.tab,
            self.text.text().strip(),
            reason=self.reasons.code if self.tabs.tab is Standing.NOT_SOLD else "",
            newest=self.order.currentData() == "changed",
        )

    def is_filtered(self) -> bool:
        """Return whether more than the tab narrows the list."""
        return super().is_filtered() or bool(self.reasons.code)

    def nothing_fits(self) -> tuple[str, str]:
        """Return title and text where search and reason fit no stock code."""
        return self.tr("Nothing fits the filter"), self.tr("Clear the search or choose all.")

    # -- the head

    @staticmethod
    def read_told(service: AgentService) -> Told:
        """Return how the catalogue stands."""
        enabled, problem = service.values().yes(_SWITCH), service.catalogue_trouble()
        is_held = problem is not None and problem.code == _HELD
        return Told(service.catalogue_status(), enabled, problem, service.catalogue_leaving() if is_held else 0)

    @staticmethod
    def ask_engine(service: AgentService, what: str) -> int:
        """Ask for a run."""
        return service.catalogue_run(what)

    def read_head(self) -> None:
        """Read what the head shows, and the reasons where they are shown."""
        super().read_head()
        is_asked = self.tabs.tab is Standing.NOT_SOLD
        if is_asked:
            ask = self.context.reading.ask
            ask(self, AgentService.catalogue_reasons, self._show_reasons, key="reasons", lane=Lane.LISTS)
        self.reasons.setVisible(is_asked and self.reasons.has_any)

    def show_told(self, told: Told) -> None:
        """Show in the head how it stands."""
        self.head.show_told(told, self.context)
        self.take_out.setVisible(told.held > 0)
        if not told.held:
            self.asking.hide()

    def _ask_to_take_out(self) -> None:
        held = self.told.held if self.told else 0
        text = self.tr(
            "{count} stock codes go out of sale: their products and prices in Stripe are archived, and no shop can "
            "sell them until SYSPRO sells them again. Look first whether SYSPRO's database and the settings are right."
        )
        done = self.tr("They are being taken out of sale.")
        self.asking.ask(
            text.format(count=count_text(held)),
            self.tr("Take them out of sale"),
            lambda _: self.context.do(self, lambda service: service.catalogue_take_out(held), done),
            needs_text=False,
        )

    def _show_reasons(self, found: Sequence[ReasonCount]) -> None:
        causes = [one for one in found if not one.sold]
        self.reasons.show_causes(causes)
        self.reasons.setVisible(self.tabs.tab is Standing.NOT_SOLD and bool(causes))

    # -- the list

    def empty_words(self) -> tuple[str, str]:
        """Return title and text of a standing without rows."""
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

    def is_same(self, one: CatalogueRow, other: CatalogueRow) -> bool:
        """Return whether two rows are about the same stock code."""
        return one.stock_code == other.stock_code

    def act(self, row: CatalogueRow) -> None:
        """Write again what was refused; both values are looked at first."""
        if row.standing is Standing.REFUSED and self.detail.retry.isEnabled():
            self.detail.write_again()

    def hidden_columns(self, *, is_narrow: bool) -> Collection[int]:
        """Leave out what the detail says better, and what a tab has nothing to say in."""
        tab, hidden = self.tabs.tab, set()
        if is_narrow:
            hidden |= {Column.WHY, Column.CHANGED, Column.PRICES}
        if tab is Standing.NOT_SOLD:
            hidden |= {Column.NAME, Column.PRICES}
        if tab not in {ALL, Standing.REFUSED, Standing.ASKED}:
            hidden.add(Column.VERB)
        return hidden

    def _ordered(self) -> None:
        self.context.remembered.setValue("catalogue/order", self.order.currentData())
        self.show_list()

    # -- words

    def _tab_words(self) -> dict[Standing | None, str]:
        order = (Standing.ASKED, Standing.REFUSED, Standing.WAITING, Standing.SOLD, Standing.NOT_SOLD)
        return {ALL: self.tr("All")} | {standing: view.standing_look(standing).word for standing in order}

    def _words(self) -> Words:
        off = self.tr(
            "Switched on, it writes SYSPRO's stock codes and selling prices to Stripe as products and prices, keeps "
            "them in step, and says here what is left out and why. Nothing is ever written to SYSPRO."
        )
        unread = self.tr(
            "SYSPRO's stock codes appear here as soon as the engine has read them, each with its price "
            "and, where it is not sold, with the reason."
        )
        done = {
            CHANGES: self.tr("SYSPRO is being looked at for what changed."),
            _EVERYTHING: self.tr("All stock codes are being read."),
            _CHECK: self.tr("All products in Stripe are being looked at."),
        }
        return Words(
            heading=self.tr("Catalogue"),
            search=self.tr("Search stock code or name"),
            rows=self.tr("Stock codes"),
            done=done,
            off=(self.tr("The catalogue is off"), off),
            unread=(self.tr("No stock code was read yet"), unread),
        )


class ProgressCard(HeadCard):
    """How the catalogue stands, with how far and how fast it is written."""

    def __init__(self, links: dict[str, str]) -> None:
        super().__init__(links)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Stock codes written"))
        # Without anything to write it is not there, and its place stays.
        room = self.bar.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(room)
        self.column.insertWidget(2, self.bar)

    def show_told(self, told: Told, context: Context) -> None:
        """Show how it stands.

        Args:
            told: What the service says.
            context: The window's view of the home.
        """
        status = told.status
        shape, tone, sentence = view.headline(told, told.problem)
        moves = told.enabled and told.problem is None
        pace = view.pace_text(status, alive=context.engine_alive) if moves else ""
        looks = view.looks_text(status, context.now, context.zone)
        headline = shape, tone, f"{sentence} {pace}".rstrip()
        self.say(headline, view.share_text(status), looks, enabled=told.enabled)
        self.bar.setVisible(bool(status.left))
        self.bar.setRange(0, status.done + status.left)
        self.bar.setValue(status.done)
