"""Place an order of the portal: agree on its prices, and open the page on which it is paid.

SYSPRO gets the order when it is paid: the payment travels as every other, and carries the lines that were agreed to.
"""

import hashlib

from agent.domain.erp import CustomerRow
from agent.domain.errors import NeedsPerson, Problem
from agent.domain.placing import AgreedOrder, order_of
from agent.domain.portal import Checkout, Wish
from agent.domain.settings import Values
from agent.ports import PortalPayers, Till
from jobs.ask_prices import AskPrices

#: Stripe's refusal of a key that came with another order before.
_REPEATED = "stripe.idempotency"


class PlaceOrder:
    """Places orders.

    Args:
        asking: Answers questions about prices.
        till: Where orders are paid.
        payers: Who pays for whose orders.
        policy: The settings in force.
    """

    def __init__(self, asking: AskPrices, till: Till, payers: PortalPayers, policy: Values) -> None:
        self._asking = asking
        self._till = till
        self._payers = payers
        self._policy = policy

    def place(self, customer: str, wish: Wish) -> tuple[AgreedOrder, Checkout]:
        """Return what the order comes to, and the page on which it is paid.

        Raises:
            NeedsPerson: When it cannot be placed.
            Transient, Misconfigured: When SYSPRO or Stripe cannot be asked.
        """
        row, answers = self._asking.ask(customer, wish.items, syspro=self._policy.text("prices.ask_syspro"))
        order = order_of(row, answers, self._policy)
        payer = self._payer(row)
        try:
            checkout = self._till.open_checkout(payer, order, wish, key=self._key("order", row, wish.key))
        except NeedsPerson as error:
            raise NeedsPerson(_not_taken(error.problem)) from error
        return order, checkout

    def _payer(self, customer: CustomerRow) -> str:
        company = self._policy.text("syspro.company")
        known = self._payers.payer(company, customer.customer)
        if known:
            return known
        names = self._policy.items("customers.metadata_keys")
        if not names:
            problem = Problem("", "Orders cannot be placed here.", code="order.set_up")
            raise NeedsPerson(problem)
        made = self._till.make_payer(customer, {names[0]: customer.customer}, self._key("payer", customer))
        return self._payers.keep_payer(company, customer.customer, made)

    def _key(self, what: str, customer: CustomerRow, shops_key: str = "") -> str:
        """Return an idempotency key: two customers' orders never share one, whatever keys their shops give."""
        words = "\n".join((self._policy.text("syspro.company"), what, customer.customer, shops_key))
        return f"portal-{what}-{hashlib.sha256(words.encode()).hexdigest()}"


def _not_taken(problem: Problem) -> Problem:
    repeated = problem.code == _REPEATED
    why = "its key was used for another order, or its prices have changed since." if repeated else "Stripe refused it."
    return Problem("The order was not taken", f"The order was not taken: {why}", problem.message, "order.not_taken")
