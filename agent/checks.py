"""The jobs that check and correct the books, made for a home; part of the composition root.

``agent.bootstrap`` makes the home and the outside world, and runs these with its other jobs.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from agent.domain.certificate import Certificate, Gap
from agent.domain.codec import dumps, from_plain
from agent.domain.errors import Misconfigured, NeedsPerson
from agent.domain.facts import PeriodState
from agent.domain.lists import (
    Known,
    ListFinding,
    Named,
    compared,
    named_by_tokens,
    named_in_mapping,
    named_in_settings,
)
from agent.domain.marks import PERIODS
from agent.domain.readmodels import Command
from agent.domain.settings import Values
from agent.ports import ListReader
from jobs.certify import Certify, certificate
from jobs.check_lists import CheckLists
from jobs.correct import Correct
from jobs.late import Late
from jobs.map_account import MapAccount
from jobs.prove import Prove
from jobs.reconcile import Reconcile, Side
from jobs.site_lists import SiteLists
from jobs.sweep import Sweep

if TYPE_CHECKING:
    from agent.bootstrap import Home
    from agent.world import World

#: Why open periods are not compared at a site whose setting ``periods.journals`` says so.
_SEVERAL = "by periods.journals the site keeps several periods open"


def reconcile_job(home: "Home", world: "World", stopping: Callable[[], bool]) -> Reconcile:
    """Return the job that reconciles."""
    store, clock = home.store, home.clock
    side = Side(
        store.reconciling, store.ledger, store.inbox, store.outbox, store.links, store.reports, store.discrepancies,
        store.marks,
    )  # fmt: skip
    sweep = Sweep(world.source, store.ledger, store.inbox, store.marks, clock)
    values = home.values()
    made = Reconcile(world.source, sweep, world.erp, world.target, side, clock, values, stopping)
    if values.text("reconcile.exchange") == "by_itself":
        made.level = Correct(made, world.target, side, clock, values).level
    return made


def prove_job(home: "Home", world: "World", sweep: Sweep) -> Prove:
    """Return the job that proves that both sides agree; ``sweep`` brings our copy of Stripe's journal up to now."""
    store, clock = home.store, home.clock
    late = Late(world.source, store.ledger, store.inbox, store.discrepancies, store.marks, clock)
    return Prove(
        world.source, sweep, world.erp, store.reports, store.discrepancies, store.marks, clock, home.values(), late
    )  # fmt: skip


def certify_job(home: "Home", world: "World") -> Certify:
    """Return the job that notes gaps and writes their certificates."""
    store = home.store
    company = home.values().text("syspro.company")
    return Certify(
        world.source, store.reconciling, store.inbox, store.outbox, store.marks, store.audit, home.clock, company
    )


def site_lists(home: "Home", world: "World") -> SiteLists:
    """Return what reads SYSPRO's own lists, and keeps what it has read for a short while."""
    values = home.values()
    several = _SEVERAL if values.text("periods.journals") == "own" else ""
    return SiteLists(world.tables, home.clock, values.integer("lists.keep_s"), lambda: _open_periods(home), several)


def _open_periods(home: "Home") -> PeriodState | None:
    """Return SYSPRO's open months as the engine read them last; ``None`` where that is long ago."""
    text = home.store.marks.get(PERIODS)
    kept: dict[str, Any] = json.loads(text) if text else {"at": 0, "periods": None}
    old = home.clock.now() - 2 * home.values().integer("periods.every_s")
    return from_plain(PeriodState, kept["periods"]) if kept["periods"] and kept["at"] >= old else None


def found_in_lists(home: "Home", *, draft: bool, setting: str = "") -> tuple[ListFinding, ...]:
    """Return what SYSPRO's own lists say of what the mapping, or one setting or portal token, names.

    Raises:
        NeedsPerson: When a draft is asked for and there is none.
        Misconfigured: When SYSPRO is not set up.
    """
    content = home.service().mapping.content(draft=draft)
    if setting:
        all_named = (*named_in_settings(content.policy), *named_by_tokens(home.store.portal_tokens.all()))
        named = tuple(one for one in all_named if one.setting == setting)
    else:
        named = named_in_mapping(content)
    world = home.connect(home)
    try:
        return compared(named, site_lists(home, world).known(named))
    finally:
        world.close()


def known_of(home: "Home", named: Sequence[Named]) -> Known:
    """Return what SYSPRO has of some codes; nothing where it is not set up, or the site wants no list asked."""
    if home.values().text("lists.before_posting") == "off":
        return Known()
    try:
        world = home.connect(home)
    except Misconfigured:
        return Known()
    try:
        return site_lists(home, world).known(named)
    finally:
        world.close()


def look_into_lists(home: "Home", command: Command) -> str:
    """Carry out the command of that name; the result is the findings as JSON.

    Raises:
        NeedsPerson: When it cannot be done.
    """
    told = command.arguments
    try:
        return dumps(found_in_lists(home, draft=told["draft"] == "yes", setting=told["setting"]))
    except Misconfigured as error:
        raise NeedsPerson(error.problem) from error


def list_check(values: Values, lists: ListReader) -> CheckLists | None:
    """Return what looks into the lists before a document is sent; ``None`` where the site wants none."""
    wanted = values.text("lists.before_posting")
    return None if wanted == "off" else CheckLists(lists, holds=wanted == "hold")


@contextmanager
def correcting(home: "Home") -> Iterator[Correct]:
    """Open what makes corrections, with the settings of now.

    Raises:
        Misconfigured: When a setting cannot be used.
    """
    values, world = home.values(), home.connect(home)
    try:
        reconcile = reconcile_job(home, world, lambda: False)
        yield Correct(reconcile, world.target, reconcile.side, home.clock, values)
    finally:
        world.close()


@contextmanager
def mapping(home: "Home") -> Iterator[MapAccount]:
    """Open what gives accounts their ledger codes, with the settings of now.

    Raises:
        Misconfigured: When a setting cannot be used.
    """
    if home.service().missing():
        yield MapAccount(None, home.store.settings, home.clock)
        return
    world = home.connect(home)
    try:
        yield MapAccount(world.tables, home.store.settings, home.clock)
    finally:
        world.close()


def certify_now(home: "Home", gap: Gap) -> Certificate:
    """Return the certificate of a stretch; Stripe is read, nothing is written.

    Raises:
        Transient, Misconfigured: When Stripe cannot be read.
    """
    world = home.connect(home)
    try:
        company = home.values().text("syspro.company")
        return certificate(world.source, home.store.reconciling, company, gap, home.clock.now())
    finally:
        world.close()
