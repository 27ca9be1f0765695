"""One preview: the engine's jobs run on a database of their own until nothing moves, and what came of it is told."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from agent import checks
from agent.bootstrap import Home
from agent.domain.documents import Document, State
from agent.domain.errors import NeedsPerson, Problem, Transient
from agent.domain.mapping import MappingContent
from agent.domain.marks import OPENING
from agent.domain.preview import Preview, PreviewDocument, account_totals
from agent.domain.readmodels import DocumentFilter
from agent.domain.reports import JobReport
from agent.domain.settings import SETTINGS
from agent.outside import jobs_of
from agent.pairs import DATABASE
from agent.ports import Clock, ErpReader, ListReader
from agent.preview.notes import Notes
from agent.preview.syspro import NotedLists, NotedReader, NotedTarget
from agent.sendings import NotedSendings
from agent.store import Store
from agent.world import World
from connectors.syspro.composing import Composed, compose
from jobs.binding import Binding
from jobs.poll import START

#: Told what is going on: job, how much is done, how much there is (0 when unknown).
Progress = Callable[[str, int, int], None]

#: Begins the name of the folder that a preview works in; one that a killed preview left is removed by the next.
_FOLDER = "preview-"

#: Age in seconds from which such a folder belongs to no preview that still runs.
_LEFT_S = 86400

#: Jobs that look for more where nothing is left to decide.
_IDLE = ("days", "allocate")

#: Waits of a preview in seconds: what waits for another document is looked at again at once.
_QUICK = {"retry.first_s": "1", "retry.most_s": "1", "retry.snooze_s": "1", "syspro.batch": "500"}

_AUTHOR = "preview"

#: Rounds until it is said that a preview comes to no end, and rounds of one job.
_MOST_ROUNDS = 100_000
_MOST_TURNS = 100_000

#: Rounds in a row that may end with a problem, such as Stripe not answering.
_MOST_PROBLEMS = 3

_NO_END = Problem(
    "The preview came to no end",
    "The preview was stopped because something in it is decided again and again.",
    "Send us the log of today.",
    "preview.endless",
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be shown.

    Attributes:
        content: The mapping to decide with: that in force, or a draft.
        since: First day, at the site.
    """

    content: MappingContent
    since: date


def silent(_job: str, _done: int, _total: int) -> None:
    """Tell nobody."""
    return


def make_preview(
    home: Home,
    wanted: Wanted,
    *,
    progress: Progress = silent,
    as_it_was: Callable[[ErpReader], ErpReader] = lambda erp: erp,
) -> Preview:
    """Return what would become of Stripe's history since a day, as though the agent had been started with it.

    Stripe and SYSPRO are read; nothing is written to them, nor into the agent's own database but the count of reads.

    Args:
        home: The opened home.
        wanted: Mapping and first day.
        progress: Told what is going on.
        as_it_was: Makes SYSPRO of now what it was before people posted the same money.

    Raises:
        Misconfigured: When the mapping cannot work.
        Transient: When Stripe or SYSPRO cannot be read.
        NeedsPerson: When it comes to no end.
    """
    world = home.connect(home)
    try:
        with _workplace(home, wanted) as place:
            notes = Notes()
            erp = NotedReader(as_it_was(world.erp), notes)
            target = NotedTarget(notes, erp)
            outside = World(world.source, world.reader, target, erp, probes=())
            lists = NotedLists(checks.site_lists(home, world), notes)
            _Rounds(place, outside, progress, lists).run()
            return _told(place, target)
    finally:
        world.close()


class _Ahead:
    """A clock that stands still and is moved on between rounds (``agent.ports.Clock``)."""

    def __init__(self, clock: Clock) -> None:
        self._now = clock.now()

    def now(self) -> int:
        return self._now

    def move(self, seconds: int) -> None:
        self._now += seconds


@contextmanager
def _workplace(home: Home, wanted: Wanted) -> Iterator[Home]:
    """Open a home of the preview's own, with settings, mapping and known customers; remove it at the end."""
    clock = _Ahead(home.clock)
    for left in home.path.glob(f"{_FOLDER}*"):
        if left.stat().st_mtime < clock.now() - _LEFT_S:
            shutil.rmtree(left)
    with (
        tempfile.TemporaryDirectory(prefix=_FOLDER, dir=home.path) as folder,
        Store.open(Path(folder) / DATABASE) as store,
    ):
        _furnish(store, home, wanted, clock.now())
        yield replace(home, path=Path(folder), store=store, clock=clock)


def _furnish(store: Store, home: Home, wanted: Wanted, now: int) -> None:
    texts = home.store.settings.all() | wanted.content.policy.deciding() | _QUICK
    for name, text in (texts | {"stripe.start_on": wanted.since.isoformat()}).items():
        if name in SETTINGS and text != SETTINGS[name].default:
            store.settings.set(name, text, by=_AUTHOR, now=now)
    store.revisions.append(wanted.content.text(), author=_AUTHOR, comment="", now=now)
    store.links.fill(home.store.links.customers(), now)
    # Stripe's balance before the first day is needed for the proof alone, and all of Stripe's history to add it up.
    store.marks.set(OPENING, "{}", now)


@dataclass(slots=True)
class _Rounds:
    """The jobs, run until nothing moves."""

    home: Home
    world: World
    progress: Progress
    lists: ListReader

    def run(self) -> None:
        # What a real engine sends is noted in files of the machine as well; a preview sends nothing.
        sendings = NotedSendings(self.home.store.sendings, (), self.home.clock)
        jobs = jobs_of(self.home, self.world, stopping=lambda: False, sendings=sendings, lists=self.lists)
        self._job("poll", jobs["poll"], more=_has_more)
        self._job("sweep", jobs["sweep"], more=_has_more)
        before: object = None
        for _ in range(_MOST_ROUNDS):
            # As in the engine, what is decided goes out at once: later payments of a new customer find it made.
            decided = self._job("translate", jobs["translate"], more=_never)
            self._job("post", jobs["post"], more=_moved)
            if decided:
                continue
            moved = sum(self._job(name, jobs[name], more=_has_more) for name in _IDLE)
            if not moved and self._standing() == before:
                return
            before = self._standing()
            self._clock.move(2)
        raise NeedsPerson(_NO_END)

    @property
    def _clock(self) -> _Ahead:
        assert isinstance(self.home.clock, _Ahead)
        return self.home.clock

    def _standing(self) -> object:
        """Return where everything stands: what waits is decided again and again without anything coming of it."""
        store = self.home.store
        return store.outbox.counts(), store.reports.inbox(), store.decided.latest_number()

    def _job(self, name: str, run: Callable[[], JobReport], *, more: Callable[[JobReport], bool]) -> int:
        done, problems, total = 0, 0, self._total(name)
        for _ in range(_MOST_TURNS):
            report = run()
            done += report.done
            problems = problems + 1 if report.problem else 0
            if report.problem is not None and problems >= _MOST_PROBLEMS:
                raise Transient(report.problem)
            if report.problem is not None:
                self._clock.move(2)
            self.progress(name, done, max(total, done) if total else 0)
            if not more(report) and report.problem is None:
                break
        return done

    def _total(self, name: str) -> int:
        if name == "translate":
            return self.home.store.reports.inbox().waiting
        return self.home.store.outbox.counts()[State.PENDING] if name == "post" else 0


def _never(_: JobReport) -> bool:
    return False


def _has_more(report: JobReport) -> bool:
    return report.more


def _moved(report: JobReport) -> bool:
    return report.more or report.done > 0


def _told(place: Home, target: NotedTarget) -> Preview:
    store, company = place.store, place.values().text("syspro.company")
    binding = Binding(company, store.links, store.outbox)
    rows = sorted(store.reports.documents(DocumentFilter(limit=-1)), key=lambda row: row.id)
    found = [document for row in rows if (document := store.outbox.get(row.id)) is not None]
    documents = tuple(_shown(document, target, binding) for document in found)
    counts = store.reports.inbox()
    return Preview(
        since_at=store.inbox.watermark(START) or 0,
        until_at=place.clock.now(),
        events=counts.waiting + counts.set_aside + counts.finished,
        documents=documents,
        decisions=tuple(store.decided.latest(company)),
        unreadable=tuple(store.reports.set_aside()),
        accounts=account_totals(one.body for one in documents if one.state is State.POSTED),
        notes=tuple(store.notes.list(company, -1)),
    )


def _shown(document: Document, target: NotedTarget, binding: Binding) -> PreviewDocument:
    bound = binding.bound(document)
    composed = target.composed.get(document.id) or _as_it_stands(bound)
    draft = bound.draft
    return PreviewDocument(
        kind=draft.key.kind,
        purpose=draft.key.purpose,
        stripe_id=draft.key.stripe_id,
        title=draft.title,
        amount=draft.amount,
        state=document.state,
        reason=document.reason,
        reason_code=document.reason_code,
        flow=draft.flow,
        key=document.erp_key,
        method=composed.method if composed else "",
        business_object=composed.business_object if composed else "",
        parameters=composed.request.parameters if composed else "",
        document=composed.request.document if composed else "",
        changes=draft.changes,
        body=draft.body,
    )


def _as_it_stands(document: Document) -> Composed | None:
    """Return what would be sent of a document that is held or refused; ``None`` where it cannot be written."""
    try:
        return compose(document)
    except NeedsPerson:
        return None
