"""Try it first: the demo company in the same window, clearly marked, and back again."""

import dataclasses

import pytest

from agent.desk import open_desk
from connectors.machine import SystemClock
from gui.__main__ import joined
from gui.application import Application
from gui.joins import NoAutostart
from tests.pipeline.cli_world import FakeSecrets

#: Milliseconds until the demo's engine gives a sign of life, and posts.
PATIENCE_MS = 150_000


@pytest.fixture
def window_over(tmp_path, qtbot):
    """Makes the program over the own home, or over the demo beside it."""
    programs, desks = [], []

    def make(*, demo):
        made = joined(tmp_path / "home", demo=demo)
        joins = dataclasses.replace(made, autostart=NoAutostart(), remembered=str(tmp_path / "window.ini"))
        joins = joins if demo else dataclasses.replace(joins, engine=[])
        desk = open_desk(joins.home, SystemClock(), FakeSecrets({"a": "b"}))
        service = desk.__enter__().service
        desks.append(desk)
        program = Application(joins, service, ask=lambda *_: True)
        programs.append(program)
        assert program.start()
        return program

    yield make
    for program in programs:
        program.close()
    for desk in desks:
        desk.__exit__(None, None, None)


def test_a_new_home_offers_the_demo_and_leaves_for_it(window_over, qtbot):
    program = window_over(demo=False)
    qtbot.waitUntil(lambda: "setup" in program.window.pages and program.window.pages["setup"].demo.isVisible())
    program.window.pages["setup"].demo.click()
    assert program.next_is_demo is True
    assert not program.window.isVisible()


def test_the_demo_trades_in_a_window_that_says_what_it_is_and_leads_back(window_over, qtbot):
    program = window_over(demo=True)
    window = program.window
    qtbot.waitUntil(lambda: program.context.status is not None)
    assert "demo" in window.windowTitle()
    assert program.context.joins.home.name == "try-it-first"
    qtbot.waitUntil(lambda: program.context.status.engine_alive, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: any(program.context.status.documents.values()), timeout=PATIENCE_MS)
    assert "invented" in window.banner.text.text()
    assert not window.navigation.buttons["setup"].isVisible()
    assert program.context.status.demo
    window.banner.button.click()
    assert program.next_is_demo is False
    assert program.engine.pid() == 0, "sandboxes and engine have ended with it"
