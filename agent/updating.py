"""An update of the installed program that cannot lose work. May import everything but ``gui``.

Each version stands in a folder of its own, and the service points to one of them; so the old version is whole until
the new one works. In this order: the engine finishes what is in hand and stops; every database is copied; the service
points to the new version; the new version migrates and examines the databases; the engine starts. What goes wrong on
the way puts the old version and the copies back. A journal says how far it came, so that an update that was killed is
put back by whoever finds it; the service points to the new version before anything is migrated, so that a machine that
restarts in the middle works as well, with either.

Once an engine of the new version had the right to post, nothing is put back: it may have posted. That holds also where
the machine restarted in the middle and started that engine by itself. Two updates at a time are one too many: each
would take the other's journal for one that was broken off.
"""

import json
import os
import re
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from enum import IntEnum
from pathlib import Path

from filelock import FileLock, Timeout

from agent.domain.errors import AgentError, Misconfigured, Problem
from agent.domain.hosting import Gravity, ServiceState
from agent.domain.releases import newer
from agent.files import remove_patiently, write_whole
from agent.pairs import DATABASE, HOME_VARIABLE, pairs_of
from agent.ports import MachineLog, ServiceControl
from agent.store import Store
from agent.store.lease import holder_in
from agent.store.migrations import copy_to

#: Says how far an update has come; below the installation's folder, and gone when it has ended.
JOURNAL = "update.json"

#: Folder of the copies, below the installation's folder; a folder an update.
COPIES = "before-update"

#: Held by the one update that is on its way.
LOCK = "update.lock"

#: Times the databases' size that has to be free on their disk: for our copy, for the one that a migration makes, and
#: for what SQLite writes while it migrates or puts back; and what is left free in any case, in bytes.
_ROOM, _LEFT_FREE = 3, 100 * 10**6

#: The home folder in the command line of a service.
_HOME = re.compile(r'--home (?:"([^"]*)"|(\S+))')

#: Seconds that the new engine gets to give its first sign of life.
_FIRST_SIGN_S = 90


class Stage(IntEnum):
    """How far an update has come; each is written down before what it names begins."""

    STOPPING = 1
    COPYING = 2
    SWITCHING = 3
    MIGRATING = 4
    STARTING = 5


@dataclass(frozen=True, slots=True)
class Journal:
    """What has to be known to put an update back.

    Attributes:
        before: Version that was installed.
        after: Version that is to be.
        line: Command line of the service before.
        was_running: Whether the service ran before.
        stage: How far it has come.
    """

    before: str
    after: str
    line: str
    was_running: bool
    stage: Stage


class Updater:
    """Updates one installation, or puts a broken-off update back.

    Args:
        root: The installation's own folder.
        service: The service of this machine.
        log: The log of this machine.
        examine: Opens and examines the database of one home with the new version; raises when it does not like it.
        first_sign_s: Seconds that the new engine gets.
        free: Bytes that are free on the disk of a folder.
    """

    def __init__(
        self, root: Path, service: ServiceControl, log: MachineLog, *,
        examine: Callable[[Path], None] | None = None, first_sign_s: float = _FIRST_SIGN_S,
        free: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free,
    ) -> None:  # fmt: skip
        self._root = root
        self._service = service
        self._log = log
        self._examine = examine or examined
        self._first_sign_s = first_sign_s
        self._free = free

    def update(self, before: str, after: str, line: str) -> None:
        """Bring the installation from version ``before`` to ``after``, whose service has the command line ``line``.

        Raises:
            Misconfigured: When it is a downgrade, the service works for another folder, an update is on its way or the
                disk has no room: nothing was touched then. Or when it did not succeed; the old version runs again then.
        """
        _refuse_downgrade(before, after)
        _refuse_another_home(self._service.line(), self._root)
        with self._alone():
            # Where the new version had begun to work when its update was broken off, that has put it in order.
            if self._put_back() != after:
                self._update(before, after, line)

    def _update(self, before: str, after: str, line: str) -> None:
        self._refuse_without_room()
        running = self._service.state() in {ServiceState.RUNNING, ServiceState.STARTING}
        journal = Journal(before, after, self._service.line(), running, Stage.STOPPING)
        with self._or_put_back(journal):
            self._reach(journal, Stage.STOPPING)
            self._service.stop()
            self._reach(journal, Stage.COPYING)
            self._copy(journal)
            self._reach(journal, Stage.SWITCHING)
            self._service.point_to(line)
            self._reach(journal, Stage.MIGRATING)
            for home in self._homes():
                self._examine(home)
            self._reach(journal, Stage.STARTING)
            if running:
                self._service.start()
                self._wait_for_signs()
        remove_patiently(self._root / JOURNAL)
        self._forget_older(journal)
        self._log.tell(Gravity.NOTE, f"Version {before} was updated to {after}. The databases of before are kept.")

    def put_back(self) -> str:
        """Put an update back that was broken off; return the version that stands, empty when there was none.

        Raises:
            Misconfigured: When the old version does not start, or an update is on its way.
        """
        with self._alone():
            return self._put_back()

    def _put_back(self) -> str:
        journal = _journal_in(self._root)
        if journal is None:
            return ""
        self._service.stop()
        switched = self._service.line() != journal.line
        # Nothing is migrated before the service points to the new version.
        touched = switched or journal.stage >= Stage.MIGRATING
        if touched and self._has_worked(journal):
            stands = journal.after if switched else journal.before
            self._service.start()
            self._end(f"Version {stands} had begun to work when its update was broken off, so it stays.")
            return stands
        if touched:
            for home, copy in self._copied(journal):
                copy_to(copy, home / DATABASE)
            self._service.point_to(journal.line)
        if journal.was_running:
            self._service.start()
        self._end(f"The update to {journal.after} did not succeed. Version {journal.before} and its data are back.")
        return journal.before

    @contextmanager
    def _or_put_back(self, journal: Journal) -> Iterator[None]:
        """Put the update back when the block raises, whatever it is, and say so."""
        worked, why = False, "an error of the program"
        try:
            yield
            worked = True
        except (AgentError, OSError) as error:
            why = error.problem.message if isinstance(error, AgentError) else str(error.strerror or error)
            stands = self._put_back()
            worked = stands == journal.after
            if not worked:
                raise _was_put_back(journal, why) from error
        finally:
            if not worked and (self._root / JOURNAL).exists():
                self._put_back()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Be the only update of this installation for the length of the block."""
        with ExitStack() as stack:
            try:
                stack.enter_context(FileLock(self._root / LOCK, timeout=0))
            except Timeout as error:
                message = "Another update of this installation is on its way."
                raise Misconfigured(
                    Problem("Updated already", message, "Wait until it has ended.", "update.running")
                ) from error
            yield

    def _refuse_without_room(self) -> None:
        sizes = sum(path.stat().st_size for home in self._homes() for path in home.glob(f"{DATABASE}*"))
        needed, free = _ROOM * sizes + _LEFT_FREE, self._free(self._root)
        if free < needed:
            message = (
                f"The disk of {self._root} has {free // 10**6} MB free, and an update needs {needed // 10**6} MB there "
                "for copies of the databases. Nothing was changed."
            )
            raise Misconfigured(Problem("No room for an update", message, "Free some space on it.", "update.no_room"))

    def _reach(self, journal: Journal, stage: Stage) -> None:
        """Write down what begins now; it is on the disk before it does."""
        write_whole(self._root / JOURNAL, json.dumps({**asdict(journal), "stage": int(stage)}))

    def _copy(self, journal: Journal) -> None:
        for home in self._homes():
            target = self._copy_of(journal, home)
            target.parent.mkdir(parents=True, exist_ok=True)
            remove_patiently(target)
            copy_to(home / DATABASE, target)

    def _copy_of(self, journal: Journal, home: Path) -> Path:
        place = home.relative_to(self._root).as_posix().replace("/", "-").strip(".")
        return self._copies_of(journal) / f"{place or 'main'}.sqlite"

    def _copies_of(self, journal: Journal) -> Path:
        return self._root / COPIES / f"{journal.before}-{journal.after}"

    def _copied(self, journal: Journal) -> list[tuple[Path, Path]]:
        """Return the homes with their copies; a pair that was made after that has none, and is left alone."""
        found = [(home, self._copy_of(journal, home)) for home in self._homes()]
        return [(home, copy) for home, copy in found if copy.is_file()]

    def _forget_older(self, journal: Journal) -> None:
        """Take away the copies of earlier updates: they hold payments, and nobody goes back that far."""
        for folder in (self._root / COPIES).glob("*"):
            if folder != self._copies_of(journal):
                shutil.rmtree(folder, ignore_errors=True)

    def _homes(self) -> list[Path]:
        homes = dict.fromkeys([self._root, *(pair.path for pair in pairs_of(self._root))])
        return [home for home in homes if (home / DATABASE).is_file()]

    def _wait_for_signs(self) -> None:
        """Wait until every engine of a home has taken its right to post, or said why it does not.

        Raises:
            Misconfigured: When the service ended, or none came in time.
        """
        journal, until = _journal_in(self._root), time.monotonic() + self._first_sign_s
        assert journal is not None
        while not self._has_worked(journal):
            if self._service.state() is ServiceState.STOPPED or time.monotonic() > until:
                message = "The engine of the new version does not start."
                raise Misconfigured(Problem("The engine does not start", message, code="update.silent"))
            threading.Event().wait(0.2)

    def _has_worked(self, journal: Journal) -> bool:
        """Return whether an engine has had the right to post since the copies were made."""
        return any(holder_in(home / DATABASE) != holder_in(copy) for home, copy in self._copied(journal))

    def _end(self, sentence: str) -> None:
        remove_patiently(self._root / JOURNAL)
        self._log.tell(Gravity.TROUBLE, sentence)


def broken_off(root: Path) -> str:
    """Return a sentence where an update was broken off and nobody has put it back or finished it; else nothing.

    An update that is on its way starts the engine as its last step, so that an engine that starts before that step was
    reached was started by the machine.
    """
    journal = _journal_in(root)
    if journal is None or journal.stage is Stage.STARTING:
        return ""
    return (
        f"The update from {journal.before} to {journal.after} was broken off. Start its setup program again: it "
        "finishes the update, or puts it back."
    )


def _journal_in(root: Path) -> Journal | None:
    path = root / JOURNAL
    if not path.exists():
        return None
    told = json.loads(path.read_text("utf-8"))
    return Journal(**{**told, "stage": Stage(told["stage"])})


def examined(home: Path) -> None:
    """Open the database of a home, which migrates it, and examine the whole of it.

    Raises:
        Misconfigured: When it cannot be used, or is damaged.
    """
    with Store.open(home / DATABASE) as store:
        store.check()
        store.settings.all()
        store.outbox.counts()


def _refuse_downgrade(before: str, after: str) -> None:
    if newer(before, after):
        message = (
            f"Version {before} is installed, which is newer than {after}; an older program cannot use its database."
        )
        raise Misconfigured(Problem("No way back", message, "Keep the newer version.", "update.downgrade"))


def _refuse_another_home(line: str, root: Path) -> None:
    """Refuse where the service works for another folder: it would go on with an empty one."""
    found = _HOME.search(line)
    home = (found[1] or found[2]) if found else ""
    if home and os.path.normcase(os.path.normpath(home)) != os.path.normcase(os.path.normpath(root)):
        message = f"The service works for {home}, and Setup found {root}. Nothing was changed."
        press = f"Set the variable {HOME_VARIABLE} of the system to {home}, and start Setup again."
        raise Misconfigured(Problem("Another data folder", message, press, "update.another_home"))


def _was_put_back(journal: Journal, why: str) -> Misconfigured:
    message = f"The update to {journal.after} did not succeed: {why} Version {journal.before} and its data are back."
    return Misconfigured(
        Problem("The update was put back", message, "Send us the log, and go on as before.", "update.put_back")
    )
