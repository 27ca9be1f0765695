"""A general ledger journal (GENTJL). Lengths: SYSPRO 7, GenJournalCtl and GenJournalDetail."""

from dataclasses import dataclass
from typing import Self

from agent.domain.kinds.base import Kind, target
from agent.domain.money import Money


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One entry of a journal; a positive value is a debit, a negative one a credit."""

    ledger_code: str = target("LedgerCode", "Ledger code.", length=35, required=True, table="GenMaster")
    value: Money = target("EntryAmount", "Value in the journal's currency: + debit, - credit.", required=True)
    comment: str = target("Comment", "Text on the entry.", length=100, default="")


@dataclass(frozen=True, slots=True)
class Journal:
    """A balanced journal entry; every line carries the journal's reference."""

    reference: str = target("Reference", "Our reference; SYSPRO is searched by it.", length=30, required=True)
    date: str = target("JournalDate", "Day of the movement at the site, CCYY-MM-DD.", day=True, required=True)
    currency: str = target(
        "Currency", "SYSPRO currency code.", length=3, required=True, table="TblCurrency", fixed=True
    )
    notation: str = target("Notation", "Text on the journal.", length=100, default="")
    year: str = target("PostingYear", "Ledger year; SYSPRO's current one when empty.", length=4, default="")
    period: str = target("PostingPeriod", "Ledger period; SYSPRO's current one when empty.", length=2, default="")
    ignore_warnings: str = target(
        "IgnoreWarnings", "N warnings are errors, Y they are dropped.", length=1, default="N", choices="N Y"
    )
    post: bool = target(
        "PostJournal", "Whether SYSPRO posts it; else it waits there for a review.", default=True, fixed=True
    )
    authorize: str = target(
        "AuthorizeJournal", "D, A or U, as the site needs it.", length=1, default="D", choices="D A U"
    )
    lines: tuple[JournalLine, ...] = ()

    @property
    def kind(self) -> Kind:
        """Which kind this is."""
        return Kind.JOURNAL

    def with_customer(self, customer: str) -> Self:  # noqa: ARG002 - part of the Body protocol
        """Return itself: a journal belongs to no customer."""
        return self
