"""What Stripe is to have of a stock code, and what it has: plain texts, so that both can be kept and compared.

``fields`` names what of a product is ours: ``name``, ``description``, ``tax_code``, ``unit_label``, ``active`` (yes or
no) and ``metadata.KEY``. ``prices`` is by Stripe's currency, amounts are decimal minor units in the shortest notation.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

#: Start of the name of a field that is a key of the metadata.
METADATA = "metadata."

#: Field that says whether the product is sold.
ACTIVE = "active"

YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What Stripe is to have.

    Attributes:
        fields: Field -> text; empty unsets it.
        prices: Currency -> amount; the first one is the product's default price.
        default: Currency of the default price; empty leaves Stripe's default price as it is.
    """

    fields: Mapping[str, str]
    prices: Mapping[str, str] = field(default_factory=dict)
    default: str = ""


@dataclass(frozen=True, slots=True)
class PriceAt:
    """A price of Stripe's.

    Attributes:
        id: Its id.
        amount: Decimal minor units of a unit.
    """

    id: str
    amount: str


@dataclass(frozen=True, slots=True)
class Has:
    """What Stripe has of a stock code, as it was written or read last.

    Attributes:
        fields: Field -> text; a field that is unset is missing or empty.
        prices: Currency -> the price under our lookup key.
        default: Id of the product's default price; empty for none.
        stale: Ids of prices that were replaced and are not archived yet.
    """

    fields: Mapping[str, str]
    prices: Mapping[str, PriceAt] = field(default_factory=dict)
    default: str = ""
    stale: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that SYSPRO and a person in Stripe want differently.

    Attributes:
        field: A field of the product, ``default_price``, or ``price.CURRENCY``.
        syspro: What SYSPRO would have there.
        stripe: What stands there.
    """

    field: str
    syspro: str
    stripe: str
