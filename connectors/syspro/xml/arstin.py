"""ARSTIN: post a receivables invoice, debit note or credit note that has no sales order (Transaction/Post).

Source: reference, section 2.5: inputs from SYSPRO's own schemas; ``InvoiceValue`` is never negative, the type says
which way it goes; ``Item/Invoice`` of the reply carries the number (seen). The rest of the reply's shape is inferred.
"""

from agent.domain.fitting import DoesNotFitError
from agent.domain.kinds import ArDocument
from connectors.syspro.xml.build import document, flag, group, leaf, needed, value
from connectors.syspro.xml.reply import Node, judge
from connectors.syspro.xml.request import Posted, Request, believable

ROOT = "PostArInvoices"
_TYPES = frozenset({"I", "C", "D"})


def build(made: ArDocument, *, validate: bool = False) -> Request:
    """Return the parameters and the document that post ``made``; SYSPRO numbers it.

    Company numbering needs numeric invoice keys; a site with other ones refuses the document.

    Args:
        made: The document, bound to its customer.
        validate: Only ask SYSPRO whether it would take it.

    Raises:
        DoesNotFitError: When a text or amount does not fit, the type is unknown, the value is not above zero, or the
            tax is not a part of it.
    """
    parameters = group(
        "Parameters",
        leaf("PostingPeriod", made.posting_period),
        leaf("IgnoreWarnings", made.ignore_warnings),
        flag("ApplyIfEntireDocumentValid", yes=True),
        flag("ValidateOnly", yes=validate),
    )
    return Request(document(ROOT, parameters), document(ROOT, group("Item", *_item(made))))


def parse(root: Node) -> Posted:
    """Return what became of the document; its key is the number that SYSPRO gave it."""
    key = believable(root.text("Item/Invoice"))
    return Posted(judge(root, ROOT, key=key), key)


def _item(made: ArDocument) -> tuple[str, ...]:
    if made.transaction_type not in _TYPES:
        raise DoesNotFitError(f"TransactionType: a document cannot be of the type {made.transaction_type!r}.")
    if made.value.minor <= 0:
        raise DoesNotFitError(f"InvoiceValue: {made.value} is not above zero; the type says which way it goes.")
    return (
        needed("TransactionType", made.transaction_type),
        needed("Customer", made.customer),
        flag("GenerateInvoiceNumber", yes=True),
        needed("InvoiceDate", made.date),
        needed("Reference", made.reference),
        value("InvoiceValue", made.value),
        # As for receipts; how SYSPRO reads it is the site's to confirm (refunds.credit_rate).
        leaf("ExchangeRate", f"{made.exchange_rate:f}" if made.exchange_rate else ""),
        _tax(made),
        needed("ProductClass", made.product_class),
        leaf("InvoiceTerms", made.terms_code),
        leaf("GeographicArea", made.area),
        leaf("Salesperson", made.salesperson),
        leaf("Branch", made.branch),
    )


def _tax(made: ArDocument) -> str:
    if made.tax is None:
        return ""
    if made.tax.currency != made.value.currency or not 0 <= made.tax.minor <= made.value.minor:
        raise DoesNotFitError(f"TaxValue: {made.tax} is no part of {made.value}.")
    return value("TaxValue", made.tax)
