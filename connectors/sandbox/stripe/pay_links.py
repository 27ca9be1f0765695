"""Payment links (docs.stripe.com/api/payment-link): a page that anybody who knows its address can pay at."""

from typing import Any

from connectors.sandbox.stripe.customers import Catalogue
from connectors.sandbox.stripe.engine import Engine
from connectors.sandbox.stripe.errors import bad
from connectors.sandbox.stripe.parameters import merge_metadata
from connectors.sandbox.stripe.sales import Sale, SaleLine
from connectors.sandbox.stripe.store import Obj

# Most line items of a link (docs.stripe.com/api/payment-link/create).
_MOST_LINES = 20


class PayLinks:
    """The account's payment links."""

    def __init__(self, engine: Engine, catalogue: Catalogue) -> None:
        self._engine = engine
        self._catalogue = catalogue

    def create(self, given: Obj, *, at: int) -> Obj:
        """Make a link from Stripe's parameters.

        Raises:
            StripeRefusal: 400 without lines, with a line that has no price or an amount of nothing, or with lines of
                several currencies.
        """
        engine, fields = self._engine, dict(given)
        lines = fields.pop("line_items", None) or []
        if not 1 <= len(lines) <= _MOST_LINES:
            raise bad("Missing required param: line_items.", param="line_items", code="parameter_missing")
        with engine.store.transaction():
            kept = [{"price": self._price(line, at)["id"], "quantity": line["quantity"]} for line in lines]
            prices = [engine.get(line["price"]) for line in kept]
            if len({price["currency"] for price in prices}) > 1:
                raise bad("All prices on a payment link must have the same currency.", param="line_items")
            body = engine.draft("payment_link", at, **_shown(fields), currency=prices[0]["currency"])
            body["url"] = f"{engine.options.link_at}/test_{body['id'][-14:]}"
            return engine.add(body, None, at=at, inner={"line_items": kept})

    def _price(self, line: Obj, at: int) -> Obj:
        if line["quantity"] < 1:
            raise bad("Invalid positive integer", param="line_items", code="parameter_invalid_integer")
        if line.get("price"):
            return self._engine.get(line["price"], "price", param="line_items[0][price]")
        if not line.get("price_data"):
            raise bad("One of price or price_data is required.", param="line_items", code="parameter_missing")
        # Stripe archives a price that is made for one link.
        price = self._catalogue.create_price({**line["price_data"], "active": False}, at=at)
        if price["unit_amount"] == 0:
            raise bad("The total amount of a payment link must be more than nothing.", param="line_items")
        return price

    def sale_of(self, link_id: str) -> Sale:
        """Return what somebody buys who pays by a link.

        Raises:
            StripeRefusal: When the link is not active, or was paid as often as it may be.
        """
        row = self._engine.row(link_id, "payment_link")
        completed = (row.body["restrictions"] or {}).get("completed_sessions")
        if not row.body["active"] or (completed and completed["count"] >= completed["limit"]):
            raise bad("This payment link is not active.", param="payment_link")
        data = row.body["payment_intent_data"] or {}
        lines = tuple(self._sold(line) for line in row.inner["line_items"])
        return Sale(row.body["currency"], lines, metadata=dict(data.get("metadata") or {}))

    def _sold(self, line: Obj) -> SaleLine:
        price = self._engine.get(line["price"])
        product = self._engine.get(price["product"])
        return SaleLine(
            "", product["name"], line["quantity"], price["unit_amount"], price=price["id"], product=product["id"]
        )  # fmt: skip

    def count(self, link_id: str, *, at: int) -> Obj:
        """Count a completed checkout of a link, where that is limited, and return the link."""
        body = self._engine.get(link_id, "payment_link")
        completed = (body["restrictions"] or {}).get("completed_sessions")
        if not completed:
            return body
        counted = {"completed_sessions": {**completed, "count": completed["count"] + 1}}
        return self._engine.change(link_id, {"restrictions": counted}, at=at)


def _shown(fields: dict[str, Any]) -> Obj:
    """Return a link's plain fields as Stripe shows them."""
    data = fields.get("payment_intent_data")
    blank = dict.fromkeys(("capture_method", "description", "setup_future_usage", "statement_descriptor"))
    limit = ((fields.get("restrictions") or {}).get("completed_sessions") or {}).get("limit")
    shown: Obj = {name: fields[name] for name in ("customer_creation", "inactive_message") if name in fields}
    shown["metadata"] = merge_metadata({}, fields.get("metadata") or {})
    if data is not None:
        shown["payment_intent_data"] = {**blank, **data, "metadata": merge_metadata({}, data.get("metadata") or {})}
    if limit is not None:
        shown["restrictions"] = {"completed_sessions": {"count": 0, "limit": limit}}
    return shown
