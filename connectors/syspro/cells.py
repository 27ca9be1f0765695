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
    """How one field is made.

    Attributes:
        columns: SYSPRO's columns, in their exact case.
        read: Takes the cell of the only column, or the cells of all; raises ``ValueError``.
    """

    columns: tuple[str, ...]
    read: Callable[[Cell], Any]


def text(column: str) -> Part:
    """Make a text."""
    return Part((column,), to_text)


def number(column: str) -> Part:
    """Make a ``Decimal``."""
    return Part((column,), to_number)


def whole(column: str) -> Part:
    """Make a whole number."""
    return Part((column,), lambda cell: int(to_number(cell)))


def day(column: str) -> Part:
    """Make a day, or ``None``."""
    return Part((column,), to_day)


def yes(column: str) -> Part:
    """Make whether the flag is ``Y``."""
    return Part((column,), lambda cell: to_text(cell) == "Y")


def texts(*columns: str) -> Part:
    """Make a tuple of all texts, empty ones included."""
    return Part(columns, lambda cells: tuple(to_text(cell) for cell in cells))


def filled(*columns: str) -> Part:
    """Make a tuple of the texts that are not empty."""
    return Part(columns, lambda cells: tuple(found for cell in cells if (found := to_text(cell))))


def numbers(*columns: str) -> Part:
    """Make a tuple of ``Decimal``."""
    return Part(columns, lambda cells: tuple(to_number(cell) for cell in cells))


def categories(column: str) -> Part:
    """Make the 26 codes of a price category table, ten characters each."""
    return Part((column,), _to_categories)


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


def _to_categories(cell: Cell) -> tuple[str, ...]:
    found = to_text(cell).ljust(_CODE_LENGTH * _CATEGORIES)
    return tuple(found[start : start + _CODE_LENGTH].strip() for start in range(0, len(found), _CODE_LENGTH))


class BadCellError(ValueError):
    """A column holds something else than its type says; the message names it."""


def reader_of(row: type[Any], parts: Sequence[Part]) -> Callable[[Sequence[Cell]], Any]:
    """Return what makes a row from the cells of all columns of ``parts``, in their order.

    What it returns raises ``BadCellError``.
    """
    plan: list[tuple[Callable[[Cell], Any], int | slice]] = []
    start = 0
    for part in parts:
        size = len(part.columns)
        plan.append((part.read, start if size == 1 else slice(start, start + size)))
        start += size
    columns = [part.columns[0] for part in parts]

    def read(cells: Sequence[Cell]) -> Any:
        try:
            return row(*[make(cells[place]) for make, place in plan])
        except ValueError as error:
            raise BadCellError(f"{_first_bad(cells)}: {error}") from error

    def _first_bad(cells: Sequence[Cell]) -> str:
        for column, (make, place) in zip(columns, plan, strict=True):
            try:
                make(cells[place])
            except ValueError:
                return column
        return columns[0]

    return read
