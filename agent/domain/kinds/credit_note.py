"""Credit notes through sales orders: from an invoice (SORTCI), or free-form (SORTCH, SORTCL)."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Self

from agent.domain.kinds.base import Kind, target


@dataclass(frozen=True, slots=True)
class InvoiceCredit:
    """A credit note raised from a SYSPRO invoice (SORTCI); without lines it takes back the whole invoice.

    SYSPRO keeps no reference of ours on it. It is found by what it takes back: no line can be credited twice.
    """

    reference: str = target("Reference", "Our reference, for people; SORTCI keeps none.", length=30, required=True)
    invoice: str = target("InvoiceNumber", "Invoice that is credited.", length=20, required=True, fixed=True)
    date: str = target("DocumentDate", "Day of the movement at the site, CCYY-MM-DD.", day=True, required=True)
    sales_order: str = target("SalesOrder", "Order of the invoice.", length=20, default="", fixed=True)
    customer: str = target("Customer", "Customer of the invoice.", length=15, default="", fixed=True)
    credit_reason: str = target("CreditReason", "Reason code of the site.", length=6, default="")
    ignore_warnings: str = target(
        "IgnoreWarnings", "N warnings are errors, Y they are dropped.", length=1, default="N", choices="N Y"
    )
    lines: tuple[int, ...] = ()

    @property
    def kind(self) -> Kind:
        """Which kind this is."""
        return Kind.INVOICE_CREDIT

    def with_customer(self, customer: str) -> Self:
        """Return the same credit for ``customer``."""
        return replace(self, customer=customer)


@dataclass(frozen=True, slots=True)
class CreditNote:
    """The header of a free-form credit note (SORTCH); its lines are a document of their own."""

    reference: str = target("CustomerPoNumber", "Our reference; SYSPRO is searched by it.", length=30, required=True)
    date: str = target("CreditNoteDate", "Day of the movement at the site, CCYY-MM-DD.", day=True, required=True)
    customer: str = target(
        "Customer", "SYSPRO customer; the one linked to the payer when empty.", length=15, default="", fixed=True
    )
    invoice: str = target("InvoiceNumber", "Invoice that is credited, for people.", length=20, default="", fixed=True)
    branch: str = target("Branch", "Branch.", length=10, table="SalBranch", default="")
    salesperson: str = target("Salesperson", "Salesperson.", length=20, table="SalSalesperson", default="")
    terms_code: str = target("ARInvoiceTerms", "Payment terms.", length=2, table="TblArTerms", default="")

    @property
    def kind(self) -> Kind:
        """Which kind this is."""
        return Kind.CREDIT_NOTE

    def with_customer(self, customer: str) -> Self:
        """Return the same credit note for ``customer``."""
        return replace(self, customer=customer)


@dataclass(frozen=True, slots=True)
class CreditNoteLine:
    """One non-stocked line of a free-form credit note (SORTCL)."""

    reference: str = target("StockDescription", "Our reference; the line is found by it.", length=50, required=True)
    stock_code: str = target("StockCode", "Code of the non-stocked line.", length=30, required=True, fixed=True)
    price: Decimal = target("Price", "What is credited, before tax.", digits=(10, 5), required=True, fixed=True)
    product_class: str = target("NsProductClass", "Product class.", length=20, required=True, table="SalProductClass")
    credit_note: str = target("CreditNoteNumber", "Number of the credit note.", length=20, default="", fixed=True)
    uom: str = target("OrderUom", "Unit.", length=10, default="EA", fixed=True)
    credit_reason: str = target("CreditReason", "Reason code of the site.", length=6, default="")

    @property
    def kind(self) -> Kind:
        """Which kind this is."""
        return Kind.CREDIT_NOTE_LINE

    def with_customer(self, customer: str) -> Self:  # noqa: ARG002 - part of the Body protocol
        """Return itself: the line belongs to its credit note."""
        return self
