"""Ports to our own store that only read: for people, for the bookkeeper's reports, and for reconciliation.

Implemented by ``agent.store``; each method sees one unchanging snapshot.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import tzinfo
from typing import Protocol
from zoneinfo import ZoneInfo

from agent.domain.audit import AuditTrailRow
from agent.domain.certificate import Counted, MovedSum
from agent.domain.closing import Unfinished
from agent.domain.documents import Document, Leg
from agent.domain.facts import Facts
from agent.domain.month_end import MonthEndPack
from agent.domain.overview import PayoutSummary
from agent.domain.proof import ProofRow
from agent.domain.readmodels import (
    AuditRow,
    BooksRow,
    DecisionRow,
    DiscrepancyRow,
    DocumentDetail,
    DocumentFilter,
    DocumentRow,
    InboxCounts,
    SetAside,
)
from agent.domain.reconcile import Expected, ExpectedLeg
from agent.domain.reconciliation import Movement, Outcome, PayoutLine
from agent.domain.remainders import Carrier, Share
from agent.domain.statements import PayoutStatement
from agent.domain.worklist import Cause, WorkFilter, WorkRow


@dataclass(frozen=True, slots=True)
class Month:
    """The month of which a pack is made.

    Attributes:
        company: SYSPRO company id.
        month: CCYY-MM.
        zone: The site's time zone.
        opening: Currency -> Stripe's balance before the first movement that is in our ledger, minor units.
    """

    company: str
    month: str
    zone: tzinfo
    opening: Mapping[str, int]


class Reports(Protocol):
    """Read models of the store."""

    def documents(self, wanted: DocumentFilter) -> list[DocumentRow]:
        """Return documents, newest first."""

    def count(self, wanted: DocumentFilter) -> int:
        """Return how many documents there are, whatever the limit and the page."""

    def withdrawn(self) -> int:
        """Return how many documents are held because a later decision no longer makes them; nobody has to act."""

    def document(self, number: int) -> DocumentDetail | None:
        """Return all about one document, or ``None``."""

    def inbox(self) -> InboxCounts:
        """Return how many events wait, are set aside, and are finished."""

    def set_aside(self) -> list[SetAside]:
        """Return the objects whose reading waits for a person."""

    def discrepancies(self) -> list[DiscrepancyRow]:
        """Return the open discrepancies, oldest first."""

    def decisions(self, subject: str) -> list[DecisionRow]:
        """Return the decisions about one Stripe object, newest first."""

    def held(self, company: str) -> list[DecisionRow]:
        """Return the subjects whose latest decision is held."""

    def unfinished(self, company: str, zone: ZoneInfo) -> Sequence[Unfinished]:
        """Return every document and decision with a day that SYSPRO does not have; days are those of ``zone``."""

    def books(self, company: str) -> list[BooksRow]:
        """Return the five outcomes of all legs, a row a settlement currency."""


class Worklist(Protocol):
    """Everything that was, is or will be posted, and everything that waits for a person, as one list."""

    def count(self, company: str, wanted: WorkFilter) -> int:
        """Return how many rows there are."""

    def page(self, company: str, wanted: WorkFilter, *, offset: int, limit: int) -> Sequence[WorkRow]:
        """Return up to ``limit`` rows from row ``offset`` on, newest first within each part."""

    def causes(self, company: str, wanted: WorkFilter) -> Sequence[Cause]:
        """Return the causes of the rows, those with most rows first."""

    def document(self, number: int) -> WorkRow | None:
        """Return the row of one document, or ``None``."""


class Overviews(Protocol):
    """Figures of the first page, the list of payouts and the pages of the audit."""

    def posted_by_hour(self, until_at: int, hours: int) -> tuple[int, ...]:
        """Return how many documents were posted in each of the hours before ``until_at``, oldest first."""

    def moved(self, company: str, since_at: int, until_at: int) -> Sequence[tuple[str, str, int, int]]:
        """Return currency, outcome, number and sum in minor units of what moved; ``none`` was never decided."""

    def payments_since(self, since_at: int) -> int:
        """Return how many charges and payments were booked since ``since_at``."""

    def payouts(self, company: str, zone: tzinfo, *, before_at: int, limit: int) -> Sequence[PayoutSummary]:
        """Return the payouts that left Stripe's balance before ``before_at``, newest first."""

    def last_audit_row(self) -> int:
        """Return the number of the last row of the audit; 0 where there is none. Numbers have no gaps."""

    def audit_rows(self, last: int, limit: int) -> Sequence[AuditRow]:
        """Return up to ``limit`` rows of the audit from row ``last`` backwards."""


class Statements(Protocol):
    """What the bookkeeper's reports are made from."""

    def payout(self, company: str, payout_id: str, zone: tzinfo) -> PayoutStatement | None:
        """Return what a payout is made of, or ``None`` when nothing is known of it."""

    def month(self, span: Month, proof: Sequence[ProofRow], proven_at: int, now: int) -> MonthEndPack:
        """Return the pack of a month, with the latest proof as it was made."""

    def trail(self, company: str, what: str) -> tuple[AuditTrailRow, ...]:
        """Return the steps between a Stripe id, or a SYSPRO key, and what it became, oldest first."""

    def trail_between(self, company: str, since_at: int, until_at: int) -> tuple[AuditTrailRow, ...]:
        """Return the steps of everything that was decided from ``since_at`` until before ``until_at``."""


class Decided(Protocol):
    """Decisions with their facts, to be decided again."""

    def between(self, company: str, since_at: int, until_at: int) -> Iterator[tuple[DecisionRow, Facts]]:
        """Yield the decisions of ``[since_at, until_at)`` with their facts, oldest first."""

    def count(self, company: str, since_at: int, until_at: int) -> int:
        """Return how many decisions there are in ``[since_at, until_at)``."""

    def latest(self, company: str) -> Sequence[DecisionRow]:
        """Return the latest decision about each subject, oldest first."""

    def latest_number(self) -> int:
        """Return the number of the latest decision; 0 before the first."""

    def of_flow(self, company: str, flow: str, limit: int) -> Sequence[Facts]:
        """Return the facts of what a flow decided last, newest first."""

    def payments(self, company: str, limit: int) -> Sequence[Facts]:
        """Return the facts of the payments that were decided last, newest first."""

    def others(self, company: str, limit: int) -> Sequence[Facts]:
        """Return the facts of the refunds and payouts that were decided last, newest first."""


class Reconciling(Protocol):
    """What reconciliation reads of our own books."""

    def expected(self, company: str) -> AbstractContextManager[tuple[Iterable[Expected], Iterable[ExpectedLeg]]]:
        """Give all documents that post legs, or allocate, and all legs as two streams, on one unchanging snapshot."""

    def movements(self, since_at: int, until_at: int) -> Sequence[Movement]:
        """Return the movements of ``[since_at, until_at)`` as we have stored them, oldest first."""

    def undecided(self, since_at: int, until_at: int) -> Sequence[Movement]:
        """Return those movements whose subject was never decided."""

    def open_before(self, before_at: int) -> Sequence[int]:
        """Return the moments before ``before_at`` of movements with an open discrepancy, Unix seconds, oldest first."""

    def outcomes(self, company: str, since_at: int, until_at: int) -> Sequence[Outcome]:
        """Return the legs of ``[since_at, until_at)`` by their outcome, those posted among them."""

    def payout(self, company: str, payout: str) -> Sequence[PayoutLine]:
        """Return every movement that Stripe names for a payout, its own among them, with its documents."""

    def moved(self, since_at: int, until_at: int) -> Sequence[MovedSum]:
        """Return number and net of the stored movements of ``[since_at, until_at)`` by currency."""

    def events(self, since_at: int, until_at: int) -> Sequence[Counted]:
        """Return the events of ``[since_at, until_at)`` by type, those made up for what events missed among them."""

    def documents(self, company: str, since_at: int, until_at: int) -> Sequence[Counted]:
        """Return the documents about what moved in ``[since_at, until_at)`` by kind and state."""

    def legs(self, document_id: int) -> tuple[Leg, ...]:
        """Return the legs that one document posts."""

    def carriers(self, company: str, references: Sequence[str]) -> Sequence[Carrier]:
        """Return all documents of the Stripe objects that one of these references belongs to, oldest first."""

    def carriers_about(self, company: str, stripe_ids: Collection[str]) -> Sequence[Carrier]:
        """Return all documents of these Stripe objects, oldest first."""

    def shares(self, numbers: Collection[int]) -> Sequence[Share]:
        """Return what those of the documents that are summary journals put on the account of disputes, by dispute."""

    def verified(self, company: str, span: tuple[int, int], after_id: int, limit: int) -> Sequence[Document]:
        """Return documents that were sent within ``span`` and read back once, by their numbers, from ``after_id`` on.

        Customers are not among them, nor orders that we have cancelled.

        Args:
            company: SYSPRO company id.
            span: First moment, and the first one after it, Unix seconds UTC.
            after_id: Number of the last document that was had already; 0 for none.
            limit: Most documents.
        """

    def count_verified(self, company: str, span: tuple[int, int]) -> int:
        """Return how many documents :meth:`verified` gives for ``span``."""

    def verified_of(self, company: str, numbers: Collection[int]) -> Sequence[Document]:
        """Return those of the documents with these numbers that can be read back again, customers among them."""

    def altered(self, company: str) -> frozenset[int]:
        """Return the numbers of the documents of which a discrepancy says that they are not as they were posted."""
