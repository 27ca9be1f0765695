"""One small scenario, and a crash at every single step of it: each time all is right at the end."""

import pytest

from tests.simulation.invariants import check
from tests.simulation.trade import START_AT, Charge, Payer
from tests.simulation.world import Flavour, Site, chance, finish, run_through

ANN = Payer("cus_1", "Ann", "ann@example.com")

#: Two payments of a new customer.
TWO = [
    Charge(f"ch_{number}", ANN, "usd", 600, at, 600, "BOLT*2@3", taken_at=at, succeeds_at=at, booked_at=at)
    for number, at in ((1, START_AT + 10), (2, START_AT + 70))
]

#: Name -> which troubles, and which payments.
SCENARIOS = {
    "all_answered": (Flavour(), TWO),
    "no_posting_answered": (Flavour(faults={"post": {"lost after": 1}}, rate=1), TWO[:1]),
}


def new_site(folder, template, name):
    flavour, charges = SCENARIOS[name]
    folder.mkdir()
    return Site(folder, template, chance(1), flavour, charges=charges)


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_crash_at_any_step_does_no_harm(name, folder, template, log_watch):
    steps = run_through(new_site(folder / "whole", template, name))
    recovered = 0
    for step in range(1, steps + 1):
        site = new_site(folder / str(step), template, name)
        try:
            assert run_through(site, crash_at=step) == step
            finish(site)
            check(site)
        except Exception as error:
            error.add_note(f"The process died at step {step} of {steps}.")
            raise
        recovered += site.recovered
    assert steps > 60
    assert recovered > 0
    log_watch.expect("documents in doubt after an interruption")
