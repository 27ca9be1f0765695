"""What SYSPRO says, read out of the SYSPRO sandbox's file. Knows nothing of the product: see `tests/house/layers.py`.

SYSPRO's tables keep values with two decimals, the sandbox's file as whole hundredths.
"""

import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field


@dataclass(frozen=True)
class LedgerRow:
    """One line of GenJournalDetail; values in hundredths."""

    reference: str
    code: str
    local: int
    value: int
    currency: str
    source: str  # AR, SA, CS; empty for the ledger's own journals
    day: str
    journal: int  # SYSPRO numbers journals in the order in which they are posted
    invoice: str  # the receivables invoice that it comes from
    period: tuple[int, int]
    counts: bool


@dataclass(frozen=True)
class Receipt:
    """One row of ArInvoicePay; hundredths of the customer's currency."""

    reference: str
    customer: str
    invoice: str
    kind: str
    value: int
    currency: str
    day: str


@dataclass(frozen=True)
class Order:
    """One row of SorMaster."""

    number: str
    reference: str
    customer: str
    kind: str
    status: str
    cancelled: bool
    day: str


@dataclass(frozen=True)
class Document:
    """One row of ArInvoice; hundredths of the customer's currency."""

    number: str
    kind: str
    customer: str
    reference: str
    order: str
    value: int
    balance: int
    day: str


@dataclass
class Company:
    """The tables that our documents end in."""

    ledger: list[LedgerRow] = field(default_factory=list)
    receipts: list[Receipt] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)

    def trial_balance(self):
        """Zero, or the ledger is broken."""
        return sum(row.local for row in self.ledger)

    def month(self, period):
        """Ledger code -> local value of everything in one ledger period."""
        sums = Counter()
        for row in self.ledger:
            if row.period == period:
                sums[row.code] += row.local
        return {code: value for code, value in sums.items() if value}


def read_company(path):
    """Read the file of a SYSPRO sandbox."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        return Company(
            ledger=[
                LedgerRow(*_plain(row[:9]), period=(row[9], row[10]), counts=row[11] == "Y")
                for row in db.execute(
                    "SELECT Reference, GlCode, EntryValue, CurrencyValue, PostCurrency, Source, DocumentDate,"
                    " Journal, SubModArInvoice, GlYear, GlPeriod, EntryPosted FROM GenJournalDetail"
                )
            ],
            receipts=[
                Receipt(*_plain(row))
                for row in db.execute(
                    "SELECT Reference, Customer, Invoice, DocumentType, PostValue, PostCurrency, JournalDate"
                    " FROM ArInvoicePay WHERE TrnType = 'P'"
                )
            ],
            orders=[
                Order(*_plain(row[:5]), cancelled=row[5] == "Y", day=row[6])
                for row in db.execute(
                    "SELECT SalesOrder, CustomerPoNumber, Customer, DocumentType, OrderStatus, CancelledFlag, OrderDate"
                    " FROM SorMaster"
                )
            ],
            documents=[
                Document(*_plain(row))
                for row in db.execute(
                    "SELECT Invoice, DocumentType, Customer, CustomerPoNumber, SalesOrder, CurrencyValue, InvoiceBal1,"
                    " InvoiceDate FROM ArInvoice"
                )
            ],
        )


def _plain(row):
    """Without the blanks that SYSPRO pads with."""
    return [value.strip() if isinstance(value, str) else value for value in row]
