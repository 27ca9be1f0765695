"""Rows about money that moved: payments on accounts, the bank that took them, and entries of the general ledger."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """What a payment, or another movement, did to one document of a customer's account (ArInvoicePay).

    Attributes:
        customer: Customer as stored.
        invoice: Document as stored; ``_CRDxx`` for money on account.
        document_type: Type of the document: I, C or D.
        entry: Number of the movement on the document.
        movement: TrnType; that P is a payment is the setting ``receipts.payment_types``.
        paid_on: JournalDate.
        year: Receivables year.
        month: Receivables month.
        journal: Receivables journal.
        reference: Reference.
        value: TrnValue; its sign is the setting ``receipts.rows_negative``.
        post_value: PostValue; which of both counts is the setting ``receipts.value_column``.
        currency: SYSPRO's code.
        branch: Branch.
    """

    customer: str
    invoice: str
    document_type: str
    entry: int
    movement: str
    paid_on: date | None
    year: int
    month: int
    journal: int
    reference: str
    value: Decimal
    post_value: Decimal
    currency: str
    branch: str


@dataclass(frozen=True, slots=True)
class BankedRow:
    """The bank that took what was paid on one document (CshArPayments).

    Attributes:
        customer: Customer as stored.
        invoice: Document as stored.
        journal: Journal; whether it is the receivables' own number is not known.
        bank: Bank.
        banked_on: CbTrnDate.
        value: GrossPayment.
    """

    customer: str
    invoice: str
    journal: int
    bank: str
    banked_on: date | None
    value: Decimal


@dataclass(frozen=True, slots=True)
class LedgerEntryRow:
    """An entry of the general ledger (GenJournalDetail).

    Attributes:
        year: Ledger year.
        period: Ledger period.
        journal: Journal.
        entry: Number of the entry.
        ledger_code: Ledger code.
        reference: Reference.
        value: EntryValue in local currency; positive is a debit (inferred).
        currency_value: CurrencyValue, in ``currency``.
        currency: PostCurrency; empty for the company's own.
        source: Where it comes from: AR receivables, SA sales, CS cash book and others.
        dated_on: DocumentDate.
        own_journal: SubModJournal: the module's own journal; 0 for none.
    """

    year: int
    period: int
    journal: int
    entry: int
    ledger_code: str
    reference: str
    value: Decimal
    currency_value: Decimal
    currency: str
    source: str
    dated_on: date | None
    own_journal: int
