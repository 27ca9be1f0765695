"""Objects as an older API version showed them, for the payloads of events.

Stripe renders ``event.data.object`` in the version the account had when the event was made, whatever version the reader
asks for (docs.stripe.com/api/events/object, ``api_version``). A reader that trusts payloads breaks on these; one that
reads the object again does not.
"""

from collections.abc import Callable, Mapping

from connectors.sandbox.stripe.store import Obj

EVENT_API_VERSION = "2020-08-27"

# Fields that came after the old version, by kind.
_LATER: Mapping[str, tuple[str, ...]] = {
    "charge": ("radar_options", "failure_balance_transaction"),
    "payment_intent": (
        "latest_charge",
        "automatic_payment_methods",
        "amount_details",
        "payment_details",
        "managed_payments",
        "payment_method_configuration_details",
        "customer_account",
        "excluded_payment_method_types",
    ),
    "checkout.session": (
        "adaptive_pricing",
        "collected_information",
        "permissions",
        "wallet_options",
        "origin_context",
        "integration_identifier",
        "managed_payments",
        "custom_fields",
        "currency_conversion",
        "payment_method_configuration_details",
        "saved_payment_method_options",
        "customer_account",
    ),
    "customer": ("business_name", "individual_name", "customer_account", "test_clock"),
    "product": ("default_price", "marketing_features", "unit_label"),
    "price": ("custom_unit_amount",),
    "refund": ("destination_details", "customer", "customer_account", "payment_method"),
    "payout": ("reconciliation_status", "trace_id", "payout_method", "application_fee", "application_fee_amount"),
    "dispute": ("payment_method_details", "enhanced_eligibility_types"),
    "invoice": ("parent", "amount_overpaid", "amount_paid_off_stripe", "total_taxes", "issuer", "from_invoice"),
}


def _old_charge(charge: Obj) -> Obj:
    refunds = {"object": "list", "data": [], "has_more": False, "url": f"/v1/charges/{charge['id']}/refunds"}
    return {**charge, "refunds": refunds, "invoice": None, "order": None, "dispute": None, "destination": None}


def _old_intent(intent: Obj) -> Obj:
    charges = {"object": "list", "data": [], "has_more": False, "url": f"/v1/charges?payment_intent={intent['id']}"}
    return {**intent, "charges": charges, "invoice": None}


def _old_session(session: Obj) -> Obj:
    return {**session, "shipping": None, "shipping_rate": None, "ui_mode": "hosted"}


def _old_customer(customer: Obj) -> Obj:
    base = f"/v1/customers/{customer['id']}"
    sources = {"object": "list", "data": [], "has_more": False, "url": f"{base}/sources"}
    return {**customer, "sources": sources, "account_balance": customer.get("balance", 0)}


def _old_product(product: Obj) -> Obj:
    return {**product, "attributes": [], "caption": None, "deactivate_on": []}


def _old_invoice(invoice: Obj) -> Obj:
    """Show the links that became invoice payments in 2025-03-31.basil."""
    paid = invoice.get("status") == "paid"
    return {**invoice, "paid": paid, "charge": None, "payment_intent": None, "tax": None, "total_tax_amounts": []}


_SHOWN: Mapping[str, Callable[[Obj], Obj]] = {
    "charge": _old_charge,
    "payment_intent": _old_intent,
    "checkout.session": _old_session,
    "customer": _old_customer,
    "product": _old_product,
    "invoice": _old_invoice,
}


def in_old_shape(body: Obj) -> Obj:
    """Return an object as version 2020-08-27 showed it; the argument is left as it is."""
    kind = str(body["object"])
    later = _LATER.get(kind, ())
    old = {name: value for name, value in body.items() if name not in later}
    show = _SHOWN.get(kind)
    return show(old) if show else old
