"""The composition root: the only module that knows every concrete class.

Opens a home folder, and makes from it the service for people and the jobs for the engine. Tests call the same
functions with other implementations of the ports.
"""

import os
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from agent import checks
from agent.alerting import alert_commands, alert_jobs
from agent.call_times import CallTimes
from agent.desk import parts_of
from agent.domain.errors import AgentError, Misconfigured, Problem
from agent.domain.reports import JobReport
from agent.domain.settings import Values
from agent.domain.setup import holds_back
from agent.engine import BEAT_EVERY_S, Controls, Engine, Identity
from agent.keyrings import keyring_of
from agent.locks import CompanyLocks, only_one
from agent.looks import look_job
from agent.neighbours import Speaker, claimed, other_references
from agent.outside import jobs_of
from agent.pairs import DATABASE, LOCK
from agent.ports import Clock, SecretStore
from agent.resyncing import resync_commands
from agent.rhythm import timed
from agent.scheduler import JobSpec
from agent.service import AgentService, paused
from agent.set_up import kept_of
from agent.shipped import shipped
from agent.store import Store
from agent.worker import record
from agent.world import World
from connectors.machine import SystemClock, machine_name, user_name
from connectors.stripe.account import account_of
from connectors.stripe.client import Connection as StripeConnection
from connectors.stripe.directory import StripeDirectory
from connectors.stripe.pace import Pause, SystemPause
from connectors.stripe.probe import StripeProbe
from connectors.stripe.reader import StripeReader
from connectors.stripe.requests import StripeRequests
from connectors.stripe.shelf import StripeShelf
from connectors.stripe.source import StripeSource
from connectors.stripe.till import StripeTill
from connectors.stripe.writer import StripeWriter
from connectors.syspro.probe import SysproProbe
from connectors.syspro.reader import SysproReader
from connectors.syspro.reading import tables_of
from connectors.syspro.target import SysproTarget
from jobs.beside import Beside, Writer
from jobs.carry_out import CarryOut
from jobs.catalogue_commands import CatalogueCommands
from jobs.customers_commands import CustomerCommands
from jobs.edit_commands import EditCommands
from jobs.keep_house import Beat, KeepHouse
from jobs.look import LOOK_JOB, LookCommands
from jobs.note_commands import NoteCommands
from jobs.requests_commands import RequestCommands
from jobs.undo_commands import UndoCommands

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
        pause: How time passes between two tries of one call to Stripe.
    """

    path: Path
    store: Store
    secrets: SecretStore
    clock: Clock
    connect: "Callable[[Home], World]"
    companies: CompanyLocks = field(default_factory=CompanyLocks)
    calls: CallTimes = field(default_factory=lambda: CallTimes(SystemClock()))
    pause: Pause = field(default_factory=SystemPause)

    def values(self) -> Values:
        """Return the settings in force."""
        return Values(self.store.settings.all())

    def service(self) -> AgentService:
        """Return the one door for people."""
        return AgentService(
            parts_of(self.store), self.secrets, self.clock, author=user_name(),
            shipped=shipped(),
        )  # fmt: skip


@contextmanager
def open_home(
    path: Path,
    *,
    secrets: SecretStore | None = None,
    clock: Clock | None = None,
    connect: Callable[[Home], World] | None = None,
    companies: CompanyLocks | None = None,
    pause: Pause | None = None,
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
        keyring = keyring_of(path, Values(store.settings.all())) if secrets is None else secrets
        locks = companies or CompanyLocks()
        now = clock or SystemClock()
        yield Home(path, store, keyring, now, connect or real_world, locks, CallTimes(now), pause or SystemPause())


def real_world(home: Home) -> World:
    """Return Stripe and SYSPRO as the settings describe them; nothing is called yet."""
    values = home.values()
    stripe = StripeConnection(
        values, home.secrets, home.store.allowance, home.clock, pause=home.pause, told=home.calls.of("Stripe")
    )
    told = home.calls.of("SYSPRO")
    target = SysproTarget(values, home.secrets, home.clock, told=told)
    erp = SysproReader(
        values, home.secrets, home.clock, not_ours=lambda: other_references(home.path, values), told=told
    )
    tables = tables_of(values, home.secrets, home.clock)
    probes = (
        StripeProbe(
            stripe,
            write_back=values.yes("stripe.write_back"),
            requests_as=values.text("requests.as") if values.yes("requests.enabled") else "",
            portal=values.yes("portal.enabled"),
        ),
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
        payment_links=StripeRequests(
            stripe,
            days_until_due=values.integer("requests.days_until_due"),
            collects=values.yes("requests.stripe_collects"),
        ),
        till=StripeTill(stripe),
        directory=StripeDirectory(stripe, values.table("customer_links.tax_id_types").values()),
        tables=tables,
    )


@contextmanager
def engine_jobs(home: Home, controls: Controls) -> Iterator[list[JobSpec]]:
    """Yield the jobs of an engine with the settings of now; before the launch without the outside ones."""
    values = home.values()
    store, clock, wake = home.store, home.clock, controls.wake
    commands = commands_job(home, wake, controls.reload)
    always = [
        JobSpec("commands", commands.run, every_s=1),
        JobSpec("beat", Beat(store.lease, clock, controls.stop).run, every_s=BEAT_EVERY_S),
        JobSpec("housekeeping", KeepHouse(store.housekeeping, clock, values).run, every_s=86400, first_after_s=600),
        JobSpec("answers", lambda: home.calls.keep(store.marks), every_s=60, first_after_s=5),
        JobSpec(LOOK_JOB, look_job(home, controls.stopping).run, every_s=86400),
        *alert_jobs(home),
    ]
    with ExitStack() as stack:
        specs, set_up = always, JobReport()
        try:
            if not home.service().missing() and not holds_back(kept_of(store.marks)):
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
            **RequestCommands(store.requests, store.marks, values, wake).does(),
            **CustomerCommands(store.customers, store.marks, values, wake).does(),
            **LookCommands(store.marks, wake).does(),
            **resync_commands(home, wake).does(),
            **NoteCommands(store.notes).does(),
            **EditCommands(
                store.outbox, store.edits, store.inbox, lambda named: checks.known_of(home, named), wake
            ).does(),
            **UndoCommands(store.outbox, store.inbox, store.discrepancies, store.notes, wake).does(),
            "look_into_lists": lambda command, _: checks.look_into_lists(home, command),
            **alert_commands(home, wake).does(),
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
    world = home.connect(home)
    try:
        jobs = jobs_of(home, world, stopping=stopping, writer=writer)
        # The company may have been set after the engine started.
        with home.companies.held(home.values(), home.path), claimed(speaker_of(home, world)):
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
