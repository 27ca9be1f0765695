"""What people ask of the notes of flows: that one has been read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from agent.domain.errors import NeedsPerson, Problem
from agent.domain.readmodels import Command
from agent.ports import FlowNotes


@dataclass(frozen=True, slots=True)
class NoteCommands:
    """Carries out the commands of the notes.

    Attributes:
        notes: What flows told.
    """

    notes: FlowNotes

    def does(self) -> Mapping[str, Callable[[Command, int], str]]:
        """Return command name -> what carries it out."""
        return {"seen": self._seen}

    def _seen(self, command: Command, now: int) -> str:
        what = command.arguments["what"]
        if not self.notes.seen(int(what), by=command.author, now=now):
            message = f"There is no note {what} that nobody has read."
            raise NeedsPerson(Problem("Nothing to read", message, code="note.unknown"))
        return f"Note {what} has been read."
