"""The draft of the mapping as every page that changes it has it: tried, checked with SYSPRO's lists, put in force."""

from datetime import timedelta
from itertools import islice

from PySide6.QtCore import QObject, Signal

from agent.domain.errors import Problem
from agent.domain.lists import findings_from
from agent.domain.readmodels import Command
from agent.service import AgentService
from gui.context import Context
from gui.pages.mapping_draft import DraftCard, Tried
from gui.reading import Lane
from gui.widgets.basics import Button
from gui.words import spoken

#: Days of decisions that a draft is tried on, and most of them.
_DAYS, _MOST_DECISIONS = 30, 5000


class Drafting(QObject):
    """What can be done with the draft.

    Args:
        context: The window's view of the home.
    """

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.looking = 0
        self.force = Button(self.tr("Put in force…"), role="primary")
        self.card = DraftCard()
        self.force.clicked.connect(self._ask_to_force)
        self.card.discarded.connect(self._discard)
        self.card.tried.connect(self._try)
        self.card.looked.connect(self._look)

    def show_draft(self, drafted: tuple[str, ...] | None) -> None:
        """Show what the draft has otherwise; ``None`` where there is no draft."""
        self.card.show_draft(drafted)
        self.force.setEnabled(drafted is not None)

    def refresh(self) -> None:
        """See whether the engine has answered what it was asked."""
        number = self.looking
        if number:
            self._context.reading.ask(self, lambda service: service.command(number), self._looked, key="looked")

    def _ask_to_force(self) -> None:
        text = self.tr("From now on payments are decided with the draft; what is posted stays as it is.")
        self.card.asking.ask(
            text, self.tr("Put in force"), self._force, hint=self.tr("Why, for those who read the revisions")
        )

    def _force(self, comment: str) -> None:
        self._change(lambda service: service.mapping.apply_draft(comment), self.tr("The draft is in force."))

    def _discard(self) -> None:
        self._change(lambda service: service.mapping.discard_draft(), self.tr("The draft is gone."))

    def _change(self, command: object, done: str) -> None:
        def then(_: object) -> None:
            self._context.said.emit(done)
            self.changed.emit()

        self._context.reading.ask(self, command, then, failed=self.card.say_problem)  # type: ignore[arg-type]

    def _try(self) -> None:
        """Decide again what was decided in the last days, with the draft; nothing is kept of it."""
        self.card.show_trying()
        since_at = self._context.now - int(timedelta(days=_DAYS).total_seconds())

        def read(service: AgentService) -> Tried:
            found = list(islice(service.mapping.replay(since_at, service.now() + 1, draft=True), _MOST_DECISIONS))
            return Tried(len(found), tuple(one for one in found if one is not None))

        def failed(problem: Problem) -> None:
            self.card.say_problem(problem)

        self._context.reading.ask(self, read, self.card.show_tried, key="try", failed=failed, lane=Lane.LISTS)

    def _look(self) -> None:
        """Have the engine ask SYSPRO's lists about the draft: the window itself never reaches SYSPRO."""
        if not self._context.engine_alive:
            self.card.say(self.tr("The engine asks SYSPRO's lists, and it does not run."))
            return
        self.card.show_looking()
        self._context.reading.ask(
            self,
            lambda service: service.mapping.look_into_lists(draft=True),
            self._look_for,
            failed=self.card.say_problem,
        )

    def _look_for(self, number: int) -> None:
        self.looking = number
        self.refresh()

    def _looked(self, command: Command | None) -> None:
        if command is None or command.finished_at is None or not self.looking:
            return
        self.looking = 0
        if command.ok:
            self.card.show_looked(findings_from(command.result))
        else:
            self.card.say(spoken(command.result))
