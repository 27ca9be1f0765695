"""Flows between the draft and files; asked in the threads of the reading."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from agent.domain.errors import NeedsPerson, Problem
from agent.service import AgentService

#: Largest file that is read as a flow, in bytes.
_MOST_BYTES = 1_000_000


def written(service: AgentService, name: str, path: Path) -> str:
    """Write a flow to a file; return what was in the way, empty for nothing."""
    try:
        path.write_text(service.designer.text(name), "utf-8", newline="\n")
    except OSError as error:
        return QCoreApplication.translate("flows", "Not written: {why}.").format(why=error.strerror or error)
    return ""


def read(path: Path) -> str:
    """Return the text of a file.

    Raises:
        NeedsPerson: When it is no text that could be a flow.
    """
    translated = QCoreApplication.translate
    try:
        if path.stat().st_size > _MOST_BYTES:
            why = translated("flows", "it is larger than any flow")
        else:
            return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        why = translated("flows", "it is no text in UTF-8")
    except OSError as error:
        why = str(error.strerror or error)
    message = translated("flows", "{name} cannot be read: {why}.").format(name=path.name, why=why)
    raise NeedsPerson(Problem(translated("flows", "No flow was taken"), message, "", "flow.unreadable"))
