"""Place an order of the portal: agree on its prices, and open the page on which it is paid, or take it on account.

SYSPRO gets an order that is paid when it is paid: the payment travels as every other, and carries the lines that were
agreed to. An order on account is a document of the outbox, made once, whatever is asked again.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from agent.domain.account_order import AccountOrder, NotPlaced, draft_of, id_of, wish_of
from agent.domain.credit import credit_left, no_credit
from agent.domain.documents import Draft
from agent.domain.erp import INVOICES, CustomerRow
from agent.domain.errors import NeedsPerson, Problem
from agent.domain.placing import AgreedOrder, Placed, order_of
from agent.domain.portal import ASK, NOW, ON_ACCOUNT, Wish
from agent.domain.settings import Values
from agent.ports import Clock, CustomerStore, ErpTables, PortalOrders, PortalPayers, Till
from jobs.ask_prices import AskPrices, customer_of

#: Stripe's refusal of a key that came with another order before.
_REPEATED = "stripe.idempotency"


@dataclass(frozen=True, slots=True)
class PlaceOrder:
    """Places orders.

    Attributes:
        tables: SYSPRO's tables.
        asking: Answers questions about prices.
        till: Where orders are paid.
        payers: Who pays for whose orders.
        links: Customers that are linked.
        orders: Orders on account.
        policy: The settings in force.
        clock: Time of the agent.
        today: Says what day it is at the site.
    """

    tables: ErpTables
    asking: AskPrices
    till: Till
    payers: PortalPayers
    links: CustomerStore
    orders: PortalOrders
    policy: Values
    clock: Clock
    today: Callable[[], date]

    def place(self, customer: str, wish: Wish) -> Placed:
        """Return what became of an order.

        Raises:
            NeedsPerson: When it cannot be placed.
            Transient, Misconfigured: When SYSPRO or Stripe cannot be asked.
        """
        number = id_of(self.policy.text("syspro.company"), customer, wish.key)
        known = self.orders.find(number) if wish.way != ASK else None
        if known is not None:
            return _again(known, wish)
        since_at = self.clock.now()
        row, answers = self.asking.ask(customer, wish.items, syspro=self.policy.text("prices.ask_syspro"))
        order = order_of(row, answers, self.policy)
        if wish.way == NOW:
            if not self.orders.to_pay(number, since_at):
                raise NeedsPerson(_not_taken(Problem("", "", code=_REPEATED)))
            return self._to_pay(row, wish, order)
        kept = AccountOrder(number, row.customer, wish_of(wish), order, self.clock.now())
        draft = draft_of(kept, row, self.today().isoformat(), [one.uom for one in answers], self.policy)
        if wish.way == ASK:
            return Placed(order, on_account=self._may_wait(kept, draft, since_at))
        placed = self.orders.place(kept, draft, self._left(row.customer, order.currency), since_at)
        if placed is NotPlaced.NO_CREDIT:
            raise no_credit()
        if placed is NotPlaced.TO_PAY:
            raise NeedsPerson(_not_taken(Problem("", "", code=_REPEATED)))
        return _again(placed, wish)

    # -- paid at once

    def _to_pay(self, customer: CustomerRow, wish: Wish, order: AgreedOrder) -> Placed:
        names = self.policy.items("customers.metadata_keys")
        if not names:
            raise NeedsPerson(Problem("", "Orders cannot be placed here.", code="order.set_up"))
        whose = {names[0]: customer.customer}
        payer = self._payer(customer, wish, whose)
        try:
            # The payment itself names the customer: the payer may be deleted at Stripe before it is read.
            checkout = self.till.open_checkout(payer, order, wish, whose, key=self._key("order", customer, wish.key))
        except NeedsPerson as error:
            raise NeedsPerson(_not_taken(error.problem)) from error
        return Placed(order, checkout)

    def _payer(self, customer: CustomerRow, wish: Wish, whose: Mapping[str, str]) -> str:
        """Return the Stripe customer who pays: the linked one, the one of an earlier order, or one that is made."""
        company = self.policy.text("syspro.company")
        known = self.links.linked(company, customer.customer) or self.payers.payer(company, customer.customer)
        if known:
            return known
        # Stripe repeats its first answer to a key for a day, were it of trouble: another order asks with another key.
        made = self.till.make_payer(customer, whose, self._key("payer", customer, wish.key))
        return self.payers.keep_payer(company, customer.customer, made)

    def _key(self, what: str, customer: CustomerRow, shops_key: str = "") -> str:
        """Return an idempotency key: two customers' orders never share one, whatever keys their shops give."""
        words = "\n".join((self.policy.text("syspro.company"), what, customer.customer, shops_key))
        return f"portal-{what}-{hashlib.sha256(words.encode()).hexdigest()}"

    # -- on account

    def _may_wait(self, order: AccountOrder, draft: Draft, since_at: int) -> bool:
        try:
            left = self._left(order.customer, order.agreed.currency)
        except NeedsPerson:
            return False
        return left is None or order.agreed.total.minor + self.orders.waiting(order, draft, since_at) <= left

    def _left(self, customer: str, currency: str) -> int | None:
        """Return the credit that SYSPRO's figures of now leave; they are newer than those of the price."""
        with self.tables.session() as session:
            row = customer_of(session, customer)
            rows = session.rows(INVOICES, "customer", [row.customer]) if self.policy.yes("portal.on_account") else ()
        documents = [one for one in rows if one.customer == row.customer and one.balance]
        return credit_left(row, documents, currency, self.policy)


def _again(known: AccountOrder, wish: Wish) -> Placed:
    """Return an order that is placed already, where the same is asked."""
    if known.wish != wish_of(wish) or wish.way != ON_ACCOUNT:
        raise NeedsPerson(_not_taken(Problem("", "", code=_REPEATED)))
    if known.given_up:
        problem = Problem("Given up", "The order was taken back. Ask us.", code="order.given_up")
        raise NeedsPerson(problem)
    return Placed(known.agreed, reference=known.reference, sales_order=known.sales_order)


def _not_taken(problem: Problem) -> Problem:
    repeated = problem.code == _REPEATED
    why = "its key was used for another order, or its prices have changed since." if repeated else "Stripe refused it."
    return Problem("The order was not taken", f"The order was not taken: {why}", problem.message, "order.not_taken")
