"""Flows as a person reads them: the list with its switches, and each card as a word, a condition and a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal

from agent.domain.conditions import Group
from agent.domain.flow_cards import Card, FlowSeen, Section
from agent.domain.flows import Gate, Hold, Step, Telling
from agent.domain.walking import Seen, Walker
from gui.viewmodels import flow_words as words
from gui.viewmodels.pages import Index
from gui.viewmodels.roles import FIXED_ROLE, LOOK_ROLE, MUTED_ROLE, ROW_ROLE
from gui.words import amount_text, kind_word, spoken, when_text

Role = Qt.ItemDataRole


class FlowsModel(QAbstractListModel):
    """The flows, in the order in which they are asked; the check mark is the switch."""

    switched = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[FlowSeen, ...] = ()

    def show(self, rows: Sequence[FlowSeen]) -> None:
        """Show other flows; where they are the same ones, their places stay chosen."""
        if [row.name for row in rows] == [row.name for row in self.rows]:
            self.rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))
            return
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def place(self, name: str) -> int:
        """Return the row of a flow; -1 where there is none."""
        return next((place for place, row in enumerate(self.rows) if row.name == name), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many flows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that a flow can be chosen and switched."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return one part of a flow."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        title, below = words.short_title(row), flow_line(row)
        return {
            Role.DisplayRole: title,
            Role.AccessibleTextRole: f"{title}. {below}",
            Role.ToolTipRole: f"{words.flow_title(row)}\n{row.name}",
            Role.CheckStateRole: Qt.CheckState.Checked if row.on else Qt.CheckState.Unchecked,
            ROW_ROLE: row,
            LOOK_ROLE: words.trouble_look() if row.problems else None,
            MUTED_ROLE: not row.on,
            FIXED_ROLE: False,
        }.get(role)

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Ask for a flow to be switched; the row changes when that was done."""
        if role != Role.CheckStateRole or not index.isValid():
            return False
        row, on = self.rows[index.row()], Qt.CheckState(value) is Qt.CheckState.Checked
        if row.on != on:
            self.switched.emit(row.name, on)
        return True


def flow_line(row: FlowSeen) -> str:
    """Return what a flow is about, and whose it is, in a few words."""
    parts = [words.subject_word(row.subject), *(words.mode_word(mode) for mode in row.modes)]
    if not row.shipped:
        parts.append(words.own_word())
    if not row.on:
        parts.append(words.off_word())
    return " · ".join(parts)


@dataclass(frozen=True, slots=True)
class CardText:
    """What a card says.

    Attributes:
        word: What it does, in a word or two.
        icon: Name of its icon in the family.
        condition: When; empty for always.
        sentence: What a person reads of it.
        is_plain: Whether the condition is in words, rather than an expression.
    """

    word: str
    icon: str
    condition: str
    sentence: str
    is_plain: bool = True


#: Section -> icon of its cards.
ICONS = {
    Section.TRIGGER: "lightning",
    Section.STOP: "hand",
    Section.STEP: "file-text",
    Section.HOLD: "hourglass",
    Section.NOTIFY: "bell",
}


def card_text(card: Card) -> CardText:
    """Return what a card says."""
    content, icon = card.content, ICONS[card.place.section]
    condition = condition_text(card.rows) if card.rows is not None else content.when
    plain = card.rows is not None
    if isinstance(content, Gate):
        return CardText(words.outcome_word(content.outcome), icon, condition, spoken(content.reason), plain)
    if isinstance(content, Step):
        return CardText(kind_word(content.kind), icon, condition, spoken(content.title), plain)
    if isinstance(content, Hold):
        return CardText(words.section_word(Section.HOLD), icon, condition, spoken(content.reason), plain)
    if isinstance(content, Telling):
        return CardText(words.section_word(Section.NOTIFY), icon, condition, spoken(content.text), plain)
    modes = [words.mode_word(mode) for mode in content.modes]
    return CardText(words.subject_word(content.subject), icon, condition, words.trigger_sentence(content, modes), plain)


def condition_text(rows: Group) -> str:
    """Return rows in words; empty for what always holds."""
    said = [f"({condition_text(one)})" if isinstance(one, Group) else words.row_text(one) for one in rows.parts]
    return words.joined_text(rows.match, said)


def walker_text(walker: Walker, now: int, zone: tzinfo) -> str:
    """Return what a person recognises an event by."""
    event = walker.event
    if walker.is_example:
        parts = [words.example_word(), event.who, amount_text(event.amount)]
    else:
        parts = [amount_text(event.amount), event.who, when_text(event.at, now, zone), event.subject]
    return " · ".join(part for part in parts if part)


def seen_lines(seen: Seen) -> tuple[str, ...]:
    """Return all that a card read of an event, and gave."""
    reads = [f"{path} → {words.truth_text(value) or '-'}" for path, value in seen.reads]
    gives = [f"{element} = {value}" for element, value in seen.gives]
    return (*reads, *gives)
