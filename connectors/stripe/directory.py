"""Stripe's customers. May import: ``agent.domain``, ``agent.ports``.

A customer is never deleted from here: deletion is for good, and charges keep pointing at it. Tax ids are objects of
their own, each with a type; one is never changed, only made and deleted (docs.stripe.com/api/customer_tax_ids).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from agent.domain.customers.fields import (
    ADDRESS,
    EMAIL,
    NAME,
    PHONE,
    TAX_ID,
    Texts,
    address_parts,
    code_key,
    stripe_address,
    tidy,
)
from agent.domain.customers.kept import StripeCustomer
from agent.domain.errors import NeedsPerson
from agent.domain.json_reader import BadJsonError, JsonObject, JsonReader
from agent.domain.money import Money, UnknownCurrencyError
from connectors.stripe.answers import Member
from connectors.stripe.client import Connection, path_of
from connectors.stripe.errors import shortened, unusable

_CUSTOMERS = "/v1/customers"
_TEXTS = (NAME, EMAIL, PHONE)
#: Most members that could not be read, told one by one.
_MOST_TOLD = 3
_EXPANDED = {"expand": ["tax_ids"]}


class StripeDirectory:
    """``CustomerDirectory`` over one connection.

    Args:
        connection: The connection.
        tax_types: Types of tax ids that are kept in step; of a customer's, the first of these is its tax number.
    """

    def __init__(self, connection: Connection, tax_types: Iterable[str] = ()) -> None:
        self._connection = connection
        self._tax_types = frozenset(tax_types)

    def read(self, stripe_id: str) -> StripeCustomer:
        """Return a customer as it is now; one that is no more is ``deleted``."""
        path = path_of("customers", stripe_id)
        try:
            return self._customer(self._connection.get(path, _EXPANDED))
        except NeedsPerson as refused:
            if refused.problem.code != "stripe.refused.expand":
                raise
            # A deleted customer has no tax ids to show, and Stripe may say so by refusing the whole read.
            return self._customer(self._connection.get(path))

    def all(self, since_at: int = 0) -> Iterator[Sequence[StripeCustomer]]:
        """Yield all customers page by page, of those made at ``since_at`` (Unix seconds UTC) or later.

        Raises:
            NeedsPerson: After the last page, when members could not be read; all others were yielded before.
        """
        asked: dict[str, Any] = {"expand": ["data.tax_ids"]}
        if since_at:
            asked["created"] = {"gte": since_at}
        bad: list[str] = []
        for page in self._connection.pages(_CUSTOMERS, asked):
            yield list(self._readable(page, bad))
        if bad:
            raise unusable(f"{len(bad)} of Stripe's customers", " ".join(bad[:_MOST_TOLD]))

    def make(self, texts: Texts, metadata: Mapping[str, str], key: str, *, tax_type: str = "") -> StripeCustomer:
        """Make a customer and return it as it is then."""
        filled = {name: text for name, text in texts.items() if text}
        params = _params(filled, metadata)
        if filled.get(TAX_ID) and tax_type:
            params["tax_id_data"] = [{"type": tax_type, "value": filled[TAX_ID]}]
        return self._customer(self._connection.post(_CUSTOMERS, params, key=key))

    def change(
        self, stripe_id: str, texts: Texts, metadata: Mapping[str, str], key: str, *, tax_type: str = ""
    ) -> StripeCustomer:
        """Change these fields and metadata keys, an empty text unsets one; return the customer as it is then."""
        path = path_of("customers", stripe_id)
        if TAX_ID in texts and tax_type:
            self._change_tax_id(path, texts[TAX_ID], tax_type, f"{key}-tax")
        params = _params(texts, metadata)
        if params == _EXPANDED:
            return self.read(stripe_id)
        return self._customer(self._connection.post(path, params, key=key))

    def _change_tax_id(self, path: str, value: str, tax_type: str, key: str) -> None:
        """Have one tax id of a type, or none of it where ``value`` is empty; those of other types stay."""
        try:
            # Looked at first, because what was made by a lost answer must not be made again.
            pages = self._connection.pages(f"{path}/tax_ids")
            found = [JsonReader(member.value, "tax id") for page in pages for member in page]
            same = [one for one in found if one.text("type") == tax_type]
            if value and not any(code_key(one.text("value")) == code_key(value) for one in same):
                self._connection.post(f"{path}/tax_ids", {"type": tax_type, "value": value}, key=key)
            for one in same:
                if not value or code_key(one.text("value")) != code_key(value):
                    self._connection.delete(f"{path}/tax_ids/{one.text('id')}")
        except BadJsonError as error:
            raise unusable("A tax number in Stripe", str(error)) from error

    def _customer(self, answer: JsonObject) -> StripeCustomer:
        try:
            return self._read(answer)
        except BadJsonError as error:
            raise unusable("A customer in Stripe", str(error)) from error

    def _readable(self, page: Sequence[Member], bad: list[str]) -> Iterator[StripeCustomer]:
        """Yield the members that can be read, and note why the others cannot."""
        for member in page:
            try:
                yield self._read(member.value)
            except BadJsonError as error:
                bad.append(shortened(str(error)))

    def _read(self, answer: object) -> StripeCustomer:
        found = JsonReader(answer, "customer")
        if found.raw.get("deleted"):
            return StripeCustomer(found.text("id"), deleted=True)
        texts = {name: tidy(found.optional_text(name)) for name in _TEXTS}
        address = found.optional_object("address")
        texts[ADDRESS] = stripe_address({name: address.optional_text(name) for name in address.raw})
        tax_ids = [(tax.optional_text("type"), tidy(tax.text("value"))) for tax in found.objects("tax_ids")]
        kept = [value for kind, value in tax_ids if kind in self._tax_types]
        texts[TAX_ID] = next(iter(kept or [value for _, value in tax_ids]), "")
        return StripeCustomer(found.text("id"), texts, found.texts("metadata"), _owes(found))


def _params(texts: Texts, metadata: Mapping[str, str]) -> dict[str, Any]:
    params: dict[str, Any] = {name: text for name, text in texts.items() if name in _TEXTS}
    if ADDRESS in texts:
        params["address"] = address_parts(texts[ADDRESS])
    return params | ({"metadata": dict(metadata)} if metadata else {}) | _EXPANDED


def _owes(customer: JsonReader) -> Money | None:
    """Return what a customer owes by its balance, which is positive then (docs.stripe.com/api/customers/object)."""
    if not customer.raw.get("balance") or not customer.raw.get("currency"):
        return None
    try:
        owes = Money(customer.integer("balance"), customer.text("currency"))
    except UnknownCurrencyError:
        return None
    return owes if owes.minor > 0 else None
