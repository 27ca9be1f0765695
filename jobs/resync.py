"""Resync: have a part of the books decided again because a person wants it.

The preview makes the very decisions of ``jobs.translate``, and keeps none of them. May import ``agent.domain`` and
``agent.ports``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from agent.domain.codec import dumps, loads
from agent.domain.decisions import Decision
from agent.domain.documents import Document
from agent.domain.errors import AgentError, NeedsPerson, Problem
from agent.domain.events import RETRY, Event, Subject
from agent.domain.fitting import DoesNotFitError, pad_key
from agent.domain.marks import RESYNC_TOLD, RESYNC_WANTED
from agent.domain.readmodels import Command
from agent.domain.reports import JobReport
from agent.domain.resync import (
    MOST_ROWS,
    MOST_SUBJECTS,
    Effect,
    Part,
    ResyncAsked,
    ResyncRow,
    ResyncTold,
    ResyncWish,
    effects_of,
)
from agent.domain.settings import Values
from agent.ports import CatalogueStore, Clock, Inbox, Marks, Resyncing
from jobs.carry_out import object_type_of

#: Job of the engine that previews.
RESYNC_JOB = "resync"

#: Decides subjects without keeping anything; yields each decision, or what stood in its way.
Decide = Callable[[Sequence[Subject]], Iterator[tuple[Subject, Decision | Problem]]]

#: Documents that exist for Stripe objects.
About = Callable[[Sequence[str]], Sequence[Document]]

_BUG = Problem(
    "The preview met an error of the program",
    "It came to no end because of an error of the program; the log of today says where. Nothing was changed.",
    "Try again; send us the log of today if it stays.",
    "resync.bug",
)


@dataclass(frozen=True, slots=True)
class Scope:
    """Finds what a wish is about.

    Attributes:
        resyncing: The subjects of decisions.
        values: Settings.
        clock: Time of the agent.
    """

    resyncing: Resyncing
    values: Values
    clock: Clock

    def subjects(self, wish: ResyncWish) -> list[Subject]:
        """Return what is decided again.

        Raises:
            NeedsPerson: When there is nothing, too much, or the text names nothing.
        """
        found = self.resyncing.subjects(self.values.text("syspro.company"), wish, self._padded(wish))
        if not found:
            message = "Nothing that this agent knows belongs to it, so nothing would be decided again."
            raise NeedsPerson(Problem("Nothing to decide again", message, code="resync.nothing"))
        if len(found) > MOST_SUBJECTS:
            message = f"These are more than {MOST_SUBJECTS:,} movements; choose a shorter stretch of time."
            raise NeedsPerson(Problem("Too much at once", message, code="resync.too_much"))
        now = self.clock.now()
        return [Subject(one, object_type_of(one), (), (RETRY,), now) for one in found]

    def _padded(self, wish: ResyncWish) -> str:
        if wish.part is not Part.CUSTOMER or wish.what.startswith("cus_"):
            return ""
        length, numeric = self.values.integer("keys.customer_length"), self.values.yes("keys.customer_numeric")
        try:
            return pad_key(wish.what, length=length, numeric=numeric)
        except DoesNotFitError as error:
            raise NeedsPerson(Problem("No customer code", str(error), code="resync.customer")) from error


@dataclass(slots=True)
class PreviewResync:
    """The job: says what a resync would do, where somebody asked for it.

    Attributes:
        marks: Where it is asked for and kept.
        clock: Time of the agent.
        scope: Finds what is meant.
        decide: Decides without keeping anything.
        about: Documents that exist.
        stopping: Says whether the engine wants to stop.
    """

    marks: Marks
    clock: Clock
    scope: Scope
    decide: Decide
    about: About
    stopping: Callable[[], bool] = lambda: False

    def run(self) -> JobReport:
        """Preview, if somebody wants it."""
        text = self.marks.get(RESYNC_WANTED)
        if not text:
            return JobReport()
        asked = loads(ResyncAsked, text)
        told: ResyncTold | None = ResyncTold(asked.command, self.clock.now(), problem=_BUG)
        try:
            told = self.told(asked)
        except AgentError as error:
            # An engine that ends, or starts anew, looks again after that.
            told = None if self.stopping() else ResyncTold(asked.command, self.clock.now(), problem=error.problem)
        finally:
            if told is not None:
                self.marks.set(RESYNC_TOLD, dumps(told), self.clock.now())
                if self.marks.get(RESYNC_WANTED) == text:
                    self.marks.set(RESYNC_WANTED, "", self.clock.now())
        return JobReport(done=1, more=bool(self.marks.get(RESYNC_WANTED)) and told is not None)

    def told(self, asked: ResyncAsked) -> ResyncTold:
        """Return what would become of what is asked about; raises as the decisions do."""
        if asked.wish.part is Part.STOCK_CODE:
            code = asked.wish.what
            row = ResyncRow(code, code, None, Effect.COMPARED)
            return ResyncTold(asked.command, self.clock.now(), 1, (row,), {row.effect.value: 1})
        subjects = self.scope.subjects(asked.wish)
        rows: list[ResyncRow] = []
        counts: dict[str, int] = {}
        for subject, decided in self.decide(subjects):
            for row in self._rows(subject, decided):
                counts[row.effect.value] = counts.get(row.effect.value, 0) + 1
                rows += [row] if len(rows) < MOST_ROWS else []
        return ResyncTold(asked.command, self.clock.now(), len(subjects), tuple(rows), counts)

    def _rows(self, subject: Subject, decided: Decision | Problem) -> Iterator[ResyncRow]:
        if isinstance(decided, Problem):
            yield ResyncRow(subject.object_id, subject.object_id, None, Effect.UNREADABLE, decided.message)
            return
        ids = {decided.subject, *(draft.key.stripe_id for draft in decided.drafts)}
        yield from effects_of(decided, self.about(sorted(ids)))


@dataclass(frozen=True, slots=True)
class ResyncCommands:
    """Carries out what people ask for.

    Attributes:
        scope: Finds what is meant.
        inbox: Where fresh decisions are asked for.
        catalogue: Stock codes.
        marks: Where the job finds what is to be previewed.
        wake: Runs jobs at once, by name.
    """

    scope: Scope
    inbox: Inbox
    catalogue: CatalogueStore
    marks: Marks
    wake: Callable[[tuple[str, ...]], None]

    def does(self) -> Mapping[str, Callable[[Command, int], str]]:
        """Return command name -> what carries it out."""
        return {"resync": self._resync, "resync_look": self._look}

    def _look(self, command: Command, now: int) -> str:
        self.marks.set(RESYNC_WANTED, dumps(ResyncAsked(command.id, _wish(command))), now)
        self.wake((RESYNC_JOB,))
        return "Started."

    def _resync(self, command: Command, now: int) -> str:
        wish = _wish(command)
        if wish.part is Part.STOCK_CODE:
            return self._stock_code(wish.what, now)
        subjects = self.scope.subjects(wish)
        self.inbox.add([_event(command.id, one, now) for one in subjects], now)
        self.wake(("translate",))
        return f"{len(subjects):,} decided again with what Stripe and SYSPRO say now."

    def _stock_code(self, code: str, now: int) -> str:
        self.catalogue.edited(self.scope.values.text("syspro.company"), [code], now)
        self.wake(("catalogue",))
        return f"Stock code {code} is compared again with Stripe."


def _wish(command: Command) -> ResyncWish:
    told = command.arguments
    return ResyncWish(Part(told["part"]), told["what"], int(told["since_at"]), int(told["until_at"]))


def _event(number: int, subject: Subject, now: int) -> Event:
    return Event(
        id=f"{RETRY}_{number}_{subject.object_id}",
        type=RETRY,
        created_at=now,
        object_id=subject.object_id,
        object_type=subject.object_type,
        livemode=False,
    )
