"""Engine, scheduler and worker: one engine alone, no bug ends it, and it always stops when asked."""

import threading
from contextlib import ExitStack, contextmanager

import pytest
from filelock import FileLock

from agent.bootstrap import LOCK, Home, engine_lock, open_home, run_engine
from agent.domain.documents import State
from agent.domain.errors import Misconfigured, Problem, Transient
from agent.domain.reports import JobReport
from agent.engine import Engine, Identity
from agent.scheduler import JobSpec, Scheduler
from agent.store import Store
from agent.worker import Worker
from jobs.keep_house import Beat
from tests.databases import NAME, empty_database
from tests.simulation.world import NoSecrets
from tests.store.builders import COMPANY, NOW, apply, receipt, states

#: How long a test waits for another thread before it calls it hung.
PATIENCE_S = 20

DOWN = Problem("Stripe does not answer", "It is tried again.", code="stripe.down")


@pytest.fixture
def store(tmp_path):
    with Store.open(empty_database(tmp_path / NAME)) as opened:
        yield opened


class FakeMarks(dict):
    """Marks in memory; the next ones may not be kept."""

    fail = 0

    def get(self, name):
        return super().get(name, "")

    def set(self, name, value, now):
        if self.fail:
            self.fail -= 1
            raise Transient(DOWN)
        self[name] = value


def worker_of(job, clock, *, marks=None, after=lambda *_: None, stopping=lambda: False):
    return Worker(
        "poll", job, marks=FakeMarks() if marks is None else marks, clock=clock, after=after, stopping=stopping
    )


def in_thread(work):
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread


def ended(thread):
    thread.join(PATIENCE_S)
    return not thread.is_alive()


# ---------------------------------------------------------------- worker


def test_a_worker_turns_a_bug_into_a_recorded_problem_and_goes_on(clock, log_watch):
    log_watch.expect("error of the program")
    log_watch.expect("job stopped early")
    answers = [ZeroDivisionError("of Ann's money"), JobReport(done=2)]

    def job():
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    marks = FakeMarks()
    worker = worker_of(job, clock, marks=marks)
    worker.run()
    assert "bug.ZeroDivisionError" in marks["job.poll"]
    assert "Ann" not in marks["job.poll"]
    worker.run()
    assert '"done": 2, "problem": null' in marks["job.poll"]


def test_a_worker_records_expected_trouble_in_its_own_words(clock, log_watch):
    log_watch.expect("job stopped early")

    def job():
        raise Transient(DOWN)

    marks = FakeMarks()
    worker_of(job, clock, marks=marks).run()
    assert "Stripe does not answer" in marks["job.poll"]


def test_a_worker_goes_on_after_its_report_could_not_be_kept(clock, log_watch):
    log_watch.expect("report of a job not kept")
    marks = FakeMarks()
    marks.fail = 1
    worker = worker_of(lambda: JobReport(done=1), clock, marks=marks)
    worker.run()
    worker.run()
    assert '"done": 1' in marks["job.poll"]


def test_a_job_with_nothing_new_leaves_the_database_alone_for_a_minute(clock):
    marks = FakeMarks()
    worker = worker_of(JobReport, clock, marks=marks)
    written = []
    for wait_s in (0, 1, 58, 1, 59, 1):
        clock.advance(wait_s)
        marks.clear()
        worker.run()
        written.append(bool(marks))
    assert written == [True, False, False, True, False, True]


def test_a_job_that_moved_something_or_has_other_trouble_is_kept_at_once(clock, log_watch):
    log_watch.expect("job stopped early")
    marks = FakeMarks()
    trouble = JobReport(problem=DOWN)
    reports = [JobReport(done=1), JobReport(done=1), trouble, trouble, JobReport(), JobReport()]
    worker = worker_of(lambda: reports.pop(0), clock, marks=marks)
    written = []
    while reports:
        marks.clear()
        worker.run()
        written.append(bool(marks))
    assert written == [True, True, True, False, True, False]


def test_a_clock_that_was_put_back_silences_no_job(clock):
    marks = FakeMarks()
    worker = worker_of(JobReport, clock, marks=marks)
    worker.run()
    marks.clear()
    clock.set(clock.now() - 3600)
    worker.run()
    assert marks


def test_a_worker_goes_on_after_an_error_of_the_program_beside_its_job(clock, log_watch):
    for line in ("error of the program", "report of a job not kept", "jobs that follow not woken"):
        log_watch.expect(line)

    class BrokenMarks(FakeMarks):
        def set(self, name, value, now):
            raise ZeroDivisionError

    def after(_name, _report):
        raise ZeroDivisionError

    rounds = []
    worker = worker_of(lambda: rounds.append(1) or JobReport(), clock, marks=BrokenMarks(), after=after)
    worker.run()
    worker.run()
    assert rounds == [1, 1]


def test_a_worker_runs_on_while_its_job_has_more(clock):
    reports = [JobReport(done=5, more=True), JobReport(done=5, more=True), JobReport(done=1)]
    seen = []
    worker_of(lambda: reports.pop(0), clock, after=lambda _, report: seen.append(report.done)).run()
    assert seen == [5, 5, 1]


def test_a_worker_begins_no_further_round_when_the_engine_stops(clock):
    stop = threading.Event()
    rounds = []

    def job():
        rounds.append(1)
        stop.set()
        return JobReport(more=True)

    worker_of(job, clock, stopping=stop.is_set).run()
    assert len(rounds) == 1


def test_a_call_during_a_run_asks_that_run_for_one_more_round(clock):
    inside, go_on = threading.Event(), threading.Event()
    rounds = []

    def job():
        rounds.append(threading.current_thread())
        inside.set()
        assert go_on.wait(PATIENCE_S)
        return JobReport()

    worker = worker_of(job, clock)
    first = in_thread(worker.run)
    assert inside.wait(PATIENCE_S)
    worker.run()
    go_on.set()
    assert ended(first)
    assert rounds == [first, first]


# ---------------------------------------------------------------- scheduler


def scheduler_of(clock, *specs, stopping=lambda: False):
    return Scheduler(specs, marks=FakeMarks(), clock=clock, stopping=stopping)


def test_a_round_that_moved_something_wakes_the_jobs_that_follow(clock):
    followed = threading.Event()

    def follow():
        followed.set()
        return JobReport()

    first = JobSpec("first", lambda: JobReport(done=1), every_s=3600, wakes=("second",))
    second = JobSpec("second", follow, every_s=3600, first_after_s=3600)
    scheduler = scheduler_of(clock, first, second)
    scheduler.start()
    assert followed.wait(PATIENCE_S)
    scheduler.stop()


def test_a_job_decides_itself_when_it_runs_again(clock):
    twice = threading.Event()
    rounds = []

    def job():
        rounds.append(1)
        if len(rounds) == 2:
            twice.set()
        return JobReport(next_in_s=1)

    scheduler = scheduler_of(clock, JobSpec("job", job, every_s=3600))
    scheduler.start()
    assert twice.wait(PATIENCE_S)
    scheduler.stop()


def test_waking_a_job_that_does_not_run_now_does_nothing(clock):
    scheduler = scheduler_of(clock, JobSpec("job", JobReport, every_s=3600, first_after_s=3600))
    scheduler.start()
    scheduler.wake("poll")
    scheduler.stop()


def test_a_round_that_wakes_others_while_the_engine_stops_does_not_hang_it(clock):
    inside, go_on = threading.Event(), threading.Event()

    def job():
        inside.set()
        assert go_on.wait(PATIENCE_S)
        return JobReport(done=1, next_in_s=5)

    first = JobSpec("first", job, every_s=3600, wakes=("second",))
    second = JobSpec("second", JobReport, every_s=3600, first_after_s=3600)
    scheduler = scheduler_of(clock, first, second)
    scheduler.start()
    assert inside.wait(PATIENCE_S)
    stopping = in_thread(scheduler.stop)
    stopping.join(0.2)
    go_on.set()
    assert ended(stopping)


def test_nothing_is_woken_after_the_end(clock):
    scheduler = scheduler_of(clock, JobSpec("job", JobReport, every_s=3600, first_after_s=3600))
    scheduler.start()
    scheduler.stop()
    scheduler.wake("job")


# ---------------------------------------------------------------- engine


def identity(machine="here", holder="one"):
    return Identity(holder, machine, COMPANY, grace_s=180)


def engine_of(store, clock):
    return Engine(store.outbox, store.lease, store.marks, clock)


@contextmanager
def no_jobs(_):
    yield [JobSpec("idle", JobReport, every_s=3600)]


def test_an_engine_puts_what_was_interrupted_in_doubt_before_it_starts(store, clock, log_watch):
    log_watch.expect("documents in doubt after an interruption")
    apply(store, receipt())
    store.outbox.claim(COMPANY, 1, NOW)
    engine = engine_of(store, clock)
    seen = []

    @contextmanager
    def build(_):
        seen.append(states(store))
        engine.stop()
        yield [JobSpec("idle", JobReport, every_s=3600)]

    engine.run(identity(), build)
    assert seen == [{State.IN_DOUBT: 1}]
    assert store.outbox.get(1).due_at == clock.now() + 180


def test_an_engine_gives_the_lease_back_at_its_end_and_may_start_again(store, clock):
    for holder in ("one", "two"):
        engine = engine_of(store, clock)
        running = in_thread(lambda engine=engine, holder=holder: engine.run(identity(holder=holder), no_jobs))
        engine.stop()
        assert ended(running)
        assert (store.lease.read().holder, store.lease.read().released) == (holder, True)


def test_an_engine_refuses_another_machines_lease(store, clock):
    store.lease.hold("theirs", "elsewhere", COMPANY, now=NOW, ttl_s=60)
    with pytest.raises(Misconfigured, match="The engine on elsewhere posts to SYSPRO company EDU1"):
        engine_of(store, clock).run(identity(), no_jobs)
    assert store.lease.read().holder == "theirs"


def test_an_engine_may_start_where_a_person_said_so(store, clock):
    store.lease.hold("theirs", "elsewhere", COMPANY, now=NOW, ttl_s=60)
    store.lease.take_over("here", by="Ann", now=NOW)
    engine = engine_of(store, clock)
    running = in_thread(lambda: engine.run(identity(), no_jobs))
    engine.stop()
    assert ended(running)


def test_a_second_engine_for_one_home_is_refused(store, clock, tmp_path):
    store.settings.set("syspro.company", COMPANY, by="test", now=NOW)
    home = Home(tmp_path, store, None, clock, None)
    with FileLock(tmp_path / LOCK), pytest.raises(Misconfigured, match="An engine is running already"):
        run_engine(home, engine_of(store, clock))
    assert store.lease.read() is None


def test_an_engine_whose_lease_was_taken_over_says_so_at_its_next_sign_of_life(store, clock):
    store.lease.hold("one", "here", COMPANY, now=NOW, ttl_s=60)
    store.lease.take_over("elsewhere", by="Ann", now=NOW)
    stopped = []
    with pytest.raises(Misconfigured, match="Another engine took over"):
        Beat(store.lease, clock, lambda: stopped.append(True)).run()
    assert stopped == [True]


def test_new_settings_make_new_jobs_without_a_new_engine(store, clock):
    engine = engine_of(store, clock)
    built = []

    @contextmanager
    def build(controls):
        built.append(len(built))
        action = controls.reload if len(built) < 3 else engine.stop
        yield [JobSpec("commands", lambda: action() or JobReport(), every_s=3600)]

    assert ended(in_thread(lambda: engine.run(identity(), build)))
    assert built == [0, 1, 2]


def test_a_stop_that_comes_before_the_first_turn_is_not_lost(store, clock):
    engine = engine_of(store, clock)
    engine.stop()
    assert ended(in_thread(lambda: engine.run(identity(), no_jobs)))


def test_a_command_to_wake_jobs_that_are_not_set_up_yet_is_carried_out(store, clock):
    engine = engine_of(store, clock)
    troubles = []

    @contextmanager
    def build(controls):
        def commands():
            controls.wake(("poll", "sweep"))
            troubles.append("none")
            engine.stop()
            return JobReport()

        yield [JobSpec("commands", commands, every_s=3600)]

    assert ended(in_thread(lambda: engine.run(identity(), build)))
    assert troubles == ["none"]


def test_a_copied_home_is_refused_while_the_same_company_is_served(tmp_path):
    texts = {"syspro.base_url": "http://server:31002/Rest", "syspro.company": "EDU1"}
    with ExitStack() as stack:
        homes = [stack.enter_context(open_home(tmp_path / name, secrets=NoSecrets())) for name in ("one", "copy")]
        for home in homes:
            for name, text in texts.items():
                home.store.settings.set(name, text, by="test", now=1)
        with engine_lock(homes[0]), pytest.raises(Misconfigured, match="same SYSPRO company"), engine_lock(homes[1]):
            raise AssertionError("Two engines serve one company.")
        with engine_lock(homes[1]):
            pass
