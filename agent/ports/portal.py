"""Ports of the B2B portal: its tokens, and the shop behind it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Protocol

from agent.domain.account_order import AccountOrder, NotPlaced
from agent.domain.documents import Draft
from agent.domain.erp import CustomerRow, InvoiceRow, OrderLineRow, OrderRow
from agent.domain.placing import AgreedOrder, OrderPage, Placed
from agent.domain.portal import Checkout, PageState, PortalToken, Wish
from agent.domain.prices import PriceAnswer


class PortalTokens(Protocol):
    """The tokens of portals, by their hashes."""

    def find(self, token_hash: str) -> PortalToken | None:
        """Return the token with this hash, be it revoked or expired."""

    def all(self) -> Sequence[PortalToken]:
        """Return all tokens, by name."""

    def add(self, token: PortalToken, token_hash: str, *, by: str) -> bool:
        """Keep a token; return whether its name was free."""

    def revoke(self, name: str, *, by: str, now: int) -> bool:
        """Take a token out of use for good; return whether one with this name stood."""


class PortalPayers(Protocol):
    """Which Stripe customer pays for a SYSPRO customer's orders in the portal.

    One that Stripe has no more is forgotten as soon as ``CustomerStore.note_stripe`` learns of it.
    """

    def payer(self, company: str, customer: str) -> str:
        """Return the Stripe customer; empty before the first order, and while there is none that Stripe still has."""

    def keep_payer(self, company: str, customer: str, stripe_customer: str) -> str:
        """Remember the Stripe customer unless another is there already; return the one that counts."""

    def gone(self, company: str, customer: str) -> str:
        """Return the Stripe customer that was forgotten last; empty for none."""


class PortalOrders(Protocol):
    """Orders on account that were placed in the portal, each with its document in the outbox."""

    def find(self, order_id: str) -> AccountOrder | None:
        """Return an order as it stands now; ``None`` when nobody placed it."""

    def page(self, order_id: str) -> OrderPage | None:
        """Return the page on which an order is paid; ``None`` where none was ever asked for."""

    def to_pay(self, order_id: str, payer: str, now: int) -> bool:
        """Note that ``payer`` is to get a page for an order; return whether it is not on account already."""

    def keep_page(self, order_id: str, wish: str, order: AgreedOrder, checkout: Checkout) -> None:
        """Keep the page of an order for good."""

    def place(
        self, order: AccountOrder, draft: Draft, left: int | None, since_at: int
    ) -> AccountOrder | NotPlaced:  # fmt: skip
        """Keep an order with its document in one transaction, or return the one that has its id already.

        Args:
            order: The order.
            draft: Its document.
            left: Credit that SYSPRO's figures leave, minor units; ``None`` without a limit.
            since_at: When those figures were read at the earliest, Unix seconds UTC.

        Returns:
            The order with that id, or why there is none: it is paid on a page, or the credit does not allow it,
            beside the customer's orders that SYSPRO's figures need not have.
        """

    def waiting(self, order: AccountOrder, draft: Draft, since_at: int) -> int:
        """Return the worth of the customer's other orders that SYSPRO's figures need not have, in minor units."""


class Till(Protocol):
    """Stripe as the place where orders of the portal are paid; raises as other calls of Stripe's do."""

    def make_payer(self, customer: CustomerRow, metadata: Mapping[str, str], key: str) -> str:
        """Make a Stripe customer for a SYSPRO customer and return its id."""

    def open_checkout(
        self, payer: str, order: AgreedOrder, wish: Wish, metadata: Mapping[str, str], *, key: str
    ) -> Checkout:  # fmt: skip
        """Open a page on which ``payer`` pays the order; the same ``key`` again is the same page.

        The payment carries ``metadata``, which names the SYSPRO customer, beside the lines.

        Raises:
            NeedsPerson: Also when the key was used for another order.
        """

    def page_state(self, checkout: Checkout, now: int) -> PageState:
        """Return what became of a page."""


class Shop(Protocol):
    """What customers may know; every method is about one customer, as stored, and may raise as the tables do.

    Raises:
        NeedsPerson: When SYSPRO does not have the customer.
    """

    def prices(
        self, customer: str, questions: Sequence[tuple[str, Decimal]]
    ) -> tuple[CustomerRow, Sequence[PriceAnswer]]:
        """Return the customer and the prices, an answer a question in their order."""

    def stock(self, codes: Sequence[str]) -> Mapping[str, tuple[int, str]]:
        """Return the available quantity and the unit of those stock codes that SYSPRO sells."""

    def orders(self, customer: str) -> Sequence[OrderRow]:
        """Return the customer's orders, newest first; credit notes are not among them."""

    def order(self, customer: str, number: str) -> tuple[OrderRow, Sequence[OrderLineRow]] | None:
        """Return one order of the customer with its lines; ``None`` also where it is another's."""

    def invoices(self, customer: str, *, only_open: bool) -> Sequence[tuple[InvoiceRow, Decimal | None]]:
        """Return the customer's documents, newest first, with what is open in their own currency.

        ``None`` is a balance that cannot be told.
        """

    def place(self, customer: str, wish: Wish) -> Placed:
        """Place an order: SYSPRO gets it once it is paid, or at once where it is on account and credit allows.

        Raises:
            NeedsPerson: When it cannot be placed; the code begins with ``order.``, the message is for the buyer.
        """
