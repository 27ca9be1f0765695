"""Where a person looks at an object of Stripe: its page in the Dashboard. Pure.

Stripe documents no list of these addresses. Those below are the ones that public integrations have used for years
(such as WooCommerce's, ``payments/ch_...``); an object without one gets no link.
"""

_DASHBOARD = "https://dashboard.stripe.com/"

#: Start of an id -> part of the address.
_PLACES = {
    "ch_": "payments",
    "py_": "payments",
    "pi_": "payments",
    "re_": "refunds",
    "cus_": "customers",
    "po_": "payouts",
    "prod_": "products",
    "price_": "prices",
    "in_": "invoices",
}


def dashboard_of(key: str, api_base: str, stripe_default: str) -> str:
    """Return the start of the addresses of an account's objects; empty where its Stripe is another one.

    Args:
        key: The API key; its own text says whether it is for test mode.
        api_base: Where Stripe is called.
        stripe_default: Where Stripe itself is called.
    """
    if not key or api_base != stripe_default:
        return ""
    return f"{_DASHBOARD}test/" if "_test_" in key[:8] else _DASHBOARD


def address_of(dashboard: str, stripe_id: str) -> str:
    """Return the address of an object's page; empty where there is none.

    Args:
        dashboard: What :func:`dashboard_of` said.
        stripe_id: Its id.
    """
    place = next((place for start, place in _PLACES.items() if stripe_id.startswith(start)), "")
    is_plain = stripe_id.replace("_", "").isalnum() and stripe_id.isascii()
    return f"{dashboard}{place}/{stripe_id}" if dashboard and place and is_plain else ""
