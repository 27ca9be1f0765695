"""A server's life: several operators, sleep, a clock that jumps, summer time, a network that comes late."""

import threading
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from apscheduler.schedulers import SchedulerNotRunningError

from agent.desk import open_desk
from agent.domain.days import closes_at, day_at
from agent.domain.documents import State
from agent.domain.errors import Transient
from agent.domain.kinds import Kind
from agent.domain.reports import JobReport
from agent.scheduler import JobSpec, Scheduler
from agent.store import Store
from jobs.keep_house import Beat
from tests.databases import NAME, empty_database
from tests.fakes import FakeClock
from tests.pipeline.cli_world import SETTINGS, FakeSecrets
from tests.pipeline.jobs_stage import Stage, paid
from tests.store.builders import COMPANY, NOW

#: How long a test waits for another thread before it calls it hung.
PATIENCE_S = 20

HOUR = 3600


@pytest.fixture
def store(tmp_path):
    with Store.open(empty_database(tmp_path / NAME)) as opened:
        yield opened


# ---------------------------------------------------------------- operators


def test_several_operators_ask_one_engine_and_each_is_answered(tmp_path):
    clock, home = FakeClock(NOW), tmp_path / "home"
    with Store.open(empty_database(home / NAME)) as store:
        for name, text in SETTINGS.items():
            store.settings.set(name, text, by="test", now=NOW)
        with open_desk(home, clock, FakeSecrets({})) as ann, open_desk(home, clock, FakeSecrets({})) as bob:
            asked = [ann.service.sync_now(), bob.service.prove(), ann.service.prove()]
            assert len(set(asked)) == 3
            while (command := store.commands.next()) is not None:
                store.commands.finish(command.id, ok=True, result="done", now=NOW)
            answers = [ann.service.command(asked[1]), bob.service.command(asked[0])]
    assert [answer.result for answer in answers] == ["done", "done"]


# ---------------------------------------------------------------- sleep and clock


class Counted:
    """A job that counts its rounds and can be waited for."""

    def __init__(self):
        self.rounds = 0
        self._changed = threading.Condition()

    def __call__(self):
        with self._changed:
            self.rounds += 1
            self._changed.notify_all()
        return JobReport()

    def reaches(self, rounds):
        with self._changed:
            return self._changed.wait_for(lambda: self.rounds >= rounds, PATIENCE_S)


@pytest.fixture
def hourly(store, clock):
    """A job of every hour that has run once, and its scheduler."""
    job = Counted()
    scheduler = Scheduler([JobSpec("poll", job, every_s=HOUR)], marks=store.marks, clock=clock, stopping=lambda: False)
    scheduler.start()
    assert job.reaches(1)
    yield job, scheduler
    with suppress(SchedulerNotRunningError):
        scheduler.stop()


def test_a_clock_that_is_put_back_by_a_day_stops_nothing_for_a_day(hourly, clock, log_watch):
    log_watch.expect("the clock was put back")
    job, scheduler = hourly
    clock.set(clock.now() - 24 * HOUR)
    scheduler.mind_the_clock()
    assert job.reaches(2)


def test_a_clock_that_is_put_right_by_a_second_or_goes_on_wakes_nobody(hourly, clock):
    job, scheduler = hourly
    for now in (clock.now() - 1, clock.now() + 1, clock.now() + 8 * HOUR):
        clock.set(now)
        scheduler.mind_the_clock()
    scheduler.stop()
    assert job.rounds == 1


def test_an_engine_that_slept_for_a_night_goes_on_with_its_right_to_post(store, clock):
    store.lease.hold("one", "here", COMPANY, now=clock.now(), ttl_s=60)
    clock.advance(8 * HOUR)
    assert not store.lease.read().alive(clock.now())
    Beat(store.lease, clock, lambda: None).run()
    assert store.lease.read().alive(clock.now())


def test_what_was_posted_before_a_sleep_is_not_posted_again_after_it(tmp_path):
    stage = Stage(tmp_path, paid(1), paid(2)).start()
    stage.stop_after(2)
    stage.run("poll", "translate", "post")
    before = len(stage.syspro.records)
    stage.stop_after(10**6)
    stage.clock.advance(8 * HOUR)
    stage.run_all()
    stage.stop()
    documents = [(record.kind, record.reference) for record in stage.syspro.records]
    assert before < len(documents) == len(set(documents))


# ---------------------------------------------------------------- summer time


@pytest.mark.parametrize(
    ("day", "hours"),
    [("2024-03-30", 24), ("2024-03-31", 23), ("2024-10-27", 25)],
)
def test_a_day_of_the_site_has_as_many_hours_as_its_clocks_say(day, hours):
    zone = "Europe/Berlin"
    before = datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp() - 12 * HOUR
    assert closes_at(day, zone) - closes_at(day_at(int(before), zone), zone) == hours * HOUR


def test_both_half_past_twos_of_the_night_in_autumn_are_one_day():
    first, second = (int(datetime(2024, 10, 27, hour, 30, tzinfo=UTC).timestamp()) for hour in (0, 1))
    assert {day_at(at, "Europe/Berlin") for at in (first, second)} == {"2024-10-27"}


# ---------------------------------------------------------------- network


def test_an_engine_that_starts_before_the_network_posts_everything_once_it_is_there(tmp_path):
    stage = Stage(tmp_path, paid(1), paid(2))
    stage.script.next = {"stripe": ["down"] * 4, "logon": ["unavailable"] * 4}
    stage.start()
    troubles = 0
    for _ in range(30):
        for job in ("poll", "translate", "post"):
            try:
                report = stage.run(job, after_s=200)
            except Transient:
                troubles += 1
            else:
                troubles += report.problem is not None
    assert troubles
    assert stage.states() == {State.POSTED: len(stage.rows())}
    assert len(stage.posted(Kind.RECEIPT)) == 2
    stage.stop()
