"""End-points that change something."""

from dataclasses import replace
from typing import Any

from connectors.sandbox.stripe.errors import StripeRefusal, bad
from connectors.sandbox.stripe.parameters import merge_metadata
from connectors.sandbox.stripe.parts import Call, Parts, Reply, Request, shown
from connectors.sandbox.stripe.payments import Order, declined
from connectors.sandbox.stripe.refunds import RefundOrder
from connectors.sandbox.stripe.store import Obj

# Stripe's test payment methods that are refused (docs.stripe.com/testing), by the decline they give.
_REFUSED_METHODS = {
    "pm_card_visa_chargeDeclined": "card_declined",
    "pm_card_chargeDeclined": "card_declined",
    "pm_card_visa_chargeDeclinedInsufficientFunds": "insufficient_funds",
    "pm_card_chargeDeclinedInsufficientFunds": "insufficient_funds",
    "pm_card_chargeDeclinedExpiredCard": "expired_card",
    "pm_card_chargeDeclinedIncorrectCvc": "incorrect_cvc",
    "tok_chargeDeclined": "card_declined",
}
# Test payment methods that wait for the bank.
_WAITING_METHODS = {"pm_usBankAccount_success": "us_bank_account", "pm_sepaDebit": "sepa_debit"}


def _customers_create(parts: Parts, request: Request) -> Reply:
    return shown(parts, request, parts.customers.create(request.fields, at=request.at)["id"])


def _customers_update(parts: Parts, request: Request) -> Reply:
    parts.customers.update(request.id, request.fields, at=request.at)
    return shown(parts, request, request.id)


def _customers_delete(parts: Parts, request: Request) -> Reply:
    return parts.customers.delete(request.id, at=request.at)


def _tax_ids_create(parts: Parts, request: Request) -> Reply:
    return parts.customers.add_tax_id(request.id, request.fields, at=request.at)


def _tax_ids_delete(parts: Parts, request: Request) -> Reply:
    return parts.customers.delete_tax_id(request.id, request.ids[1], at=request.at)


def _products_create(parts: Parts, request: Request) -> Reply:
    return shown(parts, request, parts.catalogue.create_product(request.fields, at=request.at)["id"])


def _products_update(parts: Parts, request: Request) -> Reply:
    parts.catalogue.update_product(request.id, request.fields, at=request.at)
    return shown(parts, request, request.id)


def _products_delete(parts: Parts, request: Request) -> Reply:
    return parts.catalogue.delete_product(request.id, at=request.at)


def _prices_create(parts: Parts, request: Request) -> Reply:
    return shown(parts, request, parts.catalogue.create_price(request.fields, at=request.at)["id"])


def _prices_update(parts: Parts, request: Request) -> Reply:
    parts.catalogue.update_price(request.id, request.fields, at=request.at)
    return shown(parts, request, request.id)


def _with_metadata(parts: Parts, request: Request, kind: str, event: str | None, param: str = "id") -> Reply:
    """Change an object's plain fields, merging its metadata."""
    body = parts.engine.get(request.id, kind, param=param)
    changes: Obj = request.fields
    if "metadata" in changes:
        changes["metadata"] = merge_metadata(body["metadata"], changes["metadata"])
    parts.engine.change(request.id, changes, event, at=request.at)
    return shown(parts, request, request.id)


def _charges_update(parts: Parts, request: Request) -> Reply:
    return _with_metadata(parts, request, "charge", "charge.updated")


def _payment_intents_update(parts: Parts, request: Request) -> Reply:
    # Stripe has no event for this change.
    return _with_metadata(parts, request, "payment_intent", None, "intent")


def _refunds_update(parts: Parts, request: Request) -> Reply:
    return _with_metadata(parts, request, "refund", "refund.updated")


def _payouts_update(parts: Parts, request: Request) -> Reply:
    return _with_metadata(parts, request, "payout", "payout.updated", "payout")


def _order(fields: dict[str, Any], *, manual: bool) -> Order:
    if fields["amount"] < 1:
        raise bad("Invalid positive integer", param="amount", code="parameter_invalid_integer")
    names = ("customer", "description", "receipt_email", "shipping", "statement_descriptor", "transfer_group")
    kept: Obj = {name: fields[name] for name in names if fields.get(name) is not None}
    kept["metadata"] = merge_metadata({}, fields.get("metadata") or {})
    return Order(fields["amount"], fields["currency"].lower(), kept, manual=manual)


def _charges_create(parts: Parts, request: Request) -> Reply:
    fields = request.fields
    if fields.get("source") in _REFUSED_METHODS:
        raise StripeRefusal(402, "Your card was declined.", kind="card_error", code="card_declined")
    order = _order(fields, manual=fields.get("capture") is False)
    return shown(parts, request, parts.payments.bare_charge(order, at=request.at)["id"])


def _charges_capture(parts: Parts, request: Request) -> Reply:
    parts.payments.capture(request.id, at=request.at, amount=request.params.get("amount"))
    return shown(parts, request, request.id)


def _payment_intents_create(parts: Parts, request: Request) -> Reply:
    fields = request.fields
    order = _order(fields, manual=fields.get("capture_method") == "manual")
    order = _with_details(order, fields)
    if fields.get("capture_method"):
        order.fields["capture_method"] = fields["capture_method"]
    if fields.get("customer") is not None:
        parts.engine.get(fields["customer"], "customer", param="customer")
    intent = parts.payments.create_intent(order, at=request.at)
    if fields.get("confirm"):
        _confirm(parts, intent["id"], fields.get("payment_method"), request.at)
    return shown(parts, request, intent["id"])


def _with_details(order: Order, fields: dict[str, Any]) -> Order:
    """Add the level of detail that Stripe takes with a payment: line items, shipping, the buyer's references."""
    details: Obj = dict(fields.get("amount_details") or {})
    lines = tuple({"discount_amount": None, **line} for line in details.pop("line_items", None) or ())
    if details:
        order.fields["amount_details"] = {"tip": {}, **details}
    if fields.get("payment_details"):
        blank = {"customer_reference": None, "order_reference": None}
        order.fields["payment_details"] = {**blank, **fields["payment_details"]}
    return replace(order, lines=lines)


def _confirm(parts: Parts, intent_id: str, method: str | None, at: int) -> None:
    if method is None:
        sentence = "You cannot confirm this PaymentIntent because it's missing a payment method."
        raise bad(sentence, code="payment_intent_unexpected_state")
    decline = _REFUSED_METHODS.get(method)
    charge = parts.payments.confirm(intent_id, at=at, method=_WAITING_METHODS.get(method, "card"), decline=decline)
    if decline is not None:
        raise declined(charge)


def _payment_intents_confirm(parts: Parts, request: Request) -> Reply:
    _confirm(parts, request.id, request.params.get("payment_method"), request.at)
    return shown(parts, request, request.id)


def _payment_intents_capture(parts: Parts, request: Request) -> Reply:
    intent = parts.engine.get(request.id, "payment_intent", param="intent")
    if intent["status"] != "requires_capture":
        sentence = "This PaymentIntent could not be captured because it has a status of " + intent["status"] + "."
        raise bad(sentence, code="payment_intent_unexpected_state")
    parts.payments.capture(intent["latest_charge"], at=request.at, amount=request.params.get("amount_to_capture"))
    return shown(parts, request, request.id)


def _payment_intents_cancel(parts: Parts, request: Request) -> Reply:
    parts.payments.cancel(request.id, at=request.at, reason=request.params.get("cancellation_reason"))
    return shown(parts, request, request.id)


def _checkout_sessions_create(parts: Parts, request: Request) -> Reply:
    return shown(parts, request, parts.checkouts.create(request.fields, at=request.at)["id"])


def _checkout_sessions_expire(parts: Parts, request: Request) -> Reply:
    session = parts.engine.get(request.id, "checkout.session", param="session")
    if session["status"] != "open":
        raise bad('Only Checkout Sessions with a status in ["open"] can be expired.', param="session")
    changes = {"status": "expired", "url": None}
    parts.engine.change(request.id, changes, "checkout.session.expired", at=request.at)
    return shown(parts, request, request.id)


def _payment_links_create(parts: Parts, request: Request) -> Reply:
    return shown(parts, request, parts.pay_links.create(request.fields, at=request.at)["id"])


def _payment_links_update(parts: Parts, request: Request) -> Reply:
    # Stripe has no event for this change.
    return _with_metadata(parts, request, "payment_link", None, "payment_link")


def _invoices_create(parts: Parts, request: Request) -> Reply:
    return shown(parts, request, parts.invoices.create(request.fields, at=request.at)["id"])


def _invoices_delete(parts: Parts, request: Request) -> Reply:
    return parts.invoices.delete(request.id, at=request.at)


def _invoices_add_lines(parts: Parts, request: Request) -> Reply:
    parts.invoices.add_lines(request.id, request.fields["lines"], at=request.at)
    return shown(parts, request, request.id)


def _invoices_finalize(parts: Parts, request: Request) -> Reply:
    parts.invoices.finalize(request.id, request.fields, at=request.at)
    return shown(parts, request, request.id)


def _invoices_void(parts: Parts, request: Request) -> Reply:
    parts.invoices.void(request.id, at=request.at)
    return shown(parts, request, request.id)


def _invoices_pay(parts: Parts, request: Request) -> Reply:
    if request.fields.get("paid_out_of_band"):
        parts.invoices.pay_out_of_band(request.id, at=request.at)
    else:
        parts.invoices.pay(request.id, at=request.at)
    return shown(parts, request, request.id)


def _refunds_create(parts: Parts, request: Request) -> Reply:
    fields = request.fields
    charge = fields.get("charge")
    if charge is None:
        if fields.get("payment_intent") is None:
            raise bad("One of the following params should be provided for this request: payment_intent or charge.")
        intent = parts.engine.get(fields["payment_intent"], "payment_intent", param="payment_intent")
        charge = intent["latest_charge"]
    if charge is None:
        raise bad("This PaymentIntent does not have a successful charge to refund.", param="payment_intent")
    order = RefundOrder(charge, fields.get("amount"), fields.get("reason"), fields.get("metadata") or {})
    return shown(parts, request, parts.refunds.create(order, at=request.at)["id"])


def _refunds_cancel(parts: Parts, request: Request) -> Reply:
    parts.refunds.cancel(request.id, at=request.at)
    return shown(parts, request, request.id)


def _disputes_update(parts: Parts, request: Request) -> Reply:
    fields = request.fields
    parts.engine.get(request.id, "dispute", param="dispute")
    if "metadata" in fields:
        body = parts.engine.get(request.id)
        merged = {"metadata": merge_metadata(body["metadata"], fields["metadata"])}
        parts.engine.change(request.id, merged, "charge.dispute.updated", at=request.at)
    if "evidence" in fields or fields.get("submit"):
        submit = bool(fields.get("submit", True))
        parts.disputes.respond(request.id, fields.get("evidence"), at=request.at, submit=submit)
    return shown(parts, request, request.id)


def _disputes_close(parts: Parts, request: Request) -> Reply:
    parts.disputes.close(request.id, at=request.at, won=False)
    return shown(parts, request, request.id)


def _payouts_create(parts: Parts, request: Request) -> Reply:
    return shown(parts, request, parts.account.create_payout(request.fields, at=request.at)["id"])


def _payouts_cancel(parts: Parts, request: Request) -> Reply:
    parts.account.cancel_payout(request.id, at=request.at)
    return shown(parts, request, request.id)


WRITING: dict[str, Call] = {
    "customers_create": _customers_create,
    "customers_update": _customers_update,
    "customers_delete": _customers_delete,
    "tax_ids_create": _tax_ids_create,
    "tax_ids_delete": _tax_ids_delete,
    "products_create": _products_create,
    "products_update": _products_update,
    "products_delete": _products_delete,
    "prices_create": _prices_create,
    "prices_update": _prices_update,
    "charges_create": _charges_create,
    "charges_update": _charges_update,
    "charges_capture": _charges_capture,
    "payment_intents_create": _payment_intents_create,
    "payment_intents_update": _payment_intents_update,
    "payment_intents_confirm": _payment_intents_confirm,
    "payment_intents_capture": _payment_intents_capture,
    "payment_intents_cancel": _payment_intents_cancel,
    "checkout_sessions_create": _checkout_sessions_create,
    "checkout_sessions_expire": _checkout_sessions_expire,
    "payment_links_create": _payment_links_create,
    "payment_links_update": _payment_links_update,
    "invoices_create": _invoices_create,
    "invoices_delete": _invoices_delete,
    "invoices_add_lines": _invoices_add_lines,
    "invoices_finalize": _invoices_finalize,
    "invoices_void": _invoices_void,
    "invoices_pay": _invoices_pay,
    "refunds_create": _refunds_create,
    "refunds_update": _refunds_update,
    "refunds_cancel": _refunds_cancel,
    "disputes_update": _disputes_update,
    "disputes_close": _disputes_close,
    "payouts_create": _payouts_create,
    "payouts_update": _payouts_update,
    "payouts_cancel": _payouts_cancel,
}
