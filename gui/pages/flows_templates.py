"""The gallery of templates: the usual businesses, what each makes of payments, its few questions, and a button."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from agent.domain.errors import Problem
from agent.domain.setup import AnswerField
from agent.domain.templates import Template
from agent.service import AgentService
from gui.context import Context
from gui.pages.setup_answers import AnswersStep
from gui.theme import MEDIUM, SMALL, Tone
from gui.viewmodels import flow_words as words
from gui.viewmodels.setup import question_name, template_words
from gui.widgets.basics import Button, Card, StateIcon, Text, row_of, strong


class TemplateCard(Card):
    """One template."""

    def __init__(self, template: Template) -> None:
        super().__init__()
        self.name = template.name
        title, text = template_words(template.name)
        self.setAccessibleName(title)
        self.use = Button(self.tr("Use…"))
        self.use.setAccessibleName(self.tr("Use {title}").format(title=title))
        self.column.addWidget(strong(title))
        self.column.addWidget(Text(text or template.audience, wraps=True))
        flows = self.tr("Switches on: {flows}").format(flows=", ".join(map(words.short_name, template.flows)))
        needed = [question_name(one.name) for one in template.questions if one.default is None]
        asks = self.tr("Asks for: {questions}").format(questions=", ".join(needed))
        rest = self.tr("%n further answer(s) may stay as they are usual.", "", len(template.questions) - len(needed))
        for line in (flows, asks, rest):
            self.column.addWidget(Text(line, role="muted", wraps=True))
        self.column.addStretch()
        self.column.addLayout(row_of(1, self.use))


class Gallery(QWidget):
    """The templates, and the questions of the one that is used.

    Args:
        context: The window's view of the home.
    """

    asked = Signal(object, str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.cards: list[TemplateCard] = []
        self._fields: tuple[AnswerField, ...] = ()
        self.answers = AnswersStep()
        self.heading = strong()
        self.back = Button(self.tr("Back"), role="quiet")
        self.confirm = Button(self.tr("Into the draft"), role="primary")
        self.icon = StateIcon(16)
        self.told = Text(wraps=True)
        inner = QWidget()
        self.grid = QGridLayout(inner)
        self.grid.setContentsMargins(0, 0, MEDIUM, MEDIUM)
        self.grid.setSpacing(MEDIUM)
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, MEDIUM, MEDIUM)
        column.setSpacing(SMALL)
        column.addLayout(row_of(self.heading, 1, self.back, self.confirm))
        trouble = row_of(self.icon, self.told)
        trouble.setStretch(1, 1)
        column.addLayout(trouble)
        column.addWidget(self.answers)
        column.addStretch()
        self.faces = QStackedWidget()
        self.faces.addWidget(_scrolled(inner))
        self.faces.addWidget(_scrolled(form))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.faces)
        self.back.clicked.connect(self.show_gallery)
        self.confirm.clicked.connect(self._confirm)

    def show_templates(self, templates: Sequence[Template]) -> None:
        """Show the templates."""
        if [card.name for card in self.cards] == [one.name for one in templates]:
            return
        self.cards = [TemplateCard(one) for one in templates]
        for place, card in enumerate(self.cards):
            card.use.clicked.connect(lambda _=False, name=card.name: self.use(name))
            self.grid.addWidget(card, place // 2, place % 2)
        self.grid.setRowStretch((len(self.cards) + 1) // 2, 1)
        for column in (0, 1):
            self.grid.setColumnStretch(column, 1)

    def show_gallery(self) -> None:
        """Show the templates rather than the questions of one."""
        self.faces.setCurrentIndex(0)

    def use(self, name: str) -> None:
        """Ask the questions of a template."""

        def then(fields: tuple[AnswerField, ...]) -> None:
            self._fields = fields
            self.heading.setText(template_words(name)[0])
            self.answers.template = name
            self.answers.show_fields(name, fields)
            self._tell("")
            self.faces.setCurrentIndex(1)

        self._context.reading.ask(
            self, lambda service: service.set_up.fields_later(name), then, key="fields", failed=self.refuse
        )

    def refuse(self, problem: Problem) -> None:
        """Say why a template cannot be used so."""
        self._tell(words.sentence_text(problem.message))

    def _tell(self, text: str) -> None:
        if text:
            self.icon.show_state("refused", Tone.BAD)
        self.icon.setVisible(bool(text))
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def _confirm(self) -> None:
        name, fields, texts = self.answers.template, self._fields, self.answers.texts()

        def command(service: AgentService) -> Any:
            return service.designer.use_template(name, fields, texts)

        self.asked.emit(command, self.tr("The template is in the draft; put it in force when it is right."))


def _scrolled(inner: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area
