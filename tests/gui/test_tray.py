"""The tray: one state as shape and words, and commands that reach the engine."""

import pytest

from agent.domain.status import Overall
from agent.domain.worklist import Tab
from gui.icons import TRAY_SIZES, tray_icon
from gui.tray import PAUSE_S
from gui.words import overall_look
from tests.store.builders import NOW, apply, parked


def visible(menu):
    return [action.text() for action in menu.actions() if action.isVisible() and not action.isSeparator()]


def test_the_tray_says_the_overall_state_in_words(room):
    tray = room.start().tray
    assert tray.overall is Overall.STOPPED
    assert tray.state_line.text().startswith("Engine stopped: ")
    room.engine_lives()
    room.settled()
    assert tray.overall is Overall.IDLE
    assert tray.state_line.text() == "Idle: Nothing to do."
    assert tray.icon.toolTip() == "Idle: Nothing to do."


def test_what_waits_for_a_person_is_counted_and_opens_the_work_list(room):
    apply(room.store, parked())
    room.engine_lives()
    program = room.start()
    tray = program.tray
    assert tray.overall is Overall.NEEDS_YOU
    assert tray.needs_you.text() == "1 needs you"
    assert not tray.in_doubt.isVisible()
    tray.needs_you.trigger()
    room.settled()
    assert program.window.current() is program.window.pages["work"]
    assert program.window.pages["work"].tab is Tab.NEEDS_YOU


@pytest.mark.parametrize(
    ("action", "asked"),
    [
        ("sync_now", ("sync_now", {})),
        ("pause_hour", ("pause", {"until": str(NOW + PAUSE_S)})),
        ("pause_tomorrow", ("pause", {"until": "1700006400"})),
        ("pause_open", ("pause", {"until": "resumed"})),
        ("resume", ("resume", {})),
    ],
)
def test_each_command_of_the_tray_reaches_the_engine(room, action, asked):
    program = room.start()
    getattr(program.tray, action).trigger()
    room.qtbot.waitUntil(lambda: room.commands() == [asked])


def test_a_paused_agent_offers_to_resume_and_says_until_when(room):
    room.engine_lives()
    room.store.marks.set("paused_until", str(NOW + 3600), NOW)
    tray = room.start().tray
    assert tray.overall is Overall.PAUSED
    assert tray.state_line.text() == "Paused: paused until today 11:13\N{NARROW NO-BREAK SPACE}PM"
    assert "Resume" in visible(tray.menu)
    assert "Pause" not in visible(tray.menu)


def test_recent_documents_open_their_detail(room):
    apply(room.store, parked())
    program = room.start()
    (action,) = program.tray.recent_menu.actions()
    assert action.text().startswith("Needs you")
    action.trigger()
    room.settled()
    work = program.window.pages["work"]
    assert program.window.current() is work
    assert work.detail.isVisible()


@pytest.mark.parametrize("overall", list(Overall))
def test_each_state_has_a_drawing_in_every_size_of_a_tray(prepared, overall):
    look = overall_look(overall)
    icon = tray_icon(look.shape, look.tone)
    for size in TRAY_SIZES:
        image = icon.pixmap(size, size).toImage()
        inked = sum(image.pixelColor(x, y).alpha() > 128 for x in range(size) for y in range(size))
        assert inked > size * size / 10


def test_states_differ_in_shape_and_not_in_colour_alone(prepared):
    looks = [overall_look(overall) for overall in Overall]
    assert len({look.shape for look in looks}) == len(looks)
