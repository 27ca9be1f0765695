"""The table of a page that keeps two sides in step: what a cell says, and which columns are special."""

from abc import abstractmethod
from collections.abc import Collection, Sequence
from datetime import UTC, tzinfo
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, Qt

from agent.service import AgentService
from gui.reading import Reading
from gui.viewmodels.pages import Index, PagedModel
from gui.viewmodels.roles import FIXED_ROLE, LINK_ROLE, LOOK_ROLE, MUTED_ROLE, ROW_ROLE
from gui.words import Look

Row = TypeVar("Row")
Wanted = TypeVar("Wanted")

Role = Qt.ItemDataRole


class ListModel(PagedModel[Row], Generic[Row, Wanted]):
    """Rows that a filter wants, as a table.

    Args:
        reading: Where rows are asked.
        wanted: The filter at first.
        headings: What the columns are called, from left to right.

    Attributes:
        wanted: The filter.
        now: When the rows were read, Unix seconds UTC.
        zone: The site's time zone.
    """

    #: Columns of amounts, of quiet words, of codes; the one of the state; the one of the verb.
    right: Collection[int] = ()
    muted: Collection[int] = ()
    fixed: Collection[int] = ()
    state: int | None = None
    verb: int

    def __init__(self, reading: Reading, wanted: Wanted, headings: Sequence[str]) -> None:
        super().__init__(reading)
        self.wanted = wanted
        self.now = 0
        self.zone: tzinfo = UTC
        self._headings = headings

    # -- what a list says of its rows

    @abstractmethod
    def count_wanted(self, service: AgentService) -> int:
        """Return how many rows the filter wants; runs in another thread."""

    @abstractmethod
    def text(self, row: Row, column: int) -> str:
        """Return what a cell says."""

    @abstractmethod
    def verb_of(self, row: Row) -> str:
        """Return the one thing to press on a row; empty where nothing is to be done."""

    def look_of(self, row: Row) -> Look | None:  # noqa: ARG002 - a list without chips has no look
        """Return the chip of a row's state."""
        return None

    def tool_tip(self, row: Row, column: int) -> str:
        """Return what a cell says when somebody rests on it."""
        return self.text(row, column)

    # -- what everybody asks

    def show(self, wanted: Wanted) -> None:
        """Show what another filter wants."""
        self.wanted = wanted
        self.reload(fresh=True)

    def count_rows(self, service: AgentService) -> int:
        """Return how many rows there are."""
        self.now, self.zone = service.now(), service.zone()
        return self.count_wanted(service)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Return what a column is called."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole:
            return self._alignment(section)
        return self._headings[section] if role == Role.DisplayRole else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return one cell; nothing while its row is on its way."""
        if not index.isValid():
            return None
        row, column = self.row(index.row()), index.column()
        if role == Role.TextAlignmentRole:
            return self._alignment(column)
        if row is None:
            return None
        if role in {Role.DisplayRole, Role.AccessibleTextRole}:
            return self.text(row, column)
        if role == Role.ToolTipRole:
            return self.tool_tip(row, column)
        return {
            ROW_ROLE: row,
            LOOK_ROLE: self.look_of(row) if column == self.state else None,
            LINK_ROLE: column == self.verb and bool(self.verb_of(row)),
            MUTED_ROLE: column in self.muted,
            FIXED_ROLE: column in self.fixed,
        }.get(role)

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column in self.right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
