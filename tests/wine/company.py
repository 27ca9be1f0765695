"""The demo's company beside an installed engine: ``tests.wine.play``, seen from outside."""

import json
import queue
import subprocess
import threading

from installer.build import ROOT, WINE
from installer.wine.prefix import inside
from tests.wine.steps import DATA, StepError

#: Payments that the demo's company takes before anything else.
CHARGES = 12

#: Seconds of the whole demo, and of one thing that is asked.
PLAY_S, ASK_S = 1200, 700

#: What has gone wrong where the process ended.
_LAST_WORDS = 2000


class Company:
    """The process with the sandboxes; the installed engine works as long as it is there.

    Args:
        prefix: The Windows.
    """

    def __init__(self, prefix):
        python = inside(WINE / "python" / "python.exe")
        self._said, self._lines = [], queue.Queue()
        self._process = subprocess.Popen(
            ["wine", python, "-m", "tests.wine.play", DATA, str(CHARGES)],
            env=prefix.environment(),
            cwd=ROOT,
            text=True,
            errors="replace",
            bufsize=1,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        threading.Thread(target=self._listen, daemon=True).start()
        self.played = self._answer(PLAY_S)

    def ask(self, verb, number=0):
        """Ask for something and return the answer."""
        self._process.stdin.write(f"{verb} {number}\n")
        return self._answer(ASK_S)

    def end(self):
        """Let the sandboxes end in order, and the engine with them."""
        self._process.stdin.close()
        self._process.wait(180)

    def _listen(self):
        for line in self._process.stdout:
            self._said.append(line)
            if line.startswith("{"):
                self._lines.put(json.loads(line))
        self._lines.put(None)

    def _answer(self, wait_s):
        try:
            found = self._lines.get(timeout=wait_s)
        except queue.Empty:
            found = None
        if found is None:
            raise StepError(f"The company says nothing more: {''.join(self._said)[-_LAST_WORDS:]}")
        return found
