"""The draft of the mapping: what it changes, what it would have changed in the last days, and how it ends."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit

from agent.domain.errors import Problem
from agent.domain.lists import ListFinding
from agent.domain.replay import Different
from gui.theme import SMALL, Tone
from gui.widgets.basics import Button, Card, StateIcon, Text, row_of
from gui.widgets.reason import ReasonBar
from gui.words import amount_text, count_text, problem_text, spoken

#: Most lines of the draft, and most decisions, that are shown at once.
_MOST = 8


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of trying a draft.

    Attributes:
        decisions: How many decisions were made again.
        different: Those that come out otherwise.
    """

    decisions: int
    different: tuple[Different, ...]


class DraftCard(Card):
    """What stands in the draft; hidden where there is none."""

    discarded = Signal()
    tried = Signal()
    looked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.icon = StateIcon(16)
        self.headline = Text(wraps=True)
        self.try_out = Button(self.tr("Try on the last 30 days"))
        self.try_out.clicked.connect(self.tried)
        self.look = Button(self.tr("Check with SYSPRO's lists"))
        self.look.clicked.connect(self.looked)
        self.discard = Button(self.tr("Discard…"))
        self.discard.clicked.connect(self._ask_to_discard)
        self.lines = Text(role="muted", wraps=True)
        self.outcome = QPlainTextEdit()
        self.outcome.setReadOnly(True)
        self.outcome.setAccessibleName(self.tr("What would have come out otherwise"))
        self.outcome.setFixedHeight(120)
        self.outcome.hide()
        self.asking = ReasonBar()
        self._drafted: Sequence[str] | None = None
        first = row_of(self.icon, self.headline, self.look, self.try_out, self.discard)
        first.setStretch(1, 1)
        self.column.setSpacing(SMALL)
        self.column.addLayout(first)
        self.column.addWidget(self.lines)
        self.column.addWidget(self.outcome)
        self.column.addWidget(self.asking)
        self.hide()

    def show_draft(self, drafted: Sequence[str] | None) -> None:
        """Show what the draft has otherwise; ``None`` where there is no draft."""
        if drafted != self._drafted:
            self.outcome.hide()
            self.asking.hide()
        self._drafted = drafted
        self.setVisible(drafted is not None)
        if drafted is None:
            return
        self.icon.show_state("paused", Tone.WARN)
        if drafted:
            self.headline.setText(
                self.tr("%n change(s) wait in the draft; nothing is decided by it yet.", "", len(drafted))
            )
        else:
            self.headline.setText(self.tr("The draft says the same as what is in force."))
        more = len(drafted) - _MOST
        shown = [*map(spoken, drafted[:_MOST]), *([self.tr("and %n more", "", more)] if more > 0 else [])]
        self.lines.setText("\n".join(shown))
        self.lines.setVisible(bool(shown))

    def show_trying(self) -> None:
        """Say that the draft is being tried."""
        self.try_out.setEnabled(False)
        self.outcome.setPlainText(self.tr("What was decided in the last 30 days is decided again…"))
        self.outcome.show()

    def show_tried(self, tried: Tried) -> None:
        """Show what would have come out otherwise."""
        self.try_out.setEnabled(True)
        if not tried.decisions:
            text = self.tr("Nothing was decided in the last 30 days, so there is nothing to try it on.")
        elif not tried.different:
            count = count_text(tried.decisions)
            text = self.tr("All {count} decisions of the last 30 days would have been the same.").format(count=count)
        else:
            text = self._different(tried)
        self.outcome.setPlainText(text)
        self.outcome.show()

    def show_looking(self) -> None:
        """Say that SYSPRO's lists are being asked."""
        self.look.setEnabled(False)
        self.outcome.setPlainText(self.tr("The engine asks SYSPRO's lists…"))
        self.outcome.show()

    def show_looked(self, findings: Sequence[ListFinding]) -> None:
        """Show what SYSPRO's lists do not have of what the draft names."""
        self.look.setEnabled(True)
        lines = [f"{spoken(one.named.place)}\n    {spoken(one.message)}" for one in findings]
        self.outcome.setPlainText("\n".join(lines) or self.tr("SYSPRO has every code that the draft names."))
        self.outcome.show()

    def say(self, text: str) -> None:
        """Say why something could not be done."""
        self.look.setEnabled(True)
        self.outcome.setPlainText(text)
        self.outcome.show()

    def say_problem(self, problem: Problem) -> None:
        """Say what is in the way of the draft."""
        self.try_out.setEnabled(True)
        self.say(problem_text(problem))

    def _different(self, tried: Tried) -> str:
        told = self.tr("{some} of {all} decisions of the last 30 days would have been different:")
        lines = [told.format(some=count_text(len(tried.different)), all=count_text(tried.decisions))]
        for one in tried.different[: _MOST * 5]:
            lines.append(f"{one.subject}  {amount_text(one.amount)}".strip())
            lines += [f"    {spoken(line)}" for line in one.lines]
        return "\n".join(lines)

    def _ask_to_discard(self) -> None:
        text = self.tr("What was changed in the draft is lost.")
        self.asking.ask(text, self.tr("Discard"), lambda _: self.discarded.emit(), needs_text=False)
