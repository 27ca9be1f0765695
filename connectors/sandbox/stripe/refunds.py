"""Refunds: full, part, pending, failed, canceled (docs.stripe.com/refunds)."""

from dataclasses import dataclass, field
from typing import Any

from connectors.sandbox.stripe.engine import Engine
from connectors.sandbox.stripe.errors import bad
from connectors.sandbox.stripe.money import Entry, Ledger, Settled
from connectors.sandbox.stripe.parameters import merge_metadata
from connectors.sandbox.stripe.store import Obj


@dataclass(frozen=True, slots=True)
class RefundOrder:
    """What is to be given back.

    Attributes:
        charge: Id of a charge.
        amount: Minor units of the charge's currency; ``None`` for all that is left.
        reason: Stripe's reason, if any.
        metadata: Kept with the refund.
        pending: ``None`` for a refund that succeeds at once; else ``processing`` (the money is gone already) or
            ``insufficient_funds`` or ``charge_pending`` (it is not).
    """

    charge: str
    amount: int | None = None
    reason: str | None = None
    metadata: dict[str, str] = field(default_factory=dict)
    pending: str | None = None


class Refunds:
    """Refunds of charges."""

    def __init__(self, engine: Engine, ledger: Ledger) -> None:
        self._engine = engine
        self._ledger = ledger

    def create(self, order: RefundOrder, *, at: int) -> Obj:
        """Give money back.

        Raises:
            StripeRefusal: 400 when more is asked than is left, or the charge is disputed or took no money.
        """
        engine = self._engine
        with engine.store.transaction():
            charge = engine.get(order.charge, "charge", param="charge")
            self._refuse_disputed(charge)
            amount = _amount(order, charge)
            refund = self._draft(order, charge, amount, at)
            if order.pending in {None, "processing"}:
                refund["balance_transaction"] = self._money(refund, charge, -1, at)["id"]
            engine.add(refund, "refund.created", at=at)
            total = charge["amount_refunded"] + amount
            changes = {"amount_refunded": total, "refunded": total >= charge["amount"]}
            engine.change(charge["id"], changes, "charge.refunded", at=at)
            return refund

    def _refuse_disputed(self, charge: Obj) -> None:
        """Refuse while a dispute stands; under an inquiry a refund is still possible, and often the best answer."""
        for dispute in self._engine.store.all_of("dispute", charge=charge["id"]):
            if not dispute["is_charge_refundable"]:
                sentence = f"Charge {charge['id']} has been charged back; cannot issue a refund."
                raise bad(sentence, code="charge_disputed")

    def _draft(self, order: RefundOrder, charge: Obj, amount: int, at: int) -> Obj:
        engine = self._engine
        kind = "refund.async" if charge["id"].startswith("py_") else "refund"
        method = charge["payment_method_details"]["type"]
        fields: dict[str, Any] = {
            "amount": amount,
            "charge": charge["id"],
            "currency": charge["currency"],
            "payment_intent": charge["payment_intent"],
            "reason": order.reason,
            "metadata": merge_metadata({}, order.metadata),
            "status": "pending" if order.pending else "succeeded",
            "customer": charge["customer"],
            "destination_details": {method: {"type": "refund"} if method == "card" else {}, "type": method},
        }
        if order.pending is not None:
            fields["pending_reason"] = order.pending
        return engine.draft("refund", at, id=engine.ids.mint(kind, at), **fields)

    def _money(self, refund: Obj, charge: Obj, sign: int, at: int) -> Obj:
        """Move the refund's amount at today's rate; Stripe keeps the fee of the charge."""
        gross = self._ledger.settle(refund["amount"], refund["currency"])
        asynchronous = charge["id"].startswith("py_")
        out = "payment_refund" if asynchronous else "refund"
        kind = out if sign < 0 else "refund_failure"
        moved = Settled(sign * gross.amount, gross.currency, gross.rate)
        text = f"REFUND FOR {'PAYMENT' if asynchronous else 'CHARGE'}"
        return self._ledger.record(Entry(kind, moved, refund["id"], description=text), at=at)

    def finish(self, refund_id: str, *, at: int) -> Obj:
        """Let a pending refund succeed; its money leaves now if it had not."""
        engine = self._engine
        with engine.store.transaction():
            refund = self._pending(refund_id)
            changes: Obj = {"status": "succeeded"}
            if refund["balance_transaction"] is None:
                charge = engine.get(refund["charge"], "charge")
                changes["balance_transaction"] = self._money(refund, charge, -1, at)["id"]
            return self._tell_update(refund_id, changes, at)

    def fail(self, refund_id: str, *, at: int, reason: str = "lost_or_stolen_card") -> Obj:
        """Let a refund fail, even one that had succeeded: its money comes back (``refund_failure``)."""
        return self._undo(refund_id, "failed", {"failure_reason": reason}, at)

    def cancel(self, refund_id: str, *, at: int) -> Obj:
        """Cancel a pending refund.

        Raises:
            StripeRefusal: 400 when it is not pending any more.
        """
        self._pending(refund_id)
        return self._undo(refund_id, "canceled", {}, at)

    def _pending(self, refund_id: str) -> Obj:
        refund = self._engine.get(refund_id, "refund")
        if refund["status"] not in {"pending", "requires_action"}:
            raise bad(f"This refund has a status of {refund['status']} and cannot be changed.", param="refund")
        return refund

    def _undo(self, refund_id: str, status: str, more: Obj, at: int) -> Obj:
        engine = self._engine
        with engine.store.transaction():
            refund = engine.get(refund_id, "refund")
            if refund["status"] in {"failed", "canceled"}:
                raise bad(f"This refund has a status of {refund['status']} already.", param="refund")
            charge = engine.get(refund["charge"], "charge")
            changes: Obj = {"status": status, **more}
            if refund["balance_transaction"] is not None:
                changes["failure_balance_transaction"] = self._money(refund, charge, 1, at)["id"]
            after = self._tell_update(refund_id, changes, at)
            if status == "failed":
                engine.tell("refund.failed", after, at=at)
            left = charge["amount_refunded"] - refund["amount"]
            engine.change(charge["id"], {"amount_refunded": left, "refunded": False}, "charge.updated", at=at)
            return after

    def _tell_update(self, refund_id: str, changes: Obj, at: int) -> Obj:
        """Tell in both of Stripe's ways: the refund's own event and the charge's older one."""
        after = self._engine.change(refund_id, changes, "refund.updated", at=at)
        self._engine.tell("charge.refund.updated", after, at=at)
        return after


def _amount(order: RefundOrder, charge: Obj) -> int:
    left = int(charge["amount"]) - int(charge["amount_refunded"])
    if charge["status"] == "failed" or not charge["captured"]:
        raise bad(f"Charge {charge['id']} cannot be refunded.", code="charge_not_refundable")
    if left <= 0:
        raise bad(f"Charge {charge['id']} has already been refunded.", code="charge_already_refunded")
    amount = left if order.amount is None else order.amount
    if amount < 1:
        raise bad("Invalid positive integer", param="amount", code="parameter_invalid_integer")
    if amount > left:
        sentence = f"Refund amount ({amount}) is greater than unrefunded amount on charge ({left})"
        raise bad(sentence, param="amount", code="amount_too_large")
    return amount
