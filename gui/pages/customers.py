"""Customers: do both sides mean the same people? Who may be whom, what differs, what waits for me?"""

from collections.abc import Collection

from agent.domain.customers.kept import CustomerFilter, LinkState
from agent.domain.customers.suggest import Advice
from agent.service import AgentService
from gui.context import Context
from gui.pages.customers_detail import CustomersDetail
from gui.pages.list_page import CHANGES, ListPage, Words
from gui.viewmodels import customers as view
from gui.viewmodels.customers import Column, CustomerRow, CustomersModel, Part, Told
from gui.widgets.basics import Button
from gui.widgets.head_card import HeadCard
from gui.widgets.reason import ReasonBar
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

#: What is asked of the engine: to read everything on both sides.
_EVERYTHING = "everything"

_SWITCH = "customer_links.enabled"


class CustomersPage(ListPage[Part, CustomerRow, CustomerFilter, Told]):
    """SYSPRO's customers and Stripe's, and which of them are one."""

    good = (Advice.MATCH, LinkState.CONFLICT, LinkState.REFUSED, LinkState.WAITING)

    def __init__(self, context: Context) -> None:
        super().__init__(context, _SWITCH, "customers/part")
        self.words = self._words()
        self.accept = Button(self.tr("Accept the sure ones…"))
        self.accept.clicked.connect(self._ask_to_accept)
        self.asking = ReasonBar()
        self.head = HeadCard({_EVERYTHING: self.tr("Read all customers")})
        self.tabs = Tabs({part: view.part_look(part).word for part in PARTS}, Advice.MATCH)
        self.model = CustomersModel(context.reading)
        self.table = Table(self.model, [144, 0, 0, 0, link_width(map(view.verb_word, PARTS))])
        self.detail: CustomersDetail = CustomersDetail(context)
        self.assemble(beside=[self.accept], above=[self.asking])

    def show_tab(self, tab: Part) -> None:
        """Show another part."""
        self.asking.hide()
        super().show_tab(tab)

    def wanted(self) -> CustomerFilter:
        """Return the part of the customers that tab and search ask for."""
        part, text = self.tabs.tab, self.text.text().strip()
        if isinstance(part, Advice):
            return CustomerFilter(text=text, advice=part)
        return CustomerFilter(text=text, state=part)

    # -- the head

    @staticmethod
    def read_told(service: AgentService) -> Told:
        """Return how the customers stand."""
        links, advice = service.customer_counts()
        counts: dict[Part, int] = {part: count for some in (links, advice) for part, count in some.items()}
        enabled = service.values().yes(_SWITCH)
        return Told(counts, service.customer_course(), enabled, service.customers_trouble())

    @staticmethod
    def ask_engine(service: AgentService, what: str) -> int:
        """Ask for a run."""
        return service.customers_run(what)

    def show_told(self, told: Told) -> None:
        """Show in the head how they stand, and what can be accepted together."""
        looks = view.looks_text(told.course, self.context.now, self.context.zone)
        self.head.say(view.headline(told, told.problem), view.share_text(told), looks, enabled=told.enabled)
        has_matches = told.counts[Advice.MATCH] > 0
        self.accept.setVisible(self.tabs.tab is Advice.MATCH and told.enabled and has_matches)

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

    def empty_words(self) -> tuple[str, str]:
        """Return title and text of a part without rows."""
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

    def is_same(self, one: CustomerRow, other: CustomerRow) -> bool:
        """Return whether two rows are about the same customer."""
        return one.customer == other.customer

    def act(self, row: CustomerRow) -> None:
        """Do what the verb of a row says; who is who is looked at first."""
        part = view.part_of(row)
        if part is LinkState.REFUSED and self.detail.retry.isEnabled():
            self.detail.compare_again()
        elif part is Advice.NEW and self.detail.make.isEnabled():
            self.detail.make_new()

    def hidden_columns(self, *, is_narrow: bool) -> Collection[int]:
        """Leave out what the detail says better, and what a part has nothing to say in."""
        part, hidden = self.tabs.tab, set()
        if is_narrow or part in {LinkState.IN_STEP, LinkState.WAITING}:
            hidden.add(Column.WHY)
        if is_narrow or part in {Advice.NEW, Advice.IGNORE}:
            hidden.add(Column.STRIPE)
        if not view.verb_word(part):
            hidden.add(Column.VERB)
        return hidden

    # -- words

    def _words(self) -> Words:
        off = self.tr(
            "Switched on, it says which customer of SYSPRO is which of Stripe, with reasons, and keeps name, e-mail, "
            "telephone, address and tax number in step as far as the settings say. You confirm who is who."
        )
        unread = self.tr(
            "Customers appear here as soon as the engine has read them on both sides, each with who it may be and why."
        )
        done = {
            CHANGES: self.tr("Both sides are being looked at for what changed."),
            _EVERYTHING: self.tr("All customers of both sides are being read."),
        }
        return Words(
            heading=self.tr("Customers"),
            search=self.tr("Search customer, name, e-mail or Stripe id"),
            rows=self.tr("Customers"),
            done=done,
            off=(self.tr("Customers are not kept in step"), off),
            unread=(self.tr("No customer was read yet"), unread),
        )
