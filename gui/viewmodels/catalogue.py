"""The catalogue as a table, and how it stands in words: what is in Stripe, what is on its way, what waits for whom."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from agent.domain.catalogue.item import METADATA, Difference
from agent.domain.catalogue.kept import CatalogueFilter, CatalogueRow, CatalogueStatus, Standing
from agent.domain.errors import Problem
from agent.service import AgentService
from gui.reading import Reading
from gui.theme import Tone
from gui.viewmodels.lists import ListModel
from gui.words import Look, count_text, exact_text, local_number, pause_text, problem_text, spoken, when_text


class Column(IntEnum):
    """The columns, from left to right."""

    STATE = 0
    CODE = 1
    NAME = 2
    PRICES = 3
    WHY = 4
    CHANGED = 5
    VERB = 6


@dataclass(frozen=True, slots=True)
class Told:
    """What the head of the page shows.

    Attributes:
        status: How the catalogue stands.
        enabled: Whether it is switched on.
        problem: What stops it.
        held: How many stock codes are held back, because they would go out of sale at once.
    """

    status: CatalogueStatus
    enabled: bool
    problem: Problem | None = None
    held: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether no stock code was ever noted."""
        return not any(self.status.counts.values())

    def count(self, tab: Standing | None) -> int:
        """Return how many stock codes stand somewhere; ``None`` for all of them."""
        return sum(self.status.counts.values()) if tab is None else self.status.counts[tab]


class CatalogueModel(ListModel[CatalogueRow, CatalogueFilter]):
    """Stock codes, filtered.

    Args:
        reading: Where rows are asked.
    """

    right = (Column.PRICES,)
    muted = (Column.WHY, Column.CHANGED)
    fixed = (Column.CODE,)
    state = Column.STATE
    verb = Column.VERB

    def __init__(self, reading: Reading) -> None:
        translated = QCoreApplication.translate
        headings = (
            translated("catalogue", "State"),
            translated("catalogue", "Stock code"),
            translated("catalogue", "Name in Stripe"),
            translated("catalogue", "Prices"),
            translated("catalogue", "Why"),
            translated("catalogue", "Changed"),
            "",
        )
        super().__init__(reading, CatalogueFilter(), headings)

    def count_wanted(self, service: AgentService) -> int:
        """Return how many rows there are."""
        return service.catalogue_count(self.wanted)

    def fetch_rows(self, service: AgentService, offset: int, limit: int) -> Sequence[CatalogueRow]:
        """Return rows."""
        return service.catalogue_rows(replace(self.wanted, offset=offset, limit=limit))

    def text(self, row: CatalogueRow, column: int) -> str:
        """Return what a cell says."""
        return {
            Column.STATE: lambda: standing_look(row.standing).word,
            Column.CODE: lambda: row.stock_code,
            Column.NAME: lambda: row.name,
            Column.PRICES: lambda: price_text(row),
            Column.WHY: lambda: why_text(row),
            Column.CHANGED: lambda: when_text(row.updated_at, self.now, self.zone),
            Column.VERB: lambda: verb_word(row.standing),
        }[Column(column)]()

    def tool_tip(self, row: CatalogueRow, column: int) -> str:
        """Return what a cell says when somebody rests on it."""
        if column == Column.CHANGED:
            return exact_text(row.updated_at, self.zone)
        known = {Column.CODE: row.stock_code, Column.NAME: row.name, Column.PRICES: prices_text(row)}
        return known.get(Column(column)) or why_text(row)

    def verb_of(self, row: CatalogueRow) -> str:
        """Return the one thing to press on a row."""
        return verb_word(row.standing)

    def look_of(self, row: CatalogueRow) -> Look:
        """Return the chip of a row's state."""
        return standing_look(row.standing)


def standing_look(standing: Standing) -> Look:
    """Return where a stock code stands, as a chip."""
    translated = QCoreApplication.translate
    return {
        Standing.SOLD: Look(translated("catalogue", "In Stripe"), "proven", Tone.GOOD),
        Standing.WAITING: Look(translated("catalogue", "To be written"), "working", Tone.ACTIVE),
        Standing.REFUSED: Look(translated("catalogue", "Refused"), "refused", Tone.BAD),
        Standing.ASKED: Look(translated("catalogue", "You choose"), "needs-you", Tone.WARN),
        Standing.NOT_SOLD: Look(translated("catalogue", "Not sold"), "ignored", Tone.QUIET),
    }[standing]


def verb_word(standing: Standing) -> str:
    """Return the one thing to press on a row; empty where nothing is to be done."""
    translated = QCoreApplication.translate
    return {
        Standing.REFUSED: translated("catalogue", "Retry"),
        Standing.ASKED: translated("catalogue", "Choose"),
    }.get(standing, "")


def field_word(field: str) -> str:
    """Return what a field of a product is called."""
    translated = QCoreApplication.translate
    if field.startswith(METADATA):
        return translated("catalogue", "Metadata {key}").format(key=field.removeprefix(METADATA))
    if field.startswith("price."):
        return translated("catalogue", "Price in {currency}").format(currency=field.removeprefix("price.").upper())
    words = {
        "name": translated("catalogue", "Name"),
        "description": translated("catalogue", "Description"),
        "tax_code": translated("catalogue", "Tax code"),
        "unit_label": translated("catalogue", "Unit label"),
        "active": translated("catalogue", "Sold"),
        "default_price": translated("catalogue", "Default price"),
    }
    return words.get(field, field)


def value_text(one: Difference, value: str) -> str:
    """Return what one side has in a field."""
    translated = QCoreApplication.translate
    if one.field == "active":
        return {"yes": translated("catalogue", "yes"), "no": translated("catalogue", "no")}.get(value, value)
    if one.field.startswith("price.") and value:
        return local_number(value)
    return value or translated("catalogue", "(empty)")


def price_text(row: CatalogueRow) -> str:
    """Return the default price of a stock code, and how many more there are."""
    first, *others = [*map(local_number, row.prices.values())] or [""]
    if not others:
        return first
    return f"{first} (+{count_text(len(others))})"


def prices_text(row: CatalogueRow) -> str:
    """Return the prices of a stock code, the default one first."""
    return ", ".join(map(local_number, row.prices.values()))


def why_text(row: CatalogueRow) -> str:
    """Return why a stock code stands where it stands."""
    translated = QCoreApplication.translate
    said = translated("catalogue", "{field}: SYSPRO has “{syspro}”, Stripe has “{stripe}”.")
    asked = [
        said.format(field=field_word(one.field), syspro=value_text(one, one.syspro), stripe=value_text(one, one.stripe))
        for one in row.differences
    ]
    return " ".join([*asked, spoken(row.reason)]).strip()


def headline(told: Told, problem: Problem | None) -> tuple[str, Tone, str]:
    """Return how the catalogue stands: shape, meaning of the colour, sentence."""
    translated, counts = QCoreApplication.translate, told.status.counts
    if not told.enabled:
        text = translated("catalogue", "The catalogue is off. Nothing is written to Stripe; this is how it stood.")
        return "paused", Tone.QUIET, text
    if problem is not None:
        return "offline", Tone.WARN, problem_text(problem)
    if told.status.left:
        return "working", Tone.ACTIVE, translated("catalogue", "Stock codes are being written to Stripe.")
    if counts[Standing.REFUSED] or counts[Standing.ASKED]:
        return "needs-you", Tone.WARN, translated("catalogue", "Some stock codes wait for you; the rest is in Stripe.")
    if not told.status.scanned_at:
        return "waiting", Tone.QUIET, translated("catalogue", "SYSPRO was not looked at yet.")
    return "proven", Tone.GOOD, translated("catalogue", "Stripe has what SYSPRO sells.")


def share_text(status: CatalogueStatus) -> str:
    """Return how many of the stock codes that are sold are in Stripe."""
    translated, counts = QCoreApplication.translate, status.counts
    sold = counts[Standing.SOLD] + counts[Standing.ASKED]
    wanted = sold + counts[Standing.WAITING] + counts[Standing.REFUSED]
    text = translated("catalogue", "{sold} of {wanted} in Stripe")
    return text.format(sold=count_text(sold), wanted=count_text(wanted))


def pace_text(status: CatalogueStatus, *, alive: bool) -> str:
    """Return how far the present writing is, with its rate and the time left; empty while nothing is written."""
    if not status.left:
        return ""
    translated = QCoreApplication.translate
    total = status.done + status.left
    done = translated("catalogue", "{done} of {total} written").format(
        done=count_text(status.done), total=count_text(total)
    )
    if not alive:
        return translated("catalogue", "{done}; it goes on when the engine runs.").format(done=done)
    if status.per_minute is None or status.left_s is None:
        return f"{done}."
    text = translated("catalogue", "{done}, {rate} a minute; {time} left.")
    return text.format(done=done, rate=count_text(status.per_minute), time=_time_left(status.left_s))


def looks_text(status: CatalogueStatus, now: int, zone: tzinfo) -> str:
    """Return when both sides were looked at last."""
    translated = QCoreApplication.translate

    def when(at: int) -> str:
        return when_text(at, now, zone) or translated("catalogue", "never")

    text = translated("catalogue", "SYSPRO looked at: {scanned}; read in whole: {swept}; Stripe looked at: {checked}.")
    return text.format(scanned=when(status.scanned_at), swept=when(status.swept_at), checked=when(status.checked_at))


def _time_left(left_s: int) -> str:
    translated = QCoreApplication.translate
    if left_s < 60:
        return translated("catalogue", "less than a minute")
    return translated("catalogue", "about {time}").format(time=pause_text(left_s))
