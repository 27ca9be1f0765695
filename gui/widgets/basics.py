"""Labels, buttons, cards and lines in the window's own style."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from gui.icons import glyph, state_pixmap
from gui.theme import (
    LARGE,
    MEDIUM,
    SMALL,
    Tone,
    body_font,
    color,
    figure_font,
    fixed_font,
    strong_font,
    title_font,
    tokens,
)
from gui.words import Look, shortened


class Text(QLabel):
    """A label; wraps where it is told to.

    Args:
        text: What it says; never read as rich text, because customers' names may look like it.
        role: ``muted`` for what is read second.
        wraps: Whether it may take several lines.
    """

    def __init__(self, text: str = "", *, role: str = "", wraps: bool = False) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(wraps)
        if wraps:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def tone(self, tone: str) -> None:
        """Give it the colour of a meaning, by the value of a ``Tone``; none where it is empty."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)


def in_font(label: QLabel, font: QFont) -> QLabel:
    """Return the label in a font of the theme."""
    label.setFont(font)
    return label


def title(text: str) -> QLabel:
    """Return a label in the title's size."""
    return in_font(Text(text), title_font())


def strong(text: str = "") -> QLabel:
    """Return a label in the heavier weight."""
    return in_font(Text(text), strong_font())


def figure(text: str = "") -> QLabel:
    """Return a label in the largest size."""
    return in_font(Text(text), figure_font())


class Elided(QLabel):
    """A label of one line that ends with an ellipsis where there is no room; the whole text is its tool tip."""

    def __init__(self, text: str = "", *, role: str = "", mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._mode = mode
        self._whole = ""
        self.say(text)

    def say(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def whole(self) -> str:
        """Return the text as it is."""
        return self._whole

    def minimumSizeHint(self) -> QSize:
        """Return the room for one line of nearly nothing."""
        return QSize(MEDIUM, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        line = self._whole.replace("\n", " ")
        shown = QFontMetrics(self.font()).elidedText(line, self._mode, max(self.width(), MEDIUM))
        self.setToolTip(self._whole if shown != self._whole else "")
        self.setText(shown)


class Chooser(QComboBox):
    """A list to choose from, whose shown entry ends with an ellipsis where there is no room for it."""

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw it as the style does, with the text fitted."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        text = self.currentText()
        shown = QFontMetrics(self.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width() - SMALL)
        self.setToolTip(text if shown != text else "")
        option.currentText = shown
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class Identifier(QPushButton):
    """An id in a monospace face, shortened in the middle; a click copies all of it."""

    copied = Signal(str)

    def __init__(self, text: str = "", *, most: int = 18) -> None:
        super().__init__()
        self._most = most
        self._whole = ""
        self.setProperty("role", "link")
        self.setFont(fixed_font())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._copy)
        self.say(text)

    def say(self, text: str) -> None:
        """Show another id; an empty one hides it."""
        self._whole = text
        self.setText(shortened(text, self._most))
        self.setToolTip(self.tr("Copy {id}").format(id=text))
        self.setAccessibleName(self.tr("Copy {id}").format(id=text))
        self.setVisible(bool(text))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._whole)
        self.copied.emit(self._whole)


class StateIcon(QLabel):
    """The drawing of a state, sharp at every scale."""

    def __init__(self, size: int = 16) -> None:
        super().__init__()
        self._size = size
        self._shape, self._tone = "", Tone.QUIET
        self.setFixedSize(size, size)

    def show_state(self, shape: str, tone: Tone) -> None:
        """Show another state."""
        self._shape, self._tone = shape, tone
        self.update()

    def pixmap_now(self) -> QPixmap:
        """Return the drawing in the colours of now."""
        return state_pixmap(self._shape, self._tone, self._size, self.devicePixelRatioF())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it anew, because the scheme may have changed."""
        super().paintEvent(event)
        if self._shape:
            QPainter(self).drawPixmap(0, 0, self.pixmap_now())


class Chip(QWidget):
    """A state as shape, word and colour."""

    def __init__(self, look: Look | None = None) -> None:
        super().__init__()
        self._tone = Tone.QUIET
        self._icon = StateIcon(14)
        self._word = Text()
        self._word.setFont(strong_font())
        row = QHBoxLayout(self)
        row.setContentsMargins(SMALL, 4, SMALL + 2, 4)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if look:
            self.say(look)

    def say(self, look: Look) -> None:
        """Show another state."""
        self._tone = look.tone
        self._icon.show_state(look.shape, look.tone)
        self._word.setText(look.word)
        self._word.tone(look.tone.value)
        self.setAccessibleName(look.word)
        self.updateGeometry()
        self.update()

    def word(self) -> str:
        """Return the word it shows."""
        return self._word.text()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the ground of the meaning."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(tokens().washes[self._tone]))
        radius = self.height() / 2
        painter.drawRoundedRect(self.rect(), radius, radius)


class Card(QFrame):
    """A surface with a border; what belongs together stands in one.

    Args:
        heading: Its heading; empty for none.
        margin: Distance of the content from the border.
    """

    def __init__(self, heading: str = "", *, margin: int = MEDIUM) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(SMALL)
        self.head = QHBoxLayout()
        self.head.setSpacing(SMALL)
        if heading:
            self.head.addWidget(strong(heading))
            self.head.addStretch()
            self.column.addLayout(self.head)
            self.setAccessibleName(heading)


class ListCard(Card):
    """A card whose list goes from edge to edge, but for its round corners."""

    def __init__(self) -> None:
        super().__init__(margin=0)
        self.column.setContentsMargins(1, 5, 1, 5)
        self.column.setSpacing(0)


def row_of(*parts: QWidget | int, margin: int = 0, spacing: int = SMALL) -> QHBoxLayout:
    """Return widgets side by side; a whole number is room that grows."""
    row = QHBoxLayout()
    row.setContentsMargins(margin, margin, margin, margin)
    row.setSpacing(spacing)
    for part in parts:
        if isinstance(part, int):
            row.addStretch(part)
        else:
            row.addWidget(part)
    return row


def line() -> QFrame:
    """Return a thin line."""
    frame = QFrame()
    frame.setProperty("role", "line")
    return frame


class Button(QPushButton):
    """A button whose words say what happens.

    Args:
        text: A verb.
        role: ``primary`` for the one main action, ``quiet`` for small ones.
        icon: Name of an icon of the family.
    """

    def __init__(self, text: str, *, role: str = "", icon: str = "") -> None:
        super().__init__(text)
        self._glyph = icon
        self._role = role
        self.setProperty("role", role)
        self.setFont(body_font())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.paint_icon()

    def paint_icon(self) -> None:
        """Draw the icon in the colours of now."""
        if self._glyph:
            now = tokens()
            inks = {"primary": now.on_accent, "quiet": now.accent, "link": now.accent}
            self.setIcon(glyph(self._glyph, inks.get(self._role, now.text)))


def page_margins(column: QVBoxLayout) -> None:
    """Give a page the distances of the grid."""
    column.setContentsMargins(LARGE, MEDIUM, LARGE, LARGE)
    column.setSpacing(MEDIUM)
