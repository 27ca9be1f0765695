"""A table model over rows that are fetched page by page, good for a million of them.

The model knows how many rows there are and keeps the pages that were looked at last; a row that is not there yet is
empty until its page has come. When something changes, what is shown stays until the new rows are there: nothing jumps.
"""

from abc import abstractmethod
from collections import OrderedDict
from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QTimer, Signal

from agent.domain.errors import Problem
from agent.service import AgentService
from gui.reading import Lane, Reading

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

#: Rows of a page, and pages that are kept.
PAGE, KEPT = 100, 40


class PagedModel(QAbstractTableModel, Generic[Row]):
    """Rows of the service as a table.

    Args:
        reading: Where they are asked.
    """

    loaded = Signal()
    failed = Signal(object)

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading
        self._count = 0
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()
        self._wanted: set[int] = set()
        self._generation = 0
        # All pages that a scroll wants are asked for together, once it is at rest for a moment.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._fetch)

    # -- what a list says of its rows

    @abstractmethod
    def count_rows(self, service: AgentService) -> int:
        """Return how many rows there are; runs in another thread."""

    @abstractmethod
    def fetch_rows(self, service: AgentService, offset: int, limit: int) -> Sequence[Row]:
        """Return rows; runs in another thread."""

    # -- what everybody asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else self._count

    def row(self, number: int) -> Row | None:
        """Return a row, or ``None`` while it is on its way."""
        page, place = divmod(number, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            self._want(page)
            return None
        self._pages.move_to_end(page)
        return rows[place] if place < len(rows) else None

    def reload(self, *, fresh: bool = False) -> None:
        """Read again.

        Args:
            fresh: What is shown belongs to another question, so nothing of it stays.
        """
        self._generation += 1
        generation, pages = self._generation, [0] if fresh else self._recent()

        def read(service: AgentService) -> tuple[int, dict[int, Sequence[Row]]]:
            count = self.count_rows(service)
            found = {page: self.fetch_rows(service, page * PAGE, PAGE) for page in pages if page * PAGE < count}
            return count, found

        def then(answer: tuple[int, dict[int, Sequence[Row]]]) -> None:
            if generation == self._generation:
                self._take(*answer, fresh=fresh)

        self._reading.ask(self, read, then, key="reload", failed=self._fail, lane=Lane.LISTS)

    # -- within

    def _take(self, count: int, pages: dict[int, Sequence[Row]], *, fresh: bool) -> None:
        self._wanted.clear()
        if fresh:
            self.beginResetModel()
            self._pages = OrderedDict(pages)
            self._count = count
            self.endResetModel()
        else:
            self._resize(count)
            before, self._pages = self._pages, OrderedDict(pages)
            for page, rows in pages.items():
                if before.get(page) != rows:
                    self._tell(page)
        self.loaded.emit()

    def _resize(self, count: int) -> None:
        if count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, count - 1)
            self._count = count
            self.endInsertRows()
        elif count < self._count:
            self.beginRemoveRows(QModelIndex(), count, self._count - 1)
            self._count = count
            self.endRemoveRows()

    def _recent(self) -> list[int]:
        """Return the pages that are kept over a change: those looked at last."""
        return list(self._pages)[-3:] or [0]

    def _want(self, page: int) -> None:
        if page not in self._wanted:
            self._wanted.add(page)
            if not self._timer.isActive():
                self._timer.start()

    def _fetch(self) -> None:
        pages, generation = sorted(self._wanted)[-3:], self._generation

        def read(service: AgentService) -> dict[int, Sequence[Row]]:
            return {page: self.fetch_rows(service, page * PAGE, PAGE) for page in pages}

        def then(found: dict[int, Sequence[Row]]) -> None:
            if generation != self._generation:
                return
            self._wanted.clear()
            for page, rows in found.items():
                self._pages[page] = rows
                self._pages.move_to_end(page)
                self._tell(page)
            while len(self._pages) > KEPT:
                self._pages.popitem(last=False)

        self._reading.ask(self, read, then, key="pages", failed=self._fail, lane=Lane.LISTS)

    def _tell(self, page: int) -> None:
        first, last = page * PAGE, min((page + 1) * PAGE, self._count) - 1
        if first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))

    def _fail(self, problem: Problem) -> None:
        self._wanted.clear()
        self.failed.emit(problem)
