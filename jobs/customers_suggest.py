"""Say which Stripe customer a SYSPRO customer may be, and link those that are sure where the site wants that."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from agent.domain.customers.rules import Rules
from agent.domain.customers.suggest import BY_SCORE, Advice, Candidate, ErpCustomerFacts, Lessons, Suggestion, suggest
from agent.domain.documents import party_key
from agent.domain.erp import INVOICES
from agent.domain.errors import NeedsPerson
from agent.domain.money import Money
from agent.ports import Clock, CustomerStore, ErpTables


@dataclass(frozen=True, slots=True)
class SuggestCustomers:
    """Rounds of suggesting.

    Attributes:
        tables: SYSPRO's tables, for what is open on accounts.
        store: What is known.
        clock: Time of the agent.
        rules: The site's rules.
        batch: Most customers in one round.
        stopping: Says whether the engine wants to stop.
    """

    tables: ErpTables
    store: CustomerStore
    clock: Clock
    rules: Rules
    batch: int
    stopping: Callable[[], bool]

    def round(self) -> int:
        """Suggest for a batch; return how many SYSPRO customers that were."""
        found = self.store.to_suggest(self.rules.company, self.batch)
        lessons = self.store.lessons(self.rules.company) if found else {}
        for erp in found:
            if self.stopping():
                break
            self._one(erp, lessons)
        if self.rules.auto_accept:
            self._accept()
        return len(found)

    def _one(self, erp: ErpCustomerFacts, lessons: Lessons) -> None:
        candidates = self.store.candidates(self.rules.company, erp)
        if any(one.owes for one in candidates):
            erp = replace(erp, open_amounts=self._open(erp.customer, candidates))
        suggestion = suggest(erp, candidates, self.rules.comparing.lines, lessons)
        self.store.suggested(self.rules.company, erp.customer, suggestion)

    def _open(self, customer: str, candidates: Sequence[Candidate]) -> Mapping[str, Money]:
        """Return what is open on a customer's account, by Stripe's currency."""
        wanted = {one.owes.currency for one in candidates if one.owes}
        totals: dict[str, Money] = {}
        with self.tables.session() as session:
            for row in session.rows(INVOICES, "customer", [customer]):
                currency = self.rules.currencies.get(row.currency, "")
                if currency in wanted:
                    balance = Money.from_decimal(row.balance, currency)
                    totals[currency] = totals.get(currency, Money.zero(currency)) + balance
        return totals

    def _accept(self) -> None:
        company, now = self.rules.company, self.clock.now()
        for customer in self.store.sure(company, self.rules.auto_accept, self.batch):
            found = self.store.suggestion(company, customer)
            if found is None:
                continue
            try:
                party = party_of(self.rules, self.store.currency(company, customer), found.stripe_id)
                self.store.link(company, customer, found.stripe_id, party=party, by=BY_SCORE, now=now)
            except NeedsPerson:
                # Its payments are another's: the suggestion stays, for a person, and is not sure any more.
                doubtful = Suggestion(Advice.MATCH, found.stripe_id, found.score, found.reasons, ambiguous=True)
                self.store.suggested(company, customer, doubtful)


def party_of(rules: Rules, currency: str, stripe_id: str) -> str:
    """Return the link key by which payments of a Stripe customer find a SYSPRO customer; empty where none can.

    Args:
        rules: The site's rules.
        currency: SYSPRO's currency code of the customer.
        stripe_id: The Stripe customer.
    """
    stripe_currency = rules.currencies.get(currency, "")
    return party_key(stripe_id, stripe_currency) if stripe_currency and stripe_id else ""
