"""Sales in the demo company, from the order to its credit: a stage for the tests of credits."""

from dataclasses import replace
from decimal import Decimal

from agent.domain.kinds import CreditNote, CreditNoteLine, InvoiceCredit, OrderCancel, OrderInvoice, OrderLine
from tests.contract.syspro import bodies
from tests.contract.syspro.conftest import document

DAY = "2023-11-14"
TITLE = "Refund to Ada Lovelace, 30.00 USD"


def sale(reference="ch_order_1", **changes):
    """An order that is ready to invoice; two lines and a freight are worth 30.86 + 10.00 + 5.00 before tax."""
    lines = (
        OrderLine("stock", stock_code="BOLT-M8X20", quantity=Decimal(2), uom="EA", price=Decimal("15.43")),
        OrderLine(
            "non_stock", stock_code="SERVICE", description="Fitting", quantity=Decimal(1), uom="EA",
            price=Decimal(10), product_class="WEB", not_taxable=True,
        ),
        OrderLine("freight", freight_value=bodies.usd(500), not_taxable=True),
    )  # fmt: skip
    return bodies.order(reference, **({"lines": lines, "order_status": "8"} | changes))


def order_invoice(sales_order, order_type="I", **changes):
    return OrderInvoice(
        **({"reference": "re_1.I", "date": DAY, "order_type": order_type} | changes), sales_order=sales_order
    )


def invoice_credit(invoice, **changes):
    filled = {"reference": "re_1", "invoice": invoice, "date": DAY, "customer": bodies.CUSTOMER, "credit_reason": "RET"}
    return InvoiceCredit(**(filled | changes))


def credit_note(**changes):
    filled = {"reference": "re_1", "date": DAY, "customer": bodies.CUSTOMER, "branch": "10", "terms_code": "30"}
    return CreditNote(**(filled | changes))


def credit_line(note, **changes):
    filled = {"reference": "re_1.L", "stock_code": "REFUND", "price": Decimal("27.72"), "product_class": "WEB"}
    return CreditNoteLine(**(filled | changes), credit_note=note)


def cancel(sales_order, **changes):
    return OrderCancel(**({"reference": "re_1.X"} | changes), sales_order=sales_order)


class Counter:
    """Somebody at the agent's desk: posts, looks up and reads back, one document at a time."""

    def __init__(self, site, **changes):
        self._target = site.target(**changes)

    def post(self, body):
        """Return the document as posted."""
        posting = document(body, title=TITLE)
        with self._target.session() as session:
            return replace(posting, erp_key=session.post(posting).erp_key)

    def key(self, body):
        return self.post(body).erp_key

    def found(self, body):
        """Return the keys of what is found of a body."""
        with self._target.session() as session:
            return [row.key for row in session.find([document(body)])[1]]

    def rows(self, body):
        with self._target.session() as session:
            return session.find([document(body)])[1]

    def differences(self, posted):
        with self._target.session() as session:
            return session.read_back([posted])[posted.id]

    def codes(self, posted):
        return [found.code.removeprefix("read_back.") for found in self.differences(posted)]

    def invoiced(self, reference="ch_order_1", **changes):
        """Return order and invoice of a new sale."""
        order = self.key(sale(reference, **changes))
        return order, self.key(order_invoice(order))


def whole_credit(counter):
    order, invoice = counter.invoiced()
    return invoice_credit(invoice, sales_order=order)


def credit_by_lines(counter):
    return replace(whole_credit(counter), lines=(1, 3))


def note_to_post(_counter):
    return credit_note()


def line_to_post(counter):
    return credit_line(counter.key(credit_note()), credit_reason="RET")


def invoice_to_post(counter):
    return order_invoice(counter.key(sale()))


def credit_invoice_to_post(counter):
    return order_invoice(counter.key(whole_credit(counter)), "C")


def cancel_to_post(counter):
    return cancel(counter.key(sale()))


def line_cancel_to_post(counter):
    return cancel(counter.key(sale()), lines=(1, 3))


def change(site, table, key, **columns):
    with site.sandbox.locked():
        site.sandbox.service.books.update(table, key, columns)
