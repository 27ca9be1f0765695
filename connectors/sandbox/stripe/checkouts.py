"""Checkout sessions that a program makes through the API, and their payment by whoever opens the page.

Source: docs.stripe.com/api/checkout/sessions/create; of ``mode`` only ``payment``, of prices only those in the line.
"""

from connectors.sandbox.stripe.customers import Catalogue
from connectors.sandbox.stripe.engine import Engine
from connectors.sandbox.stripe.errors import bad
from connectors.sandbox.stripe.parameters import merge_metadata
from connectors.sandbox.stripe.payments import Order, Payments
from connectors.sandbox.stripe.sales import Sale, SaleLine
from connectors.sandbox.stripe.store import Obj
from connectors.sandbox.stripe.tills import Tills

_KEPT = ("success_url", "cancel_url", "client_reference_id")


class Checkouts:
    """Makes sessions, and lets them be paid."""

    def __init__(self, engine: Engine, payments: Payments, tills: Tills, catalogue: Catalogue) -> None:
        self._engine = engine
        self._payments = payments
        self._tills = tills
        self._catalogue = catalogue

    def create(self, fields: Obj, *, at: int) -> Obj:
        """Make a session from Stripe's parameters.

        Raises:
            StripeRefusal: 400 without mode, lines or address, or with a customer that is deleted, 404 for one that does
                not exist.
        """
        if fields.get("mode") != "payment":
            raise bad("Only payment mode is known here.", param="mode")
        if not fields.get("line_items"):
            raise bad("You must specify line_items in payment mode.", param="line_items", code="parameter_missing")
        if not fields.get("success_url"):
            raise bad("Missing required param: success_url.", param="success_url", code="parameter_missing")
        customer = fields.get("customer")
        if customer is not None and self._engine.row(customer, "customer", param="customer").deleted:
            raise bad(f"No such customer: '{customer}'", param="customer", code="resource_missing")
        currency = fields["line_items"][0]["price_data"]["currency"]
        with self._engine.store.transaction():
            lines = tuple(self._line(line, currency, at) for line in fields["line_items"])
            metadata = merge_metadata({}, fields.get("metadata") or {})
            session = self._tills.open_session(Sale(currency, lines, customer=customer, metadata=metadata), at=at)
            changes = {name: fields[name] for name in _KEPT if name in fields}
            intent = (fields.get("payment_intent_data") or {}).get("metadata") or {}
            self._engine.store.write_meta(_of_intent(session["id"]), merge_metadata({}, intent))
            return self._engine.change(session["id"], changes, at=at)

    def pay(self, session_id: str, *, at: int) -> Obj:
        """Pay an open session by card and return its charge; the customer's own data stand on the card."""
        session = self._engine.get(session_id, "checkout.session")
        metadata = self._engine.store.read_meta(_of_intent(session_id)) or {}
        order = Order(
            session["amount_total"], session["currency"], {"customer": session["customer"], "metadata": metadata}
        )
        with self._engine.store.transaction():
            intent = self._payments.create_intent(order, at=at)
            self._engine.change(session_id, {"payment_intent": intent["id"]}, at=at)
            charge = self._payments.confirm(intent["id"], at=at)
            self._tills.complete_session(session_id, at=at)
            return charge

    def _line(self, line: Obj, currency: str, at: int) -> SaleLine:
        given = line["price_data"]
        if given["currency"] != currency:
            raise bad("All line items must have the same currency.", param="line_items")
        price = self._catalogue.create_price(dict(given), at=at)
        if price["unit_amount"] is None:
            raise bad("Only whole minor units are known here.", param="line_items")
        return SaleLine(
            stock_code="",
            description=given["product_data"]["name"],
            quantity=line.get("quantity") or 1,
            unit_amount=price["unit_amount"],
            price=price["id"],
            product=price["product"],
        )


def _of_intent(session_id: str) -> str:
    return f"payment_intent_data:{session_id}"
