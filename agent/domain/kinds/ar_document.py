"""An AR invoice, debit note or credit note without a sales order (ARSTIN). Lengths: SYSPRO 7, ArInvoice."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Self

from agent.domain.kinds.base import Kind, target
from agent.domain.money import Money


@dataclass(frozen=True, slots=True)
class ArDocument:
    """One document on a customer's account; ``value`` holds the tax and is above zero whatever the type."""

    reference: str = target("Reference", "Our reference; SYSPRO is searched by it.", length=30, required=True)
    transaction_type: str = target(
        "TransactionType", "I invoice, C credit note, D debit note.", length=1, required=True, fixed=True
    )
    value: Money = target("InvoiceValue", "Value with tax, above zero, in the customer's currency.", required=True)
    date: str = target("InvoiceDate", "Day of the movement at the site, CCYY-MM-DD.", day=True, required=True)
    product_class: str = target(
        "ProductClass",
        "Product class; decides the sales ledger code.",
        length=20,
        required=True,
        table="SalProductClass",
    )
    customer: str = target(
        "Customer", "SYSPRO customer; the one linked to the payer when empty.", length=15, default="", fixed=True
    )
    tax: Money | None = target("TaxValue", "Tax within the value.", default=None)
    exchange_rate: Decimal = target(
        "ExchangeRate",
        "Local currency for one unit of the customer's; SYSPRO's own when zero.",
        digits=(6, 6),
        default=Decimal(0),
        fixed=True,
    )
    branch: str = target("Branch", "Branch.", length=10, table="SalBranch", default="")
    area: str = target("GeographicArea", "Geographic area.", length=10, table="SalArea", default="")
    salesperson: str = target("Salesperson", "Salesperson.", length=20, table="SalSalesperson", default="")
    terms_code: str = target("InvoiceTerms", "Payment terms.", length=2, table="TblArTerms", default="")
    posting_period: str = target(
        "PostingPeriod", "C current, P previous, B before previous.", length=1, default="C", choices="C P B"
    )
    ignore_warnings: str = target(
        "IgnoreWarnings", "N warnings are errors, Y they are dropped.", length=1, default="N", choices="N Y"
    )

    @property
    def kind(self) -> Kind:
        """Which kind this is."""
        return Kind.AR_DOCUMENT

    def with_customer(self, customer: str) -> Self:
        """Return the same document for ``customer``."""
        return replace(self, customer=customer)
