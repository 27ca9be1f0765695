"""The catalogue's job, made for a home; part of the composition root, as ``agent.checks`` is."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from agent.domain.catalogue.merge import Conflicts
from agent.domain.catalogue.rules import rules_of
from agent.domain.errors import Misconfigured
from agent.domain.reports import JobReport
from agent.domain.retry import Waits
from jobs.catalogue import Catalogue
from jobs.catalogue_check import CheckCatalogue
from jobs.catalogue_leaving import Leaving
from jobs.catalogue_read import ReadCatalogue
from jobs.catalogue_write import WriteCatalogue
from jobs.looking import Looking
from jobs.writing import Round

if TYPE_CHECKING:
    from agent.bootstrap import Home
    from agent.world import World


def catalogue_run(home: "Home", world: "World", stopping: Callable[[], bool]) -> Callable[[], JobReport]:
    """Return what the job ``catalogue`` does; where it is off, it says that all is well."""
    if not home.values().yes("catalogue.enabled") or world.tables is None or world.shelf is None:
        return JobReport
    try:
        return catalogue_job(home, world, stopping).run
    except Misconfigured as error:
        # Rules that cannot be used stop the catalogue alone.
        report = JobReport.of(error)
        return lambda: report


def catalogue_job(home: "Home", world: "World", stopping: Callable[[], bool]) -> Catalogue:
    """Return the job that keeps Stripe's products and prices.

    Raises:
        Misconfigured: When a rule of the site cannot be read.
    """
    values, store, clock = home.values(), home.store.catalogue, home.clock
    assert world.tables is not None
    assert world.shelf is not None
    rules = rules_of(values)
    reading = ReadCatalogue(store, clock, rules, stopping)
    checking = CheckCatalogue(world.shelf, store, clock, rules.company, bool(rules.prices), stopping)
    policy, batch = Conflicts(values.text("catalogue.conflicts")), values.integer("catalogue.batch")
    writing = WriteCatalogue(
        world.shelf, store, clock, rules.company, policy, Round(clock, Waits.of(values), stopping), batch
    )  # fmt: skip
    looking = Looking(world.tables, clock, values, "catalogue")
    marks = home.store.marks
    leaving = Leaving(store, marks, clock, rules.company, values.integer("catalogue.most_gone"))
    return Catalogue(looking, store, marks, clock, values, reading, checking, writing, leaving)
