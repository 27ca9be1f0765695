"""An event walks through a flow: which one, how far, and how it ends. Nothing is written by it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from agent.domain.decisions import Outcome
from agent.domain.errors import Problem
from agent.domain.flow_cards import CardPlace, FlowSeen
from agent.domain.walking import Seen, Walk, Walker
from gui.context import Context
from gui.reading import Lane
from gui.theme import SMALL, Tone
from gui.viewmodels import flow_words as words
from gui.viewmodels.flows import walker_text
from gui.widgets.basics import Button, Chooser, StateIcon, Text, row_of


class WalkBar(QWidget):
    """The event, the steps, and the end.

    Args:
        context: The window's view of the home.
    """

    stepped = Signal(object, object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._flow: FlowSeen | None = None
        self._walkers: tuple[Walker, ...] = ()
        self.walk: Walk | None = None
        self.at = -1
        self.begin = Button(self.tr("Walk an event through it"), icon="person-simple-walk")
        self.events = Chooser()
        self.events.setAccessibleName(self.tr("Event that walks through the flow"))
        self.events.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.events.setMinimumContentsLength(12)
        self.back = Button("", icon="arrow-left")
        self.next = Button(self.tr("Next card"), icon="arrow-right")
        self.all = Button(self.tr("To the end"))
        self.leave = Button("", role="quiet", icon="x")
        for button, said in ((self.back, self.tr("One card back")), (self.leave, self.tr("End the walk"))):
            button.setAccessibleName(said)
            button.setToolTip(said)
        self.invented = Text(
            self.tr("Nothing of this kind was decided yet. This event is invented, and nothing is written by it."),
            role="muted",
            wraps=True,
        )
        self.icon = StateIcon(16)
        self.told = Text(wraps=True)
        self.steps = QWidget()
        steps = QVBoxLayout(self.steps)
        steps.setContentsMargins(0, 0, 0, 0)
        steps.setSpacing(SMALL)
        chooser = row_of(self.events, self.leave)
        chooser.setStretch(0, 1)
        steps.addLayout(chooser)
        steps.addWidget(self.invented)
        steps.addLayout(row_of(self.back, self.next, self.all, 1))
        self.ending = QWidget()
        ending = row_of(self.icon, self.told)
        ending.setStretch(1, 1)
        self.ending.setLayout(ending)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(row_of(self.begin, 1))
        column.addWidget(self.steps)
        column.addWidget(self.ending)
        self._connect()
        self._show()

    def _connect(self) -> None:
        self.begin.clicked.connect(self._begin)
        self.events.activated.connect(lambda _: self._read())
        self.back.clicked.connect(lambda: self._go(self.at - 1))
        self.next.clicked.connect(lambda: self._go(self.at + 1))
        self.all.clicked.connect(lambda: self._go(len(self.walk.seen) - 1 if self.walk else 0))
        self.leave.clicked.connect(self.end)

    @property
    def is_walking(self) -> bool:
        """Whether an event is on its way."""
        return self.walk is not None

    def show_flow(self, flow: FlowSeen | None) -> None:
        """Show another flow, or the same one changed: the same event walks through it again, as far."""
        before, self._flow = self._flow, flow
        if flow is None or (before is not None and before.name != flow.name):
            self.end()
        elif self.walk is not None and flow != before:
            self._read(keeps=True)

    def seen(self, place: CardPlace) -> Seen | None:
        """Return what a card saw, as far as the event has got."""
        return next((one for one in self._seen() if one.place == place), None)

    def look_anew(self) -> None:
        """Draw icons in the colours of now."""
        for button in (self.begin, self.back, self.next, self.leave):
            button.paint_icon()

    def end(self) -> None:
        """End the walk."""
        self.walk, self.at, self._walkers = None, -1, ()
        self._show()
        self._tell()

    # -- within

    def _begin(self) -> None:
        flow = self._flow
        if flow is None:
            return

        def then(walkers: tuple[Walker, ...]) -> None:
            self._walkers = walkers
            self.events.clear()
            for one in walkers:
                self.events.addItem(walker_text(one, self._context.now, self._context.zone))
            if walkers:
                self._read()
            else:
                self._context.said.emit(self.tr("Nothing of this kind was decided yet, so nothing can walk."))

        self._context.reading.ask(
            self, lambda service: service.designer.walkers(flow.name), then, key="walkers", failed=self._fail,
            lane=Lane.LISTS,
        )  # fmt: skip

    def _read(self, *, keeps: bool = False) -> None:
        flow, number = self._flow, self.events.currentIndex()
        if flow is None or not 0 <= number < len(self._walkers):
            return
        facts = self._walkers[number].facts
        self.invented.setVisible(self._walkers[number].is_example)

        def then(walk: Walk) -> None:
            self.walk = walk
            self._go(min(max(self.at, 0), len(walk.seen) - 1) if keeps else 0)

        self._context.reading.ask(
            self, lambda service: service.designer.walk(flow.name, facts), then, key="walk", failed=self._fail
        )

    def _fail(self, problem: Problem) -> None:
        self._context.said.emit(words.sentence_text(problem.message))

    def _go(self, at: int) -> None:
        self.at = at
        self._show()
        self._tell()

    def _seen(self) -> Sequence[Seen]:
        return self.walk.seen[: self.at + 1] if self.walk else ()

    def _tell(self) -> None:
        seen = self._seen()
        self.stepped.emit(seen, seen[-1].place if seen else None)

    def _show(self) -> None:
        walk = self.walk
        self.begin.setVisible(walk is None)
        self.steps.setVisible(walk is not None)
        at_end = walk is not None and self.at == len(walk.seen) - 1
        self.ending.setVisible(at_end)
        self.back.setEnabled(self.at > 0)
        self.next.setEnabled(walk is not None and not at_end)
        self.all.setEnabled(walk is not None and not at_end)
        if walk is not None:
            good = walk.outcome is Outcome.DOCUMENTS and not walk.reason
            shape, tone = ("proven", Tone.GOOD) if good else ("needs-you", Tone.WARN)
            if walk.outcome in {Outcome.IGNORED, Outcome.WAITING}:
                shape, tone = "waiting", Tone.QUIET
            self.icon.show_state(shape, tone)
            self.told.setText(words.ending_text(walk.outcome, walk.reason))
