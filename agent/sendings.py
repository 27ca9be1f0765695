"""How a restored database is noticed: by what was noted outside it, and by what SYSPRO has that it never sent.

A small file beside the database and one in the machine's own folder hold number and hash of an audit row that was there
when something was sent, and the moment. A database without that row is older than what was sent. Two files, because a
backup may be of the database alone or of the whole folder. Where the whole machine was put back they are as old as the
database; then SYSPRO alone knows better. May import ``agent.domain`` and ``agent.ports``.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from agent.domain.documents import Document
from agent.domain.errors import Misconfigured, Problem
from agent.domain.restoring import Noted, Restored, may_have_gone, tells
from agent.files import write_whole
from agent.locks import machine_file
from agent.ports import Clock, Sendings

#: The file beside the database.
SENT = "agent.sent"

_BY_FILES = "the files beside it tell of entries in the cash book that it does not know of"

_TEXT = re.compile(r"(?P<number>\d{1,18}) (?P<hash>[0-9a-f]{64}) (?P<at>\d{1,12})")


def files_of(home: Path) -> tuple[Path, Path]:
    """Return the two files of a home folder."""
    return home / SENT, machine_file("sent", str(home.resolve()), "json")


class NotedSendings:
    """See :class:`agent.ports.NotedSendings`.

    Args:
        store: What the database knows.
        files: Where it is noted outside.
        clock: Time of the agent.

    Raises:
        Misconfigured: When a file cannot be read.
    """

    def __init__(self, store: Sendings, files: tuple[Path, ...], clock: Clock) -> None:
        self._store = store
        self._files = files
        self._clock = clock
        self._compare()

    def suspicion(self, document: Document) -> Restored | None:
        """Return the restore before which a document may have been sent, unless a person was asked about it since."""
        restored = self._store.restored()
        if restored is None or not may_have_gone(document, restored):
            return None
        return None if self._store.asked(document.id, restored.found_at) else restored

    def adopted(self, document: Document) -> None:
        """Take a document that SYSPRO had before it was ever sent for a sign, once for all that a restore explains."""
        known = self._store.restored()
        explained = known is not None and may_have_gone(document, known)
        if tells(document) and not explained and not self._store.tried(document.id):
            reference = document.draft.body.reference
            self.older(f"SYSPRO has {document.draft.title or reference} ({reference}), which it has never sent")

    def older(self, sign: str) -> None:
        """Remember that the database is older than what was sent; what moved up to now may have been."""
        now = self._clock.now()
        self._store.was_restored(Restored(now, now, sign), now)

    def note(self) -> None:
        """Note that something is about to be sent.

        Raises:
            Misconfigured: When a file cannot be written: nothing may be sent then.
        """
        noted = self._store.note(self._clock.now())
        for path in self._files:
            _write(path, f"{noted.number} {noted.hash} {noted.at}\n")

    def _compare(self) -> None:
        noted, now = list(self._noted()), self._clock.now()
        unknown = [now if one is None else one.at for one in noted if one is None or not self._store.knows(one)]
        if not noted and self._store.ever_noted():
            unknown = [now]  # the database came here without its files
        if unknown:
            self._store.was_restored(Restored(max(unknown), now, _BY_FILES), now)
            # From here on the files and this database agree again.
            self.note()

    def _noted(self) -> Iterator[Noted | None]:
        for path in self._files:
            text = _read(path)
            if text:
                yield _parsed(text)


def _parsed(text: str) -> Noted | None:
    found = _TEXT.fullmatch(text.strip())
    return None if found is None else Noted(int(found["number"]), found["hash"], int(found["at"]))


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8") if path.exists() else ""
    except OSError as error:
        raise _unusable(path, error) from error


def _write(path: Path, text: str) -> None:
    try:
        write_whole(path, text)
    except OSError as error:
        raise _unusable(path, error) from error


def _unusable(path: Path, error: OSError) -> Misconfigured:
    why = error.strerror or type(error).__name__
    message = (
        f"{path} cannot be used: {why}. It says what was sent to the cash book, so nothing is sent there meanwhile."
    )
    return Misconfigured(
        Problem("A file cannot be used", message, "Let the agent's account write it.", "sent.unusable")
    )
