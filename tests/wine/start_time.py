"""Starts a program until Windows has a certain window of it. Runs in a Windows Python.

python -m tests.wine.start_time NAME TIMES PROGRAM WORDS...  starts it so many times; as soon as there is a window whose class or
title has NAME in it the seconds that passed are printed, and the program is ended at the next line of the standard input.
"""

import subprocess
import sys
import threading
import time

import win32gui
import win32process

#: Seconds that a start may take.
PATIENCE_S = 120

LOOK_AGAIN_S = 0.02


def there(process, name):
    """Return whether a window of the process has this name."""
    found = []

    def look(window, _):
        names = f"{win32gui.GetClassName(window)} {win32gui.GetWindowText(window)}"
        if name in names and win32process.GetWindowThreadProcessId(window)[1] == process.pid:
            found.append(window)

    win32gui.EnumWindows(look, None)
    return bool(found)


def start(name, command):
    """Start the program once, tell when its window is there, and end it when asked."""
    started = time.monotonic()
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        while not there(process, name):
            if process.poll() is not None:
                raise SystemExit(f"It ended with {process.returncode}: {process.stdout.read()[-1000:]}")
            if time.monotonic() - started > PATIENCE_S:
                raise SystemExit(f"There is no {name} after {PATIENCE_S} s.")
            threading.Event().wait(LOOK_AGAIN_S)
        print(f"there after {time.monotonic() - started:.2f}", flush=True)
        sys.stdin.readline()
    finally:
        process.kill()
        process.wait()


if __name__ == "__main__":
    for _ in range(int(sys.argv[2])):
        start(sys.argv[1], sys.argv[3:])
