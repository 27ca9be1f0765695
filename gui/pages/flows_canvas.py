"""The canvas: the cards of a flow below each other, connected, in the order in which the flow decides."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from agent.domain.flow_cards import Card, CardPlace, FlowSeen, Section
from agent.domain.walking import Seen
from gui.theme import MEDIUM, SMALL
from gui.widgets.flow_card import MIME, CardView, Connector, SectionHead, place_from

#: Cards of a section from which on it begins folded.
_FOLDS_FROM = 8


class Canvas(QScrollArea):
    """The cards of one flow."""

    opened = Signal(object)
    switched = Signal(object)
    moved = Signal(object, int)
    removed = Signal(object)
    added = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Cards of the flow"))
        self.cards: dict[CardPlace, CardView] = {}
        self.heads: dict[Section, SectionHead] = {}
        self._connectors: dict[CardPlace, Connector] = {}
        self._flow: FlowSeen | None = None
        self._folded: dict[tuple[str, Section], bool] = {}
        self._chosen: CardPlace | None = None
        self._seen: dict[CardPlace, Seen] = {}
        self._current: CardPlace | None = None
        self._focus: CardPlace | None = None
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(2, 2, MEDIUM, MEDIUM)
        self._column.setSpacing(0)
        self.setWidget(self._inner)

    # -- what is shown

    def show_flow(self, flow: FlowSeen | None) -> None:
        """Show the cards of a flow; what is the same stays as it is drawn."""
        if flow == self._flow:
            return
        is_other = flow is None or self._flow is None or flow.name != self._flow.name
        had_focus = next((place for place, card in self.cards.items() if card.hasFocus()), None)
        height = self.verticalScrollBar().value()
        self._flow = flow
        self._draw()
        self.verticalScrollBar().setValue(0 if is_other else height)
        wanted, self._focus = self._focus or had_focus, None
        if wanted is not None and wanted in self.cards and not is_other:
            self.cards[wanted].setFocus()
            self._bring(wanted)

    def choose(self, place: CardPlace | None) -> None:
        """Mark a card as the one that is edited."""
        self._chosen = place
        if place is not None and place not in self.cards:
            self._unfold(place.section)
        for one, card in self.cards.items():
            card.choose(chosen=one == place)
        self._bring(place)

    def show_walk(self, seen: Sequence[Seen], current: CardPlace | None) -> None:
        """Show what cards saw of an event, and at which one it stands."""
        self._seen = {one.place: one for one in seen}
        self._current = current
        if current is not None and current not in self.cards:
            self._unfold(current.section)
        self._show_seen()
        self._bring(current)

    def _bring(self, place: CardPlace | None) -> None:
        """Scroll to a card; its place counts once the column is laid out."""
        if place is not None and place in self.cards:
            self._column.activate()
            self.ensureWidgetVisible(self.cards[place], 0, 48)

    def follow(self, place: CardPlace, to: CardPlace) -> None:
        """Let marks and focus go with a card that is about to stand elsewhere."""
        self._chosen = to if self._chosen == place else self._chosen
        self._focus = to if place in self.cards and self.cards[place].hasFocus() else None

    def look_anew(self) -> None:
        """Draw icons in the colours of now."""
        self._draw()

    def _draw(self) -> None:
        self._clear()
        cards = self._flow.cards if self._flow else ()
        for section in Section:
            self._draw_section(section, [card for card in cards if card.place.section is section])
        self._column.addStretch()
        self._inner.setVisible(self._flow is not None)
        for place, card in self.cards.items():
            card.choose(chosen=place == self._chosen)
        self._show_seen()

    def _draw_section(self, section: Section, cards: list[Card]) -> None:
        name = self._flow.name if self._flow else ""
        folded = self._folded.setdefault((name, section), section is Section.STOP and len(cards) >= _FOLDS_FROM)
        head = SectionHead(section, len(cards), is_folded=folded)
        head.added.connect(self.added)
        head.folded.connect(self._fold)
        self.heads[section] = head
        self._column.addSpacing(0 if section is Section.TRIGGER else SMALL)
        self._column.addWidget(head)
        shown = [card for card in cards if not folded or card.problems]
        for place, card in enumerate(shown):
            if place or section is not Section.TRIGGER:
                self._connect(card.place)
            self._add(card, is_alone=len(cards) == 1)

    def _connect(self, place: CardPlace) -> None:
        connector = self._connectors[place] = Connector()
        self._column.addWidget(connector)

    def _add(self, card: Card, *, is_alone: bool) -> None:
        view = self.cards[card.place] = CardView(card, is_alone=is_alone)
        view.opened.connect(self.opened)
        view.switched.connect(self.switched)
        view.moved.connect(self.moved)
        view.removed.connect(self.removed)
        view.stepped.connect(self._step)
        self._column.addWidget(view)

    def _clear(self) -> None:
        self.cards, self.heads, self._connectors = {}, {}, {}
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _show_seen(self) -> None:
        for place, card in self.cards.items():
            card.show_step(self._seen.get(place), current=place == self._current)

    def _fold(self, section: Section) -> None:
        if self._flow is not None:
            key = (self._flow.name, section)
            self._folded[key] = not self._folded[key]
            self._draw()
            self.heads[section].fold.setFocus()

    def _unfold(self, section: Section) -> None:
        if self._flow is not None and self._folded.get((self._flow.name, section)):
            self._folded[self._flow.name, section] = False
            self._draw()

    def _step(self, place: CardPlace, by: int) -> None:
        places = list(self.cards)
        to = places.index(place) + by
        if 0 <= to < len(places):
            self.cards[places[to]].setFocus()
            self._bring(places[to])

    # -- dragging

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take cards alone."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the card would come."""
        target = self._target(event)
        self._aim(target)
        if target is None:
            event.ignore()
        else:
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show no place any more."""
        self._aim(None)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Let the card stand where it was dropped."""
        target = self._target(event)
        self._aim(None)
        if target is None:
            return
        place = _dragged(event)
        # The card leaves its own place first, so that all after it are one place further up.
        to = target.number - 1 if target.number > place.number else target.number
        event.acceptProposedAction()
        if to != place.number:
            self.moved.emit(place, to)

    def _target(self, event: QDropEvent) -> CardPlace | None:
        """Return the card of the same section that a dragged one would come before; one more than the last is last."""
        section = _dragged(event).section
        at = self._inner.mapFrom(self, event.position().toPoint()).y()
        own = [place for place in self.cards if place.section is section]
        after = [place for place in own if self.cards[place].geometry().center().y() > at]
        if (
            not own
            or at < self.cards[own[0]].geometry().top() - 40
            or at > self.cards[own[-1]].geometry().bottom() + 40
        ):
            return None
        return after[0] if after else CardPlace(section, own[-1].number + 1)

    def _aim(self, target: CardPlace | None) -> None:
        for place, connector in self._connectors.items():
            connector.aim(on=place == target)


def _dragged(event: QDropEvent) -> CardPlace:
    return place_from(bytes(event.mimeData().data(MIME).data()).decode())
