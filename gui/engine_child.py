"""The engine as a child of the window: started where none runs, watched, started again, ended with the window.

The child ends when its standard input does, so that it never outlives the window that started it, not even when that
is killed. An engine that somebody else runs (the service) is left alone.
"""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

#: Milliseconds until an engine that ended by itself is started again; doubles each time.
_AGAIN_MS, _AGAIN_MOST_MS = 5_000, 300_000

#: Milliseconds that an engine gets to end in order.
_PATIENCE_MS = 30_000

#: Characters of its last words that are kept.
_KEPT = 2_000


class Life(Enum):
    """What the child is doing."""

    NONE = "none"
    """It was not started, or ended as asked."""
    RUNNING = "running"
    """The process is there; whether it gives signs of life is in the database."""
    ENDED = "ended"
    """It ended by itself, and is started again."""


class EngineChild(QObject):
    """One engine process.

    Args:
        command: Program and arguments; empty never starts one.
        environment: Variables beside our own.
        again_ms: Milliseconds until it is started again after it ended by itself.
    """

    changed = Signal()

    def __init__(
        self, command: Sequence[str], environment: dict[str, str] | None = None, *, again_ms: int = _AGAIN_MS
    ) -> None:
        super().__init__()
        self._command = list(command)
        self._again_ms, self._first_ms = again_ms, again_ms
        self._asked_to_end = False
        self._words = ""
        self.life = Life.NONE
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self._process.readyReadStandardOutput.connect(self._listen)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._not_started)
        variables = QProcessEnvironment.systemEnvironment()
        for name, value in (environment or {}).items():
            variables.insert(name, value)
        self._process.setProcessEnvironment(variables)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.start)

    @property
    def possible(self) -> bool:
        """Whether an engine can be started at all."""
        return bool(self._command)

    @property
    def last_words(self) -> str:
        """The last line that it said."""
        lines = [line for line in self._words.splitlines() if line.strip()]
        return lines[-1] if lines else ""

    def start(self) -> None:
        """Start it, unless it runs."""
        if not self._command or self._process.state() is not QProcess.ProcessState.NotRunning:
            return
        self._timer.stop()
        self._asked_to_end = False
        self._words = ""
        self._process.start(self._command[0], self._command[1:])
        self._live(Life.RUNNING)

    def stop(self) -> None:
        """End it in order and wait for that; one that does not end is ended."""
        self._timer.stop()
        self._asked_to_end = True
        if self._process.state() is QProcess.ProcessState.NotRunning:
            return
        # The end of its input asks it to end on every system; Windows has no signal for a process without a console.
        self._process.closeWriteChannel()
        if not self._process.waitForFinished(_PATIENCE_MS):
            self._process.kill()
            self._process.waitForFinished()

    def well(self) -> None:
        """Say that it gives signs of life: the next trouble is the first one again."""
        self._again_ms = self._first_ms

    def pid(self) -> int:
        """Return the number of its process; 0 when there is none."""
        return int(self._process.processId())

    def _listen(self) -> None:
        said = bytes(self._process.readAllStandardOutput().data()).decode(errors="replace")
        self._words = (self._words + said)[-_KEPT:]

    def _ended(self) -> None:
        self._listen()
        if self._asked_to_end:
            self._live(Life.NONE)
            return
        self._live(Life.ENDED)
        self._timer.start(self._again_ms)
        self._again_ms = min(self._again_ms * 2, _AGAIN_MOST_MS)

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._words = self._process.errorString()
            self._ended()

    def _live(self, life: Life) -> None:
        self.life = life
        self.changed.emit()
