"""SORTCH: header of a free-form credit note (reference, section 2.3; the reply is inferred)."""

from connectors.sandbox.syspro import keys, xmlout
from connectors.sandbox.syspro.books import Books, Value
from connectors.sandbox.syspro.calls import BusinessObject, Call, Outcome
from connectors.sandbox.syspro.credit_notes import credit_note_columns, new_number
from connectors.sandbox.syspro.fields import Fields
from connectors.sandbox.syspro.objects.arstpy_payment import needed_customer
from connectors.sandbox.syspro.postings import run_posting
from connectors.sandbox.syspro.xmlin import Element

ROOT = "socreditnoteheader"
VERSION = "7.0.010"
"""Version of the object; made up."""


def run(call: Call, books: Books) -> str:
    """Open a credit note for every item; its lines come by SORTCL."""
    return run_posting(call, books, (ROOT, VERSION), lambda: None, lambda item, _none: _post(call, books, item))


def _post(call: Call, books: Books, item: Element) -> Outcome:
    fields = Fields(item)
    customer = needed_customer(books, fields)
    fields.stop()
    assert customer is not None
    branch = fields.code(books, "Branch", "SalBranch", customer.text("Branch"))
    given: dict[str, Value] = {
        "CustomerPoNumber": fields.short("CustomerPoNumber", 30),
        "OrderDate": fields.day("CreditNoteDate", books.today()),
        "Branch": branch,
        "InvTermsOverride": fields.code(books, "ARInvoiceTerms", "TblArTerms", customer.text("TermsCode")),
        "EntInvoice": keys.invoice_key(books.options, fields.text("InvoiceNumber")),
        "OrderType": fields.text("OrderType"),
        "NextDetailLine": 1,
    }
    if fields.has("Salesperson"):
        given["Salesperson"] = fields.code(books, "Salesperson", "SalSalesperson", before=(branch,))
    number = new_number(books, fields)
    fields.stop()
    columns = credit_note_columns(books, customer, call.operator)
    books.insert("SorMaster", {**columns, **given, "SalesOrder": number})
    return Outcome(xmlout.node("Key", xmlout.leaf("CreditNoteNumber", number)))


OBJECT = BusinessObject("SORTCH", ("Transaction/Post",), run)
