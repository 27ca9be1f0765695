"""What people take back: that something was given up, approved, accepted or read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from agent.domain.documents import State
from agent.domain.errors import NeedsPerson, Problem, no_such_document
from agent.domain.readmodels import Command
from agent.ports import Discrepancies, FlowNotes, Inbox, Outbox
from jobs.carry_out import decide_again

_WAITS = {State.PARKED: "it waits until it is retried or ignored", State.HELD: "it waits for approval"}


@dataclass(frozen=True, slots=True)
class UndoCommands:
    """Carries out the taking back.

    Attributes:
        outbox: The documents.
        inbox: Where fresh decisions are asked for.
        discrepancies: What people accepted.
        notes: What people have read.
        wake: Runs jobs at once, by name.
    """

    outbox: Outbox
    inbox: Inbox
    discrepancies: Discrepancies
    notes: FlowNotes
    wake: Callable[[tuple[str, ...]], None]

    def does(self) -> Mapping[str, Callable[[Command, int], str]]:
        """Return command name -> what carries it out."""
        return {
            "restore": self._restore,
            "unapprove": self._unapprove,
            "reopen": self._reopen,
            "unseen": self._unseen,
        }

    def _restore(self, command: Command, now: int) -> str:
        what = command.arguments["what"]
        if what.isdecimal():
            if self.outbox.get(int(what)) is None:
                raise no_such_document(what)
            state = self.outbox.restore(int(what), by=command.author, now=now)
            return f"Document {what} is restored: {_WAITS[state]}."
        if not self.outbox.ignored_by_person(what):
            message = f"Nobody has ignored {what}, so there is nothing to restore."
            raise NeedsPerson(Problem("Nothing to restore", message, code="restore.not_ignored"))
        decide_again(self.inbox, what, command, now)
        self.wake(("translate",))
        return f"{what} is restored: it is decided again with what Stripe and SYSPRO say now."

    def _unapprove(self, command: Command, now: int) -> str:
        number = int(command.arguments["what"])
        document = self.outbox.get(number)
        if document is None:
            raise no_such_document(number)
        if "among" in command.arguments and document.state is State.HELD:
            # Whoever takes all of them back takes back each: those that went together wait with the first.
            return f"Document {number} waits for approval again with another."
        count = self.outbox.hold_again(number, by=command.author, now=now)
        if count > 1:
            return f"Document {number} and the {count - 1} approved with it wait for approval again."
        return f"Document {number} waits for approval again."

    def _reopen(self, command: Command, now: int) -> str:
        number = int(command.arguments["what"])
        if not self.discrepancies.reopen(number, by=command.author, now=now):
            message = f"Nobody has accepted a discrepancy {number}."
            raise NeedsPerson(Problem("Nothing to reopen", message, code="discrepancy.not_accepted"))
        return f"Discrepancy {number} is open again."

    def _unseen(self, command: Command, now: int) -> str:
        number = int(command.arguments["what"])
        if not self.notes.unseen(number, by=command.author, now=now):
            message = f"There is no note {number} that somebody has read."
            raise NeedsPerson(Problem("Nothing to take back", message, code="note.unread"))
        return f"Note {number} is unread again."
