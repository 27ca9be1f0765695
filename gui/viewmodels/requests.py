"""Requests to pay as a table, and how they stand in words: which open invoice can be paid where, and what is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from agent.domain.errors import Problem
from agent.domain.requests.kept import RequestFilter, RequestRow, RequestStatus, Standing
from agent.service import AgentService
from gui.reading import Reading
from gui.theme import Tone
from gui.viewmodels.lists import ListModel
from gui.words import Look, count_text, exact_text, local_number, problem_text, spoken, when_text

#: Most customers that a sentence names.
_MOST_NAMED = 5


class Column(IntEnum):
    """The columns, from left to right."""

    STATE = 0
    CUSTOMER = 1
    INVOICE = 2
    AMOUNT = 3
    WHERE = 4
    CHANGED = 5
    VERB = 6


@dataclass(frozen=True, slots=True)
class Told:
    """What the head of the page shows.

    Attributes:
        status: How the requests stand.
        enabled: Whether they are switched on.
        chooses: Whether the settings choose any customer.
        problem: What stops them.
    """

    status: RequestStatus
    enabled: bool
    chooses: bool = True
    problem: Problem | None = None

    @property
    def is_empty(self) -> bool:
        """Whether no invoice was ever noted."""
        return not any(self.status.counts.values())

    def count(self, tab: Standing | None) -> int:
        """Return how many invoices stand somewhere; ``None`` for all of them."""
        return sum(self.status.counts.values()) if tab is None else self.status.counts[tab]


class RequestsModel(ListModel[RequestRow, RequestFilter]):
    """Invoices that are asked for, filtered.

    Args:
        reading: Where rows are asked.
    """

    right = (Column.AMOUNT,)
    muted = (Column.WHERE, Column.CHANGED)
    fixed = (Column.CUSTOMER, Column.INVOICE)
    state = Column.STATE
    verb = Column.VERB

    def __init__(self, reading: Reading) -> None:
        translated = QCoreApplication.translate
        headings = (
            translated("requests", "State"),
            translated("requests", "Customer"),
            translated("requests", "Invoice"),
            translated("requests", "Amount"),
            translated("requests", "Link or reason"),
            translated("requests", "Changed"),
            "",
        )
        super().__init__(reading, RequestFilter(), headings)

    def count_wanted(self, service: AgentService) -> int:
        """Return how many rows there are."""
        return service.request_count(self.wanted)

    def fetch_rows(self, service: AgentService, offset: int, limit: int) -> Sequence[RequestRow]:
        """Return rows."""
        return service.request_rows(replace(self.wanted, offset=offset, limit=limit))

    def text(self, row: RequestRow, column: int) -> str:
        """Return what a cell says."""
        return {
            Column.STATE: lambda: standing_look(row.standing).word,
            Column.CUSTOMER: lambda: row.customer,
            Column.INVOICE: lambda: row.invoice,
            Column.AMOUNT: lambda: local_number(row.amount),
            Column.WHERE: lambda: spoken(row.reason) or row.url,
            Column.CHANGED: lambda: when_text(row.updated_at, self.now, self.zone),
            Column.VERB: lambda: verb_word(row.standing),
        }[Column(column)]()

    def tool_tip(self, row: RequestRow, column: int) -> str:
        """Return what a cell says when somebody rests on it."""
        return exact_text(row.updated_at, self.zone) if column == Column.CHANGED else self.text(row, column)

    def verb_of(self, row: RequestRow) -> str:
        """Return the one thing to press on a row."""
        return verb_word(row.standing)

    def look_of(self, row: RequestRow) -> Look:
        """Return the chip of a row's state."""
        return standing_look(row.standing)


def standing_look(standing: Standing) -> Look:
    """Return where the request for an invoice stands, as a chip."""
    translated = QCoreApplication.translate
    return {
        Standing.OPEN: Look(translated("requests", "Can be paid"), "proven", Tone.GOOD),
        Standing.WAITING: Look(translated("requests", "To be written"), "working", Tone.ACTIVE),
        Standing.PAID: Look(translated("requests", "Paid"), "waiting", Tone.QUIET),
        Standing.REFUSED: Look(translated("requests", "Refused"), "refused", Tone.BAD),
        Standing.CLOSED: Look(translated("requests", "Not asked for"), "ignored", Tone.QUIET),
    }[standing]


def verb_word(standing: Standing) -> str:
    """Return the one thing to press on a row; empty where nothing is to be done."""
    translated = QCoreApplication.translate
    return {
        Standing.OPEN: translated("requests", "Copy link"),
        Standing.REFUSED: translated("requests", "Retry"),
    }.get(standing, "")


def headline(told: Told) -> tuple[str, Tone, str]:
    """Return how the requests stand: shape, meaning of the colour, sentence."""
    translated, counts, unknown = QCoreApplication.translate, told.status.counts, told.status.unknown
    if not told.enabled:
        text = translated("requests", "Requests to pay are off. What stands in Stripe stays; this is how it stood.")
        return "paused", Tone.QUIET, text
    if told.problem is not None:
        return "offline", Tone.WARN, problem_text(told.problem)
    nobody = translated("requests", "The settings choose no customer, so no invoice is asked for.")
    refused = translated("requests", "Stripe refused some requests; the other invoices can be paid.")
    cases = (
        (not told.chooses, ("needs-you", Tone.WARN, nobody)),
        (counts[Standing.WAITING] > 0, ("working", Tone.ACTIVE, translated("requests", "Requests are on their way."))),
        (counts[Standing.REFUSED] > 0, ("needs-you", Tone.WARN, refused)),
        (bool(unknown), ("needs-you", Tone.WARN, unknown_text(unknown))),
        (
            not told.status.scanned_at,
            ("waiting", Tone.QUIET, translated("requests", "SYSPRO was not looked at yet.")),
        ),
    )
    fine = translated("requests", "Every open invoice that is asked for can be paid in Stripe.")
    if not counts[Standing.OPEN]:
        fine = translated("requests", "The chosen customers have no open invoice.")
    return next((said for holds, said in cases if holds), ("proven", Tone.GOOD, fine))


def unknown_text(codes: Sequence[str]) -> str:
    """Return what is said of customers that the settings name and SYSPRO does not have."""
    translated = QCoreApplication.translate
    named, more = ", ".join(codes[:_MOST_NAMED]), len(codes) - _MOST_NAMED
    if more > 0:
        text = translated(
            "requests", "The settings name customers that SYSPRO does not have: {codes} and {count} more."
        )
        return text.format(codes=named, count=count_text(more))
    return translated("requests", "The settings name customers that SYSPRO does not have: {codes}.").format(codes=named)


def share_text(status: RequestStatus) -> str:
    """Return how many of the invoices that are asked for can be paid."""
    counts = status.counts
    wanted = counts[Standing.OPEN] + counts[Standing.WAITING] + counts[Standing.REFUSED]
    if not wanted:
        return QCoreApplication.translate("requests", "Nothing to pay")
    text = QCoreApplication.translate("requests", "{open} of {wanted} can be paid")
    return text.format(open=count_text(counts[Standing.OPEN]), wanted=count_text(wanted))


def looks_text(status: RequestStatus, now: int, zone: tzinfo) -> str:
    """Return when SYSPRO was looked at last."""
    translated = QCoreApplication.translate

    def when(at: int) -> str:
        return when_text(at, now, zone) or translated("requests", "never")

    text = translated("requests", "SYSPRO looked at: {scanned}; read in whole: {swept}.")
    return text.format(scanned=when(status.scanned_at), swept=when(status.swept_at))
