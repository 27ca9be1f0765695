"""Where orders of the portal are paid: a checkout session of ours. May import: ``agent.domain``, ``agent.ports``.

The page shows each line at its whole value, because Stripe charges whole minor units; the payment intent carries the
lines as they were agreed to (``agent.domain.agreed``). Source: docs.stripe.com/api/checkout/sessions/create.
"""

from collections.abc import Mapping
from typing import Any

from agent.domain.agreed import metadata_of
from agent.domain.erp import CustomerRow
from agent.domain.json_reader import BadJsonError, JsonReader
from agent.domain.placing import AgreedOrder
from agent.domain.portal import Checkout, PageState, Wish
from connectors.stripe.client import Connection, path_of
from connectors.stripe.errors import unusable

_CUSTOMERS, _SESSIONS = "/v1/customers", "/v1/checkout/sessions"


class StripeTill:
    """``Till`` over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def make_payer(self, customer: CustomerRow, metadata: Mapping[str, str], key: str) -> str:
        """Make a Stripe customer for a SYSPRO customer and return its id."""
        params: dict[str, Any] = {"name": customer.name, "metadata": dict(metadata)}
        if customer.email:
            params["email"] = customer.email
        made = JsonReader(self._connection.post(_CUSTOMERS, params, key=key), "customer")
        try:
            return made.text("id")
        except BadJsonError as error:
            raise unusable("The new customer", str(error)) from error

    def open_checkout(
        self, payer: str, order: AgreedOrder, wish: Wish, metadata: Mapping[str, str], *, key: str
    ) -> Checkout:  # fmt: skip
        """Open a page on which ``payer`` pays the order; the same ``key`` again is the same page."""
        params = {
            "mode": "payment",
            "customer": payer,
            "line_items": [_shown(*line, order.currency) for line in _lines(order)],
            "payment_intent_data": {"metadata": {**metadata_of(order.lines), **metadata}},
            "success_url": wish.success_url,
            "cancel_url": wish.cancel_url,
        }
        made = JsonReader(self._connection.post(_SESSIONS, params, key=key), "checkout session")
        try:
            return Checkout(made.text("id"), made.text("url"), made.integer("expires_at"))
        except BadJsonError as error:
            raise unusable("The new checkout session", str(error)) from error

    def page_state(self, checkout: Checkout, now: int) -> PageState:
        """Return what became of a page."""
        found = JsonReader(self._connection.get(path_of("checkout/sessions", checkout.id)), "checkout session")
        try:
            status = found.text("status")
        except BadJsonError as error:
            raise unusable("A checkout session", str(error)) from error
        if status == "complete":
            return PageState.PAID
        return PageState.OPEN if status == "open" and now < checkout.expires_at else PageState.GONE


def _lines(order: AgreedOrder) -> list[tuple[str, int]]:
    """Return what the page shows: each line at its value, and all tax."""
    pairs = zip(order.descriptions, order.lines, strict=True)
    shown = [(text, line.net.minor) for text, line in pairs]
    return [*shown, ("Tax", order.tax.minor)] if order.tax else shown


def _shown(text: str, minor: int, currency: str) -> dict[str, Any]:
    price = {"currency": currency, "unit_amount": minor, "product_data": {"name": text}}
    return {"quantity": 1, "price_data": price}
