"""Place an order of the portal: agree on its prices, and open the page on which it is paid, or take it on account.

SYSPRO gets an order that is paid when it is paid: the payment travels as every other, and carries the lines that were
agreed to. An order on account is a document of the outbox, made once, whatever is asked again.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from agent.domain.account_order import AccountOrder, NotPlaced, draft_of, id_of, page_wish_of, wish_of
from agent.domain.credit import credit_left, no_credit
from agent.domain.documents import Draft
from agent.domain.erp import INVOICES, CustomerRow
from agent.domain.errors import NeedsPerson, Problem
from agent.domain.placing import AgreedOrder, OrderPage, Placed, order_of
from agent.domain.portal import ASK, NOW, ON_ACCOUNT, PageState, Wish
from agent.domain.settings import Values
from agent.ports import Clock, ErpTables, Payers, PortalOrders, Till
from jobs.ask_prices import AskPrices, customer_of

#: Stripe's refusal of a key that came with another order before.
_REPEATED = "stripe.idempotency"

#: Seconds for which Stripe certainly remembers a key, less an hour; later it might open a second page.
_REMEMBERED_S = 23 * 3600

_PAID = Problem("Paid", "This order is paid already, or its payment is under way.", code="order.paid")
_PAGE_GONE = Problem(
    "Gone",
    "The page of this order is closed and was not paid. Place the order under another key.",
    code="order.page_gone",
)
_UNKNOWN_PAGE = Problem(
    "Not known",
    "This key was used for an order whose page is not known. Look at your orders; place it under another key where it"
    " is not among them.",
    code="order.page_unknown",
)


@dataclass(frozen=True, slots=True)
class PlaceOrder:
    """Places orders.

    Attributes:
        tables: SYSPRO's tables.
        asking: Answers questions about prices.
        till: Where orders are paid.
        payers: Who pays for whose orders.
        orders: Orders on account.
        policy: The settings in force.
        clock: Time of the agent.
        today: Says what day it is at the site.
    """

    tables: ErpTables
    asking: AskPrices
    till: Till
    payers: Payers
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
        page = self.orders.page(number) if wish.way == NOW else None
        if page is not None and (page.checkout or since_at >= page.opened_at + _REMEMBERED_S):
            return self._same_page(page, wish)
        row, answers = self.asking.ask(customer, wish.items, syspro=self.policy.text("prices.ask_syspro"))
        order = order_of(row, answers, self.policy)
        if wish.way == NOW:
            return self._to_pay(number, row, wish, order)
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

    def _same_page(self, page: OrderPage, wish: Wish) -> Placed:
        """Return the page that a key has already, or say what became of it; a key never has a second one."""
        if page.order is None or page.checkout is None:
            raise NeedsPerson(_UNKNOWN_PAGE)
        if page.wish != page_wish_of(wish):
            raise NeedsPerson(_not_taken(Problem("", "", code=_REPEATED)))
        state = self.till.page_state(page.checkout, self.clock.now())
        if state is not PageState.OPEN:
            raise NeedsPerson(_PAID if state is PageState.PAID else _PAGE_GONE)
        return Placed(page.order, page.checkout)

    def _to_pay(self, number: str, customer: CustomerRow, wish: Wish, order: AgreedOrder) -> Placed:
        names = self.policy.items("customers.metadata_keys")
        if not names:
            raise NeedsPerson(Problem("", "Orders cannot be placed here.", code="order.set_up"))
        # The payment itself names the customer: the payer may be deleted at Stripe before it is read.
        whose = {names[0]: customer.customer}
        begun = self.orders.page(number)
        # What was begun with a payer is asked for with the same one: an answer that was lost is then the same page.
        payer = begun.payer if begun is not None and begun.payer else self._payer(customer, wish)
        for is_last in (False, True):
            if not self.orders.to_pay(number, payer, self.clock.now()):
                raise NeedsPerson(_not_taken(Problem("", "", code=_REPEATED)))
            try:
                key = self._key(customer, wish.key, payer)
                checkout = self.till.open_checkout(payer, order, wish, whose, key=key)
            except NeedsPerson as error:
                if is_last or not self.payers.is_gone(payer, error.problem):
                    raise NeedsPerson(_not_taken(error.problem)) from error
                payer = self._payer(customer, wish)
            else:
                break
        self.orders.keep_page(number, page_wish_of(wish), order, checkout)
        return Placed(order, checkout)

    def _payer(self, customer: CustomerRow, wish: Wish) -> str:
        return self.payers.payer(customer.customer, begun_at=None, attempt=wish.key)

    def _key(self, customer: CustomerRow, shops_key: str, payer: str) -> str:
        """Return an idempotency key: two customers' orders never share one, whatever keys their shops give."""
        words = "\n".join((self.policy.text("syspro.company"), "order", customer.customer, shops_key, payer))
        return f"portal-order-{hashlib.sha256(words.encode()).hexdigest()}"

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
