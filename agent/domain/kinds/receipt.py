"""A receipt (ARSTPY payment). Lengths: SYSPRO 7, ArInvoicePay."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Self

from agent.domain.kinds.base import Kind, target
from agent.domain.money import Money


@dataclass(frozen=True, slots=True)
class Allocation:
    """Part of a receipt that pays one open invoice.

    Attributes:
        invoice: SYSPRO document as stored; empty until the document that makes it is posted.
        value: Gross payment, in the customer's currency; negative when money goes out.
        document_type: I invoice, C credit note, D debit note.
        at_most: Whether ``value`` is a bound: no more is allocated than the document has open when it is sent, and
            nothing where there is no such document; the rest stays on account.
    """

    invoice: str
    value: Money
    document_type: str = "I"
    at_most: bool = False


@dataclass(frozen=True, slots=True)
class Receipt:
    """Money received, or given back where ``value`` is negative.

    The part that ``allocations`` leave over stays on account (unapplied).
    """

    reference: str = target("Reference", "Our reference; SYSPRO is searched by it.", length=30, required=True)
    value: Money = target("PaymentValue", "Gross amount received, in the customer's currency.", required=True)
    payment_date: str = target("PaymentDate", "Day of the payment at the site, CCYY-MM-DD.", day=True, required=True)
    bank: str = target(
        "Bank", "Clearing bank of the settlement currency.", length=15, required=True, table="ApBank", fixed=True
    )
    customer: str = target(
        "Customer", "SYSPRO customer; the one linked to the payer when empty.", length=15, default="", fixed=True
    )
    payment_type: str = target("PaymentType", "C check, S cash, O other.", length=1, default="O", choices="C S O")
    notation: str = target("JournalNotation", "Text on the journal.", length=50, default="")
    narration: str = target("PaymentNarration", "Text on the payment.", length=50, default="")
    posting_period: str = target(
        "PostingPeriod", "C current, P previous, B before previous.", length=1, default="C", choices="C P B"
    )
    ignore_warnings: str = target(
        "IgnoreWarnings", "N warnings are errors, Y they are dropped.", length=1, default="N", choices="N Y"
    )
    exchange_rate: Decimal = target(
        "DefaultExchangeRateToUse",
        "Local currency for one unit of the customer's; SYSPRO's own when zero.",
        digits=(6, 6),
        default=Decimal(0),
        fixed=True,
    )
    allocations: tuple[Allocation, ...] = ()

    @property
    def kind(self) -> Kind:
        """Which kind this is."""
        return Kind.RECEIPT

    @property
    def unapplied(self) -> Money:
        """What the allocations leave over."""
        rest = self.value
        for allocation in self.allocations:
            rest -= allocation.value
        return rest

    def with_customer(self, customer: str) -> Self:
        """Return the same receipt for ``customer``."""
        return replace(self, customer=customer)

    def paying(self, document: str) -> Self:
        """Return the same receipt with ``document`` in every allocation that names none yet."""
        named = tuple(replace(part, invoice=part.invoice or document) for part in self.allocations)
        return replace(self, allocations=named)
