"""Set up: from the first key to the launch, in five steps that may be left and come back to."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agent.domain.errors import NeedsPerson, Problem
from agent.domain.settings import BadSettingError
from agent.domain.setup import AnswerField, Look, SetUpState, Step, Told
from agent.service import AgentService
from gui.context import Context
from gui.pages.base import Page
from gui.pages.setup_access import PLAIN, SECRETS, AccessStep
from gui.pages.setup_answers import AnswersStep
from gui.pages.setup_rest import DiscoverStep, LaunchStep, PreviewStep
from gui.theme import SMALL, Tone
from gui.viewmodels.setup import STEPS, step_word
from gui.widgets.basics import Button, StateIcon, Text, strong
from gui.widgets.stages import Stages
from gui.words import spoken

#: Step -> the look that it shows.
_LOOKS = {Step.DISCOVER: Look.DISCOVER, Step.VALIDATE: Look.PREVIEW}


@dataclass(frozen=True, slots=True)
class View:
    """What the page reads at once.

    Attributes:
        state: Where setting up stands.
        texts: Settings of the first step; a secret says whether it is there.
        templates: Names of the templates.
        at: The present, Unix seconds UTC.
    """

    state: SetUpState
    texts: dict[str, str]
    templates: tuple[str, ...]
    at: int


class SetupPage(Page):
    """The wizard."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "", scrolls=True)
        self.title.setText(self.tr("Set up"))
        self.setAccessibleName(self.tr("Set up"))
        self.view: View | None = None
        self._asked: set[Look] = set()
        self._is_edited = False
        self.back = Button(self.tr("Back"), role="quiet")
        self.again = Button(self.tr("Look again"))
        self.next = Button("", role="primary")
        self.demo = Button(self.tr("Try it first"))
        self.demo.setToolTip(self.tr("Opens an invented company in this window; nothing leaves this machine."))
        for button in (self.demo, self.again, self.back, self.next):
            self.verbs.addWidget(button)
        self.trail = Trail()
        self.busy = Text(role="muted", wraps=True)
        self.access, self.discover = AccessStep(), DiscoverStep()
        self.answers, self.preview, self.launch = AnswersStep(), PreviewStep(), LaunchStep()
        faces = (self.access, self.discover, self.answers, self.preview, self.launch)
        self.steps: dict[Step, QWidget] = dict(zip(STEPS, faces, strict=True))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        for step in self.steps.values():
            column.addWidget(step)
        self.stages = Stages(content, lines=8)
        for part in (self.trail, self.busy):
            self.body.addWidget(part)
        self.body.addWidget(self.stages, 1)
        self._connect()

    def _connect(self) -> None:
        self.back.clicked.connect(self._go_back)
        self.again.clicked.connect(self._look_again)
        self.next.clicked.connect(self._press_next)
        self.demo.clicked.connect(lambda: self.context.demo_wanted.emit(True))
        self.access.edited.connect(self._mark_edited)
        self.answers.chosen.connect(self._read_fields)
        self.launch.try_company.connect(self._try_company)
        self.stages.again.connect(self.refresh)

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self.view.state.step if self.view else Step.ACCESS

    def refresh(self) -> None:
        """Read where setting up stands."""
        self.context.reading.ask(self, _read, self._show, key="setup", failed=self.stages.show_problem)

    # -- what is shown

    def _show(self, view: View) -> None:
        before, self.view = self.step if self.view else None, view
        state, step = view.state, view.state.step
        self._asked -= set(state.told)
        self.trail.show_step(step)
        if step is Step.LAUNCHED:
            self._show_launched()
            return
        found = state.told[Look.DISCOVER].found if Look.DISCOVER in state.told else None
        self.access.show_state(state, view.texts)
        self.discover.show_found(found, self._problem(Look.DISCOVER))
        self.answers.offer(view.templates, state.kept.template)
        told = state.told.get(Look.PREVIEW)
        self.preview.show_preview(told.preview if told else None, self._problem(Look.PREVIEW))
        today = datetime.fromtimestamp(view.at, UTC).astimezone(self.context.zone).date()
        self.launch.show_launch(found, state.kept, view.texts["syspro.company"], today)
        self._turn_to(self.steps[step])
        self.stages.show_content()
        if step is not before:
            self._arrived(step)
        self._show_verbs()

    def _turn_to(self, shown: QWidget) -> None:
        """Show a step alone; a stack of pages would be as long as the longest of them."""
        for one in self.steps.values():
            one.setVisible(one is shown)

    def _arrived(self, step: Step) -> None:
        """Do what a step begins with: the engine looks, or the questions of the chosen template are read."""
        look = _LOOKS.get(step)
        if look is not None and self._told(look) is None:
            self._ask(look)
        if step is Step.CONFIGURE and self.answers.template:
            self._read_fields(self.answers.template)

    def _show_launched(self) -> None:
        for button in (self.back, self.again, self.next, self.demo):
            button.hide()
        self.busy.hide()
        self.stages.show_empty(
            self.tr("The agent is launched"),
            self.tr("It reads Stripe and posts to SYSPRO by itself. What needs you appears in the work list."),
            shape="proven", tone=Tone.GOOD,
            press=self.tr("Open the work list"), then=lambda: self.context.go("work"),
        )  # fmt: skip

    def _show_verbs(self) -> None:
        step, look = self.step, self._looking()
        self.back.setVisible(step is not Step.ACCESS)
        self.demo.setVisible(step is Step.ACCESS and self.context.joins.offers_demo)
        self.again.setVisible(step in _LOOKS)
        self.next.show()
        self.next.setText(self._next_word())
        self.next.setEnabled(look is None and self._may_go_on())
        for button in (self.again, self.back):
            button.setEnabled(look is None)
        self.busy.setText(self._busy_words(look))
        self.busy.setVisible(look is not None)

    def _busy_words(self, look: Look | None) -> str:
        if look is None or self.view is None:
            return ""
        words = {
            Look.ACCESS: self.tr("Both connections are being tried…"),
            Look.DISCOVER: self.tr("Both systems are being looked around in…"),
            Look.PREVIEW: self.tr("The last 30 days are being previewed; nothing is posted by it…"),
        }
        return f"{words[look]} {self.view.state.progress}".strip()

    def _next_word(self) -> str:
        match self.step:
            case Step.ACCESS:
                return self.tr("Go on") if self._is_tried() else self.tr("Test the connections")
            case Step.CONFIGURE:
                return self.tr("Accept and preview")
            case Step.LAUNCH:
                return self.tr("Launch")
            case _:
                return self.tr("Go on")

    def _may_go_on(self) -> bool:
        if self.step in _LOOKS:
            told = self._told(_LOOKS[self.step])
            return told is not None and told.problem is None
        return self.step is not Step.CONFIGURE or bool(self.answers.boxes)

    def _is_tried(self) -> bool:
        """Return whether both connections answer as they are entered."""
        told = self._told(Look.ACCESS)
        access = told.access if told else None
        return not self._is_edited and access is not None and all(one.answers for one in access.tried)

    def _looking(self) -> Look | None:
        looking = self.view.state.looking if self.view else None
        return looking or next(iter(self._asked), None)

    def _told(self, look: Look) -> Told | None:
        return self.view.state.told.get(look) if self.view else None

    def _problem(self, look: Look) -> Problem | None:
        told = self._told(look)
        return told.problem if told and self._looking() is not look else None

    # -- what is done

    def _press_next(self) -> None:
        match self.step:
            case Step.ACCESS if not self._is_tried():
                self._test()
            case Step.CONFIGURE:
                self._accept()
            case Step.LAUNCH:
                self._launch()
            case step:
                self._go(STEPS[STEPS.index(step) + 1])

    def _go_back(self) -> None:
        self._go(STEPS[STEPS.index(self.step) - 1])

    def _go(self, step: Step) -> None:
        self._do(lambda service: service.set_up.go(step))

    def _mark_edited(self) -> None:
        self._is_edited = True
        self._show_verbs()

    def _test(self) -> None:
        texts = self.access.texts()

        def test(service: AgentService) -> None:
            _fitting(lambda: service.set_up.enter(texts))
            service.set_up.look(Look.ACCESS)

        def then() -> None:
            self._is_edited = False
            self._asked.add(Look.ACCESS)
            self.access.forget()

        self._do(test, then)

    def _look_again(self) -> None:
        self._ask(_LOOKS[self.step])

    def _ask(self, look: Look) -> None:
        self._asked.add(look)
        self._do(lambda service: service.set_up.look(look), failed=lambda: self._asked.discard(look))

    def _read_fields(self, template: str) -> None:
        def then(fields: tuple[AnswerField, ...]) -> None:
            self.answers.show_fields(template, fields)
            self._show_verbs()

        query = lambda service: service.set_up.fields(template)  # noqa: E731 - one question
        self.context.reading.ask(self, query, then, key="fields", failed=self._refused)

    def _accept(self) -> None:
        template, texts = self.answers.template, self.answers.texts()
        self._do(lambda service: _fitting(lambda: service.set_up.accept(template, texts)))

    def _try_company(self, company: str) -> None:
        self._do(lambda service: _fitting(lambda: service.set_up.try_company(company)))

    def _launch(self) -> None:
        approval, day = self.launch.approval(), self.launch.start_on()
        self._do(lambda service: service.set_up.launch(approval, day), lambda: self.context.go("work"))

    def _do(
        self,
        command: Callable[[AgentService], object],
        then: Callable[[], None] = lambda: None,
        failed: Callable[[], None] = lambda: None,
    ) -> None:
        """Carry out a command and read again what came of it; what refuses it is said."""
        self.next.setEnabled(False)

        def done(_: object) -> None:
            then()
            self.context.refresh()

        def refused(problem: Problem) -> None:
            failed()
            self._refused(problem)

        self.context.reading.ask(self, command, done, failed=refused)

    def _refused(self, problem: Problem) -> None:
        self.context.said.emit(spoken(f"{problem.message} {problem.press}".strip()))
        self._show_verbs()


class Trail(QWidget):
    """The steps from left to right: done, here, to come."""

    def __init__(self) -> None:
        super().__init__()
        self.icons: dict[Step, StateIcon] = {}
        self.words: dict[Step, Text] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        for step in STEPS:
            icon, word = StateIcon(16), Text(step_word(step))
            self.icons[step], self.words[step] = icon, word
            row.addWidget(icon)
            row.addWidget(word)
            row.addSpacing(SMALL * 2)
        row.addStretch()

    def show_step(self, here: Step) -> None:
        """Mark where somebody stands."""
        place = STEPS.index(here) if here in STEPS else len(STEPS)
        for number, step in enumerate(STEPS):
            shape, tone = ("proven", Tone.GOOD) if number < place else ("waiting", Tone.QUIET)
            if number == place:
                shape, tone = "working", Tone.ACTIVE
            self.icons[step].show_state(shape, tone)
            self.words[step].setFont(strong().font() if number == place else Text().font())
            self.words[step].setProperty("role", "" if number <= place else "muted")
            self.words[step].tone("")
        self.setAccessibleName(step_word(here))


def _read(service: AgentService) -> View:
    texts = {name: service.setting(name) for name in (*PLAIN, *SECRETS, "syspro.reader")}
    templates = tuple(template.name for template in service.mapping.templates())
    return View(service.set_up.state(), texts, templates, service.now())


def _fitting(command: Callable[[], object]) -> None:
    """Carry out a command; a text that does not fit is refused in words."""
    try:
        command()
    except BadSettingError as error:
        problem = Problem("This does not fit", str(error), code="setup.does_not_fit")
        raise NeedsPerson(problem) from error
