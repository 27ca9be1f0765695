"""Help in a window of its own: a page for each screen, in the person's language, with links into the program."""

from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

from PySide6.QtCore import QByteArray, QLocale, QSettings, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QHideEvent,
    QImage,
    QKeyEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QHBoxLayout, QListView, QListWidget, QTextBrowser, QWidget

from gui.theme import LARGE, MEDIUM, SMALL, strong_font, title_font
from gui.widgets.basics import ListCard

#: Scheme of a link that shows a page of the program: ``place:settings`` or ``place:settings/catalogue.enabled``.
PLACE = "place"

#: Ending of a link to another page of the help.
PAGE = ".md"

#: The languages of the help; the first one serves everybody else.
LANGUAGES = ("en", "de")

_FIRST = QSize(940, 680)

#: The one character of a paragraph that is a picture.
_PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"

#: Height of a line, in per cent of its font's own.
_LINE = 125.0


@cache
def help_text(name: str, language: str) -> str:
    """Return a page as Markdown.

    Args:
        name: Name of the place it explains.
        language: Such as ``de``; English where it is not shipped.
    """
    chosen = language if language in LANGUAGES else LANGUAGES[0]
    return (resources.files("resources") / "help" / f"{name}.{chosen}{PAGE}").read_text("utf-8")


def help_picture(name: str, language: str) -> QImage:
    """Return a picture of the help by the name that pages call it by; an empty one where there is none."""
    chosen = language if language in LANGUAGES else LANGUAGES[0]
    file = resources.files("resources") / "help" / "pictures" / f"{name}.{chosen}.png"
    return QImage.fromData(file.read_bytes()) if file.is_file() else QImage()


def language_now() -> str:
    """Return the person's language."""
    return QLocale().name().partition("_")[0]


class _Pages(QTextBrowser):
    """Shows a page with its pictures, which speak the person's language, too."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Return what a page names: a picture of ours; nothing is fetched from elsewhere."""
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return help_picture(QUrl(name).path(), language_now())
        return super().loadResource(kind, name)


class HelpWindow(QWidget):
    """The help.

    Args:
        places: Name and word of every page, from top to bottom.
        remembered: The window's own memory.
        parent: Takes it along when it goes.
    """

    place_wanted = Signal(str, object)

    def __init__(self, places: Sequence[tuple[str, str]], remembered: QSettings, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._names = [name for name, _ in places]
        self._remembered = remembered
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Help"))
        self.resize(_FIRST)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Pages of the help"))
        self.list.setMovement(QListView.Movement.Static)
        self.list.setFixedWidth(168)
        self.list.addItems([word for _, word in places])
        for row in range(self.list.count()):
            self.list.item(row).setSizeHint(QSize(0, 30))
        self.text = _Pages()
        self.text.setAccessibleName(self.tr("Help"))
        self.text.setOpenLinks(False)
        self.text.document().setDocumentMargin(LARGE)
        card = ListCard()
        card.column.addWidget(self.text)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        beside.setSpacing(MEDIUM)
        beside.addWidget(self.list)
        beside.addWidget(card, 1)
        self.list.currentRowChanged.connect(self._show)
        self.text.anchorClicked.connect(self._follow)
        geometry = remembered.value("help/geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)

    @property
    def name(self) -> str:
        """Name of the page that is shown."""
        return self._names[self.list.currentRow()]

    def open_at(self, name: str) -> None:
        """Show a page, in front of the window it explains."""
        self.list.setCurrentRow(self._names.index(name))
        self.show()
        self.raise_()
        self.activateWindow()
        self.text.setFocus()

    def look_anew(self) -> None:
        """Draw the text in the colours of now."""
        self._show(self.list.currentRow())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the place of the window."""
        super().hideEvent(event)
        self._remembered.setValue("help/geometry", self.saveGeometry())

    def _show(self, row: int) -> None:
        if row >= 0:
            # Pictures are kept by their names alone, and another language has others.
            self.text.document().clear()
            self.text.setMarkdown(help_text(self._names[row], language_now()))
            _space_out(self.text.document())
            self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _follow(self, link: QUrl) -> None:
        if link.scheme() == PLACE:
            place, _, part = link.path().partition("/")
            self.place_wanted.emit(place, part or None)
        elif link.path().removesuffix(PAGE) in self._names:
            self.list.setCurrentRow(self._names.index(link.path().removesuffix(PAGE)))


def _space_out(document: QTextDocument) -> None:
    """Give lines, paragraphs and headings the distances and sizes of the window; Markdown comes without any."""
    block = document.begin()
    while block.isValid():
        level, cursor = block.blockFormat().headingLevel(), QTextCursor(block)
        spaced = QTextBlockFormat()
        if block.text() != _PICTURE:
            spaced.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        spaced.setTopMargin(LARGE if level > 1 else 0)
        spaced.setBottomMargin(SMALL if level or block.textList() is None else SMALL / 2)
        cursor.mergeBlockFormat(spaced)
        if level:
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            heading = QTextCharFormat()
            heading.setFont(title_font() if level == 1 else strong_font())
            cursor.mergeCharFormat(heading)
        block = block.next()
