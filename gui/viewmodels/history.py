"""The audit as a table, newest first, page by page."""

from collections.abc import Sequence
from datetime import UTC, tzinfo
from typing import Any

from PySide6.QtCore import QModelIndex, Qt

from agent.domain.readmodels import AuditRow
from agent.service import AgentService
from gui.reading import Reading
from gui.viewmodels.deeds import deed_word
from gui.viewmodels.pages import Index, PagedModel
from gui.viewmodels.roles import MUTED_ROLE, ROW_ROLE
from gui.words import count_text, exact_text, spoken, when_text

Role = Qt.ItemDataRole


class HistoryModel(PagedModel[AuditRow]):
    """Every row of the audit.

    Args:
        reading: Where rows are asked.
    """

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self._last, self._now = 0, 0
        self._zone: tzinfo = UTC
        self._headings = (self.tr("When"), self.tr("Who"), self.tr("What"), self.tr("To what"), self.tr("Detail"))

    def count_rows(self, service: AgentService) -> int:
        """Return how many rows there are."""
        self._last, self._now, self._zone = service.last_audit_row(), service.now(), service.zone()
        return self._last

    def fetch_rows(self, service: AgentService, offset: int, limit: int) -> Sequence[AuditRow]:
        """Return rows; numbers have no gaps, so that any page is found at once."""
        return service.audit_rows(self._last - offset, limit)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Return what a column is called."""
        is_heading = orientation is Qt.Orientation.Horizontal and role == Role.DisplayRole
        return self._headings[section] if is_heading else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return one cell; nothing while its row is on its way."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        column = index.column()
        if role in {Role.DisplayRole, Role.AccessibleTextRole}:
            return self._cells(row)[column]
        return {
            Role.ToolTipRole: self._tool_tip(row, column),
            Role.TextAlignmentRole: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            ROW_ROLE: row,
            MUTED_ROLE: column in {0, 4},
        }.get(role)

    def _cells(self, row: AuditRow) -> tuple[str, ...]:
        when, what = when_text(row.at, self._now, self._zone), deed_word(row.action)
        return when, row.actor, what, row.subject, spoken(row.detail)

    def _tool_tip(self, row: AuditRow, column: int) -> str:
        if column == 0:
            place = self.tr("row {number}").format(number=count_text(row.id))
            return f"{exact_text(row.at, self._zone)}, {place}"
        if column == 2:
            return row.action
        return (spoken(row.detail) if column == 4 else row.subject)[:2000]
