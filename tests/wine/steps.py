"""One installation under Wine, and what a person or an administrator does with it, step by step."""

import json
import os
import re
import signal
import subprocess
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path

from installer.build import ROOT, WINE
from installer.wine.prefix import Prefix, inside

#: As setup writes them.
NAME = "SYSPRO Stripe agent"
FOLDER = f"C:\\Program Files\\{NAME}"
DATA = "C:\\ProgramData\\syspro-stripe-agent"
SERVICE = "SysproStripeAgent"
#: Name of the copy of the uninstaller that does it, because no program can remove itself.
UNINSTALLS = b".tmp\\Un"
#: Size of the screen on which windows are shown.
DESKTOP = "1280x800"
#: Stages of an update (``agent.updating.Stage``): the service points to the new version, whose engine starts.
SWITCHING, STARTING = 3, 5
UNINSTALL = f"HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\{SERVICE}"
RUN = "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Run"


class StepError(AssertionError):
    """A step did not end as it should."""


class Steps:
    """What was done, how long it took, and whether it went well."""

    def __init__(self):
        self._lines = []

    @contextmanager
    def step(self, what):
        """Print a step when it has ended."""
        started = time.monotonic()
        went = "FAILED"
        try:
            yield
            went = "ok    "
        finally:
            self._lines.append(f"{went} {time.monotonic() - started:6.1f} s  {what}")
            print(self._lines[-1], flush=True)

    def tell(self):
        """Print all of them again, below each other."""
        print("\n".join(["", *self._lines]), flush=True)


def expect(holds, what):
    """Raise with a sentence unless something holds."""
    if not holds:
        raise StepError(what)


def stage_of(journal):
    """How far an update has come; 0 before it begins and while its journal is being replaced."""
    try:
        return json.loads(journal.read_text())["stage"]
    except (OSError, ValueError):
        return 0


def own_seconds(process):
    """The seconds in which a processor worked for a process, for it or for the system on its behalf; source: proc(5)."""
    times = (process / "stat").read_text().rpartition(")")[2].split()
    return (int(times[11]) + int(times[12])) / os.sysconf("SC_CLK_TCK")


def until(holds, what, wait_s=120, again_s=0.5):
    """Wait until something holds."""
    end = time.monotonic() + wait_s
    while not holds():
        expect(time.monotonic() < end, f"{what} did not come about within {wait_s} seconds.")
        threading.Event().wait(again_s)


class Machine:
    """A Windows with nothing of ours on it, until setup has run.

    Args:
        prefix: The Wine prefix.
    """

    def __init__(self, prefix: Prefix):
        self.prefix = prefix

    # -- what an administrator does

    def setup(self, program: Path, *switches, wait_s=900):
        """Run a setup program silently and return its exit code."""
        return self.prefix.run([inside(program), "/S", *switches], wait_s=wait_s).returncode

    def broken_update(self, program: Path):
        """Start a setup program twice at once, kill the update once the service points to the new version.

        Returns the exit codes of both, the smaller one first.
        """
        setups = [self.prefix.start([inside(program), "/S"]) for _ in range(2)]
        journal = self.path(f"{DATA}\\update.json")
        until(lambda: stage_of(journal) >= SWITCHING, "An update", 600, again_s=0.01)
        self._kill(b"\0update\0install\0")
        expect(SWITCHING <= stage_of(journal) < STARTING, f"killed too late, in stage {stage_of(journal)}")
        return sorted(setup.wait(600) for setup in setups)

    def _kill(self, words):
        """Kill the programs of this Windows that have these words in their command line."""
        for process in self._processes(words):
            with suppress(ProcessLookupError):
                os.kill(int(process.name), signal.SIGKILL)

    def _processes(self, words):
        """Return the folders below ``/proc`` of the programs of this Windows that have these words in their command line."""
        ours, found = f"WINEPREFIX={self.prefix.folder}\0".encode(), []
        for process in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                if words in (process / "cmdline").read_bytes() and ours in (process / "environ").read_bytes():
                    found.append(process)
        return found

    def window(self, version, *words):
        """Open the installed window; it ends with the prefix's desktop."""
        return self.prefix.start([f"{FOLDER}\\app-{version}\\syspro-stripe-tray.exe", "--home", DATA, *words])

    @contextmanager
    def portal(self, version):
        """Serve the portal from the installed command line, and yield its address."""
        words = [f"{FOLDER}\\app-{version}\\syspro-stripe.exe", "portal", "--home", DATA]
        with self.prefix.talk(words) as (_, lines):
            said = lines.get(timeout=120) or ""
            expect("http://127.0.0.1:" in said, f"The portal says: {said}")
            yield said.split()[-1]

    def start_time(self, name, times, *command):
        """Return of each start of a program how long it takes to a window of this name: seconds passed, and its own.

        Its own are those in which a processor worked for it: on a busy machine it waits for others.
        """
        begin, found = "\0".join(command).encode(), []
        words = [inside(WINE / "python" / "python.exe"), "-m", "tests.wine.start_time", name, str(times), *command]
        with self.prefix.talk(words, cwd=ROOT) as (process, lines):
            for _ in range(times):
                said = lines.get(timeout=180) or ""
                expect(said.startswith("there after"), f"The start could not be timed: {said}")
                # Whoever times it has these words in its own line, too, behind others.
                timed = [one for one in self._processes(begin) if (one / "cmdline").read_bytes().startswith(begin)]
                found.append((float(said.split()[-1]), sum(map(own_seconds, timed))))
                process.stdin.write("\n")
        return found

    def start_time_of_python(self, name, times, module):
        """Return the same of a module in the Windows Python."""
        return self.start_time(name, times, inside(WINE / "python" / "python.exe"), "-m", module)

    def give_desktop(self):
        """Let all programs of Windows share one desktop with a task bar, which has the tray."""
        key = "HKCU\\Software\\Wine\\Explorer"
        for where, value, text in ((key, "Desktop", SERVICE), (f"{key}\\Desktops", SERVICE, DESKTOP)):
            words = ["reg", "add", where, "/v", value, "/t", "REG_SZ", "/d", text, "/f"]
            expect(self.prefix.run(words).returncode == 0, "Wine's desktop could not be set")

    def desktop(self):
        """Show the desktop; Wine ends with its last program, and this one stays."""
        shown = self.prefix.start(["explorer", f"/desktop={SERVICE},{DESKTOP}"])
        until(lambda: self.titles(SERVICE), "A desktop")
        return shown

    def end_windows(self):
        """Close every window of ours, as setup does."""
        self.prefix.run(["taskkill", "/F", "/IM", "syspro-stripe-tray.exe"])

    def uninstall(self, *switches):
        """Run the uninstaller silently and wait for the copy of itself that does it."""
        code = self.prefix.run([f"{FOLDER}\\uninstall.exe", "/S", *switches]).returncode
        expect(code == 0, f"uninstall ended with {code}")
        until(lambda: not self._processes(UNINSTALLS), "The end of uninstall")

    def type(self, *words, version, wait_s=120, more=None):
        """Type a command of the installed command line; return its exit code and what it said."""
        done = self.prefix.run([f"{FOLDER}\\app-{version}\\syspro-stripe.exe", *words], wait_s=wait_s, more=more)
        return done.returncode, done.stdout

    def play(self, charges):
        """Play the demo's company against the installed engine and return its summary."""
        python = inside(WINE / "python" / "python.exe")
        done = self.prefix.run([python, "-m", "tests.wine.play", DATA, str(charges)], cwd=ROOT, wait_s=1500)
        line = next((line for line in done.stdout.splitlines() if line.startswith("{")), "")
        expect(line, f"The demo told nothing: {done.stdout[-1500:]}")
        return done.returncode, json.loads(line)

    # -- what can be seen

    def path(self, windows):
        """Where a path of drive C lies."""
        return self.prefix.path(windows)

    def registry(self, key, value=None):
        """The text of a value, or of a whole key; empty where there is none."""
        told = self.prefix.run(["reg", "query", key, *(("/v", value) if value else ())]).stdout
        if value is None:
            return told if key.split("\\")[-1] in told else ""
        found = re.search(rf"{re.escape(value)}\s+REG_\w+\s+(.*)", told)
        return found[1].strip() if found else ""

    def state(self, version):
        """What the service is doing, as the installed command line says it."""
        _, said = self.type("service", "state", "--json", version=version)
        return json.loads(said.splitlines()[-1])["state"]

    def titles(self, words):
        """Numbers of the windows whose title has these words."""
        found = ["xdotool", "search", "--name", words]
        return subprocess.run(
            found, env=self.prefix.environment(), check=False, timeout=30, stdout=subprocess.PIPE, text=True
        ).stdout.split()

    def picture(self, target: Path):
        """Take a picture of the whole screen."""
        target.parent.mkdir(parents=True, exist_ok=True)
        self._on_screen("scrot", "--overwrite", str(target))

    def picture_at_rest(self, target: Path):
        """Take a picture of the screen as soon as two in a row are the same."""
        before = target.with_suffix(".before.png")
        self.picture(before)

        def rests():
            self.picture(target)
            same = target.read_bytes() == before.read_bytes()
            before.write_bytes(target.read_bytes())
            return same

        until(rests, "A screen at rest")
        before.unlink()

    def press_tray(self, place):
        """Press the right button of the mouse on a place of the screen."""
        self._on_screen("xdotool", "mousemove", *map(str, place), "click", "3")

    def _on_screen(self, *words):
        subprocess.run(words, env=self.prefix.environment(), check=True, timeout=60)
