"""An adjustment of one open AR document against a ledger code (ARSTPY adjustments)."""

import re
from dataclasses import dataclass, replace
from typing import Self

from agent.domain.kinds.base import Kind, target
from agent.domain.money import Money

_ADJUSTMENT = re.compile(r"\.[A-Z]?A$")


def is_adjustment(reference: str) -> bool:
    """Return whether a reference is that of an adjustment: it ends with ``.A``, or ``.RA`` for a reversal.

    Adjustments stand among the receipts in SYSPRO and move no money; they are told apart by their references.
    """
    return bool(_ADJUSTMENT.search(reference))


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What moves the balance of one open document, with the ledger code on the other side.

    A positive value raises what the customer owes (debit receivables, credit the ledger code); so it closes a credit
    note or money on account.
    """

    reference: str = target(
        "Reference", "Our reference, ending with .A or .RA; SYSPRO is searched by it.", length=30, required=True
    )
    value: Money = target("AdjustmentValue", "Signed: + the customer owes more; never zero.", required=True)
    ledger_code: str = target(
        "AdjustmentLedgerCode", "Ledger code.", length=35, required=True, table="GenMaster", fixed=True
    )
    transaction_type: str = target(
        "TransactionType",
        "Type of the document: I invoice, C credit note, D debit note.",
        length=1,
        required=True,
        fixed=True,
    )
    invoice: str = target("Invoice", "Number of the open document.", length=20, default="", fixed=True)
    customer: str = target(
        "Customer", "SYSPRO customer; the one linked to the payer when empty.", length=15, default="", fixed=True
    )
    notation: str = target("JournalNotation", "Text on the journal.", length=50, default="")
    posting_period: str = target(
        "PostingPeriod", "C current, P previous, B before previous.", length=1, default="C", choices="C P B"
    )
    ignore_warnings: str = target(
        "IgnoreWarnings", "N warnings are errors, Y they are dropped.", length=1, default="N", choices="N Y"
    )

    @property
    def kind(self) -> Kind:
        """Which kind this is."""
        return Kind.ADJUSTMENT

    def with_customer(self, customer: str) -> Self:
        """Return the same adjustment on the account of ``customer``."""
        return replace(self, customer=customer)
