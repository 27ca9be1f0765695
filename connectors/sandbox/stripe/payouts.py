"""Payouts, and the account's movements that no sale causes (docs.stripe.com/payouts, /reports/reporting-categories)."""

from collections.abc import Sequence

from connectors.sandbox.stripe.engine import Engine
from connectors.sandbox.stripe.errors import bad
from connectors.sandbox.stripe.money import Entry, Ledger, Settled, fee_detail, half_up
from connectors.sandbox.stripe.resources import blank, terms
from connectors.sandbox.stripe.store import Obj

_PER_CENT_TENTHS = 1000  # fees are written as tenths of a per cent

_FAILURES = {
    "could_not_process": "The bank could not process this payout.",
    "account_closed": "The bank account has been closed.",
}


class Account:
    """The account's side of the money: payouts, reserves, fees without a charge, top-ups."""

    def __init__(self, engine: Engine, ledger: Ledger) -> None:
        self._engine = engine
        self._ledger = ledger

    @property
    def ledger(self) -> Ledger:
        """The account's ledger."""
        return self._ledger

    def record_balance_transaction(self, entry: Entry, *, at: int | None = None) -> Obj:
        """Write any movement: adjustments, reserves, ``stripe_fee``, transfers and whatever else has no method here."""
        return self._ledger.record(entry, at=self._engine.moment(at))

    def stripe_fee(self, amount: int, currency: str, description: str, *, at: int | None = None) -> Obj:
        """Let Stripe take a fee that belongs to no charge (Radar, Billing); ``amount`` positive minor units."""
        entry = Entry("stripe_fee", Settled(-amount, currency), description=description)
        return self.record_balance_transaction(entry, at=at)

    def hold_reserve(self, amount: int, currency: str, *, at: int | None = None) -> tuple[Obj, Obj]:
        """Move money into the reserve; returns the movement out of the payments balance and the one into it."""
        return self._reserve("reserve_hold", -amount, currency, at)

    def release_reserve(self, amount: int, currency: str, *, at: int | None = None) -> tuple[Obj, Obj]:
        """Move money back from the reserve."""
        return self._reserve("reserve_release", amount, currency, at)

    def _reserve(self, kind: str, amount: int, currency: str, at: int | None) -> tuple[Obj, Obj]:
        moment = self._engine.moment(at)
        with self._engine.store.transaction():
            payments = self._ledger.record(Entry(kind, Settled(amount, currency)), at=moment)
            other = Entry(kind, Settled(-amount, currency), balance_type="risk_reserved")
            return payments, self._ledger.record(other, at=moment)

    def top_up(self, amount: int, currency: str, *, at: int | None = None) -> Obj:
        """Add money from the bank."""
        moment = self._engine.moment(at)
        engine = self._engine
        with engine.store.transaction():
            body = engine.draft("topup", moment, amount=amount, currency=currency, status="succeeded")
            entry = Entry("topup", Settled(amount, currency), body["id"])
            body["balance_transaction"] = self._ledger.record(entry, at=moment)["id"]
            engine.add(body, "topup.created", at=moment)
            engine.tell("topup.succeeded", body, at=moment)
            return body

    def run_payouts(self, *, at: int | None = None, currencies: Sequence[str] | None = None) -> list[Obj]:
        """Pay out automatically all that is available, one payout a currency; nothing where the sum is zero.

        A negative sum becomes a negative payout: Stripe debits the bank. The payouts are in transit afterwards and
        their reconciliation is in progress.
        """
        moment = self._engine.moment(at)
        made = []
        for currency in currencies or self._ledger.held():
            with self._engine.store.transaction():
                parts = self._ledger.bundle(currency, at=moment)
                amount = sum(net for _, net in parts)
                if amount == 0:
                    continue
                payout = self._leave(amount, currency, {"automatic": True}, moment)
                self._ledger.assign([movement for movement, _ in parts], payout["id"])
                self._ledger.assign([payout["balance_transaction"]], payout["id"])
                made.append(payout)
        return made

    def create_payout(self, given: Obj, *, at: int | None = None) -> Obj:
        """Pay out by hand from Stripe's parameters.

        Raises:
            StripeRefusal: 400 ``balance_insufficient`` when less is available.
        """
        moment = self._engine.moment(at)
        with self._engine.store.transaction():
            currency = given["currency"].lower()
            available = self._ledger.totals(at=moment).get(currency, {"available": 0})["available"]
            instant = given.get("method") == "instant"
            fee = _instant_fee(given["amount"]) if instant else 0
            if given["amount"] + fee > available:
                sentence = "You have insufficient funds in your Stripe account for this transfer."
                raise bad(sentence, code="balance_insufficient")
            if given["amount"] < 1:
                raise bad("Invalid positive integer", param="amount", code="parameter_invalid_integer")
            fields = {
                name: given[name] for name in ("description", "method", "statement_descriptor") if given.get(name)
            }
            fields["metadata"] = given.get("metadata") or {}
            fields.update(automatic=False, reconciliation_status="not_applicable")
            # Nobody says what a manual payout is made of, so nothing is assigned to it. Its own movement stays open as
            # well: the next automatic payout takes it along and is that much smaller.
            return self._leave(given["amount"], currency, fields, moment, fee=fee)

    def largest_instant(self, minor: int) -> int:
        """Return the largest instant payout that takes at most ``minor`` off the balance with its fee."""
        most = minor * _PER_CENT_TENTHS // (_PER_CENT_TENTHS + int(terms()["instant_fee_permille_tenths"]))
        return next((amount for amount in range(most, 0, -1) if amount + _instant_fee(amount) <= minor), 0)

    def _leave(self, amount: int, currency: str, fields: Obj, at: int, *, fee: int = 0) -> Obj:
        engine = self._engine
        body = engine.draft("payout", at, amount=amount, currency=currency)
        instant = fields.get("method") == "instant"
        body.update(
            arrival_date=at + terms()["instant_payout_travels_s" if instant else "payout_travels_s"],
            destination=_bank_accounts(self._ledger)[currency],
            status="in_transit" if fields["automatic"] else "pending",
            **fields,
        )
        fees = (fee_detail(fee, currency, "stripe_fee", "Instant payout fee"),) if fee else ()
        entry = Entry("payout", Settled(-amount, currency), body["id"], fees, description="STRIPE PAYOUT")
        body["balance_transaction"] = self._ledger.record(entry, at=at)["id"]
        return engine.add(body, "payout.created", at=at)

    def complete_reconciliation(self, payout_id: str, *, at: int | None = None) -> Obj:
        """Let Stripe finish the list of what an automatic payout is made of."""
        changes = {"reconciliation_status": "completed"}
        return self._change(payout_id, changes, "payout.reconciliation_completed", at)

    def pay(self, payout_id: str, *, at: int | None = None) -> Obj:
        """Let a payout arrive; the bank's reference (``trace_id``) is known from now on."""
        trace = {"status": "supported", "value": self._engine.ids.letters(12).upper()}
        return self._change(payout_id, {"status": "paid", "trace_id": trace}, "payout.paid", at)

    def fail_payout(self, payout_id: str, *, at: int | None = None, code: str = "could_not_process") -> Obj:
        """Let the bank refuse a payout, even one that was paid; its money is available again."""
        more = {"failure_code": code, "failure_message": _FAILURES[code]}
        return self._return(payout_id, "failed", "payout_failure", more, at)

    def cancel_payout(self, payout_id: str, *, at: int | None = None) -> Obj:
        """Cancel a payout that has not left.

        Raises:
            StripeRefusal: 400 when it has.
        """
        payout = self._engine.get(payout_id, "payout")
        if payout["status"] != "pending":
            raise bad(f"Payouts can only be canceled while they are pending; {payout_id} is {payout['status']}.")
        return self._return(payout_id, "canceled", "payout_cancel", {}, at)

    def reverse_payout(self, payout_id: str, *, at: int | None = None) -> Obj:
        """Fetch a paid payout back from the bank: a payout of its own with the opposite amount; each names the other.

        Raises:
            StripeRefusal: 400 when it was not paid, or was reversed already.
        """
        moment = self._engine.moment(at)
        with self._engine.store.transaction():
            payout = self._engine.get(payout_id, "payout")
            if payout["status"] != "paid" or payout["reversed_by"] is not None:
                raise bad(f"Payout {payout_id} cannot be reversed.")
            fields = {"automatic": False, "reconciliation_status": "not_applicable", "original_payout": payout_id}
            # Inferred: Stripe's reference names no balance transaction type of a reversal's own.
            back = self._leave(-payout["amount"], payout["currency"], fields, moment)
            self._change(payout_id, {"reversed_by": back["id"]}, "payout.updated", moment)
            return back

    def _return(self, payout_id: str, status: str, kind: str, more: Obj, at: int | None) -> Obj:
        moment = self._engine.moment(at)
        with self._engine.store.transaction():
            payout = self._engine.get(payout_id, "payout")
            if payout["status"] in {"failed", "canceled"}:
                raise bad(f"Payout {payout_id} is {payout['status']} already.")
            entry = Entry(kind, Settled(payout["amount"], payout["currency"]), payout_id, description="PAYOUT RETURNED")
            back = self._ledger.record(entry, at=moment)
            changes = {"status": status, "failure_balance_transaction": back["id"], **more}
            return self._change(payout_id, changes, f"payout.{status}", moment)

    def _change(self, payout_id: str, changes: Obj, event: str, at: int | None) -> Obj:
        self._engine.get(payout_id, "payout")
        return self._engine.change(payout_id, changes, event, at=self._engine.moment(at))

    def describe(self) -> Obj:
        """Return Stripe's account object of this account."""
        body = blank("account")
        body.update(id=self._engine.account_id, country=terms()["country"], created=1_700_000_000)
        body["default_currency"] = terms()["default_currency"]
        accounts = [
            {**blank("bank_account"), "id": bank, "currency": currency, "account": body["id"]}
            for currency, bank in _bank_accounts(self._ledger).items()
        ]
        url = f"/v1/accounts/{body['id']}/external_accounts"
        body["external_accounts"] = {"object": "list", "data": accounts, "has_more": False, "url": url}
        return body


def _instant_fee(minor: int) -> int:
    return half_up(minor * int(terms()["instant_fee_permille_tenths"]), _PER_CENT_TENTHS)


def _bank_accounts(ledger: Ledger) -> dict[str, str]:
    """Return the account's bank account in each currency that it holds."""
    known: dict[str, str] = terms()["bank_accounts"]
    return {currency: known.get(currency, f"ba_1Sandbox{currency.upper()}") for currency in ledger.held()}
