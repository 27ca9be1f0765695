"""Carry out what people asked for: pause, resume, sync now, retry, ignore, take over new settings.

Commands are rows that the command line and the window write; the engine picks them up here, oldest first.
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo

from agent.domain.account_order import SUBJECT as PORTAL_ORDER
from agent.domain.allocations import ALLOCATION, is_allocation
from agent.domain.attempts import Settlement
from agent.domain.corrections import SUBJECT as CORRECTION
from agent.domain.customers.writing import SUBJECT as CUSTOMER_LINK
from agent.domain.decisions import IGNORED_BY_PERSON, Decision, Outcome
from agent.domain.documents import REPLACEABLE, Document, State
from agent.domain.entries import UNMAPPED
from agent.domain.errors import Misconfigured, NeedsPerson, Problem, Transient, no_such_document
from agent.domain.events import RETRY, Event, Subject
from agent.domain.facts import ErpFacts, Facts, StripeFacts
from agent.domain.marks import PAUSED, UNTIL_RESUMED
from agent.domain.readmodels import Command
from agent.domain.reconciliation import Asked, Wish
from agent.domain.reports import JobReport
from agent.ports import Clock, Commands, Discrepancies, Inbox, Marks, Outbox
from jobs.correct import Correct
from jobs.map_account import MapAccount
from jobs.reconcile import ask

_BUG = "The program met an error of its own; nothing may have been done. The log of today says where."

_NO_SYSPRO = Problem(
    "Not set up yet", "Corrections look at SYSPRO first, which is not set up.", code="correction.not_set_up"
)

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
_DECIDED = frozenset({"charge", "refund", "dispute", "payout", "balance_transaction", "day", ALLOCATION})


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
        mapping: Opens what gives accounts their ledger codes, which asks SYSPRO about them.
        correcting: Opens what makes corrections, which look at SYSPRO first; ``None`` where there is no SYSPRO.
        further: Command name -> what carries out commands of other parts.
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
    correcting: Callable[[], AbstractContextManager[Correct]] | None = None
    mapping: Callable[[], AbstractContextManager[MapAccount]] | None = None
    further: Mapping[str, Callable[[Command, int], str]] = field(default_factory=dict)

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
            "reconcile": self._reconcile,
            "retry": self._retry,
            "release": self._release,
            "ignore": self._ignore,
            "approve": self._approve,
            "resolve": self._resolve,
            "accept": self._accept,
            "post_again": self._post_again,
            "adjust": self._adjust,
            "reload": self._reload,
            "map": self._map,
            **self.further,
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
        self.wake(("poll", "sweep", "allocate", "translate", "post", "resolve", "periods"))
        return "Started."

    def _prove(self, _: Command, __: int) -> str:
        self.wake(("prove",))
        return "Started."

    def _reconcile(self, command: Command, now: int) -> str:
        told = command.arguments
        wish = Wish(int(told["since_at"]), int(told["until_at"]), told["payout"], matched=told["matched"] == "yes")
        ask(self.marks, Asked(command.id, wish), now)
        self.wake(("reconcile",))
        return "Started."

    def _reload(self, _: Command, __: int) -> str:
        self.reload()
        return "The engine starts anew with the settings of now."

    def _map(self, command: Command, now: int) -> str:
        """Give an account its ledger code, and have everything decided again that is held for a missing one."""
        told = command.arguments
        if self.mapping is None:
            raise NeedsPerson(_NO_SYSPRO)
        try:
            with self.mapping() as mapping:
                said = mapping.map(told["account"], told["ledger_code"], told["currency"], command.author)
        except Misconfigured as error:
            raise NeedsPerson(error.problem) from error
        # An engine that was told to start anew decides nothing more with the settings of before.
        self.reload()
        return f"{said} {self._release(command, now)}"

    def _retry(self, command: Command, now: int) -> str:
        what = command.arguments["what"]
        subject = self._subject_of(int(what)) if what.isdecimal() else what
        if subject.startswith((f"{CUSTOMER_LINK}|", f"{PORTAL_ORDER}|", f"{CORRECTION}|")):
            # No payment made it, so that no payment is decided again: it says what was found when both sides were
            # compared, what a customer ordered on account, or what corrects another document.
            if subject.startswith(CORRECTION) and self._document(int(what)).state is State.HELD:
                message = f"Document {what} waits for approval: approve it, or ignore it."
                raise NeedsPerson(Problem("Nothing to retry", message, code="document.not_refused"))
            self.outbox.release(int(what), by=command.author, reason="Sent again.", now=now)
            self.wake(("post",))
            return f"Document {what} is sent again as it is."
        decide_again(self.inbox, subject, command, now)
        self.wake(("translate",))
        return f"{what} is decided again with what Stripe and SYSPRO say now."

    def _release(self, command: Command, now: int) -> str:
        """Decide again whatever is held for one reason; the settings that end it are in force by now.

        An engine that was told to start anew decides nothing more with the settings of before.
        """
        held = self.outbox.held_for(self.company, command.arguments.get("code", UNMAPPED))
        for subject in held:
            decide_again(self.inbox, subject, command, now)
        self.wake(("translate",))
        return f"{len(held):,} held for it {'is' if len(held) == 1 else 'are'} decided again with the settings of now."

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
            mind = self.outbox.cancel(int(what), by=command.author, reason=reason, now=now)
            return f"Document {what} is cancelled: {reason}{f' {mind}' if mind else ''}"
        subject = self.inbox.unfinished(what) or Subject(what, _decided_type(what), (), (), now)
        decision = Decision(what, Outcome.IGNORED, reason, IGNORED_BY_PERSON)
        facts = Facts(self.company, StripeFacts(what, subject.object_type, {}), ErpFacts(), read_at=now)
        self.outbox.apply(decision, facts, subject, now, command.author)
        return f"{what} is ignored: {reason}"

    def _approve(self, command: Command, now: int) -> str:
        number = int(command.arguments["what"])
        document = self._document(number)
        if "among" in command.arguments and document.state is not State.HELD:
            # Whoever approves all of them approves each: those that are held together have gone with the first.
            return f"Document {number} was approved with another."
        self._refuse_while_decided_again(number)
        together = self.outbox.held_with(number)
        # Whoever can take it back is given the time for that.
        wait_s = int(command.arguments.get("wait_s", "0"))
        for one in (number, *together):
            self.outbox.release(one, reason="Approved.", now=now, by=command.author, wait_s=wait_s)
        self.wake(("post",))
        if together:
            return f"Document {number} and the {len(together)} held with it are posted as they are."
        return f"Document {number} is posted as it is."

    def _refuse_while_decided_again(self, number: int) -> None:
        """Refuse to post a document as it is while a person wants it otherwise: what was changed would be lost."""
        asked = self.inbox.unfinished(self.outbox.subject_of(number))
        if asked is not None and RETRY in asked.types:
            message = (
                f"Document {number} is being decided again, because a person asked for that. Approve what comes of it."
            )
            raise NeedsPerson(Problem("Not approved yet", message, code="document.decided_again"))

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

    def _post_again(self, command: Command, _: int) -> str:
        number, reason = int(command.arguments["what"]), command.arguments["reason"]
        said = self._corrected(lambda correct: correct.post_again(number, reason, command.author))
        self.wake(("post",))
        return said

    def _adjust(self, command: Command, _: int) -> str:
        number, told = int(command.arguments["what"]), command.arguments
        return self._corrected(
            lambda correct: correct.adjust(number, told["ledger_code"], told["reason"], command.author)
        )

    def _corrected(self, work: Callable[[Correct], str]) -> str:
        """Make a correction; one that cannot be made now is refused, so that no other command waits for SYSPRO."""
        if self.correcting is None:
            raise NeedsPerson(_NO_SYSPRO)
        try:
            with self.correcting() as correct:
                return work(correct)
        except (Transient, Misconfigured) as error:
            problem = error.problem
            message = f"SYSPRO could not be looked at, so nothing was done. {problem.message} {problem.press}".strip()
            raise NeedsPerson(Problem(problem.title, message, code=problem.code)) from error

    def _document(self, number: int) -> Document:
        document = self.outbox.get(number)
        if document is None:
            raise no_such_document(number)
        return document


def _decided_type(stripe_id: str) -> str:
    """Return the type of an object that decisions are about: a payment by its charge, or another movement of money."""
    object_type = object_type_of(stripe_id)
    if object_type not in _DECIDED:
        message = f"{stripe_id} leads to a payment; ignore that by its own id, ch_... or py_..."
        raise NeedsPerson(Problem("Name the payment itself", message, code="command.not_the_payment"))
    return object_type


def decide_again(inbox: Inbox, subject: str, command: Command, now: int) -> None:
    """Have a subject decided again with what both systems say now, because a person asked for it.

    Raises:
        NeedsPerson: When ``subject`` is nothing that decisions are about.
    """
    known = inbox.unfinished(subject)
    event = Event(
        id=f"{RETRY}_{command.id}_{subject}",
        type=RETRY,
        created_at=now,
        object_id=subject,
        object_type=known.object_type if known else object_type_of(subject),
        livemode=False,
    )
    inbox.add([event], now)


def object_type_of(stripe_id: str) -> str:
    """Return Stripe's ``object`` of an id, by how it begins. Raises ``NeedsPerson`` for any other text."""
    if is_allocation(stripe_id):
        return ALLOCATION
    for prefix, object_type in _PREFIXES.items():
        if stripe_id.startswith(prefix):
            return object_type
    known = ", ".join(_PREFIXES)
    message = f"{stripe_id} is neither a document number nor a Stripe id that starts with {known}."
    raise NeedsPerson(Problem("Nothing to act on", message, code="command.unknown_target"))
