"""The available quantity, by a formula of the site: names of quantities and whole numbers, added and subtracted."""

import re
from collections.abc import Iterable
from decimal import ROUND_FLOOR, Decimal

from agent.domain.erp import WarehouseRow

#: Names that a formula may use: the quantities of a warehouse.
QUANTITIES = (
    "on_hand",
    "allocated",
    "allocated_to_jobs",
    "on_order",
    "on_back_order",
    "in_transit",
    "in_inspection",
    "dispatched",
    "minimum",
    "safety_stock",
)

_TERM = re.compile(r"\s*(?P<sign>[+-]?)\s*(?P<term>[a-z_]+|\d{1,9})\s*")

#: Sign and name or number.
Terms = tuple[tuple[int, str], ...]


class BadFormulaError(ValueError):
    """The formula cannot be read; the message says where and what would do."""


def parse(formula: str) -> Terms:
    """Return the terms of a formula such as ``on_hand - allocated - 5``; none of an empty one.

    Raises:
        BadFormulaError: When it cannot be read.
    """
    terms: list[tuple[int, str]] = []
    place, text = 0, formula.strip()
    while place < len(text):
        found = _TERM.match(text, place)
        if found is None or (terms and not found["sign"]):
            raise BadFormulaError(f"{formula!r} cannot be read from {text[place:]!r} on; on_hand - allocated can.")
        if not found["term"].isdigit() and found["term"] not in QUANTITIES:
            raise BadFormulaError(f"{formula!r} names {found['term']}; there are {', '.join(QUANTITIES)}.")
        terms.append((-1 if found["sign"] == "-" else 1, found["term"]))
        place = found.end()
    return tuple(terms)


def available(terms: Terms, warehouses: Iterable[WarehouseRow]) -> int:
    """Return what can be sold in whole stocking units, never below nothing; a number counts once, not a warehouse.

    Args:
        terms: Of :func:`parse`.
        warehouses: What is counted together.
    """
    rows = tuple(warehouses)
    found = sum((sign * _value(term, rows) for sign, term in terms), Decimal(0))
    return max(0, int(found.to_integral_value(ROUND_FLOOR)))


def _value(term: str, rows: tuple[WarehouseRow, ...]) -> Decimal:
    if term.isdigit():
        return Decimal(term)
    return sum((getattr(row, term) for row in rows), Decimal(0))
