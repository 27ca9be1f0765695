"""What a payment was for: checkout session, Stripe invoice or payment intent, whichever has lines first.

May import: ``agent.domain``. The order and the calls are those of docs.stripe.com/api (Checkout Sessions, Invoice
Payments, PaymentIntent amount details). A charge itself has no lines and no tax.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from agent.domain.errors import NeedsPerson
from agent.domain.json_reader import JsonObject, JsonReader
from connectors.stripe.client import PAGE, Connection, path_of

# An expanded path has at most four levels, and the `data` of a list is one (code property_expansion_max_depth).
_SESSION_LINES = "line_items.data.price.product"
_SESSION_LINE = "data.price.product"
_INVOICE_LINE = "data.pricing.price_details.price"

#: Refusals that only say that there are no lines to show, as sessions of old sandboxes do.
_NO_LINES = ("stripe.not_found", "stripe.refused")


class Lines:
    """Reads order lines, all pages of them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def session(self, session_id: str) -> JsonReader:
        """Return a checkout session with its payment intent and its first lines, price and product shown."""
        params = {"expand": ["payment_intent", _SESSION_LINES]}
        found = self._connection.get(path_of("checkout/sessions", session_id), params)
        return JsonReader(found, f"checkout session {session_id}")

    def sold(self, intent_id: str, session: JsonObject | None = None) -> dict[str, JsonObject]:
        """Return the objects that tell what a payment was for, by the roles of ``StripeFacts``.

        Args:
            intent_id: The payment intent.
            session: The checkout session, where it is known with its first lines.
        """
        roles = self._of_session(intent_id, session)
        if "line_items" in roles:
            return roles
        roles |= self._of_invoice(intent_id)
        if _has_members(roles.get("invoice", {}).get("lines")):
            return roles
        return roles | self._of_intent(intent_id)

    def _of_session(self, intent_id: str, known: JsonObject | None) -> dict[str, JsonObject]:
        found = known or self._first("/v1/checkout/sessions", {"payment_intent": intent_id})
        if found is None:
            return {}
        session = JsonReader(found, "checkout session")
        lines = self._session_lines(session.text("id"), session.raw.get("line_items"))
        # What is kept in a role of its own is not kept twice.
        kept = {name: value for name, value in session.raw.items() if name != "line_items"}
        roles: dict[str, JsonObject] = {"session": {**kept, "payment_intent": intent_id}}
        return roles | ({"line_items": lines} if _has_members(lines) else {})

    def _session_lines(self, session_id: str, first: object) -> JsonObject:
        path, params = path_of("checkout/sessions", session_id, "line_items"), {"expand": [_SESSION_LINE]}
        try:
            return self._complete(first, path, params)
        except NeedsPerson as refused:
            if not refused.problem.code.startswith(_NO_LINES):
                raise
            return {}

    def _of_invoice(self, intent_id: str) -> dict[str, JsonObject]:
        payment = {"type": "payment_intent", "payment_intent": intent_id}
        found = self._first("/v1/invoice_payments", {"payment": payment, "expand": ["data.invoice"]})
        if found is None:
            return {}
        invoice = JsonReader(found, "invoice payment").object("invoice")
        first = invoice.raw.get("lines")
        # Prices can carry the stock code, and an invoice shows only their ids.
        path = path_of("invoices", invoice.text("id"), "lines")
        lines = self._complete(None if _names_prices(first) else first, path, {"expand": [_INVOICE_LINE]})
        roles: dict[str, JsonObject] = {"invoice": {**invoice.raw, "lines": lines}}
        products = self._products(lines)
        return roles | ({"products": products} if products else {})

    def _products(self, lines: JsonObject) -> JsonObject:
        """Return the products of invoice lines: their metadata names the stock code, and a line shows only their ids.

        One read for up to a hundred products; an invoice with more takes its first hundred.
        """
        named = [_dug(line, "pricing", "price_details", "product") for line in lines.get("data", ())]
        ids = sorted({product for product in named if isinstance(product, str)})[:PAGE]
        return self._connection.get("/v1/products", {"ids": ids, "limit": PAGE}) if ids else {}

    def _of_intent(self, intent_id: str) -> dict[str, JsonObject]:
        lines = self._complete(None, path_of("payment_intents", intent_id, "amount_details_line_items"), {})
        return {"amount_details_line_items": lines} if _has_members(lines) else {}

    def _first(self, path: str, params: Mapping[str, Any]) -> JsonObject | None:
        page = JsonReader(self._connection.get(path, {**params, "limit": 1}), path)
        return next((entry.raw for entry in page.objects("data")), None)

    def _complete(self, first: object, path: str, params: Mapping[str, Any]) -> JsonObject:
        """Return a list object with all its members: those of ``first``, where given, and all that follow."""
        members, after = [], ""
        if isinstance(first, Mapping):
            members = [entry.raw for entry in JsonReader({"lines": first}, path).objects("lines")]
            if not first.get("has_more"):
                return {"object": "list", "data": members, "has_more": False}
            after = JsonReader(members[-1], path).text("id") if members else ""
        for page in self._connection.pages(path, params, after=after):
            members += [member.value for member in page]
        return {"object": "list", "data": members, "has_more": False}


def _has_members(lines: object) -> bool:
    return isinstance(lines, Mapping) and bool(lines.get("data"))


def _names_prices(lines: object) -> bool:
    """Say whether any line of an invoice names a price."""
    data = lines.get("data") if isinstance(lines, Mapping) else None
    if not isinstance(data, Sequence):
        return False
    priced = (_dug(line, "pricing", "price_details", "price") for line in data)
    return any(price is not None for price in priced)


def _dug(value: object, *names: str) -> object:
    for name in names:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value
