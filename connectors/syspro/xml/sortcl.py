"""SORTCL: add a non-stocked line to a free-form credit note (Transaction/Post).

Source: reference, section 2.3: the item's elements and warehouse ``**`` documented or seen; ``StockDescription`` and
``NsProductClass`` are SORTOI's names of the same fields and inferred here. The parameters are those that transaction
objects share. ``Item/Key`` of the reply with ``CreditNoteNumber`` and ``LineNumber`` is inferred.
"""

import re
from decimal import Decimal

from agent.domain.fitting import DoesNotFitError
from agent.domain.kinds import CreditNoteLine
from connectors.syspro.xml.answered import concluded
from connectors.syspro.xml.build import PRICE_PLACES, QUANTITY_PLACES, decimal, document, flag, group, leaf, needed
from connectors.syspro.xml.reply import Node
from connectors.syspro.xml.request import Posted, Request

ROOT = "SOCreditNoteLine"
#: Quantity of every line: what is credited is its price.
QUANTITY = Decimal(1)
#: Warehouse of a non-stocked line.
NON_STOCKED = "**"


def build(line: CreditNoteLine, *, validate: bool = False) -> Request:
    """Return the parameters and the document that add the line.

    Args:
        line: The line, with the number of its credit note.
        validate: Only ask SYSPRO whether it would take it.

    Raises:
        DoesNotFitError: When a text or the price does not fit, or there is no credit note number.
    """
    if not line.credit_note:
        raise DoesNotFitError("CreditNoteNumber: there is no credit note to add the line to.")
    parameters = group(
        "Parameters",
        leaf("IgnoreWarnings", "N"),
        flag("ApplyIfEntireDocumentValid", yes=True),
        flag("ValidateOnly", yes=validate),
    )
    item = group(
        "Item",
        needed("CreditNoteNumber", line.credit_note),
        leaf("CreditReason", line.credit_reason),
        flag("NonStockedLine", yes=True),
        needed("StockCode", line.stock_code),
        needed("StockDescription", line.reference),
        needed("Warehouse", NON_STOCKED),
        decimal("OrderQty", QUANTITY, QUANTITY_PLACES),
        needed("OrderUom", line.uom),
        decimal("Price", line.price, PRICE_PLACES),
        needed("PriceUom", line.uom),
        needed("NsProductClass", line.product_class),
    )
    return Request(document(ROOT, parameters), document(ROOT, item))


def parse(root: Node, line: CreditNoteLine) -> Posted:
    """Return what became of the line; its key reads ``note/line``, such as ``015564/1``."""
    answered = root.text("Item/Key/CreditNoteNumber")
    key = line_key(line.credit_note, root.text("Item/Key/LineNumber"))
    return concluded(root, ROOT, key, (line.credit_note, answered))


def line_key(credit_note: str, line: str) -> str:
    """Return the key that our links keep for a line; empty when ``line`` is no number above zero."""
    if not re.fullmatch(r"[0-9]{1,10}", line) or not int(line):
        return ""
    return f"{credit_note}/{int(line)}"
