"""Ports to our own store: inbox, outbox, links, ledger, and what people ask the engine to do.

Implemented by ``agent.store``; each method is one transaction.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from agent.domain.attempts import Discrepancy, Settlement
from agent.domain.audit import Examination
from agent.domain.decisions import Decision, Outcome
from agent.domain.documents import Document, DocumentKey, Link, State
from agent.domain.errors import Problem
from agent.domain.events import BalanceTransaction, Event, Slice, Subject
from agent.domain.facts import Facts
from agent.domain.kinds import Kind
from agent.domain.readmodels import (
    Command,
    Lease,
    StoredRevision,
)
from agent.ports.summaries import Running


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent about one subject.

    Later events about the subject are decided with the same SYSPRO facts and revision, so that only a change at Stripe
    can lead to another result.

    Attributes:
        facts: Facts of the latest decision that made documents.
        revision: Mapping revision of that decision.
        keys: Documents of the subject that were sent.
        settled: Those of them that an earlier decision made; later ones leave them alone.
    """

    facts: Facts
    revision: int
    keys: frozenset[DocumentKey]
    settled: frozenset[DocumentKey]


class Inbox(Protocol):
    """Events that came in, and how far we have read."""

    def watermark(self, name: str) -> int | None:
        """Return the watermark ``name``, Unix seconds UTC, or ``None`` before the first slice."""

    def store_slice(self, name: str, stretch: Slice, events: Sequence[Event], now: int) -> int:
        """Insert the events that are new and move the watermark, in one transaction; return how many were new."""

    def add(self, events: Sequence[Event], now: int) -> int:
        """Insert the events that are new; return how many were."""

    def next_subjects(self, limit: int, now: int) -> list[Subject]:
        """Return up to ``limit`` subjects with waiting events that are due, oldest first."""

    def unfinished(self, object_id: str) -> Subject | None:
        """Return the object with all its events that are waiting or set aside, or ``None``."""

    def closed_at(self, dispute_id: str) -> int:
        """Return when Stripe last told that a dispute is over, Unix seconds UTC; 0 where it never did."""

    def postpone(self, subject: Subject, problem: Problem, *, due_at: int | None, now: int) -> None:
        """Keep the subject's events for ``due_at``; ``None`` sets them aside for a person."""


class Outbox(Protocol):
    """Decisions and the documents they made. Every method is one transaction."""

    def apply(  # noqa: PLR0913 - what is decided, and when, by whom and knowing what
        self,
        decision: Decision,
        facts: Facts,
        subject: Subject,
        now: int,
        by: str = "engine",
        *,
        again_at: int | None = None,
        sent: frozenset[DocumentKey] | None = None,
    ) -> bool:
        """Store facts, decision, links and documents, and finish the subject's events; return whether that was done.

        With ``sent``, the documents about the subject that were sent when it was decided: nothing is stored where any
        other one was sent since, because the decision does not know of it.

        The audit keeps who or what decided (``by``), on which facts and with which mapping revision.

        With ``again_at`` the events are kept and wait until then. What waits still, for the same reason and with no
        further movement, is not stored once more.

        Where a person has ignored the subject meanwhile, and nobody asked to decide it again, only the events are
        finished.

        A document whose key exists: same body, nothing; another body, replaced while nothing has reached SYSPRO, else
        a discrepancy (unless it is made ``once``).
        """

    def claim(self, company: str, limit: int, now: int) -> list[Document]:
        """Turn up to ``limit`` due lane heads from pending to posting, commit, and return them in order.

        Raises:
            Misconfigured: When the lease is somebody else's by now.
        """

    def settle(self, document: Document, settlement: Settlement, now: int) -> None:
        """Record the attempt and move the document; posted ones get their link.

        Raises:
            IllegalTransitionError: When the state machine has no such step.
        """

    def settle_all(self, outcomes: Sequence[tuple[Document, Settlement]], now: int) -> None:
        """Settle several documents, all or none of them; raises as :meth:`settle` does."""

    def recover(self, due_at: int, now: int) -> int:
        """Turn every posting document into one in doubt, to be looked up at ``due_at``; return how many."""

    def in_doubt(self, company: str, limit: int, now: int) -> list[Document]:
        """Return documents in doubt whose look-up is due."""

    def still_in_doubt(
        self, document: Document, *, looks: int, due_at: int | None, reason: str, reason_code: str, now: int
    ) -> None:
        """Record a look-up in vain; ``due_at`` ``None`` leaves the document to a person."""

    def sent(self, subject: str) -> Sent | None:
        """Return what was sent about a subject, or ``None`` when nothing of it was.

        Sent means beyond ``REPLACEABLE``: posting, in doubt or posted.
        """

    def customer_on_its_way(self, company: str, email: str, currency: str, party: str) -> bool:
        """Return whether another payer's new customer with this e-mail address and SYSPRO currency is being made."""

    def subject_of(self, document_id: int) -> str:
        """Return the Stripe id whose decision made a document; empty when there is no such document."""

    def held_for(self, company: str, reason_code: str) -> list[str]:
        """Return the subjects whose latest decision is held for this reason, oldest first."""

    def only_unreadable(self, subject: str, reason_code: str) -> bool:
        """Return whether a subject was never decided, or only held for this reason."""

    def latest(self, company: str, subject: str) -> tuple[Outcome, str] | None:
        """Return outcome and reason code of the latest decision about a subject, or ``None`` where there is none."""

    def ignored_by_person(self, subject: str) -> bool:
        """Return whether the latest decision about a subject is a person's, to ignore it."""

    def about(self, stripe_ids: Sequence[str]) -> list[Document]:
        """Return all documents that exist for these Stripe objects, oldest first."""

    def refunds_in(self, company: str, lane: str) -> list[Document]:
        """Return all documents of refunds and disputes that were ever put into a lane, oldest first."""

    def erp_keys(self, keys: Sequence[DocumentKey]) -> Mapping[DocumentKey, str]:
        """Return the SYSPRO keys of those documents that are posted."""

    def unverified(self, company: str, limit: int) -> list[Document]:
        """Return posted documents that were not read back yet."""

    def verified(
        self, documents: Sequence[Document], differences: Mapping[int, Sequence[Discrepancy]], now: int
    ) -> None:
        """Record that documents were read back together, and open, or close, the discrepancies of each.

        Args:
            documents: The documents, as they were posted.
            differences: The differences by document id, empty for a document that agrees.
            now: Unix seconds UTC.
        """

    def get(self, document_id: int) -> Document | None:
        """Return one document."""

    def counts(self) -> Mapping[State, int]:
        """Return how many documents are in each state."""

    def pending_of(self, company: str, kinds: Collection[Kind]) -> bool:
        """Return whether a document of one of these kinds waits to be sent."""

    def held_with(self, document_id: int) -> Sequence[int]:
        """Return the other documents that a flow's hold keeps together with one, by number."""

    def release(self, document_id: int, *, by: str, reason: str, now: int, wait_s: int = 0) -> None:
        """Turn a parked or held document into a pending one, due after a wait, by a person's word."""

    def hold_again(self, document_id: int, *, by: str, now: int) -> int:
        """Take an approval back, with all that went by it; return how many wait again. ``NeedsPerson`` once sent."""

    def cancel(self, document_id: int, *, by: str, reason: str, now: int) -> str:
        """Turn a parked or held document into a cancelled one, by a person's word.

        Returns what is to be minded when it is booked by hand; empty for nothing.
        """

    def restore(self, document_id: int, *, by: str, now: int) -> State:
        """Take back that a person gave a document up; return the state in which it waits again.

        Raises:
            NeedsPerson: When it was not given up, or something rests on that by now.
        """


class Links(Protocol):
    """Stripe ids and the SYSPRO keys they stand for."""

    def find(self, company: str, kind: str, stripe_id: str) -> Link | None:
        """Return the link, or ``None``."""


class Revisions(Protocol):
    """Mapping revisions, append-only."""

    def latest(self) -> StoredRevision | None:
        """Return the newest revision, or ``None`` before the first."""

    def get(self, number: int) -> StoredRevision | None:
        """Return revision ``number``, or ``None``."""

    def list(self, limit: int) -> list[StoredRevision]:
        """Return the latest revisions, newest first."""

    def append(self, content: str, *, author: str, comment: str, now: int) -> int:
        """Append a revision and return its number; the same content as the newest appends nothing."""


class Marks(Protocol):
    """Small facts about the running engine, by name."""

    def get(self, name: str) -> str:
        """Return the mark, or an empty text."""

    def set(self, name: str, value: str, now: int) -> None:
        """Set the mark."""

    def set_all(self, values: Mapping[str, str], now: int) -> None:
        """Set several marks that only make sense together: all or none of them."""


class Ledger(Protocol):
    """Stripe's balance transactions as we have stored them, and the outcome of each of their legs."""

    def store(self, transactions: Sequence[BalanceTransaction], now: int) -> int:
        """Insert or update; return how many were new."""

    def of_subject(self, subject: str) -> list[BalanceTransaction]:
        """Return the stored movements of one subject, oldest first."""

    def unknown(self, ids: Sequence[str]) -> frozenset[str]:
        """Return those of the ids that are not stored."""

    def payments_since(self, since_at: int) -> int:
        """Return how many charges and payments were booked since ``since_at``."""

    def undecided(self, limit: int, now: int) -> list[BalanceTransaction]:
        """Return a movement of each subject that events missed: never decided, waiting, or moved since it was decided.

        Subjects with an open event are not among them, nor what waits for its payout or day and is decided with that,
        nor what waits for money that is not available yet.
        """

    def due(self, limit: int, now: int) -> list[BalanceTransaction]:
        """Return a movement of each subject that waited for available money, which is there by now."""

    def rests(self, company: str, ids: Sequence[str], own: str) -> Mapping[str, int]:
        """Return, by balance transaction, how much more was settled than SYSPRO's rate books, for the payout ``own``.

        Only what is not zero, and what no other payout's document posts.
        """

    def unsettled(self, company: str, currency: str, until_at: int, own: str) -> list[BalanceTransaction]:
        """Return the movements before ``until_at`` of which no document posts a fee, or a rest (:meth:`rests`), yet.

        Those that documents of the payout ``own`` post are among them: it is decided again with what it was before.
        Those that Stripe names for another payout are not: they go with that, or, :meth:`left_behind`, went without.
        """

    def left_behind(self, company: str, currency: str, until_at: int, own: str) -> list[BalanceTransaction]:
        """Return those that another payout settled without their fees or rests.

        A proposal had them then and was given up since, or their own documents were decided later.
        """

    def running(self, own: BalanceTransaction, payout: str, start_at: int) -> Running:
        """Return the running balance before ``own``, the movement of a payout that names no others.

        Args:
            own: It says currency, moment and what left.
            payout: The payout.
            start_at: First moment that is posted; what was before is the opening balance.
        """


class Allowance(Protocol):
    """How many reads Stripe has seen from us."""

    def count(self, reads: int, now: int) -> None:
        """Add ``reads`` to today's count."""

    def used(self, now: int) -> int:
        """Return the reads of the last 30 days."""


class SettingsStore(Protocol):
    """Settings that are set; secrets are never among them."""

    def all(self) -> dict[str, str]:
        """Return the set texts by name."""

    def set(self, name: str, text: str, *, by: str, now: int) -> None:
        """Set one setting, validated.

        Raises:
            BadSettingError: When the text does not fit, or the setting is a secret.
            Misconfigured: When it is another SYSPRO company than the one whose documents are here.
        """

    def unset(self, name: str, *, by: str, now: int) -> None:
        """Return a setting to its default."""


class Commands(Protocol):
    """What people ask the engine to do; written by the command line and the window, carried out by the engine."""

    def add(self, name: str, arguments: Mapping[str, str], *, by: str, now: int) -> int:
        """Append a command and return its number."""

    def add_all(self, name: str, arguments: Sequence[Mapping[str, str]], *, by: str, now: int) -> tuple[int, ...]:
        """Append a command for each of the arguments in one transaction; return their numbers."""

    def next(self) -> Command | None:
        """Return the oldest command that is not finished."""

    def get(self, number: int) -> Command | None:
        """Return one command."""

    def finish(self, number: int, *, result: str, ok: bool, now: int) -> None:
        """Record what came of a command."""


class LeaseStore(Protocol):
    """The one engine that may write to the outside."""

    def read(self) -> Lease | None:
        """Return the lease, or ``None`` before the first."""

    def hold(self, holder: str, machine: str, company: str, *, now: int, ttl_s: int) -> Lease:
        """Take the lease for this machine.

        Raises:
            Misconfigured: When it belongs to another machine, or the documents to another company.
        """

    def beat(self, now: int) -> None:
        """Give a sign of life.

        Raises:
            Misconfigured: When somebody else has taken the lease over.
        """

    def check(self) -> None:
        """Do nothing while the lease is ours, or nobody ever took one.

        Raises:
            Misconfigured: When it is somebody else's: nothing may be written to the outside any more.
        """

    def release(self) -> None:
        """Give the lease back; the machine keeps its right to start again."""

    def take_over(self, machine: str, *, by: str, now: int) -> None:
        """Give the lease to ``machine``, by a person's decision."""


class Audit(Protocol):
    """The append-only hash chain of who did what."""

    def append(self, actor: str, action: str, subject: str, detail: str, now: int) -> None:
        """Append one row."""

    def hash_of(self, number: int) -> str:
        """Return the hash of row ``number``; empty where there is no such row."""

    def examine(self) -> Examination:
        """Compare the chain, and every decision, facts, document and revision with what the chain says of it."""


class Housekeeping(Protocol):
    """Removal of what nobody needs any more."""

    def purge(self, before_at: int) -> int:
        """Remove finished events and the wire text of attempts older than ``before_at``; return how many rows."""
