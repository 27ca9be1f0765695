"""Payouts: does it tie?"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from agent.domain.money import Money
from agent.domain.overview import PayoutSummary
from agent.domain.statements import PayoutStatement
from agent.service import AgentService
from gui.context import Context
from gui.pages.base import Page
from gui.reading import Lane
from gui.theme import LARGE, MEDIUM, Tone
from gui.viewmodels.payouts import (
    LinesModel,
    PayoutsModel,
    line_words,
    payout_words,
    step_words,
    tie_sentence,
)
from gui.viewmodels.roles import ROW_ROLE
from gui.widgets.basics import Button, Card, ListCard, StateIcon, Text, figure, row_of, strong
from gui.widgets.charts import WaterfallPicture
from gui.widgets.stages import Stages
from gui.widgets.stripe_id import StripeId
from gui.widgets.table import Table, chip_width
from gui.words import amount_text, day_text

#: Payouts that are listed; older ones are found through the reports.
_LISTED = 500


class PayoutsPage(Page):
    """The list of payouts, and one of them."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "")
        self.title.setText(self.tr("Payouts"))
        self.setAccessibleName(self.tr("Payouts"))
        self.back = Button(self.tr("All payouts"), icon="arrow-left")
        self.save = Button(self.tr("Save report"), icon="file-arrow-down")
        self.back.clicked.connect(self.show_list)
        self.save.clicked.connect(self._choose_file)
        self.verbs.addWidget(self.back)
        self.verbs.addWidget(self.save)
        self.model = PayoutsModel()
        self.table = Table(self.model, [chip_width(payout_words()), 144, 128, 128, 0])
        self.table.setAccessibleName(self.tr("Payouts"))
        self.table.opened.connect(self._open)
        self.table.clicked.connect(self._open)
        card = ListCard()
        card.column.addWidget(self.table)
        self.stages = Stages(card, lines=10)
        self.stages.again.connect(self.refresh)
        self.detail = PayoutDetail(context)
        self.faces = QStackedWidget()
        self.faces.addWidget(self.stages)
        self.faces.addWidget(self.detail)
        self.body.addWidget(self.faces, 1)
        self.payout_id = ""
        self.show_list()

    def open_at(self, what: object) -> None:
        """Show one payout."""
        if isinstance(what, str) and what:
            self.show_payout(what)

    def refresh(self) -> None:
        """Read what is shown again."""

        def read(service: AgentService) -> Sequence[PayoutSummary]:
            return service.payouts(limit=_LISTED)

        self.context.reading.ask(self, read, self._show_payouts, key="payouts", failed=self.stages.show_problem,
                                 lane=Lane.LISTS)  # fmt: skip
        if self.payout_id:
            self._read_payout()

    def look_anew(self) -> None:
        """Draw icons in the colours of now."""
        self.back.paint_icon()
        self.save.paint_icon()

    def show_list(self) -> None:
        """Show all payouts."""
        self.payout_id = ""
        self.back.hide()
        self.save.hide()
        self.faces.setCurrentWidget(self.stages)

    def show_payout(self, payout_id: str) -> None:
        """Show one payout."""
        self.payout_id = payout_id
        self.back.show()
        self.save.show()
        self.detail.stages.show_loading()
        self.faces.setCurrentWidget(self.detail)
        self._read_payout()

    def save_to(self, path: Path) -> None:
        """Write the report of the payout that is shown."""
        payout_id, save = self.payout_id, self.context.joins.save_payout
        done = self.tr("Written to {path}.").format(path=path)

        def write(service: AgentService) -> str:
            try:
                save(service, payout_id, path)
            except (OSError, ValueError) as error:
                return str(error)
            return ""

        self.context.reading.ask(self, write, lambda trouble: self.context.said.emit(trouble or done), lane=Lane.LISTS)

    def _show_payouts(self, payouts: Sequence[PayoutSummary]) -> None:
        self.model.show(payouts)
        if payouts:
            self.stages.show_content()
        else:
            text = self.tr("A payout appears here when Stripe has sent money to the bank.")
            self.stages.show_empty(self.tr("No payouts yet"), text)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, PayoutSummary):
            self.show_payout(row.payout_id)

    def _read_payout(self) -> None:
        payout_id = self.payout_id
        self.context.reading.ask(self, lambda service: service.payout_statement(payout_id), self._show_payout,
                                 key="payout", failed=self.detail.stages.show_problem, lane=Lane.LISTS)  # fmt: skip

    def _show_payout(self, statement: PayoutStatement | None) -> None:
        if statement is None:
            text = self.tr("The engine reads payouts while it runs.")
            self.detail.stages.show_empty(self.tr("Nothing is known of this payout"), text)
        elif statement.payout_id == self.payout_id:
            self.detail.show_statement(statement)

    def _choose_file(self) -> None:
        kinds = "PDF (*.pdf);;Excel (*.xlsx);;HTML (*.html);;CSV (*.csv)"
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save report"), f"{self.payout_id}.pdf", kinds)
        if chosen:
            self.save_to(Path(chosen))


class PayoutDetail(QWidget):
    """One payout: its difference, its waterfall, a tick for each movement."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.icon = StateIcon(20)
        self.sentence = strong()
        self.sentence.setWordWrap(True)
        self.what = Text(role="muted")
        self.difference = figure()
        self.amount = strong()
        self.day = Text(role="muted")
        self.identifier = StripeId(context, most=28)
        self.waterfall = WaterfallPicture()
        self.model = LinesModel()
        self.table = Table(self.model, [chip_width(line_words()), 96, 0, 104, 88, 104, 0])
        self.table.setAccessibleName(self.tr("Movements of the payout"))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        above = QHBoxLayout()
        above.setSpacing(MEDIUM)
        above.addWidget(self._answer(), 2)
        picture = Card(self.tr("From gross to net"))
        picture.column.addWidget(self.waterfall)
        above.addWidget(picture, 5)
        column.addLayout(above)
        card = ListCard()
        card.column.addWidget(self.table)
        column.addWidget(card, 1)
        self.stages = Stages(inner, lines=12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stages)

    def _answer(self) -> Card:
        card = Card(margin=LARGE)
        card.column.addWidget(self.what)
        card.column.addWidget(self.difference)
        card.column.addLayout(row_of(self.icon, self.sentence))
        card.column.addStretch()
        card.column.addWidget(self.amount)
        card.column.addWidget(self.day)
        card.column.addLayout(row_of(self.identifier, 1))
        return card

    def show_statement(self, statement: PayoutStatement) -> None:
        """Show a payout."""
        is_whole = not statement.wrong
        shape, tone = ("proven", Tone.GOOD) if is_whole and not statement.awaited else ("working", Tone.ACTIVE)
        if not is_whole:
            shape, tone = "refused", Tone.BAD
        if not statement.parts:
            # Nothing is wrong with it: what it is made of is not known, so nothing can be compared.
            shape, tone = "waiting", Tone.QUIET
        self.icon.show_state(shape, tone)
        self.sentence.setText(tie_sentence(statement))
        self.what.setText(self.tr("Difference in {currency}").format(currency=statement.currency.upper()))
        self.difference.setText(amount_text(statement.difference, currency=False) if statement.parts else "\N{EN DASH}")
        self.amount.setText(amount_text(statement.amount or Money.zero(statement.currency)))
        self.day.setText(self._day(statement))
        self.identifier.say(statement.payout_id)
        steps = statement.waterfall() if statement.parts else ()
        self.waterfall.show_steps(steps, step_words(steps))
        self.model.show(statement.lines)
        self.stages.show_content()

    def _day(self, statement: PayoutStatement) -> str:
        if not statement.arrival_day:
            return self.tr("Company {company}").format(company=statement.company)
        day = day_text(statement.arrival_day)
        return self.tr("Company {company}, in the bank {day}").format(company=statement.company, day=day)
