"""SYSPRO's numbers as they are written to Stripe's metadata, for whoever looks at a payment there. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agent.domain.codec import dumps, fingerprint
from agent.domain.kinds import Kind

#: Kinds of documents whose numbers are written.
KINDS = (Kind.SALES_ORDER, Kind.RECEIPT, Kind.AR_DOCUMENT, Kind.ORDER_INVOICE, Kind.INVOICE_CREDIT)

#: Beginning of Stripe's ids -> Stripe's ``object``, of what numbers are written to.
OBJECTS: Mapping[str, str] = {"ch_": "charge", "py_": "charge", "re_": "refund", "pyr_": "refund"}

#: Kind and purpose -> metadata key, the better number of two last.
_KEYS: Mapping[tuple[Kind, str], str] = {
    (Kind.SALES_ORDER, "sale"): "syspro_order",
    (Kind.RECEIPT, "payment"): "syspro_receipt",
    (Kind.AR_DOCUMENT, "credit"): "syspro_credit_note",
    (Kind.INVOICE_CREDIT, "credit"): "syspro_credit_note",
    # The credit note's number on the customer's account, where it was invoiced.
    (Kind.ORDER_INVOICE, "credit"): "syspro_credit_note",
}


@dataclass(frozen=True, slots=True)
class Posted:
    """A posted document, as far as its numbers go.

    Attributes:
        kind: What was posted.
        purpose: Purpose of its key.
        erp_key: SYSPRO's key.
        customer: SYSPRO customer it is for; empty where it has none.
        verified: Whether it was read back.
    """

    kind: Kind
    purpose: str
    erp_key: str
    customer: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Due:
    """An object of Stripe's whose metadata may be behind.

    Attributes:
        stripe_id: Charge or refund.
        written: What was written last, as JSON; empty for nothing yet.
        attempts: Tries in vain.
    """

    stripe_id: str
    written: str
    attempts: int


def object_type(stripe_id: str) -> str:
    """Return Stripe's ``object`` of an id that numbers are written to; empty for any other."""
    return next((kind for start, kind in OBJECTS.items() if stripe_id.startswith(start)), "")


def metadata_of(documents: Sequence[Posted], stripe_id: str) -> dict[str, str]:
    """Return the metadata that says what SYSPRO has for a charge or a refund; empty while it has nothing.

    The customer is written to the charge alone.
    """
    known = {(one.kind, one.purpose): one for one in documents if one.verified and one.erp_key}
    found = {key: known[place].erp_key for place, key in _KEYS.items() if place in known}
    customer = next((one.customer for one in known.values() if one.customer), "")
    if found and customer and object_type(stripe_id) == "charge":
        found["syspro_customer"] = customer
    return found


def idempotency_key(company: str, stripe_id: str, metadata: Mapping[str, str], attempts: int) -> str:
    """Return the key of one write.

    Stripe repeats the first answer to a key, also where that was a server error
    (docs.stripe.com/api/idempotent_requests). So a later attempt has another key: writing the same texts twice is
    harmless.

    Args:
        company: SYSPRO company.
        stripe_id: The object.
        metadata: What is written.
        attempts: Tries in vain before this one.
    """
    return f"syspro-{fingerprint(dumps([company, stripe_id, metadata, attempts]))}"
