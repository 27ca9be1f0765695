"""When each job runs: every so many seconds, and at once when a job before it left something to do."""

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger

from agent.domain.reports import JobReport
from agent.ports import Clock, Marks
from agent.worker import Worker

log = logging.getLogger("agent")

#: Seconds by which a clock is put right without anybody noticing.
_PUT_BACK_S = 5


@dataclass(frozen=True, slots=True)
class JobSpec:
    """One job of the engine.

    Attributes:
        name: Its name.
        run: Does one round.
        every_s: Seconds between two runs.
        wakes: Jobs that run at once when a round moved something on.
        after_problem_s: Seconds until the next run after a round that a problem ended; ``None`` is as ever.
        first_after_s: Seconds after the start until its first run.
    """

    name: str
    run: Callable[[], JobReport]
    every_s: int
    wakes: tuple[str, ...] = ()
    first_after_s: int = 0
    after_problem_s: int | None = None


class Scheduler:
    """The jobs on APScheduler: coalesced, one instance each.

    Args:
        specs: The jobs.
        marks: Where the workers keep their last reports.
        clock: Time of the agent.
        stopping: Says whether the engine wants to stop.
    """

    def __init__(self, specs: Sequence[JobSpec], *, marks: Marks, clock: Clock, stopping: Callable[[], bool]) -> None:
        self._specs = {spec.name: spec for spec in specs}
        self._clock = clock
        self._seen_at = clock.now()
        self._changing = threading.Lock()
        self._stopped = False
        self._every_s = {spec.name: spec.every_s for spec in specs}
        # Two instances to APScheduler: the second only leaves a note for the running one and returns (see Worker.run).
        defaults = {"coalesce": True, "max_instances": 2, "misfire_grace_time": None}
        # Log lines name the thread, so that those of several pairs in one process can be told apart.
        named = {"thread_name_prefix": threading.current_thread().name}
        executor = ThreadPoolExecutor(len(specs) * 2, pool_kwargs=named)
        self._scheduler = BackgroundScheduler(executors={"default": executor}, job_defaults=defaults, timezone=UTC)
        for spec in specs:
            worker = Worker(
                spec.name,
                spec.run,
                marks=marks,
                clock=clock,
                after=self._after,
                stopping=stopping,
                pause_s=partial(self._pause_s, spec),
            )
            self._scheduler.add_job(
                worker.run,
                IntervalTrigger(seconds=spec.every_s, timezone=UTC),
                id=spec.name,
                next_run_time=datetime.fromtimestamp(datetime.now(UTC).timestamp() + spec.first_after_s, UTC),
            )

    def start(self) -> None:
        """Start the clockwork."""
        self._scheduler.start()

    def stop(self) -> None:
        """Stop the clockwork and wait for the rounds in hand."""
        with self._changing:
            self._stopped = True
        self._scheduler.shutdown(wait=True)

    def wake(self, name: str) -> None:
        """Run a job at once; one that does not run now, or any after the end, is left alone."""
        with self._at_work(name) as at_work:
            if at_work:
                self._scheduler.modify_job(name, next_run_time=datetime.now(UTC))

    def mind_the_clock(self) -> None:
        """Run every job at once where the machine's clock was put back; to be called every second or so.

        A next run is a moment of that clock: put back by a day, nothing would be read or posted for a day.
        """
        now = self._clock.now()
        was_put_back = now < self._seen_at - _PUT_BACK_S
        self._seen_at = now
        if was_put_back:
            log.warning("the clock was put back", extra={"jobs": len(self._specs)})
            for name in self._specs:
                self.wake(name)

    def _after(self, name: str, report: JobReport) -> None:
        spec = self._specs[name]
        every_s = self._pause_s(spec, report)
        if every_s != self._every_s[name]:
            self._run_every(name, every_s)
        if report.done:
            for follower in spec.wakes:
                self.wake(follower)

    def _pause_s(self, spec: JobSpec, report: JobReport) -> int:
        """Return the pause that follows a round."""
        if spec.after_problem_s is not None:
            return spec.after_problem_s if report.problem else spec.every_s
        return report.next_in_s or self._every_s[spec.name]

    def _run_every(self, name: str, every_s: int) -> None:
        self._every_s[name] = every_s
        with self._at_work(name) as at_work:
            if at_work:
                self._scheduler.reschedule_job(name, trigger=IntervalTrigger(seconds=every_s, timezone=UTC))

    @contextmanager
    def _at_work(self, name: str) -> Iterator[bool]:
        """Say whether a job may be changed, and keep it so.

        While APScheduler shuts down it waits for the rounds in hand, with a lock that each change of a job needs: a
        round that changed one then would wait for ever.
        """
        with self._changing:
            yield not self._stopped and name in self._specs
