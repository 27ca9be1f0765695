"""The real tray: a display, a window manager and a tray host; the icon is clicked with a mouse."""

import os
import shutil
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

TOOLS = ("Xvfb", "openbox", "trayer", "xdotool", "dbus-run-session")

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, TOOLS)), reason=f"A real tray needs {', '.join(TOOLS)}; `sh tests/run` installs them."
)


@pytest.fixture
def display():
    """A display of its own, with a window manager and a tray host."""
    with ExitStack() as stack:
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        stack.callback(ended, server)
        environment = {**os.environ, "DISPLAY": f":{int(server.stdout.readline())}", "QT_QPA_PLATFORM": "xcb"}
        for command in (["openbox"], ["trayer", "--edge", "bottom", "--height", "32", "--width", "20"]):
            one = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            stack.callback(ended, one)
        yield environment


def ended(process):
    """End a process that this test has started."""
    process.terminate()
    process.wait(30)
    if process.stdout:
        process.stdout.close()


def test_a_click_on_the_icon_in_the_tray_brings_the_window_up(display, tmp_path):
    top = str(Path(__file__).resolve().parents[2])
    command = ["dbus-run-session", "--", sys.executable, "-m", "tests.gui.real_tray", str(tmp_path)]
    environment = {**display, "PYTHONPATH": top}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as window:
        word, *place = window.stdout.readline().split()
        assert word == "icon"
        subprocess.run(["xdotool", "mousemove", *place, "click", "1"], env=display, check=True)
        assert window.stdout.readline().strip() == "opened"
        assert window.wait(60) == 0
