"""A report as every format renders it: sentences and tables, with money as money until the very end."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from agent.domain.money import Money
from agent.domain.statements import Step

#: What stands in a cell: a text, a whole number, money, or nothing.
Cell = str | int | Money | None

#: Unicode's minus sign: as wide as a digit, and never broken from it at the end of a line.
MINUS = "\N{MINUS SIGN}"


class Style(Enum):
    """How a row is set."""

    PLAIN = "plain"
    """One of many."""
    HEADING = "heading"
    """Begins a group; its first cell is a title."""
    TOTAL = "total"
    """Adds up the rows before it."""
    ALERT = "alert"
    """Says that something is not as it should be."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        label: Its heading.
        width: Its share of the width, relative to the others.
        right: Whether its cells are numbers and stand to the right.
    """

    label: str
    width: int
    right: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row: as many cells as there are columns."""

    cells: tuple[Cell, ...]
    style: Style = Style.PLAIN

    @property
    def span(self) -> int:
        """How many columns the first cell takes: a heading all, a total the empty ones that follow it as well."""
        if self.style is Style.HEADING:
            return len(self.cells)
        if self.style is not Style.TOTAL:
            return 1
        filled = (place for place, cell in enumerate(self.cells) if place and cell is not None)
        return next(filled, len(self.cells))


@dataclass(frozen=True, slots=True)
class Section:
    """A table with its title.

    Attributes:
        title: Its title; in a spreadsheet the name of its sheet.
        columns: Its columns.
        rows: Its rows, totals among them.
        note: A sentence below the title; may be empty.
        empty: What is said where there are no rows.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""
    empty: str = "Nothing."


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report.

    Attributes:
        title: What it is.
        subtitle: Of what: a payout's id, a month.
        good: Whether the verdict is good news.
        verdict: The answer that a person looks for first, as a sentence.
        facts: Label and text, above everything else.
        steps: Bars of the waterfall picture; may be empty.
        paper: Tables to read.
        sheets: Tables to calculate with, a fact a column.
        made: When and where it was made, for the foot of the page.
        about: Title of what says when it was made, in a spreadsheet the name of its first sheet.
        page: Which page it is; ``{number}`` and ``{pages}`` stand in it.
        picture: What the waterfall shows, for those who cannot see it.
        number: Writes an amount in the picture as the language does.
        language: Two letters.
    """

    title: str
    subtitle: str
    good: bool
    verdict: str
    facts: tuple[tuple[str, str], ...]
    steps: tuple[Step, ...]
    paper: tuple[Section, ...]
    sheets: tuple[Section, ...]
    made: str
    about: str = "About"
    page: str = "Page {number} of {pages}"
    picture: str = "From gross to net"
    number: Callable[[str], str] = str
    language: str = "en"


def amount_text(money: Money | None, *, currency: bool = False) -> str:
    """Return an amount for people: separators for thousands, the currency's decimals, a true minus sign.

    Args:
        money: The amount; ``None`` is empty.
        currency: Whether the currency stands behind it.
    """
    if money is None:
        return ""
    text = f"{money.to_decimal():,}".replace("-", MINUS)
    return f"{text} {money.currency.upper()}" if currency else text


def cell_text(cell: Cell) -> str:
    """Return what a cell says to a person who reads."""
    if isinstance(cell, Money):
        return amount_text(cell)
    return "" if cell is None else printable(str(cell))


def printable(text: str) -> str:
    """Return ``text`` without control characters and halves of characters, which no format can hold; lines stay."""
    return "".join(character if character.isprintable() or character == "\n" else " " for character in text)


def words(name: str) -> str:
    """Return a name of ours or Stripe's as words."""
    return name.replace("_", " ")


def lines_of(*texts: str) -> str:
    """Return the texts that say something, a line each."""
    return "\n".join(text for text in texts if text)


def columns_of(widths: Iterable[tuple[str, int]], *, right: Iterable[str] = ()) -> tuple[Column, ...]:
    """Return columns by label and relative width; those named in ``right`` hold numbers."""
    numbers = set(right)
    return tuple(Column(label, width, label in numbers) for label, width in widths)
