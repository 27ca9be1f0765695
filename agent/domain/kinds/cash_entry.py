"""A cash book deposit or withdrawal (CSHTWD). Lengths: reference, section 2.9; texts as in the ledger."""

from dataclasses import dataclass
from typing import Self

from agent.domain.kinds.base import Kind, target
from agent.domain.money import Money


@dataclass(frozen=True, slots=True)
class CashLine:
    """One part of a cash book entry: the ledger code on the other side of the bank, and its value."""

    ledger_code: str = target("LedgerCode", "Ledger code.", length=35, required=True, table="GenMaster")
    value: Money = target("LedgerValue", "Value in the bank's currency, in the direction of the entry.", required=True)
    notation: str = target("LedgerNotation", "Text on the ledger entry.", length=50, default="")


@dataclass(frozen=True, slots=True)
class CashEntry:
    """Money into (D) or out of (W) one bank, distributed in full over ledger codes."""

    reference: str = target("Reference", "Our reference; SYSPRO is searched by it.", length=30, required=True)
    bank: str = target("Bank", "Bank of the cash book.", length=15, required=True, table="ApBank", fixed=True)
    direction: str = target("DepositOrWithdrawal", "D deposit, W withdrawal.", length=1, required=True, fixed=True)
    value: Money = target("TransactionValue", "Value, above zero, in the bank's currency.", required=True)
    date: str = target("TransactionDate", "Day of the movement at the site, CCYY-MM-DD.", day=True, required=True)
    narration: str = target("Narration", "Text on the entry.", length=50, default="")
    posting_period: str = target(
        "PostingPeriod", "C current, P previous, B before previous.", length=1, default="C", choices="C P B"
    )
    ignore_warnings: str = target(
        "IgnoreWarnings", "N warnings are errors, Y they are dropped.", length=1, default="N", choices="N Y"
    )
    lines: tuple[CashLine, ...] = ()

    @property
    def kind(self) -> Kind:
        """Which kind this is."""
        return Kind.CASH_ENTRY

    def with_customer(self, customer: str) -> Self:  # noqa: ARG002 - part of the Body protocol
        """Return itself: a cash book entry belongs to no customer."""
        return self
