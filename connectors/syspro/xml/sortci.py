"""SORTCI: raise a credit note from an invoice (Transaction/Post).

Source: reference, section 2.3: inputs from SYSPRO's own schemas. The reply's shape was **not found publicly**: a root
``postcreditfrominvoice`` and ``Item/Key/CreditNoteNumber`` are inferred, so a reply without the number leads to a
look-up. That no ``Lines`` at all means the whole invoice is inferred, too; the read-back proves it.
"""

from agent.domain.kinds import InvoiceCredit
from connectors.syspro.xml.answered import concluded
from connectors.syspro.xml.build import document, flag, group, leaf, needed
from connectors.syspro.xml.reply import Node
from connectors.syspro.xml.request import Posted, Request

ROOT = "PostCreditFromInvoice"


def build(credit: InvoiceCredit, *, validate: bool = False) -> Request:
    """Return the parameters and the document that raise the credit note; SYSPRO numbers it.

    Args:
        credit: Which invoice, and which of its lines.
        validate: Only ask SYSPRO whether it would take it.

    Raises:
        DoesNotFitError: When a text cannot be written in Windows-1252.
    """
    parameters = group(
        "Parameters",
        needed("DocumentDate", credit.date),
        leaf("IgnoreWarnings", credit.ignore_warnings),
        flag("ApplyIfEntireDocumentValid", yes=True),
        flag("ValidateOnly", yes=validate),
        # Named lines are credited alone; a whole invoice with all that hangs on its lines.
        flag("AddAttachedLines", yes=not credit.lines),
        flag("AddZeroRemainingLines", yes=False),
    )
    item = group(
        "Item",
        needed("InvoiceNumber", credit.invoice),
        leaf("Customer", credit.customer),
        leaf("SalesOrder", credit.sales_order),
        leaf("CreditReason", credit.credit_reason),
        *(group("Lines", leaf("LineNumber", str(line))) for line in credit.lines),
    )
    return Request(document(ROOT, parameters), document(ROOT, item))


def parse(root: Node, credit: InvoiceCredit) -> Posted:
    """Return what became of the credit; its key is the number of the credit note as the reply writes it."""
    answered = root.text("Item/Key/InvoiceNumber")
    return concluded(root, ROOT, root.text("Item/Key/CreditNoteNumber"), (credit.invoice, answered))
