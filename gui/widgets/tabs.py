"""Tabs above a list, each with how many rows it has where that matters."""

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from gui.theme import SMALL
from gui.widgets.basics import row_of
from gui.words import count_text

Key = TypeVar("Key")


class Tabs(QWidget, Generic[Key]):
    """A row of tabs.

    Args:
        words: Tab -> what it is called, from left to right.
        first: The tab that is shown first.
    """

    chosen = Signal(object)

    def __init__(self, words: Mapping[Key, str], first: Key) -> None:
        super().__init__()
        self.tab = first
        self._words = words
        self.buttons: dict[Key, QPushButton] = {}
        group = QButtonGroup(self)
        row = row_of()
        row.setSpacing(SMALL)
        for tab, word in words.items():
            button = QPushButton(word)
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _=False, chosen=tab: self.chosen.emit(chosen))
            group.addButton(button)
            self.buttons[tab] = button
            row.addWidget(button)
        row.addStretch()
        self.setLayout(row)

    def show_tab(self, tab: Key) -> None:
        """Mark a tab as the one that is shown."""
        self.tab = tab
        self.buttons[tab].setChecked(True)

    def show_count(self, tab: Key, count: int) -> None:
        """Show how many rows a tab has; none is not said."""
        word = self._words[tab]
        self.buttons[tab].setText(f"{word}  {count_text(count)}" if count else word)
