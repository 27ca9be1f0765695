"""ARSQRY: read a customer's statement (Query/Query); the way to find a receipt where COMFND is not licensed.

Source: reference, section 2.11: root ``ARStatement`` with ``Header``, ``InvoiceDetail`` and ``TransDetail`` in it, from
SYSPRO's own schemas. Balances of zero are asked for, too: a receipt that paid an invoice in full stands there.
"""

from dataclasses import dataclass

from connectors.syspro.xml.build import document, flag, group, needed
from connectors.syspro.xml.comfnd import Row
from connectors.syspro.xml.reply import BadReplyError, Node, error_nodes


@dataclass(frozen=True, slots=True)
class Statement:
    """A customer's account.

    Attributes:
        header: The customer's fields.
        invoices: Fields of each document on the account.
        movements: Fields of each movement, together with ``Invoice`` and ``DocumentType`` of its document.
    """

    header: Row
    invoices: tuple[Row, ...]
    movements: tuple[Row, ...]


def build(customer: str) -> str:
    """Return the ``XmlIn`` that reads the account of ``customer``."""
    included = ("Transactions", "CheckPayments", "ZeroBalances", "Futures")
    options = group("Option", *(flag(f"Include{name}", yes=True) for name in included))
    return document("Query", group("Key", needed("Customer", customer)), options)


def parse(root: Node) -> Statement:
    """Return the account.

    Raises:
        BadReplyError: When the answer is no statement.
    """
    header = root.first("Header")
    if root.name != "arstatement" or error_nodes(root) or header is None:
        raise BadReplyError("The answer is no customer statement.")
    documents = root.all("InvoiceDetail")
    movements = (_movement(item, document) for document in documents for item in document.below("TransDetail"))
    return Statement(Row(header.texts()), tuple(Row(item.texts()) for item in documents), tuple(movements))


def _movement(item: Node, invoice: Node) -> Row:
    around = {"invoice": invoice.text("Invoice"), "documenttype": invoice.text("DocumentType")}
    return Row({**around, "reference": "", "journaldate": "", **item.texts()})
