"""Payouts and the movements of one, as tables; and the words of the waterfall."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, Qt

from agent.domain.overview import PayoutSummary
from agent.domain.statements import PayoutStatement, StatementLine, Step
from gui.theme import Tone
from gui.viewmodels.pages import Index
from gui.viewmodels.roles import FIXED_ROLE, LOOK_ROLE, MUTED_ROLE, ROW_ROLE
from gui.words import COUNTED, Look, amount_text, category_word, day_text, spoken

Role = Qt.ItemDataRole
Flag = Qt.AlignmentFlag

_RIGHT = Flag.AlignRight | Flag.AlignVCenter
_LEFT = Flag.AlignLeft | Flag.AlignVCenter


def payout_look(payout: PayoutSummary) -> Look:
    """Return whether a payout ties, as a chip."""
    translated = QCoreApplication.translate
    if payout.ties:
        return Look(translated("payouts", "Ties"), "proven", Tone.GOOD)
    if not payout.movements:
        return Look(translated("payouts", "Not read"), "waiting", Tone.QUIET)
    if payout.difference:
        return Look(translated("payouts", "Differs"), "refused", Tone.BAD)
    return Look(translated("payouts", "Not all posted"), "working", Tone.ACTIVE)


def line_look(line: StatementLine) -> Look:
    """Return whether a movement is in SYSPRO, as a chip."""
    translated = QCoreApplication.translate
    if line.posted:
        return Look(translated("payouts", "Posted"), "proven", Tone.GOOD)
    if any(document.state in {"parked", "held"} for document in line.documents):
        return Look(translated("payouts", "Needs you"), "needs-you", Tone.WARN)
    if any(document.state == "in_doubt" for document in line.documents):
        return Look(translated("payouts", "In doubt"), "in-doubt", Tone.DOUBT)
    if any(document.state == "posted" for document in line.documents):
        # As with a payment whose fee is booked with its payout.
        return Look(translated("payouts", "Partly posted"), "working", Tone.ACTIVE)
    if line.why.startswith("ignored"):
        return Look(translated("payouts", "Ignored"), "ignored", Tone.QUIET)
    return Look(translated("payouts", "Waiting"), "waiting", Tone.QUIET)


def payout_words() -> list[str]:
    """Return every word of :func:`payout_look`."""
    translated = QCoreApplication.translate
    return [
        translated("payouts", "Ties"),
        translated("payouts", "Not read"),
        translated("payouts", "Differs"),
        translated("payouts", "Not all posted"),
    ]


def line_words() -> list[str]:
    """Return every word of :func:`line_look`."""
    translated = QCoreApplication.translate
    words = [translated("payouts", "Posted"), translated("payouts", "Needs you"), translated("payouts", "In doubt")]
    return [
        *words,
        translated("payouts", "Partly posted"),
        translated("payouts", "Ignored"),
        translated("payouts", "Waiting"),
    ]


def step_words(steps: Sequence[Step]) -> list[str]:
    """Return what each bar of the waterfall is called."""
    translated = QCoreApplication.translate
    words = {
        "Gross": translated("payouts", "Gross"),
        "Refunds": translated("payouts", "Refunds"),
        "Disputes": translated("payouts", "Disputes"),
        "Other": translated("payouts", "Other"),
        "Fees": translated("payouts", "Fees"),
        "Net": translated("payouts", "Net"),
    }
    return [words.get(step.label, step.label) for step in steps]


class RowsModel(QAbstractTableModel):
    """A table over rows that are all there. A subclass says what its cells are."""

    headings: Sequence[str] = ()
    right: frozenset[int] = frozenset()
    fixed: frozenset[int] = frozenset()
    muted: frozenset[int] = frozenset()

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Any] = ()

    def show(self, rows: Sequence[Any]) -> None:
        """Show other rows; nothing moves where they are the same."""
        if list(rows) == list(self.rows):
            return
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def cells(self, row: Any) -> Sequence[str]:
        """Return the texts of a row."""
        raise TypeError(f"{type(self).__name__} says nothing of {type(row).__name__}.")

    def look(self, row: Any) -> Look:
        """Return the state of a row, shown in the first column."""
        raise TypeError(f"{type(self).__name__} says nothing of {type(row).__name__}.")

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the same
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Return what a column is called."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole:
            return _RIGHT if section in self.right else _LEFT
        return self.headings[section] if role == Role.DisplayRole else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return one cell."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role in {Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole}:
            return self.cells(row)[column]
        return {
            Role.TextAlignmentRole: _RIGHT if column in self.right else _LEFT,
            ROW_ROLE: row,
            LOOK_ROLE: self.look(row) if column == 0 else None,
            FIXED_ROLE: column in self.fixed,
            MUTED_ROLE: column in self.muted,
        }.get(role)


class PayoutsModel(RowsModel):
    """The payouts, newest first."""

    right = frozenset({1})
    muted = frozenset({3})
    fixed = frozenset({4})

    def __init__(self) -> None:
        super().__init__()
        self.headings = (
            self.tr("State"),
            self.tr("Amount"),
            self.tr("Left Stripe"),
            self.tr("In the bank"),
            self.tr("Payout"),
        )

    def look(self, row: PayoutSummary) -> Look:
        """Return whether it ties."""
        return payout_look(row)

    def cells(self, row: PayoutSummary) -> Sequence[str]:
        """Return the texts of a payout."""
        look = payout_look(row)
        return look.word, amount_text(row.amount), day_text(row.day), day_text(row.arrival_day), row.payout_id


class LinesModel(RowsModel):
    """The movements of one payout, each with its documents."""

    right = frozenset({3, 4, 5})
    muted = frozenset({1})

    def __init__(self) -> None:
        super().__init__()
        self.headings = (
            self.tr("State"),
            self.tr("Day"),
            self.tr("What"),
            self.tr("Gross"),
            self.tr("Fee"),
            self.tr("Net"),
            self.tr("SYSPRO key"),
        )

    def look(self, row: StatementLine) -> Look:
        """Return whether it is posted."""
        return line_look(row)

    def cells(self, row: StatementLine) -> Sequence[str]:
        """Return the texts of a movement."""
        keys = dict.fromkeys(document.erp_key for document in row.documents if document.erp_key)
        return (
            line_look(row).word,
            day_text(row.day),
            spoken(row.description) or category_word(row.category),
            amount_text(row.gross, currency=False),
            amount_text(-row.fee, currency=False) if row.fee else "",
            amount_text(row.net, currency=False),
            ", ".join(keys) or spoken(row.why),
        )


def tie_sentence(statement: PayoutStatement) -> str:
    """Return whether a payout ties, and that nothing reached the bank where it failed, as sentences."""
    sentence = _tie(statement)
    if not statement.failed:
        return sentence
    failed = QCoreApplication.translate("payouts", "The payout failed: nothing reached the bank.")
    return f"{sentence} {failed}"


def _tie(statement: PayoutStatement) -> str:
    translated = QCoreApplication.translate
    if statement.amount is None:
        return translated("payouts", "Stripe has not said yet how much this payout is.")
    if not statement.parts and statement.amount:
        return translated("payouts", "Stripe does not say which movements make up this payout.")
    if statement.difference:
        return translated("payouts", "The movements add up to {net}, the payout is {amount}.").format(
            net=amount_text(statement.net), amount=amount_text(statement.amount)
        )
    if statement.awaited:
        return COUNTED.unposted(len(statement.awaited))
    if statement.ignored:
        return COUNTED.ignored(len(statement.ignored))
    return translated("payouts", "The movements add up to the payout, and all of them are in SYSPRO.")
