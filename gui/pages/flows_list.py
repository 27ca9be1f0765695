"""The pane of the flows: the list with its switches, and what can be done with one of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QVBoxLayout, QWidget

from agent.domain.flow_cards import FlowSeen
from agent.service import AgentService
from gui.context import Context
from gui.pages.flows_new import NewFlow
from gui.theme import SMALL
from gui.viewmodels import flow_files
from gui.viewmodels import flow_words as words
from gui.viewmodels.flows import FlowsModel
from gui.widgets.basics import Button, ListCard, row_of
from gui.widgets.flow_list import FlowList

#: Width of the pane, in pixels of the layout.
WIDTH = 272


class FlowsPane(QWidget):
    """The flows.

    Args:
        context: The window's view of the home.
    """

    chosen = Signal()
    asked = Signal(object, str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._wanted = str(context.remembered.value("flows/flow", ""))
        self.setFixedWidth(WIDTH)
        self.model = FlowsModel()
        self.list = FlowList(self.model)
        self.new = Button(self.tr("New…"), icon="plus")
        self.more = Button(self.tr("More"))
        self.up, self.down = (Button("", role="quiet", icon=icon) for icon in ("arrow-up", "arrow-down"))
        for button, said in ((self.up, self.tr("Ask this flow earlier")), (self.down, self.tr("Ask this flow later"))):
            button.setToolTip(said)
            button.setAccessibleName(said)
            button.setFixedWidth(32)
        self.form = NewFlow()
        self._make_menu()
        card = ListCard()
        card.column.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(card, 1)
        column.addWidget(self.form)
        column.addLayout(row_of(self.new, self.more, 1, self.up, self.down, spacing=4))
        self._connect()

    def _make_menu(self) -> None:
        self.menu = QMenu(self.more)
        self.copy = self.menu.addAction(self.tr("Copy…"))
        self.remove = self.menu.addAction(self.tr("Remove"))
        self.menu.addSeparator()
        self.export = self.menu.addAction(self.tr("Export…"))
        self.take = self.menu.addAction(self.tr("Import…"))
        self.more.setMenu(self.menu)

    def _connect(self) -> None:
        self.list.selectionModel().currentRowChanged.connect(lambda *_: self._current_changed())
        self.list.moved.connect(self._move)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.model.switched.connect(self._switch)
        self.new.clicked.connect(lambda: self._open_form(whole=False))
        self.copy.triggered.connect(lambda: self._open_form(whole=True))
        self.form.wanted.connect(self._begin)
        self.remove.triggered.connect(self._remove)
        self.export.triggered.connect(self._choose_target)
        self.take.triggered.connect(self._choose_source)

    # -- what is shown

    def current(self) -> FlowSeen | None:
        """Return the flow that is chosen."""
        row = self.list.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def choose(self, name: str) -> None:
        """Choose a flow by its name, now or once it is there."""
        self._wanted = name
        place = self.model.place(name)
        if place >= 0:
            self.list.setCurrentIndex(self.model.index(place, 0))

    def show_flows(self, flows: Sequence[FlowSeen]) -> None:
        """Show the flows; the chosen one stays chosen."""
        wanted = self._wanted
        self.model.show(flows)
        place = self.model.place(wanted)
        if flows and (place >= 0 or self.current() is None):
            self.list.setCurrentIndex(self.model.index(max(0, place), 0))
        self._show_buttons()

    def look_anew(self) -> None:
        """Draw icons in the colours of now."""
        for button in (self.up, self.down, self.new):
            button.paint_icon()

    def _current_changed(self) -> None:
        flow = self.current()
        if flow is not None:
            self._wanted = flow.name
            self._context.remembered.setValue("flows/flow", flow.name)
        self._show_buttons()
        self.chosen.emit()

    def _show_buttons(self) -> None:
        row, flow = self.list.currentIndex().row(), self.current()
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < len(self.model.rows) - 1)
        for action in (self.copy, self.export):
            action.setEnabled(flow is not None)
        self.remove.setEnabled(flow is not None and not flow.shipped)
        shipped = flow is not None and flow.shipped
        self.remove.setText(self.tr("Remove (the program's own stay)") if shipped else self.tr("Remove"))

    # -- what can be done

    def _switch(self, name: str, on: bool) -> None:  # noqa: FBT001 - what the signal carries
        said = self.tr("The flow is switched on in the draft.") if on else self.tr("It is switched off in the draft.")
        self.asked.emit(lambda service: service.designer.switch(name, on=on), said)

    def _move(self, step: int) -> None:
        row = self.list.currentIndex().row()
        to = row + step
        if not 0 <= to < len(self.model.rows):
            return
        names = [one.name for one in self.model.rows]
        names.insert(to, names.pop(row))
        self.asked.emit(lambda service: service.designer.order(names), self.tr("The order is changed in the draft."))

    def _open_form(self, *, whole: bool) -> None:
        flow = self.current()
        self.form.ask(self.model.rows, flow.name if flow else "", whole=whole)

    def _begin(self, like: str, title: str, whole: bool) -> None:  # noqa: FBT001 - what the signal carries
        def command(service: AgentService) -> Any:
            self._wanted, edited = service.designer.begin(like, title, whole=whole)
            return edited

        self.asked.emit(command, self.tr("The new flow is in the draft, switched off until you switch it on."))

    def _remove(self) -> None:
        flow = self.current()
        if flow is not None:
            said = self.tr("{title} is removed in the draft.").format(title=words.flow_title(flow))
            self.asked.emit(lambda service: service.designer.remove(flow.name), said)

    def _choose_target(self) -> None:
        flow = self.current()
        if flow is None:
            return
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), f"{flow.name}.toml", "TOML (*.toml)")
        if chosen:
            self.export_to(Path(chosen))

    def export_to(self, path: Path) -> None:
        """Write the chosen flow to a file."""
        flow = self.current()
        if flow is None:
            return
        name, done = flow.name, self.tr("Written to {path}.").format(path=path)

        def then(trouble: str) -> None:
            self._context.said.emit(trouble or done)

        self._context.reading.ask(self, lambda service: flow_files.written(service, name, path), then)

    def _choose_source(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Import"), "", "TOML (*.toml)")
        if chosen:
            self.take_from(Path(chosen))

    def take_from(self, path: Path) -> None:
        """Take a flow from a file into the draft."""
        said = self.tr("The flow of {name} is in the draft.").format(name=path.name)
        self.asked.emit(lambda service: service.designer.take(flow_files.read(path)), said)
