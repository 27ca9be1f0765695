"""The composition root: the only module that knows every concrete class.

Opens a home folder, and makes from it the service for people and the jobs for the engine. Tests call the same
functions with other implementations of the ports.
"""

import os
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from zoneinfo import ZoneInfo

from agent import checks
from agent.catalogue import catalogue_run
from agent.customers import customers_run
from agent.domain.errors import AgentError, Misconfigured, Problem
from agent.domain.flows import BadFlowError, wanted_events
from agent.domain.mapping import MappingRevision, content_of, revision_from
from agent.domain.reports import JobReport
from agent.domain.retry import Waits
from agent.domain.settings import Values
from agent.engine import BEAT_EVERY_S, Controls, Engine, Identity
from agent.locks import CompanyLocks, only_one
from agent.neighbours import Speaker, claimed, other_references
from agent.pairs import DATABASE, LOCK, pair_name
from agent.ports import Clock, SecretStore
from agent.queries import Parts
from agent.rhythm import timed
from agent.scheduler import JobSpec
from agent.sendings import NotedSendings, files_of
from agent.service import AgentService, paused
from agent.store import Store
from agent.worker import record
from agent.world import World
from connectors.machine import SystemClock, machine_name, user_name
from connectors.secrets import KeyringSecrets
from connectors.stripe.account import account_of
from connectors.stripe.client import Connection as StripeConnection
from connectors.stripe.directory import StripeDirectory
from connectors.stripe.probe import StripeProbe
from connectors.stripe.reader import StripeReader
from connectors.stripe.shelf import StripeShelf
from connectors.stripe.source import StripeSource
from connectors.stripe.writer import StripeWriter
from connectors.syspro.probe import SysproProbe
from connectors.syspro.reader import SysproReader
from connectors.syspro.reading import tables_of
from connectors.syspro.target import SysproTarget
from jobs.allocate import Allocate
from jobs.beside import AtOnce, Beside, Writer
from jobs.carry_out import CarryOut
from jobs.catalogue_commands import CatalogueCommands
from jobs.close_days import CloseDays
from jobs.customers_commands import CustomerCommands
from jobs.keep_house import Beat, KeepHouse
from jobs.poll import Poll
from jobs.post import Post
from jobs.read_periods import ReadPeriods
from jobs.resolve import Resolve
from jobs.sweep import Sweep
from jobs.translate import Translate
from jobs.watch_disputes import WatchDisputes
from jobs.write_back import WriteBack

#: Folder in a home whose flows come before the shipped ones; a file of the same name replaces the shipped one.
FLOWS = "flows"

#: Seconds until an engine that could not be set up tries again; what is in its way may have gone.
_TRY_AGAIN_S = 60


@dataclass(frozen=True, slots=True)
class Home:
    """An opened home folder.

    Attributes:
        path: The folder.
        store: Its database.
        secrets: The keyring.
        clock: Time of the agent.
        connect: Makes the outside world from the settings of now.
        companies: The SYSPRO companies that this process serves; homes with the same one are its pairs.
    """

    path: Path
    store: Store
    secrets: SecretStore
    clock: Clock
    connect: "Callable[[Home], World]"
    companies: CompanyLocks = field(default_factory=CompanyLocks)

    def values(self) -> Values:
        """Return the settings in force."""
        return Values(self.store.settings.all())

    def service(self) -> AgentService:
        """Return the one door for people."""
        store = self.store
        parts = Parts(
            outbox=store.outbox,
            inbox=store.inbox,
            reports=store.reports,
            commands=store.commands,
            settings=store.settings,
            marks=store.marks,
            lease=store.lease,
            allowance=store.allowance,
            audit=store.audit,
            statements=store.statements,
            catalogue=store.catalogue,
            customers=store.customers,
        )
        return AgentService(parts, self.secrets, self.clock, author=user_name())


@contextmanager
def open_home(
    path: Path,
    *,
    secrets: SecretStore | None = None,
    clock: Clock | None = None,
    connect: Callable[[Home], World] | None = None,
    companies: CompanyLocks | None = None,
) -> Iterator[Home]:
    """Open a home folder, making it where it is new.

    Raises:
        Misconfigured: When the folder or its database cannot be used.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unusable(path, error.strerror or type(error).__name__) from error
    with Store.open(path / DATABASE) as store:
        keyring = secrets or KeyringSecrets(str(path.resolve()), pair=pair_name(path))
        locks = companies or CompanyLocks()
        yield Home(path, store, keyring, clock or SystemClock(), connect or real_world, locks)


def real_world(home: Home) -> World:
    """Return Stripe and SYSPRO as the settings describe them; nothing is called yet."""
    values = home.values()
    stripe = StripeConnection(values, home.secrets, home.store.allowance, home.clock)
    target = SysproTarget(values, home.secrets, home.clock)
    erp = SysproReader(values, home.secrets, home.clock, not_ours=lambda: other_references(home.path, values))
    tables = tables_of(values, home.secrets, home.clock)
    probes = (
        StripeProbe(stripe, write_back=values.yes("stripe.write_back")),
        SysproProbe(values, home.secrets, home.clock),
    )

    def close() -> None:
        for part in (stripe, target, erp, tables, probes[1]):
            part.close()

    return World(
        source=StripeSource(stripe),
        reader=StripeReader(stripe),
        target=target,
        erp=erp,
        probes=probes,
        writer=StripeWriter(stripe),
        close=close,
        account=lambda: account_of(stripe),
        shelf=StripeShelf(stripe),
        directory=StripeDirectory(stripe),
        tables=tables,
    )


def mapping_in_force(home: Home) -> MappingRevision:
    """Return the mapping revision of the flows and settings of now; appended where they have changed.

    Raises:
        Misconfigured: When a flow cannot work.
    """
    content = content_of(flow_texts(home.path), home.values())
    try:
        revision_from(0, content)
    except BadFlowError as error:
        problem = Problem("A flow cannot work", str(error), "Correct or remove the flow.", "flow.unusable")
        raise Misconfigured(problem) from error
    now = home.clock.now()
    number = home.store.revisions.append(content, author="engine", comment="Flows and settings in force", now=now)
    return revision_from(number, content)


def flow_texts(home: Path) -> Mapping[str, str]:
    """Return file name -> TOML text of the flows: those in the home's folder, and the shipped ones."""
    shipped = resources.files("resources") / FLOWS
    texts = {entry.name: entry.read_text("utf-8") for entry in shipped.iterdir() if entry.name.endswith(".toml")}
    own = home / FLOWS
    if own.is_dir():
        texts |= {entry.name: entry.read_text("utf-8") for entry in sorted(own.glob("*.toml"))}
    return texts


@contextmanager
def engine_jobs(home: Home, controls: Controls) -> Iterator[list[JobSpec]]:
    """Yield the jobs of an engine with the settings of now; without the outside ones while it is not set up."""
    values = home.values()
    store, clock, wake = home.store, home.clock, controls.wake
    commands = commands_job(home, wake, controls.reload)
    always = [
        JobSpec("commands", commands.run, every_s=1),
        JobSpec("beat", Beat(store.lease, clock, controls.stop).run, every_s=BEAT_EVERY_S),
        JobSpec("housekeeping", KeepHouse(store.housekeeping, clock, values).run, every_s=86400, first_after_s=600),
    ]
    with ExitStack() as stack:
        specs, set_up = always, JobReport()
        try:
            if not home.service().missing():
                writer = stack.enter_context(Beside())
                run = stack.enter_context(outside_jobs(home, stopping=controls.stopping, writer=writer))
                specs = [*always, *timed(run, values)]
        except AgentError as error:
            # The engine stays: it goes on taking commands, and starts anew when a setting changes, and now and then.
            set_up = JobReport.of(error)
            specs = [*always, JobSpec("again", _reloading(controls), every_s=_TRY_AGAIN_S, first_after_s=_TRY_AGAIN_S)]
        record(store.marks, "setup", set_up, clock.now())
        yield specs


def commands_job(home: Home, wake: Callable[[tuple[str, ...]], None], reload: Callable[[], None]) -> CarryOut:
    """Return the job that carries out what people ask for.

    Args:
        home: The opened home.
        wake: Runs jobs at once, by name.
        reload: Starts the engine anew with the settings of now.
    """
    store, values = home.store, home.values()
    return CarryOut(
        store.commands,
        store.inbox,
        store.outbox,
        store.discrepancies,
        store.marks,
        home.clock,
        values.text("syspro.company"),
        wake,
        reload,
        ZoneInfo(values.text("site.time_zone")),
        lambda: checks.correcting(home),
        lambda: checks.mapping(home),
        {
            **CatalogueCommands(store.catalogue, store.marks, values, wake).does(),
            **CustomerCommands(store.customers, store.marks, values, wake).does(),
        },
    )


@contextmanager
def outside_jobs(
    home: Home, *, stopping: Callable[[], bool], writer: Writer | None = None
) -> Iterator[dict[str, Callable[[], JobReport]]]:
    """Yield the jobs that read Stripe and meet SYSPRO, by name; each does nothing while the agent is paused.

    Args:
        home: The opened home.
        stopping: Says whether the engine wants to stop.
        writer: Writes down what SYSPRO took; ``None`` writes before the next document is sent.
    """
    values, store, clock, world = home.values(), home.store, home.clock, home.connect(home)
    mapping, waits = mapping_in_force(home), Waits.of(values)
    company, batch = mapping.company, values.integer("syspro.batch")
    translate = Translate(
        world.reader, world.source, world.erp, store.inbox, store.outbox, store.links, store.ledger,
        store.summaries, store.revisions, clock, mapping, waits, stopping=stopping,
    )  # fmt: skip
    types = wanted_events(mapping.flows)
    poll = Poll(world.source, store.inbox, clock, values, types, store.allowance, store.ledger)
    sweep = Sweep(world.source, store.ledger, store.inbox, store.marks, clock)
    close_days = CloseDays(store.inbox, store.outbox, store.summaries, clock, values)
    post = Post(
        world.target, store.outbox, store.links, clock, company, waits, batch, stopping, writer or AtOnce(),
        sendings=NotedSendings(store.sendings, files_of(home.path), clock),
    )  # fmt: skip
    resolve = Resolve(world.target, store.outbox, store.links, clock, company, waits, batch)
    prove = checks.prove_job(home, world, sweep)
    allocate = Allocate(world.erp, store.on_account, store.inbox, store.marks, clock, values)
    disputes = WatchDisputes(
        world.reader, store.disputes, store.inbox, store.outbox, store.discrepancies, store.reports, clock, values
    )
    certify = checks.certify_job(home, world)
    jobs = {
        "poll": certify.watching(poll.run),
        "translate": translate.run,
        "post": post.run,
        "resolve": resolve.run,
        "sweep": sweep.run,
        "due": sweep.due,
        "days": close_days.run,
        "prove": prove.run,
        "allocate": allocate.run,
        "disputes": disputes.run,
        # Says that all is well where nothing is to be written, also after a refusal.
        "write_back": JobReport,
        "periods": ReadPeriods(world.erp, store.marks, clock).run,
        "reconcile": checks.reconcile_job(home, world, stopping).run,
        "certify": certify.run,
        "catalogue": catalogue_run(home, world, stopping),
        "customers": customers_run(home, world, stopping),
    }
    if world.writer is not None and values.yes("stripe.write_back"):
        jobs["write_back"] = WriteBack(world.writer, store.write_backs, store.marks, clock, company, waits).run
    try:
        # The company may have been set after the engine started.
        with home.companies.held(values, home.path), claimed(speaker_of(home, world)):
            yield {name: _unless_paused(run, home) for name, run in jobs.items()}
    finally:
        world.close()


def run_engine(home: Home, engine: Engine, started: Callable[[], None] = lambda: None) -> None:
    """Run the engine of a home until it is stopped.

    Args:
        home: The opened home.
        engine: Its engine.
        started: Called when the engine has the right to post.

    Raises:
        Misconfigured: When an engine runs already, or the database belongs to another machine.
    """
    with engine_lock(home):
        engine.run(identity_of(home), lambda controls: engine_jobs(home, controls), started)


@contextmanager
def engine_lock(home: Home) -> Iterator[None]:
    """Be the only engine of this home on this machine for the length of the block.

    Raises:
        Misconfigured: When an engine runs already.
    """
    with only_one(home.path / LOCK, home.path), home.companies.held(home.values(), home.path):
        yield


def speaker_of(home: Home, world: World) -> Speaker:
    """Return the home as its neighbours in the installation meet it."""
    return Speaker(home.path, home.store.marks, home.values(), home.clock, world.account)


def identity_of(home: Home) -> Identity:
    """Return who an engine that starts now on this machine is."""
    values = home.values()
    return Identity(
        holder=f"{os.getpid()}-{uuid.uuid4().hex[:8]}",
        machine=machine_name(),
        company=values.text("syspro.company"),
        grace_s=values.integer("resolve.grace_s"),
    )


def new_engine(home: Home) -> Engine:
    """Return an engine for a home, not running yet."""
    return Engine(home.store.outbox, home.store.lease, home.store.marks, home.clock)


def _unless_paused(run: Callable[[], JobReport], home: Home) -> Callable[[], JobReport]:
    return lambda: JobReport() if paused(home.store.marks, home.clock) else run()


def _reloading(controls: Controls) -> Callable[[], JobReport]:
    def reload() -> JobReport:
        controls.reload()
        return JobReport()

    return reload


def _unusable(path: Path, why: str) -> Misconfigured:
    message = f"The folder {path} cannot be used: {why}."
    return Misconfigured(
        Problem("The data folder cannot be used", message, "Name another with --home.", "home.unusable")
    )
