"""SORTOX: cancel an order, or lines of it (Transaction/Post).

Source: reference, section 2.2: inputs from SYSPRO's own schemas; a blank line number means all lines. Several lines are
several items of one document, which is taken as a whole or not at all. The reply's shape
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
    """Return the parameters and the document that cancel one order with all its lines, or those that are named.

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
    items = (_item(cancel, str(number)) for number in cancel.lines) if cancel.lines else (_item(cancel, ""),)
    return Request(document(ROOT, parameters), document(ROOT, *items))


def _item(cancel: OrderCancel, line: str) -> str:
    return group(
        "Item",
        needed("SalesOrder", cancel.sales_order),
        leaf("SalesOrderLine", line),
        leaf("CancelReasonCode", cancel.reason_code),
    )


def parse(root: Node, cancel: OrderCancel) -> Posted:
    """Return what became of the cancellation; its key is the order number, once the reply names the order."""
    answered = believable(root.text("Item/Key/SalesOrder"))
    # The number was known before, so beside an error it is no sign of success.
    posted = concluded(root, ROOT, "", (cancel.sales_order, answered))
    named = posted.judgement.verdict is Verdict.CLEAN and answered
    return Posted(posted.judgement, cancel.sales_order if named else "")
