"""SORTIC: invoice orders that are ready, and credit notes (reference, section 2.2)."""

from connectors.sandbox.syspro import xmlout
from connectors.sandbox.syspro.books import Books
from connectors.sandbox.syspro.calls import BusinessObject, Call, Outcome
from connectors.sandbox.syspro.fields import Fields
from connectors.sandbox.syspro.invoicing import CREDIT, billable_lines, invoice_order
from connectors.sandbox.syspro.made_up import made_up
from connectors.sandbox.syspro.order_header import needed_order
from connectors.sandbox.syspro.periods import Period, posting_period
from connectors.sandbox.syspro.postings import run_posting
from connectors.sandbox.syspro.xmlin import Element

ROOT = "postsalesorderinvoice"
VERSION = "7.0.089"
"""Version of the object; made up."""


def run(call: Call, books: Books) -> str:
    """Invoice every order named and answer with the invoice numbers."""
    return run_posting(
        call,
        books,
        (ROOT, VERSION),
        lambda: posting_period(call, books),
        lambda item, period: _post(call, books, item, period),
    )


def _post(call: Call, books: Books, item: Element, period: Period) -> Outcome:
    fields, parameters = Fields(item), Fields(call.parameters)
    order = needed_order(books, fields)
    day = parameters.day("InvoiceDate", books.today())
    kind = parameters.choice("OrderType", "ICD", "C" if order.text("DocumentType") == CREDIT else "I")
    fields.found.extend(parameters.found)
    number, status = order.text("SalesOrder"), order.text("OrderStatus")
    if (kind == "C") != (order.text("DocumentType") == CREDIT):
        fields.refuse("SalesOrder", made_up("wrong_document", number, order.text("DocumentType")))
    if status != "8":
        fields.refuse("SalesOrder", made_up("wrong_status", number, status, "8"))
    elif not billable_lines(books, order):
        fields.refuse("SalesOrder", made_up("nothing_to_invoice", number))
    fields.stop()
    invoice = invoice_order(books, order, day, period, call.operator)
    key = xmlout.leaves((("SalesOrder", number), ("InvoiceNumber", invoice)))
    return Outcome(xmlout.node("Key", key))


OBJECT = BusinessObject("SORTIC", ("Transaction/Post",), run)
