"""Carry out what people asked for: pause, resume, sync now, retry, ignore, take over new settings.

Commands are rows that the command line and the window write; the engine picks them up here, oldest first.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from agent.domain.attempts import Settlement
from agent.domain.decisions import IGNORED_BY_PERSON, Decision, Outcome
from agent.domain.documents import REPLACEABLE, Document, State
from agent.domain.errors import NeedsPerson, Problem, Transient, no_such_document
from agent.domain.events import RETRY, Event, Subject
from agent.domain.facts import ErpFacts, Facts, StripeFacts
from agent.domain.marks import PAUSED, UNTIL_RESUMED
from agent.domain.readmodels import Command
from agent.domain.reports import JobReport
from agent.ports import Clock, Commands, Discrepancies, Inbox, Marks, Outbox

_BUG = "The program met an error of its own; nothing may have been done. The log of today says where."

#: Most commands carried out in one round.
_BATCH = 100

#: Stripe's id prefixes of objects that a person may name, with Stripe's ``object``.
_PREFIXES = {
    "ch_": "charge",
    "py_": "charge",
    "pi_": "payment_intent",
    "cs_": "checkout.session",
    "in_": "invoice",
    "re_": "refund",
    "pyr_": "refund",
    "dp_": "dispute",
    "du_": "dispute",
    "po_": "payout",
    "txn_": "balance_transaction",
    "day_": "day",
}

#: Objects that decisions are about; all others lead to one of them.
_DECIDED = frozenset({"charge", "refund", "dispute", "payout", "balance_transaction", "day"})


@dataclass(slots=True)
class CarryOut:
    """One round of commands.

    Attributes:
        commands: What people asked for.
        inbox: Where fresh decisions are asked for.
        outbox: Documents.
        discrepancies: What is not as it should be.
        marks: Pause and the like.
        clock: Time of the agent.
        company: SYSPRO company.
        wake: Runs jobs at once, by name.
        reload: Starts the engine anew with the settings of now.
        zone: Time zone in which people are told times.
    """

    commands: Commands
    inbox: Inbox
    outbox: Outbox
    discrepancies: Discrepancies
    marks: Marks
    clock: Clock
    company: str
    wake: Callable[[tuple[str, ...]], None]
    reload: Callable[[], None]
    zone: tzinfo = UTC

    def run(self) -> JobReport:
        """Carry out what waits."""
        done = 0
        while done < _BATCH and (command := self.commands.next()) is not None:
            self._one(command)
            done += 1
        return JobReport(done=done, more=done == _BATCH)

    def _one(self, command: Command) -> None:
        now = self.clock.now()
        # What is said when the command meets a bug, which must not stand in the way of all later commands.
        result, ok, done = _BUG, False, True
        try:
            result = self._carried_out(command, now)
            ok = True
        except NeedsPerson as error:
            result = error.problem.message
        except Transient:
            done = False  # nothing was done, and it waits for its turn again
            raise
        finally:
            if done:
                self.commands.finish(command.id, result=result, ok=ok, now=now)

    def _carried_out(self, command: Command, now: int) -> str:
        does = self._does().get(command.name)
        if does is None:
            message = f"This engine knows no command {command.name}; it may be older than the program that gave it."
            raise NeedsPerson(Problem("Unknown command", message, code="command.unknown"))
        return does(command, now)

    def _does(self) -> Mapping[str, Callable[[Command, int], str]]:
        return {
            "pause": self._pause,
            "resume": self._resume,
            "sync_now": self._sync_now,
            "prove": self._prove,
            "retry": self._retry,
            "ignore": self._ignore,
            "approve": self._approve,
            "resolve": self._resolve,
            "accept": self._accept,
            "reload": self._reload,
        }

    def _pause(self, command: Command, now: int) -> str:
        until = command.arguments["until"]
        self.marks.set(PAUSED, until, now)
        if until == UNTIL_RESUMED:
            return "Paused. Nothing is read or posted until it is resumed."
        ends = datetime.fromtimestamp(int(until), self.zone)
        return f"Paused until {ends:%Y-%m-%d %H:%M} ({self.zone}). Nothing is read or posted until then."

    def _resume(self, _: Command, now: int) -> str:
        self.marks.set(PAUSED, "", now)
        self.wake(("poll", "translate", "post"))
        return "Resumed."

    def _sync_now(self, _: Command, __: int) -> str:
        self.wake(("poll", "sweep", "translate", "post", "resolve"))
        return "Started."

    def _prove(self, _: Command, __: int) -> str:
        self.wake(("prove",))
        return "Started."

    def _reload(self, _: Command, __: int) -> str:
        self.reload()
        return "The engine starts anew with the settings of now."

    def _retry(self, command: Command, now: int) -> str:
        what = command.arguments["what"]
        subject = self._subject_of(int(what)) if what.isdecimal() else what
        known = self.inbox.unfinished(subject)
        event = Event(
            id=f"{RETRY}_{command.id}_{subject}",
            type=RETRY,
            created_at=now,
            object_id=subject,
            object_type=known.object_type if known else _object_type(subject),
            livemode=False,
        )
        self.inbox.add([event], now)
        self.wake(("translate",))
        return f"{what} is decided again with what Stripe and SYSPRO say now."

    def _subject_of(self, number: int) -> str:
        """Return the payment that made a document which may be decided again."""
        document = self._document(number)
        if document.state not in REPLACEABLE:
            message = (
                f"Document {number} is {document.state.value.replace('_', ' ')}; only what waits is decided again."
            )
            raise NeedsPerson(Problem("Nothing to retry", message, code="document.not_waiting"))
        return self.outbox.subject_of(number)

    def _ignore(self, command: Command, now: int) -> str:
        what, reason = command.arguments["what"], command.arguments["reason"]
        if what.isdecimal():
            self._document(int(what))
            self.outbox.cancel(int(what), by=command.author, reason=reason, now=now)
            return f"Document {what} is cancelled: {reason}"
        subject = self.inbox.unfinished(what) or Subject(what, _decided_type(what), (), (), now)
        decision = Decision(what, Outcome.IGNORED, reason, IGNORED_BY_PERSON)
        facts = Facts(self.company, StripeFacts(what, subject.object_type, {}), ErpFacts(), read_at=now)
        self.outbox.apply(decision, facts, subject, now, command.author)
        return f"{what} is ignored: {reason}"

    def _approve(self, command: Command, now: int) -> str:
        number = int(command.arguments["what"])
        self._document(number)
        self.outbox.release(number, reason="Approved.", now=now, by=command.author)
        self.wake(("post",))
        return f"Document {number} is posted as it is."

    def _resolve(self, command: Command, now: int) -> str:
        """End a doubt by a person's word: SYSPRO has it under a key, or does not have it."""
        number, erp_key = int(command.arguments["what"]), command.arguments["erp_key"]
        document = self._document(number)
        if document.state is not State.IN_DOUBT:
            message = f"Document {number} is {document.state.value.replace('_', ' ')}, not in doubt."
            raise NeedsPerson(Problem("Nothing to resolve", message, code="document.not_in_doubt"))
        if erp_key:
            evidence = f"{command.author} found it in SYSPRO."
            self.outbox.settle(document, Settlement(State.POSTED, erp_key=erp_key, evidence=evidence), now)
            return f"Document {number} is posted as {erp_key}."
        again = Settlement(State.PENDING, due_at=now, evidence=f"{command.author} did not find it in SYSPRO.")
        self.outbox.settle(document, again, now)
        self.wake(("post",))
        return f"Document {number} is posted again."

    def _accept(self, command: Command, now: int) -> str:
        number, reason = int(command.arguments["what"]), command.arguments["reason"]
        if not self.discrepancies.close(number, by=command.author, reason=reason, now=now):
            message = f"There is no open discrepancy {number}."
            raise NeedsPerson(Problem("Nothing to accept", message, code="discrepancy.unknown"))
        return f"Discrepancy {number} is accepted: {reason}"

    def _document(self, number: int) -> Document:
        document = self.outbox.get(number)
        if document is None:
            raise no_such_document(number)
        return document


def _decided_type(stripe_id: str) -> str:
    """Return the type of an object that decisions are about: a payment by its charge, or another movement of money."""
    object_type = _object_type(stripe_id)
    if object_type not in _DECIDED:
        message = f"{stripe_id} leads to a payment; ignore that by its own id, ch_... or py_..."
        raise NeedsPerson(Problem("Name the payment itself", message, code="command.not_the_payment"))
    return object_type


def _object_type(stripe_id: str) -> str:
    for prefix, object_type in _PREFIXES.items():
        if stripe_id.startswith(prefix):
            return object_type
    known = ", ".join(_PREFIXES)
    message = f"{stripe_id} is neither a document number nor a Stripe id that starts with {known}."
    raise NeedsPerson(Problem("Nothing to act on", message, code="command.unknown_target"))
