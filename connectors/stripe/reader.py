"""Stripe as it is now: one payment with payer, order lines and bookings, in as few reads as it takes.

May import: ``agent.domain``, ``agent.ports``. The charge is what is decided: payment intent, checkout session and
invoice all lead to it, so that several notices of one payment end in one decision. Money that is no payment is read by
``connectors.stripe.movements``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from agent.domain.errors import NeedsPerson
from agent.domain.events import BalanceTransaction, Subject
from agent.domain.facts import StripeFacts
from agent.domain.json_reader import BadJsonError, JsonObject, JsonReader
from connectors.stripe.client import Connection, path_of
from connectors.stripe.errors import unusable
from connectors.stripe.kept import folded, lean, same, shown
from connectors.stripe.lines import Lines
from connectors.stripe.movements import Movements
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
    """``ObjectReader`` over one connection.

    Reads for a paid checkout: 3; for a charge without order lines: 4; for a refund, a dispute or a movement: 1; for a
    payout: 1, and 1 for each 100 movements that it took along.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._lines = Lines(connection)
        self._movements = Movements(connection)
        self._follow: Mapping[str, Callable[[str], _Trail]] = {
            "charge": _Trail,
            "payment_intent": self._from_intent,
            "checkout.session": self._from_session,
            "invoice": self._from_invoice,
        }

    def read(self, subject: Subject) -> StripeFacts | None:
        """Return what a decision about ``subject`` needs, or ``None`` when nothing that moves money is behind it.

        Raises:
            NeedsPerson: Stripe does not have the object, or answers with a wrong type; the message names the field.
        """
        if subject.object_type == UNREADABLE:
            raise unusable(f"Stripe's notice {subject.object_id}", "a field that we store has a wrong type.")
        try:
            return self._facts(subject)
        except BadJsonError as error:
            raise unusable(f"{subject.object_type} {subject.object_id}", str(error)) from error

    def _facts(self, subject: Subject) -> StripeFacts | None:
        read = self._movements.readers.get(subject.object_type)
        if read is not None:
            return read(subject.object_id)
        follow = self._follow.get(subject.object_type)
        trail = follow(subject.object_id) if follow is not None else _Trail()
        return self._payment(trail) if trail.charge_id else None

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
        intent, customer = shown(charge, "payment_intent"), shown(charge, "customer")
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
        return same(found, "charge", charge_id)


def _bookings(charge: JsonReader) -> tuple[BalanceTransaction, ...]:
    """Return the charge's own balance transaction; null until Stripe has captured (docs, "Asynchronous capture")."""
    found = shown(charge, "balance_transaction")
    return () if found is None else (balance_transaction_of(found.raw),)
