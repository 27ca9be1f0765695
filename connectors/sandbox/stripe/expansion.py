"""Show objects: what depends on the present moment, and ``expand[]`` (docs.stripe.com/api/expanding_objects)."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from connectors.sandbox.stripe.engine import Engine
from connectors.sandbox.stripe.errors import bad
from connectors.sandbox.stripe.store import Obj

# Fields that hold an id and can be replaced by the object.
_REFERENCES: Mapping[str, frozenset[str]] = {
    "charge": frozenset({"customer", "balance_transaction", "payment_intent", "failure_balance_transaction"}),
    "payment_intent": frozenset({"customer", "latest_charge"}),
    "checkout.session": frozenset({"customer", "payment_intent", "invoice", "payment_link"}),
    "price": frozenset({"product"}),
    "product": frozenset({"default_price"}),
    "refund": frozenset({"charge", "payment_intent", "balance_transaction", "failure_balance_transaction", "customer"}),
    "dispute": frozenset({"charge", "payment_intent"}),
    "payout": frozenset(
        {"balance_transaction", "failure_balance_transaction", "destination", "original_payout", "reversed_by"}
    ),
    "balance_transaction": frozenset({"source"}),
    "invoice": frozenset({"customer"}),
    "invoice_payment": frozenset({"invoice"}),
    "payment": frozenset({"payment_intent", "charge"}),
    "price_details": frozenset({"price"}),
}
# Fields of Stripe's API that can be expanded but never hold anything here.
_EMPTY: Mapping[str, frozenset[str]] = {
    "charge": frozenset({"application", "application_fee", "on_behalf_of", "review", "source_transfer", "transfer"}),
    "payment_intent": frozenset({"application", "on_behalf_of", "payment_method", "review", "source"}),
    "checkout.session": frozenset({"setup_intent", "subscription"}),
    "customer": frozenset({"default_source", "test_clock"}),
    "product": frozenset({"tax_code"}),
    "refund": frozenset({"transfer_reversal", "source_transfer_reversal", "payment_method"}),
    "payout": frozenset({"application_fee"}),
    "invoice": frozenset({"default_payment_method", "default_source", "latest_revision", "on_behalf_of", "discounts"}),
    "balance_transaction": frozenset(),
}
# Plain hashes on the way to something that can be expanded; named, because they carry no `object` of their own.
_HASHES = {
    ("invoice_payment", "payment"): "payment",
    ("line_item", "pricing"): "pricing",
    ("pricing", "price_details"): "price_details",
    ("payment_intent", "amount_details"): "amount_details:",
    ("item", "price"): "price",
}


class Viewer:
    """Turn stored objects into what Stripe would send now."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._includes: Mapping[tuple[str, str], Callable[[Obj], Any]] = {
            ("charge", "refunds"): self._refunds,
            ("checkout.session", "line_items"): self._session_lines,
            ("invoice", "payments"): self._invoice_payments,
            ("customer", "sources"): lambda customer: _listed([], f"/v1/customers/{customer['id']}/sources"),
            ("customer", "subscriptions"): lambda customer: _listed([], f"/v1/subscriptions?customer={customer['id']}"),
            ("customer", "tax_ids"): self._tax_ids,
            ("customer", "tax"): lambda _: {"automatic_tax": "not_collecting", "ip_address": None, "location": None},
        }

    def show(self, body: Obj) -> Obj:
        """Bring a stored object up to the present moment, in place."""
        if body.get("object") == "balance_transaction":
            body["status"] = "available" if body["available_on"] <= self._engine.clock.now() else "pending"
        for movement in body.get("balance_transactions", ()):
            self.show(movement)
        return body

    def load(self, object_id: str) -> Obj:
        """Return one object as it would be sent; a deleted one is only its id."""
        row = self._engine.row(object_id)
        if row.deleted:
            return {"id": object_id, "object": row.kind, "deleted": True}
        return self.show(row.body)

    def expand(self, body: Obj, paths: Sequence[str]) -> Obj:
        """Replace ids by objects along each path, in place.

        Raises:
            StripeRefusal: 400 when a property cannot be expanded or a path is deeper than four levels.
        """
        for path in paths:
            steps = path.split(".")
            if len([step for step in steps if step != "data"]) > 4:
                raise bad("You cannot expand more than 4 levels of a property", param="expand")
            self._along([body], steps, path)
        return body

    def _along(self, nodes: list[Obj], steps: list[str], path: str) -> None:
        """Walk all objects one step further, level by level."""
        names = [str(node.get("object", "")) for node in nodes]
        for step in steps:
            found: list[tuple[Obj, str]] = []
            for node, name in zip(nodes, names, strict=True):
                found.extend(self._step(node, name, step, path))
            nodes = [node for node, _ in found]
            names = [name for _, name in found]

    def _step(self, node: Obj, name: str, step: str, path: str) -> list[tuple[Obj, str]]:
        if name == "list" and step == "data":
            return [(member, str(member.get("object", ""))) for member in node["data"]]
        if (name, step) in self._includes and step not in node:
            node[step] = self._includes[name, step](node)
        elif name.startswith("amount_details:") and step == "line_items":
            return self._intent_lines(node, name.partition(":")[2])
        value = node.get(step)
        if isinstance(value, str) and step in _REFERENCES.get(name, ()):
            value = node[step] = self._referenced(value)
        elif not self._may_pass(node, name, step):
            raise bad(f"This property cannot be expanded ({path}).", param="expand")
        return self._below(node, name, step, value)

    def _referenced(self, object_id: str) -> Obj | str:
        row = self._engine.store.find(object_id)
        return object_id if row is None else self.load(object_id)

    def _may_pass(self, node: Obj, name: str, step: str) -> bool:
        if step in _REFERENCES.get(name, ()) or step in _EMPTY.get(name, ()):
            return True
        return (name, step) in _HASHES or (isinstance(node.get(step), dict) and "object" in node[step]) or name == ""

    @staticmethod
    def _below(node: Obj, name: str, step: str, value: object) -> list[tuple[Obj, str]]:
        if not isinstance(value, dict):
            return []
        if (name, step) == ("payment_intent", "amount_details"):
            return [(value, f"amount_details:{node['id']}")]  # the hash does not say whose it is
        return [(value, str(value.get("object") or _HASHES.get((name, step), "")))]

    def _intent_lines(self, details: Obj, intent: str) -> list[tuple[Obj, str]]:
        lines = self._engine.row(intent).inner.get("amount_details_line_items", [])
        details["line_items"] = _listed(lines, f"/v1/payment_intents/{intent}/amount_details_line_items")
        return [(details["line_items"], "list")]

    def _refunds(self, charge: Obj) -> Obj:
        found = self._engine.store.all_of("refund", charge=charge["id"])[::-1]
        return _listed(found, f"/v1/charges/{charge['id']}/refunds")

    def _session_lines(self, session: Obj) -> Obj:
        lines = self._engine.row(session["id"]).inner.get("line_items", [])
        return _listed(lines, f"/v1/checkout/sessions/{session['id']}/line_items")

    def _invoice_payments(self, invoice: Obj) -> Obj:
        found = self._engine.store.all_of("invoice_payment", invoice=invoice["id"])
        return _listed(found, f"/v1/invoice_payments?invoice={invoice['id']}")

    def _tax_ids(self, customer: Obj) -> Obj:
        ids = self._engine.row(customer["id"]).inner.get("tax_ids", [])
        return _listed(ids, f"/v1/customers/{customer['id']}/tax_ids")


def _listed(members: list[Obj], url: str) -> Obj:
    """Return a list object inside another; Stripe shows ten members at most there."""
    return {"object": "list", "data": members[:10], "has_more": len(members) > 10, "url": url}
