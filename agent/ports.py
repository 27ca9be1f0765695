"""The ports: what the core needs from the outside world and from its own store, as Protocols.

May import ``agent.domain`` alone. Every implementation converts its library's errors into ``agent.domain.errors`` at
its own boundary; each method may raise ``Transient``, ``Misconfigured`` or ``NeedsPerson`` unless it says otherwise.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from agent.domain.attempts import Discrepancy, ErpRow, Settlement
from agent.domain.decisions import Decision
from agent.domain.documents import Document, Link, State
from agent.domain.errors import Exchange, Problem
from agent.domain.events import BalanceTransaction, Event, Slice, Subject
from agent.domain.facts import ErpCustomer, Facts, OpenInvoice, StockItem, StripeFacts
from agent.domain.money import Money

# ---------------------------------------------------------------- the outside world


class Clock(Protocol):
    """Where time comes from."""

    def now(self) -> int:
        """Return the present moment, Unix seconds UTC."""


class SecretStore(Protocol):
    """Where secrets live: the keyring, or an environment variable for headless use."""

    def get(self, name: str) -> str:
        """Return the secret of the setting ``name``; empty when there is none."""

    def set(self, name: str, value: str) -> None:
        """Keep ``value`` for the setting ``name``; an empty value forgets it."""


class EventSource(Protocol):
    """Stripe as a stream of notices."""

    def server_time(self) -> int:
        """Return Stripe's own time, Unix seconds UTC."""

    def events(self, since_at: int, until_at: int, types: Sequence[str]) -> Iterator[list[Event]]:
        """Yield pages of the events in ``[since_at, until_at)``; order inside the slice is not promised."""

    def backfill(self, since_at: int, until_at: int) -> Iterator[list[Event]]:
        """Yield made-up events for objects created in ``[since_at, until_at)``, listed by the object end-points.

        Used where the events themselves are gone (older than 30 days). Ids start with ``backfill_`` and are the same
        each time, so that listing twice adds nothing.
        """

    def balance_transactions(self, since_at: int, until_at: int) -> Iterator[list[BalanceTransaction]]:
        """Yield pages of all balance transactions created in ``[since_at, until_at)``."""

    def balance(self) -> dict[str, Money]:
        """Return Stripe's balance by currency: available, pending and reserved together."""


class ObjectReader(Protocol):
    """Stripe as it is now, re-read at our pinned API version."""

    def read(self, subject: Subject) -> StripeFacts | None:
        """Return what a decision about ``subject`` needs, or ``None`` when it leads to nothing that moves money.

        Raises:
            NeedsPerson: When the answer is not what Stripe documents; the message names the field.
        """


@dataclass(frozen=True, slots=True)
class Permission:
    """One right of the Stripe key, or one business object of SYSPRO, as a probe found it."""

    name: str
    """What was probed."""
    needed_for: str
    """What stops working without it."""
    granted: bool
    """Whether it answered."""
    message: str = ""
    """What it answered, in words; empty when all is well."""


class Probe(Protocol):
    """A live test of a connection."""

    def probe(self) -> Sequence[Permission]:
        """Try every right or object that the product uses; never changes anything."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """SYSPRO took the document.

    Attributes:
        erp_key: SYSPRO's key; empty where a clean import does not return one (it is looked up then).
        exchange: What was sent and received, secrets left out.
        warnings: What SYSPRO remarked.
    """

    erp_key: str
    exchange: Exchange
    warnings: tuple[str, ...] = ()


class TargetSession(Protocol):
    """One logon at SYSPRO, used for a batch."""

    def find(self, documents: Sequence[Document]) -> Mapping[int, tuple[ErpRow, ...]]:
        """Return, by document id, the SYSPRO rows that carry the document's reference; one query for many."""

    def post(self, document: Document) -> Accepted:
        """Send one document.

        Raises:
            Transient: Not delivered, so nothing was done.
            Unavailable: Session, seat, licence or period not available, so nothing was done.
            NeedsPerson: Refused, so nothing was done.
            InDoubt: Sent, but no answer that can be trusted.
        """

    def read_back(self, documents: Sequence[Document]) -> Mapping[int, tuple[Discrepancy, ...]]:
        """Read what was written and compare; a document that agrees has an empty tuple."""


class DocumentTarget(Protocol):
    """SYSPRO as the place where documents go."""

    def session(self) -> AbstractContextManager[TargetSession]:
        """Log on, alone, and log off at the end.

        Raises:
            Unavailable: When no seat is free.
            Misconfigured: When operator, password or company are refused.
        """


class ErpSession(Protocol):
    """One reading session at SYSPRO."""

    def customer(self, code: str) -> ErpCustomer | None:
        """Return the customer with exactly this stored code."""

    def customers_by_email(self, email: str) -> Sequence[ErpCustomer]:
        """Return the customers with this e-mail address, capitals ignored as far as SYSPRO can."""

    def customers_by_tax_number(self, number: str) -> Sequence[ErpCustomer]:
        """Return the customers with exactly this company tax number."""

    def stock(self, codes: Sequence[str]) -> Mapping[str, StockItem]:
        """Return those of ``codes`` that exist."""

    def open_invoice(self, number: str) -> OpenInvoice | None:
        """Return the AR document with this stored number if it has a balance."""

    def clearing(self, ledger_codes: Mapping[str, str]) -> Mapping[str, Money]:
        """Return, by Stripe currency, the balance of the clearing ledger code in that currency."""

    def receipts(self, references: Sequence[str]) -> Mapping[str, int]:
        """Return, by reference, the minor units of the AR receipts that carry it, read out of SYSPRO."""


class ErpReader(Protocol):
    """SYSPRO as a source of facts: through e.net, or through SQL."""

    def session(self) -> AbstractContextManager[ErpSession]:
        """Open a reading session and close it at the end."""


# ---------------------------------------------------------------- our own store


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

    def postpone(self, subject: Subject, problem: Problem, *, due_at: int | None, now: int) -> None:
        """Keep the subject's events for ``due_at``; ``None`` sets them aside for a person."""


class Outbox(Protocol):
    """Decisions and the documents they made. Every method is one transaction."""

    def apply(self, decision: Decision, facts: Facts, subject: Subject, now: int) -> None:
        """Store facts, decision, links and documents, and finish the subject's events.

        A document whose key exists: same body, nothing; another body, replaced while nothing has reached SYSPRO, else
        a discrepancy (unless it is made ``once``).
        """

    def claim(self, company: str, limit: int, now: int) -> list[Document]:
        """Turn up to ``limit`` due lane heads from pending to posting, commit, and return them in order."""

    def settle(self, document: Document, settlement: Settlement, now: int) -> None:
        """Record the attempt and move the document; posted ones get their link.

        Raises:
            IllegalTransitionError: When the state machine has no such step.
        """

    def recover(self, due_at: int, now: int) -> int:
        """Turn every posting document into one in doubt, to be looked up at ``due_at``; return how many."""

    def in_doubt(self, company: str, limit: int, now: int) -> list[Document]:
        """Return documents in doubt whose look-up is due."""

    def unverified(self, company: str, limit: int) -> list[Document]:
        """Return posted documents that were not read back yet."""

    def verified(self, document: Document, discrepancies: Sequence[Discrepancy], now: int) -> None:
        """Record the read-back and open, or close, its discrepancies."""

    def get(self, document_id: int) -> Document | None:
        """Return one document."""

    def counts(self) -> Mapping[State, int]:
        """Return how many documents are in each state."""

    def release(self, document_id: int, *, reason: str, now: int) -> None:
        """Turn a parked or held document into a pending one, due now."""

    def cancel(self, document_id: int, *, reason: str, now: int) -> None:
        """Turn a parked or held document into a cancelled one."""


class Links(Protocol):
    """Stripe ids and the SYSPRO keys they stand for."""

    def find(self, company: str, kind: str, stripe_id: str) -> Link | None:
        """Return the link, or ``None``."""


class Ledger(Protocol):
    """Stripe's balance transactions as we have stored them, and the outcome of each of their legs."""

    def store(self, transactions: Sequence[BalanceTransaction], now: int) -> int:
        """Insert or update; return how many were new."""

    def undecided_sources(self, limit: int) -> list[BalanceTransaction]:
        """Return charges and payments in the ledger whose source was never decided: missed by the events."""


class Allowance(Protocol):
    """How many reads Stripe has seen from us."""

    def count(self, reads: int, now: int) -> None:
        """Add ``reads`` to today's count."""

    def used(self, now: int) -> int:
        """Return the reads of the last 30 days."""
