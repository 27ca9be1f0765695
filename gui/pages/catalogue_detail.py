"""The detail of one stock code: what Stripe has of it, why, and where a person chooses, both values side by side."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from agent.domain.catalogue.kept import CatalogueRow, Standing
from gui.context import Context
from gui.pages.base import caption
from gui.theme import MEDIUM, SMALL
from gui.viewmodels import catalogue as view
from gui.widgets.basics import Button, Card, Chip, Identifier, Text, line, row_of, strong
from gui.words import exact_text, local_number, spoken

#: Width of the pane, in pixels of the layout.
WIDTH = 400


class CatalogueDetail(QWidget):
    """The pane at the right of the catalogue.

    Args:
        context: The window's view of the home.
    """

    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.row: CatalogueRow | None = None
        self.setFixedWidth(WIDTH)
        self.chip = Chip()
        self.close_button = Button("", role="quiet", icon="x")
        self.close_button.setAccessibleName(self.tr("Close the detail"))
        self.close_button.setToolTip(self.tr("Close the detail"))
        self.close_button.clicked.connect(self.closed)
        self.title = strong()
        self.title.setWordWrap(True)
        self.reason = Text(wraps=True)
        self.retry = Button(self.tr("Retry"), role="primary")
        self.retry.clicked.connect(self.write_again)
        self.facts = QFormLayout()
        self.values = QGridLayout()
        self.choice = self._make_choice()
        self._lay_out()

    def _make_choice(self) -> QWidget:
        self.keep_syspro = Button(self.tr("Keep SYSPRO's"))
        self.keep_syspro.clicked.connect(lambda: self._keep("syspro"))
        self.keep_stripe = Button(self.tr("Keep Stripe's"))
        self.keep_stripe.clicked.connect(lambda: self._keep("stripe"))
        self.values.setHorizontalSpacing(MEDIUM)
        self.values.setVerticalSpacing(SMALL)
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

    def _lay_out(self) -> None:
        self.facts.setHorizontalSpacing(MEDIUM)
        self.facts.setVerticalSpacing(4)
        self.facts.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(MEDIUM, 12, MEDIUM, MEDIUM)
        column.setSpacing(12)
        column.addLayout(row_of(self.chip, 1, self.close_button))
        for part in (self.title, self.reason):
            column.addWidget(part)
        column.addLayout(row_of(self.retry, 1))
        column.addWidget(self.choice)
        column.addWidget(line())
        column.addLayout(self.facts)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        card = Card(margin=0)
        card.column.addWidget(area)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def show_row(self, row: CatalogueRow, *, enabled: bool) -> None:
        """Show a stock code.

        Args:
            row: The stock code.
            enabled: Whether the catalogue is switched on, so that something can be done.
        """
        self.row = row
        self.chip.say(view.standing_look(row.standing))
        self.title.setText(row.name or row.stock_code)
        self.reason.setText(spoken(row.reason))
        self.reason.setVisible(bool(row.reason))
        self.retry.setVisible(row.standing is Standing.REFUSED)
        self.choice.setVisible(row.standing is Standing.ASKED)
        for button in (self.retry, self.keep_syspro, self.keep_stripe):
            button.setEnabled(enabled)
        self._fill_values(row)
        self._fill_facts(row)

    def write_again(self) -> None:
        """Write the stock code again that Stripe has refused."""
        if self.row is not None:
            code = self.row.stock_code
            done = self.tr("{code} is written to Stripe again.").format(code=code)
            self._context.do(self, lambda service: service.catalogue_again(code), done)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _keep(self, side: str) -> None:
        if self.row is None:
            return
        code = self.row.stock_code
        done = {
            "syspro": self.tr("{code} is written to Stripe as SYSPRO has it."),
            "stripe": self.tr("{code} stays in Stripe as it is there."),
        }[side].format(code=code)
        self._context.do(self, lambda service: service.catalogue_keep(code, side), done)

    def _fill_values(self, row: CatalogueRow) -> None:
        while (item := self.values.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if not row.differences:
            return
        for column, word in enumerate((self.tr("Field"), "SYSPRO", "Stripe")):
            self.values.addWidget(Text(word, role="muted"), 0, column)
        for number, one in enumerate(row.differences, start=1):
            texts = (view.field_word(one.field), view.value_text(one, one.syspro), view.value_text(one, one.stripe))
            for column, text in enumerate(texts):
                self.values.addWidget(Text(text, wraps=True), number, column, Qt.AlignmentFlag.AlignTop)

    def _fill_facts(self, row: CatalogueRow) -> None:
        while self.facts.rowCount():
            self.facts.removeRow(0)
        self.facts.addRow(Text(self.tr("Stock code"), role="muted"), Identifier(row.stock_code, most=28))
        self.facts.addRow(Text(self.tr("Product in Stripe"), role="muted"), Identifier(row.product_id, most=28))
        for price in row.prices.values():
            self.facts.addRow(Text(self.tr("Price"), role="muted"), Text(local_number(price)))
        changed = exact_text(row.updated_at, self._context.zone)
        self.facts.addRow(Text(self.tr("Changed"), role="muted"), Text(changed, wraps=True))
