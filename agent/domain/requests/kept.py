"""What the agent remembers of the request for an invoice, and what people are shown of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from agent.domain.looks import Looks
from agent.domain.requests.link import Ask, PayLink

Key = tuple[str, str]
"""Customer and invoice, as stored."""


class Standing(Enum):
    """Where the request for an invoice stands."""

    OPEN = "open"
    """It can be paid in Stripe, over what is open in SYSPRO."""
    WAITING = "waiting"
    """To be written to Stripe."""
    PAID = "paid"
    """Its link was paid, and the invoice has yet to show it; nothing new is asked for it."""
    REFUSED = "refused"
    """Stripe refused it; it is tried again when it changes, or when a person asks for it."""
    CLOSED = "closed"
    """Nothing is asked: paid, cancelled, or for a reason."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What a look at SYSPRO found for an invoice.

    Attributes:
        customer: As stored.
        invoice: As stored.
        source: Hash of what SYSPRO and the rules said.
        ask: What the payer is to be asked for; ``None`` for nothing.
        reason: Why nothing is asked; empty for no special reason.
    """

    customer: str
    invoice: str
    source: bytes
    ask: Ask | None
    reason: str


@dataclass(frozen=True, slots=True)
class Due:
    """An invoice whose links are to be written to Stripe.

    Attributes:
        customer: As stored.
        invoice: As stored.
        wanted: What the payer is to be asked for; ``None`` for nothing.
        links: Our links in Stripe, as far as they were recorded.
        revision: Counts the changes of what is wanted.
        begun_at: When a writing began that is not known to have ended; ``None`` for none.
        attempts: Writings in vain.
    """

    customer: str
    invoice: str
    wanted: Ask | None
    links: tuple[PayLink, ...]
    revision: int
    begun_at: int | None
    attempts: int

    @property
    def key(self) -> Key:
        """Customer and invoice."""
        return self.customer, self.invoice


@dataclass(frozen=True, slots=True)
class RequestRow:
    """An invoice as people see it.

    Attributes:
        customer: As stored.
        invoice: As stored.
        standing: Where it stands.
        amount: What is asked, such as ``482.15 USD``; empty for nothing.
        url: Where it can be paid; empty for nowhere.
        link: Stripe's id of that link, or of the one that was paid.
        reason: Why nothing is asked, or why Stripe refused.
        updated_at: When anything about it changed last, Unix seconds UTC.
    """

    customer: str
    invoice: str
    standing: Standing
    amount: str
    url: str
    link: str
    reason: str
    updated_at: int


@dataclass(frozen=True, slots=True)
class RequestFilter:
    """Which requests a list shows; an empty field filters nothing.

    Attributes:
        standing: Only what stands there.
        text: Only those whose customer or invoice contains it.
        limit: Most rows.
        after: Customer and invoice of the last row of the page before.
        offset: Rows that are left out at the beginning.
    """

    standing: Standing | None = None
    text: str = ""
    limit: int = 100
    after: Key = ("", "")
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Course(Looks):
    """What the job remembers from round to round, beside its looks at SYSPRO.

    Attributes:
        watermark: Where the next look at what changed goes on, in hexadecimal digits.
        unknown: Customers that the settings name and SYSPRO did not have at the last look.
    """

    watermark: str = ""
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RequestStatus:
    """How the requests stand.

    Attributes:
        counts: Standing -> invoices.
        scanned_at: When SYSPRO was looked at last for what changed, Unix seconds UTC; 0 for never.
        swept_at: When all invoices were read last; 0 for never.
        unknown: Customers that the settings name and SYSPRO did not have at the last look, as stored.
    """

    counts: Mapping[Standing, int]
    scanned_at: int
    swept_at: int
    unknown: tuple[str, ...] = ()
