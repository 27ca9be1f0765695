"""Stripe as it is now: one payment with payer, order lines and bookings, in as few reads as it takes.

May import: ``agent.domain``, ``agent.ports``. The charge is what is decided: payment intent, checkout session and invoice
all lead to it, so that several notices of one payment end in one decision (docs.stripe.com, "Payment Intents API").
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from agent.domain.errors import NeedsPerson
from agent.domain.events import BalanceTransaction, Subject
from agent.domain.facts import StripeFacts
from agent.domain.json_reader import BadJsonError, JsonObject, JsonReader
from connectors.stripe.client import PAGE, Connection, path_of
from connectors.stripe.errors import unusable
from connectors.stripe.shapes import UNREADABLE, balance_transaction_of

# At most four levels, and `data` counts as one (error code property_expansion_max_depth).
_CHARGE_EXPAND = ("balance_transaction", "payment_intent", "customer")
_SESSION_EXPAND = ("line_items.data.price.product",)
_SESSION_LINE_EXPAND = ("data.price.product",)
_INVOICE_PAYMENT_EXPAND = ("data.invoice", "data.payment.payment_intent")
_INVOICE_LINE_EXPAND = ("data.pricing.price_details.price",)


@dataclass(frozen=True, slots=True)
class _Trail:
    """Where a subject leads.

    Attributes:
        charge_id: The charge; empty when there is none (yet).
        session: The checkout session, where it was read on the way.
    """

    charge_id: str = ""
    session: JsonObject | None = None


class StripeReader:
    """``ObjectReader`` over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._trails: Mapping[str, Callable[[str], _Trail]] = {
            "charge": _Trail,
            "payment_intent": self._from_intent,
            "checkout.session": self._from_session,
            "invoice": self._from_invoice,
        }

    def read(self, subject: Subject) -> StripeFacts | None:
        """Return what a decision about the payment behind ``subject`` needs, or ``None`` when no charge is behind it.

        Raises:
            NeedsPerson: Stripe does not have the object, or answers with a wrong type; the message names the field.
        """
        if subject.object_type == UNREADABLE:
            raise unusable(f"Stripe's notice {subject.object_id}", "a field that we store has a wrong type.")
        follow = self._trails.get(subject.object_type)
        if follow is None:
            return None
        try:
            trail = follow(subject.object_id)
            return self._payment(trail) if trail.charge_id else None
        except BadJsonError as error:
            raise unusable(f"{subject.object_type} {subject.object_id}", str(error)) from error

    # ------------------------------------------------------------ to the charge

    def _from_intent(self, intent_id: str) -> _Trail:
        intent = JsonReader(self._connection.get(path_of("payment_intents", intent_id)), f"payment intent {intent_id}")
        return _Trail(intent.id_of("latest_charge"))

    def _from_session(self, session_id: str) -> _Trail:
        params = {"expand": ["payment_intent", *_SESSION_EXPAND]}
        session = JsonReader(
            self._connection.get(path_of("checkout", "sessions", session_id), params), f"checkout session {session_id}"
        )
        if session.raw.get("payment_intent") is None:
            # Mode subscription: the money comes through the first invoice.
            invoice_id = session.id_of("invoice")
            return self._from_invoice(invoice_id) if invoice_id else _Trail()
        charge_id = session.object("payment_intent").id_of("latest_charge")
        return _Trail(charge_id, _folded(session, "payment_intent"))

    def _from_invoice(self, invoice_id: str) -> _Trail:
        """Follow the newest paid payment; an invoice paid outside of Stripe has none. Part payments have charges and
        notices of their own.
        """
        params = {"invoice": invoice_id, "status": "paid", "limit": PAGE, "expand": [_INVOICE_PAYMENT_EXPAND[1]]}
        page = JsonReader(self._connection.get("/v1/invoice_payments", params), f"payments of invoice {invoice_id}")
        for entry in page.objects("data"):
            payment = entry.object("payment")
            intent = payment.optional_object("payment_intent")
            charge_id = payment.id_of("charge") or intent.id_of("latest_charge")
            if charge_id:
                return _Trail(charge_id)
        return _Trail()

    # ------------------------------------------------------------ the charge and what was sold
