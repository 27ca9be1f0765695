"""Ports to the outside world: Stripe, SYSPRO, time and secrets.

Every implementation converts its library's errors into ``agent.domain.errors`` at its own boundary; each method may
raise ``Transient``, ``Misconfigured`` or ``NeedsPerson`` unless it says otherwise.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from agent.domain.attempts import Discrepancy, ErpRow
from agent.domain.clearing import ClearingAccount
from agent.domain.documents import Document
from agent.domain.errors import Exchange
from agent.domain.events import BalanceTransaction, Event, Subject
from agent.domain.facts import (
    ClearingRow,
    ErpCustomer,
    ErpOrder,
    InvoiceLine,
    OpenInvoice,
    OrderedLine,
    PeriodState,
    StockItem,
    StripeFacts,
)
from agent.domain.money import Money
from agent.domain.remainders import LedgerRow


class Clock(Protocol):
    """Where time comes from."""

    def now(self) -> int:
        """Return the present moment, Unix seconds UTC."""


class SecretStore(Protocol):
    """Where secrets live: the keyring, or an environment variable for headless use."""

    def get(self, name: str) -> str:
        """Return the secret of the setting ``name``; empty when there is none."""

    def set(self, name: str, value: str) -> None:
        """Keep ``value`` for the setting ``name``; an empty value forgets it."""


class EventSource(Protocol):
    """Stripe as a stream of notices."""

    def server_time(self) -> int:
        """Return Stripe's own time, Unix seconds UTC."""

    def events(self, since_at: int, until_at: int, types: Sequence[str]) -> Iterator[list[Event]]:
        """Yield pages of the events in ``[since_at, until_at)``; order inside the slice is not promised."""

    def backfill(self, since_at: int, until_at: int) -> Iterator[list[Event]]:
        """Yield made-up events for objects created in ``[since_at, until_at)``, listed by the object end-points.

        Used where the events themselves are gone (older than 30 days). Ids start with ``backfill_`` and are the same
        each time, so that listing twice adds nothing.
        """

    def balance_transactions(self, since_at: int, until_at: int) -> Iterator[list[BalanceTransaction]]:
        """Yield pages of all balance transactions created in ``[since_at, until_at)``."""

    def balance(self) -> dict[str, Money]:
        """Return Stripe's balance by currency: available, pending and reserved together."""


class ObjectReader(Protocol):
    """Stripe as it is now, re-read at our pinned API version."""

    def read(self, subject: Subject) -> StripeFacts | None:
        """Return what a decision about ``subject`` needs, or ``None`` when it leads to nothing that moves money.

        Raises:
            NeedsPerson: When the answer is not what Stripe documents; the message names the field.
        """


@dataclass(frozen=True, slots=True)
class Permission:
    """One right of the Stripe key, or one business object of SYSPRO, as a probe found it."""

    name: str
    """What was probed."""
    needed_for: str
    """What stops working without it."""
    granted: bool
    """Whether it answered."""
    message: str = ""
    """What it answered, in words; empty when all is well."""
    needed: bool = True
    """Whether the product needs it; what is granted and not needed makes a key too strong."""


class Probe(Protocol):
    """A live test of a connection.

    Attributes:
        system: Which system it tries: ``Stripe`` or ``SYSPRO``.
    """

    system: str

    def probe(self) -> Sequence[Permission]:
        """Try every right or object that the product uses; never changes anything."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """SYSPRO took the document.

    Attributes:
        erp_key: SYSPRO's key; empty where a clean import does not return one (it is looked up then).
        exchange: What was sent and received, secrets left out.
        warnings: What SYSPRO remarked.
    """

    erp_key: str
    exchange: Exchange
    warnings: tuple[str, ...] = ()


class TargetSession(Protocol):
    """One logon at SYSPRO, used for a batch."""

    def find(self, documents: Sequence[Document]) -> Mapping[int, tuple[ErpRow, ...]]:
        """Return, by document id, the SYSPRO rows that carry the document's reference, on whatever account they are.

        Empty means that SYSPRO has none. A document without an entry was not found where it was looked for, which does
        not prove that SYSPRO does not have it.
        """

    def post(self, document: Document) -> Accepted:
        """Send one document.

        Raises:
            Transient: Not delivered, so nothing was done.
            Unavailable: Session, seat, licence or period not available, so nothing was done.
            NeedsPerson: Refused, so nothing was done.
            InDoubt: Sent, but no answer that can be trusted.
        """

    def read_back(self, documents: Sequence[Document]) -> Mapping[int, tuple[Discrepancy, ...]]:
        """Read what was written and compare; a document that agrees has an empty tuple."""


class DocumentTarget(Protocol):
    """SYSPRO as the place where documents go."""

    def session(self) -> AbstractContextManager[TargetSession]:
        """Log on, alone, and log off at the end.

        Raises:
            Unavailable: When no seat is free.
            Misconfigured: When operator, password or company are refused.
        """


class ErpSession(Protocol):
    """One reading session at SYSPRO."""

    def customer(self, code: str) -> ErpCustomer | None:
        """Return the customer with exactly this stored code."""

    def customers_by_email(self, email: str) -> Sequence[ErpCustomer]:
        """Return the customers with this e-mail address, capitals ignored as far as SYSPRO can."""

    def customers_by_tax_number(self, number: str) -> Sequence[ErpCustomer]:
        """Return the customers with exactly this company tax number."""

    def stock(self, codes: Sequence[str]) -> Mapping[str, StockItem]:
        """Return those of ``codes`` that exist."""

    def stock_like(self, code: str) -> Sequence[str]:
        """Return stock codes that begin like ``code``, in no order; a good many at most, none where nothing does."""

    def open_invoice(self, number: str) -> OpenInvoice | None:
        """Return the AR document with this stored number if it has a balance."""

    def open_invoices(self, customer: str) -> Sequence[OpenInvoice]:
        """Return the invoices of a customer, as stored, that have something open, by number."""

    def open_invoices_of_order(self, purchase_order: str) -> Sequence[OpenInvoice]:
        """Return the open invoices with this purchase order of the customer, by customer and number."""

    def booked_on(self, reference: str) -> str:
        """Return the customer on whose account a receipt with this reference stands; empty for none."""

    def taken_from(self, references: Sequence[str]) -> str:
        """Return the document that money with one of these references was taken out of; empty for none."""

    def find(self, documents: Sequence[Document]) -> Mapping[int, tuple[ErpRow, ...]]:
        """Return the rows that carry the documents' references; see :meth:`TargetSession.find`."""

    def order(self, number: str) -> ErpOrder | None:
        """Return the sales order with this number, as stored or not, in whatever state it is."""

    def orders(self, numbers: Sequence[str]) -> Sequence[ErpOrder]:
        """Return those of the sales orders with these numbers that exist, in as few questions as it takes."""

    def order_invoices(self, number: str) -> Sequence[OpenInvoice]:
        """Return the invoices of the sales order with this number; a balance may be zero."""

    def invoice_lines(self, invoice: OpenInvoice) -> Sequence[InvoiceLine]:
        """Return the lines of an invoice that SYSPRO has; none where what they come to cannot be told."""

    def ordered_lines(self, number: str) -> Sequence[OrderedLine]:
        """Return the lines of a sales order that are not invoiced, as far as their value can be told."""

    def on_account(self, reference: str, customer: str) -> OpenInvoice | None:
        """Return the document on account (``_CRDxx``) that a receipt made, with what is left of it, a credit.

        Args:
            reference: Our reference of the receipt.
            customer: SYSPRO customer as stored.
        """

    def ar_document(self, customer: str, invoice: str, document_type: str) -> OpenInvoice | None:
        """Return one document of a customer's account; its balance may be zero, and is below zero for a credit.

        Args:
            customer: SYSPRO customer as stored.
            invoice: Its number, as stored or not.
            document_type: I, C or D.
        """

    def local_currency(self) -> str:
        """Return Stripe's code of the company's own currency.

        Raises:
            Misconfigured: When SYSPRO's code of it is in no table of ours.
        """

    def periods(self) -> PeriodState:
        """Return which months are open."""

    def clearing_rows(self, ledger_codes: Mapping[str, str]) -> Sequence[ClearingRow]:
        """Return every row of SYSPRO's that carries a reference of ours and moves a clearing account.

        Whoever posted them: receipts (also negative ones) of the receivables, and ledger rows of the clearing codes
        that no receipt repeats. A converted receipt counts with what it moved in the ledger.

        Args:
            ledger_codes: Settlement currency -> clearing ledger code.
        """

    def ledger_rows(self, ledger_codes: Sequence[str]) -> Sequence[LedgerRow]:
        """Return every row of the ledger on these codes, with its value in its own and in the company's currency."""

    def clearing(self, ledger_codes: Mapping[str, str]) -> Mapping[str, ClearingAccount]:
        """Return, by Stripe currency, the clearing ledger code: its balance in that currency, and whose entries it has.

        Args:
            ledger_codes: Settlement currency -> clearing ledger code; an empty code is left out.
        """


class ErpReader(Protocol):
    """SYSPRO as a source of facts: through e.net, or through SQL."""

    def session(self) -> AbstractContextManager[ErpSession]:
        """Open a reading session and close it at the end."""
