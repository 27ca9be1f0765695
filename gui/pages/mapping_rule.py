"""The pane in which one field gets its rule: suggestions, the way, the value, and what it gives for an example."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from agent.domain.editing import FieldRow, Spot
from agent.domain.errors import Problem
from agent.domain.rules import Rule
from agent.domain.suggest import Candidate
from gui.context import Context
from gui.pages.base import caption
from gui.pages.work_filters import REST_MS
from gui.theme import MEDIUM, SMALL, Tone
from gui.viewmodels import mapping as view
from gui.viewmodels.mapping import WAYS, Offered
from gui.widgets.basics import Button, Card, StateIcon, Text, line, row_of, strong
from gui.words import spoken

#: Width of the pane, in pixels of the layout.
WIDTH = 400

#: Most suggestions that are offered for one field.
_MOST = 3


class RulePane(QWidget):
    """One field and its rule.

    Args:
        context: The window's view of the home.
    """

    kept = Signal(object)
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.spot: Spot | None = None
        self.row: FieldRow | None = None
        self._draft = False
        self.setFixedWidth(WIDTH)
        self.title = strong()
        self.close_button = Button("", role="quiet", icon="x")
        self.close_button.setAccessibleName(self.tr("Close the field"))
        self.close_button.setToolTip(self.tr("Close the field"))
        self.close_button.clicked.connect(self.closed)
        self.help = caption("")
        self.takes = caption("")
        self.chips = QVBoxLayout()
        self.chips.setSpacing(SMALL)
        self.suggestions: list[Button] = []
        self.none = caption(self.tr("Nothing that is known of payments fits this field."))
        self._make_editor()
        self._lay_out()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._try)

    def _make_editor(self) -> None:
        self.way = QComboBox()
        self.way.setAccessibleName(self.tr("How the field is filled"))
        for source in WAYS:
            self.way.addItem(view.way_word(source), source)
        self.way.currentIndexChanged.connect(lambda _: self._way_changed())
        self.value = QLineEdit()
        self.value.setAccessibleName(self.tr("What it is filled with"))
        self.expression = QPlainTextEdit()
        self.expression.setAccessibleName(self.tr("The expression"))
        self.expression.setFixedHeight(72)
        self.expression.setTabChangesFocus(True)
        self.key = QLineEdit()
        self.key.setAccessibleName(self.tr("The field that is looked up in the table"))
        self.key.setPlaceholderText(self.tr("The field that is looked up, such as payment.amount.currency"))
        self.default = QLineEdit()
        self.default.setAccessibleName(self.tr("What counts where that gives nothing"))
        self.default.setPlaceholderText(self.tr("Else, where that gives nothing"))
        self.transforms = QLineEdit()
        self.transforms.setAccessibleName(self.tr("Changes of the text"))
        self.transforms.setPlaceholderText(self.tr("Changes, such as trim, upper, truncate:10"))
        for field in (self.value, self.key, self.default, self.transforms):
            field.textChanged.connect(lambda _: self._typed())
            field.returnPressed.connect(self._keep)
        self.expression.textChanged.connect(self._typed)
        self.icon = StateIcon(16)
        self.gives = Text(wraps=True)
        self.keep = Button(self.tr("Keep in the draft"), role="primary")
        self.keep.clicked.connect(self._keep)

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(MEDIUM, 12, MEDIUM, MEDIUM)
        column.setSpacing(SMALL)
        column.addLayout(row_of(self.title, 1, self.close_button))
        column.addWidget(self.help)
        column.addWidget(self.takes)
        for part in (self.way, self.value, self.expression, self.key, self.default, self.transforms):
            column.addWidget(part)
        gives = row_of(self.icon, self.gives)
        gives.setStretch(1, 1)
        column.addLayout(gives)
        column.addLayout(row_of(self.keep, 1))
        column.addWidget(line())
        column.addWidget(strong(self.tr("Suggestions")))
        column.addLayout(self.chips)
        column.addWidget(self.none)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        card = Card(margin=0)
        card.column.addWidget(area)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    # -- what is shown

    def show_row(self, spot: Spot, row: FieldRow, offered: Offered | None, *, draft: bool) -> None:
        """Show a field; what is being typed for the same one stays.

        Args:
            spot: Its field map.
            row: The field.
            offered: What it can be filled from; ``None`` while that is on its way.
            draft: Whether a draft is shown.
        """
        is_new = self.spot != spot or self.row is None or self.row.target.element != row.target.element
        self._draft = draft
        if is_new or (self.row is not None and self.row.rule != row.rule):
            self.spot, self.row = spot, row
            self._fill(row)
        self.row = row
        if offered is not None:
            self._offer(offered.suggested.get(row.target.element, ()))
            self._complete([source.source.path for source in offered.sources])
        if not self._rest.isActive():
            self._say(row)

    def _fill(self, row: FieldRow) -> None:
        rule = row.rule or Rule("", "")
        self.title.setText(row.target.element)
        self.help.setText(spoken(row.target.help))
        self.takes.setText(view.target_text(row.target))
        self.way.setCurrentIndex(WAYS.index(rule.source))
        self.value.setText("" if rule.source == "cel" else str(rule.value))
        self.expression.setPlainText(str(rule.value) if rule.source == "cel" else "")
        self.key.setText(rule.key)
        self.default.setText(str(rule.default))
        self.transforms.setText(", ".join(rule.transforms))
        self._rest.stop()
        self._show_way()

    def _offer(self, candidates: Sequence[Candidate]) -> None:
        offered = candidates[:_MOST]
        self.none.setVisible(not offered)
        if [one.name for one in offered] == [button.property("path") for button in self.suggestions]:
            return
        while (item := self.chips.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.suggestions = []
        for one in offered:
            button = Button(self.tr("{path}  {percent} %").format(path=one.name, percent=one.percent), role="cause")
            button.setProperty("path", one.name)
            reasons = " ".join(map(spoken, one.reasons))
            button.setToolTip(reasons)
            button.setAccessibleDescription(reasons)
            button.clicked.connect(lambda _=False, path=one.name: self._take(path))
            self.suggestions.append(button)
            self.chips.addWidget(button)
            self.chips.addWidget(caption(reasons))

    def _complete(self, paths: list[str]) -> None:
        known = paths if self.way.currentData() in {"path", "lookup"} else []
        for field in (self.value, self.key):
            completer = QCompleter(known, field)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            field.setCompleter(completer)

    def _show_way(self) -> None:
        way = self.way.currentData()
        self.value.setVisible(way in {"path", "constant", "template", "lookup"})
        self.expression.setVisible(way == "cel")
        self.key.setVisible(way == "lookup")
        self.default.setVisible(bool(way) and way != "constant")
        self.transforms.setVisible(bool(way) and way != "constant")
        hints = {
            "path": self.tr("A field, such as payer.name"),
            "constant": self.tr("The text"),
            "template": self.tr("A text, such as Stripe {payment.reference}"),
            "lookup": self.tr("A table, such as site.receipts.bank"),
        }
        self.value.setPlaceholderText(hints.get(way, ""))

    def _say(self, row: FieldRow) -> None:
        if row.problem:
            self._tell("needs-you", Tone.WARN, spoken(row.problem))
        elif row.sample:
            self._tell("proven", Tone.GOOD, self.tr("For the latest one: {sample}").format(sample=row.sample))
        else:
            self._tell("waiting", Tone.QUIET, self.tr("For the latest one it gives nothing."))

    def _tell(self, shape: str, tone: Tone, text: str) -> None:
        self.icon.show_state(shape, tone)
        self.gives.setText(text)

    # -- what is typed

    def rule(self) -> Rule | None:
        """Return the rule that is typed; ``None`` for nothing."""
        way = self.way.currentData()
        if not way:
            return None
        value = self.expression.toPlainText() if way == "cel" else self.value.text()
        if way == "constant":
            return Rule(way, value)
        transforms = tuple(part.strip() for part in self.transforms.text().split(",") if part.strip())
        key = self.key.text().strip() if way == "lookup" else ""
        return Rule(way, value.strip(), key=key, default=self.default.text(), transforms=transforms)

    def _take(self, path: str) -> None:
        self.way.setCurrentIndex(WAYS.index("path"))
        self.value.setText(path)
        self.value.setFocus()

    def _way_changed(self) -> None:
        self._show_way()
        self._typed()

    def _typed(self) -> None:
        if self.row is not None:
            self._rest.start()

    def _try(self) -> None:
        spot, row, rule = self.spot, self.row, self.rule()
        if spot is None or row is None:
            return
        if rule is None:
            missing = row.target.required
            text = self.tr("SYSPRO needs this field.") if missing else self.tr("The field stays empty.")
            self._tell("needs-you" if missing else "waiting", Tone.WARN if missing else Tone.QUIET, text)
            return
        element, draft = row.target.element, self._draft

        def failed(problem: Problem) -> None:
            self._tell("refused", Tone.BAD, spoken(problem.message))

        self._context.reading.ask(
            self,
            lambda service: service.mapping.tried(spot, element, rule, draft=draft),
            self._say,
            key="try",
            failed=failed,
        )

    def _keep(self) -> None:
        if self.row is not None and self.keep.isEnabled():
            self._rest.stop()
            self.kept.emit(self.rule())

    def refuse(self, problem: Problem) -> None:
        """Say why a rule was not kept; what is typed stays."""
        self._tell("refused", Tone.BAD, spoken(problem.message))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
