"""Stripe as it is now: one payment with payer, order lines and bookings, in as few reads as it takes.

May import: ``agent.domain``, ``agent.ports``. The charge is what is decided: payment intent, checkout session and
invoice all lead to it, so that several notices of one payment end in one decision.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from agent.domain.errors import NeedsPerson
from agent.domain.events import BalanceTransaction, Subject
from agent.domain.facts import StripeFacts
from agent.domain.json_reader import BadJsonError, JsonObject, JsonReader
from connectors.stripe.client import Connection, path_of
from connectors.stripe.errors import unusable
from connectors.stripe.lines import Lines
from connectors.stripe.shapes import UNREADABLE, balance_transaction_of


@dataclass(frozen=True, slots=True)
class _Trail:
    """Where a subject leads.

    Attributes:
        charge_id: The charge; empty when there is none (yet).
        session: The checkout session with its lines, where it was read on the way.
    """

    charge_id: str = ""
    session: JsonObject | None = None


class StripeReader:
    """``ObjectReader`` over one connection. Reads for a paid checkout: 3; for a charge without order lines: 4."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._lines = Lines(connection)
        self._follow: Mapping[str, Callable[[str], _Trail]] = {
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
        follow = self._follow.get(subject.object_type)
        if follow is None:
            return None
        try:
            trail = follow(subject.object_id)
            return self._payment(trail) if trail.charge_id else None
        except BadJsonError as error:
            raise unusable(f"{subject.object_type} {subject.object_id}", str(error)) from error

    def _from_intent(self, intent_id: str) -> _Trail:
        intent = self._connection.get(path_of("payment_intents", intent_id))
        return _Trail(JsonReader(intent, f"payment_intent {intent_id}").id_of("latest_charge"))

    def _from_session(self, session_id: str) -> _Trail:
        session = self._lines.session(session_id)
        if session.raw.get("payment_intent") is not None:
            return _Trail(self._charge_behind(session), session.raw)
        # Mode subscription: the money comes through the first invoice, and the lines with it.
        invoice_id = session.id_of("invoice")
        return self._from_invoice(invoice_id) if invoice_id else _Trail()

    def _from_invoice(self, invoice_id: str) -> _Trail:
        """Follow the newest paid payment; part payments have charges, and notices, of their own.

        An invoice that was paid outside of Stripe has none: ``invoice.paid`` is told of those as well.
        """
        params = {"invoice": invoice_id, "status": "paid", "limit": 1, "expand": ["data.payment.payment_intent"]}
        page = JsonReader(self._connection.get("/v1/invoice_payments", params), f"payments of invoice {invoice_id}")
        for entry in page.objects("data"):
            payment = entry.object("payment")
            return _Trail(payment.id_of("charge") or self._charge_behind(payment))
        return _Trail()

    def _charge_behind(self, holder: JsonReader) -> str:
        """Return the charge of the payment intent that ``holder`` shows whole, or only names."""
        if isinstance(holder.raw.get("payment_intent"), str):
            return self._from_intent(holder.text("payment_intent")).charge_id
        return holder.optional_object("payment_intent").id_of("latest_charge")

    def _payment(self, trail: _Trail) -> StripeFacts:
        charge = self._charge(trail.charge_id)
        intent, customer = _shown(charge, "payment_intent"), _shown(charge, "customer")
        roles = {"payment_intent": intent, "customer": customer}
        objects = {name: found.raw for name, found in roles.items() if found is not None}
        if intent is not None and charge.text("status") == "succeeded" and charge.flag("captured"):
            objects |= self._lines.sold(intent.text("id"), trail.session)
        objects["charge"] = folded(charge, "payment_intent", "customer", "balance_transaction")
        kept = {role: lean(found) for role, found in objects.items()}
        return StripeFacts(trail.charge_id, "charge", kept, _bookings(charge))

    def _charge(self, charge_id: str) -> JsonReader:
        path, expand = path_of("charges", charge_id), ["balance_transaction", "payment_intent", "customer"]
        try:
            found = self._connection.get(path, {"expand": [*expand, "customer.tax_ids"]})
        except NeedsPerson as refused:
            if refused.problem.code != "stripe.refused.expand":
                raise
            # A deleted customer has no tax ids to show, and Stripe may say so by refusing the whole read.
            found = self._connection.get(path, {"expand": expand})
        charge = JsonReader(found, f"charge {charge_id}")
        if charge.text("object") != "charge" or charge.text("id") != charge_id:
            raise BadJsonError(f"{charge.where} is another object.")
        return charge


#: What is read with the objects and kept nowhere: secrets, public links, and how somebody paid.
_LEFT_OUT = frozenset(
    "client_secret receipt_url url hosted_invoice_url invoice_pdf source next_action last_payment_error "
    "payment_method_options default_source invoice_settings outcome fraud_details".split()
)


def lean(found: JsonObject) -> dict[str, Any]:
    """Return an object without client secrets, public links and payment details; of the method its type stays."""
    kept = {name: value for name, value in found.items() if name not in _LEFT_OUT}
    details = found.get("payment_method_details")
    if isinstance(details, Mapping):
        kept["payment_method_details"] = {"type": details.get("type")}
    return kept


def folded(holder: JsonReader, *names: str) -> dict[str, Any]:
    """Return an object with the expanded objects in ``names`` replaced by their ids: each is kept once, by role."""
    ids = {name: holder.id_of(name) for name in names if isinstance(holder.raw.get(name), Mapping)}
    return {**holder.raw, **ids}


def _shown(charge: JsonReader, name: str) -> JsonReader | None:
    """Return an expanded object, ``None`` where the charge has none.

    Raises:
        BadJsonError: When only its id came: taken for absent, a known payer would become a guest.
    """
    return None if charge.raw.get(name) is None else charge.object(name)


def _bookings(charge: JsonReader) -> tuple[BalanceTransaction, ...]:
    """Return the charge's own balance transaction; null until Stripe has captured (docs, "Asynchronous capture")."""
    found = _shown(charge, "balance_transaction")
    return () if found is None else (balance_transaction_of(found.raw),)
