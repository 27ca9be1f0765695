"""In doubt: it was sent and no answer came. What was sent, what SYSPRO shows, and the two ways to end it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QButtonGroup, QFormLayout, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from agent.domain.readmodels import DocumentDetail
from agent.domain.worklist import Tab, WorkFilter
from gui.context import Context
from gui.pages.base import Page, caption
from gui.theme import MEDIUM, SMALL, Tone
from gui.viewmodels.doubts import Candidate, candidates_of, sent_facts
from gui.viewmodels.roles import ROW_ROLE
from gui.viewmodels.work import Column, WorkModel
from gui.widgets.basics import Button, Card, ListCard, Text, line, row_of, strong
from gui.widgets.stages import Stages
from gui.widgets.table import Table
from gui.words import amount_text, kind_word, says_amount, spoken, when_text


class DoubtsPage(Page):
    """The resolver of doubts."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "")
        self.title.setText(self.tr("In doubt"))
        self.setAccessibleName(self.tr("In doubt"))
        self.model = WorkModel(context.reading)
        self.model.wanted = WorkFilter(Tab.IN_DOUBT)
        self.table = Table(self.model, [0, 112, 0, 0, 0, 136, 0])
        for column in (Column.STATE, Column.WHAT, Column.REASON, Column.VERB):
            self.table.setColumnHidden(column, True)
        self.table.setAccessibleName(self.tr("Documents in doubt"))
        self.resolver = Resolver(context)
        card = ListCard()
        card.column.addWidget(self.table)
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MEDIUM)
        row.addWidget(card, 4)
        row.addWidget(self.resolver, 5)
        self.stages = Stages(inner, lines=10)
        self.body.addWidget(caption(self.tr(
            "These were sent to SYSPRO and no answer came. SYSPRO is searched by itself; nothing is sent twice."
        )))  # fmt: skip
        self.body.addWidget(self.stages, 1)
        self._wanted_number = 0
        self.model.loaded.connect(self._loaded)
        self.model.failed.connect(self.stages.show_problem)
        self.stages.again.connect(self.refresh)
        self.table.selectionModel().currentRowChanged.connect(self._chosen)

    def open_at(self, what: object) -> None:
        """Show one document."""
        if isinstance(what, int):
            self._wanted_number = what
            self.refresh()

    def refresh(self) -> None:
        """Read the documents again."""
        self.model.reload()

    def _loaded(self) -> None:
        if not self.model.rowCount():
            text = self.tr("When SYSPRO does not answer, the document appears here until it is found or surely absent.")
            self.stages.show_empty(self.tr("Nothing is in doubt"), text, shape="proven", tone=Tone.GOOD)
            return
        self.stages.show_content()
        wanted = str(self._wanted_number or self.resolver.number)
        places = {row.what: place for place in range(self.model.rowCount()) if (row := self.model.row(place))}
        self._wanted_number = 0
        place = places.get(wanted, 0)
        if self.table.currentIndex().row() != place:
            self.table.selectRow(place)
        else:
            self._chosen(self.table.currentIndex(), QModelIndex())

    def _chosen(self, current: QModelIndex, _: QModelIndex) -> None:
        row = current.data(ROW_ROLE) if current.isValid() else None
        if row is not None:
            self.resolver.show_document(int(row.what))


class Resolver(Card):
    """One document in doubt: sent beside found, and how to end it.

    Args:
        context: The window's view of the home.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.number = 0
        self.headline = strong()
        self.headline.setWordWrap(True)
        self.state = Text(role="muted", wraps=True)
        self.sent = QFormLayout()
        self.found = QVBoxLayout()
        self.key = QLineEdit()
        self.key.setPlaceholderText(self.tr("SYSPRO key, as SYSPRO shows it"))
        self.key.setAccessibleName(self.tr("SYSPRO key"))
        self.is_this = Button(self.tr("This is it"), role="primary")
        self.is_absent = Button(self.tr("Not there, post again"))
        self.consequence = Text(wraps=True)
        self._group = QButtonGroup(self)
        self._candidates: Sequence[Candidate] = ()
        self._absent_asked = False
        self._lay_out()
        self.key.textChanged.connect(self._show_consequence)
        self.is_this.clicked.connect(self._resolve)
        self.is_absent.clicked.connect(self._post_again)

    def _lay_out(self) -> None:
        self.sent.setHorizontalSpacing(MEDIUM)
        self.sent.setVerticalSpacing(4)
        self.found.setSpacing(SMALL)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(strong(self.tr("What was sent")))
        left.addLayout(self.sent)
        left.addStretch()
        right.addWidget(strong(self.tr("What SYSPRO shows")))
        right.addLayout(self.found)
        right.addWidget(self.key)
        right.addStretch()
        beside = QHBoxLayout()
        beside.setSpacing(MEDIUM)
        beside.addLayout(left, 1)
        beside.addLayout(right, 1)
        self.column.addWidget(self.headline)
        self.column.addWidget(self.state)
        self.column.addWidget(line())
        self.column.addSpacing(SMALL)
        self.column.addLayout(beside, 1)
        self.column.addWidget(line())
        self.column.addWidget(self.consequence)
        self.column.addLayout(row_of(1, self.is_absent, self.is_this))

    def show_document(self, number: int) -> None:
        """Show a document."""
        if number != self.number:
            self.key.clear()
            self._absent_asked = False
        self.number = number
        self._context.reading.ask(self, lambda service: service.document(number), self._show, key="document")

    def _show(self, detail: DocumentDetail | None) -> None:
        if detail is None:
            return
        row = detail.row
        amount = "" if says_amount(row.title, row.amount) else amount_text(row.amount)
        self.headline.setText(f"{spoken(row.title) or row.stripe_id}  {amount}".rstrip())
        self.state.setText(self._state_of(detail))
        while self.sent.rowCount():
            self.sent.removeRow(0)
        for name, text in [(self.tr("What"), kind_word(row.kind)), *sent_facts(detail)]:
            self.sent.addRow(Text(name, role="muted"), Text(text, wraps=True))
        candidates = candidates_of(detail)
        if candidates != self._candidates or not self.found.count():
            self._candidates = candidates
            self._fill_candidates()
        self._show_consequence()

    def _state_of(self, detail: DocumentDetail) -> str:
        context, row = self._context, detail.row
        if row.due_at is None:
            return spoken(row.reason) or self.tr(
                "SYSPRO could not tell which record it is. Say which one, or that none is."
            )
        when = when_text(row.due_at, context.now, context.zone)
        return self.tr("SYSPRO is searched again {when}. You need not do anything.").format(when=when)

    def _fill_candidates(self) -> None:
        while (item := self.found.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                if isinstance(widget, QRadioButton):
                    self._group.removeButton(widget)
                widget.deleteLater()
        if not self._candidates:
            self.found.addWidget(caption(self.tr("No record with our reference was found so far.")))
        for candidate in self._candidates:
            button = QRadioButton(candidate.described)
            button.clicked.connect(lambda _=False, key=candidate.key: self.key.setText(key))
            self._group.addButton(button)
            self.found.addWidget(button)

    def _show_consequence(self) -> None:
        key = self.key.text().strip()
        self.is_this.setEnabled(bool(key))
        if key:
            self._absent_asked = False
            self.is_absent.setText(self.tr("Not there, post again"))
            text = self.tr("{key} becomes the SYSPRO key of this document. Nothing is sent.").format(key=key)
        elif self._absent_asked:
            text = self.tr("It is sent once more. If SYSPRO has it after all, it is there twice. Press again to do it.")
        else:
            text = self.tr("Look it up in SYSPRO first: choose the record, or type its key.")
        self.consequence.setText(text)

    def _resolve(self) -> None:
        number, key = self.number, self.key.text().strip()
        done = self.tr("The document is posted as {key}.").format(key=key)
        self._context.do(self, lambda service: service.resolve(number, key), done)

    def _post_again(self) -> None:
        """Post again, after the consequence was read: the second press does it."""
        if not self._absent_asked:
            self.key.clear()
            self._absent_asked = True
            self.is_absent.setText(self.tr("Post again now"))
            self._show_consequence()
            return
        number = self.number
        self._absent_asked = False
        self.is_absent.setText(self.tr("Not there, post again"))
        self._context.do(self, lambda service: service.resolve(number, ""), self.tr("The document is posted again."))
