"""SORTOX: cancel orders or single lines (reference, section 2.2; the reply is inferred)."""

from connectors.sandbox.syspro import xmlout
from connectors.sandbox.syspro.allocation import release
from connectors.sandbox.syspro.books import Books, Record
from connectors.sandbox.syspro.calls import BusinessObject, Call, Outcome
from connectors.sandbox.syspro.fields import Fields
from connectors.sandbox.syspro.made_up import made_up
from connectors.sandbox.syspro.order_header import needed_order
from connectors.sandbox.syspro.orders import (
    CANCELLED,
    COMPLETE,
    cancel_order,
    is_invoiced,
    note_outstanding,
    outstanding_value,
)
from connectors.sandbox.syspro.postings import run_posting
from connectors.sandbox.syspro.xmlin import Element

ROOT = "postsalesordercancel"
VERSION = "7.0.014"
"""Version of the object; made up."""


def run(call: Call, books: Books) -> str:
    """Cancel every order or line named; a blank line is the whole order."""
    return run_posting(call, books, (ROOT, VERSION), lambda: None, lambda item, _none: _post(books, item))


def _post(books: Books, item: Element) -> Outcome:
    fields = Fields(item)
    order = needed_order(books, fields)
    number, status = order.text("SalesOrder"), order.text("OrderStatus")
    if status in {CANCELLED, COMPLETE, "*"}:
        fields.refuse("SalesOrder", made_up("order_not_open", number, status))
    fields.stop()
    if fields.has("SalesOrderLine"):
        _cancel_line(books, fields, order)
    else:
        cancel_order(books, order)
    shown = (("SalesOrder", number), ("SalesOrderLine", fields.text("SalesOrderLine")))
    return Outcome(xmlout.node("Key", xmlout.leaves(shown)))


def _cancel_line(books: Books, fields: Fields, order: Record) -> None:
    number, position = order.text("SalesOrder"), int(fields.number("SalesOrderLine", 0))
    line = books.row("SorDetail", number, position)
    if line is None:
        fields.refuse("SalesOrderLine", made_up("not_on_file", position, "SorDetail"))
    elif is_invoiced(line):
        fields.refuse("SalesOrderLine", made_up("line_invoiced", position))
    fields.stop()
    assert line is not None
    before = outstanding_value(books, number)
    if order.text("DocumentType") != "C":
        release(books, line)
    books.delete("SorDetail", number, position)
    note_outstanding(books, order.text("Customer"), outstanding_value(books, number) - before)


OBJECT = BusinessObject("SORTOX", ("Transaction/Post",), run)
