"""The third step of setting up: a template, and its few questions with answers that are suggested."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QVBoxLayout, QWidget

from agent.domain.setup import AnswerField
from gui.theme import MEDIUM, SMALL
from gui.viewmodels.setup import question_word, template_words, why_word
from gui.widgets.basics import Card, Text, strong
from gui.widgets.forms import ChoiceBox
from gui.words import spoken

#: Width of a label.
_LABEL = 216


class AnswersStep(QWidget):
    """Templates above, the questions of the chosen one below."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.template = ""
        self.buttons: dict[str, QPushButton] = {}
        self.boxes: dict[tuple[str, str], ChoiceBox] = {}
        self._fields: tuple[AnswerField, ...] = ()
        self._group = QButtonGroup(self)
        self._templates = QVBoxLayout()
        self._templates.setSpacing(SMALL)
        self.hint = Text(role="muted", wraps=True)
        self.card = Card(self.tr("Answers"))
        self.grid = QGridLayout()
        self.grid.setVerticalSpacing(SMALL)
        self.grid.setHorizontalSpacing(MEDIUM)
        self.grid.setColumnMinimumWidth(0, _LABEL)
        self.grid.setColumnStretch(1, 1)
        self.card.column.addWidget(self.hint)
        self.card.column.addLayout(self.grid)
        self.card.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addLayout(self._templates)
        column.addWidget(self.card)
        column.addStretch()

    def offer(self, names: Sequence[str], chosen: str) -> None:
        """Offer templates; one may be chosen already."""
        if list(self.buttons) != list(names):
            for name in names:
                self.buttons[name] = self._button(name)
        if chosen and chosen in self.buttons and not self.template:
            self._choose(chosen)

    def show_fields(self, template: str, fields: tuple[AnswerField, ...]) -> None:
        """Show the places for answers; what was changed by hand stays as long as they are the same."""
        if template != self.template or fields == self._fields:
            return
        self._fields = fields
        self._clear()
        for place, field in enumerate(fields):
            box = ChoiceBox([(row.code, row.description) for row in field.choices], field.text, hint=field.such_as)
            word = question_word(field)
            box.setAccessibleName(word)
            box.setToolTip(spoken(field.ask))
            self.boxes[field.question, field.entry] = box
            label = strong(word) if field.required and not field.text else Text(word)
            label.setToolTip(spoken(field.ask))
            self.grid.addWidget(label, place, 0)
            self.grid.addWidget(box, place, 1)
            self.grid.addWidget(Text(why_word(field), role="muted"), place, 2)
        open_ones = sum(field.required and not field.text for field in fields)
        self.hint.setText(self._words(open_ones))
        self.card.show()

    def texts(self) -> dict[tuple[str, str], str]:
        """Return question and entry -> the answer that stands there."""
        return {place: box.code() for place, box in self.boxes.items()}

    def _words(self, open_ones: int) -> str:
        if open_ones:
            return self.tr("%n answer(s) to choose; all others are suggested from SYSPRO's own codes.", "", open_ones)
        return self.tr("Every answer is suggested from SYSPRO's own codes. Change what is not right.")

    def _button(self, name: str) -> QPushButton:
        title, text = template_words(name)
        button = QPushButton(f"{title}\n{text}".replace("&", "&&"))
        button.setProperty("role", "cause")
        button.setCheckable(True)
        button.setAccessibleName(title)
        button.clicked.connect(lambda: self._choose(name))
        self._group.addButton(button)
        self._templates.addWidget(button)
        return button

    def _choose(self, name: str) -> None:
        self.template = name
        self.buttons[name].setChecked(True)
        self._fields = ()
        self.chosen.emit(name)

    def _clear(self) -> None:
        self.boxes = {}
        while (item := self.grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
