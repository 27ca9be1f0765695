"""The job of customers on both sides, made for a home; part of the composition root, as ``agent.catalogue`` is."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from agent.domain.customers.rules import rules_of
from agent.domain.errors import Misconfigured
from agent.domain.reports import JobReport
from agent.domain.retry import Waits
from jobs.customers import Customers
from jobs.customers_read import ReadCustomers
from jobs.customers_suggest import SuggestCustomers
from jobs.customers_write import WriteCustomers
from jobs.looking import Looking
from jobs.writing import Round

if TYPE_CHECKING:
    from agent.bootstrap import Home
    from agent.world import World


def customers_run(home: "Home", world: "World", stopping: Callable[[], bool]) -> Callable[[], JobReport]:
    """Return what the job ``customers`` does; where it is off, it says that all is well."""
    if not home.values().yes("customer_links.enabled") or world.tables is None or world.directory is None:
        return JobReport
    try:
        return customers_job(home, world, stopping).run
    except Misconfigured as error:
        # Rules that cannot be used stop the customers alone.
        report = JobReport.of(error)
        return lambda: report


def customers_job(home: "Home", world: "World", stopping: Callable[[], bool]) -> Customers:
    """Return the job that keeps customers on both sides.

    Raises:
        Misconfigured: When a rule of the site cannot be read.
    """
    values, store, clock = home.values(), home.store.customers, home.clock
    assert world.tables is not None
    assert world.directory is not None
    rules, batch = rules_of(values), values.integer("customer_links.batch")
    most_gone = values.integer("customer_links.most_gone")
    reading = ReadCustomers(world.directory, world.source, store, clock, rules, most_gone, stopping)
    suggesting = SuggestCustomers(world.tables, store, clock, rules, batch, stopping)
    writing = WriteCustomers(
        world.directory, reading, world.tables, store, home.store.outbox, clock, rules,
        Round(clock, Waits.of(values), stopping), batch,
    )  # fmt: skip
    looking = Looking(world.tables, clock, values, "customer_links")
    return Customers(looking, world.source, store, home.store.marks, clock, values, reading, suggesting, writing)
