"""The head of a page that keeps two sides in step: how much is done, a sentence, and when both were looked at."""

from collections.abc import Mapping

from PySide6.QtCore import Signal

from gui.theme import MEDIUM, Tone
from gui.widgets.basics import Button, Card, Elided, StateIcon, Text, figure, row_of


class HeadCard(Card):
    """How a page's subject stands, and when both sides were looked at last.

    Args:
        links: What is asked of the engine -> the word of the link that asks it.
    """

    asked = Signal(str)

    def __init__(self, links: Mapping[str, str]) -> None:
        super().__init__()
        self.share = figure()
        self.icon = StateIcon(20)
        self.sentence = Text(wraps=True)
        self.looks = Elided(role="muted")
        self.links = {what: Button(word, role="link") for what, word in links.items()}
        for what, link in self.links.items():
            link.clicked.connect(lambda _=False, asked=what: self.asked.emit(asked))
        said = row_of(self.icon, self.sentence)
        said.setStretch(1, 1)
        below = row_of(self.looks, *self.links.values(), spacing=MEDIUM)
        below.setStretch(0, 1)
        self.column.addWidget(self.share)
        self.column.addLayout(said)
        self.column.addLayout(below)

    def say(self, headline: tuple[str, Tone, str], share: str, looks: str, *, enabled: bool) -> None:
        """Show how it stands.

        Args:
            headline: Shape, meaning of the colour, sentence.
            share: How much of it is done.
            looks: When both sides were looked at.
            enabled: Whether it is switched on, so that something can be asked.
        """
        shape, tone, sentence = headline
        self.share.setText(share)
        self.icon.show_state(shape, tone)
        self.sentence.setText(sentence)
        self.looks.say(looks)
        for link in self.links.values():
            link.setEnabled(enabled)
