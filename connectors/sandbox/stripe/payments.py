"""Payment intents and charges: attempted, declined, authorised, captured in full or part, settled, paid by a bank."""

from dataclasses import dataclass, field
from typing import Any

from connectors.sandbox.stripe.engine import Engine
from connectors.sandbox.stripe.errors import StripeRefusal, bad
from connectors.sandbox.stripe.money import Entry, Ledger, Settled, fee_detail
from connectors.sandbox.stripe.resources import terms
from connectors.sandbox.stripe.store import Obj

# A decline as Stripe words it, by its code (docs.stripe.com/declines/codes).
_DECLINES = {
    "card_declined": ("generic_decline", "Your card was declined."),
    "insufficient_funds": ("insufficient_funds", "Your card has insufficient funds."),
    "expired_card": ("expired_card", "Your card has expired."),
    "incorrect_cvc": ("incorrect_cvc", "Your card's security code is incorrect."),
}


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody is to pay.

    Attributes:
        amount: Minor units of ``currency``.
        currency: Lower-case code.
        fields: Further fields of the payment intent or charge, such as customer, description, metadata.
        billing: ``billing_details`` of the charge.
        lines: Amount-details line items of the payment intent, drafts without id.
        manual: Whether the payment is only authorised, to be captured later.
    """

    amount: int
    currency: str
    fields: Obj = field(default_factory=dict)
    billing: Obj = field(default_factory=dict)
    lines: tuple[Obj, ...] = ()
    manual: bool = False


def _fee_of_platform(charge: Obj, captured: Settled) -> tuple[Obj, ...]:
    """Return what the platform takes that made a charge for this account (Connect), if one did."""
    amount = charge["application_fee_amount"]
    return (fee_detail(amount, captured.currency, "application_fee", "Application fee"),) if amount else ()


class Payments:
    """Payment intents and their charges."""

    def __init__(self, engine: Engine, ledger: Ledger) -> None:
        self._engine = engine
        self._ledger = ledger

    def create_intent(self, order: Order, *, at: int) -> Obj:
        """Make a payment intent that waits to be confirmed."""
        engine = self._engine
        default = "automatic_async" if engine.options.automatic_async else "automatic"
        body = engine.draft("payment_intent", at, amount=order.amount, currency=order.currency)
        body["client_secret"] = f"{body['id']}_secret_{engine.ids.letters(25)}"
        body["capture_method"] = "manual" if order.manual else default
        body.update(order.fields)
        lines = [engine.draft("payment_intent_amount_details_line_item", at, **line) for line in order.lines]
        inner = {"billing": order.billing, "amount_details_line_items": lines}
        return engine.add(body, "payment_intent.created", at=at, inner=inner)

    def confirm(self, intent_id: str, *, at: int, method: str = "card", decline: str | None = None) -> Obj:
        """Try to take the payment of an intent and return the charge of this attempt.

        Args:
            intent_id: A payment intent that still needs a payment method.
            at: Unix second.
            method: ``card``, or a method that waits for the bank such as ``sepa_debit``.
            decline: Decline code (``card_declined``, ``insufficient_funds``, ...) when the card is to be declined.

        Raises:
            StripeRefusal: 400 ``payment_intent_unexpected_state`` when the intent is past this.
        """
        with self._engine.store.transaction():
            row = self._engine.row(intent_id, "payment_intent", param="intent")
            intent = row.body
            if intent["status"] not in {"requires_payment_method", "requires_confirmation"}:
                raise _unexpected(intent, "confirm")
            charge = self._charge_of(intent, row.inner.get("billing", {}), method, at)
            if decline is not None:
                return self._declined(intent, charge, decline, at)
            if method != "card":
                return self._waiting(intent, charge, at)
            if intent["capture_method"] == "manual":
                return self._authorised(intent, charge, at)
            return self._succeeded(intent, charge, at)

    def _charge_of(self, intent: Obj, billing: Obj, method: str, at: int) -> Obj:
        copied = ("customer", "description", "receipt_email", "shipping", "statement_descriptor_suffix")
        fields = {name: intent.get(name) for name in copied}
        charge = self.draft_charge(intent["amount"], intent["currency"], method, billing, at)
        charge.update(fields)
        # Metadata is copied once, when the charge is made; later changes of the intent do not reach it.
        charge.update(metadata=dict(intent["metadata"]), payment_intent=intent["id"])
        charge["application_fee_amount"] = intent.get("application_fee_amount")
        return charge

    def draft_charge(self, amount: int, currency: str, method: str, billing: Obj, at: int) -> Obj:
        """Return a new charge that is not stored yet: paid, captured, without money."""
        engine = self._engine
        kind = "charge" if method == "card" else "charge.async"
        charge = engine.draft("charge", at, id=engine.ids.mint(kind, at), amount=amount, currency=currency)
        del charge["refunds"]  # left out unless expanded, since 2022-11-15
        charge["billing_details"] = {**charge["billing_details"], **billing}
        charge["payment_method"] = engine.ids.mint("payment_method", at)
        charge["receipt_url"] = f"https://pay.stripe.com/receipts/payment/{engine.ids.letters(40)}"
        if method == "card":
            card = charge["payment_method_details"]["card"]
            card.update(amount_authorized=amount, last4=str(engine.chance.randrange(1000, 10000)))
            card["network_transaction_id"] = str(engine.chance.randrange(10**14, 10**15))
            card["overcapture"]["maximum_amount_capturable"] = amount
        else:
            charge["payment_method_details"] = {method: {"bank_name": "SANDBOX BANK", "last4": "6789"}, "type": method}
        charge.update(paid=True, captured=True, status="succeeded", amount_captured=amount)
        return charge

    def _declined(self, intent: Obj, charge: Obj, code: str, at: int) -> Obj:
        decline_code, message = _DECLINES[code]
        charge.update(paid=False, captured=False, status="failed", amount_captured=0)
        charge.update(failure_code="card_declined" if code == "insufficient_funds" else code, failure_message=message)
        charge["outcome"].update(
            network_status="declined_by_network", reason=decline_code, seller_message=message, type="issuer_declined"
        )
        self._engine.add(charge, "charge.failed", at=at)
        error = {"type": "card_error", "code": charge["failure_code"], "decline_code": decline_code, "message": message}
        changes = {
            "status": "requires_payment_method",
            "latest_charge": charge["id"],
            "last_payment_error": {**error, "charge": charge["id"]},
        }
        self._engine.change(intent["id"], changes, "payment_intent.payment_failed", at=at)
        return charge

    def _waiting(self, intent: Obj, charge: Obj, at: int) -> Obj:
        charge.update(paid=False, captured=False, status="pending", amount_captured=0)
        self._engine.add(charge, "charge.pending", at=at)
        changes = {"status": "processing", "latest_charge": charge["id"], "payment_method": charge["payment_method"]}
        self._engine.change(intent["id"], changes, "payment_intent.processing", at=at)
        return charge

    def _authorised(self, intent: Obj, charge: Obj, at: int) -> Obj:
        charge.update(captured=False, amount_captured=0)
        self._engine.add(charge, "charge.succeeded", at=at)
        changes = {
            "status": "requires_capture",
            "latest_charge": charge["id"],
            "payment_method": charge["payment_method"],
            "amount_capturable": intent["amount"],
            "last_payment_error": None,
        }
        self._engine.change(intent["id"], changes, "payment_intent.amount_capturable_updated", at=at)
        return charge

    def _succeeded(self, intent: Obj, charge: Obj, at: int) -> Obj:
        if intent["capture_method"] != "automatic_async":
            self._take_money(charge, at)
        self._engine.add(charge, "charge.succeeded", at=at)
        self._intent_paid(intent["id"], charge, at)
        return charge

    def _intent_paid(self, intent_id: str, charge: Obj, at: int) -> None:
        changes = {
            "status": "succeeded",
            "latest_charge": charge["id"],
            "payment_method": charge["payment_method"],
            "amount_received": charge["amount_captured"],
            "amount_capturable": 0,
            "last_payment_error": None,
        }
        self._engine.change(intent_id, changes, "payment_intent.succeeded", at=at)

    def _take_money(self, charge: Obj, at: int) -> None:
        """Write the money of a charge, gross with its fee; the caller stores the charge."""
        card = charge["payment_method_details"]["type"] == "card"
        gross = self._ledger.settle(charge["amount"], charge["currency"])
        captured = self._ledger.settle(charge["amount_captured"], charge["currency"])
        wait = terms()["card_available_after_s" if card else "async_available_after_s"]
        entry = Entry(
            "charge" if card else "payment",
            gross,
            source=charge["id"],
            fee_details=(*self._ledger.processing_fee(captured), *_fee_of_platform(charge, captured)),
            available_after_s=wait,
            category="charge",
            description=charge["description"],
        )
        charge["balance_transaction"] = self._ledger.record(entry, at=at)["id"]
        rest = gross.amount - captured.amount
        if rest:
            # Stripe books the whole authorisation and gives back what was not captured as a movement of its own
            # (docs.stripe.com/reports/reporting-categories: partial_capture_reversal).
            back = Settled(-rest, gross.currency, gross.rate)
            category = "partial_capture_reversal"
            self._ledger.record(Entry("refund", back, charge["id"], (), wait, category), at=at)

    def settle(self, charge_id: str, *, at: int) -> Obj:
        """Bring in the money of a captured charge that has none yet; told by ``charge.updated``."""
        with self._engine.store.transaction():
            charge = self._engine.get(charge_id, "charge")
            if charge["balance_transaction"] is not None or not charge["captured"] or charge["status"] != "succeeded":
                return charge
            self._take_money(charge, at)
            changes = {"balance_transaction": charge["balance_transaction"]}
            return self._engine.change(charge_id, changes, "charge.updated", at=at)

    def capture(self, charge_id: str, *, at: int, amount: int | None = None) -> Obj:
        """Capture an authorised charge, all of it or ``amount``.

        Raises:
            StripeRefusal: 400 when it is captured already, not authorised, or ``amount`` is too large.
        """
        with self._engine.store.transaction():
            charge = self._engine.get(charge_id, "charge")
            captured = charge["amount"] if amount is None else amount
            self._check_capture(charge, captured)
            rest = charge["amount"] - captured
            charge.update(captured=True, amount_captured=captured, amount_refunded=rest)
            self._take_money(charge, at)
            names = ("captured", "amount_captured", "amount_refunded", "balance_transaction")
            after = self._engine.change(charge_id, {name: charge[name] for name in names}, "charge.captured", at=at)
            if charge["payment_intent"] is not None:
                self._intent_paid(charge["payment_intent"], after, at)
            return after

    @staticmethod
    def _check_capture(charge: Obj, captured: int) -> None:
        if charge["captured"]:
            raise bad(f"Charge {charge['id']} has already been captured.", code="charge_already_captured")
        if charge["refunded"] or charge["status"] != "succeeded":
            raise bad(f"Charge {charge['id']} cannot be captured.", code="charge_expired_for_capture")
        if not 0 < captured <= charge["amount"]:
            raise bad("Capture amount must be positive and not exceed the authorized amount.", code="amount_too_large")

    def cancel(self, intent_id: str, *, at: int, reason: str | None = None) -> Obj:
        """Cancel an intent; an authorisation under it is given back and never becomes money.

        Raises:
            StripeRefusal: 400 ``payment_intent_unexpected_state`` when it has succeeded or was canceled.
        """
        engine = self._engine
        with engine.store.transaction():
            intent = engine.get(intent_id, "payment_intent", param="intent")
            if intent["status"] in {"succeeded", "canceled", "processing"}:
                raise _unexpected(intent, "cancel")
            if intent["status"] == "requires_capture":
                self._release(intent["latest_charge"], reason, at)
            changes = {"status": "canceled", "canceled_at": at, "cancellation_reason": reason, "amount_capturable": 0}
            return engine.change(intent_id, changes, "payment_intent.canceled", at=at)

    def _release(self, charge_id: str, reason: str | None, at: int) -> None:
        """Give an authorisation back: Stripe shows a refund for it, which moves no money."""
        charge = self._engine.get(charge_id)
        why = "expired_uncaptured_charge" if reason in {None, "automatic"} else reason
        fields: dict[str, Any] = {"charge": charge_id, "payment_intent": charge["payment_intent"]}
        refund = self._engine.draft("refund", at, amount=charge["amount"], currency=charge["currency"], reason=why)
        self._engine.add({**refund, **fields}, "refund.created", at=at)
        changes = {"refunded": True, "amount_refunded": charge["amount"]}
        expired = why == "expired_uncaptured_charge"
        self._engine.change(charge_id, changes, "charge.expired" if expired else "charge.refunded", at=at)

    def finish_async(self, charge_id: str, *, at: int, succeeded: bool = True) -> Obj:
        """Let the bank answer for a pending charge: paid with its money, or failed."""
        engine = self._engine
        with engine.store.transaction():
            charge = engine.get(charge_id, "charge")
            if charge["status"] != "pending":
                raise bad(f"Charge {charge_id} is not pending.")
            if not succeeded:
                return self._bank_refused(charge, at)
            charge.update(paid=True, captured=True, status="succeeded", amount_captured=charge["amount"])
            self._take_money(charge, at)
            names = ("paid", "captured", "status", "amount_captured", "balance_transaction")
            after = engine.change(charge_id, {name: charge[name] for name in names}, "charge.succeeded", at=at)
            self._intent_paid(charge["payment_intent"], after, at)
            return after

    def _bank_refused(self, charge: Obj, at: int) -> Obj:
        code, message = "insufficient_funds", "The customer's account has insufficient funds to cover this payment."
        changes = {"status": "failed", "failure_code": code, "failure_message": message}
        after = self._engine.change(charge["id"], changes, "charge.failed", at=at)
        error = {"type": "invalid_request_error", "code": code, "message": message, "charge": charge["id"]}
        intent = {"status": "requires_payment_method", "last_payment_error": error}
        self._engine.change(charge["payment_intent"], intent, "payment_intent.payment_failed", at=at)
        return after

    def bank_return(self, charge_id: str, *, at: int) -> Obj:
        """Let the bank take back a payment that had succeeded (``payment_failure_refund``)."""
        engine = self._engine
        with engine.store.transaction():
            charge = engine.get(charge_id, "charge")
            if charge["balance_transaction"] is None or charge["failure_balance_transaction"] is not None:
                raise bad(f"Charge {charge_id} has no money to take back.")
            gross = self._ledger.settle(charge["amount_captured"], charge["currency"])
            back = Settled(-gross.amount, gross.currency, gross.rate)
            movement = self._ledger.record(Entry("payment_failure_refund", back, charge_id), at=at)
            changes = {
                "status": "failed",
                "paid": False,
                "failure_code": "debit_not_authorized",
                "failure_balance_transaction": movement["id"],
            }
            return engine.change(charge_id, changes, "charge.failed", at=at)

    def bare_charge(self, order: Order, *, at: int) -> Obj:
        """Charge a card without any payment intent, as old integrations do."""
        with self._engine.store.transaction():
            charge = self.draft_charge(order.amount, order.currency, "card", order.billing, at)
            charge.update(order.fields)
            if order.manual:
                charge.update(captured=False, amount_captured=0)
            else:
                self._take_money(charge, at)
            return self._engine.add(charge, "charge.succeeded", at=at)


def _unexpected(intent: Obj, verb: str) -> StripeRefusal:
    sentence = f"You cannot {verb} this PaymentIntent because it has a status of {intent['status']}."
    return StripeRefusal(
        400, sentence, code="payment_intent_unexpected_state", more={"payment_intent": {"id": intent["id"]}}
    )


def declined(charge: Obj) -> StripeRefusal:
    """Return the 402 answer to a call whose card was declined."""
    more = {"charge": charge["id"], "decline_code": charge["outcome"]["reason"]}
    return StripeRefusal(402, charge["failure_message"], kind="card_error", code=charge["failure_code"], more=more)
