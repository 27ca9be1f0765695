"""Steps of setting up that mostly tell: what was found, what the last days would become, and the launch."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QGridLayout, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from agent.domain.errors import Problem
from agent.domain.setup import Approval, CauseCount, Found, Kept, PreviewSummary
from gui.pages.base import caption
from gui.theme import LARGE, MEDIUM, SMALL, Tone
from gui.viewmodels.setup import Tile, account_rows, found_lines, tiles
from gui.widgets.basics import Button, Card, Text, figure, row_of, strong
from gui.widgets.forms import ChoiceBox, Lines, StateLine
from gui.widgets.stages import Skeleton
from gui.words import count_text, day_text, spoken

#: Most accounts that are shown; the command line has all.
_MOST_ACCOUNTS = 14

#: Days that may be chosen as the first one.
_DAYS_BACK = 30


class Waiting(QWidget):
    """What is shown while the engine looks, or when it could not.

    Args:
        content: What is shown once something is known.
    """

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.content = content
        self.skeleton = Skeleton(6)
        self.trouble = Lines()
        self._problem: Problem | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        for part in (self.trouble, self.skeleton, content):
            column.addWidget(part)
        column.addStretch()

    def show_face(self, *, is_known: bool, problem: Problem | None) -> None:
        """Show the content, what stood in its way, or that it is being looked at."""
        self.content.setVisible(is_known)
        self.skeleton.setVisible(not is_known and problem is None)
        if problem != self._problem:
            self._problem = problem
            text = spoken(f"{problem.message} {problem.press}".strip()) if problem else ""
            self.trouble.fill([StateLine("refused", Tone.BAD, spoken(problem.title), text)] if problem else [])


class DiscoverStep(QWidget):
    """What there is on both sides."""

    def __init__(self) -> None:
        super().__init__()
        card = Card(self.tr("What is there"))
        self.grid = QGridLayout()
        self.grid.setVerticalSpacing(10)
        self.grid.setHorizontalSpacing(MEDIUM)
        for place in (1, 3):
            self.grid.setColumnStretch(place, 1)
        card.column.addLayout(self.grid)
        self.troubles = Lines()
        card.column.addWidget(self.troubles)
        self.card = card
        self.waiting = Waiting(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.waiting)
        self._shown: Found | None = None

    def show_found(self, found: Found | None, problem: Problem | None) -> None:
        """Show it; ``None`` is not known yet."""
        self.waiting.show_face(is_known=found is not None, problem=problem)
        if found is None or found == self._shown:
            return
        self._shown = found
        while (item := self.grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        lines = found_lines(found)
        half = (len(lines) + 1) // 2
        for place, (label, text) in enumerate(lines):
            row, column = place % half, 2 * (place // half)
            self.grid.addWidget(Text(label, role="muted"), row, column, Qt.AlignmentFlag.AlignTop)
            self.grid.addWidget(Text(text or "\N{EN DASH}", wraps=True), row, column + 1)
        self.troubles.fill([StateLine("needs-you", Tone.WARN, trouble, "") for trouble in found.troubles])


class PreviewStep(QWidget):
    """What the last days would become."""

    def __init__(self) -> None:
        super().__init__()
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(MEDIUM)
        self.tiles = QHBoxLayout()
        self.tiles.setSpacing(LARGE)
        figures = Card(self.tr("The last 30 days, as though the agent had run"))
        figures.column.addLayout(self.tiles)
        self.causes = Lines()
        self.causes_card = Card(self.tr("What would wait for you, and why"))
        self.causes_card.column.addWidget(self.causes)
        self.accounts_card = Card(self.tr("What the accounts would get"))
        self.accounts = QGridLayout()
        self.accounts.setHorizontalSpacing(LARGE)
        self.accounts.setVerticalSpacing(6)
        self.accounts.setColumnStretch(0, 1)
        self.accounts_card.column.addLayout(self.accounts)
        for part in (figures, self.causes_card, self.accounts_card):
            inner.addWidget(part)
        self.waiting = Waiting(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.waiting)
        self._shown: PreviewSummary | None = None

    def show_preview(self, preview: PreviewSummary | None, problem: Problem | None) -> None:
        """Show it; ``None`` is not known yet."""
        self.waiting.show_face(is_known=preview is not None, problem=problem)
        if preview is None or preview == self._shown:
            return
        self._shown = preview
        _empty(self.tiles)
        for tile in tiles(preview):
            self.tiles.addWidget(_tile(tile), 1, Qt.AlignmentFlag.AlignTop)
        self.causes.fill([_cause(one) for one in preview.causes])
        self.causes_card.setVisible(bool(preview.causes))
        self._fill_accounts(preview)

    def _fill_accounts(self, preview: PreviewSummary) -> None:
        while (item := self.accounts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        rows = account_rows(preview)
        head = (self.tr("Account"), self.tr("Debit"), self.tr("Credit"))
        for place, row in enumerate([head, *rows[:_MOST_ACCOUNTS]]):
            for column, text in enumerate(row):
                side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
                self.accounts.addWidget(Text(text, role="" if place else "muted"), place, column, side)
        if (rest := len(rows) - _MOST_ACCOUNTS) > 0:
            self.accounts.addWidget(Text(self.tr("and %n more", "", rest), role="muted"), _MOST_ACCOUNTS + 1, 0)
        self.accounts_card.setVisible(bool(rows))


class LaunchStep(QWidget):
    """The last step: what becomes of the first documents, from which day, and in which company."""

    try_company = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.every = QRadioButton(self.tr("Every document waits for my approval, until I say otherwise"))
        self.none = QRadioButton(self.tr("Documents are posted as they come"))
        self.every.setChecked(True)
        self._group = QButtonGroup(self)
        self._group.addButton(self.every)
        self._group.addButton(self.none)
        self.day = QComboBox()
        self.day.setAccessibleName(self.tr("First day"))
        self.company = ChoiceBox([])
        self.company.setAccessibleName(self.tr("Test company"))
        self.use = Button(self.tr("Preview with this company"))
        self.use.clicked.connect(lambda: self.try_company.emit(self.company.code()))
        self.kept_company = strong()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        for card in (self._first_card(), self._day_card(), self._company_card()):
            column.addWidget(card)
        column.addStretch()

    def show_launch(self, found: Found | None, kept: Kept, company: str, today: date) -> None:
        """Show what may be chosen.

        Args:
            found: What there is on both sides.
            kept: What was chosen before.
            company: The company in force.
            today: The site's day.
        """
        sentence = (
            self.tr("Posted to company {company}, which is a test.")
            if kept.test_company
            else self.tr("Posted to company {company}.")
        )
        self.kept_company.setText(sentence.format(company=company))
        if self.day.count():
            return
        for words, day in (
            (self.tr("Today, {day}"), today),
            (self.tr("The first of this month, {day}"), today.replace(day=1)),
            (self.tr("30 days ago, {day}, as previewed"), today - timedelta(days=_DAYS_BACK)),
        ):
            self.day.addItem(words.format(day=day_text(day.isoformat())), day.isoformat())
        for one in found.companies if found else ():
            self.company.addItem(one, one)
        self.company.setCurrentIndex(-1)

    def approval(self) -> Approval:
        """Return what becomes of the first documents."""
        return Approval.EVERY if self.every.isChecked() else Approval.NONE

    def start_on(self) -> str:
        """Return the first day, CCYY-MM-DD."""
        return str(self.day.currentData() or "")

    def _first_card(self) -> Card:
        card = Card(self.tr("The first documents"))
        card.column.addWidget(self.every)
        card.column.addWidget(caption(self.tr(
            "They appear in the work list with all that SYSPRO will get. Approve them one by one or all at once; the "
            "setting posting.approval ends the waiting."
        )))  # fmt: skip
        card.column.addWidget(self.none)
        return card

    def _day_card(self) -> Card:
        card = Card(self.tr("From which day"))
        card.column.addLayout(row_of(self.day, 1))
        card.column.addWidget(caption(self.tr("Payments before it are never posted by the agent.")))
        return card

    def _company_card(self) -> Card:
        card = Card(self.tr("In which company"))
        card.column.addWidget(self.kept_company)
        card.column.addWidget(caption(self.tr(
            "To try it with real payments first, name a copy of the company here. What is posted there stays there; "
            "the real company is set up beside it as a further pair."
        )))  # fmt: skip
        self.company.setFixedWidth(160)
        card.column.addLayout(row_of(self.company, self.use, 1))
        return card


def _cause(cause: CauseCount) -> StateLine:
    name = f"{count_text(cause.count)} \N{MULTIPLICATION SIGN}  {spoken(cause.example)}"
    return StateLine("needs-you", Tone.WARN, name, spoken(cause.reason))


def _tile(tile: Tile) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    number = figure(tile.figure)
    number.setProperty("tone", tile.tone.value)
    column.addWidget(Text(tile.heading, role="muted"))
    column.addWidget(number)
    column.addSpacing(SMALL // 2)
    column.addWidget(Text(tile.caption, role="muted", wraps=True))
    made.setAccessibleName(f"{tile.heading}: {tile.figure}. {tile.caption}")
    return made


def _empty(row: QHBoxLayout) -> None:
    while (item := row.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.deleteLater()
