"""What credit notes that are sales orders (document type C) have in common (reference, section 2.3)."""

from connectors.sandbox.syspro import keys
from connectors.sandbox.syspro.books import Books, Record, Value
from connectors.sandbox.syspro.fields import Fields
from connectors.sandbox.syspro.made_up import made_up
from connectors.sandbox.syspro.receivables import customer_currency


def new_number(books: Books, fields: Fields) -> str:
    """Return the number of a new credit note: the one given, if it is free, else the next order number."""
    given = fields.text("CreditNoteNumber")
    if not given:
        return keys.next_order(books)
    number = keys.order_key(books.options, given)
    if books.exists("SorMaster", number):
        fields.refuse("CreditNoteNumber", made_up("already_on_file", given))
    return number


def credit_note_columns(books: Books, customer: Record, operator: str) -> dict[str, Value]:
    """Return the columns of ``SorMaster`` that every new credit note has; it is ready to invoice (status 8)."""
    money = customer_currency(books, customer)
    copied = ("Branch", "Area", "Salesperson", "Email")
    return {
        "OrderStatus": "8",
        "ActiveFlag": "Y",
        "CancelledFlag": "N",
        "DocumentType": "C",
        "Customer": customer.text("Customer"),
        "CustomerName": customer.text("Name"),
        "OrderDate": books.today(),
        "EntrySystemDate": books.today(),
        "InvTermsOverride": customer.text("TermsCode"),
        "Currency": money.code,
        "ExchangeRate": money.rate,
        "MulDiv": "M",
        "TaxExemptFlag": customer.text("TaxStatus"),
        "Operator": operator,
        "LastOperator": operator,
        **{name: customer.text(name) for name in copied},
    }
