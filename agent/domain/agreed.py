"""What a customer agreed to in the portal: the lines of an order at exact prices, carried by the payment's metadata.

A checkout shows whole minor units; SYSPRO's prices have five decimals. So the payment itself carries each line as it is
to stand in SYSPRO, and the order is made of those. Stripe takes 50 keys of metadata with 500 characters each
(docs.stripe.com/api/metadata).
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from agent.domain.json_reader import BadJsonError, JsonReader
from agent.domain.money import Money
from agent.domain.prices import quantity_of

#: Most lines that a payment carries; the other keys are the shop's.
MOST_LINES = 40

_KEY = re.compile(r"agreed_(?P<number>\d{1,3})")
_PRICE = re.compile(r"\d{1,10}(\.\d{1,5})?")


@dataclass(frozen=True, slots=True)
class AgreedLine:
    """One line.

    Attributes:
        stock_code: Stock code.
        quantity: In the stocking unit.
        price: Price of one unit before tax, up to five decimals.
        tax: Tax on the whole line that was taken.
    """

    stock_code: str
    quantity: Decimal
    price: Decimal
    tax: Money

    @property
    def net(self) -> Money:
        """The line before tax."""
        return Money.from_decimal(self.price * self.quantity, self.tax.currency)


def metadata_of(lines: Sequence[AgreedLine]) -> dict[str, str]:
    """Return the metadata that carries the lines."""
    return {f"agreed_{number}": json.dumps(_plain(line)) for number, line in enumerate(lines, start=1)}


def is_agreed(metadata: Mapping[str, str]) -> bool:
    """Return whether metadata carries lines that were agreed to."""
    return any(map(_KEY.fullmatch, metadata))


def agreed_in(metadata: Mapping[str, str], currency: str) -> tuple[AgreedLine, ...]:
    """Return the lines that metadata carries, in order; none where it carries none.

    Raises:
        BadJsonError: When a line cannot be read.
    """
    numbered = sorted((int(match["number"]), key) for key in metadata if (match := _KEY.fullmatch(key)))
    return tuple(_line(key, metadata[key], currency) for _, key in numbered)


def _plain(line: AgreedLine) -> dict[str, object]:
    quantity, price = f"{line.quantity.normalize():f}", f"{line.price.normalize():f}"
    return {"stock_code": line.stock_code, "quantity": quantity, "price": price, "tax": line.tax.minor}


def _line(key: str, text: str, currency: str) -> AgreedLine:
    try:
        found = JsonReader(json.loads(text), f"metadata {key}")
        quantity = quantity_of(found.text("quantity"))
    except (ValueError, RecursionError) as error:
        raise BadJsonError(f"metadata {key} is no line that was agreed to.") from error
    if not _PRICE.fullmatch(found.text("price")):
        raise BadJsonError(f"metadata {key} has no price that SYSPRO can hold.")
    tax = Money(found.integer("tax"), currency)
    return AgreedLine(found.text("stock_code"), quantity, Decimal(found.text("price")), tax)
