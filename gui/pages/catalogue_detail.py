"""The detail of one stock code: what Stripe has of it, why, and where a person chooses, both values side by side."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agent.domain.catalogue.kept import CatalogueRow, Standing
from gui.context import Context
from gui.pages.base import caption
from gui.pages.row_pane import RowPane
from gui.viewmodels import catalogue as view
from gui.widgets.basics import Button, Identifier, Text, row_of, strong
from gui.words import local_number


class CatalogueDetail(RowPane[CatalogueRow]):
    """The pane at the right of the catalogue.

    Args:
        context: The window's view of the home.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.retry = self.button(self.tr("Retry"), self.write_again, role="primary")
        self.choice = self._make_choice()
        self.lay_out(row_of(self.retry, 1), self.choice)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """Everything that can be pressed on a stock code."""
        return self.retry, self.keep_syspro, self.keep_stripe

    def _make_choice(self) -> QWidget:
        self.keep_syspro = self.button(self.tr("Keep SYSPRO's"), lambda: self._keep("syspro"))
        self.keep_stripe = self.button(self.tr("Keep Stripe's"), lambda: self._keep("stripe"))
        for place in (1, 2):
            self.values.setColumnStretch(place, 1)
        choice = QWidget()
        column = QVBoxLayout(choice)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(strong(self.tr("Somebody changed this in Stripe")))
        column.addLayout(self.values)
        column.addLayout(row_of(self.keep_syspro, self.keep_stripe, 1))
        text = self.tr(
            "SYSPRO's is written over what stands in Stripe. Stripe's stays until it is changed there again; SYSPRO is "
            "never written to."
        )
        column.addWidget(caption(text))
        return choice

    def fill(self, row: CatalogueRow) -> None:
        """Show a stock code."""
        self.chip.say(view.standing_look(row.standing))
        self.title.setText(row.name or row.stock_code)
        self.give_reason(row.reason)
        self.retry.setVisible(row.standing is Standing.REFUSED)
        self.choice.setVisible(row.standing is Standing.ASKED)
        self._fill_values(row)
        self._fill_facts(row)

    def write_again(self) -> None:
        """Write the stock code again that Stripe has refused."""
        if self.row is not None:
            code = self.row.stock_code
            done = self.tr("{code} is written to Stripe again.").format(code=code)
            self.do(lambda service: service.catalogue_again(code), done)

    def _keep(self, side: str) -> None:
        if self.row is None:
            return
        code = self.row.stock_code
        done = {
            "syspro": self.tr("{code} is written to Stripe as SYSPRO has it."),
            "stripe": self.tr("{code} stays in Stripe as it is there."),
        }[side].format(code=code)
        self.do(lambda service: service.catalogue_keep(code, side), done)

    def _fill_values(self, row: CatalogueRow) -> None:
        self.clear_values()
        if not row.differences:
            return
        for column, word in enumerate((self.tr("Field"), "SYSPRO", "Stripe")):
            self.values.addWidget(Text(word, role="muted"), 0, column)
        for number, one in enumerate(row.differences, start=1):
            texts = (view.field_word(one.field), view.value_text(one, one.syspro), view.value_text(one, one.stripe))
            for column, text in enumerate(texts):
                self.values.addWidget(Text(text, wraps=True), number, column, Qt.AlignmentFlag.AlignTop)

    def _fill_facts(self, row: CatalogueRow) -> None:
        self.clear_facts()
        self.add_fact(self.tr("Stock code"), Identifier(row.stock_code, most=28))
        self.add_fact(self.tr("Product in Stripe"), Identifier(row.product_id, most=28))
        for price in row.prices.values():
            self.add_fact(self.tr("Price"), local_number(price))
        self.add_moment(self.tr("Changed"), row.updated_at)
