"""SORTCH: open a free-form credit note (Transaction/Post).

Source: reference, section 2.3: elements of the item documented or seen. Its parameters were **not found publicly**:
``IgnoreWarnings``, ``ApplyIfEntireDocumentValid`` and ``ValidateOnly`` are those that transaction objects share, and
``Item/Key/CreditNoteNumber`` of the reply is inferred; without it the note is found by our reference.
"""

from agent.domain.kinds import CreditNote
from connectors.syspro.xml.answered import concluded
from connectors.syspro.xml.build import document, flag, group, leaf, needed
from connectors.syspro.xml.reply import Node
from connectors.syspro.xml.request import Posted, Request

ROOT = "SOCreditNoteHeader"


def build(note: CreditNote, *, validate: bool = False) -> Request:
    """Return the parameters and the document that open the credit note; SYSPRO numbers it.

    Args:
        note: The header, bound to its customer.
        validate: Only ask SYSPRO whether it would take it.

    Raises:
        DoesNotFitError: When a text cannot be written in Windows-1252.
    """
    parameters = group(
        "Parameters",
        leaf("IgnoreWarnings", "N"),
        flag("ApplyIfEntireDocumentValid", yes=True),
        flag("ValidateOnly", yes=validate),
    )
    item = group(
        "Item",
        needed("Customer", note.customer),
        needed("CustomerPoNumber", note.reference),
        needed("CreditNoteDate", note.date),
        leaf("InvoiceNumber", note.invoice),
        leaf("Branch", note.branch),
        leaf("Salesperson", note.salesperson),
        leaf("ARInvoiceTerms", note.terms_code),
    )
    return Request(document(ROOT, parameters), document(ROOT, item))


def parse(root: Node, note: CreditNote) -> Posted:
    """Return what became of the header; its key is the number of the credit note as the reply writes it."""
    answered = root.text("Item/Key/CustomerPoNumber")
    return concluded(root, ROOT, root.text("Item/Key/CreditNoteNumber"), (note.reference, answered))
