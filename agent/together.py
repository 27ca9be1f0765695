"""The engines of all pairs of an installation in one process: each in a thread of its own, none in another's way.

One process, because SYSPRO ends an operator's session when the operator logs on a second time: inside one process the
pairs take turns, also across companies. Like ``agent.bootstrap`` it may import everything but ``gui``.
"""

import threading
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, ExitStack
from functools import partial
from pathlib import Path
from typing import NamedTuple

from agent.bootstrap import Home, new_engine, run_engine
from agent.domain.errors import AgentError, Misconfigured, NeedsPerson, Problem
from agent.domain.reports import JobReport
from agent.engine import Engine
from agent.locks import RUN_LOCK, RUNNING, only_one
from agent.pairs import MAIN, Pair, pairs_of
from agent.ports import Clock, Marks
from agent.worker import Worker, record


class Pauses(NamedTuple):
    """How often the pairs are looked at.

    Attributes:
        look_s: Seconds between two looks at which pairs there are.
        again_s: Seconds until a pair whose engine has ended by itself is started again.
    """

    look_s: float = 2
    again_s: float = 60


_PAUSES = Pauses()

#: Opens the home of a pair.
OpenHome = Callable[[Path], AbstractContextManager[Home]]


class Together:
    """The engines of an installation.

    Args:
        root: The installation's own folder.
        open_home: Opens the home of one pair.
        clock: Time of the agent.
        only: Name of the one pair to run; empty for all.
        pauses: How often they are looked at.
        tell: Told once of each trouble that ended the engine of a pair while those of others work.
    """

    def __init__(
        self, root: Path, open_home: OpenHome, clock: Clock, *, only: str = "", pauses: Pauses = _PAUSES,
        tell: Callable[[str, Problem], None] = lambda _pair, _problem: None,
    ) -> None:  # fmt: skip
        self._root = root
        self._open_home = open_home
        self._clock = clock
        self._only = only
        self._pauses = pauses
        self._tell = tell
        self._told: dict[str, str] = {}
        self._engines: dict[str, _PairEngine] = {}
        self._stop = threading.Event()
        self._wake = threading.Event()

    def stop(self) -> None:
        """Ask for the end of all engines; what is in hand is finished. May be called by a signal."""
        self._stop.set()
        self._wake.set()

    def run(self) -> None:
        """Run until :meth:`stop` is called, or no engine is left.

        Raises:
            AgentError: When no engine could start at all: what the first pair said.
        """
        with only_one(self._root / RUN_LOCK, self._root):
            try:
                while not self._stop.is_set():
                    self._look()
                    if all(engine.ended for engine in self._engines.values()):
                        break
                    self._tell_of_ended()
                    self._wake.wait(self._pauses.look_s)
                    self._wake.clear()
            finally:
                self._end(list(self._engines.values()))
        troubles = [engine.trouble for engine in self._engines.values() if engine.trouble]
        if troubles and not any(engine.started for engine in self._engines.values()):
            raise troubles[0]

    def _look(self) -> None:
        """Start the engines of pairs that are new, end those of pairs that leave."""
        there = {pair.name: pair for pair in pairs_of(self._root) if self._only in {"", pair.name}}
        # A folder that was just renamed, with the file in it that said so, must not be made again.
        staying = {name for name, pair in there.items() if not pair.leaving and (name == MAIN or pair.path.is_dir())}
        leaving = [engine for name, engine in self._engines.items() if name not in staying]
        self._end(leaving)
        self._engines = {name: engine for name, engine in self._engines.items() if name in staying}
        for name in sorted(staying, key=list(there).index):
            before = self._engines.get(name)
            others_work = any(not engine.ended for engine in self._engines.values())
            if before is None or (others_work and before.ended_before(time.monotonic() - self._pauses.again_s)):
                self._engines[name] = _PairEngine(there[name], self._open_home, self._clock, self._wake.set)

    def _tell_of_ended(self) -> None:
        for name, engine in self._engines.items():
            if engine.started and not engine.ended:
                self._told.pop(name, None)
            trouble = engine.trouble if engine.ended else None
            # It is tried again and again: what is told once stays told until it has worked, or is something else.
            if trouble is not None and self._told.get(name) != trouble.problem.message:
                self._told[name] = trouble.problem.message
                self._tell(name, trouble.problem)

    @staticmethod
    def _end(engines: "list[_PairEngine]") -> None:
        """Ask engines to end, all before the first is waited for."""
        for engine in engines:
            engine.stop()
        for engine in engines:
            engine.join()


class _PairEngine:
    """The engine of one pair in its thread; whatever ends it is kept and ends no other.

    Attributes:
        started: Whether its engine ever had the right to post.
        trouble: What ended it; ``None`` where it was asked to end.
    """

    def __init__(self, pair: Pair, open_home: OpenHome, clock: Clock, ended: Callable[[], None]) -> None:
        self.started = False
        self.trouble: AgentError | None = None
        self._pair = pair
        self._open_home = open_home
        self._clock = clock
        self._tell_ended = ended
        self._ended_at: float | None = None
        self._changing = threading.Lock()
        self._stopping = False
        self._engine: Engine | None = None
        self._thread = threading.Thread(target=self._run, name=f"pair-{pair.name}")
        self._thread.start()

    @property
    def ended(self) -> bool:
        """Whether its thread is at its end."""
        return self._ended_at is not None

    def ended_before(self, moment: float) -> bool:
        """Return whether it ended before a moment of the monotonic clock."""
        return self._ended_at is not None and self._ended_at < moment

    def stop(self) -> None:
        """Ask for its end."""
        with self._changing:
            self._stopping = True
            if self._engine is not None:
                self._engine.stop()

    def join(self) -> None:
        """Wait for its end."""
        self._thread.join()

    def _run(self) -> None:
        try:
            with ExitStack() as stack:
                found: list[Home] = []

                def opened() -> JobReport:
                    found.append(stack.enter_context(self._open_home(self._pair.path)))
                    return JobReport()

                self._guarded(opened, _Nowhere())
                for home in found:
                    self._guarded(partial(self._serve, home), home.store.marks)
        finally:
            self._ended_at = time.monotonic()
            self._tell_ended()

    def _guarded(self, job: Callable[[], JobReport], marks: Marks) -> None:
        """Do something inside the one place that catches everything (``agent.worker``)."""

        def noting() -> JobReport:
            try:
                return job()
            except AgentError as error:
                self.trouble = error
                if error.problem.code == RUNNING:
                    return JobReport()  # the engine that runs is well, and so is what it keeps in the database
                raise

        worker = Worker("engine", noting, marks=marks, clock=self._clock, after=_nobody, stopping=lambda: False)
        report = worker.once()
        if report.problem and self.trouble is None:
            self.trouble = NeedsPerson(report.problem)

    def _serve(self, home: Home) -> JobReport:
        engine = new_engine(home)
        with self._changing:
            self._engine = engine
            if self._stopping:
                return JobReport()

        def started() -> None:
            # Whoever removes the pair has waited for the lock that is held now.
            if self._pair.leaving:
                raise _leaving(self._pair)
            self.started = True
            record(home.store.marks, "engine", JobReport(), self._clock.now())

        run_engine(home, engine, started)
        return JobReport()


class _Nowhere:
    """Marks of a home that could not be opened: its trouble is in the log, and whoever opens it meets it again."""

    def get(self, _name: str) -> str:
        """Return nothing."""
        return ""

    def set(self, _name: str, _value: str, _now: int) -> None:
        """Keep nothing."""

    def set_all(self, _values: Mapping[str, str], _now: int) -> None:
        """Keep nothing."""


def _nobody(_name: str, _report: JobReport) -> None:
    return


def _leaving(pair: Pair) -> Misconfigured:
    message = f"The pair {pair.name} is being removed, so no engine starts for it."
    return Misconfigured(Problem("The pair is being removed", message, code="pair.leaving"))
