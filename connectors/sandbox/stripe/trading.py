"""Make trade happen at any moment, for tests and the demo: what shops, buyers and banks would do."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from connectors.sandbox.stripe.event_log import CAUSE, Cause
from connectors.sandbox.stripe.parts import Parts
from connectors.sandbox.stripe.payments import Order
from connectors.sandbox.stripe.refunds import RefundOrder
from connectors.sandbox.stripe.sales import Sale
from connectors.sandbox.stripe.store import Obj

# How long Stripe takes to show the money of a charge it captured asynchronously
# (docs.stripe.com/payments/payment-intents/asynchronous-capture: usually within an hour).
SETTLES_AFTER_S = 90


@dataclass(frozen=True, slots=True)
class Payment:
    """How a sale is paid.

    Attributes:
        method: ``card``, or one that waits for the bank: ``us_bank_account``, ``sepa_debit``, ``customer_balance``.
        declines: Decline codes of the attempts before the one that works, such as ``("card_declined",)``.
        settle_after_s: Seconds until the money shows on the charge; ``None`` leaves that to ``Trading.settle``.
        bank_answers_after_s: Seconds until the bank pays; ``None`` leaves that to ``Trading.finish_async``.
    """

    method: str = "card"
    declines: tuple[str, ...] = ()
    settle_after_s: int | None = SETTLES_AFTER_S
    bank_answers_after_s: int | None = None


BY_CARD = Payment()


class Trading:
    """Sales, refunds and disputes. Every ``at`` is a Unix second; ``None`` is the sandbox's present moment."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._engine = parts.engine

    @contextmanager
    def _request(self) -> Iterator[None]:
        """Let events name a request of the shop's own server, one transaction for all of it."""
        ids = self._engine.ids
        cause = Cause(f"req_{ids.letters(14)}", f"shop-{ids.letters(20)}")
        token = CAUSE.set(cause)
        try:
            with self._engine.store.transaction():
                yield
        finally:
            CAUSE.reset(token)

    def customer(self, *, at: int | None = None, **fields: Any) -> Obj:
        """Make a customer from Stripe's parameters, such as name, email, metadata, address."""
        with self._request():
            return self._parts.customers.create(fields, at=self._engine.moment(at))

    def product(self, *, at: int | None = None, **fields: Any) -> Obj:
        """Make a product from Stripe's parameters; the shop's products carry ``metadata["stock_code"]``."""
        with self._request():
            return self._parts.catalogue.create_product(fields, at=self._engine.moment(at))

    def price(self, *, at: int | None = None, **fields: Any) -> Obj:
        """Make a price from Stripe's parameters."""
        with self._request():
            return self._parts.catalogue.create_price(fields, at=self._engine.moment(at))

    def checkout(self, sale: Sale, *, at: int | None = None, payment: Payment = BY_CARD) -> Obj:
        """Sell through a checkout session; returns the session as it is at the end."""
        moment = self._engine.moment(at)
        with self._request():
            session = self._parts.tills.open_session(sale, at=moment)
            intent = self._parts.tills.attach_intent(session["id"], sale, at=moment)
            self._attempts(intent["id"], payment, moment)
            charge = self._parts.payments.confirm(intent["id"], at=moment, method=payment.method)
            paid = charge["status"] == "succeeded"
            after = self._parts.tills.complete_session(session["id"], at=moment, paid=paid)
            self._afterwards(charge, payment, moment)
            if not paid and payment.bank_answers_after_s is not None:
                later = moment + payment.bank_answers_after_s
                after = self._parts.tills.session_paid_later(session["id"], at=later, succeeded=True)
            return after

    def pay_checkout(self, session_id: str, *, at: int | None = None, payment: Payment = BY_CARD) -> Obj:
        """Pay a session that a program made through the API; returns the charge."""
        moment = self._engine.moment(at)
        with self._request():
            charge = self._parts.checkouts.pay(session_id, at=moment)
            self._afterwards(charge, payment, moment)
            return self._engine.get(charge["id"])

    def pay_by_link(self, link_id: str, *, at: int | None = None, payment: Payment = BY_CARD) -> Obj:
        """Let somebody pay by a payment link; returns the completed checkout session.

        Raises:
            StripeRefusal: When the link is not active, or was paid as often as it may be.
        """
        sale = self._parts.pay_links.sale_of(link_id)
        session = self.checkout(sale, at=at, payment=payment)
        moment = self._engine.moment(at)
        link = self._parts.pay_links.count(link_id, at=moment)
        # The link's metadata are those of its sessions; the payment has its own.
        return self._engine.change(session["id"], {"payment_link": link_id, "metadata": link["metadata"]}, at=moment)

    def abandoned_checkout(self, sale: Sale, *, at: int | None = None, decline: str = "card_declined") -> Obj:
        """Let a buyer fail to pay and go away: a failed charge under an intent that stays open."""
        moment = self._engine.moment(at)
        with self._request():
            session = self._parts.tills.open_session(sale, at=moment)
            intent = self._parts.tills.attach_intent(session["id"], sale, at=moment)
            self._parts.payments.confirm(intent["id"], at=moment, decline=decline)
            return self._engine.get(session["id"])

    def invoice(self, sale: Sale, *, at: int | None = None, paid_after_s: int = 0, payment: Payment = BY_CARD) -> Obj:
        """Sell by a Stripe invoice that is paid by card; returns the paid invoice."""
        moment = self._engine.moment(at)
        with self._request():
            invoice = self._parts.tills.draft_invoice(sale, at=moment)
            paid_at = moment + paid_after_s
            charge = self._parts.tills.pay_invoice(invoice["id"], sale.billing, at=paid_at)
            self._afterwards(charge, payment, paid_at)
            return self._engine.get(invoice["id"])

    def pay_invoice(self, invoice_id: str, *, at: int | None = None, payment: Payment = BY_CARD) -> Obj:
        """Pay an invoice that a program made through the API; returns the charge.

        Raises:
            StripeRefusal: When it is not open.
        """
        moment = self._engine.moment(at)
        with self._request():
            charge = self._parts.invoices.pay(invoice_id, at=moment)
            self._afterwards(charge, payment, moment)
            return self._engine.get(charge["id"])

    def intent(self, sale: Sale, *, at: int | None = None, payment: Payment = BY_CARD) -> Obj:
        """Sell by a payment intent with line items in its amount details; returns the payment intent."""
        moment = self._engine.moment(at)
        with self._request():
            intent = self._parts.payments.create_intent(self._parts.tills.intent_order(sale), at=moment)
            self._attempts(intent["id"], payment, moment)
            charge = self._parts.payments.confirm(intent["id"], at=moment, method=payment.method)
            self._afterwards(charge, payment, moment)
            return self._engine.get(intent["id"])

    def bare_charge(self, sale: Sale, *, at: int | None = None) -> Obj:
        """Sell by a charge without payment intent, its lines in the metadata (see ``tills``); returns the charge."""
        with self._request():
            order = self._parts.tills.metadata_order(sale)
            return self._parts.payments.bare_charge(order, at=self._engine.moment(at))

    def charge(
        self,
        amount: int,
        currency: str,
        *,
        at: int | None = None,
        fields: Mapping[str, Any] | None = None,
        payment: Payment = BY_CARD,
    ) -> Obj:
        """Take a payment of which nothing else is known, by a payment intent; returns the charge."""
        moment = self._engine.moment(at)
        with self._request():
            intent = self._parts.payments.create_intent(Order(amount, currency, dict(fields or {})), at=moment)
            self._attempts(intent["id"], payment, moment)
            charge = self._parts.payments.confirm(intent["id"], at=moment, method=payment.method)
            self._afterwards(charge, payment, moment)
            return self._engine.get(charge["id"])

    def _attempts(self, intent_id: str, payment: Payment, at: int) -> None:
        for decline in payment.declines:
            self._parts.payments.confirm(intent_id, at=at, decline=decline)

    def _afterwards(self, charge: Obj, payment: Payment, at: int) -> None:
        """Do what Stripe and the bank do on their own: no request stands behind these events."""
        token = CAUSE.set(Cause())
        try:
            if charge["status"] == "pending":
                if payment.bank_answers_after_s is not None:
                    self._parts.payments.finish_async(charge["id"], at=at + payment.bank_answers_after_s)
            elif payment.settle_after_s is not None:
                self._parts.payments.settle(charge["id"], at=at + payment.settle_after_s)
        finally:
            CAUSE.reset(token)

    def failed_attempt(
        self, amount: int, currency: str, *, at: int | None = None, decline: str = "card_declined"
    ) -> Obj:
        """Let one attempt fail under an intent that stays unpaid; returns the failed charge."""
        moment = self._engine.moment(at)
        with self._request():
            intent = self._parts.payments.create_intent(Order(amount, currency), at=moment)
            return self._parts.payments.confirm(intent["id"], at=moment, decline=decline)

    def authorise(
        self, amount: int, currency: str, *, at: int | None = None, fields: Mapping[str, Any] | None = None
    ) -> Obj:
        """Hold money on a card without taking it; returns the uncaptured charge."""
        moment = self._engine.moment(at)
        with self._request():
            order = Order(amount, currency, dict(fields or {}), manual=True)
            intent = self._parts.payments.create_intent(order, at=moment)
            return self._parts.payments.confirm(intent["id"], at=moment)

    def authorise_sale(self, sale: Sale, *, at: int | None = None) -> Obj:
        """Hold the money of a sale whose lines are in the amount details; returns the uncaptured charge."""
        moment = self._engine.moment(at)
        with self._request():
            order = replace(self._parts.tills.intent_order(sale), manual=True)
            intent = self._parts.payments.create_intent(order, at=moment)
            return self._parts.payments.confirm(intent["id"], at=moment)

    def capture(self, charge_id: str, *, at: int | None = None, amount: int | None = None) -> Obj:
        """Take an authorised charge's money, all or ``amount`` of it."""
        with self._request():
            return self._parts.payments.capture(charge_id, at=self._engine.moment(at), amount=amount)

    def cancel_authorisation(self, charge_id: str, *, at: int | None = None, reason: str | None = None) -> Obj:
        """Let an authorisation go; without a reason it expired. Returns the canceled payment intent."""
        with self._request():
            charge = self._engine.get(charge_id, "charge")
            return self._parts.payments.cancel(charge["payment_intent"], at=self._engine.moment(at), reason=reason)

    def settle(self, charge_id: str, *, at: int | None = None) -> Obj:
        """Let the money of an asynchronously captured charge show (``charge.updated``)."""
        return self._parts.payments.settle(charge_id, at=self._engine.moment(at))

    def finish_async(self, charge_id: str, *, at: int | None = None, succeeded: bool = True) -> Obj:
        """Let the bank answer for a pending charge, and for the checkout session it belongs to."""
        moment = self._engine.moment(at)
        with self._engine.store.transaction():
            charge = self._parts.payments.finish_async(charge_id, at=moment, succeeded=succeeded)
            for session in self._engine.store.all_of("checkout.session", payment_intent=charge["payment_intent"]):
                self._parts.tills.session_paid_later(session["id"], at=moment, succeeded=succeeded)
            return charge

    def bank_return(self, charge_id: str, *, at: int | None = None) -> Obj:
        """Let a bank take back a payment that had succeeded."""
        return self._parts.payments.bank_return(charge_id, at=self._engine.moment(at))

    def refund(self, order: RefundOrder, *, at: int | None = None) -> Obj:
        """Give money back; see ``RefundOrder`` for pending ones."""
        with self._request():
            return self._parts.refunds.create(order, at=self._engine.moment(at))

    def finish_refund(self, refund_id: str, *, at: int | None = None) -> Obj:
        """Let a pending refund succeed."""
        return self._parts.refunds.finish(refund_id, at=self._engine.moment(at))

    def fail_refund(self, refund_id: str, *, at: int | None = None, reason: str = "lost_or_stolen_card") -> Obj:
        """Let a refund fail; its money comes back."""
        return self._parts.refunds.fail(refund_id, at=self._engine.moment(at), reason=reason)

    def cancel_refund(self, refund_id: str, *, at: int | None = None) -> Obj:
        """Take back a refund that is pending; its money comes back."""
        with self._request():
            return self._parts.refunds.cancel(refund_id, at=self._engine.moment(at))

    def dispute(
        self, charge_id: str, *, at: int | None = None, amount: int | None = None, inquiry: bool = False
    ) -> Obj:
        """Let a buyer dispute a charge; an inquiry moves no money."""
        return self._parts.disputes.open(charge_id, at=self._engine.moment(at), amount=amount, inquiry=inquiry)

    def escalate(self, dispute_id: str, *, at: int | None = None) -> Obj:
        """Turn an inquiry into a dispute."""
        return self._parts.disputes.escalate(dispute_id, at=self._engine.moment(at))

    def respond(self, dispute_id: str, evidence: Mapping[str, str], *, at: int | None = None) -> Obj:
        """Hand in evidence for a dispute, which the bank then has under review."""
        with self._request():
            return self._parts.disputes.respond(dispute_id, dict(evidence), at=self._engine.moment(at))

    def close_dispute(self, dispute_id: str, *, won: bool, at: int | None = None, fee_returned: bool = False) -> Obj:
        """Let the bank decide a dispute, or an inquiry end."""
        moment = self._engine.moment(at)
        return self._parts.disputes.close(dispute_id, at=moment, won=won, fee_returned=fee_returned)

    def overturn_dispute(self, dispute_id: str, *, at: int | None = None) -> Obj:
        """Let the bank change its mind about a dispute that was lost: the money comes back."""
        return self._parts.disputes.overturn(dispute_id, at=self._engine.moment(at))
