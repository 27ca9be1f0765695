"""What is done with an order that exists: invoice it (SORTIC), or cancel it (SORTOX)."""

from dataclasses import dataclass
from typing import Self

from agent.domain.kinds.base import Kind, target


@dataclass(frozen=True, slots=True)
class OrderInvoice:
    """Turns an order (I) or credit note (C) of status 8 into an invoice; SYSPRO keeps no reference of ours on it."""

    reference: str = target("Reference", "Our reference, for people; SORTIC keeps none.", length=30, required=True)
    date: str = target("InvoiceDate", "Day of the invoice, CCYY-MM-DD.", day=True, required=True)
    order_type: str = target("OrderType", "I order, C credit note.", length=1, required=True, fixed=True)
    sales_order: str = target("SalesOrder", "Number of the order or credit note.", length=20, default="", fixed=True)
    posting_period: str = target(
        "PostingPeriod", "C current, P previous, B before previous.", length=1, default="C", choices="C P B"
    )
    ignore_warnings: str = target("IgnoreWarnings", "N, Y or W, as for orders.", length=1, default="W", choices="N Y W")

    @property
    def kind(self) -> Kind:
        """Which kind this is."""
        return Kind.ORDER_INVOICE

    def with_customer(self, customer: str) -> Self:  # noqa: ARG002 - part of the Body protocol
        """Return itself: the order has its customer."""
        return self


@dataclass(frozen=True, slots=True)
class OrderCancel:
    """Cancels all of an order that is not invoiced yet, or some of its lines; the order's own state tells of it."""

    reference: str = target("Reference", "Our reference, for people; SORTOX keeps none.", length=30, required=True)
    sales_order: str = target("SalesOrder", "Number of the order.", length=20, default="", fixed=True)
    reason_code: str = target("CancelReasonCode", "Reason code of the site.", length=6, default="")
    last_invoice: str = target(
        "LastInvoice",
        "Last invoice of the order that is known, never sent; a later one is told.",
        length=20,
        default="",
        fixed=True,
    )
    ignore_warnings: str = target(
        "IgnoreWarnings", "N warnings are errors, Y they are dropped.", length=1, default="N", choices="N Y"
    )
    lines: tuple[int, ...] = ()

    @property
    def kind(self) -> Kind:
        """Which kind this is."""
        return Kind.ORDER_CANCEL

    def with_customer(self, customer: str) -> Self:  # noqa: ARG002 - part of the Body protocol
        """Return itself: the order has its customer."""
        return self
