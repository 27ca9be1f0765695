"""What of Stripe's objects is kept with a decision: amounts and ids, nothing secret, and no more of people than needed.

Pure. May import: ``agent.domain``.
"""

from collections.abc import Mapping
from typing import Any

from agent.domain.json_reader import BadJsonError, JsonObject, JsonReader

#: What is read with the objects and kept nowhere: secrets, public links, how somebody paid, and what was said about it.
_LEFT_OUT = frozenset(
    "client_secret receipt_url url hosted_invoice_url invoice_pdf source next_action last_payment_error "
    "payment_method_options default_source invoice_settings outcome fraud_details evidence instructions_email".split()
)
#: Ways of payment, of which only the type is kept.
_WAYS = ("payment_method_details", "destination_details")
#: Who paid and where it goes to: with a refund or dispute the charge stands only for its amounts and ids.
_PEOPLE = frozenset({"billing_details", "shipping", "receipt_email"})


def lean(found: JsonObject) -> dict[str, Any]:
    """Return an object without client secrets, public links, evidence and payment details; of a way its type stays."""
    kept = {name: value for name, value in found.items() if name not in _LEFT_OUT}
    for name in _WAYS:
        details = found.get(name)
        if isinstance(details, Mapping):
            kept[name] = {"type": details.get("type")}
    return kept


def impersonal(found: JsonObject) -> dict[str, Any]:
    """Return an object as :func:`lean` does, and without names and addresses."""
    return {name: value for name, value in lean(found).items() if name not in _PEOPLE}


def folded(holder: JsonReader, *names: str) -> dict[str, Any]:
    """Return an object with the expanded objects in ``names`` replaced by their ids: each is kept once, by role."""
    ids = {name: holder.id_of(name) for name in names if isinstance(holder.raw.get(name), Mapping)}
    return {**holder.raw, **ids}


def shown(holder: JsonReader, name: str) -> JsonReader | None:
    """Return an expanded object, ``None`` where the holder has none.

    Raises:
        BadJsonError: When only its id came: taken for absent, a known payer would become a guest, and money that moved
            would not have moved.
    """
    return None if holder.raw.get(name) is None else holder.object(name)


def same(found: object, kind: str, object_id: str) -> JsonReader:
    """Return an answer as the object that was asked for.

    Raises:
        BadJsonError: When it is another one.
    """
    answer = JsonReader(found, f"{kind} {object_id}")
    if answer.text("object") != kind or answer.text("id") != object_id:
        raise BadJsonError(f"{answer.where} is another object.")
    return answer
