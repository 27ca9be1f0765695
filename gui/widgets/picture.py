"""Pictures that are drawn, one class each: on the screen in the theme's colours, and as PNG and SVG files."""

from abc import abstractmethod
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetricsF, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFileDialog, QMenu, QSizePolicy, QWidget

from gui.theme import LIGHT, Tokens, body_font, color, strong_font, tokens

#: How much larger than on the screen a saved picture is.
_SAVED_SCALE = 2

Flag = Qt.AlignmentFlag


class Picture(QWidget):
    """A drawing.

    Args:
        height: Its height, in pixels of the layout.
        name: What it shows, for screen readers and as the name of a saved file.
    """

    def __init__(self, height: int, name: str) -> None:
        super().__init__()
        self._height = height
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    @abstractmethod
    def draw(self, painter: QPainter, room: QRectF, now: Tokens) -> None:
        """Draw everything into the room."""

    def sizeHint(self) -> QSize:
        """Return a size in which it looks well."""
        return QSize(480, self._height)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw it on the screen."""
        painter = _ready(QPainter(self))
        self.draw(painter, QRectF(self.rect()), tokens())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to save it."""
        menu = QMenu(self)
        menu.addAction(self.tr("Save picture…"), self._choose)
        menu.exec(event.globalPos())

    def save(self, path: Path) -> None:
        """Save it, in the colours of paper; the end of the name says whether as SVG or as PNG."""
        if path.suffix.lower() == ".svg":
            generator = QSvgGenerator()
            generator.setFileName(str(path))
            generator.setSize(self.size())
            generator.setViewBox(self.rect())
            generator.setTitle(self.accessibleName())
            painter = _ready(QPainter(generator))
            self.draw(painter, QRectF(self.rect()), LIGHT)
            painter.end()
            return
        pixmap = QPixmap(self.size() * _SAVED_SCALE)
        pixmap.setDevicePixelRatio(_SAVED_SCALE)
        pixmap.fill(color(LIGHT.surface))
        painter = _ready(QPainter(pixmap))
        self.draw(painter, QRectF(self.rect()), LIGHT)
        painter.end()
        pixmap.save(str(path))

    def _choose(self) -> None:
        name = f"{self.accessibleName()}.svg"
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save picture"), name, "SVG (*.svg);;PNG (*.png)")
        if chosen:
            self.save(Path(chosen))


def write(
    painter: QPainter, room: QRectF, text: str, ink: str, *, flags: Flag = Flag.AlignLeft, font: QFont | None = None
) -> None:
    """Write one line into a room; it ends with an ellipsis where there is too little."""
    painter.setFont(font or body_font())
    painter.setPen(color(ink))
    shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, flags | Flag.AlignVCenter, shown)


def strong_write(painter: QPainter, room: QRectF, text: str, ink: str, *, flags: Flag = Flag.AlignLeft) -> None:
    """Write one line in the heavier weight."""
    write(painter, room, text, ink, flags=flags, font=strong_font())


def box(painter: QPainter, room: QRectF, ink: str, *, radius: float = 4, alpha: int = 255) -> None:
    """Fill a box with round corners."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(ink, alpha))
    painter.drawRoundedRect(room, radius, radius)


def rule(painter: QPainter, start: QPointF, end: QPointF, ink: str, *, dashed: bool = False) -> None:
    """Draw a thin line."""
    pen = painter.pen()
    pen.setColor(color(ink))
    pen.setWidthF(1)
    pen.setStyle(Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
    painter.setPen(pen)
    painter.drawLine(start, end)


def _ready(painter: QPainter) -> QPainter:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    return painter
