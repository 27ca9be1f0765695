"""One pass of everything, then the end: for a scheduled task, a person at the keyboard, and tests.

The same jobs as the engine's, in the order in which work flows: commands, poll, sweep, disputes, allocate, translate,
days, customers, post, resolve, write_back, catalogue, requests, periods, certify, prove. Like ``agent.bootstrap`` it
may import everything but ``gui``.
"""

from collections.abc import Callable
from dataclasses import dataclass

from agent.bootstrap import Home, commands_job, engine_lock, identity_of, new_engine, outside_jobs
from agent.domain.documents import State
from agent.domain.errors import Misconfigured, NeedsPerson, Problem
from agent.domain.marks import DEMO
from agent.domain.reconciliation import Asked, Wish
from agent.domain.reports import JobReport
from agent.domain.setup import holds_back
from agent.set_up import kept_of
from agent.worker import Worker, record
from jobs.reconcile import ask

#: Told what is going on: job, how much is done, how much there is (0 when unknown).
Progress = Callable[[str, int, int], None]

#: Most rounds of one job in a pass.
_MOST_ROUNDS = 100_000

#: Rounds in a row that may end with a problem before a job is left for the next pass.
_MOST_PROBLEMS = 5

_NOT_LAUNCHED = Problem(
    "Not launched yet",
    "Somebody is setting this site up, and nothing is read or posted before the launch.",
    "Finish the wizard in the window, or use `syspro-stripe setup launch`.",
    "setup.not_launched",
)

_PAUSED = Problem("Paused", "Paused; `syspro-stripe resume` goes on.", code="paused")


@dataclass(frozen=True, slots=True)
class JobDone:
    """What one job did in a pass.

    Attributes:
        name: Its name.
        done: How many items it moved on.
        problem: What stopped one of its rounds early, the latest; ``None`` when nothing did.
    """

    name: str
    done: int
    problem: Problem | None


def _silent(_job: str, _done: int, _total: int) -> None:
    return


def run_once(
    home: Home, *, progress: Progress = _silent, stopping: Callable[[], bool] = lambda: False
) -> tuple[JobDone, ...]:
    """Do whatever can be done now and prove the books; return what each job did, in order.

    What is due later (a back-off, a look-up after its grace time) is left for the next pass.

    Args:
        home: The opened home.
        progress: Told what is going on.
        stopping: Says whether to end; what is in hand is finished.

    Raises:
        Misconfigured: When something is not set up, or not launched, an engine runs already, or the database belongs
            to another machine.
        NeedsPerson: When the agent is paused and no command of now ends that.
    """
    check_set_up(home)
    if holds_back(kept_of(home.store.marks)):
        raise Misconfigured(_NOT_LAUNCHED)
    with engine_lock(home), new_engine(home).holding(identity_of(home)):
        one_pass = _Pass(home, progress, stopping)
        # Every job runs anyway, with the settings of now: nothing has to be woken or started anew.
        carry_out = commands_job(home, lambda _: None, lambda: None)
        commands = one_pass.job("commands", carry_out.run, more=_has_more)
        if home.service().paused():
            raise NeedsPerson(_PAUSED)
        # The jobs are made after the commands, so that they see the settings that these brought.
        with outside_jobs(home, stopping=stopping) as jobs:
            record(home.store.marks, "setup", JobReport(), home.clock.now())
            return (commands, *_outside(home, one_pass, jobs))


def reconcile_now(home: Home, wish: Wish) -> None:
    """Reconcile in this process; the result is the service's.

    Raises:
        Misconfigured: When an engine runs already: it does it by itself.
        Transient: When Stripe or SYSPRO cannot be read.
    """
    with engine_lock(home), outside_jobs(home, stopping=lambda: False) as jobs:
        ask(home.store.marks, Asked(0, wish), home.clock.now())
        jobs["reconcile"]()


_OF_A_DEMO = Problem(
    "A demo",
    "This folder belongs to a demo, and only the demo itself can ask its two sandboxes.",
    "`status`, `documents`, `report` and `audit` show what it left.",
    "config.demo",
)


def check_set_up(home: Home) -> None:
    """Do nothing where every required setting and secret is there.

    Raises:
        Misconfigured: When some are missing; the message names them. A demo's home has no secrets of its own.
    """
    if missing := home.service().missing():
        if home.store.marks.get(DEMO):
            raise Misconfigured(_OF_A_DEMO)
        names = ", ".join(missing)
        problem = Problem(
            "Not set up yet",
            f"Not set up yet: {names}.",
            "Set each with `syspro-stripe config NAME VALUE`, a secret with `syspro-stripe config NAME --secret`.",
            "config.missing",
        )
        raise Misconfigured(problem)


def _outside(home: Home, one_pass: "_Pass", jobs: dict[str, Callable[[], JobReport]]) -> list[JobDone]:
    reports, outbox = home.store.reports, home.store.outbox
    read = [
        one_pass.job("poll", jobs["poll"]),
        one_pass.job("sweep", jobs["sweep"], more=_has_more),
        one_pass.job("disputes", jobs["disputes"]),
        one_pass.job("habits", jobs["habits"]),
        one_pass.job("allocate", jobs["allocate"], more=_has_more),
        one_pass.job("translate", jobs["translate"], more=_moved, total=reports.inbox().waiting),
    ]
    days = one_pass.job("days", jobs["days"])
    # The days that have ended are decided after all that was left to them.
    again = [one_pass.job("translate", jobs["translate"], more=_moved)] if days.done else []
    return [
        *read,
        days,
        *again,
        one_pass.job("customers", jobs["customers"], more=_has_more),
        one_pass.job("post", jobs["post"], more=_moved, total=outbox.counts()[State.PENDING]),
        one_pass.job("resolve", jobs["resolve"]),
        one_pass.job("write_back", jobs["write_back"], more=_has_more),
        one_pass.job("catalogue", jobs["catalogue"], more=_has_more),
        one_pass.job("requests", jobs["requests"], more=_has_more),
        one_pass.job("periods", jobs["periods"]),
        one_pass.job("certify", jobs["certify"]),
        one_pass.job("prove", jobs["prove"]),
    ]


def _never(_: JobReport) -> bool:
    return False


def _has_more(report: JobReport) -> bool:
    return report.more


def _moved(report: JobReport) -> bool:
    """Go on while anything moves: a document that was posted may let the next of its lane go."""
    return report.more or report.done > 0


@dataclass(frozen=True, slots=True)
class _Pass:
    """One pass over a home."""

    home: Home
    progress: Progress
    stopping: Callable[[], bool]

    def job(
        self, name: str, run: Callable[[], JobReport], *, more: Callable[[JobReport], bool] = _never, total: int = 0
    ) -> JobDone:
        """Run rounds of one job until ``more`` says that it was the last one."""
        worker = self._worker(name, run)
        done, problem, in_a_row = 0, None, 0
        for _ in range(_MOST_ROUNDS):
            if self.stopping():
                break
            self.home.store.lease.beat(self.home.clock.now())
            report = worker.once()
            done, problem = done + report.done, report.problem or problem
            in_a_row = in_a_row + 1 if report.problem else 0
            self.progress(name, done, max(total, done) if total else 0)
            if in_a_row == _MOST_PROBLEMS or not more(report):
                break
        return JobDone(name, done, problem)

    def _worker(self, name: str, run: Callable[[], JobReport]) -> Worker:
        return Worker(
            name,
            run,
            marks=self.home.store.marks,
            clock=self.home.clock,
            after=lambda _name, _report: None,
            stopping=self.stopping,
        )
