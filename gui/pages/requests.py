"""Requests to pay: which open SYSPRO invoice can be paid in Stripe, where, and what is wrong with the others?"""

from collections.abc import Collection

from agent.domain.requests.kept import RequestFilter, RequestRow, Standing
from agent.domain.requests.rules import choose_somebody
from agent.service import AgentService
from gui.context import Context
from gui.pages.list_page import CHANGES, ListPage, Words
from gui.pages.requests_detail import RequestsDetail
from gui.viewmodels import requests as view
from gui.viewmodels.requests import Column, RequestsModel, Told
from gui.widgets.head_card import HeadCard
from gui.widgets.table import Table, chip_width, link_width
from gui.widgets.tabs import Tabs

#: The tab of all invoices.
ALL = None

#: The tabs, those that want a person first.
STANDINGS = (Standing.REFUSED, Standing.WAITING, Standing.OPEN, Standing.PAID, Standing.CLOSED)

#: What is asked of the engine: to read all invoices.
_EVERYTHING = "everything"

_SWITCH = "requests.enabled"


class RequestsPage(ListPage[Standing | None, RequestRow, RequestFilter, Told]):
    """SYSPRO's open invoices as Stripe's payment links or invoices."""

    good = (Standing.REFUSED, Standing.WAITING)

    def __init__(self, context: Context) -> None:
        super().__init__(context, _SWITCH, "requests/standing")
        self.words = self._words()
        self.head = HeadCard({_EVERYTHING: self.tr("Read all invoices")})
        tabs: dict[Standing | None, str] = {ALL: self.tr("All")}
        self.tabs = Tabs(tabs | {one: view.standing_look(one).word for one in STANDINGS}, ALL)
        self.model = RequestsModel(context.reading)
        words = chip_width(view.standing_look(standing).word for standing in Standing)
        verbs = link_width(map(view.verb_word, Standing))
        self.table = Table(self.model, [words, 136, 136, 116, 0, 140, verbs])
        self.detail: RequestsDetail = RequestsDetail(context)
        self.assemble()

    def wanted(self) -> RequestFilter:
        """Return the part of the invoices that tab and search ask for."""
        return RequestFilter(self.tabs.tab, self.text.text().strip())

    # -- the head

    @staticmethod
    def read_told(service: AgentService) -> Told:
        """Return how the requests stand."""
        values = service.values()
        enabled, chooses = values.yes(_SWITCH), choose_somebody(values)
        return Told(service.request_status(), enabled, chooses, service.requests_trouble())

    @staticmethod
    def ask_engine(service: AgentService, what: str) -> int:
        """Ask for a run."""
        return service.requests_run(what)

    def show_told(self, told: Told) -> None:
        """Show in the head how they stand."""
        looks = view.looks_text(told.status, self.context.now, self.context.zone)
        self.head.say(view.headline(told), view.share_text(told.status), looks, enabled=told.enabled)

    # -- the list

    def empty_words(self) -> tuple[str, str]:
        """Return title and text of a standing without rows."""
        appears = self.tr("Invoices appear here when that changes.")
        return {
            Standing.OPEN: (self.tr("No invoice can be paid in Stripe"), appears),
            Standing.WAITING: (self.tr("Nothing is to be written"), self.tr("What changes in SYSPRO appears here.")),
            Standing.PAID: (self.tr("No payment waits for SYSPRO"), self.tr(
                "What a customer has paid stands here until SYSPRO shows it on the invoice.",
            )),
            Standing.REFUSED: (self.tr("Stripe refuses nothing"), appears),
            Standing.CLOSED: (self.tr("Every invoice that was looked at is asked for"), appears),
        }.get(self.tabs.tab or Standing.OPEN, ("", ""))  # fmt: skip

    def is_same(self, one: RequestRow, other: RequestRow) -> bool:
        """Return whether two rows are about the same invoice."""
        return (one.customer, one.invoice) == (other.customer, other.invoice)

    def act(self, row: RequestRow) -> None:
        """Copy the link of an invoice that can be paid; ask again for one that was refused."""
        if row.standing is Standing.OPEN:
            self.detail.copy_link()
        elif row.standing is Standing.REFUSED and self.detail.retry.isEnabled():
            self.detail.ask_again()

    def hidden_columns(self, *, is_narrow: bool) -> Collection[int]:
        """Leave out what the detail says better, and what a tab has nothing to say in."""
        tab, hidden = self.tabs.tab, set()
        if is_narrow:
            hidden |= {Column.CUSTOMER, Column.WHERE, Column.CHANGED}
        if tab is Standing.CLOSED:
            hidden.add(Column.AMOUNT)
        if tab not in {ALL, Standing.OPEN, Standing.REFUSED}:
            hidden.add(Column.VERB)
        return hidden

    # -- words

    def _words(self) -> Words:
        off = self.tr(
            "Switched on, open invoices of the customers that you choose get a payment link or an invoice in Stripe, "
            "over what SYSPRO has open. What a customer pays there is posted to that invoice, and the link is closed."
        )
        unread = self.tr(
            "Open invoices of the chosen customers appear here as soon as the engine has read them, each with the link "
            "at which it can be paid."
        )
        done = {
            CHANGES: self.tr("SYSPRO is being looked at for what changed."),
            _EVERYTHING: self.tr("All invoices are being read."),
        }
        return Words(
            heading=self.tr("Requests to pay"),
            search=self.tr("Search customer or invoice"),
            rows=self.tr("Invoices"),
            done=done,
            off=(self.tr("Requests to pay are off"), off),
            unread=(self.tr("No invoice was read yet"), unread),
        )
