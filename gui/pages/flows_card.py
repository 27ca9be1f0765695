"""The side panel: one card of a flow with everything it says; what is typed is tried at once and kept in the draft."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from agent.domain.conditions import Group
from agent.domain.editing import Spot
from agent.domain.errors import Problem
from agent.domain.flow_cards import Card, CardPlace, ConditionRead, Content, FlowSeen, Section
from agent.domain.flows import Step
from agent.domain.sources import Source
from agent.domain.walking import Seen
from agent.service import AgentService
from gui.context import Context
from gui.pages.base import caption
from gui.pages.flows_forms import Forms
from gui.pages.work_filters import REST_MS
from gui.theme import MEDIUM, SMALL, Tone, fixed_font
from gui.viewmodels import flow_words as words
from gui.viewmodels.flows import seen_lines
from gui.widgets.basics import Button, StateIcon, Text, in_font, line, row_of, strong
from gui.widgets.basics import Card as Surface
from gui.widgets.conditions import ConditionEditor

#: Width of the panel, in pixels of the layout.
WIDTH = 360


class CardPane(QWidget):
    """One card of a flow.

    Args:
        context: The window's view of the home.
    """

    kept = Signal(object)
    moved = Signal(object, int)
    switched = Signal(object)
    removed = Signal(object)
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.flow: FlowSeen | None = None
        self.card: Card | None = None
        self._is_typed = False
        self.setFixedWidth(WIDTH)
        self.title = strong()
        self.close_button = self._small("x", self.tr("Close the card"))
        self.up = self._small("arrow-up", self.tr("Move the card up"))
        self.down = self._small("arrow-down", self.tr("Move the card down"))
        self.help = caption("")
        self.icon = StateIcon(16)
        self.state = Text(wraps=True)
        self.forms = Forms()
        self.condition_head = strong()
        self.condition = ConditionEditor()
        self.fields = Button(self.tr("Its fields, in the mapping"), role="link")
        self.keep = Button(self.tr("Keep in the draft"), role="primary")
        self.switch = Button("")
        self.remove = Button(self.tr("Remove"))
        self.walked_head = strong(self.tr("What it saw of the event"))
        self.walked = in_font(Text(role="muted", wraps=True), fixed_font())
        self._lay_out()
        self._connect()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._try)

    @staticmethod
    def _small(icon: str, said: str) -> Button:
        button = Button("", role="quiet", icon=icon)
        button.setFixedWidth(32)
        button.setAccessibleName(said)
        button.setToolTip(said)
        return button

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(MEDIUM, 12, MEDIUM, MEDIUM)
        column.setSpacing(SMALL)
        column.addLayout(row_of(self.title, 1, self.up, self.down, self.close_button, spacing=2))
        column.addWidget(self.help)
        state = row_of(self.icon, self.state, spacing=6)
        state.setAlignment(self.icon, Qt.AlignmentFlag.AlignTop)
        state.setStretch(1, 1)
        column.addLayout(state)
        column.addWidget(self.condition_head)
        column.addWidget(self.condition)
        column.addWidget(self.forms)
        column.addWidget(self.fields, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.walked_head)
        column.addWidget(self.walked)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        card = Surface(margin=0)
        card.column.setSpacing(0)
        card.column.addWidget(area, 1)
        card.column.addWidget(line())
        below = QVBoxLayout()
        below.setContentsMargins(12, 12, 12, 12)
        below.setSpacing(SMALL)
        below.addWidget(self.keep)
        below.addLayout(row_of(self.switch, 1, self.remove))
        card.column.addLayout(below)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.keep.clicked.connect(self._keep)
        self.switch.clicked.connect(lambda: self._tell_place(self.switched))
        self.remove.clicked.connect(lambda: self._tell_place(self.removed))
        self.fields.clicked.connect(self._open_fields)
        self.forms.edited.connect(self._typed)
        self.condition.edited.connect(self._typed)

    # -- what is shown

    def show_card(self, flow: FlowSeen, card: Card, sources: tuple[Source, ...]) -> None:
        """Show a card; what is being typed for the same one stays."""
        is_same = self.flow is not None and self.flow.name == flow.name and self.card is not None
        is_same = is_same and self.card is not None and self.card.place == card.place
        if is_same and self.card == card and self.flow == flow:
            return
        stays = is_same and self._is_typed and self.card is not None and self.card.content == card.content
        self.flow, self.card = flow, card
        section = card.place.section
        self.title.setText(words.section_word(section))
        self.help.setText(words.section_help(section))
        self.condition_head.setText(words.condition_heading(section))
        self.up.setVisible(section is not Section.TRIGGER)
        self.down.setVisible(section is not Section.TRIGGER)
        count = sum(one.place.section is section for one in flow.cards)
        self.up.setEnabled(card.place.number > 1)
        self.down.setEnabled(card.place.number < count)
        self.switch.setVisible(section is not Section.TRIGGER)
        self.switch.setText(self.tr("Switch on") if card.off else self.tr("Switch off"))
        self.remove.setVisible(section is not Section.TRIGGER)
        self.fields.setVisible(section is Section.STEP)
        if stays:
            return
        self._rest.stop()
        self._is_typed = False
        self.forms.show_content(card.content, flow.subject)
        self.condition.show_condition(card.content.when, card.rows, sources)
        self._say(card.problems)
        if card.problems:
            # The place in the condition is found as if it were typed.
            self._rest.start()

    def follow(self, place: CardPlace) -> None:
        """Stay with the card, which stands elsewhere now."""
        if self.card is not None:
            self.card = replace(self.card, place=place)

    def show_seen(self, seen: Seen | None) -> None:
        """Show all that the card saw of an event, and gave."""
        lines = seen_lines(seen) if seen is not None else ()
        self.walked_head.setVisible(bool(lines))
        self.walked.setVisible(bool(lines))
        self.walked.setText("\n".join(lines))

    def refuse(self, problem: Problem) -> None:
        """Say why the card was not kept; what is typed stays."""
        self._tell("refused", Tone.BAD, words.sentence_text(problem.message))

    def _say(self, problems: tuple[str, ...]) -> None:
        if problems:
            self._tell("refused", Tone.BAD, "\n".join(map(words.sentence_text, problems)))
        elif self.card is not None and self.card.off:
            self._tell("paused", Tone.QUIET, self.tr("Switched off: it is kept, and never asked."))
        else:
            self._tell("proven", Tone.GOOD, self.tr("This card can work."))

    def _tell(self, shape: str, tone: Tone, text: str) -> None:
        self.icon.show_state(shape, tone)
        self.state.setText(text)

    # -- what is typed

    def content(self) -> Content | None:
        """Return what is typed, with the condition of before."""
        return self.forms.content(self.card.content) if self.card is not None else None

    def _typed(self) -> None:
        if self.card is not None:
            self._is_typed = True
            self._rest.start()

    def _try(self) -> None:
        flow, card, content, condition = self.flow, self.card, self.content(), self.condition.value()
        if flow is None or card is None or content is None:
            return

        def read(service: AgentService) -> tuple[ConditionRead, tuple[str, ...]]:
            when = _expression(service, condition)
            found = service.designer.condition(flow.name, when)
            return found, service.designer.tried(flow.name, card.place, _with(content, when))

        def then(answer: tuple[ConditionRead, tuple[str, ...]]) -> None:
            found, problems = answer
            self.condition.take_read(found)
            if found.problem:
                self._tell("refused", Tone.BAD, self.tr("Its condition cannot work yet."))
            else:
                self._say(problems)

        def failed(problem: Problem) -> None:
            self.condition.show_problem(None, problem.message)
            self._tell("refused", Tone.BAD, self.tr("Its condition cannot work yet."))

        self._context.reading.ask(self, read, then, key="try", failed=failed)

    def _keep(self) -> None:
        flow, card, content, condition = self.flow, self.card, self.content(), self.condition.value()
        if flow is None or card is None or content is None:
            return
        self._rest.stop()

        def command(service: AgentService) -> Any:
            when = _expression(service, condition)
            return service.designer.set_card(flow.name, card.place, _with(content, when))

        self.kept.emit(command)

    def forget_typed(self) -> None:
        """Count what is typed as kept."""
        self._is_typed = False

    def _tell_place(self, signal: SignalInstance) -> None:
        if self.card is not None:
            signal.emit(self.card.place)

    def _move(self, step: int) -> None:
        if self.card is not None:
            self.moved.emit(self.card.place, self.card.place.number + step)

    def _open_fields(self) -> None:
        if self.flow is not None and self.card is not None and isinstance(self.card.content, Step):
            self._context.go("mapping", Spot(self.flow.name, self.card.place.number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)


def _expression(service: AgentService, condition: Group | str) -> str:
    return service.designer.expression(condition) if isinstance(condition, Group) else condition


def _with(content: Content, when: str) -> Content:
    return replace(content, when=when)
