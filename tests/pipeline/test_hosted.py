"""The engine as the service hosts it: what it tells the machine's log, and how it ends."""

import json
import subprocess
import sys
import threading

import pytest

from agent.alerting import channels
from agent.cli.surroundings import Surroundings
from agent.domain.alerts.notices import Channel
from agent.domain.hosting import Gravity
from agent.domain.settings import Values
from agent.hosted import HostedEngine, main
from agent.locks import RUN_LOCK, only_one
from agent.store import Store
from agent.updating import JOURNAL, Stage
from connectors.windows import NotOnWindowsError
from tests.fakes import FakeClock
from tests.machine import NotedLog
from tests.pipeline.cli_world import FakeSecrets, Terminal

PATIENCE_S = 60


class HeardLog(NotedLog):
    """A log that can be waited for."""

    def __init__(self, listens_for=Gravity.NOTE):
        super().__init__()
        self.listens_for = listens_for
        self.heard = threading.Event()

    def tell(self, gravity, sentence):
        super().tell(gravity, sentence)
        if gravity is self.listens_for:
            self.heard.set()


@pytest.fixture
def terminal(tmp_path):
    made = Terminal(tmp_path / "data", FakeClock())
    made.set_up()
    return made


def hosted(terminal, log):
    around = Surroundings(terminal.secrets, terminal.clock, terminal.connect, machine_log=log)
    return HostedEngine(terminal.path, lambda: around)


def run(engine):
    """Run it in a thread, as Windows does; return the thread and where its code will be."""
    codes = []
    thread = threading.Thread(target=lambda: codes.append(engine.run()))
    thread.start()
    return thread, codes


def test_the_machine_s_log_tells_of_the_start_and_of_the_end(terminal):
    log = HeardLog()
    engine = hosted(terminal, log)
    thread, codes = run(engine)
    assert log.heard.wait(PATIENCE_S)
    engine.stop()
    thread.join(PATIENCE_S)
    assert codes == [0]
    assert [gravity for gravity, _ in log.entries] == [Gravity.NOTE, Gravity.NOTE]
    assert "is starting for" in log.entries[0][1]
    assert "what was in hand is finished" in log.entries[1][1]


def test_an_engine_that_is_stopped_before_it_runs_ends_at_once(terminal):
    engine = hosted(terminal, NotedLog())
    engine.stop()
    assert engine.run() == 0


def test_a_copy_on_another_machine_refuses_and_says_so(terminal, log_watch):
    log_watch.expect("job stopped early")
    with terminal.store() as store:
        store.lease.hold("engine-1", "the other machine", "EDU1", now=terminal.clock.now(), ttl_s=60)
    log = NotedLog()
    assert hosted(terminal, log).run() == 3
    gravity, sentence = log.entries[-1]
    assert gravity is Gravity.TROUBLE
    assert "belongs to another machine" in sentence
    assert "take over here" in sentence


def test_a_pair_that_cannot_work_beside_others_needs_a_person(terminal, log_watch):
    log_watch.expect("job stopped early")
    with terminal.store() as store:
        settings = store.settings.all()
    with Store.open(terminal.path / "pairs" / "west" / "agent.sqlite") as west:
        for name, text in settings.items():
            west.settings.set(name, text, by="test", now=terminal.clock.now())
        west.lease.hold("engine-1", "the other machine", "EDU1", now=terminal.clock.now(), ttl_s=60)
    log = HeardLog(Gravity.NEEDS_PERSON)
    engine = hosted(terminal, log)
    thread, _ = run(engine)
    assert log.heard.wait(PATIENCE_S)
    engine.stop()
    thread.join(PATIENCE_S)
    told = [sentence for gravity, sentence in log.entries if gravity is Gravity.NEEDS_PERSON]
    assert [sentence.partition(".")[0] for sentence in told] == ["The engine of west does not work"]


@pytest.mark.parametrize(("stage", "told"), [(Stage.MIGRATING, True), (Stage.STARTING, False)])
def test_an_engine_that_the_machine_started_in_the_middle_of_an_update_says_so(terminal, stage, told):
    journal = {"before": "1.0.0", "after": "1.1.0", "line": "", "was_running": True, "stage": int(stage)}
    (terminal.path / JOURNAL).write_text(json.dumps(journal))
    log = HeardLog()
    engine = hosted(terminal, log)
    thread, codes = run(engine)
    assert log.heard.wait(PATIENCE_S)
    engine.stop()
    thread.join(PATIENCE_S)
    assert codes == [0]
    said = [sentence for gravity, sentence in log.entries if gravity is Gravity.NEEDS_PERSON]
    assert any("from 1.0.0 to 1.1.0 was broken off. Start its setup program again" in one for one in said) is told


def test_a_second_engine_is_told_that_one_is_enough(terminal):
    log = NotedLog()
    with only_one(terminal.path / RUN_LOCK, terminal.path):
        assert hosted(terminal, log).run() == 3
    assert "One engine is enough" in log.entries[-1][1]


def test_a_data_folder_that_cannot_be_used_is_told(terminal):
    terminal.path.parent.joinpath("file").write_text("in the way")
    log = NotedLog()
    around = Surroundings(clock=terminal.clock, machine_log=log)
    engine = HostedEngine(terminal.path.parent / "file" / "data", lambda: around)
    assert engine.run() == 3
    assert log.entries[-1][0] is Gravity.TROUBLE


def test_nothing_heavy_is_imported_before_the_service_answers():
    asked = "import agent.hosted, sys; print(*(name in sys.modules for name in ('stripe', 'rich', 'sqlite_utils', 'httpx')))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["False"] * 4


@pytest.mark.skipif(sys.platform == "win32", reason="says what is refused elsewhere")
def test_elsewhere_there_is_no_service_to_be(tmp_path):
    with pytest.raises(NotOnWindowsError):
        main(["--home", str(tmp_path)])


@pytest.mark.parametrize(
    ("wanted", "installed", "tells"),
    [("auto", True, True), ("auto", False, False), ("yes", False, True), ("no", True, False)],
)
def test_an_engine_that_setup_installed_tells_the_event_log_unless_the_site_says_otherwise(wanted, installed, tells):
    found = channels(Values({"alerts.event_log": wanted}), FakeSecrets({}), installed=installed)
    assert (Channel.EVENT_LOG in found) is tells
