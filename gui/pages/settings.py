"""Settings: a form made from the declared settings; a field is kept when it is left, or says why it does not fit."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QListWidget,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from agent.domain.settings import BadSettingError, Setting, Type, parse
from agent.service import AgentService
from gui.context import Context
from gui.pages.base import Page, caption
from gui.theme import LARGE, MEDIUM, SMALL
from gui.viewmodels.settings import Group, groups, label_of
from gui.widgets.basics import Button, Card, Text, line, row_of, strong
from gui.widgets.stages import Stages
from gui.words import spoken

#: Width of the fields: as wide as there is room for, and never narrower than most of what stands in them.
_FIELD, _LEAST_FIELD = 320, 200


class SettingsPage(Page):
    """All settings of the home, and those of the window itself."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "")
        self.title.setText(self.tr("Settings"))
        self.setAccessibleName(self.tr("Settings"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search the settings"))
        self.search.setAccessibleName(self.tr("Search the settings"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(240)
        self.search.textChanged.connect(self._filter)
        self.verbs.addWidget(self.search)
        self.groups = groups()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Groups of settings"))
        self.list.setFixedWidth(184)
        self.list.setMovement(QListView.Movement.Static)
        self.list.addItem(self.tr("This window"))
        self.list.addItems([group.word for group in self.groups])
        for row in range(self.list.count()):
            self.list.item(row).setSizeHint(QSize(0, 30))
        self.list.currentRowChanged.connect(self._choose)
        self.fields: dict[str, Field] = {}
        self.cards: list[QWidget] = [self._window_card()]
        self._made: set[str] = set()
        self.column = QVBoxLayout()
        self.column.setContentsMargins(0, 0, SMALL, 0)
        self.column.setSpacing(MEDIUM)
        self.column.addWidget(self.cards[0])
        for group in self.groups:
            card = self._card(group)
            self.cards.append(card)
            self.column.addWidget(card)
        self.column.addStretch()
        self._lay_out()

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setLayout(self.column)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        self.area = area
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(LARGE)
        row.addWidget(self.list)
        row.addWidget(area, 1)
        self.stages = Stages(whole, lines=12)
        self.stages.again.connect(self.refresh)
        self.body.addWidget(self.stages, 1)
        self.list.setCurrentRow(1)

    def open_at(self, what: object) -> None:
        """Show the group, or the setting, with a name."""
        names = [group.name for group in self.groups]
        if isinstance(what, str) and what.partition(".")[0] in names:
            self.list.setCurrentRow(1 + names.index(what.partition(".")[0]))
            if what in self.fields:
                self.fields[what].editor.setFocus()

    def refresh(self) -> None:
        """Read what is in force; what is being typed stays."""
        self.context.reading.ask(self, _in_force, self._show, key="settings", failed=self.stages.show_problem)

    def _card(self, group: Group) -> Card:
        card = Card(group.word, margin=LARGE)
        card.column.setSpacing(MEDIUM)
        for number, setting in enumerate(group.settings):
            if number:
                card.column.addWidget(line())
            field = Field(setting)
            field.changed.connect(self._keep)
            field.reset.connect(self._unset)
            self.fields[setting.name] = field
            card.column.addWidget(field)
        return card

    def _window_card(self) -> Card:
        card = Card(self.tr("This window"), margin=LARGE)
        autostart = self.context.joins.autostart
        self.autostart = QCheckBox(self.tr("Start with Windows, in the tray"))
        self.autostart.setChecked(autostart.for_everybody or autostart.enabled())
        self.autostart.setEnabled(autostart.possible and not autostart.for_everybody)
        self.autostart.toggled.connect(self._switch_autostart)
        card.column.addWidget(self.autostart)
        if autostart.for_everybody:
            card.column.addWidget(caption(self.tr("It starts for everybody on this computer; Setup has seen to that.")))
        elif not autostart.possible:
            card.column.addWidget(caption(self.tr("This system does not offer it; it does on Windows.")))
        return card

    def _show(self, texts: dict[str, str]) -> None:
        for name, text in texts.items():
            self.fields[name].show_text(text)
        self.stages.show_content()

    def _choose(self, row: int) -> None:
        for place, card in enumerate(self.cards):
            card.setVisible(place == row)
        if row >= 1:
            for setting in self.groups[row - 1].settings:
                self.fields[setting.name].setVisible(True)
        self.area.verticalScrollBar().setValue(0)

    def _filter(self, text: str) -> None:
        wanted = text.strip().lower()
        self.list.setEnabled(not wanted)
        if not wanted:
            self._choose(self.list.currentRow())
            return
        self.cards[0].setVisible(False)
        for group, card in zip(self.groups, self.cards[1:], strict=True):
            fits = {
                one.name: wanted in f"{one.name} {spoken(one.help)} {spoken(label_of(one))}".lower()
                for one in group.settings
            }
            for name, fit in fits.items():
                self.fields[name].setVisible(fit)
            card.setVisible(any(fits.values()))

    def _keep(self, name: str, text: str) -> None:
        done = self.tr("{name} is kept. The engine takes it over by itself.").format(name=name)

        def keep(service: AgentService) -> None:
            service.configure(name, text)

        self.context.do(self, keep, done)
        self.refresh()

    def _unset(self, name: str) -> None:
        def unset(service: AgentService) -> None:
            service.unset(name)

        self.context.do(self, unset, self.tr("{name} has its default again.").format(name=name))
        self.refresh()

    def _switch_autostart(self, enabled: bool) -> None:  # noqa: FBT001 - what Qt tells
        try:
            self.context.joins.autostart.set(enabled)
        except OSError as error:
            self.context.said.emit(self.tr("Windows did not allow it: {why}").format(why=error.strerror or str(error)))


class Field(QWidget):
    """One setting: name, editor, unit, help, and what is wrong with what was typed.

    Args:
        setting: Its declaration.
    """

    changed = Signal(str, str)
    reset = Signal(str)

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self.setting = setting
        self._kept = ""
        self.editor = self._make_editor()
        self.editor.setAccessibleName(setting.name)
        self.editor.setMinimumWidth(_LEAST_FIELD)
        self.editor.setMaximumWidth(_FIELD)
        self.problem = Text(wraps=True)
        self.problem.tone("bad")
        self.problem.hide()
        self.default = Button(self.tr("Use the default"), role="link")
        self.default.setToolTip(self._word_of(setting.default) or self.tr("empty"))
        self.default.clicked.connect(lambda: self.reset.emit(setting.name))
        name = strong(spoken(label_of(setting)))
        name.setToolTip(setting.name)
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(name)
        left.addWidget(caption(spoken(setting.help)))
        left.addStretch()
        right = QVBoxLayout()
        right.setSpacing(4)
        # As wide as a field likes to be; in a small window it gives way to its help.
        right.addSpacerItem(QSpacerItem(_FIELD, 0, QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed))
        units = [Text(spoken(setting.unit), role="muted")] if setting.unit else []
        editing = row_of(self.editor, *units)
        editing.setStretch(0, 1)
        right.addLayout(editing)
        right.addWidget(self.problem)
        right.addLayout(row_of(self.default, 1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(LARGE)
        row.addLayout(left, 1)
        row.addLayout(right)

    def show_text(self, text: str) -> None:
        """Show what is in force, unless somebody is typing."""
        self._kept = "" if self.setting.secret else text
        if self.setting.secret:
            is_set = text == "(set)"
            assert isinstance(self.editor, QLineEdit)
            self.editor.setPlaceholderText(self.tr("kept in the keyring") if is_set else self.tr("not set"))
            self.default.setVisible(is_set)
            self.default.setText(self.tr("Forget"))
            return
        self.default.setVisible(text != self.setting.default)
        if isinstance(self.editor, QLineEdit) and self.editor.isModified():
            return
        if isinstance(self.editor, QComboBox):
            self.editor.setCurrentIndex(max(0, self.editor.findData(text)))
        elif isinstance(self.editor, QLineEdit):
            self.editor.setText(text)
            self.editor.setCursorPosition(0)
        self._say("")

    def text(self) -> str:
        """Return what stands in the editor."""
        if isinstance(self.editor, QComboBox):
            return str(self.editor.currentData())
        assert isinstance(self.editor, QLineEdit)
        return self.editor.text().strip()

    def _make_editor(self) -> QWidget:
        setting = self.setting
        if setting.type in {Type.YES_NO, Type.CHOICE}:
            combo = QComboBox()
            for choice in setting.choices or ("yes", "no"):
                combo.addItem(self._word_of(choice), choice)
            combo.activated.connect(self._edited)
            return combo
        edit = QLineEdit()
        if setting.secret:
            edit.setEchoMode(QLineEdit.EchoMode.Password)
        edit.editingFinished.connect(self._edited)
        return edit

    def _word_of(self, text: str) -> str:
        """Return a choice in the person's language, with its name, by which the help and the command line call it."""
        if self.setting.type is Type.YES_NO:
            return {"yes": self.tr("yes"), "no": self.tr("no")}[text]
        plain = text.replace("_", " ")
        word = spoken(plain) if self.setting.type is Type.CHOICE else text
        return text if word == plain else word if word.lower() == plain else f"{word} ({text})"

    def _edited(self) -> None:
        text = self.text()
        if text == self._kept or (self.setting.secret and not text):
            self._say("")
            return
        try:
            parse(self.setting, text)
        except BadSettingError as error:
            self._say(spoken(str(error)))
            return
        self._say("")
        self._kept = "" if self.setting.secret else text
        if isinstance(self.editor, QLineEdit):
            self.editor.setModified(False)
        self.changed.emit(self.setting.name, text)
        if self.setting.secret and isinstance(self.editor, QLineEdit):
            self.editor.clear()

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.editor.setProperty("wrong", bool(problem))
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)


def _in_force(service: AgentService) -> dict[str, str]:
    return {setting.name: service.setting(setting.name) for group in groups() for setting in group.settings}
