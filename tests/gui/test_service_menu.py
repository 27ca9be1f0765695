"""The service of the engine in the tray: its state, and start and restart where the person may."""

import dataclasses

import pytest

from agent.domain.hosting import ServiceState
from tests.machine import NotedService


class Hosted(NotedService):
    """A service that a person may control, or not."""

    def __init__(self, state, *, may=True):
        super().__init__(state)
        self.may = may

    def may_control(self):
        return self.may


@pytest.fixture
def start(room):
    """Starts the program beside a service."""

    def started(state, **rest):
        service = Hosted(state, **rest)
        room.joins = dataclasses.replace(room.joins, service=service)
        program = room.start()
        room.qtbot.waitUntil(lambda: program.tray.service.state is state)
        return program, service

    return started


def shown(menu):
    return [action.text() for action in menu.menu.actions() if action.isVisible()]


@pytest.mark.parametrize(
    ("state", "title", "offered"),
    [
        (ServiceState.RUNNING, "Service: runs", ["Restart the service"]),
        (ServiceState.STOPPED, "Service: stopped", ["Start the service"]),
        (ServiceState.STARTING, "Service: is starting", []),
        (ServiceState.STOPPING, "Service: is stopping", []),
    ],
)
def test_the_tray_says_what_the_service_is_doing_and_offers_what_fits(start, state, title, offered):
    program, _ = start(state)
    menu = program.tray.service
    assert menu.menu.title() == title
    assert shown(menu) == offered


def test_who_may_not_control_it_is_told_who_may(start):
    program, _ = start(ServiceState.STOPPED, may=False)
    assert shown(program.tray.service) == ["An administrator may start and restart it."]


def test_a_stopped_service_is_started_from_the_tray(start, room):
    program, service = start(ServiceState.STOPPED)
    program.tray.service.start.trigger()
    room.qtbot.waitUntil(lambda: program.tray.service.state is ServiceState.RUNNING)
    assert service.steps == ["start"]


def test_a_restart_stops_first_so_that_what_is_in_hand_is_finished(start, room):
    program, service = start(ServiceState.RUNNING)
    program.tray.service.restart.trigger()
    room.qtbot.waitUntil(lambda: service.steps == ["stop", "start"])


def test_what_the_machine_refuses_is_said_in_a_sentence(start, room):
    program, service = start(ServiceState.STOPPED)
    service.refuses["start"] = "Its account could not log on."
    said = []
    program.context.said.connect(said.append)
    program.tray.service.start.trigger()
    room.qtbot.waitUntil(lambda: any("Its account could not log on." in sentence for sentence in said))
    assert program.tray.service.state is ServiceState.STOPPED


def test_the_banner_of_a_silent_engine_starts_the_service(start, room):
    program, service = start(ServiceState.STOPPED)
    program.context.engine_wanted.emit()
    room.qtbot.waitUntil(lambda: service.steps == ["start"])


def test_where_the_engine_is_no_service_the_tray_has_no_such_menu(room):
    assert room.start().tray.service is None


class Entry:
    """What starts at log-on (``gui.joins.Autostart``): by an entry of setup, of the person, or not at all."""

    possible = True

    def __init__(self, *, for_everybody, own):
        self.for_everybody, self.own = for_everybody, own

    def enabled(self):
        return self.own

    def set(self, enabled):
        self.own = enabled


@pytest.mark.parametrize(
    ("for_everybody", "own", "checked", "offered"),
    [(True, False, True, False), (False, True, True, True), (False, False, False, True)],
)
def test_what_setup_starts_for_everybody_is_not_offered_a_second_time(room, for_everybody, own, checked, offered):
    room.joins = dataclasses.replace(room.joins, autostart=Entry(for_everybody=for_everybody, own=own))
    program = room.start()
    program.window.show_page("settings")
    box = program.window.pages["settings"].autostart
    assert (box.isChecked(), box.isEnabled()) == (checked, offered)
