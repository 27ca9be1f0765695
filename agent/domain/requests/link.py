"""Where an open invoice can be paid in Stripe: a payment link or Stripe invoice, as it is to be, and as it is there."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from agent.domain.codec import dumps, fingerprint

#: Metadata key of the links that we made: company, customer and invoice, so that ours are told from a person's.
MARK = "syspro_request"

#: Metadata key of what a link asks for, so that one whose making was broken off is known again.
PRINT = "syspro_request_print"


def mark_of(company: str, customer: str, invoice: str) -> str:
    """Return what our links of an invoice say under :data:`MARK`."""
    return json.dumps([company, customer, invoice])


def marked_by(mark: str, company: str) -> tuple[str, str] | None:
    """Return customer and invoice of a link by its mark; ``None`` for links of others and of other companies."""
    try:
        found = json.loads(mark)
    except ValueError:
        return None
    texts = isinstance(found, list) and len(found) == len(("company", "customer", "invoice"))
    if not texts or not all(isinstance(part, str) for part in found) or found[0] != company:
        return None
    return found[1], found[2]


class Way(Enum):
    """What an open invoice becomes in Stripe."""

    LINK = "payment_link"
    """A page that anybody who knows its address can pay at, once."""
    INVOICE = "invoice"
    """A Stripe invoice of the customer."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What a payer is asked for.

    Attributes:
        minor: Amount in minor units of the currency, more than nothing.
        currency: Stripe's lower-case code.
        name: What the payer reads beside the amount.
        metadata: What the payment, or the Stripe invoice, carries, so that the charge flow finds the invoice.
        way: What it becomes in Stripe.
    """

    minor: int
    currency: str
    name: str
    metadata: Mapping[str, str] = field(default_factory=dict)
    way: Way = Way.LINK

    @property
    def print(self) -> str:
        """A text that is equal for equal asks."""
        return fingerprint(dumps(self))


@dataclass(frozen=True, slots=True)
class PayLink:
    """A payment link or Stripe invoice of ours.

    Attributes:
        id: Stripe's id.
        url: Where the payer pays; empty while it is a draft.
        ask: What it asks for; ``None`` where that is not known, because no record of its making was kept.
        active: Whether it can be paid, now or once it is finished.
        paid: Whether somebody has paid by it.
        way: What it is.
        draft: Whether it is not finished, so that nobody can pay it yet.
    """

    id: str
    url: str
    ask: Ask | None
    active: bool = True
    paid: bool = False
    way: Way = Way.LINK
    draft: bool = False


@dataclass(frozen=True, slots=True)
class SeenLink:
    """A payment link or Stripe invoice as Stripe shows it.

    Attributes:
        id: Stripe's id.
        url: Where the payer pays; empty while it is a draft.
        active: Whether it can be paid, now or once it is finished.
        paid: Whether somebody has paid by it.
        mark: What our mark says; empty on those of others.
        ask_print: Print of what it asks for; empty on those of others.
        way: What it is.
        draft: Whether it is not finished.
    """

    id: str
    url: str
    active: bool
    paid: bool
    mark: str
    ask_print: str = ""
    way: Way = Way.LINK
    draft: bool = False

    def as_ours(self, ask: Ask | None) -> PayLink:
        """Return it as one of ours that asks for this."""
        return PayLink(self.id, self.url, ask, self.active, self.paid, self.way, self.draft)
