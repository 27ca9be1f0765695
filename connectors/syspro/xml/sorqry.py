"""SORQRY: read one sales order with its lines (Query/Query).

Source: reference, section 2.11: root ``SorDetail`` with header fields and ``SalesOrderLine``, each holding one of
Merchandise, Freight, MiscCharge and CommentLine (recorded). Some children carry prefixes.
"""

from dataclasses import dataclass

from connectors.syspro.xml.build import document, flag, group, needed
from connectors.syspro.xml.comfnd import Row
from connectors.syspro.xml.reply import BadReplyError, Node, error_nodes

_LINE_KINDS = ("merchandise", "freight", "misccharge", "commentline")


@dataclass(frozen=True, slots=True)
class Order:
    """A sales order as SORQRY shows it.

    Attributes:
        header: Its header fields.
        lines: Kind of line (lower case) and its fields, in order.
    """

    header: Row
    lines: tuple[tuple[str, Row], ...]


def build(sales_order: str) -> str:
    """Return the ``XmlIn`` that reads ``sales_order``, completed lines included."""
    included = ("StockedLines", "NonStockedLines", "FreightLines", "MiscLines", "CommentLines", "CompletedLines")
    return document(
        "Query",
        group("Key", needed("SalesOrder", sales_order), needed("Invoice", "")),
        group("Option", *(flag(f"Include{name}", yes=True) for name in included)),
    )


def parse(root: Node) -> Order:
    """Return the order.

    Raises:
        BadReplyError: When the answer is no sales order.
    """
    if root.name != "sordetail" or error_nodes(root) or not root.text("SalesOrder"):
        raise BadReplyError("The answer is no sales order.")
    found = (node for entry in root.below("SalesOrderLine") for node in entry)
    lines = tuple((node.name, Row(node.texts())) for node in found if node.name in _LINE_KINDS)
    return Order(Row(root.texts()), lines)
