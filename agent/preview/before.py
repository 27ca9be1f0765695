"""SYSPRO as it was before people posted receipts: what they took from an invoice is open again.

A shadow month decides about money that somebody has booked by now; the invoices it paid are closed today, and the
agent would find nothing to pay.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from agent.domain.attempts import ErpRow
from agent.domain.clearing import ClearingAccount
from agent.domain.documents import Document
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
from agent.domain.fitting import bare_key
from agent.domain.money import Money
from agent.domain.remainders import LedgerRow
from agent.ports import ErpReader, ErpSession

#: Customer, number and type of a document as stored -> what was paid on it.
Paid = Mapping[tuple[str, str, str], Money]


@dataclass(frozen=True, slots=True)
class EarlierReader:
    """SYSPRO without some receipts (``agent.ports.ErpReader``).

    Attributes:
        real: SYSPRO's rows.
        paid: What the receipts took from each document.
        purchase_orders: Number of a document as stored -> the customer's purchase order on it.
    """

    real: ErpReader
    paid: Paid
    purchase_orders: Mapping[str, str]

    @contextmanager
    def session(self) -> "Iterator[EarlierSession]":
        """Open a reading session and close it at the end."""
        with self.real.session() as session:
            yield EarlierSession(session, self.paid, self.purchase_orders)


@dataclass(frozen=True, slots=True)
class EarlierSession:
    """One session (``agent.ports.ErpSession``); what is no balance is as it is."""

    real: ErpSession
    paid: Paid
    purchase_orders: Mapping[str, str]

    def customer(self, code: str) -> ErpCustomer | None:
        """Return the customer with this stored code."""
        return self.real.customer(code)

    def customers_by_email(self, email: str) -> Sequence[ErpCustomer]:
        """Return the customers with this e-mail address."""
        return self.real.customers_by_email(email)

    def customers_by_tax_number(self, number: str) -> Sequence[ErpCustomer]:
        """Return the customers with this company tax number."""
        return self.real.customers_by_tax_number(number)

    def stock(self, codes: Sequence[str]) -> Mapping[str, StockItem]:
        """Return those of ``codes`` that exist."""
        return self.real.stock(codes)

    def stock_like(self, code: str) -> Sequence[str]:
        """Return stock codes that begin like ``code``."""
        return self.real.stock_like(code)

    def open_invoice(self, number: str) -> OpenInvoice | None:
        """Return the invoice with this number if something of it was open."""
        found = self.real.open_invoice(number)
        if found is not None:
            return self._earlier(found)
        closed = [key for key in self.paid if key[2] == "I" and bare_key(key[1]) == bare_key(number)]
        return self._closed(closed[0]) if len(closed) == 1 else None

    def open_invoices(self, customer: str) -> Sequence[OpenInvoice]:
        """Return the invoices of a customer that had something open."""
        found = self.real.open_invoices(customer)
        return self._with_closed(found, [key for key in self.paid if key[0] == customer and key[2] == "I"])

    def open_invoices_of_order(self, purchase_order: str) -> Sequence[OpenInvoice]:
        """Return the invoices with this purchase order that had something open."""
        found = self.real.open_invoices_of_order(purchase_order)
        wanted = purchase_order.strip()
        closed = [key for key in self.paid if key[2] == "I" and self.purchase_orders.get(key[1], "") == wanted]
        return self._with_closed(found, closed)

    def booked_on(self, reference: str) -> str:
        """Return nothing: no receipt of the days is there yet."""
        del reference
        return ""

    def taken_from(self, references: Sequence[str]) -> str:
        """Return the document that money with one of these references was taken out of."""
        return self.real.taken_from(references)

    def order(self, number: str) -> ErpOrder | None:
        """Return the sales order with this number."""
        return self.real.order(number)

    def orders(self, numbers: Sequence[str]) -> Sequence[ErpOrder]:
        """Return those of the sales orders with these numbers that exist."""
        return self.real.orders(numbers)

    def order_invoices(self, number: str) -> Sequence[OpenInvoice]:
        """Return the invoices of the sales order with this number."""
        return [self._earlier(found) for found in self.real.order_invoices(number)]

    def invoice_lines(self, invoice: OpenInvoice) -> Sequence[InvoiceLine]:
        """Return the lines of an invoice."""
        return self.real.invoice_lines(invoice)

    def ordered_lines(self, number: str) -> Sequence[OrderedLine]:
        """Return the open lines of an order."""
        return self.real.ordered_lines(number)

    def on_account(self, reference: str, customer: str) -> OpenInvoice | None:
        """Return the document on account that a receipt made."""
        return self.real.on_account(reference, customer)

    def ar_document(self, customer: str, invoice: str, document_type: str) -> OpenInvoice | None:
        """Return one document of a customer's account."""
        found = self.real.ar_document(customer, invoice, document_type)
        return None if found is None else self._earlier(found)

    def find(self, documents: Sequence[Document]) -> Mapping[int, tuple[ErpRow, ...]]:
        """Return the rows that carry the documents' references."""
        return self.real.find(documents)

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

    def _with_closed(self, found: Sequence[OpenInvoice], keys: Sequence[tuple[str, str, str]]) -> list[OpenInvoice]:
        known = {(one.customer, one.invoice, one.document_type) for one in found}
        closed = (self._closed(key) for key in keys if key not in known)
        earlier = [*map(self._earlier, found), *(one for one in closed if one is not None)]
        return sorted(earlier, key=lambda one: (one.customer, one.invoice))

    def _closed(self, key: tuple[str, str, str]) -> OpenInvoice | None:
        found = self.real.ar_document(*key)
        if found is None:
            return None
        earlier = self._earlier(found)
        return replace(earlier, purchase_order=self.purchase_orders.get(key[1], "")) if earlier.balance else None

    def _earlier(self, found: OpenInvoice) -> OpenInvoice:
        paid = self.paid.get((found.customer, found.invoice, found.document_type))
        if paid is None or paid.currency != found.balance.currency:
            return found
        return replace(found, balance=found.balance + paid)
