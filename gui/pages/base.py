"""What every page has: a title, at most one main action at the right, and news only while it is shown."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gui.context import Context
from gui.theme import LARGE, SMALL
from gui.widgets.basics import Button, Text, page_margins, title


class Page(QWidget):
    """A page of the window.

    Args:
        context: The window's view of the home.
        heading: Its title.
        scrolls: Whether it is longer than the window, rather than filling it.
    """

    def __init__(self, context: Context, heading: str, *, scrolls: bool = False) -> None:
        super().__init__()
        self.context = context
        self.setObjectName("ground")
        self.setAccessibleName(heading)
        self._stale = True
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.title = title(heading)
        self.verbs = QHBoxLayout()
        self.verbs.setSpacing(SMALL)
        self.help = HelpButton()
        head = QHBoxLayout()
        head.setContentsMargins(LARGE, LARGE - 4, LARGE, 0)
        head.addWidget(self.title)
        head.addStretch()
        head.addLayout(self.verbs)
        head.addSpacing(SMALL)
        head.addWidget(self.help)
        whole.addLayout(head)
        self.body = QVBoxLayout()
        page_margins(self.body)
        if scrolls:
            inner = QWidget()
            inner.setLayout(self.body)
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(inner)
            whole.addWidget(area, 1)
        else:
            whole.addLayout(self.body, 1)
        context.changed.connect(self._changed)

    def open_at(self, what: object) -> None:
        """Show a part of the page that somebody asked for; ``None`` is the page as it was."""

    def refresh(self) -> None:
        """Read again what the page shows."""

    def look_anew(self) -> None:
        """Draw what keeps colours of its own again: the scheme has changed."""

    def become_current(self, what: object = None) -> None:
        """Tell the page that it is shown now."""
        self.open_at(what)
        if self._stale:
            self._stale = False
            self.refresh()

    def _changed(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True


class HelpButton(Button):
    """Opens the help at the page of a screen."""

    def __init__(self) -> None:
        super().__init__("", role="quiet", icon="question")
        said = self.tr("Help with this page (F1)")
        self.setAccessibleName(said)
        self.setToolTip(said)


def caption(text: str) -> Text:
    """Return a short explanation in the second voice."""
    made = Text(text, role="muted", wraps=True)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return made
