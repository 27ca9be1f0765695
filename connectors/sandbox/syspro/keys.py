"""Keys as SYSPRO stores them: numeric ones padded with zeros to their full length (reference, section 3.3)."""

from connectors.sandbox.syspro.books import Books
from connectors.sandbox.syspro.options import SiteOptions


def customer_key(options: SiteOptions, given: str) -> str:
    """Return the stored form of a customer code; alphanumeric ones stay as they are."""
    return _padded(options, "customer", given, options.customer_length)


def order_key(options: SiteOptions, given: str) -> str:
    """Return the stored form of a sales order number."""
    return _padded(options, "order", given, options.order_length)


def invoice_key(options: SiteOptions, given: str) -> str:
    """Return the stored form of an invoice number; ``_CRD01`` and the like stay as they are."""
    return _padded(options, "invoice", given, options.invoice_length)


def next_order(books: Books) -> str:
    """Take the next sales order number, in its stored form."""
    return order_key(books.options, str(books.next_number("order")))


def next_invoice(books: Books) -> str:
    """Take the next invoice number, in its stored form."""
    return invoice_key(books.options, str(books.next_number("invoice")))


def next_customer(books: Books) -> str:
    """Take the next customer code, in its stored form."""
    return customer_key(books.options, str(books.next_number("customer")))


def _padded(options: SiteOptions, kind: str, given: str, length: int) -> str:
    numeric = kind in options.numeric_keys and given.isascii() and given.isdigit()
    return given.zfill(length) if numeric else given
