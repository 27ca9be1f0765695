"""SYSPRO as a preview meets it: read as it is, with what would have been posted by now; nothing is ever sent."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from agent.domain.attempts import Discrepancy, ErpRow
from agent.domain.clearing import ClearingAccount
from agent.domain.documents import Document
from agent.domain.errors import Exchange
from agent.domain.facts import (
    ClearingRow,
    ErpCustomer,
    ErpOrder,
    InvoiceLine,
    OpenInvoice,
    OrderedLine,
    PeriodState,
    StockItem,
)
from agent.domain.kinds import Receipt
from agent.domain.lists import Known, Named, SiteList
from agent.domain.remainders import LedgerRow
from agent.ports import Accepted, ErpReader, ErpSession, ListReader
from agent.preview.notes import Notes, bounded
from connectors.syspro.composing import Composed, compose


@dataclass(slots=True)
class NotedTarget:
    """Where a preview's documents go (``agent.ports.DocumentTarget``, ``agent.ports.TargetSession``).

    Attributes:
        notes: What SYSPRO would have by now.
        erp: SYSPRO as it is, with the notes.
        composed: What would have been sent, by number of the document.
    """

    notes: Notes
    erp: "NotedReader"
    composed: dict[int, Composed] = field(default_factory=dict)

    @contextmanager
    def session(self) -> "Iterator[NotedTarget]":
        """Log on nowhere."""
        yield self

    def find(self, documents: Sequence[Document]) -> Mapping[int, tuple[ErpRow, ...]]:
        """Say that SYSPRO has none of them: a preview shows all of its stretch, whatever was posted before."""
        return dict.fromkeys((document.id for document in documents), ())

    def post(self, document: Document) -> Accepted:
        """Note what would be sent.

        Raises:
            NeedsPerson: When it cannot be written.
        """
        body = document.draft.body
        if isinstance(body, Receipt) and any(part.at_most for part in body.allocations):
            with self.erp.session() as session:
                body = bounded(body, session.ar_document)
            document = replace(document, draft=replace(document.draft, body=body))
        self.composed[document.id] = compose(document)
        return Accepted(self.notes.take(document), Exchange("", ""))

    def read_back(self, documents: Sequence[Document]) -> Mapping[int, tuple[Discrepancy, ...]]:
        """Find nothing different."""
        return dict.fromkeys((document.id for document in documents), ())


@dataclass(slots=True)
class NotedLists:
    """SYSPRO's lists with the customers that would have been made by now (``agent.ports.ListReader``).

    Attributes:
        real: SYSPRO's lists.
        notes: What SYSPRO would have by now.
    """

    real: ListReader
    notes: Notes

    def known(self, named: Sequence[Named]) -> Known:
        """Return what SYSPRO has of what is named, and what it would have."""
        made = {one.code for one in named if one.list is SiteList.CUSTOMERS and one.code in self.notes.customers}
        known = self.real.known([one for one in named if one.list is not SiteList.CUSTOMERS or one.code not in made])
        if SiteList.CUSTOMERS not in known.codes:
            return known
        return replace(known, codes={**known.codes, SiteList.CUSTOMERS: {*known.codes[SiteList.CUSTOMERS], *made}})


@dataclass(slots=True)
class NotedReader:
    """SYSPRO as it is, with what would have been posted by now (``agent.ports.ErpReader``).

    Attributes:
        real: SYSPRO's rows; nothing is changed there.
        notes: What SYSPRO would have by now.
    """

    real: ErpReader
    notes: Notes

    @contextmanager
    def session(self) -> "Iterator[NotedSession]":
        """Open a reading session and close it at the end."""
        with self.real.session() as session:
            yield NotedSession(session, self.notes)


@dataclass(frozen=True, slots=True)
class NotedSession:
    """One session (``agent.ports.ErpSession``); what the notes do not have SYSPRO answers."""

    real: ErpSession
    notes: Notes

    def customer(self, code: str) -> ErpCustomer | None:
        """Return the customer with this stored code."""
        return self.notes.customers.get(code) or self.real.customer(code)

    def customers_by_email(self, email: str) -> Sequence[ErpCustomer]:
        """Return the customers with this e-mail address."""
        own = [one for one in self.notes.customers.values() if email and one.email.lower() == email.lower()]
        return [*self.real.customers_by_email(email), *own]

    def customers_by_tax_number(self, number: str) -> Sequence[ErpCustomer]:
        """Return the customers with this company tax number."""
        own = [one for one in self.notes.customers.values() if number and one.company_tax_number == number]
        return [*self.real.customers_by_tax_number(number), *own]

    def stock(self, codes: Sequence[str]) -> Mapping[str, StockItem]:
        """Return those of ``codes`` that exist."""
        return self.real.stock(codes)

    def stock_like(self, code: str) -> Sequence[str]:
        """Return stock codes that begin like ``code``."""
        return self.real.stock_like(code)

    def open_invoice(self, number: str) -> OpenInvoice | None:
        """Return the AR document with this stored number if it has a balance left."""
        return next(iter(self._left([self.notes.document(number) or self.real.open_invoice(number)])), None)

    def open_invoices(self, customer: str) -> Sequence[OpenInvoice]:
        """Return the invoices of a customer that have something left open."""
        return self._left(self.real.open_invoices(customer))

    def open_invoices_of_order(self, purchase_order: str) -> Sequence[OpenInvoice]:
        """Return the open invoices with this purchase order of the customer."""
        return self._left(self.real.open_invoices_of_order(purchase_order))

    def booked_on(self, reference: str) -> str:
        """Return the customer on whose account a receipt with this reference stands in SYSPRO."""
        return self.real.booked_on(reference)

    def taken_from(self, references: Sequence[str]) -> str:
        """Return the document that money with one of these references was taken out of in SYSPRO."""
        return self.real.taken_from(references)

    def find(self, documents: Sequence[Document]) -> Mapping[int, tuple[ErpRow, ...]]:
        """Say that SYSPRO has none of them, as :meth:`NotedTarget.find` does."""
        return dict.fromkeys((document.id for document in documents), ())

    def order(self, number: str) -> ErpOrder | None:
        """Return the sales order with this number."""
        return self.notes.order(number) or self.real.order(number)

    def orders(self, numbers: Sequence[str]) -> Sequence[ErpOrder]:
        """Return those of the sales orders with these numbers that exist."""
        own = [order for number in numbers if (order := self.notes.order(number)) is not None]
        others = [number for number in numbers if self.notes.order(number) is None]
        return [*own, *(self.real.orders(others) if others else ())]

    def order_invoices(self, number: str) -> Sequence[OpenInvoice]:
        """Return the invoices of the sales order with this number."""
        if self.notes.order(number) is not None:
            return self.notes.order_invoices(number)
        return [self.notes.seen(found) for found in self.real.order_invoices(number)]

    def invoice_lines(self, invoice: OpenInvoice) -> Sequence[InvoiceLine]:
        """Return the lines of an invoice of SYSPRO's; one of the preview has no numbers that a refund could name."""
        return [] if self.notes.document(invoice.invoice) is not None else self.real.invoice_lines(invoice)

    def ordered_lines(self, number: str) -> Sequence[OrderedLine]:
        """Return the open lines of an order, of the preview's own as it would send them."""
        return self.notes.ordered_lines(number) if self.notes.order(number) else self.real.ordered_lines(number)

    def on_account(self, reference: str, customer: str) -> OpenInvoice | None:
        """Return the document on account that a receipt made, with what is left of it."""
        found = self.notes.on_account(reference)
        return found if found is not None else self.real.on_account(reference, customer)

    def ar_document(self, customer: str, invoice: str, document_type: str) -> OpenInvoice | None:
        """Return one document of a customer's account."""
        own = self.notes.document(invoice) or self.notes.credit_note(invoice, self.ar_document)
        if own is not None:
            return own
        found = self.real.ar_document(customer, invoice, document_type)
        return self.notes.seen(found) if found is not None else None

    def local_currency(self) -> str:
        """Return Stripe's code of the company's own currency."""
        return self.real.local_currency()

    def periods(self) -> PeriodState:
        """Return which months are open."""
        return self.real.periods()

    def clearing_rows(self, ledger_codes: Mapping[str, str]) -> Sequence[ClearingRow]:
        """Return what SYSPRO itself has."""
        return self.real.clearing_rows(ledger_codes)

    def ledger_rows(self, ledger_codes: Sequence[str]) -> Sequence[LedgerRow]:
        """Return what SYSPRO itself has."""
        return self.real.ledger_rows(ledger_codes)

    def clearing(self, ledger_codes: Mapping[str, str]) -> Mapping[str, ClearingAccount]:
        """Return what SYSPRO itself has."""
        return self.real.clearing(ledger_codes)

    def _left(self, found: Sequence[OpenInvoice | None]) -> list[OpenInvoice]:
        seen = [self.notes.seen(one) for one in found if one is not None]
        return [one for one in seen if one.balance]
