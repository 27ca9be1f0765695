"""Who may ask the B2B portal what: tokens, their scopes and customers, signatures; and what it answers about invoices.

Pure. A token is 32 bytes of chance and is kept as a hash alone, so a plain SHA-256 is enough: nothing can be guessed.
"""

import hashlib
import hmac
import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from agent.domain.erp import InvoiceRow
from agent.domain.erp.open_value import open_value

SCOPES = {
    "prices": "the customer's own prices",
    "stock": "available quantities",
    "orders": "orders of the customer",
    "invoices": "invoices of the customer and what is open on them",
    "place_orders": "orders that the customer places and pays",
    "order_on_account": "orders on account, as far as credit allows; needs place_orders as well",
}
"""What a token may be good for."""

ACCOUNT_SCOPE = "order_on_account"
"""What a token has to be good for as well where nobody pays."""

TOKEN_START = "spt_"  # noqa: S105 - how tokens begin, not one of them

#: Seconds that the moment of a signature may be away from ours.
SIGNATURE_GRACE_S = 300

NOW, ON_ACCOUNT, ASK = "now", "account", "none"
"""How an order is paid: on Stripe's page, later on account, or not at all, because it is not placed yet."""

_TOKEN = re.compile(r"spt_[A-Za-z0-9_-]{43}")
_SIGNATURE = re.compile(r"t=(?P<at>[0-9]{1,12}),v1=(?P<digest>[0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class PortalToken:
    """A token of a portal, without the token itself.

    Attributes:
        name: Name that a person gave it; unique.
        scopes: What it is good for.
        customers: Customers as stored; empty for any, and every request then signs whose question it is.
        created_at: Unix seconds UTC.
        expires_at: Unix seconds UTC; ``None`` for never.
        revoked_at: Unix seconds UTC; ``None`` while it stands.
        company: SYSPRO company whose customers they are: the same codes are others in another company.
    """

    name: str
    scopes: tuple[str, ...]
    customers: tuple[str, ...]
    created_at: int
    expires_at: int | None = None
    revoked_at: int | None = None
    company: str = ""

    def stands(self, now: int) -> bool:
        """Return whether it is good at a moment: neither revoked nor expired."""
        return self.revoked_at is None and (self.expires_at is None or now < self.expires_at)


def hash_of(token: str) -> str:
    """Return the hash by which a token is kept; empty for a text that is no token."""
    return hashlib.sha256(token.encode("ascii")).hexdigest() if _TOKEN.fullmatch(token) else ""


@dataclass(frozen=True, slots=True)
class Wish:
    """An order that a customer wants to place.

    Attributes:
        items: Stock code and quantity.
        key: The shop's own key of the order: again it is the same order.
        success_url: Where the payer goes after paying.
        cancel_url: Where the payer goes without paying.
        way: :data:`NOW`, :data:`ON_ACCOUNT`, or :data:`ASK` to be told what it comes to, with nothing placed.
    """

    items: tuple[tuple[str, Decimal], ...]
    key: str
    success_url: str = ""
    cancel_url: str = ""
    way: str = NOW


@dataclass(frozen=True, slots=True)
class Checkout:
    """A page on which an order is paid.

    Attributes:
        id: Stripe's checkout session.
        url: The page.
        expires_at: Until when, Unix seconds UTC.
    """

    id: str
    url: str
    expires_at: int


class PageState(Enum):
    """What became of a page on which an order is paid."""

    OPEN = "open"
    """It can be paid."""
    PAID = "paid"
    """It is paid, or the payer's bank has still to confirm it."""
    GONE = "gone"
    """It was closed, and is not paid."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What a signature vouches for.

    Attributes:
        customer: Customer as the request names it.
        method: HTTP method.
        target: Path with its query.
        body: Body of the request.
        key: The shop's own key of an order, so that a request that was seen is not another order under another key.
    """

    customer: str
    method: str
    target: str
    body: bytes = b""
    key: str = ""


def signature_of(asking: Asking, key: str, at: int) -> str:
    """Return the signature of a question, made with ``key`` at Unix second ``at``."""
    body = hashlib.sha256(asking.body).hexdigest()
    words = (str(at), asking.customer, asking.method, asking.target, body, asking.key)
    signed = "\n".join(words if asking.key else words[:-1])
    return f"t={at},v1={hmac.new(key.encode(), signed.encode(), hashlib.sha256).hexdigest()}"


def signature_holds(signature: str, asking: Asking, key: str, now: int) -> bool:
    """Return whether a signature is that of the question, made with ``key`` not long ago."""
    found = _SIGNATURE.fullmatch(signature)
    if found is None or not key or abs(int(found["at"]) - now) > SIGNATURE_GRACE_S:
        return False
    return hmac.compare_digest(signature, signature_of(asking, key, int(found["at"])))


def open_balance(row: InvoiceRow, foreign: str) -> Decimal | None:
    """Return what is open on a document in its own currency; ``None`` where that cannot be told.

    Which currency SYSPRO keeps the balance of a foreign document in is not sure (``receipts.foreign_balance``); with a
    rate of 1 both are the same.

    Args:
        row: The document.
        foreign: ``invoice``, ``local`` or ``unpaid`` (not known).
    """
    left = open_value(
        row.balance, whole=row.value, rate=row.rate, mul_div=row.mul_div, foreign=foreign, local=row.rate == 1
    )
    return left if left is None or left == row.balance else left.quantize(Decimal("0.01"))
