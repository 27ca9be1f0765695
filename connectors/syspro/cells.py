"""How a column becomes a field: one way for SQL, whose driver gives numbers and days, and e.net, which gives texts.

SQL Server's driver gives ``Decimal`` and ``datetime``; e.net gives texts, numbers padded with blanks. Blanks behind a
text do not count, blanks before it do. NULL, which only foreign programs write, is the same as empty.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

Cell = Any
"""What a driver gives: str, Decimal, int, datetime, bytes or None; e.net always str."""

_CODE_LENGTH = 10
_CATEGORIES = 26


@dataclass(frozen=True, slots=True)
class Part:
    """How one field of many rows is made: column by column, which is several times faster than cell by cell.

    Attributes:
        columns: SYSPRO's columns, in their exact case.
        read: Takes the cells of each column, one of every row; returns the field of every row. Raises ``ValueError``.
    """

    columns: tuple[str, ...]
    read: Callable[..., Sequence[Any]]


def text(column: str) -> Part:
    """Make a text."""
    return Part((column,), column_of_texts)


def number(column: str) -> Part:
    """Make a ``Decimal``."""
    return Part((column,), _numbers)


def whole(column: str) -> Part:
    """Make a whole number."""
    return Part((column,), lambda cells: [int(found) for found in _numbers(cells)])


def day(column: str) -> Part:
    """Make a day, or ``None``."""
    return Part((column,), lambda cells: [None if cell is None else to_day(cell) for cell in cells])


def yes(column: str) -> Part:
    """Make whether the flag is ``Y``."""
    return Part((column,), lambda cells: [found == "Y" for found in column_of_texts(cells)])


def texts(*columns: str) -> Part:
    """Make a tuple of all texts, empty ones included."""
    return Part(columns, lambda *many: list(zip(*map(column_of_texts, many), strict=True)))


def filled(*columns: str) -> Part:
    """Make a tuple of the texts that are not empty."""
    return Part(
        columns, lambda *many: [tuple(filter(None, row)) for row in zip(*map(column_of_texts, many), strict=True)]
    )


def numbers(*columns: str) -> Part:
    """Make a tuple of ``Decimal``."""
    return Part(columns, lambda *many: list(zip(*map(_numbers, many), strict=True)))


def categories(column: str) -> Part:
    """Make the 26 codes of a price category table, ten characters each."""
    return Part((column,), lambda cells: [_to_categories(found) for found in column_of_texts(cells)])


def column_of_texts(cells: Sequence[Cell]) -> list[str]:
    """Return the cells of one column as texts, as :func:`to_text` makes them."""
    return [cell.rstrip() if cell.__class__ is str else to_text(cell) for cell in cells]


def _numbers(cells: Sequence[Cell]) -> list[Decimal]:
    return [cell if cell.__class__ is Decimal else to_number(cell) for cell in cells]


def to_text(cell: Cell) -> str:
    """Return a cell as text: a day as CCYY-MM-DD, a number plain."""
    if isinstance(cell, str):
        return cell.rstrip()
    if cell is None:
        return ""
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    return format(cell, "f") if isinstance(cell, Decimal) else str(cell)


def to_number(cell: Cell) -> Decimal:
    """Return a cell as number; blank is zero.

    Raises:
        ValueError: When it holds none.
    """
    if isinstance(cell, Decimal):
        return cell
    if cell is None:
        return Decimal(0)
    if isinstance(cell, str | int):
        try:
            found = Decimal(cell if isinstance(cell, int) else cell.strip() or 0)
        except InvalidOperation:
            raise ValueError("holds no number") from None
        if found.is_finite():
            return found
    raise ValueError("holds no number")


def to_day(cell: Cell) -> dt.date | None:
    """Return a cell as day, without the time that may follow it.

    Raises:
        ValueError: When it holds none.
    """
    if isinstance(cell, dt.datetime):
        return cell.date()
    if cell is None or isinstance(cell, dt.date):
        return cell
    try:
        written = cell.strip()[:10].replace("/", "-")
        return dt.date.fromisoformat(written) if written else None
    except (AttributeError, ValueError):
        raise ValueError("holds no date") from None


def _to_categories(table: str) -> tuple[str, ...]:
    found = table.ljust(_CODE_LENGTH * _CATEGORIES)
    return tuple(found[start : start + _CODE_LENGTH].strip() for start in range(0, len(found), _CODE_LENGTH))


class BadCellError(ValueError):
    """A column holds something else than its type says; the message names it."""


def made(row: type[Any], parts: Sequence[Part], found: Sequence[Sequence[Cell]]) -> list[Any]:
    """Return rows with types.

    Args:
        row: Type of the rows.
        parts: How their fields are made, in their order.
        found: Cells of each row, in the order of the columns of ``parts``; what stands behind them is left out.

    Raises:
        BadCellError: When a cell cannot be read.
    """
    columns = iter(zip(*found, strict=True))
    fields = [_field(part, [next(columns) for _ in part.columns]) for part in parts] if found else []
    return list(map(row, *fields)) if found else []


def _field(part: Part, cells: Sequence[Sequence[Cell]]) -> Sequence[Any]:
    try:
        return part.read(*cells)
    except ValueError as error:
        raise BadCellError(f"{', '.join(part.columns)}: {error}") from error
