"""Customers as one table: who may be whom, and who is whom; with the words of each state."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from agent.domain.customers.kept import Course, CustomerFilter, LinkRow, LinkState, SuggestionRow
from agent.domain.customers.suggest import Advice
from agent.domain.errors import Problem
from agent.service import AgentService
from gui.reading import Reading
from gui.theme import Tone
from gui.viewmodels.lists import ListModel
from gui.words import Look, count_text, problem_text, spoken, when_text

#: A part of the page: suggestions of one sort, or links that stand somewhere.
Part = Advice | LinkState
CustomerRow = SuggestionRow | LinkRow


class Column(IntEnum):
    """The columns, from left to right."""

    CUSTOMER = 0
    NAME = 1
    STRIPE = 2
    WHY = 3
    VERB = 4


@dataclass(frozen=True, slots=True)
class Told:
    """What the head of the page shows.

    Attributes:
        counts: Part -> rows.
        course: When either side was looked at.
        enabled: Whether customers are kept in step.
        problem: What stops that.
    """

    counts: dict[Part, int]
    course: Course
    enabled: bool
    problem: Problem | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nobody was ever noted."""
        return not any(self.counts.values())

    def count(self, tab: Part) -> int:
        """Return how many customers a part has."""
        return self.counts[tab]


class CustomersModel(ListModel[CustomerRow, CustomerFilter]):
    """Suggestions of one sort, or links that stand somewhere.

    Args:
        reading: Where rows are asked.
    """

    muted = (Column.WHY,)
    fixed = (Column.CUSTOMER,)
    verb = Column.VERB

    def __init__(self, reading: Reading) -> None:
        translated = QCoreApplication.translate
        headings = (
            translated("customers", "In SYSPRO"),
            translated("customers", "Name"),
            translated("customers", "In Stripe"),
            translated("customers", "Why"),
            "",
        )
        super().__init__(reading, CustomerFilter(advice=Advice.MATCH), headings)

    def count_wanted(self, service: AgentService) -> int:
        """Return how many rows there are."""
        if self.wanted.advice is not None:
            return service.customer_suggestion_count(self.wanted)
        return service.customer_link_count(self.wanted)

    def fetch_rows(self, service: AgentService, offset: int, limit: int) -> Sequence[CustomerRow]:
        """Return rows."""
        page = replace(self.wanted, offset=offset, limit=limit)
        if page.advice is not None:
            return service.customer_suggestions(page)
        return service.customer_links(page)

    def text(self, row: CustomerRow, column: int) -> str:
        """Return what a cell says."""
        return cell_text(row, Column(column))

    def verb_of(self, row: CustomerRow) -> str:
        """Return the one thing to press on a row."""
        return verb_word(part_of(row))


def part_of(row: CustomerRow) -> Part:
    """Return the part in which a row stands."""
    return row.advice if isinstance(row, SuggestionRow) else row.state


def cell_text(row: CustomerRow, column: Column) -> str:
    """Return one cell."""
    in_stripe = row.stripe_id
    if isinstance(row, SuggestionRow) and row.stripe_name:
        in_stripe = f"{row.stripe_name} ({row.stripe_id})"
    return {
        Column.CUSTOMER: row.customer,
        Column.NAME: row.name,
        Column.STRIPE: in_stripe,
        Column.WHY: why_text(row),
        Column.VERB: verb_word(part_of(row)),
    }[column]


def why_text(row: CustomerRow) -> str:
    """Return why a row stands where it stands."""
    translated = QCoreApplication.translate
    if isinstance(row, LinkRow):
        said = translated("customers", "{field}: SYSPRO has “{syspro}”, Stripe has “{stripe}”.")
        asked = [
            said.format(field=field_word(one.field), syspro=value_text(one.syspro), stripe=value_text(one.stripe))
            for one in row.conflicts
        ]
        return " ".join([*asked, spoken(row.reason)]).strip()
    reasons = " ".join(spoken(reason.sentence) for reason in row.reasons)
    if row.advice is not Advice.MATCH:
        return reasons
    share = translated("customers", "{score} %").format(score=row.score)
    doubt = translated("customers", "Another one is as likely.") if row.ambiguous else ""
    return " ".join(filter(None, (share, doubt, reasons)))


def part_look(part: Part) -> Look:
    """Return a part as a chip."""
    translated = QCoreApplication.translate
    return {
        Advice.MATCH: Look(translated("customers", "May be one"), "needs-you", Tone.WARN),
        Advice.NEW: Look(translated("customers", "Not in Stripe"), "waiting", Tone.QUIET),
        Advice.IGNORE: Look(translated("customers", "Left out"), "ignored", Tone.QUIET),
        LinkState.IN_STEP: Look(translated("customers", "In step"), "proven", Tone.GOOD),
        LinkState.WAITING: Look(translated("customers", "To be written"), "working", Tone.ACTIVE),
        LinkState.CONFLICT: Look(translated("customers", "You choose"), "needs-you", Tone.WARN),
        LinkState.REFUSED: Look(translated("customers", "Refused"), "refused", Tone.BAD),
        LinkState.CLOSED: Look(translated("customers", "Ended"), "ignored", Tone.QUIET),
    }[part]


def verb_word(part: Part) -> str:
    """Return the one thing to press on a row; empty where nothing is to be done."""
    translated = QCoreApplication.translate
    return {
        Advice.MATCH: translated("customers", "Compare"),
        Advice.NEW: translated("customers", "Make in Stripe"),
        LinkState.CONFLICT: translated("customers", "Choose"),
        LinkState.REFUSED: translated("customers", "Retry"),
    }.get(part, "")


def field_word(field: str) -> str:
    """Return what a field of a customer is called."""
    translated = QCoreApplication.translate
    words = {
        "name": translated("customers", "Name"),
        "email": translated("customers", "E-mail"),
        "phone": translated("customers", "Telephone"),
        "address": translated("customers", "Address"),
        "tax_id": translated("customers", "Tax number"),
    }
    return words.get(field, field)


def value_text(value: str) -> str:
    """Return what one side says, on one line."""
    return ", ".join(line for line in value.splitlines() if line.strip()) or QCoreApplication.translate(
        "customers", "(empty)"
    )


def headline(told: Told, problem: Problem | None) -> tuple[str, Tone, str]:
    """Return how the customers stand: shape, meaning of the colour, sentence."""
    translated, counts = QCoreApplication.translate, told.counts
    if not told.enabled:
        text = translated("customers", "Customers are not kept in step. Nothing is written; this is how it stood.")
        return "paused", Tone.QUIET, text
    if problem is not None:
        return "offline", Tone.WARN, problem_text(problem)
    may_be_one = translated("customers", "All links agree. Some customers may be one; look when you have time.")
    cases = (
        (
            counts[LinkState.CONFLICT] + counts[LinkState.REFUSED] > 0,
            ("needs-you", Tone.WARN, translated("customers", "Some customers wait for you; the rest agrees.")),
        ),
        (
            counts[LinkState.WAITING] > 0,
            ("working", Tone.ACTIVE, translated("customers", "Changes are on their way.")),
        ),
        (
            not told.course.scanned_at,
            ("waiting", Tone.QUIET, translated("customers", "Customers were not looked at yet.")),
        ),
        (counts[Advice.MATCH] > 0, ("proven", Tone.GOOD, may_be_one)),
    )
    agree = ("proven", Tone.GOOD, translated("customers", "Customers agree on both sides."))
    return next((told for holds, told in cases if holds), agree)


def share_text(told: Told) -> str:
    """Return how many SYSPRO customers are linked."""
    counts = told.counts
    linked = sum(counts[state] for state in LinkState if state is not LinkState.CLOSED)
    every = linked + counts[Advice.MATCH] + counts[Advice.NEW]
    text = QCoreApplication.translate("customers", "{linked} of {every} linked")
    return text.format(linked=count_text(linked), every=count_text(every))


def looks_text(course: Course, now: int, zone: tzinfo) -> str:
    """Return when both sides were looked at last."""
    translated = QCoreApplication.translate

    def when(at: int) -> str:
        return when_text(at, now, zone) or translated("customers", "never")

    text = translated("customers", "SYSPRO looked at: {scanned}, in whole {swept}; Stripe in whole {listed}.")
    return text.format(scanned=when(course.scanned_at), swept=when(course.swept_at), listed=when(course.listed_at))
