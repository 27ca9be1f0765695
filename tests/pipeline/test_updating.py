"""An update: the engine stops first, the databases are copied, and whatever goes wrong puts the old version back."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from agent.cli.service_commands import service_line
from agent.domain.errors import Misconfigured, Problem
from agent.domain.hosting import Gravity, ServiceState, ServiceWish
from agent.store import Store
from agent.updating import COPIES, JOURNAL, LOCK, Updater
from tests.machine import NotedLog, NotedService

OLD, NEW = "C:\\agent\\app-1.0.0\\engine.exe", "C:\\agent\\app-1.1.0\\engine.exe"
NOW = 1_700_000_000


class KeptService(NotedService):
    """A service that outlives the process that controls it; the engine it starts takes the lease at once."""

    def __init__(self, root, *, works=True):
        self.file, self.root, self.works = root / "service.json", root, works
        super().__init__()
        if self.file.exists():
            kept = json.loads(self.file.read_text())
            self.now, self.wish = ServiceState(kept["state"]), ServiceWish(kept["line"])
        else:
            self.now, self.wish = ServiceState.RUNNING, ServiceWish(OLD)

    def _step(self, name):
        super()._step(name)

    def keep(self):
        self.file.write_text(json.dumps({"state": self.now.value, "line": self.line()}))

    def stop(self):
        super().stop()
        self.keep()

    def point_to(self, line):
        super().point_to(line)
        self.keep()

    def start(self):
        super().start()
        self.keep()
        if self.works:
            with Store.open(self.root / "agent.sqlite") as store:
                store.lease.hold(f"engine of {self.line()}", "machine", "EDU1", now=NOW, ttl_s=60)


@pytest.fixture
def root(tmp_path):
    for path in (tmp_path, tmp_path / "pairs" / "west"):
        path.mkdir(parents=True, exist_ok=True)
        with Store.open(path / "agent.sqlite") as store:
            store.settings.set("syspro.company", "MAIN" if path == tmp_path else "WEST", by="test", now=NOW)
    return tmp_path


def company(home):
    with Store.open(home / "agent.sqlite") as store:
        return store.settings.all()["syspro.company"]


def spoil(home):
    """What a migration that goes wrong may do to a database before it raises."""
    with Store.open(home / "agent.sqlite") as store:
        store.settings.set("syspro.company", "BAD", by="migration", now=NOW)
    message = "The migration did not like what it found."
    raise Misconfigured(Problem("Database cannot be used", message, code="store.refused"))


def update(root, service, log=None, **options):
    Updater(root, service, log or NotedLog(), first_sign_s=0.5, **options).update("1.0.0", "1.1.0", NEW)


def test_the_engine_stops_before_anything_is_touched_and_starts_at_the_end(root):
    service = KeptService(root)
    update(root, service)
    assert service.steps == ["stop", "point_to", "start"]
    assert (service.line(), service.state()) == (NEW, ServiceState.RUNNING)
    assert not (root / JOURNAL).exists()


def test_every_database_is_copied_as_it_was(root):
    update(root, KeptService(root))
    assert sorted(path.name for path in (root / COPIES / "1.0.0-1.1.0").glob("*.sqlite")) == [
        "main.sqlite",
        "pairs-west.sqlite",
    ]


def test_a_service_that_was_stopped_stays_stopped(root):
    service = KeptService(root)
    service.now = ServiceState.STOPPED
    update(root, service)
    assert (service.line(), service.state()) == (NEW, ServiceState.STOPPED)


def test_a_downgrade_is_refused_and_nothing_is_touched(root):
    service = KeptService(root)
    with pytest.raises(Misconfigured, match=r"newer than 1\.0\.0"):
        Updater(root, service, NotedLog()).update("1.0.10", "1.0.0", NEW)
    assert service.steps == []


def test_a_migration_that_fails_puts_the_old_version_and_the_data_back(root):
    service, log, before = KeptService(root), NotedLog(), company(root)
    with pytest.raises(Misconfigured, match=r"did not like what it found.*Version 1\.0\.0 and its data are back"):
        update(root, service, log, examine=spoil)
    assert (service.line(), service.state()) == (OLD, ServiceState.RUNNING)
    assert company(root) == before
    assert log.entries[-1][0] is Gravity.TROUBLE
    assert not (root / JOURNAL).exists()


def test_an_error_of_the_program_puts_it_back_too(root):
    def wrong(_home):
        raise KeyError("column")

    service = KeptService(root)
    with pytest.raises(KeyError):
        update(root, service, examine=wrong)
    assert (service.line(), service.state()) == (OLD, ServiceState.RUNNING)


def test_a_new_engine_that_gives_no_sign_of_life_is_replaced_by_the_old_one(root):
    service = KeptService(root, works=False)
    with pytest.raises(Misconfigured, match="The engine of the new version does not start"):
        update(root, service)
    assert (service.line(), service.state()) == (OLD, ServiceState.RUNNING)


def test_a_service_that_does_not_stop_leaves_everything_as_it_was(root):
    service = KeptService(root)
    service.refuses["stop"] = "It has not ended after 120 seconds."
    with pytest.raises(Misconfigured):
        update(root, service)
    assert service.line() == OLD
    service.refuses.clear()
    assert Updater(root, service, NotedLog()).put_back() == "1.0.0"
    assert service.state() is ServiceState.RUNNING


def test_without_a_journal_there_is_nothing_to_put_back(root):
    service = KeptService(root)
    assert Updater(root, service, NotedLog()).put_back() == ""
    assert service.steps == []


#: Runs an update that ends itself the hard way when it comes to a place, as a power cut would.
KILLED_AT = """
import os, sys
from pathlib import Path
from agent.updating import Updater
from tests.machine import NotedLog
from tests.pipeline.test_updating import KeptService, NEW, spoil

root, place = Path(sys.argv[1]), sys.argv[2]

class Killed(KeptService):
    def _step(self, name):
        super()._step(name)
        if name == place:
            os._exit(9)

    def point_to(self, line):
        super().point_to(line)
        if place == "switched":
            os._exit(9)

    def start(self):
        super().start()
        if place == "started":
            os._exit(9)

def examine(home):
    if place == "migrating":
        try:
            spoil(home)
        finally:
            os._exit(9)

Updater(root, Killed(root), NotedLog(), examine=examine, first_sign_s=5).update("1.0.0", "1.1.0", NEW)
"""


@pytest.mark.parametrize("place", ["stop", "point_to", "migrating", "start"])
def test_an_update_that_is_killed_is_put_back_by_whoever_finds_it(root, place):
    before = company(root)
    assert killed(root, place) == 9
    service, log = KeptService(root), NotedLog()
    assert Updater(root, service, log).put_back() == "1.0.0"
    assert (service.line(), service.state()) == (OLD, ServiceState.RUNNING)
    assert company(root) == before
    assert "Version 1.0.0 and its data are back" in log.entries[-1][1]


def test_what_the_new_engine_may_have_posted_is_never_put_back(root):
    assert killed(root, "started") == 9
    service, log = KeptService(root), NotedLog()
    assert Updater(root, service, log).put_back() == "1.1.0"
    assert (service.line(), service.state()) == (NEW, ServiceState.RUNNING)
    assert "had begun to work" in log.entries[-1][1]


def test_the_next_update_first_puts_a_killed_one_back(root):
    assert killed(root, "migrating") == 9
    service = KeptService(root)
    update(root, service)
    assert (service.line(), service.state()) == (NEW, ServiceState.RUNNING)
    assert company(root) != "BAD"


@pytest.mark.parametrize("place", ["migrating", "switched"])
def test_a_machine_that_restarts_in_the_middle_and_works_is_not_put_back_days_later(root, place):
    assert killed(root, place) == 9
    KeptService(root).start()  # what Windows does when it starts
    with Store.open(root / "agent.sqlite") as store:
        store.settings.set("syspro.company", "SOLD", by="the new engine", now=NOW)
    service = KeptService(root)
    assert Updater(root, service, NotedLog()).put_back() == "1.1.0"
    assert (service.line(), service.state()) == (NEW, ServiceState.RUNNING)
    assert company(root) == "SOLD"


def test_a_machine_that_restarts_with_the_old_version_loses_nothing_either(root):
    assert killed(root, "point_to") == 9
    KeptService(root).start()
    with Store.open(root / "agent.sqlite") as store:
        store.settings.set("syspro.company", "SOLD", by="the old engine", now=NOW)
    service = KeptService(root)
    assert Updater(root, service, NotedLog()).put_back() == "1.0.0"
    assert (service.line(), service.state()) == (OLD, ServiceState.RUNNING)
    assert company(root) == "SOLD"


def test_an_update_that_finds_its_own_work_done_is_done(root):
    assert killed(root, "migrating") == 9
    KeptService(root).start()
    service = KeptService(root)
    update(root, service, examine=spoil)
    assert (service.line(), service.state()) == (NEW, ServiceState.RUNNING)
    assert company(root) == "BAD"  # as the killed migration and the engine after it left it


def test_a_pair_that_was_made_after_the_copies_is_left_alone(root):
    assert killed(root, "migrating") == 9
    east = root / "pairs" / "east"
    east.mkdir()
    with Store.open(east / "agent.sqlite") as store:
        store.settings.set("syspro.company", "EAST", by="test", now=NOW)
    assert Updater(root, KeptService(root), NotedLog()).put_back() == "1.0.0"
    assert company(east) == "EAST"


def test_a_second_update_at_the_same_time_is_refused_and_disturbs_nothing(root):
    assert killed(root, "stop") == 9
    service, journal = KeptService(root), (root / JOURNAL).read_text()
    with FileLock(root / LOCK, timeout=0):
        for again in (lambda: update(root, service), Updater(root, service, NotedLog()).put_back):
            with pytest.raises(Misconfigured, match="Another update of this installation is on its way"):
                again()
    assert service.steps == []
    assert (root / JOURNAL).read_text() == journal


def test_without_room_for_the_copies_nothing_is_touched(root):
    service = KeptService(root)
    with pytest.raises(Misconfigured, match=r"has 1 MB free, and an update needs 1\d\d MB there.*Nothing was changed"):
        update(root, service, free=lambda _: 1_000_000)
    assert service.steps == []
    assert not (root / JOURNAL).exists()


@pytest.mark.parametrize("home", ["D:\\data", '"D:\\our data"'])
def test_a_service_that_works_for_another_folder_is_not_sent_to_an_empty_one(root, home):
    service = KeptService(root)
    service.wish = ServiceWish(f"{OLD} service host --home {home}")
    with pytest.raises(Misconfigured, match=r"The service works for D:\\(our )?data, and Setup found"):
        update(root, service)
    assert service.steps == []


@pytest.mark.parametrize("name", ["data", "our data", "Büro (2)"])
def test_a_service_that_works_for_this_folder_is_updated_whatever_it_is_called(tmp_path, name):
    root = tmp_path / name
    with Store.open(root / "agent.sqlite") as store:
        store.settings.set("syspro.company", "MAIN", by="test", now=NOW)
    service = KeptService(root)
    service.wish = ServiceWish(service_line(root))
    update(root, service)
    assert service.line() == NEW


def test_an_installation_that_was_never_started_has_nothing_to_copy_and_is_updated(tmp_path):
    service = KeptService(tmp_path)
    service.now = ServiceState.STOPPED
    update(tmp_path, service)
    assert service.line() == NEW
    assert not (tmp_path / JOURNAL).exists()


def test_copies_of_earlier_updates_are_taken_away_by_the_next_that_succeeds(root):
    update(root, KeptService(root))
    Updater(root, KeptService(root), NotedLog(), first_sign_s=0.5).update("1.1.0", "1.2.0", NEW.replace("1.1", "1.2"))
    assert [path.name for path in (root / COPIES).iterdir()] == ["1.1.0-1.2.0"]


def killed(root, place):
    words = [sys.executable, "-c", KILLED_AT, str(root), place]
    here = str(Path(__file__).parents[2])
    return subprocess.run(words, cwd=here, env={**os.environ, "PYTHONPATH": here}, check=False, timeout=60).returncode
