"""The whole of it: window and tray over a real engine process and both sandboxes, on loopback."""

import dataclasses
import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QProcess

from agent.demo import SANDBOX_SECRETS, stage
from agent.domain.documents import State
from agent.domain.status import Overall
from agent.domain.worklist import Tab
from gui.__main__ import joined
from gui.application import Application
from gui.engine_child import EngineChild, Life
from gui.joins import NoAutostart

#: Milliseconds that a real engine gets; it needs a few seconds.
PATIENCE_MS = 90_000


class Site:
    """Both sandboxes, the program and the engine that it has started."""

    def __init__(self, on, folder, qtbot):
        self.on, self.qtbot = on, qtbot
        self.answers = []
        self.joins = dataclasses.replace(
            joined(folder),
            environment=SANDBOX_SECRETS,
            autostart=NoAutostart(),
            remembered=str(folder / "window.ini"),
        )
        self.program = Application(self.joins, on.service, ask=lambda *_: self.answers.pop(0))
        assert self.program.start()

    @property
    def tray(self):
        return self.program.tray

    def until(self, done):
        self.qtbot.waitUntil(lambda: bool(done()), timeout=PATIENCE_MS)

    def status(self):
        return self.program.context.status

    def counts(self):
        return self.on.home.store.outbox.counts()

    def trade(self, charges):
        # Stripe's latest events are held back for a minute; these are older.
        until_at = self.on.home.clock.now() - 100
        self.on.stripe.trade(charges=charges, seed=4, days=20, until_at=until_at, aftermath=False)


@pytest.fixture
def site(tmp_path, qtbot, monkeypatch):
    for name, text in SANDBOX_SECRETS.items():
        monkeypatch.setenv(name, text)
    with stage(tmp_path, 4) as on:
        made = Site(on, tmp_path, qtbot)
        yield made
        made.program.close()


def test_the_tray_starts_the_engine_posts_pauses_goes_on_and_ends_it(site):
    site.until(lambda: site.status() is not None and site.status().engine_alive)
    assert site.program.engine.life is Life.RUNNING
    site.trade(6)
    site.tray.sync_now.trigger()
    site.until(lambda: site.counts()[State.POSTED] >= 12 and not site.counts()[State.PENDING])
    work = site.program.window
    work.show_page("work", Tab.POSTED)
    page = work.pages["work"]
    site.until(lambda: page.model.rowCount() >= 12)

    site.tray.pause_open.trigger()
    site.until(lambda: site.tray.overall is Overall.PAUSED)
    assert site.tray.resume.isVisible()
    site.tray.resume.trigger()
    site.until(lambda: site.tray.overall is not Overall.PAUSED)
    site.tray.pause_hour.trigger()
    site.until(lambda: site.tray.overall is Overall.PAUSED)
    site.tray.resume.trigger()
    site.until(lambda: not site.status().paused_until)

    site.program.window.pages["home"].proof.prove.click()
    site.until(lambda: site.tray.overall is Overall.PROVEN)
    assert "proven up to today" in site.tray.state_line.text()

    pid = site.program.engine.pid()
    site.tray.quit.trigger()
    assert site.program.engine.pid() == 0
    assert pid
    lease = site.on.home.store.lease.read()
    assert lease.released, "the engine has ended in order"


def test_an_engine_that_dies_is_said_and_started_again(site):
    site.until(lambda: site.status() is not None and site.status().engine_alive)
    first = site.program.engine.pid()
    site.program.engine._again_ms = 10
    site.program.engine._process.kill()
    site.until(lambda: site.program.engine.pid() not in {0, first})
    site.until(lambda: str(site.program.engine.pid()) in site.status().engine)


def test_a_cause_is_ended_once_and_all_that_waited_for_it_is_posted(site):
    site.on.service.configure("customers.policy", "park")
    site.until(lambda: site.status() is not None and site.status().engine_alive)
    site.trade(6)
    site.tray.sync_now.trigger()
    site.until(lambda: site.status().needs_you > 0 and not site.status().inbox.waiting)
    site.tray.needs_you.trigger()
    page = site.program.window.pages["work"]
    site.until(lambda: len(page.causes.buttons) > 0 and page.model.rowCount() > 0)
    next(iter(page.causes.buttons.values())).click()
    site.until(lambda: site.program.reading.at_rest)

    site.on.service.configure("customers.policy", "create")
    page.causes.retry.click()
    site.until(lambda: site.status().needs_you == 0 and site.counts()[State.POSTED] >= 12)


def test_the_engine_ends_when_its_window_is_gone(tmp_path):
    environment = {**os.environ, "SYSPRO_STRIPE_HOME": str(tmp_path), **SANDBOX_SECRETS}
    command = [sys.executable, "-m", "agent", "run", "--until-input-ends"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as engine:
        assert b"starting" in engine.stdout.readline()
        engine.stdin.close()
        assert b"stopped" in engine.stdout.read()
        assert engine.wait(60) == 0


def test_a_second_start_brings_the_window_up(site, qtbot):
    program = site.program
    program.window.hide()
    second = Application(site.joins, site.on.service)
    assert not second.start()
    site.until(program.window.isVisible)
    second.reading.close()


def test_a_program_that_does_not_exist_is_said(qtbot):
    child = EngineChild(["/there/is/no/such/program"])
    with qtbot.waitSignal(child.changed):
        child.start()
    qtbot.waitUntil(lambda: child.life is Life.ENDED)
    assert child.last_words
    child.stop()
    assert child._process.state() is QProcess.ProcessState.NotRunning
