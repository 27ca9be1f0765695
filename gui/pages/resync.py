"""Resync: a person has a part of the books decided again, and sees first what that would do."""

from PySide6.QtCore import QDate, QDateTime, QTime, QTimeZone, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QFrame, QLineEdit, QVBoxLayout

from agent.domain.resync import Effect, Part, ResyncRow, ResyncTold, ResyncWish
from gui.context import Context
from gui.theme import MEDIUM, SMALL, Tone
from gui.widgets.basics import Button, Text, row_of
from gui.widgets.forms import Lines, StateLine
from gui.words import amount_text, count_text, says_amount, spoken

#: Most documents that the preview names; the command line has all.
_MOST = 6

#: Effects in the order in which they are told, with the drawing and the colour of each.
_LOOKS = {
    Effect.MADE: ("working", Tone.ACTIVE),
    Effect.REPLACED: ("working", Tone.ACTIVE),
    Effect.COMPARED: ("working", Tone.ACTIVE),
    Effect.UNDECIDED: ("waiting", Tone.QUIET),
    Effect.UNREADABLE: ("needs-you", Tone.WARN),
    Effect.SAME: ("proven", Tone.GOOD),
    Effect.POSTED: ("proven", Tone.GOOD),
}


class ResyncBar(QFrame):
    """Asks what is to be decided again, previews it, and has it done.

    Args:
        context: The window's view of the home.
    """

    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._command = 0
        self.setProperty("role", "card")
        self.part = QComboBox()
        self.part.setAccessibleName(self.tr("What is decided again"))
        for part, word in self._parts().items():
            self.part.addItem(word, part)
        self.what = QLineEdit()
        self.first, self.last = QDateEdit(), QDateEdit()
        for edit, name in ((self.first, self.tr("First day")), (self.last, self.tr("Last day"))):
            edit.setCalendarPopup(True)
            edit.setDate(QDate.currentDate())
            edit.setAccessibleName(name)
        self.preview = Button(self.tr("Preview"))
        self.confirm = Button(self.tr("Decide again"), role="primary")
        self.cancel = Button(self.tr("Close"), role="quiet")
        self.said = Text(wraps=True)
        self.lines = Lines()
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, 12, MEDIUM, 12)
        column.setSpacing(SMALL)
        fields = row_of(self.part, self.what, self.first, self.last, self.preview, self.confirm, self.cancel)
        fields.setStretch(1, 1)
        column.addLayout(fields)
        column.addWidget(self.said)
        column.addWidget(self.lines)
        self.part.currentIndexChanged.connect(self._show_part)
        self.what.textChanged.connect(self._start_over)
        self.first.dateChanged.connect(self._start_over)
        self.last.dateChanged.connect(self._start_over)
        self.what.returnPressed.connect(self.preview.click)
        self.preview.clicked.connect(self._look)
        self.confirm.clicked.connect(self._do)
        self.cancel.clicked.connect(self.hide)
        self._show_part()
        self.hide()

    def wish(self) -> ResyncWish:
        """Return what is asked for."""
        part = Part(self.part.currentData())
        if part is not Part.DAYS:
            return ResyncWish(part, self.what.text().strip())
        return ResyncWish(part, "", self._starts(self.first.date()), self._starts(self.last.date().addDays(1)))

    def open(self) -> None:
        """Show it, ready for an id."""
        self._start_over()
        self.show()
        self.what.setFocus()

    def refresh(self) -> None:
        """Look whether the preview is there."""
        if self._command:
            self._context.reading.ask(self, lambda service: service.resynced(), self._show, key="resynced")

    def _parts(self) -> dict[Part, str]:
        return {
            Part.OBJECT: self.tr("A Stripe object"),
            Part.CUSTOMER: self.tr("A customer"),
            Part.PAYOUT: self.tr("A payout"),
            Part.STOCK_CODE: self.tr("A stock code"),
            Part.DAYS: self.tr("A stretch of time"),
        }

    def _show_part(self) -> None:
        part = Part(self.part.currentData())
        hints = {
            Part.OBJECT: "ch_…, re_…, dp_…",
            Part.CUSTOMER: self.tr("SYSPRO's code, or cus_…"),
            Part.PAYOUT: "po_…",
            Part.STOCK_CODE: self.tr("Stock code"),
            Part.DAYS: "",
        }
        self.what.setPlaceholderText(hints[part])
        self.what.setAccessibleName(self._parts()[part])
        self.what.setVisible(part is not Part.DAYS)
        for edit in (self.first, self.last):
            edit.setVisible(part is Part.DAYS)
        self._start_over()

    def _start_over(self) -> None:
        """Forget a preview of something else: only what was previewed is done."""
        self._command = 0
        self.lines.fill([])
        self.confirm.setEnabled(False)
        self.preview.setEnabled(self._is_said())
        wish = self.wish()
        if wish.part is Part.DAYS and wish.since_at >= wish.until_at:
            self.said.setText(self.tr("The first day is after the last."))
            return
        self.said.setText(self.tr(
            "What is posted is never posted again: only what is missing is made, and what waits is replaced."
        ))  # fmt: skip

    def _is_said(self) -> bool:
        wish = self.wish()
        return wish.since_at < wish.until_at if wish.part is Part.DAYS else bool(wish.what)

    def _look(self) -> None:
        wish = self.wish()
        self.preview.setEnabled(False)
        self.said.setText(self.tr("The engine is looking; nothing is changed by it…"))

        def then(number: int) -> None:
            self._command = number
            self.refresh()

        self._context.reading.ask(self, lambda service: service.resync(wish, preview=True), then, key="look")

    def _show(self, told: ResyncTold | None) -> None:
        if told is None or told.command != self._command:
            return
        self._command = 0
        self.preview.setEnabled(True)
        if told.problem is not None:
            self.said.setText(spoken(f"{told.problem.message} {told.problem.press}".strip()))
            return
        counts = told.counts or {}
        parts = [f"{count_text(counts[one.value])} {self._word(one)}" for one in _LOOKS if counts.get(one.value)]
        self.said.setText(", ".join(parts) or self.tr("Nothing changes."))
        order = list(_LOOKS)
        rows = sorted(told.rows, key=lambda row: order.index(row.effect))
        self.lines.fill([self._line(row) for row in rows[:_MOST]])
        self.confirm.setEnabled(True)

    def _line(self, row: ResyncRow) -> StateLine:
        shape, tone = _LOOKS[row.effect]
        money = "" if says_amount(row.title, row.amount) else amount_text(row.amount)
        name = "  ".join(filter(None, (spoken(row.title), money)))
        return StateLine(shape, tone, name, f"{self._word(row.effect)}. {spoken(row.reason)}".strip())

    def _word(self, effect: Effect) -> str:
        return {
            Effect.MADE: self.tr("would be made"),
            Effect.REPLACED: self.tr("would be replaced"),
            Effect.COMPARED: self.tr("would be compared with Stripe"),
            Effect.UNDECIDED: self.tr("would make no document"),
            Effect.UNREADABLE: self.tr("cannot be read"),
            Effect.SAME: self.tr("would stay as it waits"),
            Effect.POSTED: self.tr("is posted and stays"),
        }[effect]

    def _do(self) -> None:
        wish = self.wish()
        self.hide()
        done = self.tr("It is decided again with what both systems say now.")
        self._context.do(self, lambda service: service.resync(wish, preview=False), done)

    def _starts(self, day: QDate) -> int:
        """Return the first second of a day at the site, Unix seconds UTC."""
        zone = QTimeZone(str(self._context.zone).encode())
        return int(QDateTime(day, QTime(0, 0), zone).toSecsSinceEpoch())
