"""SYSPRO's tables, read in bulk: for the catalogue, the customers, the prices and the portal.

Two implementations, chosen by the setting ``syspro.reader``: read-only SQL, and e.net's COMFND. Both convert their
library's errors into ``agent.domain.errors`` at their own boundary; every method may raise

* ``Transient``: nothing answers, or it stopped in the middle; what was yielded before counts;
* ``Misconfigured``: server, login, database, or a table or column that is not there, by name;
* ``NeedsPerson``: a row that cannot be read, by its key.
"""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Protocol, TypeVar

from agent.domain.erp import CodeList, CodeRow, Feed, Key, LedgerRow, Page, StampPage
from agent.domain.prices import Asked, SysproPrice

R = TypeVar("R")


class TableSession(Protocol):
    """SYSPRO's tables while a session is open; belongs to one thread."""

    def tells_changes(self) -> bool:
        """Return whether :meth:`changes` yields what changed alone.

        If not (e.net, or a read-only copy of the database), every reading yields all rows, and the caller tells by
        :func:`agent.domain.erp.content_hash` what changed.
        """

    def changes(self, feed: Feed[R], after: bytes = b"") -> Iterator[Page[R]]:
        """Yield what changed since the watermark ``after``, page by page; the last page may be empty.

        Rows that a transaction still holds come in a later reading, after it has ended: none is lost. Within one chain
        of watermarks each state of a row comes at most once; a row that changes twice between two readings comes once,
        as it is. Deletions are not seen: see :meth:`keys`. Nothing stays open or locked at the server between pages,
        so a page may be worked on for hours.

        Args:
            feed: What to read.
            after: Watermark of the last page that was done with; empty reads everything, also anew at any time: after
                SYSPRO's database was restored, or when other fields of a custom form are set to be read.
        """

    def keys(self, feed: Feed[R]) -> Iterator[tuple[Key, ...]]:
        """Yield the keys of all rows, page by page, each once, in SYSPRO's own order.

        What was there before the first page and is not among them has been deleted.
        """

    def stamps(self, feed: Feed[R]) -> Iterator[StampPage] | None:
        """Yield key and version of all rows, page by page, each once, in SYSPRO's own order; ``None`` without versions.

        SQL Server gives a row another version whenever it is written, so that equal versions are equal rows; a
        read-only copy has those of the original. What is not among them has been deleted.
        """

    def rows(self, feed: Feed[R], field: str, values: Sequence[str]) -> Sequence[R]:
        """Return the rows whose ``field`` is one of ``values``, exactly as stored, in the order of their keys.

        Args:
            feed: What to read.
            field: One of ``feed.lookups``.
            values: What is looked for; customer codes and invoice numbers may come without their leading zeros. Empty
                ones, and those that SYSPRO cannot store, match nothing.
        """

    def between(
        self, feed: Feed[R], first: date, last: date, field: str = "", values: Sequence[str] = ()
    ) -> Sequence[R]:
        """Return the rows of ``feed`` whose day lies between both days, both included, in the order of their keys.

        Args:
            feed: One of payments, invoices and ledger entries.
            first: First day.
            last: Last day.
            field: One of ``feed.lookups``, where only some rows are wanted; empty for all of the days.
            values: What ``field`` may be, as for :meth:`rows`.
        """

    def codes(self, which: CodeList) -> Sequence[CodeRow]:
        """Return the codes of a list, by code."""

    def ledger_codes(self) -> Sequence[LedgerRow]:
        """Return the ledger codes of the company's ledger, by code."""


class ErpTables(Protocol):
    """SYSPRO's tables, read in bulk; ``ErpReader`` answers single questions about a payment instead."""

    def session(self) -> AbstractContextManager[TableSession]:
        """Open a session and close it at the end; an e.net one logs on, alone in this process."""

    def companies(self) -> Sequence[str]:
        """Return the ids of all companies of the site; none where this way of reading does not tell (e.net)."""

    def close(self) -> None:
        """Close all connections."""


class PriceAuthority(Protocol):
    """SYSPRO as the only sure source of a price (SORRSL); raises as the tables do."""

    def ask(self, questions: Sequence[Asked]) -> Sequence[SysproPrice]:
        """Return what SYSPRO would charge, an answer a question in their order; a refusal is an answer.

        Raises:
            Unavailable: When the object is not licensed, or no session is free.
        """

    def close(self) -> None:
        """Close all connections."""
