"""The demo's catalogue: the invented company's stock codes in Stripe, and a price change that travels there."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from agent.bootstrap import Home
from agent.domain.catalogue.ids import lookup_key, product_id
from agent.domain.catalogue.kept import Standing
from agent.domain.catalogue.prices import shown_amount
from agent.domain.wording import counted
from connectors.sandbox.remote import SandboxRemote
from connectors.stripe.client import Connection
from connectors.stripe.shelf import StripeShelf

#: What becomes dearer in the demo: stock code, price code, Stripe's currency, by how much.
_DEARER = ("BOLT-M8X20", "A", "usd", Decimal("0.05"))


class SandboxKey:
    """The key of the Stripe sandbox (``agent.ports.SecretStore``)."""

    def get(self, name: str) -> str:
        """Return the key."""
        return "rk_test_sandbox" if name == "stripe.key" else ""

    def set(self, name: str, value: str) -> None:
        """Keep nothing."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """What the demo's catalogue stands on.

    Attributes:
        home: The opened home.
        syspro: The SYSPRO sandbox.
        ask: Has the engine look at ``changes`` or ``everything``, and returns when all is written.
    """

    home: Home
    syspro: SandboxRemote
    ask: Callable[[str], None]


def keep_catalogue(on: Keeping) -> dict[str, Any]:
    """Have the catalogue written, raise one price in SYSPRO, and return what Stripe shows of both.

    Returns:
        JSON-ready: products, not_sold, price_change, in_step, sentence.
    """
    on.ask("everything")
    code, price_code, currency, by = _DEARER
    before = _shown(on.home, code, currency)
    old, new = on.syspro.raise_price(code, price_code, by)
    on.ask("changes")
    after = _shown(on.home, code, currency)
    company = on.home.values().text("syspro.company")
    counts = on.home.store.catalogue.counts(company)
    sold, not_sold = counts[Standing.SOLD], counts[Standing.NOT_SOLD]
    others = sum(counts.values()) - sold - not_sold
    followed = (before[1], after[1]) == (f"{old.normalize():f} USD", f"{new.normalize():f} USD")
    in_step = bool(sold) and not others and followed and before[0] != after[0]
    change = {"stock_code": code, "old_price": before[0], "new_price": after[0], "from": before[1], "to": after[1]}
    products = counted(sold, "stock code is a product", "stock codes are products")
    words = f"{products} in Stripe; {code} went from {before[1]} to {after[1]} in both systems."
    return {
        "products": sold,
        "not_sold": not_sold,
        "price_change": change,
        "in_step": in_step,
        "sentence": words if in_step else "The catalogue in Stripe is NOT what SYSPRO has.",
    }


def _shown(home: Home, stock_code: str, currency: str) -> tuple[str, str]:
    """Return id and amount of the default price that Stripe shows for a stock code."""
    values = home.values()
    connection = Connection(values, SandboxKey(), home.store.allowance, home.clock)
    shelf, product = StripeShelf(connection), product_id(values.text("syspro.company"), stock_code)
    try:
        default = shelf.products([product])[product].default
        found = {one.lookup_key: one.price for one in shelf.prices(product)}
    finally:
        connection.close()
    price = found[lookup_key(product, currency)]
    return (price.id, shown_amount(price.amount, currency)) if price.id == default else ("", "")
