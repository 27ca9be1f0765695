"""An order that a customer places in the portal: what it comes to, line by line, before anybody pays. Pure.

The lines are planned as those of the payment will be, so that the order which the payment makes is worth exactly what
was paid.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from agent.domain.agreed import MOST_LINES, AgreedLine
from agent.domain.erp import CustomerRow
from agent.domain.errors import NeedsPerson, Problem
from agent.domain.facts import StockItem
from agent.domain.money import SYSPRO_VALUE_LIMIT, Money, total
from agent.domain.order import foreseen_tax, plan_order
from agent.domain.portal import Checkout
from agent.domain.prices import PriceAnswer
from agent.domain.sale import Sale, SaleLine
from agent.domain.settings import Values

_EXEMPT = "E"


@dataclass(frozen=True, slots=True)
class AgreedOrder:
    """What an order comes to.

    Attributes:
        lines: Its lines.
        descriptions: What each line shows to whoever pays.
        currency: Stripe's code.
    """

    lines: tuple[AgreedLine, ...]
    descriptions: tuple[str, ...]
    currency: str

    @property
    def tax(self) -> Money:
        """All tax."""
        return total([line.tax for line in self.lines], self.currency)

    @property
    def total(self) -> Money:
        """What is to be paid."""
        return total([line.net for line in self.lines], self.currency) + self.tax


@dataclass(frozen=True, slots=True)
class OrderPage:
    """What is kept, for good, of the page on which the order of a key is paid.

    Attributes:
        opened_at: When it was asked for first, Unix seconds UTC.
        payer: Stripe customer for whom it was asked for last; empty where nobody was.
        wish: What was asked for; empty while Stripe's answer is not known.
        order: What the order comes to; ``None`` while the answer is not known.
        checkout: The page; ``None`` while the answer is not known.
    """

    opened_at: int
    payer: str
    wish: str = ""
    order: AgreedOrder | None = None
    checkout: Checkout | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """What became of an order.

    Attributes:
        order: What it comes to.
        checkout: The page on which it is paid; ``None`` where it is not paid there.
        reference: What SYSPRO has as the customer's order number of an order on account; else empty.
        sales_order: SYSPRO's number of an order on account; empty until SYSPRO has it.
        on_account: Whether it may be placed on account, where that was asked; else ``None``.
    """

    order: AgreedOrder
    checkout: Checkout | None = None
    reference: str = ""
    sales_order: str = ""
    on_account: bool | None = None


def order_of(customer: CustomerRow, answers: Sequence[PriceAnswer], policy: Values) -> AgreedOrder:
    """Return what the customer is to pay for what was asked.

    Raises:
        NeedsPerson: When it cannot be ordered here; the code begins with ``order.``, the message is for the buyer.
    """
    if policy.text("orders.tax") != "syspro" or policy.text("orders.price_policy") != "payer":
        # Only then the order in SYSPRO is worth what was paid, at the prices that were agreed to.
        raise _refused("order.set_up", "Orders cannot be placed here.")
    currency = _currency(customer, policy)
    if customer.on_hold or not customer.sales_allowed:
        raise _refused("order.customer_on_hold", "Orders of this customer are not taken now.")
    if len(answers) > MOST_LINES:
        raise _refused("order.too_long", f"An order has at most {MOST_LINES} lines here.")
    sold = [_sold(answer, currency) for answer in answers]
    stock = {answer.stock_code: _item(answer, policy) for answer in answers}
    nothing = Money.zero(currency)
    sale = Sale("agreed", tuple(sold), nothing, nothing, nothing)
    planned = plan_order(sale, nothing, stock, policy, exempt=customer.tax_status == _EXEMPT)
    lines = tuple(
        AgreedLine(line.stock_code, line.quantity, line.price, foreseen_tax(line, currency, policy))
        for line in planned.lines
        if line.stock_code
    )
    agreed = AgreedOrder(lines, tuple(_shown(answer) for answer in answers), currency)
    if not 0 < agreed.total.to_decimal() < SYSPRO_VALUE_LIMIT or any(line.net.minor <= 0 for line in lines):
        raise _refused("order.no_amount", "The order, or a line of it, comes to nothing.")
    return agreed


def _currency(customer: CustomerRow, policy: Values) -> str:
    found = [ours for ours, theirs in policy.table("currencies.to_syspro").items() if theirs == customer.currency]
    if len(found) != 1:
        raise _refused("order.currency", f"Orders in {customer.currency} cannot be paid here.")
    return found[0]


def _sold(answer: PriceAnswer, currency: str) -> SaleLine:
    stock, price = answer.stock, answer.price
    if stock is None or stock.on_hold:
        raise _refused("order.not_sold", f"The stock code {answer.stock_code} is not sold.")
    if price is None or price <= 0 or answer.uom != stock.stock_uom or stock.price_includes_tax:
        raise _refused("order.no_price", f"No price of {answer.stock_code} is known for sure; please ask.")
    # A tax of nothing would be taken for a line that bears none where the site lets an order change tax codes.
    net, taxed, nothing = Money.from_decimal(price * answer.quantity, currency), Money(1, currency), Money(0, currency)
    return SaleLine(answer.stock_code, stock.description, answer.quantity, net, nothing, taxed, price=price)


def _item(answer: PriceAnswer, policy: Values) -> StockItem:
    stock = answer.stock
    assert stock is not None
    if stock.tax_code and stock.tax_code not in policy.table("orders.tax_rates"):
        raise _refused("order.tax", f"The tax of {stock.stock_code} is not known here; please ask.")
    return StockItem(stock.stock_code, stock.description, stock.stock_uom, stock.tax_code, stock.product_class)


def _shown(answer: PriceAnswer) -> str:
    assert answer.stock is not None
    quantity = f"{answer.quantity.normalize():f}"
    text = f"{quantity} {answer.uom} {answer.stock_code} {answer.stock.description}"
    return " ".join(text.split())


def _refused(code: str, sentence: str) -> NeedsPerson:
    return NeedsPerson(Problem("The order cannot be placed", sentence, code=code))
