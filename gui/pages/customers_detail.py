"""The detail of one customer: why it may be another, or what the two sides disagree about, and what to press."""

from functools import partial

from PySide6.QtCore import Qt

from agent.domain.customers.kept import LinkRow, LinkState, SuggestionRow
from agent.domain.customers.suggest import Advice
from gui.context import Context
from gui.pages.base import caption
from gui.pages.row_pane import RowPane
from gui.viewmodels import customers as view
from gui.viewmodels.customers import CustomerRow
from gui.widgets.basics import Button, Identifier, Text, row_of, strong
from gui.widgets.stripe_id import StripeId
from gui.words import spoken


class CustomersDetail(RowPane[CustomerRow]):
    """The pane at the right of the customers.

    Args:
        context: The window's view of the home.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.link = self.button(self.tr("They are one"), self.accept, role="primary")
        self.make = self.button(self.tr("Make in Stripe"), self.make_new, role="primary")
        self.refuse = self.button(self.tr("Not the same"), self._refuse)
        self.ignore = self.button(self.tr("Keep out of Stripe"), self._ignore)
        self.retry = self.button(self.tr("Retry"), self.compare_again, role="primary")
        self.sides: dict[tuple[str, str], Button] = {}
        self.note = caption("")
        pressed = row_of(self.link, self.make, self.retry, self.refuse, 1)
        self.lay_out(pressed, row_of(self.ignore, 1), self.values, self.note)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """Everything that can be pressed on a customer."""
        return (self.link, self.make, self.refuse, self.ignore, self.retry, *self.sides.values())

    def fill(self, row: CustomerRow) -> None:
        """Show a suggestion or a link."""
        part = view.part_of(row)
        self.chip.say(view.part_look(part))
        self.title.setText(row.name or row.customer)
        self.link.setVisible(part is Advice.MATCH)
        self.refuse.setVisible(part is Advice.MATCH)
        self.make.setVisible(part in {Advice.NEW, Advice.IGNORE})
        self.ignore.setVisible(part in {Advice.MATCH, Advice.NEW})
        self.retry.setVisible(part is LinkState.REFUSED)
        self._fill_values(row)
        self._fill_facts(row)

    # -- what can be done

    def accept(self) -> None:
        """Make the two customers one."""
        if isinstance(self.row, SuggestionRow):
            code, stripe_id = self.row.customer, self.row.stripe_id
            done = self.tr("{code} and {stripe} are one customer.").format(code=code, stripe=stripe_id)
            self.do(lambda service: service.customers_link(code, stripe_id), done)

    def make_new(self) -> None:
        """Have the customer made in Stripe."""
        if self.row is not None:
            code = self.row.customer
            done = self.tr("{code} is made in Stripe.").format(code=code)
            self.do(lambda service: service.customers_link(code, ""), done)

    def compare_again(self) -> None:
        """Compare both sides again."""
        if self.row is not None:
            code = self.row.customer
            self.do(
                lambda service: service.customers_retry(code), self.tr("{code} is compared again.").format(code=code)
            )

    def _refuse(self) -> None:
        if self.row is not None:
            code, stripe_id = self.row.customer, self.row.stripe_id
            done = self.tr("{code} and {stripe} are not suggested again.").format(code=code, stripe=stripe_id)
            self.do(lambda service: service.customers_refuse(code, stripe_id), done)

    def _ignore(self) -> None:
        if self.row is not None:
            code = self.row.customer
            done = self.tr("{code} stays out of Stripe.").format(code=code)
            self.do(lambda service: service.customers_ignore(code), done)

    def _choose(self, field: str, side: str, *_: object) -> None:
        if self.row is not None:
            code = self.row.customer
            text = {"syspro": self.tr("SYSPRO's {field} counts."), "stripe": self.tr("Stripe's {field} counts.")}[side]
            done = text.format(field=view.field_word(field))
            self.do(lambda service: service.customers_resolve(code, field, side), done)

    # -- what is shown

    def _fill_values(self, row: CustomerRow) -> None:
        self.sides.clear()
        self.clear_values()
        if isinstance(row, SuggestionRow):
            self._fill_reasons(row)
            return
        self.give_reason(row.reason)
        place = 0
        for one in row.conflicts:
            self.values.addWidget(strong(view.field_word(one.field)), place, 0, 1, 2)
            for side, word, text in (("syspro", "SYSPRO", one.syspro), ("stripe", "Stripe", one.stripe)):
                place += 1
                said = Text(f"{word}: {view.value_text(text)}", wraps=True)
                keep = self.tr("Keep SYSPRO's") if side == "syspro" else self.tr("Keep Stripe's")
                button = self.button(keep, partial(self._choose, one.field, side))
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
        self.give_reason(likely.format(score=row.score, name=row.stripe_name or row.stripe_id) if is_match else "")
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
        self.clear_facts()
        self.add_fact(self.tr("Customer in SYSPRO"), Identifier(row.customer, most=28))
        if row.stripe_id:
            self.add_fact(self.tr("Customer in Stripe"), StripeId(self.context, row.stripe_id))
        if isinstance(row, LinkRow):
            self.add_moment(self.tr("Linked"), row.made_at)
            self.add_fact(self.tr("By"), row.origin)
