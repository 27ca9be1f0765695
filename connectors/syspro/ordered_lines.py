"""What the lines of an order come to that SYSPRO has not invoiced: only where nothing but quantity and price says so.

Source: reference, Appendix A (SorMaster, SorDetail); types of lines, section 4.
"""

from collections.abc import Iterator
from decimal import Decimal

from agent.domain.facts import OrderedLine
from connectors.syspro.kinds.orders import spellings
from connectors.syspro.tables import Tables
from connectors.syspro.xml.comfnd import Row

_HEADER = ("SalesOrder", "DiscPct1", "DiscPct2", "DiscPct3")
_COLUMNS = (
    "SalesOrder SalesOrderLine LineType MBomFlag MOrderQty MOrderUom MPrice MPriceUom MDiscValue MDiscValFlag MDiscPct1"
    " MDiscPct2 MDiscPct3 MTaxCode MInvoicePrinted NMscChargeValue NMscTaxCode NMscInvCharge"
).split()

_STOCK, _CHARGES = frozenset("17"), frozenset("45")
_PER_UNIT, _YES = "U", "Y"
_PERCENTS = ("MDiscPct1", "MDiscPct2", "MDiscPct3")

#: SorDetail.MBomFlag of a kit, and of its components: what one costs stands on others.
_KIT = frozenset("PC")


def ordered_lines(tables: Tables, number: str) -> list[OrderedLine]:
    """Return the open lines of an order; one whose value other things than quantity and price decide is left out.

    Raises:
        BadReplyError: When an answer cannot be read.
        Unavailable: When COMFND is not licensed.
    """
    keys = spellings([number])
    headers = tables.matching("SorMaster", _HEADER, "SalesOrder", keys)
    if not headers or any(row.number(name) for row in headers for name in _HEADER[1:]):
        return []
    rows = tables.matching("SorDetail", _COLUMNS, "SalesOrder", keys)
    return sorted(_lines(rows), key=lambda line: line.number)


def _lines(rows: list[Row]) -> Iterator[OrderedLine]:
    for row in rows:
        number, kind = int(row.number("SalesOrderLine")), row.text("LineType")
        if kind in _CHARGES and row.text("NMscInvCharge") != _YES:
            yield OrderedLine(number, row.number("NMscChargeValue"), row.text("NMscTaxCode"))
        if kind in _STOCK and _is_plain(row):
            yield OrderedLine(number, _net(row), row.text("MTaxCode"))


def _is_plain(row: Row) -> bool:
    same_unit = row.text("MPriceUom") == row.text("MOrderUom")
    open_one = row.text("MInvoicePrinted") != _YES and row.text("MBomFlag") not in _KIT
    return open_one and same_unit and not any(row.number(name) for name in _PERCENTS)


def _net(row: Row) -> Decimal:
    quantity, discount = row.number("MOrderQty"), row.number("MDiscValue")
    return quantity * row.number("MPrice") - (
        discount * quantity if row.text("MDiscValFlag") == _PER_UNIT else discount
    )
