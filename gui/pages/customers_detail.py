"""The detail of one customer: why it may be another, or what the two sides disagree about, and what to press."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from agent.domain.customers.kept import LinkRow, LinkState, SuggestionRow
from agent.domain.customers.suggest import Advice
from agent.service import AgentService
from gui.context import Context
from gui.pages.base import caption
from gui.theme import MEDIUM, SMALL
from gui.viewmodels import customers as view
from gui.viewmodels.customers import CustomerRow
from gui.widgets.basics import Button, Card, Chip, Identifier, Text, line, row_of, strong
from gui.widgets.stripe_id import StripeId
from gui.words import exact_text, spoken

#: Width of the pane, in pixels of the layout.
WIDTH = 400


class CustomersDetail(QWidget):
    """The pane at the right of the customers.

    Args:
        context: The window's view of the home.
    """

    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.row: CustomerRow | None = None
        self.setFixedWidth(WIDTH)
        self.chip = Chip()
        self.close_button = Button("", role="quiet", icon="x")
        self.close_button.setAccessibleName(self.tr("Close the detail"))
        self.close_button.setToolTip(self.tr("Close the detail"))
        self.close_button.clicked.connect(self.closed)
        self.title = strong()
        self.title.setWordWrap(True)
        self.reason = Text(wraps=True)
        self.link = self._button(self.tr("They are one"), self.accept, role="primary")
        self.make = self._button(self.tr("Make in Stripe"), self.make_new, role="primary")
        self.refuse = self._button(self.tr("Not the same"), self._refuse)
        self.ignore = self._button(self.tr("Keep out of Stripe"), self._ignore)
        self.retry = self._button(self.tr("Retry"), self.compare_again, role="primary")
        self.values = QGridLayout()
        self.sides: dict[tuple[str, str], Button] = {}
        self.note = caption("")
        self.facts = QFormLayout()
        self._lay_out()

    @property
    def buttons(self) -> tuple[Button, ...]:
        """Everything that can be pressed on a customer."""
        return (self.link, self.make, self.refuse, self.ignore, self.retry, *self.sides.values())

    def _button(self, text: str, pressed: Callable[..., None], role: str = "") -> Button:
        button = Button(text, role=role)
        button.clicked.connect(pressed)
        return button

    def _lay_out(self) -> None:
        self.values.setHorizontalSpacing(MEDIUM)
        self.values.setVerticalSpacing(SMALL)
        self.facts.setHorizontalSpacing(MEDIUM)
        self.facts.setVerticalSpacing(4)
        self.facts.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(MEDIUM, 12, MEDIUM, MEDIUM)
        column.setSpacing(12)
        column.addLayout(row_of(self.chip, 1, self.close_button))
        column.addWidget(self.title)
        column.addWidget(self.reason)
        column.addLayout(row_of(self.link, self.make, self.retry, self.refuse, 1))
        column.addLayout(row_of(self.ignore, 1))
        column.addLayout(self.values)
        column.addWidget(self.note)
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

    def show_row(self, row: CustomerRow, *, enabled: bool) -> None:
        """Show a customer.

        Args:
            row: The suggestion or link.
            enabled: Whether customers are kept in step, so that something can be done.
        """
        self.row, part = row, view.part_of(row)
        self.chip.say(view.part_look(part))
        self.title.setText(row.name or row.customer)
        self.link.setVisible(part is Advice.MATCH)
        self.refuse.setVisible(part is Advice.MATCH)
        self.make.setVisible(part in {Advice.NEW, Advice.IGNORE})
        self.ignore.setVisible(part in {Advice.MATCH, Advice.NEW})
        self.retry.setVisible(part is LinkState.REFUSED)
        self._fill_values(row)
        self._fill_facts(row)
        for button in self.buttons:
            button.setEnabled(enabled)

    # -- what can be done

    def accept(self) -> None:
        """Make the two customers one."""
        if isinstance(self.row, SuggestionRow):
            code, stripe_id = self.row.customer, self.row.stripe_id
            done = self.tr("{code} and {stripe} are one customer.").format(code=code, stripe=stripe_id)
            self._do(lambda service: service.customers_link(code, stripe_id), done)

    def make_new(self) -> None:
        """Have the customer made in Stripe."""
        if self.row is not None:
            code = self.row.customer
            done = self.tr("{code} is made in Stripe.").format(code=code)
            self._do(lambda service: service.customers_link(code, ""), done)

    def compare_again(self) -> None:
        """Compare both sides again."""
        if self.row is not None:
            code = self.row.customer
            self._do(
                lambda service: service.customers_retry(code), self.tr("{code} is compared again.").format(code=code)
            )

    def _refuse(self) -> None:
        if self.row is not None:
            code, stripe_id = self.row.customer, self.row.stripe_id
            done = self.tr("{code} and {stripe} are not suggested again.").format(code=code, stripe=stripe_id)
            self._do(lambda service: service.customers_refuse(code, stripe_id), done)

    def _ignore(self) -> None:
        if self.row is not None:
            code = self.row.customer
            done = self.tr("{code} stays out of Stripe.").format(code=code)
            self._do(lambda service: service.customers_ignore(code), done)

    def _choose(self, field: str, side: str, *_: object) -> None:
        if self.row is not None:
            code = self.row.customer
            text = {"syspro": self.tr("SYSPRO's {field} counts."), "stripe": self.tr("Stripe's {field} counts.")}[side]
            done = text.format(field=view.field_word(field))
            self._do(lambda service: service.customers_resolve(code, field, side), done)

    def _do(self, command: Callable[[AgentService], int], done: str) -> None:
        self._context.do(self, command, done)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    # -- what is shown

    def _fill_values(self, row: CustomerRow) -> None:
        self.sides.clear()
        while (item := self.values.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if isinstance(row, SuggestionRow):
            self._fill_reasons(row)
            return
        self.reason.setText(spoken(row.reason))
        self.reason.setVisible(bool(row.reason))
        place = 0
        for one in row.conflicts:
            self.values.addWidget(strong(view.field_word(one.field)), place, 0, 1, 2)
            for side, word, text in (("syspro", "SYSPRO", one.syspro), ("stripe", "Stripe", one.stripe)):
                place += 1
                said = Text(f"{word}: {view.value_text(text)}", wraps=True)
                keep = self.tr("Keep SYSPRO's") if side == "syspro" else self.tr("Keep Stripe's")
                button = self._button(keep, partial(self._choose, one.field, side))
                button.setAccessibleName(f"{view.field_word(one.field)}: {keep}")
                self.sides[one.field, side] = button
                self.values.addWidget(said, place, 0, Qt.AlignmentFlag.AlignTop)
                self.values.addWidget(button, place, 1, Qt.AlignmentFlag.AlignTop)
            place += 1
        self.values.setColumnStretch(0, 1)
        self.values.setColumnStretch(1, 0)
        self.note.setText(
            self.tr("Both sides changed this since they agreed last. What you keep is written to the other side.")
        )
        self.note.setVisible(bool(row.conflicts))

    def _fill_reasons(self, row: SuggestionRow) -> None:
        is_match = row.advice is Advice.MATCH
        likely = self.tr("{score} % likely the same as {name} in Stripe.")
        self.reason.setText(likely.format(score=row.score, name=row.stripe_name or row.stripe_id) if is_match else "")
        self.reason.setVisible(is_match)
        for place, reason in enumerate(row.reasons):
            points = Text(f"+{reason.points}" if is_match else "", role="muted")
            self.values.addWidget(points, place, 0, Qt.AlignmentFlag.AlignTop)
            self.values.addWidget(Text(spoken(reason.sentence), wraps=True), place, 1, Qt.AlignmentFlag.AlignTop)
        self.values.setColumnStretch(0, 0)
        self.values.setColumnStretch(1, 1)
        said = self.tr("Another customer is as likely, so look twice.") if row.ambiguous else ""
        self.note.setText(said)
        self.note.setVisible(bool(said))

    def _fill_facts(self, row: CustomerRow) -> None:
        while self.facts.rowCount():
            self.facts.removeRow(0)
        self.facts.addRow(Text(self.tr("Customer in SYSPRO"), role="muted"), Identifier(row.customer, most=28))
        if row.stripe_id:
            self.facts.addRow(Text(self.tr("Customer in Stripe"), role="muted"), StripeId(self._context, row.stripe_id))
        if isinstance(row, LinkRow):
            made = exact_text(row.made_at, self._context.zone)
            self.facts.addRow(Text(self.tr("Linked"), role="muted"), Text(made, wraps=True))
            self.facts.addRow(Text(self.tr("By"), role="muted"), Text(row.origin, wraps=True))
