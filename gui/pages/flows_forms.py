"""The fields of a card beside its condition: sentences, outcome, document, events."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from agent.domain.decisions import Outcome
from agent.domain.flow_cards import Content, Trigger
from agent.domain.flows import Gate, Hold, Step, Telling
from agent.domain.settings import SETTINGS
from gui.pages.base import caption
from gui.theme import SMALL
from gui.viewmodels import flow_words as words
from gui.widgets.basics import Text
from gui.words import kind_word


class Forms(QWidget):
    """All fields that any card has; those of the shown one are visible."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._labels: dict[QWidget, Text] = {}
        self.outcome = QComboBox()
        for outcome in (Outcome.IGNORED, Outcome.WAITING, Outcome.HELD):
            self.outcome.addItem(words.outcome_word(outcome), outcome)
        self.kind = Text()
        self.title = QLineEdit()
        self.sentence = QPlainTextEdit()
        self.sentence.setFixedHeight(88)
        self.sentence.setTabChangesFocus(True)
        self.code = QLineEdit()
        self.purpose = QLineEdit()
        self.about = QComboBox()
        for about, word in (("subject", self.tr("Once for each payment")), ("payer", self.tr("Once for each payer"))):
            self.about.addItem(word, about)
        self.blocks = QCheckBox(self.tr("Later documents wait for it"))
        self.again = QCheckBox(self.tr("Ask again in a moment"))
        self.modes = {mode: QCheckBox(words.mode_word(mode)) for mode in SETTINGS["posting.mode"].choices}
        self.events = QPlainTextEdit()
        self.events.setFixedHeight(112)
        self.events.setTabChangesFocus(True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._put(self.tr("What happens"), self.outcome)
        self._put(self.tr("Document"), self.kind)
        self._put(self.tr("What it does, in words"), self.title)
        self._put(self.tr("What a person reads"), self.sentence)
        self.hint = caption(self.tr("Fields in braces are filled in, such as {payment.amount}."))
        self._column.addWidget(self.hint)
        self._put(self.tr("Name of the cause, for grouping"), self.code)
        self._put(self.tr("Purpose: tells it from others of its kind"), self.purpose)
        self._put(self.tr("How often"), self.about)
        self._column.addWidget(self.blocks)
        self._column.addWidget(self.again)
        self.modes_label = Text(self.tr("Posting modes it is for; none is all"), role="muted")
        self._column.addWidget(self.modes_label)
        for box in self.modes.values():
            self._column.addWidget(box)
        self._put(self.tr("Stripe's events that call for a decision, one a line"), self.events)

    def _put(self, label: str, field: QWidget) -> None:
        self._labels[field] = Text(label, role="muted", wraps=True)
        field.setAccessibleName(label)
        self._column.addSpacing(SMALL - 4)
        self._column.addWidget(self._labels[field])
        self._column.addWidget(field)

    def _connect(self) -> None:
        for line in (self.title, self.code, self.purpose):
            line.textChanged.connect(lambda _: self.edited.emit())
        for text in (self.sentence, self.events):
            text.textChanged.connect(self.edited)
        for choice in (self.outcome, self.about):
            choice.currentIndexChanged.connect(lambda _: self.edited.emit())
        for box in (self.blocks, self.again, *self.modes.values()):
            box.toggled.connect(lambda _: self.edited.emit())

    # -- what is shown

    def show_content(self, content: Content, subject: str) -> None:
        """Show what a card says; nobody is told of it as an edit."""
        self.blockSignals(True)
        self._show_fields(content, subject)
        if isinstance(content, Trigger):
            self.title.setText(content.title)
            self.events.setPlainText("\n".join(content.events))
            for mode, box in self.modes.items():
                box.setChecked(mode in content.modes)
        elif isinstance(content, Step):
            self.kind.setText(kind_word(content.kind))
            self.title.setText(content.title)
            self.purpose.setText(content.purpose)
            self.about.setCurrentIndex(self.about.findData(content.about))
            self.blocks.setChecked(content.blocks)
        else:
            self.sentence.setPlainText(content.text if isinstance(content, Telling) else content.reason)
            self.code.setText(content.code)
        if isinstance(content, Gate):
            self.outcome.setCurrentIndex(self.outcome.findData(content.outcome))
            self.again.setChecked(content.again)
        for line in (self.title, self.code, self.purpose):
            line.setCursorPosition(0)
        self.blockSignals(False)

    def _show_fields(self, content: Content, subject: str) -> None:
        is_step, is_trigger, is_gate = (isinstance(content, one) for one in (Step, Trigger, Gate))
        is_said = not is_step and not is_trigger
        shown = {
            self.outcome: is_gate,
            self.kind: is_step,
            self.title: is_step or is_trigger,
            self.sentence: is_said,
            self.code: is_said,
            self.purpose: is_step,
            # Only payments have a payer that documents can be about.
            self.about: is_step and subject == "charge",
            self.events: is_trigger,
        }
        for field, visible in shown.items():
            field.setVisible(visible)
            self._labels[field].setVisible(visible)
        self.hint.setVisible(is_said or is_step)
        self.blocks.setVisible(is_step)
        self.again.setVisible(is_gate)
        for box in (self.modes_label, *self.modes.values()):
            box.setVisible(is_trigger and subject in {"charge", "day"})

    def content(self, before: Content) -> Content:
        """Return what is typed.

        Args:
            before: What the card says now; what has no field here stays.
        """
        sentence, code, title = self.sentence.toPlainText().strip(), self.code.text().strip(), self.title.text().strip()
        if isinstance(before, Trigger):
            modes = tuple(mode for mode, box in self.modes.items() if box.isChecked())
            events = tuple(line.strip() for line in self.events.toPlainText().splitlines() if line.strip())
            return replace(before, title=title, events=events, modes=modes)
        if isinstance(before, Gate):
            outcome = self.outcome.currentData()
            return replace(before, outcome=outcome, reason=sentence, code=code, again=self.again.isChecked())
        if isinstance(before, Hold):
            return replace(before, reason=sentence, code=code)
        if isinstance(before, Telling):
            return replace(before, text=sentence, code=code)
        about, blocks = str(self.about.currentData()), self.blocks.isChecked()
        return replace(before, title=title, purpose=self.purpose.text().strip(), about=about, blocks=blocks)
