"""The mapping as a person reads it: each field of SYSPRO with its rule as a sentence and what it gives."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, Qt

from agent.domain.editing import FieldMap, FieldRow, SourceRow, Spot
from agent.domain.kinds import Target
from agent.domain.kinds.base import FieldType
from agent.domain.readmodels import StoredRevision
from agent.domain.rules import Rule
from agent.domain.suggest import Candidate
from gui.theme import Tone
from gui.viewmodels.pages import Index
from gui.viewmodels.roles import FIXED_ROLE, LOOK_ROLE, MUTED_ROLE, ROW_ROLE
from gui.words import Look, kind_word, spoken

Role = Qt.ItemDataRole

#: Ways to fill a field, in the order in which a person meets them; the empty one fills it by nothing.
WAYS = ("", "path", "constant", "template", "lookup", "cel")


class Column(IntEnum):
    """The columns, from left to right."""

    FIELD = 0
    RULE = 1
    SAMPLE = 2
    STATE = 3


@dataclass(frozen=True, slots=True)
class FlowRow:
    """One flow to choose.

    Attributes:
        name: Its name.
        title: What it does.
        on: Whether it is asked.
        maps: Its field maps.
    """

    name: str
    title: str
    on: bool
    maps: tuple[FieldMap, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows of the mapping.

    Attributes:
        flows: Every flow, in the order in which they are asked.
        drafted: What the draft has otherwise than what is in force; ``None`` where there is no draft.
        history: The latest revisions, newest first.
    """

    flows: tuple[FlowRow, ...]
    drafted: tuple[str, ...] | None
    history: tuple[StoredRevision, ...]


@dataclass(frozen=True, slots=True)
class Offered:
    """What a field of one map can be filled from.

    Attributes:
        sources: Source fields with what the example has there.
        suggested: Target field -> source fields that fit it best.
    """

    sources: tuple[SourceRow, ...]
    suggested: dict[str, tuple[Candidate, ...]]


class FieldsModel(QAbstractTableModel):
    """The fields of one map."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[FieldRow, ...] = ()
        self._headings = (self.tr("Field in SYSPRO"), self.tr("Filled with"), self.tr("For example"), "")

    def show(self, rows: Sequence[FieldRow]) -> None:
        """Show other rows; where they are the same fields, their places stay chosen."""
        same = [row.target.element for row in rows] == [row.target.element for row in self.rows]
        if same:
            self.rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Column) - 1))
            return
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many fields there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Return what a column is called."""
        if orientation is not Qt.Orientation.Horizontal or role != Role.DisplayRole:
            return None
        return self._headings[section]

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return one cell."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], Column(index.column())
        if role in {Role.DisplayRole, Role.AccessibleTextRole}:
            return _text(row, column)
        return {
            Role.ToolTipRole: spoken(row.target.help)
            if column is Column.FIELD
            else spoken(row.problem) or _text(row, column),
            ROW_ROLE: row,
            LOOK_ROLE: _look(row) if column is Column.STATE else None,
            MUTED_ROLE: column is Column.SAMPLE or row.rule is None,
            FIXED_ROLE: column is Column.FIELD,
        }.get(role)


def _text(row: FieldRow, column: Column) -> str:
    look = _look(row)
    return {
        Column.FIELD: row.target.element,
        Column.RULE: rule_text(row.rule),
        Column.SAMPLE: spoken(row.problem) or row.sample,
        Column.STATE: look.word if look else "",
    }[column]


def _look(row: FieldRow) -> Look | None:
    translated = QCoreApplication.translate
    if row.problem:
        return Look(translated("mapping", "Does not fit"), "needs-you", Tone.WARN)
    if row.target.required:
        return Look(translated("mapping", "Required"), "waiting", Tone.QUIET)
    return None


def state_words() -> list[str]:
    """Return every word of the last column."""
    translated = QCoreApplication.translate
    return [translated("mapping", "Does not fit"), translated("mapping", "Required")]


def rule_text(rule: Rule | None) -> str:
    """Return a rule as a sentence."""
    translated = QCoreApplication.translate
    if rule is None:
        return translated("mapping", "nothing")
    said = {
        "path": translated("mapping", "{value}"),
        "constant": translated("mapping", "always “{value}”"),
        "template": translated("mapping", "the text “{value}”"),
        "lookup": translated("mapping", "what the table {value} has for {key}"),
        "cel": translated("mapping", "the expression {value}"),
    }[rule.source].format(value=rule.value, key=rule.key)
    more = [transform_text(one) for one in rule.transforms]
    if rule.default != "":
        more.insert(0, translated("mapping", "else “{value}”").format(value=rule.default))
    return ", ".join((said, *more))


def transform_text(written: str) -> str:
    """Return a transform as a part of a sentence."""
    translated = QCoreApplication.translate
    name, _, number = written.partition(":")
    words = {
        "trim": translated("mapping", "without blanks at both ends"),
        "upper": translated("mapping", "in capitals"),
        "lower": translated("mapping", "in small letters"),
        "digits": translated("mapping", "its digits alone"),
        "first_line": translated("mapping", "its first line"),
        "truncate": translated("mapping", "its first {number} characters"),
        "pad": translated("mapping", "with zeros to {number} digits"),
        "date": translated("mapping", "as a day"),
        "money": translated("mapping", "as an amount without currency"),
    }
    return words.get(name, written).format(number=number)


def way_word(source: str) -> str:
    """Return what a way to fill a field is called."""
    translated = QCoreApplication.translate
    return {
        "": translated("mapping", "Nothing"),
        "path": translated("mapping", "A field of Stripe or a setting"),
        "constant": translated("mapping", "Always the same text"),
        "template": translated("mapping", "A text with fields in it"),
        "lookup": translated("mapping", "A table"),
        "cel": translated("mapping", "An expression"),
    }[source]


def map_word(shown: FieldMap) -> str:
    """Return what a field map is called."""
    translated = QCoreApplication.translate
    kind = kind_word(shown.kind)
    number = translated("mapping", "{number}. {kind}").format(number=shown.spot.step, kind=kind)
    if not shown.spot.line:
        return number
    lines = {
        "stock": translated("mapping", "stock line"),
        "non_stock": translated("mapping", "non-stocked line"),
        "freight": translated("mapping", "freight line"),
        "charge": translated("mapping", "charge line"),
        "comment": translated("mapping", "comment line"),
    }
    return f"{number}, {lines.get(shown.spot.line, shown.spot.line)}"


def target_text(target: Target) -> str:
    """Return what a field of SYSPRO takes, in words."""
    translated = QCoreApplication.translate
    types = {
        FieldType.TEXT: translated("mapping", "text of at most {length} characters").format(length=target.length),
        FieldType.NUMBER: translated("mapping", "number"),
        FieldType.MONEY: translated("mapping", "amount"),
        FieldType.DAY: translated("mapping", "day"),
        FieldType.YES_NO: translated("mapping", "yes or no"),
    }
    parts = [types[target.type]]
    if target.table:
        parts.append(translated("mapping", "one of SYSPRO's table {table}").format(table=target.table))
    if target.required:
        parts.append(translated("mapping", "required"))
    if target.default:
        parts.append(translated("mapping", "“{default}” where nothing fills it").format(default=target.default))
    return ", ".join(parts)


def spot_of(shown: FieldMap) -> tuple[int, str]:
    """Return what is remembered of a field map."""
    return shown.spot.step, shown.spot.line


def same_spot(one: Spot, other: Spot) -> bool:
    """Return whether two spots are one."""
    return (one.flow, one.step, one.line) == (other.flow, other.step, other.line)
