"""The list of flows: what each does, whose it is, and its switch."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.icons import state_pixmap
from gui.theme import body_font, color, strong_font, tokens
from gui.viewmodels.flows import FlowsModel, flow_line
from gui.viewmodels.roles import LOOK_ROLE, MUTED_ROLE, ROW_ROLE

#: Height of a row, and the switch in it, in pixels.
ROW_HEIGHT, _SWITCH = 60, QSize(28, 16)
_PAD = 12

Index = QModelIndex | QPersistentModelIndex


class FlowPainter(QStyledItemDelegate):
    """Draws a flow with its switch, and switches it where that is pressed."""

    def sizeHint(self, _: QStyleOptionViewItem, __: Index) -> QSize:
        """Return the room of a flow."""
        return QSize(0, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now, room = tokens(), QRectF(option.rect).adjusted(4, 1, -4, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            self._ground(painter, room, now.chosen)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            self._ground(painter, room, now.raised)
        is_on = index.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
        self._switch(painter, switch_room(room), on=is_on)
        left = switch_room(room).right() + 10
        words = QRectF(left, room.top() + 9, room.right() - left - _PAD, 20)
        painter.setPen(color(now.muted if index.data(MUTED_ROLE) else now.text))
        painter.setFont(strong_font())
        self._line(painter, words, str(index.data(Qt.ItemDataRole.DisplayRole)))
        painter.setPen(color(now.muted))
        painter.setFont(body_font())
        below = words.translated(0, 21)
        look = index.data(LOOK_ROLE)
        if look is not None:
            painter.setPen(color(now.tones[look.tone]))
            device = painter.device()
            scale = device.devicePixelRatioF() if device else 1.0
            painter.drawPixmap(int(left), int(below.top()) + 3, state_pixmap(look.shape, look.tone, 14, scale))
            below.setLeft(left + 20)
        self._line(painter, below, look.word if look is not None else flow_line(index.data(ROW_ROLE)))
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Switch a flow where its switch is pressed."""
        if event.type() is QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            room = switch_room(QRectF(option.rect).adjusted(4, 1, -4, -1)).adjusted(-6, -10, 6, 10)
            if room.contains(event.position()):
                return switch(model, index)
        return False

    @staticmethod
    def _ground(painter: QPainter, room: QRectF, ink: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(ink))
        painter.drawRoundedRect(room, 6, 6)

    @staticmethod
    def _switch(painter: QPainter, room: QRectF, *, on: bool) -> None:
        now = tokens()
        painter.setPen(color(now.accent if on else now.muted))
        painter.setBrush(color(now.accent if on else now.surface))
        painter.drawRoundedRect(room, room.height() / 2, room.height() / 2)
        knob = QRectF(room.right() - 13 if on else room.left() + 3, room.top() + 3, 10, 10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(now.on_accent if on else now.muted))
        painter.drawEllipse(knob)

    @staticmethod
    def _line(painter: QPainter, room: QRectF, text: str) -> None:
        shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class FlowList(QListView):
    """The flows from top to bottom; space switches, Alt with an arrow moves.

    Args:
        model: The flows.
    """

    moved = Signal(int)

    def __init__(self, model: FlowsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(FlowPainter(self))
        self.setProperty("role", "flows")
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Flows, in the order in which they are asked"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Switch with the space bar, move with Alt and an arrow."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            switch(self.model(), self.currentIndex())
        else:
            super().keyPressEvent(event)


def switch_room(room: QRectF) -> QRectF:
    """Return where the switch stands in the room of a row."""
    return QRectF(room.left() + _PAD - 4, room.top() + 11, _SWITCH.width(), _SWITCH.height())


def switch(model: QAbstractItemModel, index: Index) -> bool:
    """Ask for a flow to be switched the other way."""
    is_on = index.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
    other = Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked
    return model.setData(model.index(index.row(), 0), other, Qt.ItemDataRole.CheckStateRole)
