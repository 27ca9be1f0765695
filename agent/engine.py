"""One run of the engine: take the lease, put what was interrupted in doubt, run the jobs, stop in order.

May import ``agent.domain``, ``agent.ports``, the scheduler and the worker; it is handed the jobs.
"""

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

from agent.ports import Clock, LeaseStore, Marks, Outbox
from agent.scheduler import JobSpec, Scheduler

log = logging.getLogger("agent")

#: Makes the jobs for one turn of the engine and closes what they use at its end.
Build = Callable[["Controls"], AbstractContextManager[Sequence[JobSpec]]]

#: Seconds without a sign of life after which others call the engine silent.
LEASE_TTL_S = 60

#: Seconds between two signs of life.
BEAT_EVERY_S = 10


@dataclass(frozen=True, slots=True)
class Controls:
    """What the jobs may do to the engine that runs them.

    Attributes:
        wake: Runs jobs at once, by name.
        reload: Starts the engine anew with the settings of now.
        stopping: Says whether the engine wants to stop.
        stop: Asks the engine to end.
    """

    wake: Callable[[tuple[str, ...]], None]
    reload: Callable[[], None]
    stopping: Callable[[], bool]
    stop: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Identity:
    """Who this engine is.

    Attributes:
        holder: Unique for each start.
        machine: The machine it runs on.
        company: SYSPRO company it posts to.
        grace_s: Seconds until what was interrupted is looked up.
    """

    holder: str
    machine: str
    company: str
    grace_s: int


class Engine:
    """The engine.

    Args:
        outbox: Documents.
        lease: The right to post.
        marks: Where the jobs' last reports are kept.
        clock: Time of the agent.
    """

    def __init__(self, outbox: Outbox, lease: LeaseStore, marks: Marks, clock: Clock) -> None:
        self._outbox = outbox
        self._lease = lease
        self._marks = marks
        self._clock = clock
        self._stop = threading.Event()
        self._turn = threading.Event()

    def stop(self) -> None:
        """Ask for the end; what is in hand is finished. May be called by a signal."""
        self._stop.set()
        self._turn.set()

    def run(self, who: Identity, build: Build, started: Callable[[], None] = lambda: None) -> None:
        """Run until :meth:`stop` is called; ``build`` makes the jobs, anew after each change of settings.

        Args:
            who: Who this engine is.
            build: Makes the jobs of one turn.
            started: Called once the lease is held.

        Raises:
            Misconfigured: When the lease belongs to another machine.
        """
        with self.holding(who):
            started()
            self._turn.clear()
            # In this order: a stop that comes after the look ends the turn, and one that comes before it is seen.
            while not self._stop.is_set():
                self._one_turn(build)
                self._turn.clear()

    @contextmanager
    def holding(self, who: Identity) -> Iterator[None]:
        """Hold the right to post for the length of the block; what was interrupted before is put in doubt first.

        Raises:
            Misconfigured: When the lease belongs to another machine.
        """
        self._lease.hold(who.holder, who.machine, who.company, now=self._clock.now(), ttl_s=LEASE_TTL_S)
        try:
            self.recover(who.grace_s)
            log.info("engine started", extra={"machine": who.machine, "company": who.company})
            yield
        finally:
            self._lease.release()
            log.info("engine stopped", extra={"machine": who.machine})

    def recover(self, grace_s: int) -> int:
        """Put in doubt what an earlier engine was sending when it ended; return how many documents."""
        now = self._clock.now()
        recovered = self._outbox.recover(now + grace_s, now)
        if recovered:
            log.warning("documents in doubt after an interruption", extra={"documents": recovered})
        return recovered

    def _one_turn(self, build: Build) -> None:
        scheduler: Scheduler | None = None

        def wake(names: tuple[str, ...]) -> None:
            if scheduler is not None:
                for name in names:
                    scheduler.wake(name)

        controls = Controls(wake=wake, reload=self._turn.set, stopping=self._turn.is_set, stop=self.stop)
        with build(controls) as specs:
            scheduler = Scheduler(specs, marks=self._marks, clock=self._clock, stopping=self._turn.is_set)
            scheduler.start()
            try:
                # A wait without a limit would not let Windows deliver a console signal to the main thread.
                while not self._turn.wait(timeout=1.0):
                    scheduler.mind_the_clock()
            finally:
                scheduler.stop()
