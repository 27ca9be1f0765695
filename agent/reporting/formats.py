"""The four formats, and the one function that renders into them."""

from collections.abc import Callable, Mapping
from enum import Enum

from agent.reporting.as_csv import csv_of
from agent.reporting.as_html import html_of
from agent.reporting.as_pdf import pdf_of
from agent.reporting.as_xlsx import xlsx_of
from agent.reporting.report import Report


class Format(Enum):
    """A format; the value is what the command line calls it and how its files end."""

    HTML = "html"
    """One page with nothing outside itself; prints well."""
    PDF = "pdf"
    """Pages of A4."""
    CSV = "csv"
    """For a spreadsheet or another program; UTF-8."""
    XLSX = "xlsx"
    """A workbook with numbers as numbers."""


_RENDERERS: Mapping[Format, Callable[[Report], bytes]] = {
    Format.HTML: html_of,
    Format.PDF: pdf_of,
    Format.CSV: csv_of,
    Format.XLSX: xlsx_of,
}


def render(report: Report, wanted: Format) -> bytes:
    """Return a report as the content of a file."""
    return _RENDERERS[wanted](report)
