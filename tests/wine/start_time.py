"""How long a program takes until Windows has a certain window of it. Runs in a Windows Python.

python -m tests.wine.start_time NAME TIMES PROGRAM WORDS...  starts it so many times, and prints as JSON of each the seconds
from the start until there is a window whose class or title has NAME in it, and those in which a processor worked for it, which
are its own: on a busy machine it waits for others. Each is ended again.
"""

import json
import subprocess
import sys
import threading
import time

import win32api
import win32con
import win32gui
import win32process

#: Seconds that a start may take.
PATIENCE_S = 120

LOOK_AGAIN_S = 0.02

#: Windows counts the time of processors in units of 100 nanoseconds.
UNITS_A_SECOND = 10_000_000


def there(process, name):
    """Return whether a window of the process has this name."""
    found = []

    def look(window, _):
        names = f"{win32gui.GetClassName(window)} {win32gui.GetWindowText(window)}"
        if name in names and win32process.GetWindowThreadProcessId(window)[1] == process.pid:
            found.append(window)

    win32gui.EnumWindows(look, None)
    return bool(found)


def own_seconds(process):
    """Return the seconds in which a processor worked for the process, for it or for the system on its behalf."""
    handle = win32api.OpenProcess(win32con.PROCESS_QUERY_INFORMATION, False, process.pid)
    times = win32process.GetProcessTimes(handle)
    win32api.CloseHandle(handle)
    return (times["UserTime"] + times["KernelTime"]) / UNITS_A_SECOND


def seconds(name, command):
    """Start the program once and return how long it took, and how much of that was its own."""
    started = time.monotonic()
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        while not there(process, name):
            if process.poll() is not None:
                raise SystemExit(f"It ended with {process.returncode}: {process.stdout.read()[-1000:]}")
            if time.monotonic() - started > PATIENCE_S:
                raise SystemExit(f"There is no {name} after {PATIENCE_S} s.")
            threading.Event().wait(LOOK_AGAIN_S)
        return round(time.monotonic() - started, 2), round(own_seconds(process), 2)
    finally:
        process.kill()
        process.wait()


if __name__ == "__main__":
    print(json.dumps([seconds(sys.argv[1], sys.argv[3:]) for _ in range(int(sys.argv[2]))]))
