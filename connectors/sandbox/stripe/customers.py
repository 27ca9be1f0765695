"""Customers, products and prices: what the shop and the agent both write."""

from typing import Any

from agent.domain.money import UnknownCurrencyError, exponent
from connectors.sandbox.stripe.engine import Engine
from connectors.sandbox.stripe.errors import bad, missing
from connectors.sandbox.stripe.parameters import merge_metadata
from connectors.sandbox.stripe.store import Obj

_LONGEST_KEY = 200
_PRICE_KEPT = ("nickname", "tax_behavior", "active", "currency_options")


class Customers:
    """The account's customers."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def create(self, given: Obj, *, at: int) -> Obj:
        """Make a customer from Stripe's parameters."""
        fields = dict(given)
        tax_ids = fields.pop("tax_id_data", None) or []
        for name in ("cash_balance", "payment_method", "source", "tax", "validate"):
            fields.pop(name, None)
        fields["metadata"] = merge_metadata({}, fields.get("metadata") or {})
        fields["address"] = _address(fields.get("address"), {})
        body = self._engine.draft("customer", at)
        body["invoice_prefix"] = body["id"][4:12].upper()
        body["invoice_settings"] = {**body["invoice_settings"], **(fields.pop("invoice_settings", None) or {})}
        body.update(fields)
        inner = {"tax_ids": [self._tax_id(tax, body["id"], at) for tax in tax_ids]}
        return self._engine.add(body, "customer.created", at=at, inner=inner)

    def update(self, customer_id: str, given: Obj, *, at: int) -> Obj:
        """Change a customer by Stripe's parameters: metadata and address are merged.

        Raises:
            StripeRefusal: 404 when there is none, or it was deleted.
        """
        row = self._engine.row(customer_id, "customer")
        if row.deleted:
            raise bad(f"No such customer: '{customer_id}'", param="id", code="resource_missing")
        changes = {name: value for name, value in given.items() if name in row.body}
        if "metadata" in given:
            changes["metadata"] = merge_metadata(row.body["metadata"], given["metadata"])
        if "address" in given:
            changes["address"] = _address(given["address"], row.body["address"] or {})
        return self._engine.change(customer_id, changes, "customer.updated", at=at)

    def delete(self, customer_id: str, *, at: int) -> Obj:
        """Delete a customer for good; its last state stays in the event only."""
        row = self._engine.row(customer_id, "customer")
        if not row.deleted:
            with self._engine.store.transaction():
                self._engine.store.update(row.body, deleted=True)
                self._engine.tell("customer.deleted", row.body, at=at)
        return {"id": customer_id, "object": "customer", "deleted": True}

    def tax_ids(self, customer_id: str) -> list[Obj]:
        """Return a customer's tax ids.

        Raises:
            StripeRefusal: 404 when there is none.
        """
        found: list[Obj] = self._engine.row(customer_id, "customer").inner.get("tax_ids", [])
        return found

    def add_tax_id(self, customer_id: str, given: Obj, *, at: int) -> Obj:
        """Give a customer one more tax id.

        Raises:
            StripeRefusal: 400 when it has this one already (docs.stripe.com/api/customer_tax_ids/create).
        """
        held = self.tax_ids(customer_id)
        if any((one["type"], one["value"]) == (given["type"], given["value"]) for one in held):
            raise bad("This customer has this tax ID already.", param="value")
        made = self._tax_id(given, customer_id, at)
        with self._engine.store.transaction():
            self._engine.store.update_inner(customer_id, {"tax_ids": [*held, made]})
            self._engine.tell("customer.tax_id.created", made, at=at)
        return made

    def delete_tax_id(self, customer_id: str, tax_id: str, *, at: int) -> Obj:
        """Take a tax id from a customer.

        Raises:
            StripeRefusal: 404 when it does not have it.
        """
        held = self.tax_ids(customer_id)
        gone = next((one for one in held if one["id"] == tax_id), None)
        if gone is None:
            raise missing("tax ID", tax_id, param="id", status=404)
        with self._engine.store.transaction():
            self._engine.store.update_inner(customer_id, {"tax_ids": [one for one in held if one is not gone]})
            self._engine.tell("customer.tax_id.deleted", gone, at=at)
        return {"id": tax_id, "object": "tax_id", "deleted": True}

    def _tax_id(self, given: Obj, customer_id: str, at: int) -> Obj:
        return {
            "id": self._engine.ids.mint("tax_id", at),
            "object": "tax_id",
            "country": None,
            "created": at,
            "customer": customer_id,
            "livemode": self._engine.options.livemode,
            "owner": {"customer": customer_id, "type": "customer"},
            "type": given["type"],
            "value": given["value"],
            "verification": None,
        }


class Catalogue:
    """The account's products and prices."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def create_product(self, given: Obj, *, at: int) -> Obj:
        """Make a product from Stripe's parameters, with our own ``id`` where one is given.

        Raises:
            StripeRefusal: 400 ``resource_already_exists`` when the id is taken.
        """
        fields = dict(given)
        price = fields.pop("default_price_data", None)
        if "id" in fields and self._engine.store.find(fields["id"]) is not None:
            raise bad(f"Product already exists: {fields['id']}", param="id", code="resource_already_exists")
        fields["metadata"] = merge_metadata({}, fields.get("metadata") or {})
        with self._engine.store.transaction():
            body = self._engine.draft("product", at, **{"type": "service", "updated": at, **fields})
            self._engine.add(body, "product.created", at=at)
            if price is not None:
                made = self.create_price({**price, "product": body["id"]}, at=at)
                body = self._engine.change(body["id"], {"default_price": made["id"]}, "product.updated", at=at)
        return body

    def update_product(self, product_id: str, given: Obj, *, at: int) -> Obj:
        """Change a product by Stripe's parameters."""
        body = self._engine.get(product_id, "product")
        changes: Obj = dict(given)
        if "metadata" in given:
            changes["metadata"] = merge_metadata(body["metadata"], given["metadata"])
        if given.get("default_price"):
            self._engine.get(given["default_price"], "price", param="default_price")
        if any(body.get(name) != value for name, value in changes.items()):
            changes["updated"] = at
        return self._engine.change(product_id, changes, "product.updated", at=at)

    def delete_product(self, product_id: str, *, at: int) -> Obj:
        """Delete a product that has no prices.

        Raises:
            StripeRefusal: 400 when it has prices: those keep it for ever (docs.stripe.com/api/products/delete).
        """
        body = self._engine.get(product_id, "product")
        if self._engine.store.all_of("price", product=product_id):
            raise bad("This product cannot be deleted because it has one or more user-created prices.")
        with self._engine.store.transaction():
            self._engine.store.run("DELETE FROM objects WHERE id = ?", (product_id,))
            self._engine.tell("product.deleted", body, at=at)
        return {"id": product_id, "object": "product", "deleted": True}

    def create_price(self, given: Obj, *, at: int) -> Obj:
        """Make a price from Stripe's parameters.

        Raises:
            StripeRefusal: 400 without an amount or product, or when the lookup key is another price's and is not
                to be transferred.
        """
        fields = dict(given)
        with self._engine.store.transaction():
            product = fields.pop("product_data", None)
            if product is not None:
                fields["product"] = self.create_product(product, at=at)["id"]
            if not fields.get("product"):
                raise bad("Missing required param: product.", param="product", code="parameter_missing")
            self._engine.get(fields["product"], "product", param="product")
            _check_currency(fields["currency"])
            fields.update(_amounts(fields))
            self._take_lookup_key(fields, at)
            fields["metadata"] = merge_metadata({}, fields.get("metadata") or {})
            fields["type"] = "recurring" if fields.get("recurring") else "one_time"
            return self._engine.add(self._engine.draft("price", at, **fields), "price.created", at=at)

    def update_price(self, price_id: str, given: Obj, *, at: int) -> Obj:
        """Change what may be changed of a price; its amount, currency and product never are."""
        with self._engine.store.transaction():
            body = self._engine.get(price_id, "price")
            fields = dict(given)
            changes = {name: fields[name] for name in _PRICE_KEPT if name in fields}
            if "lookup_key" in fields:
                self._take_lookup_key(fields, at)
                changes["lookup_key"] = fields["lookup_key"]
            if "metadata" in fields:
                changes["metadata"] = merge_metadata(body["metadata"], fields["metadata"])
            if changes.get("active") is False:
                self._refuse_archived_default(body)
            return self._engine.change(price_id, changes, "price.updated", at=at)

    def _refuse_archived_default(self, price: Obj) -> None:
        product = self._engine.get(price["product"], "product")
        if product["default_price"] == price["id"]:
            raise bad("This price cannot be archived because it is the default price of its product.", param="active")

    def _take_lookup_key(self, fields: dict[str, Any], at: int) -> None:
        transfer = fields.pop("transfer_lookup_key", False)
        key = fields.get("lookup_key")
        if key is None:
            return
        if len(key) > _LONGEST_KEY:
            raise bad(f"Invalid string: {key}; must be at most {_LONGEST_KEY} characters", param="lookup_key")
        for other in self._engine.store.all_of("price", lookup_key=key):
            if not transfer:
                sentence = f"A price (`{other['id']}`) already uses that lookup key."
                raise bad(sentence, param="lookup_key", code="resource_already_exists")
            self._engine.change(other["id"], {"lookup_key": None}, "price.updated", at=at)


def _check_currency(currency: str) -> None:
    try:
        exponent(currency)
    except UnknownCurrencyError as error:
        raise bad(f"Invalid currency: {currency}.", param="currency") from error


def _amounts(fields: Obj) -> Obj:
    """Fill ``unit_amount`` and ``unit_amount_decimal`` from one another; a fraction leaves ``unit_amount`` null."""
    whole, exact = fields.get("unit_amount"), fields.get("unit_amount_decimal")
    if (whole is not None and whole < 0) or (exact is not None and exact.startswith("-")):
        raise bad("Invalid non-negative integer", param="unit_amount", code="parameter_invalid_integer")
    if whole is not None and exact is not None:
        raise bad("You may only specify one of these parameters: unit_amount, unit_amount_decimal.")
    if whole is not None:
        return {"unit_amount": whole, "unit_amount_decimal": str(whole)}
    if exact is None:
        raise bad("Missing required param: unit_amount.", param="unit_amount", code="parameter_missing")
    digits = exact.rstrip("0").rstrip(".") if "." in exact else exact
    return {"unit_amount": None if "." in digits else int(digits), "unit_amount_decimal": digits}


def _address(given: Obj | None, old: Obj) -> Obj | None:
    if given is None:
        return None
    names = ("city", "country", "line1", "line2", "postal_code", "state")
    return {name: given.get(name, old.get(name)) for name in names}
