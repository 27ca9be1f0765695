"""Reports as CSV: UTF-8 with a byte order mark, so that every spreadsheet reads names as they are."""

import csv
import io
from collections.abc import Iterator

from agent.domain.money import Money
from agent.reporting.report import Cell, Report, Style, printable

#: With these a spreadsheet begins a formula; a text that begins so gets an apostrophe before it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_of(report: Report) -> bytes:
    """Return the tables of a report as CSV: one alone as it is, several with their titles and a blank line between."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(_rows(report))
    return text.getvalue().encode("utf-8-sig")


def _rows(report: Report) -> Iterator[list[str]]:
    for place, section in enumerate(report.sheets):
        if place:
            yield []
        if len(report.sheets) > 1:
            yield [_safe(section.title)]
        yield [_safe(column.label) for column in section.columns]
        # Whoever adds a column up adds up the rows; a total among them would count twice.
        yield from ([_plain(cell) for cell in row.cells] for row in section.rows if row.style is not Style.TOTAL)


def _plain(cell: Cell) -> str:
    """Return a cell; amounts are numbers with a point, without separators and currency."""
    if isinstance(cell, Money):
        return str(cell.to_decimal())
    if cell is None or isinstance(cell, int):
        return "" if cell is None else str(cell)
    return _safe(cell)


def _safe(text: str) -> str:
    # Spreadsheets also take what stands behind spaces for a formula.
    plain = printable(text).replace("\n", "; ")
    return f"'{plain}" if text.startswith(_FORMULA) or plain.lstrip().startswith(_FORMULA) else plain
