"""SORTOX: cancel an order (Transaction/Post).

Source: reference, section 2.2: inputs from SYSPRO's own schemas; a blank line number means all lines. The reply's shape
was **not found publicly**: a root ``postsalesordercancel`` and ``Item/Key/SalesOrder`` are inferred, so a reply without
the number leads to a look-up of the order's state.
"""

from agent.domain.fitting import DoesNotFitError
from agent.domain.kinds import OrderCancel
from connectors.syspro.xml.answered import concluded
from connectors.syspro.xml.build import document, flag, group, leaf, needed
from connectors.syspro.xml.reply import Node, Verdict
from connectors.syspro.xml.request import Posted, Request, believable

ROOT = "PostSalesOrderCancel"


def build(cancel: OrderCancel, *, validate: bool = False) -> Request:
    """Return the parameters and the document that cancel one order with all its lines.

    Args:
        cancel: Which order.
        validate: Only ask SYSPRO whether it would take it.

    Raises:
        DoesNotFitError: When a text does not fit, or there is no order number.
    """
    if not cancel.sales_order:
        raise DoesNotFitError("SalesOrder: there is no order number to cancel.")
    parameters = group(
        "Parameters",
        leaf("IgnoreWarnings", cancel.ignore_warnings),
        flag("ApplyIfEntireDocumentValid", yes=True),
        flag("ValidateOnly", yes=validate),
        # Comments belong to the lines that go.
        flag("CancelAttachedComments", yes=True),
    )
    item = group("Item", needed("SalesOrder", cancel.sales_order), leaf("CancelReasonCode", cancel.reason_code))
    return Request(document(ROOT, parameters), document(ROOT, item))


def parse(root: Node, cancel: OrderCancel) -> Posted:
    """Return what became of the cancellation; its key is the order number, once the reply names the order."""
    answered = believable(root.text("Item/Key/SalesOrder"))
    # The number was known before, so beside an error it is no sign of success.
    posted = concluded(root, ROOT, "", (cancel.sales_order, answered))
    named = posted.judgement.verdict is Verdict.CLEAN and answered
    return Posted(posted.judgement, cancel.sales_order if named else "")
