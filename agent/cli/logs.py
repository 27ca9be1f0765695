"""The log: JSON lines in the home's ``logs`` folder, a file a day, with every secret left out."""

import logging
import re
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from logging.handlers import TimedRotatingFileHandler
from pathlib import Path

from pythonjsonlogger.json import JsonFormatter

#: Folder and file below a home.
FOLDER, FILE = "logs", "agent.log"

#: Days that stay.
_KEPT_DAYS = 30

#: Libraries that tell more than a bookkeeper's log should hold: addresses with their queries, every request.
_LIBRARIES = ("httpx", "httpcore", "urllib3", "stripe", "apscheduler", "uvicorn")

_STRIPE_KEY = re.compile(r"\b(sk|rk|whsec)_[A-Za-z0-9_]{8,}")
# SYSPRO's session token and passwords travel in the address; names such as OperatorPassword end with Password.
_SYSPRO_VALUE = re.compile(r"(UserId|Password)(\\?\"?\s*[=:]\s*\\?\"?)[^&\s\"'<>\\,;]+", re.IGNORECASE)


def redacted(text: str) -> str:
    """Return ``text`` without Stripe keys and without the values of ``UserId=`` and ``Password=``."""
    return _SYSPRO_VALUE.sub(r"\1\2...", _STRIPE_KEY.sub(r"\1_...", text))


class RedactedLines(JsonFormatter):
    """Makes one JSON line of a record and leaves secrets out.

    The finished line is cleaned, not the record: so neither an extra key nor the text of an exception slips through.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        return redacted(super().format(record))


class _DayFile(TimedRotatingFileHandler):
    """A file a day; where it cannot be written the engine goes on, and a sentence on standard error says so, once."""

    _said = False

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802, ARG002 - the library's own signature
        """Say that the log cannot be written; the library would print the record with all it holds."""
        self._say(sys.exc_info()[1])

    def close(self) -> None:
        """Close the file; what cannot be written any more is lost, and the command ends as it would."""
        try:
            super().close()
        except OSError as error:
            self._say(error)

    def _say(self, error: BaseException | None) -> None:
        if not self._said and sys.stderr is not None:
            self._said = True
            why = getattr(error, "strerror", None) or "its disk or folder refuses it"
            print(f"The log {self.baseFilename} cannot be written: {why}.", file=sys.stderr)  # noqa: T201


class _NoteFile(logging.FileHandler):
    """One line, or an error for the caller."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802, ARG002 - the library's own signature
        """Raise what went wrong, in the ``except`` block that called this."""
        raise  # noqa: PLE0704 - the block is the library's


@contextmanager
def logging_to(home: Path) -> Iterator[Path]:
    """Log to ``HOME/logs/agent.log`` for the length of the block; yield the file.

    Only the process that holds the engine's lock may use it: Windows cannot rotate a file that two have open. The
    file is opened with the first line for the same reason.
    """
    folder = home / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    file = _DayFile(folder / FILE, when="midnight", backupCount=_KEPT_DAYS, encoding="utf-8", delay=True, utc=True)
    file.setFormatter(_lines())
    root = logging.getLogger()
    before = {name: logging.getLogger(name).level for name in ("", *_LIBRARIES)}
    root.addHandler(file)
    root.setLevel(logging.INFO)
    for name in _LIBRARIES:
        logging.getLogger(name).setLevel(logging.WARNING)
    try:
        yield folder / FILE
    finally:
        root.removeHandler(file)
        file.close()
        for name, level in before.items():
            logging.getLogger(name).setLevel(level)


def note_bug(home: Path, error: str, where: str) -> Path:
    """Write one line about an error of the program to ``HOME/logs/commands.log`` and return the file.

    Raises:
        OSError: When it cannot be written.
    """
    folder = home / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "commands.log"
    file = _NoteFile(path, encoding="utf-8")
    file.setFormatter(_lines())
    record = logging.makeLogRecord(
        {"name": "agent.cli", "levelname": "ERROR", "msg": "error of the program", "error": error, "where": where}
    )
    with closing(file):
        file.emit(record)
    return path


def _lines() -> RedactedLines:
    return RedactedLines(
        "%(levelname)s %(name)s %(threadName)s %(message)s",
        rename_fields={"levelname": "level", "name": "logger", "threadName": "thread"},
        timestamp=True,
    )
