"""SORTIC: turn an order or a credit note of status 8 into an invoice (Transaction/Post).

Source: reference, section 2.2: inputs from SYSPRO's own schemas; the root ``postsalesorderinvoice`` and
``Item/Key/InvoiceNumber`` seen. That a credit note is invoiced with OrderType C is inferred from the parameters.
"""

from agent.domain.fitting import DoesNotFitError
from agent.domain.kinds import OrderInvoice
from connectors.syspro.xml.answered import concluded
from connectors.syspro.xml.build import document, flag, group, leaf, needed
from connectors.syspro.xml.reply import Node
from connectors.syspro.xml.request import Posted, Request

ROOT = "PostSalesOrderInvoice"


def build(invoice: OrderInvoice, *, validate: bool = False) -> Request:
    """Return the parameters and the document that invoice one order.

    Args:
        invoice: Which order, on which day.
        validate: Only ask SYSPRO whether it would take it.

    Raises:
        DoesNotFitError: When a text does not fit, or there is no order number.
    """
    if not invoice.sales_order:
        # What SYSPRO does with a blank number is not known; it must not be every order that is ready.
        raise DoesNotFitError("SalesOrder: there is no order number to invoice.")
    parameters = group(
        "Parameters",
        needed("InvoiceDate", invoice.date),
        needed("OrderType", invoice.order_type),
        leaf("PostingPeriod", invoice.posting_period),
        leaf("IgnoreWarnings", invoice.ignore_warnings),
        flag("ApplyIfEntireDocumentValid", yes=True),
        flag("ValidateOnly", yes=validate),
    )
    item = group("Item", needed("SalesOrder", invoice.sales_order))
    return Request(document(ROOT, parameters), document(ROOT, item))


def parse(root: Node, invoice: OrderInvoice) -> Posted:
    """Return what became of the invoice; its key is the invoice number as the reply writes it."""
    answered = root.text("Item/Key/SalesOrder")
    return concluded(root, ROOT, root.text("Item/Key/InvoiceNumber"), (invoice.sales_order, answered))
