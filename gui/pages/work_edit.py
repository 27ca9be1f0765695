"""Edit and retry: a form of one document's own fields; what a person types is checked at once and never cut."""

import json
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from agent.domain.edits import EditField, EditForm
from agent.domain.errors import Problem
from agent.domain.readmodels import Command
from gui.context import Context
from gui.pages.base import caption
from gui.theme import MEDIUM, SMALL
from gui.viewmodels import edit as view
from gui.widgets.basics import Button, Text, row_of, strong
from gui.widgets.forms import ChoiceBox
from gui.words import spoken, when_text


class EditPane(QWidget):
    """The form of one document.

    Args:
        context: The window's view of the home.
    """

    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._form: EditForm | None = None
        self._command = self._choices = 0
        self.boxes: dict[str, FieldBox] = {}
        self.back = Button(self.tr("Back"), role="quiet", icon="arrow-left")
        self.heading = strong(self.tr("Change by hand"))
        self.hint = caption(self.tr(
            "What you change holds for this document alone, also when it is decided again, and is kept in the history."
            " Its money and our reference stay."
        ))  # fmt: skip
        self.trouble = Text(wraps=True)
        self.trouble.tone("bad")
        self.save = Button(self.tr("Save and retry"), role="primary")
        self.back.clicked.connect(self.closed)
        self.save.clicked.connect(self._save)
        self._fields = QVBoxLayout()
        self._fields.setSpacing(12)
        self._lay_out()

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(MEDIUM, SMALL, MEDIUM, MEDIUM)
        column.setSpacing(12)
        column.addWidget(self.hint)
        column.addLayout(self._fields)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        foot = QVBoxLayout()
        foot.setContentsMargins(MEDIUM, SMALL, MEDIUM, 12)
        foot.setSpacing(SMALL)
        foot.addWidget(self.trouble)
        foot.addLayout(row_of(self.save, 1))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 0)
        whole.setSpacing(SMALL)
        whole.addLayout(row_of(self.back, self.heading, 1))
        whole.addWidget(area, 1)
        whole.addLayout(foot)

    def open(self, number: int) -> None:
        """Read what may be changed of a document, and show it."""
        self._command = self._choices = 0
        self._say("")
        self._show_fields(EditForm(number, "", "", ()))
        self._context.reading.ask(self, lambda service: service.edit_form(number), self._show, key="form",
                                  failed=self._failed)  # fmt: skip

    def refresh(self) -> None:
        """Look whether the engine has answered what was asked of it."""
        number = self._command
        if number:
            self._context.reading.ask(self, lambda service: service.command(number), self._answered, key="answer")

        choices = self._choices
        if choices:
            self._context.reading.ask(self, lambda service: service.command(choices), self._offered, key="choices")

    def told(self) -> Mapping[str, str | None]:
        """Return name of a field -> what is to stand there; only what is different."""
        return {name: box.told() for name, box in self.boxes.items() if box.is_changed}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _show(self, form: EditForm | None) -> None:
        if form is None or self._form is None or form.number != self._form.number:
            return
        self._show_fields(form)
        self._say(form.refusal)
        first = next(iter(self.boxes.values()), None)
        if first is not None:
            first.field.setFocus()

        if self._context.engine_alive and any(one.target.table for one in form.fields):
            number = form.number
            self._context.reading.ask(self, lambda service: service.edit_choices(number), self._asked, key="offer")

    def _asked(self, command: int) -> None:
        self._choices = command

    def _offered(self, command: Command | None) -> None:
        """Offer the codes of SYSPRO's lists while somebody types; where it does not answer, any text is taken."""
        if command is None or command.id != self._choices or command.finished_at is None:
            return
        self._choices = 0
        codes = json.loads(command.result) if command.ok else {}
        for box in self.boxes.values():
            box.offer(codes.get(box.table, ()))

    def _show_fields(self, form: EditForm) -> None:
        self._form = form
        while (item := self._fields.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes = {}
        now, zone = self._context.now, self._context.zone
        for one in view.in_order(form.fields):
            said = ""
            if one.edit is not None:
                when = when_text(one.edit.at, now, zone)
                said = self.tr("Changed by {who}, {when}").format(who=one.edit.by, when=when)
            box = FieldBox(one, said)
            box.changed.connect(self._typed)
            self.boxes[one.name] = box
            self._fields.addWidget(box)
        self.save.setEnabled(False)

    def _typed(self) -> None:
        is_right = not any(box.wrong for box in self.boxes.values())
        self.save.setEnabled(bool(self.told()) and is_right and not self._command)

    def _save(self) -> None:
        told = dict(self.told())
        if self._form is None or not told:
            return
        number = self._form.number
        self.save.setEnabled(False)
        self._say("")

        def then(command: int) -> None:
            self._command = command
            if not self._context.engine_alive:
                self._context.said.emit(self.tr("Noted. It is carried out as soon as the engine runs."))
                self.closed.emit()
            self._context.refresh()

        self._context.reading.ask(self, lambda service: service.edit(number, told), then, failed=self._failed)

    def _answered(self, command: Command | None) -> None:
        if command is None or command.id != self._command or command.finished_at is None:
            return
        self._command = 0
        if command.ok:
            self._context.said.emit(self.tr("It is decided again with what you changed."))
            self.closed.emit()
        else:
            self._say(spoken(command.result))
            self._typed()

    def _failed(self, problem: Problem) -> None:
        self._command = 0
        self._say(spoken(f"{problem.message} {problem.press}".strip()))
        self._typed()

    def _say(self, text: str) -> None:
        self.trouble.setText(spoken(text))
        self.trouble.setVisible(bool(text))


class FieldBox(QWidget):
    """One field: its name, what it takes, what stands there, and what is wrong with it.

    Args:
        one: The field.
        said: Who changed it and when; empty where the mapping gave it.
    """

    changed = Signal()

    def __init__(self, one: EditField, said: str) -> None:
        super().__init__()
        self._one = one
        self.wrong = ""
        self._is_as_mapped = False
        label = view.label_of(one)
        self.field: QLineEdit | ChoiceBox = self._choice() if one.target.choices else self._line()
        self.field.setAccessibleName(label)
        self.field.setAccessibleDescription(f"{spoken(one.target.help)} {view.takes(one)}")
        self.field.setToolTip(spoken(one.target.help))
        self.trouble = Text(wraps=True)
        self.trouble.tone("bad")
        self.trouble.hide()
        self.as_mapped = Button(self.tr("As the mapping has it"), role="link")
        self.as_mapped.clicked.connect(self._take_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row_of(strong(label), 1, Text(view.takes(one), role="muted")))
        column.addWidget(self.field)
        column.addWidget(self.trouble)
        if said:
            column.addLayout(row_of(Text(said, role="muted"), 1, self.as_mapped))

    def _line(self) -> QLineEdit:
        field = QLineEdit(self._one.text)
        field.setCursorPosition(0)
        field.setPlaceholderText(spoken(self._one.target.help))
        field.textChanged.connect(lambda _: self._typed())
        return field

    def _choice(self) -> ChoiceBox:
        field = ChoiceBox(
            [(code, "") for code in self._one.target.choices], self._one.text, hint=spoken(self._one.target.help)
        )
        field.currentTextChanged.connect(lambda _: self._typed())
        return field

    @property
    def table(self) -> str:
        """SYSPRO's table that its codes come from; empty for none."""
        return self._one.target.table

    def offer(self, codes: Sequence[str]) -> None:
        """Offer codes while somebody types."""
        if codes and isinstance(self.field, QLineEdit):
            completer = QCompleter(list(codes), self.field)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self.field.setCompleter(completer)

    @property
    def is_changed(self) -> bool:
        """Whether something else is to stand there."""
        return self._is_as_mapped or " ".join(self._text().split()) != self._one.text

    def told(self) -> str | None:
        """Return what is to stand there; ``None`` for what the mapping gives."""
        return None if self._is_as_mapped else self._text()

    def _text(self) -> str:
        field = self.field
        return field.code() if isinstance(field, ChoiceBox) else field.text()

    def _typed(self) -> None:
        self.wrong = view.wrong_with(self._one, self._text()) if self.is_changed and not self._is_as_mapped else ""
        self.trouble.setText(self.wrong)
        self.trouble.setVisible(bool(self.wrong))
        self.changed.emit()

    def _take_back(self) -> None:
        self._is_as_mapped = True
        self.field.setEnabled(False)
        self.as_mapped.setEnabled(False)
        self._typed()
