"""ARSTPY: adjust one open document of a customer's account against a ledger code (Transaction/Post).

Source: reference, section 2.4: the elements of ``Adjustments`` from SYSPRO's own schemas; root, parameters and reply
are those of a payment. That a positive ``AdjustmentValue`` raises the balance is inferred.
"""

from agent.domain.fitting import DoesNotFitError
from agent.domain.kinds import Adjustment, is_adjustment
from connectors.syspro.xml.arstpy import ROOT, document_number, parse
from connectors.syspro.xml.build import document, flag, group, leaf, needed, value
from connectors.syspro.xml.request import Request

__all__ = ["ROOT", "build", "parse"]


def build(adjustment: Adjustment, *, validate: bool = False) -> Request:
    """Return the parameters and the document that post ``adjustment``.

    Args:
        adjustment: The adjustment, bound to its customer and its document.
        validate: Only ask SYSPRO whether it would take it.

    Raises:
        DoesNotFitError: When a text or amount does not fit, the value is zero, the document has no number yet, or the
            reference could be taken for that of a receipt.
    """
    if not is_adjustment(adjustment.reference):
        raise DoesNotFitError(f"Reference: {adjustment.reference!r} does not end with .A, as those of adjustments do.")
    if not adjustment.value:
        raise DoesNotFitError("AdjustmentValue: SYSPRO takes no adjustment of zero.")
    parameters = group(
        "Parameters",
        leaf("PostingPeriod", adjustment.posting_period),
        leaf("IgnoreWarnings", adjustment.ignore_warnings),
        flag("ApplyIfEntireDocumentValid", yes=True),
        flag("ValidateOnly", yes=validate),
    )
    adjusted = group("Adjustments", needed("Customer", adjustment.customer), _line(adjustment))
    return Request(document(ROOT, parameters), document(ROOT, group("Item", adjusted)))


def _line(adjustment: Adjustment) -> str:
    return group(
        "InvoiceToAdjust",
        needed("TransactionType", adjustment.transaction_type),
        document_number(adjustment.invoice),
        value("AdjustmentValue", adjustment.value),
        needed("Reference", adjustment.reference),
        needed("AdjustmentLedgerCode", adjustment.ledger_code),
        # Described as mandatory.
        needed("JournalNotation", adjustment.notation or adjustment.reference),
    )
