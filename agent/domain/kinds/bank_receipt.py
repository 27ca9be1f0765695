"""Money into a bank that no customer paid, less a bank charge (ARSTPY miscellaneous receipt).

Lengths: reference, section 2.4; texts as in the ledger.
"""

from dataclasses import dataclass
from typing import Self

from agent.domain.kinds.base import Kind, target
from agent.domain.kinds.journal import JournalLine
from agent.domain.money import Money


@dataclass(frozen=True, slots=True)
class BankReceipt:
    """A value out of one ledger code into a bank, of which the bank keeps its charge.

    ``lines`` say what SYSPRO's ledger should show of it by the site's own ledger codes: they are read back, not sent,
    because the bank's code and that of bank charges are SYSPRO's to know.
    """

    reference: str = target("Reference", "Our reference; SYSPRO is searched by it.", length=30, required=True)
    bank: str = target("Bank", "Bank that the money reaches.", length=15, required=True, table="ApBank", fixed=True)
    currency: str = target(
        "Currency", "SYSPRO currency code.", length=3, required=True, table="TblCurrency", fixed=True
    )
    value: Money = target("MiscellaneousReceiptValue", "Value before the charge, above zero.", required=True)
    date: str = target(
        "MiscellaneousReceiptDate", "Day of the movement at the site, CCYY-MM-DD.", day=True, required=True
    )
    ledger_code: str = target(
        "CreditLedgerCode",
        "Ledger code that the money comes from.",
        length=35,
        required=True,
        table="GenMaster",
        fixed=True,
    )
    charge: Money | None = target("BankChargeValue", "What of the value the bank keeps.", default=None)
    notation: str = target("JournalNotation", "Text on the journal.", length=50, default="")
    posting_period: str = target(
        "PostingPeriod", "C current, P previous, B before previous.", length=1, default="C", choices="C P B"
    )
    ignore_warnings: str = target(
        "IgnoreWarnings", "N warnings are errors, Y they are dropped.", length=1, default="N", choices="N Y"
    )
    lines: tuple[JournalLine, ...] = ()

    @property
    def kind(self) -> Kind:
        """Which kind this is."""
        return Kind.BANK_RECEIPT

    def with_customer(self, customer: str) -> Self:  # noqa: ARG002 - part of the Body protocol
        """Return itself: no customer has paid it."""
        return self
