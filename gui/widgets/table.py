"""The table of every page: rows of one height, states as chips, verbs as links, bars where a row is on its way."""

from collections.abc import Collection, Iterable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gui.icons import state_pixmap
from gui.theme import body_font, color, fixed_font, strong_font, tokens
from gui.viewmodels.roles import FIXED_ROLE, LINK_ROLE, LOOK_ROLE, MUTED_ROLE, ROW_ROLE
from gui.words import Look

ROW_HEIGHT = 40
_PAD = 12

Flag = Qt.AlignmentFlag
Index = QModelIndex | QPersistentModelIndex


class CellPainter(QStyledItemDelegate):
    """Draws a cell."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now, room = tokens(), QRectF(option.rect)
        state: Any = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(room, color(now.chosen))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(room, color(now.ground))
        painter.setPen(color(now.line))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        inner = room.adjusted(_PAD, 0, -_PAD, 0)
        look = index.data(LOOK_ROLE)
        if index.data(ROW_ROLE) is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(now.raised))
            painter.drawRoundedRect(QRectF(inner.left(), room.center().y() - 6, inner.width() * 0.7, 12), 4, 4)
        elif look is not None:
            draw_chip(painter, inner, look)
        else:
            self._text(painter, inner, index)
        painter.restore()

    def sizeHint(self, _: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room that the text of a cell wants."""
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        font = strong_font() if index.data(LOOK_ROLE) is not None else body_font()
        more = 34 if index.data(LOOK_ROLE) is not None else 0
        return QSize(int(QFontMetricsF(font).horizontalAdvance(text)) + 2 * _PAD + more + 2, ROW_HEIGHT)

    def _text(self, painter: QPainter, room: QRectF, index: Index) -> None:
        now, is_link = tokens(), bool(index.data(LINK_ROLE))
        ink = now.accent if is_link else now.muted if index.data(MUTED_ROLE) else now.text
        painter.setFont(fixed_font() if index.data(FIXED_ROLE) else strong_font() if is_link else body_font())
        painter.setPen(color(ink))
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "").replace("\n", " ")
        shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        alignment = index.data(Qt.ItemDataRole.TextAlignmentRole) or Flag.AlignLeft | Flag.AlignVCenter
        painter.drawText(room, alignment, shown)


def draw_chip(painter: QPainter, room: QRectF, look: Look) -> None:
    """Draw a state as shape, word and colour, at the left of the room."""
    now = tokens()
    font = strong_font()
    width = QFontMetricsF(font).horizontalAdvance(look.word) + 36
    ground = QRectF(room.left(), room.center().y() - 12, min(width, room.width()), 24)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(now.washes[look.tone]))
    painter.drawRoundedRect(ground, 12, 12)
    device = painter.device()
    scale = device.devicePixelRatioF() if device else 1.0
    painter.drawPixmap(int(ground.left()) + 7, int(ground.top()) + 5, state_pixmap(look.shape, look.tone, 14, scale))
    painter.setFont(font)
    painter.setPen(color(now.tones[look.tone]))
    painter.drawText(ground.adjusted(27, 0, -6, 0), Flag.AlignLeft | Flag.AlignVCenter, look.word)


def chip_width(words: Iterable[str]) -> int:
    """Return how wide a column of chips with these words is."""
    return _widest(words) + 36 + 2 * _PAD


def link_width(words: Iterable[str]) -> int:
    """Return how wide a column of links with these words is."""
    return _widest(words) + 2 * _PAD + 4


def _widest(words: Iterable[str]) -> int:
    return max(round(QFontMetricsF(strong_font()).horizontalAdvance(word)) for word in words)


class Table(QTableView):
    """A table edge to edge in its card.

    Args:
        model: Its rows.
        widths: Width of each column in pixels; 0 takes what is left.
    """

    opened = Signal(QModelIndex)
    pressed_link = Signal(QModelIndex)

    def __init__(self, model: QAbstractItemModel, widths: list[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(CellPainter(self))
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        upright = self.verticalHeader()
        upright.setVisible(False)
        upright.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        upright.setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(32)
        header.setDefaultAlignment(Flag.AlignLeft | Flag.AlignVCenter)
        for column, width in enumerate(widths):
            mode = QHeaderView.ResizeMode.Interactive if width else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, mode)
            if width:
                header.resizeSection(column, width)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self.opened)

    def hide_columns(self, hidden: Collection[int]) -> None:
        """Show every column but these; where no column that takes what is left remains, the last one does."""
        header = self.horizontalHeader()
        for column in range(header.count()):
            self.setColumnHidden(column, column in hidden)
        shown = [column for column in range(header.count()) if column not in hidden]
        stretches = (header.sectionResizeMode(column) is QHeaderView.ResizeMode.Stretch for column in shown)
        header.setStretchLastSection(not any(stretches))

    def chosen_rows(self) -> list[Any]:
        """Return the rows that are chosen, from top to bottom, as far as they are there."""
        found = [
            index.data(ROW_ROLE) for index in sorted(self.selectionModel().selectedRows(), key=lambda one: one.row())
        ]
        return [row for row in found if row is not None]

    def current_row(self) -> Any:
        """Return the row the cursor is on, or ``None``."""
        index = self.currentIndex()
        return index.data(ROW_ROLE) if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be pressed."""
        is_link = bool(self.indexAt(event.position().toPoint()).data(LINK_ROLE))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew when the scheme has changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and QApplication.instance():
            self.viewport().update()

    def _clicked(self, index: QModelIndex) -> None:
        if index.data(LINK_ROLE):
            self.pressed_link.emit(index)
