"""The demo's company beside an installed engine: ``tests.wine.play``, seen from outside."""

import json
import queue
from contextlib import ExitStack

from installer.build import ROOT, WINE
from installer.wine.prefix import inside
from tests.wine.steps import DATA, StepError

#: Payments that the demo's company takes before anything else.
CHARGES = 12

#: Seconds of the whole demo, and of one thing that is asked.
PLAY_S, ASK_S = 1200, 700

#: Characters of what went wrong where the process ended.
_LAST_WORDS = 2000


class Company:
    """The process with the sandboxes; the installed engine works as long as it is there.

    Args:
        prefix: The Windows.
    """

    def __init__(self, prefix):
        python = inside(WINE / "python" / "python.exe")
        self._stack = ExitStack()
        words = [python, "-m", "tests.wine.play", DATA, str(CHARGES)]
        self._process, self._lines = self._stack.enter_context(prefix.talk(words, cwd=ROOT))
        self.played = self._answer(PLAY_S)

    def ask(self, verb, number=0):
        """Ask for something and return the answer."""
        self._process.stdin.write(f"{verb} {number}\n")
        return self._answer(ASK_S)

    def end(self):
        """Let the sandboxes end in order, and the engine with them."""
        self._process.stdin.close()
        self._process.wait(180)
        self._stack.close()

    def _answer(self, wait_s):
        """Return the next line of JSON; all else is what went wrong."""
        said = []
        while True:
            try:
                line = self._lines.get(timeout=wait_s)
            except queue.Empty:
                line = None
            if line is None:
                raise StepError(f"The company says nothing more: {''.join(said)[-_LAST_WORDS:]}")
            if line.startswith("{"):
                return json.loads(line)
            said.append(line)
