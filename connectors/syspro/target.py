"""SYSPRO as the place where documents go (``agent.ports.DocumentTarget``)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from agent.domain.attempts import Discrepancy, ErpRow
from agent.domain.documents import Document
from agent.domain.settings import Values
from agent.ports import Accepted, Clock, SecretStore
from connectors.syspro.finding import Finder
from connectors.syspro.posting import Poster
from connectors.syspro.reading_back import ReadBack
from connectors.syspro.session import Access, EnetSession, Remark
from connectors.syspro.tables import readable


class SysproTarget:
    """Posts documents through e.net business objects.

    Args:
        values: The settings in force.
        secrets: Where the passwords are.
        clock: Dates the remarks about sessions.
    """

    def __init__(
        self, values: Values, secrets: SecretStore, clock: Clock, *, told: Callable[[int], None] = lambda _: None
    ) -> None:
        self._values = values
        self._access = Access(values, secrets, clock, told)

    @contextmanager
    def session(self) -> "Iterator[SysproTargetSession]":
        """Log on, alone in this process, and log off at the end.

        Raises:
            Unavailable: When no seat is free, or another session of ours does not end in time.
            Misconfigured: When operator, password or company are refused, or the address cannot be used.
            Transient: When the service cannot be reached.
        """
        with self._access.session() as session:
            yield SysproTargetSession(session, self._values)

    def close(self) -> None:
        """Close the connections to the service."""
        self._access.close()


class SysproTargetSession:
    """One logon, used for a batch (``agent.ports.TargetSession``)."""

    def __init__(self, session: EnetSession, values: Values) -> None:
        self._session = session
        self._finder = Finder(session, values)
        self._poster = Poster(session, self._finder, values)
        self._read_back = ReadBack(session, values)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What happened to the session itself so far: evictions and the like."""
        return tuple(self._session.remarks)

    def find(self, documents: Sequence[Document]) -> Mapping[int, tuple[ErpRow, ...]]:
        """Return, by document id, the SYSPRO rows that carry the document's reference.

        A document has no entry where nothing was found and that does not prove that it is absent.

        Raises:
            Transient: When SYSPRO cannot be searched; nothing is known about any document then.
        """
        with readable():
            return self._finder.find(documents)

    def post(self, document: Document) -> Accepted:
        """Send one document, exactly once.

        Raises:
            Transient: Not delivered, so nothing was done.
            Unavailable: Session, seat, licence or period not available, so nothing was done.
            NeedsPerson: Refused, so nothing was done.
            InDoubt: Sent, but no answer that can be trusted.
        """
        return self._poster.post(document)

    def read_back(self, documents: Sequence[Document]) -> Mapping[int, tuple[Discrepancy, ...]]:
        """Read what was written and compare; a document that agrees has an empty tuple.

        Raises:
            Transient: When it cannot be read.
        """
        with readable():
            return self._read_back.compare(documents)
