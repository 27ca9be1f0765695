"""The detail of one request to pay: what is asked, where it is paid, and what to press."""

from PySide6.QtGui import QGuiApplication

from agent.domain.requests.kept import RequestRow, Standing
from gui.context import Context
from gui.pages.row_pane import RowPane
from gui.viewmodels import requests as view
from gui.widgets.basics import Button, Identifier, row_of
from gui.widgets.reason import ReasonBar
from gui.widgets.stripe_id import StripeId
from gui.words import local_number


class RequestsDetail(RowPane[RequestRow]):
    """The pane at the right of the requests.

    Args:
        context: The window's view of the home.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.copy = self.button(self.tr("Copy link"), self.copy_link, role="primary")
        self.open = self.button(self.tr("Open the page"), self._open)
        self.retry = self.button(self.tr("Retry"), self.ask_again, role="primary")
        self.again = self.button(self.tr("Ask again…"), self._ask_whether)
        self.asking = ReasonBar()
        self.lay_out(row_of(self.copy, self.open, self.retry, self.again, 1), self.asking)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """Everything that the engine is asked for."""
        return self.retry, self.again

    def fill(self, row: RequestRow) -> None:
        """Show an invoice."""
        self.asking.hide()
        self.chip.say(view.standing_look(row.standing))
        self.title.setText(self.tr("Invoice {invoice}").format(invoice=row.invoice))
        self.give_reason(row.reason)
        self.copy.setVisible(bool(row.url))
        self.open.setVisible(bool(row.url))
        self.retry.setVisible(row.standing is Standing.REFUSED)
        self.again.setVisible(row.standing is Standing.PAID)
        self.clear_facts()
        self.add_fact(self.tr("Customer"), Identifier(row.customer, most=28))
        self.add_fact(self.tr("Invoice"), Identifier(row.invoice, most=28))
        if row.amount:
            self.add_fact(self.tr("Asked for"), local_number(row.amount))
        if row.url:
            self.add_fact(self.tr("Where it is paid"), Identifier(row.url, most=28))
        if row.link:
            self.add_fact(self.tr("In Stripe"), StripeId(self.context, row.link))
        self.add_moment(self.tr("Changed"), row.updated_at)

    def copy_link(self) -> None:
        """Copy the address at which the invoice is paid, to be sent to the payer."""
        if self.row is not None and self.row.url:
            QGuiApplication.clipboard().setText(self.row.url)
            self.context.said.emit(self.tr("The link of invoice {invoice} is copied.").format(invoice=self.row.invoice))

    def ask_again(self) -> None:
        """Ask again for the invoice."""
        if self.row is not None:
            invoice, customer = self.row.invoice, self.row.customer
            done = self.tr("Invoice {invoice} is asked for again.").format(invoice=invoice)
            self.do(lambda service: service.requests_again(invoice, customer), done)

    def _open(self) -> None:
        if self.row is not None:
            self.context.joins.browse(self.row.url)

    def _ask_whether(self) -> None:
        text = self.tr(
            "Stripe says that this was paid, and SYSPRO still shows the invoice open. Ask again only where that money "
            "will not come, as after a bank's payment that failed: the customer could pay twice."
        )
        self.asking.ask(text, self.tr("Ask again"), lambda _: self.ask_again(), needs_text=False)
