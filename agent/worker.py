"""Runs one job again and again: never twice at once, its result recorded, its trouble said.

The only place that catches everything: a bug in one job must not stop the engine, and must not be lost either.
"""

import json
import logging
import threading
import traceback
from collections.abc import Callable
from dataclasses import asdict

from agent.domain.errors import AgentError, Problem
from agent.domain.reports import JobReport
from agent.ports import Clock, Marks

log = logging.getLogger("agent")

#: A round that moved nothing and has no news is kept only so often: whoever watches the database would never rest.
_KEEP_EVERY_S = 60

#: Most rounds that one call makes while a job says that there is more; the scheduler calls again.
_MOST_ROUNDS = 1000


class Worker:
    """One job as the engine runs it.

    Args:
        name: Name of the job.
        job: Does one round and reports.
        marks: Where the last report is kept.
        clock: Time of the agent.
        after: Told the report of each round; wakes the jobs that follow.
        stopping: Says whether the engine wants to stop.
        pause_s: Seconds from the start of a round that ended with this report to the next; 0 where nobody knows.
    """

    def __init__(  # noqa: PLR0913 - each is named at the one place that calls it
        self,
        name: str,
        job: Callable[[], JobReport],
        *,
        marks: Marks,
        clock: Clock,
        after: Callable[[str, JobReport], None],
        stopping: Callable[[], bool],
        pause_s: Callable[[JobReport], int] = lambda _: 0,
    ) -> None:
        self.name = name
        self._job = job
        self._marks = marks
        self._clock = clock
        self._after = after
        self._stopping = stopping
        self._pause_s = pause_s
        self._mutex = threading.Lock()
        self._wanted = False
        self._running = False
        self._kept: tuple[int, Problem | None] | None = None

    def run(self) -> None:
        """Run rounds until the job has no more; a call during a run asks that run for one more round."""
        with self._mutex:
            self._wanted = True
            if self._running:
                return
            self._running = True
        for _ in range(_MOST_ROUNDS):
            if not self._take():
                return
            report = self.once()
            self._tell(report)
            if report.more:
                self._want()
        with self._mutex:
            self._running = False

    def once(self) -> JobReport:
        """Do one round and record what came of it."""
        started_at = self._clock.now()
        report = self._caught(self._job)
        self._record(report, started_at)
        return report

    def _caught(self, work: Callable[[], JobReport]) -> JobReport:
        """Do a piece of work and return its report, also where it met trouble or a bug."""
        try:
            return work()
        except AgentError as error:
            return JobReport.of(error)
        except Exception as error:  # noqa: BLE001 - the one place that may: recorded, shown, and the engine goes on
            return JobReport(problem=_bug(self.name, error))

    def _beside(self, work: Callable[[], None], trouble: str) -> None:
        """Do what goes with a round; a job that ended there would never run again, so trouble is said and left."""

        def done() -> JobReport:
            work()
            return JobReport()

        problem = self._caught(done).problem
        if problem is not None:
            log.warning(trouble, extra={"job": self.name, "code": problem.code})

    def _want(self) -> None:
        with self._mutex:
            self._wanted = True

    def _take(self) -> bool:
        with self._mutex:
            if not self._wanted or self._stopping():
                self._running = False
                return False
            self._wanted = False
            return True

    def _tell(self, report: JobReport) -> None:
        self._beside(lambda: self._after(self.name, report), "jobs that follow not woken")

    def _record(self, report: JobReport, started_at: int) -> None:
        # Where it is not kept, the next round keeps its own.
        self._beside(lambda: self._keep(report, started_at), "report of a job not kept")
        if report.problem:
            log.warning("job stopped early", extra={"job": self.name, "code": report.problem.code})
        elif report.done:
            log.info("job done", extra={"job": self.name, "done": report.done})

    def _keep(self, report: JobReport, started_at: int) -> None:
        if self._is_news(report, started_at):
            record(self._marks, self.name, report, started_at, every_s=self._pause_s(report))
            self._kept = started_at, report.problem

    def _is_news(self, report: JobReport, started_at: int) -> bool:
        if self._kept is None or report.done:
            return True
        kept_at, problem = self._kept
        # A clock that was put back makes the age negative; then it is kept as well.
        return report.problem != problem or not 0 <= started_at - kept_at < _KEEP_EVERY_S


def record(marks: Marks, name: str, report: JobReport, at: int, *, every_s: int = 0) -> None:
    """Keep a job's last report where the status reads it.

    Args:
        marks: Where it is kept.
        name: Name of the job.
        report: What came of the round.
        at: When the round started, Unix seconds UTC.
        every_s: Seconds from the start of the round to the next; 0 where nobody knows.
    """
    problem = asdict(report.problem) if report.problem else None
    kept = {"at": at, "done": report.done, "problem": problem, "misconfigured": report.misconfigured}
    marks.set(f"job.{name}", json.dumps(kept | {"every_s": every_s}), at)


def _bug(name: str, error: Exception) -> Problem:
    """Return what to say of a bug: where it happened, never its text, which may hold personal data."""
    frames = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames[-4:]))
    log.error("error of the program", extra={"job": name, "error": type(error).__name__, "where": where})
    return Problem(
        title=f"The job {name} met an error of the program",
        message=f"{type(error).__name__} in {where}. The job runs again at its next time; nothing is sent twice.",
        press="Send us the log of today if it stays.",
        code=f"bug.{type(error).__name__}",
    )
