"""Reports as a workbook: a sheet a table, amounts as numbers with their currency's decimals, sums as values."""

import io

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from agent.domain.money import Money, exponent
from agent.reporting.report import Cell, Report, Row, Section, Style, printable

#: Most characters that a cell of Excel holds (Microsoft, "Excel specifications and limits").
_MOST = 32_767

_SHADE = PatternFill("solid", fgColor="E8EEF4")
_BOLD = Font(bold=True)
_ALERT = Font(bold=True, color="9C2B2E")
_ABOVE = Border(top=Side("thin", color="44546A"))


def xlsx_of(report: Report) -> bytes:
    """Return the tables of a report as a workbook; the first sheet says what it is."""
    book = Workbook()
    _about(book.active, report)
    for section in report.sheets:
        _sheet(book.create_sheet(_name(section.title)), section)
    # A person opens it for the numbers.
    book.active = 1
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _about(sheet: Worksheet, report: Report) -> None:
    sheet.title = _name(report.about)
    lines = ((report.title, report.subtitle), ("", report.verdict), *report.facts, ("", report.made))
    for number, (label, text) in enumerate(lines, start=1):
        _text(sheet, number, 1, label)
        _text(sheet, number, 2, text)
    sheet["A1"].font = sheet["B1"].font = Font(bold=True, size=14)
    sheet["B2"].font = _BOLD if report.good else _ALERT
    sheet.column_dimensions["A"].width = 24
    sheet.column_dimensions["B"].width = 80


def _sheet(sheet: Worksheet, section: Section) -> None:
    for place, column in enumerate(section.columns, start=1):
        _text(sheet, 1, place, column.label)
        head = sheet.cell(1, place)
        head.font, head.fill = _BOLD, _SHADE
        head.alignment = Alignment(horizontal="right" if column.right else "left", vertical="center")
        widest = max((len(_first_line(row.cells[place - 1])) for row in section.rows), default=0)
        sheet.column_dimensions[get_column_letter(place)].width = min(max(len(column.label), widest, 8) + 3, 60)
    for number, row in enumerate(section.rows, start=2):
        _row(sheet, number, row)
    sheet.freeze_panes = "A2"
    last = len([row for row in section.rows if row.style is not Style.TOTAL]) + 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(section.columns))}{max(last, 1)}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"


def _row(sheet: Worksheet, number: int, row: Row) -> None:
    for place, cell in enumerate(row.cells, start=1):
        if isinstance(cell, Money):
            made = sheet.cell(number, place, cell.to_decimal())
            made.number_format = _number_format(cell.currency)
        elif isinstance(cell, int):
            sheet.cell(number, place, cell)
        elif cell:
            _text(sheet, number, place, cell)
        if row.style is Style.TOTAL:
            sheet.cell(number, place).font, sheet.cell(number, place).border = _BOLD, _ABOVE
        elif row.style is Style.ALERT:
            sheet.cell(number, place).font = _ALERT


def _text(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """Write a text as text: never as the formula or the error that it may look like."""
    if not text:
        return
    cell = sheet.cell(row, column, printable(text)[:_MOST])
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(("=", "+", "-", "@"))


def _number_format(currency: str) -> str:
    places = exponent(currency)
    digits = f"#,##0.{'0' * places}" if places else "#,##0"
    return f"{digits};\N{MINUS SIGN}{digits}"


def _first_line(cell: Cell) -> str:
    text = f"{cell.to_decimal():,}" if isinstance(cell, Money) else str("" if cell is None else cell)
    return text.partition("\n")[0]


def _name(title: str) -> str:
    # Excel: at most 31 characters, none of []:*?/\ among them.
    return "".join(" " if character in "[]:*?/\\" else character for character in title)[:31]
