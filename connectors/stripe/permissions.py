"""The rights of a restricted key that the product needs, and what for. Data alone; imports nothing of ours.

Names are those of Stripe's restricted keys; there is no right for refunds of its own, ``charge_read`` covers them, and
prices are called ``plan``. Source: docs.stripe.com/keys/restricted-api-keys, permission list of the Dashboard.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Right:
    """One right.

    Attributes:
        name: Stripe's name, as its 403 answers say it after ``rak_``.
        label: What to set in the Dashboard.
        path: A list that answers only with this right.
        needed_for: What stops working without it.
        expand: What the list must show to need the right.
        also: Another list that answers only with this right; empty for none.
    """

    name: str
    label: str
    path: str
    needed_for: str
    expand: Sequence[str] = field(default=())
    also: str = ""


RIGHTS: tuple[Right, ...] = (
    Right("event_read", "Events: Read", "/v1/events", "Noticing that anything happened."),
    Right(
        "charge_read",
        "Charges and Refunds: Read",
        "/v1/charges",
        "Reading payments and refunds, and the payment behind a dispute.",
        also="/v1/refunds",
    ),
    Right("payment_intent_read", "PaymentIntents: Read", "/v1/payment_intents", "Order lines kept with a payment."),
    Right("checkout_session_read", "Checkout Sessions: Read", "/v1/checkout/sessions", "Order lines of a checkout."),
    Right("invoice_read", "Invoices: Read", "/v1/invoice_payments", "Order lines of a Stripe invoice."),
    Right("dispute_read", "Disputes: Read", "/v1/disputes", "Booking money that a dispute holds, and its end."),
    Right("payout_read", "Payouts: Read", "/v1/payouts", "Booking payouts to the bank, and returned ones."),
    Right(
        "balance_read",
        "Balance: Read",
        "/v1/balance_transactions",
        "Proving the books to the cent, Stripe's fees, and what a payout took along.",
    ),
    Right(
        "balance_transaction_source_read",
        "Balance transaction sources: Read",
        "/v1/balance_transactions",
        "Telling what moved the balance.",
        ("data.source",),
    ),
    Right("customer_write", "Customers: Write", "/v1/customers", "Reading payers, and writing customers to Stripe."),
    Right("product_write", "Products: Write", "/v1/products", "Stock codes of what was sold, and the catalogue."),
    Right("plan_write", "Prices: Write", "/v1/prices", "Stock codes of what was sold, and the price list."),
)

#: Needed only where SYSPRO's numbers are written to Stripe.
WRITE_BACK = Right(
    "charge_write",
    "Charges and Refunds: Write",
    "/v1/charges",
    "Writing SYSPRO's numbers to payments and refunds.",
    also="/v1/refunds",
)

#: Needed only where open invoices get payment links.
PAYMENT_LINKS = Right(
    "payment_links_write",
    "Payment Links: Write",
    "/v1/payment_links",
    "Making payment links for open invoices, and closing them.",
)

#: Needed only where open invoices become Stripe invoices.
INVOICES = Right(
    "invoice_write",
    "Invoices: Write",
    "/v1/invoices",
    "Making Stripe invoices for open invoices, and voiding them.",
)

#: Needed only where orders are placed in the portal.
PORTAL = Right(
    "checkout_session_write",
    "Checkout Sessions: Write",
    "/v1/checkout/sessions",
    "Opening the page on which an order of the portal is paid.",
)


@dataclass(frozen=True, slots=True)
class Needless:
    """A right that the product never uses.

    Attributes:
        label: What it is called in the Dashboard.
        path: A list that answers only with this right.
    """

    label: str
    path: str


#: What restricted keys are often given beyond what is needed; docs.stripe.com/api has each list.
NEEDLESS: tuple[Needless, ...] = (
    Needless("Transfers", "/v1/transfers"),
    Needless("Top-ups", "/v1/topups"),
    Needless("Subscriptions", "/v1/subscriptions"),
    Needless("Setup Intents", "/v1/setup_intents"),
    Needless("Coupons", "/v1/coupons"),
    Needless("Webhook Endpoints", "/v1/webhook_endpoints"),
)

_LABELS: Mapping[str, str] = {
    right.name: right.label for right in (*RIGHTS, WRITE_BACK, PAYMENT_LINKS, INVOICES, PORTAL)
} | {
    "customer_read": "Customers: Read",
    "payment_links_read": "Payment Links: Read",
    "product_read": "Products: Read",
    "plan_read": "Prices: Read",
}


def label_of(name: str) -> str:
    """Return what to set in the Dashboard for a right, in Stripe's words where we know them."""
    return _LABELS.get(name, name)
