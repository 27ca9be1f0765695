"""Disputes and inquiries (docs.stripe.com/disputes): money leaves when funds are withdrawn, and may come back."""

from connectors.sandbox.stripe.engine import Engine
from connectors.sandbox.stripe.errors import bad
from connectors.sandbox.stripe.money import Entry, Ledger, Settled, fee_detail
from connectors.sandbox.stripe.resources import terms
from connectors.sandbox.stripe.store import Obj

_ANSWER_WITHIN_S = 7 * 86_400
_CLOSED = frozenset({"won", "lost", "warning_closed", "prevented"})


class Disputes:
    """Disputes of charges."""

    def __init__(self, engine: Engine, ledger: Ledger) -> None:
        self._engine = engine
        self._ledger = ledger

    def open(
        self, charge_id: str, *, at: int, amount: int | None = None, reason: str = "fraudulent", inquiry: bool = False
    ) -> Obj:
        """Dispute a charge; an inquiry (``warning_*``) moves no money yet.

        Raises:
            StripeRefusal: 400 when the charge took no money or is disputed already.
        """
        engine = self._engine
        with engine.store.transaction():
            charge = engine.get(charge_id, "charge", param="charge")
            if charge["disputed"] or not charge["captured"] or charge["status"] != "succeeded":
                raise bad(f"Charge {charge_id} cannot be disputed.")
            dispute = engine.draft(
                "dispute",
                at,
                amount=charge["amount_captured"] if amount is None else amount,
                charge=charge_id,
                currency=charge["currency"],
                payment_intent=charge["payment_intent"],
                reason=reason,
                status="warning_needs_response" if inquiry else "needs_response",
                is_charge_refundable=inquiry,
            )
            dispute["evidence_details"]["due_by"] = at + _ANSWER_WITHIN_S
            dispute["payment_method_details"]["card"]["case_type"] = "inquiry" if inquiry else "chargeback"
            if not inquiry:
                dispute["balance_transactions"] = [self._withdrawal(dispute, at)]
            engine.add(dispute, "charge.dispute.created", at=at)
            engine.change(charge_id, {"disputed": True}, "charge.updated", at=at)
            if not inquiry:
                engine.tell("charge.dispute.funds_withdrawn", dispute, at=at)
            return dispute

    def escalate(self, dispute_id: str, *, at: int) -> Obj:
        """Turn an inquiry into a dispute: the funds are withdrawn now."""
        engine = self._engine
        with engine.store.transaction():
            dispute = engine.get(dispute_id, "dispute")
            if not dispute["status"].startswith("warning_") or dispute["status"] == "warning_closed":
                raise bad(f"Dispute {dispute_id} is not an open inquiry.")
            moved = [*dispute["balance_transactions"], self._withdrawal(dispute, at)]
            changes = {"status": "needs_response", "balance_transactions": moved, "is_charge_refundable": False}
            after = engine.change(dispute_id, changes, "charge.dispute.updated", at=at)
            engine.tell("charge.dispute.funds_withdrawn", after, at=at)
            return after

    def respond(self, dispute_id: str, evidence: Obj | None, *, at: int, submit: bool = True) -> Obj:
        """Hand in evidence; once submitted the bank has it under review."""
        dispute = self._open_one(dispute_id)
        changes: Obj = {"evidence": {**dispute["evidence"], **(evidence or {})}}
        if submit:
            warning = dispute["status"].startswith("warning_")
            changes["status"] = "warning_under_review" if warning else "under_review"
            details = dispute["evidence_details"]
            count = details["submission_count"] + 1
            changes["evidence_details"] = {**details, "has_evidence": True, "submission_count": count}
        return self._engine.change(dispute_id, changes, "charge.dispute.updated", at=at)

    def close(self, dispute_id: str, *, at: int, won: bool, fee_returned: bool = False) -> Obj:
        """End a dispute; an inquiry is just closed, a won dispute's money comes back.

        Args:
            dispute_id: An open dispute or inquiry.
            at: Unix second.
            won: Whether the bank decided for us.
            fee_returned: Whether Stripe returns its dispute fee with the money.
        """
        engine = self._engine
        with engine.store.transaction():
            dispute = self._open_one(dispute_id)
            if dispute["status"].startswith("warning_"):
                return engine.change(dispute_id, {"status": "warning_closed"}, "charge.dispute.closed", at=at)
            changes: Obj = {"status": "won" if won else "lost"}
            if won:
                back = self._reinstatement(dispute, at, fee_returned=fee_returned)
                changes["balance_transactions"] = [*dispute["balance_transactions"], back]
            after = engine.change(dispute_id, changes, "charge.dispute.closed", at=at)
            if won:
                engine.tell("charge.dispute.funds_reinstated", after, at=at)
            return after

    def overturn(self, dispute_id: str, *, at: int) -> Obj:
        """Give the money of a lost dispute back after all: the bank has changed its mind."""
        engine = self._engine
        with engine.store.transaction():
            dispute = engine.get(dispute_id, "dispute")
            if dispute["status"] != "lost":
                raise bad(f"Dispute {dispute_id} is not lost.")
            moved = [*dispute["balance_transactions"], self._reinstatement(dispute, at, fee_returned=False)]
            changes = {"status": "won", "balance_transactions": moved}
            after = engine.change(dispute_id, changes, "charge.dispute.updated", at=at)
            engine.tell("charge.dispute.funds_reinstated", after, at=at)
            return after

    def _open_one(self, dispute_id: str) -> Obj:
        dispute = self._engine.get(dispute_id, "dispute")
        if dispute["status"] in _CLOSED:
            raise bad("This dispute is already closed", param="dispute")
        return dispute

    def _withdrawal(self, dispute: Obj, at: int) -> Obj:
        gross = self._ledger.settle(dispute["amount"], dispute["currency"])
        fee = fee_detail(
            int(terms()["dispute_fee"].get(gross.currency, 0)), gross.currency, "stripe_fee", "Dispute fee"
        )
        return self._movement(dispute, Settled(-gross.amount, gross.currency, gross.rate), (fee,), "dispute", at)

    def _reinstatement(self, dispute: Obj, at: int, *, fee_returned: bool) -> Obj:
        taken = dispute["balance_transactions"][0]
        fees: tuple[Obj, ...] = ()
        if fee_returned:
            fees = (fee_detail(-taken["fee"], taken["currency"], "stripe_fee", "Dispute fee returned"),)
        gross = self._ledger.settle(dispute["amount"], dispute["currency"])
        return self._movement(dispute, gross, fees, "dispute_reversal", at)

    def _movement(self, dispute: Obj, moved: Settled, fees: tuple[Obj, ...], category: str, at: int) -> Obj:
        text = f"Chargeback {'withdrawal' if moved.amount < 0 else 'reversal'} for {dispute['charge']}"
        entry = Entry("adjustment", moved, dispute["id"], fees, category=category, description=text)
        return self._ledger.record(entry, at=at)
