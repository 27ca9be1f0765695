"""What SYSPRO would have by now: the documents that a preview has sent to nobody.

Keys that SYSPRO has yet to give begin with ``~``. It is assumed that SYSPRO invoices an order with what was paid for
it, and that what its lines leave over is tax; what it really reckons is known only there.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import count

from agent.domain.cases.credit import split
from agent.domain.cases.original import Original
from agent.domain.documents import Document
from agent.domain.facts import ErpCustomer, ErpOrder, OpenInvoice, OrderedLine
from agent.domain.kinds import (
    Adjustment,
    Allocation,
    ArDocument,
    Body,
    CreditNote,
    CreditNoteLine,
    Customer,
    InvoiceCredit,
    Kind,
    OrderCancel,
    OrderInvoice,
    Receipt,
    SalesOrder,
)
from agent.domain.money import Money

#: What the number of a document on account begins with.
_ON_ACCOUNT = "_CRD~"

#: Letter of the keys of a kind; other kinds have that of a journal.
_LETTERS = {
    Kind.CUSTOMER: "C",
    Kind.SALES_ORDER: "O",
    Kind.ORDER_INVOICE: "I",
    Kind.AR_DOCUMENT: "D",
    Kind.RECEIPT: "R",
    Kind.INVOICE_CREDIT: "N",
    Kind.CREDIT_NOTE: "N",
}

#: Customer, number and type of a document -> the document, ``None`` where there is none.
OpenOf = Callable[[str, str, str], OpenInvoice | None]

_OPEN, _COMPLETE = "1", "9"


@dataclass(frozen=True, slots=True)
class _Sold:
    """What was paid for an order, what its lines come to before tax, and those lines."""

    paid: Money
    net: Money
    lines: tuple[OrderedLine, ...] = ()


@dataclass(frozen=True, slots=True)
class _Credited:
    """A credit note that is a sales order: over how much, of which invoice, or before tax by its lines."""

    customer: str
    value: Money
    invoice: str = ""
    net: Decimal = Decimal(0)

    def tax(self, open_of: OpenOf) -> Money | None:
        """Return the tax that SYSPRO is assumed to reckon; ``None`` where that of the invoice is not known."""
        if not self.invoice:
            return self.value - Money.from_decimal(_cents(self.net), self.value.currency)
        invoice = open_of(self.customer, self.invoice, "I")
        return None if invoice is None else split(Original("posted", invoices=(invoice,)), self.value)[1]


@dataclass(slots=True)
class Notes:
    """The notes of one preview."""

    customers: dict[str, ErpCustomer] = field(default_factory=dict)
    _orders: dict[str, ErpOrder] = field(default_factory=dict)
    _sold: dict[str, _Sold] = field(default_factory=dict)
    _documents: dict[str, OpenInvoice] = field(default_factory=dict)
    _order_invoices: dict[str, list[str]] = field(default_factory=dict)
    _credits: dict[str, _Credited] = field(default_factory=dict)
    _on_account: dict[str, str] = field(default_factory=dict)
    _taken: dict[tuple[str, str], Money] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def take(self, document: Document) -> str:
        """Note a document that would have been posted, and return its key."""
        body = document.draft.body
        key = f"~{_LETTERS.get(body.kind, 'J')}{next(self._numbers):06}"
        match body:
            case Customer():
                key = self._customer(body, key)
            case SalesOrder():
                self._orders[key] = ErpOrder(key, _OPEN, body.customer)
                if document.draft.amount is not None:
                    self._sold[key] = _sold(body, document.draft.amount)
            case OrderInvoice() if body.order_type != "C":
                self._invoice(body, key)
            case OrderCancel() if body.lines:
                self._cancel_lines(body, document.draft.amount)
            case OrderCancel() if body.sales_order in self._orders:
                self._orders[body.sales_order] = replace(self._orders[body.sales_order], cancelled=True)
            case ArDocument():
                self._ar_document(body, key)
            case Receipt():
                self._receipt(body)
            case Adjustment():
                self._move(body.customer, body.invoice, body.value)
            case _:
                self._credit(body, key, document.draft.amount)
        return key

    # -- what SYSPRO would say

    def order(self, number: str) -> ErpOrder | None:
        """Return an order of ours."""
        return self._orders.get(number)

    def order_invoices(self, number: str) -> tuple[OpenInvoice, ...]:
        """Return the invoices of an order of ours."""
        return tuple(self._documents[invoice] for invoice in self._order_invoices.get(number, ()))

    def document(self, number: str) -> OpenInvoice | None:
        """Return a document on a customer's account of ours."""
        return self._documents.get(number)

    def credit_note(self, number: str, open_of: OpenOf) -> OpenInvoice | None:
        """Return the number's credit note that is a sales order, of those that were invoiced here."""
        made = self._credits.get(number)
        if made is None:
            return None
        nothing = Money.zero(made.value.currency)
        return OpenInvoice(made.customer, number, "C", nothing, value=made.value, tax=made.tax(open_of))

    def ordered_lines(self, number: str) -> list[OrderedLine]:
        """Return the lines of an order of ours that are not cancelled; SYSPRO numbers them as they were sent."""
        sold = self._sold.get(number)
        return [] if sold is None else list(sold.lines)

    def on_account(self, reference: str) -> OpenInvoice | None:
        """Return what is left on account of a receipt of ours; ``None`` for nothing."""
        left = self._documents.get(self._on_account.get(reference, ""))
        return left if left is not None and left.balance else None

    def seen(self, found: OpenInvoice) -> OpenInvoice:
        """Return a document of SYSPRO's with what our receipts would have taken from it."""
        taken = self._taken.get((found.customer, found.invoice))
        return found if taken is None else replace(found, balance=found.balance + taken)

    # -- what a document does

    def _customer(self, body: Customer, key: str) -> str:
        code = body.code or key
        number, status = body.company_tax_number, body.tax_status or "N"
        self.customers[code] = ErpCustomer(code, body.name, body.email, body.currency, number, tax_status=status)
        return code

    def _invoice(self, body: OrderInvoice, key: str) -> None:
        order, sold = self._orders.get(body.sales_order), self._sold.get(body.sales_order)
        if order is None or sold is None:
            return
        paid, tax = sold.paid, sold.paid - sold.net
        self._orders[body.sales_order] = replace(order, last_invoice=key, status=_COMPLETE)
        self._documents[key] = OpenInvoice(order.customer, key, "I", paid, value=paid, tax=tax)
        self._order_invoices.setdefault(body.sales_order, []).append(key)

    def _credit(self, body: Body, key: str, amount: Money | None) -> None:
        """Note a credit note that is a sales order, a line of it, or its invoice."""
        match body:
            case InvoiceCredit() if amount is not None:
                self._move(body.customer, body.invoice, -amount)
                self._credits[key] = _Credited(body.customer, amount, body.invoice)
            case CreditNote() if amount is not None:
                self._credits[key] = _Credited(body.customer, amount)
            case CreditNoteLine() if body.credit_note in self._credits:
                made = self._credits[body.credit_note]
                self._credits[body.credit_note] = replace(made, net=made.net + body.price)
            case OrderInvoice() if body.sales_order in self._credits:
                self._credits[key] = self._credits[body.sales_order]

    def _cancel_lines(self, body: OrderCancel, amount: Money | None) -> None:
        """Take lines that were paid back off an order, with their tax."""
        sold = self._sold.get(body.sales_order)
        if sold is None or amount is None:
            return
        gone = [line for line in sold.lines if line.number in body.lines]
        net = Money.from_decimal(sum((line.net for line in gone), Decimal(0)), amount.currency)
        left = tuple(line for line in sold.lines if line not in gone)
        self._sold[body.sales_order] = _Sold(sold.paid - amount, sold.net - net, left)

    def _ar_document(self, body: ArDocument, key: str) -> None:
        value = -body.value if body.transaction_type == "C" else body.value
        tax = body.tax if body.tax is not None else Money.zero(body.value.currency)
        self._documents[key] = OpenInvoice(body.customer, key, body.transaction_type, value, value=body.value, tax=tax)

    def _receipt(self, body: Receipt) -> None:
        for part in body.allocations:
            self._move(body.customer, part.invoice, -part.value)
        if body.unapplied:
            number = f"{_ON_ACCOUNT}{next(self._numbers):06}"
            self._documents[number] = OpenInvoice(body.customer, number, "C", -body.unapplied)
            self._on_account[body.reference] = number

    def _move(self, customer: str, number: str, value: Money) -> None:
        own = self._documents.get(number)
        if own is not None:
            self._documents[number] = replace(own, balance=own.balance + value)
        elif number:
            key = (customer, number)
            self._taken[key] = self._taken[key] + value if key in self._taken else value


def _sold(order: SalesOrder, paid: Money) -> _Sold:
    lines = []
    for number, line in enumerate(order.lines, start=1):
        value = line.value or Money.from_decimal(_cents(line.quantity * line.price), paid.currency)
        net = value - line.discount if line.discount else value
        lines.append(OrderedLine(number, net.to_decimal(), line.tax_code))
    net = Money.from_decimal(sum((line.net for line in lines), Decimal(0)), paid.currency)
    return _Sold(paid, net, tuple(lines))


def _cents(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def bounded(receipt: Receipt, open_of: OpenOf) -> Receipt:
    """Return a receipt whose bounded allocations take no more than their documents have open, as the connector does."""
    return replace(receipt, allocations=tuple(_bounded(receipt, open_of)))


def _bounded(receipt: Receipt, open_of: OpenOf) -> Iterator[Allocation]:
    for part in receipt.allocations:
        if not part.at_most:
            yield part
            continue
        nothing = Money.zero(part.value.currency)
        found = open_of(receipt.customer, part.invoice, part.document_type) if part.invoice else None
        value = min(part.value, max(found.balance, nothing)) if found is not None else nothing
        if value:
            yield replace(part, value=value, at_most=False)
