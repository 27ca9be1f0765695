"""Toasts: a new alert is shown once beside the tray, an old one never, and a click opens the work list."""

import pytest

from agent.domain.alerts.keeping import Alert, Trouble
from gui.toasts import Toasts
from tests.store.builders import NOW


class Icon:
    """A tray icon that keeps what it is asked to show; its signal is the real one's."""

    def __init__(self, real):
        self.messageClicked, self.shown = real.messageClicked, []

    def showMessage(self, title, body, *_):  # noqa: N802 - Qt's name
        self.shown.append((title, body))


def alert(cause, told_at, **more):
    return Alert(Trouble(cause, f"About {cause}", "Look.", **more), NOW, NOW, told_at)


@pytest.fixture
def shown(room):
    """What is shown, with an alert from before the start."""
    room.store.alerts.keep([alert("old", NOW)], [])
    program = room.start()
    icon = Icon(program.tray.icon)
    program.toasts = Toasts(program.context, icon)
    room.settled()
    return icon.shown


def test_an_alert_from_before_the_start_is_not_shown(shown):
    assert shown == []


def test_a_new_alert_is_shown_once(room, shown):
    room.store.alerts.keep([alert("old", NOW), alert("new", NOW + 1)], [])
    room.settled()
    room.settled()
    assert shown == [("About new", "Look.")]


def test_several_are_one_toast_with_the_worst_first(room, shown):
    room.store.alerts.keep([alert("a", NOW + 5), alert("b", NOW + 5, urgent=True), alert("c", NOW + 5)], [])
    room.settled()
    assert shown == [("About b, and 2 more", "Look.")]


def test_an_alert_that_was_not_told_yet_is_not_shown(room, shown):
    room.store.alerts.keep([alert("new", 0)], [])
    room.settled()
    assert shown == []


def test_a_click_opens_what_waits(room):
    program = room.start()
    program.tray.icon.messageClicked.emit()
    room.settled()
    assert program.window.isVisible()
    assert program.window.current() is program.window.pages["work"]
