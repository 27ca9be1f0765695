"""Mapping: what fills each field of SYSPRO? A change goes into a draft, is tried, and is then put in force."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from agent.domain.conditions import condition_of
from agent.domain.editing import FieldMap, FieldRow, Spot
from agent.domain.rules import Rule
from agent.service import AgentService
from gui.context import Context
from gui.pages.base import Page
from gui.pages.drafting import Drafting
from gui.pages.mapping_history import Revisions
from gui.pages.mapping_rule import RulePane
from gui.reading import Lane
from gui.theme import MEDIUM
from gui.viewmodels import mapping as view
from gui.viewmodels.flows import condition_text
from gui.viewmodels.mapping import Column, FieldsModel, FlowRow, Offered, Shown
from gui.viewmodels.roles import ROW_ROLE
from gui.widgets.basics import Chooser, ListCard, Text, row_of
from gui.widgets.stages import Stages
from gui.widgets.table import Table, chip_width
from gui.widgets.tabs import Tabs
from gui.words import spoken

#: Most revisions that are shown.
_MOST_REVISIONS = 50


class MappingPage(Page):
    """The flows' field maps, the draft, and the revisions."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "")
        self.title.setText(self.tr("Mapping"))
        self.setAccessibleName(self.tr("Mapping"))
        self.shown: Shown | None = None
        self._wanted: Spot | None = None
        self.offered: dict[Spot, Offered] = {}
        self.drafting = Drafting(context)
        self.force, self.draft = self.drafting.force, self.drafting.card
        self.verbs.addWidget(self.force)
        self.tabs: Tabs[str] = Tabs({"fields": self.tr("Fields"), "history": self.tr("Revisions")}, "fields")
        self.flow, self.spot = Chooser(), Chooser()
        self.flow.setAccessibleName(self.tr("Flow"))
        self.spot.setAccessibleName(self.tr("Document"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search a field"))
        self.search.setAccessibleName(self.tr("Search a field"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(160)
        self.when = Text(role="muted", wraps=True)
        self.model = FieldsModel()
        self.table = Table(self.model, [168, 0, 0, chip_width(view.state_words())])
        self.table.setAccessibleName(self.tr("Fields of SYSPRO"))
        self.pane = RulePane(context)
        self.pane.hide()
        self.revisions = Revisions(context)
        self._lay_out()
        self._connect()
        self.tabs.show_tab("fields")
        self._show_draft()

    def _lay_out(self) -> None:
        fields = QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        chooser = row_of(self.flow, self.spot, self.search)
        for place in range(3):
            chooser.setStretch(place, 1)
        column.addLayout(chooser)
        column.addWidget(self.when)
        card = ListCard()
        card.column.addWidget(self.table)
        card.setMinimumWidth(160)
        below = QHBoxLayout()
        below.setSpacing(MEDIUM)
        below.addWidget(card, 1)
        below.addWidget(self.pane)
        column.addLayout(below, 1)
        self.faces = QStackedWidget()
        self.faces.addWidget(fields)
        self.faces.addWidget(self.revisions)
        self.stages = Stages(self.faces, lines=12)
        self.body.setSpacing(12)
        self.body.addWidget(self.draft)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.stages, 1)

    def _connect(self) -> None:
        self.drafting.changed.connect(self.refresh)
        self.tabs.chosen.connect(self._show_tab)
        self.flow.activated.connect(lambda _: self._flow_chosen())
        self.spot.activated.connect(lambda _: self._spot_chosen())
        self.search.textChanged.connect(lambda _: self._show_rows())
        self.table.selectionModel().currentRowChanged.connect(self._current_changed)
        self.table.opened.connect(self._open)
        self.pane.kept.connect(self._keep)
        self.pane.closed.connect(self._close)
        self.revisions.went_back.connect(self.refresh)
        self.stages.again.connect(self.refresh)

    def open_at(self, what: object) -> None:
        """Show the field maps of a flow, by its name, or the one at a spot."""
        if isinstance(what, Spot):
            self._wanted, what = what, what.flow
        if isinstance(what, str) and self.shown is not None and self.flow.findData(what) >= 0:
            self.flow.setCurrentIndex(self.flow.findData(what))
            self._flow_chosen()
        elif isinstance(what, str):
            self.context.remembered.setValue("mapping/flow", what)

    def refresh(self) -> None:
        """Read the mapping again; what is being typed stays."""
        self.context.reading.ask(
            self, _read, self._show, key="mapping", failed=self.stages.show_problem, lane=Lane.LISTS
        )
        self.drafting.refresh()

    def look_anew(self) -> None:
        """Draw icons in the colours of now."""
        self.pane.close_button.paint_icon()

    # -- what is shown

    def _show(self, shown: Shown) -> None:
        before, self.shown = self.shown, shown
        if before is None or [one.name for one in before.flows] != [one.name for one in shown.flows]:
            self._fill_flows(shown)
        self.revisions.show_history(shown.history)
        self._show_draft()
        self._fill_spots()
        self._show_rows()
        self.stages.show_content()

    def _show_draft(self) -> None:
        self.drafting.show_draft(self.shown.drafted if self.shown else None)

    def _fill_flows(self, shown: Shown) -> None:
        wanted = self._wanted.flow if self._wanted else self.flow.currentData()
        kept = wanted or str(self.context.remembered.value("mapping/flow", ""))
        self.flow.clear()
        for one in shown.flows:
            self.flow.addItem(
                spoken(one.title) if one.on else self.tr("{title} (off)").format(title=spoken(one.title)), one.name
            )
        self.flow.setCurrentIndex(max(0, self.flow.findData(kept)))

    def _fill_spots(self) -> None:
        flow, kept = self._flow(), self._wanted or self.spot.currentData()
        self._wanted = None
        maps = flow.maps if flow else ()
        spots = [one.spot for one in maps]
        if [self.spot.itemData(place) for place in range(self.spot.count())] != spots:
            self.spot.clear()
            for one in maps:
                self.spot.addItem(view.map_word(one), one.spot)
        self.spot.setCurrentIndex(spots.index(kept) if kept in spots else 0)

    def _show_rows(self) -> None:
        shown = self.map()
        if shown is None:
            self.model.show(())
            return
        text = self.search.text().strip().lower()
        rows = [row for row in shown.rows if text in f"{row.target.element} {spoken(row.target.help)}".lower()]
        self.model.show(rows)
        title = self.tr("Made for each: {title}.").format(title=spoken(shown.title))
        asked = condition_of(shown.when) if shown.when else None
        said = condition_text(asked) if asked is not None else shown.when
        when = self.tr("Only where {when}.").format(when=said) if shown.when else ""
        self.when.setText(f"{title} {when}".strip())
        if not self.pane.isHidden() and self.pane.row is not None and self.pane.spot == shown.spot:
            element = self.pane.row.target.element
            row = next((row for row in shown.rows if row.target.element == element), None)
            if row is not None:
                self._show_pane(row)

    def map(self) -> FieldMap | None:
        """Return the field map that is shown."""
        flow, spot = self._flow(), self.spot.currentData()
        return next((one for one in flow.maps if one.spot == spot), None) if flow else None

    def _flow(self) -> FlowRow | None:
        name = self.flow.currentData()
        return next((one for one in self.shown.flows if one.name == name), None) if self.shown else None

    def _show_tab(self, tab: str) -> None:
        self.tabs.show_tab(tab)
        self.faces.setCurrentIndex(0 if tab == "fields" else 1)

    # -- one field

    def _flow_chosen(self) -> None:
        self.context.remembered.setValue("mapping/flow", self.flow.currentData())
        self._close()
        self._fill_spots()
        self._show_rows()

    def _spot_chosen(self) -> None:
        self._close()
        self._show_rows()

    def _current_changed(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid() and (self.pane.isVisible() or self.table.hasFocus()):
            self._open(current)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, FieldRow):
            self.open_row(row)

    def open_row(self, row: FieldRow) -> None:
        """Show a field in the pane."""
        self._show_pane(row)
        self.pane.show()
        self.table.setColumnHidden(Column.SAMPLE, True)
        self.table.setColumnHidden(Column.STATE, True)
        spot = self.spot.currentData()
        if spot is not None and spot not in self.offered:
            self._read_offers(spot)

    def _show_pane(self, row: FieldRow) -> None:
        spot = self.spot.currentData()
        is_draft = self.shown is not None and self.shown.drafted is not None
        self.pane.show_row(spot, row, self.offered.get(spot), draft=is_draft)

    def _read_offers(self, spot: Spot) -> None:
        def read(service: AgentService) -> Offered:
            found = service.found_sources()
            sources = service.mapping.sources(spot.flow, line=bool(spot.line), found=found)
            return Offered(sources, dict(service.mapping.suggested(spot, found=found)))

        def then(offered: Offered) -> None:
            self.offered[spot] = offered
            self._show_rows()

        self.context.reading.ask(self, read, then, key=f"offers {spot}", lane=Lane.LISTS)

    def _close(self) -> None:
        self.pane.hide()
        self.table.setColumnHidden(Column.SAMPLE, False)
        self.table.setColumnHidden(Column.STATE, False)

    def _keep(self, rule: Rule | None) -> None:
        spot, row = self.spot.currentData(), self.pane.row
        if spot is None or row is None:
            return
        element = row.target.element

        def then(_: object) -> None:
            said = self.tr("{field} is changed in the draft; nothing is in force by it yet.").format(field=element)
            self.context.said.emit(said)
            self.refresh()

        self.context.reading.ask(
            self, lambda service: service.mapping.set_rule(spot, element, rule), then, failed=self.pane.refuse
        )


def _read(service: AgentService) -> Shown:
    mapping = service.mapping
    is_draft = mapping.draft() is not None
    flows = []
    for entry in mapping.content(draft=is_draft).flows.entries:
        flow = entry.flow
        flows.append(FlowRow(flow.name, flow.title, entry.on, mapping.field_maps(flow.name, draft=is_draft)))
    drafted = mapping.drafted() if is_draft else None
    return Shown(tuple(flows), drafted, tuple(mapping.history(_MOST_REVISIONS)))
