"""An order on account: placed in the portal, nobody pays yet, and SYSPRO gets it as a document of the outbox. Pure.

It is no movement of Stripe's money: no flow decides it, and no leg is posted with it.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from agent.domain.agreed import AgreedLine, agreed_in, metadata_of
from agent.domain.codec import dumps
from agent.domain.documents import STEPS_PER_SECOND, DocumentKey, Draft
from agent.domain.erp import CustomerRow
from agent.domain.kinds import Kind, OrderLine, OrderOptions, SalesOrder
from agent.domain.placing import AgreedOrder
from agent.domain.portal import Wish
from agent.domain.settings import Values

SUBJECT = "portal_order"
"""Object of the subjects whose documents are orders on account."""

PURPOSE = "account"
"""Purpose of their documents."""

_REFERENCE_LENGTH = 30


@dataclass(frozen=True, slots=True)
class AccountOrder:
    """An order on account, as it is kept.

    Attributes:
        id: Its id; the same customer's same key is the same id.
        customer: Customer as stored.
        wish: What was asked for, to tell whether the same is asked again.
        agreed: What it comes to.
        placed_at: Unix seconds UTC.
        sales_order: SYSPRO's number; empty until it is posted.
        given_up: Whether a person cancelled it.
    """

    id: str
    customer: str
    wish: str
    agreed: AgreedOrder
    placed_at: int
    sales_order: str = ""
    given_up: bool = False

    @property
    def reference(self) -> str:
        """What SYSPRO has as the customer's order number."""
        return self.id[:_REFERENCE_LENGTH]

    @property
    def subject(self) -> str:
        """The subject of its decision, which no other decision takes back."""
        return f"{SUBJECT}|{self.id}"

    @property
    def lane(self) -> str:
        """Its lane: the orders of one customer go out one after another."""
        return f"{SUBJECT}|{self.customer}"


class NotPlaced(Enum):
    """Why an order was not placed on account."""

    TO_PAY = "to_pay"
    """A page was opened on which it is paid."""
    NO_CREDIT = "no_credit"
    """The credit does not allow it."""


def id_of(company: str, customer: str, key: str) -> str:
    """Return the id of an order: two customers' orders never share one, whatever keys their shops give."""
    return f"portal-{hashlib.sha256(dumps([company, customer, key]).encode()).hexdigest()[:23]}"


def wish_of(wish: Wish) -> str:
    """Return what is asked for as text; the same wish is the same text."""
    return dumps([[code, f"{quantity.normalize():f}"] for code, quantity in wish.items])


def page_wish_of(wish: Wish) -> str:
    """Return what is asked for where it is paid on a page that leads back to the shop; the same wish, the same text."""
    return dumps([wish_of(wish), wish.success_url, wish.cancel_url])


def draft_of(order: AccountOrder, customer: CustomerRow, day: str, units: Sequence[str], policy: Values) -> Draft:
    """Return the document that places an order in SYSPRO.

    Args:
        order: The order.
        customer: The customer.
        day: Day at the site, CCYY-MM-DD.
        units: Unit of each line.
        policy: The settings in force.
    """
    warehouse = policy.text("orders.warehouse")
    lines = [_line(line, uom, warehouse) for line, uom in zip(order.agreed.lines, units, strict=True)]
    body = SalesOrder(
        reference=order.reference,
        order_date=day,
        currency=customer.currency,
        lines=tuple(lines),
        customer=customer.customer,
        warehouse=warehouse,
        order_type=policy.text("orders.type"),
        order_status=policy.text("orders.status"),
        # Nobody has paid: SYSPRO's own credit check decides last.
        options=OrderOptions(policy.text("orders.allocation"), accept_if_no_credit=False),
    )
    return Draft(
        key=DocumentKey(policy.text("syspro.company"), Kind.SALES_ORDER, PURPOSE, order.id),
        body=body,
        lane=order.lane,
        order_by=order.placed_at * STEPS_PER_SECOND,
        amount=order.agreed.total,
        title=f"Order on account of customer {customer.customer}, {order.agreed.total}",
    )


def kept_text(agreed: AgreedOrder) -> str:
    """Return what an order comes to as text."""
    return dumps({"lines": metadata_of(agreed.lines), "shown": list(agreed.descriptions)})


def agreed_from(kept: Mapping[str, object], currency: str) -> AgreedOrder:
    """Return what an order comes to, from its text as JSON.

    Raises:
        BadJsonError: When it cannot be read.
    """
    lines, shown = kept["lines"], kept["shown"]
    assert isinstance(lines, dict)
    assert isinstance(shown, list)
    return AgreedOrder(agreed_in(lines, currency), tuple(shown), currency)


def _line(line: AgreedLine, uom: str, warehouse: str) -> OrderLine:
    return OrderLine(
        "stock", stock_code=line.stock_code, warehouse=warehouse, quantity=line.quantity, uom=uom, price=line.price
    )
