"""A payment link as it is to be, and as Stripe has it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from agent.domain.codec import dumps, fingerprint

#: Metadata key of the links that we made: company, customer and invoice, so that ours are told from a person's.
MARK = "syspro_request"

#: Metadata key of what a link asks for, so that one whose making was broken off is known again.
PRINT = "syspro_request_print"


@dataclass(frozen=True, slots=True)
class Ask:
    """What a payer is asked for.

    Attributes:
        minor: Amount in minor units of the currency, more than nothing.
        currency: Stripe's lower-case code.
        name: What the payer reads beside the amount.
        metadata: What the payment will carry, so that the charge flow finds the invoice.
    """

    minor: int
    currency: str
    name: str
    metadata: Mapping[str, str] = field(default_factory=dict)

    @property
    def print(self) -> str:
        """A text that is equal for equal asks."""
        return fingerprint(dumps(self))


@dataclass(frozen=True, slots=True)
class PayLink:
    """A payment link of ours in Stripe.

    Attributes:
        id: ``plink_`` id.
        url: Where the payer pays.
        ask: What it asks for; ``None`` where that is not known, because no record of its making was kept.
        active: Whether it can be paid.
        paid: Whether somebody has completed its checkout.
    """

    id: str
    url: str
    ask: Ask | None
    active: bool = True
    paid: bool = False


@dataclass(frozen=True, slots=True)
class SeenLink:
    """A payment link as Stripe shows it.

    Attributes:
        id: ``plink_`` id.
        url: Where the payer pays.
        active: Whether it can be paid.
        paid: Whether somebody has completed its checkout.
        mark: What our mark says; empty on links of others.
        ask_print: Print of what it asks for; empty on links of others.
    """

    id: str
    url: str
    active: bool
    paid: bool
    mark: str
    ask_print: str = ""
