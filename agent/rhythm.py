"""When the engine runs which job: pauses, first moments, and which job wakes which."""

from collections.abc import Callable, Mapping

from agent.domain.reports import JobReport
from agent.domain.settings import Values
from agent.scheduler import JobSpec

#: Pause between two looks for payments whose money became available, and for days that have ended.
_DUE_EVERY_S = 900

#: Pause between two looks for numbers that Stripe does not have yet.
_WRITE_BACK_S = 30

#: Pause between two rounds of the catalogue or of payment requests; when they look at SYSPRO is their own affair.
_CATALOGUE_S = 30

#: Pause between two looks for days without payments.
_HABITS_S = 3600

#: Pause between two rounds of the customers; when it looks at either side is its own affair.
_CUSTOMERS_S = 30


def timed(run: Mapping[str, Callable[[], JobReport]], values: Values) -> list[JobSpec]:
    """Return the jobs that meet the outside, with their rhythm.

    Args:
        run: Name -> what the job does.
        values: The settings in force.
    """
    tick_s = values.integer("jobs.tick_s")
    snooze_s = values.integer("retry.snooze_s")
    sweep_s, prove_s = values.integer("sweep.every_s"), values.integer("prove.every_s")
    disputes_s = values.integer("disputes.every_s")
    allocate_s = values.integer("allocate.every_s")
    write_back_s = _WRITE_BACK_S if values.yes("stripe.write_back") else 86400
    catalogue_s = _CATALOGUE_S if values.yes("catalogue.enabled") else 86400
    requests_s = _CATALOGUE_S if values.yes("requests.enabled") else 86400
    customers_s = _CUSTOMERS_S if values.yes("customer_links.enabled") else 86400
    reconcile_s = values.integer("reconcile.every_s")
    return [
        JobSpec("poll", run["poll"], every_s=values.integer("stripe.poll_every_s"), wakes=("translate",)),
        JobSpec("translate", run["translate"], every_s=tick_s, wakes=("post",)),
        JobSpec("post", run["post"], every_s=tick_s, after_problem_s=snooze_s),
        JobSpec("resolve", run["resolve"], every_s=tick_s, wakes=("post",), after_problem_s=snooze_s),
        JobSpec("sweep", run["sweep"], every_s=sweep_s, wakes=("translate", "post"), first_after_s=30),
        JobSpec("due", run["due"], every_s=_DUE_EVERY_S, wakes=("translate", "post"), first_after_s=45),
        JobSpec("days", run["days"], every_s=_DUE_EVERY_S, wakes=("translate", "post"), first_after_s=50),
        JobSpec("prove", run["prove"], every_s=prove_s, first_after_s=60),
        JobSpec("periods", run["periods"], every_s=values.integer("periods.every_s"), first_after_s=50),
        JobSpec("disputes", run["disputes"], every_s=disputes_s, wakes=("translate",), first_after_s=120),
        JobSpec("habits", run["habits"], every_s=_HABITS_S, first_after_s=300),
        JobSpec("allocate", run["allocate"], every_s=allocate_s, wakes=("translate", "post"), first_after_s=45),
        JobSpec("write_back", run["write_back"], every_s=write_back_s),
        JobSpec("catalogue", run["catalogue"], every_s=catalogue_s, first_after_s=10),
        JobSpec("requests", run["requests"], every_s=requests_s, first_after_s=15),
        JobSpec("customers", run["customers"], every_s=customers_s, wakes=("post",), first_after_s=15),
        JobSpec("resync", run["resync"], every_s=86400),
        JobSpec("certify", run["certify"], every_s=60, first_after_s=60),
        JobSpec("reconcile", run["reconcile"], every_s=reconcile_s, wakes=("translate",), first_after_s=600),
    ]
