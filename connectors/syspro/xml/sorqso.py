"""SORQSO: list sales orders (Query/Query); the way to find an order by our reference where COMFND is not licensed.

Source: reference, section 2.11: it filters by customer purchase order among others, and has options to include
cancelled and completed orders. The names of its elements and the shape of its reply are **not known publicly**: unknown
elements are ignored by SYSPRO, so the filter is applied again here, and each element that holds an order number counts.
"""

from connectors.syspro.xml.build import document, escaped, flag, group, leaf
from connectors.syspro.xml.comfnd import Row
from connectors.syspro.xml.reply import BadReplyError, Node, error_nodes


def build(reference: str) -> str:
    """Return the ``XmlIn`` that lists the orders whose customer purchase order is ``reference``.

    Raises:
        DoesNotFitError: When the reference cannot be written in Windows-1252.
    """
    leaf("CustomerPo", reference)
    options = group(
        "Option",
        flag("IncludeCompletedOrders", yes=True),
        flag("IncludeCancelledOrders", yes=True),
    )
    quoted = escaped(reference).replace('"', "&quot;")
    filters = group("Filter", f'<CustomerPo FilterType="S" FilterValue="{quoted}"/>')
    return document("Query", options, filters)


def parse(root: Node, reference: str) -> tuple[Row, ...]:
    """Return the listed orders that carry ``reference``, whatever element holds each.

    Raises:
        BadReplyError: When the answer reports an error, or lists orders without their customer purchase order.
    """
    if error_nodes(root) or root.name == "html":
        raise BadReplyError("SYSPRO reports an error on the list of sales orders.")
    orders = [node.parent() for node in root.below("SalesOrder") if not list(node)]
    rows = [Row({"customerponumber": _purchase_order(order), **order.texts()}) for order in orders]
    return tuple(row for row in rows if row.text("CustomerPoNumber") == reference)


def _purchase_order(order: Node) -> str:
    texts = order.texts()
    for name in ("customerponumber", "customerpo", "customerpurchaseorder"):
        if name in texts:
            return texts[name]
    raise BadReplyError("SYSPRO lists sales orders without their customer purchase order.")
