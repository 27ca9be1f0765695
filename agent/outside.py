"""The jobs that read Stripe and meet SYSPRO, made for a home; part of the composition root.

``agent.bootstrap`` makes the home and the outside world, and runs these; the preview runs the very same on a home of
its own.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from agent import checks
from agent.catalogue import catalogue_run
from agent.customers import customers_run
from agent.domain.errors import Misconfigured, Problem
from agent.domain.flows import BadFlowError, wanted_events
from agent.domain.mapping import MappingRevision
from agent.domain.mapping_check import checked
from agent.domain.reports import JobReport
from agent.domain.retry import Waits
from agent.ports import LeaseStore, ListReader
from agent.requests import requests_run
from agent.resyncing import preview_resync
from agent.sendings import NotedSendings, files_of
from jobs.allocate import Allocate
from jobs.beside import AtOnce, Writer
from jobs.close_days import CloseDays
from jobs.habits import WatchDays
from jobs.look_for_restore import LookForRestore
from jobs.poll import Poll
from jobs.post import Post
from jobs.read_periods import ReadPeriods
from jobs.resolve import Resolve
from jobs.sweep import Sweep
from jobs.translate import Translate
from jobs.watch_disputes import WatchDisputes
from jobs.write_back import WriteBack

#: Jobs that write to Stripe; the post job looks before each document by itself.
_WRITING = ("write_back", "catalogue", "requests", "customers")

if TYPE_CHECKING:
    from agent.bootstrap import Home
    from agent.world import World


def jobs_of(
    home: "Home",
    world: "World",
    *,
    stopping: Callable[[], bool],
    writer: Writer | None = None,
    sendings: NotedSendings | None = None,
    lists: ListReader | None = None,
) -> dict[str, Callable[[], JobReport]]:
    """Return the jobs that read Stripe and meet SYSPRO, by name; the preview runs the very same.

    Args:
        home: The opened home.
        world: The outside.
        stopping: Says whether the engine wants to stop.
        writer: Writes down what SYSPRO took; ``None`` writes before the next document is sent.
        sendings: Where it is noted what was sent; ``None`` for the files of the home.
        lists: SYSPRO's lists; ``None`` for those that the world's tables have.

    Raises:
        Misconfigured: When a flow cannot work.
    """
    values, store, clock = home.values(), home.store, home.clock
    mapping, waits = mapping_in_force(home), Waits.of(values)
    company, batch = mapping.company, values.integer("syspro.batch")
    translate = Translate(
        world.reader, world.source, world.erp, store.inbox, store.outbox, store.links, store.ledger,
        store.summaries, store.revisions, clock, mapping, waits, store.habits, store.edits,
        stopping=stopping,
    )  # fmt: skip
    types = wanted_events(mapping.flows)
    poll = Poll(world.source, store.inbox, clock, values, types, store.allowance, store.ledger)
    sweep = Sweep(world.source, store.ledger, store.inbox, store.marks, clock)
    close_days = CloseDays(store.inbox, store.outbox, store.summaries, clock, values)
    post = Post(
        world.target, store.outbox, store.links, clock, company, waits, batch, stopping, writer or AtOnce(),
        sendings=sendings or NotedSendings(store.sendings, files_of(home.path), clock), lease=store.lease,
        check=checks.list_check(values, lists or checks.site_lists(home, world)),
    )  # fmt: skip
    reconcile = checks.reconcile_job(home, world, stopping)
    send = post.run
    if sendings is None and not values.yes("cash_book.in_ledger"):
        look = LookForRestore(reconcile.items, post.sendings, store.outbox, store.marks, clock, company)
        send = look.before(post.run)
    resolve = Resolve(world.target, store.outbox, store.links, clock, company, waits, batch)
    prove = checks.prove_job(home, world, sweep)
    allocate = Allocate(world.erp, store.on_account, store.inbox, store.marks, clock, values)
    certify = checks.certify_job(home, world)
    jobs = {
        "poll": certify.watching(poll.run),
        "translate": translate.run,
        "post": send,
        "resolve": resolve.run,
        "sweep": sweep.run,
        "due": sweep.due,
        "days": close_days.run,
        "prove": prove.run,
        "allocate": allocate.run,
        **_watching(home, world),
        "write_back": _write_back(home, world),
        "periods": ReadPeriods(world.erp, store.marks, clock).run,
        "reconcile": reconcile.run,
        "certify": certify.run,
        "catalogue": catalogue_run(home, world, stopping),
        "requests": requests_run(home, world, stopping),
        "customers": customers_run(home, world, stopping),
        "resync": preview_resync(home, world, mapping, stopping).run,
    }
    return jobs | {name: _while_ours(jobs[name], store.lease) for name in _WRITING}


def _write_back(home: "Home", world: "World") -> Callable[[], JobReport]:
    """Return what writes numbers to Stripe; it says that all is well where none are to be, also after a refusal."""
    values, store = home.values(), home.store
    if world.writer is None or not values.yes("stripe.write_back"):
        return JobReport
    company, waits = values.text("syspro.company"), Waits.of(values)
    return WriteBack(world.writer, store.write_backs, store.marks, home.clock, company, waits).run


def _watching(home: "Home", world: "World") -> dict[str, Callable[[], JobReport]]:
    """Return the jobs that only look, and tell a person."""
    values, store, clock = home.values(), home.store, home.clock
    disputes = WatchDisputes(
        world.reader, store.disputes, store.inbox, store.outbox, store.discrepancies, store.reports, clock, values
    )
    days = WatchDays(store.habits, store.inbox, store.discrepancies, clock, values)
    return {"disputes": disputes.run, "habits": days.run}


def _while_ours(run: Callable[[], JobReport], lease: LeaseStore) -> Callable[[], JobReport]:
    """Return a job that does nothing, and says why, once the lease is somebody else's."""

    def checked_run() -> JobReport:
        lease.check()
        return run()

    return checked_run


def mapping_in_force(home: "Home") -> MappingRevision:
    """Return the mapping revision of the flows and settings of now; appended where they have changed.

    Raises:
        Misconfigured: When a flow cannot work.
    """
    content = home.service().mapping.content()
    try:
        checked(content)
    except BadFlowError as error:
        problem = Problem("A flow cannot work", str(error), "Correct or switch off the flow.", "flow.unusable")
        raise Misconfigured(problem) from error
    now = home.clock.now()
    number = home.store.revisions.append(
        content.text(), author="engine", comment="Flows and settings in force", now=now
    )
    return content.revision(number)
