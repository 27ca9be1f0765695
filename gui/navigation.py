"""The navigation at the left: a place is an icon and a word; collapsed, the icon alone."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout

from gui.icons import app_icon, glyph
from gui.theme import SMALL, tokens
from gui.widgets.basics import strong

WIDE, NARROW = 208, 56


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the navigation.

    Attributes:
        name: Name by which pages ask for it.
        word: What it is called.
        icon: Its icon in the family.
        at_bottom: Whether it stands below, apart from the daily ones.
    """

    name: str
    word: str
    icon: str
    at_bottom: bool = False


class Navigation(QFrame):
    """The places.

    Args:
        places: From top to bottom.
    """

    chosen = Signal(str)
    collapsed_changed = Signal(bool)

    def __init__(self, places: list[Place]) -> None:
        super().__init__()
        self.setProperty("role", "navigation")
        self.setAccessibleName(self.tr("Navigation"))
        self._places = places
        self._counts: dict[str, int] = {}
        self.buttons: dict[str, QPushButton] = {}
        self.collapsed = False
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        self._column.setSpacing(2)
        self._column.addLayout(self._head())
        self._column.addSpacing(SMALL)
        for place in (one for one in places if not one.at_bottom):
            self._add(place)
        self._column.addStretch()
        for place in (one for one in places if one.at_bottom):
            self._add(place)
        self.repaint_icons()
        self.collapse(collapsed=False)

    def show_place(self, name: str) -> None:
        """Mark a place as the one that is shown."""
        if name in self.buttons:
            self.buttons[name].setChecked(True)

    def show_button(self, name: str, *, shown: bool) -> None:
        """Offer a place, or not; the one that somebody stands at stays."""
        if name in self.buttons:
            self.buttons[name].setVisible(shown or self.buttons[name].isChecked())

    def show_count(self, name: str, count: int) -> None:
        """Show how many things wait at a place."""
        self._counts[name] = count
        self._write()

    def collapse(self, *, collapsed: bool) -> None:
        """Show icons alone, or icons with words."""
        self.collapsed = collapsed
        self.setFixedWidth(NARROW if collapsed else WIDE)
        self._brand.setVisible(not collapsed)
        self._logo.setVisible(not collapsed)
        self._write()
        self.collapsed_changed.emit(collapsed)

    def repaint_icons(self) -> None:
        """Draw the icons in the colours of now."""
        for place in self._places:
            self.buttons[place.name].setIcon(glyph(place.icon, tokens().muted))
        self._fold.setIcon(glyph("list", tokens().muted))

    def _head(self) -> QHBoxLayout:
        self._logo = QPushButton()
        self._logo.setProperty("role", "quiet")
        self._logo.setIcon(app_icon())
        self._logo.setIconSize(QSize(20, 20))
        self._logo.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._logo.setFixedWidth(32)
        self._logo.setStyleSheet("padding: 0; border: none; background: transparent;")
        self._brand = strong("SYSPRO Stripe")
        self._fold = QPushButton()
        self._fold.setProperty("role", "quiet")
        self._fold.setFixedSize(36, 32)
        self._fold.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._fold.setAccessibleName(self.tr("Fold the navigation"))
        self._fold.setToolTip(self.tr("Fold the navigation"))
        self._fold.clicked.connect(lambda: self.collapse(collapsed=not self.collapsed))
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._logo)
        head.addWidget(self._brand, 1)
        head.addWidget(self._fold)
        return head

    def _add(self, place: Place) -> None:
        button = QPushButton()
        button.setProperty("role", "place")
        button.setCheckable(True)
        button.setIconSize(QSize(20, 20))
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.chosen.emit(place.name))
        self._group.addButton(button)
        self.buttons[place.name] = button
        self._column.addWidget(button)

    def _write(self) -> None:
        for place in self._places:
            button, count = self.buttons[place.name], self._counts.get(place.name, 0)
            word = f"{place.word}  ({count})" if count else place.word
            button.setText("" if self.collapsed else f" {word}")
            button.setToolTip(word if self.collapsed else "")
            button.setAccessibleName(word)
