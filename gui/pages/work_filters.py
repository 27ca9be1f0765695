"""What stands above the work list: tabs, search and filters, and the causes that several rows have in common."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Protocol

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from agent.domain.kinds import Kind
from agent.domain.money import Money
from agent.domain.worklist import Cause, Tab, WorkFilter
from agent.service import AgentService
from gui.context import Context
from gui.theme import SMALL
from gui.widgets.basics import Button, Text, row_of
from gui.widgets.tabs import Tabs
from gui.words import count_text, kind_word, spoken

#: Milliseconds of rest after the last letter before a search begins.
REST_MS = 250

#: Days of the choices of time; 0 is for all.
_SPANS = (0, 1, 7, 30, 90)

_CAUSE_HEIGHT = 56


class FilterBar(QWidget):
    """Search and filters; what is chosen survives a restart.

    Args:
        context: The window's view of the home.
    """

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.changed)
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("Search customer, id, key, amount or reason"))
        self.text.setAccessibleName(self.tr("Search"))
        self.text.setClearButtonEnabled(True)
        self.text.textChanged.connect(self._rest.start)
        self.kind = self._combo(self.tr("Kind"))
        self.kind.addItem(self.tr("Every kind"), "")
        for kind in Kind:
            self.kind.addItem(kind_word(kind), kind.value)
        self.currency = self._combo(self.tr("Currency"))
        self.currency.addItem(self.tr("Every currency"), "")
        self.span = self._combo(self.tr("Time"))
        for days, word in zip(_SPANS, self._spans(), strict=True):
            self.span.addItem(word, days)
        self.more = Button(self.tr("More"), role="quiet", icon="faders")
        self.more.setCheckable(True)
        self.more.setToolTip(self.tr("More filters: customer, amounts, days"))
        self.more.toggled.connect(self._show_more)
        row = row_of(self.text, self.kind, self.currency, self.span, self.more)
        row.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(row)
        column.addWidget(self._second_row())
        self._restore()
        context.reading.ask(self, _currencies, self._offer_currencies)

    def _second_row(self) -> QWidget:
        self.customer = self._line(self.tr("Customer"), self.tr("SYSPRO's code, cus_… or a name"))
        self.least = self._line(self.tr("Amount of at least"), self.tr("At least"), 96)
        self.most = self._line(self.tr("Amount of at most"), self.tr("At most"), 96)
        self.first = self._line(self.tr("First day"), self.tr("From, as 2026-01-31"), 152)
        self.last = self._line(self.tr("Last day"), self.tr("To, as 2026-01-31"), 152)
        self.trouble = Text()
        self.trouble.tone("bad")
        self.clear = Button(self.tr("Clear"), role="quiet")
        self.clear.setToolTip(self.tr("Filter nothing any more"))
        self.clear.clicked.connect(self._clear)
        row = row_of(self.customer, self.least, self.most, self.first, self.last, self.clear)
        row.setStretch(0, 1)
        self._further = QWidget()
        column = QVBoxLayout(self._further)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.trouble)
        self.trouble.hide()
        self._further.hide()
        return self._further

    def _line(self, name: str, hint: str, width: int = 0) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(hint)
        line.setAccessibleName(name)
        line.setToolTip(name)
        if width:
            line.setFixedWidth(width)
        line.textChanged.connect(self._typed)
        return line

    @property
    def is_active(self) -> bool:
        """Whether anything is filtered."""
        return self.wanted(Tab.POSTED) != WorkFilter(Tab.POSTED)

    def wanted(self, tab: Tab) -> WorkFilter:
        """Return what is asked for; what cannot be read filters nothing, and is told."""
        kind, days = str(self.kind.currentData()), int(self.span.currentData())
        now = self._context.now
        first, last = self._day(self.first), self._day(self.last)
        return WorkFilter(
            tab,
            text=self.text.text().strip(),
            kind=Kind(kind) if kind else None,
            currency=str(self.currency.currentData()),
            since_at=max(now - days * 86400 if days and now else 0, self._starts(first) if first else 0),
            until_at=self._starts(last + timedelta(days=1)) if last else 0,
            least_minor=self._minor(self.least),
            most_minor=self._minor(self.most),
            customer=self.customer.text().strip(),
        )

    def _minor(self, line: QLineEdit) -> int | None:
        """Return an amount in minor units of the currency that is chosen; of two decimals where none is."""
        text = self._amount(line)
        try:
            currency = str(self.currency.currentData()) or "usd"
            return Money.from_decimal(Decimal(text), currency).minor if text else None
        except InvalidOperation:
            return None

    def _amount(self, line: QLineEdit) -> str:
        """Return an amount as it was typed, with a point for the decimals."""
        locale = self.locale()
        typed = line.text().strip().replace(locale.groupSeparator(), "")
        return typed.replace(locale.decimalPoint(), ".")

    @staticmethod
    def _day(line: QLineEdit) -> date | None:
        try:
            return date.fromisoformat(line.text().strip()) if line.text().strip() else None
        except ValueError:
            return None

    def _starts(self, day: date) -> int:
        """Return the first second of a day at the site, Unix seconds UTC."""
        return int(datetime(day.year, day.month, day.day, tzinfo=self._context.zone).timestamp())

    def _wrong(self) -> str:
        """Return what is wrong with what was typed, as one sentence; empty where all of it can be asked."""
        for line in (self.least, self.most):
            if self._amount(line) and self._minor(line) is None:
                return self.tr("“{text}” is no amount such as {example}.").format(
                    text=line.text().strip(), example=self.locale().toString(120.5, "f", 2)
                )
        for line in (self.first, self.last):
            if line.text().strip() and self._day(line) is None:
                return self.tr("“{text}” is no day such as 2026-01-31.").format(text=line.text().strip())
        first, last = self._day(self.first), self._day(self.last)
        least, most = self._minor(self.least), self._minor(self.most)
        if first is not None and last is not None and first > last:
            return self.tr("The first day is after the last.")
        if least is not None and most is not None and least > most:
            return self.tr("The least amount is above the most.")
        return ""

    def _typed(self) -> None:
        wrong = self._wrong()
        self.trouble.setText(wrong)
        self.trouble.setVisible(bool(wrong))
        if wrong:
            self._rest.stop()
        else:
            self._keep()
            self._rest.start()

    def _show_more(self, is_wanted: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._further.setVisible(is_wanted)

    def _clear(self) -> None:
        for combo in (self.kind, self.currency, self.span):
            combo.setCurrentIndex(0)
        for line in (self.text, *self._lines().values()):
            line.clear()
        self._chosen()

    def _lines(self) -> dict[str, QLineEdit]:
        return {
            "customer": self.customer,
            "least": self.least,
            "most": self.most,
            "first": self.first,
            "last": self.last,
        }

    def _spans(self) -> tuple[str, ...]:
        return (
            self.tr("Any time"),
            self.tr("Last 24 hours"),
            self.tr("Last 7 days"),
            self.tr("Last 30 days"),
            self.tr("Last 90 days"),
        )

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        combo.setMaximumWidth(176)
        combo.activated.connect(self._chosen)
        return combo

    def _chosen(self) -> None:
        self._keep()
        self.changed.emit()

    def _keep(self) -> None:
        memory = self._context.remembered
        memory.setValue("work/kind", self.kind.currentData())
        memory.setValue("work/currency", self.currency.currentData())
        memory.setValue("work/span", self.span.currentData())
        for name, line in self._lines().items():
            memory.setValue(f"work/{name}", line.text())

    def _restore(self) -> None:
        memory = self._context.remembered
        kept = {name: str(memory.value(f"work/{name}", "")) for name in ("kind", "currency", *self._lines())}
        span = int(str(memory.value("work/span", 0)))
        if kept["currency"]:
            self.currency.addItem(kept["currency"].upper(), kept["currency"])
        for combo, value in ((self.kind, kept["kind"]), (self.currency, kept["currency"]), (self.span, span)):
            combo.setCurrentIndex(max(0, combo.findData(value)))
        for name, line in self._lines().items():
            with QSignalBlocker(line):
                line.setText(kept[name])
        self.more.setChecked(any(kept[name] for name in self._lines()))

    def _offer_currencies(self, currencies: list[str]) -> None:
        for currency in currencies:
            if self.currency.findData(currency) < 0:
                self.currency.addItem(currency.upper(), currency)


class Common(Protocol):
    """What several rows have in common: a ``Cause`` of the work list, a ``ReasonCount`` of the catalogue."""

    @property
    def code(self) -> str:
        """The cause in machine form."""

    @property
    def count(self) -> int:
        """How many rows."""

    @property
    def example(self) -> str:
        """The sentence of one of them."""


class CauseStrip(QScrollArea):
    """What the rows have in common; one that is chosen filters the list, and can be ended for all its rows at once.

    Args:
        ends: Whether a cause can be ended from here, rather than only be chosen.
    """

    chosen = Signal()
    retry_all = Signal()
    approve_all = Signal()
    ignore_all = Signal(int)

    def __init__(self, *, ends: bool = True) -> None:
        super().__init__()
        self.code = ""
        self._ends = ends
        self.setAccessibleName(self.tr("Causes"))
        self.setWidgetResizable(True)
        self.setFixedHeight(_CAUSE_HEIGHT + 4)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.retry = Button("", role="primary")
        self.retry.clicked.connect(self._press)
        self.ignore = Button(self.tr("Ignore all…"))
        self.ignore.clicked.connect(lambda: self.ignore_all.emit(self._count()))
        self._causes: list[Common] = []
        self.buttons: dict[str, QPushButton] = {}
        inner = QWidget()
        self._row = QHBoxLayout(inner)
        self._row.setContentsMargins(0, 0, 0, 4)
        self._row.setSpacing(SMALL)
        self._row.addStretch()
        self._row.addWidget(self.retry)
        self._row.addWidget(self.ignore)
        self.setWidget(inner)
        self._show_verbs()

    @property
    def has_any(self) -> bool:
        """Whether there is a cause to show."""
        return bool(self._causes)

    def clear(self) -> None:
        """Choose none."""
        self.code = ""
        self._mark()

    def show_causes(self, causes: Sequence[Common]) -> None:
        """Show other causes; the chosen one stays chosen as long as it has rows."""
        if list(causes) == self._causes:
            return
        self._causes = list(causes)
        for button in self.buttons.values():
            button.deleteLater()
        self.buttons = {}
        for place, cause in enumerate(causes):
            button = self._button(cause)
            self.buttons[cause.code] = button
            self._row.insertWidget(place, button)
        if self.code and self.code not in self.buttons:
            self.code = ""
            self.chosen.emit()
        self._mark()

    def _button(self, cause: Common) -> QPushButton:
        example = spoken(cause.example)
        words = example if len(example) <= 64 else f"{example[:63]}\N{HORIZONTAL ELLIPSIS}"
        middle = len(words) // 2
        cut = words.find(" ", middle) if len(words) > 36 else -1
        text = words if cut < 0 else f"{words[:cut]}\n{words[cut + 1 :]}"
        button = QPushButton(f"{count_text(cause.count)} \N{MULTIPLICATION SIGN}  {text}".replace("&", "&&"))
        button.setProperty("role", "cause")
        button.setCheckable(True)
        button.setFixedHeight(_CAUSE_HEIGHT)
        button.setToolTip(example)
        button.setAccessibleName(f"{cause.count}: {example}")
        button.clicked.connect(lambda: self._choose(cause.code))
        return button

    def _choose(self, code: str) -> None:
        self.code = "" if self.code == code else code
        self._mark()
        self.chosen.emit()

    def _mark(self) -> None:
        for code, button in self.buttons.items():
            button.setChecked(code == self.code)
        self._show_verbs()

    def _show_verbs(self) -> None:
        is_chosen, count = self._ends and bool(self.code), self._count()
        words = self.tr("Approve all {count}") if self._approves() else self.tr("Retry all {count}")
        self.retry.setText(words.format(count=count_text(count)))
        self.retry.setVisible(is_chosen and count > 0)
        self.ignore.setVisible(is_chosen and count > 0)

    def _press(self) -> None:
        (self.approve_all if self._approves() else self.retry_all).emit()

    def _approves(self) -> bool:
        chosen = [cause for cause in self._causes if cause.code == self.code]
        return bool(chosen) and all(isinstance(cause, Cause) and cause.approves for cause in chosen)

    def _count(self) -> int:
        return sum(cause.count for cause in self._causes if cause.code == self.code)


class TabBar(Tabs[Tab]):
    """The tabs of the work list."""

    def __init__(self) -> None:
        words = {
            Tab.NEEDS_YOU: self.tr("Needs you"),
            Tab.IN_DOUBT: self.tr("In doubt"),
            Tab.WAITING: self.tr("Waiting"),
            Tab.POSTED: self.tr("Posted"),
            Tab.IGNORED: self.tr("Ignored"),
        }
        super().__init__(words, Tab.NEEDS_YOU)


def _currencies(service: AgentService) -> list[str]:
    return sorted(service.values().table("currencies.to_syspro"))
