"""Ports of customers on both sides: Stripe's customers, and what the agent remembers of both."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from agent.domain.customers.compare import Owner
from agent.domain.customers.fields import Texts
from agent.domain.customers.kept import (
    CustomerFilter,
    DueLink,
    ErpNoted,
    LinkRow,
    LinkState,
    Outcome,
    StripeCustomer,
    SuggestionRow,
)
from agent.domain.customers.suggest import Advice, Candidate, ErpCustomerFacts, Lessons, Suggestion


class CustomerDirectory(Protocol):
    """Stripe's customers.

    Every method may raise ``Transient`` (nobody answered; the same ``key`` again within a day is the same change),
    ``NeedsPerson`` (Stripe refused this one, and did nothing) and ``Misconfigured`` (the key lacks the right).
    """

    def read(self, stripe_id: str) -> StripeCustomer:
        """Return a customer as it is now; one that is no more is ``deleted``."""

    def all(self, since_at: int = 0) -> Iterator[Sequence[StripeCustomer]]:
        """Yield all customers page by page, of those made at ``since_at`` (Unix seconds UTC) or later.

        Raises:
            NeedsPerson: After the last page, when members could not be read; all others were yielded before.
        """

    def make(self, texts: Texts, metadata: Mapping[str, str], key: str, *, tax_type: str = "") -> StripeCustomer:
        """Make a customer and return it as it is then.

        Args:
            texts: What it says; the tax number only with its ``tax_type``.
            metadata: Its metadata.
            key: Idempotency key.
            tax_type: Stripe's type of the tax number.
        """

    def change(
        self, stripe_id: str, texts: Texts, metadata: Mapping[str, str], key: str, *, tax_type: str = ""
    ) -> StripeCustomer:
        """Change these fields and metadata keys, an empty text unsets one; return the customer as it is then.

        Args as for :meth:`make`.
        """


class CustomerStore(Protocol):
    """Customers on both sides, suggestions, and links."""

    # -- what is there

    def sources(self, company: str) -> dict[str, bytes]:
        """Return, by SYSPRO customer, the hash of what was read of it last; those that are gone are not among them."""

    def note_erp(self, company: str, noted: Sequence[ErpNoted]) -> None:
        """Keep what SYSPRO says; links of what changed become due, and a new suggestion is made for the others."""

    def gone_erp(self, company: str, customers: Sequence[str], now: int) -> None:
        """Note that SYSPRO no longer has these; their links are closed, and people are told."""

    def note_stripe(
        self, company: str, found: Sequence[tuple[StripeCustomer, str]], now: int, *, compared: bool = False
    ) -> None:
        """Keep what Stripe says; links of what changed become due, deleted ones are closed, and people are told.

        Who pays for a SYSPRO customer, and is deleted, is forgotten; another is made where one is needed.

        Args:
            company: SYSPRO company.
            found: Customers, each with the SYSPRO customer that its metadata names, as stored.
            now: Unix seconds UTC.
            compared: Whether its link is being compared with just this, so that it does not become due by it.
        """

    def missing_stripe(self, company: str, before_at: int, now: int) -> None:
        """Note as deleted what a whole listing, begun at ``before_at``, did not show."""

    def mark(self, company: str) -> bytes:
        """Return the watermark of SYSPRO's customers; empty before the first look."""

    def set_mark(self, company: str, watermark: bytes) -> None:
        """Keep the watermark."""

    def all_due(self, company: str, now: int) -> None:
        """Have everything looked at anew: other rules count now."""

    # -- suggestions

    def to_suggest(self, company: str, limit: int) -> Sequence[ErpCustomerFacts]:
        """Return SYSPRO customers for which a suggestion is to be made, by code."""

    def candidates(self, company: str, erp: ErpCustomerFacts) -> Sequence[Candidate]:
        """Return the Stripe customers that are nobody's and share anything with it, without the refused ones."""

    def lessons(self, company: str) -> Lessons:
        """Return how many suggestions people have accepted and refused, by code of the reason."""

    def suggested(self, company: str, customer: str, suggestion: Suggestion) -> None:
        """Keep a suggestion."""

    def sure(self, company: str, score: int, limit: int) -> Sequence[str]:
        """Return SYSPRO customers whose match has at least this score, and whose Stripe customer nobody else may be."""

    def link(self, company: str, customer: str, stripe_id: str, *, party: str, by: str, now: int) -> None:
        """Link two customers; an empty ``stripe_id`` has one made.

        Args:
            company: SYSPRO company.
            customer: SYSPRO customer as stored.
            stripe_id: Stripe customer.
            party: Link key by which payments find it; empty where none can.
            by: Who or what says so.
            now: Unix seconds UTC.

        Raises:
            NeedsPerson: When either is unknown or linked already, or its payments are booked to another customer.
        """

    def merged(self, company: str, gone: str, customer: str, *, by: str, now: int) -> int:
        """Have the payments of a SYSPRO customer that is gone booked to another one; return of how many payers.

        What was posted keeps the code of then. The other one may be linked itself, and stays so.

        Raises:
            NeedsPerson: When SYSPRO still has the first, or not the other.
        """

    def ignore(self, company: str, customer: str, *, by: str, now: int) -> bool:
        """Note that a SYSPRO customer does not belong into Stripe; return whether there is one without a link."""

    def refuse(self, company: str, customer: str, stripe_id: str, *, by: str, now: int) -> None:
        """Never suggest these two as one again, and count the reasons for it less."""

    def suggestion(self, company: str, customer: str) -> SuggestionRow | None:
        """Return what is suggested for one customer."""

    def suggestions(self, company: str, wanted: CustomerFilter) -> Sequence[SuggestionRow]:
        """Return suggestions by SYSPRO customer."""

    def suggestion_count(self, company: str, wanted: CustomerFilter) -> int:
        """Return how many suggestions there are, whatever the limit and the offset."""

    def currency(self, company: str, customer: str) -> str:
        """Return SYSPRO's currency code of a customer; empty where it was not read."""

    # -- links

    def linked(self, company: str, customer: str) -> str | None:
        """Return the Stripe customer that a SYSPRO customer is linked to; ``None`` for none, empty while it is made."""

    def due(self, company: str, limit: int, now: int) -> Sequence[DueLink]:
        """Return links that are to be looked at, longest due first."""

    def left(self, company: str) -> int:
        """Return how many links are due, or will be, and how many suggestions are to be made."""

    def begin(self, link: DueLink, now: int) -> None:
        """Note, durably, that its Stripe customer is being made from now on."""

    def done(self, link: DueLink, outcome: Outcome, now: int) -> None:
        """Record what became of a link; what happened to it since ``link`` was read has it looked at again."""

    def refused(self, link: DueLink, code: str, reason: str) -> None:
        """Record that Stripe refused it; it waits until either side changes or a person asks for it."""

    def later(self, link: DueLink, due_at: int) -> None:
        """Look again at ``due_at``, Unix seconds UTC."""

    def decide(self, company: str, customer: str, field: str, side: Owner, *, by: str, now: int) -> bool:
        """Keep whose text of a field counts; return whether that was asked."""

    def again(self, company: str, customer: str, now: int) -> bool:
        """Look again at a link; return whether there is one that is open."""

    def rows(self, company: str, wanted: CustomerFilter) -> Sequence[LinkRow]:
        """Return links by SYSPRO customer, closed ones among them."""

    def row_count(self, company: str, wanted: CustomerFilter) -> int:
        """Return how many links there are, whatever the limit and the offset."""

    def counts(self, company: str) -> tuple[Mapping[LinkState, int], Mapping[Advice, int]]:
        """Return how many links stand where, and how many suggestions of each sort there are."""
