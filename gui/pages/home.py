"""Home: is everything right, and up to when?"""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from agent.domain.errors import Problem
from agent.domain.hosting import ServiceState
from agent.domain.latency import Answers
from agent.domain.overview import Overview, connections
from agent.domain.status import Overall
from agent.domain.status_page import Status
from agent.service import AgentService
from gui.context import Context
from gui.pages.base import Page
from gui.reading import Lane
from gui.theme import LARGE, MEDIUM, SMALL, Tone
from gui.viewmodels import home as view
from gui.widgets.basics import Button, Card, Chip, Elided, StateIcon, Text, figure, line, strong
from gui.widgets.charts import FlowPicture, GaugePicture, HoursPicture
from gui.widgets.stages import Stages
from gui.words import count_text, overall_look, verdict_sentence

#: Most tiles of the proof side by side.
_TILES = 4


class HomePage(Page):
    """The first page."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "", scrolls=True)
        self.title.setText(self.tr("Home"))
        self.setAccessibleName(self.tr("Home"))
        self.chip = Chip()
        self.sync_now = Button(self.tr("Sync now"), icon="arrows-clockwise")
        self.sync_now.clicked.connect(self._sync_now)
        self.verbs.addWidget(self.chip)
        self.verbs.addWidget(self.sync_now)
        self.proof = ProofCard()
        self.proof.prove.clicked.connect(self._prove)
        self.proof.open.clicked.connect(lambda: context.go("work"))
        self.flow = FlowCard()
        self.systems = SystemsCard()
        self.hours = HoursPicture()
        self.allowance = AllowanceCard()
        self.runs = RunsCard()
        grid = QGridLayout()
        grid.setSpacing(MEDIUM)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 3)
        hours = Card(self.tr("Documents posted by the hour"))
        hours.column.addWidget(self.hours)
        hours.column.addStretch()
        beside = QVBoxLayout()
        beside.setSpacing(MEDIUM)
        beside.addWidget(self.allowance)
        beside.addWidget(self.runs, 1)
        grid.addWidget(self.flow, 0, 0)
        grid.addWidget(self.systems, 0, 1)
        grid.addWidget(hours, 1, 0)
        grid.addLayout(beside, 1, 1)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self.proof)
        column.addLayout(grid)
        column.addStretch()
        self.stages = Stages(inner, lines=12)
        self.stages.again.connect(context.refresh)
        self.body.addWidget(self.stages)
        context.status_changed.connect(self._show_status)
        context.status_failed.connect(self._show_trouble)

    def refresh(self) -> None:
        """Read the figures again."""
        self.context.reading.ask(
            self, AgentService.overview, self._show_overview, key="overview", failed=self._show_trouble
        )

    def look_anew(self) -> None:
        """Draw icons and chips in the colours of now."""
        self.sync_now.paint_icon()
        if self.context.status:
            self._show_status(self.context.status)

    def _show_trouble(self, problem: Problem) -> None:
        if self.context.status is None:
            self.stages.show_problem(problem)

    def _show_status(self, status: Status) -> None:
        context = self.context
        self.chip.say(overall_look(status.verdict.overall))
        is_open = status.setting_up and not context.joins.is_demo
        self.sync_now.setVisible(not is_open)
        if is_open:
            text = self.tr("Nothing is read or posted before the launch. Here it will say whether both sides agree.")
            self.stages.show_empty(
                self.tr("Not launched yet"), text, press=self.tr("Set up"), then=lambda: context.go("setup")
            )
            return
        self.proof.show_status(status, context)
        self.systems.show_status(status, context)
        self.runs.show_runs(view.next_runs(status.jobs, context.now, context.zone, alive=status.engine_alive))
        self.stages.show_content()
        hosting = context.joins.service
        if hosting is not None:
            context.reading.ask(
                self, lambda _: hosting.state(), self.systems.show_service, key="service", lane=Lane.MACHINE
            )

    def _show_overview(self, overview: Overview) -> None:
        self.flow.show_flows(overview)
        self.systems.show_answers(overview.answers)
        if self.context.status is not None:
            self.systems.show_status(self.context.status, self.context)
        self.hours.show_counts(overview.posted_by_hour, view.hour_labels(overview, self.context.zone))
        self.allowance.show_allowance(overview)

    def _sync_now(self) -> None:
        self.context.do(self, AgentService.sync_now, self.tr("Stripe is being looked at."))

    def _prove(self) -> None:
        self.context.do(self, AgentService.prove, self.tr("Both sides are being compared."))


class ProofCard(Card):
    """The proof: the largest thing on the page."""

    def __init__(self) -> None:
        super().__init__(margin=LARGE)
        self.icon = StateIcon(20)
        self.sentence = strong()
        self.sentence.setWordWrap(True)
        self.prove = Button(self.tr("Compare now"), role="quiet")
        self.open = Button(self.tr("Open the work list"), role="primary")
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.icon)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.prove)
        row.addWidget(self.open)
        self.column.addLayout(row)
        self.column.addSpacing(SMALL)
        self.tiles = QHBoxLayout()
        self.tiles.setSpacing(LARGE)
        self.column.addLayout(self.tiles)
        self.state = Text(role="muted", wraps=True)
        self.column.addWidget(self.state)
        self._shown: list[view.ProofTile] | None = None

    def show_status(self, status: Status, context: Context) -> None:
        """Show the latest proof, and what is beside it."""
        holds = bool(status.proof) and all(row.holds for row in status.proof)
        shape, tone = ("proven", Tone.GOOD) if holds else ("refused", Tone.BAD)
        if not status.proof:
            shape, tone = "idle", Tone.QUIET
        self.icon.show_state(shape, tone)
        self.sentence.setText(view.proof_sentence(status.proof, status.proven_at, context.now, context.zone))
        is_said = status.verdict.overall in {Overall.PROVEN, Overall.IDLE}
        self.state.setText("" if is_said else verdict_sentence(status.verdict))
        self.state.setVisible(not is_said)
        self.open.setVisible(bool(status.needs_you) or status.verdict.overall is Overall.IN_DOUBT)
        tiles = view.proof_tiles(status.proof)
        if tiles != self._shown:
            self._shown = tiles
            self._fill(tiles)

    def _fill(self, tiles: list[view.ProofTile]) -> None:
        while (item := self.tiles.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for tile in tiles[:_TILES]:
            self.tiles.addWidget(_tile(tile))
        if len(tiles) > _TILES:
            rest = Text(self.tr("and %n more", "", len(tiles) - _TILES), role="muted")
            self.tiles.addWidget(rest, 0, Qt.AlignmentFlag.AlignBottom)
        self.tiles.addStretch()


class FlowCard(Card):
    """Today's money, one currency at a time."""

    def __init__(self) -> None:
        super().__init__(self.tr("Today's money"))
        self.picture = FlowPicture()
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._overview: Overview | None = None
        self._currency = ""
        self.column.addWidget(self.picture)
        self.column.addStretch()

    def show_flows(self, overview: Overview) -> None:
        """Show what moved."""
        self._overview = overview
        currencies = [flow.currency for flow in overview.flows]
        if list(self._buttons) != currencies:
            self._offer(currencies)
        if self._currency not in currencies:
            self._currency = currencies[0] if currencies else ""
        self._show()

    def _offer(self, currencies: list[str]) -> None:
        for button in self._buttons.values():
            self._group.removeButton(button)
            button.deleteLater()
        self._buttons = {}
        for currency in currencies if len(currencies) > 1 else []:
            button = QPushButton(currency.upper())
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, chosen=currency: self._choose(chosen))
            self._group.addButton(button)
            self._buttons[currency] = button
            self.head.addWidget(button)

    def _choose(self, currency: str) -> None:
        self._currency = currency
        self._show()

    def _show(self) -> None:
        flows = {flow.currency: flow for flow in self._overview.flows} if self._overview else {}
        self.picture.show_flow(flows.get(self._currency))
        if self._currency in self._buttons:
            self._buttons[self._currency].setChecked(True)


class SystemsCard(Card):
    """Both connections and the engine."""

    def __init__(self) -> None:
        super().__init__(self.tr("Connections"))
        self.lines = {name: _SystemLine(name) for name in ("Stripe", "SYSPRO", self.tr("Engine"))}
        for number, one in enumerate(self.lines.values()):
            if number:
                self.column.addWidget(line())
            self.column.addWidget(one)
        self.column.addStretch()
        self._answers: Mapping[str, Answers] = {}
        self._service = ServiceState.ABSENT

    def show_service(self, state: ServiceState) -> None:
        """Say what the service of this machine is doing, in which the engine works while nobody is logged on."""
        self._service = state
        self.lines[self.tr("Engine")].say_more(view.service_text(state))

    def show_answers(self, answers: Mapping[str, Answers]) -> None:
        """Keep how fast the systems answer; the next status says it."""
        self._answers = answers

    def show_status(self, status: Status, context: Context) -> None:
        """Show how they are."""
        stripe, syspro, engine = self.lines.values()
        found = [
            view.connection_line(
                one, self._answers.get(one.system), context.now, context.zone, alive=status.engine_alive
            )
            for one in connections(status.jobs)
        ]
        for shown, said in zip((stripe, syspro), found, strict=True):
            shown.say(said.text, said.shape, said.tone, said.more)
            shown.setToolTip(said.detail)
        service = view.service_text(self._service)
        if status.engine_alive:
            machine = status.machine.partition("/")[0]
            engine.say(self.tr("runs on {machine}").format(machine=machine), "proven", Tone.GOOD, service)
        else:
            engine.say(self.tr("stopped, or silent"), "stopped", Tone.BAD, service)


class _SystemLine(QWidget):
    """One system with how it is."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.icon = StateIcon(16)
        self.text = Elided(role="muted")
        self.more = Elided(role="muted")
        self.more.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(SMALL)
        row.addWidget(self.icon)
        label = strong(name)
        label.setMinimumWidth(64)
        row.addWidget(label)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.text)
        words.addWidget(self.more)
        row.addLayout(words, 1)

    def say(self, text: str, shape: str, tone: Tone, more: str = "") -> None:
        """Say how it is, and in a second line how fast it answers."""
        self.icon.show_state(shape, tone)
        self.text.say(text)
        self.say_more(more)

    def say_more(self, more: str) -> None:
        """Say something in the second line."""
        self.more.say(more)
        self.more.setVisible(bool(more))


class AllowanceCard(Card):
    """How much of Stripe's read allowance is used."""

    def __init__(self) -> None:
        super().__init__(self.tr("Read allowance"))
        self.gauge = GaugePicture(self.tr("Read allowance"))
        self.percent = strong()
        self.head.addWidget(self.percent)
        self.text = Text(role="muted")
        self.column.addWidget(self.gauge)
        self.column.addWidget(self.text)

    def show_allowance(self, overview: Overview) -> None:
        """Show it."""
        allowed = overview.allowed
        percent = allowed.used * 100 // max(1, allowed.reads)
        self.gauge.show_percent(percent)
        self.percent.setText(f"{count_text(percent)} %")
        self.text.setText(view.allowance_text(overview))


class RunsCard(Card):
    """When each job runs next."""

    def __init__(self) -> None:
        super().__init__(self.tr("Next runs"))
        self.grid = QGridLayout()
        self.grid.setVerticalSpacing(6)
        self.grid.setColumnStretch(1, 1)
        self.column.addLayout(self.grid)
        self.column.addStretch()
        self._shown: list[tuple[str, str]] = []

    def show_runs(self, runs: list[tuple[str, str]]) -> None:
        """Show them; nothing is made anew where only moments have changed."""
        if [name for name, _ in runs] != [name for name, _ in self._shown]:
            while (item := self.grid.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.deleteLater()
            for row, (name, text) in enumerate(runs):
                self.grid.addWidget(Text(name), row, 0)
                self.grid.addWidget(Text(text, role="muted"), row, 1, Qt.AlignmentFlag.AlignRight)
        else:
            for row, (_, text) in enumerate(runs):
                item = self.grid.itemAtPosition(row, 1)
                if item is not None and isinstance(label := item.widget(), Text):
                    label.setText(text)
        self._shown = runs


def _tile(tile: view.ProofTile) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    number = figure(tile.figure)
    if not tile.holds:
        number.setProperty("tone", "bad")
    column.addWidget(Text(tile.heading, role="muted"))
    column.addWidget(number)
    column.addWidget(Text(tile.caption, role="muted"))
    made.setAccessibleName(f"{tile.heading}: {tile.figure}. {tile.caption}")
    return made
