"""Flows: what becomes of each movement of money? A flow as connected cards; a change waits in the mapping's draft."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QCursor, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from agent.domain.flow_cards import Card, CardPlace, FlowSeen, Section, new_content
from agent.domain.flow_starts import starts_of
from agent.domain.kinds import Kind
from agent.domain.readmodels import StoredRevision
from agent.domain.sources import Source
from agent.domain.templates import Template
from agent.domain.walking import Seen
from agent.service import AgentService
from gui.context import Context
from gui.pages.base import Page
from gui.pages.drafting import Drafting
from gui.pages.flows_canvas import Canvas
from gui.pages.flows_card import CardPane
from gui.pages.flows_edits import Command, Edits
from gui.pages.flows_list import FlowsPane
from gui.pages.flows_templates import Gallery
from gui.pages.flows_walk import WalkBar
from gui.pages.mapping_history import Revisions
from gui.reading import Lane
from gui.theme import SMALL
from gui.viewmodels import flow_words as words
from gui.widgets.basics import Text, strong
from gui.widgets.stages import Stages
from gui.widgets.tabs import Tabs
from gui.words import kind_word

#: Most revisions that are shown.
_MOST_REVISIONS = 50

#: Width of the page below which the list makes room for an open card, in pixels of the layout.
_NARROW = 1000


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page reads at once.

    Attributes:
        flows: Every flow, in the order in which they are asked.
        sources: Subject -> what its conditions can compare.
        kinds: Subject -> documents that a new step can make.
        drafted: What the draft has otherwise than what is in force; ``None`` where there is no draft.
        history: The latest revisions, newest first.
        templates: The templates.
    """

    flows: tuple[FlowSeen, ...]
    sources: dict[str, tuple[Source, ...]]
    kinds: dict[str, tuple[Kind, ...]]
    drafted: tuple[str, ...] | None
    history: tuple[StoredRevision, ...]
    templates: tuple[Template, ...]


class FlowsPage(Page):
    """The flows, their cards, the templates, and the revisions."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "")
        self.title.setText(self.tr("Flows"))
        self.setAccessibleName(self.tr("Flows"))
        self.shown: Shown | None = None
        self._wanted: tuple[str, Section] | None = None
        self.drafting = Drafting(context)
        self.force, self.draft = self.drafting.force, self.drafting.card
        self.edits = Edits(context)
        self.undo = self.edits.undo
        for button in (self.undo, self.force):
            self.verbs.addWidget(button)
        faces = {"flows": self.tr("Flows"), "templates": self.tr("Templates"), "history": self.tr("Revisions")}
        self.tabs: Tabs[str] = Tabs(faces, "flows")
        self.flows, self.canvas, self.walk = FlowsPane(context), Canvas(), WalkBar(context)
        self.pane = CardPane(context)
        self.pane.hide()
        self.flow_title = strong()
        self.flow_title.setWordWrap(True)
        self.flow_state = Text(role="muted", wraps=True)
        self.gallery, self.revisions = Gallery(context), Revisions(context)
        self._lay_out()
        self._connect()
        self.tabs.show_tab("flows")
        self.drafting.show_draft(None)

    def _lay_out(self) -> None:
        designing = QWidget()
        row = QHBoxLayout(designing)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.flows)
        middle = QVBoxLayout()
        middle.setSpacing(SMALL)
        middle.addWidget(self.flow_title)
        middle.addWidget(self.flow_state)
        middle.addWidget(self.walk)
        middle.addWidget(self.canvas, 1)
        row.addLayout(middle, 1)
        row.addWidget(self.pane)
        self.faces = QStackedWidget()
        for face in (designing, self.gallery, self.revisions):
            self.faces.addWidget(face)
        self.stages = Stages(self.faces, lines=12)
        self.body.setSpacing(12)
        self.body.addWidget(self.draft)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.stages, 1)

    def _connect(self) -> None:
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self.undo.click)
        self.drafting.changed.connect(self.edits.forget)
        self.drafting.changed.connect(self.refresh)
        self.edits.changed.connect(self.refresh)
        self.edits.taken_back.connect(self.pane.forget_typed)
        self.edits.refused.connect(self._refused)
        self.tabs.chosen.connect(self._show_tab)
        self.flows.chosen.connect(self._flow_chosen)
        self.flows.asked.connect(self.edits.change)
        self.gallery.asked.connect(self._use_template)
        self.canvas.opened.connect(self.open_card)
        self.canvas.added.connect(self._offer_cards)
        for part in (self.canvas, self.pane):
            part.switched.connect(self._switch)
            part.moved.connect(self._move)
            part.removed.connect(self._remove)
        self.pane.kept.connect(self._keep)
        self.pane.closed.connect(self._close)
        self.walk.stepped.connect(self._show_seen)
        self.revisions.went_back.connect(self.refresh)
        self.stages.again.connect(self.refresh)

    def open_at(self, what: object) -> None:
        """Show the cards of a flow, by its name."""
        if isinstance(what, str):
            self._show_tab("flows")
            self.flows.choose(what)

    def refresh(self) -> None:
        """Read the flows again; what is being typed stays."""
        self.context.reading.ask(self, _read, self._show, key="flows", failed=self.stages.show_problem, lane=Lane.LISTS)
        self.drafting.refresh()

    def look_anew(self) -> None:
        """Draw icons in the colours of now."""
        for part in (self.canvas, self.flows, self.walk):
            part.look_anew()
        for button in (self.pane.close_button, self.pane.up, self.pane.down, self.undo):
            button.paint_icon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for an open card."""
        super().resizeEvent(event)
        self._make_room()

    # -- what is shown

    def flow(self) -> FlowSeen | None:
        """Return the flow that is shown."""
        return self.flows.current()

    def _show(self, shown: Shown) -> None:
        self.shown = shown
        self.flows.show_flows(shown.flows)
        self.revisions.show_history(shown.history)
        self.gallery.show_templates(shown.templates)
        self.drafting.show_draft(shown.drafted)
        self._show_flow()
        if shown.flows:
            self.stages.show_content()
        else:
            text = self.tr("A flow says what a payment, a refund or a payout becomes in SYSPRO. Import one to begin.")
            self.stages.show_empty(
                self.tr("There are no flows"), text, press=self.tr("Import…"), then=self.flows.take.trigger
            )

    def _show_flow(self) -> None:
        flow = self.flow()
        self.canvas.show_flow(flow)
        self.walk.show_flow(flow)
        self.flow_title.setText(words.flow_title(flow) if flow else "")
        self.flow_state.setText(words.flow_state(flow) if flow else "")
        self.flow_state.setVisible(bool(self.flow_state.text()))
        self._open_wanted(flow)
        self._show_pane()

    def _flow_chosen(self) -> None:
        self._close()
        self._show_flow()

    def _show_tab(self, tab: str) -> None:
        self.tabs.show_tab(tab)
        self.gallery.show_gallery()
        self.faces.setCurrentIndex(list(self.tabs.buttons).index(tab))

    def _show_seen(self, seen: Sequence[Seen], current: CardPlace | None) -> None:
        self.canvas.show_walk(seen, current)
        if self.pane.card is not None:
            self.pane.show_seen(self.walk.seen(self.pane.card.place))

    # -- one card

    def open_card(self, place: CardPlace) -> None:
        """Show a card in the panel."""
        self.pane.show()
        self.canvas.choose(place)
        self._make_room()
        card = self._card(place)
        if card is not None:
            self._fill_pane(card)

    def _show_pane(self) -> None:
        """Show the open card as it is now; one that is no more closes."""
        if self.pane.isHidden() or self.pane.card is None:
            return
        card = self._card(self.pane.card.place)
        if card is None or self.pane.flow is None or self.flow() is None or self.pane.flow.name != self._name():
            self._close()
        else:
            self._fill_pane(card)

    def _fill_pane(self, card: Card) -> None:
        flow = self.flow()
        if flow is not None and self.shown is not None:
            self.pane.show_card(flow, card, self.shown.sources[flow.subject])
            self.pane.show_seen(self.walk.seen(card.place))

    def _open_wanted(self, flow: FlowSeen | None) -> None:
        """Open the card that was added last."""
        if flow is None or self._wanted is None or self._wanted[0] != flow.name:
            return
        section, self._wanted = self._wanted[1], None
        last = [card.place for card in flow.cards if card.place.section is section]
        self.open_card(last[-1])

    def _close(self) -> None:
        self.pane.hide()
        self.canvas.choose(None)
        self._make_room()

    def _make_room(self) -> None:
        self.flows.setVisible(self.pane.isHidden() or self.width() >= _NARROW)

    def _card(self, place: CardPlace) -> Card | None:
        flow = self.flow()
        return next((card for card in flow.cards if card.place == place), None) if flow else None

    def _name(self) -> str:
        flow = self.flow()
        return flow.name if flow else ""

    # -- changes, all of them in the draft

    def _refused(self) -> None:
        self._wanted = None
        self.refresh()

    def _keep(self, command: Command) -> None:
        said = self.tr("The card is changed in the draft; nothing is in force by it yet.")
        self.edits.change(command, said, then=self.pane.forget_typed, failed=self.pane.refuse)

    def _switch(self, place: CardPlace) -> None:
        name, card = self._name(), self._card(place)
        if card is None:
            return
        said = self.tr("The card is on in the draft.") if card.off else self.tr("The card is off in the draft.")
        self.edits.change(lambda service: service.designer.switch_card(name, place, on=card.off), said)

    def _move(self, place: CardPlace, to: int) -> None:
        name, flow = self._name(), self.flow()
        count = sum(card.place.section is place.section for card in flow.cards) if flow else 0
        if place.section is Section.TRIGGER or not 0 < to <= count:
            return
        moved = CardPlace(place.section, to)

        def then() -> None:
            self.canvas.follow(place, moved)
            if self.pane.card is not None and self.pane.card.place == place:
                self.pane.follow(moved)

        said = self.tr("The card is moved in the draft.")
        self.edits.change(lambda service: service.designer.move_card(name, place, to), said, then=then)

    def _remove(self, place: CardPlace) -> None:
        name = self._name()
        if place.section is not Section.TRIGGER:
            said = self.tr("The card is removed in the draft; Undo brings it back.")
            self.edits.change(lambda service: service.designer.remove_card(name, place), said, then=self._close)

    def _offer_cards(self, section: Section) -> None:
        """Offer what a new card of a section can begin with."""
        self.cards_menu(section).popup(QCursor.pos())

    def cards_menu(self, section: Section) -> QMenu:
        """Return the menu of what a new card of a section can begin with."""
        menu = QMenu(self)
        flow = self.flow()
        if flow is None or self.shown is None:
            return menu
        if section is Section.STEP:
            for kind in self.shown.kinds[flow.subject]:
                menu.addAction(kind_word(kind)).triggered.connect(lambda _=False, one=kind: self._add_step(one))
            return menu
        for name, when in starts_of(flow.subject).items():
            action = menu.addAction(words.start_word(name))
            action.triggered.connect(lambda _=False, one=name, said=when: self._add_card(section, one, said))
        if menu.actions():
            menu.addSeparator()
        menu.addAction(self.tr("A condition of your own")).triggered.connect(lambda: self._add_card(section, "own", ""))
        return menu

    def _add_step(self, kind: Kind) -> None:
        name = self._name()
        said, then = self.tr("The document is added in the draft."), self._want(name, Section.STEP)
        self.edits.change(lambda service: service.designer.add_step(name, kind), said, then=then)

    def _add_card(self, section: Section, start: str, when: str) -> None:
        flow = self.flow()
        if flow is None:
            return
        name, text = flow.name, words.start_sentence(start, flow.subject)
        # Without a condition it could not work, so it waits until it has one.
        content = new_content(section, start, when, text)
        said = self.tr("The card is added in the draft.")
        if not when:
            said = self.tr("The card is added in the draft, off until it has its condition.")
        then = self._want(name, section)
        self.edits.change(lambda service: service.designer.add_card(name, section, content), said, then=then)

    def _want(self, name: str, section: Section) -> Callable[[], None]:
        """Return what lets the last card of a section be opened once it is there; answers from before lack it."""

        def then() -> None:
            self._wanted = name, section

        return then

    def _use_template(self, command: Command, said: str) -> None:
        self.edits.change(command, said, then=lambda: self._show_tab("flows"), failed=self.gallery.refuse)


def _read(service: AgentService) -> Shown:
    mapping, designer = service.mapping, service.designer
    flows = designer.flows()
    named = {flow.subject: flow.name for flow in flows}
    return Shown(
        flows,
        {subject: designer.sources(name) for subject, name in named.items()},
        {subject: designer.kinds(name) for subject, name in named.items()},
        mapping.drafted() if mapping.draft() is not None else None,
        tuple(mapping.history(_MOST_REVISIONS)),
        tuple(mapping.templates()),
    )
