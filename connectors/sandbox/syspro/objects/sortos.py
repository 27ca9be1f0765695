"""SORTOS: change the status of orders (reference, section 2.2; the reply is inferred)."""

from connectors.sandbox.syspro import xmlout
from connectors.sandbox.syspro.books import Books
from connectors.sandbox.syspro.calls import BusinessObject, Call, Outcome
from connectors.sandbox.syspro.fields import Cautions, Fields
from connectors.sandbox.syspro.made_up import made_up
from connectors.sandbox.syspro.order_header import needed_order
from connectors.sandbox.syspro.orders import CANCELLED, COMPLETE
from connectors.sandbox.syspro.postings import run_posting
from connectors.sandbox.syspro.xmlin import Element

ROOT = "postsororderstatus"
VERSION = "7.0.015"
"""Version of the object; made up."""

SUSPENSE = "S"
"""Status of an order that waits for credit."""


def run(call: Call, books: Books) -> str:
    """Change every order named."""
    return run_posting(call, books, (ROOT, VERSION), lambda: None, lambda item, _none: _post(call, books, item))


def _post(call: Call, books: Books, item: Element) -> Outcome:
    fields, cautions = Fields(item), Cautions(call.parameters.text("IgnoreWarnings") or "N")
    order = needed_order(books, fields)
    number, status = order.text("SalesOrder"), order.text("OrderStatus")
    fields.needed("NewOrderStatus")
    new = fields.choice("NewOrderStatus", "123489S", status)
    given = fields.text("OrderStatus")
    if status in {CANCELLED, COMPLETE, "*"}:
        fields.refuse("SalesOrder", made_up("order_not_open", number, status))
    elif given and given != status:
        fields.refuse("OrderStatus", made_up("wrong_status", number, status, given))
    if status == SUSPENSE and new != SUSPENSE and not fields.has("CreditAuthority"):
        fields.refuse("CreditAuthority", made_up("credit_authority"))
    _warn_on_hold(call, books, fields, cautions, order.text("Customer"))
    fields.stop()
    values = {"OrderStatus": new, "CreditAuthority": fields.text("CreditAuthority", 3), "LastOperator": call.operator}
    if new == COMPLETE:
        values["ActiveFlag"] = "N"
    books.update("SorMaster", (number,), dict(values))
    key = xmlout.node("Key", xmlout.leaf("SalesOrder", number), xmlout.leaf("OrderStatus", new))
    return Outcome(key + xmlout.warnings(cautions.texts), warned=bool(cautions.texts))


def _warn_on_hold(call: Call, books: Books, fields: Fields, cautions: Cautions, customer: str) -> None:
    held = books.row("ArCustomer", customer)
    if call.parameters.text("WarnIfCustomerOnHold") == "Y" and held is not None and held.text("CustomerOnHold") == "Y":
        cautions.note(fields, "SalesOrder", made_up("customer_on_hold", customer))


OBJECT = BusinessObject("SORTOS", ("Transaction/Post",), run)
