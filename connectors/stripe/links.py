"""Stripe's payment links. May import: ``agent.domain``, ``agent.ports``.

A link is never deleted, only made inactive (docs.stripe.com/api/payment-link/update). One that may be completed once
counts its completed checkouts; payments made by it carry ``payment_intent_data.metadata``.
"""

from collections.abc import Iterator

from agent.domain.json_reader import BadJsonError, JsonObject, JsonReader
from agent.domain.requests.link import MARK, PRINT, Ask, SeenLink
from connectors.stripe.client import Connection, path_of
from connectors.stripe.errors import unusable

_LINKS = "/v1/payment_links"


class StripeLinks:
    """Payment links over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def make(self, ask: Ask, mark: str, key: str) -> SeenLink:
        """Make a link that can be paid once."""
        price = {"currency": ask.currency, "unit_amount": ask.minor, "product_data": {"name": ask.name}}
        params = {
            "line_items": [{"price_data": price, "quantity": 1}],
            "metadata": {MARK: mark, PRINT: ask.print},
            "payment_intent_data": {"metadata": dict(ask.metadata)},
            "restrictions": {"completed_sessions": {"limit": 1}},
        }
        return _seen(self._connection.post(_LINKS, params, key=key))

    def close(self, link: str, key: str) -> SeenLink:
        """Close a link and return it as it is then: the answer says whether it was paid."""
        return _seen(self._connection.post(path_of("payment_links", link), {"active": False}, key=key))

    def get(self, link: str) -> SeenLink:
        """Return a link as it is."""
        return _seen(self._connection.get(path_of("payment_links", link)))

    def active(self) -> Iterator[SeenLink]:
        """Yield all links of the account that can be paid; those of others among them."""
        for page in self._connection.pages(_LINKS, {"active": True}):
            yield from (_seen(member.value) for member in page)


def _seen(answer: JsonObject) -> SeenLink:
    try:
        found = JsonReader(answer, "payment link")
        metadata = found.texts("metadata")
        completed = found.optional_object("restrictions").optional_object("completed_sessions").raw.get("count") or 0
        return SeenLink(
            id=found.text("id"),
            url=found.text("url"),
            active=found.flag("active"),
            paid=completed > 0,
            mark=metadata.get(MARK, ""),
            ask_print=metadata.get(PRINT, ""),
        )
    except (BadJsonError, TypeError) as error:
        raise unusable("A payment link in Stripe", str(error)) from error
