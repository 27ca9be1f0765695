"""Ports of what is sent to where SYSPRO cannot be searched: a restored database must not send it a second time."""

from typing import Protocol

from agent.domain.documents import Document
from agent.domain.restoring import Noted, Restored


class Sendings(Protocol):
    """What the database knows of such sendings."""

    def note(self, now: int) -> Noted:
        """Note a sending so that no loss of power takes the note away; return what proves it."""

    def knows(self, noted: Noted) -> bool:
        """Say whether this database has that note."""

    def ever_noted(self) -> bool:
        """Say whether it has any."""

    def restored(self) -> Restored | None:
        """Return the latest restore that was noticed."""

    def was_restored(self, restored: Restored, now: int) -> None:
        """Remember a restore."""

    def tried(self, document_id: int) -> bool:
        """Say whether sending a document was ever tried, as far as the database knows."""

    def asked(self, document_id: int, since_at: int) -> bool:
        """Say whether a person was asked about a document since then, because of a restore."""


class NotedSendings(Protocol):
    """The same with what is noted outside the database."""

    def suspicion(self, document: Document) -> Restored | None:
        """Return the restore before which a document may have been sent, unless a person was asked about it since."""

    def adopted(self, document: Document) -> None:
        """Tell that SYSPRO had a document before it was sent: a sign of a restore, unless the database knows why."""

    def older(self, sign: str) -> None:
        """Remember that the database is older than what was sent, as ``sign`` shows."""

    def note(self) -> None:
        """Note that something is about to be sent.

        Raises:
            Misconfigured: When that cannot be noted: nothing may be sent then.
        """
