"""What a page shows while there is nothing to show: loading, empty, error; and the words that come and go below."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from agent.domain.errors import Problem
from gui.theme import LARGE, MEDIUM, SMALL, Tone, color, tokens
from gui.widgets.basics import Button, StateIcon, Text, strong
from gui.words import spoken

#: Least width of a list that may stand beside the detail of one of its rows, in pixels.
LEAST_BESIDE_DETAIL = 160

#: Milliseconds that a word about something done stays.
_NOTICE_MS = 6000

#: The same where it can be taken back.
_UNDO_MS = 15_000

#: Seconds that what is approved waits, so that it can be taken back as long as the word about it stands there.
UNDO_S = _UNDO_MS // 1000


class Skeleton(QWidget):
    """Grey bars where lines will be, so that nothing jumps when they arrive."""

    def __init__(self, lines: int = 6) -> None:
        super().__init__()
        self._lines = lines
        self.setMinimumHeight(lines * 32)
        self.setAccessibleName(self.tr("Loading"))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(tokens().raised))
        for number in range(self._lines):
            width = self.width() * (0.92, 0.78, 0.86, 0.64)[number % 4]
            painter.drawRoundedRect(QRectF(0, number * 32 + 8, width, 14), 4, 4)


class Message(QWidget):
    """A state in the middle of a page: a drawing, a sentence, what to do."""

    def __init__(self) -> None:
        super().__init__()
        self.icon = StateIcon(40)
        self.title = strong()
        self.title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.text = Text(role="muted", wraps=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.text.setFixedWidth(440)
        self.button = Button("")
        self.button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(SMALL)
        column.addStretch(2)
        for part in (self.icon, self.title, self.text, self.button):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def say(self, shape: str, tone: Tone, title: str, text: str) -> None:
        """Say what is the case."""
        self.icon.show_state(shape, tone)
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        # In a column that is centred nobody asks a label how high its lines are.
        self.text.setFixedHeight(self.text.heightForWidth(self.text.width()))
        self.setAccessibleName(f"{title}. {text}")


class Stages(QStackedWidget):
    """A content with its other four faces: loading, empty, error and, once there is content, the content.

    Args:
        content: What is shown when there is something.
        lines: Bars of the skeleton.
    """

    again = Signal()

    def __init__(self, content: QWidget, *, lines: int = 6) -> None:
        super().__init__()
        self.content = content
        self.loading = Skeleton(lines)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        column.addWidget(self.loading)
        column.addStretch()
        self._loading_page = holder
        self.message = Message()
        self.message.button.clicked.connect(self._pressed)
        self._press: Callable[[], None] | None = None
        for part in (holder, self.message, content):
            self.addWidget(part)
        self.show_loading()

    def show_loading(self) -> None:
        """Show the skeleton."""
        self.setCurrentWidget(self._loading_page)

    def show_content(self) -> None:
        """Show the content."""
        self.setCurrentWidget(self.content)

    def show_empty(
        self,
        title: str,
        text: str,
        *,
        shape: str = "idle",
        tone: Tone = Tone.QUIET,
        press: str = "",
        then: Callable[[], None] | None = None,
    ) -> None:
        """Say what will appear here and what to do next.

        Args:
            title: What is the case.
            text: What will appear here.
            shape: Drawing of the state.
            tone: Meaning of its colour.
            press: What a button below says; empty for none.
            then: What it does.
        """
        self.message.say(shape, tone, title, text)
        self.message.button.setText(press)
        self.message.button.setVisible(bool(press))
        self._press = then
        self.setCurrentWidget(self.message)

    def show_problem(self, problem: Problem) -> None:
        """Say what is in the way, with a button to try again."""
        self.message.say(
            "offline", Tone.WARN, spoken(problem.title), spoken(f"{problem.message} {problem.press}".strip())
        )
        self.message.button.setText(self.tr("Try again"))
        self.message.button.show()
        self._press = self.again.emit
        self.setCurrentWidget(self.message)

    def face(self) -> str:
        """Return which face is shown: ``loading``, ``message`` or ``content``."""
        shown = self.currentWidget()
        return "loading" if shown is self._loading_page else "message" if shown is self.message else "content"

    def _pressed(self) -> None:
        if self._press:
            self._press()


class Banner(QFrame):
    """A sentence above a page about the whole program, such as that no engine runs, with one thing to press."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.icon = StateIcon(16)
        self.text = Text(wraps=True)
        self.button = Button("")
        self.button.clicked.connect(self.pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, SMALL, SMALL, SMALL)
        row.setSpacing(SMALL)
        row.addWidget(self.icon)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self.hide()

    def say(self, shape: str, tone: Tone, text: str, press: str = "") -> None:
        """Say something; an empty text says nothing."""
        self.icon.show_state(shape, tone)
        self.text.setText(text)
        self.button.setText(press)
        self.button.setVisible(bool(press))
        self.setVisible(bool(text))
        self.setAccessibleName(text)


class Notice(QFrame):
    """A word about something that was just done; goes by itself, and may carry an undo."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.text = Text()
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        row.addWidget(self.text)
        self.undo = Button(self.tr("Undo"), role="link")
        self.undo.setToolTip(self.tr("Take it back (Ctrl+Z)"))
        self.undo.clicked.connect(self.take_back)
        self.undo.hide()
        row.addWidget(self.undo)
        self._back: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_NOTICE_MS)
        self._timer.timeout.connect(self.leave)
        self.hide()

    def say(self, text: str) -> None:
        """Show a word for a while."""
        self.say_undoable(text, None)

    def say_undoable(self, text: str, back: Callable[[], None] | None) -> None:
        """Show a word for a while; longer where it can be taken back.

        Args:
            text: What was done.
            back: Takes it back; ``None`` where it cannot be.
        """
        self._back = back
        self.undo.setVisible(back is not None)
        self._timer.setInterval(_NOTICE_MS if back is None else _UNDO_MS)
        self.text.setText(text)
        self.setAccessibleName(text)
        self.adjustSize()
        self.place()
        self.show()
        self.raise_()
        self._timer.start()

    def take_back(self) -> None:
        """Take back what was done, as long as the word about it stands there."""
        back, self._back = self._back, None
        self.hide()
        if back is not None:
            back()

    def leave(self) -> None:
        """Go; what could be taken back cannot be from here any more."""
        self._back = None
        self.hide()

    def place(self) -> None:
        """Stand at the bottom in the middle of the parent."""
        parent = self.parentWidget()
        if parent is not None:
            self.setMaximumWidth(parent.width() - 2 * LARGE)
            self.move((parent.width() - self.width()) // 2, parent.height() - self.height() - LARGE)
