"""The job of payment requests, made for a home; part of the composition root, as ``agent.checks`` is."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from agent.domain.days import day_at
from agent.domain.errors import Misconfigured
from agent.domain.reports import JobReport
from agent.domain.requests.rules import rules_of
from agent.domain.retry import Waits
from agent.ports import CustomerDirectory, ErpTables, Till
from jobs.looking import Looking
from jobs.payers import FindPayers
from jobs.requests import Requests
from jobs.requests_read import ReadRequests
from jobs.requests_write import WriteRequests
from jobs.writing import Round

if TYPE_CHECKING:
    from agent.bootstrap import Home
    from agent.world import World


def requests_run(home: "Home", world: "World", stopping: Callable[[], bool]) -> Callable[[], JobReport]:
    """Return what the job ``requests`` does; where it is off, it says that all is well."""
    if not home.values().yes("requests.enabled") or world.tables is None or world.payment_links is None:
        return JobReport
    try:
        return requests_job(home, world, stopping).run
    except Misconfigured as error:
        # Rules that cannot be used stop the requests alone.
        report = JobReport.of(error)
        return lambda: report


def requests_job(home: "Home", world: "World", stopping: Callable[[], bool]) -> Requests:
    """Return the job that keeps Stripe's payment links, or its invoices of ours.

    Raises:
        Misconfigured: When a rule of the site cannot be used.
    """
    values, store, clock = home.values(), home.store.requests, home.clock
    assert world.tables is not None
    assert world.payment_links is not None
    assert world.till is not None
    assert world.directory is not None
    rules = rules_of(values, day_at(clock.now(), values.text("site.time_zone")))
    reading = ReadRequests(store, clock, rules, values.integer("requests.most_gone"), stopping)
    payers = payers_of(home, world.till, world.directory, world.tables)
    order, batch = Round(clock, Waits.of(values), stopping), values.integer("requests.batch")
    writing = WriteRequests(world.payment_links, payers, store, clock, rules.company, rules.way, order, batch)
    looking = Looking(world.tables, clock, values, "requests")
    return Requests(looking, home.store.marks, clock, reading, writing)


def payers_of(home: "Home", till: Till, directory: CustomerDirectory, tables: ErpTables) -> FindPayers:
    """Return what finds who pays for a SYSPRO customer, and makes it: one for the portal and for Stripe's invoices."""
    values, store = home.values(), home.store
    keys = values.items("customers.metadata_keys")
    named, company = keys[0] if keys else "", values.text("syspro.company")
    return FindPayers(store.customers, store.portal_payers, till, directory, tables, company, named, home.clock)
