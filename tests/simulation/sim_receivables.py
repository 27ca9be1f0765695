"""Receivables of the simulated SYSPRO: open documents, orders that get invoiced, and what may not be done with them."""

import zlib
from dataclasses import dataclass, replace

from agent.domain.errors import NeedsPerson
from agent.domain.facts import ErpOrder, OpenInvoice
from agent.domain.kinds import Kind
from agent.domain.money import Money
from tests.simulation.faults import problem

_HOUR_S = 3600


@dataclass
class Order:
    """An order: when the warehouse ships and invoices it (`None`: never), and what became of it."""

    number: str
    customer: str
    value: Money
    ships_at: int | None
    invoice: str = ""
    cancelled: bool = False


class Receivables:
    """Open documents by type and number, each as `OpenInvoice`; a balance above zero is owed by the customer."""

    def __init__(self, wrongs):
        self.documents = {}
        self.orders = {}
        self.credited = {}
        self._wrongs = wrongs
        self._does = {
            Kind.SALES_ORDER: self._order,
            Kind.RECEIPT: self._receipt,
            Kind.AR_DOCUMENT: self._ar_document,
            Kind.ADJUSTMENT: self._adjustment,
            Kind.INVOICE_CREDIT: self._invoice_credit,
            Kind.ORDER_INVOICE: self._order_invoice,
            Kind.ORDER_CANCEL: self._order_cancel,
        }

    def check(self, body):
        """Refuse what SYSPRO would refuse; whatever was lost, it would come to nothing."""
        if body.kind is Kind.ORDER_CANCEL and self.orders[body.sales_order].invoice:
            raise NeedsPerson(problem("the order is invoiced"))
        for number, kind, value in _allocated(body):
            document = self.documents.get((kind, number))
            if document is None:
                self._wrongs.append(f"{body.reference} pays {kind} {number!r}, which does not exist.")
                raise NeedsPerson(problem("no such document"))
            if kind == "C" and (document.balance + value).minor > 0:
                raise NeedsPerson(problem("not so much is open"))

    def commit(self, key, body, now):
        """Do what the document does to the customer's account."""
        does = self._does.get(body.kind)
        if does is not None:
            does(key, body, now)

    def ship(self, now):
        """Invoice what the warehouse has shipped by now; every other time the money on account pays it at once."""
        for order in self.orders.values():
            if order.invoice or order.cancelled or order.ships_at is None or order.ships_at > now:
                continue
            order.invoice = f"INV{order.number}"
            self._open(order.customer, order.invoice, "I", order.value)
            if zlib.crc32(order.invoice.encode()) % 2:
                self._pay_from_account(order)

    def order(self, number):
        order = self.orders.get(number)
        status = "9" if order and order.invoice else "1"
        return order and ErpOrder(number, status, order.customer, order.invoice, cancelled=order.cancelled)

    def order_invoices(self, number):
        order = self.orders.get(number)
        return (self.documents["I", order.invoice],) if order and order.invoice else ()

    # -- what documents do

    def _order(self, key, body, now):
        drawn = zlib.crc32(body.reference.encode())
        self.orders[key] = Order(
            key, body.customer, body_total(body), now + drawn % 7**2 * _HOUR_S if drawn % 3 else None
        )

    def _receipt(self, key, body, _):
        for number, kind, value in _allocated(body):
            self._move(kind, number, value)
        if body.unapplied:
            self._open(body.customer, f"_CRD{key}", "C", -body.unapplied)

    def _ar_document(self, key, body, _):
        value = -body.value if body.transaction_type == "C" else body.value
        self._open(body.customer, key, body.transaction_type, value)

    def _adjustment(self, _, body, __):
        self._move(body.transaction_type, body.invoice, body.value)

    def _invoice_credit(self, key, body, _):
        if body.invoice in {invoice for invoice, _ in self.credited.values()}:
            self._wrongs.append(f"{body.reference} takes invoice {body.invoice} back once more.")
        self.credited[key] = (body.invoice, body.customer)

    def _order_invoice(self, key, body, _):
        invoice, customer = self.credited[body.sales_order]
        self._open(customer, key, "C", -self.documents["I", invoice].value)

    def _order_cancel(self, _, body, __):
        self.orders[body.sales_order].cancelled = True

    def _open(self, customer, number, kind, balance):
        zero = Money.zero(balance.currency)
        self.documents[kind, number] = OpenInvoice(customer, number, kind, balance, abs_of(balance), zero)

    def _move(self, kind, number, value):
        document = self.documents[kind, number]
        self.documents[kind, number] = replace(document, balance=document.balance + value)

    def _pay_from_account(self, order):
        for (kind, number), document in list(self.documents.items()):
            invoice = self.documents["I", order.invoice]
            same = document.customer == order.customer and document.balance.currency == order.value.currency
            if kind == "C" and number.startswith("_CRD") and same and document.value == order.value and invoice.balance:
                value = min(-document.balance, invoice.balance, key=lambda money: money.minor)
                self._move("C", number, value)
                self._move("I", order.invoice, -value)


def _allocated(body):
    """Yield number, type and the change of the balance for each document that a receipt or adjustment moves."""
    if body.kind is Kind.RECEIPT:
        for part in body.allocations:
            yield part.invoice, part.document_type, -part.value
    if body.kind is Kind.ADJUSTMENT:
        yield body.invoice, body.transaction_type, body.value


def body_total(order):
    """Return what the lines of an order come to."""
    values = [
        (line.value or Money.from_decimal(line.price * line.quantity, _CURRENCIES[order.currency]))
        - (line.discount or Money.zero(_CURRENCIES[order.currency]))
        for line in order.lines
    ]
    return sum(values[1:], values[0])


#: SYSPRO currency -> Stripe currency.
_CURRENCIES = {"USD": "usd", "EUR": "eur", "YEN": "jpy"}


def abs_of(money):
    return -money if money.minor < 0 else money
