"""Writes the rows of a list to a file for a spreadsheet."""

import csv
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from agent.domain.worklist import WorkFilter, WorkRow
from agent.service import AgentService
from gui.words import exact_text, row_look, spoken, what_word

#: Rows that are read at a time.
_AT_ONCE = 1000


def export_rows(service: AgentService, wanted: WorkFilter, path: Path) -> str:
    """Write every row of a part of the work list as CSV, amounts in units of their currency.

    Args:
        service: The one door.
        wanted: The part of the list.
        path: The file; it is replaced.

    Returns:
        What was in the way, in words; empty when it was written.
    """
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(_headings())
            writer.writerows(_cells(row, service, wanted) for row in _all(service, wanted))
    except OSError as error:
        return QCoreApplication.translate("export", "{path} cannot be written: {why}.").format(
            path=path, why=error.strerror or type(error).__name__
        )
    return ""


def _all(service: AgentService, wanted: WorkFilter) -> Iterator[WorkRow]:
    offset = 0
    while rows := service.work(wanted, offset=offset, limit=_AT_ONCE):
        yield from rows
        offset += len(rows)


def _cells(row: WorkRow, service: AgentService, wanted: WorkFilter) -> tuple[str, ...]:
    return (
        row_look(row, wanted.tab).word,
        str(row.amount.to_decimal()) if row.amount else "",
        row.amount.currency.upper() if row.amount else "",
        _plain(spoken(row.title)),
        what_word(row),
        _plain(spoken(row.reason)),
        row.erp_key,
        row.stripe_id,
        exact_text(row.updated_at, service.zone()) if row.updated_at else "",
    )


def _plain(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t")) else text


def _headings() -> tuple[str, ...]:
    translated = QCoreApplication.translate
    return (
        translated("export", "State"),
        translated("export", "Amount"),
        translated("export", "Currency"),
        translated("export", "Whose"),
        translated("export", "What"),
        translated("export", "Why"),
        translated("export", "SYSPRO key"),
        translated("export", "Stripe id"),
        translated("export", "Changed"),
    )
