"""The work list as a table: money, customer, what, state, why, next try, one verb."""

from collections.abc import Sequence
from datetime import UTC, tzinfo
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, Qt

from agent.domain.worklist import Tab, Verb, WorkFilter, WorkRow
from agent.service import AgentService
from gui.reading import Reading
from gui.viewmodels.pages import Index, PagedModel
from gui.viewmodels.roles import LINK_ROLE, LOOK_ROLE, MUTED_ROLE, ROW_ROLE
from gui.words import amount_text, row_look, spoken, verb_word, what_word, when_text

Role = Qt.ItemDataRole


class Column(IntEnum):
    """The columns, from left to right."""

    STATE = 0
    AMOUNT = 1
    TITLE = 2
    WHAT = 3
    REASON = 4
    NEXT = 5
    VERB = 6


class WorkModel(PagedModel[WorkRow]):
    """One tab of the work list, filtered.

    Args:
        reading: Where rows are asked.
    """

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self.wanted = WorkFilter(Tab.NEEDS_YOU)
        self._now = 0
        self._zone: tzinfo = UTC

    def show(self, wanted: WorkFilter) -> None:
        """Show another part of the list."""
        self.wanted = wanted
        self.reload(fresh=True)

    def count_rows(self, service: AgentService) -> int:
        """Return how many rows there are."""
        self._now, self._zone = service.now(), service.zone()
        return service.work_count(self.wanted)

    def fetch_rows(self, service: AgentService, offset: int, limit: int) -> Sequence[WorkRow]:
        """Return rows."""
        return service.work(self.wanted, offset=offset, limit=limit)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Return what a column is called."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole:
            return _alignment(Column(section))
        return self._headings()[section] if role == Role.DisplayRole else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return one cell; nothing while its row is on its way."""
        if not index.isValid():
            return None
        row = self.row(index.row())
        column = Column(index.column())
        if role == Role.TextAlignmentRole:
            return _alignment(column)
        if row is None:
            return None
        if role in {Role.DisplayRole, Role.AccessibleTextRole}:
            return self._text(row, column)
        return {
            Role.ToolTipRole: spoken(row.reason) if column is Column.REASON else row.stripe_id,
            ROW_ROLE: row,
            LOOK_ROLE: row_look(row, self.wanted.tab) if column is Column.STATE else None,
            LINK_ROLE: column is Column.VERB and self._verb(row) is not Verb.NONE,
            MUTED_ROLE: column in {Column.WHAT, Column.NEXT},
        }.get(role)

    def _text(self, row: WorkRow, column: Column) -> str:
        return {
            Column.STATE: lambda: row_look(row, self.wanted.tab).word,
            Column.AMOUNT: lambda: amount_text(row.amount),
            Column.TITLE: lambda: spoken(row.title) or row.stripe_id,
            Column.WHAT: lambda: what_word(row),
            Column.REASON: lambda: spoken(row.reason) or row.erp_key,
            Column.NEXT: lambda: self._next(row),
            Column.VERB: lambda: verb_word(self._verb(row)),
        }[column]()

    def _verb(self, row: WorkRow) -> Verb:
        """Return what is offered for a row: of what is ignored only what a person gave up is taken back."""
        is_offered = self.wanted.tab is not Tab.IGNORED or row.verb is Verb.RESTORE
        return row.verb if is_offered else Verb.NONE

    def _next(self, row: WorkRow) -> str:
        at = row.updated_at if self.wanted.tab in {Tab.POSTED, Tab.IGNORED} else row.due_at
        if self.wanted.tab is Tab.IN_DOUBT and row.due_at is None:
            return self.tr("needs you")
        if self.wanted.tab is Tab.WAITING and row.due_at is not None and row.due_at <= self._now:
            return self.tr("now")
        return when_text(at, self._now, self._zone)

    def _headings(self) -> tuple[str, ...]:
        is_done = self.wanted.tab in {Tab.POSTED, Tab.IGNORED}
        return (
            self.tr("State"),
            self.tr("Amount"),
            self.tr("Whose"),
            self.tr("What"),
            self.tr("SYSPRO key") if self.wanted.tab is Tab.POSTED else self.tr("Why"),
            self.tr("When") if is_done else self.tr("Next try"),
            "",
        )


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column is Column.AMOUNT else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
