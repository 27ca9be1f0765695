"""Rows by what they carry, and what a look-up does where COMFND is not licensed."""

from collections.abc import Iterable

from agent.domain.errors import Unavailable
from connectors.syspro.errors import NOT_LICENSED
from connectors.syspro.xml.comfnd import Row


def grouped(rows: Iterable[Row], column: str) -> dict[str, list[Row]]:
    """Return rows by the text in one of their columns."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.text(column), []).append(row)
    return found


def only_if_not_licensed(error: Unavailable) -> None:
    """Raise ``error`` again, unless it says that a business object is not licensed: then another may stand in."""
    if error.problem.code != NOT_LICENSED:
        raise error
