"""The rows of a long table, a page of them at a time.

ReportLab splits a table by going through all its rows again for every page; with rows whose heights are known, a page
takes its own and leaves the rest alone, so that ten thousand lines take as long as five times two thousand.
"""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate

from reportlab.platypus import Flowable, LongTable

#: Makes a table of the rows from one number until before another, with the headings above them.
Maker = Callable[[int, int], LongTable]


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a whole table.

    Attributes:
        cells: Texts, broken into lines; the headings first.
        heights: Of each row, in points.
        alone: Whether a row may be the last of a page; a heading may not.
        width: Of the table, in points.
        table: Makes the part of a page; rows are numbered without the headings.
    """

    cells: list[list[str]]
    heights: list[float]
    alone: list[bool]
    width: float
    table: Maker

    def ends(self) -> list[float]:
        """Return how far down each row ends, from the first row on."""
        return list(accumulate(self.heights[1:]))


class Rows(Flowable):  # type: ignore[misc]  # the library has no types
    """The rows of a table from one on, with the headings above them on every page.

    Args:
        grid: The whole table.
        ends: How far down each of its rows ends.
        start: Number of the first row that is set here.
    """

    def __init__(self, grid: Grid, ends: list[float], start: int = 0) -> None:
        super().__init__()
        self.grid = grid
        self._ends, self._start = ends, start

    def wrap(self, _: float, __: float) -> tuple[float, float]:
        """Return width and height of all rows that are left."""
        self.width, self.height = self.grid.width, self.grid.heights[0] + self._ends[-1] - self._before
        return self.width, self.height

    def split(self, _: float, height: float) -> list[Flowable]:
        """Return the table that fits into ``height`` points and the rows after it; nothing where not one row fits."""
        room = height - self.grid.heights[0] + self._before
        stop = bisect_right(self._ends, room, lo=self._start)
        while stop > self._start and not self.grid.alone[stop - 1]:
            stop -= 1
        if stop == self._start:
            return []
        return [self.grid.table(self._start, stop), Rows(self.grid, self._ends, stop)]

    def draw(self) -> None:
        """Draw what is left, which fits."""
        table = self.grid.table(self._start, len(self._ends))
        table.wrapOn(self.canv, self.width, self.height)
        table.drawOn(self.canv, 0, 0)

    @property
    def _before(self) -> float:
        return self._ends[self._start - 1] if self._start else 0.0
