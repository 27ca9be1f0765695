"""Reports as PDF: A4 across, headings on every page, page x of y."""

import io
from dataclasses import replace
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    KeepTogether,
    LongTable,
    Preformatted,
    SimpleDocTemplate,
    Spacer,
    TableStyle,
)

from agent.reporting.fonts import BOLD, REGULAR, broken, drawable, fitting, register
from agent.reporting.report import Report, Row, Section, Style, cell_text
from agent.reporting.rows import Grid, Rows
from agent.reporting.waterfall import waterfall

_INK, _SOFT, _LINE = HexColor("#1f2933"), HexColor("#616e7c"), HexColor("#cbd2d9")
_SHADE, _RED, _GREEN = HexColor("#f0f4f8"), HexColor("#9c2b2e"), HexColor("#2f6b4b")

_PAGE = landscape(A4)
_MARGIN = 16 * mm
_WIDTH = _PAGE[0] - 2 * _MARGIN
_SIZE, _LEADING, _PAD = 7.5, 9.6, 4

#: Height of a title with its note, in points.
_TITLE = 40


def pdf_of(report: Report) -> bytes:
    """Return a report as PDF."""
    register()
    content = io.BytesIO()
    document = SimpleDocTemplate(
        content,
        pagesize=_PAGE,
        # The library's frame keeps six points for itself.
        leftMargin=_MARGIN - 6,
        rightMargin=_MARGIN - 6,
        topMargin=_MARGIN,
        bottomMargin=18 * mm,
        title=drawable(f"{report.title} {report.subtitle}"),
        author="SYSPRO Stripe agent",
        invariant=1,
    )
    document.build(flow_of(report), canvasmaker=_pages(report))
    return content.getvalue()


def flow_of(report: Report) -> list[Flowable]:
    """Return what is set on the pages, from top to bottom."""
    flow: list[Flowable] = [
        _text(report.title, BOLD, 17, _INK),
        _text(report.subtitle, REGULAR, 11, _SOFT),
        Spacer(0, 6),
        _text(report.verdict, BOLD, 9.5, _GREEN if report.good else _RED),
        Spacer(0, 8),
        _facts(report),
        Spacer(0, 10),
    ]
    if report.steps:
        flow.extend((waterfall(report.steps, _WIDTH, 150, report.number), Spacer(0, 6)))
    for section in report.paper:
        flow.extend(_section(section))
    return flow


def _text(text: str, font: str, size: float, colour: HexColor) -> Flowable:
    style = ParagraphStyle(font, fontName=font, fontSize=size, leading=size * 1.35, textColor=colour)
    return Preformatted(broken(text, font, size, _WIDTH), style)


def _facts(report: Report) -> Flowable:
    labels = [drawable(label) for label, _ in report.facts]
    width = _WIDTH / max(len(labels), 1)
    texts = [broken(cell_text(text), BOLD, 9, width - 2 * _PAD) for _, text in report.facts]
    style = TableStyle(
        [
            ("FONT", (0, 0), (-1, 0), REGULAR, 7, 9),
            ("TEXTCOLOR", (0, 0), (-1, 0), _SOFT),
            ("FONT", (0, 1), (-1, 1), BOLD, 9, 11),
            ("TEXTCOLOR", (0, 1), (-1, 1), _INK),
            ("BACKGROUND", (0, 0), (-1, -1), _SHADE),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), _PAD),
            ("RIGHTPADDING", (0, 0), (-1, -1), _PAD),
        ]
    )
    return LongTable([labels, texts], colWidths=[width] * len(labels), style=style)


def _section(section: Section) -> list[Flowable]:
    head = [Spacer(0, 8), _text(section.title, BOLD, 11, _INK)]
    if section.note:
        head.append(_text(section.note, REGULAR, 7.5, _SOFT))
    head.append(Spacer(0, 3))
    if not section.rows:
        return [KeepTogether([*head, _text(section.empty, REGULAR, 8.5, _SOFT)])]
    grid = _grid(section)
    # A title stands on the page on which its table begins, with some rows of it.
    return [CondPageBreak(_TITLE + sum(grid.heights[:4])), *head, Rows(grid, grid.ends())]


def _grid(section: Section) -> Grid:
    widths = _widths(section)
    heads = [
        broken(column.label, BOLD, 7, width - 2 * _PAD) for column, width in zip(section.columns, widths, strict=True)
    ]
    cells = [heads, *(_cells(row, widths) for row in section.rows)]
    heights = [_LEADING * max(text.count("\n") + 1 for text in row) + _PAD for row in cells]

    def table(start: int, stop: int) -> LongTable:
        style = TableStyle(_styles(replace(section, rows=section.rows[start:stop])))
        some = slice(start + 1, stop + 1)
        return LongTable([heads, *cells[some]], colWidths=widths, rowHeights=[heights[0], *heights[some]], style=style)

    return Grid(cells, heights, [row.style is not Style.HEADING for row in section.rows], _WIDTH, table)


def _styles(section: Section) -> list[tuple[Any, ...]]:
    styles: list[tuple[Any, ...]] = [
        ("FONT", (0, 0), (-1, 0), BOLD, 7, _LEADING),
        ("TEXTCOLOR", (0, 0), (-1, 0), _SOFT),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, _INK),
        ("FONT", (0, 1), (-1, -1), REGULAR, _SIZE, _LEADING),
        ("TEXTCOLOR", (0, 1), (-1, -1), _INK),
        ("LINEBELOW", (0, 1), (-1, -1), 0.25, _LINE),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), _PAD / 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), _PAD / 2),
        ("LEFTPADDING", (0, 0), (-1, -1), _PAD),
        ("RIGHTPADDING", (0, 0), (-1, -1), _PAD),
    ]
    styles += [("ALIGN", (at, 0), (at, -1), "RIGHT") for at, column in enumerate(section.columns) if column.right]
    for number, row in enumerate(section.rows, start=1):
        place = ((0, number), (-1, number))
        if row.style is not Style.PLAIN:
            styles.append(("FONT", *place, BOLD, _SIZE, _LEADING))
        if row.span > 1:
            styles.append(("SPAN", (0, number), (row.span - 1, number)))
        if row.style is Style.TOTAL:
            styles += [("LINEABOVE", *place, 0.8, _INK), ("BACKGROUND", *place, _SHADE)]
        elif row.style is Style.ALERT:
            styles.append(("TEXTCOLOR", *place, _RED))
    return styles


def _widths(section: Section) -> list[float]:
    whole = sum(column.width for column in section.columns)
    return [_WIDTH * column.width / whole for column in section.columns]


def _cells(row: Row, widths: list[float]) -> list[str]:
    font = REGULAR if row.style is Style.PLAIN else BOLD
    first = broken(cell_text(row.cells[0]), font, _SIZE, sum(widths[: row.span]) - 2 * _PAD)
    return [
        first if not place else broken(cell_text(cell), font, _SIZE, widths[place] - 2 * _PAD)
        for place, cell in enumerate(row.cells)
    ]


def _pages(report: Report) -> type[Canvas]:
    """Return the canvas that knows how many pages there are before it writes the foot of the first."""
    foot = drawable(f"{report.title} {report.subtitle}    {report.made}")

    class Pages(Canvas):  # type: ignore[misc]  # the library has no types
        """Keeps every page until the last is known."""

        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            self._kept: list[dict[str, Any]] = []

        def showPage(self) -> None:  # noqa: N802 - the library's name
            """Keep the page."""
            self._kept.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            """Write all pages, each with its foot."""
            for number, page in enumerate(self._kept, start=1):
                self.__dict__.update(page)
                self._foot(report.page.format(number=number, pages=len(self._kept)))
                super().showPage()
            super().save()

        def _foot(self, place: str) -> None:
            self.setFillColor(_SOFT)
            self.setStrokeColor(_LINE)
            self.setLineWidth(0.4)
            self.line(_MARGIN, 14 * mm, _PAGE[0] - _MARGIN, 14 * mm)
            self.setFont(REGULAR, fitting(foot, REGULAR, 7, _WIDTH - 30 * mm))
            self.drawString(_MARGIN, 10 * mm, foot)
            self.setFont(REGULAR, 7)
            self.drawRightString(_PAGE[0] - _MARGIN, 10 * mm, place)

    return Pages
