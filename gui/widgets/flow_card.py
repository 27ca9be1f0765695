"""A card of a flow, the line that connects it with the next one, and the heading above the cards of one section."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from agent.domain.flow_cards import Card, CardPlace, Section
from agent.domain.walking import Seen
from gui.icons import glyph
from gui.theme import SMALL, Tone, color, fixed_font, strong_font, tokens
from gui.viewmodels import flow_words as words
from gui.viewmodels.flows import CardText, card_text
from gui.widgets.basics import Button, Chip, Elided, StateIcon, Text, in_font, row_of
from gui.widgets.forms import Lines

#: What a dragged card is.
MIME = "application/x-syspro-stripe-card"

#: Where the connecting line runs, in pixels from the left edge of the cards.
LINE_X = 30

#: Most values that a card shows of what it read, and of what it gave.
_MOST_READ, _MOST_GIVEN = 4, 6


class CardView(QFrame):
    """One card.

    Args:
        card: What it shows.
        is_alone: Whether it is the only one of its section, so that there is nowhere to move it.
    """

    opened = Signal(object)
    switched = Signal(object)
    moved = Signal(object, int)
    removed = Signal(object)
    stepped = Signal(object, int)

    def __init__(self, card: Card, *, is_alone: bool) -> None:
        super().__init__()
        self.card = card
        self._is_alone = is_alone
        self._pressed_at: QPoint | None = None
        self.setProperty("role", "step")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        said = card_text(card)
        self._glyph = said.icon
        self.icon = QLabel()
        self.icon.setFixedSize(28, 28)
        self.icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title = Elided(said.word)
        in_font(self.title, strong_font())
        self.chip = Chip()
        self.chip.hide()
        self.power = Button("", role="quiet")
        self.power.setFixedSize(28, 28)
        self.power.clicked.connect(lambda: self.switched.emit(self.card.place))
        self.power.setVisible(card.place.section is not Section.TRIGGER)
        self._lay_out(said)
        self.paint_icons()
        self._show_switch()
        self.setAccessibleName(self._name(said))

    def _lay_out(self, said: CardText) -> None:
        column = QVBoxLayout()
        column.setSpacing(2)
        head = row_of(self.title, self.chip)
        head.setStretch(0, 1)
        column.addLayout(head)
        self.sentence = Elided(said.sentence)
        self.condition = Elided(_condition(said), role="muted")
        if not said.is_plain:
            in_font(self.condition, fixed_font())
        self.condition.setVisible(bool(said.condition))
        column.addWidget(self.sentence)
        column.addWidget(self.condition)
        self.problem = Text("\n".join(map(words.sentence_text, self.card.problems)), wraps=True)
        self.problem.tone("bad")
        warning = StateIcon(14)
        warning.show_state("refused", Tone.BAD)
        self.trouble = QWidget()
        row = row_of(warning, self.problem, spacing=6)
        row.setAlignment(warning, Qt.AlignmentFlag.AlignTop)
        row.setStretch(1, 1)
        self.trouble.setLayout(row)
        self.trouble.setVisible(bool(self.card.problems))
        column.addWidget(self.trouble)
        self.walked = Text(wraps=True)
        self.values = Lines(spacing=1)
        self.walked.hide()
        column.addWidget(self.walked)
        column.addWidget(self.values)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(16, 10, SMALL, 10)
        whole.setSpacing(12)
        whole.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(column, 1)
        whole.addWidget(self.power, 0, Qt.AlignmentFlag.AlignTop)

    def _name(self, said: CardText) -> str:
        parts = [said.word, said.sentence, _condition(said), *map(words.sentence_text, self.card.problems)]
        if self.card.off:
            parts.append(words.off_word())
        return ". ".join(part for part in parts if part)

    def _show_switch(self) -> None:
        off = self.card.off
        said = self.tr("Switch the card on") if off else self.tr("Switch the card off")
        self.power.setToolTip(said)
        self.power.setAccessibleName(said)
        self.setProperty("off", "true" if off else "false")
        for label in (self.title, self.sentence):
            label.setEnabled(not off)

    # -- what is shown

    def choose(self, *, chosen: bool) -> None:
        """Mark the card as the one that is edited."""
        self._mark("chosen", on=chosen)

    def show_step(self, seen: Seen | None, *, current: bool) -> None:
        """Show what the card saw of an event; ``None`` where it has not got so far."""
        self._mark("current", on=current)
        self.chip.setVisible(seen is not None)
        self.walked.setVisible(seen is not None)
        if seen is None:
            self.values.fill(())
            return
        self.chip.say(words.said_look(seen.said))
        self.walked.setText(words.sentence_text(seen.text))
        self.walked.setVisible(bool(seen.text) and seen.text != self.sentence.whole())
        reads = [(path, words.truth_text(value)) for path, value in seen.reads]
        lines = [
            *_lines(reads, "→", _MOST_READ),
            *_lines(seen.gives, "=", _MOST_GIVEN),
        ]
        self.values.fill([in_font(Elided(line, role="muted"), fixed_font()) for line in lines])

    def paint_icons(self) -> None:
        """Draw the icons in the colours of now."""
        now = tokens()
        ink = now.muted if self.card.off else now.accent
        self.icon.setPixmap(glyph(self._glyph, ink).pixmap(QSize(20, 20)))
        self.power.setIcon(glyph("power", now.muted if self.card.off else now.accent))

    def _mark(self, name: str, *, on: bool) -> None:
        self.setProperty(name, "true" if on else "false")
        self.style().unpolish(self)
        self.style().polish(self)

    # -- keys and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, go with the arrows, move with Alt and an arrow, remove with Delete."""
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key), 0)
        if step and alt:
            self.moved.emit(self.card.place, self.card.place.number + step)
        elif step:
            self.stepped.emit(self.card.place, step)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.opened.emit(self.card.place)
        elif key == Qt.Key.Key_Delete:
            self.removed.emit(self.card.place)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag."""
        begun = self._pressed_at
        far = QApplication.startDragDistance()
        if begun is None or self._is_alone or (event.position().toPoint() - begun).manhattanLength() < far:
            return
        self._pressed_at = None
        drag = QDrag(self)
        told = QMimeData()
        told.setData(MIME, place_text(self.card.place).encode())
        drag.setMimeData(told)
        drag.setPixmap(self.grab())
        drag.setHotSpot(begun)
        drag.exec(Qt.DropAction.MoveAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the card."""
        if self._pressed_at is not None and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(self.card.place)
        self._pressed_at = None


class Connector(QWidget):
    """The line from one card to the next, with its head."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(18)
        self.is_target = False

    def aim(self, *, on: bool) -> None:
        """Show that a dragged card would come here."""
        self.is_target = on
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = tokens()
        if self.is_target:
            painter.setPen(QPen(color(now.accent), 3))
            painter.drawLine(0, self.height() // 2, self.width(), self.height() // 2)
            return
        painter.setPen(QPen(color(now.muted, 150), 1.5))
        bottom = self.height() - 2
        painter.drawLine(QPointF(LINE_X, 0), QPointF(LINE_X, bottom - 2))
        painter.setBrush(color(now.muted, 150))
        painter.setPen(Qt.PenStyle.NoPen)
        head = [QPointF(LINE_X - 4, bottom - 5), QPointF(LINE_X + 4, bottom - 5), QPointF(LINE_X, bottom)]
        painter.drawPolygon(QPolygonF(head))


class SectionHead(QWidget):
    """What stands above the cards of a section: its words, how many there are, folded or not, one card more."""

    added = Signal(object)
    folded = Signal(object)

    def __init__(self, section: Section, count: int, *, is_folded: bool) -> None:
        super().__init__()
        self.section = section
        self.label = Elided(words.section_heading(section), role="muted")
        self.fold = Button(str(count), role="quiet")
        self.fold.setIcon(glyph("caret-right" if is_folded else "caret-down", tokens().accent))
        said = self.tr("Show the cards") if is_folded else self.tr("Fold the cards")
        self.fold.setToolTip(said)
        self.fold.setAccessibleName(f"{words.section_heading(section)}: {said}")
        self.fold.clicked.connect(lambda: self.folded.emit(section))
        self.fold.setVisible(count > 1)
        self.add = Button(self.tr("Add"), role="quiet", icon="plus")
        self.add.setAccessibleName(self.tr("Add a card: {section}").format(section=words.section_word(section)))
        self.add.clicked.connect(lambda: self.added.emit(section))
        self.add.setVisible(section is not Section.TRIGGER)
        row = row_of(self.label, self.fold, self.add, spacing=4)
        row.setStretch(0, 1)
        row.setContentsMargins(0, 0, 0, 0)
        self.setLayout(row)


def place_text(place: CardPlace) -> str:
    """Return a place as it is dragged."""
    return f"{place.section.value} {place.number}"


def place_from(text: str) -> CardPlace:
    """Return the place that :func:`place_text` wrote."""
    section, _, number = text.partition(" ")
    return CardPlace(Section(section), int(number))


def _condition(said: CardText) -> str:
    return (
        QApplication.translate("flows", "where {condition}").format(condition=said.condition) if said.condition else ""
    )


def _lines(values: Sequence[tuple[str, str]], sign: str, most: int) -> list[str]:
    shown = [f"{name} {sign} {value or '-'}" for name, value in values[:most]]
    return [*shown, *(["…"] if len(values) > most else [])]
