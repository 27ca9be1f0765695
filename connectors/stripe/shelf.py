"""Stripe's products and prices. May import: ``agent.domain``, ``agent.ports``.

A price never changes its amount; one that is not sold any more is archived, never deleted (docs.stripe.com/api/prices).
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from agent.domain.catalogue.ids import lookup_key
from agent.domain.catalogue.item import ACTIVE, METADATA, NO, YES, Has, PriceAt
from agent.domain.catalogue.kept import ShelfPrice
from agent.domain.json_reader import BadJsonError, JsonObject, JsonReader
from connectors.stripe.client import Connection, path_of
from connectors.stripe.errors import unusable

#: Most ids of one list call (docs.stripe.com/api/products/list).
MOST_IDS = 100

_PRODUCTS, _PRICES = "/v1/products", "/v1/prices"
# Metadata key of the prices that we made: the product, so that a price of a person's is told from ours.
_MARK = "syspro_product"
_TEXTS = ("name", "description", "tax_code", "unit_label")


class StripeShelf:
    """``Shelf`` over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def products(self, ids: Sequence[str]) -> Mapping[str, Has]:
        """Return those of the products that exist, with their default price; prices by currency are not among it."""
        found: dict[str, Has] = {}
        for some in _batched(ids, MOST_IDS):
            answer = self._connection.get(_PRODUCTS, {"ids": some, "limit": MOST_IDS})
            found |= dict(map(_product, _members(answer, "products")))
        return found

    def prices(self, product: str) -> Sequence[ShelfPrice]:
        """Return the active prices of a product that we made, or that have taken over one of our lookup keys."""
        asked = {"product": product, "active": True}
        found = [
            _price(JsonReader(member.value, "price"))
            for page in self._connection.pages(_PRICES, asked)
            for member in page
        ]
        return [price for price in found if price is not None]

    def all_products(self) -> Iterator[Mapping[str, Has]]:
        """Yield all products of the account page by page, by id; those of others among them."""
        for page in self._connection.pages(_PRODUCTS):
            yield dict(_product(JsonReader(member.value, "product")) for member in page)

    def standing_prices(self) -> Iterator[Sequence[str]]:
        """Yield, page by page, the ids of the account's prices that are active under our lookup keys."""
        for page in self._connection.pages(_PRICES, {"active": True}):
            found = (_price(JsonReader(member.value, "price")) for member in page)
            yield [price.price.id for price in found if price is not None and price.lookup_key]

    def make_product(self, product: str, fields: Mapping[str, str], key: str) -> None:
        """Make a product without a price."""
        self._connection.post(_PRODUCTS, {"id": product, **_params(fields)}, key=key)

    def make_with_price(self, product: str, fields: Mapping[str, str], price: tuple[str, str, str], key: str) -> str:
        """Make a product and a price of it in one call; return the price's id."""
        params = {"product_data": {"id": product, **_params(fields)}, **_price_params(product, price)}
        return _id(self._connection.post(_PRICES, params, key=key))

    def make_price(self, product: str, price: tuple[str, str, str], key: str) -> str:
        """Make a price that takes its lookup key over from whichever price has it; return its id."""
        return _id(self._connection.post(_PRICES, {"product": product, **_price_params(product, price)}, key=key))

    def change_product(self, product: str, fields: Mapping[str, str], default_price: str, key: str) -> None:
        """Change fields of a product, an empty text unsets one; ``default_price`` is an id, or empty to leave it."""
        params = _params(fields) | ({"default_price": default_price} if default_price else {})
        self._connection.post(path_of("products", product), params, key=key)

    def archive_price(self, price: str, key: str) -> None:
        """Archive a price."""
        self._connection.post(path_of("prices", price), {"active": False}, key=key)


def _batched(texts: Sequence[str], most: int) -> Iterator[list[str]]:
    return (list(texts[start : start + most]) for start in range(0, len(texts), most))


def _params(fields: Mapping[str, str]) -> dict[str, Any]:
    """Return fields as Stripe's parameters."""
    params: dict[str, Any] = {name: text for name, text in fields.items() if name in _TEXTS}
    if ACTIVE in fields:
        params["active"] = fields[ACTIVE] == YES
    metadata = {name.removeprefix(METADATA): text for name, text in fields.items() if name.startswith(METADATA)}
    return params | ({"metadata": metadata} if metadata else {})


def _price_params(product: str, price: tuple[str, str, str]) -> dict[str, Any]:
    currency, amount, own_key = price
    kind = "unit_amount_decimal" if "." in amount else "unit_amount"
    key = {"lookup_key": own_key, "transfer_lookup_key": True}
    return {"currency": currency, kind: amount, **key, "metadata": {_MARK: product}}


def _members(answer: JsonObject, what: str) -> Iterator[JsonReader]:
    try:
        yield from JsonReader(answer, f"the list of {what}").objects("data")
    except BadJsonError as error:
        raise unusable(f"Stripe's list of {what}", str(error)) from error


def _product(found: JsonReader) -> tuple[str, Has]:
    try:
        fields = {name: found.optional_text(name) for name in _TEXTS}
        fields["tax_code"] = found.id_of("tax_code")
        fields[ACTIVE] = YES if found.flag("active") else NO
        fields |= {f"{METADATA}{key}": text for key, text in found.texts("metadata").items()}
        return found.text("id"), Has(fields, default=found.id_of("default_price"))
    except BadJsonError as error:
        raise unusable("A product in Stripe", str(error)) from error


def _price(found: JsonReader) -> ShelfPrice | None:
    try:
        product, key = found.id_of("product"), found.optional_text("lookup_key")
        # A person's price under our key is what whoever asks for the key gets; under another key it is theirs alone.
        held = key if key == lookup_key(product, found.optional_text("currency")) else ""
        if not held and found.texts("metadata").get(_MARK) != product:
            return None
        return ShelfPrice(PriceAt(found.text("id"), _amount(found)), held)
    except BadJsonError as error:
        raise unusable("A price in Stripe", str(error)) from error


def _amount(price: JsonReader) -> str:
    """Return decimal minor units in the shortest notation; empty where the payer names the price."""
    exact = price.raw.get("unit_amount_decimal")
    if exact is None:
        return "" if price.raw.get("unit_amount") is None else str(price.integer("unit_amount"))
    try:
        return format(Decimal(str(exact)).normalize(), "f")
    except InvalidOperation as error:
        raise BadJsonError(f"{price.where}.unit_amount_decimal is {str(exact)[:40]!r}, not a number.") from error


def _id(answer: JsonObject) -> str:
    try:
        return JsonReader(answer, "the new price").text("id")
    except BadJsonError as error:
        raise unusable("Stripe's answer to a new price", str(error)) from error
