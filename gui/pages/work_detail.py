"""The detail of one row of the work list: what it is, what to do, its time line; the wire text one click deeper."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from agent.domain.documents import State
from agent.domain.readmodels import DocumentDetail
from agent.domain.worklist import Sort, Tab, Verb, WorkRow
from gui.context import Context
from gui.pages.work_edit import EditPane
from gui.reading import Lane
from gui.theme import MEDIUM, SMALL, fixed_font
from gui.viewmodels import detail as view
from gui.widgets.basics import Button, Card, Chip, Identifier, Text, line, row_of, strong
from gui.widgets.reason import ReasonBar
from gui.widgets.stages import UNDO_S
from gui.widgets.stripe_id import StripeId
from gui.widgets.timeline import Timeline
from gui.words import amount_text, row_look, says_amount, spoken, state_look, verb_word, what_word

#: Width of the pane, in pixels of the layout.
WIDTH = 400


class DetailPane(QWidget):
    """The pane at the right of the work list.

    Args:
        context: The window's view of the home.
    """

    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._row: WorkRow | None = None
        self._tab = Tab.NEEDS_YOU
        self.setFixedWidth(WIDTH)
        self.chip = Chip()
        self.close_button = Button("", role="quiet", icon="x")
        self.close_button.setAccessibleName(self.tr("Close the detail"))
        self.close_button.setToolTip(self.tr("Close the detail"))
        self.close_button.clicked.connect(self.closed)
        self.amount = strong()
        self.title = strong()
        self.title.setWordWrap(True)
        self.reason = Text(wraps=True)
        self.verb = Button("", role="primary")
        self.ignore = Button(self.tr("Ignore…"))
        self.retry = Button(self.tr("Retry"))
        self.edit = Button(self.tr("Edit…"))
        self.edit.setToolTip(self.tr("Change fields of this document by hand, and have it decided again."))
        self.asking = ReasonBar()
        self.facts = QFormLayout()
        self.timeline = Timeline()
        self.body = Button(self.tr("What is posted, field by field"), role="link")
        self.wire = WireView()
        self.form = EditPane(context)
        self._lay_out()
        self.verb.clicked.connect(self._do_verb)
        self.ignore.clicked.connect(self._ask_to_ignore)
        self.retry.clicked.connect(self._retry)
        self.timeline.wire_wanted.connect(self._show_wire)
        self.body.clicked.connect(self._show_body)
        self.edit.clicked.connect(self._open_form)
        self.wire.back.clicked.connect(lambda: self._faces.setCurrentIndex(0))
        self.form.closed.connect(lambda: self._faces.setCurrentIndex(0))
        self._detail: DocumentDetail | None = None

    def _lay_out(self) -> None:
        self.facts.setHorizontalSpacing(MEDIUM)
        self.facts.setVerticalSpacing(4)
        self.facts.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(MEDIUM, 12, MEDIUM, MEDIUM)
        column.setSpacing(12)
        column.addLayout(row_of(self.chip, 1, self.close_button))
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.amount, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self.reason)
        self._first, self._second = row_of(self.verb, self.retry, 1), row_of(self.edit, self.ignore, 1)
        column.addLayout(self._first)
        column.addLayout(self._second)
        column.addWidget(self.asking)
        column.addWidget(line())
        column.addLayout(self.facts)
        column.addWidget(line())
        column.addWidget(self.timeline)
        column.addWidget(self.body, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        self._faces = QStackedWidget()
        self._faces.addWidget(area)
        self._faces.addWidget(self.wire)
        self._faces.addWidget(self.form)
        card = Card(margin=0)
        card.column.addWidget(self._faces)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def show_row(self, row: WorkRow, tab: Tab) -> None:
        """Show a row at once, and all about its document as soon as it is read."""
        if self._row is None or self._row.what != row.what:
            self.asking.hide()
            self._faces.setCurrentIndex(0)
            self.timeline.show_steps([])
            self._detail = None
        self._row, self._tab = row, tab
        self.chip.say(row_look(row, tab))
        self.title.setText(spoken(row.title) or row.stripe_id)
        self.amount.setText("" if says_amount(row.title, row.amount) else amount_text(row.amount))
        self.reason.setText(spoken(row.reason))
        self.reason.setVisible(bool(row.reason))
        self._show_verbs(row, tab)
        self.body.setVisible(row.sort is Sort.DOCUMENT)
        if row.sort is Sort.DOCUMENT:
            self.refresh()
        else:
            self._fill_facts([view.Fact(self.tr("What"), what_word(row)),
                              view.Fact(self.tr("Stripe id"), row.stripe_id, is_stripe=True)])  # fmt: skip

    def refresh(self) -> None:
        """Read the document again."""
        if self._row is None or self._row.sort is not Sort.DOCUMENT:
            return
        number = int(self._row.what)
        self.form.refresh()
        self._context.reading.ask(self, lambda service: service.document(number), self._show_detail, key="detail",
                                  lane=Lane.QUICK)  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _show_verbs(self, row: WorkRow, tab: Tab) -> None:
        is_open = tab is Tab.NEEDS_YOU or row.verb in {Verb.RESOLVE, Verb.RESTORE}
        self.verb.setText(verb_word(row.verb))
        self.verb.setVisible(is_open and row.verb is not Verb.NONE)
        self.retry.setVisible(is_open and row.state is State.HELD)
        self.ignore.setVisible(is_open and row.verb in {Verb.RETRY, Verb.APPROVE})
        self.edit.setVisible(is_open and row.state in {State.PARKED, State.HELD})
        # Four verbs side by side are wider than the pane in some languages.
        place = self._second if row.state is State.HELD else self._first
        for button in (self.edit, self.ignore):
            self._first.removeWidget(button)
            self._second.removeWidget(button)
            place.insertWidget(place.count() - 1, button)

    def _show_detail(self, detail: DocumentDetail | None) -> None:
        if detail is None or self._row is None or str(detail.row.id) != self._row.what:
            return
        now, zone = self._context.now, self._context.zone
        self._detail = detail
        if self._tab is not Tab.IGNORED:
            self.chip.say(state_look(detail.row.state))
        self.reason.setText(spoken(detail.row.reason))
        self.reason.setVisible(bool(detail.row.reason))
        self._fill_facts(view.facts_of(detail, now, zone))
        self.timeline.show_steps(view.steps_of(detail, now, zone))

    def _fill_facts(self, facts: list[view.Fact]) -> None:
        while self.facts.rowCount():
            self.facts.removeRow(0)
        for fact in facts:
            self.facts.addRow(Text(fact.name, role="muted"), self._fact(fact))

    def _fact(self, fact: view.Fact) -> QWidget:
        if fact.is_stripe:
            return StripeId(self._context, fact.text)
        return Identifier(fact.text, most=28) if fact.is_identifier else Text(fact.text, wraps=True)

    def _show_wire(self, step: view.Step) -> None:
        self.wire.say(step.title, [(self.tr("Sent"), step.request), (self.tr("Came back"), step.reply)])
        self._faces.setCurrentWidget(self.wire)

    def _show_body(self) -> None:
        if self._detail is not None:
            self.wire.say(self.tr("What is posted"), [("", view.body_text(self._detail))])
            self._faces.setCurrentWidget(self.wire)

    def _open_form(self) -> None:
        if self._row is not None:
            self.form.open(int(self._row.what))
            self._faces.setCurrentWidget(self.form)

    # -- what can be done

    def _do_verb(self) -> None:
        if self._row is not None:
            self.act(self._row)

    def act(self, row: WorkRow) -> None:
        """Do what a person most likely wants to do with a row; ask first where a reason is needed."""
        context, what = self._context, row.what
        match row.verb:
            case Verb.RETRY:
                self._retry()
            case Verb.APPROVE:
                done = self.tr("{title} is approved, and posted in a moment.").format(title=spoken(row.title))
                context.do(self, lambda service: service.approve(int(what), wait_s=UNDO_S), done,
                           undo=lambda service, _: service.unapprove(int(what)))  # fmt: skip
            case Verb.ACCEPT:
                text = self.tr("The discrepancy stays as it is and is not shown again.")
                self.asking.ask(text, self.tr("Accept"), lambda reason: self._accept(int(what), reason))
            case Verb.SEEN:
                context.do(self, lambda service: service.seen(int(what)), self.tr("The note has been read."),
                           undo=lambda service, _: service.unseen(int(what)))  # fmt: skip
            case Verb.RESTORE:
                done = self.tr("{title} is restored.").format(title=spoken(row.title) or what)
                context.do(self, lambda service: service.restore(what), done)
            case Verb.RESOLVE:
                context.go("doubts", int(what))
            case _:
                pass

    def _retry(self) -> None:
        row = self._row
        if row is not None:
            done = self.tr("{title} is decided again with what both systems say now.").format(
                title=spoken(row.title) or row.what
            )
            self._context.do(self, lambda service: service.retry(row.what), done)

    def _accept(self, number: int, reason: str) -> None:
        self._context.do(self, lambda service: service.accept(number, reason), self.tr("Accepted as it is."),
                         undo=lambda service, _: service.reopen(number))  # fmt: skip

    def _ask_to_ignore(self) -> None:
        row = self._row
        if row is None:
            return
        text = self.tr("{title} is never posted. Its money stays in the books as ignored.").format(
            title=spoken(row.title) or row.what
        )
        self.asking.ask(text, self.tr("Ignore"), lambda reason: self._ignore(row, reason))

    def _ignore(self, row: WorkRow, reason: str) -> None:
        done = self.tr("{title} is ignored.").format(title=spoken(row.title) or row.what)
        self._context.do(self, lambda service: service.ignore(row.what, reason), done,
                         undo=lambda service, _: service.restore(row.what))  # fmt: skip


class WireView(QWidget):
    """Text as it went over the wire."""

    def __init__(self) -> None:
        super().__init__()
        self.back = Button(self.tr("Back"), role="quiet", icon="arrow-left")
        self.heading = strong()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(fixed_font())
        self.text.setAccessibleName(self.tr("What was sent, what came back"))
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, 12, MEDIUM, MEDIUM)
        column.setSpacing(SMALL)
        column.addLayout(row_of(self.back, self.heading, 1))
        column.addWidget(self.text)

    def say(self, heading: str, parts: list[tuple[str, str]]) -> None:
        """Show texts, each with its name above it."""
        self.heading.setText(heading)
        shown = [f"{name}\n{text}" if name else text for name, text in parts if text]
        self.text.setPlainText("\n\n".join(shown))
