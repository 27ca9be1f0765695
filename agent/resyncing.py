"""The preview of a resync, made for a home; part of the composition root, as ``agent.checks`` is.

``Translate`` itself decides, over an inbox that holds what is asked about and an outbox that keeps nothing.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from agent.domain.decisions import Decision
from agent.domain.documents import DocumentKey
from agent.domain.errors import Problem, Unavailable
from agent.domain.events import Subject
from agent.domain.facts import Facts
from agent.domain.mapping import MappingRevision
from agent.domain.resync import ResyncAsked, ResyncTold, ResyncWish
from agent.domain.retry import Waits
from agent.store.database import Connections
from agent.store.inbox import Inbox
from agent.store.lease import LeaseKeeper
from agent.store.outbox import Outbox
from jobs.resync import PreviewResync, ResyncCommands, Scope
from jobs.translate import Translate

if TYPE_CHECKING:
    from agent.bootstrap import Home
    from agent.world import World

_STOPPED = Problem("The engine starts anew", "It looks again after that.", code="resync.stopped")

#: Subjects that are read at Stripe before SYSPRO is asked about them.
_BATCH = 50


class _Asked(Inbox):
    """The inbox, in which nothing waits but what is asked about; what stands in the way of it is noted."""

    def __init__(self, connections: Connections) -> None:
        super().__init__(connections)
        self.waiting: list[Subject] = []
        self.problems: list[tuple[Subject, Problem]] = []

    def next_subjects(self, limit: int, now: int) -> list[Subject]:  # noqa: ARG002 - as the port has it
        taken, self.waiting = self.waiting[:limit], self.waiting[limit:]
        return taken

    def postpone(self, subject: Subject, problem: Problem, *, due_at: int | None, now: int) -> None:  # noqa: ARG002
        self.problems.append((subject, problem))


class _Noted(Outbox):
    """The outbox, which takes note of decisions and keeps none."""

    def __init__(self, connections: Connections) -> None:
        super().__init__(connections, LeaseKeeper(connections))
        self.decided: list[tuple[Subject, Decision]] = []

    def apply(  # noqa: PLR0913 - as the port has it
        self, decision: Decision, facts: Facts, subject: Subject, now: int, by: str = "engine", *,  # noqa: ARG002
        again_at: int | None = None, sent: frozenset[DocumentKey] | None = None,  # noqa: ARG002
    ) -> bool:  # fmt: skip
        self.decided.append((subject, decision))
        return True


def preview_resync(
    home: "Home", world: "World", mapping: MappingRevision, stopping: Callable[[], bool]
) -> PreviewResync:
    """Return the job that says what a resync would do, where somebody asked for it."""

    def decide(subjects: Sequence[Subject]) -> Iterator[tuple[Subject, Decision | Problem]]:
        return _decided(home, world, mapping, subjects, stopping)

    store = home.store
    return PreviewResync(store.marks, home.clock, scope_of(home), decide, store.outbox.about, stopping)


def preview_now(home: "Home", wish: ResyncWish) -> ResyncTold:
    """Return what a resync would do, looked at in this process.

    Raises:
        AgentError: When Stripe or SYSPRO cannot be read, or the wish names nothing.
    """
    from agent.outside import mapping_in_force  # noqa: PLC0415 - it knows us

    world = home.connect(home)
    try:
        job = preview_resync(home, world, mapping_in_force(home), lambda: False)
        return job.told(ResyncAsked(0, wish))
    finally:
        world.close()


def resync_commands(home: "Home", wake: Callable[[tuple[str, ...]], None]) -> ResyncCommands:
    """Return what carries out a resync."""
    store = home.store
    return ResyncCommands(scope_of(home), store.inbox, store.catalogue, store.marks, wake)


def scope_of(home: "Home") -> Scope:
    """Return what finds the subjects of a resync."""
    return Scope(home.store.resyncing, home.values(), home.clock)


def _decided(
    home: "Home", world: "World", mapping: MappingRevision, subjects: Sequence[Subject], stopping: Callable[[], bool]
) -> Iterator[tuple[Subject, Decision | Problem]]:
    store, values = home.store, home.values()
    with closing(Connections(store.path)) as connections:
        inbox, outbox = _Asked(connections), _Noted(connections)
        translate = Translate(
            world.reader, world.source, world.erp, inbox, outbox, store.links, store.ledger, store.summaries,
            store.revisions, home.clock, mapping, Waits.of(values), store.habits, store.edits, stopping=stopping,
        )  # fmt: skip
        for first in range(0, len(subjects), _BATCH):
            if stopping():
                raise Unavailable(_STOPPED)
            inbox.waiting = list(subjects[first : first + _BATCH])
            report = translate.run()
            if report.problem is not None:
                raise Unavailable(report.problem)
            yield from outbox.decided
            yield from inbox.problems
            outbox.decided, inbox.problems = [], []
